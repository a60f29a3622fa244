"""`skymatch:locatephotos`: a folder or a layer of photos in one run, into one candidates layer."""

import time
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from ..engine.errors import Cancelled, SkymatchError
from ..layers.tables import CANDIDATES, TABLES, fields_of
from . import locate_folder_inputs as names
from .belief import belief_of
from .common import (
    Parameters,
    Results,
    SkymatchAlgorithm,
    index_path,
    open_encoder,
    pack_of_folder,
)
from .feedback import ProcessingFeedback
from .locate_folder_inputs import PhotoTask
from .locate_photo import LOCATE_ICON
from .locate_report import index_lines
from .settings import memory_limit_bytes, read_settings

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..engine.encoder import Encoder
    from ..engine.feedback import Feedback
    from ..engine.locate import LocateResult
    from ..engine.photo import Photo
    from ..index.pieces import StoredCodes
    from ..layers.results import ResultOrigin


@dataclass(frozen=True)
class _Search:
    """What all photos of a run share; opened once.

    Attributes:
        area: where cameras may stand, in the CRS of the index; None for everywhere.
        gps_radius_m: how far around its own position a photo is searched; None to ignore it.
    """

    encoder: "Encoder"
    codes: "StoredCodes"
    area: "Optional[BaseGeometry]"
    gps_radius_m: Optional[float]
    fov_deg: Optional[float]
    count: int


