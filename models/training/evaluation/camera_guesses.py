"""Ways to guess a photo's camera, right and wrong, for measuring what geometry is worth."""

from dataclasses import replace
from typing import Callable, Sequence, Tuple

from plugin.engine.camera import EQUIRECTANGULAR, Camera, WeightedCamera, horizon_of
from plugin.engine.encoder import Encoder
from plugin.engine.hypotheses import (
    HEIGHT_SIGMA_SHARE,
    CameraBelief,
    CameraClues,
    believe,
    pitch_of,
)
from plugin.engine.photo import Photo

# From a photo and its true camera to the cameras that are believed in.
Guess = Callable[[Photo, Camera], Sequence[WeightedCamera]]


def pitched(by_deg: float) -> Guess:
    """The true camera with its horizon wrong by an angle."""

    def guess(photo: Photo, camera: Camera) -> Sequence[WeightedCamera]:
        return [WeightedCamera(lifted(photo, camera, by_deg), 1.0)]

    return guess


def lifted(photo: Photo, camera: Camera, by_deg: float) -> Camera:
    """A camera that believes to look up by so much more."""
    height_px, width_px = photo.rgb.shape[:2]
    if camera.projection == EQUIRECTANGULAR:
        return replace(camera, horizon=camera.horizon + by_deg / camera.vfov_deg)
    pitch_deg = pitch_of(camera, width_px, height_px) + by_deg
    horizon = horizon_of(pitch_deg, camera.roll_deg, camera.fov_deg, width_px, height_px)
    return replace(camera, horizon=horizon)


def level(photo: Photo, camera: Camera) -> Sequence[WeightedCamera]:
    """A camera taken as level, as without any estimate."""
    return [WeightedCamera(replace(camera, horizon=0.5, roll_deg=0.0), 1.0)]


def higher(share: float) -> Guess:
    """The true camera at a wrong height."""
    return lambda photo, camera: [
        WeightedCamera(replace(camera, height_m=camera.height_m * share), 1.0)
    ]


def wider(by_deg: float) -> Guess:
    """The true camera with a wrong field of view, horizon and roll kept as angles."""

    def guess(photo: Photo, camera: Camera) -> Sequence[WeightedCamera]:
        height_px, width_px = photo.rgb.shape[:2]
        fov_deg = camera.fov_deg + by_deg
        pitch_deg = pitch_of(camera, width_px, height_px)
        horizon = horizon_of(pitch_deg, camera.roll_deg, fov_deg, width_px, height_px)
        return [WeightedCamera(replace(camera, fov_deg=fov_deg, horizon=horizon), 1.0)]

    return guess


def estimated(encoder: Encoder, know_fov: bool, spread: Tuple[str, ...] = ()) -> Guess:
    """Horizon and roll read off the picture, the angle too unless it is known.

    Args:
        spread: which uncertainties are spread over several cameras: "pitch", "fov", "height".
    """

    def guess(photo: Photo, camera: Camera) -> Sequence[WeightedCamera]:
        height_px, width_px = photo.rgb.shape[:2]
        clues = CameraClues(
            projection=camera.projection,
            fov_deg=camera.fov_deg if know_fov else None,
            height_m=camera.height_m,
        )
        belief = narrowed(believe(photo, clues, encoder), spread, camera.height_m)
        return belief.alternatives(width_px, height_px)

    return guess


def narrowed(belief: CameraBelief, spread: Tuple[str, ...], height_m: float) -> CameraBelief:
    """A belief that is uncertain about the named quantities only."""
    return replace(
        belief,
        pitch_sigma_deg=belief.pitch_sigma_deg if "pitch" in spread else 0.0,
        fov_sigma_deg=belief.fov_sigma_deg if "fov" in spread else 0.0,
        height_sigma_m=HEIGHT_SIGMA_SHARE * height_m if "height" in spread else 0.0,
    )
