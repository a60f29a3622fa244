"""Text in painted widgets."""

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QPainter, QTextOption


def paint_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    alignment: "Qt.AlignmentFlag" = Qt.AlignmentFlag.AlignCenter,
    wrap: bool = True,
) -> None:
    """Write a text with the painter's pen, on several lines if it may be wrapped."""
    option = QTextOption(alignment)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WordWrap if wrap else modes.NoWrap)
    painter.drawText(room, text, option)
