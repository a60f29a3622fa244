"""From votes to probabilities and regions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from plugin.engine.grid import MetricGrid, from_lonlat, to_lonlat
from plugin.engine.pack import Calibration
from plugin.engine.posterior import (
    PosePosterior,
    direction_probability,
    log_total,
    not_here_probability,
    pose_posterior,
    poses_of,
    position_grid,
)
from plugin.engine.query import PhotoCodes
from plugin.engine.regions import outline, regions_of
from plugin.engine.votes import Votes

GRID = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 40, 60)


def posterior_of(probability):
    probability = probability / probability.sum()
    return PosePosterior(
        position_grid(GRID), probability.astype(np.float32),
        np.full(probability.shape, 90, np.float32), np.full(probability.shape, 0.3, np.float32),
    )  # fmt: skip


def test_positions_are_token_corners():
    assert position_grid(GRID).corner(0.5, 0.5) == GRID.corner(0, 0)
    assert position_grid(GRID).corner(40.5, 60.5) == GRID.corner(40, 60)


@settings(max_examples=30, deadline=None)
@given(hnp.arrays(np.float64, (41, 61), elements=st.floats(1e-6, 1)))
def test_regions_hold_their_share_and_nest(values):
    posterior = posterior_of(values)
    small, middle, large = regions_of([posterior])
    assert [r.share for r in (small, middle, large)] == [0.5, 0.8, 0.95]
    for region in (small, middle, large):
        assert region.polygon.is_valid
        assert region.polygon.area == pytest.approx(region.area_m2, rel=1e-6)
        cells = int(round(region.area_m2 / 6.25))
        held = np.sort(posterior.probability, axis=None)[::-1][:cells].sum()
        assert held >= region.share - 1e-4
    assert large.polygon.buffer(0.01).contains(middle.polygon)
    assert middle.polygon.buffer(0.01).contains(small.polygon)


def test_regions_reach_over_several_grounds():
    """Half of the probability lies on each; the second ground is in another zone."""
    peak = np.full((41, 61), 1e-9)
    peak[20, 30] = 1.0
    here = posterior_of(peak)
    lon, lat = to_lonlat(GRID.crs).transform(*here.grid.corner(20.5, 30.5))
    x_m, y_m = from_lonlat("EPSG:32631").transform(lon, lat + 0.01)
    there = MetricGrid("EPSG:32631", x_m - 10.0, y_m + 10.0, 2.5, 8, 8)
    spot = np.zeros((8, 8), np.float32)
    spot[4, 4] = 0.5
    other = PosePosterior(there, spot, np.zeros_like(spot), np.zeros_like(spot))
    half = PosePosterior(here.grid, here.probability / 2, here.heading_deg, here.score)
    region = regions_of([half, other])[2]
    assert region.area_m2 == pytest.approx(2 * 6.25)
    assert region.polygon.area == pytest.approx(2 * 6.25, rel=0.01)
    west_m, south_m, east_m, north_m = region.polygon.bounds
    assert north_m - south_m == pytest.approx(0.01 * 111_300, abs=10)
    assert east_m - west_m < 60


def test_scattered_regions_stay_drawable():
    grid = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 400, 400)
    checks = np.indices((400, 400)).sum(axis=0) % 2 == 0
    polygon = outline(checks, grid)
    assert polygon.is_valid
    assert polygon.area >= checks.sum() * 6.25


def votes_with(best_z, poses=100_000, heading_deg=0.0):
    shape = (41, 61)
    evidence = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    evidence[0, 0] = -np.inf
    best = evidence / 10
    best[0, 0] = np.nan
    return Votes(
        best=best,
        layer=np.zeros(shape, np.int16),
        evidence=evidence,
        best_z=best_z,
        poses=poses,
        survived=np.ones(shape, bool),
        fine_rowcol=np.zeros((*shape, 2), np.float32),
        fine_heading_deg=np.full(shape, heading_deg, np.float32),
        opposite_nats=np.full(shape, 2.0, np.float32),
    )


def photo_with(headings):
    count = len(headings)
    return PhotoCodes(np.array(headings), np.zeros((1, 2), int), np.zeros((count, 1, 8), np.uint8),
                      np.ones((count, 1), np.float32), np.zeros(count, np.float32),
                      np.zeros(count, np.int16), np.zeros((count, 2), np.float32))  # fmt: skip


def test_posterior_is_normalised_and_true_north():
    grid = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 40, 60, convergence_deg=2.0)
    posterior = pose_posterior(votes_with(5.0, heading_deg=359.0), photo_with([359.0]), grid)
    assert posterior.probability.sum() == pytest.approx(1.0, abs=1e-5)
    assert posterior.probability[0, 0] == 0
    assert posterior.heading_deg[3, 3] == pytest.approx(1.0)


def test_the_better_the_best_vote_the_less_likely_elsewhere():
    calibration = Calibration(1.0, 0.0, 1.0)
    chances = [not_here_probability(votes_with(z), calibration) for z in (3.0, 5.0, 7.0, 12.0)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.8 and chances[-1] < 0.01
    assert not_here_probability(votes_with(1e9), calibration) >= 0


def test_a_prior_is_multiplied_in():
    votes, photo = votes_with(5.0), photo_with([0.0])
    plain = pose_posterior(votes, photo, GRID).probability
    log_prior = np.zeros((41, 61), np.float32)
    log_prior[:20], log_prior[5] = np.log(0.25), -np.inf
    weighed = pose_posterior(votes, photo, GRID, log_prior).probability
    assert weighed.sum() == pytest.approx(1.0, abs=1e-5)
    assert weighed[5].max() == 0.0
    there = weighed[10, 3] / weighed[30, 3]
    assert there == pytest.approx(0.25 * plain[10, 3] / plain[30, 3], rel=1e-4)


def test_the_sum_of_weights_does_not_overflow():
    assert log_total(np.array([1000.0, 1000.0], np.float32)) == pytest.approx(1000 + np.log(2))
    assert log_total(np.full(3, -np.inf, np.float32)) == -np.inf


def test_direction_follows_the_evidence_for_it():
    assert direction_probability(0.0) == 0.5
    assert direction_probability(np.log(9.0)) == pytest.approx(0.9)
    assert direction_probability(-1e9) >= 0.0
    assert direction_probability(float("nan")) == 1.0


def test_positions_that_were_not_pinpointed_have_no_direction():
    votes = votes_with(5.0)
    votes.survived[3, 3] = False
    poses = poses_of(votes, photo_with([0.0]), GRID)
    assert (poses.opposite_nats[3, 3], poses.opposite_nats[3, 4]) == (0.0, 2.0)
    votes.opposite_nats[:] = np.nan
    assert np.isnan(poses_of(votes, photo_with([0.0]), GRID).opposite_nats).all()
