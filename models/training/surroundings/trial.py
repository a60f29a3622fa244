"""Real photos searched without and with surroundings, through the engine's search.

Every photo is encoded once; heads can then be compared quickly. Searched at token corners: no
finer headings, no shifts.
"""

import copy
import math
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from plugin.engine.birdseye import image_pyramid
from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import allowed_positions
from plugin.engine.query import PhotoCodes, encode_photo
from plugin.engine.search import search
from plugin.engine.strips import Strip, strip_of
from plugin.engine.surroundings import LEAST_BEARINGS, Way, laid_out

from ..evaluation.cuts import Query
from ..evaluation.paired import Found
from ..evaluation.protocol import Raster
from ..evaluation.ranking import TRUTH_RADIUS_M, position_rank_share
from .regression import Matrix, Side, told

MATCHES_WITHIN_DEG = 30.0


@dataclass(frozen=True)
class Sighted:
    """One photo, encoded by its ground alone.

    Attributes:
        codes: at the headings that come into question, the true one first.
        strip: what stands around, by bearing.
    """

    query: Query
    kind: str
    place: str
    codes: PhotoCodes
    strip: Strip


def sighted(raster: Raster, query: Query, encoder: Encoder) -> Optional[Sighted]:
    """A photo at all headings; None when its heading is not known."""
    if query.heading_deg is None:
        return None
    ground_alone = encoder_without(encoder)
    headings = query.heading_deg + np.arange(encoder.pack.headings) * 360.0 / encoder.pack.headings
    codes = encode_photo(query.photo, query.camera, headings, ground_alone)
    strip = strip_of(image_pyramid(query.photo.rgb), query.camera, encoder, 1.0)
    pair = raster.pairs[query.number]
    return Sighted(query, f"{pair.dataset} {query.view}", pair.place, codes, strip)


def encoder_without(encoder: Encoder) -> Encoder:
    """The encoder of a model without a head for surroundings."""
    other = copy.copy(encoder)
    other.pack = replace(encoder.pack, surroundings=None)
    return other


def with_surroundings(
    codes: PhotoCodes, strip: Strip, side: Side, expected: Matrix, strength: float, token_m: float
) -> PhotoCodes:
    """As `plugin.engine.query` makes them, with numbers in place of the ONNX head."""
    if strip.shown.any(axis=1).sum() < LEAST_BEARINGS:
        return codes
    codes_told = told(side, expected, strip)[None].astype(np.float32)
    ways = [Way(0, heading, (0.0, 0.0)) for heading in codes.headings_deg.tolist()]
    laid = laid_out(codes_told, ways, strength * codes.length, token_m)
    return replace(codes, surroundings=laid)


def find(
    raster: Raster, photo: Sighted, codes: PhotoCodes, headings: int, sharpness: float
) -> Found:
    """Search for a photo with the first of its headings; the true one is the first."""
    codes = codes.layers(np.arange(headings))
    allowed = allowed_positions(raster.codes)
    sharpness *= math.sqrt(codes.effective_tokens)
    votes = search(raster.codes, codes, sharpness, allowed, SilentFeedback())
    distance_m = raster.distances_m(photo.query.number)
    near = distance_m <= TRUTH_RADIUS_M
    score = votes.evidence
    at_truth = int(np.where(near, score, -np.inf).argmax())
    turn = codes.headings_deg[votes.layer.ravel()[at_truth]] - codes.headings_deg[0]
    return Found(
        photo.kind,
        photo.place,
        float(distance_m.ravel()[int(score.argmax())]),
        position_rank_share(score, near),
        abs((turn + 180.0) % 360.0 - 180.0) <= MATCHES_WITHIN_DEG,
    )
