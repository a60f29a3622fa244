"""Bird's-eye views of photos drawn by forward ray casting over a painted ground."""

import math

import numpy as np
import pytest

from plugin.engine.birdseye import birdseye_view, image_pyramid, sample_bilinear
from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera

GSD_M, SIZE_PX = 0.2, 200


def painted_ground(east, north):
    """A red disc 8 m north-east and a blue one 6 m south of the camera on grey ground."""
    rgb = np.full((*east.shape, 3), 120.0, np.float32)
    rgb[np.hypot(east - 5.66, north - 5.66) < 1.5] = (255, 0, 0)
    rgb[np.hypot(east, north + 6) < 1.5] = (0, 0, 255)
    return rgb


def render(camera: Camera, heading_deg: float, width: int, height: int):
    """Photo of the painted ground, white sky."""
    cols, rows = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    if camera.projection == EQUIRECTANGULAR:
        azimuth = np.radians((cols / width - 0.5) * camera.fov_deg)
        below = np.radians((rows / height - camera.horizon) * camera.vfov_deg)
        reach = np.where(below > 1e-3, camera.height_m / np.tan(np.maximum(below, 1e-3)), np.nan)
        right, ahead = reach * np.sin(azimuth), reach * np.cos(azimuth)
    else:
        focal = width / 2 / math.tan(math.radians(camera.fov_deg) / 2)
        pitch = math.atan((0.5 - camera.horizon) * height / focal)
        x, y = (cols - width / 2) / focal, (rows - height / 2) / focal
        fall = y * math.cos(pitch) + math.sin(pitch)
        scale = np.where(fall > 1e-3, camera.height_m / np.maximum(fall, 1e-3), np.nan)
        right, ahead = x * scale, (math.cos(pitch) - y * math.sin(pitch)) * scale
    h = math.radians(heading_deg)
    east = right * math.cos(h) + ahead * math.sin(h)
    north = -right * math.sin(h) + ahead * math.cos(h)
    rgb = painted_ground(np.nan_to_num(east, nan=1e6), np.nan_to_num(north, nan=1e6))
    rgb[np.isnan(east)] = 255
    return rgb.astype(np.uint8)


def disc_centre(rgb, colour):
    """(east, north) of the pixels of a colour, metres from the camera."""
    hits = np.all(np.abs(rgb.astype(int) - colour) < 60, axis=-1)
    rows, cols = np.nonzero(hits)
    half = SIZE_PX / 2
    return (cols.mean() + 0.5 - half) * GSD_M, (half - rows.mean() - 0.5) * GSD_M


@pytest.mark.parametrize("heading_deg", [0.0, 37.0, 180.0, 300.0])
def test_panorama_view_is_north_up_and_to_scale(heading_deg):
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    photo = render(camera, heading_deg, 1024, 512)
    view = birdseye_view(image_pyramid(photo), camera, heading_deg, GSD_M, SIZE_PX)
    assert disc_centre(view.rgb, (255, 0, 0)) == pytest.approx((5.66, 5.66), abs=0.2)
    assert disc_centre(view.rgb, (0, 0, 255)) == pytest.approx((0, -6), abs=0.2)


@pytest.mark.parametrize("horizon", [0.3, 0.5, 0.6])
@pytest.mark.parametrize(
    ("heading_deg", "colour", "at"),
    [(45.0, (255, 0, 0), (5.66, 5.66)), (180.0, (0, 0, 255), (0.0, -6.0))],
)
def test_perspective_view_finds_the_disc_ahead(horizon, heading_deg, colour, at):
    camera = Camera(PERSPECTIVE, 70.0, 0.0, horizon, 1.6)
    photo = render(camera, heading_deg, 800, 600)
    view = birdseye_view(image_pyramid(photo), camera, heading_deg, GSD_M, SIZE_PX)
    assert disc_centre(view.rgb, colour) == pytest.approx(at, abs=0.3)


def test_only_ground_in_the_picture_is_valid():
    camera = Camera(PERSPECTIVE, 90.0, 0.0, 0.5, 1.6)
    photo = render(camera, 0.0, 640, 480)
    view = birdseye_view(image_pyramid(photo), camera, 0.0, GSD_M, SIZE_PX)
    half = SIZE_PX // 2
    assert not view.valid[half:].any(), "behind the camera"
    assert view.valid[half - 50, half], "ten metres ahead"
    assert not view.valid[half - 5, half], "closer than the lower edge of the picture"
    assert 0.15 < view.valid.mean() < 0.26, "a right angle is a quarter of the square"


def test_near_ground_is_averaged_not_sampled():
    """A fine checkerboard near the camera must come out grey, not as moire."""
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    checks = (np.indices((1024, 2048)).sum(axis=0) % 2 * 255).astype(np.uint8)
    photo = np.repeat(checks[..., None], 3, axis=-1)
    view = birdseye_view(image_pyramid(photo), camera, 0.0, GSD_M, SIZE_PX)
    near = view.rgb[90:110, 90:110].astype(float)
    assert abs(near.mean() - 127) < 10
    assert near.std() < 40


def test_sampling_is_exact_on_a_linear_ramp():
    ramp = np.add.outer(np.arange(20.0), 3 * np.arange(30.0))[..., None].astype(np.float32)
    col, row = np.float32([4.25, 10.0, 29.9]), np.float32([7.5, 0.1, 19.9])
    x, y = np.clip(col - 0.5, 0, 29), np.clip(row - 0.5, 0, 19)
    assert sample_bilinear(ramp, col, row)[:, 0] == pytest.approx(y + 3 * x, abs=1e-4)
