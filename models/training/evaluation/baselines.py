"""What the model is compared with, on the same photos, pictures and ranks.

Every baseline scores a query against the pictures of its data set (`picture_scores`, higher is
better). `TokenBaseline` scores every position of the raster; its picture scores are those of the
positions at the pictures' centres.
"""

import math
from dataclasses import replace
from typing import Dict, Mapping, Protocol

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import Encoder
from plugin.engine.grid import MetricGrid
from plugin.engine.hashing import unpack_signs

from .protocol import Raster, encode_mosaic
from .sighting import Sighting

LEAST_OVERLAP = 0.5
CLIP = 0.5  # elements of unit vectors of 64 numbers seldom exceed it

FloatArray = NDArray[np.float32]


class Baseline(Protocol):
    """One way to compare a photo with aerial pictures.

    Attributes:
        name: key in the report.
        uses_heading: what is known of the heading makes a difference.
    """

    name: str
    uses_heading: bool

    def picture_scores(self, sighting: Sighting) -> Mapping[int, float]:
        """Tile number to score, for all pictures of the query's data set."""
        ...


class TokenBaseline:
    """Token by token over the whole raster: the photo's tokens as unit vectors, not as bits."""

    uses_heading = True

    def __init__(self, name: str, raster: Raster, ground: FloatArray, sharpness: float) -> None:
        """Prepare.

        Args:
            name: key in the report.
            ground: (rows, cols, bits), unit vectors or signs of the aerial tokens.
            sharpness: see `pack.Calibration`.
        """
        self.name = name
        self._raster = raster
        self._sharpness = sharpness
        covered = raster.codes.covered
        self._ground = np.moveaxis(ground * covered[..., None], 2, 1).copy()

    def position_scores(self, sighting: Sighting) -> FloatArray:
        """(rows + 1, cols + 1) evidence, as `engine.search` weighs votes of several headings."""
        votes = self._votes(sighting)
        seen = np.isfinite(votes).all(axis=2)
        sample = votes[seen]
        z = (sample - sample.mean()) / max(float(sample.std()), 1e-6)
        z *= self._sharpness * math.sqrt(sighting.codes.effective_tokens)
        top = z.max(axis=1)
        evidence = np.full(votes.shape[:2], -np.inf, np.float32)
        evidence[seen] = top + np.log(np.exp(z - top[:, None]).mean(axis=1))
        return evidence

    def picture_scores(self, sighting: Sighting) -> Mapping[int, float]:
        """See `Baseline`."""
        return self._raster.picture_scores(sighting.query.number, self.position_scores(sighting))

    def _votes(self, sighting: Sighting) -> FloatArray:
        """(rows + 1, cols + 1, headings), -inf where too little ground has imagery.

        The tokens of a photo are laid over the ground one by one; ground without imagery counts
        as typical, so that little ground is little evidence.
        """
        codes = sighting.codes
        tokens = unit(sighting.projections)
        covered = self._raster.codes.covered.astype(np.float32)
        rows, cols = covered.shape
        agreement = np.zeros((rows + 1, tokens.shape[0], cols + 1), np.float32)
        overlap = np.zeros_like(agreement)
        for number, (down, right) in enumerate(codes.offset_rowcol):
            weight = codes.weight[:, number]
            if not weight.any():
                continue
            to_rows, from_rows = _shift(down, rows)
            to_cols, from_cols = _shift(right, cols)
            same = tokens[:, number] @ self._ground[from_rows, :, from_cols]
            agreement[to_rows, :, to_cols] += same * weight[:, None]
            overlap[to_rows, :, to_cols] += covered[from_rows, None, from_cols] * weight[:, None]
        total = codes.weight.sum(axis=1)[:, None]
        enough = overlap >= LEAST_OVERLAP * total
        typical = float((agreement[enough] / overlap[enough]).mean())
        votes = (agreement + typical * (total - overlap)) / total
        return np.moveaxis(np.where(enough, votes, -np.inf), 1, 2).astype(np.float32)


def _shift(step: int, length: int) -> "tuple[slice, slice]":
    """Positions 0 to `length` whose token at `step` lies inside, and those tokens."""
    first, last = max(0, -step), min(length + 1, length - step)
    return slice(first, last), slice(first + step, last + step)


def unit(values: FloatArray) -> FloatArray:
    """Vectors over the last axis brought to length 1."""
    length = np.linalg.norm(values, axis=-1, keepdims=True)
    return np.asarray(values / np.maximum(length, 1e-9), dtype=np.float32)


