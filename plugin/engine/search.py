"""Voting: a photo's token codes are laid over the hash map of the ground at every pose.

The vote of a pose is the weighted mean of 1 - 2 * (Hamming distance) / bits over the photo's
tokens, from -1 to 1. Codes are compared as vectors of -1 and +1 by matrix products, whose
inner products are bits - 2 * (Hamming distance) exactly: the fastest popcount that every numpy
has. Positions are corners of the token grid, because the camera stands on a corner of its
bird's-eye view.
"""

from dataclasses import dataclass
from typing import Iterator, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .feedback import Feedback, stop_if_cancelled
from .hashing import unpack_signs
from .query import PhotoCodes
from .tokens import TokenCodes

LEAST_OVERLAP = 0.5
STRIP_BYTES = 48_000_000
SAMPLED_POSITIONS = 40_000

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Votes:
    """The outcome of a search at every position.

    Attributes:
        best: (rows + 1, cols + 1) float32, vote of the best heading; NaN where the position is
            not allowed or less than `LEAST_OVERLAP` of the photo's ground has imagery.
        heading: (rows + 1, cols + 1) int16, number of that heading.
        evidence: (rows + 1, cols + 1) float32, log of the sum over the photo's layers of
            prior * exp(sharpness * z); -inf where NaN above.
        best_z: z-score of the best vote of all.
        poses: number of poses compared.
    """

    best: FloatArray
    heading: NDArray[np.int16]
    evidence: FloatArray
    best_z: float
    poses: int


def search(
    index: TokenCodes,
    photo: PhotoCodes,
    sharpness: float,
    allowed: NDArray[np.bool_],
    feedback: Feedback,
) -> Votes:
    """Vote for every position and heading.

    Args:
        index: the hash map.
        photo: the photo's codes.
        sharpness: log-likelihood per z-score.
        allowed: (rows + 1, cols + 1) bool, positions that come into question.
        feedback: progress and cancellation.
    """
    shape = index.grid.rows + 1, index.grid.cols + 1
    mean, deviation = _typical_votes(index, photo)
    best = np.full(shape, np.nan, np.float32)
    heading = np.zeros(shape, np.int16)
    evidence = np.full(shape, -np.inf, np.float32)
    for start, votes in _strips(index, photo, missing=mean):
        stop_if_cancelled(feedback)
        rows = slice(start, start + len(votes))
        votes[~allowed[rows]] = -np.inf
        seen = np.isfinite(votes).any(axis=2)
        z = sharpness * (votes[seen] - mean) / deviation + photo.log_prior
        heading[rows][seen] = z.argmax(axis=1)
        best[rows][seen] = votes[seen].max(axis=1)
        top = z.max(axis=1, initial=-np.inf)
        evidence[rows][seen] = top + np.log(np.exp(z - top[:, None]).sum(axis=1))
        feedback.progress(min(1.0, (start + len(votes)) / shape[0]), "")
    seen = ~np.isnan(best)
    best_z = float((np.nanmax(best) - mean) / deviation) if seen.any() else 0.0
    return Votes(best, heading, evidence, best_z, int(seen.sum()) * len(photo.headings_deg))


