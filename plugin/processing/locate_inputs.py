"""Parameters of `skymatch:locatephoto`, each with its help."""

from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ..layers.language import tr
from . import locate_outputs
from .camera_inputs import declare_camera, declare_spread
from .locate_outputs import add_parameter

PHOTO, INDEX = "PHOTO", "INDEX"
HEADING, HEADING_TOLERANCE = "HEADING", "HEADING_TOLERANCE"
AREA, COUNT, MODEL = "AREA", "COUNT", "MODEL"
EXCLUDE, NEAR, NEAR_DISTANCE = "EXCLUDE", "NEAR", "NEAR_DISTANCE"
MORE_INDEXES, MEMORY_MB, FIVE_CLOSEST = "MORE_INDEXES", "MEMORY_MB", "FIVE_CLOSEST"

PHOTO_FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.webp *.heic *.heif *.avif *.jxl *.bmp *.gif"

_Whole = QgsProcessingParameterNumber.Type.Integer
_Real = QgsProcessingParameterNumber.Type.Double


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add everything to the algorithm; the order is that of the dialog."""
    declare_photo(algorithm)
    _declare_index(algorithm)
    _declare_known(algorithm)
    declare_places(algorithm)
    declare_camera(algorithm)
    declare_spread(algorithm)
    _declare_search(algorithm)
    locate_outputs.declare(algorithm)


def declare_photo(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the photo, which every algorithm about a photo takes."""
    # Files of any name are let through: what is no picture is refused by the reader, in words.
    photo = QgsProcessingParameterFile(
        PHOTO, tr("Photo"), fileFilter=f"{tr('Photos')} ({PHOTO_FILES});;{tr('All files')} (*)"
    )
    add_parameter(
        algorithm,
        photo,
        tr(
            "The street photo or panorama: JPEG, PNG, TIFF or WebP; HEIC and AVIF where this QGIS "
            "can read them. The ground in front of the camera must be visible, because that is "
            "what is compared with the aerial imagery."
        ),
    )


def _declare_index(algorithm: QgsProcessingAlgorithm) -> None:
    index = QgsProcessingParameterFile(
        INDEX, tr("Index"), fileFilter=f"{tr('Index')} (*.gpkg);;{tr('All files')} (*)"
    )
    add_parameter(
        algorithm,
        index,
        tr(
            "The index of the aerial imagery, made by Build index. An index attached to the "
            "project is given by its attachment identifier."
        ),
    )


def _declare_known(algorithm: QgsProcessingAlgorithm) -> None:
    add_parameter(
        algorithm,
        _number(HEADING, tr("Heading of the photo (° true)"), _Real, None, 0.0, 360.0),
        tr(
            "Direction in which the centre of the photo looks, clockwise from true north. Leave "
            "it empty when unknown; all directions are tried then. A compass heading in the file "
            "is shown in the log and never used unasked."
        ),
    )
    add_parameter(
        algorithm,
        _number(HEADING_TOLERANCE, tr("Heading tolerance (°)"), _Real, 20.0, 0.0, 180.0),
        tr("How far the true heading may lie from the given one, to either side."),
    )
    add_parameter(
        algorithm,
        _number(COUNT, tr("Number of candidates"), _Whole, 10, 1, 100),
        tr("The most candidates to return, best first."),
    )


def declare_places(algorithm: QgsProcessingAlgorithm) -> None:
    """Add where cameras may and may not stand, which all algorithms that locate take."""
    polygon = QgsProcessing.SourceType.TypeVectorPolygon
    anything = QgsProcessing.SourceType.TypeVectorAnyGeometry
    for name, title, source_type, text in (
        (
            AREA,
            tr("Area where the camera may stand"),
            polygon,
            tr(
                "Polygons, one or several, in any CRS, that the camera stood in. Leave it empty "
                "to search the whole index. A smaller area gives more certainty."
            ),
        ),
        (
            EXCLUDE,
            tr("Area where the camera cannot stand"),
            polygon,
            tr(
                "Polygons, one or several, in any CRS, that are left out of the search: water, "
                "buildings, places that were ruled out."
            ),
        ),
        (
            NEAR,
            tr("Features that the camera was near"),
            anything,
            tr(
                "Points, lines or polygons, in any CRS, such as the roads of a map. Positions "
                "near them become more probable. None is ruled out, so that a map with gaps does "
                "no harm: far from all features a position weighs a twentieth."
            ),
        ),
    ):
        source = QgsProcessingParameterFeatureSource(name, title, [source_type], optional=True)
        add_parameter(algorithm, source, text)
    distance = _number(NEAR_DISTANCE, tr("How near to the features (m)"), _Real, 10.0, 0.5, 5000.0)
    add_parameter(
        algorithm,
        distance,
        tr(
            "Distance scale s of the features above. A position at distance d from the nearest "
            "one weighs 0.05 + 0.95 exp(-d² / 2s²): 1 on it, 0.63 at s, 0.18 at 2s."
        ),
    )


def declare_model(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the model pack."""
    model = QgsProcessingParameterFile(
        MODEL,
        tr("Model folder"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    add_parameter(
        algorithm,
        model,
        tr(
            "Folder of a model pack. Leave it empty for the model that comes with Skymatch. It "
            "must be the model that the index was made with."
        ),
        advanced=True,
    )


def _declare_search(algorithm: QgsProcessingAlgorithm) -> None:
    more = QgsProcessingParameterMultipleLayers(
        MORE_INDEXES,
        tr("More indexes"),
        QgsProcessing.SourceType.TypeFile,
        optional=True,
    )
    add_parameter(
        algorithm,
        more,
        tr(
            "Files of further indexes, made with the same model, that are searched together with "
            "the first: their places compete with each other. Grids and CRSs may differ. On the "
            "command line, give the parameter once for each file, or separate files by ;."
        ),
        advanced=True,
    )
    declare_model(algorithm)
    add_parameter(
        algorithm,
        _number(MEMORY_MB, tr("Memory for the search (MB)"), _Whole, None, 50, 1_000_000),
        tr(
            "Indexes that need more are searched in pieces, to the same places. Leave it empty "
            "for the limit in the settings, which is half of this computer's memory unless you "
            "set another. The model takes some 200 MB more."
        ),
        advanced=True,
    )
    add_parameter(
        algorithm,
        QgsProcessingParameterBoolean(
            FIVE_CLOSEST, tr("Also apply the rule of the five closest"), defaultValue=False
        ),
        tr(
            "Report beside the best candidate where the rule of the published method would put "
            "the camera: at the mean of the five positions whose codes are closest, each weighted "
            "by the reciprocal of its Hamming distance. For comparison only."
        ),
        advanced=True,
    )


def _number(
    name: str,
    title: str,
    kind: "QgsProcessingParameterNumber.Type",
    default: Optional[float],
    least: float,
    most: float,
) -> QgsProcessingParameterNumber:
    """A number with limits; optional when it has no default."""
    return QgsProcessingParameterNumber(name, title, kind, default, default is None, least, most)
