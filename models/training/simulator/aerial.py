"""The orthophoto of a town on one date: north up, seen straight down."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit, prange
from scipy.ndimage import gaussian_filter

from models.training.simulator.light import (
    Optics,
    Season,
    Sun,
    develop,
    linear_from_srgb,
    sun_visibility,
)
from models.training.simulator.noise import hash_unit, smooth_noise
from models.training.simulator.town_maps import CAR, CAR_GLASS_M, GRASS, HEDGE, WATER, TownMaps


@dataclass(frozen=True)
class AerialLook:
    """Date and sensor of an aerial survey."""

    sun: Sun = Sun()
    season: Season = Season()
    optics: Optics = Optics(exposure=0.85, haze=0.05, noise=0.008, blur_px=0.6)


def render_orthophoto(
    maps: TownMaps, look: AerialLook, ground_resolution_m: float, seed: int
) -> np.ndarray:
    """RGB uint8 (rows, columns, 3); row 0 is the north edge, column 0 the west edge.

    The resolution has to be a whole multiple of the maps' resolution.
    """
    factor = int(round(ground_resolution_m / maps.resolution_m))
    if factor < 1 or not math.isclose(factor * maps.resolution_m, ground_resolution_m):
        raise ValueError(
            f"{ground_resolution_m} m is no whole multiple of the maps' {maps.resolution_m} m"
        )
    lit = sun_visibility(maps, look.sun, on_surface=True, stride=2)
    lit = gaussian_filter(lit, 0.15 / maps.resolution_m / 2)
    light = _shade(
        maps.ground_rgb,
        maps.ground_material,
        maps.solid_height_cm,
        maps.solid_rgb,
        maps.solid_kind,
        maps.crown_top_cm,
        maps.tree_id,
        maps.trees,
        maps.resolution_m,
        lit,
        np.array(look.sun.direction),
        look.sun.direct_share,
        np.array(look.season.grass_gain),
        np.array(look.season.leaf_gain),
        linear_from_srgb(np.arange(256)),
        factor,
    )
    haze = look.optics.haze
    light = light * (1 - haze) + haze * np.array([0.42, 0.47, 0.55], np.float32)
    if look.optics.blur_px > 0:
        light = gaussian_filter(light, (look.optics.blur_px, look.optics.blur_px, 0))
    return develop(light, look.optics, np.random.default_rng(seed))


@njit(cache=True)
def _top_cm(solid_cm: np.ndarray, crown_cm: np.ndarray, row: int, column: int) -> float:
    row = min(max(row, 0), solid_cm.shape[0] - 1)
    column = min(max(column, 0), solid_cm.shape[1] - 1)
    return float(max(solid_cm[row, column], crown_cm[row, column]))


@njit(cache=True, parallel=True, fastmath=True)
def _shade(
    ground_rgb: np.ndarray,
    material: np.ndarray,
    solid_cm: np.ndarray,
    solid_rgb: np.ndarray,
    solid_kind: np.ndarray,
    crown_cm: np.ndarray,
    tree_id: np.ndarray,
    trees: np.ndarray,
    resolution_m: float,
    lit: np.ndarray,
    to_sun: np.ndarray,
    direct_share: float,
    grass_gain: np.ndarray,
    leaf_gain: np.ndarray,
    linear: np.ndarray,
    factor: int,
) -> np.ndarray:
    """Linear light of the topmost surface, averaged over factor x factor cells."""
    rows, columns = solid_cm.shape
    out = np.zeros((rows // factor, columns // factor, 3), np.float32)
    for i in prange(out.shape[0]):
        for j in range(out.shape[1]):
            for k in range(factor * factor):
                r, c = i * factor + k // factor, j * factor + k % factor
                crown, solid = crown_cm[r, c], solid_cm[r, c]
                facing = to_sun[2]
                gain = 1.0
                leafy = crown > solid
                if leafy or solid > 0:
                    span = 2 if leafy else 1
                    slope_e = _top_cm(solid_cm, crown_cm, r, c + span) - _top_cm(
                        solid_cm, crown_cm, r, c - span
                    )
                    slope_n = _top_cm(solid_cm, crown_cm, r - span, c) - _top_cm(
                        solid_cm, crown_cm, r + span, c
                    )
                    scale = 0.01 / (2 * span * resolution_m)
                    # Rims would otherwise turn black or white.
                    nx = -min(max(slope_e * scale, -1.6), 1.6)
                    ny = -min(max(slope_n * scale, -1.6), 1.6)
                    facing = (nx * to_sun[0] + ny * to_sun[1] + to_sun[2]) / math.sqrt(
                        nx * nx + ny * ny + 1
                    )
                if leafy:
                    clump = smooth_noise(c * resolution_m / 0.55, r * resolution_m / 0.55, 3)
                    gain = 0.45 + 0.75 * clump + 0.25 * (hash_unit(c, r, 1, 5) - 0.5)
                share = lit[min(r // 2, lit.shape[0] - 1), min(c // 2, lit.shape[1] - 1)]
                light = (1 - direct_share) + direct_share * 1.35 * share * max(facing, 0.0)
                for band in range(3):
                    if leafy:
                        albedo = linear[int(trees[tree_id[r, c], 5 + band])] * leaf_gain[band]
                    elif solid > 0:
                        albedo = linear[solid_rgb[r, c, band]]
                        if solid_kind[r, c] == HEDGE:
                            albedo *= leaf_gain[band]
                        elif (
                            solid_kind[r, c] == CAR
                            and CAR_GLASS_M[0] < 0.01 * solid < CAR_GLASS_M[1]
                        ):
                            albedo = 0.02
                    else:
                        albedo = linear[ground_rgb[r, c, band]]
                        if material[r, c] == GRASS:
                            albedo *= grass_gain[band]
                        elif material[r, c] == WATER:
                            albedo *= 0.8
                    out[i, j, band] += albedo * gain * light
            for band in range(3):
                out[i, j, band] /= factor * factor
    return out
