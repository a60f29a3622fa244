"""How bright the sky and the far treeline look from the street (a numba kernel)."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from models.training.simulator.noise import cloud_noise, smooth_noise
from models.training.simulator.street_light import set_rgb


@njit(cache=True, fastmath=True)
def sky_light(
    rgb: np.ndarray,
    dx: float,
    dy: float,
    dz: float,
    to_sun: np.ndarray,
    direct_share: float,
    cloud_cover: float,
    salt: int,
) -> None:
    """Blue overhead, pale at the horizon, clouds, a glow around the sun, and a far treeline."""
    azimuth = math.atan2(dx, dy)
    crest = 0.008 + 0.028 * cloud_noise(azimuth * 6 + 40, 1.0, salt)
    crest += 0.010 * smooth_noise(azimuth * 90 + 600, 2.0, salt)
    if dz < crest:
        shade = 0.8 + 0.4 * smooth_noise(azimuth * 150 + 900, dz * 220, salt)
        set_rgb(rgb, 0.20 * shade, 0.25 * shade, 0.24 * shade)
        return
    pale = math.exp(-4.5 * max(dz, 0.0))
    set_rgb(rgb, 0.17 + 0.50 * pale, 0.34 + 0.42 * pale, 0.72 + 0.18 * pale)
    spread = 1.6 / (max(dz, 0.0) + 0.12)
    puff = cloud_noise(dx * spread + 50, dy * spread + 50, salt)
    cloud = min(max((puff - (0.85 - 0.6 * cloud_cover)) * 4.0, 0.0), 1.0) * (1 - 0.6 * pale)
    body = 0.95 - 0.45 * min(max(puff - 0.5, 0.0) * 2, 1.0) * cloud_cover
    rgb[0] += cloud * (body - rgb[0])
    rgb[1] += cloud * (body - rgb[1])
    rgb[2] += cloud * (body * 1.02 - rgb[2])
    near_sun = max(dx * to_sun[0] + dy * to_sun[1] + dz * to_sun[2], 0.0)
    glow = direct_share * (0.35 * near_sun**12 + 4.0 * near_sun**900)
    for band in range(3):
        rgb[band] += glow
