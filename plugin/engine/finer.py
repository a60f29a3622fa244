"""Finer hypotheses for the headings that a first search leaves."""

import numpy as np
from numpy.typing import NDArray

from .query import PhotoCodes
from .votes import Votes


def layers_worth_refining(votes: Votes, count: int) -> NDArray[np.intp]:
    """Numbers of the layers, at most `count`, that hold most of the survivors' probability."""
    layer = votes.layer[votes.survived].astype(np.intp)
    evidence = votes.evidence[votes.survived].astype(np.float64)
    if not layer.size:
        return np.zeros(0, np.intp)
    mass = np.bincount(layer, np.exp(evidence - evidence.max()))
    order = np.argsort(-mass, kind="stable")[:count]
    return np.sort(order[mass[order] > 0])


def with_finer(photo: PhotoCodes, finer: PhotoCodes, replaced: NDArray[np.intp]) -> PhotoCodes:
    """Codes in which finer layers stand in the place of some of the first ones.

    Args:
        photo: codes of the first search.
        finer: layers around the headings of those replaced; their priors sum to 1.
        replaced: numbers of layers of `photo`; their prior goes to the finer ones.

    Returns:
        The layers of `photo` that stay, in their order, and then all of `finer`.
    """
    stays = np.ones(len(photo.headings_deg), np.bool_)
    stays[replaced] = False
    prior = float(np.logaddexp.reduce(photo.log_prior[~stays], initial=-np.inf))
    offsets = np.unique(np.concatenate([photo.offset_rowcol, finer.offset_rowcol]), axis=0)
    first = _spread(photo, offsets)
    second = _spread(finer, offsets)
    log_prior = finer.log_prior + np.float32(prior)
    return PhotoCodes(
        headings_deg=np.concatenate([photo.headings_deg[stays], finer.headings_deg]),
        offset_rowcol=offsets,
        codes=np.concatenate([first[0][stays], second[0]]),
        weight=np.concatenate([first[1][stays], second[1]]),
        log_prior=np.concatenate([photo.log_prior[stays], log_prior]),
        camera=np.concatenate([photo.camera[stays], finer.camera]),
        shift_m=np.concatenate([photo.shift_m[stays], finer.shift_m]),
    )


def _spread(
    photo: PhotoCodes, offsets: NDArray[np.int64]
) -> "tuple[NDArray[np.uint8], NDArray[np.float32]]":
    """Codes and weights of a photo over a longer list of tokens, sorted by row and column."""
    low, span = offsets.min(axis=0), np.ptp(offsets, axis=0) + 1
    place = np.searchsorted(
        (offsets - low) @ np.array([span[1], 1]), (photo.offset_rowcol - low) @ [span[1], 1]
    )
    layers, _, code_bytes = photo.codes.shape
    codes = np.zeros((layers, len(offsets), code_bytes), np.uint8)
    weight = np.zeros((layers, len(offsets)), np.float32)
    codes[:, place], weight[:, place] = photo.codes, photo.weight
    return codes, weight
