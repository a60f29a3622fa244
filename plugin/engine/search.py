"""The search: a photo's token codes are laid over the hash map of the ground at every pose.

The vote of a pose is the weighted mean of 1 - 2 * (Hamming distance) / bits over the photo's
tokens, from -1 to 1; bits that the photo tells more clearly weigh more in the distance. Positions
are corners of the token grid, because the camera stands on a corner of its bird's-eye view. Small
areas are compared with all of the photo throughout; large ones are narrowed down first.
"""

from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .feedback import Feedback, StepFeedback
from .findings import Findings, nearest_layers
from .kernels import worker_count
from .narrow import THOROUGH, Effort, Tile, agreement, bands_of, narrow, tiles_of
from .parallel import side_by_side
from .pinpoint import blocks_of_positions, pinpoint, sampled_votes
from .query import PhotoCodes
from .stencil import whole_stencil
from .tokens import TokenCodes
from .votes import Typical, Votes, typical_of, votes_of

__all__ = ["Typical", "Votes", "refine", "search", "typical_votes"]

SMALL_POSES = 500_000
FEW_POSES = 50_000  # less work than it takes to start threads
DENSE_SHARE = 0.25
NARROWING_PART = 0.6


def search(
    index: TokenCodes,
    photo: PhotoCodes,
    sharpness: float,
    allowed: NDArray[np.bool_],
    feedback: Feedback,
    typical: Optional[Typical] = None,
    effort: Effort = THOROUGH,
) -> Votes:
    """Vote for every position and layer.

    Args:
        index: the hash map.
        photo: the photo's codes.
        sharpness: log-likelihood per z-score.
        allowed: (rows + 1, cols + 1) bool, positions that come into question.
        feedback: progress and cancellation.
        typical: what votes are compared with, for imagery that is searched piece by piece;
            None for this index's own.
        effort: with which large ground is narrowed down.

    Raises:
        Cancelled: the user stopped.
    """
    layers = len(photo.headings_deg)
    if allowed.size * layers <= SMALL_POSES:
        return _search_small(index, photo, sharpness, allowed, feedback, typical)
    if typical is None:
        typical = typical_votes(index, photo)
    if int(allowed.sum()) * layers <= SMALL_POSES:
        findings = Findings(photo, index.grid.spacing_m, allowed.shape, sharpness, typical)
        _compare_throughout(index, photo, allowed, findings, feedback)
        return findings.votes()
    return _search_large(index, photo, sharpness, allowed, feedback, typical, effort)


def typical_votes(index: TokenCodes, photo: PhotoCodes) -> Typical:
    """Mean and deviation of a photo's votes over the whole index.

    Small indexes are compared throughout, large ones at blocks drawn evenly.
    """
    stencil = whole_stencil(photo)
    rows, cols = index.covered.shape
    if (rows + 1) * (cols + 1) * stencil.layers > SMALL_POSES:
        return sampled_votes(index, stencil)
    everywhere = Tile(0, 0, rows + 1, cols + 1)
    return typical_of(votes_of(*agreement(index, stencil, everywhere), stencil, None))


def refine(
    index: TokenCodes,
    finer: PhotoCodes,
    sharpness: float,
    votes: Votes,
    feedback: Feedback,
    typical: Optional[Typical] = None,
) -> Votes:
    """Compare the survivors of a search with finer hypotheses in place of the first ones.

    Args:
        index: the hash map that was searched.
        finer: layers that stand for the same photo as those of the search did, headings and
            shifts more closely spaced; see `closer`.
        votes: of the search.
        typical: see `search`; the votes of finer layers are typically as those of the first.

    Returns:
        Votes whose layers are those of `finer`; the order of those that did not survive stays.
    """
    if typical is None:
        typical = typical_votes(index, finer)
    findings = Findings(finer, index.grid.spacing_m, votes.best.shape, sharpness, typical)
    if votes.survived.mean() > DENSE_SHARE:
        _compare_throughout(index, finer, votes.survived, findings, feedback)
    else:
        blocks = blocks_of_positions(votes.survived)
        pinpoint(index, finer, blocks, votes.survived, findings, feedback)
    # Also those at the edge of the imagery of which the finer layers see too little.
    others = np.isfinite(votes.evidence) & ~findings.survived
    layer = nearest_layers(votes.fine_heading_deg[others], finer)
    findings.enter_others(others, votes.best[others], layer, votes.evidence[others])
    return findings.votes()


def _search_small(
    index: TokenCodes,
    photo: PhotoCodes,
    sharpness: float,
    allowed: NDArray[np.bool_],
    feedback: Feedback,
    typical: Optional[Typical],
) -> Votes:
    """The whole index at once, so that what is typical need not be computed apart."""
    stencil = whole_stencil(photo)
    few = allowed.size * stencil.layers <= FEW_POSES
    bands = bands_of(allowed.shape, 1 if few else worker_count())
    found = side_by_side(lambda band: agreement(index, stencil, band, few), bands, feedback)
    if typical is None:
        whole = [votes_of(*part, stencil, None).ravel() for part in found]
        typical = typical_of(np.concatenate(whole))
    findings = Findings(photo, index.grid.spacing_m, allowed.shape, sharpness, typical)
    for band, part in zip(bands, found):
        votes = votes_of(*part, stencil, typical.mean)
        findings.enter_where(allowed[band.part], votes, band.row)
    return findings.votes()


def _search_large(
    index: TokenCodes,
    photo: PhotoCodes,
    sharpness: float,
    allowed: NDArray[np.bool_],
    feedback: Feedback,
    typical: Typical,
    effort: Effort,
) -> Votes:
    """Narrow down by the nearest ground, then pinpoint."""
    scanning = StepFeedback(feedback, 0.0, NARROWING_PART)
    narrowed = narrow(index, photo, sharpness, allowed, scanning, effort)
    findings = Findings(photo, index.grid.spacing_m, allowed.shape, sharpness, typical)
    pinpointing = StepFeedback(feedback, NARROWING_PART, 1.0)
    pinpoint(index, photo, narrowed.blocks, allowed, findings, pinpointing)
    others = np.isfinite(narrowed.evidence) & ~findings.survived
    vote = (typical.mean + typical.deviation * narrowed.z[others]).astype(np.float32)
    findings.enter_others(others, vote, narrowed.layer[others], narrowed.evidence[others])
    return findings.votes()


def _compare_throughout(
    index: TokenCodes,
    photo: PhotoCodes,
    allowed: NDArray[np.bool_],
    findings: Findings,
    feedback: Feedback,
) -> None:
    """All of the photo at all allowed positions, tile by tile."""
    stencil = whole_stencil(photo)

    def compare(tile: Tile) -> None:
        votes = votes_of(*agreement(index, stencil, tile), stencil, findings.typical.mean)
        findings.enter_where(allowed[tile.part], votes, tile.row, tile.col)

    side_by_side(compare, tiles_of(allowed, stencil.layers), feedback)
