"""Packed codes of the ground as levels: bytes around `kernels.ZERO` that stencils multiply.

A covered token has `ZERO` + 1 where its bit is set and `ZERO` - 1 where not. Ground without
imagery is `ZERO`, which neither agrees nor disagrees with anything.
"""

import numpy as np
from numpy.typing import NDArray

from .kernels import ZERO
from .tokens import TokenCodes

Levels = NDArray[np.uint8]

_BITS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1)
_LEVELS = (2 * _BITS + (ZERO - 1)).view(np.uint64).ravel()


def token_levels(codes: NDArray[np.uint8], covered: NDArray[np.bool_]) -> Levels:
    """Levels (..., bits) of codes (..., bytes) with coverage (...)."""
    levels: Levels = np.take(_LEVELS, codes).view(np.uint8)
    if not covered.all():
        levels[~covered] = ZERO
    return levels


def coverage_levels(covered: NDArray[np.bool_]) -> Levels:
    """The same of coverage itself: (..., 1), `ZERO` + 1 where there is imagery."""
    return np.asarray(covered[..., None].view(np.uint8) + np.uint8(ZERO), dtype=np.uint8)


def rectangle(
    index: TokenCodes, row: int, col: int, rows: int, cols: int
) -> "tuple[NDArray[np.uint8], NDArray[np.bool_]]":
    """Codes and coverage of a rectangle of tokens, not covered where it leaves the index."""
    height, width = index.covered.shape
    top, left = max(row, 0), max(col, 0)
    bottom, right = min(row + rows, height), min(col + cols, width)
    if (top, left, bottom, right) == (row, col, row + rows, col + cols):
        return index.codes[top:bottom, left:right], index.covered[top:bottom, left:right]
    codes = np.zeros((rows, cols, index.codes.shape[2]), np.uint8)
    covered = np.zeros((rows, cols), np.bool_)
    if bottom > top and right > left:
        at = slice(top - row, bottom - row), slice(left - col, right - col)
        codes[at] = index.codes[top:bottom, left:right]
        covered[at] = index.covered[top:bottom, left:right]
    return codes, covered


def patches(
    index: TokenCodes, row: NDArray[np.intp], col: NDArray[np.intp], rows: int, cols: int
) -> "tuple[NDArray[np.uint8], NDArray[np.bool_]]":
    """Codes (n, rows, cols, bytes) and coverage (n, rows, cols) of n rectangles of tokens.

    Args:
        row, col: (n,) first token of each; a rectangle may leave the index.
        rows, cols: size of all.
    """
    height, width = index.covered.shape
    at_row = row[:, None] + np.arange(rows)
    at_col = col[:, None] + np.arange(cols)
    inside_row = (at_row >= 0) & (at_row < height)
    inside_col = (at_col >= 0) & (at_col < width)
    place = (np.clip(at_row, 0, height - 1) * width)[:, :, None]
    place = place + np.clip(at_col, 0, width - 1)[:, None, :]
    tokens = np.ascontiguousarray(index.codes).view(f"V{index.codes.shape[2]}").ravel()
    codes = np.take(tokens, place)[..., None].view(np.uint8)
    covered = np.take(index.covered.ravel(), place)
    covered &= inside_row[:, :, None] & inside_col[:, None, :]
    return codes, covered
