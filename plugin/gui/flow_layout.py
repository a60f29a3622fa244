"""A row of buttons that goes on below where the dock is too narrow for it."""

from typing import Iterator, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

Row = List[Tuple[QLayoutItem, int]]


class FlowLayout(QLayout):
    """Puts widgets side by side, on as many rows as they need.

    Words are of other lengths in other languages, and fonts of other sizes on other screens: the
    least width is that of the widest widget alone.
    """

    def __init__(self, widgets: Sequence[QWidget], fills: bool = False) -> None:
        """With `fills` the widgets of a row share what is left of its width."""
        super().__init__()
        self._items: List[QLayoutItem] = []
        self._fills = fills
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(4)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands every widget over in an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items)

    def itemAt(self, position: int) -> Optional[QLayoutItem]:
        """None past the end, as Qt asks for it."""
        return self._items[position] if 0 <= position < len(self._items) else None

    def takeAt(self, position: int) -> Optional[QLayoutItem]:
        """Let go of a widget."""
        return self._items.pop(position) if 0 <= position < len(self._items) else None

    def expandingDirections(self) -> "Qt.Orientation":
        """It wants no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        heights = [_height(row) for row in self._rows(width)]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """All on one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """All below each other."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, room: QRect) -> None:
        """Place the widgets, from the right where text is read from there."""
        super().setGeometry(room)
        direction, top = self._direction(), room.top()
        for row in self._rows(room.width()):
            height, left = _height(row), room.left()
            used = sum(width for _, width in row) + self.spacing() * (len(row) - 1)
            extra = max(0, room.width() - used) // len(row) if self._fills else 0
            for item, width in row:
                place = QRect(left, top, width + extra, height)
                item.setGeometry(QStyle.visualRect(direction, room, place))
                left += width + extra + self.spacing()
            top += height + self.spacing()

    def _rows(self, width: int) -> Iterator[Row]:
        """The widgets with their widths, row by row."""
        row: Row = []
        used = 0
        for item in self._shown():
            wanted = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            if row and used + self.spacing() + wanted > width:
                yield row
                row, used = [], 0
            used += wanted + (self.spacing() if row else 0)
            row.append((item, wanted))
        if row:
            yield row

    def _shown(self) -> List[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _direction(self) -> "Qt.LayoutDirection":
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight


def _height(row: Row) -> int:
    return max(item.sizeHint().height() for item, _ in row)
