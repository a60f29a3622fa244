"""Trained against untrained projections, on real pairs and on towns that neither was fitted on.

    python -m models.training.crossview.measure --shared ../shared/data --data build/crossview

Real pairs: the projection that is measured on one data set was fitted without its pictures. Every
photo is searched for at token corners: no finer headings, no shifts.
"""

import argparse
import json
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence, Tuple

import numpy as np
import torch

from ..evaluation.pairs import read_pairs
from ..evaluation.ranking import LEAST_SHARE
from ..export import Projection
from ..fit import TokenReader, aerial_tokens, fit_projection, ground_tokens
from .examples import Examples, load, load_all
from .head import LinearHead
from .ranking import Found, search_all
from .scatter import HELD_OUT_FROM, Scatter, load_scatter

DRAWS = 4000
SEED = 0

Results = Dict[str, List[Found]]


def head_of(projection: Projection, means: Optional[Sequence["np.ndarray"]] = None) -> LinearHead:
    """A projection as a head; `means` of another domain in place of its own."""
    moved = projection if means is None else projection._replace(mean=np.stack(means))
    return LinearHead(moved, torch.ones(2, projection.matrix.shape[1]))


def both_projections(
    fitted_on: Tuple["np.ndarray", "np.ndarray", "np.ndarray"], towns: Scatter
) -> Dict[str, Projection]:
    """The two that are compared, from the same real tokens."""
    return {
        "untrained": fit_projection(*fitted_on),
        "trained": fit_projection(*fitted_on, towns),
    }


def on_real_pairs(shared: Path, real: Examples, towns: Scatter, headings: int) -> Results:
    """Every data set searched with projections that have not seen it."""
    pairs = read_pairs(shared / "real-pairs" / "index.csv")
    reader = TokenReader()
    found: Results = {"untrained": [], "trained": []}
    for dataset in sorted({s.kind.split()[0] for s in real.sightings}):
        others = [pair for pair in pairs if pair.dataset != dataset]
        tokens = aerial_tokens(others, reader), *ground_tokens(others, shared, reader)
        chosen = [n for n, s in enumerate(real.sightings) if s.kind.split()[0] == dataset]
        for name, projection in both_projections(tokens, towns).items():
            found[name] += search_all(head_of(projection), real, chosen, headings)
    return found


def on_towns(projections: Dict[str, Projection], held_out: Examples, headings: int) -> Results:
    """Held-out towns, centred on their own mean tokens."""
    aerial = np.concatenate([m.tokens[m.covered][::11] for m in held_out.maps]).astype(np.float32)
    ground = np.concatenate([s.tokens[0][s.weight[0] > 0.05] for s in held_out.sightings])
    means = aerial.mean(axis=0), ground.astype(np.float32).mean(axis=0)
    everything = range(len(held_out.sightings))
    return {
        name: search_all(head_of(projection, means), held_out, everything, headings)
        for name, projection in projections.items()
    }


MEASURES: Dict[str, Callable[[Found], float]] = {
    "within 10 m": lambda f: float(f.error_m <= 10.0),
    "best 1 %": lambda f: float(f.rank_share <= 0.01),
    "log share": lambda f: float(np.log10(f.rank_share + LEAST_SHARE)),
    "direction": lambda f: float(f.direction_right),
}


def compared(results: Results) -> Dict[str, Dict[str, Dict[str, float]]]:
    """Per kind of photo and measure: both shares, and the 90 % interval of their difference."""
    kinds = sorted({f.kind for f in results["trained"]})
    table: Dict[str, Dict[str, Dict[str, float]]] = {}
    for kind in [*kinds, "all"]:
        rows = [n for n, f in enumerate(results["trained"]) if kind in (f.kind, "all")]
        groups = np.array([results["trained"][n].group for n in rows])
        table[kind] = {}
        for name, measure in MEASURES.items():
            trained, untrained = (
                np.array([measure(results[which][n]) for n in rows])
                for which in ("trained", "untrained")
            )
            low, high = _interval(trained - untrained, groups)
            table[kind][name] = {
                "photos": len(rows),
                "untrained": float(untrained.mean()),
                "trained": float(trained.mean()),
                "low": low,
                "high": high,
            }
    return table


def _interval(difference: "np.ndarray", groups: "np.ndarray") -> Tuple[float, float]:
    """90 % bootstrap interval of a mean, places drawn as wholes."""
    names = np.unique(groups)
    sums = np.array([difference[groups == name].sum() for name in names])
    counts = np.array([(groups == name).sum() for name in names])
    drawn = np.random.default_rng(SEED).integers(0, len(names), (DRAWS, len(names)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, [0.05, 0.95])
    return float(low), float(high)


def show(title: str, table: Dict[str, Dict[str, Dict[str, float]]]) -> None:
    """Print a comparison, a line per kind of photo and measure."""
    print(title)
    for kind, measures in table.items():
        for name, row in measures.items():
            print(
                f"  {kind:26s} {name:12s} {row['untrained']:.2f} -> {row['trained']:.2f}  "
                f"[{row['low']:+.2f}, {row['high']:+.2f}]  ({row['photos']} photos)",
                flush=True,
            )


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--data", type=Path, default=Path("build/crossview"))
    parser.add_argument("--out", type=Path, default=Path("build/crossview.json"))
    options = parser.parse_args(arguments)
    towns = load_scatter()
    real = load(options.data / "real.npz")
    all_headings = len(real.sightings[0].turns_deg)
    measured = {}
    for headings in (1, all_headings):
        title = f"real pairs, {headings} headings"
        measured[title] = compared(on_real_pairs(options.shared, real, towns, headings))
        show(title, measured[title])
    paths = sorted(options.data.glob("town*.npz"))
    held_out = load_all([p for p in paths if int(p.stem[len("town") :]) >= HELD_OUT_FROM])
    pairs = read_pairs(options.shared / "real-pairs" / "index.csv")
    reader = TokenReader()
    tokens = aerial_tokens(pairs, reader), *ground_tokens(pairs, options.shared, reader)
    projections = both_projections(tokens, towns)
    for headings in (1, len(held_out.sightings[0].turns_deg)):
        title = f"held-out towns, {headings} headings"
        measured[title] = compared(on_towns(projections, held_out, headings))
        show(title, measured[title])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
