"""The token grid of a raster: snapped, in the right CRS, refused when it cannot be."""

from types import SimpleNamespace

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
)
from shapely.geometry import box

from plugin.engine.errors import SkymatchError
from plugin.imagery.check import check_raster
from plugin.imagery.grid import grid_crs, ground_area, token_grid

CONTEXT = QgsCoordinateTransformContext()
PACK = SimpleNamespace(token_m=2.8)
UTM = "EPSG:32632"
AFFINE = (500000, 0.5, 0, 5000000, 0, -0.5)


@pytest.fixture
def facts(raster_layer):
    """A raster of 200 m by 150 m."""
    return check_raster(raster_layer(np.full((3, 300, 400), 9, np.uint8), AFFINE, UTM))


def test_the_grid_covers_the_raster_and_no_more(facts):
    """Less than one token of margin on every side."""
    grid = token_grid(facts, PACK, UTM, None, CONTEXT)
    assert grid.west_m <= 500000 < grid.west_m + 2.8
    assert grid.east_m >= 500200 > grid.east_m - 2.8
    assert grid.north_m >= 5000000 > grid.north_m - 2.8
    assert grid.south_m <= 4999850 < grid.south_m + 2.8
    assert grid.crs == UTM and abs(grid.convergence_deg) < 0.01


def test_the_same_place_lies_in_the_same_token(facts):
    """Whatever the extent asked for."""
    whole = token_grid(facts, PACK, UTM, None, CONTEXT)
    for west, south in [(500020, 4999900), (500051.3, 4999877.7), (500099.99, 4999860.01)]:
        part = token_grid(facts, PACK, UTM, box(west, south, west + 50, south + 30), CONTEXT)
        rowcol = whole.rowcol(part.west_m, part.north_m)
        assert rowcol == pytest.approx(np.round(rowcol), abs=1e-6)


def test_an_area_beside_the_raster_is_refused(facts):
    """With a sentence that says what to choose."""
    with pytest.raises(SkymatchError, match="does not touch"):
        token_grid(facts, PACK, UTM, box(600000, 0, 600010, 10), CONTEXT)


@pytest.mark.parametrize("corner", [float("nan"), float("inf")])
def test_an_area_that_lies_nowhere_is_refused(facts, corner):
    """Not with an error of the library that reads it."""
    area = QgsGeometry.fromRect(QgsRectangle(500000, 4999900, 500100, 5000000))
    area.moveVertex(corner, 4999900, 0)
    with pytest.raises(SkymatchError, match=r"cannot be brought|does not touch|too large"):
        bent = ground_area(area, QgsCoordinateReferenceSystem(UTM), UTM, CONTEXT)
        token_grid(facts, PACK, UTM, bent, CONTEXT)


def test_an_area_in_degrees_keeps_its_shape(facts):
    """A degree rectangle is no rectangle in UTM."""
    degrees = QgsGeometry.fromRect(QgsRectangle(9.0, 45.14, 9.02, 45.16))
    area = ground_area(degrees, QgsCoordinateReferenceSystem("EPSG:4326"), UTM, CONTEXT)
    assert area.area == pytest.approx(1572.4 * 2222.6, rel=2e-3)
    assert len(area.exterior.coords) > 40


def test_tile_servers_need_an_area_and_take_their_crs_from_it(qgis_app):
    """They reach around the Earth."""
    layer = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "tiles", "wms"
    )
    facts = check_raster(layer)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    with pytest.raises(SkymatchError, match="Give the extent"):
        grid_crs(facts, None, wgs84, CONTEXT)
    extent = QgsGeometry.fromRect(QgsRectangle(149.10, -35.31, 149.11, -35.30))
    crs = grid_crs(facts, extent, wgs84, CONTEXT)
    assert crs == "EPSG:32755"
    grid = token_grid(facts, PACK, crs, ground_area(extent, wgs84, crs, CONTEXT), CONTEXT)
    assert grid.area_km2 == pytest.approx(0.91 * 1.11, rel=0.05)


def test_a_country_is_too_large_for_one_index(qgis_app):
    """Refused before anything is allocated."""
    layer = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "tiles", "wms"
    )
    with pytest.raises(SkymatchError, match="Give a smaller extent"):
        token_grid(check_raster(layer), PACK, UTM, box(3e5, 5e6, 7e5, 6e6), CONTEXT)