class _EightBits(Encoder):
    """Spreads every number of a unit token over eight code bits, so that codes become numbers.

    The engine only stores signs; with eight of them it stores 256 levels, which is as good as
    floats here and needs no second way to read windows.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.pack = replace(encoder.pack, code_bits=8 * encoder.pack.code_bits)
        self._encoder = encoder

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        values = unit(self._encoder.encode(rgb, covered, view))
        level = np.rint((np.clip(values, -CLIP, CLIP) / CLIP + 1) * 127.5).astype(np.uint8)
        bits = np.unpackbits(level[..., None], axis=-1).reshape(*level.shape[:-1], -1)
        return bits.astype(np.float32) - 0.5

    def covered_share(self, covered: NDArray[np.bool_]) -> NDArray[np.float32]:
        """See `Encoder.covered_share`."""
        return self._encoder.covered_share(covered)


def token_baselines(raster: Raster, encoder: Encoder) -> "list[TokenBaseline]":
    """Our pack as floats, and as bits with a float query."""
    sharpness = encoder.pack.calibration.sharpness
    levels = encode_mosaic(raster.mosaic, _EightBits(encoder)).codes.astype(np.float32)
    return [
        TokenBaseline("skymatch_floats", raster, unit(levels / 127.5 - 1.0), sharpness),
        TokenBaseline(
            "skymatch_bits_float_query", raster, unpack_signs(raster.codes.codes), sharpness
        ),
    ]


class PixelCorrelation:
    """Weighted correlation of bird's-eye view and aerial picture around its centre, in colours."""

    name = "birdseye_pixel_correlation"
    uses_heading = True

    def __init__(self, raster: Raster, encoder: Encoder) -> None:
        """Cut the middle of every picture to the size of a bird's-eye view."""
        pack = encoder.pack
        along_m = (np.arange(pack.window_px) + 0.5 - pack.window_px / 2) * pack.gsd_m
        self._near = np.exp(-(along_m[:, None] ** 2 + along_m[None] ** 2) / pack.reach_m**2)
        self._datasets: Dict[int, str] = {}
        self._pictures: Dict[int, FloatArray] = {}
        for pair, number in zip(raster.pairs, raster.tile_numbers):
            tile = raster.mosaic.tiles[number]
            self._datasets[number] = pair.dataset
            height, width = (side * tile.gsd_m for side in tile.rgb.shape[:2])
            window_m = pack.window_px * pack.gsd_m
            grid = MetricGrid(
                raster.codes.grid.crs,
                tile.west_m + (width - window_m) / 2,
                tile.north_m - (height - window_m) / 2,
                pack.gsd_m,
                pack.window_px,
                pack.window_px,
            )
            self._pictures[number] = raster.mosaic.read(grid).rgb.astype(np.float32)
        self._raster = raster

    def picture_scores(self, sighting: Sighting) -> Mapping[int, float]:
        """See `Baseline`; the best of all headings."""
        dataset = self._raster.pairs[sighting.query.number].dataset
        numbers = [n for n, name in self._datasets.items() if name == dataset]
        scores = dict.fromkeys(numbers, -2.0)
        for rgb, valid in zip(sighting.views, sighting.valid):
            weight = (self._near * valid)[::4, ::4].astype(np.float32)
            view = _standard(_coarse(rgb), weight)
            for number in numbers:
                picture = _standard(_coarse(self._pictures[number]), weight)
                same = float((view * picture * weight[..., None]).sum() / (3 * weight.sum()))
                scores[number] = max(scores[number], same)
        return scores


def _coarse(rgb: NDArray[np.generic]) -> FloatArray:
    """Means of 4 x 4 pixels: 0.7 m, still finer than the two pictures agree."""
    side = rgb.shape[0] // 4
    whole = np.asarray(rgb[: 4 * side, : 4 * side], dtype=np.float32)
    return np.asarray(whole.reshape(side, 4, side, 4, 3).mean(axis=(1, 3)))


def _standard(rgb: FloatArray, weight: FloatArray) -> FloatArray:
    share = (weight / weight.sum())[..., None]
    centred = rgb - (rgb * share).sum(axis=(0, 1))
    deviation = np.sqrt((centred**2 * share).sum(axis=(0, 1)))
    return np.asarray(centred / np.maximum(deviation, 1e-6), dtype=np.float32)
