"""What the pieces of a search add up to, in memory that does not grow with the ground."""

import math
from dataclasses import replace
from typing import List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .closest import Close, FiveClosest, closest_positions, five_closest
from .grid import MetricGrid
from .modes import Peaks, best_peaks, enough_peaks, peaks_of
from .posterior import FloatArray, PosePosterior, Poses, log_total

CELL_BYTES = 12


class Gathered:
    """Collects the outcome of a search piece by piece.

    Attributes:
        best_z: z-score of the best vote of all so far.
        poses: number of poses compared so far.
        log_all: log of the weight of all positions so far.
    """

    def __init__(
        self, grids: Sequence[MetricGrid], positions_per_cell: int, count: int, closest: bool
    ) -> None:
        """Prepare for pieces.

        Args:
            grids: of the positions of every territory.
            positions_per_cell: along each side of a cell of the posterior that is kept.
            count: candidates that will be asked for.
            closest: whether the five closest positions are wanted.
        """
        self.best_z, self.poses, self.log_all = -math.inf, 0, -math.inf
        self._canvases = [_Canvas(grid, positions_per_cell) for grid in grids]
        self._most = enough_peaks(count, min(grid.spacing_m for grid in grids)) * len(grids)
        self._peaks: List[Peaks] = []
        self._closest: List[Close] = []
        self._wants_closest = closest

    def add(self, territory: int, poses: Poses, first_row: int, own: slice) -> None:
        """Take in a piece.

        Args:
            territory: number of the territory.
            poses: of the piece, halo included.
            first_row: row of the whole territory that the first row of the piece is.
            own: rows of the piece that no other piece has.
        """
        mine = _rows_of(poses, own)
        self.log_all = float(np.logaddexp(self.log_all, log_total(mine.log_weight)))
        self._canvases[territory].paint(mine, first_row + own.start)
        lot = peaks_of(poses, territory, first_row, own, self._most)
        self._peaks = [best_peaks([*self._peaks, lot], self._most)]
        if self._wants_closest:
            found = closest_positions(mine.score, mine.grid)
            if found:
                self._closest = list(five_closest([*self._closest, *found]).closest)

    def count(self, best_z: float, poses: int) -> None:
        """Take in how well the best vote of a piece did, and among how many."""
        if poses:
            self.best_z, self.poses = max(self.best_z, best_z), self.poses + poses

    def peaks(self) -> Peaks:
        """The most prominent positions of all pieces."""
        return best_peaks(self._peaks, self._most)

    def posteriors(self) -> Tuple[PosePosterior, ...]:
        """The posterior on every territory; together they sum to 1."""
        return tuple(canvas.posterior(self.log_all) for canvas in self._canvases)

    def closest(self) -> Optional[FiveClosest]:
        """The rule of the five closest, None when it was not asked for."""
        return five_closest(self._closest) if self._closest else None


def positions_per_cell(grids: Sequence[MetricGrid], memory_bytes: int) -> int:
    """How coarse, along each side, the posterior must be kept to fit into some memory."""
    positions = sum(grid.rows * grid.cols for grid in grids)
    return max(1, math.ceil(math.sqrt(positions * CELL_BYTES / memory_bytes)))


class _Canvas:
    """The posterior of one territory while it grows, not yet normalised."""

    def __init__(self, positions: MetricGrid, factor: int) -> None:
        self._factor = factor
        self.grid = replace(
            positions,
            spacing_m=positions.spacing_m * factor,
            rows=math.ceil(positions.rows / factor),
            cols=math.ceil(positions.cols / factor),
        )
        shape = self.grid.rows, self.grid.cols
        self._log_weight = np.full(shape, -np.inf, np.float32)
        self._heading_deg = np.zeros(shape, np.float32)
        self._score = np.full(shape, np.nan, np.float32)

    def paint(self, poses: Poses, first_row: int) -> None:
        """Set the cells of some position rows; the first one begins a cell."""
        log_weight, heading_deg, score = poses.log_weight, poses.heading_deg, poses.score
        if self._factor > 1:
            log_weight, heading_deg, score = _pooled(poses, self._factor)
        start = first_row // self._factor
        rows = slice(start, start + len(log_weight))
        self._log_weight[rows] = log_weight
        self._heading_deg[rows] = heading_deg
        self._score[rows] = score

    def posterior(self, log_all: float) -> PosePosterior:
        """Normalised by the weight of all positions."""
        probability = np.exp(self._log_weight - np.float32(log_all))
        return PosePosterior(self.grid, probability, self._heading_deg, self._score)


def _rows_of(poses: Poses, rows: slice) -> Poses:
    grid = poses.grid.part(rows.start, 0, rows.stop - rows.start, poses.grid.cols)
    return Poses(
        grid,
        poses.log_weight[rows],
        poses.heading_deg[rows],
        poses.score[rows],
        poses.opposite_nats[rows],
        poses.camera[rows],
    )


def _pooled(poses: Poses, factor: int) -> Tuple[FloatArray, FloatArray, FloatArray]:
    """Several positions to a cell: their summed weight, heading and score of the best one."""
    weights = _cells(poses.log_weight, factor, -np.inf)
    best = weights.argmax(axis=2)[..., None]
    top = np.take_along_axis(weights, best, axis=2)
    with np.errstate(invalid="ignore"):
        share = np.exp(weights - np.where(np.isfinite(top), top, 0.0)).sum(axis=2)
    with np.errstate(divide="ignore"):
        summed = np.log(share) + np.where(np.isfinite(top), top, 0.0)[..., 0]
    heading, score = (
        np.take_along_axis(_cells(values, factor, np.nan), best, axis=2)[..., 0]
        for values in (poses.heading_deg, poses.score)
    )
    return summed.astype(np.float32), np.nan_to_num(heading), score


def _cells(values: FloatArray, factor: int, missing: float) -> NDArray[np.float32]:
    """(rows, cols) as (cell rows, cell cols, positions of a cell)."""
    rows, cols = (math.ceil(side / factor) for side in values.shape)
    whole = np.full((rows * factor, cols * factor), missing, np.float32)
    whole[: values.shape[0], : values.shape[1]] = values
    cells = whole.reshape(rows, factor, cols, factor).swapaxes(1, 2)
    return cells.reshape(rows, cols, factor**2)
