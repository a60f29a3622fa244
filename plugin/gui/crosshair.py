"""Lines and crosshairs on pictures, whatever is below them: light, with a dark edge."""

from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen

CASING, CROSS = QColor(16, 24, 32, 190), QColor(0, 229, 255)
GAP_PX, ARM_PX, LINE_PX = 4.0, 13.0, 2.0


def draw_cased(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """A line that reads on light and on dark ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(CASING, width + 2.0))
    painter.drawPath(path)
    painter.setPen(QPen(colour, width))
    painter.drawPath(path)


def draw_cross(painter: QPainter, at: QPointF, scale: float = 1.0) -> None:
    """The crosshair, open in the middle so that it hides nothing."""
    cross = QPainterPath()
    for x, y in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        way = QPointF(x, y) * scale
        cross.moveTo(at + way * GAP_PX)
        cross.lineTo(at + way * ARM_PX)
    draw_cased(painter, cross, CROSS, LINE_PX * scale)
