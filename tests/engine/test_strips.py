"""Strips: what a photo shows by azimuth, whatever camera took it."""

import numpy as np
import pytest

from plugin.engine.birdseye import image_pyramid, sample_bilinear
from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera, horizon_of
from plugin.engine.strips import BANDS, BEARINGS, strip_of

WHOLE = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)


@pytest.fixture(scope="module")
def panorama():
    """(320, 640, 3), coarse blocks of random colours."""
    coarse = np.random.default_rng(3).integers(0, 255, (8, 16, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((40, 40, 1), np.uint8))


def strip(rgb, camera, encoder):
    return strip_of(image_pyramid(rgb), camera, encoder, 1.0)


def cosine(a, b):
    """Mean over rows."""
    return ((a * b).sum(-1) / np.linalg.norm(a, axis=-1) / np.linalg.norm(b, axis=-1)).mean()


def perspective(panorama, fov_deg, pitch_deg, roll_deg, side_px=300):
    """What a tilted camera in the middle of a panorama sees, drawn ray by ray."""
    half = np.tan(np.radians(fov_deg) / 2.0)
    along = ((np.arange(side_px) + 0.5) / side_px * 2.0 - 1.0) * half
    x, y = np.meshgrid(along, -along)
    pitch, roll = np.radians(pitch_deg), np.radians(roll_deg)
    across, above = x * np.cos(roll) + y * np.sin(roll), y * np.cos(roll) - x * np.sin(roll)
    ahead = np.cos(pitch) - above * np.sin(pitch)
    up = above * np.cos(pitch) + np.sin(pitch)
    height, width = panorama.shape[:2]
    col = (np.degrees(np.arctan2(across, ahead)) / 360.0 + 0.5) * width
    row = (0.5 - np.degrees(np.arctan2(up, np.hypot(across, ahead))) / 180.0) * height
    picture = sample_bilinear(
        panorama.astype(np.float32), col.astype(np.float32), row.astype(np.float32)
    )
    return np.rint(picture).astype(np.uint8)


def test_a_panorama_turned_by_a_quarter_gives_the_strip_turned(panorama, encoder):
    whole = strip(panorama, WHOLE, encoder)
    assert whole.shown.all() and whole.tokens.shape[:2] == (BEARINGS, len(BANDS))
    turned = strip(np.roll(panorama, -160, axis=1), WHOLE, encoder)
    same = np.abs(np.roll(whole.tokens, -6, axis=0) - turned.tokens).mean()
    assert same < 0.2 * np.abs(whole.tokens - turned.tokens).mean()


def test_a_narrow_photo_gives_a_part(panorama, encoder):
    quarter = Camera(EQUIRECTANGULAR, 90.0, 180.0, 0.5, 2.5)
    part = strip(panorama[:, 240:400], quarter, encoder)
    assert np.flatnonzero(part.shown.all(axis=1)).tolist() == [0, 1, 2, 21, 22, 23]
    assert not part.tokens[~part.shown].any()


@pytest.mark.parametrize(("pitch_deg", "roll_deg"), [(0.0, 0.0), (8.0, 0.0), (-6.0, 5.0)])
def test_a_tilted_photo_gives_the_strip_of_the_level_panorama(
    panorama, encoder, pitch_deg, roll_deg
):
    rgb = perspective(panorama, 80.0, pitch_deg, roll_deg)
    horizon = horizon_of(pitch_deg, roll_deg, 80.0, *rgb.shape[1::-1])
    camera = Camera(PERSPECTIVE, 80.0, 0.0, horizon, 1.6, roll_deg)
    quarter = Camera(EQUIRECTANGULAR, 90.0, 180.0, 0.5, 2.5)
    found, level = strip(rgb, camera, encoder), strip(panorama[:, 240:400], quarter, encoder)
    both = found.shown & level.shown
    assert both[[0, 1, 22, 23]].all()
    mean = level.tokens[both].mean(axis=0)
    a, b = found.tokens[both] - mean, level.tokens[both] - mean
    right, wrong = cosine(a, b), cosine(a, np.roll(b, len(b) // 2, axis=0))
    assert right > 0.75 > 0.25 > wrong


def test_a_large_picture_is_not_sampled_here_and_there(encoder):
    """Fine noise averages out to grey; picking single pixels would keep it."""
    noise = np.random.default_rng(0).integers(0, 255, (1280, 2560, 1), dtype=np.uint8)
    fine = strip(np.repeat(noise, 3, axis=2), WHOLE, encoder)
    grey = strip(np.full((320, 640, 3), 127, np.uint8), WHOLE, encoder)
    coarse = np.kron(noise[:160, :320], np.ones((8, 8, 1), np.uint8))
    rough = strip(np.repeat(coarse, 3, axis=2), WHOLE, encoder)
    from_grey = [np.abs(other.tokens - grey.tokens).mean() for other in (fine, rough)]
    assert from_grey[0] < 0.8 * from_grey[1]
