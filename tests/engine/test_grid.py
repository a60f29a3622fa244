"""Metric grids, zones and the two norths."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.engine.errors import SkymatchError
from plugin.engine.grid import MetricGrid, convergence_deg, from_lonlat, to_lonlat, utm_crs

GRID = MetricGrid("EPSG:32632", 400_000.0, 6_200_000.0, 2.5, 80, 120, 1.5)


@given(st.floats(0, 80), st.floats(0, 120))
def test_rowcol_inverts_corner(row, col):
    assert GRID.rowcol(*GRID.corner(row, col)) == pytest.approx((row, col), abs=1e-6)


def test_a_part_lies_where_its_cells_do():
    part = GRID.part(10, 20, 30, 40)
    assert part.corner(0, 0) == GRID.corner(10, 20)
    assert part.corner(30, 40) == GRID.corner(40, 60)
    assert (part.rows, part.cols, part.convergence_deg) == (30, 40, 1.5)
    assert GRID.area_km2 == pytest.approx(0.06)


@pytest.mark.parametrize(
    ("lon", "lat", "crs"),
    [
        (9.0, 56.0, "EPSG:32632"),
        (-179.99, -17.0, "EPSG:32701"),
        (179.99, -17.0, "EPSG:32760"),
        (180.0, 10.0, "EPSG:32601"),
        (0.0, 88.0, "EPSG:5041"),
        (0.0, -85.0, "EPSG:5042"),
    ],
)
def test_zone_of_a_place(lon, lat, crs):
    assert utm_crs(lon, lat) == crs


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 91.0), (float("nan"), 0.0), (float("inf"), 0.0)])
def test_places_off_the_earth_are_refused(lon, lat):
    with pytest.raises(SkymatchError):
        utm_crs(lon, lat)


@given(st.floats(-179.9, 179.9), st.floats(-79, 83))
def test_convergence_is_the_angle_between_the_norths(lon, lat):
    """Walk 10 m true north and see by how much the grid's y axis disagrees."""
    crs = utm_crs(lon, lat)
    there = from_lonlat(crs)
    x0, y0 = there.transform(lon, lat)
    x1, y1 = there.transform(lon, lat + 1e-4)
    true_north_in_grid = math.degrees(math.atan2(x1 - x0, y1 - y0))
    assert convergence_deg(crs, lon, lat) == pytest.approx(-true_north_in_grid, abs=1e-3)


def test_lonlat_round_trip():
    lon, lat = to_lonlat("EPSG:32632").transform(500_000, 6_200_000)
    assert from_lonlat("EPSG:32632").transform(lon, lat) == pytest.approx((500_000, 6_200_000))
