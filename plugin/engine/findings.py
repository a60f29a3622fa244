"""Gathering what a search finds out here and there into arrays of all positions."""

from typing import Any, Tuple

import numpy as np
from numpy.typing import NDArray

from .query import PhotoCodes
from .votes import FloatArray, Scale, Typical, Votes, shift_rowcol

BELOW_SURVIVORS_NATS = 1e-3


class Findings:
    """Takes what is found at positions in any order, from several threads, and makes `Votes`."""

    def __init__(
        self,
        photo: PhotoCodes,
        spacing_m: float,
        shape: Tuple[int, ...],
        sharpness: float,
        typical: Typical,
    ) -> None:
        """Nothing found yet.

        Args:
            spacing_m: of positions.
            shape: of positions.
            sharpness, typical: see `search`.
        """
        self.typical = typical
        self.survived = np.zeros(shape, np.bool_)
        self._photo = photo
        self._spacing_m = spacing_m
        self._scale = Scale(photo, sharpness, typical)
        self._best = np.full(shape, np.nan, np.float32)
        self._layer = np.zeros(shape, np.int16)
        self._evidence = np.full(shape, -np.inf, np.float32)
        self._heading_deg = np.zeros(shape, np.float32)
        self._opposite = np.full(shape, np.nan, np.float32)

    def enter_where(
        self, allowed: NDArray[np.bool_], votes: FloatArray, row: int = 0, col: int = 0
    ) -> None:
        """Votes (rows, cols, layers) of a rectangle that begins at a row and column."""
        seen = allowed & np.isfinite(votes).any(axis=2)
        if seen.any():
            rows, cols = seen.shape
            chosen = votes.reshape(seen.size, -1)[np.flatnonzero(seen)]
            self._enter((slice(row, row + rows), slice(col, col + cols)), seen, chosen)

    def enter(self, row: NDArray[np.intp], col: NDArray[np.intp], votes: FloatArray) -> None:
        """Votes (n, layers) of scattered positions; those without a finite one are left out."""
        seen = np.isfinite(votes).any(axis=1)
        if seen.any():
            self._enter((), (row[seen], col[seen]), votes[seen])

    def _enter(self, part: Tuple[slice, ...], place: Any, votes: FloatArray) -> None:
        """Votes (n, layers), each with a finite one, of places (a mask or numbers) in a part."""
        found = self._scale.weigh(votes)
        self.survived[part][place] = True
        self._best[part][place] = found.best
        self._layer[part][place] = found.layer
        self._evidence[part][place] = found.evidence
        self._heading_deg[part][place] = found.fine_heading_deg
        self._opposite[part][place] = found.opposite_nats

    def enter_others(
        self,
        others: NDArray[np.bool_],
        best: FloatArray,
        layer: NDArray[np.integer[Any]],
        evidence: FloatArray,
    ) -> None:
        """What an earlier stage found at positions (mask) that fell short, in their order."""
        if not len(evidence):
            return
        least = self._evidence[self.survived].min() if self.survived.any() else np.inf
        above = max(0.0, float(evidence.max() - least) + BELOW_SURVIVORS_NATS)
        self._best[others] = best
        self._layer[others] = layer
        self._evidence[others] = evidence - np.float32(above if np.isfinite(above) else 0.0)
        self._heading_deg[others] = self._photo.headings_deg[layer]

    def votes(self) -> Votes:
        """All of it."""
        shift = shift_rowcol(self._photo, self._spacing_m)
        fine_rowcol = np.zeros((*self._layer.shape, 2), np.float32)
        if shift.any():
            fine_rowcol[self.survived] = shift[self._layer[self.survived]]
        best_z = 0.0
        if self.survived.any():
            best = float(self._best[self.survived].max())
            best_z = (best - self.typical.mean) / self.typical.deviation
        return Votes(
            best=self._best,
            layer=self._layer,
            evidence=self._evidence,
            best_z=best_z,
            poses=int(np.isfinite(self._evidence).sum()) * len(self._photo.headings_deg),
            survived=self.survived,
            fine_rowcol=fine_rowcol,
            fine_heading_deg=self._heading_deg,
            opposite_nats=self._opposite,
        )


def nearest_layers(heading_deg: FloatArray, photo: PhotoCodes) -> NDArray[np.int16]:
    """For every heading (n,) the number of the layer whose heading is nearest."""
    turn = (heading_deg[:, None] - photo.headings_deg[None, :] + 180.0) % 360.0 - 180.0
    return np.asarray(np.abs(turn).argmin(axis=1), dtype=np.int16)
