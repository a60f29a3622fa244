"""Part: ways to count agreeing bits, on one task, each as good as it gets in a few lines.

The task: the votes of all positions of some simulated ground for a panorama with all headings.
Weights are the whole numbers of the search, so that every way but the FFT must give the same
sums. Ways that count bits first fill a table of distances between tokens of the ground and of
the photo, which is then added up, shifted and weighted; products do both at once. All bits count
the same here: ways that count bits cannot let the stronger ones count more, products can.
"""

import functools
import importlib
import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Callable, Dict

import numpy as np
import onnxruntime
from common import Figures, median_seconds, run_as_part
from onnx import TensorProto, helper, numpy_helper
from photo_codes import load_codes
from simulated import Simulator

from plugin.engine.correlate import correlate
from plugin.engine.ground import token_levels
from plugin.engine.hashing import unpack_signs
from plugin.engine.kernels import best_product, plain_product
from plugin.engine.query import PhotoCodes
from plugin.engine.stencil import Stencil, whole_stencil
from plugin.engine.tokens import TokenCodes

SIDE = 96
ROWS_AT_ONCE = 4
_ONES = np.array([bin(value).count("1") for value in range(2**16)], np.uint8)

Table = Callable[[np.ndarray, np.ndarray], np.ndarray]


class Task:
    """Ground, photo and stencil, and the positions at which all of the photo lies on the ground."""

    def __init__(self, ground: TokenCodes, photo: PhotoCodes) -> None:
        self.ground, self.photo, self.stencil = ground, photo, whole_stencil(photo)
        self.rows = ground.grid.rows - self.stencil.down + 1
        self.cols = ground.grid.cols - self.stencil.across + 1
        first = np.array([self.stencil.first_row, self.stencil.first_col])
        place = photo.offset_rowcol - first
        inside = (place >= 0).all(axis=1) & (place < self.stencil.weight.shape[:2]).all(axis=1)
        self.place = place[inside]
        self.codes = np.ascontiguousarray(photo.codes[:, inside].swapaxes(0, 1))
        self.weight = self.stencil.weight[self.place[:, 0], self.place[:, 1]].astype(np.int32)

    @property
    def comparisons(self) -> int:
        """Codes compared with codes."""
        return self.rows * self.cols * int((self.weight > 0).sum())


def by_table(task: Task, table: Table) -> np.ndarray:
    """Distances first, then sums: (rows, cols, layers)."""
    tokens, layers, code_bytes = task.codes.shape
    queries = task.codes.reshape(-1, code_bytes)
    sums = np.zeros((task.rows, task.cols, layers), np.int32)
    for top in range(0, task.ground.grid.rows, ROWS_AT_ONCE):
        part = task.ground.codes[top : top + ROWS_AT_ONCE]
        distances = table(part.reshape(-1, code_bytes), queries)
        distances = distances.reshape(len(part), -1, tokens, layers)
        for number, (down, right) in enumerate(task.place):
            first, last = max(top - down, 0), min(top - down + len(part), task.rows)
            if first < last:
                rows = slice(first + down - top, last + down - top)
                near = distances[rows, right : right + task.cols, number]
                agreement = 8 * code_bytes - 2 * near.astype(np.int32)
                sums[first:last] += agreement * task.weight[number]
    return sums


