"""Narrower photos cut from panoramas, at stated headings."""

from dataclasses import replace
from typing import Tuple

import numpy as np

from plugin.engine.camera import Camera
from plugin.engine.photo import Photo

CUT_VFOV_DEG = 65.0


def cut_panorama(
    photo: Photo, camera: Camera, fov_deg: float, turn_deg: float
) -> Tuple[Photo, Camera]:
    """The part of a full panorama that a camera turned by `turn_deg` from its centre would see.

    The picture stays equirectangular; it is also cut to `CUT_VFOV_DEG` around the horizon, so
    that the ground just before the camera is out of view as it is in a photo.
    """
    height_px, width_px = photo.rgb.shape[:2]
    centre = round((turn_deg / 360.0 + 0.5) * width_px)
    columns = round(fov_deg / 360.0 * width_px)
    turned = np.roll(photo.rgb, width_px // 2 - centre, axis=1)
    left = (width_px - columns) // 2
    horizon_row = camera.horizon * height_px
    half_rows = CUT_VFOV_DEG / 2 / camera.vfov_deg * height_px
    top = max(0, round(horizon_row - half_rows))
    bottom = min(height_px, round(horizon_row + half_rows))
    rgb = turned[top:bottom, left : left + columns]
    narrow = replace(
        camera,
        fov_deg=columns / width_px * 360.0,
        vfov_deg=(bottom - top) / height_px * camera.vfov_deg,
        horizon=(horizon_row - top) / (bottom - top),
    )
    return replace(photo, rgb=np.ascontiguousarray(rgb)), narrow
