"""What a level panorama shows by azimuth, and what a map shows around a place: the same bearings.

A photo is cut into bands of elevation and 24 bearings; the tokens of each are averaged. Around a
place the code bits of the map are averaged over the same bearings, in rings of distance.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.birdseye import sample_bilinear
from plugin.engine.camera import Camera
from plugin.engine.encoder import Encoder

BEARINGS = 24
STEP_DEG = 360.0 / BEARINGS
WINDOW_DEG = 90.0
# Rows of a window, from the top: 14 to 28, 3 to 14, -8 to 3 and -20 to -8 degrees of elevation.
BANDS = (slice(3, 6), slice(6, 8), slice(8, 10), slice(10, 12))
RING_EDGES_M = (4.0, 9.0, 15.0, 22.0, 30.0)
RINGS = len(RING_EDGES_M) - 1
LEAST_SHOWN = 0.5
SOFT_DEG = 11.0

FloatArray = NDArray[np.float32]


class Strip(NamedTuple):
    """A photo by bearing, clockwise from its centre.

    Attributes:
        tokens: (bearings, bands, width) float32, mean tokens.
        seen: (bearings,) bool, whether the photo looks there.
    """

    tokens: FloatArray
    seen: NDArray[np.bool_]


class Surroundings(NamedTuple):
    """A map around a place, by bearing from a heading.

    Attributes:
        codes: (bearings, rings, bits) float32, mean of bits of -1 and 1 less their mean on the map.
        seen: (bearings,) bool, whether enough of every ring has imagery.
    """

    codes: FloatArray
    seen: NDArray[np.bool_]


def strip_of(rgb: NDArray[np.uint8], camera: Camera, encoder: Encoder) -> Strip:
    """A level equirectangular photo by bearing, read in windows of 90 degrees."""
    count = max(1, math.ceil(camera.fov_deg / WINDOW_DEG - 1e-6))
    side = encoder.pack.window_px
    at = (np.arange(side) + 0.5) / side * WINDOW_DEG
    pictures, shares, azimuths = [], [], []
    height, width = rgb.shape[:2]
    for number in range(count):
        azimuth = (number - count / 2) * WINDOW_DEG + at
        col, row = np.meshgrid(
            (azimuth / camera.fov_deg + 0.5) * width,
            (camera.horizon - (WINDOW_DEG / 2 - at) / camera.vfov_deg) * height,
        )
        inside = (row >= 0) & (row < height) & (col >= 0) & (col <= width)
        picture = sample_bilinear(
            rgb.astype(np.float32),
            np.clip(col, 0.5, width - 0.5).astype(np.float32),
            np.clip(row, 0.5, height - 0.5).astype(np.float32),
        )
        pictures.append(np.where(inside[..., None], np.rint(picture), 0.0).astype(np.uint8))
        shares.append(inside)
        azimuths.append(azimuth.reshape(-1, encoder.pack.token_px).mean(axis=1))
    share = encoder.covered_share(np.stack(shares))
    shown = (share > LEAST_SHOWN).astype(np.float32)
    tokens = encoder.tokens(np.stack(pictures), shown)
    return _averaged(np.concatenate(azimuths), np.concatenate(list(tokens), axis=1), shown)


def _averaged(azimuth_deg: NDArray[np.float64], tokens: FloatArray, shown: FloatArray) -> Strip:
    """Tokens (rows, cols, width) of columns at azimuths, by bearing and band."""
    mask = np.concatenate(list(shown), axis=1)
    bearing = np.floor(azimuth_deg / STEP_DEG).astype(int) % BEARINGS
    found = np.zeros((BEARINGS, len(BANDS), tokens.shape[-1]), np.float32)
    seen = np.zeros(BEARINGS, np.bool_)
    for number in range(BEARINGS):
        for band, rows in enumerate(BANDS):
            weight = mask[rows][:, bearing == number]
            if weight.sum() >= 1.0:
                part = tokens[rows][:, bearing == number]
                found[number, band] = (part * weight[..., None]).sum(axis=(0, 1)) / weight.sum()
                seen[number] = True
    return Strip(found, seen)


def sectors(heading_deg: float, token_m: float) -> FloatArray:
    """(bearings, rings, side, side), how far each token around a corner belongs to each of them."""
    reach = math.ceil(RING_EDGES_M[-1] / token_m)
    along_m = (np.arange(-reach, reach) + 0.5) * token_m
    east_m, north_m = along_m[None, :], -along_m[:, None]
    distance_m = np.hypot(east_m, north_m)
    azimuth_deg = np.degrees(np.arctan2(east_m, north_m))
    middle_deg = heading_deg + (np.arange(BEARINGS) + 0.5) * STEP_DEG
    off_deg = (azimuth_deg - middle_deg[:, None, None] + 180.0) % 360.0 - 180.0
    share = np.clip(1.3 - np.abs(off_deg) / SOFT_DEG, 0.0, 1.0)
    edges = zip(RING_EDGES_M[:-1], RING_EDGES_M[1:])
    rings = np.stack([(distance_m >= near) & (distance_m < far) for near, far in edges])
    return np.asarray(share[:, None] * rings, dtype=np.float32)


def surroundings_of(
    codes: FloatArray,
    covered: NDArray[np.bool_],
    row: float,
    col: float,
    heading_deg: float,
    token_m: float,
) -> Surroundings:
    """What a map (rows, cols, bits), less its mean and zero where not covered, shows around."""
    sector = sectors(heading_deg, token_m)
    reach = sector.shape[-1] // 2
    top, left = round(row) + reach, round(col) + reach
    window = slice(top - reach, top + reach), slice(left - reach, left + reach)
    edge = ((reach, reach), (reach, reach))
    seen = sector * np.pad(covered, edge)[window]
    weight = seen.sum(axis=(2, 3))
    found = np.einsum("brij,ijc->brc", seen, np.pad(codes, (*edge, (0, 0)))[window], optimize=True)
    whole = sector.sum(axis=(2, 3))
    return Surroundings(
        np.asarray(found / np.maximum(weight, 1e-6)[..., None], dtype=np.float32),
        (weight >= 0.5 * whole).all(axis=1) & (whole > 0.2).all(axis=1),
    )
