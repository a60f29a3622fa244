"""Territory searched in pieces, and several territories as one: the same as in one go."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from plugin.engine import pieces as module
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.engine.pieces import (
    ALIGNED_ROWS,
    CodesInMemory,
    Territory,
    beside_tokens,
    common_typical,
    each_piece,
    pieces_of,
    rows_within,
    sample_of,
)
from plugin.engine.posterior import position_grid
from plugin.engine.priors import PositionPrior
from plugin.engine.query import PhotoCodes
from plugin.engine.search import search, typical_votes
from plugin.engine.tokens import TokenCodes


def random_map(seed, rows, cols, holes=0.1):
    """Random codes with holes."""
    rng = np.random.default_rng(seed)
    covered = rng.random((rows, cols)) >= holes
    codes = rng.integers(0, 256, (rows, cols, 8), dtype=np.uint8)
    codes[~covered] = 0
    return TokenCodes(MetricGrid("EPSG:32632", 500_000, 6_200_000, 2.5, rows, cols), codes, covered)


def random_photo(seed, headings=4, reach=3):
    """A photo of random codes."""
    rng = np.random.default_rng(seed)
    span = np.arange(-reach, reach)
    offsets = np.array([(r, c) for r in span for c in span])
    return PhotoCodes(
        np.arange(headings) * 360.0 / headings,
        offsets,
        rng.integers(0, 256, (headings, len(offsets), 8), dtype=np.uint8),
        rng.random((headings, len(offsets))).astype(np.float32),
        np.full(headings, -np.log(headings), np.float32),
        np.zeros(headings, np.int16),
        np.zeros((headings, 2), np.float32),
    )


@given(st.integers(1, 300), st.integers(1, 400), st.integers(1, 12), st.integers(0, 4))
def test_pieces_tile_the_positions_and_read_what_they_need(rows, at_once, reach, halo):
    grid = MetricGrid("EPSG:32632", 0, 0, 2.5, rows, 7)
    plan = pieces_of(grid, range(rows + 1), at_once, reach, halo)
    assert plan[0].first == 0 and plan[-1].end == rows + 1
    assert all(a.end == b.first for a, b in zip(plan, plan[1:]))
    for piece in plan:
        assert piece.halo_first == max(piece.first - halo, 0)
        assert piece.halo_end == min(piece.end + halo, rows + 1)
        assert piece.token_first % ALIGNED_ROWS == 0
        assert 0 <= piece.token_first <= max(piece.halo_first - reach, 0)
        assert piece.token_end == min(piece.halo_end + reach, rows)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000), st.integers(5, 40), st.sampled_from([0.0, 0.3]), st.booleans())
def test_evidence_of_pieces_is_that_of_the_whole(seed, at_once, holes, surrounded):
    """To the last bit, at every position, coverage holes and index edges included."""
    tokens, photo = random_map(seed, 90, 25, holes), random_photo(seed)
    if surrounded:
        laid = np.random.default_rng(seed).normal(size=(4, 14, 14, 64))
        photo = replace(photo, surroundings=laid.astype(np.float32) * 0.1)
    codes = CodesInMemory(tokens)
    typical = typical_votes(tokens, photo)
    allowed = beside_tokens(tokens.covered)
    whole = search(tokens, photo, 2.0, allowed, SilentFeedback(), typical)
    for piece in pieces_of(tokens.grid, range(91), at_once, photo.reach_tokens + 1, 2):
        part = codes.read(piece.token_first, piece.token_end)
        near = beside_tokens(part.covered)
        start = piece.halo_first - piece.token_first
        stop = piece.halo_end - piece.token_first
        near[:start] = near[stop:] = False
        votes = search(part, photo, 2.0, near, SilentFeedback(), typical)
        rows = slice(piece.halo_first, piece.halo_end)
        assert np.array_equal(votes.evidence[start:stop], whole.evidence[rows])
        assert np.array_equal(votes.best[start:stop], whole.best[rows], equal_nan=True)


def test_memory_decides_how_many_rows_are_read():
    grid = MetricGrid("EPSG:32632", 0, 0, 2.5, 10_000, 10_000)
    memory_bytes = (8 + module.POSITION_BYTES) * 10_001 * 100
    assert rows_within(grid, 8, memory_bytes, 1) == 100
    assert rows_within(grid, 8, memory_bytes, 16) == 96
    assert rows_within(grid, 8, 1, 4) == 4


def test_a_small_index_stands_for_itself_and_a_large_one_for_bands(monkeypatch):
    tokens = random_map(1, 400, 20)
    assert sample_of(CodesInMemory(tokens)).codes.shape == tokens.codes.shape
    monkeypatch.setattr(module, "SAMPLED_TOKENS", 20 * 64 * 3)
    sample = sample_of(CodesInMemory(tokens))
    assert sample.codes.shape == (192, 20, 8)
    assert sample.grid.rows == 192
    firsts = {bytes(row) for row in sample.codes.reshape(192, -1)}
    assert firsts <= {bytes(row) for row in tokens.codes.reshape(400, -1)}
    assert bytes(tokens.codes[0].ravel()) not in firsts


def test_one_scale_for_several_grounds():
    """That of all of them together, each counted by its imagery."""
    photo = random_photo(1)
    territories = [Territory(CodesInMemory(random_map(seed, 120, 60, 0.0))) for seed in (1, 2)]
    apart = [typical_votes(territory.codes.tokens, photo) for territory in territories]
    together = common_typical(territories, [photo, photo])
    assert together.mean == pytest.approx((apart[0].mean + apart[1].mean) / 2)
    low, high = sorted(typical.deviation for typical in apart)
    assert low * 0.99 <= together.deviation <= high * 1.1
    empty = random_map(3, 20, 20, 1.1)
    alone = common_typical([territories[0], Territory(CodesInMemory(empty))], [photo, photo])
    assert alone == pytest.approx(apart[0])


def test_progress_covers_all_work_once():
    territories = [Territory(CodesInMemory(random_map(1, rows, 10))) for rows in (30, 90)]
    plans = [
        pieces_of(territory.codes.grid, range(territory.codes.grid.rows + 1), 40, 3, 2)
        for territory in territories
    ]
    steps = list(each_piece(territories, plans, SilentFeedback()))
    assert [number for number, *_ in steps] == [0, 1, 1, 1]
    assert steps[0][2] == 0.0 and steps[-1][3] == 1.0
    assert all(a[3] == b[2] for a, b in zip(steps, steps[1:]))


def test_of_a_small_area_only_its_rows_are_read():
    tokens = random_map(1, 400, 10)
    positions = position_grid(tokens.grid)
    north_m = positions.corner(200.0, 0)[1]
    area = box(499_000, north_m - 25.0, 501_000, north_m)
    wanted = PositionPrior(include=area).rows(positions)
    assert wanted == range(200, 210)
    (piece,) = pieces_of(tokens.grid, wanted, 1000, 8, 2)
    assert (piece.first, piece.end) == (200, 210)
    assert piece.token_first == 176 and piece.token_end == 220
    assert len(PositionPrior(include=box(0, 0, 1, 1)).rows(positions)) == 0
    assert pieces_of(tokens.grid, range(0), 1000, 8, 2) == ()