class LocatePhotos(SkymatchAlgorithm):
    """Locates many photos with one model and one index; photos that fail do not stop it."""

    NAME = "locatephotos"
    TITLE = "Locate several photos"
    SUMMARY = "Finds where the photos of a folder or of a layer were taken, in one run."
    TAGS = ("photos", "folder", "batch", "geolocation", "geotagged", "street view")
    NEEDS_MODEL = True

    def icon(self) -> QIcon:
        """That of Locate photo."""
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

        given = self.parameterAsString(parameters, names.INDEX, context)
        self._index_file = index_path(given, context.project())
        self._loader = ResultLoader()

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: one photo after the other."""
        try:
            return self._locate_all(parameters, context, feedback)
        finally:
            self._loader.finish()

    def _locate_all(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        from ..engine.feedback import StepFeedback

        started = time.monotonic()
        tasks = self._tasks(parameters, context)
        search = self._search(parameters, context)
        for line in index_lines(search.codes):
            feedback.pushInfo(line)
        sink, layer_id = self.parameterAsSink(
            parameters,
            names.CANDIDATES,
            context,
            fields_of(CANDIDATES),
            TABLES[CANDIDATES].geometry,
            QgsCoordinateReferenceSystem(search.codes.grid.crs),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, names.CANDIDATES))
        progress, failed = ProcessingFeedback(feedback), 0
        for number, task in enumerate(tasks):
            step = StepFeedback(progress, number / len(tasks), (number + 1) / len(tasks))
            try:
                line = self._locate_into(sink, search, task, step)
                feedback.pushInfo(f"{number + 1}/{len(tasks)}  {line}")
            except Cancelled:
                raise  # not a photo that failed: the user wants the run to end
            except SkymatchError as error:
                failed += 1
                feedback.pushWarning(f"{number + 1}/{len(tasks)}  {task.file.name}: {error}")
        del sink
        self._loader.expect(context, CANDIDATES, layer_id)
        feedback.pushInfo(self.tr("{} photos located, {} not.").format(len(tasks) - failed, failed))
        return {
            names.CANDIDATES: layer_id,
            "LOCATED": len(tasks) - failed,
            "FAILED": failed,
            "SECONDS": time.monotonic() - started,
        }

    def _tasks(self, parameters: Parameters, context: QgsProcessingContext) -> List[PhotoTask]:
        folder = self.parameterAsString(parameters, names.FOLDER, context)
        source = self.parameterAsSource(parameters, names.PHOTOS, context)
        if bool(folder) == (source is not None):
            raise SkymatchError(
                self.tr("Choose either a folder of photos or a layer that names photos.")
            )
        if source is None:
            self._loader.title = Path(folder).name
            below = self.parameterAsBoolean(parameters, names.SUBFOLDERS, context)
            return names.photos_in(Path(folder), below)
        self._loader.title = source.sourceName()
        fields = self.parameterAsFields(parameters, names.PATH_FIELD, context)
        return names.photos_of(source, (fields or [names.USUAL_FIELD])[0], context)

    def _search(self, parameters: Parameters, context: QgsProcessingContext) -> _Search:
        from .locate_area import area_of
        from .locate_territories import open_indexes

        pack = pack_of_folder(self.parameterAsString(parameters, names.MODEL, context))
        (codes,) = open_indexes([self._index_file], pack)
        area = self.parameterAsSource(parameters, names.AREA, context)
        use_gps = self.parameterAsBoolean(parameters, names.USE_GPS, context)
        radius_m = self.parameterAsDouble(parameters, names.GPS_RADIUS, context)
        has_fov = parameters.get(names.FOV) not in (None, "")
        fov_deg = self.parameterAsDouble(parameters, names.FOV, context) if has_fov else None
        return _Search(
            encoder=open_encoder(pack),
            codes=codes,
            area=None if area is None else area_of(area, codes.grid.crs, context),
            gps_radius_m=radius_m if use_gps else None,
            fov_deg=fov_deg,
            count=self.parameterAsInt(parameters, names.COUNT, context),
        )

    def _locate_into(
        self, sink: QgsFeatureSink, search: _Search, task: PhotoTask, feedback: "Feedback"
    ) -> str:
        """Locate one photo, write its candidates, and say what was found."""
        from ..engine.feedback import stop_if_cancelled
        from ..engine.hypotheses import CameraClues
        from ..engine.locate import MEMORY_BYTES, LocateSettings, locate_among
        from ..engine.pieces import Territory
        from ..imagery.photo_file import read_photo_file
        from ..layers.results import features_of

        stop_if_cancelled(feedback)
        photo = read_photo_file(task.file)
        belief = belief_of(photo, CameraClues(fov_deg=search.fov_deg), search.encoder)
        territory = Territory(search.codes, search.codes.path.name, _prior(search, task, photo))
        limit_bytes = memory_limit_bytes(read_settings()) or MEMORY_BYTES
        settings = LocateSettings(count=search.count, memory_bytes=limit_bytes)
        cameras = belief.cameras(photo, spread=False)
        result = locate_among(photo, cameras, [territory], search.encoder, settings, feedback)
        origin = _origin(photo, task, search, belief.best.fov_deg)
        fast = QgsFeatureSink.Flag.FastInsert
        if not sink.addFeatures(list(features_of(CANDIDATES, result, origin)), fast):
            raise QgsProcessingException(sink.lastError())
        sink.flushBuffer()
        return self._line(photo, result)

    def _line(self, photo: "Photo", result: "LocateResult") -> str:
        if not result.candidates:
            return self.tr("{}: no candidate").format(photo.name)
        best = result.candidates[0]
        return self.tr("{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %").format(
            photo.name,
            best.lat,
            best.lon,
            100.0 * best.probability,
            100.0 * result.not_here_probability,
        )


def _prior(search: _Search, task: PhotoTask, photo: "Photo") -> Any:
    """Where the camera may stand: in the area, and around its own position when that was asked."""
    from shapely.geometry import Point

    from ..engine.grid import from_lonlat
    from ..engine.priors import PositionPrior

    area = search.area
    lon, lat = task.lon, task.lat
    if lon is None or lat is None:
        lon, lat = photo.metadata.lon, photo.metadata.lat
    if search.gps_radius_m is not None and lon is not None and lat is not None:
        centre = Point(*from_lonlat(search.codes.grid.crs).transform(lon, lat))
        around = centre.buffer(search.gps_radius_m)
        area = around if area is None else area.intersection(around)
    return PositionPrior(include=area)


def _origin(photo: "Photo", task: PhotoTask, search: _Search, fov_deg: float) -> "ResultOrigin":
    from ..layers.results import ResultOrigin

    pack = search.encoder.pack
    return ResultOrigin(
        photo=photo.name,
        path=task.file.resolve().as_posix(),
        sha256=photo.sha256,
        model=f"{pack.name} {pack.version}",
        index=search.codes.path.name,
        utc=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        fov_deg=fov_deg,
    )
