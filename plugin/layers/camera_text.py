"""The camera of a search as a text in its candidates, so that pixels and ground stay linked."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsFeature

from ..engine.errors import SkymatchError
from .review import text_of

if TYPE_CHECKING:
    from ..engine.camera import Camera

CAMERA = "camera"


def camera_text(camera: "Camera") -> str:
    """A camera as JSON; `camera_of` reads it."""
    return json.dumps(asdict(camera), sort_keys=True)


def camera_of(feature: QgsFeature) -> "Optional[Camera]":
    """The camera that a candidate was searched with; None where the layer does not tell."""
    from ..engine.camera import Camera

    try:
        return Camera(**json.loads(text_of(feature, CAMERA)))
    except (ValueError, TypeError, SkymatchError):  # no text, another text, an impossible camera
        return None
