"""Places in a picture that show nothing: tiles that did not come, and large plain areas."""

import math

import numpy as np
from numpy.typing import NDArray

CELL_PX = 16
TILE_PX = 256
# Side of a square as large as what is taken for blank. Bright roofs are plain white too, so that
# more is needed of a file, where only the collar around a mosaic is looked for.
LEAST_BLANK_PX = 128
LEAST_COLLAR_PX = 256

Pixels = NDArray[np.uint8]

_BLACK_AND_WHITE = np.array([[0, 0, 0, 255], [255, 255, 255, 255]], np.uint8).view(np.uint32)


def absent_tiles(pixels: Pixels) -> int:
    """How many tiles of 256 pixels are wholly transparent, about, and at least one if any cell is.

    The tiles do not lie square in the picture: cells of 16 pixels are looked at.

    Args:
        pixels: (rows, cols, 4) uint8, alpha last.
    """
    absent = _largest_in_cells(pixels[..., 3]) == 0
    return math.ceil(int(absent.sum()) / (TILE_PX // CELL_PX) ** 2)


def blank_pixels(pixels: Pixels, from_server: bool) -> NDArray[np.bool_]:
    """Where a picture is of one and the same colour over a large area.

    Rasters fill what they do not know with black or white without saying so; servers send a plain
    tile, and a picture that was cut off ends in grey. A photograph is never that even.

    Args:
        pixels: (rows, cols, 4) uint8, alpha last.
        from_server: every colour counts, else black and white only, and only larger areas.

    Returns:
        (rows, cols) bool: pixels of a colour that fills many cells, in these and next to them.
    """
    colours = np.ascontiguousarray(pixels).view(np.uint32)[..., 0]
    lowest = ~_largest_in_cells(~colours)
    plain = (lowest == _largest_in_cells(colours)) & (_largest_in_cells(pixels[..., 3]) > 0)
    least_px = LEAST_BLANK_PX if from_server else LEAST_COLLAR_PX
    if not from_server:
        plain &= np.isin(lowest, _BLACK_AND_WHITE)
    found, cells = np.unique(lowest[plain], return_counts=True)
    found = found[cells * CELL_PX**2 >= least_px**2]
    if not found.size:
        return np.zeros(colours.shape, np.bool_)
    near = _grown(plain & np.isin(lowest, found))
    rows, cols = colours.shape
    near = near.repeat(CELL_PX, axis=0)[:rows].repeat(CELL_PX, axis=1)[:, :cols]
    return near & np.isin(colours, found)


def _largest_in_cells(values: NDArray[np.generic]) -> NDArray[np.generic]:
    """Largest value of every cell of 16 by 16 pixels; the last ones may be smaller."""
    rows, cols = (np.arange(0, length, CELL_PX) for length in values.shape)
    return np.maximum.reduceat(np.maximum.reduceat(values, rows, axis=0), cols, axis=1)


def _grown(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells and their eight neighbours."""
    padded = np.pad(cells, 1)
    tall = padded[:-2] | padded[1:-1] | padded[2:]
    return np.asarray(tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:])
