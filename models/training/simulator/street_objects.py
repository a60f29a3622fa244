"""How bright what stands on the ground looks from the street: walls, roofs, cars and leaves.

Numba kernels that write linear light into `rgb`; x and y are in the frame of the scene's arrays.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from models.training.simulator.noise import hash_unit, smooth_noise, solid_noise
from models.training.simulator.street_light import SUN_GAIN, set_rgb
from models.training.simulator.town_maps import CAR, CAR_GLASS_M, HEDGE, HOUSE, TRUNK


@njit(cache=True, fastmath=True)
def _height_cm(scene: tuple, row: int, column: int) -> float:
    row = min(max(row, 0), scene.solid_cm.shape[0] - 1)
    column = min(max(column, 0), scene.solid_cm.shape[1] - 1)
    return float(scene.solid_cm[row, column])


@njit(cache=True, fastmath=True)
def _slopes(scene: tuple, r: int, c: int) -> tuple[float, float]:
    """Rise over run to the east and to the north, over three rows so that stairs even out."""
    east = north = 0.0
    for k in range(-2, 3, 2):
        east += _height_cm(scene, r + k, c + 2) - _height_cm(scene, r + k, c - 2)
        north += _height_cm(scene, r - 2, c + k) - _height_cm(scene, r + 2, c + k)
    scale = 0.01 / (12 * scene.resolution_m)
    return east * scale, north * scale


@njit(cache=True, fastmath=True)
def solid_light(
    scene: tuple,
    rgb: np.ndarray,
    x: float,
    y: float,
    z: float,
    dx: float,
    dy: float,
    footprint_m: float,
    to_sun: np.ndarray,
    direct_share: float,
) -> None:
    """A wall or a top, told apart by how steep the height map is there."""
    res = scene.resolution_m
    rows, columns = scene.solid_cm.shape
    r = min(max(int(rows - y / res), 0), rows - 1)
    c = min(max(int(x / res), 0), columns - 1)
    kind = scene.solid_kind[r, c]
    slope_e, slope_n = _slopes(scene, r, c)
    below_top_m = 0.01 * scene.solid_cm[r, c] - z
    eaves = scene.houses[scene.solid_id[r, c], 4] if kind == HOUSE else 0.0
    upright = below_top_m > 0.25 or (kind == HOUSE and z < eaves)
    steep = math.sqrt(slope_e * slope_e + slope_n * slope_n)
    if upright:
        if steep < 1e-6:
            slope_e, slope_n, steep = dx, dy, 1.0
        nx, ny, nz = -slope_e / steep, -slope_n / steep, 0.0
    else:
        norm = math.sqrt(1 + min(steep, 2.0) ** 2)
        cap = min(steep, 2.0) / max(steep, 1e-6)
        nx, ny, nz = -slope_e * cap / norm, -slope_n * cap / norm, 1.0 / norm
    for band in range(3):
        rgb[band] = scene.linear[scene.solid_rgb[r, c, band]]
    gain = 1.0
    if kind == HOUSE and upright:
        nx, ny = _paint_facade(scene, rgb, scene.solid_id[r, c], x, y, z, nx, ny)
    elif kind == HOUSE:
        course = (z % 0.28) / 0.28
        gain = 0.9 + 0.2 * course if footprint_m < 0.1 else 1.0
    elif kind == HEDGE:
        leaf = hash_unit(int(x * 22), int(y * 22), int(z * 22), 31)
        gain = (0.45 + 0.8 * leaf) * (0.6 + 0.4 * min(z, 1.0))
        for band in range(3):
            rgb[band] *= scene.leaf_gain[band]
    elif kind == CAR:
        _paint_car(rgb, z)
    elif kind == TRUNK:
        gain = 0.6 + 0.7 * smooth_noise(x * 14 + y * 11, z * 3, 33)
    facing = max(nx * to_sun[0] + ny * to_sun[1] + nz * to_sun[2], 0.0)
    sky = (1 - direct_share) * (0.75 + 0.25 * nz) + 0.12 * direct_share
    light = sky + direct_share * SUN_GAIN * facing * (0.85 if upright else 1.0)
    for band in range(3):
        rgb[band] *= light * gain


@njit(cache=True, fastmath=True)
def _paint_facade(
    scene: tuple,
    rgb: np.ndarray,
    house_id: int,
    x: float,
    y: float,
    z: float,
    nx: float,
    ny: float,
) -> tuple[float, float]:
    """Plaster, windows, door and garage door; returns the wall's normal, squared to the house."""
    house = scene.houses[house_id]
    cos, sin = house[2], house[3]
    local_x = (x - house[0]) * cos + (y - house[1]) * sin
    local_y = (y - house[1]) * cos - (x - house[0]) * sin
    normal_x, normal_y = nx * cos + ny * sin, ny * cos - nx * sin
    if abs(normal_x) > abs(normal_y):
        along, normal_x, normal_y = local_y, math.copysign(1.0, normal_x), 0.0
    else:
        along, normal_x, normal_y = local_x, 0.0, math.copysign(1.0, normal_y)
    street_side = normal_y < 0
    for band in range(3):
        rgb[band] = scene.linear[int(house[8 + band])]
    plaster = 0.93 + 0.14 * smooth_noise(along * 1.7, z * 1.7, house_id)
    if z < 0.35:
        plaster *= 0.6
    for band in range(3):
        rgb[band] *= plaster
    spacing = house[5]
    storey, above = math.floor((z - 0.3) / 2.55), (z - 0.3) % 2.55
    slot = math.floor(along / spacing)
    across = abs(along - (slot + 0.5) * spacing)
    garage = street_side and house[7] > house[6] and house[6] < along < house[7]
    if garage and z < 2.2:
        shade = 0.8 if z % 0.45 < 0.05 else 1.0
        set_rgb(rgb, 0.62 * shade, 0.62 * shade, 0.60 * shade)
    elif z < house[4] - 0.3 and storey >= 0:
        door = street_side and slot == 0 and storey == 0 and across < 0.5 and above < 2.1
        wide = 0.35 + 0.35 * hash_unit(int(slot), int(storey), house_id, 41)
        if door:
            set_rgb(rgb, *_door_rgb(house_id))
        elif not garage and across < wide + 0.08 and 0.82 < above < 2.18:
            if across > wide or above < 0.9 or above > 2.1 or across < 0.03:
                for band in range(3):
                    rgb[band] = scene.linear[int(house[11 + band])]
            else:
                shine = 0.05 + 0.16 * smooth_noise(along * 0.8, z * 1.5, house_id + 3)
                set_rgb(rgb, shine * 0.9, shine, shine * 1.15)
    return normal_x * cos - normal_y * sin, normal_x * sin + normal_y * cos


