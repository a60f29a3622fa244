"""The horizon head's data and graph: cuts tilt as they say, streets stay apart, the pack has it."""

import hashlib
import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.training.export import HORIZON, PACK_FOLDER
from models.training.horizon.agreement import Neighbours, darkened, encode_pair, overlap
from models.training.horizon.data import Examples
from models.training.horizon.head import head_model, load_weights
from models.training.horizon.measure import Readings, calibrated, errors, summary
from models.training.horizon.views import (
    STREET_GAP_M,
    Place,
    Tilt,
    cut_equirectangular,
    cut_perspective,
    level_rays,
    split_streets,
    token_sides,
)
from plugin.engine.attitude import Latitudes
from plugin.engine.camera import EQUIRECTANGULAR, Camera, WeightedCamera
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo

tilts = st.builds(
    lambda fov, pitch, roll: Tilt(fov, pitch, roll, 12, 16, 16 / 12),
    st.floats(40, 85), st.floats(-20, 20), st.floats(-10, 10),
)  # fmt: skip


def graded_panorama():
    """A panorama whose grey tells the latitude: 0 at the bottom, 255 at the top."""
    rows = np.linspace(255, 0, 512)
    return np.repeat(np.repeat(rows[:, None, None], 1024, 1), 3, 2).astype(np.uint8)


@settings(max_examples=20, deadline=None)
@given(tilt=tilts, yaw=st.floats(0, 360))
def test_a_tilted_cut_shows_the_latitudes_it_says(tilt, yaw):
    cut = cut_equirectangular(graded_panorama(), tilt, yaw)
    assert cut.shape == (12 * 14, 16 * 14, 3)
    shown_deg = cut[..., 0].reshape(12, 14, 16, 14).mean(axis=(1, 3)) / 255 * 180 - 90
    assert np.abs(shown_deg - np.degrees(np.arcsin(tilt.sine))).max() < 1.5


@settings(max_examples=20, deadline=None)
@given(tilt=tilts, yaw=st.floats(-10, 10))
def test_rays_of_a_cut_look_up_as_far_as_its_tokens_say(tilt, yaw):
    rays = level_rays(tilt, yaw)
    assert np.linalg.norm(rays, axis=-1) == pytest.approx(1.0)
    sine = rays[..., 2].reshape(12, 14, 16, 14).mean(axis=(1, 3))
    assert sine == pytest.approx(tilt.sine, abs=0.01)
    ahead = rays[84, 112]
    assert math.degrees(math.atan2(ahead[0], ahead[1])) == pytest.approx(yaw, abs=3.0)


def test_cuts_never_leave_the_picture():
    rgb = np.full((288, 288, 3), 90, np.uint8)
    assert cut_perspective(rgb, 90.0, Tilt(85.0, 15.0, 0.0, 16, 16, 1.0), 0.0) is None
    assert cut_perspective(rgb, 90.0, Tilt(50.0, 5.0, 2.0, 16, 16, 1.0), 5.0).min() == 90
    assert token_sides(16 / 9) == (9, 16) and token_sides(0.5) == (16, 8)


def test_held_out_streets_lie_apart():
    places = [Place((), float(i), 0.0, ()) for i in range(1000)]
    fitted, held_out = split_streets(places)
    assert len(held_out) == 200
    gap_m = min(p.east_m for p in held_out) - max(p.east_m for p in fitted)
    assert gap_m >= STREET_GAP_M


def test_the_pack_holds_the_head_that_was_fitted():
    content = head_model(load_weights(HORIZON / "head.npz")).SerializeToString(deterministic=True)
    described = json.loads((PACK_FOLDER / "pack.json").read_text())
    assert described["files"]["horizon.onnx"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    trust = json.loads((HORIZON / "trust.json").read_text())
    assert {key: described["horizon"][key] for key in trust} == trust


def test_calibration_makes_stated_deviations_true():
    """Latitudes with a common error: two thirds of the pitches within one standard deviation."""
    generator = np.random.default_rng(1)
    read, truth = [], []
    for _ in range(300):
        tilt = Tilt(60.0, generator.normal(0, 8), generator.normal(0, 3), 12, 16, 4 / 3)
        off = Tilt(60.0, tilt.pitch_deg + generator.normal(0, 2.0), tilt.roll_deg, 12, 16, 4 / 3)
        noise = generator.normal(0, 0.01, (12, 16))
        read.append(Latitudes((off.sine + noise).astype(np.float32), np.full((12, 16), 0.05)))
        truth.append(tilt)
    nothing = np.zeros(0)
    readings = Readings(Examples(nothing, nothing, truth), read)
    head = calibrated(readings)
    found = errors(readings, head)
    assert (np.abs(found[:, 0]) <= found[:, 2]).mean() == pytest.approx(0.683, abs=0.02)
    line = summary(readings, head)
    assert line["pitch_median_deg"] == pytest.approx(0.6745 * 2.0, abs=0.35)
    assert line["pitch_median_deg"] < line["pitch_if_level_median_deg"]


def test_neighbours_agree_about_the_ground_they_share(encoder):
    """Two views drawn from one pattern of ground, one token apart, and a view of another one."""
    generator = np.random.default_rng(2)
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    known = [WeightedCamera(camera, 1.0)]
    first, other = (PaintedGround(generator.integers(0, 2**31), 0.0) for _ in range(2))
    ahead = PaintedGround(None, 5.0, first)
    own = Neighbours(first.photo, ahead.photo, 0.0, 0.0, 5.0)
    strange = Neighbours(first.photo, other.photo, 0.0, 0.0, 5.0)
    token_m = encoder.pack.token_m
    agreement = [
        overlap(pair, *encode_pair(pair, (known, known), encoder), token_m).mean
        for pair in (own, strange)
    ]
    assert agreement[0] > agreement[1] + 0.1
    assert darkened(own, 0.5).second.rgb.mean() < 0.6 * own.second.rgb.mean()


class PaintedGround:
    """A panorama of painted flat ground, seen from a point so many metres north of the origin."""

    def __init__(self, seed, north_m, like=None):
        self.seed = like.seed if like else seed
        tiles = np.random.default_rng(self.seed).integers(60, 220, (40, 40, 3))
        row, col = np.mgrid[0:256, 0:512]
        azimuth = np.radians((col + 0.5) / 512 * 360 - 180)
        below = np.radians(np.maximum((row + 0.5) / 256 * 180 - 90, 0.5))
        distance_m = np.minimum(2.5 / np.tan(below), 60)
        east_m, north = distance_m * np.sin(azimuth), distance_m * np.cos(azimuth) + north_m
        tile = (np.floor(east_m / 3) % 40).astype(int), (np.floor(north / 3) % 40).astype(int)
        rgb = np.where((row >= 128)[..., None], tiles[tile], 200).astype(np.uint8)
        self.photo = Photo("p.png", "0", rgb, PhotoMetadata())
