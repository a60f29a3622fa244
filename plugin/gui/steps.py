"""The dock's steps: sections that fold, each with a line that says how far it is."""

from typing import List, Optional

from qgis.PyQt.QtCore import QEvent, QObject, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .painted_text import paint_text

USUAL_WIDTH = 25  # lines of text


class StateLine(QLabel):
    """One line of text that is cut with an ellipsis where it does not fit."""

    def minimumSizeHint(self) -> QSize:
        """It can always be cut."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the text as fits."""
        room = self.contentsRect()
        elide = Qt.TextElideMode.ElideRight
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), elide, room.width())
        paint_text(painter, QRectF(room), text, self.alignment(), wrap=False)


class Step(QWidget):
    """A section with a header; click it, or press Space on it, to fold and unfold.

    Signals:
        toggled: it has been unfolded (True) or folded.
    """

    toggled = pyqtSignal(bool)

    def __init__(
        self, title: str, body: QWidget, grows: bool = False, parent: Optional[QWidget] = None
    ) -> None:
        """A step that grows takes the height that is left while it is unfolded."""
        super().__init__(parent)
        self.body = body
        self.grows = grows
        self.header = QToolButton()
        self.header.setText(title)
        self.header.setCheckable(True)
        self.header.setAutoRaise(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.header.font()
        font.setBold(True)
        self.header.setFont(font)
        self.state = StateLine()
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = QFrame()
        bar.setFrameShape(QFrame.Shape.StyledPanel)
        self._line = QHBoxLayout(bar)
        self._line.setContentsMargins(0, 0, 6, 0)
        self._line.addWidget(self.header)
        self._line.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(body, 1)
        self.header.toggled.connect(self._fold)
        self._fold(False)

    @property
    def is_open(self) -> bool:
        """Whether its body is to be seen."""
        return bool(self.header.isChecked())

    def open(self, unfold: bool = True) -> None:
        """Unfold or fold it."""
        self.header.setChecked(unfold)

    def say(self, text: str) -> None:
        """Tell in one line how far this step is."""
        self.state.setText(text)
        self.state.setToolTip(text)
        self.header.setAccessibleDescription(text)

    def add_button(self, button: QToolButton) -> None:
        """Put a button at the end of its header."""
        self._line.addWidget(button)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole header can be clicked, not only its title."""
        if event.pos().y() < self.header.parentWidget().height():
            self.header.toggle()

    def _fold(self, unfold: bool) -> None:
        closed = Qt.ArrowType.LeftArrow if self.isRightToLeft() else Qt.ArrowType.RightArrow
        self.header.setArrowType(Qt.ArrowType.DownArrow if unfold else closed)
        self.body.setVisible(unfold)
        grow = unfold and self.grows
        vertical = QSizePolicy.Policy.Expanding if grow else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.toggled.emit(unfold)


class Steps(QScrollArea):
    """Steps below each other. One that unfolds folds others, if there is no room for all."""

    def __init__(self, steps: List[Step], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._wanted = steps[0]
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(4, 4, 4, 4)
        for step in steps:
            self._column.addWidget(step)
            step.toggled.connect(lambda opened, step=step: self._toggled(step, opened))
        self._column.addStretch(0)
        self.setWidget(body)
        self.guard_wheel()

    def sizeHint(self) -> QSize:
        """Wide enough for two pictures side by side that tell something; grows with the font."""
        least = self.minimumSizeHint()
        return least.expandedTo(QSize(USUAL_WIDTH * self.fontMetrics().height(), least.height()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest step, folded or not: nothing is to be scrolled sideways."""
        margins = self._column.contentsMargins()
        widest = max(step.body.minimumSizeHint().width() for step in self._steps)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = widest + margins.left() + margins.right() + bar
        return QSize(width, super().minimumSizeHint().height())

    def open_only(self, wanted: Step) -> None:
        """Give a step all the room, for instance to compare pictures."""
        for step in self._steps:
            step.open(step is wanted)

    def guard_wheel(self) -> None:
        """Fields answer to the wheel only with the keyboard focus: else scrolling changes them."""
        self._guard = _WheelGuard(self)
        for kind in (QAbstractSpinBox, QComboBox):
            for field in self.widget().findChildren(kind):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self._guard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less height there may be room for fewer steps."""
        super().resizeEvent(event)
        unfolded = [step for step in self._steps if step.is_open]
        if unfolded:
            self._make_room(self._wanted if self._wanted in unfolded else unfolded[-1])

    def _toggled(self, step: Step, opened: bool) -> None:
        self._column.setStretchFactor(step, 1 if opened and step.grows else 0)
        if opened:
            self._wanted = step
            self._make_room(step)

    def _make_room(self, wanted: Step) -> None:
        if not self.isVisible():
            return
        for other in self._steps:
            if other is not wanted and other.is_open and self._lacks_room():
                other.open(False)

    def _lacks_room(self) -> bool:
        for step in self._steps:
            step.layout().activate()  # tells the column of what was folded just now
        self._column.activate()
        needed = self._column.minimumSize().height()
        if self._column.hasHeightForWidth():  # there are sentences of several lines
            needed = self._column.heightForWidth(self.viewport().width())
        return needed > self.viewport().height()


class _WheelGuard(QObject):
    """Hands the wheel on to the scroll area."""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Let a field have the wheel only while it has the focus."""
        if event.type() == QEvent.Type.Wheel and not field.hasFocus():
            event.ignore()
            return True
        return False
