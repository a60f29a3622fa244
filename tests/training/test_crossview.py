"""Training across views: simulated pairs lie where they say; the projection learns from them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba", reason="numba is not installed; `make setup-training` installs it")
pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training import fit
from models.training.crossview import simulated
from models.training.crossview.examples import (
    Examples,
    GroundMap,
    Sighting,
    joined,
    load,
    save,
    town_files,
)
from models.training.crossview.photometric import varied
from models.training.crossview.scatter import Scatter, load_scatter, matched_tokens, scatter_of
from models.training.export import WIDTH, load_projection

TOWN = 9000


@pytest.fixture(scope="module")
def town(encoder):
    """A small town on two dates, as tokens."""
    patch = pytest.MonkeyPatch()
    patch.setattr(simulated, "PHOTOS_OF_A_DATE", 4)
    patch.setattr(simulated, "DATES_BELOW", 1)
    style = simulated.random_style(np.random.default_rng(TOWN))
    small = type(style)(**{**vars(style), "size_m": 120.0, "block_m": (40.0, 60.0)})
    patch.setattr(simulated, "random_style", lambda generator: small)
    yield simulated.town_examples(TOWN, encoder)
    patch.undo()


def codes(tokens, view, projection):
    return np.sign((tokens.astype(np.float32) - projection.mean[view]) @ projection.matrix)


def test_a_town_agrees_with_itself_at_the_true_pose_only(town):
    """Codes of photos agree with the map where they were taken, and less a few tokens away."""
    projection = load_projection()
    here, away = [], []
    for ground, aerial, moved in zip(
        matched_tokens(town)[:2][0], matched_tokens(town)[1], matched_tokens(shifted(town, 5, 3))[1]
    ):
        photo = codes(ground, 1, projection)
        here.append((photo * codes(aerial, 0, projection)).mean())
        away.append((photo * codes(moved, 0, projection)).mean())
    assert np.mean(here) > np.mean(away) + 0.05


def shifted(examples, rows, cols):
    moved = [
        Sighting(**{**vars(s), "row": s.row + rows, "col": s.col + cols})
        for s in examples.sightings
    ]
    return Examples(examples.maps, moved)


def test_dates_of_a_town_differ_in_looks_but_not_in_place(town):
    first, second = town.maps
    assert first.tokens.shape == second.tokens.shape and first.covered.all()
    assert not np.array_equal(first.tokens, second.tokens)
    projection = load_projection()
    a, b = (codes(m.tokens, 0, projection) for m in town.maps)
    assert (a * b).mean() > (a * np.roll(b, 7, axis=1)).mean() + 0.1


def test_examples_survive_the_disk(town, tmp_path):
    save(tmp_path / "town.npz", town)
    again = load(tmp_path / "town.npz")
    assert len(again.maps) == 2 and len(again.sightings) == len(town.sightings)
    for one, other in zip(town.sightings, again.sightings):
        assert np.array_equal(one.tokens, other.tokens) and one.places == other.places
        assert (one.row, one.col, one.kind, one.group) == (
            other.row, other.col, other.kind, other.group
        )  # fmt: skip
    both = joined([town, again])
    assert both.sightings[-1].places == (2, 3)


def invented(rng, width=WIDTH, photos=12, noise=1.0):
    """Maps of random tokens, and photos that see them with noise in the first half of the axes."""
    tokens = rng.normal(size=(40, 40, width)).astype(np.float16)
    ground = GroundMap(tokens, np.ones((40, 40), np.bool_))
    loud = np.where(np.arange(width) < width // 2, 3.0 * noise, 0.3 * noise)
    sightings = []
    for _ in range(photos):
        row, col = (int(v) for v in rng.integers(10, 30, 2))
        seen = tokens[row - 8 : row + 8, col - 8 : col + 8].astype(np.float32)
        seen = seen + rng.normal(size=seen.shape) * loud
        weight = np.ones((1, 16, 16), np.float32)
        turns = np.zeros(1, np.float32)
        sightings.append(
            Sighting(seen[None].astype(np.float16), weight, turns, (0,), row, col, "photo", "x")
        )
    return Examples([ground], sightings)


def test_the_scatter_tells_noise_from_what_is_shared():
    rng = np.random.default_rng(0)
    found = scatter_of([invented(rng), invented(rng)])
    half = WIDTH // 2
    noise, shared = np.diag(found.noise), np.diag(found.shared)
    assert noise[:half].mean() > 5.0 * noise[half:].mean()
    assert np.allclose(shared.mean(), 1.0, atol=0.2)
    assert np.allclose(found.noise, found.noise.T) and np.allclose(found.shared, found.shared.T)


def test_the_projection_avoids_directions_in_which_the_views_differ():
    rng = np.random.default_rng(1)
    towns = scatter_of([invented(rng)])
    real = rng.normal(size=(4000, WIDTH)).astype(np.float32)
    trained = fit.fit_projection(real, real, np.ones(4000, np.float32), towns)
    untrained = fit.fit_projection(real, real, np.ones(4000, np.float32))
    half = WIDTH // 2

    def in_the_noise(projection):
        matrix = projection.matrix / np.linalg.norm(projection.matrix, axis=0)
        return float(np.square(matrix[:half]).sum() / matrix.shape[1])

    assert in_the_noise(trained) < 0.2 < 0.4 < in_the_noise(untrained)
    assert trained.matrix.shape == (WIDTH, fit.BITS) and np.isfinite(trained.matrix).all()


def test_the_committed_scatter_is_one():
    towns = load_scatter()
    assert towns.noise.shape == towns.shared.shape == (WIDTH, WIDTH)
    assert np.linalg.eigvalsh(towns.noise).min() > -1e-3 * np.trace(towns.noise) / WIDTH
    assert isinstance(towns, Scatter) and np.trace(towns.shared) > 0


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**31))
def test_variations_keep_the_size_and_are_drawn_anew(seed):
    rng = np.random.default_rng(seed)
    picture = np.random.default_rng(0).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    once, again = (varied(picture, rng, 1.0) for _ in range(2))
    assert once.shape == again.shape == picture.shape and once.dtype == np.uint8
    assert not np.array_equal(once, again)


def test_towns_to_fit_on_and_towns_held_out_are_told_by_their_number(tmp_path):
    """In order of the numbers; and none to fit on is said before any work."""
    for number in (1010, 1002, 2001, 2000):
        (tmp_path / f"town{number}.npz").touch()
    assert [path.stem for path in town_files(tmp_path)] == ["town1002", "town1010"]
    assert [path.stem for path in town_files(tmp_path, True)] == ["town2000", "town2001"]
    with pytest.raises(SystemExit, match="make train"):
        town_files(tmp_path / "nowhere")
    assert town_files(tmp_path / "nowhere", held_out=True) == []
