"""Shapes drawn for a result: what the camera saw, and the squares of a grid."""

import math
from typing import Iterator, List, Tuple

from qgis.core import QgsGeometry, QgsPointXY

WEDGE_LENGTH_M = 25.0
ALL_ROUND_DEG = 300.0
ALL_ROUND_RADIUS_M = 6.0
ALL_ROUND_POINTER_DEG = 20.0
ARC_STEP_DEG = 3.0


def view_wedge(x_m: float, y_m: float, grid_heading_deg: float, fov_deg: float) -> QgsGeometry:
    """What a camera saw, as a sector of 25 m.

    A picture of all (or nearly all) directions becomes a circle with a narrow pointer in the
    direction of the picture's centre.

    Args:
        x_m, y_m: where it stood.
        grid_heading_deg: direction of the picture's centre, clockwise from the grid's north.
        fov_deg: angle across the picture.
    """
    if fov_deg < ALL_ROUND_DEG:
        half_deg = fov_deg / 2.0
        arc = _arc(x_m, y_m, WEDGE_LENGTH_M, grid_heading_deg - half_deg, fov_deg)
        return _polygon([(x_m, y_m), *arc, (x_m, y_m)])
    half_deg = ALL_ROUND_POINTER_DEG / 2.0
    pointer = _arc(x_m, y_m, WEDGE_LENGTH_M, grid_heading_deg - half_deg, ALL_ROUND_POINTER_DEG)
    round_arc = _arc(
        x_m, y_m, ALL_ROUND_RADIUS_M, grid_heading_deg + half_deg, 360.0 - ALL_ROUND_POINTER_DEG
    )
    ring = [*pointer, *round_arc]
    return _polygon([*ring, ring[0]])


def square(west_m: float, north_m: float, side_m: float) -> QgsGeometry:
    """A square from its north-west corner."""
    east_m, south_m = west_m + side_m, north_m - side_m
    return _polygon(
        [
            (west_m, north_m),
            (east_m, north_m),
            (east_m, south_m),
            (west_m, south_m),
            (west_m, north_m),
        ]
    )


def _arc(
    x_m: float, y_m: float, radius_m: float, start_deg: float, sweep_deg: float
) -> Iterator[Tuple[float, float]]:
    """Points of an arc, clockwise from a direction."""
    steps = max(2, math.ceil(sweep_deg / ARC_STEP_DEG))
    for step in range(steps + 1):
        angle = math.radians(start_deg + sweep_deg * step / steps)
        yield x_m + radius_m * math.sin(angle), y_m + radius_m * math.cos(angle)


def _polygon(ring: List[Tuple[float, float]]) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring]])
