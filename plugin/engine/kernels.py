"""The arithmetic of the search: matrix products of small whole numbers.

One side is unsigned bytes around a zero, the other one signed bytes. onnxruntime multiplies them in
8-bit integers; numpy multiplies the same numbers as float32, which hold every sum exactly up to
`LARGEST_SUM`. So both give the same result to the last bit, and which of them is at hand
decides about time only.
"""

import os
from functools import lru_cache
from typing import Any, Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from .runtime import import_onnxruntime

ZERO = 1
LARGEST_SUM = 2**24
SMALL_PRODUCT = 40_000_000  # multiplications; waking threads takes longer

Levels = NDArray[np.uint8]
Weights = NDArray[np.int8]
Sums = NDArray[np.int32]


class Product(Protocol):
    """A way to multiply; all give the same."""

    def __call__(self, levels: Levels, weights: Weights, zero: int = ZERO) -> Sums:
        """(rows, inner) levels, less the zero, times (inner, columns) weights: (rows, columns)."""
        ...


def plain_product(levels: Levels, weights: Weights, zero: int = ZERO) -> Sums:
    """`Product` by numpy."""
    shifted = levels.astype(np.float32)
    shifted -= zero
    return np.asarray(shifted @ weights.astype(np.float32)).astype(np.int32)


def best_product(alone: bool = False) -> Product:
    """The fastest product that this Python offers.

    Args:
        alone: nothing else is multiplied meanwhile, so that a large product may take all cores.
    """
    one_core = _onnx_product()
    if one_core is None:
        return plain_product
    if not alone or worker_count() == 1:
        return one_core
    all_cores = _onnx_product(worker_count()) or one_core

    def product(levels: Levels, weights: Weights, zero: int = ZERO) -> Sums:
        large = levels.size * weights.shape[1] > SMALL_PRODUCT
        return (all_cores if large else one_core)(levels, weights, zero)

    return product


@lru_cache(maxsize=None)  # asking takes a tenth of a small search
def worker_count() -> int:
    """Threads worth having: the products leave Python's lock."""
    return max(1, min(os.cpu_count() or 1, 8))


@lru_cache(maxsize=None)
def _onnx_product(threads: int = 1) -> Optional[Product]:
    """`Product` by onnxruntime's MatMulInteger; None where onnxruntime is absent."""
    try:
        onnxruntime: Any = import_onnxruntime()
    except ImportError:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # it burns a core
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        _matmul_integer_model(), options, providers=["CPUExecutionProvider"]
    )

    def product(levels: Levels, weights: Weights, zero: int = ZERO) -> Sums:
        inputs = {"levels": levels, "weights": weights, "zero": np.array(zero, np.uint8)}
        return np.asarray(session.run(None, inputs)[0])

    return product


def _matmul_integer_model() -> bytes:
    """An ONNX model of one node, MatMulInteger with a zero point, written by hand.

    The numbers of the fields are those of onnx.proto (IR version 8, operator set 17); the
    package `onnx` is not at hand in QGIS.
    """
    uint8, int8, int32 = 2, 3, 6
    node = b"".join(_field(1, name) for name in (b"levels", b"weights", b"zero"))
    node += _field(2, b"sums") + _field(4, b"MatMulInteger")
    graph = _field(1, node) + _field(2, b"product")
    graph += _field(11, _tensor(b"levels", uint8, b"m", b"k"))
    graph += _field(11, _tensor(b"weights", int8, b"k", b"n"))
    graph += _field(11, _tensor(b"zero", uint8))
    graph += _field(12, _tensor(b"sums", int32, b"m", b"n"))
    return _number(1, 8) + _field(7, graph) + _field(8, _number(2, 17))


def _tensor(name: bytes, kind: int, *sides: bytes) -> bytes:
    """A ValueInfoProto: a tensor of a kind with named sides."""
    shape = b"".join(_field(1, _field(2, side)) for side in sides)
    return _field(1, name) + _field(2, _field(1, _number(1, kind) + _field(2, shape)))


def _field(number: int, content: bytes) -> bytes:
    """A protobuf field of bytes; the wire type of these is 2."""
    length, size = len(content), b""
    while length > 127:
        size += bytes([length % 128 + 128])
        length //= 128
    return bytes([number * 8 + 2]) + size + bytes([length]) + content


def _number(number: int, value: int) -> bytes:
    """A protobuf field of a whole number below 128; the wire type of these is 0."""
    return bytes([number * 8, value])
