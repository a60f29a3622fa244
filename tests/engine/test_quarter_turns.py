"""Views a quarter turn apart steady each other."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine.quarter_turns import OTHERS_SHARE, steadied
from plugin.engine.surroundings import Way

UNSHIFTED = (0.0, 0.0)
ALL_AROUND = [Way(0, 15.0 * n, UNSHIFTED) for n in range(24)]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 23))
def test_a_reading_that_turns_with_the_picture_stays(seed, number):
    """Where every view says the same of the same ground, their mean does too."""
    first = np.random.default_rng(seed).normal(size=(6, 4, 4, 3)).astype(np.float32)
    views = np.concatenate([np.rot90(first, -k, axes=(1, 2)) for k in range(4)])
    assert np.allclose(steadied(views, ALL_AROUND)[number], views[number], atol=1e-5)


def test_what_differs_is_averaged():
    views = np.zeros((24, 4, 4, 2), np.float32)
    views[3, 0, 1] = 1.0
    found = steadied(views, ALL_AROUND)
    assert found[3, 0, 1] == pytest.approx(1.0 - OTHERS_SHARE)
    # The view a quarter further on shows that ground a quarter clockwise from there.
    assert np.rot90(found[9], 1)[0, 1] == pytest.approx(OTHERS_SHARE / 3.0)
    assert np.count_nonzero(found[..., 0]) == 4


@pytest.mark.parametrize(
    "ways",
    [
        [Way(0, heading, UNSHIFTED) for heading in (0.0, 90.0, 180.0)],
        [Way(0, heading, UNSHIFTED) for heading in (-20.0, -10.0, 0.0, 10.0, 20.0)],
        [Way(0, 90.0 * k, (0.6, -0.6)) for k in range(4)],
        [Way(k, 90.0 * k, UNSHIFTED) for k in range(4)],
    ],
)
def test_views_without_all_their_quarter_turns_stay_as_they_are(ways):
    views = np.random.default_rng(0).normal(size=(len(ways), 4, 4, 2)).astype(np.float32)
    assert np.array_equal(steadied(views, ways), views)


def test_cameras_are_kept_apart():
    views = np.random.default_rng(0).normal(size=(8, 4, 4, 2)).astype(np.float32)
    ways = [Way(camera, 90.0 * k, UNSHIFTED) for camera in (0, 1) for k in range(4)]
    both = steadied(views, ways)
    assert np.array_equal(both[:4], steadied(views[:4], ways[:4]))
    assert np.array_equal(both[4:], steadied(views[4:], ways[4:]))
