"""Two ways of searching for the same photos, compared pair by pair."""

from dataclasses import dataclass
from typing import Callable, Dict, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .ranking import LEAST_SHARE

DRAWS = 4000
SEED = 0


@dataclass(frozen=True)
class Found:
    """How the search for one photo ended; see `protocol.Outcome`.

    Attributes:
        kind: what sort of photo, for tables.
        group: photos of one group stand or fall together.
    """

    kind: str
    group: str
    error_m: float
    rank_share: float
    direction_right: bool


Table = Dict[str, Dict[str, Dict[str, float]]]
"""Kind of photo, measure, `before`, `after`, `low`, `high` and the number of photos."""

MEASURES: Dict[str, Callable[[Found], float]] = {
    "within 10 m": lambda f: float(f.error_m <= 10.0),
    "best 1 %": lambda f: float(f.rank_share <= 0.01),
    "log share": lambda f: float(np.log10(f.rank_share + LEAST_SHARE)),
    "direction": lambda f: float(f.direction_right),
}


def compared(before: Sequence[Found], after: Sequence[Found]) -> Table:
    """Per kind of photo and measure: both means, and the 90 % interval of their difference.

    Args:
        before, after: the same photos in the same order, searched for in two ways.
    """
    table: Table = {}
    for kind in [*sorted({f.kind for f in after}), "all"]:
        rows = [n for n, f in enumerate(after) if kind in (f.kind, "all")]
        groups = np.array([after[n].group for n in rows])
        table[kind] = {}
        for name, measure in MEASURES.items():
            old, new = (np.array([measure(some[n]) for n in rows]) for some in (before, after))
            low, high = _interval(new - old, groups)
            table[kind][name] = {
                "photos": len(rows),
                "before": float(old.mean()),
                "after": float(new.mean()),
                "low": low,
                "high": high,
            }
    return table


def _interval(difference: NDArray[np.float64], groups: NDArray[np.float64]) -> Tuple[float, float]:
    """90 % bootstrap interval of a mean, places drawn as wholes."""
    names = np.unique(groups)
    sums = np.array([difference[groups == name].sum() for name in names])
    counts = np.array([(groups == name).sum() for name in names])
    drawn = np.random.default_rng(SEED).integers(0, len(names), (DRAWS, len(names)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, [0.05, 0.95])
    return float(low), float(high)


def show(title: str, table: Table) -> None:
    """Print a comparison, a line per kind of photo and measure."""
    print(title)
    for kind, measures in table.items():
        for name, row in measures.items():
            print(
                f"  {kind:26s} {name:12s} {row['before']:.2f} -> {row['after']:.2f}  "
                f"[{row['low']:+.2f}, {row['high']:+.2f}]  ({row['photos']} photos)",
                flush=True,
            )
