"""Encoding aerial imagery: blocks of the token grid, window by window, with context around.

A code depends on the place alone, not on the block it was made in: windows lie at fixed places of
the token grid, and so do the groups of windows that are encoded together. The groups matter since
an 8-bit model scales its numbers by the largest one in a batch. Hence any two ways to cut a grid
into blocks whose sides are whole groups give the same codes, bit for bit, on one kind of processor.
"""

from typing import List, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

from .encoder import AERIAL, LEAST_COVERED, Encoder
from .feedback import Feedback, stop_if_cancelled
from .grid import MetricGrid
from .hashing import pack_signs
from .pack import ModelPack
from .tokens import Imagery, RgbWindow, TokenCodes

BLOCK_WINDOWS = 8
# Two by two windows at a time are as fast as any larger batch, and a third faster than one.
GROUP_WINDOWS = 2


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
    """Side of a block in tokens: a whole number of groups of windows."""
    return BLOCK_WINDOWS * _interior(encoder.pack)


def encode_block(
    imagery: Imagery, grid: MetricGrid, block: Block, encoder: Encoder, feedback: Feedback
) -> TokenCodes:
    """Codes of one block of a token grid: `read_block`, then `encode_window`.

    Needs nothing but its arguments, so blocks may be encoded in any order and in any process.

    Args:
        imagery: where the pixels come from.
        grid: the whole token grid.
        block: the part to encode; its sides may be any length.
        encoder: the model.
        feedback: progress within this block, and cancellation.

    Raises:
        Cancelled: between two groups of windows.
        SkymatchError: the imagery cannot be read there.
    """
    window = read_block(imagery, grid, block, encoder.pack)
    stop_if_cancelled(feedback)
    return encode_window(window, grid, block, encoder, feedback)


def read_block(imagery: Imagery, grid: MetricGrid, block: Block, pack: ModelPack) -> RgbWindow:
    """The pixels of a block and of a margin around it, in one piece.

    Its size depends on the block alone: (windows * interior + 2 * margin) tokens a side.
    """
    margin, size = pack.margin_tokens, pack.token_px
    down, across = _windows(block, pack)
    west_m, north_m = grid.corner(block.row - margin, block.col - margin)
    pixels = MetricGrid(
        grid.crs,
        west_m,
        north_m,
        grid.spacing_m / size,
        (down * _interior(pack) + 2 * margin) * size,
        (across * _interior(pack) + 2 * margin) * size,
        grid.convergence_deg,
    )
    return imagery.read(pixels)


def encode_window(
    window: RgbWindow, grid: MetricGrid, block: Block, encoder: Encoder, feedback: Feedback
) -> TokenCodes:
    """Codes of a block from its pixels, see `read_block`; windows without imagery are skipped."""
    pack = encoder.pack
    margin, interior = pack.margin_tokens, _interior(pack)
    down, across = _windows(block, pack)
    share = encoder.covered_share(window.covered[None])[0]
    codes = np.zeros((down * interior, across * interior, pack.code_bits // 8), np.uint8)
    groups = window_groups(share, block, pack)
    for number, group in enumerate(groups, start=1):
        stop_if_cancelled(feedback)
        for (row, col), part in zip(group, encode_group(window, group, encoder)):
            codes[row : row + interior, col : col + interior] = part
        feedback.progress(number / len(groups), "")

    covered = share[margin : margin + block.rows, margin : margin + block.cols] >= LEAST_COVERED
    codes = codes[: block.rows, : block.cols]
    codes[~covered] = 0
    part_grid = grid.part(block.row, block.col, block.rows, block.cols)
    return TokenCodes(part_grid, codes, covered)


def window_groups(
    share: NDArray[np.float32], block: Block, pack: ModelPack
) -> List[List[Tuple[int, int]]]:
    """Windows to encode, by the groups in which they are encoded together.

    Args:
        share: covered share of the tokens of the block and its margin.
        block: where it lies.
        pack: the model.

    Returns:
        Lists of first (row, col) of windows in the frame of `share`; windows whose interior has
        no token with imagery, and groups without windows, are left out.
    """
    margin, interior = pack.margin_tokens, _interior(pack)
    down, across = _windows(block, pack)
    groups = [
        [
            (row * interior, col * interior)
            for row in range(top, min(top + GROUP_WINDOWS, down))
            for col in range(left, min(left + GROUP_WINDOWS, across))
            if _shown(share, row * interior + margin, col * interior + margin, interior)
        ]
        for top in range(0, down, GROUP_WINDOWS)
        for left in range(0, across, GROUP_WINDOWS)
    ]
    return [group for group in groups if group]


def encode_group(
    window: RgbWindow, group: List[Tuple[int, int]], encoder: Encoder
) -> NDArray[np.uint8]:
    """Codes of the interiors of some windows: (windows, interior, interior, bytes)."""
    pack = encoder.pack
    margin, size, side = pack.margin_tokens, pack.token_px, pack.window_tokens
    parts = [
        (slice(row * size, (row + side) * size), slice(col * size, (col + side) * size))
        for row, col in group
    ]
    projections = encoder.encode(
        np.stack([window.rgb[part] for part in parts]),
        np.stack([window.covered[part] for part in parts]),
        AERIAL,
    )
    return pack_signs(projections[:, margin : side - margin, margin : side - margin])


def _interior(pack: ModelPack) -> int:
    """Tokens a side that are kept of a window."""
    return pack.window_tokens - 2 * pack.margin_tokens


def _windows(block: Block, pack: ModelPack) -> Tuple[int, int]:
    """Windows down and across a block."""
    return -(-block.rows // _interior(pack)), -(-block.cols // _interior(pack))


def _shown(share: NDArray[np.float32], row: int, col: int, interior: int) -> bool:
    inside = share[row : row + interior, col : col + interior]
    return bool((inside >= LEAST_COVERED).any())
