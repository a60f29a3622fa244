"""Packs are verified before they are used."""

import json
import shutil

import numpy as np
import pytest

from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.surroundings import RINGS


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(shipped_pack_folder(), tmp_path / "pack")


def change(folder, **values):
    path = folder / "pack.json"
    described = json.loads(path.read_text())
    described.update(values)
    path.write_text(json.dumps(described))


def test_the_shipped_pack(pack):
    assert pack.token_m == pytest.approx(2.5)
    assert pack.code_bits == 64
    assert pack.encoder_file.stat().st_size <= 20_000_000
    assert len(pack.sha256) == 64


def test_a_damaged_model_is_refused(copy):
    content = bytearray((copy / "encoder.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (copy / "encoder.onnx").write_bytes(content)
    with pytest.raises(SkymatchError, match="damaged or altered"):
        load_pack(copy)


def test_a_missing_model_is_refused(copy):
    (copy / "encoder.onnx").unlink()
    with pytest.raises(SkymatchError, match="missing"):
        load_pack(copy)


def test_a_folder_without_pack_is_refused(tmp_path):
    with pytest.raises(SkymatchError, match="no model"):
        load_pack(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 99}', "[" * 100_000, "\x00"])
def test_broken_descriptions_are_refused(copy, content):
    (copy / "pack.json").write_text(content)
    with pytest.raises(SkymatchError):
        load_pack(copy)


@pytest.mark.parametrize(
    "wrong",
    [
        {"encoder": "../../etc/passwd"},
        {"encoder": 7},
        {"gsd_m": -1},
        {"gsd_m": "0.2"},
        {"gsd_m": float("nan")},
        {"code_bits": 10**9},
        {"code_bits": 63},
        {"window_tokens": 15},
        {"margin_tokens": 8},
        {"calibration": {}},
        {"calibration": None},
        {"self_test": []},
        {"files": {}},
    ],
)
def test_wrong_values_are_refused(copy, wrong):
    change(copy, **wrong)
    with pytest.raises(SkymatchError):
        load_pack(copy)


def test_a_pack_that_computes_something_else_is_refused(copy, pack):
    inverted = {
        view: " ".join(str(255 - int(byte)) for byte in codes.split())
        for view, codes in pack.self_test.items()
    }
    change(copy, self_test=inverted)
    with pytest.raises(SkymatchError, match="does not compute"):
        Encoder(load_pack(copy))


def test_a_file_that_is_no_model_is_refused(copy):
    import hashlib

    (copy / "encoder.onnx").write_bytes(b"no model")
    digest = hashlib.sha256(b"no model").hexdigest()
    described = json.loads((copy / "pack.json").read_text())["files"]
    change(copy, files={**described, "encoder.onnx": f"sha256:{digest}"})
    with pytest.raises(SkymatchError, match="cannot open"):
        Encoder(load_pack(copy))


@pytest.mark.parametrize(
    "wrong",
    [
        {"file": "../surroundings.onnx"},
        {"file": "no.onnx"},
        {"strength": -1},
        {"strength": float("nan")},
        {"strength": None},
    ],
)
def test_wrong_values_of_the_head_for_surroundings_are_refused(copy, wrong):
    described = json.loads((copy / "pack.json").read_text())["surroundings"]
    change(copy, surroundings={**described, **wrong})
    with pytest.raises(SkymatchError):
        load_pack(copy)


def test_heads_are_verified_and_may_be_missing(copy):
    """Neither changes which indexes can be read."""
    whole = load_pack(copy)
    described = json.loads((copy / "pack.json").read_text())
    (copy / "surroundings.onnx").write_bytes(b"other")
    with pytest.raises(SkymatchError, match="damaged or altered"):
        load_pack(copy)
    del described["surroundings"]
    (copy / "pack.json").write_text(json.dumps(described))
    assert load_pack(copy).surroundings is None
    assert load_pack(copy).sha256 == whole.sha256


def test_a_head_that_does_not_fit_is_refused(copy, encoder):
    """The head for the horizon in place of that for surroundings, and one that tells too little."""
    shutil.copy(copy / "horizon.onnx", copy / "surroundings.onnx")
    described = json.loads((copy / "pack.json").read_text())["files"]
    change(copy, files={**described, "surroundings.onnx": described["horizon.onnx"]})
    wrong = Encoder(load_pack(copy))
    strip, shown = np.zeros((24, 4, 384), np.float32), np.ones((24, 4), bool)
    with pytest.raises(SkymatchError, match="do not fit together"):
        wrong.surroundings(strip, shown, RINGS)
    with pytest.raises(SkymatchError, match="do not fit together"):
        encoder.surroundings(strip, shown, RINGS + 1)
    with pytest.raises(SkymatchError, match="do not fit together"):
        encoder.surroundings(strip[:, :2], shown[:, :2], RINGS)
