"""Stencils: a photo's tokens as small whole numbers, laid out as they lie on the ground."""

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .hashing import unpack_signs
from .kernels import LARGEST_SUM
from .query import PhotoCodes

LARGEST_WEIGHT = 127
BLOCK = 2

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Stencil:
    """What is laid over the ground and multiplied with it.

    Attributes:
        kernel: (down, across, bits, layers) int8, sign of every bit times the token's weight, and
            times the bit's strength where the photo tells it.
        weight: (down, across, layers) int8, weight of every token.
        first_row, first_col: tokens from the camera's position to the kernel's first token.
        total_weight: (layers,) float32, sum of the weights.
        full_agreement: (layers,) float32, what ground that agrees in every bit sums up to.
    """

    kernel: NDArray[np.int8]
    weight: NDArray[np.int8]
    first_row: int
    first_col: int
    total_weight: FloatArray
    full_agreement: FloatArray

    @property
    def down(self) -> int:
        """Rows of the kernel."""
        return self.kernel.shape[0]

    @property
    def across(self) -> int:
        """Columns of the kernel."""
        return self.kernel.shape[1]

    @property
    def bits(self) -> int:
        """Bits per token."""
        return self.kernel.shape[2]

    @property
    def layers(self) -> int:
        """Hypotheses of heading, camera and shift."""
        return self.kernel.shape[3]


def whole_stencil(photo: PhotoCodes) -> Stencil:
    """All tokens of a photo, and what its surroundings let expect."""
    return _stencil(photo, (photo.weight > 0).any(axis=0), photo.surroundings)


def near_stencil(photo: PhotoCodes, share: float) -> Stencil:
    """The heaviest tokens, which together hold a share of the weight of all layers."""
    heaviness = photo.weight.sum(axis=0, dtype=np.float64)
    order = np.argsort(-heaviness, kind="stable")
    count = int(np.searchsorted(np.cumsum(heaviness[order]), share * heaviness.sum())) + 1
    chosen = np.zeros(len(heaviness), np.bool_)
    chosen[order[:count]] = True
    return _stencil(photo, chosen & (heaviness > 0))


def at_block_positions(kernel: NDArray[np.int8]) -> NDArray[np.int8]:
    """A kernel at each of the 2 x 2 positions of a block, side by side as layers.

    Args:
        kernel: (down, across, channels, layers).

    Returns:
        (down + 1, across + 1, channels, 4, layers), positions row by row.
    """
    down, across, channels, layers = kernel.shape
    wide = np.zeros((down + 1, across + 1, channels, BLOCK * BLOCK, layers), np.int8)
    for row in range(BLOCK):
        for col in range(BLOCK):
            wide[row : row + down, col : col + across, :, BLOCK * row + col] = kernel
    return wide


def _stencil(
    photo: PhotoCodes, chosen: NDArray[np.bool_], surroundings: Optional[FloatArray] = None
) -> Stencil:
    """Lay chosen tokens out, their weights rounded to small whole numbers.

    The heaviest token of every layer weighs `LARGEST_WEIGHT`, or less where sums would not fit
    into what float32 holds exactly. How much of the ground has imagery is told by the tokens
    alone; surroundings may lie outside.
    """
    bits = 8 * photo.codes.shape[2]
    weight = photo.weight[:, chosen]
    heaviest = np.maximum(weight.max(axis=1, keepdims=True), 1e-9)
    share = weight / heaviest
    most = share.sum(axis=1) * bits
    if surroundings is not None:
        surroundings = surroundings / heaviest[:, :, None, None]
        most += np.abs(surroundings).sum(axis=(1, 2, 3))
    largest = min(LARGEST_WEIGHT, int(LARGEST_SUM / (most.max() + bits)))
    whole = np.rint(share * largest).astype(np.int8)

    offsets = photo.offset_rowcol[chosen]
    first, last = offsets.min(axis=0), offsets.max(axis=0) + 1
    if surroundings is not None:
        half = surroundings.shape[1] // 2
        first, last = np.minimum(first, -half), np.maximum(last, half)
    rows, cols = (offsets - first).T
    down, across = (int(side) for side in last - first)
    laid_weight = np.zeros((down, across, len(whole)), np.int8)
    laid_weight[rows, cols] = whole.T
    worth: FloatArray = unpack_signs(photo.codes[:, chosen])
    worth *= whole[:, :, None]
    if photo.strength is not None:
        worth *= photo.strength[:, chosen]
    laid = np.zeros((down, across, bits, len(whole)), np.float32)
    laid[rows, cols] = np.transpose(worth, (1, 2, 0))
    if surroundings is not None:
        top, left = -half - first
        inside = slice(top, top + 2 * half), slice(left, left + 2 * half)
        laid[inside] += largest * np.transpose(surroundings, (1, 2, 3, 0))
    kernel = np.rint(np.clip(laid, -LARGEST_WEIGHT, LARGEST_WEIGHT)).astype(np.int8)
    total_weight = whole.sum(axis=1, dtype=np.int64).astype(np.float32)
    full = np.abs(kernel).sum(axis=(0, 1, 2), dtype=np.int64).astype(np.float32)
    return Stencil(kernel, laid_weight, int(first[0]), int(first[1]), total_weight, full)
