"""Reading a photo for the preview, off the main thread, with the reader that searches use."""

from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage

LONGEST_SIDE_PX = 1000


def preview_of(file: Path, longest_side_px: int = LONGEST_SIDE_PX) -> QImage:
    """The photo, upright and small. Worker thread.

    Raises:
        SkymatchError: no reader can read it; the sentence names the next step.
    """
    from ..imagery.photo_file import read_photo_file

    rgb = read_photo_file(file).rgb
    height_px, width_px = rgb.shape[:2]
    pixels = rgb.tobytes()
    whole = QImage(pixels, width_px, height_px, 3 * width_px, QImage.Format.Format_RGB888)
    if max(width_px, height_px) <= longest_side_px:
        return whole.copy()
    return whole.scaled(
        QSize(longest_side_px, longest_side_px),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
