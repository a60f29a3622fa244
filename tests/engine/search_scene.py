"""Random maps and photos for tests of the search, and votes counted by hand."""

import numpy as np

from plugin.engine.grid import MetricGrid
from plugin.engine.hashing import hamming_distance
from plugin.engine.query import PhotoCodes
from plugin.engine.stencil import whole_stencil
from plugin.engine.tokens import TokenCodes
from plugin.engine.votes import LEAST_OVERLAP


def random_map(rng, rows, cols, holes=0.0):
    """A map of random codes, a share of its tokens without imagery."""
    covered = rng.random((rows, cols)) >= holes
    codes = rng.integers(0, 256, (rows, cols, 8), dtype=np.uint8)
    codes[~covered] = 0
    return TokenCodes(MetricGrid("EPSG:32632", 0, 0, 2.5, rows, cols), codes, covered)


def random_photo(rng, headings, reach=3, shift_m=None):
    """A photo that shows ground all around, heavier near the camera."""
    span = np.arange(-reach, reach)
    offsets = np.array([(r, c) for r in span for c in span])
    near = np.exp(-((offsets + 0.5) ** 2).sum(axis=1) / reach**2)
    shift = np.zeros((headings, 2)) if shift_m is None else np.asarray(shift_m)
    return PhotoCodes(
        headings_deg=np.arange(headings) * 360.0 / headings,
        offset_rowcol=offsets,
        codes=rng.integers(0, 256, (headings, len(offsets), 8), dtype=np.uint8),
        weight=((0.5 + rng.random((headings, len(offsets)))) * near).astype(np.float32),
        log_prior=np.full(headings, -np.log(headings), np.float32),
        camera=np.zeros(headings, np.int16),
        shift_m=shift.astype(np.float32),
    )


def plant(index, photo, layer, row, col, flips=0.0, rng=None):
    """Write what a photo shows in one layer into the map, a share of the bits wrong."""
    for token, (down, right) in enumerate(photo.offset_rowcol):
        code = photo.codes[layer, token]
        if flips:
            code = code ^ np.packbits(rng.random(64) < flips)
        index.codes[row + down, col + right] = code
        index.covered[row + down, col + right] = True


def vote_by_hand(index, photo, row, col, layer, typical):
    """Weighted agreement, weights as whole numbers; tokens without imagery vote as is typical."""
    stencil = whole_stencil(photo)
    total = agreement = 0.0
    for token, (down, right) in enumerate(photo.offset_rowcol):
        r, c = row + down, col + right
        at = down - stencil.first_row, right - stencil.first_col
        weight = float(stencil.weight[at[0], at[1], layer])
        if 0 <= r < index.grid.rows and 0 <= c < index.grid.cols and index.covered[r, c]:
            bits = hamming_distance(index.codes[r, c], photo.codes[layer, token])
            agreement += weight * (1 - 2 * bits / 64)
            total += weight
    whole = float(stencil.total_weight[layer])
    enough = total >= LEAST_OVERLAP * whole
    return (agreement + (whole - total) * typical) / whole if enough else -np.inf
