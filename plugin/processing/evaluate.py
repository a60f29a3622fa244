"""`skymatch:evaluate`: how far can the results be trusted here? Photos with known position."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..engine.errors import Cancelled, SkymatchError
from ..layers.language import tr
from .belief import belief_of
from .common import (
    Parameters,
    Results,
    SkymatchAlgorithm,
    index_path,
    open_encoder,
    pack_of_folder,
    write_page,
)
from .evaluate_photos import KnownPhoto, known_photos
from .evaluate_report import Judged, error_fields, error_values, report_page, summary
from .feedback import ProcessingFeedback
from .locate_outputs import add_outputs
from .locate_territories import refuse_other_model

if TYPE_CHECKING:
    from ..engine.encoder import Encoder
    from ..engine.feedback import Feedback
    from ..index.reader import Index

PHOTOS, PHOTO_FIELD, HEADING_FIELD = "PHOTOS", "PHOTO_FIELD", "HEADING_FIELD"
FOLDER, INDEX, TOLERANCE, RADIUS = "FOLDER", "INDEX", "HEADING_TOLERANCE", "RADIUS"
MODEL, ERRORS, REPORT = "MODEL", "ERRORS", "REPORT"


class Evaluate(SkymatchAlgorithm):
    """Locates photos whose position is known and measures how wrong the results are."""

    NAME = "evaluate"
    TITLE = "Evaluate accuracy"
    SUMMARY = "Locates photos whose position is known, and measures how far to trust results here."
    TAGS = ("accuracy", "evaluation", "recall", "error", "calibration", "geotag")
    NEEDS_MODEL = True

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        point = QgsProcessing.SourceType.TypeVectorPoint
        number, text = (
            QgsProcessingParameterNumber.Type.Double,
            QgsProcessingParameterField.DataType,
        )
        html_filter = tr("HTML files (*.html)")
        for parameter, words in (
            (
                QgsProcessingParameterFeatureSource(PHOTOS, tr("Photos with position"), [point]),
                tr("Points where photos were taken, for instance from Import geotagged photos."),
            ),
            (
                QgsProcessingParameterField(
                    PHOTO_FIELD, tr("Field with the photo file"), "photo", PHOTOS, text.String
                ),
                tr("Full path of each photo, or its name in the folder below."),
            ),
            (
                QgsProcessingParameterFile(
                    FOLDER,
                    tr("Folder of the photos"),
                    behavior=QgsProcessingParameterFile.Behavior.Folder,
                    optional=True,
                ),
                tr("Where photos are that are named without a folder."),
            ),
            (
                QgsProcessingParameterField(
                    HEADING_FIELD, tr("Field with the heading"), None, PHOTOS, text.Numeric,
                    optional=True,
                ),
                tr(
                    "Degrees clockwise from true north. When given, the search may use it; empty "
                    "values count as unknown."
                ),
            ),
            (
                QgsProcessingParameterNumber(
                    TOLERANCE, tr("Heading tolerance (degrees)"), number, 20.0, False, 0.0, 180.0
                ),
                tr("How far the true heading may lie from the one given. 180: not used at all."),
            ),
            (
                QgsProcessingParameterFile(INDEX, tr("Index"), fileFilter="GeoPackage (*.gpkg)"),
                tr("The index to search, made by Build index."),
            ),
            (
                QgsProcessingParameterNumber(
                    RADIUS, tr("Hit radius (m)"), number, 10.0, False, 1.0, 1000.0
                ),
                tr("A candidate this near to the truth counts as a hit."),
            ),
            (
                QgsProcessingParameterFile(
                    MODEL,
                    tr("Model folder"),
                    behavior=QgsProcessingParameterFile.Behavior.Folder,
                    optional=True,
                ),
                tr("Empty for the model that comes with Skymatch."),
            ),
            (
                QgsProcessingParameterFeatureSink(
                    ERRORS, tr("Errors"), QgsProcessing.SourceType.TypeVectorLine
                ),
                tr("A line from the true to the found position of every photo."),
            ),
            (
                QgsProcessingParameterFileDestination(
                    REPORT, tr("Report"), html_filter, optional=True, createByDefault=False
                ),
                tr("All numbers with chance levels, a table and an error curve, as a page."),
            ),
        ):  # fmt: skip
            parameter.setHelp(words)
            self.addParameter(parameter)
        add_outputs(
            self,
            QgsProcessingOutputNumber,
            ("QUERIES", tr("Photos judged")),
            ("FAILED", tr("Photos that could not be located")),
            ("HIT_SHARE", tr("Share of photos with the best candidate in the radius")),
            ("CHANCE", tr("The same by chance")),
            ("BEST_1PCT_SHARE", tr("Share with the truth among the best 1 % of positions")),
            ("MEDIAN_ERROR_M", tr("Median error (m)")),
        )

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: find the index; it may be attached to the project."""
        index = self.parameterAsString(parameters, INDEX, context)
        self._index_file = index_path(index, context.project())

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: locate every photo, judge it, write layer and report."""
        from ..engine.feedback import StepFeedback
        from ..index.reader import read_index

        pack = pack_of_folder(self.parameterAsString(parameters, MODEL, context))
        index = read_index(self._index_file)
        refuse_other_model(index.info, pack)
        photos = known_photos(
            self.parameterAsSource(parameters, PHOTOS, context),
            self.parameterAsString(parameters, PHOTO_FIELD, context),
            self.parameterAsString(parameters, HEADING_FIELD, context),
            Path(self.parameterAsString(parameters, FOLDER, context)),
            index.info.grid.crs,
            context,
        )
        tolerance_deg = self.parameterAsDouble(parameters, TOLERANCE, context)
        radius_m = self.parameterAsDouble(parameters, RADIUS, context)
        encoder, progress = open_encoder(pack), ProcessingFeedback(feedback)
        judged: List[Judged] = []
        for number, photo in enumerate(photos):
            step = StepFeedback(progress, number / len(photos), (number + 1) / len(photos))
            one = self._judge(photo, index, encoder, tolerance_deg, radius_m, step)
            judged.append(one)
            feedback.pushInfo(f"{one.photo}: {one.problem or f'{one.error_m:.1f} m'}")
        numbers = summary(judged, radius_m)
        written = self._write(parameters, context, index.info.grid.crs, judged)
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            write_page(Path(report), report_page(judged, numbers, radius_m))
            written[REPORT] = report
        return {**written, **numbers}

    def _judge(
        self,
        photo: KnownPhoto,
        index: "Index",
        encoder: "Encoder",
        tolerance_deg: float,
        radius_m: float,
        progress: "Feedback",
    ) -> Judged:
        """Locate one photo as `skymatch:locatephoto` does and compare with the truth."""
        from ..engine.feedback import stop_if_cancelled
        from ..engine.hypotheses import CameraClues
        from ..engine.judge import judge
        from ..engine.locate import LocateSettings, locate
        from ..imagery.photo_file import read_photo_file

        stop_if_cancelled(progress)
        settings = LocateSettings(photo.heading_deg, tolerance_deg)
        try:
            picture = read_photo_file(photo.file)
            camera = belief_of(picture, CameraClues(), encoder).best
            result = locate(picture, camera, index.tokens, encoder, settings, progress)
        except Cancelled:
            raise
        except SkymatchError as sentence:
            return Judged.refused(photo.file.name, str(sentence), photo.x_m, photo.y_m)
        best = result.candidates[0]
        found = judge(result, photo.x_m, photo.y_m, radius_m)
        return Judged(
            photo=photo.file.name,
            problem="",
            true_x_m=photo.x_m,
            true_y_m=photo.y_m,
            found_x_m=best.x_m,
            found_y_m=best.y_m,
            error_m=found.error_m,
            first_hit=found.first_hit,
            rank_share=found.rank_share,
            region_share=found.region_share,
            chance=found.chance_hit,
            probability=best.probability,
            not_here=result.not_here_probability,
        )

    def _write(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        crs: str,
        judged: List[Judged],
    ) -> Results:
        """The layer of errors; photos that could not be located have no line."""
        sink, layer_id = self.parameterAsSink(
            parameters, ERRORS, context, error_fields(), QgsWkbTypes.Type.LineString,
            QgsCoordinateReferenceSystem(crs),
        )  # fmt: skip
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, ERRORS))
        for one in judged:
            feature = QgsFeature(error_fields())
            feature.setAttributes(error_values(one))
            if not one.problem:
                ends = ((one.true_x_m, one.true_y_m), (one.found_x_m, one.found_y_m))
                feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*end) for end in ends]))
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        sink.flushBuffer()
        del sink
        return {ERRORS: layer_id}
