"""Codes and Hamming distance against counting bit by bit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from plugin.engine.hashing import hamming_distance, pack_signs, unpack_signs

values = hnp.arrays(np.float32, (3, 64), elements=st.floats(-5, 5, width=32))


@given(values, values)
def test_distance_counts_differing_signs(a, b):
    expected = ((a > 0) != (b > 0)).sum(axis=-1)
    assert (hamming_distance(pack_signs(a), pack_signs(b)) == expected).all()


@given(values, values)
def test_inner_product_of_signs_is_the_distance(a, b):
    a, b = pack_signs(a), pack_signs(b)
    product = (unpack_signs(a) * unpack_signs(b)).sum(axis=-1)
    assert (product == 64 - 2 * hamming_distance(a, b)).all()


@given(values)
def test_unpacking_gives_the_signs_back(a):
    assert ((unpack_signs(pack_signs(a)) > 0) == (a > 0)).all()
