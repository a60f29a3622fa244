"""Ranks that do not flatter: whatever scores as well as the truth counts as ranked before it."""

import math
from typing import Mapping

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

TRUTH_RADIUS_M = 2.5
LEAST_SHARE = 1e-4  # added to shares of positions, so that a perfect rank has a logarithm


def near_positions(spacing_m: float) -> float:
    """How many positions lie within `TRUTH_RADIUS_M` of the truth, on average."""
    return math.pi * TRUTH_RADIUS_M**2 / spacing_m**2


def chance_in_best(share: float, spacing_m: float) -> float:
    """Probability that guessing has the true position in the best share of all.

    The best of several near positions stands for the true one, which favours guessing too: with
    positions 2.5 m apart about threefold.
    """
    return 1.0 - (1.0 - share) ** near_positions(spacing_m)


def chance_share_searched(spacing_m: float, quantile: float = 0.0) -> float:
    """Share that guessing searches until the true position is inside: a quantile, 0 for the mean.

    The smallest of k uniform numbers.
    """
    near = near_positions(spacing_m)
    return 1.0 / (near + 1.0) if not quantile else 1.0 - (1.0 - quantile) ** (1.0 / near)


def picture_rank(scores: Mapping[int, float], own: int) -> int:
    """Rank of one picture among all, 1 for the best.

    Args:
        scores: picture number to score, higher is better; NaN counts as a tie.
        own: number of the true one.
    """
    return 1 + sum(not score < scores[own] for number, score in scores.items() if number != own)


def position_rank_share(scores: Scores, near: NDArray[np.bool_]) -> float:
    """Share of all positions that rank before the true one, 0 for the best.

    Args:
        scores: of all positions, higher is better; -inf where none was searched.
        near: positions that count as the true one; the best of them is the true one's score.
    """
    searched = np.isfinite(scores)
    if not (searched & near).any():
        return 1.0
    before = (scores >= scores[near].max()) & searched & ~near
    return float(before.sum() / searched.sum())
