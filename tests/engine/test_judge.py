"""Judging results whose truth is known."""

from dataclasses import replace

import numpy as np
import pytest

from plugin.engine.grid import MetricGrid
from plugin.engine.judge import judge
from plugin.engine.locate import LocateResult
from plugin.engine.posterior import Candidate, PosePosterior, position_grid

TOKENS = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 40, 40)


def result_with(*peaks):
    """A posterior with peaks (row, col, probability) on a faint floor; row 0 is not searched."""
    probability = np.full((41, 41), 1e-6, np.float32)
    score = np.zeros((41, 41), np.float32)
    probability[0], score[0] = 0.0, np.nan
    for row, col, height in peaks:
        probability[row, col] = height
    probability /= probability.sum()
    posterior = PosePosterior(position_grid(TOKENS), probability, np.zeros_like(score), score)
    candidates = tuple(
        Candidate(rank, *posterior.grid.corner(row + 0.5, col + 0.5), 0.0, 0.0, 0.0, height, 0.0)
        for rank, (row, col, height) in enumerate(peaks, 1)
    )
    return LocateResult(candidates, (posterior,), (), 0.0, 1.0)


def test_a_hit_at_the_second_rank():
    result = result_with((10, 10, 0.6), (30, 30, 0.3))
    found = judge(result, *TOKENS.corner(30, 30), radius_m=10)
    assert found.first_hit == 2
    assert found.error_m == pytest.approx(50 * 2**0.5, abs=0.5)
    assert found.rank_share == pytest.approx(1 / (40 * 41), rel=0.01)
    assert found.region_share == pytest.approx(0.6 / 0.9, abs=0.01)


def test_a_miss_and_ties_against_us():
    result = result_with((10, 10, 0.6))
    found = judge(result, *TOKENS.corner(35, 5), radius_m=10)
    assert found.first_hit == 0
    assert found.rank_share > 0.99


def test_a_truth_that_was_not_searched():
    result = result_with((10, 10, 0.6))
    found = judge(result, TOKENS.west_m - 100, TOKENS.north_m, radius_m=10)
    assert (found.rank_share, found.region_share) == (1.0, 1.0)
    assert found.chance_hit == 0.0


def test_chance_is_the_share_of_the_area():
    result = result_with((10, 10, 0.6))
    found = judge(result, *TOKENS.corner(20, 20), radius_m=10)
    assert found.chance_hit == pytest.approx(np.pi * 16 / (40 * 41), rel=0.05)


def test_two_grounds_are_judged_as_one():
    """Half of the probability lies on a second ground; all of its positions count."""
    first = result_with((10, 10, 0.6))
    half = replace(first.posterior, probability=first.posterior.probability / 2)
    far = replace(half, grid=replace(half.grid, west_m=half.grid.west_m + 5000.0))
    both = replace(first, posteriors=(half, far))
    found = judge(both, *TOKENS.corner(10, 10), radius_m=10)
    assert found.rank_share == pytest.approx(1 / (2 * 40 * 41), rel=0.01)
    alone = judge(first, *TOKENS.corner(10, 10), radius_m=10)
    assert found.chance_hit == pytest.approx(alone.chance_hit / 2)
