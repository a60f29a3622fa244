"""Narrowing down and pinpointing: planted poses survive, and survivors are exact."""

import numpy as np
import pytest

from plugin.engine import narrow
from plugin.engine import search as module
from plugin.engine.feedback import SilentFeedback
from plugin.engine.narrow import QUICK, THOROUGH, effort_for
from plugin.engine.search import refine, search, typical_votes
from tests.engine.search_scene import plant, random_map, random_photo

QUIET = SilentFeedback()
PLANTED = ((40, 25), (101, 30), (77, 150))


@pytest.fixture
def large(monkeypatch):
    """Everything counts as large, and few blocks are kept."""
    monkeypatch.setattr(module, "SMALL_POSES", 0)
    monkeypatch.setattr(narrow, "LEAST_KEPT_BLOCKS", 10)


def scene(seed=0, holes=0.0, layers=4):
    """A map in which a photo is planted at three places, a quarter of the bits wrong."""
    rng = np.random.default_rng(seed)
    index, photo = random_map(rng, 121, 170, holes), random_photo(rng, layers, reach=4)
    for layer, place in enumerate(PLANTED):
        plant(index, photo, layer % layers, *place, flips=0.25, rng=rng)
    return index, photo, np.ones((122, 171), bool)


@pytest.mark.parametrize("holes", [0.0, 0.1])
@pytest.mark.parametrize("layers", [1, 4])
def test_survivors_are_as_in_a_search_throughout(large, monkeypatch, holes, layers):
    index, photo, allowed = scene(holes=holes, layers=layers)
    typical = typical_votes(index, photo)
    votes = search(index, photo, 1.5, allowed, QUIET, typical)
    monkeypatch.setattr(module, "SMALL_POSES", 10**9)
    throughout = search(index, photo, 1.5, allowed, QUIET, typical)
    kept = votes.survived
    assert 0.05 < kept.mean() < 0.1
    for name in ("best", "layer", "fine_heading_deg", "opposite_nats"):
        ours, theirs = getattr(votes, name)[kept], getattr(throughout, name)[kept]
        assert np.array_equal(ours, theirs, equal_nan=True), name
    assert np.allclose(votes.evidence[kept], throughout.evidence[kept], atol=1e-4)
    assert votes.best_z == throughout.best_z
    for place in PLANTED[:layers]:
        assert kept[place]


def test_the_others_keep_a_rank_below_the_survivors(large):
    index, photo, allowed = scene()
    allowed[:10] = False
    votes = search(index, photo, 1.5, allowed, QUIET)
    others = allowed & ~votes.survived
    searched = np.isfinite(votes.evidence)
    assert (searched == allowed).sum() > 0.99 * allowed.size
    assert not searched[:10].any()
    others &= searched
    assert votes.evidence[others].max() < votes.evidence[votes.survived].min()
    assert len(np.unique(votes.evidence[others])) > 0.9 * others.sum()
    assert np.isfinite(votes.best[others]).all()
    assert np.isnan(votes.opposite_nats[others]).all()
    assert votes.poses == searched.sum() * 4


@pytest.mark.parametrize("layers", [1, 4, 24])
def test_on_vast_ground_fewer_tokens_and_headings_decide(large, layers):
    index, photo, allowed = scene(layers=layers)
    typical = typical_votes(index, photo)
    thorough = search(index, photo, 1.5, allowed, QUIET, typical)
    quick = search(index, photo, 1.5, allowed, QUIET, typical, QUICK)
    assert 0.005 < quick.survived.mean() < 0.02
    assert quick.survived[PLANTED[0]]
    both = quick.survived & thorough.survived
    assert np.array_equal(quick.best[both], thorough.best[both])
    assert np.array_equal(quick.layer[both], thorough.layer[both])
    others = ~quick.survived & np.isfinite(quick.evidence)
    looked_at = quick.layer[others] % (2 if layers == 24 else 1)
    assert not looked_at.any()
    assert np.isfinite(quick.evidence).sum() == pytest.approx(allowed.sum(), rel=0.03)


def test_effort_falls_with_the_ground():
    assert effort_for(10**6) == THOROUGH
    assert effort_for(10**9) == QUICK


def test_a_sample_tells_what_is_typical(large, monkeypatch):
    index, photo, _ = scene(holes=0.1)
    sampled = typical_votes(index, photo)
    monkeypatch.setattr(module, "SMALL_POSES", 10**9)
    throughout = typical_votes(index, photo)
    assert sampled.mean == pytest.approx(throughout.mean, abs=0.1 * throughout.deviation)
    assert sampled.deviation == pytest.approx(throughout.deviation, rel=0.1)


def test_an_index_without_imagery_has_no_survivors(large):
    index, photo, allowed = scene()
    index.covered[:] = False
    votes = search(index, photo, 1.0, allowed, QUIET)
    assert votes.poses == 0
    assert not votes.survived.any()


@pytest.mark.parametrize("poses", [0, 10**9])
def test_finer_hypotheses_find_shift_and_heading(monkeypatch, poses):
    """The map holds the photo as seen half a token further south; only finer layers know it."""
    monkeypatch.setattr(module, "SMALL_POSES", poses)
    index, photo, allowed = scene(seed=2)
    rng = np.random.default_rng(3)
    fine = random_photo(rng, 4, reach=5, shift_m=[(0, 0), (0, -1.25), (1.25, 0), (1.25, -1.25)])
    fine.headings_deg[:] = 93.0
    plant(index, fine, 1, 60, 60, flips=0.1, rng=rng)
    plant(index, photo, 1, 60, 60, flips=0.3, rng=rng)
    for token, (down, right) in enumerate(fine.offset_rowcol):
        if token % 2:
            index.codes[60 + down, 60 + right] = fine.codes[1, token]

    votes = search(index, photo, 1.5, allowed, QUIET)
    refined = refine(index, fine, 1.5, votes, QUIET)
    assert fine.headings_deg[refined.layer[60, 60]] == 93.0
    assert tuple(refined.fine_rowcol[60, 60]) == (0.5, 0.0)
    assert refined.fine_heading_deg[60, 60] == 93.0
    assert not (refined.survived & ~votes.survived).any()
    assert np.array_equal(np.isfinite(refined.evidence), np.isfinite(votes.evidence))
    assert np.unravel_index(refined.evidence.argmax(), refined.evidence.shape) == (60, 60)
    others = np.isfinite(refined.evidence) & ~refined.survived
    if others.any():
        assert refined.evidence[others].max() < refined.evidence[refined.survived].min()
        before = np.argsort(votes.evidence[others])
        assert (np.diff(refined.evidence[others][before]) >= -1e-4).all()


def test_finer_layers_that_are_the_same_change_nothing(large):
    index, photo, allowed = scene()
    votes = search(index, photo, 1.5, allowed, QUIET)
    typical = typical_votes(index, photo)
    again = refine(index, photo, 1.5, votes, QUIET, typical)
    assert np.array_equal(votes.best, again.best, equal_nan=True)
    assert np.array_equal(votes.layer[votes.survived], again.layer[votes.survived])
