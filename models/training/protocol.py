"""The raster protocol: all aerial pictures as one raster, every position a candidate.

A query's rank counts the positions that score at least as well as the best position within
`TRUTH_RADIUS_M` of the truth (ties count against it), outside that radius.
"""

import math
from dataclasses import dataclass
from typing import Dict, List, Sequence

import numpy as np
from numpy.typing import NDArray

from plugin.engine.aerial import blocks_of, encode_block
from plugin.engine.camera import Camera
from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import LocateSettings, allowed_positions
from plugin.engine.pack import Calibration
from plugin.engine.photo import Photo
from plugin.engine.posterior import excess_z, pose_posterior
from plugin.engine.query import PhotoCodes, encode_photo, heading_hypotheses
from plugin.engine.search import search
from plugin.engine.tokens import TokenCodes

from .mosaic import Mosaic
from .pairs import Pair

TRUTH_RADIUS_M = 2.5


@dataclass(frozen=True)
class Outcome:
    """How one query ended.

    Attributes:
        error_m: distance of the best position from the truth.
        rank_share: share of all positions ranked before the true one.
        heading_error_deg: of the best position, 0 to 180.
        true_probability: posterior mass within 5 m of the truth.
        excess: see `posterior.excess_z`.
        absent_excess: the same with the true picture taken out of the raster.
    """

    dataset: str
    id: str
    heading: str
    error_m: float
    rank_share: float
    heading_error_deg: float
    true_probability: float
    excess: float
    absent_excess: float


@dataclass(frozen=True)
class Raster:
    """An encoded mosaic with the pairs it was made from."""

    codes: TokenCodes
    mosaic: Mosaic
    pairs: Sequence[Pair]


def encode_raster(pairs: Sequence[Pair], encoder: Encoder) -> Raster:
    """Lay out and encode the aerial pictures of pairs whose scale is known."""
    mosaic = Mosaic([pair.read_aerial() for pair in pairs], [p.aerial_gsd_m or 0 for p in pairs])
    grid = mosaic.token_grid(encoder.pack.token_m)
    (whole,) = blocks_of(grid, max(grid.rows, grid.cols))
    return Raster(encode_block(mosaic, grid, whole, encoder, SilentFeedback()), mosaic, pairs)


def photo_codes(
    photo: Photo, camera: Camera, settings: LocateSettings, encoder: Encoder
) -> PhotoCodes:
    """Codes of a photo for the headings that settings allow, as `engine.locate` makes them."""
    headings = heading_hypotheses(
        settings.heading_deg, settings.heading_tolerance_deg, encoder.pack.headings
    )
    return encode_photo(photo, camera, headings, encoder)


def run_query(
    raster: Raster, number: int, codes: PhotoCodes, heading_deg: float, label: str,
    calibration: Calibration,
) -> Outcome:  # fmt: skip
    """Search the raster for a photo of pair `number`, with and without its own picture in it.

    Args:
        heading_deg: the true heading of the photo's centre.
        label: what was known of it, for the report.
    """
    sharpness = calibration.sharpness * math.sqrt(codes.effective_tokens)
    allowed = allowed_positions(raster.codes, None)
    votes = search(raster.codes, codes, sharpness, allowed, SilentFeedback())
    posterior = pose_posterior(votes, codes, raster.codes.grid)

    tile = raster.mosaic.tiles[number]
    row, col = posterior.grid.rowcol(*tile.centre)
    rows, cols = np.mgrid[0 : posterior.grid.rows, 0 : posterior.grid.cols]
    distance_m = np.hypot(rows + 0.5 - row, cols + 0.5 - col) * posterior.grid.spacing_m
    elsewhere = allowed & (distance_m > max(tile.rgb.shape[:2]) * tile.gsd_m)
    absent = search(raster.codes, codes, sharpness, elsewhere, SilentFeedback())

    score = votes.evidence
    near = distance_m <= TRUTH_RADIUS_M
    before = (score >= score[near].max()) & np.isfinite(score) & ~near
    best = int(score.argmax())
    turned_deg = float(posterior.heading_deg.ravel()[best]) - heading_deg
    return Outcome(
        dataset=raster.pairs[number].dataset,
        id=raster.pairs[number].id,
        heading=label,
        error_m=float(distance_m.ravel()[best]),
        rank_share=float(before.sum() / np.isfinite(score).sum()),
        heading_error_deg=abs((turned_deg + 180.0) % 360.0 - 180.0),
        true_probability=float(posterior.probability[distance_m <= 5.0].sum()),
        excess=excess_z(votes),
        absent_excess=excess_z(absent),
    )


def summary(outcomes: List[Outcome]) -> Dict[str, float]:
    """Shares and medians over queries."""
    error_m = np.array([o.error_m for o in outcomes])
    rank = np.array([o.rank_share for o in outcomes])
    turned = np.array([o.heading_error_deg for o in outcomes])
    return {
        "queries": len(outcomes),
        "top1_5m": _share(error_m <= 5.0),
        "top1_10m": _share(error_m <= 10.0),
        "top1_25m": _share(error_m <= 25.0),
        "best_0.1pct": _share(rank < 0.001),
        "best_1pct": _share(rank < 0.01),
        "best_5pct": _share(rank < 0.05),
        "median_error_m": float(np.median(error_m)),
        "direction_right": _share(turned <= 45.0),
        "direction_flipped": _share(turned >= 135.0),
    }


def _share(hits: NDArray[np.bool_]) -> float:
    return float(hits.mean())
