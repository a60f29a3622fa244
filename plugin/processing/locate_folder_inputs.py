"""Parameters of `skymatch:locatephotos`, and the photos they name."""

from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ..engine.errors import SkymatchError
from ..layers.coordinates import wgs84
from ..layers.language import tr
from .camera_inputs import FOV
from .locate_inputs import COUNT, INDEX, MODEL, PHOTO_FILES, declare_places
from .locate_outputs import add_outputs, add_parameter

FOLDER, SUBFOLDERS, PHOTOS, PATH_FIELD = "FOLDER", "SUBFOLDERS", "PHOTOS", "PATH_FIELD"
USE_GPS, GPS_RADIUS, CANDIDATES = "USE_GPS", "GPS_RADIUS", "CANDIDATES"

ENDINGS = tuple(pattern.lstrip("*") for pattern in PHOTO_FILES.split())
# The field in which QGIS's own Import geotagged photos keeps the path.
USUAL_FIELD = "photo"

_Whole = QgsProcessingParameterNumber.Type.Integer
_Real = QgsProcessingParameterNumber.Type.Double


class PhotoTask(NamedTuple):
    """One photo to locate; longitude and latitude are those of its feature, if it has any."""

    file: Path
    lon: Optional[float] = None
    lat: Optional[float] = None


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add everything to the algorithm; the order is that of the dialog."""
    _declare_photos(algorithm)
    _declare_search(algorithm)
    sink = QgsProcessingParameterFeatureSink(
        CANDIDATES, tr("Candidates"), QgsProcessing.SourceType.TypeVectorPoint
    )
    text = tr("The ranked positions of all photos, each with the name of its photo.")
    add_parameter(algorithm, sink, text)
    add_outputs(
        algorithm,
        QgsProcessingOutputNumber,
        ("LOCATED", tr("Photos located")),
        ("FAILED", tr("Photos that could not be located")),
        ("SECONDS", tr("Seconds taken")),
    )


def _declare_photos(algorithm: QgsProcessingAlgorithm) -> None:
    folder = QgsProcessingParameterFile(
        FOLDER,
        tr("Folder of photos"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    add_parameter(
        algorithm, folder, tr("All JPEG, PNG, TIFF and WebP files in it are located, by name.")
    )
    below = QgsProcessingParameterBoolean(SUBFOLDERS, tr("Include subfolders"), False)
    add_parameter(algorithm, below, tr("Whether photos in folders of the folder count too."))
    photos = QgsProcessingParameterFeatureSource(
        PHOTOS,
        tr("Layer of photos, instead of a folder"),
        [QgsProcessing.SourceType.TypeVector],
        optional=True,
    )
    add_parameter(
        algorithm,
        photos,
        tr("A layer with the path of a photo in a field, as Import geotagged photos makes it."),
    )
    field = QgsProcessingParameterField(
        PATH_FIELD, tr("Field with the path"), USUAL_FIELD, PHOTOS, optional=True
    )
    add_parameter(algorithm, field, tr("The field of that layer that holds the photo's path."))


def _declare_search(algorithm: QgsProcessingAlgorithm) -> None:
    index = QgsProcessingParameterFile(
        INDEX, tr("Index"), fileFilter=f"{tr('Index')} (*.gpkg);;{tr('All files')} (*)"
    )
    add_parameter(algorithm, index, tr("The index of the imagery, made by Build index."))
    declare_places(algorithm)
    gps = QgsProcessingParameterBoolean(
        USE_GPS, tr("Search only around each photo's own position"), False
    )
    add_parameter(
        algorithm,
        gps,
        tr(
            "The position in the photo, or of its point in the layer, is the centre of the area "
            "searched. Photos without one are searched everywhere. It is never used unasked."
        ),
    )
    radius = QgsProcessingParameterNumber(
        GPS_RADIUS, tr("Radius around it (m)"), _Real, 100.0, False, 5.0, 20000.0
    )
    add_parameter(algorithm, radius, tr("How far a photo's own position may be wrong."))
    count = QgsProcessingParameterNumber(
        COUNT, tr("Candidates for each photo"), _Whole, 3, False, 1, 100
    )
    add_parameter(algorithm, count, tr("The most candidates of one photo, best first."))
    fov = QgsProcessingParameterNumber(FOV, tr("Field of view (°)"), _Real, None, True, 15.0, 360.0)
    add_parameter(
        algorithm,
        fov,
        tr("Angle across all photos. Leave it empty to take it from each file."),
        advanced=True,
    )
    model = QgsProcessingParameterFile(
        MODEL,
        tr("Model folder"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    add_parameter(
        algorithm, model, tr("Leave it empty for the model of the settings."), advanced=True
    )


def photos_in(folder: Path, with_subfolders: bool) -> List[PhotoTask]:
    """The photos in a folder, by name.

    Raises:
        SkymatchError: there is no such folder, or no photo in it.
    """
    if not folder.is_dir():
        raise SkymatchError(tr("There is no folder {}. Choose another one.").format(folder))
    files = folder.rglob("*") if with_subfolders else folder.iterdir()
    found = sorted(file for file in files if file.suffix.lower() in ENDINGS and file.is_file())
    if not found:
        raise SkymatchError(tr("There is no photo in {}. Choose another folder.").format(folder))
    return [PhotoTask(file) for file in found]


def photos_of(
    source: QgsProcessingFeatureSource, field: str, context: QgsProcessingContext
) -> List[PhotoTask]:
    """The photos that a layer names, each file once.

    Raises:
        SkymatchError: the layer has no such field, or no path in it.
    """
    if source.fields().indexOf(field) < 0:
        raise SkymatchError(
            tr("The layer {} has no field '{}'. Choose the field with the photo's path.").format(
                source.sourceName(), field
            )
        )
    found = list({task.file: task for task in _tasks(source, field, context)}.values())
    if not found:
        raise SkymatchError(tr("The layer {} names no photo.").format(source.sourceName()))
    return found


def _tasks(
    source: QgsProcessingFeatureSource, field: str, context: QgsProcessingContext
) -> Iterator[PhotoTask]:
    to_wgs84 = QgsCoordinateTransform(source.sourceCrs(), wgs84(), context.transformContext())
    for feature in source.getFeatures():
        path = feature[field]
        if isinstance(path, str) and path.strip():
            yield PhotoTask(Path(path.strip()), *_position(feature, to_wgs84))


def _position(feature: QgsFeature, to_wgs84: QgsCoordinateTransform) -> List[float]:
    """Longitude and latitude of a feature; nothing when it has no place on the Earth."""
    if feature.geometry().isEmpty() or not to_wgs84.sourceCrs().isValid():
        return []
    try:
        point = to_wgs84.transform(feature.geometry().centroid().asPoint())
    except QgsCsException:
        return []
    return [point.x(), point.y()]
