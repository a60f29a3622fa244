"""Laying a stencil over ground: at every position of a rectangle, or at scattered blocks."""

import math

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from .kernels import ZERO, Levels, Product, Sums

PIECE_BYTES = 1_000_000


def correlate(ground: Levels, kernel: NDArray[np.int8], product: Product) -> Sums:
    """Sum over the kernel of (level - `ZERO`) * weight, at every place it fits.

    Some tokens that lie side by side are gathered into one vector, which all rows of the kernel
    multiply at once; the products are added up shifted. Gathering more costs copies, gathering
    less costs additions.

    Args:
        ground: (rows + down - 1, cols + across - 1, channels) uint8.
        kernel: (down, across, channels, layers) int8.
        product: see `kernels`.

    Returns:
        (rows, cols, layers) int32.
    """
    down, across, channels, layers = kernel.shape
    rows, cols = ground.shape[0] - down + 1, ground.shape[1] - across + 1
    group = _group(kernel.shape)
    groups = -(-across // group)
    padded = np.zeros((down, groups * group, channels, layers), np.int8)
    padded[:, :across] = kernel
    # (inner, groups * down * layers): what one vector of gathered tokens meets.
    weights = padded.reshape(down, groups, group * channels, layers).transpose(2, 1, 0, 3)
    weights = np.ascontiguousarray(weights).reshape(group * channels, -1)

    wide = cols + (groups - 1) * group
    short = wide + group - 1 - ground.shape[1]
    if short > 0:
        ground = np.pad(ground, ((0, 0), (0, short), (0, 0)), constant_values=ZERO)
    ground = np.ascontiguousarray(ground)
    row_stride, col_stride, _ = ground.strides
    vectors = as_strided(
        ground,
        (ground.shape[0], wide, group * channels),
        (row_stride, col_stride, 1),
        writeable=False,
    )
    sums = np.zeros((rows, cols, layers), np.int32)
    height = max(1, PIECE_BYTES // (wide * max(group * channels, 4 * weights.shape[1])))
    gathered = np.empty((min(height, len(vectors)), wide, group * channels), np.uint8)
    for top in range(0, len(vectors), height):
        piece = gathered[: len(vectors) - top]
        np.copyto(piece, vectors[top : top + height])
        parts = product(piece.reshape(-1, group * channels), weights)
        parts = parts.reshape(-1, wide, groups, down, layers)
        _add_shifted(sums, parts, top, group)
    return sums


def _add_shifted(sums: Sums, parts: Sums, top: int, group: int) -> None:
    """Add products of ground rows from `top` on to the positions they belong to."""
    rows, cols, _ = sums.shape
    height, _, groups, down, _ = parts.shape
    for step in range(down):
        first, last = max(top - step, 0), min(top - step + height, rows)
        if first >= last:
            continue
        here = slice(first + step - top, last + step - top)
        for number in range(groups):
            across = slice(number * group, number * group + cols)
            sums[first:last] += parts[here, across, number, step]


def _group(shape: "tuple[int, ...]") -> int:
    """How many tokens to gather: equal bytes copied and added, a divisor of the width if near."""
    down, across, channels, layers = shape
    wanted = math.sqrt(down * across * layers * 8 / channels)
    groups = max(1, round(across / max(wanted, 1.0)))
    return -(-across // groups)
