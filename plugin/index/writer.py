"""Writing an index block by block, so that a stop of any kind costs one block."""

import os
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import List, Optional, Set, Tuple, Type

import numpy as np

from ..engine.aerial import Block
from ..engine.errors import SkymatchError
from ..engine.tokens import TokenCodes
from .geopackage import (
    BUSY_TIMEOUT_S,
    create_tables,
    footprint_blob,
    reading,
    refuse_foreign,
    sentence_of,
)
from .info import IndexInfo, stored_meta
from .reader import StoredBlock, block_checksum, info_of, load_block, stored_blocks


class IndexWriter:
    """An index open for building; use it in a `with` statement. One process at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection, info: IndexInfo) -> None:
        self.path = path
        self.info = info
        self._connection = connection

    def __enter__(self) -> "IndexWriter":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self._connection.close()

    def done(self) -> Set[Tuple[int, int]]:
        """(row, col) of the blocks that need not be made again.

        Blocks with tiles that could not be fetched are not among them: the next run tries again.
        """
        return _done(self._stored())

    def present(self) -> Set[Tuple[int, int]]:
        """(row, col) of all blocks in the file."""
        return {(block.row, block.col) for block in self._stored()}

    def write(self, block: Block, part: TokenCodes, missing_tiles: int = 0) -> None:
        """Store one block and commit it; it replaces an earlier one at the same place.

        Args:
            block: its place in the grid.
            part: its codes and coverage.
            missing_tiles: tiles that could not be fetched for it.
        """
        shape = self.info.block_shape(block.row, block.col)
        if part.codes.shape != (*shape, self.info.code_bytes) or part.covered.shape != shape:
            raise SkymatchError(
                f"Block {block.row}, {block.col} has codes of shape {part.codes.shape}, which does "
                "not fit this index. Build a new index with this model."
            )
        codes = np.ascontiguousarray(part.codes, np.uint8).tobytes()
        covered = np.packbits(part.covered.ravel()).tobytes()
        grid = self.info.grid.part(block.row, block.col, *shape)
        values = (
            footprint_blob(grid),
            block.row,
            block.col,
            *shape,
            float(part.covered.mean()),
            missing_tiles,
            self.info.imagery_stamp,
            block_checksum(block.row, block.col, shape, codes, covered),
            codes,
            covered,
        )
        self._commit(
            'INSERT OR REPLACE INTO blocks (geom, "row", "col", "rows", "cols",'
            " coverage, missing_tiles, stamp, checksum, codes, covered)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def set_blocks_total(self, blocks_total: int) -> None:
        """Note how many blocks the finished index will have."""
        if blocks_total != self.info.blocks_total:
            self._commit(
                "UPDATE skymatch_meta SET value = ? WHERE key = 'blocks_total'",
                (str(blocks_total),),
            )
            self.info = replace(self.info, blocks_total=blocks_total)

    def covered_tokens(self) -> int:
        """Tokens with imagery in the whole file; every block is verified on the way."""
        try:
            return sum(
                int(load_block(self._connection, self.info, block)[1].sum())
                for block in self._stored()
            )
        except sqlite3.Error as error:
            raise sentence_of(error, self.path) from error

    def _stored(self) -> List[StoredBlock]:
        try:
            return stored_blocks(self._connection)
        except sqlite3.Error as error:
            raise sentence_of(error, self.path) from error

    def _commit(self, statement: str, values: Tuple[object, ...]) -> None:
        """One change in its own transaction, with the time of the change."""
        try:
            with self._connection:
                self._connection.execute(statement, values)
                self._connection.execute(
                    "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now')"
                )
        except sqlite3.Error as error:
            raise sentence_of(error, self.path) from error


def open_for_building(path: Path, info: IndexInfo) -> IndexWriter:
    """Create an index, or continue one of the same model, grid and raster.

    Raises:
        SkymatchError: the place cannot be written, or holds something else; nothing is ever
            overwritten.
    """
    if not path.exists():
        _create(path, info)
    refuse_foreign(path)
    connection = None
    try:
        connection = sqlite3.connect(str(path), timeout=BUSY_TIMEOUT_S)
        connection.execute("PRAGMA journal_mode = DELETE")
        existing = info_of(connection)
        _refuse_other(path, existing, info)
        _drop_damaged(connection, existing)
    except sqlite3.Error as error:
        _close(connection)
        raise sentence_of(error, path) from error
    except SkymatchError:
        _close(connection)
        raise
    return IndexWriter(path, connection, existing)


def done_blocks(path: Path, info: IndexInfo) -> Set[Tuple[int, int]]:
    """(row, col) of the blocks that `open_for_building` would find done; nothing is written.

    Raises:
        SkymatchError: the file is something else, as in `open_for_building`.
    """
    if not path.exists():
        return set()
    with reading(path) as connection:
        _refuse_other(path, info_of(connection), info)
        return _done(stored_blocks(connection))


def _done(stored: List[StoredBlock]) -> Set[Tuple[int, int]]:
    return {(block.row, block.col) for block in stored if block.missing_tiles == 0}


def _close(connection: Optional[sqlite3.Connection]) -> None:
    if connection is not None:
        connection.close()


def _create(path: Path, info: IndexInfo) -> None:
    """Write an empty index beside its final place and move it there when it is whole."""
    if "\0" in str(path):
        raise SkymatchError(
            f"The index {path.name!r} cannot be created: no file can be called so. "
            "Choose another name."
        )
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(".part", f".{path.stem}-", str(path.parent))
        os.close(handle)
        connection = sqlite3.connect(temporary)
        try:
            create_tables(connection, info.grid)
            connection.executemany(
                "INSERT INTO skymatch_meta (key, value) VALUES (?, ?)", stored_meta(info).items()
            )
            connection.commit()
        finally:
            connection.close()
        _move_new(Path(temporary), path)
        temporary = None
    except (OSError, sqlite3.Error) as error:
        raise SkymatchError(
            f"The index {path} cannot be created ({error}). "
            "Choose a folder that exists and that you may write to."
        ) from error
    finally:
        if temporary is not None:
            os.unlink(temporary)


def _move_new(temporary: Path, path: Path) -> None:
    """Rename without ever replacing a file that appeared meanwhile, where the system can."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(temporary, 0o666 & ~mask)
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.rename(temporary, path)
        return
    os.unlink(temporary)


def difference(existing: IndexInfo, info: IndexInfo) -> Optional[str]:
    """What keeps the codes of two indexes from meaning the same; None when they do."""
    model = (existing.model_sha256, existing.code_bits, existing.block_tokens)
    if model != (info.model_sha256, info.code_bits, info.block_tokens):
        return (
            f"was made with another model ({existing.model_name} {existing.model_version}; "
            f"now {info.model_name} {info.model_version})"
        )
    if existing.grid != info.grid:
        return "covers another area or grid"
    if existing.imagery_stamp != info.imagery_stamp:
        return f"was made from another raster, or {existing.source_name} has changed since"
    return None


def _refuse_other(path: Path, existing: IndexInfo, info: IndexInfo) -> None:
    """An index is continued only when its codes and the new ones mean the same."""
    differs = difference(existing, info)
    if differs is not None:
        raise SkymatchError(
            f"{path.name} exists already and {differs}. "
            "Choose another file name, or delete the old index first."
        )


def _drop_damaged(connection: sqlite3.Connection, info: IndexInfo) -> None:
    """Forget blocks that do not match their checksum, so that they are made again."""
    for block in stored_blocks(connection):
        try:
            load_block(connection, info, block)
        except SkymatchError:
            with connection:
                connection.execute("DELETE FROM blocks WHERE fid = ?", (block.fid,))
