"""How usable a photo is, judged before the search: ground in view, sharpness and light.

All three are measured on the ground seen from above, at the scale at which it is read: a photo may
be sharp on the houses and blurred on the street.
"""

import math
from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from .birdseye import birdseye_view, image_pyramid
from .camera import Camera, project_ground
from .photo import Photo

FloatArray = NDArray[np.float32]

# The ground is read at this scale and weighs exp(-(distance / reach)^2); see `query`.
GSD_M, REACH_M = 0.18, 8.0
_SIZE_PX = 4 * round(4 * REACH_M / GSD_M / 4)

# A level 65 degree photo taken in the hand shows 30 m2 of weighed ground; below 3 m2, about a
# parking space, the search refuses or guesses.
_PLENTY_M2, _TOO_LITTLE_M2 = 24.0, 3.0
_LEAST_PX = 0.5
# Second differences at this scale against those at the double one. Street scenes carry about as
# much detail in every octave (Field, JOSA A 4, 1987): sharp photos have 0.8 to 1.1 whatever they
# show. A blur by one cell brings it to 0.6, where the codes of the ground agree with those of the
# sharp photo half as well as at best; by two to 0.4, and any stronger one to 0.3.
_SHARP, _UNREADABLE = 0.8, 0.3
# Median grey of the ground, 0 to 1. Nine in ten street photos by day lie between 0.27 and 0.77;
# at 0.13 the codes of a darkened photo agree with its own no better than with another's.
_NIGHT, _DIM, _BRIGHT, _BURNT = 0.06, 0.25, 0.85, 0.97
# Spread of grey over the ground; smooth asphalt in the shade has about 0.03, a clear sky 0.01.
_FLAT, _TEXTURED = 0.008, 0.03

WELL, FAIRLY = 0.7, 0.35
# What may be wrong with a photo.
NO_GROUND, LITTLE_GROUND, BLURRED, DARK, OVEREXPOSED, PLAIN = (
    "no ground",
    "little ground",
    "blurred",
    "dark",
    "overexposed",
    "plain",
)


@dataclass(frozen=True)
class Usability:
    """A judgement of one photo with one camera.

    Attributes:
        number: 0, useless, to 1, nothing to wish for: the product of what ground, sharpness and
            light allow. It orders photos; it is no probability.
        shortcoming: what lowers the number most, one of the names above; with `NO_GROUND` it is 0.
        ground_m2: ground shown, and resolved, within twice the reach (16 m) of the camera.
        ground_share: the same as a share of all ground around the camera.
        sharpness: detail of the ground at this scale against that at the double one.
        brightness: median grey of the ground, 0 to 1.
        contrast: standard deviation of the grey of the ground, 0 to 1.
    """

    number: float
    shortcoming: str
    ground_m2: float
    ground_share: float
    sharpness: float
    brightness: float
    contrast: float


def usability(photo: Photo, camera: Camera) -> Usability:
    """Judge how well the ground in a photo can be read.

    Args:
        photo: upright.
        camera: its geometry; a wrong horizon gives a wrong judgement of the ground in view.
    """
    view = birdseye_view(image_pyramid(photo.rgb), camera, 0.0, GSD_M, _SIZE_PX)
    right_m, ahead_m = _ground_m()
    distance_m = np.hypot(right_m, ahead_m)
    shown = view.valid & _resolved(photo, camera, right_m, ahead_m)
    near = shown & (distance_m <= 2.0 * REACH_M)
    weight = np.where(near, np.exp(-((distance_m / REACH_M) ** 2)), 0.0).astype(np.float32)
    weighed_m2 = float(weight.sum()) * GSD_M**2
    ground_m2 = float(near.sum()) * GSD_M**2
    share = ground_m2 / (math.pi * (2.0 * REACH_M) ** 2)
    if weighed_m2 < _TOO_LITTLE_M2:
        return Usability(0.0, NO_GROUND, ground_m2, share, 0.0, 0.0, 0.0)
    grey = view.rgb.mean(axis=2, dtype=np.float32) / 255.0
    brightness = _weighed_median(grey[near], weight[near])
    contrast = _spread(grey, weight)
    sharpness = _sharpness(grey, weight)
    grades = {
        LITTLE_GROUND: math.sqrt(_grade(weighed_m2, 0.0, _PLENTY_M2)),
        BLURRED: _grade(sharpness, _UNREADABLE, _SHARP),
        DARK: _grade(brightness, _NIGHT, _DIM),
        OVEREXPOSED: _grade(brightness, _BURNT, _BRIGHT),
        PLAIN: _grade(contrast, _FLAT, _TEXTURED),
    }
    number = math.prod(grades.values())
    worst = min(grades, key=lambda name: grades[name])
    return Usability(number, worst, ground_m2, share, sharpness, brightness, contrast)


def _grade(value: float, worst: float, best: float) -> float:
    """0 at the worst value, 1 at the best, straight between; the worst may be the larger one."""
    return min(1.0, max(0.0, (value - worst) / (best - worst)))


def _ground_m() -> Tuple[FloatArray, FloatArray]:
    """Metres to the right of and ahead of the camera of each cell, as in `birdseye_view`."""
    along_m = (np.arange(_SIZE_PX, dtype=np.float32) + 0.5 - _SIZE_PX / 2.0) * GSD_M
    right_m, ahead_m = np.meshgrid(along_m, -along_m)
    return right_m, ahead_m


def _resolved(
    photo: Photo, camera: Camera, right_m: FloatArray, ahead_m: FloatArray
) -> NDArray[np.bool_]:
    """Where a cell of ground covers at least half a pixel of the photo in each direction."""
    height_px, width_px = photo.rgb.shape[:2]
    col, row = project_ground(camera, right_m, ahead_m, width_px, height_px)
    along = np.hypot(np.gradient(col, axis=0), np.gradient(row, axis=0))
    across = np.hypot(np.gradient(col, axis=1), np.gradient(row, axis=1))
    with np.errstate(invalid="ignore"):
        return np.asarray(np.minimum(along, across) >= _LEAST_PX)


def _weighed_median(values: FloatArray, weight: FloatArray) -> float:
    order = np.argsort(values)
    total = np.cumsum(weight[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2.0)])


def _spread(grey: FloatArray, weight: FloatArray) -> float:
    mean = float((grey * weight).sum() / weight.sum())
    return math.sqrt(float((np.square(grey - mean) * weight).sum() / weight.sum()))


def _sharpness(grey: FloatArray, weight: FloatArray) -> float:
    """Root of the energy of second differences over the same one octave coarser."""
    coarse, heavy = _halved(grey), _halved(weight)
    whole = _inner(_halved((weight > 0).astype(np.float32)) == 1.0)
    heavy = np.where(whole, heavy, 0.0)
    fine_energy = _halved(np.square(_curvature(grey)))
    coarse_energy = np.square(_curvature(coarse))
    energy = float((coarse_energy * heavy).sum())
    return math.sqrt(float((fine_energy * heavy).sum()) / energy) if energy > 1e-9 else 0.0


def _curvature(values: FloatArray) -> FloatArray:
    """Four times each value minus its four neighbours, edges repeated."""
    padded = np.pad(values, 1, mode="edge")
    near = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    return np.asarray(4.0 * values - near)


def _inner(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells whose four neighbours are inside too."""
    padded = np.pad(inside, 1)
    near = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return np.asarray(inside & near)


def _halved(values: FloatArray) -> FloatArray:
    rows, cols = values.shape
    return np.asarray(values.reshape(rows // 2, 2, cols // 2, 2).mean(axis=(1, 3)))
