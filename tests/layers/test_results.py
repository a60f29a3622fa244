"""Result features say what the engine found, where it found it."""

import dataclasses
import math

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY

from plugin.layers.results import (
    GRADES,
    LEAST_CELL_SHARE,
    MOST_CELLS,
    best_positions,
    features_of,
    grade_of,
)
from plugin.layers.shapes import ALL_ROUND_RADIUS_M, WEDGE_LENGTH_M, view_wedge
from plugin.layers.tables import (
    CANDIDATES,
    CELLS,
    HEAT,
    KINDS,
    REGIONS,
    TABLES,
    WEDGES,
    alias,
    fields_of,
)
from tests.layers.fabricated import GRID, located, origin


def rows(kind, result=None, fov_deg=65.0):
    """The features of one layer."""
    return list(features_of(kind, result or located(), origin(fov_deg)))


@pytest.mark.parametrize("kind", KINDS)
def test_fields_are_short_named_and_explained(kind):
    """Names fit into every format; people read the alias."""
    for field in fields_of(kind):
        assert len(field.name()) <= 20
        assert alias(kind, field.name()) not in ("", field.name())


@pytest.mark.parametrize("kind", KINDS)
def test_every_feature_has_the_layer_s_geometry_and_all_values(kind):
    """Nothing is left NULL, no geometry is invalid."""
    found = rows(kind)
    assert found
    for feature in found:
        assert feature.geometry().wkbType() == TABLES[kind].geometry
        assert feature.geometry().isGeosValid()
        assert None not in feature.attributes()


def test_candidates_carry_position_heading_and_provenance():
    """Each value stands in the field of its name."""
    result = located()
    for feature, found in zip(rows(CANDIDATES, result), result.candidates):
        point = feature.geometry().asPoint()
        assert (point.x(), point.y()) == (found.x_m, found.y_m)
        for name in ("rank", "probability", "word", "lon", "lat", "score"):
            assert feature[name] == getattr(found, name)
        assert feature["heading"] == found.heading_deg
        assert feature["not_here"] == result.not_here_probability
        assert (feature["photo"], feature["index"]) == ("IMG 0042.jpg", "ortho.gpkg")
        assert (feature["status"], feature["note"]) == ("", "")
        assert len(feature["sha256"]) == 64


def test_wedges_look_along_the_grid_not_true_north():
    """The convergence is taken off the true heading; the axis hits the middle of the arc."""
    result = located()
    for feature, found in zip(rows(WEDGES, result), result.candidates):
        grid_heading = math.radians(found.heading_deg - GRID.convergence_deg)
        for distance_m, inside in ((0.98 * WEDGE_LENGTH_M, True), (1.02 * WEDGE_LENGTH_M, False)):
            point = QgsPointXY(
                found.x_m + distance_m * math.sin(grid_heading),
                found.y_m + distance_m * math.cos(grid_heading),
            )
            assert feature.geometry().contains(QgsGeometry.fromPointXY(point)) is inside


@pytest.mark.parametrize("fov_deg", [15.0, 65.0, 140.0, 180.0, 299.0])
def test_wedge_area_is_that_of_the_sector(fov_deg):
    """Within what a polygon of 3 degree steps loses."""
    wedge = view_wedge(0.0, 0.0, 77.0, fov_deg)
    sector = math.pi * WEDGE_LENGTH_M**2 * fov_deg / 360.0
    assert wedge.isGeosValid()
    assert wedge.area() == pytest.approx(sector, rel=0.002)


def test_a_full_panorama_is_a_circle_with_a_pointer():
    """It surrounds the camera and reaches far only along the picture's centre."""
    shape = view_wedge(0.0, 0.0, 90.0, 360.0)
    assert shape.isGeosValid()
    box = shape.boundingBox()
    assert box.xMaximum() == pytest.approx(WEDGE_LENGTH_M, abs=0.1)
    assert box.xMinimum() == pytest.approx(-ALL_ROUND_RADIUS_M, abs=0.1)
    assert box.yMaximum() == pytest.approx(ALL_ROUND_RADIUS_M, abs=0.1)


def test_regions_are_drawn_from_large_to_small():
    """So that the 50 % region lies on top."""
    found = rows(REGIONS)
    assert [feature["share"] for feature in found] == [0.95, 0.8, 0.5]
    areas = [feature["area_m2"] for feature in found]
    assert areas == sorted(areas, reverse=True)
    assert found[0].geometry().area() == pytest.approx(areas[0])


def test_cells_are_the_best_searched_positions():
    """The first cell is the most probable one, at its place, and none was left unsearched."""
    result = located()
    found = rows(CELLS, result)
    probability = result.posterior.probability
    row, col = np.unravel_index(np.argmax(probability), probability.shape)
    box = found[0].geometry().boundingBox()
    assert (box.xMinimum(), box.yMaximum()) == GRID.corner(row, col)
    assert box.width() == pytest.approx(GRID.spacing_m)
    assert found[0]["probability"] == pytest.approx(float(probability.max()))
    assert (found[0]["share"], found[0]["grade"]) == (1.0, 5)
    assert all(f["share"] >= LEAST_CELL_SHARE for f in found)
    assert all(f["grade"] == grade_of(f["share"]) for f in found)
    assert not any(math.isnan(f["score"]) for f in found)


def test_heat_points_stand_in_cell_centres():
    """And weigh what their cell is probable."""
    cells, points = rows(CELLS), rows(HEAT)
    for cell, point in list(zip(cells, points))[:50]:
        assert cell.geometry().contains(point.geometry())
        assert point["weight"] == cell["probability"]


def test_a_flat_posterior_gives_thousands_of_cells_at_most():
    """A hopeless photo does not fill the project."""
    result = located()
    flat = np.full_like(result.posterior.probability, 1.0 / result.posterior.probability.size)
    posterior = dataclasses.replace(result.posterior, probability=flat)
    assert len(best_positions([posterior], MOST_CELLS, LEAST_CELL_SHARE)) == MOST_CELLS


def test_nothing_searched_gives_no_cells():
    """No warning, no crash."""
    result = located()
    nothing = np.full_like(result.posterior.score, np.nan)
    posterior = dataclasses.replace(result.posterior, score=nothing)
    assert best_positions([posterior], MOST_CELLS, 0.0) == []


def test_without_candidates_the_layers_are_empty():
    """A result may be empty."""
    result = dataclasses.replace(located(), candidates=(), regions=())
    assert rows(CANDIDATES, result) == rows(WEDGES, result) == rows(REGIONS, result) == []


def test_grades_rise_with_the_share():
    """Limits belong to the better grade."""
    assert [grade_of(limit) for limit in (0.0, *GRADES, 1.0)] == [1, 2, 3, 4, 5, 5]