def lookup_table(ground: np.ndarray, queries: np.ndarray) -> np.ndarray:
    """Exclusive or, then a look-up of the ones in 16 bits."""
    total = np.zeros((len(ground), len(queries)), np.uint16)
    for word in range(ground.shape[1] // 2):
        a, b = ground.view(np.uint16)[:, word], queries.view(np.uint16)[:, word]
        total += _ONES[a[:, None] ^ b[None]]
    return total


def bit_count(ground: np.ndarray, queries: np.ndarray) -> np.ndarray:
    """The same with the processor's instruction, in numpy 2."""
    total = np.zeros((len(ground), len(queries)), np.uint16)
    for word in range(ground.shape[1] // 8):
        a, b = ground.view(np.uint64)[:, word], queries.view(np.uint64)[:, word]
        total += np.bitwise_count(a[:, None] ^ b[None])
    return total


def sign_products(task: Task) -> np.ndarray:
    """Vectors of -1 and +1 as float32, one matrix product per token of the photo."""
    signs = np.moveaxis(unpack_signs(task.ground.codes), 2, 1)
    queries = unpack_signs(task.codes)
    sums = np.zeros((task.rows, queries.shape[1], task.cols), np.float32)
    for number, (down, right) in enumerate(task.place):
        part = signs[down : down + task.rows, :, right : right + task.cols]
        sums += (queries[number] @ part) * task.weight[number][:, None]
    return np.moveaxis(sums, 1, 2)


def fourier(task: Task) -> np.ndarray:
    """Correlation of the signs as floats by numpy's FFT, the whole ground as one tile."""
    stencil = task.stencil
    shape = task.ground.grid.rows, task.ground.grid.cols
    ground = np.fft.rfft2(np.moveaxis(unpack_signs(task.ground.codes), 2, 0), shape)
    sums = np.empty((task.rows, task.cols, stencil.layers), np.float32)
    for layer in range(stencil.layers):
        kernel = np.moveaxis(stencil.kernel[..., layer], 2, 0).astype(np.float32)
        product = (ground * np.conj(np.fft.rfft2(kernel, shape))).sum(axis=0)
        sums[..., layer] = np.fft.irfft2(product, shape)[: task.rows, : task.cols]
    return sums


def convolution(stencil: Stencil) -> Callable[[Task], np.ndarray]:
    """A float Conv in onnxruntime."""
    kernel = np.ascontiguousarray(stencil.kernel.transpose(3, 2, 0, 1)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "w"], ["y"])],
        "conv",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, None)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(kernel, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )

    def votes(task: Task) -> np.ndarray:
        planes = np.moveaxis(unpack_signs(task.ground.codes), 2, 0)[None]
        return np.moveaxis(session.run(None, {"x": planes})[0][0], 0, 2)

    return votes


def foreign_tables() -> Dict[str, Table]:
    """Tables by libraries that are installed."""
    found: Dict[str, Table] = {}
    if importlib.util.find_spec("faiss"):
        faiss = importlib.import_module("faiss")

        def by_faiss(ground: np.ndarray, queries: np.ndarray) -> np.ndarray:
            total = np.empty((len(ground), len(queries)), np.int32)
            faiss.hammings(
                faiss.swig_ptr(ground), faiss.swig_ptr(queries), len(ground), len(queries),
                ground.shape[1], faiss.swig_ptr(total),
            )  # fmt: skip
            return total

        found[f"faiss-cpu {faiss.__version__}"] = by_faiss
    for name, bits in (("simsimd", "bin8"), ("numkong", "uint1")):
        if importlib.util.find_spec(name):
            library = importlib.import_module(name)
            distances = functools.partial(library.cdist, metric="hamming", dtype=bits)
            found[f"{name} {library.__version__}"] = lambda g, q, d=distances: np.asarray(d(g, q))
    return found


def measure(folder: Path) -> Figures:
    """Seconds of every way, and whether its sums are the same."""
    photo = replace(load_codes(folder, "panorama"), strength=None, surroundings=None)
    task = Task(Simulator(folder / "one_km2.gpkg").codes(SIDE, SIDE, seed=2), photo)
    levels = token_levels(task.ground.codes, task.ground.covered)
    product, conv = best_product(), convolution(task.stencil)
    ways: Dict[str, Callable[[], np.ndarray]] = {
        "numpy: float products of signs, token by token": lambda: sign_products(task),
        "numpy: exclusive or, look-up of 16 bits": lambda: by_table(task, lookup_table),
        "numpy: gathered tokens, one product (fallback)": lambda: correlate(
            token_levels(task.ground.codes, task.ground.covered), task.stencil.kernel, plain_product
        ),
        "onnxruntime: 8-bit product (in use)": lambda: correlate(
            token_levels(task.ground.codes, task.ground.covered), task.stencil.kernel, product
        ),
        "onnxruntime: float Conv": lambda: conv(task),
        "numpy: FFT correlation of floats": lambda: fourier(task),
    }
    if hasattr(np, "bitwise_count"):
        ways["numpy 2: exclusive or, bitwise_count"] = lambda: by_table(task, bit_count)
    for name, table in foreign_tables().items():
        ways[name] = lambda t=table: by_table(task, t)
    exact = correlate(levels, task.stencil.kernel, plain_product)
    found: Figures = {"comparisons": task.comparisons, "ways": {}, "numpy": np.__version__}
    for name, way in ways.items():
        error = float(np.abs(way().astype(np.float64) - exact).max())
        found["ways"][name] = {"seconds": median_seconds(way, 5, 8.0), "largest_error": error}
    return found


if __name__ == "__main__":
    run_as_part(measure)
