"""Parameters about the camera of a photo, shared by the algorithms that take one."""

from typing import TYPE_CHECKING, Any, Mapping, Optional

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from ..layers.language import tr
from .locate_outputs import add_parameter

if TYPE_CHECKING:
    from ..engine.hypotheses import CameraClues

FOV, PROJECTION, HORIZON, ROLL = "FOV", "PROJECTION", "HORIZON", "ROLL"
CAMERA_HEIGHT, SPREAD = "CAMERA_HEIGHT", "SPREAD"

AUTOMATIC, PERSPECTIVE, PANORAMA = 0, 1, 2


def declare_camera(algorithm: QgsProcessingAlgorithm) -> None:
    """Add kind, field of view, horizon, roll and height; all may stay empty."""
    add_parameter(
        algorithm,
        _number(FOV, tr("Field of view (°)"), 15.0, 360.0),
        tr(
            "Angle across the width of the photo. Leave it empty to take it from the focal length "
            "in the file, or else from the picture itself. Cropped photos need it when the crop "
            "cannot be told from the file."
        ),
    )
    projection = QgsProcessingParameterEnum(
        PROJECTION,
        tr("Kind of picture"),
        [tr("Automatic"), tr("Perspective photo"), tr("Panorama (equirectangular)")],
        defaultValue=AUTOMATIC,
    )
    add_parameter(
        algorithm,
        projection,
        tr(
            "Automatic takes a picture as a panorama when the file says so or when it is exactly "
            "twice as wide as high."
        ),
        advanced=True,
    )
    add_parameter(
        algorithm,
        _number(HORIZON, tr("Horizon (fraction of the height)"), -1.0, 2.0),
        tr(
            "Where the level horizon crosses the centre column, from 0 at the top of the picture "
            "to 1 at its bottom. Leave it empty to have it read off the picture."
        ),
        advanced=True,
    )
    add_parameter(
        algorithm,
        _number(ROLL, tr("Roll (°)"), -60.0, 60.0),
        tr(
            "How far the camera was turned clockwise about its axis, seen from behind it. Leave it "
            "empty to have it read off the picture."
        ),
        advanced=True,
    )
    add_parameter(
        algorithm,
        _number(CAMERA_HEIGHT, tr("Camera height (m)"), 0.3, 30.0),
        tr(
            "Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the "
            "hand) or 2.5 m (a panorama from a vehicle)."
        ),
        advanced=True,
    )


def declare_spread(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the choice of one camera or several."""
    add_parameter(
        algorithm,
        QgsProcessingParameterBoolean(SPREAD, tr("Allow for an uncertain camera"), False),
        tr(
            "Searches with several cameras around the best guess, as uncertain as horizon, field "
            "of view and height are, and adds up what they find. Takes three to seven times as "
            "long to read the photo."
        ),
        advanced=True,
    )


def clues_of(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> "CameraClues":
    """What the run states about the camera."""
    from ..engine import camera
    from ..engine.hypotheses import CameraClues

    kind = algorithm.parameterAsEnum(parameters, PROJECTION, context)
    kinds = {PERSPECTIVE: camera.PERSPECTIVE, PANORAMA: camera.EQUIRECTANGULAR}
    return CameraClues(
        projection=kinds.get(kind),
        fov_deg=optional_number(algorithm, parameters, FOV, context),
        horizon=optional_number(algorithm, parameters, HORIZON, context),
        roll_deg=optional_number(algorithm, parameters, ROLL, context),
        height_m=optional_number(algorithm, parameters, CAMERA_HEIGHT, context),
    )


def optional_number(
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> Optional[float]:
    """A number, or None when the user left it empty."""
    given = parameters.get(name)
    if given is None or given == "" or given == NULL:
        return None
    return float(algorithm.parameterAsDouble(parameters, name, context))


def _number(name: str, title: str, least: float, most: float) -> QgsProcessingParameterNumber:
    """An optional number with limits."""
    kind = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, title, kind, None, True, least, most)
