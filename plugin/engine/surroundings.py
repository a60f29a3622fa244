"""What to expect of the ground around a camera from what stands there: houses, trees, open sky.

A small head, a ridge regression, tells from a photo's strip (`strips`) which code bits to expect by
bearing and ring of distance, also where the photo shows no ground. Only differences within a photo
count, so that nothing is said of what the whole place looks like.
"""

import math
from typing import List, NamedTuple, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .camera import Camera
from .encoder import Encoder
from .strips import BEARINGS, STEP_DEG, strip_of

RING_EDGES_M = (4.0, 9.0, 15.0, 22.0, 30.0)
RINGS = len(RING_EDGES_M) - 1
LEAST_BEARINGS = 3
# A sector's share falls from 1 to 0 between 0.3 and 1.3 times this off its middle.
SOFT_DEG = 11.0

FloatArray = NDArray[np.float32]


class Way(NamedTuple):
    """One layer of a photo: number of its camera, grid heading, shift east and north in metres."""

    camera: int
    heading_deg: float
    shift_m: Tuple[float, float]


def expected_codes(
    pyramid: List[FloatArray], cameras: Sequence[Camera], gain: float, encoder: Encoder
) -> FloatArray:
    """What the head expects: (cameras, bearings, rings, bits), of mean square 1 for every camera.

    Zero for a camera that sees fewer than `LEAST_BEARINGS`.

    Args:
        pyramid: the photo, see `birdseye.image_pyramid`.
        cameras: what its camera may be.
        gain: see `exposure.exposure_gain`.
        encoder: of a model with the head.
    """
    found = []
    for camera in cameras:
        strip = strip_of(pyramid, camera, encoder, gain)
        expected = encoder.surroundings(strip.tokens, strip.shown, RINGS)
        size = float(np.sqrt(np.square(expected).mean()))
        few = strip.shown.any(axis=1).sum() < LEAST_BEARINGS
        found.append(np.zeros_like(expected) if few or size == 0.0 else expected / size)
    return np.asarray(np.stack(found), dtype=np.float32)


def laid_out(
    expected: FloatArray, ways: Sequence[Way], length: FloatArray, token_m: float
) -> FloatArray:
    """Expected codes as they lie around the camera.

    Args:
        expected: see `expected_codes`.
        ways: layers.
        length: (layers,), how long each layer's result is to be as a vector.

    Returns:
        (layers, side, side, bits) float32, the camera's token corner in the middle.
    """
    layers = []
    for way, wanted in zip(ways, length):
        sector = sectors(way.heading_deg, token_m, way.shift_m)
        share = sector / np.maximum(sector.sum(axis=(2, 3), keepdims=True), 1e-6)
        laid = np.tensordot(share, expected[way.camera], axes=((0, 1), (0, 1)))
        size = float(np.sqrt(np.square(laid).sum()))
        layers.append(laid * (float(wanted) / size if size > 0.0 else 0.0))
    return np.asarray(np.stack(layers), dtype=np.float32)


def sectors(
    heading_deg: float, token_m: float, shift_m: Tuple[float, float] = (0.0, 0.0)
) -> FloatArray:
    """(bearings, rings, side, side), how far each token around a corner belongs to each of them.

    Args:
        heading_deg: of the photo's centre, where bearings begin.
        shift_m: how far east and north of the corner the camera stands.
    """
    reach = math.ceil(RING_EDGES_M[-1] / token_m)
    along_m = (np.arange(-reach, reach) + 0.5) * token_m
    east_m, north_m = along_m[None, :] - shift_m[0], -along_m[:, None] - shift_m[1]
    distance_m = np.hypot(east_m, north_m)
    azimuth_deg = np.degrees(np.arctan2(east_m, north_m))
    middle_deg = heading_deg + (np.arange(BEARINGS) + 0.5) * STEP_DEG
    off_deg = (azimuth_deg - middle_deg[:, None, None] + 180.0) % 360.0 - 180.0
    share = np.clip(1.3 - np.abs(off_deg) / SOFT_DEG, 0.0, 1.0)
    edges = zip(RING_EDGES_M[:-1], RING_EDGES_M[1:])
    rings = np.stack([(distance_m >= near) & (distance_m < far) for near, far in edges])
    return np.asarray(share[:, None] * rings, dtype=np.float32)
