"""The committed model can be made again from the registry package, bit for bit."""

import hashlib

import numpy as np
import pytest

pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training.export import (
    DEPTH,
    SURROUNDINGS,
    Projection,
    encoder_model,
    load_projection,
    quantised,
    write_pack,
)
from models.training.trunk import load_weights, packaged_weights_path
from plugin.engine.encoder import AERIAL, Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder


@pytest.fixture(scope="module")
def float_model():
    return encoder_model(DEPTH, load_projection())


def test_the_shipped_model_is_rebuilt_byte_for_byte(float_model, tmp_path):
    write_pack(tmp_path, quantised(float_model), load_projection().matrix.shape[1], SURROUNDINGS)
    for name in ("encoder.onnx", "horizon.onnx", "surroundings.onnx"):
        made, shipped = ((f / name).read_bytes() for f in (tmp_path, shipped_pack_folder()))
        assert hashlib.sha256(made).hexdigest() == hashlib.sha256(shipped).hexdigest()
    assert (tmp_path / "pack.json").read_text() == (shipped_pack_folder() / "pack.json").read_text()


def test_eight_bits_change_little(float_model, encoder, tmp_path):
    write_pack(tmp_path, float_model, load_projection().matrix.shape[1], None)
    full = Encoder(load_pack(tmp_path))
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (2, 28, 28, 3), dtype=np.uint8).repeat(8, axis=1).repeat(8, axis=2)
    covered = np.ones(rgb.shape[:3], bool)
    a, b = full.encode(rgb, covered, AERIAL), encoder.encode(rgb, covered, AERIAL)
    cosine = (a * b).sum(-1) / np.linalg.norm(a, axis=-1) / np.linalg.norm(b, axis=-1)
    assert cosine.mean() > 0.99
    assert ((a > 0) == (b > 0)).mean() > 0.95


def test_the_written_graph_computes_what_the_package_does():
    """One block deeper into the original file than `embed`: its own output, read out of it."""
    import onnx
    import onnxruntime

    from models.training.trunk import MEAN_RGB, STD_RGB, WIDTH

    original = onnx.load(str(packaged_weights_path()))
    name = "/backbone/encoder/layer.1/Add_1_output_0"
    original.graph.output.append(onnx.helper.make_tensor_value_info(name, 1, None))
    session = onnxruntime.InferenceSession(original.SerializeToString())
    rgb = np.random.default_rng(1).integers(0, 256, (1, 224, 224, 3), dtype=np.uint8)
    pixels = (rgb - np.float32(MEAN_RGB)) / np.float32(STD_RGB)
    (theirs,) = session.run([name], {"input_image": pixels.transpose(0, 3, 1, 2)})

    identity = Projection(np.eye(WIDTH, dtype=np.float32), np.zeros((2, WIDTH), np.float32))
    ours = onnxruntime.InferenceSession(encoder_model(2, identity).SerializeToString())
    shown, view = np.ones((1, 16, 16), np.float32), np.zeros(1, np.int64)
    (tokens,) = ours.run(["projection"], {"rgb": rgb, "shown": shown, "view": view})
    assert np.abs(tokens.reshape(1, 256, WIDTH) - theirs[:, 1:]).max() < 1e-4


def test_missing_weights_are_named():
    with pytest.raises(KeyError, match="layer.12"):
        load_weights(packaged_weights_path(), 13)
