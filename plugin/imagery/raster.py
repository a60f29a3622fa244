"""A raster layer as the engine's imagery: any CRS, any resolution, resampled to metric grids."""

import math
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterLayer,
    QgsRectangle,
)

from ..engine.grid import MetricGrid
from ..engine.tokens import RgbWindow
from .lattice import Coordinates, Lattice, lattice_of, turn_of
from .resample import FloatPixels, sample
from .source import PictureSource, Rotated, SourceSize

EDGE_PX = 2
PARTS_OF_PIXEL = 4096
STEPS_PER_DOUBLING = 16
TURNED_EDGE_PX = 3
COVERED_ALPHA = 127.5


class RasterImagery:
    """Reads one raster layer; see `engine.tokens.Imagery`.

    Made in the main thread by `from_layer`, then used in one worker thread only. Band choice,
    contrast and transparent values are those of the layer's style at the time it was made.
    """

    def __init__(
        self,
        source: PictureSource,
        crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
    ) -> None:
        self._source = source
        self._crs = crs
        self._context = context

    @classmethod
    def from_layer(
        cls, layer: QgsRasterLayer, transform_context: QgsCoordinateTransformContext
    ) -> "RasterImagery":
        """Take private copies of what a layer reads with; the layer is not changed."""
        crs = QgsCoordinateReferenceSystem(layer.crs())
        return cls(PictureSource(layer), crs, QgsCoordinateTransformContext(transform_context))

    @property
    def missing_tiles(self) -> int:
        """Tiles of a remote source that could not be fetched so far."""
        return self._source.missing_tiles

    def stop(self) -> None:
        """Let a waiting read end with Cancelled. May be called from any thread."""
        self._source.stop()

    def read(self, grid: MetricGrid) -> RgbWindow:
        """Resample the imagery onto a pixel grid; ground outside it comes back not covered."""
        total: Optional[FloatPixels] = None
        lattice = lattice_of(grid, self._crs, self._context)
        if lattice.usable:
            turn = turn_of(self._crs)
            for turns in (0,) if turn is None else (-1, 0, 1):
                part = self._read_lattice(lattice.shifted(turns * (turn or 0.0)))
                if part is not None:
                    total = part if total is None else np.maximum(total, part, out=total)
        if total is None:
            total = np.zeros((grid.rows, grid.cols, 4), np.float32)
        alpha = total[..., 3]
        covered = alpha >= COVERED_ALPHA
        rgb = total[..., :3] * (255.0 / np.maximum(alpha, 1.0))[..., None]
        rgb[~covered] = 0.0
        np.rint(np.minimum(rgb, 255.0, out=rgb), out=rgb)
        return RgbWindow(grid, rgb.astype(np.uint8), covered)

    def _read_lattice(self, lattice: Lattice) -> Optional[FloatPixels]:
        """Premultiplied RGBA (rows, cols, 4) at a lattice's pixels; None when it lies outside."""
        size = self._source.size
        frame = _frame(size, lattice.step())
        x, y = lattice.pixels()
        with np.errstate(invalid="ignore"):
            col = _rounded((x - size.west) / frame.width)
            row = _rounded((size.north - y) / frame.height)
            inside = (col >= 0) & (col <= frame.cols) & (row >= 0) & (row <= frame.rows)
            inside &= _inside_rotated(size.rotated, x, y)
        if not inside.any():
            return None
        first_col, last_col = _span(col[inside], frame.cols)
        first_row, last_row = _span(row[inside], frame.rows)
        extent = QgsRectangle(
            size.west + first_col * frame.width,
            size.north - last_row * frame.height,
            size.west + last_col * frame.width,
            size.north - first_row * frame.height,
        )
        pixels = self._source.read(extent, last_col - first_col, last_row - first_row)
        col = np.clip(col - first_col, 0.0, pixels.shape[1]).astype(np.float32)
        row = np.clip(row - first_row, 0.0, pixels.shape[0]).astype(np.float32)
        sampled = sample(pixels, np.nan_to_num(col), np.nan_to_num(row))
        sampled[~inside] = 0.0
        return sampled


class _Frame:
    """The pixels that are asked of the source: its own, or whole multiples of them.

    Attributes:
        width, height: of a pixel, in the raster's CRS units.
        cols, rows: how many whole ones the raster has.
    """

    def __init__(self, width: float, height: float, cols: int, rows: int) -> None:
        self.width = width
        self.height = height
        self.cols = cols
        self.rows = rows


def _frame(size: SourceSize, step: Tuple[float, float]) -> _Frame:
    """Pixels at least as fine as the grid's, less than twice as fine where the raster is finer.

    Of tiles their own pixels are asked for, so that nobody else resamples them; of map servers,
    which paint at any scale, one of a few sizes, so that parts of a grid agree on it.
    """
    across, down = size.east - size.west, size.north - size.south
    if size.pixel_sizes:
        fitting = [width for width in size.pixel_sizes if width <= min(step) * (1.0 + 1e-6)]
        width = max(fitting, default=size.pixel_sizes[0])
        return _frame_of_tiles(across, down, width, width)
    if size.cols == 0 or size.rows == 0:
        return _frame_of_tiles(across, down, _rung(step[0]), _rung(step[1]))
    own_width, own_height = across / size.cols, down / size.rows
    per_col = min(max(1, int(step[0] / own_width + 1e-6)), size.cols)
    per_row = min(max(1, int(step[1] / own_height + 1e-6)), size.rows)
    return _Frame(
        own_width * per_col, own_height * per_row, size.cols // per_col, size.rows // per_row
    )


def _frame_of_tiles(across: float, down: float, width: float, height: float) -> _Frame:
    return _Frame(width, height, max(1, round(across / width)), max(1, round(down / height)))


def _rung(step: float) -> float:
    """The next finer of the sizes 2 ** (n / 16)."""
    rung = math.floor(math.log2(step) * STEPS_PER_DOUBLING + 1e-6)
    return float(2.0 ** (rung / STEPS_PER_DOUBLING))


def _rounded(position: Coordinates) -> Coordinates:
    """Positions to 1/4096 of a pixel: what rounding left in them depends on where a read began."""
    return np.asarray(np.rint(position * PARTS_OF_PIXEL) / PARTS_OF_PIXEL)


def _span(positions: Coordinates, count: int) -> Tuple[int, int]:
    """First and last-plus-one pixel that interpolation at some positions needs."""
    first = max(0, int(math.floor(positions.min())) - EDGE_PX)
    last = min(count, int(math.ceil(positions.max())) + EDGE_PX)
    return min(first, count - 1), max(last, 1)


def _inside_rotated(
    rotated: Optional[Rotated], x: Coordinates, y: Coordinates
) -> "NDArray[np.bool_]":
    """Where a rotated raster has pixels, less a few at the edge.

    QGIS fills the rest of its north-up frame with black, and says nothing of it; interpolation
    reaches for black up to `TURNED_EDGE_PX` inside the edge.
    """
    if rotated is None:
        return np.ones(x.shape, np.bool_)
    west, x_col, x_row, north, y_col, y_row = rotated.affine
    determinant = x_col * y_row - x_row * y_col
    dx, dy = x - west, y - north
    col = (y_row * dx - x_row * dy) / determinant
    row = (x_col * dy - y_col * dx) / determinant
    edge = TURNED_EDGE_PX
    return (
        (col >= edge) & (row >= edge) & (col <= rotated.cols - edge) & (row <= rotated.rows - edge)
    )
