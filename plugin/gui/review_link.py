"""One spot in three pictures: pointing at it in photo, chip or map marks it in the other two."""

import math
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF

from ..engine.errors import SkymatchError
from ..layers.camera_text import ALL_ROUND_DEG, camera_of, fov_of
from ..layers.coordinates import moved
from .review_chip import AerialChip
from .review_chip_job import ChipFrame
from .review_marks import MapMarks
from .review_photo import PhotoView

if TYPE_CHECKING:
    from ..engine.camera import Camera


class CrosshairLink(QObject):
    """Follows the mouse. Without a camera the photo takes no part."""

    def __init__(
        self,
        photo: PhotoView,
        chip: AerialChip,
        marks: MapMarks,
        canvas: QgsMapCanvas,
        project: QgsProject,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._photo, self._chip, self._marks = photo, chip, marks
        self._canvas, self._project = canvas, project
        self._feature: Optional[QgsFeature] = None
        self._known_camera: "Optional[Camera]" = None
        photo.pointed.connect(self._photo_pointed)
        photo.unpointed.connect(self._unpointed)
        chip.pointed.connect(self._chip_pointed)
        chip.unpointed.connect(self._unpointed)

    def use(self, feature: QgsFeature) -> None:
        """The candidate that photo and chip show."""
        self._feature, self._known_camera = feature, None
        self._photo.go_round((fov_of(feature) or 0.0) >= ALL_ROUND_DEG)

    def map_pointed(self, point: QgsPointXY) -> None:
        """The mouse is over the map, at a place in the map's CRS."""
        frame = self._chip.frame
        if frame is None or not self._chip.isVisible():
            return
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            ground = moved(point, crs, frame.crs, self._project)
        except SkymatchError:
            self._chip.mark(None)
            self._photo.mark(None)
            return
        self._chip.mark(ground)
        self._photo.mark(self._pixel_of(ground, frame))

    def _photo_pointed(self, fraction: QPointF) -> None:
        from ..engine.sight import sight_of

        frame = self._chip.frame
        camera = self._camera()
        if frame is None or camera is None:
            self._photo.mark(None)
            return
        sight = sight_of(camera, fraction.x(), fraction.y(), self._photo.aspect)
        if sight.right_m is None or sight.ahead_m is None:
            self._chip.mark(None, sight.azimuth_deg)
            self._marks.hide_cross()
            return
        ground = _ground_of(frame, sight.right_m, sight.ahead_m)
        self._chip.mark(ground, sight.azimuth_deg)
        self._marks.cross_at(ground, frame.crs)

    def _chip_pointed(self, ground: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> None:
        self._marks.cross_at(ground, crs)
        if self._chip.frame is not None:
            self._photo.mark(self._pixel_of(ground, self._chip.frame))

    def _unpointed(self) -> None:
        self._marks.hide_cross()
        self._chip.mark(None)
        self._photo.mark(None)

    def _camera(self) -> "Optional[Camera]":
        """Read when it is needed: the dock opens without the engine."""
        if self._known_camera is None and self._feature is not None:
            self._known_camera = camera_of(self._feature)
        return self._known_camera

    def _pixel_of(self, ground: QgsPointXY, frame: ChipFrame) -> Optional[QPointF]:
        from ..engine.sight import pixel_of

        camera = self._camera()
        if camera is None or self._photo.image.isNull():
            return None
        turn = math.radians(frame.grid_heading_deg)
        east_m, north_m = ground.x() - frame.camera.x(), ground.y() - frame.camera.y()
        right_m = east_m * math.cos(turn) - north_m * math.sin(turn)
        ahead_m = east_m * math.sin(turn) + north_m * math.cos(turn)
        pixel = pixel_of(camera, right_m, ahead_m, self._photo.aspect)
        return None if pixel is None else QPointF(*pixel)


def _ground_of(frame: ChipFrame, right_m: float, ahead_m: float) -> QgsPointXY:
    """A place relative to the camera, in the chip's CRS."""
    turn = math.radians(frame.grid_heading_deg)
    return QgsPointXY(
        frame.camera.x() + right_m * math.cos(turn) + ahead_m * math.sin(turn),
        frame.camera.y() - right_m * math.sin(turn) + ahead_m * math.cos(turn),
    )
