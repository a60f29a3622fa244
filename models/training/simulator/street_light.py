"""What all kernels of the street view share: the gain of sunlight, and setting a colour."""

from __future__ import annotations

import numpy as np
from numba import njit

SUN_GAIN = 1.35  # sunlit ground is brighter than the mean of sun and sky


@njit(cache=True, fastmath=True)
def set_rgb(rgb: np.ndarray, red: float, green: float, blue: float) -> None:
    """Write one linear colour."""
    rgb[0], rgb[1], rgb[2] = red, green, blue
