"""What a photo shows by azimuth: a level strip around the horizon, read by the transformer.

A photo is seen through level windows of 90 degrees; their tokens are averaged by bearing (15
degrees each, clockwise from the photo's centre) and band of elevation.
"""

import math
from typing import List, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

from .birdseye import read_pyramid
from .camera import Camera, project
from .encoder import Encoder
from .exposure import exposed

BEARINGS = 24
STEP_DEG = 360.0 / BEARINGS
WINDOW_DEG = 90.0
# Rows of a window of `pack.STRIP_TOKENS`: 11 to 28, 0 to 11, -11 to 0, -22 to -11 degrees up.
BANDS = (slice(3, 6), slice(6, 8), slice(8, 10), slice(10, 12))
LEAST_SHOWN = 0.5

FloatArray = NDArray[np.float32]


class Strip(NamedTuple):
    """A photo by bearing, clockwise from its centre.

    Attributes:
        tokens: (bearings, bands, width) float32, mean tokens, zero where nothing is shown.
        shown: (bearings, bands) bool, what lies in the photo.
    """

    tokens: FloatArray
    shown: NDArray[np.bool_]


def strip_of(pyramid: List[FloatArray], camera: Camera, encoder: Encoder, gain: float) -> Strip:
    """Read a photo by bearing.

    Args:
        pyramid: the photo, see `birdseye.image_pyramid`.
        camera: its geometry.
        encoder: of a model with a head for surroundings, whose windows `BANDS` are cut from.
        gain: see `exposure.exposure_gain`.
    """
    side = encoder.pack.window_px
    count = max(1, math.ceil(camera.fov_deg / WINDOW_DEG - 1e-6))
    turns = [(number - (count - 1) / 2.0) * WINDOW_DEG for number in range(count)]
    pictures, inside = zip(*(_window(pyramid, camera, turn, side) for turn in turns))
    shown = (encoder.covered_share(np.stack(inside)) > LEAST_SHOWN).astype(np.float32)
    rgb = np.stack(pictures)
    tokens = encoder.tokens(rgb if gain == 1.0 else exposed(rgb, gain), shown)
    across = tokens.shape[2]
    steps_deg = (np.arange(across) + 0.5) * WINDOW_DEG / across - WINDOW_DEG / 2.0
    azimuth_deg = np.concatenate([turn + steps_deg for turn in turns])
    return _averaged(azimuth_deg, np.concatenate(list(tokens), 1), np.concatenate(list(shown), 1))


def _window(
    pyramid: List[FloatArray], camera: Camera, turn_deg: float, side: int
) -> Tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A level window, its columns evenly spaced in azimuth and its rows in elevation."""
    at_deg = (np.arange(side) + 0.5) / side * WINDOW_DEG - WINDOW_DEG / 2.0
    azimuth, below = np.meshgrid(np.radians(turn_deg + at_deg), np.radians(at_deg))
    rays = np.sin(azimuth) * np.cos(below), np.cos(azimuth) * np.cos(below), np.sin(below)
    right, ahead, down = (part.astype(np.float32) for part in rays)
    height_px, width_px = pyramid[0].shape[:2]
    rgb, valid = read_pyramid(pyramid, *project(camera, (right, ahead, down), width_px, height_px))
    return np.rint(rgb).astype(np.uint8), valid


def _averaged(azimuth_deg: NDArray[np.float64], tokens: FloatArray, mask: FloatArray) -> Strip:
    """Tokens (rows, cols, width) of columns at azimuths, by bearing and band."""
    bearing = np.floor(azimuth_deg / STEP_DEG).astype(int) % BEARINGS
    found = np.zeros((BEARINGS, len(BANDS), tokens.shape[-1]), np.float32)
    shown = np.zeros((BEARINGS, len(BANDS)), np.bool_)
    for number in range(BEARINGS):
        for band, rows in enumerate(BANDS):
            weight = mask[rows][:, bearing == number]
            if weight.sum() >= 1.0:
                part = tokens[rows][:, bearing == number]
                found[number, band] = (part * weight[..., None]).sum(axis=(0, 1)) / weight.sum()
                shown[number, band] = True
    return Strip(found, shown)
