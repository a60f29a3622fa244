"""Real pairs by bearing, and heads that have not seen the place they are used at."""

from typing import Callable, Dict, List

import numpy as np
from numpy.typing import NDArray

from plugin.engine.birdseye import image_pyramid
from plugin.engine.encoder import Encoder
from plugin.engine.hashing import unpack_signs
from plugin.engine.strips import Strip, strip_of

from ..evaluation.pairs import Pair
from ..evaluation.protocol import Raster
from .head import FILE, Head, load_fitted
from .panoramas import Panorama, around_of, less_mean
from .regression import Matrix, Moments, Side, fitted, moments_of, told

ByPlace = Dict[str, List[Panorama]]


class WithHead(Encoder):
    """An encoder with another head for surroundings, in floats as they were fitted."""

    def __init__(self, encoder: Encoder, head: Head) -> None:
        """Share everything else with `encoder`."""
        self.__dict__.update(vars(encoder))
        self._head = head

    def surroundings(
        self, strip: NDArray[np.float32], shown: NDArray[np.bool_], rings: int
    ) -> NDArray[np.float32]:
        """See `Encoder.surroundings`."""
        side = Side(self._head.mean, self._head.matrix)
        return told(side, self._head.expected, Strip(strip, shown)).astype(np.float32)


def pair_panoramas(raster: Raster, encoder: Encoder) -> ByPlace:
    """Photos of pairs with known heading and what the raster shows around them, by place."""
    covered, token_m = raster.codes.covered, encoder.pack.token_m
    codes = less_mean(unpack_signs(raster.codes.codes), covered)
    found: ByPlace = {}
    for number, pair in enumerate(raster.pairs):
        if pair.heading_deg is None:
            continue
        row, col = raster.codes.grid.rowcol(*raster.truth(number))
        around = around_of(codes, covered, row, col, pair.heading_deg, token_m)
        panorama = Panorama(strip_of_pair(pair, encoder), around)
        found.setdefault(pair.place, []).append(panorama)
    return found


def strip_of_pair(pair: Pair, encoder: Encoder) -> Strip:
    """The street photo of a pair by bearing."""
    photo = pair.read_street()
    return strip_of(image_pyramid(photo.rgb), pair.camera(photo), encoder, 1.0)


def fitted_but(place: str, by_place: ByPlace, side: Side, towns: Moments) -> Matrix:
    """See `regression.fitted`: on towns, and on the pairs of all places but one."""
    others = [p for name, panoramas in by_place.items() if name != place for p in panoramas]
    return fitted(towns, moments_of(side, others) if others else None)


def held_out(raster: Raster, encoder: Encoder) -> Callable[[str], Encoder]:
    """From a place to the encoder to measure there, whose head has not seen it.

    Places that the shipped head was not fitted on get the shipped head. For the others it is
    fitted anew on towns and on the other pairs of this raster.
    """
    if encoder.pack.surroundings is None or not FILE.exists():
        return lambda place: encoder
    stored = load_fitted(FILE)
    seen = set(stored.places)
    if not seen & {pair.place for pair in raster.pairs}:
        return lambda place: encoder
    by_place = {
        place: panoramas
        for place, panoramas in pair_panoramas(raster, encoder).items()
        if place in seen
    }
    side = Side(stored.head.mean, stored.head.matrix)
    made: Dict[str, Encoder] = {}

    def encoder_for(place: str) -> Encoder:
        if place not in by_place:
            return encoder
        if place not in made:
            expected = fitted_but(place, by_place, side, stored.towns)
            made[place] = WithHead(encoder, stored.head._replace(expected=expected))
        return made[place]

    return encoder_for
