"""Vector shapes on a grid: which cells lie in polygons, and how far cells are from features.

Everything is vectorised over edges and cells, because a city has millions of cells and a road
network tens of thousands of edges. Sub-grids give the same values as the grid they are part of.
"""

import math
from dataclasses import replace
from typing import Iterator, List

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .grid import MetricGrid

Edges = NDArray[np.float64]
NO_EDGES: Edges = np.zeros((0, 4))


def edges_of(shape: BaseGeometry) -> Edges:
    """(edges, 4): x0, y0, x1, y1 of all rings and lines of a shape; points have no length."""
    parts = [_polyline_edges(line) for line in _polylines(shape)]
    return np.concatenate(parts) if parts else NO_EDGES


def polygon_edges(shape: BaseGeometry) -> Edges:
    """The same of its polygons only."""
    parts = [edges_of(part) for part in _parts(shape) if part.geom_type == "Polygon"]
    return np.concatenate(parts) if parts else NO_EDGES


def inside(rings: Edges, grid: MetricGrid) -> NDArray[np.bool_]:
    """(rows, cols) bool: cells whose centre lies in polygons, holes left out.

    Even-odd rule: along a row of centres every edge that is crossed changes between out and in
    (Shimrat 1962, Algorithm 112). Polygons must not overlap each other.
    """
    toggles = np.zeros((grid.rows, grid.cols), np.uint8)
    row0, row1 = ((grid.north_m - rings[:, i]) / grid.spacing_m - 0.5 for i in (1, 3))
    col0, col1 = ((rings[:, i] - grid.west_m) / grid.spacing_m - 0.5 for i in (0, 2))
    first = np.clip(np.ceil(np.minimum(row0, row1)), 0, grid.rows).astype(np.int64)
    end = np.clip(np.ceil(np.maximum(row0, row1)), 0, grid.rows).astype(np.int64)
    crossed = end > first
    if crossed.any():
        first, count = first[crossed], (end - first)[crossed]
        slope = ((col1 - col0)[crossed]) / ((row1 - row0)[crossed])
        edge, step = _repeated(count)
        row = first[edge] + step
        col = col0[crossed][edge] + (row - row0[crossed][edge]) * slope[edge]
        at = np.clip(np.ceil(col), 0, grid.cols).astype(np.int64)
        seen = at < grid.cols
        cells, times = np.unique(row[seen] * grid.cols + at[seen], return_counts=True)
        toggles.ravel()[cells[times % 2 == 1]] = 1
    return np.bitwise_xor.accumulate(toggles, axis=1).astype(np.bool_)


def distance_m(
    features: Edges, rings: Edges, grid: MetricGrid, most_m: float
) -> NDArray[np.float32]:
    """(rows, cols) distance of cell centres from features, `most_m` where it is more.

    Exact to a cell: features are drawn as cells, between whose centres distances are Euclidean,
    found along rows and then across them (Saito and Toriwaki 1994).

    Args:
        features: edges of lines, points and polygon outlines.
        rings: edges of polygons, whose inside counts as distance 0.
        grid: its cells.
        most_m: larger distances are of no interest.
    """
    reach = math.ceil(most_m / grid.spacing_m)
    west_m, north_m = grid.corner(-reach, -reach)
    padded = replace(
        grid,
        west_m=west_m,
        north_m=north_m,
        rows=grid.rows + 2 * reach,
        cols=grid.cols + 2 * reach,
    )
    drawn = _drawn(features, padded)
    if len(rings):
        drawn |= inside(rings, padded)
    most = np.float32((reach + 1) ** 2)
    along = np.minimum(_squared_along_rows(drawn), most)[:, reach : reach + grid.cols]
    nearest = np.full((grid.rows, grid.cols), most, np.float32)
    for down in range(-reach, reach + 1):
        rows = along[reach + down : reach + down + grid.rows]
        np.minimum(nearest, rows + np.float32(down**2), out=nearest)
    distance = np.sqrt(nearest) * np.float32(grid.spacing_m)
    return np.asarray(np.minimum(distance, np.float32(most_m)), dtype=np.float32)


def _drawn(features: Edges, grid: MetricGrid) -> NDArray[np.bool_]:
    """Cells that features pass through, from points along them every half cell."""
    drawn = np.zeros((grid.rows, grid.cols), np.bool_)
    row0, row1 = ((grid.north_m - features[:, i]) / grid.spacing_m for i in (1, 3))
    col0, col1 = ((features[:, i] - grid.west_m) / grid.spacing_m for i in (0, 2))
    near = np.maximum(row0, row1) >= 0
    near &= (np.minimum(row0, row1) < grid.rows) & (np.maximum(col0, col1) >= 0)
    near &= np.minimum(col0, col1) < grid.cols
    row0, row1, col0, col1 = row0[near], row1[near], col0[near], col1[near]
    count = np.ceil(2.0 * np.hypot(row1 - row0, col1 - col0)).astype(np.int64) + 1
    edge, step = _repeated(count)
    along = step / np.maximum(count[edge] - 1, 1)
    row = np.floor(row0[edge] + along * (row1 - row0)[edge]).astype(np.int64)
    col = np.floor(col0[edge] + along * (col1 - col0)[edge]).astype(np.int64)
    seen = (row >= 0) & (row < grid.rows) & (col >= 0) & (col < grid.cols)
    drawn[row[seen], col[seen]] = True
    return drawn


def _squared_along_rows(drawn: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Squared distance in cells to the nearest drawn cell of the same row."""
    cols = drawn.shape[1]
    far = 10.0 * cols
    col = np.arange(cols, dtype=np.float32)
    before = np.maximum.accumulate(np.where(drawn, col, np.float32(-far)), axis=1)
    after = np.where(drawn, col, np.float32(far))[:, ::-1]
    after = np.minimum.accumulate(after, axis=1)[:, ::-1]
    return np.asarray(np.square(np.minimum(col - before, after - col)), dtype=np.float32)


def _repeated(count: NDArray[np.int64]) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """For every item as many entries as counted: the item's number, and 0, 1, 2 ... within it."""
    item = np.repeat(np.arange(len(count)), count)
    return item, np.arange(len(item)) - np.repeat(np.cumsum(count) - count, count)


def _parts(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The simple geometries of a shape, collections taken apart."""
    for part in getattr(shape, "geoms", [shape]):
        if hasattr(part, "geoms"):
            yield from _parts(part)
        elif not part.is_empty:
            yield part


def _polylines(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in _parts(shape):
        if part.geom_type == "Polygon":
            yield part.exterior
            yield from part.interiors
        else:
            yield part


def _polyline_edges(line: BaseGeometry) -> Edges:
    points = np.asarray(line.coords, np.float64)[:, :2]
    if len(points) == 1:
        points = np.repeat(points, 2, axis=0)
    ends: List[Edges] = [points[:-1], points[1:]]
    return np.concatenate(ends, axis=1)
