"""A legend for heat maps, which QGIS itself draws only from 3.38 on: the colours as a picture."""

from qgis.core import QgsHeatmapRenderer
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from .language import tr

WIDTH_PX, BAR_PX, TEXT_PX = 130, 12, 15
# Pictures that travel inside a style or project, without a file.
_INLINE = "base64:"


def heat_legend(renderer: QgsHeatmapRenderer) -> str:
    """The renderer's colours from low to high, as QGIS takes a picture within a style."""
    image = QImage(WIDTH_PX, BAR_PX + TEXT_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    # The ramp runs to the right in every language, and so must its words.
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ramp = renderer.colorRamp()
    for x in range(WIDTH_PX):
        colour = QColor(ramp.color(x / (WIDTH_PX - 1)))
        colour.setAlpha(max(colour.alpha(), 60))
        painter.fillRect(x, 0, 1, BAR_PX, colour)
    # A grey that reads on light and on dark panels.
    painter.setPen(QPen(QColor(128, 128, 128)))
    font = painter.font()
    font.setPixelSize(TEXT_PX - 4)
    painter.setFont(font)
    room = QRectF(0, BAR_PX, WIDTH_PX, TEXT_PX)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, tr("less probable"))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, tr("more"))
    painter.end()
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return _INLINE + bytes(png.toBase64()).decode("ascii")
