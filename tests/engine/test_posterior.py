"""From votes to probabilities, candidates and regions."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from plugin.engine.grid import MetricGrid
from plugin.engine.pack import Calibration
from plugin.engine.posterior import (
    APART_M,
    PosePosterior,
    candidates_of,
    disc_sum,
    not_here_probability,
    pose_posterior,
    position_grid,
)
from plugin.engine.query import PhotoCodes
from plugin.engine.regions import outline, regions_of
from plugin.engine.search import Votes

GRID = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 40, 60)


def posterior_of(probability):
    probability = probability / probability.sum()
    return PosePosterior(
        position_grid(GRID), probability.astype(np.float32),
        np.full(probability.shape, 90, np.float32), np.full(probability.shape, 0.3, np.float32),
    )  # fmt: skip


def two_peaks():
    probability = np.full((41, 61), 1e-6)
    probability[10, 12], probability[30, 45] = 0.6, 0.35
    return probability


def test_positions_are_token_corners():
    assert position_grid(GRID).corner(0.5, 0.5) == GRID.corner(0, 0)
    assert position_grid(GRID).corner(40.5, 60.5) == GRID.corner(40, 60)


def test_candidates_are_modes_not_their_mean():
    first, second = candidates_of(posterior_of(two_peaks()), 1.0, 2)
    assert (first.x_m, first.y_m) == pytest.approx(GRID.corner(10, 12), abs=0.1)
    assert (second.x_m, second.y_m) == pytest.approx(GRID.corner(30, 45), abs=0.1)
    assert first.probability == pytest.approx(0.63, abs=0.01)
    assert (first.rank, second.rank) == (1, 2)
    assert first.lon == pytest.approx(9.0, abs=0.01)
    assert first.word == "possible"


def test_not_here_takes_from_every_candidate():
    sure = candidates_of(posterior_of(two_peaks()), 1.0, 2)
    doubtful = candidates_of(posterior_of(two_peaks()), 0.25, 2)
    for one, other in zip(sure, doubtful):
        assert other.probability == pytest.approx(one.probability * 0.25)


def test_a_position_between_cells_is_interpolated():
    probability = np.full((41, 61), 1e-9)
    probability[20, 30] = probability[20, 31] = 0.5
    (best,) = candidates_of(posterior_of(probability), 1.0, 1)
    assert best.x_m == pytest.approx(GRID.corner(20, 30.5)[0], abs=0.05)


@given(hnp.arrays(np.float64, (41, 61), elements=st.floats(0, 1)), st.integers(1, 12))
def test_candidates_stand_apart_and_come_in_order(values, count):
    if values.sum() <= 0:
        return
    found = candidates_of(posterior_of(values), 1.0, count)
    assert 1 <= len(found) <= count
    assert all(0 <= c.probability <= 1 for c in found)
    for a, b in zip(found, found[1:]):
        assert a.probability >= b.probability - 1e-6
    for i, a in enumerate(found):
        for b in found[:i]:
            # sub-cell refinement may bring two peaks closer by one cell diagonal at most
            assert math.hypot(a.x_m - b.x_m, a.y_m - b.y_m) >= APART_M - 2 * 3.6


def test_disc_sum_counts_the_disc():
    one = np.zeros((11, 11), np.float32)
    one[5, 5] = 1
    spread = disc_sum(one, 2.0)
    assert spread.sum() == 13
    assert spread[5, 7] == 1 and spread[4, 7] == 0


@given(hnp.arrays(np.float64, (41, 61), elements=st.floats(1e-6, 1)))
def test_regions_hold_their_share_and_nest(values):
    posterior = posterior_of(values)
    small, middle, large = regions_of(posterior)
    assert [r.share for r in (small, middle, large)] == [0.5, 0.8, 0.95]
    for region in (small, middle, large):
        assert region.polygon.is_valid
        assert region.polygon.area == pytest.approx(region.area_m2, rel=1e-6)
        cells = int(round(region.area_m2 / 6.25))
        held = np.sort(posterior.probability, axis=None)[::-1][:cells].sum()
        assert held >= region.share - 1e-4
    assert large.polygon.buffer(0.01).contains(middle.polygon)
    assert middle.polygon.buffer(0.01).contains(small.polygon)


def test_scattered_regions_stay_drawable():
    grid = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 400, 400)
    checks = np.indices((400, 400)).sum(axis=0) % 2 == 0
    polygon = outline(checks, grid)
    assert polygon.is_valid
    assert polygon.area >= checks.sum() * 6.25


def votes_with(best_z, poses=100_000):
    shape = (41, 61)
    evidence = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    evidence[0, 0] = -np.inf
    best = evidence / 10
    best[0, 0] = np.nan
    return Votes(best, np.zeros(shape, np.int16), evidence, best_z, poses)


def photo_with(headings):
    count = len(headings)
    return PhotoCodes(np.array(headings), np.zeros((1, 2), int), np.zeros((count, 1, 8), np.uint8),
                      np.ones((count, 1), np.float32), np.zeros(count, np.float32),
                      np.zeros(count, np.int16))  # fmt: skip


def test_posterior_is_normalised_and_true_north():
    grid = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 40, 60, convergence_deg=2.0)
    posterior = pose_posterior(votes_with(5.0), photo_with([359.0]), grid)
    assert posterior.probability.sum() == pytest.approx(1.0, abs=1e-5)
    assert posterior.probability[0, 0] == 0
    assert posterior.heading_deg[3, 3] == pytest.approx(1.0)


def test_the_better_the_best_vote_the_less_likely_elsewhere():
    calibration = Calibration(1.0, 0.0, 1.0)
    chances = [not_here_probability(votes_with(z), calibration) for z in (3.0, 5.0, 7.0, 12.0)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.8 and chances[-1] < 0.01
    assert not_here_probability(votes_with(1e9), calibration) >= 0
