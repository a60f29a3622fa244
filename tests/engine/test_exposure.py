"""Ground that is too dark or too bright is brought into the usual range; other ground is not."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plugin.engine.exposure import BRIGHT, DARK, exposed, exposure_gain
from plugin.engine.photo import Photo
from plugin.engine.query import encode_photo

SHOWN = np.ones((20, 20), bool)


@given(grey=st.integers(1, 255))
def test_only_unusual_brightness_is_changed_and_lands_in_the_usual_range(grey):
    rgb = np.full((20, 20, 3), grey, np.uint8)
    gain = exposure_gain(rgb, SHOWN)
    if DARK <= grey / 255 <= BRIGHT:
        assert gain == 1.0
    elif grey / 255 > DARK / 4:
        assert DARK <= exposed(rgb, gain).mean() / 255 <= BRIGHT


def test_without_ground_nothing_is_changed():
    assert exposure_gain(np.zeros((20, 20, 3), np.uint8), ~SHOWN) == 1.0


def test_a_darkened_photo_keeps_most_of_its_codes(encoder, sample_scene):
    """A tenth of the light, written in 8 bits."""
    from plugin.engine.photo import camera_of, read_photo

    photo = read_photo(sample_scene / "photos" / "street_02.jpg")
    camera = camera_of(photo)
    dark = Photo("d.jpg", "0", (photo.rgb * 0.1).astype(np.uint8), photo.metadata)
    codes = [encode_photo(p, camera, np.array([0.0]), encoder).codes for p in (photo, dark)]
    differ = np.unpackbits(codes[0] ^ codes[1]).mean()
    assert differ < 0.2
