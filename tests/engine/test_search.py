"""Voting against counting by hand, and planted poses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine import narrow
from plugin.engine import search as module
from plugin.engine.errors import Cancelled
from plugin.engine.feedback import SilentFeedback
from plugin.engine.query import heading_hypotheses
from plugin.engine.search import Typical, search, typical_votes
from plugin.engine.stencil import whole_stencil
from tests.engine.search_scene import plant, random_map, random_photo, vote_by_hand

QUIET = SilentFeedback()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.3]), st.integers(1, 3))
def test_votes_equal_counting_by_hand(seed, holes, headings):
    rng = np.random.default_rng(seed)
    index, photo = random_map(rng, 7, 9, holes), random_photo(rng, headings)
    votes = search(index, photo, 1.0, np.ones((8, 10), bool), QUIET)
    typical = typical_votes(index, photo)
    for row in range(8):
        for col in range(10):
            by_hand = np.array(
                [vote_by_hand(index, photo, row, col, h, typical.mean) for h in range(headings)]
            )
            if by_hand.max() == -np.inf:
                assert np.isnan(votes.best[row, col])
                assert votes.evidence[row, col] == -np.inf
                assert not votes.survived[row, col]
                continue
            assert votes.best[row, col] == pytest.approx(by_hand.max(), abs=1e-5)
            assert by_hand[votes.layer[row, col]] == pytest.approx(by_hand.max(), abs=1e-5)
            z = (by_hand - typical.mean) / typical.deviation
            evidence = np.log(np.exp(z).mean())
            assert votes.evidence[row, col] == pytest.approx(evidence, abs=1e-3)


def test_rounded_weights_are_near_the_true_ones():
    photo = random_photo(np.random.default_rng(1), 5, reach=4)
    stencil = whole_stencil(photo)
    rows, cols = (photo.offset_rowcol - [stencil.first_row, stencil.first_col]).T
    share = stencil.weight[rows, cols].T / stencil.total_weight[:, None]
    true = photo.weight / photo.weight.sum(axis=1, keepdims=True)
    assert np.abs(share - true).max() < 0.005 * true.max()


def test_a_planted_pose_is_found():
    rng = np.random.default_rng(3)
    index, photo = random_map(rng, 60, 70), random_photo(rng, 4)
    plant(index, photo, 2, 40, 25)
    votes = search(index, photo, 1.0, np.ones((61, 71), bool), QUIET)
    assert np.unravel_index(np.nanargmax(votes.best), votes.best.shape) == (40, 25)
    assert votes.layer[40, 25] == 2
    assert votes.best[40, 25] == pytest.approx(1.0)
    assert votes.best_z > 6


def test_a_prior_tips_the_balance():
    """Two layers that agree equally with the ground: the more probable one is the best."""
    rng = np.random.default_rng(3)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 2)
    photo.codes[1], photo.weight[1] = photo.codes[0], photo.weight[0]
    photo.log_prior[:] = np.log([0.2, 0.8])
    votes = search(index, photo, 1.0, np.ones((21, 21), bool), QUIET)
    assert (votes.layer[votes.survived] == 1).all()


def test_little_ground_is_little_evidence():
    """A perfect match at the edge of the imagery, half of it missing, must not look perfect."""
    rng = np.random.default_rng(4)
    index, photo = random_map(rng, 30, 30), random_photo(rng, 1)
    photo.weight[:] = 1.0
    for token, (down, right) in enumerate(photo.offset_rowcol):
        if right >= 0:
            index.codes[15 + down, right] = photo.codes[0, token]
    votes = search(index, photo, 1.0, np.ones((31, 31), bool), QUIET)
    assert 0.3 < votes.best[15, 0] < 0.7


def test_pieces_of_work_do_not_change_the_outcome(monkeypatch):
    """A small area at once, and the same tile by tile."""
    rng = np.random.default_rng(5)
    index, photo = random_map(rng, 80, 70, 0.1), random_photo(rng, 3)
    allowed = np.ones((81, 71), bool)
    typical = typical_votes(index, photo)
    whole = search(index, photo, 2.0, allowed, QUIET, typical)
    allowed[60:] = False
    monkeypatch.setattr(module, "SMALL_POSES", 61 * 71 * 3)
    monkeypatch.setattr(narrow, "TILE_POSES", 1)
    tiles = search(index, photo, 2.0, allowed, QUIET, typical)
    assert np.array_equal(whole.best[:60], tiles.best[:60], equal_nan=True)
    assert np.array_equal(whole.evidence[:60], tiles.evidence[:60])


def test_a_common_scale_is_used_when_given():
    rng = np.random.default_rng(5)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 3)
    allowed = np.ones((21, 21), bool)
    votes = search(index, photo, 1.0, allowed, QUIET, Typical(0.1, 0.05))
    assert votes.best_z == pytest.approx((np.nanmax(votes.best) - 0.1) / 0.05, rel=1e-4)


def test_positions_not_allowed_are_not_searched():
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 2)
    allowed = np.zeros((21, 21), bool)
    allowed[5:8, 9:12] = True
    votes = search(index, photo, 1.0, allowed, QUIET)
    assert (~np.isnan(votes.best) == allowed).all()
    assert (votes.survived == allowed).all()
    assert votes.poses == 9 * 2


def test_nothing_allowed_is_no_error():
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 20, 20), random_photo(rng, 2)
    votes = search(index, photo, 1.0, np.zeros((21, 21), bool), QUIET)
    assert votes.poses == 0
    assert votes.best_z == 0.0


def test_the_wrong_way_along_a_road_is_told_apart():
    """Evidence of a heading over its opposite: large for a clear case, nil for a balanced one."""
    rng = np.random.default_rng(8)
    index, photo = random_map(rng, 40, 40), random_photo(rng, 8)
    plant(index, photo, 3, 20, 20)
    clear = search(index, photo, 1.0, np.ones((41, 41), bool), QUIET)
    assert clear.opposite_nats[20, 20] > 3
    photo.codes[7], photo.weight[7] = photo.codes[3], photo.weight[3]
    balanced = search(index, photo, 1.0, np.ones((41, 41), bool), QUIET)
    assert balanced.opposite_nats[20, 20] == pytest.approx(0.0, abs=1e-3)
    one_sided = search(index, random_photo(rng, 1), 1.0, np.ones((41, 41), bool), QUIET)
    assert np.isnan(one_sided.opposite_nats).all()


def test_the_heading_lies_between_layers_that_agree():
    """Layers to either side that agree as much pull equally; a better one pulls to its side."""
    rng = np.random.default_rng(9)
    index, photo = random_map(rng, 30, 30), random_photo(rng, 24)
    plant(index, photo, 5, 15, 15)
    wrong = np.packbits(rng.random((len(photo.offset_rowcol), 64)) < 0.2, axis=-1)
    photo.codes[6], photo.weight[:] = photo.codes[5] ^ wrong, 1.0
    votes = search(index, photo, 1.0, np.ones((31, 31), bool), QUIET)
    assert votes.layer[15, 15] == 5
    assert 75.5 < votes.fine_heading_deg[15, 15] < 82.6


def test_cancel_stops_the_search(monkeypatch):
    class Impatient(SilentFeedback):
        calls = 0

        def is_cancelled(self):
            Impatient.calls += 1
            return Impatient.calls > 3

    monkeypatch.setattr(module, "SMALL_POSES", 0)
    monkeypatch.setattr(narrow, "TILE_POSES", 1)
    rng = np.random.default_rng(6)
    index, photo = random_map(rng, 200, 100), random_photo(rng, 2)
    with pytest.raises(Cancelled):
        search(index, photo, 1.0, np.ones((201, 101), bool), Impatient())
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
