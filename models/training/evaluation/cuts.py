"""The photos to look for in a raster: whole ones, and narrower ones cut from panoramas."""

from dataclasses import dataclass, replace
from typing import Iterator, List, Optional, Sequence, Tuple

import numpy as np

from plugin.engine.camera import Camera
from plugin.engine.photo import Photo

from .pairs import Pair

CUT_VFOV_DEG = 65.0
CUT_TURNS_DEG = (0.0, 90.0, 180.0, 270.0)
WHOLE = "whole"


@dataclass(frozen=True)
class Query:
    """One photo to look for, of the pair with that number in the raster.

    Attributes:
        view: `WHOLE`, or the field of view it was cut to.
        heading_deg: true heading of its centre, None when it is not known.
    """

    number: int
    view: str
    photo: Photo
    camera: Camera
    heading_deg: Optional[float]


def queries_of(pairs: Sequence[Pair], cut_fov_deg: Sequence[float]) -> List[Query]:
    """Whole photos, and of every full panorama narrower ones at four headings."""
    return list(each_query(pairs, cut_fov_deg))


def each_query(pairs: Sequence[Pair], cut_fov_deg: Sequence[float]) -> Iterator[Query]:
    """The same one by one, so that long lists do not fill the memory."""
    for number, pair in enumerate(pairs):
        photo = pair.read_street()
        camera = pair.camera(photo)
        yield Query(number, WHOLE, photo, camera, pair.heading_deg)
        if camera.fov_deg < 359.0:
            continue
        for fov_deg in cut_fov_deg:
            for turn_deg in CUT_TURNS_DEG:
                cut, narrow = cut_panorama(photo, camera, fov_deg, turn_deg)
                heading_deg = None if pair.heading_deg is None else pair.heading_deg + turn_deg
                yield Query(number, f"cut_{fov_deg:g}deg", cut, narrow, heading_deg)


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
