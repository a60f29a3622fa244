"""The town as raster maps: what lies on the ground and what stands on it, cell by cell.

Local frame: metres east and north of the south-west corner; row 0 of a map is the north edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

Rgb = tuple[int, int, int]

GRASS, ASPHALT, PAVING, GRAVEL, SOIL, WATER, PAINT = range(7)
NOTHING, HOUSE, HEDGE, WALL, CAR, TRUNK, POLE = range(7)

CAR_GLASS_M = (0.98, 1.33)  # between these heights a car's cabin is glass


@dataclass(frozen=True)
class TownMaps:
    """What stands where. All maps share one shape (rows, columns); heights are above the ground.

    `houses` rows: east, north, cos, sin of the axis, eaves_m, window spacing, garage x0 and x1,
    facade rgb, trim rgb. `trees` rows: east, north, crown radius, bottom, top, leaf rgb.
    `solid_id` is the row of `houses`; `tree_id` the row of `trees` where a crown hangs.
    """

    resolution_m: float
    ground_rgb: np.ndarray  # uint8, (rows, columns, 3)
    ground_material: np.ndarray  # uint8
    solid_height_cm: np.ndarray  # uint16
    solid_rgb: np.ndarray  # uint8, (rows, columns, 3), of the top
    solid_kind: np.ndarray  # uint8
    solid_id: np.ndarray  # uint16
    crown_bottom_cm: np.ndarray  # uint16
    crown_top_cm: np.ndarray  # uint16, 0 where no crown hangs
    tree_id: np.ndarray  # uint16
    houses: np.ndarray  # float32, (n, 14)
    trees: np.ndarray  # float32, (n, 8)

    @property
    def north_extent_m(self) -> float:
        """Distance from the south edge to the north edge."""
        return self.ground_material.shape[0] * self.resolution_m

    def cell_rowcol(self, east_m: float, north_m: float) -> tuple[int, int]:
        """Row and column of the cell that holds a point of the local frame."""
        row = (self.north_extent_m - north_m) / self.resolution_m
        return int(math.floor(row)), int(math.floor(east_m / self.resolution_m))
