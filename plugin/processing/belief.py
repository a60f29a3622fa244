"""What is believed of a photo's camera: from the run, the file, the picture and the settings."""

import math
from typing import TYPE_CHECKING

from .settings import read_settings

if TYPE_CHECKING:
    from ..engine.encoder import Encoder
    from ..engine.hypotheses import CameraBelief, CameraClues
    from ..engine.photo import Photo


def belief_of(photo: "Photo", clues: "CameraClues", encoder: "Encoder") -> "CameraBelief":
    """The camera of a photo and how sure it is.

    The camera height of the settings counts as stated. Their field of view stands in only where
    neither run nor file state one; it is that of the longer side.

    Args:
        photo: upright.
        clues: what the run states.
        encoder: whose model reads the horizon off the picture.
    """
    from dataclasses import replace

    from ..engine.camera import NARROWEST_VIEW_DEG, PERSPECTIVE
    from ..engine.hypotheses import believe
    from ..engine.photo import camera_of

    settings = read_settings()
    if clues.height_m is None:
        clues = replace(clues, height_m=settings.camera_height_m)
    said_deg = photo.metadata.fov_deg if photo.metadata.projection is None else None
    if clues.fov_deg is None and said_deg is None and settings.fov_deg is not None:
        if camera_of(photo, projection=clues.projection).projection == PERSPECTIVE:
            height_px, width_px = photo.rgb.shape[:2]
            half = math.tan(math.radians(settings.fov_deg) / 2.0) * min(1.0, width_px / height_px)
            across_deg = max(NARROWEST_VIEW_DEG, 2.0 * math.degrees(math.atan(half)))
            clues = replace(clues, fov_deg=across_deg)
    return believe(photo, clues, encoder)
