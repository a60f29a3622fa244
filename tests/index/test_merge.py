"""Parts of an index made by several processes, and the one that they are merged into."""

import multiprocessing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from plugin.engine.aerial import GROUP_WINDOWS, Block, blocks_of, encode_block
from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.tokens import RgbWindow
from plugin.index.build import Share, build_index, planned_blocks
from plugin.index.info import IndexInfo
from plugin.index.merge import merge_indexes
from plugin.index.reader import read_index


class Ground:
    """Imagery in closed form, with a hole, that any process can make for itself."""

    def read(self, grid):
        """See `engine.tokens.Imagery`."""
        x = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m - 500_000.0
        y = 5_000_000.0 - grid.north_m + (np.arange(grid.rows) + 0.5) * grid.spacing_m
        x, y = np.meshgrid(x, y)
        waves = [np.sin(x / 3 + y / 9), np.cos(y / 4), np.sin(x * y / 40)]
        rgb = (127 + 120 * np.stack(waves, -1)).astype(np.uint8)
        return RgbWindow(grid, rgb, np.hypot(x - 20, y - 60) > 30.0)


def model_info(pack, rows=24, cols=32):
    """A small index with the shipped model in blocks of 16 tokens."""
    return IndexInfo(
        grid=MetricGrid("EPSG:32632", 500_000.0, 5_000_000.0, pack.token_m, rows, cols),
        model_name=pack.name,
        model_version=pack.version,
        model_sha256=pack.sha256,
        code_bits=pack.code_bits,
        block_tokens=16,
        source_name="ground",
        imagery_stamp="cd" * 32,
        source_gsd_m=0.2,
        created_utc="2024-01-01T00:00:00+00:00",
    )


def worker(number, count, path, info):
    """What a scheduler runs in one process."""
    encoder = Encoder(load_pack(shipped_pack_folder()), threads=1)
    build_index(Ground(), info, None, encoder, Path(path), SilentFeedback(), Share(number, count))


def test_two_processes_make_the_index_of_one(tmp_path, encoder, pack, fake):
    """With the shipped model: every row of the table is the same, to the byte."""
    info = model_info(pack)
    parts = [tmp_path / f"part{number}.gpkg" for number in range(2)]
    spawn = multiprocessing.get_context("spawn")
    processes = [
        spawn.Process(target=worker, args=(number, 2, str(path), info))
        for number, path in enumerate(parts)
    ]
    for process in processes:
        process.start()
    whole = tmp_path / "whole.gpkg"
    build_index(Ground(), info, None, encoder, whole, SilentFeedback())
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    merged = tmp_path / "merged.gpkg"
    merge_indexes(parts, merged, SilentFeedback())
    assert fake.table(merged) == fake.table(whole) and len(fake.table(whole)) == 4
    index = read_index(merged)
    assert index.complete and 0.3 < index.tokens.covered.mean() < 1.0


@pytest.mark.parametrize("groups", [2, 4])
def test_codes_do_not_depend_on_the_blocks(encoder, pack, groups):
    """Blocks of one, two and four groups a side, also where a hole thins them: the same bits."""
    group = GROUP_WINDOWS * (pack.window_tokens - 2 * pack.margin_tokens)
    grid = model_info(pack, rows=group + 6, cols=2 * group + 6).grid

    def whole(block_tokens):
        codes = np.zeros((grid.rows, grid.cols, pack.code_bits // 8), np.uint8)
        for row, col, rows, cols in blocks_of(grid, block_tokens):
            part = encode_block(
                Ground(), grid, Block(row, col, rows, cols), encoder, SilentFeedback()
            )
            codes[row : row + rows, col : col + cols] = part.codes
        return codes

    assert np.array_equal(whole(group), whole(groups * group))


def parts_of(info, fake, tmp_path, count=3):
    """Parts by the stand-in model."""
    paths = [tmp_path / f"part{number}.gpkg" for number in range(count)]
    for number, path in enumerate(paths):
        share = Share(number, count)
        build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback(), share)
    return paths


def test_shares_are_disjoint_and_complete(info):
    """Every block is in one share."""
    planned = planned_blocks(info.grid, info.block_tokens, None)
    shared = [block for number in range(5) for block in Share(number, 5).of(planned)]
    assert sorted(shared) == planned


def test_parts_join_in_any_order(tmp_path, info, fake, built):
    """Also when one overlaps another; a second merge changes nothing."""
    whole, _ = built()
    parts = parts_of(info, fake, tmp_path)
    target = tmp_path / "merged.gpkg"
    merged = merge_indexes([*reversed(parts), parts[1]], target, fake.feedback())
    assert fake.table(target) == fake.table(whole)
    assert merged.blocks_total == 12
    merge_indexes(parts, target, fake.feedback())
    assert fake.table(target) == fake.table(whole)
    assert read_index(target).complete


def test_a_part_that_is_not_finished_leaves_the_index_unfinished(tmp_path, info, fake, built):
    """And finishing it finishes the index."""
    whole, _ = built()
    parts = parts_of(info, fake, tmp_path)
    parts[2].unlink()
    with pytest.raises(fake.Cancelled):
        build_index(
            fake.picture(), info, None, fake.encoder(), parts[2], fake.feedback(4), Share(2, 3)
        )
    target = tmp_path / "merged.gpkg"
    merge_indexes(parts, target, fake.feedback())
    assert not read_index(target).complete
    build_index(fake.picture(), info, None, fake.encoder(), parts[2], fake.feedback(), Share(2, 3))
    merge_indexes(parts, target, fake.feedback())
    assert read_index(target).complete
    assert sorted(row[2:] for row in fake.table(target)) == sorted(
        row[2:] for row in fake.table(whole)
    )


def test_strangers_are_refused(tmp_path, info, fake):
    """A part of another raster, a part that is not there, no part at all; nothing is written."""
    parts = parts_of(info, fake, tmp_path)
    other = tmp_path / "other.gpkg"
    strange = replace(info, imagery_stamp="ee" * 32)
    build_index(fake.picture(), strange, None, fake.encoder(), other, fake.feedback())
    target = tmp_path / "merged.gpkg"
    for given, words in (
        ([*parts, other], "other.gpkg was made from another raster.*cannot be merged"),
        ([*parts, tmp_path / "gone.gpkg"], "no index at"),
        ([], "nothing to merge"),
    ):
        with pytest.raises(SkymatchError, match=words):
            merge_indexes(given, target, fake.feedback())
        assert not target.exists()


def test_more_processes_than_blocks(tmp_path, info, fake, built):
    """The last ones have nothing to do, and their empty parts do no harm."""
    whole, _ = built()
    parts = parts_of(info, fake, tmp_path, count=14)
    target = tmp_path / "merged.gpkg"
    assert merge_indexes(parts, target, fake.feedback()).blocks_total == 12
    assert fake.table(target) == fake.table(whole)
