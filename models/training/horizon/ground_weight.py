"""Does it help to trust some ground more than other? A weight learned from neighbouring views.

Tokens that agree between neighbours more than between strangers tell places apart; walls, cars and
people that smear over the ground should not. A linear function of a token's code bits is fitted to
that difference on streets, and tried as a factor on the weights of the photo's tokens.
"""

from dataclasses import replace
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.camera import PERSPECTIVE, Camera, WeightedCamera
from plugin.engine.encoder import Encoder
from plugin.engine.query import PhotoCodes

from .agreement import Neighbours, encode_pair, overlap

RIDGE = 30.0
LEAST_FACTOR, MOST_FACTOR = 0.3, 3.0

FloatArray = NDArray[np.float64]


def token_agreement(
    pairs: Sequence[Neighbours], encoder: Encoder, strangers: bool
) -> Tuple[FloatArray, FloatArray, FloatArray]:
    """Code bits as -1 and 1 with a constant, agreement, and weight of tokens in common ground.

    Args:
        strangers: compare each view with one of another place that looks the same way.
    """
    level = [WeightedCamera(Camera(PERSPECTIVE, 90.0, 0.0, 0.5, 2.5), 1.0)]
    codes = [encode_pair(pair, (level, level), encoder) for pair in pairs]
    bits: List[FloatArray] = []
    agreement: List[FloatArray] = []
    weight: List[FloatArray] = []
    for number, pair in enumerate(pairs):
        other = number
        if strangers:
            alike = [
                i for i, p in enumerate(pairs) if p.heading_deg == pair.heading_deg and i != number
            ]
            other = alike[number * 7 % len(alike)]
        common = overlap(pair, codes[number][0], codes[other][1], encoder.pack.token_m)
        bits.append(features(common.first_codes))
        agreement.append(common.agreement)
        weight.append(common.weight)
    return np.concatenate(bits), np.concatenate(agreement), np.concatenate(weight)


def features(codes: NDArray[np.uint8]) -> FloatArray:
    """(..., bytes) to (..., bits + 1)."""
    bits = np.unpackbits(codes, axis=-1) * 2.0 - 1.0
    return np.concatenate([bits, np.ones((*bits.shape[:-1], 1))], axis=-1)


def fit_weight(pairs: Sequence[Neighbours], encoder: Encoder) -> FloatArray:
    """(bits + 1,) how much better neighbours agree than strangers, as a function of a token."""
    own, strangers = (
        _ridge(*token_agreement(pairs, encoder, strangers)) for strangers in (False, True)
    )
    return own - strangers


def _ridge(bits: FloatArray, agreement: FloatArray, weight: FloatArray) -> FloatArray:
    normal = (bits * weight[:, None]).T @ bits + RIDGE * np.eye(bits.shape[1])
    return np.linalg.solve(normal, (bits * weight[:, None]).T @ agreement)


def gap_by_quarter(
    function: FloatArray, pairs: Sequence[Neighbours], encoder: Encoder
) -> List[float]:
    """Neighbours' agreement less strangers', in quarters of tokens by what was predicted."""
    own = token_agreement(pairs, encoder, False)
    strangers = token_agreement(pairs, encoder, True)
    predicted, predicted_strangers = own[0] @ function, strangers[0] @ function
    limits = np.quantile(predicted, [0.25, 0.5, 0.75])
    quarter, quarter_strangers = (
        np.searchsorted(limits, values) for values in (predicted, predicted_strangers)
    )
    return [
        float(own[1][quarter == q].mean() - strangers[1][quarter_strangers == q].mean())
        for q in range(4)
    ]


def weighed(codes: PhotoCodes, function: FloatArray, typical: float) -> PhotoCodes:
    """Photo codes whose weights follow the learned function."""
    factor = features(codes.codes) @ function / typical
    factor = np.clip(factor, LEAST_FACTOR, MOST_FACTOR)
    return replace(codes, weight=(codes.weight * factor).astype(np.float32))
