"""A closer look: a photo of known heading is encoded again, more finely and between the tokens.

The first search lays the photo on token corners and on headings up to ten degrees apart. What
survives it is compared with the photo encoded at thirds of the heading step and at four places
within a token, so that a camera that stood half a token off still finds its tokens.

All headings of a search are refined or none: finer ones find better matches anywhere, and refining
the best few of 24 would favour these over the others.
"""

from typing import Dict, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from .camera import WeightedCamera
from .encoder import Encoder
from .feedback import Feedback, stop_if_cancelled
from .photo import Photo
from .query import PhotoCodes, encode_hypotheses
from .search import refine
from .tokens import TokenCodes
from .votes import Typical, Votes

MOST_HEADINGS = 5
HEADINGS_PER_STEP = 3


class CloserLook:
    """Encodes one photo more finely where it is asked for; remembers what it has encoded."""

    def __init__(self, photo: Photo, cameras: Sequence[WeightedCamera], encoder: Encoder) -> None:
        """See `encode_hypotheses`."""
        self._photo = photo
        self._cameras = cameras
        self._encoder = encoder
        self._known: Dict[bytes, PhotoCodes] = {}

    def refined(
        self,
        index: TokenCodes,
        codes: PhotoCodes,
        sharpness: float,
        votes: Votes,
        feedback: Feedback,
        typical: Optional[Typical] = None,
    ) -> "tuple[PhotoCodes, Votes]":
        """Votes in which finer hypotheses stand in place of the survivors' first ones.

        With more than `MOST_HEADINGS` headings the votes stay as they are.

        Args:
            index: the hash map that was searched.
            codes: what was searched for.
            sharpness: of that search.
            votes: its outcome.
            typical: see `search`.

        Returns:
            The codes that the layers of the votes number, and the votes.
        """
        headings_deg = np.unique(codes.headings_deg)
        if len(headings_deg) > MOST_HEADINGS or not votes.survived.any():
            return codes, votes
        stop_if_cancelled(feedback)
        finer = self._encoded(_between(headings_deg, _step_deg(headings_deg)))
        stop_if_cancelled(feedback)
        return finer, refine(index, finer, sharpness, votes, feedback, typical)

    def _encoded(self, headings_deg: NDArray[np.float64]) -> PhotoCodes:
        key = headings_deg.tobytes()
        if key not in self._known:
            quarter_m = self._encoder.pack.token_m / 4.0
            shifts_m = [(east, north) for east in (-quarter_m, quarter_m)
                        for north in (-quarter_m, quarter_m)]  # fmt: skip
            self._known[key] = encode_hypotheses(
                self._photo, self._cameras, headings_deg, self._encoder, shifts_m
            )
        return self._known[key]


def _step_deg(headings_deg: NDArray[np.float64]) -> float:
    """Distance between the headings that were tried; 0 for a single one, which was stated."""
    apart = np.diff(headings_deg)
    return float(apart.min()) if apart.size else 0.0


def _between(headings_deg: NDArray[np.float64], step_deg: float) -> NDArray[np.float64]:
    """Each heading and its neighbours at a third of the step."""
    if step_deg == 0.0:
        return headings_deg
    side = (HEADINGS_PER_STEP - 1) / 2.0
    offsets = (np.arange(HEADINGS_PER_STEP) - side) * step_deg / HEADINGS_PER_STEP
    return np.asarray((headings_deg[:, None] + offsets).ravel())
