"""Many small aerial pictures side by side as one raster, for searching among all of them.

The pictures touch each other: a gap would mark the edges, and positions near the edge would
compete with less than their full ground.
"""

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.birdseye import sample_bilinear
from plugin.engine.grid import MetricGrid
from plugin.engine.tokens import RgbWindow

CRS = "EPSG:32631"
WEST_M, NORTH_M = 500_000.0, 1_000_000.0


@dataclass(frozen=True)
class Tile:
    """One picture in the mosaic: its pixels, their size, and where its corner lies."""

    rgb: NDArray[np.uint8]
    gsd_m: float
    west_m: float
    north_m: float

    @property
    def centre(self) -> Tuple[float, float]:
        """(x, y) of the middle of the picture."""
        height, width = self.rgb.shape[:2]
        return self.west_m + width * self.gsd_m / 2, self.north_m - height * self.gsd_m / 2


class Mosaic:
    """Imagery made of tiles; implements `plugin.engine.tokens.Imagery`."""

    def __init__(self, pictures: Sequence[NDArray[np.uint8]], gsd_m: Sequence[float]) -> None:
        """Lay the pictures out in rows, north-west first, in the order given."""
        sides_m = [max(p.shape[:2]) * g for p, g in zip(pictures, gsd_m)]
        width_m = max(max(sides_m), float(np.sqrt(np.sum(np.square(sides_m)))) * 1.05)
        self.tiles: List[Tile] = []
        west_m, north_m, shelf_m = WEST_M, NORTH_M, 0.0
        for picture, size_m, side_m in zip(pictures, gsd_m, sides_m):
            if west_m + side_m > WEST_M + width_m:
                west_m, north_m, shelf_m = WEST_M, north_m - shelf_m, 0.0
            self.tiles.append(Tile(picture, size_m, west_m, north_m))
            west_m, shelf_m = west_m + side_m, max(shelf_m, side_m)
        self._size_m = width_m, NORTH_M - north_m + shelf_m

    def token_grid(self, token_m: float) -> MetricGrid:
        """The token grid over all tiles."""
        width_m, height_m = self._size_m
        rows, cols = int(np.ceil(height_m / token_m)), int(np.ceil(width_m / token_m))
        return MetricGrid(CRS, WEST_M, NORTH_M, token_m, rows, cols)

    def read(self, grid: MetricGrid) -> RgbWindow:
        """See `Imagery`."""
        rgb = np.zeros((grid.rows, grid.cols, 3), np.float32)
        covered = np.zeros((grid.rows, grid.cols), np.bool_)
        x_m = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m
        y_m = grid.north_m - (np.arange(grid.rows) + 0.5) * grid.spacing_m
        for tile in self.tiles:
            height, width = tile.rgb.shape[:2]
            col, row = (x_m - tile.west_m) / tile.gsd_m, (tile.north_m - y_m) / tile.gsd_m
            cols = np.flatnonzero((col >= 0) & (col < width))
            rows = np.flatnonzero((row >= 0) & (row < height))
            if not (rows.size and cols.size):
                continue
            part = slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1)
            at_col, at_row = np.meshgrid(col[part[1]], row[part[0]])
            picture = tile.rgb.astype(np.float32)
            rgb[part] = sample_bilinear(
                picture, at_col.astype(np.float32), at_row.astype(np.float32)
            )
            covered[part] = True
        return RgbWindow(grid, np.rint(rgb).astype(np.uint8), covered)
