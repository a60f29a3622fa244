"""Laying a stencil over ground: at every position of a rectangle, or at scattered blocks."""

import math

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from .ground import Inside, token_levels, token_planes
from .kernels import ZERO, Levels, Product, Sums

PIECE_BYTES = 1_000_000
PLANES_PIECE_BYTES = 8_000_000
WEIGHT_ZERO = 128


def correlate_codes(
    codes: NDArray[np.uint8],
    covered: NDArray[np.bool_],
    kernel: NDArray[np.int8],
    product: Product,
) -> Sums:
    """`correlate` with ground (rows, cols, bytes) of which `covered` (rows, cols) has imagery."""
    if kernel.shape[3] == 1:
        return _correlate_planes(codes, covered, kernel, product)
    return correlate(token_levels(codes, covered), kernel, product)


def correlate(ground: Levels, kernel: NDArray[np.int8], product: Product, step: int = 1) -> Sums:
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


def sum_inside(weight: NDArray[np.int8], inside: Inside, rows: int, cols: int) -> Sums:
    """The same with ground that is 1 inside a rectangle and 0 around it, from running sums.

    Args:
        weight: (down, across, layers).
        inside: part of a ground of (rows + down - 1, cols + across - 1).

    Returns:
        (rows, cols, layers) int32.
    """
    down, across, layers = weight.shape
    running = np.zeros((down + 1, across + 1, layers), np.int32)
    running[1:, 1:] = weight.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    row, col = np.arange(rows), np.arange(cols)
    above, below = (np.clip(edge - row, 0, down) for edge in (inside.top, inside.bottom))
    before, after = (np.clip(edge - col, 0, across) for edge in (inside.left, inside.right))
    bands = running[below] - running[above]
    return np.asarray(bands[:, after] - bands[:, before])


def _correlate_planes(
    codes: NDArray[np.uint8], covered: NDArray[np.bool_], kernel: NDArray[np.int8], product: Product
) -> Sums:
    """`correlate_codes` of one layer, faster: each token of the kernel meets all ground at once.

    Its products are those of the positions, shifted; so ground in one long line is added to
    positions in one long line, those at the end of a row too that have no meaning.
    """
    down, across, _, _ = kernel.shape
    height, width = covered.shape
    sums = np.zeros((height - down + 1) * width, np.int32)
    seen = np.flatnonzero(covered.any(axis=1))  # rows without imagery, as at the edges, add nothing
    top, bottom = (int(seen[0]), int(seen[-1]) + 1) if seen.size else (0, 0)
    planes = token_planes(codes[top:bottom], covered[top:bottom])
    row, col = np.nonzero(kernel.any(axis=(2, 3)))
    weights = (kernel[row, col, :, 0].astype(np.int16) + WEIGHT_ZERO).astype(np.uint8)
    shifts = (row * width + col).tolist()
    step = max(width, PLANES_PIECE_BYTES // (4 * max(1, len(weights))))
    for start in range(0, planes.shape[1], step):
        piece = np.ascontiguousarray(planes[:, start : start + step])
        for shift, part in zip(shifts, product(weights, piece, WEIGHT_ZERO)):
            place = top * width + start - shift
            first = max(place, 0)
            last = max(first, min(place + len(part), len(sums)))
            sums[first:last] += part[first - place : last - place]
    return sums.reshape(-1, width)[:, : width - across + 1, None]


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
