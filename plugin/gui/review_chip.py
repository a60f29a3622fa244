"""The aerial chip of the selected candidate, with its view, a scale, and a linked crosshair."""

import math
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..layers.language import tr
from .painted_text import paint_text
from .review_chip_job import BACKGROUND, CHIP_M, CHIP_PX, ChipFrame

RINGS_M = (10.0, 20.0)
VIEW_M = 25.0
AMBER = QColor(255, 176, 0)
CASING = QColor(16, 24, 32, 190)
SMALLEST_PX = 150


class AerialChip(QWidget):
    """Shows a chip and tells what the mouse points at.

    Signals:
        pointed: the place under the mouse, and its CRS.
        unpointed: the mouse left.
    """

    pointed = pyqtSignal(QgsPointXY, QgsCoordinateReferenceSystem)
    unpointed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.frame: Optional[ChipFrame] = None
        self.crosshair: Optional[QPointF] = None
        self._image = QImage()
        self._message = ""
        self._fov_deg: Optional[float] = None
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            tr(
                "The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. "
                "Move the mouse here to see the same spot on the map."
            )
        )

    def sizeHint(self) -> QSize:
        """A square beside a photo."""
        return QSize(220, 220)

    def show_message(self, text: str) -> None:
        """A sentence instead of a picture."""
        self._image, self._message, self.frame, self.crosshair = QImage(), text, None, None
        self.setAccessibleDescription(text)
        self.update()

    def show_chip(self, image: QImage, frame: ChipFrame, fov_deg: Optional[float]) -> None:
        """A picture made by the chip renderer; the field of view is drawn when it is known."""
        self._image, self.frame, self._fov_deg, self._message = image, frame, fov_deg, ""
        self.update()

    def mark(self, ground: Optional[QgsPointXY]) -> None:
        """Put the crosshair onto a place in the chip's CRS; None takes it away."""
        self.crosshair = None
        if ground is not None and self.frame is not None:
            self.crosshair = self.frame.pixel(ground)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the place."""
        if self.frame is None:
            return
        room = self._room()
        scale = CHIP_PX / room.width()
        pixel = QPointF((event.pos().x() - room.x()) * scale, (event.pos().y() - room.y()) * scale)
        if 0 <= pixel.x() <= CHIP_PX and 0 <= pixel.y() <= CHIP_PX:
            self.crosshair = pixel
            self.pointed.emit(self.frame.ground(pixel), self.frame.crs)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No crosshair without a mouse."""
        self.crosshair = None
        self.unpointed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, view, rings, scale, crosshair."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        room = self._room()
        painter.fillRect(self.rect(), QColor(BACKGROUND))
        if self.frame is None:
            painter.setPen(QColor(220, 220, 220))
            paint_text(painter, room.adjusted(8, 8, -8, -8), self._message)
            return
        painter.drawImage(room, self._image)
        painter.setClipRect(room)
        painter.translate(room.topLeft())
        painter.scale(room.width() / CHIP_PX, room.height() / CHIP_PX)
        self._draw_view(painter, self.frame.pixel(self.frame.camera))
        self._draw_north(painter, self.frame.grid_heading_deg)
        self._draw_scale(painter)
        if self.crosshair is not None:
            _draw_cross(painter, self.crosshair)

    def _room(self) -> QRectF:
        """The square in the widget that the chip fills."""
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2.0, (self.height() - side) / 2.0, side, side)

    def _draw_view(self, painter: QPainter, camera: QPointF) -> None:
        px_per_m = CHIP_PX / CHIP_M
        for radius_m in RINGS_M:
            radius = radius_m * px_per_m
            _cased(painter, _ring(camera, radius), QColor(255, 255, 255, 150), 1.5)
            at = QPointF(camera.x() + 3.0, camera.y() - radius - 4.0)
            _text(painter, at, f"{radius_m:.0f} m")
        view = QPainterPath(camera)
        fov_deg = self._fov_deg if self._fov_deg is not None and self._fov_deg < 180.0 else 0.0
        for side in (-1.0, 1.0) if fov_deg else (0.0,):
            angle = math.radians(side * fov_deg / 2.0)
            view.moveTo(camera)
            view.lineTo(
                camera.x() + VIEW_M * px_per_m * math.sin(angle),
                camera.y() - VIEW_M * px_per_m * math.cos(angle),
            )
        _cased(painter, view, AMBER, 2.5)
        painter.setPen(QPen(CASING, 2.0))
        painter.setBrush(AMBER)
        painter.drawEllipse(camera, 7.0, 7.0)

    def _draw_north(self, painter: QPainter, grid_heading_deg: float) -> None:
        painter.save()
        painter.translate(CHIP_PX - 34.0, 34.0)
        painter.rotate(-grid_heading_deg)
        arrow = QPainterPath(QPointF(0.0, 14.0))
        arrow.lineTo(0.0, -14.0)
        arrow.moveTo(-6.0, -6.0)
        arrow.lineTo(0.0, -14.0)
        arrow.lineTo(6.0, -6.0)
        _cased(painter, arrow, QColor("white"), 2.5)
        _text(painter, QPointF(-6.0, -18.0), tr("N"))
        painter.restore()

    def _draw_scale(self, painter: QPainter) -> None:
        left, bottom, length = 14.0, CHIP_PX - 14.0, 10.0 * CHIP_PX / CHIP_M
        bar = QPainterPath(QPointF(left, bottom - 8.0))
        for x, y in ((left, bottom), (left + length, bottom), (left + length, bottom - 8.0)):
            bar.lineTo(x, y)
        _cased(painter, bar, QColor("white"), 2.5)
        _text(painter, QPointF(left + 6.0, bottom - 8.0), "10 m")


def _ring(centre: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    return path


def _cased(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """A line that reads on light and on dark ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(CASING, width + 2.0))
    painter.drawPath(path)
    painter.setPen(QPen(colour, width))
    painter.drawPath(path)


def _text(painter: QPainter, at: QPointF, text: str) -> None:
    font = painter.font()
    font.setPixelSize(19)
    font.setBold(True)
    path = QPainterPath()
    path.addText(at, font, text)
    painter.setPen(QPen(CASING, 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.fillPath(path, QColor("white"))


def _draw_cross(painter: QPainter, at: QPointF) -> None:
    cross = QPainterPath()
    for dx, dy in ((1.0, 0.0), (0.0, 1.0)):
        for sign in (-1.0, 1.0):
            cross.moveTo(at.x() + sign * dx * 5.0, at.y() + sign * dy * 5.0)
            cross.lineTo(at.x() + sign * dx * 22.0, at.y() + sign * dy * 22.0)
    _cased(painter, cross, QColor(0, 229, 255), 2.5)
