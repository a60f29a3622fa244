"""The index file: what is written comes back, and QGIS and OGR can read it too."""

import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from pyproj import CRS
from shapely.wkb import loads

from plugin.engine.aerial import Block, blocks_of, encode_block
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.tokens import TokenCodes
from plugin.index.info import from_meta, to_meta
from plugin.index.reader import read_index, read_info, verify_index
from plugin.index.writer import open_for_building


def test_the_info_survives_as_text(info):
    """Every field, floats to the last bit."""
    assert from_meta(to_meta(info)) == info


def test_codes_come_back_as_they_were_encoded(built, fake, info):
    """Block by block equal to encoding them directly, in one contiguous array."""
    path, report = built()
    index = read_index(path)
    assert index.complete and index.tokens.codes.flags.c_contiguous
    assert index.tokens.codes.shape == (90, 100, 8)
    for block in blocks_of(info.grid, info.block_tokens):
        part = encode_block(fake.picture(), info.grid, block, fake.encoder(), SilentFeedback())
        rows = slice(block.row, block.row + block.rows)
        cols = slice(block.col, block.col + block.cols)
        assert np.array_equal(index.tokens.codes[rows, cols], part.codes)
        assert np.array_equal(index.tokens.covered[rows, cols], part.covered)
    assert index.tokens.covered.sum() == report.tokens
    assert report.area_km2 == pytest.approx(np.pi * 40**2 / 1e6, rel=0.06)
    assert read_info(path).blocks_total == report.blocks_total == 12


def test_one_file_and_nothing_beside_it(built):
    """No journal, no temporary file."""
    path, _ = built()
    assert [file.name for file in path.parent.iterdir()] == ["a.gpkg"]
    assert path.stat().st_mode & 0o444 == 0o444


def test_the_layout_is_a_geopackage(built, info):
    """The values that the standard requires."""
    path, _ = built()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == 0x47504B47
        assert db.execute("PRAGMA user_version").fetchone()[0] == 10300
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        systems = dict(db.execute("SELECT srs_id, definition FROM gpkg_spatial_ref_sys"))
        assert {-1, 0, 4326, 32632} == set(systems)
        assert CRS.from_wkt(systems[32632]).to_epsg() == 32632
        geometry, row, col = db.execute(
            'SELECT geom, "row", "col" FROM blocks WHERE fid = 6'
        ).fetchone()
    assert geometry[:4] == b"GP\x00\x03"
    part = info.grid.part(row, col, *info.block_shape(row, col))
    assert loads(geometry[40:]).bounds == (part.west_m, part.south_m, part.east_m, part.north_m)


def test_qgis_opens_the_coverage_layer(built):
    """As polygons in the right place, metadata beside it."""
    core = pytest.importorskip("qgis.core")
    path, _ = built()
    layer = core.QgsVectorLayer(f"{path}|layername=blocks", "coverage", "ogr")
    assert layer.isValid() and layer.featureCount() == 12
    assert layer.geometryType() == core.QgsWkbTypes.GeometryType.PolygonGeometry
    assert layer.crs().authid() == "EPSG:32632"
    extent = layer.extent()
    assert (extent.xMinimum(), extent.yMaximum()) == (500000.0, 5000000.0)
    assert sum(f.geometry().area() for f in layer.getFeatures()) == pytest.approx(9000.0)
    coverage = [f["coverage"] for f in layer.getFeatures()]
    assert min(coverage) < 0.2 and max(coverage) == 1.0
    default = core.QgsVectorLayer(str(path), "default", "ogr")
    assert default.fields().names() == layer.fields().names()


def test_an_unfinished_index_can_be_read(tmp_path, info, fake):
    """What is there is there; the rest is not covered."""
    path = tmp_path / "part.gpkg"
    block = Block(32, 32, 32, 32)
    part = encode_block(fake.picture(), info.grid, block, fake.encoder(), SilentFeedback())
    with open_for_building(path, info) as writer:
        writer.set_blocks_total(12)
        writer.write(block, part)
    index = read_index(path)
    assert not index.complete and index.blocks_done == 1
    assert np.array_equal(index.tokens.codes[32:64, 32:64], part.codes)
    assert index.tokens.covered.sum() == part.covered.sum() > 0
    assert not index.tokens.codes[:32].any()


def test_blocks_with_missing_tiles_are_made_again(tmp_path, info):
    """They are kept for searching, and written anew by the next run."""
    path = tmp_path / "missing.gpkg"
    codes = TokenCodes(info.grid, np.ones((32, 32, 8), np.uint8), np.ones((32, 32), bool))
    with open_for_building(path, info) as writer:
        writer.write(Block(0, 0, 32, 32), codes, missing_tiles=3)
        writer.write(Block(0, 32, 32, 32), codes)
        assert writer.done() == {(0, 32)} and writer.present() == {(0, 0), (0, 32)}
        assert verify_index(path, SilentFeedback()).missing_tiles == 3
        writer.write(Block(0, 0, 32, 32), codes)
        assert writer.done() == {(0, 0), (0, 32)}


def test_an_index_with_a_hash_and_spaces_in_its_path(tmp_path, info):
    """Paths are not parsed as addresses."""
    path = tmp_path / "my folder #1?%20" / "ä b.gpkg"
    path.parent.mkdir()
    open_for_building(path, info).__exit__(None, None, None)
    assert read_info(path) == info


def test_an_index_too_large_for_memory_is_not_read_as_a_whole(tmp_path, info):
    """Its description is; building goes on in it."""
    path = tmp_path / "large.gpkg"
    large = replace(info, grid=replace(info.grid, rows=30_000, cols=30_000))
    with open_for_building(path, large) as writer:
        assert writer.done() == set()
    assert read_info(path) == large
    with pytest.raises(SkymatchError, match="900 km², too much to be held in memory"):
        read_index(path)
