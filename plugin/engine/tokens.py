"""What passes between imagery, index and search: pixels on a metric grid and codes on one."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .grid import MetricGrid


@dataclass(frozen=True)
class RgbWindow:
    """Aerial pixels on a metric grid.

    Attributes:
        grid: one cell per pixel.
        rgb: (rows, cols, 3) uint8.
        covered: (rows, cols) bool, False where the imagery has no data.
    """

    grid: MetricGrid
    rgb: NDArray[np.uint8]
    covered: NDArray[np.bool_]


class Imagery(Protocol):
    """Anything that yields aerial pixels; `imagery.RasterImagery` reads a QGIS layer."""

    def read(self, grid: MetricGrid) -> RgbWindow:
        """Resample the imagery onto a pixel grid; ground outside it comes back not covered."""
        ...


@dataclass(frozen=True)
class TokenCodes:
    """The hash map of the ground: one binary code per token.

    Attributes:
        grid: one cell per token.
        codes: (rows, cols, bytes) uint8, packed bits.
        covered: (rows, cols) bool, False where a token has no imagery; its code is zero.
    """

    grid: MetricGrid
    codes: NDArray[np.uint8]
    covered: NDArray[np.bool_]
