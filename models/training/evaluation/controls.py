"""Controls: evaluations that must come out at chance, or the evaluation itself is wrong.

Heading known, whole photos and right-angled cuts of panoramas. `luck` beside every share is the
probability that pure luck does as well; the cuts of one panorama are not independent, so single
values of a few per cent are no alarm.
"""

from dataclasses import asdict, replace
from typing import Callable, Dict, Iterator, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError

from ..surroundings.pairs import held_out
from .cuts import Query, each_query
from .measures import interval, luck, place_draws
from .pairs import Pair
from .protocol import (
    LocateSettings,
    Outcome,
    Raster,
    encode_raster,
    photo_codes,
    refused_outcome,
    run_query,
)
from .ranking import chance_in_best, chance_share_searched

CUT_FOV_DEG = (90.0,)
LONGEST_LIST = 60
SHARES: Tuple[Tuple[str, Callable[[Outcome], bool]], ...] = (
    ("top1_within_10m", lambda o: o.error_m <= 10),
    ("truth_in_best_1pct", lambda o: o.rank_share < 0.01),
    ("truth_in_best_5pct", lambda o: o.rank_share < 0.05),
    ("gallery_recall_at_1", lambda o: o.gallery_rank == 1),
)


class RandomEncoder(Encoder):
    """A broken model: its codes have nothing to do with the picture."""

    def __init__(self, encoder: Encoder) -> None:
        """Take over the form of a model that looks at the ground alone."""
        self.pack = replace(encoder.pack, surroundings=None)
        self._generator = np.random.default_rng(0)

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        side = rgb.shape[1] // self.pack.token_px
        shape = len(rgb), side, side, self.pack.code_bits
        return self._generator.normal(size=shape).astype(np.float32)


def ground_blanked(query: Query) -> Query:
    """The photo with everything below its horizon in one colour, the mean of what was there."""
    rgb = query.photo.rgb.copy()
    top = int(np.clip(round(query.camera.horizon * len(rgb)), 0, len(rgb)))
    if top < len(rgb):
        rgb[top:] = rgb[top:].mean(axis=(0, 1)).round().astype(np.uint8)
    return replace(query, photo=replace(query.photo, rgb=rgb))


def shuffled(raster: Raster) -> List[int]:
    """For every pair another one, at another place of the same data set where there is one."""
    numbers = range(len(raster.pairs))
    other = []
    for number in numbers:
        places = [i for i in numbers if raster.truth(i) != raster.truth(number)] or [number]
        same = [i for i in places if raster.pairs[i].dataset == raster.pairs[number].dataset]
        choices = sorted(same or places, key=lambda i: (i <= number, i))
        other.append(choices[(len(choices) - 1) // 2])
    return other


def run_controls(
    raster: Raster, encoder: Encoder, say: Callable[[str], None] = print
) -> Tuple[Dict[str, object], List[Dict[str, object]]]:
    """The controls' report by name and a row per query."""
    queries = list(_thin([p for p in raster.pairs if p.heading_deg is not None], raster.pairs))
    random = RandomEncoder(encoder)
    ours = held_out(raster, encoder)
    plain = [(query, query.number) for query in queries]
    blanked = [(ground_blanked(query), query.number) for query in queries]
    other = shuffled(raster)
    moved = [(query, other[query.number]) for query in queries]
    report: Dict[str, object] = {}
    rows: List[Dict[str, object]] = []
    for name, encoder_for, cases, ground in (
        ("aerial_turned_90deg", ours, plain, lambda: encode_raster(raster.pairs, encoder, 1)),
        ("pairs_shuffled", ours, moved, lambda: raster),
        ("photo_ground_blanked", ours, blanked, lambda: raster),
        ("random_codes", lambda _: random, plain, lambda: encode_raster(raster.pairs, random)),
    ):
        say(f"Control: {name}")
        outcomes, refused = _run(ground(), cases, encoder_for)
        report[name] = _summary(outcomes, refused, int(raster.codes.covered.sum()), raster)
        views = [query.view for query, _ in cases]
        rows += [{"setting": name, "view": v, **asdict(o)} for v, o in zip(views, outcomes)]
    return report, rows


def _thin(known: Sequence[Pair], pairs: Sequence[Pair]) -> Iterator[Query]:
    """Queries of at most `LONGEST_LIST` pairs, evenly spread, numbered as in the whole list."""
    step = -(-len(known) // LONGEST_LIST) if known else 1
    numbers = [i for i, pair in enumerate(pairs) if pair.heading_deg is not None][::step]
    chosen = [pairs[number] for number in numbers]
    for query in each_query(chosen, CUT_FOV_DEG):
        yield replace(query, number=numbers[query.number])


def _run(
    raster: Raster, cases: Sequence[Tuple[Query, int]], encoder_for: Callable[[str], Encoder]
) -> Tuple[List[Outcome], int]:
    """Every photo with the encoder for its own place, searched for at the place of a number."""
    outcomes, refused = [], 0
    for query, number in cases:
        encoder = encoder_for(raster.pairs[query.number].place)
        settings = LocateSettings(query.heading_deg, 0.0)
        try:
            codes = photo_codes(query.photo, query.camera, settings, encoder)
        except SkymatchError:
            refused += 1
            outcomes.append(refused_outcome(raster, number, "known"))
            continue
        calibration = encoder.pack.calibration
        outcomes.append(run_query(raster, number, codes, query.heading_deg, "known", calibration))
    return outcomes, refused


def _summary(
    outcomes: Sequence[Outcome], refused: int, positions: int, raster: Raster
) -> Dict[str, object]:
    spacing_m = raster.codes.grid.spacing_m
    chances = (
        min(1.0, np.pi * 10**2 / spacing_m**2 / positions),
        chance_in_best(0.01, spacing_m),
        chance_in_best(0.05, spacing_m),
        float(np.mean([1.0 / o.gallery_size for o in outcomes])),
    )
    draws = place_draws([o.place for o in outcomes])
    measures: Dict[str, object] = {}
    for (name, is_hit), chance in zip(SHARES, chances):
        hits = np.array([is_hit(o) for o in outcomes], dtype=float)
        measures[name] = {
            **interval(hits, np.mean, chance, draws),
            "luck": round(luck(int(hits.sum()), len(hits), chance), 4),
        }
    shares = np.array([o.rank_share for o in outcomes])
    measures["mean_share_searched"] = interval(
        shares, np.mean, chance_share_searched(spacing_m), draws
    )
    measures["queries"] = len(outcomes)
    measures["refused"] = refused
    return measures
