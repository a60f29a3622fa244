"""Measures over many queries, each with its chance level and a bootstrap interval."""

from typing import Callable, Dict, List, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from .protocol import Outcome

BOOTSTRAPS = 1000
INTERVAL = (5.0, 95.0)
REGION_SHARES = (0.5, 0.8, 0.95)
CALIBRATION_BINS = 10

Values = NDArray[np.float64]


def summarise(outcomes: Sequence[Outcome], positions: int, headings: int) -> Dict[str, object]:
    """All measures of one setting.

    Args:
        outcomes: one per query.
        positions: positions in the raster, for the chance levels.
        headings: headings tried.

    Returns:
        measure name to {"value", "low", "high", "chance"}; shares between 0 and 1.
    """
    error_m = np.array([o.error_m for o in outcomes])
    rank = np.array([o.rank_share for o in outcomes])
    turned = np.array([o.heading_error_deg for o in outcomes])
    gallery = np.array([o.gallery_rank for o in outcomes])
    size = np.array([o.gallery_size for o in outcomes])
    level = np.array([o.region_level for o in outcomes])
    measures: Dict[str, object] = {}

    def share(name: str, hits: NDArray[np.bool_], chance: Optional[float]) -> None:
        measures[name] = interval(hits.astype(float), np.mean, chance)

    for radius_m in (5, 10, 25):
        disc = np.pi * radius_m**2 / 6.25
        share(f"top1_within_{radius_m}m", error_m <= radius_m, min(1.0, disc / positions))
    for percent in (0.1, 1.0, 5.0):
        share(f"truth_in_best_{percent:g}pct", rank < percent / 100, percent / 100)
    for k in (1, 5, 10):
        share(f"gallery_recall_at_{k}", gallery <= k, float(np.mean(np.minimum(1.0, k / size))))
    one_percent = np.maximum(1, np.ceil(size / 100))
    share("gallery_recall_at_1pct", gallery <= one_percent, float(np.mean(one_percent / size)))
    share("direction_within_45deg", turned <= 45, 0.25 if headings > 1 else None)
    share("direction_flipped", turned >= 135, 0.25 if headings > 1 else None)
    for wanted in REGION_SHARES:
        share(f"truth_in_{wanted:g}_region", level < wanted, None)
    measures["median_error_m"] = interval(error_m, np.median, None)
    measures["p90_error_m"] = interval(error_m, lambda v: float(np.percentile(v, 90)), None)
    measures["expected_calibration_error"] = calibration_error(outcomes)
    measures["not_here_auroc"] = auroc(outcomes)
    measures["queries"] = len(outcomes)
    return measures


def interval(
    values: Values, statistic: Callable[[Values], float], chance: Optional[float]
) -> Dict[str, Optional[float]]:
    """Value of a statistic with its 90 % bootstrap interval and chance level."""
    generator = np.random.default_rng(0)
    draws = generator.integers(0, len(values), (BOOTSTRAPS, len(values)))
    low, high = np.percentile([statistic(values[draw]) for draw in draws], INTERVAL)
    return {
        "value": round(float(statistic(values)), 4),
        "low": round(float(low), 4),
        "high": round(float(high), 4),
        "chance": None if chance is None else round(chance, 6),
    }


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Mean gap between the stated probability of the best candidate and how often it is right."""
    stated = np.array([o.candidate_probability for o in outcomes])
    right = np.array([o.error_m <= 5.0 for o in outcomes], dtype=float)
    bins = np.minimum((stated * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
    gaps: List[float] = []
    for number in range(CALIBRATION_BINS):
        inside = bins == number
        if inside.any():
            gap = abs(stated[inside].mean() - right[inside].mean())
            gaps.append(float(gap) * float(inside.mean()))
    return round(sum(gaps), 4)


def auroc(outcomes: Sequence[Outcome]) -> float:
    """Chance that a photo with its place in the raster stands out more than one without it."""
    here = np.array([o.excess for o in outcomes])[:, None]
    absent = np.array([o.absent_excess for o in outcomes])[None, :]
    return round(float(((here > absent) + 0.5 * (here == absent)).mean()), 4)
