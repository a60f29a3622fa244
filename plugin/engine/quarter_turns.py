"""One picture read four ways: bird's-eye views a quarter turn apart show the same ground.

The transformer reads a turned picture a little differently, by chance as far as the ground goes.
Where a search tries headings all around, every view comes with its three quarter turns anyway, and
part of their mean steadies its codes. Not all of it: what the tokens tell of direction would go.
"""

from typing import Dict, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .surroundings import Way

OTHERS_SHARE = 0.3
UNSHIFTED = (0.0, 0.0)

FloatArray = NDArray[np.float32]


def steadied(projections: FloatArray, ways: Sequence[Way]) -> FloatArray:
    """Projections in which the other quarter turns of a view hold `OTHERS_SHARE`.

    Views that lack one of them, or whose camera is shifted, stay as they are.

    Args:
        projections: (layers, rows, cols, bits) of views with north up.
        ways: what the layers are.
    """
    number: Dict[Tuple[int, float], int] = {
        (way.camera, _angle(way.heading_deg)): layer
        for layer, way in enumerate(ways)
        if way.shift_m == UNSHIFTED
    }
    found = projections.copy()
    for (camera, heading_deg), layer in number.items():
        turned = [number.get((camera, _angle(heading_deg + 90.0 * k))) for k in (1, 2, 3)]
        others = [other for other in turned if other is not None]
        if len(others) == len(turned):
            back = [np.rot90(projections[other], k) for k, other in enumerate(others, start=1)]
            mean = np.mean(back, axis=0, dtype=np.float32)
            found[layer] = (1.0 - OTHERS_SHARE) * projections[layer] + OTHERS_SHARE * mean
    return found


def _angle(heading_deg: float) -> float:
    return round(heading_deg, 3) % 360.0
