"""Inverse perspective mapping: a photo becomes a metric picture of the ground around the camera.

The ground is taken as flat. Source of the mapping: the standard ground-plane homography
(Mallot et al., Biological Cybernetics 64, 1991), written here as backward sampling so that
panoramas and perspective photos share it.
"""

import math
from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from numpy.typing import NDArray

from .camera import Camera, project_ground

FloatArray = NDArray[np.float32]

COARSEST_LEVEL = 5


@dataclass(frozen=True)
class PhotoView:
    """A bird's-eye view of one photo for one heading hypothesis, north (of the grid) up.

    Attributes:
        heading_deg: grid heading of the image centre.
        gsd_m: ground size of a pixel.
        rgb: (size, size, 3) uint8; the camera stands at the centre, unless it was shifted.
        valid: (size, size) bool, where the photo shows ground.
    """

    heading_deg: float
    gsd_m: float
    rgb: NDArray[np.uint8]
    valid: NDArray[np.bool_]


def birdseye_view(
    pyramid: List[FloatArray],
    camera: Camera,
    heading_deg: float,
    gsd_m: float,
    size_px: int,
    shift_m: Tuple[float, float] = (0.0, 0.0),
) -> PhotoView:
    """Project a photo onto the ground.

    Args:
        pyramid: the photo and its halvings, see `image_pyramid`.
        camera: geometry of the photo.
        heading_deg: grid heading that the image centre is assumed to have.
        gsd_m: ground size of an output pixel.
        size_px: side of the square output; an even number puts its centre on a pixel corner.
        shift_m: how far east and north of the centre the camera stands.

    Returns:
        The view. Ground that the photo does not show takes the mean colour of what it shows.
    """
    half_m = size_px * gsd_m / 2.0
    along_m = (np.arange(size_px, dtype=np.float32) + 0.5) * gsd_m - half_m
    east_m, north_m = np.meshgrid(along_m - shift_m[0], -along_m - shift_m[1])
    heading = math.radians(heading_deg)
    right_m = east_m * math.cos(heading) - north_m * math.sin(heading)
    ahead_m = east_m * math.sin(heading) + north_m * math.cos(heading)

    height_px, width_px = pyramid[0].shape[:2]
    col, row = project_ground(camera, right_m, ahead_m, width_px, height_px)
    rgb, valid = read_pyramid(pyramid, col, row)
    if valid.any():
        rgb[~valid] = rgb[valid].mean(axis=0)
    return PhotoView(heading_deg % 360.0, gsd_m, np.rint(rgb).astype(np.uint8), valid)


def image_pyramid(rgb: NDArray[np.uint8]) -> List[FloatArray]:
    """The picture and its halvings by 2x2 means, as float32, at most six of them.

    Near ground covers many photo pixels per output pixel; reading it from a coarser level
    avoids aliasing (Williams, SIGGRAPH 1983).
    """
    levels = [rgb.astype(np.float32)]
    while len(levels) <= COARSEST_LEVEL and min(levels[-1].shape[:2]) >= 16:
        finer = levels[-1]
        rows, cols = finer.shape[0] // 2 * 2, finer.shape[1] // 2 * 2
        levels.append(finer[:rows, :cols].reshape(rows // 2, 2, cols // 2, 2, 3).mean(axis=(1, 3)))
    return levels


def read_pyramid(
    pyramid: List[FloatArray], col: FloatArray, row: FloatArray
) -> Tuple[FloatArray, NDArray[np.bool_]]:
    """A photo seen through another grid of pixels.

    Args:
        pyramid: see `image_pyramid`.
        col, row: (rows, cols), where the pixels of the grid lie in the photo; NaN for nowhere.

    Returns:
        Colours (rows, cols, 3) float32, zero outside the photo, and which pixels lie in it.
    """
    height_px, width_px = pyramid[0].shape[:2]
    valid = (col >= 0) & (col <= width_px) & (row >= 0) & (row <= height_px)
    level = _level(col, row, len(pyramid))
    rgb = np.zeros((*col.shape, 3), np.float32)
    for index, picture in enumerate(pyramid):
        here = valid & (level == index)
        if here.any():
            scale = picture.shape[1] / width_px, picture.shape[0] / height_px
            rgb[here] = sample_bilinear(picture, col[here] * scale[0], row[here] * scale[1])
    return rgb, valid


def sample_bilinear(picture: FloatArray, col: FloatArray, row: FloatArray) -> FloatArray:
    """Values at positions given in pixels from the outer edge, edges repeated.

    Args:
        picture: (height, width, bands).
        col, row: arrays of one shape, without NaN.

    Returns:
        Array of that shape with a trailing axis of bands.
    """
    height, width = picture.shape[:2]
    x = np.clip(col - 0.5, 0.0, width - 1.0)
    y = np.clip(row - 0.5, 0.0, height - 1.0)
    left = np.minimum(x.astype(np.intp), max(width - 2, 0))
    top = np.minimum(y.astype(np.intp), max(height - 2, 0))
    right, bottom = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    dx, dy = (x - left)[..., None], (y - top)[..., None]
    upper = picture[top, left] * (1 - dx) + picture[top, right] * dx
    lower = picture[bottom, left] * (1 - dx) + picture[bottom, right] * dx
    return np.asarray(upper * (1 - dy) + lower * dy, dtype=np.float32)


def _level(col: FloatArray, row: FloatArray, levels: int) -> NDArray[np.intp]:
    """Pyramid level whose pixels are about as large as one step of the output."""
    with np.errstate(invalid="ignore", divide="ignore"):
        across = np.hypot(np.gradient(col, axis=1), np.gradient(row, axis=1))
        along = np.hypot(np.gradient(col, axis=0), np.gradient(row, axis=0))
        level = np.floor(np.log2(np.minimum(across, along)) + 0.5)
    level = np.nan_to_num(level, nan=0.0, posinf=0.0, neginf=0.0)
    return np.asarray(np.clip(level, 0, levels - 1), dtype=np.intp)
