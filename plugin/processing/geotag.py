"""`skymatch:geotagphotos`: the positions of accepted candidates into copies of their photos."""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
)

from ..engine.errors import Cancelled, SkymatchError
from ..layers.coordinates import wgs84
from ..layers.language import tr
from ..layers.pictures import find_photo, photo_folders
from ..layers.review import ACCEPTED, is_candidates, status_of, text_of
from .common import Parameters, Results, SkymatchAlgorithm

CANDIDATES, FOLDER, REPLACE = "CANDIDATES", "FOLDER", "REPLACE"


class GeotagPhotos(SkymatchAlgorithm):
    """Copies photos and writes where they were taken into the copies."""

    NAME = "geotagphotos"
    TITLE = "Geotag photos"
    SUMMARY = (
        "Writes the positions of accepted candidates into copies of their JPEG photos. "
        "Originals and pixels stay as they are."
    )
    TAGS = ("photo", "exif", "gps", "geotag", "position", "heading")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        candidates = QgsProcessingParameterFeatureSource(
            CANDIDATES, tr("Candidates"), [QgsProcessing.SourceType.TypeVectorPoint]
        )
        candidates.setHelp(
            tr(
                "A candidates layer made by Locate photo. Only candidates whose review says "
                "accepted are used, one for each photo; reviews not saved yet count too."
            )
        )
        replace = QgsProcessingParameterBoolean(
            REPLACE, tr("Replace a position that a photo already has"), False
        )
        replace.setHelp(
            tr(
                "When this is off, photos that carry a position of their own are left out. The "
                "original keeps its position in any case; only the copy gets the new one."
            )
        )
        folder = QgsProcessingParameterFolderDestination(FOLDER, tr("Folder for the copies"))
        folder.setHelp(
            tr(
                "Where the geotagged copies go. It must be another folder than that of the "
                "photos, and files in it are never overwritten."
            )
        )
        for parameter in (candidates, replace, folder):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("WRITTEN", tr("Copies written")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Photos left out")))

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: where photos may lie."""
        layer = self.parameterAsVectorLayer(parameters, CANDIDATES, context)
        if layer is not None and not is_candidates(layer):
            raise SkymatchError(
                tr("{} is no candidates layer. Choose one made by Locate photo.").format(
                    layer.name()
                )
            )
        project = context.project()
        self._folders = photo_folders(layer, project) if layer is not None and project else []

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: one copy after the other; what fails is said and does not stop the run."""
        source = self.parameterAsSource(parameters, CANDIDATES, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, CANDIDATES))
        folder = Path(self.parameterAsString(parameters, FOLDER, context))
        replace = self.parameterAsBoolean(parameters, REPLACE, context)
        accepted = self._accepted(source)
        if not accepted:
            raise SkymatchError(
                tr("No candidate is accepted yet. Review the candidates, then geotag.")
            )
        self._make(folder)
        transform = QgsCoordinateTransform(source.sourceCrs(), wgs84(), context.transformContext())
        written = 0
        for number, (name, features) in enumerate(accepted.items()):
            if feedback.isCanceled():
                raise Cancelled()
            try:
                copy = self._geotag(features, folder, transform, replace)
                feedback.pushInfo(tr("{}: written to {}").format(name, copy))
                written += 1
            except SkymatchError as error:
                feedback.pushWarning(f"{name}: {error}")
            feedback.setProgress(100.0 * (number + 1) / len(accepted))
        return {"FOLDER": str(folder), "WRITTEN": written, "FAILED": len(accepted) - written}

    def _accepted(self, source: QgsProcessingFeatureSource) -> Dict[str, List[QgsFeature]]:
        """Accepted candidates by photo."""
        found: Dict[str, List[QgsFeature]] = {}
        for feature in source.getFeatures():
            if status_of(feature) == ACCEPTED:
                key = text_of(feature, "path") or text_of(feature, "photo")
                found.setdefault(key, []).append(feature)
        return found

    def _geotag(
        self,
        features: List[QgsFeature],
        folder: Path,
        transform: QgsCoordinateTransform,
        replace: bool,
    ) -> Path:
        from ..imagery.geotag import GeoTag, geotag_copy

        if len(features) > 1:
            raise SkymatchError(
                tr("{} of its candidates are accepted. Accept only one.").format(len(features))
            )
        (feature,) = features
        photo = find_photo(feature, self._folders)
        if photo is None:
            raise SkymatchError(tr("The photo is not there any more. Put it beside the project."))
        try:
            point = transform.transform(feature.geometry().asPoint())
        except (QgsCsException, TypeError, ValueError) as error:
            raise SkymatchError(tr("The candidate has no position on the Earth.")) from error
        heading_deg, probability = float(feature["heading"]), float(feature["probability"])
        tag = GeoTag(point.x(), point.y(), heading_deg, probability)
        geotag_copy(photo, folder / photo.name, tag, replace)
        return folder / photo.name

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SkymatchError(
                tr("The folder {} cannot be made: {}. Choose another one.").format(
                    folder, error.strerror
                )
            ) from error
