"""The aerial chip of the selected candidate, with its view, a scale, and a linked crosshair."""

import math
from typing import List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..layers.language import tr
from .crosshair import CASING, CROSS, draw_cased, draw_cross
from .long_tip import long_tip
from .painted_text import paint_text
from .review_chip_job import BACKGROUND, CHIP_M, CHIP_PX, ChipFrame

RINGS_M = (10.0, 20.0)
VIEW_M = 25.0
AMBER, SOFT_WHITE = QColor(255, 176, 0), QColor(255, 255, 255, 150)
SMALLEST_PX = 150
LETTERS = 0.7  # of the widget's usual letters


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
        self.sight_deg: Optional[float] = None
        self._image = QImage()
        self._message = ""
        self._fov_deg: Optional[float] = None
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            long_tip(
                tr(
                    "The imagery at this candidate, direction of view upward. Rings at 10 and 20 "
                    "m. Move the mouse here to see the same spot in the photo and on the map."
                )
            )
        )

    def sizeHint(self) -> QSize:
        """A square beside a photo; where there is room, both grow."""
        return QSize(SMALLEST_PX, SMALLEST_PX)

    def show_message(self, text: str) -> None:
        """A sentence instead of a picture."""
        self._image, self._message, self.frame = QImage(), text, None
        self.crosshair = self.sight_deg = None
        self.setAccessibleDescription(text)
        self.update()

    def show_chip(self, image: QImage, frame: ChipFrame, fov_deg: Optional[float]) -> None:
        """A picture made by the chip renderer; the field of view is drawn when it is known."""
        self._image, self.frame, self._fov_deg, self._message = image, frame, fov_deg, ""
        self.update()

    def mark(self, ground: Optional[QgsPointXY], sight_deg: Optional[float] = None) -> None:
        """Put the crosshair onto a place in the chip's CRS; None takes it away.

        Args:
            ground: the place.
            sight_deg: draw the line of sight too, in degrees from the direction of the photo.
        """
        self.crosshair, self.sight_deg = None, sight_deg
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
            self.crosshair, self.sight_deg = pixel, None
            self.pointed.emit(self.frame.ground(pixel), self.frame.crs)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No crosshair without a mouse."""
        self.crosshair = self.sight_deg = None
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
        scale = room.width() / CHIP_PX
        camera = self.frame.pixel(self.frame.camera) * scale
        self._draw_view(painter, camera, room.width() / CHIP_M)
        self._draw_north(painter, room.width())
        self._draw_scale(painter, room)
        if self.sight_deg is not None:
            far = _ahead(self.sight_deg, 2.0 * room.width())
            _line(painter, [camera, camera + far], CROSS, 1.5)
        if self.crosshair is not None:
            draw_cross(painter, self.crosshair * scale)

    def _room(self) -> QRectF:
        """The square in the widget that the chip fills."""
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2.0, (self.height() - side) / 2.0, side, side)

    def _draw_view(self, painter: QPainter, camera: QPointF, px_per_m: float) -> None:
        for radius_m in RINGS_M:
            radius = radius_m * px_per_m
            ring = QPainterPath()
            ring.addEllipse(camera, radius, radius)
            draw_cased(painter, ring, SOFT_WHITE, 1.0)
            self._text(painter, camera + QPointF(3.0, -radius - 2.0), f"{radius_m:.0f} m")
        fov_deg = self._fov_deg if self._fov_deg is not None and self._fov_deg < 180.0 else 0.0
        for side in (-0.5, 0.5) if fov_deg else (0.0,):
            edge = _ahead(side * fov_deg, VIEW_M * px_per_m)
            _line(painter, [camera, camera + edge], AMBER, 2.0)
        painter.setPen(QPen(CASING, 1.5))
        painter.setBrush(AMBER)
        painter.drawEllipse(camera, 4.5, 4.5)

    def _draw_north(self, painter: QPainter, side: float) -> None:
        half = 0.5 * self.fontMetrics().height()
        painter.save()
        painter.translate(side - 2.2 * half, 2.2 * half)
        painter.rotate(-self.frame.grid_heading_deg if self.frame is not None else 0.0)
        tip = QPointF(0.0, -half)
        _line(painter, [QPointF(0.0, half), tip], QColor("white"), 1.5)
        wings = [QPointF(-half / 2.0, -half / 3.0), tip, QPointF(half / 2.0, -half / 3.0)]
        _line(painter, wings, QColor("white"), 1.5)
        self._text(painter, QPointF(-half / 3.0, -1.2 * half), tr("N"))
        painter.restore()

    def _draw_scale(self, painter: QPainter, room: QRectF) -> None:
        left, bottom, length = 6.0, room.height() - 6.0, 10.0 * room.width() / CHIP_M
        ends = [(left, bottom - 4), (left, bottom), (left + length, bottom)]
        bar = [QPointF(*end) for end in (*ends, (left + length, bottom - 4))]
        _line(painter, bar, QColor("white"), 1.5)
        self._text(painter, QPointF(left + 4.0, bottom - 4.0), "10 m")

    def _text(self, painter: QPainter, at: QPointF, text: str) -> None:
        font = self.font()
        font.setPixelSize(max(9, round(LETTERS * self.fontMetrics().height())))
        font.setBold(True)
        path = QPainterPath()
        path.addText(at, font, text)
        painter.setPen(QPen(CASING, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.fillPath(path, QColor("white"))


def _ahead(right_deg: float, length: float) -> QPointF:
    """A way in a picture whose top is ahead."""
    angle = math.radians(right_deg)
    return QPointF(length * math.sin(angle), -length * math.cos(angle))


def _line(painter: QPainter, points: List[QPointF], colour: QColor, width: float) -> None:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    draw_cased(painter, path, colour, width)
