"""Measures over many queries, each with its chance level and a bootstrap interval."""

import math
import warnings
from typing import Callable, Dict, Hashable, List, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from .protocol import Outcome
from .ranking import chance_in_best, chance_share_searched

BOOTSTRAPS = 1000
INTERVAL = (5.0, 95.0)
REGION_SHARES = (0.5, 0.8, 0.95)
CALIBRATION_BINS = 10

Values = NDArray[np.float64]
Statistic = Callable[[Values], float]
Draws = List[NDArray[np.int64]]


def summarise(
    outcomes: Sequence[Outcome], positions: int, headings: int, spacing_m: float = 2.5
) -> Dict[str, object]:
    """All measures of one setting.

    Intervals draw places, not photos: photos cut from one panorama stand or fall together.

    Args:
        outcomes: one per query.
        positions: positions in the raster, for the chance levels.
        headings: headings tried.
        spacing_m: between positions.

    Returns:
        measure name to {"value", "low", "high", "chance"}; shares between 0 and 1.
    """
    error_m = np.array([o.error_m for o in outcomes])
    rank = np.array([o.rank_share for o in outcomes])
    turned = np.array([o.heading_error_deg for o in outcomes])
    gallery = np.array([o.gallery_rank for o in outcomes])
    size = np.array([o.gallery_size for o in outcomes])
    level = np.array([o.region_level for o in outcomes])
    draws = place_draws([o.place for o in outcomes])
    measures: Dict[str, object] = {}

    def measure(name: str, values: Values, of: Statistic, chance: Optional[float]) -> None:
        measures[name] = interval(values.astype(float), of, chance, draws)

    def share(name: str, hits: NDArray[np.bool_], chance: Optional[float]) -> None:
        measure(name, hits, np.mean, chance)

    for radius_m in (5, 10, 25):
        disc = np.pi * radius_m**2 / spacing_m**2
        share(f"top1_within_{radius_m}m", error_m <= radius_m, min(1.0, disc / positions))
    for percent in (0.1, 1.0, 5.0):
        share(
            f"truth_in_best_{percent:g}pct",
            rank < percent / 100,
            chance_in_best(percent / 100, spacing_m),
        )
    measures.update(gallery_measures(gallery, size, draws))
    direction = np.where(np.isnan(turned), np.nan, turned <= 45)
    flipped = np.where(np.isnan(turned), np.nan, turned >= 135)
    of_known = None if headings <= 1 else 0.25
    measure("direction_within_45deg", direction, np.nanmean, of_known)
    measure("direction_flipped", flipped, np.nanmean, of_known)
    measure("median_heading_error_deg", turned, np.nanmedian, None if headings <= 1 else 90.0)
    hit = np.where(error_m <= 10, turned, np.nan)
    measure("median_heading_error_of_hits_deg", hit, np.nanmedian, None)
    for wanted in REGION_SHARES:
        share(f"truth_in_{wanted:g}_region", level < wanted, None)
    measure("median_error_m", error_m, np.median, None)
    measure("p90_error_m", error_m, _p90, None)
    area_m2 = positions * spacing_m**2
    guessed = chance_share_searched(spacing_m, 0.5)
    measure("median_share_searched", rank, np.median, guessed)
    measure("mean_share_searched", rank, np.mean, chance_share_searched(spacing_m))
    measure("median_area_searched_m2", rank * area_m2, np.median, area_m2 * guessed)
    measure("p90_area_searched_m2", rank * area_m2, _p90, None)
    measures["expected_calibration_error"] = calibration_error(outcomes)
    measures["reliability"] = reliability(outcomes)
    measures["not_here_auroc"] = auroc(outcomes)
    measures["queries"] = len(outcomes)
    measures["places"] = len({o.place for o in outcomes})
    measures["gallery_size"] = {o.dataset: o.gallery_size for o in outcomes}
    return measures


def _p90(values: Values) -> float:
    return float(np.percentile(values, 90))


def gallery_measures(
    rank: NDArray[np.int64], size: NDArray[np.int64], draws: Draws
) -> Dict[str, object]:
    """Recall among the pictures of the same data set; ranks and gallery sizes per query."""
    measures: Dict[str, object] = {}
    for k in (1, 5, 10):
        chance = float(np.mean(np.minimum(1.0, k / size)))
        hits = (rank <= k).astype(float)
        measures[f"gallery_recall_at_{k}"] = interval(hits, np.mean, chance, draws)
    one_percent = np.maximum(1, np.ceil(size / 100))
    measures["gallery_recall_at_1pct"] = interval(
        (rank <= one_percent).astype(float), np.mean, float(np.mean(one_percent / size)), draws
    )
    return measures


def place_draws(places: Sequence[Hashable]) -> Draws:
    """Bootstrap samples: for each, the numbers of all queries of places drawn with replacement."""
    members: Dict[Hashable, List[int]] = {}
    for number, place in enumerate(places):
        members.setdefault(place, []).append(number)
    groups = [np.array(numbers) for numbers in members.values()]
    generator = np.random.default_rng(0)
    drawn = generator.integers(0, len(groups), (BOOTSTRAPS, len(groups)))
    return [np.concatenate([groups[number] for number in draw]) for draw in drawn]


def interval(
    values: Values, statistic: Statistic, chance: Optional[float], draws: Optional[Draws] = None
) -> Dict[str, Optional[float]]:
    """Value of a statistic with its 90 % bootstrap interval and chance level.

    Args:
        values: one per query, NaN where it has none.
        draws: see `place_draws`; each query its own place when left out.
    """
    if np.isnan(values).all():
        return {"value": None, "low": None, "high": None, "chance": chance}
    draws = draws or place_draws(range(len(values)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a sample may hold no value at all
        low, high = np.nanpercentile([statistic(values[draw]) for draw in draws], INTERVAL)
    return {
        "value": round(float(statistic(values)), 5),
        "low": round(float(low), 5),
        "high": round(float(high), 5),
        "chance": None if chance is None else round(chance, 6),
    }


def luck(hits: int, queries: int, chance: float) -> float:
    """Probability that pure luck gives at least that many hits (binomial)."""
    return float(
        sum(
            math.comb(queries, k) * chance**k * (1 - chance) ** (queries - k)
            for k in range(hits, queries + 1)
        )
    )


def reliability(outcomes: Sequence[Outcome]) -> List[Dict[str, float]]:
    """Per bin of stated probability of the best candidate: mean stated, share right, count."""
    stated = np.array([o.candidate_probability for o in outcomes])
    right = np.array([o.error_m <= 5.0 for o in outcomes], dtype=float)
    bins = np.minimum((stated * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
    return [
        {
            "stated": round(float(stated[bins == number].mean()), 4),
            "right": round(float(right[bins == number].mean()), 4),
            "queries": int((bins == number).sum()),
        }
        for number in range(CALIBRATION_BINS)
        if (bins == number).any()
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Mean gap between the stated probability of the best candidate and how often it is right."""
    gaps = [abs(b["stated"] - b["right"]) * b["queries"] for b in reliability(outcomes)]
    return round(sum(gaps) / len(outcomes), 4)


def auroc(outcomes: Sequence[Outcome]) -> Optional[float]:
    """Chance that a photo with its place in the raster stands out more than one without it.

    None when there is nothing to compare: no raster is left without the place.
    """
    found = np.array([o.excess for o in outcomes])
    lost = np.array([o.absent_excess for o in outcomes])
    here, absent = found[~np.isnan(found)][:, None], lost[~np.isnan(lost)][None, :]
    if not (here.size and absent.size):
        return None
    return round(float(((here > absent) + 0.5 * (here == absent)).mean()), 4)
