"""Levers that are tried: what they are made of does what it says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba", reason="numba is not installed; `make setup-training` installs it")
pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training.crossview.pixels import PatchReader, as_pixels
from models.training.crossview.strips import (
    BANDS,
    BEARINGS,
    STEP_DEG,
    sectors,
    strip_of,
    surroundings_of,
)
from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.pack import load_pack, shipped_pack_folder

TOKEN_M = 2.5


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


def test_surroundings_of_a_map_with_one_quarter_of_something():
    """Codes that stand north-east of the camera are found at those bearings, wherever it looks."""
    row, col = 40, 30
    codes = np.zeros((80, 70, 2), np.float32)
    codes[:row, col:, 1] = 1.0
    covered = np.ones((80, 70), np.bool_)
    for heading_deg in (0.0, 90.0, 210.0):
        found = surroundings_of(codes, covered, row, col, heading_deg, TOKEN_M)
        assert found.seen.all() and not found.codes[..., 0].any()
        azimuth = (heading_deg + (np.arange(BEARINGS) + 0.5) * STEP_DEG) % 360.0
        inside = (azimuth > 15.0) & (azimuth < 75.0)
        outside = (azimuth > 105.0) & (azimuth < 345.0)
        assert found.codes[inside, :, 1].min() > 0.95
        assert found.codes[outside, :, 1].max() < 0.05
    covered[:, :col] = False
    half = surroundings_of(codes, covered, row, col, 0.0, TOKEN_M)
    assert half.seen[1:11].all() and not half.seen[13:23].any()


def test_a_strip_tells_bearings_and_what_is_not_seen(encoder):
    """A panorama turned by a quarter gives the same strip turned; a narrow photo a part of it."""
    generator = np.random.default_rng(3)
    coarse = generator.integers(0, 255, (8, 16, 3), dtype=np.uint8)
    panorama = np.kron(coarse, np.ones((40, 40, 1), np.uint8))
    whole = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    strip = strip_of(panorama, whole, encoder)
    assert strip.seen.all() and strip.tokens.shape[:2] == (BEARINGS, len(BANDS))
    turned = strip_of(np.roll(panorama, -160, axis=1), whole, encoder)
    same = np.abs(np.roll(strip.tokens, -6, axis=0) - turned.tokens).mean()
    assert same < 0.2 * np.abs(strip.tokens - turned.tokens).mean()
    quarter = Camera(EQUIRECTANGULAR, 90.0, 180.0, 0.5, 2.5)
    part = strip_of(panorama[:, 240:400], quarter, encoder)
    assert np.flatnonzero(part.seen).tolist() == [0, 1, 2, 21, 22, 23]


def test_patches_are_pixels():
    """Nothing is lost on the way there and back."""
    reader = PatchReader(load_pack(shipped_pack_folder()))
    rgb = np.random.default_rng(1).integers(0, 255, (2, 224, 224, 3), dtype=np.uint8)
    patches = reader.tokens(rgb, np.ones((2, 16, 16), np.float32))
    assert patches.shape == (2, 16, 16, 588)
    assert np.array_equal(as_pixels(patches.astype(np.float16), 14), rgb)


def test_blocks_with_fresh_adapters_are_the_transformer():
    """In PyTorch as in the ONNX graph, hidden tokens included."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make adapters` does it")
    from models.training.crossview.adapted import Blocks, embedded
    from models.training.fit import TokenReader
    from models.training.trunk import load_weights, packaged_weights_path

    weights = load_weights(packaged_weights_path(), 7)
    rgb = np.random.default_rng(0).integers(0, 255, (2, 224, 224, 3), dtype=np.uint8)
    covered = np.ones((2, 224, 224), np.bool_)
    covered[1, :, 100:] = False
    expected, share = TokenReader().tokens(rgb, covered)
    seen = share >= 0.3
    blocks = Blocks(weights, range(7), rank=4)
    with torch.no_grad():
        shown = torch.from_numpy(seen.astype(np.float32)).flatten(1)
        found = blocks(embedded(torch.from_numpy(rgb), weights), shown)[:, 1:].numpy()
    assert np.abs(found.reshape(expected.shape) - expected)[seen].max() < 1e-4
    assert len(blocks.learned()) == 7 * 6 * 2
