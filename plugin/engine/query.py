"""From one photo to the codes of its ground, for every heading that comes into question."""

import itertools
import math
from dataclasses import dataclass, replace
from typing import Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .birdseye import birdseye_view, image_pyramid
from .camera import Camera, WeightedCamera
from .encoder import GROUND, LEAST_COVERED, Encoder
from .errors import SkymatchError
from .exposure import exposed, exposure_gain
from .hashing import pack_signs
from .photo import Photo
from .surroundings import Way, expected_codes, laid_out

LEAST_TOKENS = 6
LIGHTEST_TOKEN = 0.02
HEADING_STEP_KNOWN_DEG = 10.0
UNSHIFTED = (0.0, 0.0)
STRONGEST_BIT = 2.0  # times the root mean square of a token's numbers


@dataclass(frozen=True)
class PhotoCodes:
    """The ground of a photo as codes: one layer per hypothesis of heading and camera.

    Attributes:
        headings_deg: (layers,) grid headings.
        offset_rowcol: (tokens, 2) int, token offsets from the camera: token (0, 0) is the one
            just south-east of it.
        codes: (layers, tokens, bytes) uint8.
        weight: (layers, tokens) float32, zero where the photo shows no ground.
        log_prior: (layers,) float32, log probability of each layer before the search; the
            probabilities sum to 1.
        camera: (layers,) int16, which of the camera hypotheses a layer belongs to.
        shift_m: (layers, 2) float32, how far east and north of a token corner the camera stands.
        strength: (layers, tokens, bits) float32, 0 to 1, how far every bit of the photo is from
            flipping; None when all bits count the same.
        surroundings: (layers, side, side, bits) float32, which bits what stands around the camera
            lets expect, on a scale with weight * strength, the camera in the middle; see
            `surroundings`. None when the model does not tell.
    """

    headings_deg: NDArray[np.float64]
    offset_rowcol: NDArray[np.int64]
    codes: NDArray[np.uint8]
    weight: NDArray[np.float32]
    log_prior: NDArray[np.float32]
    camera: NDArray[np.int16]
    shift_m: NDArray[np.float32]
    strength: Optional[NDArray[np.float32]] = None
    surroundings: Optional[NDArray[np.float32]] = None

    @property
    def reach_tokens(self) -> int:
        """How far from the camera the farthest token begins."""
        reach = int(np.abs(self.offset_rowcol).max())
        return reach if self.surroundings is None else max(reach, self.surroundings.shape[1] // 2)

    @property
    def effective_tokens(self) -> float:
        """How many equally weighted tokens carry as much evidence, mean over headings."""
        total, squares = self.weight.sum(axis=1), np.square(self.weight).sum(axis=1)
        return float((total**2 / squares).mean())

    @property
    def length(self) -> NDArray[np.float32]:
        """(layers,), length of every layer's weight * strength of all bits as a vector."""
        if self.strength is None:
            squares = np.square(self.weight).sum(axis=1) * (8.0 * self.codes.shape[2])
        else:
            squares = np.square(self.weight[..., None] * self.strength).sum(axis=(1, 2))
        return np.asarray(np.sqrt(squares), dtype=np.float32)

    def layers(self, numbers: NDArray[np.intp]) -> "PhotoCodes":
        """Some of the layers."""
        return replace(
            self,
            headings_deg=self.headings_deg[numbers],
            codes=self.codes[numbers],
            weight=self.weight[numbers],
            log_prior=self.log_prior[numbers],
            camera=self.camera[numbers],
            shift_m=self.shift_m[numbers],
            strength=None if self.strength is None else self.strength[numbers],
            surroundings=None if self.surroundings is None else self.surroundings[numbers],
        )


def heading_hypotheses(
    heading_deg: Optional[float], tolerance_deg: float, count: int
) -> NDArray[np.float64]:
    """Headings to try: all around when unknown, else at most ten degrees apart.

    Args:
        heading_deg: what is known, None for nothing.
        tolerance_deg: the truth lies at most this far to either side.
        count: number of headings all around.
    """
    if heading_deg is None or tolerance_deg >= 180.0:
        return np.arange(count) * (360.0 / count)
    steps = math.ceil(max(tolerance_deg, 0.0) / HEADING_STEP_KNOWN_DEG)
    return heading_deg + np.linspace(-tolerance_deg, tolerance_deg, 2 * steps + 1)


def encode_photo(
    photo: Photo, camera: Camera, headings_deg: NDArray[np.float64], encoder: Encoder
) -> PhotoCodes:
    """Codes of a photo whose camera is known, at every heading; see `encode_hypotheses`."""
    return encode_hypotheses(photo, [WeightedCamera(camera, 1.0)], headings_deg, encoder)


def encode_hypotheses(
    photo: Photo,
    cameras: Sequence[WeightedCamera],
    headings_deg: NDArray[np.float64],
    encoder: Encoder,
    shifts_m: Sequence[Tuple[float, float]] = (UNSHIFTED,),
) -> PhotoCodes:
    """Project a photo to the ground in every way that comes into question and encode what is seen.

    The picture is turned, not the features alone: features carry the position embedding of the
    transformer and would give the heading away. What stands around comes with it (`surroundings`).

    Args:
        cameras: hypotheses of the camera; their probabilities sum to 1.
        headings_deg: grid headings, equally probable.
        shifts_m: places (east, north) of the camera within a token, equally probable.

    Returns:
        One layer for every camera, heading and shift. Hypotheses under which the photo shows no
        ground are left out.

    Raises:
        SkymatchError: the photo shows no ground within reach under any hypothesis.
    """
    pack = encoder.pack
    pyramid = image_pyramid(photo.rgb)
    ways = [
        Way(*way) for way in itertools.product(range(len(cameras)), headings_deg.tolist(), shifts_m)
    ]
    views = [
        birdseye_view(
            pyramid, cameras[w.camera].camera, w.heading_deg, pack.gsd_m, pack.window_px, w.shift_m
        )
        for w in ways
    ]
    valid = np.stack([view.valid for view in views])
    shift_m = np.array([way.shift_m for way in ways], np.float32)
    weight = _token_weight(valid, shift_m, encoder)
    counted = weight > LIGHTEST_TOKEN * weight.max()
    shows = np.flatnonzero(counted.sum(axis=(1, 2)) >= LEAST_TOKENS)
    if not shows.size:
        raise SkymatchError(
            f"{photo.name} shows no ground within {2 * pack.reach_m:.0f} m of the camera. "
            "Give a photo in which the street is visible, or correct the horizon."
        )
    ways = [ways[number] for number in shows]
    rgb = np.stack([views[number].rgb for number in shows])
    gain = exposure_gain(rgb[0], valid[shows[0]])
    if gain != 1.0:
        rgb = exposed(rgb, gain)
    projections = encoder.encode(rgb, valid[shows], GROUND)
    prior = np.array([cameras[way.camera].probability for way in ways])
    rows, cols = np.nonzero(counted[shows].any(axis=0))
    projections, weight = projections[:, rows, cols], weight[shows][:, rows, cols]
    half = pack.window_tokens // 2
    codes = PhotoCodes(
        headings_deg=np.array([way.heading_deg for way in ways]),
        offset_rowcol=np.stack([rows - half, cols - half], axis=1),
        codes=pack_signs(projections),
        weight=weight,
        log_prior=np.log(prior / prior.sum()).astype(np.float32),
        camera=np.array([way.camera for way in ways], np.int16),
        shift_m=shift_m[shows],
        strength=bit_strength(projections),
    )
    if pack.surroundings is None:
        return codes
    expected = expected_codes(pyramid, [weighted.camera for weighted in cameras], gain, encoder)
    length = pack.surroundings.strength * codes.length
    return replace(codes, surroundings=laid_out(expected, ways, length, pack.token_m))


def bit_strength(projections: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much every bit of a token counts: its size against the others', from 0 to 1.

    The ground is known by its bits alone, but the photo by the numbers before the sign is taken;
    a number near zero may as well have had the other sign. Comparing numbers with bits regains part
    of what the bits lose (asymmetric distance: Gordo et al., IEEE TPAMI 36, 2014).

    Args:
        projections: (..., bits).
    """
    size = np.sqrt(np.square(projections).mean(axis=-1, keepdims=True))
    relative = np.abs(projections) / np.maximum(size, np.float32(1e-9))
    return np.asarray(np.minimum(relative / STRONGEST_BIT, 1.0), dtype=np.float32)


def _token_weight(
    valid: NDArray[np.bool_], shift_m: NDArray[np.float32], encoder: Encoder
) -> NDArray[np.float32]:
    """Near ground counts most: exp(-(r / reach)^2), times the share of the token that is seen."""
    pack = encoder.pack
    along_m = (np.arange(pack.window_tokens) + 0.5 - pack.window_tokens / 2) * pack.token_m
    east_m = along_m[None, None, :] - shift_m[:, 0, None, None]
    north_m = -along_m[None, :, None] - shift_m[:, 1, None, None]
    share = encoder.covered_share(valid)
    share[share < LEAST_COVERED] = 0.0
    near = np.exp(-(east_m**2 + north_m**2) / pack.reach_m**2)
    return np.asarray(share * near, dtype=np.float32)
