"""Packed codes of the ground as levels: bytes around `kernels.ZERO` that stencils multiply.

A covered token has `ZERO` + 1 where its bit is set and `ZERO` - 1 where not. Ground without
imagery is `ZERO`, which neither agrees nor disagrees with anything.
"""

from typing import NamedTuple, Tuple

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


def token_planes(codes: NDArray[np.uint8], covered: NDArray[np.bool_]) -> NDArray[np.int8]:
    """The same bit by bit: (bits, tokens), -1 or 1, and 0 where there is no imagery."""
    by_byte = np.ascontiguousarray(codes.reshape(covered.size, codes.shape[-1]).T)
    planes = np.empty((len(by_byte), 8, covered.size), np.int8)
    for bit in range(8):
        np.not_equal(by_byte & np.uint8(128 >> bit), 0, out=planes[:, bit].view(np.bool_))
    planes *= 2
    planes -= 1
    if not covered.all():
        planes *= covered.ravel().view(np.int8)
    return planes.reshape(-1, covered.size)


def coverage_levels(covered: NDArray[np.bool_]) -> Levels:
    """The same of coverage itself: (..., 1), `ZERO` + 1 where there is imagery."""
    return np.asarray(covered[..., None].view(np.uint8) + np.uint8(ZERO), dtype=np.uint8)


class Inside(NamedTuple):
    """The part of a rectangle that lies inside an index; ends are exclusive."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return (self.bottom - self.top) * (self.right - self.left)

    @property
    def part(self) -> Tuple[slice, slice]:
        """Its place in an array of the rectangle."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


def rectangle_inside(index: TokenCodes, row: int, col: int, shape: Tuple[int, ...]) -> Inside:
    """Which rows and columns of a rectangle of tokens lie inside an index."""
    top, bottom = (min(max(edge - row, 0), shape[0]) for edge in (0, index.covered.shape[0]))
    left, right = (min(max(edge - col, 0), shape[1]) for edge in (0, index.covered.shape[1]))
    return Inside(top, bottom, left, right)


def rectangle(
    index: TokenCodes, row: int, col: int, rows: int, cols: int
) -> "tuple[NDArray[np.uint8], NDArray[np.bool_]]":
    """Codes and coverage of a rectangle of tokens, not covered where it leaves the index."""
    inside = rectangle_inside(index, row, col, (rows, cols))
    own = (
        slice(row + inside.top, row + inside.bottom),
        slice(col + inside.left, col + inside.right),
    )
    if inside.size == rows * cols:
        return index.codes[own], index.covered[own]
    codes = np.zeros((rows, cols, index.codes.shape[2]), np.uint8)
    covered = np.zeros((rows, cols), np.bool_)
    if inside.size:
        codes[inside.part], covered[inside.part] = index.codes[own], index.covered[own]
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
