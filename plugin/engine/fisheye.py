"""Fisheye pictures: recognised, and turned into a part of an equirectangular panorama.

A fisheye lens is taken as equidistant: the distance from the centre grows with the angle from the
axis, r = f angle (Kannala and Brandt, IEEE PAMI 28, 2006, their first-order model). Lenses of
phones, whose software straightens them already, are left alone.
"""

import math
from dataclasses import replace
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .birdseye import sample_bilinear
from .camera import EQUIRECTANGULAR, NARROWEST_VIEW_DEG
from .errors import SkymatchError
from .field_of_view import DERIVED, FILM_DIAGONAL_MM
from .metadata import PhotoMetadata

CIRCLE_FOV_DEG = 180.0

_DARK = 16
_EDGE_OF_LIGHT = 24
_LIT_SHARE, _DARK_SHARE = 0.9, 0.985
_CHECK_PX = 256
_SIGMA_SHARE = 0.08
_ROWS_AT_ONCE = 128
# Straight-line lenses end at about 9 mm in 35 mm terms; action cameras say 15 to 18 mm.
_BENT_35MM, _ACTION_35MM = 9.0, 20.0
_BENT_WORDS = ("fisheye", "fish-eye", "fish eye")
_ACTION_CAMERAS = ("gopro", "yi action", "sjcam", "akaso", "osmo action", "insta360")
_GOPRO_VIEW = b"VFOVc\x01\x00\x01"
_GOPRO_STRAIGHT = (b"L", b"N")

_UNBENT = (
    "The picture seems to come from a fisheye lens and was unbent as one; its field of view is an "
    "estimate. Give a picture without lens distortion when the result looks wrong."
)
_MAY_BEND = (
    "The camera is one whose lens bends straight lines. Export the picture with lens correction "
    "(linear) when they look bent."
)


