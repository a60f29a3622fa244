"""Two pictures side by side, or below each other where that makes both larger."""

from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QWidget

# Height over width of the room from which on pictures below each other are the larger ones.
TALL = 1.1


class PicturePair(QSplitter):
    """Turns with its own shape; the border between the pictures can be moved."""

    def __init__(self, first: QWidget, second: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        for picture in (first, second):
            self.addWidget(picture)
        self.setChildrenCollapsible(False)

    def minimumSizeHint(self) -> QSize:
        """That of pictures side by side: before there is less room, they are so again."""
        hints = [self.widget(number).minimumSize() for number in range(self.count())]
        width = sum(hint.width() for hint in hints) + self.handleWidth()
        return QSize(width, max(hint.height() for hint in hints))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the shape asks for it, and share the room anew."""
        tall = event.size().height() > TALL * event.size().width()
        orientation = Qt.Orientation.Vertical if tall else Qt.Orientation.Horizontal
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self.setSizes([1] * self.count())
        super().resizeEvent(event)
