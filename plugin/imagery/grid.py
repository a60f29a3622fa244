"""The token grid of a raster: which metric CRS, which area, snapped to fixed places."""

import math
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
)
from shapely.geometry.base import BaseGeometry
from shapely.wkb import loads

from ..engine.errors import SkymatchError
from ..engine.grid import MetricGrid, convergence_deg, utm_crs
from ..engine.pack import ModelPack
from .check import WGS84, RasterFacts, refuse_coarse_tiles

EDGE_POINTS = 15
MOST_TOKENS = 2_000_000_000
SNAP_TOLERANCE = 1e-6


def grid_crs(
    facts: RasterFacts,
    area: Optional[QgsGeometry],
    area_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> str:
    """Metric CRS for an index: of the raster's centre, or of the area in rasters of wide extent."""
    if not facts.wide:
        return facts.grid_crs
    if area is None:
        raise SkymatchError(
            f"{facts.name} reaches too far to be indexed as a whole. "
            "Give the extent, or a mask layer, of the area to search."
        )
    centre = QgsGeometry.fromPointXY(area.boundingBox().center())
    point = _transformed(centre, area_crs, WGS84, context).asPoint()
    refuse_coarse_tiles(facts, point.x(), point.y())
    return utm_crs(point.x(), point.y())


def ground_area(
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    metric_crs: str,
    context: QgsCoordinateTransformContext,
) -> BaseGeometry:
    """A polygon in the CRS of an index, its edges bent as the projection bends them."""
    bent = _transformed(geometry.densifyByCount(EDGE_POINTS), crs, metric_crs, context)
    shape = loads(bytes(bent.asWkb()))
    return shape if shape.is_valid else shape.buffer(0)


def token_grid(
    facts: RasterFacts,
    pack: ModelPack,
    metric_crs: str,
    area: Optional[BaseGeometry],
    context: QgsCoordinateTransformContext,
) -> MetricGrid:
    """The grid of tokens that covers a raster, or the part of it inside an area.

    Args:
        facts: the raster, checked.
        pack: the model; it sets the spacing.
        metric_crs: from `grid_crs`.
        area: polygon in that CRS, see `ground_area`; None for the whole raster.
        context: how datums are to be changed.

    Returns:
        A grid whose corner is a whole multiple of the spacing from the CRS's origin, so that the
        same place always lies in the same token.
    """
    bounds = _bounds(facts, metric_crs, area, context)
    spacing_m = pack.token_m
    west = math.floor(bounds[0] / spacing_m + SNAP_TOLERANCE)
    south = math.floor(bounds[1] / spacing_m + SNAP_TOLERANCE)
    east = math.ceil(bounds[2] / spacing_m - SNAP_TOLERANCE)
    north = math.ceil(bounds[3] / spacing_m - SNAP_TOLERANCE)
    rows, cols = max(1, north - south), max(1, east - west)
    if rows * cols > MOST_TOKENS:
        area_km2 = rows * cols * spacing_m**2 / 1e6
        raise SkymatchError(
            f"An index of {area_km2:,.0f} km² is too large. Give a smaller extent: at most "
            f"{MOST_TOKENS * spacing_m**2 / 1e6:,.0f} km². Several indexes make up a larger area."
        )
    middle = QgsRectangle(bounds[0], bounds[1], bounds[2], bounds[3]).center()
    point = _transformed(
        QgsGeometry.fromPointXY(middle), QgsCoordinateReferenceSystem(metric_crs), WGS84, context
    ).asPoint()
    turn_deg = convergence_deg(metric_crs, point.x(), point.y())
    return MetricGrid(
        metric_crs, west * spacing_m, north * spacing_m, spacing_m, rows, cols, turn_deg
    )


def _bounds(
    facts: RasterFacts,
    metric_crs: str,
    area: Optional[BaseGeometry],
    context: QgsCoordinateTransformContext,
) -> "tuple[float, float, float, float]":
    if facts.wide and area is not None:
        return tuple(area.bounds)  # a footprint as wide as the Earth has no shape in this CRS
    size = facts.size
    extent = QgsGeometry.fromRect(QgsRectangle(size.west, size.south, size.east, size.north))
    footprint = ground_area(extent, facts.crs, metric_crs, context)
    shared = footprint if area is None else footprint.intersection(area)
    if shared.is_empty or shared.area <= 0:
        raise SkymatchError(
            f"The area asked for does not touch {facts.name}. "
            "Choose an extent or mask that lies on the raster."
        )
    return tuple(shared.bounds)


def _transformed(
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    target: str,
    context: QgsCoordinateTransformContext,
) -> QgsGeometry:
    moved = QgsGeometry(geometry)
    try:
        moved.transform(QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(target), context))
    except QgsCsException as error:
        raise _out_of_place() from error
    if not all_finite(moved):
        raise _out_of_place()
    return moved


def all_finite(geometry: QgsGeometry) -> bool:
    """Whether no corner lies at infinity or nowhere, which shapely cannot read."""
    return all(math.isfinite(at.x()) and math.isfinite(at.y()) for at in geometry.vertices())


def _out_of_place() -> SkymatchError:
    return SkymatchError(
        "The area asked for cannot be brought into the CRS of the index. "
        "Check the CRS of the extent or mask layer."
    )
