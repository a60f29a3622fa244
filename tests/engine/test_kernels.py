"""Whole-number products: the same from onnxruntime as from numpy, and as counted by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine import correlate as correlate_module
from plugin.engine import kernels
from plugin.engine.correlate import correlate, correlate_codes, sum_inside
from plugin.engine.ground import (
    Inside,
    coverage_levels,
    patches,
    rectangle,
    token_levels,
    token_planes,
)
from plugin.engine.hashing import unpack_signs
from plugin.engine.kernels import LARGEST_SUM, ZERO, best_product, plain_product
from plugin.engine.stencil import at_block_positions, near_stencil, whole_stencil
from tests.engine.search_scene import random_map, random_photo


@pytest.fixture(scope="module")
def product():
    """The accelerated product."""
    pytest.importorskip("onnxruntime")
    assert best_product() is not plain_product
    return best_product()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 90), st.integers(1, 700), st.integers(1, 70))
def test_onnxruntime_and_numpy_agree_to_the_last_bit(product, seed, rows, inner, cols):
    rng = np.random.default_rng(seed)
    levels = rng.integers(0, 2 * ZERO + 1, (rows, inner)).astype(np.uint8)
    weights = rng.integers(-127, 128, (inner, cols)).astype(np.int8)
    exact = (levels.astype(np.int64) - ZERO) @ weights.astype(np.int64)
    assert np.array_equal(product(levels, weights), exact)
    assert np.array_equal(plain_product(levels, weights), exact)
    assert product(levels, weights).dtype == plain_product(levels, weights).dtype == np.int32


def test_the_largest_sums_are_exact(product):
    """All tokens agree with the heaviest weights: the limit of what float32 holds."""
    inner = LARGEST_SUM // 127
    levels = np.full((2, inner), ZERO + 1, np.uint8)
    levels[1, ::3] = ZERO - 1
    weights = np.full((inner, 1), 127, np.int8)
    exact = (levels.astype(np.int64) - ZERO) @ weights.astype(np.int64)
    assert np.array_equal(product(levels, weights), exact)
    assert np.array_equal(plain_product(levels, weights), exact)


@pytest.mark.parametrize("small", [0, 10**12])
def test_on_all_cores_the_same(product, monkeypatch, small):
    monkeypatch.setattr(kernels, "SMALL_PRODUCT", small)
    monkeypatch.setattr(kernels, "worker_count", lambda: 2)
    rng = np.random.default_rng(10)
    levels = rng.integers(0, 256, (124, 64)).astype(np.uint8)
    weights = rng.integers(-1, 2, (64, 9000)).astype(np.int8)
    found = best_product(alone=True)(levels, weights, 128)
    assert np.array_equal(found, plain_product(levels, weights, 128))


def test_without_onnxruntime_numpy_does_it(monkeypatch):
    monkeypatch.setattr(kernels, "_onnx_product", lambda: None)
    assert best_product() is plain_product


def test_the_model_written_by_hand_is_a_lawful_one():
    onnx = pytest.importorskip("onnx")
    model = onnx.load_model_from_string(kernels._matmul_integer_model())
    onnx.checker.check_model(model, full_check=True)
    assert [node.op_type for node in model.graph.node] == ["MatMulInteger"]


@settings(max_examples=20, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.tuples(st.integers(1, 5), st.integers(1, 17), st.sampled_from([1, 8, 64])),
    st.sampled_from([1, 3, 24]),
)
def test_correlation_equals_a_plain_sum(seed, shape, layers):
    rng = np.random.default_rng(seed)
    kernel = rng.integers(-127, 128, (*shape, layers)).astype(np.int8)
    rows, cols = 6, 5
    size = rows + shape[0] - 1, cols + shape[1] - 1, shape[2]
    ground = rng.integers(0, 2 * ZERO + 1, size).astype(np.uint8)
    found = correlate(ground, kernel, plain_product)
    for row in range(rows):
        for col in range(cols):
            part = ground[row : row + shape[0], col : col + shape[1]].astype(np.int64) - ZERO
            by_hand = (part[..., None] * kernel).sum(axis=(0, 1, 2))
            assert np.array_equal(found[row, col], by_hand)


def test_correlation_does_not_depend_on_the_product(product):
    rng = np.random.default_rng(1)
    stencil = whole_stencil(random_photo(rng, 24, reach=7))
    index = random_map(rng, 90, 80, 0.1)
    levels = token_levels(index.codes, index.covered)
    ours = correlate(levels, stencil.kernel, product)
    assert np.array_equal(ours, correlate(levels, stencil.kernel, plain_product))


@pytest.mark.parametrize("piece_bytes", [1, 20_000, 10**9])
@pytest.mark.parametrize("holes", [0.0, 0.2])
def test_one_layer_is_correlated_like_many(product, monkeypatch, piece_bytes, holes):
    monkeypatch.setattr(correlate_module, "PLANES_PIECE_BYTES", piece_bytes)
    rng = np.random.default_rng(7)
    index, photo = random_map(rng, 40, 31, holes), random_photo(rng, 1, reach=4)
    kernel = whole_stencil(photo).kernel
    kernel[2, 3:5] = 0  # tokens that the photo does not show
    one_by_one = correlate(token_levels(index.codes, index.covered), kernel, plain_product)
    for way in (product, plain_product):
        assert np.array_equal(correlate_codes(index.codes, index.covered, kernel, way), one_by_one)


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4), st.integers(1, 3))
def test_what_lies_inside_a_rectangle_is_summed_as_by_correlation(edges, layers):
    top, bottom = sorted(edges[:2])
    left, right = sorted(edges[2:])
    weight = np.random.default_rng(8).integers(0, 128, (4, 5, layers)).astype(np.int8)
    covered = np.zeros((12, 12), bool)
    covered[top:bottom, left:right] = True
    found = sum_inside(weight, Inside(top, bottom, left, right), 9, 8)
    by_hand = correlate(coverage_levels(covered), weight[:, :, None], plain_product)
    assert np.array_equal(found, by_hand)


def test_levels_are_signs_and_nothing_where_nothing_is():
    index = random_map(np.random.default_rng(2), 9, 8, 0.3)
    levels = token_levels(index.codes, index.covered).astype(int) - ZERO
    assert np.array_equal(levels, unpack_signs(index.codes) * index.covered[..., None])
    assert np.array_equal(coverage_levels(index.covered)[..., 0] - ZERO, index.covered)
    planes = token_planes(index.codes, index.covered)
    assert np.array_equal(planes.T.reshape(levels.shape), levels)


@given(st.integers(-9, 15), st.integers(-9, 15))
def test_patches_are_rectangles(row, col):
    index = random_map(np.random.default_rng(3), 8, 9, 0.2)
    codes, covered = patches(index, np.array([row, 2]), np.array([col, 3]), 5, 4)
    for number, (top, left) in enumerate([(row, col), (2, 3)]):
        expected, there = rectangle(index, top, left, 5, 4)
        assert np.array_equal(covered[number], there)
        assert np.array_equal(codes[number][there], expected[there])


def test_near_tokens_are_the_heaviest():
    photo = random_photo(np.random.default_rng(4), 3, reach=7)
    near, whole = near_stencil(photo, 0.8), whole_stencil(photo)
    assert near.down < whole.down
    kept = near.total_weight.sum() / whole.total_weight.sum()
    assert 0.75 < kept < 0.9
    tokens = (near.weight > 0).any(axis=2).sum()
    assert tokens < 0.7 * (whole.weight > 0).any(axis=2).sum()


def test_many_bits_still_sum_exactly():
    """Weights get coarser before sums get too large."""
    rng = np.random.default_rng(5)
    photo = random_photo(rng, 1, reach=10)
    photo.weight[:] = 1.0
    wide = np.concatenate([photo.codes] * 16, axis=2)
    stencil = whole_stencil(type(photo)(**{**vars(photo), "codes": wide}))
    assert np.abs(stencil.kernel.astype(np.int64)).sum() <= LARGEST_SUM
    assert stencil.weight.max() < 127


def test_a_block_holds_its_four_positions():
    rng = np.random.default_rng(6)
    kernel = rng.integers(-9, 10, (3, 4, 2, 5)).astype(np.int8)
    ground = rng.integers(0, 3, (4, 5, 2)).astype(np.uint8)
    wide = at_block_positions(kernel)
    found = plain_product(ground.reshape(1, -1), wide.reshape(wide[..., 0, 0].size, -1))
    apart = correlate(ground, kernel, plain_product)
    assert np.array_equal(found.reshape(2, 2, 5), apart)
