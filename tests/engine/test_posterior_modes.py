"""Candidates: modes, apart from each other, finer than the grid, over several territories."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from plugin.engine.gather import Gathered, positions_per_cell
from plugin.engine.grid import MetricGrid, from_lonlat, to_lonlat
from plugin.engine.modes import APART_M, candidates_of, disc_sum, enough_peaks, peaks_of
from plugin.engine.posterior import Poses, log_total

GRID = MetricGrid("EPSG:32632", 499_998.75, 6_200_001.25, 2.5, 41, 61)
NAMES = ("north.gpkg", "south.gpkg")


def poses_with(weight, grid=GRID, opposite_nats=np.nan):
    """Poses of the given weights, all looking east."""
    with np.errstate(divide="ignore"):
        log_weight = np.log(weight).astype(np.float32)
    east = np.full(weight.shape, 90, np.float32)
    score = np.where(weight > 0, 0.3, np.nan).astype(np.float32)
    return Poses(
        grid,
        log_weight,
        east,
        score,
        np.full(weight.shape, opposite_nats, np.float32),
        np.zeros(weight.shape, np.int16),
    )


def candidates(weight, here=1.0, count=10, **more):
    """Candidates of one territory."""
    poses = poses_with(weight, **more)
    peaks = peaks_of(poses, 0, 0, slice(0, 41), enough_peaks(count, 2.5))
    return candidates_of(peaks, [poses.grid], NAMES, log_total(poses.log_weight), here, count)


def two_peaks():
    weight = np.full((41, 61), 1e-6)
    weight[10, 12], weight[30, 45] = 0.6, 0.35
    return weight


def test_candidates_are_modes_not_their_mean():
    first, second = candidates(two_peaks(), count=2)
    assert (first.x_m, first.y_m) == pytest.approx(GRID.corner(10.5, 12.5), abs=0.1)
    assert (second.x_m, second.y_m) == pytest.approx(GRID.corner(30.5, 45.5), abs=0.1)
    assert first.probability == pytest.approx(0.63, abs=0.01)
    assert (first.rank, second.rank) == (1, 2)
    assert first.lon == pytest.approx(9.0, abs=0.01)
    assert first.word == "about even"
    assert first.index == "north.gpkg"


def test_not_here_takes_from_every_candidate():
    sure, doubtful = (candidates(two_peaks(), here, 2) for here in (1.0, 0.25))
    for one, other in zip(sure, doubtful):
        assert other.probability == pytest.approx(one.probability * 0.25)


def test_a_position_between_cells_is_interpolated():
    weight = np.full((41, 61), 1e-9)
    weight[20, 30] = weight[20, 31] = 0.5
    (best,) = candidates(weight, count=1)
    assert best.x_m == pytest.approx(GRID.corner(20, 31.0)[0], abs=0.05)


def test_what_the_search_says_of_the_place_in_a_cell_is_believed():
    poses = poses_with(two_peaks())
    offset = np.zeros((41, 61, 2), np.float32)
    offset[10, 12] = 0.4, -0.3
    peaks = peaks_of(replace(poses, offset_rowcol=offset), 0, 0, slice(0, 41), 1)
    (best,) = candidates_of(peaks, [GRID], NAMES, 0.0, 1.0, 1)
    assert (best.x_m, best.y_m) == pytest.approx(GRID.corner(10.9, 12.2), abs=1e-3)


@pytest.mark.parametrize(("nats", "probability"), [(0.0, 0.5), (3.0, 0.9526), (np.nan, 1.0)])
def test_the_direction_has_a_probability_of_its_own(nats, probability):
    best = candidates(two_peaks(), opposite_nats=nats)[0]
    assert best.direction_probability == pytest.approx(probability, abs=1e-4)


@settings(max_examples=30, deadline=None)
@given(hnp.arrays(np.float64, (41, 61), elements=st.floats(0, 1)), st.integers(1, 12))
def test_candidates_stand_apart_and_come_in_order(values, count):
    if values.sum() <= 0:
        return
    found = candidates(values / values.sum(), count=count)
    assert 1 <= len(found) <= count
    assert all(0 <= c.probability <= 1 for c in found)
    for a, b in zip(found, found[1:]):
        assert a.probability >= b.probability - 1e-6
    for i, a in enumerate(found):
        for b in found[:i]:
            # sub-cell refinement may bring two peaks closer by one cell diagonal at most
            assert math.hypot(a.x_m - b.x_m, a.y_m - b.y_m) >= APART_M - 2 * 3.6


@settings(max_examples=30, deadline=None)
@given(hnp.arrays(np.float64, (41, 61), elements=st.floats(0, 1, width=32)), st.integers(1, 6))
def test_kept_peaks_are_enough(values, count):
    """Of all positions, and of the few that are kept, the same candidates come out."""
    poses = poses_with(values)
    few, all_of_them = (
        peaks_of(poses, 0, 0, slice(0, 41), most)
        for most in (enough_peaks(count, 2.5), values.size)
    )
    best = [candidates_of(peaks, [GRID], NAMES, 0.0, 1.0, count) for peaks in (few, all_of_them)]
    scores = [[round(c.probability, 6) for c in found] for found in best]
    assert scores[0] == scores[1]


def test_disc_sum_counts_the_disc():
    one = np.zeros((11, 11), np.float32)
    one[5, 5] = 1
    spread = disc_sum(one, 2.0)
    assert spread.sum() == 13
    assert spread[5, 7] == 1 and spread[4, 7] == 0


def beside_in_another_zone(metres):
    """A grid in the neighbouring zone that begins so many metres north of the first one's end."""
    lon, lat = to_lonlat(GRID.crs).transform(*GRID.corner(0, 30))
    x_m, y_m = from_lonlat("EPSG:32631").transform(lon, lat)
    return MetricGrid("EPSG:32631", x_m, y_m + 20 * 2.5 + metres, 2.5, 20, 20, 4.9)


