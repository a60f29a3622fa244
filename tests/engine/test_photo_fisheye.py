"""Fisheye pictures drawn from a known scene come out as the panorama of that scene."""

import math

import numpy as np
import pytest
from PIL import Image

from plugin.engine.camera import EQUIRECTANGULAR
from plugin.engine.errors import SkymatchError
from plugin.engine.fisheye import equidistant, panorama_of_fisheye
from plugin.engine.photo import camera_of, read_photo

RADIUS = 150


def scene(azimuth, below):
    """A smooth picture of directions: red by azimuth, green by elevation, blue by both."""
    red = 128 + 90 * np.sin(3 * azimuth)
    green = 128 + 90 * np.sin(4 * below)
    blue = 128 + 60 * np.cos(2 * azimuth + 3 * below)
    return np.stack([red, green, blue], axis=-1)


def fisheye(width, height, focal_px):
    """The scene through an equidistant lens, traced pixel by pixel; black beyond 90 degrees."""
    col, row = np.meshgrid(np.arange(width) + 0.5 - width / 2, np.arange(height) + 0.5 - height / 2)
    off_axis = np.hypot(col, row)
    angle = off_axis / focal_px
    right = np.sin(angle) * col / np.maximum(off_axis, 1e-9)
    down = np.sin(angle) * row / np.maximum(off_axis, 1e-9)
    azimuth = np.arctan2(right, np.cos(angle))
    rgb = scene(azimuth, np.arcsin(np.clip(down, -1, 1)))
    rgb[angle > math.pi / 2] = 0
    return np.clip(rgb, 0, 255).astype(np.uint8)


def truth(width, height, fov_deg, vfov_deg):
    azimuth = np.radians(((np.arange(width) + 0.5) / width - 0.5) * fov_deg)
    below = np.radians(((np.arange(height) + 0.5) / height - 0.5) * vfov_deg)
    return scene(*np.meshgrid(azimuth, below))


def test_projection_agrees_with_tracing():
    """A direction at 60 degrees azimuth and 30 below, computed by hand."""
    right, down = equidistant(np.radians(60.0), np.radians(30.0), 100.0)
    angle = math.acos(math.cos(math.radians(30)) * math.cos(math.radians(60)))
    assert math.hypot(right, down) == pytest.approx(100 * angle, rel=1e-5)
    assert down / right == pytest.approx(0.5 / (math.cos(math.radians(30)) * math.sqrt(0.75)))
    assert equidistant(np.float64(0), np.float64(0), 100.0)[0] == 0


@pytest.mark.parametrize("focal_px", [120.0, 200.0, 400.0])
def test_wide_picture_becomes_the_panorama_of_its_scene(focal_px):
    flat, fov_deg, vfov_deg = panorama_of_fisheye(fisheye(400, 300, focal_px), focal_px)
    expected = truth(flat.shape[1], flat.shape[0], fov_deg, vfov_deg)
    assert np.abs(flat - expected)[3:-3, 3:-3].max() < 4
    assert fov_deg == pytest.approx(min(180.0, math.degrees(400 / focal_px)))


@pytest.mark.parametrize("left", [0, 37])
def test_circle_is_found_and_unbent(tmp_path, left):
    rgb = np.zeros((320, 420, 3), np.uint8)
    focal_px = RADIUS / (math.pi / 2)
    rgb[10:310, left + 40 : left + 340] = fisheye(300, 300, focal_px)
    path = tmp_path / "round.png"
    Image.fromarray(rgb).save(path)
    photo = read_photo(path)
    camera = camera_of(photo)
    assert (camera.projection, camera.fov_deg, camera.vfov_deg) == (EQUIRECTANGULAR, 180, 180)
    rows, cols = photo.rgb.shape[:2]
    expected = truth(cols, rows, 180, 180)
    middle = np.s_[rows // 6 : -rows // 6, cols // 6 : -cols // 6]
    assert np.median(np.abs(photo.rgb[middle] - expected[middle])) < 4
    assert "fisheye" in photo.metadata.notes[0] and photo.metadata.fov_sigma_deg > 5


def test_lens_named_fisheye_is_unbent(tmp_path):
    """16 mm on film: 36 mm wide pictures span 2.25 radians."""
    exif = Image.Exif()
    exif[0x8769] = {0xA405: 16, 0xA434: "Some 16mm f/2.8 Fisheye"}
    path = tmp_path / "photo.jpg"
    focal_px = 16 / math.hypot(36, 24) * math.hypot(360, 240)
    Image.fromarray(fisheye(360, 240, focal_px)).save(path, quality=95, exif=exif)
    photo = read_photo(path)
    camera = camera_of(photo)
    assert camera.projection == EQUIRECTANGULAR
    assert camera.fov_deg == pytest.approx(math.degrees(36 / 16), abs=0.2)
    expected = truth(photo.rgb.shape[1], photo.rgb.shape[0], camera.fov_deg, camera.vfov_deg)
    assert np.median(np.abs(photo.rgb - expected)) < 4


@pytest.mark.parametrize("view, unbent", [(b"W", True), (b"L", False)])
def test_action_camera_says_whether_its_view_is_linear(tmp_path, view, unbent):
    exif = Image.Exif()
    exif[0x010F] = "GoPro"
    exif[0x8769] = {0xA405: 15}
    path = tmp_path / "photo.jpg"
    Image.fromarray(fisheye(400, 300, 170)).save(path, exif=exif)
    gpmf = b"GoPro\x00VFOVc\x01\x00\x01" + view + b"\x00\x00\x00"
    raw = path.read_bytes()
    segment = b"\xff\xe6" + (len(gpmf) + 2).to_bytes(2, "big") + gpmf
    path.write_bytes(raw[:2] + segment + raw[2:])
    photo = read_photo(path)
    assert (photo.metadata.projection == EQUIRECTANGULAR) == unbent


def test_action_camera_without_focal_length_is_warned_of(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "GoPro"
    path = tmp_path / "photo.jpg"
    Image.fromarray(fisheye(400, 300, 170)).save(path, exif=exif)
    said = read_photo(path).metadata
    assert said.projection is None and "bends straight lines" in said.notes[-1]


def test_two_circles_are_refused(tmp_path):
    one = fisheye(200, 200, 100 / (math.pi / 2))
    path = tmp_path / "double.jpg"
    Image.fromarray(np.concatenate([one, one], axis=1)).save(path)
    with pytest.raises(SkymatchError, match="two halves"):
        read_photo(path)


@pytest.mark.parametrize("picture", ["street", "night", "vignette"])
def test_other_pictures_are_left_alone(tmp_path, picture):
    rng = np.random.default_rng(2)
    rgb = rng.integers(30, 220, (300, 400, 3)).astype(np.uint8)
    if picture == "night":
        rgb = np.where(rng.random((300, 400, 1)) > 0.97, rgb, 3).astype(np.uint8)
    if picture == "vignette":
        row, col = np.ogrid[-1:1:300j, -1:1:400j]
        rgb = (rgb * np.clip(1.35 - np.hypot(row, col), 0, 1)[..., None]).astype(np.uint8)
    path = tmp_path / "photo.png"
    Image.fromarray(rgb).save(path)
    photo = read_photo(path)
    assert photo.metadata.projection is None
    assert np.array_equal(photo.rgb, rgb)
