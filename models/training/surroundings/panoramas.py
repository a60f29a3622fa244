"""What the head is fitted on: photos by bearing, and what maps show at the same bearings."""

from pathlib import Path
from typing import List, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.strips import Strip
from plugin.engine.surroundings import sectors

LEAST_MAP_SHARE = 0.5
LEAST_SECTOR = 0.2

FloatArray = NDArray[np.float32]


class Around(NamedTuple):
    """A map around a place, by bearing from a heading.

    Attributes:
        codes: (bearings, rings, bits) float32, mean of bits of -1 and 1 less their mean on the map.
        seen: (bearings,) bool, whether enough of every ring has imagery.
    """

    codes: FloatArray
    seen: NDArray[np.bool_]


class Panorama(NamedTuple):
    """One photo and what is around it."""

    strip: Strip
    around: Around


def less_mean(signs: FloatArray, covered: NDArray[np.bool_]) -> FloatArray:
    """Bits (rows, cols, bits) of -1 and 1 less their mean, zero where nothing is covered."""
    return np.asarray((signs - signs[covered].mean(axis=0)) * covered[..., None])


def around_of(
    codes: FloatArray,
    covered: NDArray[np.bool_],
    row: float,
    col: float,
    heading_deg: float,
    token_m: float,
) -> Around:
    """What a map (rows, cols, bits), see `less_mean`, shows around a place."""
    sector = sectors(heading_deg, token_m)
    reach = sector.shape[-1] // 2
    top, left = round(row) + reach, round(col) + reach
    window = slice(top - reach, top + reach), slice(left - reach, left + reach)
    edge = ((reach, reach), (reach, reach))
    seen = sector * np.pad(covered, edge)[window]
    weight = seen.sum(axis=(2, 3))
    found = np.einsum("brij,ijc->brc", seen, np.pad(codes, (*edge, (0, 0)))[window], optimize=True)
    whole = sector.sum(axis=(2, 3))
    enough = (weight >= LEAST_MAP_SHARE * whole) & (whole > LEAST_SECTOR)
    return Around(
        np.asarray(found / np.maximum(weight, 1e-6)[..., None], dtype=np.float32),
        enough.all(axis=1),
    )


def save(path: Path, panoramas: List[Panorama]) -> None:
    """Write to one compressed .npz file, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.npz")
    np.savez_compressed(
        unfinished,
        tokens=np.stack([p.strip.tokens for p in panoramas]).astype(np.float16),
        shown=np.stack([p.strip.shown for p in panoramas]),
        codes=np.stack([p.around.codes for p in panoramas]).astype(np.float16),
        seen=np.stack([p.around.seen for p in panoramas]),
    )
    unfinished.replace(path)


def load(path: Path) -> List[Panorama]:
    """Read what `save` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = [stored[name] for name in ("tokens", "shown", "codes", "seen")]
    return [
        Panorama(Strip(tokens.astype(np.float32), shown), Around(codes.astype(np.float32), seen))
        for tokens, shown, codes, seen in zip(*arrays)
    ]
