"""Candidates: the modes of the posterior, each the best place of its neighbourhood.

Modes rather than means: the mean of several look-alikes lies at none of them. They are picked
highest first, none closer than `APART_M` to a higher one (greedy non-maximum suppression). Of
several that rounding alone tells apart the first in rows comes first, so that their order does not
depend on the pieces a search was cut into.
"""

import math
from dataclasses import dataclass, fields
from typing import Any, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .grid import MetricGrid, convergence_deg, from_lonlat, to_lonlat
from .posterior import Candidate, Poses, direction_probability

MODE_RADIUS_M = 5.0
APART_M = 15.0
EARTH_RADIUS_M = 6_371_000.0
TIED_NATS = 1e-4

FloatArray = NDArray[np.float32]
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Peaks:
    """Positions that may become candidates: one array element each, in order of place.

    Attributes:
        territory: number of the territory.
        row, col: cell of the position in the territory's grid of positions.
        fine_row, fine_col: centre of the mode there, fractional.
        log_mass: log of the weight within `MODE_RADIUS_M`.
        log_prominence: log of that plus the position's own weight; decides who is picked first.
        heading_deg: true heading at the centre of the territory's grid.
        opposite_nats, score, camera: see `Poses`.
    """

    territory: Numbers
    row: Numbers
    col: Numbers
    fine_row: Numbers
    fine_col: Numbers
    log_mass: Numbers
    log_prominence: Numbers
    heading_deg: Numbers
    opposite_nats: Numbers
    score: Numbers
    camera: Numbers

    def take(self, which: NDArray[np.intp]) -> "Peaks":
        """Some of them."""
        return Peaks(*(getattr(self, field.name)[which] for field in fields(self)))


def halo_cells(spacing_m: float) -> int:
    """Positions around a position that decide about its mode."""
    return max(1, int(MODE_RADIUS_M / spacing_m))


def enough_peaks(count: int, spacing_m: float) -> int:
    """Peaks to keep so that the best candidates are surely among them.

    A candidate rules out the positions around it and no other. So after k candidates the next one
    is among the k * (positions around one) + 1 most prominent positions; with several territories
    it may be as many on each.
    """
    reach = math.ceil(APART_M / spacing_m)
    rows, cols = np.ogrid[-reach : reach + 1, -reach : reach + 1]
    return count * int((np.hypot(rows, cols) < APART_M / spacing_m).sum()) + 1


def peaks_of(poses: Poses, territory: int, first_row: int, own: slice, most: int) -> Peaks:
    """The most prominent positions of a piece of ground.

    Args:
        poses: of the piece, with at least `halo_cells` around its own rows.
        territory: number of the territory.
        first_row: row of the whole territory that the first row of the piece is.
        own: rows of the piece to take positions from.
        most: how many.
    """
    top = float(poses.log_weight.max(initial=-np.inf))
    weight = np.exp(poses.log_weight - np.float32(top if np.isfinite(top) else 0.0))
    mass = disc_sum(weight, MODE_RADIUS_M / poses.grid.spacing_m)
    mass[weight <= 0.0] = 0.0
    # A lone peak spreads its mass evenly over a disc; its own weight marks the centre.
    with np.errstate(divide="ignore"):
        log_prominence = np.log((mass + weight)[own].ravel())
    best = _foremost(log_prominence, most)
    best = best[np.isfinite(log_prominence[best])]
    row, col = (part.astype(np.int64) for part in np.divmod(best, poses.grid.cols))
    row += own.start
    fine_row, fine_col = _refined(poses, weight, row, col)
    columns = (
        np.full(len(row), territory),
        row + first_row,
        col,
        fine_row + first_row,
        fine_col,
        np.log(mass[row, col]) + top,
        log_prominence[best] + top,
        poses.heading_deg[row, col],
        poses.opposite_nats[row, col],
        poses.score[row, col],
        poses.camera[row, col],
    )
    return Peaks(*(np.asarray(column, np.float64) for column in columns))


def best_peaks(peaks: Sequence[Peaks], most: int) -> Peaks:
    """The most prominent of several lots, which are in order of place."""
    columns = (
        np.concatenate([getattr(lot, field.name) for lot in peaks]) for field in fields(Peaks)
    )
    together = Peaks(*columns)
    return together.take(_foremost(together.log_prominence, most))


def candidates_of(
    peaks: Peaks,
    grids: Sequence[MetricGrid],
    names: Sequence[str],
    log_all: float,
    here_probability: float,
    count: int,
) -> Tuple[Candidate, ...]:
    """The most probable places, each a mode of its own, best first.

    Args:
        peaks: as many as `enough_peaks` says.
        grids: of the positions of every territory; results are in the CRS of the first.
        names: of every territory.
        log_all: log of the weight of all positions.
        here_probability: probability that the camera stood in any of them.
        count: at most that many.
    """
    chosen = _apart(peaks, grids, count)
    chosen.sort()
    in_order = []
    while chosen:
        log_masses = np.array([log_mass for _, log_mass in chosen])
        in_order.append(chosen.pop(_first_of_the_highest(log_masses)))
    return tuple(
        _candidate(peaks, which, rank, grids, names, math.exp(log_mass - log_all), here_probability)
        for rank, (which, log_mass) in enumerate(in_order, 1)
    )


