"""Ray marching over the maps of a town (numba): what one ray meets, and how bright it is."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import njit, prange

from models.training.simulator.noise import hash_unit, solid_noise
from models.training.simulator.street_ground import ground_light
from models.training.simulator.street_objects import crown_light, solid_light
from models.training.simulator.street_sky import sky_light
from models.training.simulator.town_maps import CAR

BLOCK = 16  # cells along the side of a block that a ray crosses in one step where it is empty
FAR_M = 600.0


class Scene(NamedTuple):
    """Arrays that the kernels read; see `TownMaps` for the maps, `_make_scene` for the rest."""

    resolution_m: float
    ground: np.ndarray
    ground_4: np.ndarray
    ground_16: np.ndarray
    material: np.ndarray
    solid_cm: np.ndarray
    solid_rgb: np.ndarray
    solid_kind: np.ndarray
    solid_id: np.ndarray
    crown_bottom_cm: np.ndarray
    crown_top_cm: np.ndarray
    tree_id: np.ndarray
    houses: np.ndarray
    trees: np.ndarray
    block_solid_cm: np.ndarray
    block_crown_top_cm: np.ndarray
    block_crown_bottom_cm: np.ndarray
    lit: np.ndarray
    linear: np.ndarray
    grass_gain: np.ndarray
    leaf_gain: np.ndarray


@njit(cache=True, parallel=True, fastmath=True)
def trace(
    scene: Scene,
    origin: np.ndarray,
    shift: np.ndarray,
    rays: np.ndarray,
    ray_rad: float,
    to_sun: np.ndarray,
    direct_share: float,
    cloud_cover: float,
    haze: float,
    salt: int,
) -> np.ndarray:
    """Linear light (rows, columns, 3), float32, for unit rays of the same shape.

    `origin` is in the frame of the scene's arrays, `shift` moves that frame to the town's;
    `ray_rad` is the angle between neighbouring rays.
    """
    rows, columns = rays.shape[:2]
    out = np.zeros((rows, columns, 3), np.float32)
    for row in prange(rows):
        rgb = np.zeros(3, np.float32)
        for column in range(columns):
            dx, dy, dz = rays[row, column, 0], rays[row, column, 1], rays[row, column, 2]
            kind, t = march(scene, origin[0], origin[1], origin[2], dx, dy, dz)
            x, y, z = origin[0] + t * dx, origin[1] + t * dy, origin[2] + t * dz
            if kind == 0:
                sky_light(rgb, dx, dy, dz, to_sun, direct_share, cloud_cover, salt)
            else:
                if kind == 1:
                    slant = math.sqrt(max(-dz, 0.01))
                    ground_light(
                        scene,
                        rgb,
                        x,
                        y,
                        shift[0],
                        shift[1],
                        t * ray_rad / slant,
                        to_sun,
                        direct_share,
                    )
                elif kind == 2:
                    solid_light(scene, rgb, x, y, z, dx, dy, t * ray_rad, to_sun, direct_share)
                else:
                    crown_light(scene, rgb, x, y, z, t * ray_rad, to_sun, direct_share)
                veil = 1.0 - math.exp(-haze * t / 200.0)
                rgb[0] += veil * (0.62 - rgb[0])
                rgb[1] += veil * (0.70 - rgb[1])
                rgb[2] += veil * (0.80 - rgb[2])
            for band in range(3):
                out[row, column, band] = rgb[band]
    return out


@njit(cache=True, fastmath=True)
def march(
    scene: Scene, ox: float, oy: float, oz: float, dx: float, dy: float, dz: float
) -> tuple[int, float]:
    """The first thing on a ray, and its distance: 0 sky, 1 ground, 2 solid, 3 crown."""
    res = scene.resolution_m
    rows, columns = scene.solid_cm.shape
    t_ground = -oz / dz if dz < -1e-6 else FAR_M * 10
    side = BLOCK * res
    top_north = rows * res
    t = 0.0
    while t < t_ground and t < FAR_M:
        x, y = ox + t * dx, oy + t * dy
        if x < 0 or y <= 0 or x >= columns * res or y > top_north:
            break
        south = top_north - y
        block_row, block_column = int(south / side), int(x / side)
        # Distance to the block's far sides; a hair more lands in the neighbour.
        to_x = FAR_M
        if dx > 1e-9:
            to_x = ((block_column + 1) * side - x) / dx
        elif dx < -1e-9:
            to_x = (block_column * side - x) / dx
        to_y = FAR_M
        if dy < -1e-9:
            to_y = ((block_row + 1) * side - south) / -dy
        elif dy > 1e-9:
            to_y = (block_row * side - south) / -dy
        t_exit = min(t + min(to_x, to_y) + 1e-3, t_ground)
        z_a, z_b = 100 * (oz + t * dz), 100 * (oz + t_exit * dz)
        z_low, z_high = min(z_a, z_b), max(z_a, z_b)
        solid_near = z_low < scene.block_solid_cm[block_row, block_column]
        crown_near = (
            z_low < scene.block_crown_top_cm[block_row, block_column]
            and z_high > scene.block_crown_bottom_cm[block_row, block_column]
        )
        if solid_near or crown_near:
            kind, hit = _search(scene, ox, oy, oz, dx, dy, dz, t, t_exit, crown_near)
            if kind > 0:
                return kind, hit
        t = t_exit
    if t_ground < FAR_M:
        return 1, t_ground
    return 0, FAR_M


@njit(cache=True, fastmath=True)
def _solid_cm(scene: Scene, x: float, y: float) -> float:
    """Height of what stands at a point; cars are rounded off between the cells."""
    rows, columns = scene.solid_cm.shape
    across, down = x / scene.resolution_m, rows - y / scene.resolution_m
    r, c = min(max(int(down), 0), rows - 1), min(max(int(across), 0), columns - 1)
    if scene.solid_kind[r, c] != CAR:
        return float(scene.solid_cm[r, c])
    r0, c0 = int(math.floor(down - 0.5)), int(math.floor(across - 0.5))
    fr, fc = down - 0.5 - r0, across - 0.5 - c0
    height = 0.0
    for i in range(2):
        for j in range(2):
            ri, cj = min(max(r0 + i, 0), rows - 1), min(max(c0 + j, 0), columns - 1)
            height += scene.solid_cm[ri, cj] * (fr if i else 1 - fr) * (fc if j else 1 - fc)
    return height


@njit(cache=True, fastmath=True)
def _search(
    scene: Scene,
    ox: float,
    oy: float,
    oz: float,
    dx: float,
    dy: float,
    dz: float,
    t_start: float,
    t_end: float,
    crown_near: bool,
) -> tuple[int, float]:
    """Small steps through one block; 0 where the ray comes out on the other side."""
    res = scene.resolution_m
    rows, columns = scene.solid_cm.shape
    flat = math.sqrt(dx * dx + dy * dy)
    step = min(0.9 * res / max(flat, 0.2), 0.3)
    t = t_start
    while t < t_end:
        x, y, z = ox + t * dx, oy + t * dy, oz + t * dz
        row = min(max(int(rows - y / res), 0), rows - 1)
        column = min(max(int(x / res), 0), columns - 1)
        z_cm = 100 * z
        if t > 0.2 and z_cm < _solid_cm(scene, x, y):
            low, high = max(t - step, 0.0), t
            for _ in range(5):
                middle = 0.5 * (low + high)
                if 100 * (oz + middle * dz) < _solid_cm(scene, ox + middle * dx, oy + middle * dy):
                    high = middle
                else:
                    low = middle
            return 2, high
        if (
            crown_near
            and scene.crown_bottom_cm[row, column] < z_cm < scene.crown_top_cm[row, column]
        ):
            # Boughs bulge and recede, and the light comes through between their leaves.
            depth_m = 0.01 * min(
                z_cm - scene.crown_bottom_cm[row, column], scene.crown_top_cm[row, column] - z_cm
            )
            bough = solid_noise(0.9 * x, 0.9 * y, 0.9 * z, 11)
            twig = solid_noise(3.1 * x, 3.1 * y, 3.1 * z, 12)
            leaf = hash_unit(int(x * 11), int(y * 11), int(z * 11), 13)
            if depth_m > 2.4 * bough * bough + 0.3 * twig and twig > 0.3 and leaf < 0.42:
                return 3, t
        t += step
    return 0, 0.0