def test_territories_of_two_zones_compete_with_each_other():
    there = beside_in_another_zone(1000.0)
    weight = np.full((20, 20), 1e-9)
    weight[10, 10] = 0.9
    gathered = Gathered([GRID, there], 1, 5, False)
    gathered.add(0, poses_with(two_peaks()), 0, slice(0, 41))
    gathered.add(1, poses_with(weight, there), 0, slice(0, 20))
    first, second = candidates_of(gathered.peaks(), [GRID, there], NAMES, gathered.log_all, 1.0, 2)
    assert (first.index, second.index) == ("south.gpkg", "north.gpkg")
    assert first.probability == pytest.approx(0.9 / 1.85, abs=0.01)
    x_m, y_m = from_lonlat(GRID.crs).transform(first.lon, first.lat)
    assert (first.x_m, first.y_m) == pytest.approx((x_m, y_m), abs=1e-6)
    assert sum(p.probability.sum() for p in gathered.posteriors()) == pytest.approx(1, abs=1e-5)


def test_the_same_place_in_two_indexes_is_one_candidate():
    """It has the probability of both, and its surroundings are suppressed in both."""
    lon, lat = to_lonlat(GRID.crs).transform(*GRID.corner(10.5, 12.5))
    x_m, y_m = from_lonlat("EPSG:32631").transform(lon, lat)
    there = MetricGrid("EPSG:32631", x_m - 25.0, y_m + 25.0, 2.5, 20, 20, 4.9)
    weight = np.zeros((20, 20))
    weight[10, 10] = 0.5
    gathered = Gathered([GRID, there], 1, 3, False)
    gathered.add(0, poses_with(two_peaks()), 0, slice(0, 41))
    gathered.add(1, poses_with(weight, there), 0, slice(0, 20))
    found = candidates_of(gathered.peaks(), [GRID, there], NAMES, gathered.log_all, 1.0, 2)
    assert [c.index for c in found] == ["north.gpkg", "north.gpkg"]
    assert found[0].probability == pytest.approx(1.1 / 1.4525, abs=0.01)


