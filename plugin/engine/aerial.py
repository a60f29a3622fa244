"""Encoding aerial imagery: blocks of the token grid, window by window, with context around."""

from typing import List, NamedTuple

import numpy as np

from .encoder import AERIAL, BATCH_WINDOWS, LEAST_COVERED, Encoder
from .feedback import Feedback, stop_if_cancelled
from .grid import MetricGrid
from .hashing import pack_signs
from .tokens import Imagery, TokenCodes

BLOCK_WINDOWS = 8


class Block(NamedTuple):
    """A part of a token grid: first row and column, rows and columns, in tokens."""

    row: int
    col: int
    rows: int
    cols: int


def blocks_of(grid: MetricGrid, block_tokens: int) -> List[Block]:
    """All blocks of a token grid, row by row from the north-west; the last ones may be smaller."""
    return [
        Block(row, col, min(block_tokens, grid.rows - row), min(block_tokens, grid.cols - col))
        for row in range(0, grid.rows, block_tokens)
        for col in range(0, grid.cols, block_tokens)
    ]


def block_tokens(encoder: Encoder) -> int:
    """Side of a block in tokens: a whole number of window interiors."""
    return BLOCK_WINDOWS * (encoder.pack.window_tokens - 2 * encoder.pack.margin_tokens)


def encode_block(
    imagery: Imagery, grid: MetricGrid, block: Block, encoder: Encoder, feedback: Feedback
) -> TokenCodes:
    """Codes of one block of a token grid.

    Reads the block and a margin around it once and encodes it in batches of windows; can be
    cancelled between batches (raises Cancelled). The result does not depend on other blocks.

    Args:
        imagery: where the pixels come from.
        grid: the whole token grid.
        block: the part to encode; its sides may be any length.
        encoder: the model.
        feedback: progress within this block, and cancellation.
    """
    pack = encoder.pack
    margin, size, side = pack.margin_tokens, pack.token_px, pack.window_tokens
    interior = side - 2 * margin
    down, across = -(-block.rows // interior), -(-block.cols // interior)
    pixels = MetricGrid(
        grid.crs,
        grid.west_m + (block.col - margin) * grid.spacing_m,
        grid.north_m - (block.row - margin) * grid.spacing_m,
        grid.spacing_m / size,
        (down * interior + 2 * margin) * size,
        (across * interior + 2 * margin) * size,
        grid.convergence_deg,
    )
    window = imagery.read(pixels)
    stop_if_cancelled(feedback)
    share = encoder.covered_share(window.covered[None])[0]

    codes = np.zeros((down * interior, across * interior, pack.code_bits // 8), np.uint8)
    starts = [
        (row, col)
        for row in range(0, down * interior, interior)
        for col in range(0, across * interior, interior)
        if (share[_inside(row, col, margin, interior)] >= LEAST_COVERED).any()
    ]
    for first in range(0, len(starts), BATCH_WINDOWS):
        stop_if_cancelled(feedback)
        batch = starts[first : first + BATCH_WINDOWS]
        parts = [
            (slice(r * size, (r + side) * size), slice(c * size, (c + side) * size))
            for r, c in batch
        ]
        projections = encoder.encode(
            np.stack([window.rgb[part] for part in parts]),
            np.stack([window.covered[part] for part in parts]),
            AERIAL,
        )
        packed = pack_signs(projections[:, margin : side - margin, margin : side - margin])
        for (row, col), interior_codes in zip(batch, packed):
            codes[row : row + interior, col : col + interior] = interior_codes
        feedback.progress((first + len(batch)) / len(starts), "")

    covered = share[margin : margin + block.rows, margin : margin + block.cols] >= LEAST_COVERED
    codes = codes[: block.rows, : block.cols]
    codes[~covered] = 0
    part_grid = grid.part(block.row, block.col, block.rows, block.cols)
    return TokenCodes(part_grid, codes, covered)


def _inside(row: int, col: int, margin: int, interior: int) -> "tuple[slice, slice]":
    """The interior of a window in the frame of the block with its margin."""
    return (
        slice(row + margin, row + margin + interior),
        slice(col + margin, col + margin + interior),
    )
