"""Reading an index in rows: the same tokens as in one go, and the same refusals."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from plugin.engine.errors import SkymatchError
from plugin.index.pieces import StoredCodes
from plugin.index.reader import read_index


@pytest.fixture
def file(built):
    """A whole index."""
    path, _ = built()
    return path


def test_rows_are_those_of_the_whole(file):
    """Whatever the rows, also across blocks and beyond the covered ground."""
    whole, stored = read_index(file), StoredCodes(file)
    grid = whole.info.grid
    assert stored.grid == grid and stored.code_bytes == 8
    assert (stored.complete, stored.blocks_done) == (whole.complete, whole.blocks_done)
    for first in range(0, grid.rows, 7):
        for end in (first + 1, min(first + 13, grid.rows)):
            part = stored.read(first, end)
            assert np.array_equal(part.codes, whole.tokens.codes[first:end])
            assert np.array_equal(part.covered, whole.tokens.covered[first:end])
            assert part.grid == grid.part(first, 0, end - first, grid.cols)


def test_an_unfinished_index_is_read_as_far_as_it_goes(file):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute('DELETE FROM blocks WHERE "row" > 0')
    stored = StoredCodes(file)
    assert not stored.complete
    rows = stored.info.grid.rows
    assert not stored.read(rows - 5, rows).covered.any()
    assert stored.read(0, rows).covered.any()


def test_only_what_is_read_must_be_whole(file):
    with closing(sqlite3.connect(file)) as connection, connection:
        last = connection.execute('SELECT MAX("row") FROM blocks').fetchone()[0]
        connection.execute("UPDATE blocks SET checksum = 'x' WHERE \"row\" = ?", (last,))
    stored = StoredCodes(file)
    assert stored.read(0, 1).codes.shape[0] == 1
    with pytest.raises(SkymatchError, match="does not match its checksum"):
        stored.read(last, last + 1)


def test_what_is_no_index_is_refused(tmp_path):
    with pytest.raises(SkymatchError, match="There is no index at"):
        _ = StoredCodes(tmp_path / "none.gpkg").info