def straightened(
    rgb: NDArray[np.uint8], said: PhotoMetadata, content: bytes, name: str
) -> Tuple[NDArray[np.uint8], PhotoMetadata]:
    """The picture and its description, unbent where it is a fisheye's and as given otherwise.

    Args:
        rgb: (height, width, 3), upright.
        said: what the file says.
        content: bytes of the file, which name the lens of a GoPro.
        name: of the file, for sentences.

    Raises:
        SkymatchError: two fisheye circles side by side, which only their maker can stitch.
    """
    if said.projection is not None:
        return rgb, said
    height, width = rgb.shape[:2]
    if abs(width - 2 * height) <= 0.02 * width:
        if _circle(rgb[:, : width // 2]) and _circle(rgb[:, width // 2 :]):
            raise SkymatchError(
                f"{name} holds the two halves of a 360 degree camera. Export it as an "
                "equirectangular panorama with the program of the camera."
            )
        return rgb, said
    circle = _circle(rgb)
    if circle is not None:
        left, top, radius = circle
        square = rgb[top : top + 2 * radius, left : left + 2 * radius]
        return _described(square, said, radius / math.radians(CIRCLE_FOV_DEG / 2.0))
    bent = _bent(said, content)
    if bent and said.focal_35mm is not None:
        focal_px = said.focal_35mm / FILM_DIAGONAL_MM * math.hypot(width, height)
        return _described(rgb, said, focal_px)
    return rgb, replace(said, notes=(*said.notes, _MAY_BEND)) if bent else said


def panorama_of_fisheye(
    rgb: NDArray[np.uint8], focal_px: float
) -> Tuple[NDArray[np.uint8], float, float]:
    """An equidistant picture as the part of an equirectangular panorama that it fills.

    Args:
        rgb: (height, width, 3); the axis of the lens is at the centre.
        focal_px: pixels per radian.

    Returns:
        (picture, angle across its width, angle across its height), with the axis at the centre.
    """
    height, width = rgb.shape[:2]
    half_fov = min(math.pi / 2.0, width / 2.0 / focal_px)
    half_vfov = _tallest(half_fov, height / 2.0, focal_px)
    cols, rows = round(2.0 * half_fov * focal_px), round(2.0 * half_vfov * focal_px)
    azimuth = ((np.arange(cols) + 0.5) / cols * 2.0 - 1.0) * half_fov
    below = ((np.arange(rows) + 0.5) / rows * 2.0 - 1.0) * half_vfov
    picture = rgb.astype(np.float32)
    flat = np.empty((rows, cols, 3), np.uint8)
    for start in range(0, rows, _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        right, down = equidistant(azimuth[None, :], below[part, None], focal_px)
        values = sample_bilinear(picture, width / 2.0 + right, height / 2.0 + down)
        flat[part] = np.rint(values).astype(np.uint8)
    return flat, 2.0 * math.degrees(half_fov), 2.0 * math.degrees(half_vfov)


def equidistant(
    azimuth: NDArray[np.float64], below: NDArray[np.float64], focal_px: float
) -> Tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Offsets in pixels to the right of and below the axis, of directions in radians."""
    right, down = np.cos(below) * np.sin(azimuth), np.sin(below)
    across = np.hypot(right, down)
    angle = np.arctan2(across, np.cos(below) * np.cos(azimuth))
    scale = focal_px * np.where(across > 1e-9, angle / np.maximum(across, 1e-9), 1.0)
    return (right * scale).astype(np.float32), (down * scale).astype(np.float32)


def _tallest(half_fov: float, half_height_px: float, focal_px: float) -> float:
    """Half the height in radians up to which the picture is filled at its left and right edge."""
    below = np.linspace(0.0, math.pi / 2.0, 721)
    down = equidistant(np.full_like(below, half_fov), below, focal_px)[1]
    return float(below[np.flatnonzero(down <= half_height_px + 0.5)[-1]])


def _described(
    rgb: NDArray[np.uint8], said: PhotoMetadata, focal_px: float
) -> Tuple[NDArray[np.uint8], PhotoMetadata]:
    flat, fov_deg, vfov_deg = panorama_of_fisheye(rgb, focal_px)
    if fov_deg < NARROWEST_VIEW_DEG or vfov_deg < NARROWEST_VIEW_DEG:
        return rgb, said
    return flat, replace(
        said,
        projection=EQUIRECTANGULAR,
        fov_deg=fov_deg,
        vfov_deg=vfov_deg,
        horizon=None,
        fov_sigma_deg=_SIGMA_SHARE * fov_deg,
        fov_source=DERIVED,
        notes=(_UNBENT,),
    )


def _bent(said: PhotoMetadata, content: bytes) -> bool:
    """Whether the tags speak of a lens that bends straight lines."""
    if any(word in said.lens.lower() for word in _BENT_WORDS):
        return True
    focal_35mm = said.focal_35mm
    if focal_35mm is not None and focal_35mm < _BENT_35MM:
        return True
    if not any(word in said.camera.lower() for word in _ACTION_CAMERAS):
        return False
    # GPMF of GoPro: key, type c, one byte, once (ExifTool, GoPro.pm, FieldOfView).
    at = content.find(_GOPRO_VIEW)
    straight = at >= 0 and content[at + 8 : at + 9] in _GOPRO_STRAIGHT
    return not straight and (focal_35mm is None or focal_35mm <= _ACTION_35MM)


def _circle(rgb: NDArray[np.uint8]) -> Optional[Tuple[int, int, int]]:
    """Left, top and radius in pixels of a round picture on black; None for any other."""
    step = max(1, min(rgb.shape[:2]) // _CHECK_PX)
    light = rgb[::step, ::step].max(axis=2)
    corners = (light[:4, :4], light[:4, -4:], light[-4:, :4], light[-4:, -4:])
    if max(int(corner.max()) for corner in corners) > _DARK:
        return None
    lit = light > _EDGE_OF_LIGHT
    rows, cols = np.flatnonzero(lit.mean(axis=1) > 0.02), np.flatnonzero(lit.mean(axis=0) > 0.02)
    if not (rows.size and cols.size):
        return None
    tall, wide = int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1
    if min(tall, wide) < 0.5 * min(light.shape) or abs(tall / wide - 1.0) > 0.08:
        return None
    radius = (tall + wide) / 4.0
    row, col = np.ogrid[: light.shape[0], : light.shape[1]]
    centre_row, centre_col = (rows[0] + rows[-1]) / 2.0, (cols[0] + cols[-1]) / 2.0
    away = np.hypot(row - centre_row, col - centre_col) / radius
    if lit[away < 0.95].mean() < _LIT_SHARE or (~lit)[away > 1.06].mean() < _DARK_SHARE:
        return None
    size = min(round(radius * step), min(rgb.shape[:2]) // 2)
    left = min(max(0, round(centre_col * step - size)), rgb.shape[1] - 2 * size)
    top = min(max(0, round(centre_row * step - size)), rgb.shape[0] - 2 * size)
    return left, top, size
