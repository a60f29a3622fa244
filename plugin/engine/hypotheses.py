"""What a photo's camera is believed to be: one best guess, and weighted alternatives around it.

What the user states is taken as it is. What the file states comes next, then what the picture
itself tells (horizon, roll, field of view), then defaults. Whatever stays uncertain is spread over
a few weighted cameras, which the search marginalises.
"""

import math
from dataclasses import dataclass, replace
from typing import List, Optional, Tuple

import numpy as np

from .attitude import Attitude, Latitudes, attitude_of, read_latitudes
from .camera import PERSPECTIVE, WIDEST_PERSPECTIVE_DEG, Camera, WeightedCamera, horizon_of
from .encoder import Encoder
from .kinds import ASSUMED, FILE, GIVEN, PICTURE
from .photo import Photo, camera_of

# Cameras whose angle nobody states: phones and small cameras, as measured along the longer side.
LIKELY_FOV_DEG, LIKELY_FOV_SIGMA_DEG = 65.0, 12.0
LONGER_SIDES_DEG = np.arange(40.0, 101.0, 5.0)
# People hold a phone between chest and eye; lenses on vehicles vary as much.
HEIGHT_SIGMA_SHARE = 0.12
# The head knows no photos tilted further; pictures without any horizon can read as anything.
MOST_READ_DEG = 40.0
NEGLIGIBLE_PITCH_DEG, NEGLIGIBLE_FOV_DEG = 0.5, 2.0


@dataclass(frozen=True)
class CameraClues:
    """What the user states of a camera, see `Camera`; None leaves it to file and picture."""

    projection: Optional[str] = None
    fov_deg: Optional[float] = None
    vfov_deg: Optional[float] = None
    horizon: Optional[float] = None
    roll_deg: Optional[float] = None
    height_m: Optional[float] = None


@dataclass(frozen=True)
class CameraBelief:
    """What is believed of a photo's camera.

    Attributes:
        best: the most probable camera.
        horizon_from, fov_from: `GIVEN`, `FILE`, `PICTURE` or `ASSUMED`.
        pitch_sigma_deg, roll_sigma_deg, fov_sigma_deg: standard deviations, 0 for what is given.
        height_sigma_m: the same of the camera height.
    """

    best: Camera
    horizon_from: str
    fov_from: str
    pitch_sigma_deg: float
    roll_sigma_deg: float
    fov_sigma_deg: float
    height_sigma_m: float

    def horizon_sigma(self, width_px: int, height_px: int) -> float:
        """Standard deviation of the horizon's row, as a fraction of the height."""
        if self.best.projection != PERSPECTIVE:
            return self.pitch_sigma_deg / self.best.vfov_deg
        focal_px = width_px / 2.0 / math.tan(math.radians(self.best.fov_deg) / 2.0)
        return math.radians(self.pitch_sigma_deg) * focal_px / height_px

    def cameras(self, photo: Photo, spread: bool) -> Tuple[WeightedCamera, ...]:
        """What to search with: the best camera alone, or its alternatives too."""
        if not spread:
            return (WeightedCamera(self.best, 1.0),)
        height_px, width_px = photo.rgb.shape[:2]
        return self.alternatives(width_px, height_px)

    def alternatives(self, width_px: int, height_px: int) -> Tuple[WeightedCamera, ...]:
        """The best camera and, for each uncertain quantity, one with more and one with less of it.

        The points and weights of the unscented transform (Julier and Uhlmann, 1997) with its free
        parameter 1; they have the mean and the variance of the belief.
        """
        changes: List[Tuple[float, float, float]] = []
        if self.best.projection == PERSPECTIVE:
            if self.pitch_sigma_deg > NEGLIGIBLE_PITCH_DEG:
                changes.append((self.pitch_sigma_deg, 0.0, 0.0))
            if self.fov_sigma_deg > NEGLIGIBLE_FOV_DEG:
                changes.append((0.0, self.fov_sigma_deg, 0.0))
        if self.height_sigma_m > 0.0:
            changes.append((0.0, 0.0, self.height_sigma_m))
        spread, share = math.sqrt(len(changes) + 1.0), 1.0 / (len(changes) + 1.0)
        cameras = [WeightedCamera(self.best, share)]
        for pitch_deg, fov_deg, height_m in changes:
            for sign in (-spread, spread):
                camera = self._changed(
                    sign * pitch_deg, sign * fov_deg, sign * height_m, width_px, height_px
                )
                cameras.append(WeightedCamera(camera, share / 2.0))
        return tuple(cameras)

    def _changed(
        self, pitch_deg: float, fov_deg: float, height_m: float, width_px: int, height_px: int
    ) -> Camera:
        camera = replace(self.best, height_m=max(0.5, self.best.height_m + height_m))
        if camera.projection != PERSPECTIVE:
            return camera
        wider_deg = min(WIDEST_PERSPECTIVE_DEG, max(20.0, camera.fov_deg + fov_deg))
        pitch_deg += pitch_of(camera, width_px, height_px)
        horizon = horizon_of(pitch_deg, camera.roll_deg, wider_deg, width_px, height_px)
        return replace(camera, fov_deg=wider_deg, horizon=min(2.0, max(-1.0, horizon)))


