"""The ground before the camera as seen from above, beside the photo."""

from typing import Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..layers.language import tr
from .long_tip import long_tip
from .painted_text import paint_text
from .review_chip_job import BACKGROUND

CAMERA, EDGE = QColor(255, 214, 10), QColor(0, 0, 0)


class BirdseyeView(QLabel):
    """Shows the picture that `skymatch:inspectphoto` draws: view direction up.

    A label, see `HeadingDial`.
    """

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.message = ""
        self._camera_down = 1.0
        self._waiting = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Bird's-eye view"))
        self.setToolTip(
            long_tip(
                tr(
                    "The ground of the photo from above: this is what is compared with the "
                    "imagery. Straight kerbs and markings that look straight and evenly wide here "
                    "mean that horizon and field of view are right."
                )
            )
        )

    def sizeHint(self) -> QSize:
        """A square, as high as the photo beside it."""
        return QSize(8, 8) * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        """As wide as half a narrow dock."""
        return QSize(7, 5) * self.fontMetrics().height()

    def show_message(self, text: str) -> None:
        """No picture, but a sentence."""
        self.image, self.message, self._waiting = QImage(), text, False
        self.update()

    def show_waiting(self) -> None:
        """A new picture is being made; the old one fades."""
        self._waiting = True
        if self.image.isNull():
            self.message = tr("Looking at the ground …")
        self.update()

    def show_picture(self, image: QImage, panorama: bool) -> None:
        """A picture; the camera is at its bottom, of a panorama in its middle."""
        self.image, self._waiting, self.message = image, False, ""
        self._camera_down = 0.5 if panorama else 1.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture as large as it fits, and the camera."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image.isNull():
            painter.fillRect(self.rect(), self.palette().color(self.palette().ColorRole.Base))
            painter.setPen(self.palette().color(self.foregroundRole()))
            paint_text(painter, QRectF(self.rect()).adjusted(6, 4, -6, -4), self.message)
            return
        painter.fillRect(self.rect(), QColor(BACKGROUND))
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2.0, (self.height() - size.height()) / 2.0
        painter.setOpacity(0.8 if self._waiting else 1.0)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)
        painter.setOpacity(1.0)
        foot = top + self._camera_down * size.height() - (1.0 if self._camera_down == 1.0 else 0.0)
        self._paint_camera(painter, QPointF(left + size.width() / 2.0, foot))

    def _paint_camera(self, painter: QPainter, foot: QPointF) -> None:
        half = self.fontMetrics().height() / 3.0
        corners = (QPointF(-half, 0.0), QPointF(half, 0.0), QPointF(0.0, -2.2 * half))
        painter.setPen(QPen(EDGE, 1.5))
        painter.setBrush(CAMERA)
        painter.drawPolygon(QPolygonF([foot + corner for corner in corners]))
