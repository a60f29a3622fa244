"""Where is up in a photo: pitch and roll of the camera, read off the picture by the transformer.

A small head on the transformer's tokens says for every patch of the picture how high above or
below the horizon it looks. For a ray r of a patch and the unknown unit vector u that points up,
both in the camera's frame, sin(latitude) = r . u; u is found by least squares on the sphere.
The idea of regressing latitude per pixel is that of perspective fields (Jin et al., CVPR 2023).

Camera frame: x to the right, y ahead along the optical axis, z up in the picture.
"""

import math
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .encoder import Encoder

FloatArray = NDArray[np.float32]
Rays = NDArray[np.float64]

NEWTON_STEPS = 8


@dataclass(frozen=True)
class Latitudes:
    """What the head reads off one picture.

    Attributes:
        sine: (rows, cols) float32, sine of the angle above the horizon, per patch.
        spread: (rows, cols) float32, how far off that may be (mean absolute deviation).
    """

    sine: FloatArray
    spread: FloatArray


@dataclass(frozen=True)
class Attitude:
    """Tilt of a perspective camera, for one field of view.

    Attributes:
        pitch_deg: how far the camera looks up; negative looks down.
        roll_deg: clockwise turn of the camera about its axis, seen from behind it.
        pitch_sigma_deg, roll_sigma_deg: standard deviations of both.
        misfit: mean deviation of the latitudes from those of the best tilt, in units of their
            spread; compares fields of view.
    """

    pitch_deg: float
    roll_deg: float
    pitch_sigma_deg: float
    roll_sigma_deg: float
    misfit: float


def read_latitudes(rgb: NDArray[np.uint8], encoder: Encoder) -> Optional[Latitudes]:
    """Latitude of every patch of a picture; None when the model has no such head.

    Args:
        rgb: (height, width, 3) uint8, upright.
    """
    if encoder.pack.horizon is None:
        return None
    window, rows, cols = letterboxed(rgb, encoder.pack.window_tokens, encoder.pack.token_px)
    shown = np.zeros((1, encoder.pack.window_tokens, encoder.pack.window_tokens), np.float32)
    shown[0, :rows, :cols] = 1.0
    read = encoder.latitudes(window[None], shown)[0, :rows, :cols]
    return Latitudes(read[..., 0], np.exp(np.clip(read[..., 1], -5.0, 2.0)))


def letterboxed(
    rgb: NDArray[np.uint8], window_tokens: int, token_px: int
) -> Tuple[NDArray[np.uint8], int, int]:
    """A picture shrunk into the top left corner of a square window.

    Returns:
        The window (side, side, 3) and the rows and columns of tokens that the picture takes. Each
        side is rounded to whole tokens; the rest has the mean colour and is to be hidden.
    """
    height, width = rgb.shape[:2]
    longest = max(height, width)
    rows = max(1, round(window_tokens * height / longest))
    cols = max(1, round(window_tokens * width / longest))
    side = window_tokens * token_px
    small = Image.fromarray(rgb).resize((cols * token_px, rows * token_px), Image.BOX)
    picture = np.asarray(small, np.uint8)
    window = np.empty((side, side, 3), np.uint8)
    window[:] = np.rint(picture.reshape(-1, 3).mean(axis=0)).astype(np.uint8)
    window[: rows * token_px, : cols * token_px] = picture
    return window, rows, cols


def sight_rays(rows: int, cols: int, fov_deg: float, aspect: float) -> Rays:
    """Unit rays (rows, cols, 3) through the centres of evenly laid cells of a picture.

    Args:
        fov_deg: angle across its width.
        aspect: width over height.
    """
    half_width = math.tan(math.radians(fov_deg) / 2.0)
    right = ((np.arange(cols) + 0.5) / cols * 2.0 - 1.0) * half_width
    up = (1.0 - (np.arange(rows) + 0.5) / rows * 2.0) * half_width / aspect
    across, above = np.meshgrid(right, up)
    rays = np.stack([across, np.ones_like(across), above], axis=-1)
    return np.asarray(rays / np.linalg.norm(rays, axis=-1, keepdims=True))


def up_vector(pitch_deg: float, roll_deg: float) -> Rays:
    """Unit vector (3,) that points up, in the camera's frame."""
    pitch, roll = math.radians(pitch_deg), math.radians(roll_deg)
    return np.array(
        [-math.sin(roll) * math.cos(pitch), math.sin(pitch), math.cos(roll) * math.cos(pitch)]
    )


def attitude_of(latitudes: Latitudes, fov_deg: float, aspect: float, encoder: Encoder) -> Attitude:
    """The tilt that fits the latitudes best, for a field of view.

    Args:
        aspect: width of the whole picture over its height.
        encoder: whose head read the latitudes; knows how far to trust it.
    """
    rows, cols = latitudes.sine.shape
    rays = sight_rays(rows, cols, fov_deg, aspect).reshape(-1, 3)
    sine, spread = latitudes.sine.ravel().astype(float), latitudes.spread.ravel().astype(float)
    up, information = _fit_up(rays, sine, 1.0 / np.square(spread))
    pitch_deg = math.degrees(math.asin(max(-1.0, min(1.0, up[1]))))
    roll_deg = math.degrees(math.atan2(-up[0], up[2]))
    # Patches err together, so that their number does not count, only how they spread the rays.
    variance = np.linalg.inv(information / len(sine))
    trust = encoder.pack.horizon
    pitch_sigma, roll_sigma = (math.degrees(math.sqrt(variance[i, i])) for i in (0, 1))
    return Attitude(
        pitch_deg,
        roll_deg,
        pitch_sigma * (trust.pitch_sigma_factor if trust else 1.0),
        roll_sigma * (trust.roll_sigma_factor if trust else 1.0),
        float((np.abs(rays @ up - sine) / spread).mean()),
    )


def _fit_up(rays: Rays, sine: Rays, weight: Rays) -> Tuple[Rays, Rays]:
    """Weighted least squares of rays @ up = sine over unit vectors, by Gauss-Newton on the sphere.

    Returns:
        The vector (3,) and the information matrix (2, 2) of rotations about the camera's right
        axis (pitch) and its forward axis (roll).
    """
    normal = (rays * weight[:, None]).T @ rays
    target = (rays * weight[:, None]).T @ sine
    up = np.array([0.0, 0.0, 1.0])
    tangent = _turns_of(up)
    for _ in range(NEWTON_STEPS):
        tangent = _turns_of(up)
        step = np.linalg.lstsq(tangent @ normal @ tangent.T, tangent @ (target - normal @ up), None)
        up = up + step[0] @ tangent
        up /= np.linalg.norm(up)
    information = tangent @ normal @ tangent.T
    return up, information + 1e-9 * np.trace(information) * np.eye(2)


def _turns_of(up: Rays) -> Rays:
    """How the vector moves (2, 3) per radian of pitch up and of roll clockwise."""
    pitch, roll = np.cross([-1.0, 0.0, 0.0], up), np.cross([0.0, -1.0, 0.0], up)
    return np.stack([pitch, roll])
