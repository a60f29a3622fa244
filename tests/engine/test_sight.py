"""Pixels and ground: there and back again, for every kind of camera."""

import pytest

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera
from plugin.engine.sight import FARTHEST_M, pixel_of, sight_of

CAMERAS = {
    "level": (Camera(PERSPECTIVE, 65.0, 50.0, 0.5, 1.6), 1.5),
    "looking down, rolled": (Camera(PERSPECTIVE, 80.0, 60.0, 0.3, 2.0, roll_deg=7.0), 4 / 3),
    "looking up": (Camera(PERSPECTIVE, 50.0, 70.0, 0.8, 1.5, roll_deg=-3.0), 0.75),
    "panorama": (Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5), 2.0),
    "part of a panorama": (Camera(EQUIRECTANGULAR, 200.0, 90.0, 0.4, 2.5), 200 / 90),
    "tilted panorama": (Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5, 6.0, -8.0), 2.0),
}
PLACES = [(0.0, 5.0), (1.5, 4.0), (-3.0, 9.0), (6.0, 30.0), (-20.0, 90.0), (2.0, -4.0)]


@pytest.mark.parametrize("name", CAMERAS)
def test_a_place_on_the_ground_is_found_again(name):
    """Ground to pixel to ground, for all places that the picture shows; some there must be."""
    camera, aspect = CAMERAS[name]
    seen = 0
    for right_m, ahead_m in PLACES:
        pixel = pixel_of(camera, right_m, ahead_m, aspect)
        if pixel is None:
            continue
        seen += 1
        sight = sight_of(camera, *pixel, aspect)
        assert sight.right_m == pytest.approx(right_m, rel=2e-3, abs=0.02)
        assert sight.ahead_m == pytest.approx(ahead_m, rel=2e-3, abs=0.02)
    assert seen >= 3


def test_above_the_horizon_there_is_only_a_direction():
    """Sky, and ground too far away to tell; the direction is right all the same."""
    camera = Camera(PERSPECTIVE, 90.0, 60.0, 0.4, 1.6)
    for down in (0.0, 0.2, 0.4, 0.4001):
        sight = sight_of(camera, 1.0, down, 1.5)
        assert sight.right_m is None and sight.ahead_m is None
    assert sight_of(camera, 0.5, 0.1, 1.5).azimuth_deg == pytest.approx(0.0, abs=1e-9)
    level = Camera(PERSPECTIVE, 90.0, 60.0, 0.5, 1.6)
    assert sight_of(level, 1.0, 0.5, 1.5).azimuth_deg == pytest.approx(45.0)
    assert sight_of(level, 0.0, 0.2, 1.5).azimuth_deg == pytest.approx(-45.0)


def test_the_farthest_ground_is_a_limit_of_distance():
    """Just nearer is told, just farther is not."""
    camera, aspect = CAMERAS["level"]
    near = pixel_of(camera, 0.0, FARTHEST_M * 0.98, aspect)
    far = pixel_of(camera, 0.0, FARTHEST_M * 1.02, aspect)
    assert sight_of(camera, *near, aspect).ahead_m == pytest.approx(FARTHEST_M * 0.98, rel=1e-2)
    assert sight_of(camera, *far, aspect).ahead_m is None


def test_what_the_photo_does_not_show_has_no_pixel():
    """Behind the camera, beside the picture, and right below the lens."""
    camera, aspect = CAMERAS["level"]
    for place in ((0.0, -5.0), (30.0, 5.0), (0.0, 0.1)):
        assert pixel_of(camera, *place, aspect) is None
