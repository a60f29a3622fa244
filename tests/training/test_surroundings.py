"""The head for surroundings: fitting, the graph, and heads that have not seen a place."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba", reason="numba is not installed; `make setup-training` installs it")
pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training.crossview.examples import GroundMap
from models.training.evaluation import sighting
from models.training.evaluation.cuts import WHOLE, Query
from models.training.evaluation.paired import Found, compared
from models.training.export import load_projection
from models.training.surroundings import pairs as pairs_module
from models.training.surroundings import towns
from models.training.surroundings.head import (
    FILE,
    Fitted,
    Head,
    head_model,
    load_fitted,
    save_fitted,
)
from models.training.surroundings.pairs import WithHead, fitted_but, held_out
from models.training.surroundings.panoramas import (
    Around,
    Panorama,
    around_of,
    less_mean,
    load,
    save,
)
from models.training.surroundings.regression import (
    COMPONENTS,
    features_of,
    fitted,
    moments_of,
    space_of,
)
from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.photo import photo_of
from plugin.engine.query import encode_photo
from plugin.engine.runtime import import_onnxruntime
from plugin.engine.strips import BANDS, BEARINGS, STEP_DEG, Strip
from plugin.engine.surroundings import RINGS

TOKEN_M = 2.5
WIDTH, BITS = 384, 64


def strips(rng, count, mixing):
    """Strips with the covariance that a matrix (width, width) makes."""
    latent = rng.normal(size=(count, BEARINGS, len(BANDS), WIDTH))
    shown = np.ones((BEARINGS, len(BANDS)), np.bool_)
    return [Strip((part @ mixing).astype(np.float32), shown) for part in latent]


def mixing(rng, strength):
    """A few strong directions."""
    turned = np.linalg.qr(rng.normal(size=(WIDTH, WIDTH)))[0]
    return turned * (strength * 0.9 ** np.arange(WIDTH))


def told(space_side, some_strips, truth, rng, noise):
    """Panoramas whose maps are a linear function of the features, and noise."""
    seen = np.ones(BEARINGS, np.bool_)
    panoramas = []
    for strip in some_strips:
        codes = features_of(space_side, strip) @ truth
        codes = codes + noise * rng.normal(size=codes.shape)
        around = Around(codes.reshape(BEARINGS, RINGS, -1).astype(np.float32), seen)
        panoramas.append(Panorama(strip, around))
    return panoramas


@pytest.fixture(scope="module")
def scene():
    """Space, truth, and panoramas of towns and of three real places."""
    rng = np.random.default_rng(0)
    shared = mixing(rng, 1.0)
    real, drawn = strips(rng, 30, shared), strips(rng, 60, 2.0 * shared)
    space = space_of(real, drawn)
    truth = rng.normal(size=(len(BANDS) * COMPONENTS, RINGS * 8)) * 0.3
    of_towns = told(space.towns, drawn, truth, rng, 0.1)
    of_real = told(space.real, real, truth, rng, 0.1)
    by_place = {f"set {n}": of_real[10 * n : 10 * n + 10] for n in range(3)}
    return space, truth, of_towns, by_place


def test_surroundings_of_a_map_with_one_quarter_of_something():
    """Codes that stand north-east of the camera are found at those bearings, wherever it looks."""
    row, col = 40, 30
    codes = np.zeros((80, 70, 2), np.float32)
    codes[:row, col:, 1] = 1.0
    covered = np.ones((80, 70), np.bool_)
    for heading_deg in (0.0, 90.0, 210.0):
        found = around_of(codes, covered, row, col, heading_deg, TOKEN_M)
        assert found.seen.all() and not found.codes[..., 0].any()
        azimuth = (heading_deg + (np.arange(BEARINGS) + 0.5) * STEP_DEG) % 360.0
        inside = (azimuth > 15.0) & (azimuth < 75.0)
        outside = (azimuth > 105.0) & (azimuth < 345.0)
        assert found.codes[inside, :, 1].min() > 0.95
        assert found.codes[outside, :, 1].max() < 0.05
    covered[:, :col] = False
    half = around_of(codes, covered, row, col, 0.0, TOKEN_M)
    assert half.seen[1:11].all() and not half.seen[13:23].any()


def test_what_all_of_a_map_shows_is_left_out():
    signs = np.ones((6, 5, 3), np.float32)
    signs[..., 1] = np.where(np.arange(5) < 2, 1.0, -1.0)
    covered = np.ones((6, 5), np.bool_)
    covered[0] = False
    codes = less_mean(signs, covered)
    assert not codes[0].any() and not codes[..., 0].any()
    assert codes[1:, :, 1].mean() == pytest.approx(0.0, abs=1e-6)
    assert codes[1, 0, 1] == pytest.approx(1.2)


def test_what_a_strip_tells_is_learned_in_one_domain_and_holds_in_the_other(scene):
    space, truth, of_towns, by_place = scene
    expected = fitted(moments_of(space.towns, of_towns), None)
    assert np.corrcoef(expected.ravel(), truth.ravel())[0, 1] > 0.9
    for panoramas in by_place.values():
        for strip, around in panoramas:
            guess = features_of(space.real, strip) @ expected
            assert np.corrcoef(guess.ravel(), around.codes.ravel())[0, 1] > 0.8


def test_a_place_plays_no_part_in_its_own_head(scene):
    """Whatever its map shows; while another place's map does change the head."""
    space, _, of_towns, by_place = scene
    moments = moments_of(space.towns, of_towns)
    before = fitted_but("set 0", by_place, space.real, moments)
    for place, same in (("set 0", True), ("set 1", False)):
        lied = [Panorama(p.strip, Around(-p.around.codes, p.around.seen)) for p in by_place[place]]
        after = fitted_but("set 0", {**by_place, place: lied}, space.real, moments)
        assert np.array_equal(before, after) == same
    alone = fitted_but("set 0", {"set 0": by_place["set 0"]}, space.real, moments)
    assert np.array_equal(alone, fitted(moments, None))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, BEARINGS))
