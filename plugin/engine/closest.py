"""The rule of the published method: the five closest positions, and the mean of where they are.

Ren et al. (IEEE TGRS 2025, "Deep cross-view hashing") take the weighted average of the geotags of
the five aerial pictures whose codes are closest. The weights are not published; here each position
weighs as the reciprocal of its Hamming distance. The mean of several look-alikes lies at none of
them, which is why Skymatch itself seeks modes; this rule stands beside it for comparison.
"""

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .grid import MetricGrid, to_lonlat

FIVE = 5
LEAST_DISTANCE = 1e-3


@dataclass(frozen=True)
class Close:
    """A position and how far its ground is from the photo's.

    Attributes:
        lon, lat: WGS 84.
        distance: weighted share of bits that differ, 0 to 1.
    """

    lon: float
    lat: float
    distance: float


@dataclass(frozen=True)
class FiveClosest:
    """What the rule finds.

    Attributes:
        lon, lat: weighted mean of the positions, WGS 84.
        closest: the positions, closest first; fewer than five when fewer were searched.
    """

    lon: float
    lat: float
    closest: Tuple[Close, ...]


def closest_positions(score: NDArray[np.float32], grid: MetricGrid) -> List[Close]:
    """The five positions of a piece of ground that differ least from the photo, closest first.

    Args:
        score: (rows, cols) agreement, 1 - 2 * distance; NaN where not searched.
        grid: one cell per position.
    """
    flat = np.where(np.isnan(score), -np.inf, score).ravel()
    cells = np.argpartition(-flat, min(FIVE, len(flat)) - 1)[:FIVE]
    cells = cells[np.argsort(-flat[cells], kind="stable")]
    transform = to_lonlat(grid.crs)
    found = []
    for cell in cells[np.isfinite(flat[cells])].tolist():
        row, col = divmod(cell, grid.cols)
        lon, lat = transform.transform(*grid.corner(row + 0.5, col + 0.5))
        found.append(Close(lon, lat, (1.0 - float(flat[cell])) / 2.0))
    return found


def five_closest(positions: Sequence[Close]) -> FiveClosest:
    """The weighted mean of the five closest of some positions, at least one.

    Means are taken of directions from the Earth's centre, so that the date line does no harm.
    """
    chosen = sorted(positions, key=lambda one: one.distance)[:FIVE]
    lon, lat = (np.radians([getattr(one, name) for one in chosen]) for name in ("lon", "lat"))
    weight = 1.0 / np.maximum([one.distance for one in chosen], LEAST_DISTANCE)
    axes = (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
    x, y, z = (float((weight * axis).sum()) for axis in axes)
    mean_lat_deg = float(np.degrees(np.arctan2(z, np.hypot(x, y))))
    return FiveClosest(float(np.degrees(np.arctan2(y, x))), mean_lat_deg, tuple(chosen))
