"""Light and season of one date: sun, shadows, tints; for the aerial and the street view."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit, prange

from models.training.simulator.town_maps import TownMaps

CROWN_SHADE = 0.55  # optical depth of a metre of leaves, as seen by the sun


@dataclass(frozen=True)
class Sun:
    """Where the sun stands, and how much of the light comes from it (the rest from the sky)."""

    azimuth_deg: float = 150.0  # clockwise from north
    elevation_deg: float = 45.0
    direct_share: float = 0.7  # 0 overcast, 0.8 a clear day

    @property
    def direction(self) -> tuple[float, float, float]:
        """Unit vector to the sun: east, north, up."""
        azimuth, elevation = math.radians(self.azimuth_deg), math.radians(self.elevation_deg)
        flat = math.cos(elevation)
        return flat * math.sin(azimuth), flat * math.cos(azimuth), math.sin(elevation)


@dataclass(frozen=True)
class Season:
    """How vegetation differs from its midsummer albedo: gains for red, green and blue."""

    grass_gain: tuple[float, float, float] = (1.0, 1.0, 1.0)
    leaf_gain: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Optics:
    """What the camera does to the light."""

    exposure: float = 1.0
    white_balance: tuple[float, float, float] = (1.0, 1.0, 1.0)
    haze: float = 0.05  # aerial: share of veil; street: veil at 200 m
    noise: float = 0.01  # standard deviation as a share of white
    blur_px: float = 0.5


def linear_from_srgb(values: np.ndarray) -> np.ndarray:
    """Reflectance in [0, 1] of 8-bit display values, float32."""
    return ((np.asarray(values, np.float32) / 255.0) ** 2.2).astype(np.float32)


def develop(linear: np.ndarray, optics: Optics, rng: np.random.Generator) -> np.ndarray:
    """8-bit display values of linear light (rows, columns, 3): tone curve, cast and noise."""
    gained = linear * (optics.exposure * np.array(optics.white_balance, np.float32))
    # The shoulder keeps bright pavements from clipping, as camera tone curves do.
    toned = np.where(gained < 0.6, gained, 0.6 + 0.4 * np.tanh((gained - 0.6) / 0.4))
    shown = np.clip(toned, 0, 1) ** (1 / 2.2)
    if optics.noise > 0:
        shown = shown + rng.normal(0, optics.noise, shown.shape).astype(np.float32)
    return (np.clip(shown, 0, 1) * 255 + 0.5).astype(np.uint8)


def sun_visibility(maps: TownMaps, sun: Sun, on_surface: bool, stride: int = 2) -> np.ndarray:
    """How much of the sun reaches each cell, 0 to 1, float32, at every `stride`-th cell.

    `on_surface` asks for roofs and crowns (seen from above) instead of the ground below them.
    """
    return _march_to_sun(
        maps.solid_height_cm,
        maps.crown_bottom_cm,
        maps.crown_top_cm,
        maps.resolution_m,
        np.array(sun.direction),
        stride,
        on_surface,
        CROWN_SHADE,
    )


@njit(cache=True, parallel=True, fastmath=True)
def _march_to_sun(
    solid_cm: np.ndarray,
    crown_bottom_cm: np.ndarray,
    crown_top_cm: np.ndarray,
    resolution_m: float,
    to_sun: np.ndarray,
    stride: int,
    on_surface: bool,
    crown_shade: float,
) -> np.ndarray:
    rows, columns = solid_cm.shape
    out = np.ones((rows // stride, columns // stride), np.float32)
    flat = math.hypot(to_sun[0], to_sun[1])
    if flat < 1e-6:
        return out
    step_m = 2.0 * resolution_m
    step_column = to_sun[0] / flat * 2.0
    step_row = -to_sun[1] / flat * 2.0
    climb_cm = 100.0 * step_m * to_sun[2] / flat
    tallest_cm = float(max(solid_cm.max(), crown_top_cm.max()))
    path_m = step_m / flat
    for i in prange(out.shape[0]):
        for j in range(out.shape[1]):
            row, column = i * stride + 0.5 * stride, j * stride + 0.5 * stride
            r, c = int(row), int(column)
            height = 0.0
            if on_surface:
                height = float(max(solid_cm[r, c], crown_top_cm[r, c])) + 6.0
            depth_m = 0.0
            lit = 1.0
            while height < tallest_cm:
                row += step_row
                column += step_column
                height += climb_cm
                r, c = int(row), int(column)
                if row < 0 or column < 0 or r >= rows or c >= columns:
                    break
                if solid_cm[r, c] > height:
                    lit = 0.0
                    break
                if crown_bottom_cm[r, c] < height < crown_top_cm[r, c]:
                    depth_m += path_m
            out[i, j] = lit * math.exp(-crown_shade * depth_m)
    return out
