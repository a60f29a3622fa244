"""Baselines must see what they claim to see, and rank by the rule that does not flatter."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

from models.training.evaluation.baselines import PixelCorrelation, token_baselines
from models.training.evaluation.compare import Comparison
from models.training.evaluation.controls import ground_blanked, run_controls, shuffled
from models.training.evaluation.cuts import WHOLE, each_query
from models.training.evaluation.efficientnet import load_weights
from models.training.evaluation.measures import luck, place_draws
from models.training.evaluation.pairs import read_pairs
from models.training.evaluation.pooled import PooledFeatures, key_of, photo_features
from models.training.evaluation.predecessor import (
    PredecessorHash,
    dominant_mean,
    fit_networks,
    loss_and_slope,
    polar,
)
from models.training.evaluation.protocol import encode_raster
from models.training.evaluation.ranking import (
    chance_in_best,
    chance_share_searched,
    picture_rank,
    position_rank_share,
)
from models.training.evaluation.sighting import look
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import allowed_positions
from plugin.engine.search import search


@pytest.fixture(scope="module")
def raster(pairs_csv, encoder):
    """The three sample panoramas and the orthophoto around them."""
    return encode_raster(read_pairs(pairs_csv), encoder)


@pytest.fixture(scope="module")
def sightings(raster, encoder):
    return [look(query, 0.0, encoder) for query in each_query(raster.pairs, [])]


def ranks(baseline, raster, sightings):
    return [
        picture_rank(dict(baseline.picture_scores(s)), raster.tile_numbers[s.query.number])
        for s in sightings
    ]


def test_ties_count_against_the_truth():
    assert picture_rank({0: 1.0, 1: 1.0, 2: 0.5}, own=0) == 2
    assert picture_rank({0: 1.0, 1: 0.5}, own=0) == 1
    assert picture_rank({0: 1.0, 1: float("nan")}, own=0) == 2
    near = np.zeros((3, 3), bool)
    near[1, 1] = True
    assert position_rank_share(np.ones((3, 3), np.float32), near) == pytest.approx(8 / 9)
    nowhere = np.full((3, 3), -np.inf, np.float32)
    assert position_rank_share(nowhere, near) == 1.0


def test_float_baselines_find_the_sample_panoramas(raster, sightings, encoder):
    for baseline in token_baselines(raster, encoder):
        assert sum(rank == 1 for rank in ranks(baseline, raster, sightings)) >= 2
        comparison = Comparison(raster, [baseline])
        for sighting in sightings:
            comparison.add(sighting, "known")
        measures = comparison.report()[baseline.name]["heading_known"][WHOLE]
        assert measures["top1_within_10m"]["value"] >= 2 / 3
        assert measures["queries"] == 3


def test_float_votes_agree_with_the_engine(raster, sightings, encoder):
    """Given signs instead of floats, the votes must be those of the ground's bits alone."""
    _, asymmetric = token_baselines(raster, encoder)
    sighting = sightings[0]
    signs = replace(sighting, projections=np.where(sighting.projections > 0, 1.0, -1.0))
    ours = asymmetric.position_scores(signs)
    everywhere = allowed_positions(raster.codes, None)
    bits_alone = replace(sighting.codes, strength=None, surroundings=None)
    votes = search(raster.codes, bits_alone, 1.0, everywhere, SilentFeedback())
    seen = np.isfinite(votes.best)
    # The engine weighs tokens in 127 steps: only where imagery is missing may the two differ.
    reach = int(np.abs(sighting.codes.offset_rowcol).max()) + 1
    padded = np.pad(raster.codes.covered, reach)
    rows, cols = seen.shape
    complete = np.ones(seen.shape, bool)
    for down, right in sighting.codes.offset_rowcol + reach:
        complete &= padded[down : down + rows, right : right + cols]
    assert complete.any() and seen[complete].all() and np.isfinite(ours)[complete].all()
    assert (np.isfinite(ours) == seen).mean() > 0.95
    seen &= np.isfinite(ours)
    assert np.corrcoef(ours[seen], votes.best[seen])[0, 1] > 0.999
    assert np.where(seen, ours, -9).argmax() == np.where(seen, votes.best, -9).argmax()


def test_pixel_correlation_recognises_its_own_picture(raster, sightings, encoder):
    baseline = PixelCorrelation(raster, encoder)
    number = raster.tile_numbers[1]
    exact = replace(
        sightings[1],
        views=baseline._pictures[number][None].astype(np.uint8),
        valid=np.ones((1, *baseline._pictures[number].shape[:2]), bool),
    )
    scores = baseline.picture_scores(exact)
    assert scores[number] == pytest.approx(1.0, abs=0.02)
    assert max((n for n in scores if n != number), key=scores.get) is not None
    assert all(scores[n] < 0.8 for n in scores if n != number)


def colours(pictures):
    return np.stack([p.reshape(-1, 3).mean(axis=0) for p in pictures]).astype(np.float32)


def coloured(raster):
    """Queries whose photo has exactly the mean colour of its aerial picture."""
    for number in range(len(raster.pairs)):
        query = next(each_query([raster.pairs[number]], []))
        mean = raster.tile(number).rgb.reshape(-1, 3).mean(axis=0)
        rgb = np.broadcast_to(mean, query.photo.rgb.shape).astype(np.uint8)
        yield replace(query, number=number, photo=replace(query.photo, rgb=rgb))


def test_pooled_features_rank_by_similarity(raster, sightings):
    queries = list(coloured(raster))
    photos = photo_features(queries, colours)
    baseline = PooledFeatures("colour", raster, photos, colours)
    assert ranks(baseline, raster, [replace(s, query=q) for s, q in zip(sightings, queries)]) == [
        1,
        1,
        1,
    ]


