"""Ridge regression from what a photo shows by bearing to what its map shows at the same bearings.

Principal components of every band of elevation are brought to unit deviation in either domain, so
that what is learned of simulated towns holds for real streets (Sun et al., "Return of frustratingly
easy domain adaptation", AAAI 2016). Only differences within a photo count.
"""

from typing import List, NamedTuple, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from plugin.engine.strips import BANDS, Strip
from plugin.engine.surroundings import LEAST_BEARINGS, RINGS

from .panoramas import Panorama

COMPONENTS = 24
RIDGE = 1.5
PAIRS_SHARE = 0.25
LEAST_VARIANCE = 0.01  # of the mean of all components

Matrix = NDArray[np.float64]


class Side(NamedTuple):
    """How strips of one domain become features.

    Attributes:
        mean: (bands, width), mean tokens.
        matrix: (bands, width, components).
    """

    mean: Matrix
    matrix: Matrix


class Space(NamedTuple):
    """Features of either domain with the same meaning."""

    real: Side
    towns: Side


class Moments(NamedTuple):
    """Mean products of features (n, n), and of features with expected codes (n, outputs)."""

    features: Matrix
    products: Matrix


def space_of(real: Sequence[Strip], towns: Sequence[Strip]) -> Space:
    """From strips of both domains; where they were taken plays no part."""
    sides: List[List[Matrix]] = [[], [], [], []]
    for band in range(len(BANDS)):
        parts = [_shown(strips, band) for strips in (real, towns)]
        covariance = sum(_scaled(part) for part in parts)
        basis = np.linalg.eigh(covariance)[1][:, ::-1][:, :COMPONENTS]
        for number, part in enumerate(parts):
            mean = part.mean(axis=0)
            values, axes = np.linalg.eigh(np.cov(((part - mean) @ basis).T))
            least = LEAST_VARIANCE * values.mean()
            sides[2 * number].append(mean)
            sides[2 * number + 1].append(basis @ (axes / np.sqrt(values + least)) @ axes.T)
    real_mean, real_matrix, towns_mean, towns_matrix = (np.stack(part) for part in sides)
    return Space(Side(real_mean, real_matrix), Side(towns_mean, towns_matrix))


def _shown(strips: Sequence[Strip], band: int) -> Matrix:
    parts = [strip.tokens[strip.shown[:, band], band] for strip in strips]
    return np.concatenate(parts).astype(np.float64)


def _scaled(tokens: Matrix) -> Matrix:
    covariance = np.cov(tokens.T)
    return np.asarray(covariance / np.trace(covariance))


def features_of(side: Side, strip: Strip) -> Matrix:
    """(bearings, bands * components), less the mean of what is shown, zero where nothing is."""
    shown = strip.shown[..., None].astype(np.float64)
    centred = (strip.tokens - side.mean) * shown
    values = np.einsum("abw,bwc->abc", centred, side.matrix, optimize=True)
    mean = values.sum(axis=0) / np.maximum(shown.sum(axis=0), 1.0)
    return np.asarray(((values - mean) * shown).reshape(len(values), -1))


def told(side: Side, expected: Matrix, strip: Strip) -> Matrix:
    """(bearings, rings, bits), what was fitted says of a strip; see `fitted`."""
    values = features_of(side, strip) @ expected
    return np.asarray(values.reshape(len(values), RINGS, -1))


def moments_of(side: Side, panoramas: Sequence[Panorama]) -> Moments:
    """Of differences within each photo, at the bearings that photo and map both show."""
    features, expected = [], []
    for strip, around in panoramas:
        both = strip.shown.any(axis=1) & around.seen
        if both.sum() < LEAST_BEARINGS:
            continue
        x = features_of(side, strip)[both]
        y = around.codes[both].reshape(len(x), -1).astype(np.float64)
        features.append(x - x.mean(axis=0))
        expected.append(y - y.mean(axis=0))
    x, y = np.concatenate(features), np.concatenate(expected)
    return Moments(x.T @ x / len(x), x.T @ y / len(x))


def fitted(towns: Moments, pairs: Optional[Moments]) -> Matrix:
    """(features, rings * bits), from towns and from real pairs where there are any."""
    if pairs is None:
        return _solved(towns.features, towns.products)
    features, products = (
        (1.0 - PAIRS_SHARE) * of_towns + PAIRS_SHARE * of_pairs
        for of_towns, of_pairs in zip(towns, pairs)
    )
    return _solved(features, products)


def _solved(features: Matrix, products: Matrix) -> Matrix:
    return np.asarray(np.linalg.solve(features + RIDGE * np.eye(len(features)), products))
