"""The head as numbers and as an ONNX graph.

Inputs  `strip` float32 (bearings, bands, width), `shown` float32 (bearings, bands)
Output  `expected` float32 (bearings, rings, bits)
"""

from pathlib import Path
from typing import NamedTuple, Tuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from plugin.engine.strips import BANDS, BEARINGS
from plugin.engine.surroundings import RINGS

from ..trunk import WIDTH, TrunkGraph
from .regression import Matrix, Moments, Side

FILE = Path(__file__).resolve().parent / "fitted.npz"
FloatArray = NDArray[np.float32]


class Head(NamedTuple):
    """Numbers of the head.

    Attributes:
        mean: (bands, width).
        matrix: (bands, width, components), see `regression.Side`.
        expected: (bands * components, rings * bits), see `regression.fitted`.
    """

    mean: FloatArray
    matrix: FloatArray
    expected: FloatArray


def head_of(side: Side, expected: Matrix) -> Head:
    """From the real side of a space and what was fitted."""
    return Head(*(part.astype(np.float32) for part in (*side, expected)))


class Fitted(NamedTuple):
    """What `fit.py` stores: the head, what towns taught it, and the real places it has seen."""

    head: Head
    towns: Moments
    places: Tuple[str, ...]


def load_fitted(path: Path) -> Fitted:
    """Read what `save_fitted` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        return Fitted(
            Head(*(stored[name] for name in Head._fields)),
            Moments(*(stored[f"towns_{name}"].astype(np.float64) for name in Moments._fields)),
            tuple(stored["places"].tolist()),
        )


def save_fitted(path: Path, fitted: Fitted) -> None:
    """Write one uncompressed .npz file."""
    moments = fitted.towns._asdict().items()
    towns = {f"towns_{name}": part.astype(np.float32) for name, part in moments}
    np.savez(path, **fitted.head._asdict(), **towns, places=np.array(fitted.places))


def head_model(head: Head) -> onnx.ModelProto:
    """The graph that the plugin runs; the same sums as `regression.features_of` and a product."""
    graph = TrunkGraph({})
    bits = head.expected.shape[1] // RINGS
    shown = graph.op("Reshape", "shown", graph.shape(BEARINGS, len(BANDS), 1))
    centred = graph.op("Mul", graph.op("Sub", "strip", graph.constant(head.mean)), shown)
    by_band = graph.op("Transpose", centred, perm=[1, 0, 2])
    product = graph.op("MatMul", by_band, graph.constant(head.matrix))
    values = graph.op("Transpose", product, perm=[1, 0, 2])
    first = graph.constant(np.array([0], np.int64))
    count = graph.op("ReduceSum", shown, first, keepdims=1)
    at_least_one = graph.op("Max", count, graph.constant(np.ones(1, np.float32)))
    mean = graph.op("Div", graph.op("ReduceSum", values, first, keepdims=1), at_least_one)
    within = graph.op("Mul", graph.op("Sub", values, mean), shown)
    flat = graph.op("Reshape", within, graph.shape(BEARINGS, head.expected.shape[0]))
    told = graph.op("MatMul", flat, graph.constant(head.expected))
    laid = graph.op("Reshape", told, graph.shape(BEARINGS, RINGS, bits))
    graph.nodes.append(helper.make_node("Identity", [laid], ["expected"]))
    sides = [BEARINGS, len(BANDS)]
    return graph.model(
        "skymatch_surroundings",
        [
            helper.make_tensor_value_info("strip", TensorProto.FLOAT, [*sides, WIDTH]),
            helper.make_tensor_value_info("shown", TensorProto.FLOAT, sides),
        ],
        [helper.make_tensor_value_info("expected", TensorProto.FLOAT, [BEARINGS, RINGS, bits])],
    )