def pitch_of(camera: Camera, width_px: int, height_px: int) -> float:
    """How far a perspective camera looks up, in degrees; the inverse of `horizon_of`."""
    focal_px = width_px / 2.0 / math.tan(math.radians(camera.fov_deg) / 2.0)
    below_px = (camera.horizon - 0.5) * height_px * math.cos(math.radians(camera.roll_deg))
    return math.degrees(math.atan(below_px / focal_px))


def believe(photo: Photo, clues: CameraClues, encoder: Encoder) -> CameraBelief:
    """Everything known about a photo's camera, and how sure that is.

    Args:
        photo: upright.
        clues: what the user states.
        encoder: whose model may read the horizon off the picture.
    """
    camera = camera_of(
        photo, clues.fov_deg, clues.horizon, clues.height_m, clues.projection, clues.vfov_deg
    )
    said = photo.metadata
    height_sigma_m = 0.0 if clues.height_m else HEIGHT_SIGMA_SHARE * camera.height_m
    if camera.projection != PERSPECTIVE:
        camera = replace(
            camera,
            roll_deg=clues.roll_deg if clues.roll_deg is not None else said.roll_deg or 0.0,
            pitch_deg=0.0 if clues.horizon is not None else said.pitch_deg or 0.0,
        )
        horizon_from = _source(clues.horizon, said.horizon)
        fov_from = _source(clues.fov_deg, said.fov_deg)
        return CameraBelief(camera, horizon_from, fov_from, 0.0, 0.0, 0.0, height_sigma_m)

    camera = replace(camera, roll_deg=clues.roll_deg or 0.0)
    file_fov_deg = said.fov_deg if said.projection is None else None
    fov_from = _source(clues.fov_deg, file_fov_deg)
    fov_sigma_deg = 0.0 if fov_from == GIVEN else said.fov_sigma_deg or 0.0
    everything_given = clues.horizon is not None and clues.roll_deg is not None
    read = None
    if not everything_given or fov_from == ASSUMED:
        read = read_latitudes(photo.rgb, encoder)
    aspect = photo.rgb.shape[1] / photo.rgb.shape[0]
    if fov_from == ASSUMED:
        fov_sigma_deg = LIKELY_FOV_SIGMA_DEG
        if read is not None:
            fov_deg, fov_sigma_deg = fov_of(read, aspect, encoder)
            camera, fov_from = replace(camera, fov_deg=fov_deg), PICTURE
    tilt = None if read is None else attitude_of(read, camera.fov_deg, aspect, encoder)
    return _with_tilt(photo, camera, clues, tilt, fov_from, fov_sigma_deg, height_sigma_m)


def fov_of(latitudes: Latitudes, aspect: float, encoder: Encoder) -> Tuple[float, float]:
    """Angle across a photo's width and its standard deviation, from how latitudes spread in it."""
    trust = encoder.pack.horizon
    sharpness = trust.fov_sharpness if trust else 0.0
    half_width = np.tan(np.radians(LONGER_SIDES_DEG) / 2.0) * min(1.0, aspect)
    across_deg = np.degrees(2.0 * np.arctan(half_width))
    misfit = np.array([attitude_of(latitudes, fov, aspect, encoder).misfit for fov in across_deg])
    away = (LONGER_SIDES_DEG - LIKELY_FOV_DEG) / LIKELY_FOV_SIGMA_DEG
    log_probability = -sharpness * misfit - 0.5 * away**2
    probability = np.exp(log_probability - log_probability.max())
    probability /= probability.sum()
    mean_deg = float(probability @ across_deg)
    return mean_deg, math.sqrt(float(probability @ (across_deg - mean_deg) ** 2))


def _with_tilt(
    photo: Photo,
    camera: Camera,
    clues: CameraClues,
    tilt: Optional[Attitude],
    fov_from: str,
    fov_sigma_deg: float,
    height_sigma_m: float,
) -> CameraBelief:
    """Fill in the tilt that was read off the picture where the user states none."""
    height_px, width_px = photo.rgb.shape[:2]
    roll_sigma_deg = pitch_sigma_deg = 0.0
    horizon_from = _source(clues.horizon, photo.metadata.horizon)
    if tilt is not None and clues.roll_deg is None:
        camera = replace(camera, roll_deg=min(MOST_READ_DEG, max(-MOST_READ_DEG, tilt.roll_deg)))
        roll_sigma_deg = tilt.roll_sigma_deg
    if tilt is not None and horizon_from == ASSUMED:
        pitch_deg = min(MOST_READ_DEG, max(-MOST_READ_DEG, tilt.pitch_deg))
        row = horizon_of(pitch_deg, camera.roll_deg, camera.fov_deg, width_px, height_px)
        camera = replace(camera, horizon=min(2.0, max(-1.0, row)))
        pitch_sigma_deg, horizon_from = tilt.pitch_sigma_deg, PICTURE
    return CameraBelief(
        camera,
        horizon_from,
        fov_from,
        pitch_sigma_deg,
        roll_sigma_deg,
        fov_sigma_deg,
        height_sigma_m,
    )


def _source(given: Optional[float], in_file: Optional[float]) -> str:
    if given is not None:
        return GIVEN
    return ASSUMED if in_file is None else FILE
