"""Pinpointing: scattered positions compared with all of a photo, in blocks of 2 x 2."""

from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .feedback import Feedback
from .findings import Findings
from .ground import coverage_levels, patches, token_levels
from .kernels import best_product
from .parallel import side_by_side
from .query import PhotoCodes
from .stencil import BLOCK, Stencil, at_block_positions, whole_stencil
from .tokens import TokenCodes
from .votes import FloatArray, Typical, typical_of, votes_of

CHUNK_BYTES = 2_000_000
SAMPLED_BLOCKS = 512
SAMPLE_SEED = 0

Numbers = NDArray[np.intp]
Blocks = Tuple[Numbers, ...]
"""Row and column, (n,) each, of blocks of 2 x 2 positions."""


def pinpoint(
    index: TokenCodes,
    photo: PhotoCodes,
    blocks: Blocks,
    allowed: NDArray[np.bool_],
    findings: Findings,
    feedback: Feedback,
) -> None:
    """Compare the allowed positions of some blocks with all of a photo and enter what is found.

    Raises:
        Cancelled: the user stopped.
    """
    voter = BlockVoter(index, whole_stencil(photo))
    rows, cols = blocks

    def compare(first: int) -> None:
        chunk = slice(first, first + voter.chunk_blocks)
        votes = voter.votes(rows[chunk], cols[chunk], findings.typical.mean)
        row, col = positions_of_blocks(rows[chunk], cols[chunk])
        inside = (row < allowed.shape[0]) & (col < allowed.shape[1])
        row, col, votes = row[inside], col[inside], votes[inside]
        wanted = allowed[row, col]
        findings.enter(row[wanted], col[wanted], votes[wanted])

    side_by_side(compare, range(0, len(rows), voter.chunk_blocks), feedback)


class BlockVoter:
    """Votes at all four positions of blocks: they share nearly all of their ground."""

    def __init__(self, index: TokenCodes, stencil: Stencil) -> None:
        """Lay the stencil out at the four positions."""
        self._index = index
        self._stencil = stencil
        self._product = best_product()
        self._kernel = _flat(stencil.kernel)
        self._weight = _flat(stencil.weight[:, :, None])
        self.chunk_blocks = max(1, CHUNK_BYTES // len(self._kernel))

    def votes(self, row: Numbers, col: Numbers, missing: Optional[float]) -> FloatArray:
        """Votes (n, 4, layers) of n blocks given by their row and column, see `votes_of`."""
        stencil = self._stencil
        codes, covered = patches(
            self._index,
            BLOCK * row + stencil.first_row,
            BLOCK * col + stencil.first_col,
            stencil.down + BLOCK - 1,
            stencil.across + BLOCK - 1,
        )
        shape = len(row), BLOCK * BLOCK, stencil.layers
        levels = token_levels(codes, covered).reshape(len(row), -1)
        sums = self._product(levels, self._kernel).reshape(shape)
        shares = None
        if not covered.all():
            seen = coverage_levels(covered).reshape(len(row), -1)
            weights = self._product(seen, self._weight).reshape(shape)
            shares = np.asarray(weights / stencil.total_weight, dtype=np.float32)
        return votes_of(sums, shares, stencil, missing)


def sampled_votes(index: TokenCodes, stencil: Stencil) -> Typical:
    """Mean and deviation of the votes at blocks drawn evenly from the covered ground."""
    covered = np.flatnonzero(index.covered[::BLOCK, ::BLOCK])
    if not covered.size:
        return Typical(0.0, 1.0)
    draw = np.random.default_rng(SAMPLE_SEED).integers(0, covered.size, SAMPLED_BLOCKS)
    row, col = np.divmod(covered[draw], -(-index.covered.shape[1] // BLOCK))
    return typical_of(BlockVoter(index, stencil).votes(row, col, None))


def blocks_of_positions(chosen: NDArray[np.bool_]) -> Blocks:
    """Blocks that hold a chosen position."""
    row, col = np.nonzero(chosen)
    across = -(-chosen.shape[1] // BLOCK)
    return np.divmod(np.unique(row // BLOCK * across + col // BLOCK), across)


def positions_of_blocks(row: Numbers, col: Numbers) -> "tuple[Numbers, Numbers]":
    """Rows and columns (n, 4) of the positions in blocks, which may lie outside the grid."""
    down, right = np.divmod(np.arange(BLOCK * BLOCK), BLOCK)
    return BLOCK * row[:, None] + down, BLOCK * col[:, None] + right


def _flat(kernel: NDArray[np.int8]) -> NDArray[np.int8]:
    wide = at_block_positions(kernel)
    return np.ascontiguousarray(wide.reshape(-1, wide.shape[3] * wide.shape[4]))
