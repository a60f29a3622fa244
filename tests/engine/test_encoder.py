"""The encoder: what is hidden stays hidden, and nothing depends on company or threads."""

import sys

import numpy as np
import pytest

from plugin.engine.aerial import Block, block_tokens, blocks_of, encode_block
from plugin.engine.encoder import AERIAL, GROUND, Encoder
from plugin.engine.errors import Cancelled, SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.engine.hashing import pack_signs
from plugin.engine.runtime import onnxruntime_problem
from plugin.engine.tokens import RgbWindow


@pytest.fixture
def pictures(pack):
    rng = np.random.default_rng(1)
    small = rng.integers(0, 256, (3, 28, 28, 3), dtype=np.uint8)
    return small.repeat(8, axis=1).repeat(8, axis=2)


class Painted:
    """Imagery of smooth random colours that depend on the position only."""

    def __init__(self, hole=None):
        self.hole = hole

    def read(self, grid: MetricGrid) -> RgbWindow:
        x = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m
        y = grid.north_m - (np.arange(grid.rows) + 0.5) * grid.spacing_m
        x, y = np.meshgrid(x, y)
        waves = [np.sin(x / 3 + np.cos(y / 7)), np.sin(y / 4), np.cos(x / 5 - y / 9)]
        rgb = np.rint(np.stack(waves, axis=-1) * 100 + 127).astype(np.uint8)
        covered = np.ones(x.shape, bool)
        if self.hole:
            west, south, east, north = self.hole
            covered &= ~((x > west) & (x < east) & (y > south) & (y < north))
        rgb[~covered] = 0
        return RgbWindow(grid, rgb, covered)


def agreement(a, b):
    return 1 - np.unpackbits(a ^ b).mean()


def test_hidden_pixels_do_not_colour_the_rest(encoder, pictures):
    covered = np.zeros(pictures.shape[:3], bool)
    covered[:, :112, :112] = True
    other = pictures.copy()
    other[~covered] = 255 - other[~covered]
    first = encoder.encode(pictures, covered, GROUND)[:, :8, :8]
    second = encoder.encode(other, covered, GROUND)[:, :8, :8]
    # not 1: the step of 8-bit activations is chosen over all tokens, hidden ones included
    assert agreement(pack_signs(first), pack_signs(second)) > 0.97
    everything = encoder.encode(pictures, np.ones_like(covered), GROUND)[:, :8, :8]
    assert agreement(pack_signs(first), pack_signs(everything)) < 0.99


def test_views_are_centred_differently(encoder, pictures):
    covered = np.ones(pictures.shape[:3], bool)
    aerial = pack_signs(encoder.encode(pictures, covered, AERIAL))
    ground = pack_signs(encoder.encode(pictures, covered, GROUND))
    assert 0.5 < agreement(aerial, ground) < 0.999


def test_threads_do_not_change_codes(pack, pictures):
    covered = np.ones(pictures.shape[:3], bool)
    codes = [
        pack_signs(Encoder(pack, threads).encode(pictures, covered, AERIAL)) for threads in (1, 2)
    ]
    assert (codes[0] == codes[1]).all()


def test_blocks_join_without_a_seam(encoder):
    """Blocks encoded apart give the codes of one large block, but for rounding in the batch."""
    side = block_tokens(encoder)
    interior = side // 8
    grid = MetricGrid("EPSG:32632", 400_000, 6_200_000, 2.5, 2 * interior, 3 * interior)
    whole = encode_block(
        Painted(), grid, Block(0, 0, grid.rows, grid.cols), encoder, SilentFeedback()
    )
    for block in blocks_of(grid, interior):
        part = encode_block(Painted(), grid, block, encoder, SilentFeedback())
        rows = slice(block.row, block.row + block.rows)
        cols = slice(block.col, block.col + block.cols)
        assert agreement(part.codes, whole.codes[rows, cols]) > 0.98
        assert part.grid.corner(0, 0) == grid.corner(block.row, block.col)


def test_blocks_cover_a_grid_once():
    grid = MetricGrid("EPSG:32632", 0, 0, 2.5, 130, 70)
    seen = np.zeros((130, 70), int)
    for row, col, rows, cols in blocks_of(grid, 64):
        seen[row : row + rows, col : col + cols] += 1
    assert (seen == 1).all()


def test_holes_in_the_imagery_stay_holes(encoder):
    grid = MetricGrid("EPSG:32632", 400_000, 6_200_000, 2.5, 8, 16)
    hole = (400_010, 6_199_985, 400_030, 6_199_995)
    block = Block(0, 0, 8, 16)
    codes = encode_block(Painted(hole), grid, block, encoder, SilentFeedback())
    assert not codes.covered[2:6, 4:12].any()
    assert codes.covered.sum() == 8 * 16 - 4 * 8
    assert not codes.codes[~codes.covered].any()
    assert codes.codes[codes.covered].any()


def test_nothing_covered_needs_no_model(encoder, monkeypatch):
    monkeypatch.setattr(encoder, "encode", None)
    grid = MetricGrid("EPSG:32632", 400_000, 6_200_000, 2.5, 8, 8)
    nowhere = Painted((0, 0, 1e9, 1e9))
    codes = encode_block(nowhere, grid, Block(0, 0, 8, 8), encoder, SilentFeedback())
    assert not codes.covered.any()


def test_cancel_between_batches(encoder):
    class Stopped(SilentFeedback):
        def is_cancelled(self):
            return True

    grid = MetricGrid("EPSG:32632", 400_000, 6_200_000, 2.5, 8, 8)
    with pytest.raises(Cancelled):
        encode_block(Painted(), grid, Block(0, 0, 8, 8), encoder, Stopped())


def test_without_onnxruntime_a_sentence_says_what_to_do(pack, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert "--no-deps" in onnxruntime_problem(), "pip must not touch QGIS's numpy"
    with pytest.raises(SkymatchError, match="Install it in Settings"):
        Encoder(pack)
