"""How right a result is, when the true position is known."""

import math
from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from .locate import LocateResult
from .posterior import PosePosterior
from .projection import Transform

TRUTH_RADIUS_M = 2.5


@dataclass(frozen=True)
class Judgement:
    """A result against the truth.

    Attributes:
        error_m: distance of the best candidate from the truth.
        first_hit: rank of the first candidate within the radius asked for, 0 for none.
        rank_share: share of the searched positions that are at least as probable as the best
            one within `TRUTH_RADIUS_M` of the truth; ties count against it. 1 when the truth was
            not searched.
        region_share: smallest share of the probability whose region holds the truth.
        chance_hit: probability that a random position lies within the radius.
    """

    error_m: float
    first_hit: int
    rank_share: float
    region_share: float
    chance_hit: float


def judge(result: LocateResult, x_m: float, y_m: float, radius_m: float) -> Judgement:
    """Compare a result with the true position.

    Args:
        result: of `locate`.
        x_m, y_m: true position in the CRS of the result.
        radius_m: how near a candidate must be to count as a hit.
    """
    crs = result.posterior.grid.crs
    parts = [_flat(posterior, crs, x_m, y_m) for posterior in result.posteriors]
    probability, distance_m = (np.concatenate(values) for values in zip(*parts))
    near = distance_m <= TRUTH_RADIUS_M
    rank_share = region_share = 1.0
    if near.any():
        own = probability[near].max()
        rank_share = float(((probability >= own) & ~near).mean())
        region_share = float(probability[probability > own].sum(dtype=np.float64))
    errors_m = [math.hypot(c.x_m - x_m, c.y_m - y_m) for c in result.candidates]
    return Judgement(
        error_m=errors_m[0],
        first_hit=next((i for i, e in enumerate(errors_m, 1) if e <= radius_m), 0),
        rank_share=rank_share,
        region_share=region_share,
        chance_hit=float((distance_m <= radius_m).mean()),
    )


def _flat(
    posterior: PosePosterior, crs: str, x_m: float, y_m: float
) -> Tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Probability of every searched position, and its distance from a point in some CRS."""
    grid = posterior.grid
    if grid.crs != crs:
        x_m, y_m = Transform(crs, grid.crs).transform(x_m, y_m)
    row, col = grid.rowcol(x_m, y_m)
    rows, cols = np.ogrid[0 : grid.rows, 0 : grid.cols]
    distance_m = np.hypot(rows + 0.5 - row, cols + 0.5 - col) * grid.spacing_m
    searched = np.isfinite(posterior.score)
    return posterior.probability[searched], distance_m[searched]