def test_the_graph_computes_what_was_fitted(encoder, seed, bearings):
    """To rounding, for photos that show all, a part or nothing."""
    rng = np.random.default_rng(seed)
    head = load_fitted(FILE).head
    tokens = rng.normal(size=(BEARINGS, len(BANDS), WIDTH)).astype(np.float32)
    shown = (np.arange(BEARINGS) < bearings)[:, None] & (rng.random((BEARINGS, len(BANDS))) < 0.8)
    tokens *= shown[..., None]
    ours, theirs = (
        e.surroundings(tokens, shown, RINGS) for e in (encoder, WithHead(encoder, head))
    )
    assert ours.shape == (BEARINGS, RINGS, BITS)
    assert np.abs(ours - theirs).max() < 1e-5
    assert not ours[~shown.any(axis=1)].any()


def test_the_graph_of_any_numbers(tmp_path):
    rng = np.random.default_rng(1)
    sizes = ((4, 384), (4, 384, 5), (20, RINGS * 16))
    head = Head(*(rng.normal(size=size).astype(np.float32) for size in sizes))
    model = head_model(head).SerializeToString()
    session = import_onnxruntime().InferenceSession(model, providers=["CPUExecutionProvider"])
    strip = rng.normal(size=(BEARINGS, 4, 384)).astype(np.float32)
    (found,) = session.run(None, {"strip": strip, "shown": np.ones((BEARINGS, 4), np.float32)})
    assert found.shape == (BEARINGS, RINGS, 16)
    assert np.abs(found.mean(axis=0)).max() < 1e-3  # differences within the photo only


