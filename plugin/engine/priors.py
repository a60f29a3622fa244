"""What is known of the camera's position before the search: areas, and features it stood near."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .grid import MetricGrid
from .rasterize import Edges, distance_m, edges_of, inside, polygon_edges

NEAR_FLOOR = 0.05
FAR_IN_SCALES = 4.0
CELLS_PER_SCALE = 8
STRIP_CELLS = 1_000_000

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class NearFeatures:
    """The camera probably stood near some of these features, on a road for instance.

    A position at distance d weighs floor + (1 - floor) * exp(-d^2 / (2 * scale_m^2)): half a
    normal distribution on a floor, which keeps the truth in play when the features are wrong or
    incomplete.

    Attributes:
        features: points, lines or polygons in the CRS of the index; inside a polygon d is 0.
        scale_m: distance at which the normal part has fallen to 0.61.
        floor: weight far from all features, above 0, at most 1.
    """

    features: BaseGeometry
    scale_m: float
    floor: float = NEAR_FLOOR

    @cached_property
    def _edges(self) -> Edges:
        return edges_of(self.features)

    @cached_property
    def _rings(self) -> Edges:
        return polygon_edges(self.features)

    def log_weight(self, grid: MetricGrid) -> FloatArray:
        """(rows, cols) log of the weight at cell centres."""
        far_m = FAR_IN_SCALES * self.scale_m
        step = max(1, int(self.scale_m / (CELLS_PER_SCALE * grid.spacing_m)))
        if step == 1:
            away_m = distance_m(self._edges, self._rings, grid, far_m)
        else:
            coarse = _coarse_grid(grid, step)
            away_m = _resampled(distance_m(self._edges, self._rings, coarse, far_m), coarse, grid)
        normal = np.exp(-np.square(away_m / np.float32(self.scale_m)) / 2.0)
        return np.asarray(np.log(self.floor + (1.0 - self.floor) * normal), dtype=np.float32)


@dataclass(frozen=True)
class PositionPrior:
    """Where the camera may have stood; every part may be left out.

    Attributes:
        include: valid polygons in the CRS of the index that it stood in.
        exclude: valid polygons that it did not stand in.
        near: features that it probably stood near.
    """

    include: Optional[BaseGeometry] = None
    exclude: Optional[BaseGeometry] = None
    near: Optional[NearFeatures] = None

    @cached_property
    def _include_rings(self) -> Optional[Edges]:
        return None if self.include is None else polygon_edges(self.include)

    @cached_property
    def _exclude_rings(self) -> Optional[Edges]:
        return None if self.exclude is None else polygon_edges(self.exclude)

    def log_prior(self, grid: MetricGrid) -> FloatArray:
        """(rows, cols) log prior at cell centres, up to a constant; -inf where it did not stand.

        Drawn a strip of rows at a time, so that large grids take no more memory than their result.
        """
        log_prior = np.zeros((grid.rows, grid.cols), np.float32)
        height = max(1, STRIP_CELLS // max(grid.cols, 1))
        for row in range(0, grid.rows, height):
            strip = grid.part(row, 0, min(height, grid.rows - row), grid.cols)
            self._weigh(log_prior[row : row + strip.rows], strip)
        return log_prior

    def rows(self, grid: MetricGrid) -> range:
        """Rows outside of which `log_prior` is -inf throughout."""
        if self.include is None:
            return range(grid.rows)
        if self.include.is_empty:
            return range(0)
        _, south_m, _, north_m = self.include.bounds
        first, end = (grid.rowcol(grid.west_m, y_m)[0] for y_m in (north_m, south_m))
        return range(max(0, math.floor(first)), min(grid.rows, math.ceil(end)))

    def _weigh(self, log_prior: FloatArray, grid: MetricGrid) -> None:
        if self._include_rings is not None:
            log_prior[~inside(self._include_rings, grid)] = -np.inf
        if self._exclude_rings is not None:
            log_prior[inside(self._exclude_rings, grid)] = -np.inf
        if self.near is not None and np.isfinite(log_prior).any():
            log_prior += self.near.log_weight(grid)


EVERYWHERE = PositionPrior()


def _coarse_grid(grid: MetricGrid, step: int) -> MetricGrid:
    """Cells `step` times as large around a grid, the same ones whatever part of it is asked for."""
    spacing_m = grid.spacing_m * step
    west_m = (math.floor(grid.west_m / spacing_m) - 1) * spacing_m
    north_m = (math.ceil(grid.north_m / spacing_m) + 1) * spacing_m
    return replace(
        grid,
        west_m=west_m,
        north_m=north_m,
        spacing_m=spacing_m,
        rows=math.ceil((north_m - grid.south_m) / spacing_m) + 1,
        cols=math.ceil((grid.east_m - west_m) / spacing_m) + 1,
    )


def _resampled(values: FloatArray, coarse: MetricGrid, grid: MetricGrid) -> FloatArray:
    """Bilinear interpolation between the cell centres of a coarse grid that surrounds a grid."""
    first_row, first_col = coarse.rowcol(*grid.corner(0.5, 0.5))
    share = grid.spacing_m / coarse.spacing_m
    across = _between(values.T, first_col - 0.5 + share * np.arange(grid.cols)).T
    return _between(across, first_row - 0.5 + share * np.arange(grid.rows))


def _between(values: FloatArray, at: NDArray[np.float64]) -> FloatArray:
    below = np.clip(np.floor(at).astype(np.int64), 0, len(values) - 2)
    part = (at - below).astype(np.float32)[:, None]
    return np.asarray(values[below] * (1 - part) + values[below + 1] * part, dtype=np.float32)
