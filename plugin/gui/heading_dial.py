"""A compass dial: the direction of the photo and how sure it is, set by mouse or keys."""

import math
from typing import Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..layers.language import tr
from .long_tip import long_tip
from .painted_text import paint_text

KEY_STEP_DEG, COARSE_DEG, TOLERANCE_STEP_DEG = 1.0, 15.0, 5.0


class HeadingDial(QLabel):
    """Shows a heading, clockwise from north, and its tolerance.

    A label, because style sheets such as that of QGIS's dark theme colour the text of labels only.

    Signals:
        turned: the user has chosen a heading, 0 to 359.
        widened: the user has chosen a tolerance.
        cleared: the heading shall be unknown.
    """

    turned = pyqtSignal(float)
    widened = pyqtSignal(float)
    cleared = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._heading_deg: Optional[float] = None
        self._tolerance_deg = 20.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Heading of the photo"))
        self.setToolTip(
            long_tip(
                tr(
                    "Click or drag to the direction in which the photo looks. Keys: left and "
                    "right, Page up and Page down for 15°, + and - for the tolerance, Delete for "
                    "unknown."
                )
            )
        )

    def sizeHint(self) -> QSize:
        """Grows with the font."""
        return QSize(5, 5) * self.fontMetrics().height()

    def show_heading(self, heading_deg: Optional[float], tolerance_deg: float) -> None:
        """Draw these; None is an unknown heading."""
        self._heading_deg, self._tolerance_deg = heading_deg, tolerance_deg
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point there."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_to(QPointF(event.pos()), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the needle."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, widen, clear."""
        key = event.key()
        turns = {
            Qt.Key.Key_Left: -KEY_STEP_DEG,
            Qt.Key.Key_Down: -KEY_STEP_DEG,
            Qt.Key.Key_Right: KEY_STEP_DEG,
            Qt.Key.Key_Up: KEY_STEP_DEG,
            Qt.Key.Key_PageDown: -COARSE_DEG,
            Qt.Key.Key_PageUp: COARSE_DEG,
        }
        widths = {Qt.Key.Key_Plus: TOLERANCE_STEP_DEG, Qt.Key.Key_Minus: -TOLERANCE_STEP_DEG}
        if key in turns:
            before = self._heading_deg
            self.turned.emit(0.0 if before is None else (before + turns[key]) % 360.0)
        elif key in widths and self._heading_deg is not None:
            self.widened.emit(min(max(self._tolerance_deg + widths[key], 0.0), 180.0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, north, tolerance, needle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, colour = self.palette().ColorRole, self.palette().color
        radius = min(self.width(), self.height()) / 2.0 - 2.0
        painter.translate(self.width() / 2.0, self.height() / 2.0)
        ring = QRectF(-radius, -radius, 2.0 * radius, 2.0 * radius)
        edge = roles.Highlight if self.hasFocus() else roles.Mid
        painter.setPen(QPen(colour(edge), 2.0))
        painter.setBrush(colour(roles.Base))
        painter.drawEllipse(ring)
        if self._heading_deg is not None and self.isEnabled():
            wedge = QColor(colour(roles.Highlight))
            wedge.setAlpha(110)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wedge)
            first_deg = 90.0 - self._heading_deg - self._tolerance_deg
            painter.drawPie(ring, round(16 * first_deg), round(32 * self._tolerance_deg))
        self._paint_marks(painter, radius)
        if self._heading_deg is not None and self.isEnabled():
            painter.setPen(QPen(self.palette().color(self.foregroundRole()), 3.0))
            painter.drawLine(QPointF(0.0, 0.0), _at(self._heading_deg, radius - 3.0))

    def _paint_marks(self, painter: QPainter, radius: float) -> None:
        painter.setPen(QPen(self.palette().color(self.foregroundRole()), 1.0))
        for heading_deg in range(0, 360, 30):
            inner = radius - (5.0 if heading_deg % 90 else 8.0)
            if heading_deg:
                painter.drawLine(_at(heading_deg, inner), _at(heading_deg, radius - 1.0))
        font = painter.font()
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.8))
        font.setBold(True)
        painter.setFont(font)
        room = QRectF(-radius, -radius + 1.0, 2.0 * radius, radius)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        paint_text(painter, room, tr("N"), flags, wrap=False)

    def _point_to(self, place: QPointF, keys: "Qt.KeyboardModifier") -> None:
        east, south = place.x() - self.width() / 2.0, place.y() - self.height() / 2.0
        if math.hypot(east, south) < 3.0:
            return
        step_deg = COARSE_DEG if keys & Qt.KeyboardModifier.ShiftModifier else 1.0
        heading_deg = math.degrees(math.atan2(east, -south))
        self.turned.emit(round(heading_deg / step_deg) * step_deg % 360.0)


def _at(heading_deg: float, distance: float) -> QPointF:
    angle = math.radians(heading_deg)
    return QPointF(distance * math.sin(angle), -distance * math.cos(angle))
