"""Confidence regions: the smallest areas that hold a share of the probability, as polygons."""

from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from .grid import MetricGrid
from .posterior import PosePosterior

SHARES = (0.5, 0.8, 0.95)
MOST_BOXES = 20_000


@dataclass(frozen=True)
class Region:
    """The smallest area that holds a share of the probability.

    Attributes:
        share: 0.5, 0.8 or 0.95 of the probability, given that the camera stood in this imagery.
        polygon: multi-polygon in the CRS of the posterior's grid.
        area_m2: ground area of the positions in it.
    """

    share: float
    polygon: BaseGeometry
    area_m2: float


def regions_of(posterior: PosePosterior) -> Tuple[Region, ...]:
    """Highest-density regions of the shares in `SHARES`, smallest first."""
    order = np.argsort(posterior.probability, axis=None)[::-1]
    cumulative = np.cumsum(posterior.probability.ravel()[order], dtype=np.float64)
    return tuple(
        _region(posterior, order[: int(np.searchsorted(cumulative, share)) + 1], share)
        for share in SHARES
    )


def _region(posterior: PosePosterior, cells: NDArray[np.intp], share: float) -> Region:
    inside = np.zeros(posterior.probability.shape, np.bool_)
    inside.ravel()[cells] = True
    area_m2 = float(len(cells)) * posterior.grid.spacing_m**2
    return Region(share, outline(inside, posterior.grid), area_m2)


def outline(inside: NDArray[np.bool_], grid: MetricGrid) -> BaseGeometry:
    """Multi-polygon around marked cells.

    Scattered regions of very many pieces are drawn on a coarser raster that contains them, so
    that drawing stays possible; areas are always counted on the fine one.
    """
    factor = 1
    coarse = inside
    rows, starts, ends = _runs(coarse)
    while len(rows) > MOST_BOXES:
        factor *= 2
        coarse = _coarser(coarse)
        rows, starts, ends = _runs(coarse)
    boxes = []
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist()):
        west_m, north_m = grid.corner(row * factor, start * factor)
        east_m, south_m = grid.corner((row + 1) * factor, end * factor)
        boxes.append(box(west_m, south_m, east_m, north_m))
    union = unary_union(boxes)
    return union if isinstance(union, MultiPolygon) else MultiPolygon([union])


def _runs(inside: NDArray[np.bool_]) -> Tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Row, first column and column after the last of every horizontal run of marked cells."""
    padded = np.zeros((inside.shape[0], inside.shape[1] + 2), np.int8)
    padded[:, 1:-1] = inside
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return rows, starts, ends


def _coarser(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells twice as large, marked where any of their four is."""
    rows, cols = (side + side % 2 for side in inside.shape)
    even = np.zeros((rows, cols), np.bool_)
    even[: inside.shape[0], : inside.shape[1]] = inside
    return np.asarray(even.reshape(rows // 2, 2, cols // 2, 2).any(axis=(1, 3)), dtype=np.bool_)
