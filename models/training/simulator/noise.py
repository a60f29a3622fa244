"""Repeatable noise by hashing coordinates: a picture depends on its seed and nothing else."""

from __future__ import annotations

import math

from numba import njit

_MASK = 0xFFFFFFFF


@njit(cache=True, inline="always")
def hash_unit(ix: int, iy: int, iz: int, salt: int) -> float:
    """A number in [0, 1) that looks random but depends only on the four integers."""
    mixed = (ix * 374761393 + iy * 668265263 + iz * 362437 + salt * 974711) & _MASK
    mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & _MASK
    mixed = ((mixed ^ (mixed >> 15)) * 668265263) & _MASK
    return (mixed ^ (mixed >> 16)) / 4294967296.0


@njit(cache=True)
def smooth_noise(x: float, y: float, salt: int) -> float:
    """Value noise in [0, 1) with a grain of one unit, smooth between the grid points."""
    x_floor, y_floor = math.floor(x), math.floor(y)
    ix, iy = int(x_floor), int(y_floor)
    fx, fy = x - x_floor, y - y_floor
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    low = hash_unit(ix, iy, 0, salt) * (1 - fx) + hash_unit(ix + 1, iy, 0, salt) * fx
    high = hash_unit(ix, iy + 1, 0, salt) * (1 - fx) + hash_unit(ix + 1, iy + 1, 0, salt) * fx
    return low * (1 - fy) + high * fy


@njit(cache=True)
def cloud_noise(x: float, y: float, salt: int) -> float:
    """Four octaves of smooth noise, in [0, 1)."""
    total, amplitude, scale = 0.0, 0.5, 1.0
    for octave in range(4):
        total += amplitude * smooth_noise(x * scale, y * scale, salt + octave)
        amplitude *= 0.5
        scale *= 2.1
    return total / 0.9375


@njit(cache=True)
def solid_noise(x: float, y: float, z: float, salt: int) -> float:
    """Value noise in space, in [0, 1), with a grain of one unit."""
    x_floor, y_floor, z_floor = math.floor(x), math.floor(y), math.floor(z)
    ix, iy, iz = int(x_floor), int(y_floor), int(z_floor)
    fx, fy, fz = x - x_floor, y - y_floor, z - z_floor
    total = 0.0
    for corner in range(8):
        cx, cy, cz = corner & 1, (corner >> 1) & 1, corner >> 2
        weight = (fx if cx else 1 - fx) * (fy if cy else 1 - fy) * (fz if cz else 1 - fz)
        total += weight * hash_unit(ix + cx, iy + cy, iz + cz, salt)
    return total
