"""Codes of ground that was never photographed, with the statistics of ground that was.

Squares of real codes are drawn at random and laid side by side, in one of their four mirror
images: bit means and the likeness of neighbours stay as they are; only the seams are invented.
"""

from dataclasses import replace
from pathlib import Path
from typing import List

import numpy as np
from common import REPOSITORY  # noqa: F401, sets the path that the next imports need

from plugin.engine.grid import MetricGrid
from plugin.engine.query import PhotoCodes
from plugin.engine.tokens import TokenCodes
from plugin.index.reader import read_index

SQUARE = 32
CRS = "EPSG:32632"


class Simulator:
    """Makes up codes from those of a real index."""

    def __init__(self, index: Path, bits: int = 64) -> None:
        """Read the index; codes longer than its own repeat themselves, shorter ones are cut."""
        tokens = read_index(index).tokens
        self.spacing_m = tokens.grid.spacing_m
        repeats = -(-bits // (8 * tokens.codes.shape[2]))
        codes = np.concatenate([tokens.codes] * repeats, axis=2)[..., : bits // 8]
        rows, cols = (side // SQUARE * SQUARE for side in tokens.covered.shape)
        whole = codes[:rows, :cols]
        squares = whole.reshape(rows // SQUARE, SQUARE, cols // SQUARE, SQUARE, -1).swapaxes(1, 2)
        self._squares = np.ascontiguousarray(squares.reshape(-1, SQUARE, SQUARE, bits // 8))

    def codes(self, rows: int, cols: int, seed: int) -> TokenCodes:
        """A rectangle of covered ground; the same seed gives the same one."""
        rng = np.random.default_rng(seed)
        down, across = -(-rows // SQUARE), -(-cols // SQUARE)
        drawn = rng.integers(0, len(self._squares), (down, across))
        turns = rng.integers(0, 4, (down, across))
        codes = np.empty((down * SQUARE, across * SQUARE, self._squares.shape[3]), np.uint8)
        for row in range(down):
            for col in range(across):
                square = self._squares[drawn[row, col]]
                turn = turns[row, col]
                square = square[:: 1 - 2 * (turn // 2), :: 1 - 2 * (turn % 2)]
                top, left = row * SQUARE, col * SQUARE
                codes[top : top + SQUARE, left : left + SQUARE] = square
        grid = MetricGrid(CRS, 500_000.0, 6_000_000.0, self.spacing_m, rows, cols)
        return TokenCodes(grid, codes[:rows, :cols], np.ones((rows, cols), np.bool_))

    def square_km(self, area_km2: float, seed: int = 0) -> TokenCodes:
        """A square of that area."""
        side = round(1000.0 * area_km2**0.5 / self.spacing_m)
        return self.codes(side, side, seed)


def everywhere(index: TokenCodes) -> np.ndarray:
    """All positions are allowed."""
    return np.ones((index.grid.rows + 1, index.grid.cols + 1), np.bool_)


def with_bits(photo: PhotoCodes, bits: int) -> PhotoCodes:
    """Longer codes that repeat themselves, or shorter ones."""
    repeats = -(-bits // (8 * photo.codes.shape[2]))
    codes = np.concatenate([photo.codes] * repeats, axis=2)[..., : bits // 8]
    strength = np.concatenate([photo.strength] * repeats, axis=2)[..., :bits]
    around = np.concatenate([photo.surroundings] * repeats, axis=3)[..., :bits]
    return replace(photo, codes=np.ascontiguousarray(codes), strength=strength, surroundings=around)


def with_layers(photo: PhotoCodes, numbers: List[int]) -> PhotoCodes:
    """Some layers of a photo, which may repeat, equally probable."""
    log_prior = np.full(len(numbers), -np.log(len(numbers)), np.float32)
    return replace(photo.layers(np.array(numbers)), log_prior=log_prior)
