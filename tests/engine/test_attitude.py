"""Tilt from latitudes: exact ones, noisy ones, and those the shipped head reads."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugin.engine.attitude import (
    Latitudes,
    attitude_of,
    letterboxed,
    read_latitudes,
    sight_rays,
    up_vector,
)
from plugin.engine.camera import PERSPECTIVE, Camera, horizon_of, project_ground
from plugin.engine.pack import HorizonHead

TRUST = SimpleNamespace(pack=SimpleNamespace(horizon=HorizonHead(None, 1.0, 1.0, 3.0)))


def latitudes_of(pitch_deg, roll_deg, fov_deg, aspect, rows=12, cols=16, noise=0.0, seed=0):
    """What a perfect head would read, with noise."""
    sine = sight_rays(rows, cols, fov_deg, aspect) @ up_vector(pitch_deg, roll_deg)
    sine = sine + noise * np.random.default_rng(seed).normal(size=sine.shape)
    return Latitudes(sine.astype(np.float32), np.full(sine.shape, 0.05, np.float32))


@given(
    pitch=st.floats(-40, 40), roll=st.floats(-30, 30), fov=st.floats(30, 110),
    aspect=st.floats(0.5, 2.0),
)  # fmt: skip
def test_exact_latitudes_give_the_exact_tilt(pitch, roll, fov, aspect):
    found = attitude_of(latitudes_of(pitch, roll, fov, aspect), fov, aspect, TRUST)
    assert found.pitch_deg == pytest.approx(pitch, abs=0.01)
    assert found.roll_deg == pytest.approx(roll, abs=0.01)
    assert found.misfit < 1e-3


@given(pitch=st.floats(-20, 20), seed=st.integers(0, 1000))
def test_noise_moves_the_tilt_a_little_and_a_wrong_angle_misfits(pitch, seed):
    read = latitudes_of(pitch, 0.0, 60.0, 4 / 3, noise=0.02, seed=seed)
    found = attitude_of(read, 60.0, 4 / 3, TRUST)
    assert abs(found.pitch_deg - pitch) < 1.0
    assert attitude_of(read, 95.0, 4 / 3, TRUST).misfit > found.misfit


@given(pitch=st.floats(-20, 20), roll=st.floats(-15, 15), fov=st.floats(40, 90))
def test_rays_and_up_agree_with_the_camera_that_projects_ground(pitch, roll, fov):
    """A ray towards a ground point looks as far below the horizon as the camera stands above it."""
    camera = Camera(PERSPECTIVE, fov, 0.0, horizon_of(pitch, roll, fov, 400, 300), 1.6, roll)
    right_m, ahead_m = np.array([1.5, -2.0]), np.array([12.0, 20.0])
    col, row = project_ground(camera, right_m, ahead_m, 400, 300)
    half = math.tan(math.radians(fov) / 2)
    across, above = (col / 200 - 1) * half, (1 - row / 150) * half * 3 / 4
    rays = np.stack([across, np.ones(2), above], axis=-1)
    rays /= np.linalg.norm(rays, axis=1, keepdims=True)
    below = -1.6 / np.sqrt(right_m**2 + ahead_m**2 + 1.6**2)
    assert rays @ up_vector(pitch, roll) == pytest.approx(below, abs=1e-3)


@given(width=st.integers(64, 900), height=st.integers(64, 900))
def test_letterboxing_keeps_all_of_the_picture(width, height):
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = 200
    window, rows, cols = letterboxed(rgb, 16, 14)
    assert window.shape == (224, 224, 3) and max(rows, cols) == 16
    assert rows / cols == pytest.approx(height / width, rel=1.0 / min(rows, cols) + 0.01)
    inside = window[: rows * 14, : cols * 14]
    assert abs(float(inside.mean()) - float(rgb.mean())) < 6.0


def test_the_shipped_head_reads_the_horizon_of_the_sample_photos(encoder, sample_scene):
    """Rendered photos with a level and with a lowered camera; truth.csv says which."""
    lines = (sample_scene / "photos" / "truth.csv").read_text().splitlines()
    names = lines[0].split(",")
    errors_deg = []
    for line in lines[1:]:
        truth = dict(zip(names, line.split(",")))
        if truth["projection"] != PERSPECTIVE:
            continue
        picture = Image.open(sample_scene / "photos" / truth[names[0]]).convert("RGB")
        rgb = np.asarray(picture)
        if picture.getexif().get(0x0112) in (6, 8):
            rgb = np.asarray(picture.transpose(Image.ROTATE_270))
        fov_deg, aspect = float(truth["fov_deg"]), rgb.shape[1] / rgb.shape[0]
        found = attitude_of(read_latitudes(rgb, encoder), fov_deg, aspect, encoder)
        up_px = (float(truth["horizon"]) - 0.5) * rgb.shape[0]
        focal_px = rgb.shape[1] / 2 / math.tan(math.radians(fov_deg) / 2)
        errors_deg.append(abs(found.pitch_deg - math.degrees(math.atan(up_px / focal_px))))
        assert 0.1 < found.pitch_sigma_deg < 15.0 and abs(found.roll_deg) < 8.0
    assert len(errors_deg) >= 4 and np.median(errors_deg) < 3.0


def test_a_model_without_the_head_reads_nothing():
    blind = SimpleNamespace(pack=SimpleNamespace(horizon=None))
    assert read_latitudes(np.zeros((80, 80, 3), np.uint8), blind) is None
