"""Examples after the transformer's frozen blocks, which are run once for all steps of training."""

from typing import List, NamedTuple

import numpy as np
import torch

from ..export import MARGIN_TOKENS, PATCH_PX, WINDOW_TOKENS
from ..trunk import load_weights, packaged_weights_path
from .adapted import Blocks, embedded
from .examples import Examples, GroundMap, Sighting
from .pixels import as_pixels

FIRST_ADAPTED = 5
INTERIOR = WINDOW_TOKENS - 2 * MARGIN_TOKENS
CHUNK = 32


class Windows(NamedTuple):
    """Windows after the frozen blocks.

    Attributes:
        tokens: (..., 1 + tokens, width) float16.
        shown: (..., tokens) float32.
    """

    tokens: torch.Tensor
    shown: torch.Tensor


class Frozen:
    """Embedding and the blocks that are not adapted, run once per window."""

    def __init__(self) -> None:
        self._weights = load_weights(packaged_weights_path(), FIRST_ADAPTED)
        self._blocks = Blocks(self._weights, range(FIRST_ADAPTED))

    def windows(self, patches: "np.ndarray", shown: "np.ndarray") -> Windows:
        """Patches (n, side, side, pixels) and (n, side, side) that are shown."""
        seen = torch.from_numpy(shown.astype(np.float32)).flatten(1)
        parts = []
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for start in range(0, len(patches), CHUNK):
                rgb = torch.from_numpy(as_pixels(patches[start : start + CHUNK], PATCH_PX))
                tokens = embedded(rgb, self._weights)
                parts.append(self._blocks(tokens, seen[start : start + CHUNK]).half())
        return Windows(torch.cat(parts), seen)


class Area(NamedTuple):
    """A map as the windows it is encoded in, (lattice rows, lattice cols, ...)."""

    windows: Windows
    covered: torch.Tensor


class Prepared(NamedTuple):
    """Photos and maps after the frozen blocks; `sightings[n].tokens` are not used any more."""

    areas: List[Area]
    photos: List[Windows]
    sightings: List[Sighting]
    maps: List[GroundMap]


def prepared(examples: Examples, frozen: Frozen, chosen: "range | List[int]") -> Prepared:
    """Run the frozen blocks over all maps and the chosen photos."""
    areas = [_area(ground, frozen) for ground in examples.maps]
    sightings = [examples.sightings[n] for n in chosen]
    photos = [frozen.windows(s.tokens, s.weight > 0) for s in sightings]
    return Prepared(areas, photos, sightings, examples.maps)


def _area(ground: GroundMap, frozen: Frozen) -> Area:
    rows, cols = (-(-side // INTERIOR) for side in ground.covered.shape)
    down, right = rows * INTERIOR, cols * INTERIOR
    height, width = ground.covered.shape
    edge = (
        (MARGIN_TOKENS, down - height + MARGIN_TOKENS),
        (MARGIN_TOKENS, right - width + MARGIN_TOKENS),
    )
    patches = np.pad(ground.tokens, (*edge, (0, 0)))
    covered = np.pad(ground.covered, edge)
    corners = [(r * INTERIOR, c * INTERIOR) for r in range(rows) for c in range(cols)]
    side = WINDOW_TOKENS
    cut = [(slice(r, r + side), slice(c, c + side)) for r, c in corners]
    found = frozen.windows(
        np.stack([patches[at] for at in cut]), np.stack([covered[at] for at in cut])
    )
    return Area(
        Windows(*(part.unflatten(0, (rows, cols)) for part in found)),
        torch.from_numpy(covered).float(),
    )


def joined(parts: List[Prepared]) -> Prepared:
    """Several towns as one set, their maps renumbered."""
    areas: List[Area] = []
    photos: List[Windows] = []
    sightings: List[Sighting] = []
    maps: List[GroundMap] = []
    for part in parts:
        moved = len(maps)
        sightings += [
            Sighting(
                **{**vars(s), "tokens": s.tokens[:0], "places": tuple(moved + n for n in s.places)}
            )
            for s in part.sightings
        ]
        areas, photos = [*areas, *part.areas], [*photos, *part.photos]
        maps += [GroundMap(m.tokens[:0], m.covered) for m in part.maps]
    return Prepared(areas, photos, sightings, maps)
