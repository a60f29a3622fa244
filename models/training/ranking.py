"""Ranks that do not flatter: whatever scores as well as the truth counts as ranked before it."""

from typing import Mapping

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def picture_rank(scores: Mapping[int, float], own: int) -> int:
    """Rank of one picture among all, 1 for the best.

    Args:
        scores: picture number to score, higher is better; NaN counts as a tie.
        own: number of the true one.
    """
    return 1 + sum(
        not score < scores[own] for number, score in scores.items() if number != own
    )


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