def disc_sum(values: FloatArray, radius_cells: float) -> FloatArray:
    """Sum over all cells whose centre lies within a radius of each cell."""
    reach = int(radius_cells)
    rows, cols = values.shape
    padded = np.pad(values, reach)
    total = np.zeros_like(values)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if math.hypot(down, right) <= radius_cells:
                total += padded[
                    reach + down : reach + down + rows, reach + right : reach + right + cols
                ]
    return total


def _first_of_the_highest(logs: Numbers) -> int:
    """Number of the first that is as high as any, but for rounding."""
    return int(np.argmax(logs >= logs.max() - TIED_NATS))


def _foremost(logs: NDArray[np.floating[Any]], most: int) -> NDArray[np.intp]:
    """Numbers of the highest, in order; of those tied for the last places the first."""
    if logs.size <= most:
        return np.arange(logs.size)
    least = np.partition(logs, logs.size - most)[logs.size - most]
    above = np.flatnonzero(logs > least + TIED_NATS)
    at_the_end = np.flatnonzero((logs >= least - TIED_NATS) & (logs <= least + TIED_NATS))
    return np.sort(np.concatenate([above, at_the_end[: most - len(above)]]))


def _apart(peaks: Peaks, grids: Sequence[MetricGrid], count: int) -> List[Tuple[int, float]]:
    """Greedy non-maximum suppression over all territories: numbers of peaks, and log of mass.

    Where territories overlap, a place has the mass of all of them.
    """
    places = _on_the_globe(peaks, grids) if len(grids) > 1 else None
    left = peaks.log_prominence.copy()
    chosen: List[Tuple[int, float]] = []
    while len(chosen) < count and left.size and left.max() > -np.inf:
        best = _first_of_the_highest(left)
        log_mass = float(peaks.log_mass[best])
        same = peaks.territory == peaks.territory[best]
        cells = np.hypot(peaks.row - peaks.row[best], peaks.col - peaks.col[best])
        near = same & (cells < APART_M / grids[int(peaks.territory[best])].spacing_m)
        if places is not None:
            away_m = np.linalg.norm(places - places[best], axis=1)
            near |= ~same & (away_m < APART_M)
            for other in set(range(len(grids))) - {int(peaks.territory[best])}:
                twins = peaks.log_mass[(peaks.territory == other) & (away_m < MODE_RADIUS_M)]
                log_mass = float(np.logaddexp(log_mass, twins.max(initial=-np.inf)))
        chosen.append((best, log_mass))
        left[near] = -np.inf
    return chosen


def _on_the_globe(peaks: Peaks, grids: Sequence[MetricGrid]) -> Numbers:
    """(peaks, 3) metres from the Earth's centre: one frame for territories in several CRSs."""
    globe = np.zeros((len(peaks.row), 3))
    for number, grid in enumerate(grids):
        here = peaks.territory == number
        x_m, y_m = grid.corner(peaks.row[here] + 0.5, peaks.col[here] + 0.5)
        lon, lat = (np.radians(part) for part in to_lonlat(grid.crs).transform(x_m, y_m))
        axes = (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
        globe[here] = EARTH_RADIUS_M * np.stack(axes, axis=1)
    return globe


def _candidate(
    peaks: Peaks,
    which: int,
    rank: int,
    grids: Sequence[MetricGrid],
    names: Sequence[str],
    share: float,
    here_probability: float,
) -> Candidate:
    territory = int(peaks.territory[which])
    grid = grids[territory]
    x_m, y_m = grid.corner(float(peaks.fine_row[which]) + 0.5, float(peaks.fine_col[which]) + 0.5)
    lon, lat = to_lonlat(grid.crs).transform(x_m, y_m)
    if grid.crs != grids[0].crs:
        x_m, y_m = from_lonlat(grids[0].crs).transform(lon, lat)
    turn_deg = convergence_deg(grid.crs, lon, lat) - grid.convergence_deg
    return Candidate(
        rank=rank,
        x_m=x_m,
        y_m=y_m,
        lon=lon,
        lat=lat,
        heading_deg=float(peaks.heading_deg[which] + turn_deg) % 360.0,
        probability=min(1.0, share) * here_probability,
        score=float(peaks.score[which]),
        direction_probability=direction_probability(float(peaks.opposite_nats[which])),
        index=names[territory],
        camera=int(peaks.camera[which]),
    )


def _refined(
    poses: Poses, weight: FloatArray, row: NDArray[np.int64], col: NDArray[np.int64]
) -> Tuple[Numbers, Numbers]:
    """Positions finer than the grid: where the search says, or else the centre of the weight.

    The centre is that of a position and its eight neighbours.
    """
    if poses.offset_rowcol is not None:
        offset = poses.offset_rowcol[row, col].astype(np.float64)
        return row + offset[:, 0], col + offset[:, 1]
    padded = np.pad(weight, 1)
    total, down_sum, right_sum = (np.zeros(len(row)) for _ in range(3))
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            here = padded[row + 1 + down, col + 1 + right].astype(np.float64)
            total += here
            down_sum += here * down
            right_sum += here * right
    return row + down_sum / total, col + right_sum / total