def _typical_votes(index: TokenCodes, photo: PhotoCodes) -> Tuple[float, float]:
    """Mean and standard deviation of votes over evenly spread rows of the whole index."""
    rows = index.grid.rows + 1
    step = max(1, rows * (index.grid.cols + 1) // SAMPLED_POSITIONS)
    votes = np.concatenate([strip.ravel() for _, strip in _strips(index, photo, step)])
    votes = votes[np.isfinite(votes)]
    if not votes.size:
        return 0.0, 1.0
    return float(votes.mean(dtype=np.float64)), max(float(votes.std(dtype=np.float64)), 1e-6)


def _strips(
    index: TokenCodes, photo: PhotoCodes, step: int = 1, missing: Optional[float] = None
) -> Iterator[Tuple[int, FloatArray]]:
    """Votes of position rows, a few rows at a time: (first row, (rows, cols + 1, headings)).

    With a step, only every step-th row is voted for, one at a time. For `missing` see `_vote`.
    """
    reach = int(np.abs(photo.offset_rowcol).max()) + 1
    bits = index.codes.shape[-1] * 8
    height = 1
    if step == 1:
        bytes_per_row = 4 * (index.grid.cols + 1) * (3 * len(photo.headings_deg) + bits)
        height = max(1, STRIP_BYTES // bytes_per_row)
    signs = np.moveaxis(unpack_signs(photo.codes), 1, 0)
    for start in range(0, index.grid.rows + 1, height * step):
        stop = min(start + height, index.grid.rows + 1)
        ground, covered = _ground(index, start - reach, stop + reach, reach)
        yield start, _vote(ground, covered, photo, signs, reach, missing)


def _ground(
    index: TokenCodes, first_row: int, last_row: int, reach: int
) -> Tuple[FloatArray, NDArray[np.bool_]]:
    """Signs (rows, bits, cols) and coverage (rows, cols) of token rows, padded all around."""
    rows, cols, code_bytes = index.codes.shape
    inside = slice(max(first_row, 0), min(last_row, rows))
    at = slice(inside.start - first_row, inside.stop - first_row)
    ground = np.zeros((last_row - first_row, code_bytes * 8, cols + 2 * reach), np.float32)
    covered = np.zeros((last_row - first_row, cols + 2 * reach), np.bool_)
    if inside.stop > inside.start:
        here = index.covered[inside]
        signs = unpack_signs(index.codes[inside]) * here[..., None]
        ground[at, :, reach : reach + cols] = np.moveaxis(signs, 2, 1)
        covered[at, reach : reach + cols] = here
    return ground, covered


def _vote(
    ground: FloatArray,
    covered: NDArray[np.bool_],
    photo: PhotoCodes,
    signs: FloatArray,
    reach: int,
    missing: Optional[float],
) -> FloatArray:
    """Votes of the positions inside a padded piece of ground.

    Args:
        ground: (rows + 2 * reach, bits, cols + 2 * reach), rows and cols counting positions - 1
            across, see `_strips`.
        signs: (tokens, headings, bits), the photo's codes.
        missing: the vote that tokens without imagery cast, the typical one, so that little
            ground is little evidence; None leaves them out.

    Returns:
        (position rows, position cols, headings), -inf where too little is covered.
    """
    rows, cols = ground.shape[0] - 2 * reach, ground.shape[2] - 2 * reach + 1
    headings, bits = signs.shape[1:]
    agreement = np.zeros((rows, headings, cols), np.float32)
    overlap = np.zeros((rows, headings, cols), np.float32)
    complete = bool(covered.all())
    for token, (down, right) in enumerate(photo.offset_rowcol):
        # A narrow photo shows a token at a few headings only; the others need no product.
        seen = np.flatnonzero(photo.weight[:, token])
        weight = photo.weight[seen, token, None]
        strip = slice(reach + down, reach + down + rows)
        across = slice(reach + right, reach + right + cols)
        same = signs[token, seen] @ ground[strip, :, across]
        agreement[:, seen] += same * weight
        if not complete:
            overlap[:, seen] += covered[strip, None, across] * weight
    total = photo.weight.sum(axis=1)
    if complete:
        votes = agreement / (bits * total[:, None])
    else:
        enough = overlap >= LEAST_OVERLAP * total[:, None]
        if missing is None:
            votes = agreement / (bits * np.maximum(overlap, 1e-9))
        else:
            votes = (agreement / bits + missing * (total[:, None] - overlap)) / total[:, None]
        votes = np.where(enough, votes, -np.inf)
    return np.asarray(np.moveaxis(votes, 1, 2), dtype=np.float32)
