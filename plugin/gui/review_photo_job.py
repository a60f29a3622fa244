"""Reading the photo of a candidate, off the main thread."""

from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageReader

from ..engine.errors import SkymatchError
from .photo_view_job import preview_of


def upright_image(file: Path, longest_side_px: int, is_unfolded: bool) -> QImage:
    """The photo, reduced and upright; null when it is no picture. Worker thread.

    Qt is quick, and a dock that opens need not load the engine for it. What Qt cannot read, HEIC
    for one, and what a search unfolds, a fisheye for one, the reader of searches gives.
    """
    if not is_unfolded:
        image = _by_qt(file, longest_side_px)
        if not image.isNull():
            return image
    try:
        return preview_of(file, longest_side_px)
    except SkymatchError:
        return QImage()


def _by_qt(file: Path, longest_side_px: int) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest_side_px:
        room = QSize(longest_side_px, longest_side_px)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
