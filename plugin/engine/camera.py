"""The camera: which pixel of a photo shows which point of the ground.

Frame: x to the right and y ahead of the camera on flat ground, in metres, below the lens by the
camera height. Image coordinates are (column, row) in pixels, 0 at the outer edge of the first one.
"""

import math
from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from .errors import SkymatchError
from .kinds import EQUIRECTANGULAR, PERSPECTIVE

__all__ = [
    "EQUIRECTANGULAR",
    "PERSPECTIVE",
    "Camera",
    "WeightedCamera",
    "project",
    "project_ground",
]

WIDEST_PERSPECTIVE_DEG = 140.0
NARROWEST_VIEW_DEG = 15.0
MOST_ROLL_DEG = 60.0

FloatArray = NDArray[np.float32]
Points = Tuple[FloatArray, FloatArray, FloatArray]
"""How far to the right, ahead and below the lens, arrays of one shape."""


@dataclass(frozen=True)
class Camera:
    """Geometry of one photo.

    Attributes:
        projection: `PERSPECTIVE` or `EQUIRECTANGULAR` (a panorama or a part of one).
        fov_deg: angle across the image width.
        vfov_deg: angle across the image height; only used by `EQUIRECTANGULAR`.
        horizon: row of the level horizon at the image centre, as a fraction of the image height
            from the top. May lie outside 0 to 1 when the camera is strongly tilted.
        height_m: lens above ground.
        roll_deg: clockwise turn of the camera about its axis, seen from behind it.
        pitch_deg: how far the centre of a panorama that was not levelled looks up; only used by
            `EQUIRECTANGULAR`, in photos the horizon says it.
    """

    projection: str
    fov_deg: float
    vfov_deg: float
    horizon: float
    height_m: float
    roll_deg: float = 0.0
    pitch_deg: float = 0.0

    def __post_init__(self) -> None:
        widest = 360.0 if self.projection == EQUIRECTANGULAR else WIDEST_PERSPECTIVE_DEG
        if self.projection not in (PERSPECTIVE, EQUIRECTANGULAR):
            raise SkymatchError(
                f"'{self.projection}' is no projection. Choose perspective or equirectangular."
            )
        if not NARROWEST_VIEW_DEG <= self.fov_deg <= widest:
            raise SkymatchError(
                f"A field of view of {self.fov_deg:g} degrees does not fit a {self.projection} "
                f"photo. Give a value between {NARROWEST_VIEW_DEG:g} and {widest:g} degrees."
            )
        if not 0.3 <= self.height_m <= 30.0:
            raise SkymatchError(
                f"A camera {self.height_m:g} m above the ground is not a street photo. "
                "Give a camera height between 0.3 and 30 m."
            )
        if not -1.0 <= self.horizon <= 2.0:
            raise SkymatchError(
                "The horizon lies too far outside the photo. Give it as a fraction of the image "
                "height from the top, 0.5 for a level camera."
            )

        if abs(self.roll_deg) > MOST_ROLL_DEG or abs(self.pitch_deg) > MOST_ROLL_DEG:
            raise SkymatchError(
                f"A camera tilted by more than {MOST_ROLL_DEG:g} degrees is not supported. "
                "Turn the photo upright first."
            )


@dataclass(frozen=True)
class WeightedCamera:
    """One hypothesis of what a photo's camera is, and how probable it is."""

    camera: Camera
    probability: float


def project_ground(
    camera: Camera, right_m: FloatArray, ahead_m: FloatArray, width_px: int, height_px: int
) -> Tuple[FloatArray, FloatArray]:
    """Image position of ground points; see `project`.

    Args:
        right_m, ahead_m: arrays of one shape, metres from the point below the lens.
    """
    down_m = np.full_like(right_m, camera.height_m)
    return project(camera, (right_m, ahead_m, down_m), width_px, height_px)


def project(
    camera: Camera, points: Points, width_px: int, height_px: int
) -> Tuple[FloatArray, FloatArray]:
    """Image position of points anywhere around the lens.

    Args:
        camera: geometry of the photo.
        points: arrays of one shape: how far to the right, ahead and below the lens they lie. Of a
            ray any point will do.
        width_px, height_px: size of the image.

    Returns:
        (column, row) in pixels, same shape; NaN where the point lies behind the image plane.
    """
    if camera.projection == EQUIRECTANGULAR:
        return _project_equirectangular(camera, points, width_px, height_px)
    return _project_perspective(camera, points, width_px, height_px)


def _project_equirectangular(
    camera: Camera, points: Points, width_px: int, height_px: int
) -> Tuple[FloatArray, FloatArray]:
    right_m, ahead_m, down_m = points
    if camera.roll_deg or camera.pitch_deg:
        pitch, roll = math.radians(camera.pitch_deg), math.radians(camera.roll_deg)
        ahead_m, down_m = (
            ahead_m * math.cos(pitch) - down_m * math.sin(pitch),
            down_m * math.cos(pitch) + ahead_m * math.sin(pitch),
        )
        right_m, down_m = (
            right_m * math.cos(roll) + down_m * math.sin(roll),
            down_m * math.cos(roll) - right_m * math.sin(roll),
        )
    azimuth_deg = np.degrees(np.arctan2(right_m, ahead_m))
    below_deg = np.degrees(np.arctan2(down_m, np.hypot(right_m, ahead_m)))
    col = (azimuth_deg / camera.fov_deg + 0.5) * width_px
    row = (camera.horizon + below_deg / camera.vfov_deg) * height_px
    return col.astype(np.float32), row.astype(np.float32)


def _project_perspective(
    camera: Camera, points: Points, width_px: int, height_px: int
) -> Tuple[FloatArray, FloatArray]:
    """Pinhole with square pixels and the principal point at the image centre."""
    right_m, ahead_m, down_m = points
    focal_px = width_px / 2.0 / math.tan(math.radians(camera.fov_deg) / 2.0)
    roll = math.radians(camera.roll_deg)
    pitch_down = math.atan((0.5 - camera.horizon) * height_px * math.cos(roll) / focal_px)
    depth = ahead_m * math.cos(pitch_down) + down_m * math.sin(pitch_down)
    down = down_m * math.cos(pitch_down) - ahead_m * math.sin(pitch_down)
    across = right_m * math.cos(roll) + down * math.sin(roll)
    down = down * math.cos(roll) - right_m * math.sin(roll)
    depth = np.where(depth > 1e-3, depth, np.nan)
    col = width_px / 2.0 + focal_px * across / depth
    row = height_px / 2.0 + focal_px * down / depth
    return col.astype(np.float32), row.astype(np.float32)


def horizon_of(
    pitch_up_deg: float, roll_deg: float, fov_deg: float, width_px: int, height_px: int
) -> float:
    """Where the level horizon crosses the centre column of a perspective photo, see `Camera`."""
    focal_px = width_px / 2.0 / math.tan(math.radians(fov_deg) / 2.0)
    up_px = focal_px * math.tan(math.radians(pitch_up_deg)) / math.cos(math.radians(roll_deg))
    return 0.5 + up_px / height_px


def default_vfov_deg(fov_deg: float, width_px: int, height_px: int) -> float:
    """Vertical angle of a panorama whose pixels are as high as they are wide, in degrees."""
    return min(180.0, fov_deg * height_px / width_px)
