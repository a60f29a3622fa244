"""What is lost when the imagery is of another date than the photo, on towns nothing was fitted on.

    python -m models.training.crossview.changes --out build/changes.json

Every row searches the same photos, with known heading and at token corners, by the shipped encoder
and the plugin's own search; a change is applied to the aerial picture, to the photos or to both.
The controls at the end must come out at chance. Intervals: 90 %, bootstrap over photos; those of
differences are paired.
"""

import argparse
import json
import math
import time
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.query import PhotoCodes
from plugin.engine.tokens import TokenCodes

from ..evaluation.measures import interval
from ..evaluation.ranking import chance_in_best
from .scene import ColourOnly, Found, Scene

FIRST_TOWN = 2100  # towns below were fitted on, or measured while choices were made
TOWNS, PHOTOS = 2, 40
WITHIN_M = 10.0
UNCHANGED = "other sun, cars and sensor only"


class Row(NamedTuple):
    """A line of the table: a state of the aerial picture and one of the photos, see `scene`."""

    name: str
    above: str = "plain"
    below: str = "plain"


ROWS = (
    Row(UNCHANGED),
    Row("winter in the aerial picture: grass faded, trees bare", above="winter"),
    Row("clouds over a third of the aerial picture, and their shadows", above="cloud"),
    Row("snow in the aerial picture", above="snow"),
    Row("snow in the photo", below="snow"),
    Row("snow in both, lying differently", above="snow", below="snow"),
    Row("dusk in the photo", below="dusk"),
    Row("rain in the photo: wet ground, reflections, drops", below="rain"),
    Row("half of the ground rebuilt", above="half rebuilt"),
    Row("all rebuilt but the course of the streets", above="all rebuilt"),
    Row("*control: horizon only, the ground of the photo blanked*", below="ground blanked"),
    Row("*control: mean colour of the ground only*", below="colour only"),
)
SHUFFLED = "*control: searched in another town*"

Results = Dict[str, List[Found]]
Values = NDArray[np.float64]

SHARES: Tuple[Tuple[str, Callable[[Found], bool]], ...] = (
    ("within 10 m", lambda f: f.error_m <= WITHIN_M),
    ("best 1 %", lambda f: f.rank_share < 0.01),
)


class _Town:
    """Codes of one town in all states, each made once."""

    def __init__(self, seed: int, photos: int, encoder: Encoder) -> None:
        self._scene = Scene(seed, photos, encoder)
        self._colour_only = ColourOnly(encoder)
        self._above: Dict[str, TokenCodes] = {}
        self._below: Dict[str, List[Optional[PhotoCodes]]] = {}

    def above(self, state: str) -> TokenCodes:
        if state not in self._above:
            self._above[state] = self._scene.above(state)
        return self._above[state]

    def below(self, state: str) -> List[Optional[PhotoCodes]]:
        if state not in self._below:
            if state == "colour only":
                self._below[state] = self._scene.below("plain", self._colour_only)
            else:
                self._below[state] = self._scene.below(state)
        return self._below[state]

    def found(self, index: TokenCodes, state: str) -> List[Found]:
        return self._scene.search(index, self.below(state))


def measure(seeds: range, photos: int, encoder: Encoder) -> Tuple[Results, int]:
    """How all searches end, by row, the photos in the same order; and positions in one town."""
    towns = []
    results: Results = {row.name: [] for row in ROWS}
    for seed in seeds:
        started = time.monotonic()
        town = _Town(seed, photos, encoder)
        for row in ROWS:
            results[row.name] += town.found(town.above(row.above), row.below)
        towns.append(town)
        print(f"town {seed}: {time.monotonic() - started:.0f} s", flush=True)
    results[SHUFFLED] = [
        found
        for town, other in zip(towns, towns[1:] + towns[:1])
        for found in town.found(other.above("plain"), "plain")
    ]
    rows, cols = towns[0].above("plain").covered.shape
    return results, (rows + 1) * (cols + 1)


def compared(results: Results, positions: int, token_m: float) -> Dict[str, object]:
    """For every row and share: the share, its difference from the unchanged scene, chance."""
    chances = (
        math.pi * WITHIN_M**2 / token_m**2 / positions,
        chance_in_best(0.01, token_m),
    )
    table: Dict[str, object] = {}
    for name, found in results.items():
        line = {}
        for (share, is_hit), chance in zip(SHARES, chances):
            hits, before = (_hits(f, is_hit) for f in (found, results[UNCHANGED]))
            line[share] = interval(hits, np.mean, chance)
            line[f"{share}, difference"] = interval(hits - before, np.mean, None)
        table[name] = line
    return table


def _hits(found: List[Found], is_hit: Callable[[Found], bool]) -> Values:
    return np.array([is_hit(f) for f in found], dtype=float)


def markdown(table: Dict[str, Dict[str, Dict[str, float]]]) -> List[str]:
    """The table, its first row the unchanged scene, its last line chance."""
    lines = [
        "| what differs | within 10 m | difference | truth in the best 1 % | difference |",
        "|---|---|---|---|---|",
    ]
    for name, line in table.items():
        cells = []
        for share, _ in SHARES:
            cells.append(_cell(line[share], ".2f"))
            difference = line[f"{share}, difference"]
            cells.append("–" if name == UNCHANGED else _cell(difference, "+.2f"))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    first, second = (table[UNCHANGED][share]["chance"] for share, _ in SHARES)
    lines.append(f"| *chance* | {first:.3f} | | {second:.3f} | |")
    return lines


def _cell(value: Dict[str, float], form: str) -> str:
    # Rounding first, so that no cell reads -0.00.
    mean, low, high = (round(value[key], 2) + 0.0 for key in ("value", "low", "high"))
    return f"{mean:{form}} [{low:{form}}, {high:{form}}]"


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("build/changes.json"))
    parser.add_argument("--towns", type=int, default=TOWNS, help="two at least")
    parser.add_argument("--photos", type=int, default=PHOTOS, help="in each town")
    options = parser.parse_args(arguments)
    if options.towns < 2:
        parser.error("give two towns at least: one control searches photos in another town")
    encoder = Encoder(load_pack(shipped_pack_folder()))
    seeds = range(FIRST_TOWN, FIRST_TOWN + options.towns)
    results, positions = measure(seeds, options.photos, encoder)
    table = compared(results, positions, encoder.pack.token_m)
    written = {
        "towns": list(seeds),
        "photos": len(results[UNCHANGED]),
        "positions": positions,
        "rows": table,
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(written, indent=1) + "\n")
    print(
        f"\n{written['photos']} photos of {options.towns} towns, each searched among the "
        f"{positions:,} positions of its town, heading known:\n"
    )
    print("\n".join(markdown(table)))


if __name__ == "__main__":
    main()
