"""The ONNX graph around somebody else's network: what `plugin.engine.encoder` runs.

A network takes pictures (n, 3, rows, cols) float32 and gives a map of features: (n, c, rows, cols),
(n, rows, cols, c), or tokens (n, 1 + rows * cols, c), with or without class tokens before them.
Around it stand normalisation, the choice by view, and the projection to code bits.
"""

import math
from typing import List, NamedTuple, Sequence, Tuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import (
    GraphProto,
    ModelProto,
    NodeProto,
    TensorProto,
    compose,
    helper,
    numpy_helper,
    version_converter,
)
from onnx.utils import Extractor

from plugin.engine.encoder import AERIAL, GROUND
from plugin.engine.errors import SkymatchError
from plugin.engine.runtime import import_onnxruntime, session_errors

from .export import Projection
from .trunk import IR_VERSION, OPSET

MAP, LAST, TOKENS = "channels first", "channels last", "tokens"


class Form(NamedTuple):
    """What goes into a network and how its features lie.

    Attributes:
        mean_rgb, std_rgb: subtracted from and divided into pixels of 0 to 255.
        window_px: side of the pictures it is shown.
        rows: rows and columns of its features of such a picture.
        width: numbers for each of them.
        layout: `MAP`, `LAST` or `TOKENS`.
        skipped: class tokens that come first.
    """

    mean_rgb: Tuple[float, float, float]
    std_rgb: Tuple[float, float, float]
    window_px: int
    rows: int
    width: int
    layout: str
    skipped: int

    @property
    def token_px(self) -> int:
        """Side of a token in pixels."""
        return self.window_px // self.rows


def cut_at(network: ModelProto, output: str) -> ModelProto:
    """The part of a network that leads to one of its inner values."""
    inferred = onnx.shape_inference.infer_shapes(network)
    if output not in {name for node in inferred.graph.node for name in node.output}:
        raise SkymatchError(f"The network has no value called {output}. Look it up with netron.")
    return Extractor(inferred).extract_model([_input_name(network)], [output])


def form_of(
    network: ModelProto,
    window_px: int,
    mean_rgb: Tuple[float, float, float],
    std_rgb: Tuple[float, float, float],
) -> Form:
    """Find out by running the network once how its features lie."""
    content, picture = network.SerializeToString(), np.zeros((2, 3, window_px, window_px))
    inputs = {_input_name(network): picture.astype(np.float32)}
    try:
        session = import_onnxruntime().InferenceSession(content, providers=["CPUExecutionProvider"])
        shape = session.run(None, inputs)[0].shape
    except session_errors() as error:
        raise SkymatchError(
            f"onnxruntime cannot run the network on two pictures of {window_px} x {window_px} "
            f"pixels, (2, 3, {window_px}, {window_px}) float32: {error}"
        ) from error
    layout, rows, width, skipped = MAP, 0, 0, 0
    if len(shape) == 4 and shape[2] == shape[3]:
        rows, width = shape[2], shape[1]
    elif len(shape) == 4 and shape[1] == shape[2]:
        layout, rows, width = LAST, shape[1], shape[3]
    elif len(shape) == 3:
        rows = math.isqrt(shape[1])
        layout, width, skipped = TOKENS, shape[2], shape[1] - rows * rows
    if rows < 4 or rows % 2 or window_px % rows:
        raise SkymatchError(
            f"The network turns {window_px} pixels into features of shape {tuple(shape)}. Needed "
            "is a square map with an even number of rows that divides the pixels; choose another "
            "--output or --window-px."
        )
    return Form(mean_rgb, std_rgb, window_px, rows, width, layout, skipped)


def wrapped(networks: Sequence[ModelProto], form: Form, projection: Projection) -> ModelProto:
    """The encoder.

    Args:
        networks: one for both views, or that for aerial windows and that for bird's-eye views.
        form: of all of them.
        projection: from the features to code bits.
    """
    named = [compose.add_prefix(n, f"{v}_") for n, v in zip(_alike(networks), (AERIAL, GROUND))]
    body = _Body()
    pixels = body.pixels(form)
    if len(named) == 1:
        nodes, initializers, tokens = _tokens_of(named[0], pixels, form)
        body.nodes += nodes
        body.initializers += initializers
    else:
        first = body.constant("first_view", np.zeros(1, np.int64))
        is_aerial = body.add("Equal", "view", first)
        branches = [_branch(network, pixels, form) for network in named]
        tokens = body.add("If", is_aerial, then_branch=branches[0], else_branch=branches[1])
    body.project(tokens, projection)
    return _model(body, named, form, projection.matrix.shape[1])


