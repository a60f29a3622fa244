"""How tokens of the same ground differ between the two views, from simulated towns.

    python -m models.training.crossview.scatter --data build/crossview

Writes `scatter.npz` beside this file, which `models.training.fit` takes the noise from.
"""

import argparse
from pathlib import Path
from typing import Iterable, List, NamedTuple, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .examples import Examples, load, town_files

HERE = Path(__file__).resolve().parent
FILE = HERE / "scatter.npz"
LEAST_WEIGHT = 0.03

Matrix = NDArray[np.float64]


class Scatter(NamedTuple):
    """Second moments of tokens that show the same place in both views.

    Attributes:
        shared: (width, width), what both views have in common: their cross-covariance, symmetric.
        noise: (width, width), what is left of the mean covariance of the two views.
    """

    shared: Matrix
    noise: Matrix


def matched_tokens(examples: Examples) -> Tuple[Matrix, Matrix, Matrix]:
    """Tokens of photos (n, width), of the maps at the same places, and weights (n,).

    Every photo is laid at its true pose over the maps of all dates.
    """
    ground, aerial, weights = [], [], []
    for s in examples.sightings:
        half = s.weight.shape[1] // 2
        row, col = np.nonzero(s.weight[0] > LEAST_WEIGHT)
        at_row, at_col = row + round(s.row) - half, col + round(s.col) - half
        for place in s.places:
            area = examples.maps[place]
            rows, cols = area.covered.shape
            inside = (at_row >= 0) & (at_row < rows) & (at_col >= 0) & (at_col < cols)
            inside[inside] &= area.covered[at_row[inside], at_col[inside]]
            ground.append(s.tokens[0][row[inside], col[inside]])
            aerial.append(area.tokens[at_row[inside], at_col[inside]])
            weights.append(s.weight[0][row[inside], col[inside]])
    tokens = (np.concatenate(part).astype(np.float64) for part in (ground, aerial))
    return (*tokens, np.concatenate(weights).astype(np.float64))


def scatter_of(sets: Iterable[Examples]) -> Scatter:
    """Mean over sets, such as towns, each with its own mean tokens."""
    parts: List[Tuple[Matrix, Matrix]] = []
    for examples in sets:
        ground, aerial, weight = matched_tokens(examples)
        share = (weight / weight.sum())[:, None]
        g, a = ground - (share * ground).sum(axis=0), aerial - (share * aerial).sum(axis=0)
        cross = (g * share).T @ a
        shared = (cross + cross.T) / 2.0
        total = ((g * share).T @ g + (a * share).T @ a) / 2.0
        parts.append((shared, total - shared))
    return Scatter(*(np.mean(part, axis=0) for part in zip(*parts)))


def load_scatter(path: Path = FILE) -> Scatter:
    """What this module's command wrote."""
    with np.load(path, allow_pickle=False) as stored:
        return Scatter(stored["shared"].astype(np.float64), stored["noise"].astype(np.float64))


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("build/crossview"))
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    towns = town_files(options.data)
    found = scatter_of(load(path) for path in towns)
    np.savez(
        options.out,
        shared=found.shared.astype(np.float32),
        noise=found.noise.astype(np.float32),
        towns=len(towns),
    )
    ratio = np.trace(found.shared) / np.trace(found.noise)
    print(f"{options.out}: {len(towns)} towns, shared variance {ratio:.2f} of the noise")


if __name__ == "__main__":
    main()
