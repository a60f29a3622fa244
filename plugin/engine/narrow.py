"""Narrowing down: every position compared with the nearest ground of a photo, the best kept.

Few tokens near the camera tell nearly as much as all of them, because near ground counts most;
codes pooled over 2 x 2 tokens cost the same and tell less. On vast ground fewer tokens and headings
decide, and fewer positions survive: a place that is not among the best few there is lost anyway.
"""

from dataclasses import dataclass
from typing import List, NamedTuple, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .correlate import correlate, correlate_codes, sum_inside
from .feedback import Feedback
from .ground import coverage_levels, rectangle, rectangle_inside
from .kernels import best_product
from .parallel import side_by_side
from .pinpoint import Blocks, sampled_votes
from .query import PhotoCodes
from .stencil import BLOCK, Stencil, near_stencil
from .tokens import TokenCodes
from .votes import FloatArray, Scale, votes_of

LEAST_KEPT_BLOCKS = 250
TILE_POSES = 300_000
FEW_HEADINGS = 12


class Effort(NamedTuple):
    """How thoroughly to narrow down.

    Attributes:
        weight_share: of all of a photo's weight, what the tokens hold that are looked at.
        every_heading: only every so many headings are looked at, where they go all around.
        kept_share: of the blocks, those that survive.
    """

    weight_share: float
    every_heading: int
    kept_share: float


# What either loses of the places that the whole search has among the best stands in
# docs/narrowing.md: the first nothing of the best 1 %, the second 2 of 64 of the best 0.1 %.
THOROUGH = Effort(0.65, 1, 0.08)
QUICK = Effort(0.65, 2, 0.01)
VAST_POSITIONS = 100_000_000


def effort_for(positions: int) -> Effort:
    """How thoroughly to narrow down among so many positions in all."""
    return THOROUGH if positions <= VAST_POSITIONS else QUICK


class Tile(NamedTuple):
    """A rectangle of positions: first row and column, rows and columns."""

    row: int
    col: int
    rows: int
    cols: int

    @property
    def part(self) -> Tuple[slice, slice]:
        """Its place in an array of all positions."""
        return slice(self.row, self.row + self.rows), slice(self.col, self.col + self.cols)


@dataclass(frozen=True)
class Narrowed:
    """What comparing all positions with the nearest ground leaves.

    Attributes:
        evidence: (rows + 1, cols + 1) float32, as in `votes.Votes`.
        z: (rows + 1, cols + 1) float32, z-score of the vote of the best layer.
        layer: (rows + 1, cols + 1) int16, number of that layer.
        blocks: row and column, (n,) each, of the 2 x 2 blocks of positions that survive.
    """

    evidence: FloatArray
    z: FloatArray
    layer: NDArray[np.int16]
    blocks: Blocks


def narrow(
    index: TokenCodes,
    photo: PhotoCodes,
    sharpness: float,
    allowed: NDArray[np.bool_],
    feedback: Feedback,
    effort: Effort = THOROUGH,
) -> Narrowed:
    """Scan the allowed positions and keep the best of their blocks; for the rest see `search`."""
    numbers = looked_at(photo, effort.every_heading)
    part = photo.layers(numbers)
    near = near_stencil(part, effort.weight_share)
    typical = sampled_votes(index, near)
    scale = Scale(part, sharpness, typical)
    evidence = np.full(allowed.shape, -np.inf, np.float32)
    vote = np.zeros(allowed.shape, np.float32)
    layer = np.zeros(allowed.shape, np.int16)

    def scan(tile: Tile) -> None:
        votes = votes_of(*agreement(index, near, tile), near, typical.mean)
        best, vote[tile.part], found = scale.best_and_evidence(votes)
        layer[tile.part] = numbers[best]
        evidence[tile.part] = np.where(allowed[tile.part], found, -np.inf)

    side_by_side(scan, tiles_of(allowed, near.layers), feedback)
    blocks = best_blocks(evidence, effort.kept_share)
    return Narrowed(evidence, (vote - typical.mean) / typical.deviation, layer, blocks)


def looked_at(photo: PhotoCodes, every_heading: int) -> NDArray[np.intp]:
    """Numbers of the layers with every so many headings, of few headings all."""
    headings_deg = np.unique(photo.headings_deg)
    if len(headings_deg) < FEW_HEADINGS:
        return np.arange(len(photo.headings_deg))
    return np.flatnonzero(np.isin(photo.headings_deg, headings_deg[::every_heading]))


def agreement(
    index: TokenCodes, stencil: Stencil, tile: Tile, alone: bool = False
) -> "tuple[NDArray[np.int32], Optional[FloatArray]]":
    """Stencil times ground (rows, cols, layers), and the share of its weight with imagery.

    The share is None where all is covered. For `alone` see `best_product`.
    """
    row, col = tile.row + stencil.first_row, tile.col + stencil.first_col
    codes, covered = rectangle(
        index, row, col, tile.rows + stencil.down - 1, tile.cols + stencil.across - 1
    )
    product = best_product(alone)
    sums = correlate_codes(codes, covered, stencil.kernel, product)
    if covered.all():
        return sums, None
    inside = rectangle_inside(index, row, col, covered.shape)
    if np.count_nonzero(covered) == inside.size:  # all that lacks lies outside the index
        weights = sum_inside(stencil.weight, inside, tile.rows, tile.cols)
    else:
        seen = coverage_levels(covered)
        weights = correlate(seen, stencil.weight[:, :, None], product)
    return sums, np.asarray(weights / stencil.total_weight, dtype=np.float32)


def tiles_of(allowed: NDArray[np.bool_], layers: int) -> List[Tile]:
    """Rectangles, small enough to work on, that hold all allowed positions."""
    rows, cols = allowed.shape
    side = max(32, int((TILE_POSES / layers) ** 0.5))
    tiles = [
        Tile(row, col, min(side, rows - row), min(side, cols - col))
        for row in range(0, rows, side)
        for col in range(0, cols, side)
    ]
    return [tile for tile in tiles if allowed[tile.part].any()]


def bands_of(shape: Tuple[int, ...], count: int) -> List[Tile]:
    """All positions in bands of rows, as many as `count` where there are as many rows."""
    rows, cols = shape
    height = -(-rows // count)
    return [Tile(row, 0, min(height, rows - row), cols) for row in range(0, rows, height)]


def best_blocks(evidence: FloatArray, kept_share: float) -> Blocks:
    """Blocks that hold the best positions."""
    best = block_maxima(evidence)
    seen = best[np.isfinite(best)]
    count = max(int(kept_share * seen.size), LEAST_KEPT_BLOCKS)
    least = -np.inf
    if count < seen.size:
        least = float(np.partition(seen, seen.size - count)[seen.size - count])
    return np.nonzero((best >= least) & np.isfinite(best))


def block_maxima(values: FloatArray) -> FloatArray:
    """Largest of every 2 x 2 block: (rows / 2, cols / 2), rounded up."""
    rows, cols = (-(-side // BLOCK) for side in values.shape)
    best = np.full((rows, cols), -np.inf, np.float32)
    for down in range(BLOCK):
        for right in range(BLOCK):
            part = values[down::BLOCK, right::BLOCK]
            here = best[: part.shape[0], : part.shape[1]]
            np.maximum(here, part, out=here)
    return best
