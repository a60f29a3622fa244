"""From agreement with the ground to evidence: what a search finds out at every position."""

import math
from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from .query import PhotoCodes
from .stencil import Stencil

LEAST_OVERLAP = 0.5
OPPOSITE_WITHIN_DEG = 20.0
NEIGHBOUR_WITHIN_DEG = 30.0
LEAST_SHARE = np.float32(1e-30)
LOWEST = np.float32(-1e30)

FloatArray = NDArray[np.float32]


class Typical(NamedTuple):
    """Mean and standard deviation of a photo's votes over the whole imagery."""

    mean: float
    deviation: float


@dataclass(frozen=True)
class Votes:
    """The outcome of a search at every position.

    Attributes:
        best: (rows + 1, cols + 1) float32, vote of the best layer, from -1 to 1; NaN where the
            position is not allowed or less than `LEAST_OVERLAP` of the photo's ground has
            imagery.
        layer: (rows + 1, cols + 1) int16, number of that layer of the photo.
        evidence: (rows + 1, cols + 1) float32, log of the sum over the photo's layers of
            prior * exp(sharpness * z); -inf where NaN above.
        best_z: z-score of the best vote of all.
        poses: number of poses compared.
        survived: (rows + 1, cols + 1) bool, positions compared with all of the photo. The others
            were compared with its nearest ground only and fell short: their `best` has the same
            z-score as that comparison, and their `evidence` is lowered, by one number for all,
            until it lies below that of every survivor.
        fine_rowcol: (rows + 1, cols + 1, 2) float32, from the position to the camera in the best
            layer, in tokens.
        fine_heading_deg: (rows + 1, cols + 1) float32, grid heading; for survivors between the
            headings of the layers, where a parabola through the best and its neighbours peaks.
        opposite_nats: (rows + 1, cols + 1) float32, log-evidence of the best heading less that of
            the headings about 180 degrees away; NaN without such layers, and for the others.
    """

    best: FloatArray
    layer: NDArray[np.int16]
    evidence: FloatArray
    best_z: float
    poses: int
    survived: NDArray[np.bool_]
    fine_rowcol: FloatArray
    fine_heading_deg: FloatArray
    opposite_nats: FloatArray


def votes_of(
    sums: NDArray[np.int32],
    shares: Optional[FloatArray],
    stencil: Stencil,
    missing: Optional[float],
) -> FloatArray:
    """Votes, from -1 to 1, of agreements with the ground; -inf where too little is covered.

    Args:
        sums: (..., layers), stencil times ground.
        shares: (..., layers), share of the stencil's weight that has imagery; None for all.
        missing: the vote that tokens without imagery cast, the typical one, so that little
            ground is little evidence; None leaves them out.
    """
    unit = (1.0 / np.maximum(stencil.full_agreement, 1e-9)).astype(np.float32)
    votes: FloatArray = np.multiply(sums, unit, dtype=np.float32)
    if shares is None:
        return votes
    if missing is None:
        votes /= np.maximum(shares, np.float32(1e-9))
    else:
        votes += np.float32(missing) * (np.float32(1.0) - shares)
    votes[shares < LEAST_OVERLAP] = -np.inf
    return votes


def typical_of(votes: FloatArray) -> Typical:
    """Mean and deviation of votes, those at -inf left out."""
    finite = votes[np.isfinite(votes)]
    if not finite.size:
        return Typical(0.0, 1.0)
    deviation = float(finite.std(dtype=np.float64))
    return Typical(float(finite.mean(dtype=np.float64)), max(deviation, 1e-6))


class Weighed(NamedTuple):
    """Attributes of `Votes` at n positions."""

    best: FloatArray
    layer: NDArray[np.intp]
    evidence: FloatArray
    fine_heading_deg: FloatArray
    opposite_nats: FloatArray


