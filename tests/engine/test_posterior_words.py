"""What a probability is called, and the rule of the five closest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.engine.closest import Close, closest_positions, five_closest
from plugin.engine.confidence import SCALE, confidence, direction_is_clear
from plugin.engine.grid import MetricGrid, to_lonlat

GRID = MetricGrid("EPSG:32632", 500_000.0, 6_200_000.0, 2.5, 20, 30)


@given(st.floats(0, 1), st.floats(0, 1))
def test_words_rise_with_the_probability(one, other):
    steps = [SCALE.index(confidence(p)) for p in sorted((one, other))]
    assert steps[0] >= steps[1]


@pytest.mark.parametrize(
    ("probability", "word"),
    [(1.0, "very likely"), (0.9, "very likely"), (0.66, "likely"), (0.5, "about even"),
     (0.1, "unlikely"), (0.05, "very unlikely"), (0.0, "very unlikely")],
)  # fmt: skip
def test_limits_belong_to_the_better_word(probability, word):
    assert confidence(probability).word == word


def test_an_axis_may_be_clear_and_its_direction_not():
    assert direction_is_clear(0.95) and not direction_is_clear(0.6)


def test_the_five_closest_are_the_best_scores_closest_first():
    score = np.full((20, 30), np.nan, np.float32)
    best = [(3, 4, 0.9), (10, 11, 0.8), (15, 2, 0.7), (0, 29, 0.6), (19, 0, 0.5), (5, 5, 0.4)]
    for row, col, value in best:
        score[row, col] = value
    found = closest_positions(score, GRID)
    assert [one.distance for one in found] == pytest.approx([0.05, 0.1, 0.15, 0.2, 0.25])
    lon, lat = to_lonlat(GRID.crs).transform(*GRID.corner(3.5, 4.5))
    assert (found[0].lon, found[0].lat) == pytest.approx((lon, lat))


def test_fewer_than_five_are_fewer():
    score = np.full((20, 30), np.nan, np.float32)
    assert closest_positions(score, GRID) == []
    score[2, 2] = 0.1
    (only,) = closest_positions(score, GRID)
    assert five_closest([only]).lon == pytest.approx(only.lon)


def test_the_mean_is_weighted_by_closeness():
    near, far = Close(10.0, 50.0, 0.1), Close(10.004, 50.0, 0.3)
    found = five_closest([far, near])
    assert found.closest == (near, far)
    assert found.lon == pytest.approx(10.001, abs=1e-6)
    assert found.lat == pytest.approx(50.0, abs=1e-6)


def test_only_five_count_and_the_date_line_does_no_harm():
    ring = [Close(179.999, 10.0, 0.2), Close(-179.999, 10.0, 0.2)]
    assert abs(five_closest(ring).lon) == pytest.approx(180.0, abs=1e-6)
    many = [Close(10.0, 50.0, 0.1)] * 5 + [Close(20.0, 60.0, 0.4)]
    assert five_closest(many).lon == pytest.approx(10.0)


@given(st.lists(st.tuples(st.floats(5, 5.1), st.floats(50, 50.1), st.floats(0, 1)), min_size=1))
def test_the_mean_lies_among_its_positions(places):
    positions = [Close(*place) for place in places]
    found = five_closest(positions)
    chosen = found.closest
    assert len(chosen) == min(5, len(positions))
    assert min(c.lon for c in chosen) - 1e-3 <= found.lon <= max(c.lon for c in chosen) + 1e-3
    assert min(c.lat for c in chosen) - 1e-3 <= found.lat <= max(c.lat for c in chosen) + 1e-3