class _Body:
    """The nodes around the networks."""

    def __init__(self) -> None:
        self.nodes: List[NodeProto] = []
        self.initializers: List[TensorProto] = []

    def add(self, kind: str, *inputs: str, output: str = "", **attributes: object) -> str:
        output = output or f"around_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, name: str, value: NDArray) -> str:
        self.initializers.append(numpy_helper.from_array(value, name))
        return name

    def pixels(self, form: Form) -> str:
        """Normalised pixels; those of hidden tokens are the mean colour."""
        shape = 1, 3, 1, 1
        mean = self.constant("mean_rgb", np.array(form.mean_rgb, np.float32).reshape(shape))
        std = self.constant("std_rgb", np.array(form.std_rgb, np.float32).reshape(shape))
        planes = self.add(
            "Transpose", self.add("Cast", "rgb", to=TensorProto.FLOAT), perm=[0, 3, 1, 2]
        )
        normal = self.add("Div", self.add("Sub", planes, mean), std)
        shown = self.add("Unsqueeze", "shown", self.constant("planes", np.array([1], np.int64)))
        scales = np.array([1, 1, form.token_px, form.token_px], np.float32)
        shown = self.add(
            "Resize",
            shown,
            "",
            self.constant("scales", scales),
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        )
        return self.add("Mul", normal, shown, output="around_pixels")

    def project(self, tokens: str, projection: Projection) -> None:
        """Both outputs of the encoder."""
        self.add("Identity", tokens, output="tokens")
        mean = self.add("Gather", self.constant("mean_token", projection.mean), "view", axis=0)
        centred = self.add("Sub", tokens, mean)
        matrix = self.constant("matrix", projection.matrix)
        self.add("MatMul", centred, matrix, output="projection")


def _branch(network: ModelProto, pixels: str, form: Form) -> GraphProto:
    nodes, initializers, tokens = _tokens_of(network, pixels, form)
    output = helper.make_tensor_value_info(tokens, TensorProto.FLOAT, None)
    return helper.make_graph(nodes, network.graph.name or tokens, [], [output], initializers)


def _tokens_of(
    network: ModelProto, pixels: str, form: Form
) -> Tuple[List[NodeProto], List[TensorProto], str]:
    """The network from normalised pixels to tokens (windows, rows, cols, width)."""
    given, features = _input_name(network), network.graph.output[0].name
    tokens, skip, shape = (f"{features}_{part}" for part in ("tokens", "skipped", "shape"))
    nodes = [helper.make_node("Identity", [pixels], [given]), *network.graph.node]
    initializers = list(network.graph.initializer)
    if form.layout == MAP:
        nodes.append(helper.make_node("Transpose", [features], [tokens], perm=[0, 2, 3, 1]))
    elif form.layout == LAST:
        nodes.append(helper.make_node("Identity", [features], [tokens]))
    else:
        slices = {
            f"{skip}_from": [form.skipped],
            f"{skip}_to": [form.skipped + form.rows**2],
            f"{skip}_axis": [1],
        }
        numbers = {**slices, shape: [0, form.rows, form.rows, form.width]}
        initializers += [
            numpy_helper.from_array(np.array(value, np.int64), name)
            for name, value in numbers.items()
        ]
        nodes.append(helper.make_node("Slice", [features, *slices], [skip]))
        nodes.append(helper.make_node("Reshape", [skip, shape], [tokens]))
    return nodes, initializers, tokens


def _model(body: _Body, networks: Sequence[ModelProto], form: Form, bits: int) -> ModelProto:
    side, rows = form.window_px, form.rows
    kind = helper.make_tensor_value_info
    graph = helper.make_graph(
        body.nodes,
        "wrapped_encoder",
        [
            kind("rgb", TensorProto.UINT8, ["windows", side, side, 3]),
            kind("shown", TensorProto.FLOAT, ["windows", rows, rows]),
            kind("view", TensorProto.INT64, [1]),
        ],
        [
            kind("projection", TensorProto.FLOAT, ["windows", rows, rows, bits]),
            kind("tokens", TensorProto.FLOAT, ["windows", rows, rows, form.width]),
        ],
        body.initializers,
    )
    opsets = {o.domain: o.version for network in networks for o in network.opset_import}
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid(*opset) for opset in opsets.items()],
        functions=[function for network in networks for function in network.functions],
        ir_version=max(IR_VERSION, *(network.ir_version for network in networks)),
    )
    model.producer_name = "skymatch"
    onnx.checker.check_model(model)
    return model


def _alike(networks: Sequence[ModelProto]) -> List[ModelProto]:
    """The networks in one version of the ONNX operators, new enough for what stands around them."""
    versions = [_opset(network) for network in networks]
    common = max(OPSET, *versions)
    return [
        network if version == common else version_converter.convert_version(network, common)
        for network, version in zip(networks, versions)
    ]


def _opset(network: ModelProto) -> int:
    return next(o.version for o in network.opset_import if o.domain in ("", "ai.onnx"))


def _input_name(network: ModelProto) -> str:
    """The one input; files from before ONNX 1.4 list the weights among their inputs."""
    weights = {tensor.name for tensor in network.graph.initializer}
    given = [value.name for value in network.graph.input if value.name not in weights]
    if len(given) != 1:
        raise SkymatchError(f"The network takes {len(given)} inputs; needed is one, the picture.")
    return given[0]
