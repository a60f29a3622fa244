"""Trained against untrained projections, on real pairs and on towns that neither was fitted on.

    python -m models.training.crossview.measure --shared ../shared/data --data build/crossview

Real pairs: the projection that is measured on one data set was fitted without its pictures. Every
photo is searched for at token corners: no finer headings, no shifts.
"""

import argparse
import json
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
import torch

from ..evaluation.paired import Found, Table, compared, show
from ..evaluation.pairs import read_pairs
from ..export import Projection
from ..fit import TokenReader, aerial_tokens, fit_projection, ground_tokens
from .examples import Examples, load, load_all, town_files
from .head import LinearHead
from .ranking import search_all
from .scatter import Scatter, load_scatter

Results = Dict[str, List[Found]]
"""The same photos under `untrained` and `trained`."""


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


def _both(results: Results) -> Table:
    return compared(results["untrained"], results["trained"])


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
        measured[title] = _both(on_real_pairs(options.shared, real, towns, headings))
        show(title, measured[title])
    held_out = load_all(town_files(options.data, held_out=True))
    pairs = read_pairs(options.shared / "real-pairs" / "index.csv")
    reader = TokenReader()
    tokens = aerial_tokens(pairs, reader), *ground_tokens(pairs, options.shared, reader)
    projections = both_projections(tokens, towns)
    for headings in (1, len(held_out.sightings[0].turns_deg)):
        title = f"held-out towns, {headings} headings"
        measured[title] = _both(on_towns(projections, held_out, headings))
        show(title, measured[title])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
