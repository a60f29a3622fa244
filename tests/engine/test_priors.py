"""Priors over positions, against shapely, which knows every distance exactly."""

import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    Point,
    Polygon,
    box,
)
from shapely.ops import unary_union

from plugin.engine import priors as module
from plugin.engine.grid import MetricGrid
from plugin.engine.priors import NearFeatures, PositionPrior
from plugin.engine.rasterize import distance_m, edges_of, inside, polygon_edges

GRID = MetricGrid("EPSG:32632", 1000.0, 2000.0, 2.5, 30, 40)
CENTRES = [
    [Point(*GRID.corner(row + 0.5, col + 0.5)) for col in range(GRID.cols)]
    for row in range(GRID.rows)
]

corners = st.tuples(st.floats(980, 1120), st.floats(1905, 2020))


def each_centre(measure):
    """A measure of every cell centre."""
    return np.array([[measure(point) for point in row] for row in CENTRES])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(corners, st.floats(1, 40)), min_size=1, max_size=4), corners)
def test_cells_inside_polygons_are_those_shapely_finds(discs, hole):
    """Overlapping discs with a hole, partly outside the grid."""
    area = unary_union([Point(at).buffer(radius) for at, radius in discs])
    area = area.difference(Point(hole).buffer(12.0))
    drawn = inside(polygon_edges(area), GRID)
    distance = each_centre(lambda point: area.boundary.distance(point) if area.boundary else 9)
    sure = distance > 1e-6
    assert np.array_equal(drawn[sure], each_centre(area.contains)[sure])


@settings(max_examples=30, deadline=None)
@given(st.lists(corners, min_size=2, max_size=5), corners)
def test_distances_are_exact_to_a_cell(points, lone):
    """A line and a point; distances that are of no interest are cut off."""
    features = GeometryCollection([LineString(points), Point(lone)])
    found = distance_m(edges_of(features), polygon_edges(features), GRID, 25.0)
    exact = np.minimum(each_centre(features.distance), 25.0)
    assert np.abs(found - exact).max() <= 2.5 / math.sqrt(2) + 0.01


def test_inside_a_polygon_the_distance_is_nothing():
    square = box(1020.0, 1950.0, 1060.0, 1980.0)
    found = distance_m(edges_of(square), polygon_edges(square), GRID, 30.0)
    assert (found[inside(polygon_edges(square), GRID)] == 0).all()
    assert found[0, 0] > 15.0


def test_the_formula_near_and_far():
    """0.61 at one scale, the floor far away, 1 on the feature."""
    road = LineString([(1000.0 + 2.5 * 8 + 1.25, 1900.0), (1000.0 + 2.5 * 8 + 1.25, 2100.0)])
    near = NearFeatures(road, scale_m=7.5, floor=0.05)
    weight = np.exp(PositionPrior(near=near).log_prior(GRID))
    assert weight[10, 8] == pytest.approx(1.0)
    assert weight[10, 8 + 3] == pytest.approx(0.05 + 0.95 * math.exp(-0.5), abs=1e-4)
    assert weight[10, 39] == pytest.approx(0.05, abs=1e-3)
    assert np.allclose(weight[:, 0], weight[0, 0])


@pytest.mark.parametrize("scale_m", [5.0, 60.0])
def test_parts_have_the_prior_of_the_whole(scale_m, monkeypatch):
    """Also where distances are found on a coarser grid."""
    roads = MultiLineString([[(990, 1990), (1090, 1910)], [(1050, 2050), (1060, 1800)]])
    prior = PositionPrior(near=NearFeatures(roads, scale_m))
    whole = prior.log_prior(GRID)
    part = prior.log_prior(GRID.part(7, 5, 20, 30))
    assert np.allclose(whole[7:27, 5:35], part, atol=1e-4)
    monkeypatch.setattr(module, "STRIP_CELLS", 1)
    assert np.allclose(whole, prior.log_prior(GRID), atol=1e-4)


def test_large_scales_are_found_on_a_coarser_grid_and_stay_exact_enough():
    roads = MultiLineString([[(990, 1990), (1090, 1910)], [(1300, 2050), (1310, 1800)]])
    found = np.exp(PositionPrior(near=NearFeatures(roads, 60.0)).log_prior(GRID))
    exact = 0.05 + 0.95 * np.exp(-np.square(each_centre(roads.distance) / 60.0) / 2)
    assert np.abs(found - exact).max() < 0.05


def test_areas_to_include_and_exclude():
    include = box(1005.0, 1950.0, 1080.0, 1990.0)
    exclude = box(1040.0, 1940.0, 1050.0, 2000.0)
    log_prior = PositionPrior(include, exclude).log_prior(GRID)
    expected = each_centre(include.difference(exclude).contains)
    assert np.array_equal(np.isfinite(log_prior), expected)
    assert (log_prior[expected] == 0).all()


def test_points_and_nothing_known():
    assert (PositionPrior().log_prior(GRID) == 0).all()
    pole = MultiPoint([(1031.25, 1968.75)])
    weight = PositionPrior(near=NearFeatures(pole, 10.0)).log_prior(GRID)
    assert np.unravel_index(weight.argmax(), weight.shape) == (12, 12)


def test_a_city_takes_seconds():
    """4 million positions, a polygon of 2000 corners and 3000 pieces of road."""
    city = MetricGrid("EPSG:32632", 0.0, 5000.0, 2.5, 2000, 2000)
    rng = np.random.default_rng(1)
    starts = rng.uniform(0, 5000, (3000, 2))
    roads = MultiLineString([[s, s + rng.uniform(-60, 60, 2)] for s in starts])
    turns = np.linspace(0, 2 * np.pi, 2000)
    star = Polygon([
        (2500 + r * np.cos(t), 2500 + r * np.sin(t))
        for t, r in zip(turns, 2000 + 300 * np.sin(40 * turns))
    ])  # fmt: skip
    started = time.process_time()
    log_prior = PositionPrior(include=star, near=NearFeatures(roads, 10.0)).log_prior(city)
    assert time.process_time() - started < 10.0
    share = np.isfinite(log_prior).mean()
    assert share * city.area_km2 * 1e6 == pytest.approx(star.area, rel=1e-3)
