"""What the engine makes of one photo on its way to codes, kept for baselines to compare."""

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import Encoder
from plugin.engine.query import PhotoCodes

from .cuts import Query
from .protocol import LocateSettings, photo_codes


@dataclass(frozen=True)
class Sighting:
    """One photo with what is assumed of its heading.

    Attributes:
        codes: as the plugin searches with them.
        projections: (headings, tokens, bits) float32, before the sign.
        views: (headings, side, side, 3) uint8, bird's-eye views, north up.
        valid: (headings, side, side) bool, where they show ground.
    """

    query: Query
    codes: PhotoCodes
    projections: NDArray[np.float32]
    views: NDArray[np.uint8]
    valid: NDArray[np.bool_]


class _Listener(Encoder):
    """Keeps the last windows that were encoded and what came out."""

    def __init__(self, encoder: Encoder) -> None:
        self.pack = encoder.pack
        self._encoder = encoder
        self.rgb: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self.covered: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self.projections: NDArray[np.float32] = np.zeros(0, np.float32)

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        self.rgb, self.covered = rgb, covered
        self.projections = self._encoder.encode(rgb, covered, view)
        return self.projections

    def tokens(self, rgb: NDArray[np.uint8], shown: NDArray[np.float32]) -> NDArray[np.float32]:
        """See `Encoder.tokens`."""
        return self._encoder.tokens(rgb, shown)

    def surroundings(
        self, strip: NDArray[np.float32], shown: NDArray[np.bool_], rings: int
    ) -> NDArray[np.float32]:
        """See `Encoder.surroundings`."""
        return self._encoder.surroundings(strip, shown, rings)

    def covered_share(self, covered: NDArray[np.bool_]) -> NDArray[np.float32]:
        """See `Encoder.covered_share`."""
        return self._encoder.covered_share(covered)


def look(query: Query, tolerance_deg: float, encoder: Encoder) -> Sighting:
    """Encode a photo as the plugin does. Raises SkymatchError where the plugin would."""
    listener = _Listener(encoder)
    heading_deg: Optional[float] = query.heading_deg
    settings = LocateSettings(heading_deg, tolerance_deg)
    codes = photo_codes(query.photo, query.camera, settings, listener)
    half = encoder.pack.window_tokens // 2
    rows, cols = (codes.offset_rowcol + half).T
    projections = listener.projections[:, rows, cols]
    return Sighting(query, codes, projections, listener.rgb, listener.covered)
