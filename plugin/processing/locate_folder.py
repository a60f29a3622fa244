"""`skymatch:locatephotos`: a folder or a layer of photos in one run, into one candidates layer."""

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..engine.errors import Cancelled, SkymatchError
from ..layers.language import tr
from ..layers.tables import CANDIDATES, TABLES, fields_of
from . import locate_folder_inputs as names
from .belief import belief_of
from .camera_inputs import optional_number
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
from .provenance import Provenance
from .settings import memory_limit_bytes, read_settings

if TYPE_CHECKING:
    from ..engine.encoder import Encoder
    from ..engine.feedback import Feedback
    from ..engine.locate import LocateResult
    from ..engine.photo import Photo
    from ..engine.pieces import Territory


@dataclass(frozen=True)
class _Search:
    """What all photos of a run share; opened once.

    Attributes:
        territory: the index, and where on it cameras may stand.
        gps_radius_m: how far around its own position a photo is searched; None to ignore it.
    """

    encoder: "Encoder"
    territory: "Territory"
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
    ICON_FILE = LOCATE_ICON

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
        self._provenance = Provenance(self, parameters, context.project())
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
        for line in index_lines(search.territory.codes):
            feedback.pushInfo(line)
        sink, layer_id = self.parameterAsSink(
            parameters,
            names.CANDIDATES,
            context,
            fields_of(CANDIDATES),
            TABLES[CANDIDATES].geometry,
            QgsCoordinateReferenceSystem(search.territory.codes.grid.crs),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, names.CANDIDATES))
        progress, failed = ProcessingFeedback(feedback), 0
        for number, task in enumerate(tasks):
            step = StepFeedback(progress, number / len(tasks), (number + 1) / len(tasks))
            try:
                line = self._locate_into(sink, search, task, step, feedback)
                feedback.pushInfo(f"{number + 1}/{len(tasks)}  {line}")
            except Cancelled:
                raise  # not a photo that failed: the user wants the run to end
            except SkymatchError as error:
                failed += 1
                feedback.pushWarning(f"{number + 1}/{len(tasks)}  {task.file.name}: {error}")
        del sink
        self._loader.expect(context, CANDIDATES, layer_id)
        feedback.pushInfo(tr("{} photos located, {} not.").format(len(tasks) - failed, failed))
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
                tr("Choose either a folder of photos or a layer that names photos.")
            )
        if source is None:
            self._loader.title = Path(folder).name
            below = self.parameterAsBoolean(parameters, names.SUBFOLDERS, context)
            return names.photos_in(Path(folder), below)
        self._loader.title = source.sourceName()
        fields = self.parameterAsFields(parameters, names.PATH_FIELD, context)
        return names.photos_of(source, (fields or [names.USUAL_FIELD])[0], context)

    def _search(self, parameters: Parameters, context: QgsProcessingContext) -> _Search:
        from .locate_territories import open_indexes, territories_of

        pack = pack_of_folder(self.parameterAsString(parameters, names.MODEL, context))
        indexes = open_indexes([self._index_file], pack)
        (territory,) = territories_of(self, parameters, context, indexes)
        use_gps = self.parameterAsBoolean(parameters, names.USE_GPS, context)
        radius_m = self.parameterAsDouble(parameters, names.GPS_RADIUS, context)
        return _Search(
            encoder=open_encoder(pack),
            territory=territory,
            gps_radius_m=radius_m if use_gps else None,
            fov_deg=optional_number(self, parameters, names.FOV, context),
            count=self.parameterAsInt(parameters, names.COUNT, context),
        )

    def _locate_into(
        self,
        sink: QgsFeatureSink,
        search: _Search,
        task: PhotoTask,
        step: "Feedback",
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Locate one photo, write its candidates, and say what was found."""
        from ..engine.feedback import stop_if_cancelled
        from ..engine.hypotheses import CameraClues
        from ..engine.locate import MEMORY_BYTES, LocateSettings, locate_among
        from ..imagery.photo_file import read_photo_file
        from ..layers.results import features_of

        stop_if_cancelled(step)
        photo = read_photo_file(task.file)
        belief = belief_of(photo, CameraClues(fov_deg=search.fov_deg), search.encoder)
        territory = _territory(search, task, photo)
        limit_bytes = memory_limit_bytes(read_settings()) or MEMORY_BYTES
        settings = LocateSettings(count=search.count, memory_bytes=limit_bytes)
        cameras = belief.cameras(photo, spread=False)
        result = locate_among(photo, cameras, [territory], search.encoder, settings, step)
        pack, indexes = search.encoder.pack, [territory.codes]
        origin = self._provenance.origin(photo, task.file, belief.best, pack, indexes)
        fast = QgsFeatureSink.Flag.FastInsert
        if not sink.addFeatures(list(features_of(CANDIDATES, result, origin)), fast):
            raise QgsProcessingException(sink.lastError())
        sink.flushBuffer()
        self._provenance.record(origin, result, feedback)
        return self._line(photo, result)

    def _line(self, photo: "Photo", result: "LocateResult") -> str:
        if not result.candidates:
            return tr("{}: no candidate").format(photo.name)
        best = result.candidates[0]
        return tr("{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %").format(
            photo.name,
            best.lat,
            best.lon,
            100.0 * best.probability,
            100.0 * result.not_here_probability,
        )


def _territory(search: _Search, task: PhotoTask, photo: "Photo") -> "Territory":
    """What is searched for a photo: around its own position only when that was asked."""
    from shapely.geometry import Point

    from ..engine.grid import from_lonlat

    territory, lon, lat = search.territory, task.lon, task.lat
    if lon is None or lat is None:
        lon, lat = photo.metadata.lon, photo.metadata.lat
    if search.gps_radius_m is None or lon is None or lat is None:
        return territory
    centre = Point(*from_lonlat(territory.codes.grid.crs).transform(lon, lat))
    include, prior = centre.buffer(search.gps_radius_m), territory.prior
    if prior.include is not None:
        include = include.intersection(prior.include)
    return replace(territory, prior=replace(prior, include=include))
