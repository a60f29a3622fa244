"""How usable a photo is: drawn pictures of a street, good and bad."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageFilter

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo, camera_of, read_photo
from plugin.engine.usability import (
    BLURRED,
    DARK,
    FAIRLY,
    NO_GROUND,
    OVEREXPOSED,
    PLAIN,
    usability,
)

CAMERA = Camera(PERSPECTIVE, 65.0, 0.0, 0.5, 1.6)


def street(width=1024, height=768, camera=CAMERA):
    """Ground with detail at every scale, seen through the camera, below a plain sky."""
    rng = np.random.default_rng(3)
    ground = np.zeros((1024, 1024), np.float32)
    for octave in range(8):
        cells = rng.normal(size=(2 ** (octave + 3),) * 2).astype(np.float32)
        ground += np.kron(cells, np.ones((2 ** (7 - octave),) * 2, np.float32))
    ground = np.clip(110 + 12 * ground, 0, 255)
    focal = width / 2 / np.tan(np.radians(camera.fov_deg) / 2)
    col, row = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    below = np.maximum((row - height / 2) / focal, 1e-4)
    ahead = camera.height_m / below
    right = ahead * (col - width / 2) / focal
    # 0.05 m per texture pixel, enough for 51 m around.
    i = (ahead / 0.05).astype(np.int64) % 1024
    j = (right / 0.05).astype(np.int64) % 1024
    grey = np.where(row > height / 2, ground[i, j], 210.0)
    rgb = np.repeat(grey[..., None], 3, axis=2).astype(np.uint8)
    return Photo("street.jpg", "0" * 64, rgb, PhotoMetadata())


def changed(photo, change):
    return replace(photo, rgb=np.asarray(change(Image.fromarray(photo.rgb)), dtype=np.uint8))


def test_a_good_photo():
    found = usability(street(), CAMERA)
    assert found.number > 0.9
    assert 0.6 < found.sharpness < 1.5
    assert 0.3 < found.brightness < 0.6
    # A sector of 65 degrees between where the picture ends and 16 m.
    nearest_m = 1.6 / (0.75 * np.tan(np.radians(32.5)))
    sector_m2 = np.pi * 16**2 * 65 / 360 - nearest_m**2 * np.tan(np.radians(32.5))
    assert found.ground_m2 == pytest.approx(sector_m2, rel=0.03)
    assert found.ground_share == pytest.approx(found.ground_m2 / (np.pi * 16**2))


def test_blur_counts_where_it_reaches_the_ground():
    """A blur of 2 pixels leaves cells of 18 cm readable, one of 24 does not."""
    photo = street()
    light, heavy = (
        usability(changed(photo, lambda p, r=r: p.filter(ImageFilter.GaussianBlur(r))), CAMERA)
        for r in (2, 24)
    )
    assert light.number > 0.8
    assert heavy.number < 0.35 and heavy.sharpness < light.sharpness / 2
    assert heavy.number < FAIRLY and heavy.shortcoming == BLURRED


@pytest.mark.parametrize(
    "change, shortcoming",
    [
        (lambda grey: grey * 0.05, DARK),
        (lambda grey: 247 + grey * 0.03, OVEREXPOSED),
        (lambda grey: 120 + grey * 0.01, PLAIN),
    ],
    ids=["night", "overexposed", "fog"],
)
def test_light(change, shortcoming):
    photo = street()
    found = usability(replace(photo, rgb=change(photo.rgb.astype(float)).astype(np.uint8)), CAMERA)
    assert found.number < 0.35
    assert found.shortcoming == shortcoming


def test_no_ground_in_view():
    found = usability(street(), replace(CAMERA, horizon=1.4))
    assert found.number == 0.0
    assert found.shortcoming == NO_GROUND


def test_clear_sky_below_the_assumed_horizon():
    found = usability(replace(street(), rgb=np.full((768, 1024, 3), 200, np.uint8)), CAMERA)
    assert found.number == 0.0


def test_a_tiny_copy_resolves_less_ground():
    photo = street()
    tiny = usability(changed(photo, lambda p: p.resize((96, 72), Image.LANCZOS)), CAMERA)
    whole = usability(photo, CAMERA)
    assert tiny.ground_m2 < 0.5 * whole.ground_m2
    assert tiny.number < whole.number


def test_a_panorama_shows_ground_all_around():
    rng = np.random.default_rng(4)
    rgb = rng.integers(60, 200, (512, 1024, 3)).astype(np.uint8)
    photo = Photo("pano.jpg", "0" * 64, rgb, PhotoMetadata())
    found = usability(photo, Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5))
    assert found.ground_share > 0.3
    assert found.number > 0.8


@pytest.mark.parametrize("light", [0, 128, 255])
def test_plain_pictures_end_in_a_number(light):
    found = usability(replace(street(), rgb=np.full((100, 90, 3), light, np.uint8)), CAMERA)
    assert found.number == 0.0 and np.isfinite([found.sharpness, found.contrast]).all()


def test_real_photos_by_day_are_usable_and_their_blurred_copies_less(shared_data):
    for path in sorted(shared_data("phone-photos").glob("lund_0[1-5].jpg")):
        photo = read_photo(path)
        good = usability(photo, camera_of(photo))
        bad = changed(photo, lambda p: p.filter(ImageFilter.GaussianBlur(24)))
        assert good.number > 0.8, path.name
        assert usability(bad, camera_of(photo)).number < 0.3, path.name
