"""The head as numbers and as an ONNX graph: one attention layer over the encoder's tokens.

Inputs  `tokens` float32 (windows, 16, 16, 384), `shown` float32 (windows, 16, 16)
Output  `latitudes` float32 (windows, 16, 16, 2): sine of the latitude, log of its spread.
"""

from pathlib import Path
from typing import Dict

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from ..trunk import WIDTH, TrunkGraph

TOKENS = 16
INNER = 64
INNER_HEADS = 4

Weights = Dict[str, NDArray[np.float32]]


def load_weights(path: Path) -> Weights:
    """What `fit.py` stored."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def head_model(weights: Weights) -> onnx.ModelProto:
    """The graph that the plugin runs; the same sums as `fit.Head`."""
    graph = TrunkGraph(weights)
    flat = graph.op("Reshape", "tokens", graph.shape(0, -1, WIDTH))
    graph.hide("shown", class_token=False)
    x = graph.op("Add", graph.linear(flat, "inner"), graph.weight("position"))
    x = graph.op("Add", x, _attention(graph, graph.norm(x, "norm1")))
    hidden = graph.gelu(graph.linear(graph.norm(x, "norm2"), "wide"))
    x = graph.op("Add", x, graph.linear(hidden, "narrow"))
    read = graph.linear(x, "read")
    square = graph.op("Reshape", read, graph.shape(0, TOKENS, TOKENS, 2))
    graph.nodes.append(helper.make_node("Identity", [square], ["latitudes"]))
    sides = ["windows", TOKENS, TOKENS]
    return graph.model(
        "skymatch_horizon",
        [
            helper.make_tensor_value_info("tokens", TensorProto.FLOAT, [*sides, WIDTH]),
            helper.make_tensor_value_info("shown", TensorProto.FLOAT, sides),
        ],
        [helper.make_tensor_value_info("latitudes", TensorProto.FLOAT, [*sides, 2])],
    )


def _attention(graph: TrunkGraph, x: str) -> str:
    width = INNER // INNER_HEADS
    query, key, value = (
        graph.op(
            "Transpose",
            graph.op("Reshape", graph.linear(x, layer), graph.shape(0, 0, INNER_HEADS, width)),
            perm=perm,
        )
        for layer, perm in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
    )
    scale = graph.constant(np.array(width**-0.5, np.float32))
    logits = graph.masked(graph.op("MatMul", graph.op("Mul", query, scale), key))
    mixed = graph.op("MatMul", graph.op("Softmax", logits, axis=-1), value)
    joined = graph.op("Transpose", mixed, perm=[0, 2, 1, 3])
    return graph.linear(graph.op("Reshape", joined, graph.shape(0, 0, INNER)), "out")
