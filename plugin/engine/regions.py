"""Confidence regions: the smallest areas that hold a share of the probability, as polygons."""

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform, unary_union

from .grid import MetricGrid
from .posterior import PosePosterior
from .projection import Transform

SHARES = (0.5, 0.8, 0.95)
NEVER_INSIDE = 0.01
MOST_BOXES = 20_000


@dataclass(frozen=True)
class Region:
    """The smallest area that holds a share of the probability.

    Attributes:
        share: 0.5, 0.8 or 0.95 of the probability, given that the camera stood in this imagery.
        polygon: multi-polygon in the CRS of the first posterior's grid.
        area_m2: ground area of the positions in it.
    """

    share: float
    polygon: BaseGeometry
    area_m2: float


def regions_of(posteriors: Sequence[PosePosterior]) -> Tuple[Region, ...]:
    """Highest-density regions of the shares in `SHARES`, smallest first.

    Positions of exactly the same probability are in a region together.

    Args:
        posteriors: one or several that sum to 1 together, with cells of one size.
    """
    # Cells that hold 1 % at most, all of them together, are in no region: no need to sort them.
    tiny = NEVER_INSIDE / sum(posterior.probability.size for posterior in posteriors)
    values = [p.probability[p.probability > tiny] for p in posteriors]
    falling = np.sort(np.concatenate(values))[::-1]
    held = np.cumsum(falling, dtype=np.float64)
    last = [min(int(np.searchsorted(held, share)), len(falling) - 1) for share in SHARES]
    return tuple(_region(posteriors, float(falling[at]), share) for at, share in zip(last, SHARES))


def _region(posteriors: Sequence[PosePosterior], least: float, share: float) -> Region:
    """All cells from a probability on."""
    crs = posteriors[0].grid.crs
    parts: List[BaseGeometry] = []
    area_m2 = 0.0
    for posterior in posteriors:
        inside = posterior.probability >= np.float32(least)
        if not inside.any():
            continue
        grid = posterior.grid
        area_m2 += float(inside.sum()) * grid.spacing_m**2
        polygon = outline(inside, grid)
        if grid.crs != crs:
            move = Transform(grid.crs, crs).transform
            polygon = transform(move, polygon)
        parts.append(polygon)
    return Region(share, _multi(unary_union(parts) if len(parts) > 1 else parts[0]), area_m2)


def _multi(polygon: BaseGeometry) -> BaseGeometry:
    return polygon if isinstance(polygon, MultiPolygon) else MultiPolygon([polygon])


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
    return _multi(unary_union(boxes))


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
