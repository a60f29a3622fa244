"""Part: what indexing would cost with one network pass per place, through onnxruntime.

Two rivals with random weights, which take the time of trained ones: (a) a ViT-S/14 of 12 blocks
over a 224 px picture around every position, 5 m apart; (b) a ConvNeXt-B (Liu et al., CVPR 2022,
table 9) over 384 px pictures at four scales around every 30 m cell, as in "Statewide Visual
Geolocalization in the Wild" (Fervers et al., ECCV 2024, config/main.yaml of its repository). A
sample of passes is timed.
"""

from pathlib import Path
from typing import List

import numpy as np
import onnx
import onnxruntime
from common import Figures, median_seconds, run_as_part
from onnx import TensorProto, helper, numpy_helper

from models.training import trunk

VIT_SIDE_PX = 224
VIT_BATCH = 8
VIT_BLOCKS = 12
VIT_SPACING_M = 5.0
CONVNEXT_SIDE_PX = 384
CONVNEXT_BATCH = 2
CELL_M = 30.0
SCALES = 4
CONVNEXT_DEPTHS = (3, 3, 27, 3)
CONVNEXT_WIDTHS = (128, 256, 512, 1024)


def vit_small() -> bytes:
    """The trunk of the shipped model at its full depth."""
    rng = np.random.default_rng(0)
    width = trunk.WIDTH
    shapes = {
        "patch.weight": (width, 3, trunk.PATCH_PX, trunk.PATCH_PX),
        "patch.bias": (width,),
        "cls": (1, 1, width),
        "position.cls": (1, 1, width),
        "position.patches": (1, 37 * 37, width),
    }
    for block in range(VIT_BLOCKS):
        for name in ("query", "key", "value", "out"):
            shapes[f"{block}.{name}.weight"] = (width, width)
            shapes[f"{block}.{name}.bias"] = (width,)
        shapes[f"{block}.fc1.weight"], shapes[f"{block}.fc1.bias"] = (
            (width, 4 * width),
            (4 * width,),
        )
        shapes[f"{block}.fc2.weight"], shapes[f"{block}.fc2.bias"] = (4 * width, width), (width,)
        for name in ("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias"):
            shapes[f"{block}.{name}"] = (width,)
        shapes[f"{block}.scale1"] = shapes[f"{block}.scale2"] = (width,)
    weights = {
        name: (0.02 * rng.standard_normal(shape)).astype(np.float32)
        for name, shape in shapes.items()
    }
    graph = trunk.TrunkGraph(weights)
    tokens = graph.embed("rgb")
    for block in range(VIT_BLOCKS):
        tokens = graph.block(tokens, block)
    output = graph.patch_tokens(tokens, "rgb")
    return _model(graph.nodes, graph.initializers, output, ["n", VIT_SIDE_PX, VIT_SIDE_PX, 3])


class _ConvNext:
    """Collects nodes and random weights while the network is written down."""

    def __init__(self) -> None:
        self.nodes: List[onnx.NodeProto] = []
        self.initializers: List[onnx.TensorProto] = []
        self._rng = np.random.default_rng(0)

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Append a node and return its output's name."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def weight(self, *shape: int) -> str:
        """A random weight."""
        name = f"weight_{len(self.initializers)}"
        values = (0.02 * self._rng.standard_normal(shape)).astype(np.float32)
        self.initializers.append(numpy_helper.from_array(values, name))
        return name

    def norm(self, x: str, width: int) -> str:
        """Layer normalisation over the last axis."""
        return self.op("LayerNormalization", x, self.weight(width), self.weight(width), axis=-1)

    def linear(self, x: str, inner: int, outer: int) -> str:
        """Affine map of the last axis."""
        return self.op("Add", self.op("MatMul", x, self.weight(inner, outer)), self.weight(outer))

    def block(self, x: str, width: int) -> str:
        """One block; `x` has its channels second."""
        depthwise = self.op(
            "Conv", x, self.weight(width, 1, 7, 7), self.weight(width), group=width, pads=[3] * 4
        )
        last = self.norm(self.op("Transpose", depthwise, perm=[0, 2, 3, 1]), width)
        wide = self.linear(last, width, 4 * width)
        root = self.op("Div", wide, self._number(2**0.5))
        grown = self.op("Add", self.op("Erf", root), self._number(1.0))
        active = self.op("Mul", self.op("Mul", wide, grown), self._number(0.5))
        scaled = self.op("Mul", self.linear(active, 4 * width, width), self.weight(width))
        return self.op("Add", x, self.op("Transpose", scaled, perm=[0, 3, 1, 2]))

    def reduce(self, x: str, inner: int, outer: int, step: int) -> str:
        """A convolution that leaves out steps."""
        kernel = self.weight(outer, inner, step, step)
        return self.op("Conv", x, kernel, self.weight(outer), strides=[step, step])

    def _number(self, value: float) -> str:
        name = f"weight_{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.array(value, np.float32), name))
        return name


def convnext_base() -> bytes:
    """All four stages and the mean over the picture."""
    net = _ConvNext()
    x, inner = "rgb", 3
    for stage, (depth, width) in enumerate(zip(CONVNEXT_DEPTHS, CONVNEXT_WIDTHS)):
        if stage:
            last = net.norm(net.op("Transpose", x, perm=[0, 2, 3, 1]), inner)
            x = net.op("Transpose", last, perm=[0, 3, 1, 2])
        x = net.reduce(x, inner, width, 2 if stage else 4)
        for _ in range(depth):
            x = net.block(x, width)
        inner = width
    output = net.op("GlobalAveragePool", x)
    shape = ["n", 3, CONVNEXT_SIDE_PX, CONVNEXT_SIDE_PX]
    return _model(net.nodes, net.initializers, output, shape, float_input=True)


def _model(nodes, initializers, output, shape, float_input=False) -> bytes:
    kind = TensorProto.FLOAT if float_input else TensorProto.UINT8
    graph = helper.make_graph(
        nodes,
        "rival",
        [helper.make_tensor_value_info("rgb", kind, shape)],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, None)],
        initializers,
    )
    operators = [helper.make_opsetid("", trunk.OPSET)]
    model = helper.make_model(graph, opset_imports=operators, ir_version=trunk.IR_VERSION)
    return model.SerializeToString()


def _seconds_per_pass(model: bytes, picture: np.ndarray) -> float:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return median_seconds(lambda: session.run(None, {"rgb": picture}), 7, 15.0) / len(picture)


def measure(_: Path) -> Figures:
    """Seconds per pass and per square kilometre."""
    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (VIT_BATCH, VIT_SIDE_PX, VIT_SIDE_PX, 3)).astype(np.uint8)
    vit = _seconds_per_pass(vit_small(), picture)
    shape = CONVNEXT_BATCH, 3, CONVNEXT_SIDE_PX, CONVNEXT_SIDE_PX
    convnext = _seconds_per_pass(convnext_base(), rng.random(shape).astype(np.float32))
    vit_passes, convnext_passes = (1000 / VIT_SPACING_M) ** 2, SCALES * (1000 / CELL_M) ** 2
    return {
        "vit_seconds_per_pass": vit,
        "vit_passes_per_km2": vit_passes,
        "vit_seconds_per_km2": vit * vit_passes,
        "convnext_seconds_per_pass": convnext,
        "convnext_passes_per_km2": convnext_passes,
        "convnext_seconds_per_km2": convnext * convnext_passes,
    }


if __name__ == "__main__":
    run_as_part(measure)
