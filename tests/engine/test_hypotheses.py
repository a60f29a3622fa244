"""What is believed of a camera: who is asked first, and how doubt becomes several cameras."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera
from plugin.engine.hypotheses import CameraBelief, CameraClues, believe, pitch_of
from plugin.engine.kinds import ASSUMED, FILE, GIVEN, PICTURE
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo, read_photo

BLIND = SimpleNamespace(pack=SimpleNamespace(horizon=None))


@pytest.fixture(scope="module")
def photo(sample_scene):
    """A rendered photo with a lowered camera."""
    return read_photo(sample_scene / "photos" / "street_01.jpg")


def test_what_is_given_comes_first_then_the_file_then_the_picture(photo, encoder):
    belief = believe(photo, CameraClues(), encoder)
    assert (belief.fov_from, belief.horizon_from) == (FILE, PICTURE)
    assert belief.pitch_sigma_deg > 0 and belief.best.horizon != 0.5
    given_all = CameraClues(fov_deg=70.0, horizon=0.3, roll_deg=1.0, height_m=2.0)
    belief = believe(photo, given_all, encoder)
    assert (belief.fov_from, belief.horizon_from) == (GIVEN, GIVEN)
    assert belief.best == Camera(PERSPECTIVE, 70.0, 0.0, 0.3, 2.0, 1.0)
    assert belief.alternatives(640, 480) == belief.cameras(photo, spread=False)


def test_without_tags_the_angle_is_read_off_the_picture(photo, encoder):
    true_deg = photo.metadata.fov_deg
    silent = replace(photo, metadata=PhotoMetadata())
    belief = believe(silent, CameraClues(), encoder)
    assert belief.fov_from == PICTURE and belief.fov_sigma_deg > 1.0
    assert abs(belief.best.fov_deg - true_deg) < 3.0 * belief.fov_sigma_deg


@pytest.mark.parametrize("shade", ["noise", "flat", "stripes"])
def test_pictures_without_a_horizon_still_give_a_camera(encoder, shade):
    """What is read off them is limited, never an error."""
    rgb = np.random.default_rng(3).integers(0, 256, (300, 120, 3), dtype=np.uint8)
    rgb = {"noise": rgb, "flat": np.full_like(rgb, 120), "stripes": rgb[:, :1] + 0 * rgb}[shade]
    belief = believe(Photo("x.png", "0", rgb, PhotoMetadata()), CameraClues(), encoder)
    assert abs(belief.best.roll_deg) <= 40.0 and -1.0 <= belief.best.horizon <= 2.0
    assert len(belief.alternatives(120, 300)) == 7


def test_a_model_that_reads_nothing_assumes_a_level_camera(photo):
    belief = believe(replace(photo, metadata=PhotoMetadata()), CameraClues(), BLIND)
    assert (belief.fov_from, belief.horizon_from) == (ASSUMED, ASSUMED)
    assert (belief.best.horizon, belief.best.roll_deg) == (0.5, 0.0)


def test_panoramas_keep_what_their_tags_say():
    said = PhotoMetadata(projection=EQUIRECTANGULAR, fov_deg=360.0, vfov_deg=180.0, horizon=0.5,
                         pitch_deg=2.0, roll_deg=-3.0)  # fmt: skip
    photo = Photo("p.jpg", "0", np.zeros((100, 200, 3), np.uint8), said)
    belief = believe(photo, CameraClues(), BLIND)
    assert (belief.best.pitch_deg, belief.best.roll_deg) == (2.0, -3.0)
    assert belief.horizon_from == FILE
    assert all(c.camera.fov_deg == 360.0 for c in belief.alternatives(200, 100))


@given(
    pitch=st.floats(0.6, 5.0), fov=st.floats(2.1, 8.0), height=st.floats(0.05, 0.3),
    horizon=st.floats(0.3, 0.7),
)  # fmt: skip
def test_alternatives_have_the_mean_and_the_variance_of_the_belief(pitch, fov, height, horizon):
    best = Camera(PERSPECTIVE, 60.0, 0.0, horizon, 1.6)
    belief = CameraBelief(best, PICTURE, PICTURE, pitch, 0.0, fov, height)
    cameras = belief.alternatives(640, 480)
    weight = np.array([c.probability for c in cameras])
    assert weight.sum() == pytest.approx(1.0) and len(cameras) == 7
    for values, sigma in (
        ([pitch_of(c.camera, 640, 480) for c in cameras], pitch),
        ([c.camera.fov_deg for c in cameras], fov),
        ([c.camera.height_m for c in cameras], height),
    ):
        mean = weight @ values
        assert mean == pytest.approx(values[0], abs=1e-6)
        assert weight @ (np.array(values) - mean) ** 2 == pytest.approx(sigma**2, rel=1e-3)
