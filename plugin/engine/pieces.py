"""Codes in pieces: ground that is larger than memory is searched some rows at a time.

Pieces overlap by what a position needs around it: the reach of the photo, and the halo within
which positions are weighed against their neighbours. So every position is searched with all of
its surroundings, and the outcome does not depend on how the ground was cut.
"""

import math
from dataclasses import dataclass
from typing import Iterator, Protocol, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .feedback import Feedback, stop_if_cancelled
from .grid import MetricGrid
from .priors import EVERYWHERE, PositionPrior
from .query import PhotoCodes
from .search import Typical, typical_votes
from .tokens import TokenCodes

# Besides its code, a position takes this much while it is searched: evidence, vote, heading,
# prior and their copies.
POSITION_BYTES = 80
SAMPLED_TOKENS = 1_000_000
SAMPLED_BAND_ROWS = 64
# Pieces are read from a multiple of so many rows on, so that a search which first looks at groups
# of tokens groups the same ones however the ground is cut.
ALIGNED_ROWS = 16


class CodeRows(Protocol):
    """Codes that can be had in rows; `index.pieces` reads them from a file."""

    @property
    def grid(self) -> MetricGrid:
        """One cell per token."""
        ...

    @property
    def code_bytes(self) -> int:
        """Bytes per token."""
        ...

    def read(self, first_row: int, end_row: int) -> TokenCodes:
        """The tokens of some rows, on the part of the grid that they take."""
        ...


@dataclass(frozen=True)
class CodesInMemory:
    """Codes that are there already."""

    tokens: TokenCodes

    @property
    def grid(self) -> MetricGrid:
        """See `CodeRows`."""
        return self.tokens.grid

    @property
    def code_bytes(self) -> int:
        """See `CodeRows`."""
        return int(self.tokens.codes.shape[-1])

    def read(self, first_row: int, end_row: int) -> TokenCodes:
        """See `CodeRows`; nothing is copied."""
        grid = self.grid.part(first_row, 0, end_row - first_row, self.grid.cols)
        rows = slice(first_row, end_row)
        return TokenCodes(grid, self.tokens.codes[rows], self.tokens.covered[rows])


@dataclass(frozen=True)
class Territory:
    """Indexed ground that is searched.

    Attributes:
        codes: its hash map.
        name: of the index, for people.
        prior: where on it the camera may have stood.
    """

    codes: CodeRows
    name: str = ""
    prior: PositionPrior = EVERYWHERE


@dataclass(frozen=True)
class Piece:
    """Some rows of positions, and what has to be read for them. All ends are exclusive.

    Attributes:
        first, end: position rows that belong to this piece alone.
        halo_first, halo_end: position rows that are searched.
        token_first, token_end: token rows that are read.
    """

    first: int
    end: int
    halo_first: int
    halo_end: int
    token_first: int
    token_end: int


def pieces_of(
    grid: MetricGrid, wanted: range, rows_at_once: int, reach: int, halo: int
) -> Tuple[Piece, ...]:
    """Cut position rows of a token grid, of which it has one more than of tokens, into pieces.

    Args:
        grid: of the tokens.
        wanted: position rows that are searched.
        rows_at_once: position rows of a piece.
        reach: tokens around a position that its vote needs.
        halo: positions around a position that its weight needs.
    """
    positions = grid.rows + 1
    pieces = []
    for first in range(wanted.start, wanted.stop, rows_at_once):
        end = min(first + rows_at_once, wanted.stop)
        halo_first, halo_end = max(first - halo, 0), min(end + halo, positions)
        token_first = max(halo_first - reach, 0) // ALIGNED_ROWS * ALIGNED_ROWS
        token_end = min(halo_end + reach, grid.rows)
        pieces.append(Piece(first, end, halo_first, halo_end, token_first, token_end))
    return tuple(pieces)


def rows_within(grid: MetricGrid, code_bytes: int, memory_bytes: int, step: int) -> int:
    """Position rows that fit into some memory while they are searched, a multiple of `step`."""
    row_bytes = (grid.cols + 1) * (POSITION_BYTES + code_bytes)
    return max(1, memory_bytes // (row_bytes * step)) * step


def sample_of(codes: CodeRows) -> TokenCodes:
    """Tokens that stand for all of some ground: all of them, or bands evenly spread over it.

    Bands are laid edge to edge. Where two meet, votes mix two grounds, which is as typical.
    """
    grid = codes.grid
    bands = max(1, SAMPLED_TOKENS // (grid.cols * SAMPLED_BAND_ROWS))
    if bands * SAMPLED_BAND_ROWS >= grid.rows:
        return codes.read(0, grid.rows)
    starts = np.linspace(0, grid.rows - SAMPLED_BAND_ROWS, bands + 2)[1:-1].astype(int)
    parts = [codes.read(start, start + SAMPLED_BAND_ROWS) for start in starts.tolist()]
    return TokenCodes(
        grid.part(0, 0, bands * SAMPLED_BAND_ROWS, grid.cols),
        np.concatenate([part.codes for part in parts]),
        np.concatenate([part.covered for part in parts]),
    )


def beside_tokens(covered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(rows + 1, cols + 1): positions that touch a covered token."""
    rows, cols = covered.shape
    touched = np.zeros((rows + 1, cols + 1), np.bool_)
    for down in (0, 1):
        for right in (0, 1):
            touched[down : down + rows, right : right + cols] |= covered
    return touched


def each_piece(
    territories: Sequence[Territory], plans: Sequence[Sequence[Piece]], feedback: Feedback
) -> Iterator[Tuple[int, Piece, float, float]]:
    """Number of the territory, piece, and the shares of all work at which it begins and ends."""
    sizes = [
        [(p.end - p.first) * g.codes.grid.cols for p in plan] for g, plan in zip(territories, plans)
    ]
    total, done = sum(map(sum, sizes)), 0
    for number, plan in enumerate(plans):
        for piece, size in zip(plan, sizes[number]):
            stop_if_cancelled(feedback)
            yield number, piece, done / total, (done + size) / total
            done += size


def common_typical(territories: Sequence[Territory], photos: Sequence[PhotoCodes]) -> Typical:
    """Mean and standard deviation of a photo's votes over all territories together.

    Each counts as much as it has imagery. One scale for all makes their votes comparable.
    """
    weight, first, second = 0.0, 0.0, 0.0
    for territory, photo in zip(territories, photos):
        sample = sample_of(territory.codes)
        typical = typical_votes(sample, photo)
        share = float(sample.covered.mean()) * territory.codes.grid.area_km2
        weight += share
        first += share * typical.mean
        second += share * (typical.deviation**2 + typical.mean**2)
    if weight <= 0.0:
        return Typical(0.0, 1.0)
    mean = first / weight
    return Typical(mean, math.sqrt(max(second / weight - mean**2, 1e-12)))
