"""The raster protocol: all aerial pictures as one raster, every position a candidate.

A query's rank counts the positions that score at least as well as the best position within
`TRUTH_RADIUS_M` of the truth (ties count against it), outside that radius.
"""

import math
from dataclasses import dataclass
from typing import Dict, Sequence

import numpy as np
from numpy.typing import NDArray

from plugin.engine.aerial import blocks_of, encode_block
from plugin.engine.camera import Camera
from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import LocateSettings, allowed_positions
from plugin.engine.pack import Calibration
from plugin.engine.photo import Photo
from plugin.engine.posterior import excess_z, pose_posterior, position_grid
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
        gallery_rank: 1 + number of other pictures of the data set whose centre scores at least as
            well as the centre of the true one.
        gallery_size: pictures in the data set.
        candidate_probability: what the posterior says of its best position, within 5 m.
        region_level: smallest share whose region holds the truth; 0.5 means inside the 50 % one.
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
    gallery_rank: int
    gallery_size: int
    candidate_probability: float
    region_level: float
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
    centres = _centre_scores(raster, score, raster.pairs[number].dataset)
    own = centres.pop(number)
    around_best = np.hypot(rows - best // cols.shape[1], cols - best % cols.shape[1])
    turned_deg = float(posterior.heading_deg.ravel()[best]) - heading_deg
    return Outcome(
        dataset=raster.pairs[number].dataset,
        id=raster.pairs[number].id,
        heading=label,
        error_m=float(distance_m.ravel()[best]),
        rank_share=float(before.sum() / np.isfinite(score).sum()),
        heading_error_deg=abs((turned_deg + 180.0) % 360.0 - 180.0),
        true_probability=float(posterior.probability[distance_m <= 5.0].sum()),
        gallery_rank=1 + sum(other >= own for other in centres.values()),
        gallery_size=1 + len(centres),
        candidate_probability=float(
            posterior.probability[around_best * posterior.grid.spacing_m <= 5.0].sum()
        ),
        region_level=float(
            posterior.probability[posterior.probability > posterior.probability[near].max()].sum()
        ),
        excess=excess_z(votes),
        absent_excess=excess_z(absent),
    )


def _centre_scores(raster: Raster, score: NDArray[np.float32], dataset: str) -> Dict[int, float]:
    """Best score within `TRUTH_RADIUS_M` of the centre of every picture of a data set."""
    grid = position_grid(raster.codes.grid)
    reach = round(TRUTH_RADIUS_M / grid.spacing_m)
    scores = {}
    for number, pair in enumerate(raster.pairs):
        if pair.dataset == dataset:
            row, col = (int(part) for part in grid.rowcol(*raster.mosaic.tiles[number].centre))
            around = score[
                max(row - reach, 0) : row + reach + 1, max(col - reach, 0) : col + reach + 1
            ]
            scores[number] = float(around.max())
    return scores
