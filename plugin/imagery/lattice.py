"""Where the pixels of a metric grid lie in a raster's CRS: a coarse lattice, interpolated.

Between nodes 128 pixels apart a projection bends by less than a millimetre per 100 m of node
distance (h * h / 8R), so transforming every pixel would buy nothing. The nodes lie at fixed places
of the grid's CRS, so that a pixel gets the same coordinates whichever part of a grid is read.
"""

import math
from typing import NamedTuple, Optional, Tuple

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


class Axis(NamedTuple):
    """Nodes along one axis of a pixel grid.

    Attributes:
        nodes: coordinates of the nodes in the grid's CRS.
        first: (pixels,) node before every pixel centre.
        share: (pixels,) how far on the way to the next node it lies, 0 to 1.
    """

    nodes: Coordinates
    first: NDArray[np.intp]
    share: Coordinates


class Lattice:
    """Raster coordinates of a pixel grid.

    Attributes:
        x, y: (nodes down, nodes across) raster CRS coordinates of the nodes; NaN where the
            raster's CRS does not reach.
    """

    def __init__(self, down: Axis, across: Axis, x: Coordinates, y: Coordinates) -> None:
        self._down = down
        self._across = across
        self.x = x
        self.y = y

    def pixels(self) -> Tuple[Coordinates, Coordinates]:
        """(x, y) of all pixel centres, each (rows, cols), in raster CRS coordinates."""
        return self._spread(self.x), self._spread(self.y)

    def step(self) -> Tuple[float, float]:
        """Size of a grid pixel along the raster's x and y axis, in raster CRS units."""
        sizes = []
        for values in (self.x, self.y):
            along_row = np.diff(values, axis=1)[:-1] / NODE_DISTANCE_PX
            along_col = np.diff(values, axis=0)[:, :-1] / NODE_DISTANCE_PX
            sizes.append(float(np.nanmedian(np.hypot(along_row, along_col))))
        return sizes[0], sizes[1]

    def shifted(self, x_shift: float) -> "Lattice":
        """The same lattice one turn of the Earth further."""
        return Lattice(self._down, self._across, self.x + x_shift, self.y)

    def _spread(self, nodes: Coordinates) -> Coordinates:
        """Bilinear interpolation of nodes to pixel centres, one axis after the other."""
        top, share = self._down.first, self._down.share[:, None]
        tall = nodes[top] * (1.0 - share) + nodes[top + 1] * share
        left, share = self._across.first, self._across.share
        return np.asarray(tall[:, left] * (1.0 - share) + tall[:, left + 1] * share)

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
    down = _axis(-grid.north_m, grid.spacing_m, grid.rows)
    across = _axis(grid.west_m, grid.spacing_m, grid.cols)
    x = np.full((len(down.nodes), len(across.nodes)), np.nan)
    y = np.full(x.shape, np.nan)
    for i, minus_north_m in enumerate(down.nodes):
        for j, east_m in enumerate(across.nodes):
            try:
                point = transform.transform(QgsPointXY(east_m, -minus_north_m))
            except QgsCsException:
                continue  # stays NaN: not covered
            x[i, j], y[i, j] = point.x(), point.y()
    x[~np.isfinite(x)] = np.nan
    y[~np.isfinite(y)] = np.nan
    period = turn_of(raster_crs)
    if period is not None and np.isfinite(x).any():
        middle = x[np.isfinite(x)][0]
        x -= period * np.round((x - middle) / period)
    return Lattice(down, across, x, y)


def turn_of(crs: QgsCoordinateReferenceSystem) -> Optional[float]:
    """How far x runs in one turn around the Earth, where it jumps at the antimeridian."""
    if crs.isGeographic():
        return 360.0
    return WEB_MERCATOR_PERIOD_M if "+proj=merc" in crs.toProj() else None


def _axis(start_m: float, spacing_m: float, pixels: int) -> Axis:
    """The nodes around a row of pixels that starts at a coordinate and runs upwards."""
    distance_m = NODE_DISTANCE_PX * spacing_m
    position = (start_m + (np.arange(pixels) + 0.5) * spacing_m) / distance_m
    before = np.floor(position)
    nodes = np.arange(before[0], before[-1] + 2.0)
    return Axis(nodes * distance_m, (before - before[0]).astype(np.intp), position - before)
