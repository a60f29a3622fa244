"""What stands around a camera: laid out by bearing, and added to what lies on the ground."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.hashing import unpack_signs
from plugin.engine.kernels import LARGEST_SUM
from plugin.engine.narrow import THOROUGH
from plugin.engine.photo import photo_of
from plugin.engine.query import encode_photo
from plugin.engine.search import SMALL_POSES, search, typical_votes
from plugin.engine.stencil import near_stencil, whole_stencil
from plugin.engine.strips import BEARINGS, STEP_DEG
from plugin.engine.surroundings import RINGS, Way, laid_out, sectors
from tests.engine.search_scene import random_map, random_photo

TOKEN_M = 2.5
SIDE = 10


def drawn(rgb):
    """A photo of pixels."""
    return photo_of("drawn", b"", rgb, rgb.shape[1::-1])


def surrounded(rng, headings, strength=0.3):
    """A random photo with random surroundings."""
    photo = random_photo(rng, headings)
    laid = rng.normal(size=(headings, SIDE, SIDE, 64)).astype(np.float32)
    size = np.sqrt(np.square(laid).sum(axis=(1, 2, 3)))
    return replace(photo, surroundings=laid * (strength * photo.length / size)[:, None, None, None])


@pytest.fixture(scope="module")
def street_photo():
    """A panorama of random blocks, ground below and things above."""
    coarse = np.random.default_rng(5).integers(0, 255, (16, 32, 3), dtype=np.uint8)
    return drawn(np.kron(coarse, np.ones((20, 20, 1), np.uint8)))


PANORAMA = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)


@settings(max_examples=30, deadline=None)
@given(heading_deg=st.floats(0.0, 360.0))
def test_turning_by_whole_bearings_only_renumbers_sectors(heading_deg):
    """And every sector lies where it says."""
    sector = sectors(heading_deg, TOKEN_M)
    turned = sectors(heading_deg + 5 * STEP_DEG, TOKEN_M)
    assert np.allclose(np.roll(sector, -5, axis=0), turned, atol=1e-3)
    reach = sector.shape[-1] // 2
    along = (np.arange(-reach, reach) + 0.5) * TOKEN_M
    weight = sector[3].sum(axis=0)
    east, north = (weight * along[None, :]).sum(), (weight * -along[:, None]).sum()
    off = np.degrees(np.arctan2(east, north)) - heading_deg - 3.5 * STEP_DEG
    assert abs((off + 180.0) % 360.0 - 180.0) < 4.0


def test_a_camera_a_token_further_east_sees_everything_a_token_further_west():
    here = sectors(20.0, TOKEN_M)
    there = sectors(20.0, TOKEN_M, (TOKEN_M, 0.0))
    assert np.allclose(here[..., :, :-1], there[..., :, 1:], atol=1e-6)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 15.0, 33.0]))
def test_a_quarter_turn_of_the_camera_turns_what_is_laid_out(seed, heading_deg):
    expected = np.random.default_rng(seed).normal(size=(1, BEARINGS, RINGS, 8)).astype(np.float32)
    ways = [Way(0, heading_deg, (0.0, 0.0)), Way(0, heading_deg + 90.0, (0.0, 0.0))]
    laid = laid_out(expected, ways, np.array([2.0, 3.0], np.float32), TOKEN_M)
    assert np.sqrt(np.square(laid).sum(axis=(1, 2, 3))) == pytest.approx([2.0, 3.0], rel=1e-4)
    assert np.allclose(np.rot90(laid[0], -1) / 2.0, laid[1] / 3.0, atol=1e-4)


def test_nothing_expected_is_nothing_laid_out():
    expected = np.zeros((1, BEARINGS, RINGS, 8), np.float32)
    laid = laid_out(expected, [Way(0, 0.0, (0.0, 0.0))], np.ones(1, np.float32), TOKEN_M)
    assert not laid.any()


def test_a_photo_brings_its_surroundings(street_photo, encoder):
    """As strong as the pack says, farther than the ground, and turned with the photo."""
    codes = encode_photo(street_photo, PANORAMA, np.array([0.0, 90.0]), encoder)
    laid = codes.surroundings
    length = np.sqrt(np.square(laid).sum(axis=(1, 2, 3)))
    assert length == pytest.approx(encoder.pack.surroundings.strength * codes.length, rel=1e-4)
    assert codes.reach_tokens == laid.shape[1] // 2 > np.abs(codes.offset_rowcol).max()
    a, b = (part / np.linalg.norm(part) for part in (np.rot90(laid[0], -1), laid[1]))
    assert (a * b).sum() > 0.999
    assert np.array_equal(codes.layers(np.array([1])).surroundings, laid[1:])


def test_a_model_without_the_head_looks_at_the_ground_alone(street_photo, encoder, monkeypatch):
    with_it = encode_photo(street_photo, PANORAMA, np.array([0.0]), encoder)
    monkeypatch.setattr(encoder, "pack", replace(encoder.pack, surroundings=None))
    without = encode_photo(street_photo, PANORAMA, np.array([0.0]), encoder)
    assert without.surroundings is None
    assert np.array_equal(with_it.codes, without.codes)
    with pytest.raises(SkymatchError, match="surrounds"):
        encoder.surroundings(np.zeros((24, 4, 384), np.float32), np.ones((24, 4), bool), RINGS)


def test_too_narrow_a_photo_expects_nothing(encoder):
    """Two bearings have hardly a difference between them."""
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 255, (20, 3, 3), dtype=np.uint8)
    rgb = np.kron(coarse, np.ones((25, 25, 1), np.uint8))
    camera = Camera(EQUIRECTANGULAR, 28.0, 180.0, 0.5, 1.6)
    codes = encode_photo(drawn(rgb), camera, np.array([0.0]), encoder)
    assert not codes.surroundings.any()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.01, 20.0))
def test_whole_numbers_keep_surroundings_and_their_sums(seed, strength):
    photo = surrounded(np.random.default_rng(seed), 2, strength)
    stencil = whole_stencil(photo)
    ground = whole_stencil(replace(photo, surroundings=None))
    assert np.abs(stencil.kernel.astype(int)).sum(axis=(0, 1, 2)).max() <= LARGEST_SUM
    assert (stencil.down, stencil.across) == (SIDE, SIDE)
    assert (stencil.first_row, stencil.first_col) == (-SIDE // 2, -SIDE // 2)
    assert np.array_equal(stencil.total_weight, ground.total_weight)
    inside = (
        slice(ground.first_row - stencil.first_row, None),
        slice(ground.first_col - stencil.first_col, None),
    )
    weight = stencil.weight[inside][: ground.down, : ground.across]
    assert np.array_equal(weight, ground.weight)
    scale = 127.0 / photo.weight.max(axis=1)
    corner = stencil.kernel[0, 0].astype(float)
    wanted = np.clip(photo.surroundings[:, 0, 0].T * scale, -127, 127)
    assert np.abs(corner - wanted).max() <= 0.51


def test_narrowing_looks_at_the_ground_alone():
    photo = surrounded(np.random.default_rng(2), 3)
    near = near_stencil(photo, THOROUGH.weight_share)
    alone = near_stencil(replace(photo, surroundings=None), THOROUGH.weight_share)
    assert np.array_equal(near.kernel, alone.kernel)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_votes_are_ground_and_surroundings_together(seed, headings):
    """Against sums in floats over every token, imagery everywhere."""
    rng = np.random.default_rng(seed)
    index, photo = random_map(rng, 30, 28), surrounded(rng, headings)
    votes = search(index, photo, 1.0, np.ones((31, 29), bool), SilentFeedback())
    signs = unpack_signs(index.codes)
    row, col = 14, 13
    by_hand = []
    for layer in range(headings):
        kernel = np.zeros((SIDE, SIDE, 64))
        for token, (down, right) in enumerate(photo.offset_rowcol):
            code = unpack_signs(photo.codes[layer, token])
            kernel[down + SIDE // 2, right + SIDE // 2] = photo.weight[layer, token] * code
        kernel += photo.surroundings[layer]
        part = signs[row - SIDE // 2 : row + SIDE // 2, col - SIDE // 2 : col + SIDE // 2]
        by_hand.append((kernel * part).sum() / np.abs(kernel).sum())
    assert votes.best[row, col] == pytest.approx(max(by_hand), abs=0.01)


def test_a_place_is_found_by_its_surroundings():
    """Two places with the same ground; only what stands around tells them apart."""
    rng = np.random.default_rng(7)
    index, photo = random_map(rng, 60, 60), surrounded(rng, 1)
    bits = np.where(photo.surroundings[0] >= 0, 1, 0).astype(np.uint8)
    half = SIDE // 2
    index.codes[20 - half : 20 + half, 40 - half : 40 + half] = np.packbits(bits, axis=-1)
    for row, col in ((20, 40), (40, 15)):
        for token, (down, right) in enumerate(photo.offset_rowcol):
            index.codes[row + down, col + right] = photo.codes[0, token]
    allowed = np.ones((61, 61), bool)
    votes = search(index, photo, 1.0, allowed, SilentFeedback())
    assert np.unravel_index(np.nanargmax(votes.best), votes.best.shape) == (20, 40)
    alone = search(index, replace(photo, surroundings=None), 1.0, allowed, SilentFeedback())
    assert alone.best[20, 40] == pytest.approx(alone.best[40, 15], abs=1e-4)


def test_a_large_search_pinpoints_with_surroundings():
    rng = np.random.default_rng(8)
    index, photo = random_map(rng, 150, 150), surrounded(rng, 24)
    allowed = np.ones((151, 151), bool)
    assert allowed.size * 24 > SMALL_POSES
    votes = search(index, photo, 1.0, allowed, SilentFeedback())
    stencil, signs = whole_stencil(photo), unpack_signs(index.codes)
    for row, col in np.argwhere(votes.survived[20:-20, 20:-20])[:20] + 20:
        top, left = row + stencil.first_row, col + stencil.first_col
        part = signs[top : top + stencil.down, left : left + stencil.across]
        sums = np.einsum("ijb,ijbl->l", part, stencil.kernel.astype(np.float64))
        expected = (sums / stencil.full_agreement).max()
        assert votes.best[row, col] == pytest.approx(expected, abs=1e-5)
    assert typical_votes(index, photo).deviation > 0
