"""Batches for training: photos, and pieces of the maps in which they were taken."""

from dataclasses import dataclass
from typing import List, Sequence

import numpy as np
import torch

from .examples import Examples, Sighting

POSITIONS = 17
SPREAD_TOKENS = 0.6


@dataclass(frozen=True)
class Batch:
    """Some photos and, for each of them, a piece of a map that holds its place.

    Attributes:
        views: (photos, turns, side, side, width) tokens.
        weight: (photos, turns, side, side), sums to 1 over a view.
        pieces: (photos, reach, reach, width) tokens, with reach = side + positions - 1.
        covered: (photos, reach, reach).
        target: (photos, positions, positions), sums to 1: where the camera stands in its piece.
        foreign: (photos, photos), which pieces certainly do not show a photo's place.
    """

    views: torch.Tensor
    weight: torch.Tensor
    pieces: torch.Tensor
    covered: torch.Tensor
    target: torch.Tensor
    foreign: torch.Tensor


class Sampler:
    """Draws batches of photos of all kinds."""

    def __init__(self, examples: Examples, chosen: Sequence[int], seed: int) -> None:
        """`chosen`: numbers of the photos to draw from."""
        self._examples = examples
        self._chosen = np.asarray(chosen)
        self._generator = np.random.default_rng(seed)

    def batch(self, photos: int, turns: int) -> Batch:
        """A batch; every view has its true turn first and `turns` - 1 others."""
        generator = self._generator
        drawn = [
            self._examples.sightings[n]
            for n in generator.choice(self._chosen, photos, replace=len(self._chosen) < photos)
        ]
        side = drawn[0].weight.shape[1]
        views, weight, pieces, covered, target, corners = [], [], [], [], [], []
        for sighting in drawn:
            which = self._turns(sighting, turns)
            views.append(torch.from_numpy(sighting.tokens[which]).float())
            seen = sighting.weight[which]
            total = np.maximum(seen.sum(axis=(1, 2), keepdims=True), 1e-6)
            weight.append(torch.from_numpy(seen / total))
            place = int(generator.choice(sighting.places))
            ground = self._examples.maps[place]
            row, col = round(sighting.row), round(sighting.col)
            inside = generator.integers(2, POSITIONS - 2, 2)
            top, left = row - int(inside[0]) - side // 2, col - int(inside[1]) - side // 2
            reach = side + POSITIONS - 1
            piece, seen_piece = _cut(ground.tokens, ground.covered, top, left, reach)
            pieces.append(torch.from_numpy(piece).float())
            covered.append(torch.from_numpy(seen_piece))
            half = side // 2
            target.append(
                target_of(sighting.row - top - half, sighting.col - left - half, POSITIONS)
            )
            corners.append((sighting.group, top, left))
        return Batch(
            torch.stack(views),
            torch.stack(weight),
            torch.stack(pieces),
            torch.stack(covered).float(),
            torch.stack(target),
            foreign_pieces(corners, side + POSITIONS),
        )

    def _turns(self, sighting: Sighting, turns: int) -> List[int]:
        """The true turn, the one turned about, and others at random."""
        count = len(sighting.turns_deg)
        about = int(np.argmin(np.abs((sighting.turns_deg[1:] % 360.0) - 180.0))) + 1
        others = [n for n in range(1, count) if n != about]
        drawn = self._generator.permutation(others)[: max(turns - 2, 0)].tolist()
        return ([0, about, *drawn])[:turns]


def _cut(
    tokens: "np.ndarray", covered: "np.ndarray", top: int, left: int, reach: int
) -> "tuple[np.ndarray, np.ndarray]":
    rows, cols = covered.shape
    piece = np.zeros((reach, reach, tokens.shape[2]), tokens.dtype)
    seen = np.zeros((reach, reach), np.bool_)
    r0, r1 = max(top, 0), min(top + reach, rows)
    c0, c1 = max(left, 0), min(left + reach, cols)
    if r1 > r0 and c1 > c0:
        at = slice(r0 - top, r1 - top), slice(c0 - left, c1 - left)
        piece[at], seen[at] = tokens[r0:r1, c0:c1], covered[r0:r1, c0:c1]
    return piece, seen


def target_of(row: float, col: float, positions: int) -> torch.Tensor:
    """(positions, positions) that sum to 1: where the camera stands among those of a piece."""
    at = np.arange(positions)
    down, right = at[:, None] - row, at[None, :] - col
    near = np.exp(-(down**2 + right**2) / (2 * SPREAD_TOKENS**2))
    return torch.from_numpy(near / near.sum()).float()


def foreign_pieces(corners: "list[tuple[str, int, int]]", reach: int) -> torch.Tensor:
    """(n, n), whether two pieces cannot overlap; each by its town, top row and left column."""
    foreign = torch.ones(len(corners), len(corners), dtype=torch.bool)
    for i, (place, top, left) in enumerate(corners):
        for j, (other, other_top, other_left) in enumerate(corners):
            if place == other and abs(top - other_top) < reach and abs(left - other_left) < reach:
                foreign[i, j] = False
    return foreign
