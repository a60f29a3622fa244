"""Where the pixels of a metric grid lie in a raster's CRS: a coarse lattice, interpolated.

Between nodes 128 pixels apart a projection bends by less than a millimetre per 100 m of node
distance (h * h / 8R), so transforming every pixel would buy nothing.
"""

import math
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from ..engine.grid import MetricGrid

NODE_DISTANCE_PX = 128
WEB_MERCATOR_PERIOD_M = 2.0 * math.pi * 6378137.0

Coordinates = NDArray[np.float64]


class Lattice:
    """Raster coordinates of a pixel grid.

    Attributes:
        x, y: (nodes down, nodes across) raster CRS coordinates of the nodes, which lie evenly
            from edge to edge of the grid; NaN where the raster's CRS does not reach.
    """

    def __init__(self, grid: MetricGrid, x: Coordinates, y: Coordinates) -> None:
        self._grid = grid
        self.x = x
        self.y = y

    def pixels(self) -> Tuple[Coordinates, Coordinates]:
        """(x, y) of all pixel centres, each (rows, cols), in raster CRS coordinates."""
        rows, cols = self._grid.rows, self._grid.cols
        return _spread(self.x, rows, cols), _spread(self.y, rows, cols)

    def step(self) -> Tuple[float, float]:
        """Size of a grid pixel along the raster's x and y axis, in raster CRS units."""
        down, across = self.x.shape
        per_row, per_col = self._grid.rows / (down - 1), self._grid.cols / (across - 1)
        sizes = []
        for values in (self.x, self.y):
            along_row = np.diff(values, axis=1)[:-1] / per_col
            along_col = np.diff(values, axis=0)[:, :-1] / per_row
            sizes.append(float(np.nanmedian(np.hypot(along_row, along_col))))
        return sizes[0], sizes[1]

    def shifted(self, x_shift: float) -> "Lattice":
        """The same lattice one turn of the Earth further."""
        return Lattice(self._grid, self.x + x_shift, self.y)

    @property
    def usable(self) -> bool:
        """Whether any cell of the lattice has coordinates."""
        finite = np.isfinite(self.x) & np.isfinite(self.y)
        return bool((finite[:-1, :-1] & finite[1:, :-1] & finite[:-1, 1:] & finite[1:, 1:]).any())


def lattice_of(
    grid: MetricGrid,
    raster_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Lattice:
    """Transform the nodes of a pixel grid to a raster's CRS, continuous over the antimeridian."""
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(grid.crs), raster_crs, context)
    down = max(2, -(-grid.rows // NODE_DISTANCE_PX) + 1)
    across = max(2, -(-grid.cols // NODE_DISTANCE_PX) + 1)
    x = np.full((down, across), np.nan)
    y = np.full((down, across), np.nan)
    for i in range(down):
        for j in range(across):
            corner = grid.corner(grid.rows * i / (down - 1), grid.cols * j / (across - 1))
            try:
                point = transform.transform(QgsPointXY(*corner))
            except QgsCsException:
                continue  # stays NaN: not covered
            x[i, j], y[i, j] = point.x(), point.y()
    x[~np.isfinite(x)] = np.nan
    y[~np.isfinite(y)] = np.nan
    period = turn_of(raster_crs)
    if period is not None and np.isfinite(x).any():
        middle = x[np.isfinite(x)][0]
        x -= period * np.round((x - middle) / period)
    return Lattice(grid, x, y)


def turn_of(crs: QgsCoordinateReferenceSystem) -> Optional[float]:
    """How far x runs in one turn around the Earth, where it jumps at the antimeridian."""
    if crs.isGeographic():
        return 360.0
    return WEB_MERCATOR_PERIOD_M if "+proj=merc" in crs.toProj() else None


def _spread(nodes: Coordinates, rows: int, cols: int) -> Coordinates:
    """Bilinear interpolation of nodes to pixel centres, one axis after the other."""
    top, down = _taps(nodes.shape[0], rows)
    tall = nodes[top] * (1.0 - down[:, None]) + nodes[top + 1] * down[:, None]
    left, right = _taps(nodes.shape[1], cols)
    return np.asarray(tall[:, left] * (1.0 - right) + tall[:, left + 1] * right)


def _taps(nodes: int, pixels: int) -> Tuple[NDArray[np.intp], Coordinates]:
    position = (np.arange(pixels) + 0.5) / pixels * (nodes - 1)
    first = np.minimum(position.astype(np.intp), nodes - 2)
    return first, position - first