@njit(cache=True, fastmath=True)
def _door_rgb(house_id: int) -> tuple[float, float, float]:
    return (
        0.05 + 0.4 * hash_unit(house_id, 0, 0, 43),
        0.05 + 0.2 * hash_unit(house_id, 0, 0, 44),
        0.05 + 0.25 * hash_unit(house_id, 0, 0, 45),
    )


@njit(cache=True, fastmath=True)
def _paint_car(rgb: np.ndarray, z: float) -> None:
    if z < 0.28:
        set_rgb(rgb, 0.02, 0.02, 0.022)
    elif CAR_GLASS_M[0] < z < CAR_GLASS_M[1]:
        set_rgb(rgb, 0.04, 0.05, 0.06)


@njit(cache=True, fastmath=True)
def crown_light(
    scene: tuple,
    rgb: np.ndarray,
    x: float,
    y: float,
    z: float,
    footprint_m: float,
    to_sun: np.ndarray,
    direct_share: float,
) -> None:
    """Leaves: bright on the sunny side and on top, dark inside and below."""
    rows, columns = scene.tree_id.shape
    r = min(max(int(rows - y / scene.resolution_m), 0), rows - 1)
    c = min(max(int(x / scene.resolution_m), 0), columns - 1)
    tree = scene.trees[scene.tree_id[r, c]]
    radius = max(tree[2], 0.3)
    half = max((tree[4] - tree[3]) / 2, 0.3)
    nx, ny = (x - tree[0]) / radius, (y - tree[1]) / radius
    nz = (z - tree[3] - half) / half
    norm = max(math.sqrt(nx * nx + ny * ny + nz * nz), 0.2)
    facing = max((nx * to_sun[0] + ny * to_sun[1] + nz * to_sun[2]) / norm, 0.0)
    inside = min(norm, 1.0)
    leaf = hash_unit(int(x * 30), int(y * 30), int(z * 30), 51)
    clump = solid_noise(2.2 * x, 2.2 * y, 2.2 * z, 52)
    fade = 1 / (1 + (footprint_m / 0.06) ** 2)
    gain = 0.35 + 0.9 * clump + 0.7 * (leaf - 0.5) * fade
    sky = (1 - direct_share) * (0.55 + 0.45 * max(nz, -0.6)) + 0.1 * direct_share
    light = (sky + direct_share * SUN_GAIN * facing) * (0.35 + 0.65 * inside)
    for band in range(3):
        rgb[band] = (
            1.25
            * scene.linear[int(tree[5 + band])]
            * scene.leaf_gain[band]
            * light
            * max(gain, 0.1)
        )
