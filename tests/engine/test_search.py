"""Voting against counting by hand, and planted poses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine import search as module
from plugin.engine.errors import Cancelled
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.engine.hashing import hamming_distance
from plugin.engine.query import PhotoCodes, heading_hypotheses
from plugin.engine.search import LEAST_OVERLAP, search
from plugin.engine.tokens import TokenCodes


def random_map(rng, rows, cols, holes=0.0):
    covered = rng.random((rows, cols)) >= holes
    codes = rng.integers(0, 256, (rows, cols, 8), dtype=np.uint8)
    codes[~covered] = 0
    return TokenCodes(MetricGrid("EPSG:32632", 0, 0, 2.5, rows, cols), codes, covered)


def random_photo(rng, headings, reach=3):
    span = np.arange(-reach, reach)
    offsets = np.array([(r, c) for r in span for c in span])
    return PhotoCodes(
        np.arange(headings) * 360.0 / headings,
        offsets,
        rng.integers(0, 256, (headings, len(offsets), 8), dtype=np.uint8),
        rng.random((headings, len(offsets))).astype(np.float32),
        np.full(headings, -np.log(headings), np.float32),
        np.zeros(headings, np.int16),
    )


def vote_by_hand(index, photo, row, col, heading, typical):
    """Weighted agreement; tokens without imagery cast the typical vote."""
    total = agreement = 0.0
    for token, (down, right) in enumerate(photo.offset_rowcol):
        r, c = row + down, col + right
        inside = 0 <= r < index.grid.rows and 0 <= c < index.grid.cols
        if inside and index.covered[r, c]:
            weight = photo.weight[heading, token]
            bits = hamming_distance(index.codes[r, c], photo.codes[heading, token])
            agreement += weight * (1 - 2 * bits / 64)
            total += weight
    whole = photo.weight[heading].sum()
    enough = total >= LEAST_OVERLAP * whole
    return (agreement + (whole - total) * typical) / whole if enough else -np.inf


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.3]), st.integers(1, 3))
def test_votes_equal_counting_by_hand(seed, holes, headings):
    rng = np.random.default_rng(seed)
    index, photo = random_map(rng, 7, 9, holes), random_photo(rng, headings)
    votes = search(index, photo, 1.0, np.ones((8, 10), bool), SilentFeedback())
    typical, _ = module._typical_votes(index, photo)
    for row in range(8):
        for col in range(10):
            by_hand = [vote_by_hand(index, photo, row, col, h, typical) for h in range(headings)]
            if max(by_hand) == -np.inf:
                assert np.isnan(votes.best[row, col])
                assert votes.evidence[row, col] == -np.inf
            else:
                assert votes.best[row, col] == pytest.approx(max(by_hand), abs=1e-5)
                assert by_hand[votes.heading[row, col]] == pytest.approx(max(by_hand), abs=1e-5)


def test_a_planted_pose_is_found():
    rng = np.random.default_rng(3)
    index, photo = random_map(rng, 60, 70), random_photo(rng, 4)
    for token, (down, right) in enumerate(photo.offset_rowcol):
        index.codes[40 + down, 25 + right] = photo.codes[2, token]
    votes = search(index, photo, 1.0, np.ones((61, 71), bool), SilentFeedback())
    assert np.unravel_index(np.nanargmax(votes.best), votes.best.shape) == (40, 25)
    assert votes.heading[40, 25] == 2
    assert votes.best[40, 25] == pytest.approx(1.0)
    assert votes.best_z > 6


def test_little_ground_is_little_evidence():
    """A perfect match at the edge of the imagery, half of it missing, must not look perfect."""
    rng = np.random.default_rng(4)
    index, photo = random_map(rng, 30, 30), random_photo(rng, 1)
    for token, (down, right) in enumerate(photo.offset_rowcol):
        if right >= 0:
            index.codes[15 + down, right] = photo.codes[0, token]
    votes = search(index, photo, 1.0, np.ones((31, 31), bool), SilentFeedback())
    assert 0.3 < votes.best[15, 0] < 0.7


def test_strips_do_not_change_the_outcome(monkeypatch):
    rng = np.random.default_rng(5)
    index, photo = random_map(rng, 40, 30, 0.1), random_photo(rng, 3)
    allowed = np.ones((41, 31), bool)
    whole = search(index, photo, 2.0, allowed, SilentFeedback())
    monkeypatch.setattr(module, "STRIP_BYTES", 1)
    rows = search(index, photo, 2.0, allowed, SilentFeedback())
    assert np.array_equal(whole.best, rows.best, equal_nan=True)
    assert np.array_equal(whole.evidence, rows.evidence)


def test_positions_not_allowed_are_not_searched():
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 2)
    allowed = np.zeros((21, 21), bool)
    allowed[5:8, 9:12] = True
    votes = search(index, photo, 1.0, allowed, SilentFeedback())
    assert (~np.isnan(votes.best) == allowed).all()
    assert votes.poses == 9 * 2


def test_nothing_allowed_is_no_error():
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 2)
    votes = search(index, photo, 1.0, np.zeros((21, 21), bool), SilentFeedback())
    assert votes.poses == 0


def test_cancel_stops_the_search(monkeypatch):
    class Impatient(SilentFeedback):
        calls = 0

        def is_cancelled(self):
            Impatient.calls += 1
            return Impatient.calls > 3

    monkeypatch.setattr(module, "STRIP_BYTES", 1)
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 50, 20), random_photo(rng, 2)
    with pytest.raises(Cancelled):
        search(index, photo, 1.0, np.ones((51, 21), bool), Impatient())
    assert Impatient.calls == 4


@given(st.floats(0, 360), st.floats(0, 179))
def test_known_headings_are_covered_in_small_steps(heading, tolerance):
    tried = heading_hypotheses(heading, tolerance, 24)
    assert tried[0] == pytest.approx(heading - tolerance)
    assert tried[-1] == pytest.approx(heading + tolerance)
    assert np.diff(tried).max(initial=0) <= 10.0 + 1e-9


def test_unknown_heading_goes_all_around():
    assert np.array_equal(heading_hypotheses(None, 20, 24), np.arange(24) * 15.0)
    assert np.array_equal(heading_hypotheses(77.0, 180, 24), np.arange(24) * 15.0)
