"""Reading an index: its description, its codes as one array, and the health of every block."""

import hashlib
import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

from ..engine.errors import SkymatchError
from ..engine.feedback import Feedback, SilentFeedback, stop_if_cancelled
from ..engine.tokens import TokenCodes
from .geopackage import reading
from .info import IndexInfo, damaged, from_meta

MOST_META_BYTES = 100_000
MOST_BYTES_AT_ONCE = 4_000_000_000


@dataclass(frozen=True)
class Index:
    """A whole index in memory.

    Attributes:
        info: what it says about itself.
        tokens: all codes; tokens of blocks that are not there are not covered.
        blocks_done: blocks in the file.
        missing_tiles: tiles that could not be fetched while it was built.
    """

    info: IndexInfo
    tokens: TokenCodes
    blocks_done: int
    missing_tiles: int

    @property
    def complete(self) -> bool:
        """Whether every block that was asked for is there."""
        return self.blocks_done >= self.info.blocks_total


@dataclass(frozen=True)
class IndexHealth:
    """What checking every block of an index found.

    Attributes:
        info: what the index says about itself.
        blocks_done: blocks in the file, damaged ones included.
        damaged: (row, col) of blocks whose checksum or size is wrong.
        covered_tokens: tokens with imagery, in the blocks that are whole.
        missing_tiles: tiles that could not be fetched while it was built.
        size_bytes: of the file.
    """

    info: IndexInfo
    blocks_done: int
    damaged: Tuple[Tuple[int, int], ...]
    covered_tokens: int
    missing_tiles: int
    size_bytes: int

    @property
    def complete(self) -> bool:
        """Whether every block that was asked for is there."""
        return self.blocks_done >= self.info.blocks_total

    @property
    def area_km2(self) -> float:
        """Ground area with imagery."""
        return self.covered_tokens * self.info.grid.spacing_m**2 / 1e6


class StoredBlock(NamedTuple):
    """A row of the table of blocks, without its blobs."""

    fid: int
    row: int
    col: int
    rows: int
    cols: int
    missing_tiles: int
    checksum: str
    codes_bytes: int
    covered_bytes: int


def read_info(path: Path) -> IndexInfo:
    """What an index says about itself, without its codes."""
    with reading(path) as connection:
        return info_of(connection)


def read_index(path: Path, feedback: Feedback = SilentFeedback()) -> Index:  # noqa: B008
    """Read and verify a whole index; an unfinished one comes back with what it has.

    Raises:
        SkymatchError: the file is absent, foreign, newer, damaged anywhere, or too large for
            this; `index.pieces` reads any.
    """
    with reading(path) as connection:
        info = info_of(connection)
        grid = info.grid
        if grid.rows * grid.cols * info.code_bytes > MOST_BYTES_AT_ONCE:
            raise SkymatchError(
                f"{path.name} covers {grid.area_km2:,.0f} km², too much to be held in memory as a "
                "whole. Use a part of it: build an index of a smaller extent."
            )
        codes = np.zeros((grid.rows, grid.cols, info.code_bytes), np.uint8)
        covered = np.zeros((grid.rows, grid.cols), np.bool_)
        stored = stored_blocks(connection)
        for number, block in enumerate(stored):
            stop_if_cancelled(feedback)
            codes_part, covered_part = load_block(connection, info, block)
            rows = slice(block.row, block.row + block.rows)
            cols = slice(block.col, block.col + block.cols)
            codes[rows, cols], covered[rows, cols] = codes_part, covered_part
            feedback.progress((number + 1) / len(stored), "")
        missing = sum(block.missing_tiles for block in stored)
    return Index(info, TokenCodes(grid, codes, covered), len(stored), missing)


def verify_index(path: Path, feedback: Feedback) -> IndexHealth:
    """Check every block; unlike `read_index` it goes on after a damaged one."""
    with reading(path) as connection:
        info = info_of(connection)
        stored = stored_blocks(connection)
        broken: List[Tuple[int, int]] = []
        tokens = 0
        for number, block in enumerate(stored):
            stop_if_cancelled(feedback)
            try:
                tokens += int(load_block(connection, info, block)[1].sum())
            except (SkymatchError, sqlite3.DatabaseError):
                broken.append((block.row, block.col))
            feedback.progress((number + 1) / len(stored), f"Block {number + 1} of {len(stored)}")
        missing = sum(block.missing_tiles for block in stored)
    size = path.stat().st_size
    return IndexHealth(info, len(stored), tuple(broken), tokens, missing, size)


def info_of(connection: sqlite3.Connection) -> IndexInfo:
    """The description in an open index."""
    size = connection.execute(
        "SELECT COALESCE(SUM(LENGTH(key) + LENGTH(value)), 0) FROM skymatch_meta"
    ).fetchone()[0]
    if size > MOST_META_BYTES:
        raise damaged("its metadata is far too long")
    rows = connection.execute("SELECT key, value FROM skymatch_meta").fetchall()
    return from_meta({str(key): str(value) for key, value in rows})


def stored_blocks(connection: sqlite3.Connection) -> List[StoredBlock]:
    """All blocks in an open index, without their blobs."""
    return list(_stored_blocks(connection))


def load_block(
    connection: sqlite3.Connection, info: IndexInfo, block: StoredBlock
) -> Tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Codes (rows, cols, bytes) and covered (rows, cols) of one block, verified."""
    name = f"block {block.row}, {block.col}"
    side = info.block_tokens
    inside = 0 <= block.row < info.grid.rows and 0 <= block.col < info.grid.cols
    if not inside or block.row % side or block.col % side:
        raise damaged(f"{name} lies outside its grid")
    shape = info.block_shape(block.row, block.col)
    tokens = shape[0] * shape[1]
    expected = (tokens * info.code_bytes, (tokens + 7) // 8)
    if (block.rows, block.cols) != shape or (block.codes_bytes, block.covered_bytes) != expected:
        raise damaged(f"{name} has the wrong size")
    row = connection.execute(
        "SELECT codes, covered FROM blocks WHERE fid = ?", (block.fid,)
    ).fetchone()
    if row is None or not all(isinstance(blob, bytes) for blob in row):
        raise damaged(f"{name} holds no codes")
    codes_blob, covered_blob = row
    if (len(codes_blob), len(covered_blob)) != expected:
        raise damaged(f"{name} has the wrong size")
    if block_checksum(block.row, block.col, shape, codes_blob, covered_blob) != block.checksum:
        raise damaged(f"{name} does not match its checksum")
    codes = np.frombuffer(codes_blob, np.uint8).reshape(shape[0], shape[1], info.code_bytes)
    bits = np.unpackbits(np.frombuffer(covered_blob, np.uint8), count=tokens)
    return codes, bits.reshape(shape).astype(np.bool_)


def block_checksum(row: int, col: int, shape: Tuple[int, int], codes: bytes, covered: bytes) -> str:
    """SHA-256 over place, shape and content of a block."""
    digest = hashlib.sha256(struct.pack("<4q", row, col, *shape))
    digest.update(codes)
    digest.update(covered)
    return digest.hexdigest()


def _stored_blocks(connection: sqlite3.Connection) -> Iterator[StoredBlock]:
    rows = connection.execute(
        'SELECT fid, "row", "col", "rows", "cols", missing_tiles, checksum,'
        ' LENGTH(codes), LENGTH(covered) FROM blocks ORDER BY "row", "col"'
    )
    for row in rows:
        block = StoredBlock(*row)
        if not all(isinstance(value, int) for value in block if value is not block.checksum):
            raise damaged("a block has no size")
        yield block
