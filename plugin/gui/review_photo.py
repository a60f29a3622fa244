"""The photo beside the chip: upright, can be enlarged and moved, with a linked crosshair."""

from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..layers.language import tr
from .crosshair import draw_cross
from .long_tip import long_tip
from .painted_text import paint_text
from .picture_frame import PictureFrame
from .review_chip_job import BACKGROUND
from .review_photo_job import upright_image

LONGEST_SIDE_PX = 2400
SMALLEST_PX = 150
WHEEL_STEP = 1.25
PANORAMA_ASPECT = 1.9


class PhotoView(QWidget):
    """Shows one photo.

    Signals:
        loaded: the photo at this path has been read; the picture may be null.
        pointed: the place under the mouse, as fractions of the photo's width and height.
        unpointed: the mouse is not on the photo any more.
    """

    loaded = pyqtSignal(str, QImage)
    pointed = pyqtSignal(QPointF)
    unpointed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.file: Optional[Path] = None
        self.crosshair: Optional[QPointF] = None
        self._zoom = 0.0
        self._middle = QPointF(0.5, 0.5)
        self._goes_round = False
        self._held: Optional[QPointF] = None
        self._message = ""
        # A task that nobody references never reports its end (qgis/QGIS 59464).
        self._tasks: List[_ReadTask] = []
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Beside a square chip; where there is room, both grow."""
        return QSize(180, SMALLEST_PX)

    @property
    def aspect(self) -> float:
        """Width of the photo over its height."""
        return self.image.width() / max(1, self.image.height())

    @property
    def frame(self) -> PictureFrame:
        """Where the photo is drawn; a wide panorama at first so that it fills the view."""
        picture, room = QSizeF(self.image.size()), QSizeF(self.size())
        whole = PictureFrame(picture, room, goes_round=self._goes_round)
        usual = whole.filling_zoom if self.aspect > PANORAMA_ASPECT else 1.0
        frame = PictureFrame(
            picture, room, self._zoom or usual, self._middle, goes_round=self._goes_round
        )
        return frame.moved(QPointF())

    def show_photo(self, file: Optional[Path], otherwise: str, is_unfolded: bool = False) -> None:
        """Read and show a photo, if need be as a search unfolds it; without a file, say why."""
        if file is not None and file == self.file:
            return
        self.file, self.image, self._message = file, QImage(), otherwise
        self.crosshair = None
        self.reset()
        if file is not None:
            self._message = tr("Reading the photo …")
            task = _ReadTask(file, is_unfolded)
            task.read.connect(self._show)
            self._tasks.append(task)
            QgsApplication.taskManager().addTask(task)
        self._tell(otherwise)
        self.update()

    def go_round(self, goes_round: bool) -> None:
        """Whether the photo shows all directions, so that its left edge follows its right one."""
        self._goes_round = goes_round
        self.update()

    def reset(self) -> None:
        """As it was at first."""
        self._zoom, self._middle = 0.0, QPointF(0.5, 0.5)
        self.update()

    def mark(self, fraction: Optional[QPointF]) -> None:
        """Put the crosshair onto a place of the photo; None takes it away."""
        self.crosshair = fraction
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge what is under the mouse."""
        if not self.image.isNull():
            steps = event.angleDelta().y() / 120.0
            self._take(self.frame.zoomed(WHEEL_STEP**steps, QPointF(event.position())))
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the photo."""
        if event.button() == Qt.MouseButton.LeftButton and not self.image.isNull():
            self._held = QPointF(event.pos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the place, or move the photo."""
        if self.image.isNull():
            return
        here = QPointF(event.pos())
        if self._held is not None:
            self._take(self.frame.moved(here - self._held))
            self._held = here
            return
        fraction = self.frame.fraction(here)
        if 0.0 <= fraction.x() <= 1.0 and 0.0 <= fraction.y() <= 1.0:
            self.mark(fraction)
            self.pointed.emit(fraction)
        else:
            self.leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As it was at first."""
        self.reset()

    def leaveEvent(self, event: QEvent) -> None:
        """No crosshair without a mouse."""
        self.mark(None)
        self.unpointed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo and the crosshair."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), QColor(BACKGROUND))
        if self.image.isNull():
            painter.setPen(QColor(220, 220, 220))
            paint_text(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), self._message)
            return
        frame = self.frame
        for rect in frame.rects():
            painter.drawImage(rect, self.image)
        if self.crosshair is not None:
            draw_cross(painter, frame.place(self.crosshair))

    def _take(self, frame: PictureFrame) -> None:
        self._zoom, self._middle = frame.zoom, frame.middle
        self.update()

    def _tell(self, otherwise: str) -> None:
        usage = tr(
            "Move the mouse here to see the same spot on the imagery and on the map. Wheel to "
            "enlarge, drag to move, double-click for the whole photo."
        )
        self.setToolTip(long_tip(self.file.name, usage) if self.file else otherwise)

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

    def __init__(self, file: Path, is_unfolded: bool) -> None:
        super().__init__(f"Skymatch: {file.name}", QgsTask.Flag.CanCancel)
        self.path = str(file)
        self._is_unfolded = is_unfolded
        self._image = QImage()

    def run(self) -> bool:
        """Worker thread."""
        self._image = upright_image(Path(self.path), LONGEST_SIDE_PX, self._is_unfolded)
        return True

    def finished(self, result: bool) -> None:
        """Main thread."""
        self.read.emit(self.path, self._image)
