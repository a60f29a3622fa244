"""From votes to probabilities: the calibrated posterior over positions, and "not here"."""

import math
from dataclasses import dataclass
from typing import Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from .confidence import confidence
from .grid import MetricGrid
from .pack import Calibration
from .query import PhotoCodes
from .search import Votes

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Poses:
    """What a search found at every position of a piece of ground; not normalised.

    Attributes:
        grid: one cell per position, the position at the cell's centre.
        log_weight: (rows, cols) float32, evidence plus log prior; -inf where not searched.
        heading_deg: (rows, cols) float32, best true heading.
        score: (rows, cols) float32, weighted agreement of that heading, -1 to 1; NaN where not
            searched.
        opposite_nats: (rows, cols) float32, how much more evidence that heading has than the
            opposite one; NaN where that was not tried.
        camera: (rows, cols) int16, number of the camera hypothesis that heading belongs to.
        offset_rowcol: (rows, cols, 2) float32, where in its cell the position is, from the
            centre in cells; None when positions are not known finer than cells.
    """

    grid: MetricGrid
    log_weight: FloatArray
    heading_deg: FloatArray
    score: FloatArray
    opposite_nats: FloatArray
    camera: NDArray[np.int16]
    offset_rowcol: Optional[FloatArray] = None


@dataclass(frozen=True)
class PosePosterior:
    """What is known about the pose, given that the camera stood in the imagery searched.

    Attributes:
        grid: one cell per position, the position at the cell's centre; for very large ground one
            cell per several positions.
        probability: (rows, cols) float32, sums to 1 over all grids that were searched together.
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
        x_m, y_m: position in the CRS of the result.
        lon, lat: the same in WGS 84.
        heading_deg: true heading of the photo's centre.
        probability: probability within `modes.MODE_RADIUS_M` of it, "not here" taken into account.
        score: weighted agreement of the codes, -1 to 1.
        direction_probability: probability that the heading is not the opposite one, given the
            position and the axis.
        index: name of the index that it was found in.
        camera: number of the camera hypothesis that fits best there.
    """

    rank: int
    x_m: float
    y_m: float
    lon: float
    lat: float
    heading_deg: float
    probability: float
    score: float
    direction_probability: float = 1.0
    index: str = ""
    camera: int = 0

    @property
    def word(self) -> str:
        """The probability in plain language, see `confidence`."""
        return confidence(self.probability).word


class Chance(Protocol):
    """What is asked of a search to tell a good vote from a lucky one: `Votes` has it."""

    @property
    def best_z(self) -> float:
        """z-score of the best vote of all."""
        ...

    @property
    def poses(self) -> int:
        """Number of poses compared."""
        ...


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


def poses_of(
    votes: Votes, photo: PhotoCodes, tokens: MetricGrid, log_prior: Optional[FloatArray] = None
) -> Poses:
    """Multiply the evidence of a search with a prior over its positions.

    Args:
        votes: of the search.
        photo: what was searched for.
        tokens: the grid that was searched.
        log_prior: (rows + 1, cols + 1) up to a constant; None for the same everywhere.
    """
    opposite_nats = votes.opposite_nats
    if not np.isnan(opposite_nats).all():
        # Of positions that were not pinpointed the direction is not known: even odds.
        opposite_nats = np.where(votes.survived, opposite_nats, np.float32(0.0))
    return Poses(
        position_grid(tokens),
        votes.evidence if log_prior is None else votes.evidence + log_prior,
        (votes.fine_heading_deg + np.float32(tokens.convergence_deg)) % np.float32(360.0),
        votes.best,
        opposite_nats,
        photo.camera[votes.layer],
        votes.fine_rowcol if votes.fine_rowcol.any() else None,
    )


def pose_posterior(
    votes: Votes, photo: PhotoCodes, tokens: MetricGrid, log_prior: Optional[FloatArray] = None
) -> PosePosterior:
    """Normalise the evidence of one search for a photo over all its positions."""
    poses = poses_of(votes, photo, tokens, log_prior)
    return PosePosterior(
        poses.grid,
        np.exp(poses.log_weight - np.float32(log_total(poses.log_weight))),
        poses.heading_deg,
        poses.score,
    )


def log_total(log_weight: FloatArray) -> float:
    """Log of the sum of weights; -inf for none."""
    top = float(log_weight.max(initial=-np.inf))
    if math.isinf(top):
        return top
    return top + math.log(float(np.exp(log_weight - np.float32(top)).sum(dtype=np.float64)))


def direction_probability(opposite_nats: float) -> float:
    """Probability that a direction is right rather than turned by 180 degrees.

    Both headings have the same prior, so the odds are those of their evidence, which carries the
    calibrated sharpness already. 1 where the opposite heading was out of the question.
    """
    if math.isnan(opposite_nats):
        return 1.0
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, opposite_nats))))


def excess_z(votes: Chance) -> float:
    """How far the best vote stands above the best of as many chance votes, in z-scores.

    The best of n standard normal values is about sqrt(2 ln n) (extreme value theory).
    """
    return votes.best_z - math.sqrt(2.0 * math.log(max(votes.poses, 2)))


def not_here_probability(votes: Chance, calibration: Calibration) -> float:
    """Probability that the photo was taken nowhere in this imagery."""
    logit = calibration.not_here_bias - calibration.not_here_slope * excess_z(votes)
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, logit))))
