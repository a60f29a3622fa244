"""`skymatch:buildindex`: make the imagery searchable."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from ..engine.errors import SkymatchError
from ..layers.language import tr
from . import build_inputs as names
from .common import (
    Parameters,
    Results,
    SkymatchAlgorithm,
    open_encoder,
    pack_of_folder,
    plugin_version,
)
from .coverage import announce_coverage, coverage_styler
from .feedback import ProcessingFeedback, duration

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..engine.pack import ModelPack
    from ..imagery.raster import RasterImagery
    from ..index.build import BuildReport
    from ..index.estimate import BuildEstimate
    from ..index.info import IndexInfo


@dataclass(frozen=True)
class _Job:
    """All that the worker thread needs; made in the main thread."""

    imagery: "RasterImagery"
    info: "IndexInfo"
    area: "Optional[BaseGeometry]"
    pack: "ModelPack"
    path: Path
    attach: bool
    load: bool
    only_estimate: bool


class BuildIndex(SkymatchAlgorithm):
    """Encodes a raster, or a part of it, into an index file; continues one that was begun."""

    NAME = "buildindex"
    TITLE = "Build index"
    SUMMARY = "Makes the imagery of a raster layer searchable for street photos."
    TAGS = ("index", "aerial", "orthophoto", "imagery", "hash", "geolocation", "cross-view")
    NEEDS_MODEL = True
    OPENS_OUTPUT_FIRST = True

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        names.declare(self)

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> Tuple[bool, str]:
        """Refuse an area that cannot work; a raster is looked at when the run begins.

        QGIS asks while its dialog is open, and looking at a raster loads numpy and pyproj.
        """
        fits, message = super().checkParameterValues(parameters, context)
        if not fits:
            return fits, message
        try:
            self._wanted(parameters, context)
        except SkymatchError as error:
            return False, str(error)
        return True, ""

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: copy what the layer reads with, fix the grid."""
        self._attached_to: Optional[QgsProject] = None
        self._work = self._job(parameters, context)
        self._styler = coverage_styler()
        feedback.canceled.connect(self._work.imagery.stop, Qt.ConnectionType.DirectConnection)
        if feedback.isCanceled():
            self._work.imagery.stop()

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: estimate, then encode and store block after block."""
        from ..imagery.block_cache import small_block_cache

        job = self._work
        with small_block_cache():
            report = self._build(feedback)
        if report is None:
            return self._results
        if job.load:
            announce_coverage(context, job.path, job.info.source_name, self._styler)
        if job.attach and report.complete:
            self._attached_to = context.project()
        self._results.update(
            {
                names.INDEX: str(job.path),
                names.TOKENS: report.tokens,
                names.AREA_KM2: report.area_km2,
                names.SECONDS: report.seconds,
                names.MISSING_TILES: report.missing_tiles,
            }
        )
        return self._results

    def _build(self, feedback: QgsProcessingFeedback) -> "Optional[BuildReport]":
        """Estimate, then build; None when only the estimate was asked for."""
        from ..index.build import build_index
        from ..index.estimate import estimate_build

        job, progress = self._work, ProcessingFeedback(feedback)
        index = (job.imagery, job.info, job.area, open_encoder(job.pack), job.path, progress)
        progress.progress(0.0, tr("Measuring how long it will take"))
        estimate = estimate_build(*index)
        self._foretell(estimate, feedback)
        self._results: Results = {
            names.ESTIMATED_SECONDS: estimate.seconds,
            names.ESTIMATED_BYTES: estimate.bytes,
        }
        if job.only_estimate:
            self._results.update({names.TOKENS: estimate.tokens, names.AREA_KM2: estimate.area_km2})
            return None
        report = build_index(*index)
        self._tell(report, feedback)
        return report

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Main thread: the project may be changed here."""
        job = self._work
        if not job.attach or job.only_estimate:
            return {}
        if self._attached_to is None:
            feedback.pushWarning(
                tr("The index was not attached: it is not complete, or no project is open.")
            )
            return {}
        from ..layers.attachments import attach_index

        try:
            identifier = attach_index(self._attached_to, job.path)
        except SkymatchError as error:
            feedback.reportError(str(error))
            return {}
        feedback.pushInfo(
            tr("The index is attached to the project as {}; save the project to keep it.").format(
                identifier
            )
        )
        # what is returned here takes the place of all that was returned before
        return {**self._results, names.ATTACHMENT: identifier}

    def _job(self, parameters: Parameters, context: QgsProcessingContext) -> _Job:
        """Read the parameters. Main thread; raises SkymatchError with the next step."""
        from ..imagery.check import check_raster
        from ..imagery.grid import grid_crs, ground_area, token_grid
        from ..imagery.raster import RasterImagery
        from .build_inputs import index_info

        layer = self.parameterAsRasterLayer(parameters, names.RASTER, context)
        facts = check_raster(layer)
        pack = pack_of_folder(self.parameterAsString(parameters, names.MODEL, context))
        wanted, crs = self._wanted(parameters, context)
        transforms = context.transformContext()
        metric_crs = grid_crs(facts, wanted, crs, transforms)
        area = None if wanted is None else ground_area(wanted, crs, metric_crs, transforms)
        grid = token_grid(facts, pack, metric_crs, area, transforms)
        return _Job(
            imagery=RasterImagery.from_layer(layer, transforms),
            info=index_info(facts, pack, grid, plugin_version()),
            area=area,
            pack=pack,
            path=Path(self.parameterAsFileOutput(parameters, names.INDEX, context)),
            attach=self.parameterAsBool(parameters, names.ATTACH, context),
            load=self.parameterAsBool(parameters, names.LOAD, context),
            only_estimate=self.parameterAsBool(parameters, names.ESTIMATE, context),
        )

    def _wanted(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> Tuple[Optional[QgsGeometry], QgsCoordinateReferenceSystem]:
        """Extent and mask together, in the mask's or else the extent's CRS."""
        extent = self.parameterAsExtent(parameters, names.EXTENT, context)
        source = self.parameterAsSource(parameters, names.MASK, context)
        if source is None:
            crs = self.parameterAsExtentCrs(parameters, names.EXTENT, context)
            return (None if extent.isEmpty() else QgsGeometry.fromRect(extent)), crs
        crs = source.sourceCrs()
        parts = [feature.geometry() for feature in source.getFeatures() if feature.hasGeometry()]
        if not parts:
            raise SkymatchError(
                tr("The mask layer has no polygon. Draw one, or leave the mask empty.")
            )
        mask = QgsGeometry.unaryUnion(parts)
        if extent.isEmpty():
            return mask, crs
        bounds: QgsRectangle = self.parameterAsExtent(parameters, names.EXTENT, context, crs)
        shared = mask.intersection(QgsGeometry.fromRect(bounds))
        if shared.isEmpty():
            raise SkymatchError(tr("The mask lies outside the extent. Leave one of them empty."))
        return shared, crs

    def _foretell(self, estimate: "BuildEstimate", feedback: QgsProcessingFeedback) -> None:
        """What is to come, in the log."""
        feedback.pushInfo(
            tr(
                "{} of {} blocks to be made: about {}. The finished index will hold about {:.3g} "
                "km² and {:,} tokens in {:.1f} MB."
            ).format(
                estimate.blocks_todo,
                estimate.blocks_total,
                duration(estimate.seconds),
                estimate.area_km2,
                estimate.tokens,
                estimate.bytes / 1e6,
            )
        )

    def _tell(self, report: "BuildReport", feedback: QgsProcessingFeedback) -> None:
        """The outcome in the log, and what is missing as warnings."""
        feedback.pushInfo(
            tr("{} blocks made, {} kept from earlier, of {}: {:.3f} km², {:,} tokens, {}.").format(
                report.blocks_new,
                report.blocks_kept,
                report.blocks_total,
                report.area_km2,
                report.tokens,
                duration(report.seconds),
            )
        )
        if report.missing_tiles:
            feedback.pushWarning(
                tr(
                    "{} tiles could not be fetched. Run the same again later: only the blocks "
                    "that lack tiles are made anew."
                ).format(report.missing_tiles)
            )
        for sentence in report.errors:
            feedback.pushWarning(sentence)
