"""How bright the ground looks from the street (numba kernels).

Every function writes linear light into `rgb`; x and y are in the frame of the scene's arrays.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from models.training.simulator.noise import smooth_noise
from models.training.simulator.street_light import SUN_GAIN
from models.training.simulator.town_maps import ASPHALT, GRASS, GRAVEL, PAINT, PAVING, SOIL, WATER


@njit(cache=True, fastmath=True)
def ground_light(
    scene: tuple,
    rgb: np.ndarray,
    x: float,
    y: float,
    east_shift: float,
    north_shift: float,
    footprint_m: float,
    to_sun: np.ndarray,
    direct_share: float,
) -> None:
    """The painted ground, with grain added at close range."""
    res = scene.resolution_m
    rows, columns = scene.material.shape
    if x < 0 or y <= 0 or x >= columns * res or y > rows * res:
        light = (1 - direct_share) + direct_share * SUN_GAIN * to_sun[2]
        for band in range(3):
            rgb[band] = (0.13, 0.15, 0.07)[band] * light
        return
    row, column = rows - y / res, x / res
    if footprint_m < 2.5 * res:
        _smooth_sample(scene.ground, scene.linear, row, column, rgb)
    elif footprint_m < 10 * res:
        _smooth_sample(scene.ground_4, scene.linear, row / 4, column / 4, rgb)
    else:
        _smooth_sample(scene.ground_16, scene.linear, row / 16, column / 16, rgb)
    r, c = min(int(row), rows - 1), min(int(column), columns - 1)
    material = scene.material[r, c]
    grain = _grain(material, x + east_shift, y + north_shift, footprint_m)
    lit = scene.lit[min(r // 2, scene.lit.shape[0] - 1), min(c // 2, scene.lit.shape[1] - 1)]
    light = (1 - direct_share) + direct_share * SUN_GAIN * lit * to_sun[2]
    for band in range(3):
        rgb[band] *= light * grain
        if material == GRASS:
            rgb[band] *= scene.grass_gain[band]
    if material == WATER:
        for band in range(3):
            rgb[band] = 0.5 * rgb[band] + 0.3 * (0.5, 0.6, 0.75)[band]


@njit(cache=True, fastmath=True)
def _smooth_sample(
    rgb_map: np.ndarray, linear: np.ndarray, row: float, column: float, rgb: np.ndarray
) -> None:
    """Quadratic B-spline over 3 x 3 cells: the stairs of painted edges become smooth lines."""
    rows, columns = rgb_map.shape[:2]
    r, c = int(math.floor(row)), int(math.floor(column))
    fr, fc = row - r, column - c
    weights_r = (0.5 * (1 - fr) ** 2, 0.5 + fr * (1 - fr), 0.5 * fr * fr)
    weights_c = (0.5 * (1 - fc) ** 2, 0.5 + fc * (1 - fc), 0.5 * fc * fc)
    for band in range(3):
        rgb[band] = 0.0
    for i in range(3):
        ri = min(max(r + i - 1, 0), rows - 1)
        for j in range(3):
            cj = min(max(c + j - 1, 0), columns - 1)
            weight = weights_r[i] * weights_c[j]
            for band in range(3):
                rgb[band] += weight * linear[rgb_map[ri, cj, band]]


@njit(cache=True, fastmath=True)
def _grain(material: int, east: float, north: float, footprint_m: float) -> float:
    """Relief too fine for the maps: a factor around 1 that fades where pixels grow over it."""
    fine = smooth_noise(east / 0.012, north / 0.012, 21) - 0.5
    middle = smooth_noise(east / 0.06, north / 0.06, 22) - 0.5
    coarse = smooth_noise(east / 0.35, north / 0.35, 23) - 0.5
    fade_fine = 1 / (1 + (footprint_m / 0.012) ** 2)
    fade_middle = 1 / (1 + (footprint_m / 0.06) ** 2)
    fade_coarse = 1 / (1 + (footprint_m / 0.35) ** 2)
    if material == GRASS:
        weights = (1.1, 0.8, 0.5)
    elif material == ASPHALT:
        weights = (0.55, 0.14, 0.12)
    elif material == GRAVEL or material == SOIL:
        weights = (0.5, 0.7, 0.25)
    elif material == PAVING:
        weights = (0.22, 0.12, 0.12)
    elif material == PAINT:
        weights = (0.2, 0.18, 0.2)
    else:
        weights = (0.0, 0.1, 0.3)
    total = (
        weights[0] * fine * fade_fine
        + weights[1] * middle * fade_middle
        + weights[2] * coarse * fade_coarse
    )
    return max(1 + total, 0.15)
