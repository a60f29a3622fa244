"""The camera of a search as a text in its candidates, so that pixels and ground stay linked."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Dict, Optional

from qgis.core import QgsFeature

from ..engine.errors import SkymatchError
from ..engine.kinds import EQUIRECTANGULAR
from .review import text_of

if TYPE_CHECKING:
    from ..engine.camera import Camera

CAMERA = "camera"
ALL_ROUND_DEG = 359.0


def camera_text(camera: "Camera") -> str:
    """A camera as JSON; `camera_of` reads it."""
    return json.dumps(asdict(camera), sort_keys=True)


def facts_of(feature: QgsFeature) -> Dict[str, Any]:
    """What the text says, unchecked, without loading the engine; nothing where it says nothing."""
    try:
        facts = json.loads(text_of(feature, CAMERA))
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def camera_of(feature: QgsFeature) -> "Optional[Camera]":
    """The camera that a candidate was searched with; None where the layer does not tell."""
    from ..engine.camera import Camera

    try:
        return Camera(**facts_of(feature))
    except (TypeError, SkymatchError):  # another text, an impossible camera
        return None


def fov_of(feature: QgsFeature) -> Optional[float]:
    """Angle across the photo in degrees; None where it is not known."""
    fov_deg = facts_of(feature).get("fov_deg")
    return float(fov_deg) if isinstance(fov_deg, (int, float)) else None


def is_unfolded(feature: QgsFeature) -> bool:
    """Whether the search may have unbent or unfolded the photo: a part of a panorama."""
    fov_deg = fov_of(feature)
    part = fov_deg is not None and fov_deg < ALL_ROUND_DEG
    return part and facts_of(feature).get("projection") == EQUIRECTANGULAR
