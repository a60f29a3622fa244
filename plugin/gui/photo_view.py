"""The upright photo with its horizon, which can be dragged, tilted and moved by keys."""

from typing import Optional, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..layers.language import tr
from .long_tip import long_tip
from .painted_text import paint_text
from .photo_view_line import HorizonLine
from .review_chip_job import BACKGROUND

# On a photo, whatever the theme: a light line with a dark edge.
LINE, EDGE, BAND = QColor(255, 214, 10), QColor(0, 0, 0, 170), QColor(255, 214, 10, 60)
GRAB_PX, HANDLE_PX = 12.0, 5.0
KEY_STEP, KEY_STEP_DEG, COARSE = 0.005, 0.5, 5.0
_NOTHING, _MOVE, _TILT = 0, 1, 2


class HorizonView(QLabel):
    """Shows a photo and its horizon. A label, see `HeadingDial`.

    Signals:
        horizon_moved: the user has put it to this fraction of the height.
        rolled: the user has tilted it to these degrees.
        reset_requested: it shall be found out again.
    """

    horizon_moved = pyqtSignal(float)
    rolled = pyqtSignal(float)
    reset_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.line: Optional[HorizonLine] = None
        self._own = False
        self._sigma = 0.0
        self.message = ""
        self._grip = _NOTHING
        self._grip_offset = 0.0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Photo with its horizon"))

    def sizeHint(self) -> QSize:
        """Grows with the font, as all else does."""
        return QSize(16, 8) * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        """As wide as half a narrow dock."""
        return QSize(7, 5) * self.fontMetrics().height()

    def show_message(self, text: str) -> None:
        """No photo, but a sentence."""
        self.image, self.line, self.message = QImage(), None, text
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip("")
        self.update()

    def show_photo(self, image: QImage) -> None:
        """A photo; its line is taken away until it is known."""
        self.image, self.line, self.message = image, None, ""
        self.update()

    def show_line(self, line: HorizonLine, own: bool, sigma: float = 0.0) -> None:
        """Draw the horizon: own when the user has set it, else with its standard deviation."""
        self._own, self._sigma = own, sigma
        if self._grip == _NOTHING:
            self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(
            long_tip(
                tr(
                    "Drag the line to the horizon, where the ground would meet the sky far away; "
                    "drag a ring to tilt it. Keys: up and down, left and right to tilt, Shift for "
                    "larger steps, Delete for the automatic value."
                )
            )
        )
        self.update()

    @property
    def aspect(self) -> float:
        """Width of the photo over its height."""
        return self.image.width() / max(1, self.image.height())

    def picture_rect(self) -> QRectF:
        """Where the photo lies in this widget."""
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2.0, (self.height() - size.height()) / 2.0
        return QRectF(left, top, size.width(), size.height())

    def place(self, across: float, down: float) -> QPointF:
        """A fraction of the photo as a place in this widget."""
        rect = self.picture_rect()
        return QPointF(rect.left() + across * rect.width(), rect.top() + down * rect.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Photo, uncertainty, line, handles, and a frame while it has the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image.isNull():
            painter.fillRect(self.rect(), self.palette().color(self.palette().ColorRole.Base))
            painter.setPen(self.palette().color(self.foregroundRole()))
            paint_text(painter, QRectF(self.rect()).adjusted(8, 4, -8, -4), self.message)
            return
        painter.fillRect(self.rect(), QColor(BACKGROUND))
        rect = self.picture_rect()
        painter.drawImage(rect, self.image)
        if self.line is not None:
            painter.save()
            painter.setClipRect(rect)
            self._paint_line(painter, self.line)
            painter.restore()
            self._paint_handles(painter, self.line)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(self.palette().ColorRole.Highlight), 2.0))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line or of a handle."""
        if event.button() != Qt.MouseButton.LeftButton or self.line is None:
            return
        self._grip = self._grip_at(QPointF(event.pos()))
        self._grip_offset = self._fraction(QPointF(event.pos()))[1] - self._shown_horizon()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or tilt; without a button show what could be done here."""
        if self.line is None:
            return
        if self._grip == _NOTHING:
            self.setCursor(_CURSORS[self._grip_at(QPointF(event.pos()))])
            return
        across, down = self._fraction(QPointF(event.pos()))
        if self._grip == _MOVE:
            self._move(down - self._grip_offset)
        elif abs(across - 0.5) > 0.1:
            self.line = self.line.through(across, down)
            self.rolled.emit(self.line.roll_deg)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = _NOTHING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and tilt, Delete asks for the automatic value."""
        key, line = event.key(), self.line
        far = COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        moves = {Qt.Key.Key_Up: -KEY_STEP, Qt.Key.Key_Down: KEY_STEP}
        tilts = {Qt.Key.Key_Left: -KEY_STEP_DEG, Qt.Key.Key_Right: KEY_STEP_DEG}
        if line is None:
            super().keyPressEvent(event)
        elif key in moves:
            self._move(line.horizon + far * moves[key])
        elif key in tilts:
            self.line = line.tilted_to(line.roll_deg + far * tilts[key])
            self.rolled.emit(self.line.roll_deg)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset_requested.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, horizon: float) -> None:
        if self.line is not None:
            self.line = self.line.moved_to(horizon)
            self.horizon_moved.emit(self.line.horizon)
            self.update()

    def _shown_horizon(self) -> float:
        """Where the line is drawn in the middle: at the edge when it lies outside the photo."""
        return min(max(self.line.horizon if self.line else 0.5, 0.0), 1.0)

    def _fraction(self, place: QPointF) -> Tuple[float, float]:
        rect = self.picture_rect()
        return (
            (place.x() - rect.left()) / max(1.0, rect.width()),
            (place.y() - rect.top()) / max(1.0, rect.height()),
        )

    def _grip_at(self, place: QPointF) -> int:
        if self.line is None or self.image.isNull():
            return _NOTHING
        for across in self.line.handles:
            apart = self.place(across, self.line.down(across)) - place
            if apart.manhattanLength() <= GRAB_PX:
                return _TILT
        across = min(max(self._fraction(place)[0], 0.0), 1.0)
        shift = self._shown_horizon() - self.line.horizon
        line_y = self.place(across, self.line.down(across) + shift).y()
        return _MOVE if abs(line_y - place.y()) <= GRAB_PX else _NOTHING

    def _paint_line(self, painter: QPainter, line: HorizonLine) -> None:
        points = QPolygonF([self.place(*point) for point in line.points()])
        if self._sigma > 0 and not self._own:
            width = 2.0 * self._sigma * self.picture_rect().height()
            painter.setPen(QPen(BAND, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawPolyline(points)
        style = Qt.PenStyle.SolidLine if self._own else Qt.PenStyle.DashLine
        painter.setPen(QPen(EDGE, 4.0))
        painter.drawPolyline(points)
        painter.setPen(QPen(LINE, 2.0, style))
        painter.drawPolyline(points)

    def _paint_handles(self, painter: QPainter, line: HorizonLine) -> None:
        painter.setPen(QPen(EDGE, 1.5))
        painter.setBrush(LINE)
        painter.drawEllipse(self.place(0.5, self._shown_horizon()), HANDLE_PX, HANDLE_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for across in line.handles:
            down = line.down(across)
            if 0.0 <= down <= 1.0:
                for colour, width in ((EDGE, 4.0), (LINE, 2.0)):
                    painter.setPen(QPen(colour, width))
                    painter.drawEllipse(self.place(across, down), HANDLE_PX, HANDLE_PX)


_CURSORS = {
    _NOTHING: Qt.CursorShape.ArrowCursor,
    _MOVE: Qt.CursorShape.SizeVerCursor,
    _TILT: Qt.CursorShape.CrossCursor,
}
