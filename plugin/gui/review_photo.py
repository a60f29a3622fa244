"""The photo beside the chip, upright, read in the background."""

from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..engine.errors import SkymatchError
from ..layers.language import tr
from .painted_text import paint_text
from .photo_view_job import preview_of
from .review_chip_job import BACKGROUND

LONGEST_SIDE_PX = 1200
SMALLEST_PX = 150


def upright_image(file: Path, longest_side_px: int) -> QImage:
    """A picture reduced and turned as its EXIF orientation says; null when it is none.

    What Qt cannot read, HEIC for one, the reader of photos may. Worker thread.
    """
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest_side_px:
        room = QSize(longest_side_px, longest_side_px)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if not image.isNull():
        return image
    try:
        return preview_of(file)
    except SkymatchError:
        return QImage()


class PhotoView(QWidget):
    """Shows one photo.

    Signals:
        loaded: the photo at this path has been read; the picture may be null.
    """

    loaded = pyqtSignal(str, QImage)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.file: Optional[Path] = None
        self._message = ""
        # A task that nobody references never reports its end (qgis/QGIS 59464).
        self._tasks: List[_ReadTask] = []
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Beside a square chip."""
        return QSize(260, 220)

    def show_photo(self, file: Optional[Path], otherwise: str) -> None:
        """Read and show a photo; without a file, say why."""
        if file is not None and file == self.file:
            return
        self.file, self.image, self._message = file, QImage(), otherwise
        if file is not None:
            self._message = tr("Reading the photo …")
            task = _ReadTask(file)
            task.read.connect(self._show)
            self._tasks.append(task)
            QgsApplication.taskManager().addTask(task)
        self.setToolTip(str(file) if file else otherwise)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(BACKGROUND))
        if self.image.isNull():
            painter.setPen(QColor(220, 220, 220))
            paint_text(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), self._message)
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2.0, (self.height() - size.height()) / 2.0
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)

    def _show(self, path: str, image: QImage) -> None:
        self._tasks = [task for task in self._tasks if task.path != path]
        if self.file is None or str(self.file) != path:
            return  # another photo has been chosen meanwhile
        self.image = image
        self._message = tr("{} cannot be read as a picture.").format(self.file.name)
        self.loaded.emit(path, image)
        self.update()


class _ReadTask(QgsTask):
    """Reads one picture.

    Signals:
        read: path and picture; emitted in the main thread.
    """

    read = pyqtSignal(str, QImage)

    def __init__(self, file: Path) -> None:
        super().__init__(f"Skymatch: {file.name}", QgsTask.Flag.CanCancel)
        self.path = str(file)
        self._image = QImage()

    def run(self) -> bool:
        """Worker thread."""
        self._image = upright_image(Path(self.path), LONGEST_SIDE_PX)
        return True

    def finished(self, result: bool) -> None:
        """Main thread."""
        self.read.emit(self.path, self._image)
