"""`skymatch:locatephoto`: where in the indexed imagery was this photo taken?"""

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterable, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from ..engine.errors import SkymatchError
from ..layers.tables import CANDIDATES, CELLS, HEAT, REGIONS, TABLES, WEDGES, fields_of
from . import locate_inputs as names
from .common import RESOURCES, Parameters, Results, SkymatchAlgorithm, index_path, pack_of_folder
from .feedback import ProcessingFeedback
from .locate_report import index_lines, photo_lines, result_lines

if TYPE_CHECKING:
    from ..engine.camera import Camera
    from ..engine.locate import LocateResult
    from ..engine.pack import ModelPack
    from ..engine.photo import Photo
    from ..index.info import IndexInfo
    from ..layers.results import ResultOrigin

LOCATE_ICON = RESOURCES / "icons" / "locatephoto.svg"

SINKS = {
    "CANDIDATES": CANDIDATES,
    "WEDGES": WEDGES,
    "CELLS": CELLS,
    "HEAT": HEAT,
    "REGIONS": REGIONS,
}


class LocatePhoto(SkymatchAlgorithm):
    """Finds the camera's position and heading and writes them as result layers."""

    NAME = "locatephoto"
    TITLE = "Locate photo"
    SUMMARY = "Finds where a street photo was taken, in imagery that was indexed before."
    TAGS = ("photo", "geolocation", "cross-view", "street view", "panorama", "pose")
    NEEDS_MODEL = True

    def icon(self) -> QIcon:
        """The algorithm's own icon."""
        return QIcon(str(LOCATE_ICON))

    def svgIconPath(self) -> str:
        """The same as a file."""
        return str(LOCATE_ICON)

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        names.declare(self)

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: find the index (it may be attached to the project), ready the styles."""
        from ..layers.loading import ResultLoader

        self._index_file = index_path(
            self.parameterAsString(parameters, names.INDEX, context), context.project()
        )
        self._loader = ResultLoader()

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: read, search, write."""
        try:
            return self._locate(parameters, context, feedback)
        finally:
            self._loader.finish()

    def _locate(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        from ..engine.encoder import Encoder
        from ..engine.feedback import StepFeedback
        from ..engine.locate import LocateSettings, locate
        from ..engine.photo import read_photo
        from ..index.reader import read_index

        progress = ProcessingFeedback(feedback)
        photo_file = Path(self.parameterAsFile(parameters, names.PHOTO, context))
        photo = read_photo(photo_file)
        camera = self._camera(parameters, context, photo)
        given_fov_deg = self._optional(parameters, names.FOV, context)
        _tell(feedback, photo_lines(photo, camera, given_fov_deg))

        pack = pack_of_folder(self.parameterAsString(parameters, names.MODEL, context))
        index = read_index(self._index_file, StepFeedback(progress, 0.0, 0.1))
        refuse_other_model(index.info, pack)
        _tell(feedback, index_lines(index, self._index_file.name))

        crs = index.info.grid.crs
        settings = LocateSettings(
            heading_deg=self._optional(parameters, names.HEADING, context),
            heading_tolerance_deg=self.parameterAsDouble(
                parameters, names.HEADING_TOLERANCE, context
            ),
            area=self._area(parameters, context, crs),
            count=self.parameterAsInt(parameters, names.COUNT, context),
        )
        step = StepFeedback(progress, 0.1, 0.95)
        result = locate(photo, camera, index.tokens, Encoder(pack), settings, step)
        _tell(feedback, result_lines(result))
        origin = self._origin(photo, photo_file, camera, pack)
        return {**self._write(parameters, context, crs, result, origin), **numbers_of(result)}

    def _camera(
        self, parameters: Parameters, context: QgsProcessingContext, photo: "Photo"
    ) -> "Camera":
        from ..engine import camera as cameras
        from ..engine.photo import camera_of

        kind = self.parameterAsEnum(parameters, names.PROJECTION, context)
        projection = {
            names.PERSPECTIVE: cameras.PERSPECTIVE,
            names.PANORAMA: cameras.EQUIRECTANGULAR,
        }.get(kind)
        return camera_of(
            photo,
            fov_deg=self._optional(parameters, names.FOV, context),
            horizon=self._optional(parameters, names.HORIZON, context),
            height_m=self._optional(parameters, names.CAMERA_HEIGHT, context),
            projection=projection,
        )

    def _area(self, parameters: Parameters, context: QgsProcessingContext, crs: str) -> Any:
        """The area as a shapely geometry in the CRS of the index; None for everywhere."""
        from .locate_area import area_of

        source = self.parameterAsSource(parameters, names.AREA, context)
        if source is None:
            if parameters.get(names.AREA):
                raise SkymatchError(
                    self.tr("The area layer cannot be read. Choose a polygon layer or none.")
                )
            return None
        return area_of(source, crs, context)

    def _optional(
        self, parameters: Parameters, name: str, context: QgsProcessingContext
    ) -> Optional[float]:
        """A number, or None when the user left it empty."""
        given = parameters.get(name)
        if given is None or given == "" or given == NULL:
            return None
        return float(self.parameterAsDouble(parameters, name, context))

    def _origin(
        self, photo: "Photo", photo_file: Path, camera: "Camera", pack: "ModelPack"
    ) -> "ResultOrigin":
        from ..layers.results import ResultOrigin

        return ResultOrigin(
            photo=photo.name,
            path=photo_file.resolve().as_posix(),
            sha256=photo.sha256,
            model=f"{pack.name} {pack.version}",
            index=self._index_file.name,
            utc=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            fov_deg=camera.fov_deg,
        )

    def _write(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        crs: str,
        result: "LocateResult",
        origin: "ResultOrigin",
    ) -> Results:
        """Fill the sinks, one after the other: several may be tables of one GeoPackage."""
        from ..layers.results import features_of

        self._loader.title = Path(origin.photo).stem
        layers: Results = {}
        for name, kind in SINKS.items():
            sink, layer_id = self.parameterAsSink(
                parameters,
                name,
                context,
                fields_of(kind),
                TABLES[kind].geometry,
                QgsCoordinateReferenceSystem(crs),
            )
            if sink is None:
                if parameters.get(name):
                    raise QgsProcessingException(self.invalidSinkError(parameters, name))
                continue
            fast = QgsFeatureSink.Flag.FastInsert
            if not sink.addFeatures(list(features_of(kind, result, origin)), fast):
                raise SkymatchError(
                    self.tr("The layer {} could not be written: {}").format(name, sink.lastError())
                )
            sink.flushBuffer()
            del sink
            layers[name] = layer_id
            self._loader.expect(context, kind, layer_id)
        return layers


def refuse_other_model(info: "IndexInfo", pack: "ModelPack") -> None:
    """Codes of different models cannot be compared."""
    if info.model_sha256 != pack.sha256:
        raise SkymatchError(
            f"This index was made by the model {info.model_name} {info.model_version} "
            f"({info.model_sha256[:8]}), but the photo would be read by {pack.name} "
            f"{pack.version} ({pack.sha256[:8]}). Choose the model of the index, or build the "
            "index again with this one."
        )


def numbers_of(result: "LocateResult") -> Results:
    """The numeric outputs; without any candidate only what is known."""
    numbers: Results = {
        "NOT_HERE_PROBABILITY": result.not_here_probability,
        "SECONDS": result.seconds,
    }
    if result.candidates:
        best = result.candidates[0]
        numbers["BEST_LON"] = best.lon
        numbers["BEST_LAT"] = best.lat
        numbers["BEST_HEADING"] = best.heading_deg
        numbers["BEST_PROBABILITY"] = best.probability
    return numbers


def _tell(feedback: QgsProcessingFeedback, lines: Iterable[str]) -> None:
    for line in lines:
        feedback.pushInfo(line)
