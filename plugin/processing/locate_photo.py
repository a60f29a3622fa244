"""`skymatch:locatephoto`: where in the indexed imagery was this photo taken?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr
from ..layers.tables import CANDIDATES, CELLS, HEAT, REGIONS, TABLES, WEDGES, fields_of
from . import locate_inputs as names
from .belief import belief_of
from .camera_inputs import SPREAD, clues_of, optional_number
from .common import (
    RESOURCES,
    Parameters,
    Results,
    SkymatchAlgorithm,
    open_encoder,
    pack_of_folder,
)
from .feedback import ProcessingFeedback
from .locate_report import belief_lines, file_lines, index_lines, result_lines, usability_line
from .locate_territories import index_files, open_indexes, territories_of
from .provenance import Provenance
from .settings import memory_limit_bytes, read_settings

if TYPE_CHECKING:
    from ..engine.locate import LocateResult, LocateSettings
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
        """Main thread: find the indexes (they may be attached to the project), ready the styles."""
        from ..layers.loading import ResultLoader

        self._index_files = index_files(self, parameters, context, context.project())
        self._provenance = Provenance(self, parameters, context.project())
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
        from ..engine.feedback import StepFeedback
        from ..engine.locate import locate_among
        from ..engine.usability import usability
        from ..imagery.photo_file import read_photo_file

        progress = ProcessingFeedback(feedback)
        photo_file = Path(self.parameterAsFile(parameters, names.PHOTO, context))
        photo = read_photo_file(photo_file)
        _tell(feedback, file_lines(photo))
        pack = pack_of_folder(self.parameterAsString(parameters, names.MODEL, context))
        encoder = open_encoder(pack)
        belief = belief_of(photo, clues_of(self, parameters, context), encoder)
        judged = usability(photo, belief.best)
        _tell(feedback, [*belief_lines(belief), usability_line(judged)])

        indexes = open_indexes(self._index_files, pack)
        for codes in indexes:
            _tell(feedback, index_lines(codes))
        territories = territories_of(self, parameters, context, indexes)
        step = StepFeedback(progress, 0.05, 0.95)
        spread = self.parameterAsBool(parameters, SPREAD, context)
        cameras = belief.cameras(photo, spread)
        settings = self._settings(parameters, context)
        result = locate_among(photo, cameras, territories, encoder, settings, step)
        _tell(feedback, result_lines(result))
        crs = result.posterior.grid.crs
        origin = self._provenance.origin(photo, photo_file, belief.best, pack, indexes)
        layers = self._write(parameters, context, crs, result, origin)
        self._provenance.record(origin, result, feedback)
        return {**layers, **numbers_of(result), "USABILITY": judged.number}

    def _settings(self, parameters: Parameters, context: QgsProcessingContext) -> "LocateSettings":
        from ..engine.locate import MEMORY_BYTES, LocateSettings

        memory_mb = optional_number(self, parameters, names.MEMORY_MB, context)
        limit_bytes = memory_limit_bytes(read_settings()) or MEMORY_BYTES
        return LocateSettings(
            heading_deg=optional_number(self, parameters, names.HEADING, context),
            heading_tolerance_deg=self.parameterAsDouble(
                parameters, names.HEADING_TOLERANCE, context
            ),
            count=self.parameterAsInt(parameters, names.COUNT, context),
            five_closest=self.parameterAsBool(parameters, names.FIVE_CLOSEST, context),
            memory_bytes=limit_bytes if memory_mb is None else int(memory_mb * 1_000_000),
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
                    tr("The layer {} could not be written: {}").format(name, sink.lastError())
                )
            sink.flushBuffer()
            del sink
            layers[name] = layer_id
            self._loader.expect(context, kind, layer_id)
        return layers


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
        numbers["DIRECTION_PROBABILITY"] = best.direction_probability
    if result.five_closest is not None:
        numbers["FIVE_CLOSEST_LON"] = result.five_closest.lon
        numbers["FIVE_CLOSEST_LAT"] = result.five_closest.lat
    return numbers


def _tell(feedback: QgsProcessingFeedback, lines: Iterable[str]) -> None:
    for line in lines:
        feedback.pushInfo(line)
