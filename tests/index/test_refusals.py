"""Files that are absent, foreign, newer, cut off, changed: refused with the next step, unharmed."""

import hashlib
import os
import shutil
import sqlite3
from dataclasses import replace

import numpy as np
import pytest

from plugin.engine.errors import SkymatchError
from plugin.index import geopackage
from plugin.index.build import build_index
from plugin.index.reader import read_index, read_info, verify_index
from plugin.index.writer import open_for_building
from tests.soak.tally import tell_fault


def refusal(action, *arguments):
    """The sentence with which something is refused."""
    with pytest.raises(SkymatchError) as caught:
        action(*arguments)
    return str(caught.value)


def sha256(path):
    """To see that a file was left alone."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_absent_and_foreign_files(tmp_path):
    """Each with its own sentence, none of them written to."""
    assert "There is no index" in refusal(read_index, tmp_path / "none.gpkg")
    assert "cannot be read" in refusal(read_index, tmp_path)
    text = tmp_path / "text.gpkg"
    for content in (b"", b"hello", b"hello " * 1000):
        text.write_bytes(content)
        assert "not a GeoPackage" in refusal(read_index, text)
    database = tmp_path / "database.sqlite"
    with sqlite3.connect(database) as db:
        db.execute("CREATE TABLE a (b)")
    assert "not a GeoPackage" in refusal(read_index, database)


def test_a_foreign_geopackage_is_never_overwritten(tmp_path, info):
    """Neither by reading nor by building."""
    path = tmp_path / "roads.gpkg"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA application_id = 1196444487")
        db.execute("CREATE TABLE roads (fid INTEGER PRIMARY KEY, geom BLOB)")
    before = sha256(path)
    assert "not a Skymatch index" in refusal(read_index, path)
    assert "not a Skymatch index" in refusal(open_for_building, path, info)
    text = tmp_path / "notes.gpkg"
    text.write_text("my notes")
    assert "not a GeoPackage" in refusal(open_for_building, text, info)
    assert text.read_text() == "my notes" and sha256(path) == before


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95, 0.9999])
def test_a_file_cut_off(built, share):
    """Wherever the cut is."""
    path, _ = built()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "damaged" in refusal(read_index, path)


def test_a_file_that_grows_while_it_is_looked_at(built, monkeypatch):
    """Another process may finish a block between the look at the header and that at the size."""
    path, _ = built()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    def finished_meanwhile(looked_at):
        looked_at.write_bytes(whole)
        return False

    monkeypatch.setattr(geopackage, "_unfinished", finished_meanwhile)
    geopackage.refuse_foreign(path)


def test_a_flipped_byte_in_a_block(built, fake, info):
    """Reading refuses it, verifying names it, building again mends it."""
    path, _ = built()
    expected = read_index(path).tokens.codes.copy()
    with sqlite3.connect(path) as db:
        codes = bytearray(db.execute("SELECT codes FROM blocks WHERE fid = 6").fetchone()[0])
        codes[100] ^= 1
        db.execute("UPDATE blocks SET codes = ? WHERE fid = 6", (bytes(codes),))
    assert "block 32, 32 does not match its checksum" in refusal(read_index, path)
    health = verify_index(path, fake.feedback())
    assert health.damaged == ((32, 32),) and health.blocks_done == 12
    report = build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert report.blocks_new == 1
    assert np.array_equal(read_index(path).tokens.codes, expected)


def test_any_flipped_byte_of_the_file_is_survived(built, tmp_path):
    """Either the codes are what they were, or there is a sentence; never another error."""
    path, _ = built()
    expected = read_index(path).tokens
    whole = path.read_bytes()
    generator = np.random.default_rng(5)
    for position in generator.integers(0, len(whole), 150):
        changed = bytearray(whole)
        changed[position] ^= int(generator.integers(1, 256))
        path.write_bytes(bytes(changed))
        try:
            index = read_index(path)
        except SkymatchError:
            continue
        if index.complete and index.info.grid == expected.grid:
            assert np.array_equal(index.tokens.codes, expected.codes)
            assert np.array_equal(index.tokens.covered, expected.covered)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("grid_rows", "999999999"),
        ("grid_cols", "-1"),
        ("grid_rows", "many"),
        ("grid_spacing_m", "nan"),
        ("grid_spacing_m", "0"),
        ("code_bits", "999999992"),
        ("code_bits", "13"),
        ("block_tokens", "0"),
        ("blocks_total", "-4"),
        ("format", "one"),
    ],
)
def test_sizes_in_the_file_are_not_trusted(built, key, value):
    """Nobody allocates by them."""
    path, _ = built()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE skymatch_meta SET value = ? WHERE key = ?", (value, key))
    assert "damaged" in refusal(read_index, path)
    assert "damaged" in refusal(read_info, path)


@pytest.mark.parametrize(
    "change",
    [
        '"row" = 64, "col" = 96, "rows" = 4000000, "cols" = 4000000',
        '"row" = 33',
        '"row" = -32',
        '"row" = 3200',
        "\"row\" = 'x'",
        "codes = zeroblob(100000000)",
        "codes = 'text'",
        "covered = zeroblob(3)",
        "checksum = 'x'",
    ],
)
def test_blocks_that_lie_are_refused(built, fake, change):
    """Wrong place, wrong size, wrong type."""
    path, _ = built()
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE blocks SET {change} WHERE fid = 12")
    assert "damaged" in refusal(read_index, path)


def test_a_newer_format(built):
    """Says so instead of misreading it."""
    path, _ = built()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE skymatch_meta SET value = '2' WHERE key = 'format'")
    assert "newer Skymatch" in refusal(read_index, path)
    tell_fault("an index of a newer version", 1, 1)


def test_building_on_with_something_else_is_refused(built, info):
    """Which of model, grid and raster differs is named, and the file is left alone."""
    path, _ = built()
    before = sha256(path)
    other_grid = replace(info.grid, north_m=info.grid.north_m + 1)
    for changed, word in (
        (replace(info, model_sha256="ff" * 32, model_version="2"), "another model (fake 1; now"),
        (replace(info, code_bits=128), "another model"),
        (replace(info, grid=other_grid), "another area or grid"),
        (replace(info, imagery_stamp="ee" * 32), "another raster, or picture has changed"),
    ):
        sentence = refusal(open_for_building, path, changed)
        assert word in sentence and "another file name" in sentence
    assert sha256(path) == before
    tell_fault("an index of another model, area or raster is built on", 4, 4)


def test_a_folder_that_cannot_be_written(tmp_path, info):
    """One that is not there, and one that is a file."""
    assert "Choose a folder" in refusal(open_for_building, tmp_path / "no" / "a.gpkg", info)
    (tmp_path / "file").write_text("x")
    assert "Choose a folder" in refusal(open_for_building, tmp_path / "file" / "a.gpkg", info)


def test_a_name_that_no_file_can_have(tmp_path, info):
    """A zero byte ends names in the operating system."""
    for name in ("\0", "a\0b.gpkg"):
        sentence = refusal(open_for_building, tmp_path / name, info)
        assert "Choose another name" in sentence and "\0" not in sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder(tmp_path, info):
    """Refused before anything is encoded."""
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    assert "Choose a folder" in refusal(open_for_building, folder / "a.gpkg", info)
    folder.chmod(0o755)


def test_a_file_that_another_run_holds(built, fake, info, monkeypatch):
    """Two runs on one file do not mix: the second says that it is in use."""
    path, _ = built()
    monkeypatch.setattr("plugin.index.writer.BUSY_TIMEOUT_S", 0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert "in use" in refusal(open_for_building, path, info)
    holder.execute("ROLLBACK")
    holder.close()


def test_creation_that_fails_leaves_nothing(tmp_path, info):
    """No half-written index, no temporary file."""
    bad = replace(info, grid=replace(info.grid, crs="EPSG:999999"))
    refusal(open_for_building, tmp_path / "a.gpkg", bad)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_taken_while_it_is_built_is_readable(tmp_path, built):
    """Between two blocks the file is whole."""
    path, _ = built()
    copy = tmp_path / "copy.gpkg"
    shutil.copyfile(path, copy)
    assert read_index(copy).complete
