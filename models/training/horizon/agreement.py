"""Do neighbouring photos agree about the ground they both see? A test of geometry on real streets.

Two views of `street-cambridge`, some metres apart and looking the same way, show the same ground.
Brought to the ground with the right horizon, height and field of view, their token codes should
agree there, and with wrong ones less. No aerial picture takes part.
"""

import itertools
import math
from dataclasses import dataclass, replace
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.camera import WeightedCamera
from plugin.engine.encoder import Encoder
from plugin.engine.photo import Photo, read_photo
from plugin.engine.query import PhotoCodes, encode_hypotheses

from .views import Place

NEAREST_M, FARTHEST_M = 3.0, 9.0
SAME_WAY = 0.5


@dataclass(frozen=True)
class Neighbours:
    """Two views that look the same way, the second one ahead of the first.

    Attributes:
        first, second: files.
        heading_deg: of both.
        east_m, north_m: from the first camera to the second.
    """

    first: Photo
    second: Photo
    heading_deg: float
    east_m: float
    north_m: float


def neighbours_of(places: Sequence[Place], most: int, seed: int = 3) -> List[Neighbours]:
    """Pairs of views along streets, drawn evenly."""
    found: List[Tuple[Place, Place, int]] = []
    for here, there in itertools.combinations(places, 2):
        east_m, north_m = there.east_m - here.east_m, there.north_m - here.north_m
        distance_m = math.hypot(east_m, north_m)
        if not NEAREST_M <= distance_m <= FARTHEST_M:
            continue
        for number, heading_deg in enumerate(here.headings_deg):
            heading = math.radians(heading_deg)
            along = (east_m * math.sin(heading) + north_m * math.cos(heading)) / distance_m
            if abs(along) >= SAME_WAY:
                found.append((here, there, number) if along > 0 else (there, here, number))
    order = np.random.default_rng(seed).permutation(len(found))[:most]
    return [
        Neighbours(
            read_photo(here.files[number]),
            read_photo(there.files[number]),
            here.headings_deg[number],
            there.east_m - here.east_m,
            there.north_m - here.north_m,
        )
        for here, there, number in (found[i] for i in order)
    ]


@dataclass(frozen=True)
class Overlap:
    """Tokens that both of two views show.

    Attributes:
        agreement: (tokens,) 1 - 2 * (Hamming distance) / bits.
        weight: (tokens,) product of the weights of both.
        first_codes: (tokens, bytes) of the first view.
        distance_m: (tokens,) from the first camera.
    """

    agreement: NDArray[np.float64]
    weight: NDArray[np.float64]
    first_codes: NDArray[np.uint8]
    distance_m: NDArray[np.float64]

    @property
    def mean(self) -> float:
        """Weighted agreement; NaN without common ground."""
        total = float(self.weight.sum())
        return float((self.agreement * self.weight).sum()) / total if total else math.nan


def encode_pair(
    pair: Neighbours,
    cameras: Tuple[Sequence[WeightedCamera], Sequence[WeightedCamera]],
    encoder: Encoder,
) -> Tuple[PhotoCodes, PhotoCodes]:
    """Codes of both views on one token grid, whose corner lies under the first camera."""
    token_m = encoder.pack.token_m
    east_m, north_m = (math.fmod(part, token_m) for part in (pair.east_m, pair.north_m))
    heading = np.array([pair.heading_deg])
    first = encode_hypotheses(pair.first, cameras[0], heading, encoder)
    second = encode_hypotheses(pair.second, cameras[1], heading, encoder, [(east_m, north_m)])
    return first, second


def darkened(pair: Neighbours, share: float) -> Neighbours:
    """The second view as taken with a share of the light; 8 bits, as a camera writes it."""
    dark = np.rint(pair.second.rgb * share).astype(np.uint8)
    return replace(pair, second=replace(pair.second, rgb=dark))


def overlap(pair: Neighbours, first: PhotoCodes, second: PhotoCodes, token_m: float) -> Overlap:
    """Tokens of the first view and what the second shows at the same ground."""
    east, north = (int(part / token_m) for part in (pair.east_m, pair.north_m))
    there = {
        (row - north, col + east): number
        for number, (row, col) in enumerate(second.offset_rowcol.tolist())
    }
    common = [
        (i, there[(row, col)])
        for i, (row, col) in enumerate(first.offset_rowcol.tolist())
        if (row, col) in there
    ]
    ours, theirs = np.array(common, int).reshape(-1, 2).T
    differ = np.unpackbits(first.codes[0, ours] ^ second.codes[0, theirs], axis=1)
    return Overlap(
        1.0 - 2.0 * differ.mean(axis=1),
        first.weight[0, ours].astype(float) * second.weight[0, theirs],
        first.codes[0, ours],
        np.hypot(*(first.offset_rowcol[ours] + 0.5).T) * token_m,
    )
