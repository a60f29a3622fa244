"""Aerial chips: the imagery around a candidate turned heading-up, drawn off the main thread."""

import math
from dataclasses import dataclass
from typing import List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapToPixel,
    QgsPoint,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPointF, QSize, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

from ..engine.grid import utm_crs
from ..layers.coordinates import Place, moved, wgs84

CHIP_M = 44.0
CHIP_PX = 440
# The camera stands below the middle: what lies before it is what the photo shows.
CAMERA_DOWN = 0.72
BACKGROUND = "#2b2f33"


@dataclass(frozen=True)
class ChipFrame:
    """Where the pixels of a chip lie on the ground.

    Attributes:
        crs: a metric CRS.
        to_pixel: between that CRS and pixels, rotation included.
        camera: the candidate in that CRS.
        grid_heading_deg: the photo's direction, clockwise from the CRS's north.
    """

    crs: QgsCoordinateReferenceSystem
    to_pixel: QgsMapToPixel
    camera: QgsPointXY
    grid_heading_deg: float

    def ground(self, pixel: QPointF) -> QgsPointXY:
        """The place under a pixel of the chip."""
        return self.to_pixel.toMapCoordinatesF(pixel.x(), pixel.y())

    def pixel(self, ground: QgsPointXY) -> QPointF:
        """The pixel, perhaps outside the chip, of a place in the chip's CRS."""
        return self.to_pixel.transform(ground).toQPointF()


def chip_settings(
    place: Place, layers: List[QgsRasterLayer], project: QgsProject
) -> Tuple[QgsMapSettings, ChipFrame]:
    """What a chip shows: `CHIP_M` ground metres, the direction of view upward."""
    crs = QgsCoordinateReferenceSystem(utm_crs(place.lon, place.lat))
    camera = moved(QgsPointXY(place.lon, place.lat), wgs84(), crs, project)
    # QGIS's own number is the engine's, without loading pyproj into a dock that only opens.
    turned_deg = crs.factors(QgsPoint(place.lon, place.lat)).meridianConvergence()
    heading_deg = place.heading_deg - turned_deg
    ahead_m, turn = (CAMERA_DOWN - 0.5) * CHIP_M, math.radians(heading_deg)
    middle = QgsPointXY(
        camera.x() + ahead_m * math.sin(turn), camera.y() + ahead_m * math.cos(turn)
    )
    half_m = CHIP_M / 2.0
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setTransformContext(project.transformContext())
    settings.setLayers(layers)
    settings.setOutputSize(QSize(CHIP_PX, CHIP_PX))
    settings.setRotation(-heading_deg)
    settings.setExtent(
        QgsRectangle(
            middle.x() - half_m, middle.y() - half_m, middle.x() + half_m, middle.y() + half_m
        )
    )
    settings.setBackgroundColor(QColor(BACKGROUND))
    frame = ChipFrame(crs, QgsMapToPixel(settings.mapToPixel()), camera, heading_deg)
    return settings, frame


@dataclass(frozen=True)
class ChipRequest:
    """One chip to draw: whose it is (any text), and what it shows."""

    key: str
    settings: QgsMapSettings
    frame: ChipFrame


class ChipRenderer(QObject):
    """Draws chips one after the other in QGIS's render threads.

    Signals:
        rendered: the request and its picture.
        idle: nothing is left to draw.
    """

    rendered = pyqtSignal(object, QImage)
    idle = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._waiting: List[ChipRequest] = []
        self._current: Optional[ChipRequest] = None
        self._job: Optional[QgsMapRendererParallelJob] = None

    @property
    def busy(self) -> bool:
        """Whether a chip is being drawn."""
        return self._job is not None

    def request(self, wanted: ChipRequest, urgent: bool) -> None:
        """Have a chip drawn: next when urgent, else after all others."""
        if self._current is not None and self._current.key == wanted.key:
            return
        self._waiting = [other for other in self._waiting if other.key != wanted.key]
        self._waiting.insert(0 if urgent else len(self._waiting), wanted)
        self._start_next()

    def stop(self) -> None:
        """Draw nothing more; what is being drawn is thrown away."""
        self._waiting, self._current = [], None
        if self._job is not None:
            self._job.cancelWithoutBlocking()

    def finish_now(self) -> None:
        """Stop and wait for the render threads: layers are about to be deleted."""
        self.stop()
        job, self._job = self._job, None
        if job is not None and not sip.isdeleted(job):
            job.finished.disconnect(self._finished)
            job.cancel()

    def _start_next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        self._current = self._waiting.pop(0)
        self._job = QgsMapRendererParallelJob(self._current.settings)
        self._job.setParent(self)  # whoever deletes this renderer ends the drawing too
        self._job.finished.connect(self._finished)
        self._job.start()

    def _finished(self) -> None:
        job, done = self._job, self._current
        self._job = self._current = None
        if sip.isdeleted(self):
            return  # QGIS quits: deleting this renderer has ended the job
        if job is not None and not sip.isdeleted(job):
            if done is not None:
                self.rendered.emit(done, job.renderedImage())
            job.deleteLater()
        self._start_next()
        if self._job is None:
            self.idle.emit()
