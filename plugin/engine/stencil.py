"""Stencils: a photo's tokens as small whole numbers, laid out as they lie on the ground."""

from dataclasses import dataclass

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
    """All tokens of a photo."""
    return _stencil(photo, (photo.weight > 0).any(axis=0))


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


def _stencil(photo: PhotoCodes, chosen: NDArray[np.bool_]) -> Stencil:
    """Lay chosen tokens out, their weights rounded to small whole numbers.

    The heaviest token of every layer weighs `LARGEST_WEIGHT`, or less where sums would not fit
    into what float32 holds exactly.
    """
    bits = 8 * photo.codes.shape[2]
    weight = photo.weight[:, chosen]
    share = weight / np.maximum(weight.max(axis=1, keepdims=True), 1e-9)
    largest = min(LARGEST_WEIGHT, int(LARGEST_SUM / bits / (share.sum(axis=1).max() + 1.0)))
    whole = np.rint(share * largest).astype(np.int8)

    offsets = photo.offset_rowcol[chosen]
    first = offsets.min(axis=0)
    rows, cols = (offsets - first).T
    down, across = (int(side) for side in offsets.max(axis=0) - first + 1)
    laid_weight = np.zeros((down, across, len(whole)), np.int8)
    laid_weight[rows, cols] = whole.T
    kernel = np.zeros((down, across, bits, len(whole)), np.int8)
    worth: FloatArray = unpack_signs(photo.codes[:, chosen])
    worth *= whole[:, :, None]
    if photo.strength is not None:
        worth *= photo.strength[:, chosen]
    kernel[rows, cols] = np.transpose(np.rint(worth).astype(np.int8), (1, 2, 0))
    total_weight = whole.sum(axis=1, dtype=np.int64).astype(np.float32)
    full = np.abs(kernel).sum(axis=(0, 1, 2), dtype=np.int64).astype(np.float32)
    return Stencil(kernel, laid_weight, int(first[0]), int(first[1]), total_weight, full)
