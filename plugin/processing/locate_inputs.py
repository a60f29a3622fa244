"""Parameters and outputs of `skymatch:locatephoto`, each with its help."""

from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

PHOTO, INDEX, FOV, PROJECTION = "PHOTO", "INDEX", "FOV", "PROJECTION"
HEADING, HEADING_TOLERANCE, HORIZON = "HEADING", "HEADING_TOLERANCE", "HORIZON"
CAMERA_HEIGHT, AREA, COUNT, MODEL = "CAMERA_HEIGHT", "AREA", "COUNT", "MODEL"

AUTOMATIC, PERSPECTIVE, PANORAMA = 0, 1, 2

PHOTO_FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"

_Whole = QgsProcessingParameterNumber.Type.Integer
_Real = QgsProcessingParameterNumber.Type.Double


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add everything to the algorithm; the order is that of the dialog."""
    _declare_photo(algorithm)
    _declare_known(algorithm)
    _declare_camera(algorithm)
    _declare_layers(algorithm)
    _declare_numbers(algorithm)


def _declare_photo(algorithm: QgsProcessingAlgorithm) -> None:
    tr = algorithm.tr
    # Files of any name are let through: what is no picture is refused by the reader, in words.
    photo = QgsProcessingParameterFile(
        PHOTO, tr("Photo"), fileFilter=f"{tr('Photos')} ({PHOTO_FILES});;{tr('All files')} (*)"
    )
    _add(
        algorithm,
        photo,
        tr(
            "The street photo or panorama: JPEG, PNG, TIFF or WebP. The ground in front of the "
            "camera must be visible, because that is what is compared with the aerial imagery."
        ),
    )
    index = QgsProcessingParameterFile(
        INDEX, tr("Index"), fileFilter=f"{tr('Index')} (*.gpkg);;{tr('All files')} (*)"
    )
    _add(
        algorithm,
        index,
        tr(
            "The index of the aerial imagery, made by Build index. An index attached to the "
            "project is given by its attachment identifier."
        ),
    )


def _declare_known(algorithm: QgsProcessingAlgorithm) -> None:
    tr = algorithm.tr
    _add(
        algorithm,
        _number(HEADING, tr("Heading of the photo (° true)"), _Real, None, 0.0, 360.0),
        tr(
            "Direction in which the centre of the photo looks, clockwise from true north. Leave "
            "it empty when unknown; all directions are tried then. A compass heading in the file "
            "is shown in the log and never used unasked."
        ),
    )
    _add(
        algorithm,
        _number(HEADING_TOLERANCE, tr("Heading tolerance (°)"), _Real, 20.0, 0.0, 180.0),
        tr("How far the true heading may lie from the given one, to either side."),
    )
    area = QgsProcessingParameterFeatureSource(
        AREA,
        tr("Area where the camera may stand"),
        [QgsProcessing.SourceType.TypeVectorPolygon],
        optional=True,
    )
    _add(
        algorithm,
        area,
        tr(
            "Polygons, in any CRS, that the camera stood in. Leave it empty to search the whole "
            "index. A smaller area is searched faster and with more certainty."
        ),
    )
    _add(
        algorithm,
        _number(COUNT, tr("Number of candidates"), _Whole, 10, 1, 100),
        tr("The most candidates to return, best first."),
    )


def _declare_camera(algorithm: QgsProcessingAlgorithm) -> None:
    tr = algorithm.tr
    _add(
        algorithm,
        _number(FOV, tr("Field of view (°)"), _Real, None, 15.0, 360.0),
        tr(
            "Angle across the width of the photo. Leave it empty to take it from the focal length "
            "in the file, or else 65° for a photo and 360° for a panorama. Cropped photos need "
            "it, since cropping does not change the focal length in the file."
        ),
    )
    projection = QgsProcessingParameterEnum(
        PROJECTION,
        tr("Kind of picture"),
        [tr("Automatic"), tr("Perspective photo"), tr("Panorama (equirectangular)")],
        defaultValue=AUTOMATIC,
    )
    _add(
        algorithm,
        projection,
        tr(
            "Automatic takes a picture as a panorama when the file says so or when it is exactly "
            "twice as wide as high."
        ),
        advanced=True,
    )
    _add(
        algorithm,
        _number(HORIZON, tr("Horizon (fraction of the height)"), _Real, None, -1.0, 2.0),
        tr(
            "Where the level horizon crosses the centre column, from 0 at the top of the picture "
            "to 1 at its bottom. Leave it empty for a level camera, 0.5."
        ),
        advanced=True,
    )
    _add(
        algorithm,
        _number(CAMERA_HEIGHT, tr("Camera height (m)"), _Real, None, 0.3, 30.0),
        tr(
            "Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the "
            "hand) or 2.5 m (a panorama from a vehicle)."
        ),
        advanced=True,
    )
    model = QgsProcessingParameterFile(
        MODEL,
        tr("Model folder"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    _add(
        algorithm,
        model,
        tr(
            "Folder of a model pack. Leave it empty for the model that comes with Skymatch. It "
            "must be the model that the index was made with."
        ),
        advanced=True,
    )


def _declare_layers(algorithm: QgsProcessingAlgorithm) -> None:
    tr = algorithm.tr
    point = QgsProcessing.SourceType.TypeVectorPoint
    polygon = QgsProcessing.SourceType.TypeVectorPolygon
    for name, title, source_type, text in (
        (
            "CANDIDATES",
            tr("Candidates"),
            point,
            tr("Ranked positions with probability, heading, coordinates and provenance."),
        ),
        ("WEDGES", tr("View wedges"), polygon, tr("What the camera sees from each candidate.")),
        (
            "CELLS",
            tr("Score cells"),
            polygon,
            tr("The most probable positions (3000 at most), graded by their share of the best."),
        ),
        ("HEAT", tr("Heat"), point, tr("Positions weighted by probability, for a heat map.")),
        (
            "REGIONS",
            tr("Confidence regions"),
            polygon,
            tr("The smallest areas that hold 50, 80 and 95 % of the probability."),
        ),
    ):
        sink = QgsProcessingParameterFeatureSink(name, title, source_type, optional=True)
        sink.setCreateByDefault(True)
        _add(algorithm, sink, text)


def _declare_numbers(algorithm: QgsProcessingAlgorithm) -> None:
    tr = algorithm.tr
    for name, title in (
        ("BEST_LON", tr("Longitude of the best candidate (WGS 84)")),
        ("BEST_LAT", tr("Latitude of the best candidate (WGS 84)")),
        ("BEST_HEADING", tr("Heading of the best candidate (° true)")),
        ("BEST_PROBABILITY", tr("Probability of the best candidate")),
        ("NOT_HERE_PROBABILITY", tr("Probability that the photo was not taken in this imagery")),
        ("SECONDS", tr("Seconds taken")),
    ):
        algorithm.addOutput(QgsProcessingOutputNumber(name, title))


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


def _add(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    text: str,
    advanced: bool = False,
) -> None:
    parameter.setHelp(text)
    if advanced:
        flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        parameter.setFlags(parameter.flags() | flag)
    algorithm.addParameter(parameter)
