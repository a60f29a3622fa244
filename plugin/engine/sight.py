"""Which ground a pixel shows: the inverse of `camera.project_ground`, for one pixel at a time.

Positions in the picture are fractions of its width and height from the upper left corner, so that
a reduced copy of the photo serves as well.
"""

import math
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np

from .camera import EQUIRECTANGULAR, Camera, project_ground

# Beyond this a small error of the horizon moves the place by more than it is worth.
FARTHEST_M = 150.0
_SIDE_PX = 10_000


@dataclass(frozen=True)
class Sight:
    """What one pixel looks at.

    Attributes:
        azimuth_deg: clockwise from the direction of the photo's centre.
        right_m, ahead_m: the place on flat ground; None where the pixel shows the sky, or ground
            too far away to tell.
    """

    azimuth_deg: float
    right_m: Optional[float] = None
    ahead_m: Optional[float] = None


def sight_of(camera: Camera, across: float, down: float, aspect: float) -> Sight:
    """What a pixel of a picture looks at.

    Args:
        camera: geometry of the photo.
        across, down: fractions of width and height.
        aspect: width of the picture over its height.
    """
    right, ahead, below = _ray(camera, across, down, aspect)
    azimuth_deg = math.degrees(math.atan2(right, ahead))
    distance = math.hypot(right, ahead)
    if below * FARTHEST_M <= camera.height_m * distance:
        return Sight(azimuth_deg)
    scale_m = camera.height_m / below
    return Sight(azimuth_deg, right * scale_m, ahead * scale_m)


def pixel_of(
    camera: Camera, right_m: float, ahead_m: float, aspect: float
) -> Optional[Tuple[float, float]]:
    """Where a place on the ground appears: fractions across and down; None outside the picture."""
    width_px, height_px = round(_SIDE_PX * aspect), _SIDE_PX
    place = np.array([right_m], np.float32), np.array([ahead_m], np.float32)
    col, row = project_ground(camera, *place, width_px, height_px)
    across, down = float(col[0]) / width_px, float(row[0]) / height_px
    return (across, down) if 0.0 <= across <= 1.0 and 0.0 <= down <= 1.0 else None


def _ray(camera: Camera, across: float, down: float, aspect: float) -> Tuple[float, float, float]:
    """Direction of a pixel in the level frame of the camera: right, ahead, below."""
    roll = math.radians(camera.roll_deg)
    if camera.projection == EQUIRECTANGULAR:
        pitch = math.radians(camera.pitch_deg)
        azimuth = math.radians((across - 0.5) * camera.fov_deg)
        dip = math.radians((down - camera.horizon) * camera.vfov_deg)
        x, y = math.cos(dip) * math.sin(azimuth), math.sin(dip)
        depth = math.cos(dip) * math.cos(azimuth)
    else:
        focal = aspect / 2.0 / math.tan(math.radians(camera.fov_deg) / 2.0)
        pitch = -math.atan((0.5 - camera.horizon) * math.cos(roll) / focal)
        x, y, depth = (across - 0.5) * aspect / focal, (down - 0.5) / focal, 1.0
    right = x * math.cos(roll) - y * math.sin(roll)
    y = y * math.cos(roll) + x * math.sin(roll)
    ahead = depth * math.cos(pitch) + y * math.sin(pitch)
    return right, ahead, y * math.cos(pitch) - depth * math.sin(pitch)