@settings(max_examples=30, deadline=None)
@given(
    hnp.arrays(np.float64, (41, 61), elements=st.floats(1e-6, 1)),
    st.sampled_from([1, 2, 3]), st.integers(1, 6),
)  # fmt: skip
def test_pieces_add_up_to_the_whole(values, factor, pieces):
    """However the rows are cut, also where several positions share a cell."""
    whole, cut = gathered_whole_and_cut(values, factor, pieces)
    assert cut.log_all == pytest.approx(whole.log_all, abs=1e-5)
    (one,), (other,) = whole.posteriors(), cut.posteriors()
    assert one.probability.sum() == pytest.approx(1, abs=1e-4)
    assert np.allclose(one.probability, other.probability, rtol=1e-4)
    assert np.array_equal(one.heading_deg, other.heading_deg)
    assert len(whole.closest().closest) == len(cut.closest().closest) == 5


@settings(max_examples=30, deadline=None)
@given(
    hnp.arrays(np.float64, (41, 61), elements=st.sampled_from([0.05, 0.3, 0.5, 0.500001, 1.0])),
    st.sampled_from([1, 2, 3]), st.integers(1, 6),
)  # fmt: skip
def test_candidates_of_pieces_are_those_of_the_whole(values, factor, pieces):
    """The same places in the same order, on plateaus too."""
    both = gathered_whole_and_cut(values, factor, pieces)
    found = [candidates_of(f.peaks(), [GRID], NAMES, f.log_all, 1.0, 4) for f in both]
    assert len(found[0]) == len(found[1]) == 4
    for a, b in zip(*found):
        assert a.probability == pytest.approx(b.probability, rel=1e-3)
        assert (a.x_m, a.y_m) == pytest.approx((b.x_m, b.y_m), abs=0.05)


def gathered_whole_and_cut(values, factor, pieces):
    """The same weights taken in at once, and in pieces of some rows with their halo."""
    poses = poses_with(values)
    whole, cut = Gathered([GRID], factor, 4, True), Gathered([GRID], factor, 4, True)
    whole.add(0, poses, 0, slice(0, 41))
    height = pieces * factor
    for first in range(0, 41, height):
        end = min(first + height, 41)
        start, stop = max(first - 2, 0), min(end + 2, 41)
        part = Poses(GRID.part(start, 0, stop - start, 61), *(
            getattr(poses, name)[start:stop]
            for name in ("log_weight", "heading_deg", "score", "opposite_nats", "camera")
        ))  # fmt: skip
        cut.add(0, part, start, slice(first - start, end - start))
    return whole, cut


def test_posteriors_stay_within_memory():
    million = MetricGrid("EPSG:32632", 0, 0, 2.5, 1000, 1000)
    assert positions_per_cell([million], 12_000_000) == 1
    assert positions_per_cell([million] * 4, 12_000_000) == 2
    assert positions_per_cell([million], 200_000) == 8


def test_a_piece_without_ground_adds_nothing():
    """Its weight is nothing, and what was found before stays."""
    gathered = Gathered([GRID], 1, 4, True)
    gathered.add(0, poses_with(two_peaks()), 0, slice(0, 20))
    before = gathered.closest(), gathered.log_all
    gathered.count(4.0, 100)
    gathered.add(0, poses_with(np.zeros((41, 61))), 0, slice(20, 41))
    gathered.count(0.0, 0)
    assert (gathered.closest(), gathered.log_all) == before
    assert (gathered.best_z, gathered.poses) == (4.0, 100)
    (posterior,) = gathered.posteriors()
    assert posterior.probability[20:].sum() == 0
    assert np.isnan(posterior.score[20:]).all()


def test_a_candidate_names_the_camera_that_fits_best():
    poses = poses_with(two_peaks())
    poses.camera[30, 45] = 2
    peaks = peaks_of(poses, 0, 0, slice(0, 41), enough_peaks(2, 2.5))
    found = candidates_of(peaks, [GRID], NAMES, 0.0, 1.0, 2)
    assert [one.camera for one in found] == [0, 2]
