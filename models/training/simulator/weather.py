"""What another date does to a town: snow, bare trees, clouds over it, rain in the photo.

Bare crowns are left out altogether, and lit lamps and falling snow are not drawn.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numba import njit, prange
from scipy.ndimage import gaussian_filter, map_coordinates

from models.training.simulator.light import Sun, linear_from_srgb
from models.training.simulator.noise import cloud_noise, smooth_noise
from models.training.simulator.street_camera import StreetCamera
from models.training.simulator.town_maps import (
    ASPHALT,
    CAR,
    GRASS,
    HEDGE,
    HOUSE,
    PAINT,
    PAVING,
    WATER,
    TownMaps,
)

SNOW_RGB = np.array((232, 236, 244), np.float32)
SNOW_ON_ROADS, SNOW_ON_PAVEMENTS = 0.45, 0.85
SNOW_ON_TOP = {HOUSE: 1.0, CAR: 0.6, HEDGE: 0.5}
EVERGREEN_SHARE = 0.25
CLOUD_BASE_M, CLOUD_GRAIN_M, CLOUD_EDGE = 900.0, 90.0, 0.06
CLOUD_LIGHT, CLOUD_OPACITY = 0.85, 0.97
WET_GAIN = 0.55
WET_SHINE = 0.7  # of what a still water surface would mirror
DROPS = 60


def snowed(maps: TownMaps, seed: int) -> TownMaps:
    """Snow on everything, half driven away on the roads, and the trees bare."""
    maps = without_leaves(maps, seed)
    grain = noise_map(*maps.ground_material.shape, maps.resolution_m / 1.6, seed)
    material = maps.ground_material
    share = np.ones(7, np.float32)
    share[[ASPHALT, PAINT]], share[PAVING], share[WATER] = SNOW_ON_ROADS, SNOW_ON_PAVEMENTS, 0.0
    # The noise is not uniform: its quantiles turn shares into levels.
    level = np.quantile(grain[::7, ::7], share)
    white = (grain < level[material]) & (material != WATER)
    shade = (0.9 + 0.1 * grain)[..., None]
    ground_rgb = np.where(white[..., None], SNOW_RGB * shade, maps.ground_rgb).astype(np.uint8)
    on_top = np.zeros(7, np.float32)
    on_top[list(SNOW_ON_TOP)] = list(SNOW_ON_TOP.values())
    part = on_top[maps.solid_kind][..., None]
    trees = maps.trees.copy()
    trees[:, 5:8] = 0.6 * trees[:, 5:8] + 0.4 * SNOW_RGB
    return replace(
        maps,
        ground_rgb=ground_rgb,
        # Snow has neither the grain nor the colours of the grass below it.
        ground_material=np.where(white, PAINT, material).astype(np.uint8),
        solid_rgb=((1 - part) * maps.solid_rgb + part * SNOW_RGB).astype(np.uint8),
        trees=trees,
    )


def without_leaves(maps: TownMaps, seed: int) -> TownMaps:
    """Winter: only evergreen trees keep their crowns."""
    evergreen = np.random.default_rng(seed).random(len(maps.trees)) < EVERGREEN_SHARE
    kept = evergreen[maps.tree_id]
    return replace(
        maps,
        crown_bottom_cm=np.where(kept, maps.crown_bottom_cm, 0).astype(np.uint16),
        crown_top_cm=np.where(kept, maps.crown_top_cm, 0).astype(np.uint16),
    )


def wetted(maps: TownMaps) -> TownMaps:
    """Ground darkened by rain; grass and water hardly change."""
    wet = ~np.isin(maps.ground_material, (GRASS, WATER))[..., None]
    # Display values: the gain of light goes through the tone curve.
    gain = WET_GAIN ** (1 / 2.2)
    return replace(
        maps,
        ground_rgb=np.where(wet, maps.ground_rgb * np.float32(gain), maps.ground_rgb).astype(
            np.uint8
        ),
    )


def clouded(rgb: np.ndarray, gsd_m: float, sun: Sun, share: float, seed: int) -> np.ndarray:
    """An orthophoto with clouds over a share of it, and their shadows where the sun puts them."""
    rows, columns = rgb.shape[:2]
    away_m = CLOUD_BASE_M / math.tan(math.radians(sun.elevation_deg))
    azimuth = math.radians(sun.azimuth_deg)
    to_sun_px = (-math.cos(azimuth) * away_m / gsd_m, math.sin(azimuth) * away_m / gsd_m)
    scale = gsd_m / CLOUD_GRAIN_M
    above = noise_map(rows, columns, scale, seed, octaves=True)
    sunward = noise_map(rows, columns, scale, seed, to_sun_px, octaves=True)
    clear, clear_sunward = (np.quantile(field[::5, ::5], 1 - share) for field in (above, sunward))
    cloud = np.clip((above - clear) / CLOUD_EDGE, 0.0, 1.0)[..., None]
    shadow = np.clip((sunward - clear_sunward) / CLOUD_EDGE, 0.0, 1.0)[..., None]
    light = linear_from_srgb(rgb) * (1.0 - sun.direct_share * shadow)
    light += CLOUD_OPACITY * cloud * (CLOUD_LIGHT - light)
    return (np.clip(light, 0.0, 1.0) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8)


def rained_on(rgb: np.ndarray, camera: StreetCamera, seed: int) -> np.ndarray:
    """A photo of wetted ground with its reflections, and with drops on the lens.

    Whatever lies below the horizon shines as if it were ground; where a reflection would lie
    outside of the picture the mean of its sky stands in.
    """
    rays = camera.rays()
    mirrored = rays * np.array([1.0, 1.0, -1.0], np.float32)
    below = rays[..., 2] < 0
    picture = linear_from_srgb(rgb)
    sky = picture[~below].mean(axis=0) if (~below).any() else np.full(3, 0.6, np.float32)
    stand = np.array([camera.east_m, camera.north_m, camera.height_m])
    at = camera.project(stand + 50.0 * mirrored[below].astype(float)) - 0.5
    inside = np.isfinite(at).all(axis=1)
    at = np.where(inside[:, None], at, -10.0)
    inside &= (at >= 0).all(axis=1) & (at <= (rgb.shape[1] - 1, rgb.shape[0] - 1)).all(axis=1)
    blurred = gaussian_filter(picture, (6.0, 1.0, 0.0))  # wet asphalt draws reflections out
    seen = np.stack(
        [map_coordinates(blurred[..., band], at.T[::-1], order=1) for band in range(3)], axis=1
    )
    seen = np.where(inside[:, None], seen, sky)
    # Schlick's approximation for water: the flatter the view, the more it mirrors.
    shine = WET_SHINE * (0.02 + 0.98 * (1 + rays[below][:, 2:]) ** 5)
    picture[below] += shine * (seen - picture[below])
    return (np.clip(_through_drops(picture, seed), 0, 1) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8)


def _through_drops(picture: np.ndarray, seed: int) -> np.ndarray:
    """Round places where the picture is out of focus."""
    rng = np.random.default_rng(seed)
    rows, columns = picture.shape[:2]
    y, x = np.ogrid[0:rows, 0:columns]
    drop = np.zeros((rows, columns), np.float32)
    for _ in range(DROPS):
        row, column = rng.uniform(0, rows), rng.uniform(0, columns)
        radius = rng.uniform(0.004, 0.02) * columns
        drop[np.hypot(y - row, x - column) < radius] = 1.0
    drop = gaussian_filter(drop, 1.0)[..., None]
    return picture + drop * (gaussian_filter(picture, (7.0, 7.0, 0.0)) - picture)


def noise_map(
    rows: int,
    columns: int,
    scale: float,
    salt: int,
    origin: tuple[float, float] = (0.0, 0.0),
    octaves: bool = False,
) -> np.ndarray:
    """Smooth noise (rows, columns), float32; `scale` grains a cell, `origin` in cells."""
    return _noise_map(rows, columns, scale, salt % 9973, origin[0], origin[1], octaves)


@njit(cache=True, parallel=True)
def _noise_map(
    rows: int,
    columns: int,
    scale: float,
    salt: int,
    first_row: float,
    first_column: float,
    octaves: bool,
) -> np.ndarray:
    out = np.zeros((rows, columns), np.float32)
    for row in prange(rows):
        for column in range(columns):
            x, y = (column + first_column) * scale, (row + first_row) * scale
            out[row, column] = cloud_noise(x, y, salt) if octaves else smooth_noise(x, y, salt)
    return out
