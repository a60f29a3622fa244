"""The camera model against rays traced independently of it."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera, horizon_of, project_ground
from plugin.engine.errors import SkymatchError

WIDTH, HEIGHT = 640, 480


def ground_hit(camera: Camera, col: float, row: float):
    """Where the ray through a pixel meets the ground, by rotating the ray (right, ahead)."""
    focal_px = WIDTH / 2 / math.tan(math.radians(camera.fov_deg) / 2)
    roll = math.radians(camera.roll_deg)
    pitch = math.atan((0.5 - camera.horizon) * HEIGHT * math.cos(roll) / focal_px)
    x, y = (col - WIDTH / 2) / focal_px, (row - HEIGHT / 2) / focal_px
    right, down = (
        x * math.cos(roll) - y * math.sin(roll),
        x * math.sin(roll) + y * math.cos(roll),
    )
    fall = down * math.cos(pitch) + math.sin(pitch)
    ahead = math.cos(pitch) - down * math.sin(pitch)
    if fall <= 1e-3:
        return None
    scale = camera.height_m / fall
    return right * scale, ahead * scale


@given(
    fov=st.floats(30, 120),
    horizon=st.floats(0.1, 0.9),
    height=st.floats(0.5, 5),
    roll=st.floats(-15, 15),
    col=st.floats(0, WIDTH),
    row=st.floats(0, HEIGHT),
)
def test_perspective_inverts_ray_casting(fov, horizon, height, roll, col, row):
    camera = Camera(PERSPECTIVE, fov, 0.0, horizon, height, roll)
    hit = ground_hit(camera, col, row)
    if hit is None or math.hypot(*hit) > 200:
        return
    seen_col, seen_row = project_ground(
        camera, np.array([hit[0]], np.float64), np.array([hit[1]], np.float64), WIDTH, HEIGHT
    )
    assert seen_col[0] == pytest.approx(col, abs=0.05)
    assert seen_row[0] == pytest.approx(row, abs=0.05)


@given(horizon=st.floats(0.2, 0.8), fov=st.floats(40, 110))
def test_far_ground_lies_on_the_horizon(horizon, fov):
    camera = Camera(PERSPECTIVE, fov, 0.0, horizon, 1.6)
    _, row = project_ground(camera, np.zeros(1), np.array([1e6]), WIDTH, HEIGHT)
    assert row[0] / HEIGHT == pytest.approx(horizon, abs=1e-3)


@given(pitch=st.floats(-30, 30), roll=st.floats(-30, 30), fov=st.floats(40, 100))
def test_horizon_of_a_pitch_is_where_far_ground_is_seen(pitch, roll, fov):
    horizon = horizon_of(pitch, roll, fov, WIDTH, HEIGHT)
    assume(-1 <= horizon <= 2)
    camera = Camera(PERSPECTIVE, fov, 0.0, horizon, 1.6, roll)
    far_m = np.linspace(-2e6, 2e6, 4001)
    col, row = project_ground(camera, far_m, np.full(4001, 1e6), WIDTH, HEIGHT)
    assert np.interp(WIDTH / 2, col, row) / HEIGHT == pytest.approx(horizon, abs=1e-3)


@given(
    pitch=st.floats(-20, 20),
    roll=st.floats(-20, 20),
    right=st.floats(-20, 20),
    ahead=st.floats(-20, 20),
)
def test_tilted_panoramas_turn_the_rays(pitch, roll, right, ahead):
    """A tilted panorama sees a ground point along the same ray as a tilted perspective photo."""
    level = Camera(PERSPECTIVE, 90.0, 0.0, horizon_of(pitch, roll, 90.0, 400, 400), 2.0, roll)
    point = np.array([right]), np.array([ahead])
    col, row = project_ground(level, *point, 400, 400)
    assume(np.isfinite(col[0]) and abs(col[0] - 200) < 4000 and abs(row[0] - 200) < 4000)
    across, down = (col[0] - 200) / 200, (row[0] - 200) / 200
    tilted = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.0, roll, pitch)
    seen_col, seen_row = project_ground(tilted, *point, 3600, 1800)
    azimuth_deg = math.degrees(math.atan2(across, 1.0))
    below_deg = math.degrees(math.atan2(down, math.hypot(across, 1.0)))
    assert seen_col[0] == pytest.approx(1800 + azimuth_deg * 10, abs=0.1)
    assert seen_row[0] == pytest.approx(900 + below_deg * 10, abs=0.1)


def test_ground_behind_the_camera_is_not_seen():
    camera = Camera(PERSPECTIVE, 90.0, 0.0, 0.5, 1.6)
    col, _ = project_ground(camera, np.zeros(1), np.array([-5.0]), WIDTH, HEIGHT)
    assert np.isnan(col[0])


@pytest.mark.parametrize(
    ("right", "ahead", "col"), [(0, 5, 256), (5, 0, 384), (-5, 0, 128), (5, 5, 320)]
)
def test_panorama_columns_are_azimuths(right, ahead, col):
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    seen, row = project_ground(camera, np.array([right * 1.0]), np.array([ahead * 1.0]), 512, 256)
    assert seen[0] == pytest.approx(col)
    below_deg = math.degrees(math.atan2(2.5, math.hypot(right, ahead)))
    assert row[0] == pytest.approx(128 + below_deg / 180 * 256)


@pytest.mark.parametrize(
    "wrong",
    [
        {"projection": "fisheye"},
        {"fov_deg": 3.0},
        {"fov_deg": 179.0},
        {"fov_deg": float("nan")},
        {"height_m": 0.0},
        {"height_m": 500.0},
        {"horizon": 7.0},
    ],
)
def test_impossible_cameras_are_refused(wrong):
    good = {"projection": PERSPECTIVE, "fov_deg": 65.0, "vfov_deg": 0.0}
    good.update(horizon=0.5, height_m=1.6)
    with pytest.raises(SkymatchError):
        Camera(**{**good, **wrong})
