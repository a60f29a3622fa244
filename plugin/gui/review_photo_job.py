"""Reading the photo of a candidate, off the main thread."""

from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageReader

from ..engine.errors import SkymatchError
from .photo_view_job import preview_of


def upright_image(file: Path, longest_side_px: int) -> QImage:
    """The photo as a search reads it, reduced; null when it is no picture. Worker thread.

    The reader of searches comes first: it turns, unfolds and crops as the camera of a candidate
    expects. What it refuses, a very small picture for one, Qt may still show.
    """
    try:
        return preview_of(file, longest_side_px)
    except SkymatchError:
        pass  # Qt is asked
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest_side_px:
        room = QSize(longest_side_px, longest_side_px)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