def test_the_predecessors_loss_has_the_slope_it_claims():
    generator = np.random.default_rng(1)
    similarity = generator.uniform(-0.2, 0.2, (4, 5))
    positive = np.array([0, 3, 1, 4])
    _, slope = loss_and_slope(similarity, positive)
    for row, col in ((0, 0), (1, 2), (3, 4)):
        step = np.zeros_like(similarity)
        step[row, col] = 1e-5
        up, _ = loss_and_slope(similarity + step, positive)
        down, _ = loss_and_slope(similarity - step, positive)
        assert (up - down) / 2e-5 == pytest.approx(slope[row, col], rel=1e-3, abs=1e-6)


def test_the_predecessor_learns_pairs():
    generator = np.random.default_rng(2)
    places = generator.normal(size=(30, 20)).astype(np.float32)
    turn = generator.normal(size=(20, 20)).astype(np.float32) / 4
    for_photo, for_picture = fit_networks(places @ turn, places, np.arange(30))
    from models.training.evaluation.predecessor import _forward

    photo = _forward(for_photo, places @ turn)[0] > 0
    picture = _forward(for_picture, places)[0] > 0
    distance = (photo[:, None] != picture[None]).sum(axis=2)
    assert (distance.argmin(axis=1) == np.arange(30)).mean() > 0.9


def test_the_predecessor_never_sees_the_place_it_is_asked_for(raster, sightings):
    """Fitted on a place it would rank it first; held out, three places leave it to luck."""
    photos = {key_of(s.query): np.eye(3, dtype=np.float32)[i] for i, s in enumerate(sightings)}
    baseline = PredecessorHash(raster, photos, lambda pictures: np.eye(3, dtype=np.float32))
    assert ranks(baseline, raster, sightings) != [1, 1, 1]


def test_the_dominant_set_leaves_out_the_far_one():
    positions = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [500, 500]], float)
    assert np.linalg.norm(dominant_mean(positions) - 0.5) < 1


def test_polar_strip_has_north_in_the_middle():
    rgb = np.zeros((100, 100, 3), np.uint8)
    rgb[:20, 40:60] = 255
    strip = polar(rgb)[20]
    assert strip[112, 0] > 200 and strip[0, 0] == 0 and strip[56, 0] == 0


def test_weights_of_another_kind_are_refused(tmp_path):
    path = tmp_path / "bad.pth"
    path.write_bytes(pickle.dumps(print))
    with pytest.raises(pickle.UnpicklingError):
        load_weights(path)


def test_controls_come_out_lower_than_the_truth(raster, encoder):
    report, rows = run_controls(raster, encoder, say=lambda _: None)
    assert set(report) == {
        "aerial_turned_90deg",
        "pairs_shuffled",
        "photo_ground_blanked",
        "random_codes",
    }
    assert len(rows) == 4 * 15
    for name, measures in report.items():
        assert measures["top1_within_10m"]["value"] <= 0.35, name
    searched = report["random_codes"]["mean_share_searched"]
    assert searched["chance"] == pytest.approx(1 / (np.pi + 1), abs=0.001)
    assert 0.1 <= searched["value"] <= 0.45


def test_a_photo_without_ground_is_a_miss_and_no_crash(raster, encoder):
    from models.training.evaluation.controls import _run

    query = next(each_query(raster.pairs, []))
    skyward = replace(query, camera=replace(query.camera, horizon=2.0))
    outcomes, refused = _run(raster, [(skyward, 0)], lambda place: encoder)
    assert refused == 1
    assert outcomes[0].rank_share == 1.0 and outcomes[0].gallery_rank == 3


def test_blanking_leaves_the_sky(raster):
    query = next(each_query(raster.pairs, []))
    blank = ground_blanked(query).photo.rgb
    top = round(query.camera.horizon * len(blank))
    assert (blank[:top] == query.photo.rgb[:top]).all()
    assert len(np.unique(blank[top:].reshape(-1, 3), axis=0)) == 1


def test_shuffling_moves_every_pair(raster):
    assert all(
        raster.truth(other) != raster.truth(number) for number, other in enumerate(shuffled(raster))
    )


def test_guessing_is_credited_with_what_it_reaches():
    """The best of the near positions stands for the truth; random scores show its worth."""
    rng = np.random.default_rng(0)
    rows, cols = np.mgrid[0:60, 0:60]
    shares = []
    for _ in range(400):
        row, col = rng.uniform(10, 50, 2)
        near = np.hypot(rows - row, cols - col) * 2.5 <= 2.5
        shares.append(position_rank_share(rng.normal(size=(60, 60)), near))
    assert np.mean(np.array(shares) < 0.05) == pytest.approx(chance_in_best(0.05, 2.5), abs=0.04)
    assert np.mean(shares) == pytest.approx(chance_share_searched(2.5), abs=0.03)
    assert np.median(shares) == pytest.approx(chance_share_searched(2.5, 0.5), abs=0.04)


def test_luck_is_the_binomial_tail():
    assert luck(0, 10, 0.1) == pytest.approx(1.0)
    assert luck(10, 10, 0.5) == pytest.approx(0.5**10)
    assert luck(1, 2, 0.5) == pytest.approx(0.75)


def test_samples_hold_whole_places():
    for draw in place_draws(["a", "a", "b", "b"])[:20]:
        counts = np.bincount(draw, minlength=4)
        assert counts[0] == counts[1] and counts[2] == counts[3] and len(draw) == 4