def test_what_was_fitted_is_kept(tmp_path, scene):
    space, truth, of_towns, _ = scene
    moments = moments_of(space.towns, of_towns)
    head = load_fitted(FILE).head
    save_fitted(tmp_path / "fitted.npz", Fitted(head, moments, ("a", "b")))
    again = load_fitted(tmp_path / "fitted.npz")
    assert again.places == ("a", "b")
    assert all(np.array_equal(a, b) for a, b in zip(again.head, head))
    assert np.allclose(again.towns.products, moments.products, atol=1e-5)


def test_panoramas_of_a_town_are_kept(tmp_path, encoder, monkeypatch):
    """A small town, of one date and two photos."""
    monkeypatch.setattr(towns, "DATES", 1)
    monkeypatch.setattr(towns, "PHOTOS_OF_A_DATE", 2)
    side = 120
    rng = np.random.default_rng(0)
    ground = GroundMap(
        rng.normal(size=(side, side, WIDTH)).astype(np.float16), np.ones((side, side), np.bool_)
    )
    monkeypatch.setattr(towns, "aerial_of", lambda *_: ground)
    found = towns.town_panoramas(1000, load_projection(), encoder)
    assert len(found) == 2
    assert all(p.strip.shown.all() and p.around.seen.all() for p in found)
    save(tmp_path / "town.npz", found)
    again = load(tmp_path / "town.npz")
    assert np.allclose(again[1].strip.tokens, found[1].strip.tokens, atol=0.05)
    assert np.allclose(again[1].around.codes, found[1].around.codes, atol=1e-2)


def test_places_that_were_fitted_on_get_a_head_of_their_own(encoder, shared_data):
    """The real photos that the shipped head has seen; a place it has not seen gets the shipped."""
    from models.training.evaluation.pairs import read_pairs
    from models.training.evaluation.protocol import encode_raster

    listed = read_pairs(shared_data("real-pairs") / "index.csv")
    pairs = [p for p in listed if p.dataset == "cvact_small"][:3]
    raster = encode_raster(pairs, encoder)
    encoder_for = held_out(raster, encoder)
    assert encoder_for("elsewhere") is encoder
    first = encoder_for(pairs[0].place)
    assert first is not encoder and first is encoder_for(pairs[0].place)
    strip = pairs_module.strip_of_pair(pairs[0], encoder)
    one, other = (e.surroundings(strip.tokens, strip.shown, RINGS) for e in (first, encoder))
    assert not np.allclose(one, other, atol=1e-3)
    unseen = replace(raster, pairs=[replace(p, id=f"new {p.id}", lat=None) for p in pairs])
    assert held_out(unseen, encoder)(unseen.pairs[0].place) is encoder


def test_the_listener_hears_what_the_plugin_encodes(encoder):
    """Baselines compare the windows of the ground, not those of the strip."""
    rng = np.random.default_rng(2)
    rgb = np.kron(rng.integers(0, 255, (16, 32, 3), dtype=np.uint8), np.ones((20, 20, 1), np.uint8))
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    query = Query(0, WHOLE, photo_of("drawn", b"", rgb, rgb.shape[1::-1]), camera, 30.0)
    seen = sighting.look(query, 0.0, encoder)
    codes = encode_photo(query.photo, camera, np.array([30.0]), encoder)
    assert np.array_equal(seen.codes.surroundings, codes.surroundings)
    assert np.array_equal(seen.codes.codes, codes.codes)
    assert len(seen.views) == 1


def test_comparing_two_ways():
    """A difference that every place shares is certain, one between places is not."""
    before = [Found("whole", str(n), 20.0, 0.1, False) for n in range(10)]
    better = [Found("whole", str(n), 5.0, 0.001, True) for n in range(10)]
    row = compared(before, better)["all"]["within 10 m"]
    assert (row["before"], row["after"], row["low"], row["high"]) == (0.0, 1.0, 1.0, 1.0)
    mixed = [*better[:5], *before[5:]]
    row = compared(before, mixed)["whole"]["best 1 %"]
    assert row["after"] == 0.5 and 0.0 < row["low"] < 0.5 < row["high"] < 1.0
