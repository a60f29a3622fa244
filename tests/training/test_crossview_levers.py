"""Levers that are tried: what they are made of does what it says."""

import numpy as np
import pytest

pytest.importorskip("numba", reason="numba is not installed; `make setup-training` installs it")
pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training.crossview.pixels import PatchReader, as_pixels
from plugin.engine.pack import load_pack, shipped_pack_folder


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
