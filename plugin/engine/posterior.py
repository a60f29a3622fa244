"""From votes to probabilities: calibrated posterior, candidates, confidence regions."""

import math
from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from numpy.typing import NDArray

from .grid import MetricGrid, convergence_deg, to_lonlat
from .pack import Calibration
from .query import PhotoCodes
from .search import Votes

MODE_RADIUS_M = 5.0
APART_M = 15.0
PROBABLE = 0.7
POSSIBLE = 0.2

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class PosePosterior:
    """What is known about the pose, given that the camera stood in this imagery.

    Attributes:
        grid: one cell per position, the position at the cell's centre.
        probability: (rows, cols) float32, sums to 1 over the grid.
        heading_deg: (rows, cols) float32, best true heading at each position.
        score: (rows, cols) float32, weighted agreement of that heading, -1 to 1;
            NaN where a position was not searched.
    """

    grid: MetricGrid
    probability: FloatArray
    heading_deg: FloatArray
    score: FloatArray


@dataclass(frozen=True)
class Candidate:
    """One mode of the posterior.

    Attributes:
        rank: 1 for the most probable.
        x_m, y_m: position in the CRS of the posterior's grid.
        lon, lat: the same in WGS 84.
        heading_deg: true heading of the photo's centre.
        probability: probability within `MODE_RADIUS_M` of it, "not here" taken into account.
        score: weighted agreement of the codes, -1 to 1.
    """

    rank: int
    x_m: float
    y_m: float
    lon: float
    lat: float
    heading_deg: float
    probability: float
    score: float

    @property
    def word(self) -> str:
        """The probability in plain language: probable, possible, unlikely."""
        if self.probability >= PROBABLE:
            return "probable"
        return "possible" if self.probability >= POSSIBLE else "unlikely"


def position_grid(tokens: MetricGrid) -> MetricGrid:
    """The grid whose cell centres are the corners of a token grid."""
    west_m, north_m = tokens.corner(-0.5, -0.5)
    return MetricGrid(
        tokens.crs,
        west_m,
        north_m,
        tokens.spacing_m,
        tokens.rows + 1,
        tokens.cols + 1,
        tokens.convergence_deg,
    )


def pose_posterior(votes: Votes, photo: PhotoCodes, tokens: MetricGrid) -> PosePosterior:
    """Normalise the evidence of a search over all its positions.

    Prior areas are those where `votes` were allowed; the prior within them is uniform.
    """
    searched = np.isfinite(votes.evidence)
    top = float(votes.evidence[searched].max())
    probability = np.where(searched, np.exp(votes.evidence - top), 0.0)
    probability /= probability.sum(dtype=np.float64)
    heading = (photo.headings_deg[votes.heading] + tokens.convergence_deg) % 360.0
    return PosePosterior(
        position_grid(tokens),
        probability.astype(np.float32),
        heading.astype(np.float32),
        votes.best,
    )


def excess_z(votes: Votes) -> float:
    """How far the best vote stands above the best of as many chance votes, in z-scores.

    The best of n standard normal values is about sqrt(2 ln n) (extreme value theory).
    """
    return votes.best_z - math.sqrt(2.0 * math.log(max(votes.poses, 2)))


def not_here_probability(votes: Votes, calibration: Calibration) -> float:
    """Probability that the photo was taken nowhere in this imagery."""
    logit = calibration.not_here_bias - calibration.not_here_slope * excess_z(votes)
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, logit))))


def candidates_of(
    posterior: PosePosterior, here_probability: float, count: int
) -> Tuple[Candidate, ...]:
    """The most probable places, each a mode of its own, at least `APART_M` apart.

    Seeks modes rather than means: the mean of several look-alikes lies at none of them.
    """
    grid = posterior.grid
    mass = disc_sum(posterior.probability, MODE_RADIUS_M / grid.spacing_m)
    mass[posterior.probability <= 0.0] = 0.0
    # A lone peak spreads its mass evenly over a disc; its own probability marks the centre.
    prominence = mass + posterior.probability
    lonlat = to_lonlat(grid.crs)
    peaks = _peaks(prominence, count, APART_M / grid.spacing_m)
    peaks.sort(key=lambda peak: -mass[peak])
    found: List[Candidate] = []
    for row, col in peaks:
        fine_row, fine_col = _centroid(posterior.probability, row, col)
        x_m, y_m = grid.corner(fine_row + 0.5, fine_col + 0.5)
        lon, lat = lonlat.transform(x_m, y_m)
        turn_deg = convergence_deg(grid.crs, lon, lat) - grid.convergence_deg
        found.append(
            Candidate(
                rank=len(found) + 1,
                x_m=x_m,
                y_m=y_m,
                lon=lon,
                lat=lat,
                heading_deg=float(posterior.heading_deg[row, col] + turn_deg) % 360.0,
                probability=min(1.0, float(mass[row, col])) * here_probability,
                score=float(posterior.score[row, col]),
            )
        )
    return tuple(found)


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


def _peaks(prominence: FloatArray, count: int, apart_cells: float) -> List[Tuple[int, int]]:
    """Greedy non-maximum suppression: highest first, none closer than `apart_cells`."""
    left = prominence.copy()
    reach = math.ceil(apart_cells)
    peaks: List[Tuple[int, int]] = []
    while len(peaks) < count:
        row, col = (int(part) for part in np.unravel_index(int(left.argmax()), left.shape))
        if left[row, col] <= 0.0:
            break
        peaks.append((row, col))
        top, west = max(row - reach, 0), max(col - reach, 0)
        around = left[top : row + reach + 1, west : col + reach + 1]
        rows, cols = np.ogrid[top : top + around.shape[0], west : west + around.shape[1]]
        around[np.hypot(rows - row, cols - col) < apart_cells] = 0.0
    return peaks


def _centroid(probability: FloatArray, row: int, col: int) -> Tuple[float, float]:
    """Probability-weighted centre of a cell and its neighbours: position finer than the grid."""
    top, west = max(row - 1, 0), max(col - 1, 0)
    around = probability[top : row + 2, west : col + 2].astype(np.float64)
    total = around.sum()
    rows = np.arange(top, top + around.shape[0])
    cols = np.arange(west, west + around.shape[1])
    return (
        float((around.sum(axis=1) * rows).sum() / total),
        float((around.sum(axis=0) * cols).sum() / total),
    )