class Scale:
    """Turns the votes of one photo into evidence."""

    def __init__(self, photo: PhotoCodes, sharpness: float, typical: Typical) -> None:
        """Prepare.

        Args:
            sharpness: log-likelihood per z-score.
        """
        self._slope = np.float32(sharpness / typical.deviation)
        self._mean = np.float32(typical.mean)
        self._log_prior = photo.log_prior.astype(np.float32)
        self._headings_deg = photo.headings_deg
        turn_deg = _turns_deg(photo)
        self._ahead = (np.abs(turn_deg) <= OPPOSITE_WITHIN_DEG).astype(np.float32)
        self._behind = (np.abs(turn_deg) >= 180.0 - OPPOSITE_WITHIN_DEG).astype(np.float32)
        self._left, self._right, self._step_deg = _neighbours(photo, turn_deg)

    def log_likelihood(self, votes: FloatArray) -> FloatArray:
        """Log of prior times likelihood of every layer: (..., layers)."""
        log: FloatArray = votes - self._mean
        log *= self._slope
        log += self._log_prior
        return log

    def best_and_evidence(
        self, votes: FloatArray
    ) -> "tuple[NDArray[np.intp], FloatArray, FloatArray]":
        """Best layer, its vote, and evidence (...) of votes (..., layers), -inf where all are."""
        log = self.log_likelihood(votes)
        layer = log.argmax(axis=-1)
        top = _picked(log, layer)
        share = np.exp(log - np.maximum(top, LOWEST)[..., None])
        total = np.maximum(share.sum(axis=-1), LEAST_SHARE)
        return layer, _picked(votes, layer), np.asarray(top + np.log(total))

    def weigh(self, votes: FloatArray) -> Weighed:
        """What votes (n, layers) say; every row holds a finite one."""
        log = self.log_likelihood(votes)
        if log.shape[1] == 1:
            nothing = np.full(len(log), np.nan, np.float32)
            heading = np.full(len(log), self._headings_deg[0], np.float32)
            return Weighed(votes[:, 0], np.zeros(len(log), np.intp), log[:, 0], heading, nothing)
        layer = log.argmax(axis=1)
        top = _picked(log, layer)
        share = np.exp(log - top[:, None])
        return Weighed(
            _picked(votes, layer),
            layer,
            top + np.log(share.sum(axis=1)),
            self._fine_heading(log, layer),
            self._opposite(share, layer),
        )

    def _opposite(self, share: FloatArray, layer: NDArray[np.intp]) -> FloatArray:
        """Log of evidence ahead over evidence behind, seen from the best layer."""
        if not self._behind.any():
            return np.full(len(layer), np.nan, np.float32)
        ahead = _picked(share @ self._ahead, layer)
        behind = _picked(share @ self._behind, layer)
        nats = np.log(ahead / np.maximum(behind, LEAST_SHARE))
        return np.where(self._behind.any(axis=0)[layer], nats, np.nan).astype(np.float32)

    def _fine_heading(self, log: FloatArray, layer: NDArray[np.intp]) -> FloatArray:
        """Where a parabola through the best layer and its two neighbours peaks."""
        if not self._step_deg.any():
            return self._headings_deg[layer].astype(np.float32)
        here = _picked(log, layer)
        left, right = _picked(log, self._left[layer]), _picked(log, self._right[layer])
        peaked = np.isfinite(left) & np.isfinite(right)
        left, right = np.where(peaked, left, here), np.where(peaked, right, here)
        bend = np.maximum(2.0 * here - left - right, 1e-6)
        move = (right - left) / (2.0 * bend)
        heading = self._headings_deg[layer] + np.clip(move, -0.5, 0.5) * self._step_deg[layer]
        return np.asarray(heading, dtype=np.float32)


def _picked(values: FloatArray, layer: NDArray[np.intp]) -> FloatArray:
    """The value of one layer each: (..., layers) and (...) to (...)."""
    layers = values.shape[-1]
    place = np.arange(0, layer.size * layers, layers) + layer.ravel()
    return np.asarray(values.ravel()[place].reshape(layer.shape), dtype=np.float32)


def shift_rowcol(photo: PhotoCodes, spacing_m: float) -> FloatArray:
    """(layers, 2) tokens from a position to the camera, southwards and eastwards."""
    east_m, north_m = photo.shift_m.T / np.float32(spacing_m)
    return np.asarray(np.stack([-north_m, east_m], axis=1), dtype=np.float32)


def _turns_deg(photo: PhotoCodes) -> NDArray[np.float64]:
    """(layers, layers) degrees from the second layer's heading to the first's, -180 to 180."""
    headings = photo.headings_deg
    return (headings[:, None] - headings[None, :] + 180.0) % 360.0 - 180.0


def _neighbours(
    photo: PhotoCodes, turn_deg: NDArray[np.float64]
) -> "tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]":
    """Per layer the next one anticlockwise and clockwise, and the step between; else itself."""
    count = len(photo.headings_deg)
    left, right = np.arange(count), np.arange(count)
    step_deg = np.zeros(count)
    alike = photo.camera[:, None] == photo.camera[None, :]
    alike &= (photo.shift_m[:, None] == photo.shift_m[None, :]).all(axis=2)
    for layer in range(count):
        turn = np.where(alike[:, layer], turn_deg[:, layer], math.inf)
        after = np.where((turn > 0) & (turn <= NEIGHBOUR_WITHIN_DEG), turn, math.inf)
        before = np.where((turn < 0) & (turn >= -NEIGHBOUR_WITHIN_DEG), -turn, math.inf)
        if after.min() < math.inf and math.isclose(after.min(), before.min(), rel_tol=1e-3):
            left[layer], right[layer] = before.argmin(), after.argmin()
            step_deg[layer] = after.min()
    return left, right, step_deg
