"""From one photo to the codes of its ground, for every heading that comes into question."""

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .birdseye import birdseye_view, image_pyramid
from .camera import Camera
from .encoder import GROUND, LEAST_COVERED, Encoder
from .errors import SkymatchError
from .hashing import pack_signs
from .photo import Photo

LEAST_TOKENS = 6
LIGHTEST_TOKEN = 0.02
HEADING_STEP_KNOWN_DEG = 10.0


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
    """

    headings_deg: NDArray[np.float64]
    offset_rowcol: NDArray[np.int64]
    codes: NDArray[np.uint8]
    weight: NDArray[np.float32]
    log_prior: NDArray[np.float32]
    camera: NDArray[np.int16]

    @property
    def effective_tokens(self) -> float:
        """How many equally weighted tokens carry as much evidence, mean over headings."""
        total, squares = self.weight.sum(axis=1), np.square(self.weight).sum(axis=1)
        return float((total**2 / squares).mean())


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
    """Project a photo to the ground at every heading and encode what is seen there.

    The picture is turned, never the features: features carry the position embedding of the
    transformer and would give the heading away.

    Raises:
        SkymatchError: the photo shows no ground within reach.
    """
    pack = encoder.pack
    pyramid = image_pyramid(photo.rgb)
    views = [birdseye_view(pyramid, camera, h, pack.gsd_m, pack.window_px) for h in headings_deg]
    valid = np.stack([view.valid for view in views])
    weight = _token_weight(valid, encoder)
    if (weight > LIGHTEST_TOKEN * weight.max()).sum(axis=(1, 2)).min() < LEAST_TOKENS:
        raise SkymatchError(
            f"{photo.name} shows no ground within {2 * pack.reach_m:.0f} m of the camera. "
            "Give a photo in which the street is visible, or correct the horizon."
        )
    projections = encoder.encode(np.stack([view.rgb for view in views]), valid, GROUND)
    rows, cols = np.nonzero((weight > LIGHTEST_TOKEN * weight.max()).any(axis=0))
    half = pack.window_tokens // 2
    return PhotoCodes(
        headings_deg=np.asarray(headings_deg, np.float64),
        offset_rowcol=np.stack([rows - half, cols - half], axis=1),
        codes=pack_signs(projections[:, rows, cols]),
        weight=weight[:, rows, cols],
        log_prior=np.full(len(views), -math.log(len(views)), np.float32),
        camera=np.zeros(len(views), np.int16),
    )


def _token_weight(valid: NDArray[np.bool_], encoder: Encoder) -> NDArray[np.float32]:
    """Near ground counts most: exp(-(r / reach)^2), times the share of the token that is seen."""
    pack = encoder.pack
    along_m = (np.arange(pack.window_tokens) + 0.5 - pack.window_tokens / 2) * pack.token_m
    squared_m2 = along_m[:, None] ** 2 + along_m[None, :] ** 2
    share = encoder.covered_share(valid)
    share[share < LEAST_COVERED] = 0.0
    return np.asarray(share * np.exp(-squared_m2 / pack.reach_m**2), dtype=np.float32)
