"""What each design choice of the model is worth, on real pairs with known heading.

    python -m models.training.ablation --shared ../shared/data

Float models. Other depths have projections without simulated towns and are compared with the
second row. Photos are whole panoramas, right-angled cuts of them, and quarter panoramas. Also the
control that explains why results with windows centred on the truth cannot be trusted, and what
windows centred on every position would add. Prints a table; chance in the best 1 % is
0.03, because the best position within 2.5 m stands for the true one.
"""

import argparse
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.camera import Camera
from plugin.engine.encoder import AERIAL, GROUND, Encoder
from plugin.engine.hashing import pack_signs
from plugin.engine.locate import LocateSettings
from plugin.engine.pack import load_pack
from plugin.engine.tokens import TokenCodes

from .evaluation.cuts import Query, queries_of
from .evaluation.measures import interval, place_draws
from .evaluation.mosaic import Mosaic
from .evaluation.own_windows import compare_windows
from .evaluation.pairs import Pair, read_pairs
from .evaluation.protocol import Outcome, Raster, encode_raster, photo_codes, run_query
from .evaluation.ranking import LEAST_SHARE
from .export import DEPTH, MARGIN_TOKENS, encoder_model, load_projection, write_pack
from .fit import TokenReader, fit

BUILD = Path(__file__).resolve().parents[2] / "build" / "ablation"


@dataclass(frozen=True)
class Variant:
    """One row of the table.

    Attributes:
        depth: transformer blocks.
        margin_tokens: dropped around every aerial window.
        masked: hide from attention what the photo does not show.
        window_tokens: side of aerial windows.
        trained: with the shipped projection, else with principal components.
        scale: size of a pixel on the ground, times that of the model, and of the tokens with it.
        beside: the row that it differs from in one thing.
    """

    name: str
    depth: int = DEPTH
    trained: bool = True
    margin_tokens: int = MARGIN_TOKENS
    masked: bool = True
    window_tokens: int = 16
    scale: float = 1.0
    beside: str = ""


SHIPPED, WITHOUT_TOWNS = "ground as shipped, in floats", "projection without towns"
VARIANTS = (
    Variant(SHIPPED),
    Variant(WITHOUT_TOWNS, trained=False, beside=SHIPPED),
    Variant("nothing hidden from attention", masked=False, beside=SHIPPED),
    Variant("margin of 3 tokens", margin_tokens=3, beside=SHIPPED),
    Variant("margin of 4 tokens", margin_tokens=4, beside=SHIPPED),
    Variant("windows of 14 tokens", window_tokens=14, beside=SHIPPED),
    Variant("windows of 28 tokens", window_tokens=28, beside=SHIPPED),
    Variant("0.13 m/px, tokens of 1.8 m", scale=0.71, beside=SHIPPED),
    Variant("0.25 m/px, tokens of 3.5 m", scale=1.41, beside=SHIPPED),
    Variant("blocks 0 to 4", depth=5, trained=False, beside=WITHOUT_TOWNS),
    Variant("blocks 0 to 5", depth=6, trained=False, beside=WITHOUT_TOWNS),
    Variant("blocks 0 to 7", depth=8, trained=False, beside=WITHOUT_TOWNS),
)


class Unmasked(Encoder):
    """Shows the transformer the filled-in ground as well."""

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        if view == GROUND:
            covered = np.ones_like(covered)
        return super().encode(rgb, covered, view)


def open_variant(variant: Variant, pairs: List[Pair], shared: Path) -> Encoder:
    """Fit, write and open the model of a variant; models of one depth and kind are made once."""
    folder = BUILD / f"depth-{variant.depth}-{'trained' if variant.trained else 'untrained'}"
    if not (folder / "pack.json").exists():
        projection = load_projection()
        if not variant.trained:
            projection = fit(pairs, shared, TokenReader(variant.depth))
        bits = projection.matrix.shape[1]
        write_pack(folder, encoder_model(variant.depth, projection), bits, surroundings=None)
    kind = Encoder if variant.masked else Unmasked
    encoder = kind(load_pack(folder))
    encoder.pack = replace(
        encoder.pack,
        margin_tokens=variant.margin_tokens,
        gsd_m=encoder.pack.gsd_m * variant.scale,
    )
    return encoder


def shares(outcomes: Sequence[Outcome]) -> str:
    """Hits within 10 m and in the best 1 %."""
    return _cell([o.error_m for o in outcomes], [o.rank_share for o in outcomes])


def _cell(errors_m: Sequence[float], rank_shares: Sequence[float]) -> str:
    hits, best = np.mean(np.array(errors_m) <= 10), np.mean(np.array(rank_shares) < 0.01)
    return f"{hits:.2f} / {best:.2f}"


def run(raster: Raster, queries: Sequence[Query], encoder: Encoder) -> List[Outcome]:
    """How every search ends, in the order of the queries."""
    outcomes = []
    for query in queries:
        settings = LocateSettings(query.heading_deg, 0.0)
        codes = photo_codes(query.photo, query.camera, settings, encoder)
        calibration = encoder.pack.calibration
        outcomes.append(run_query(raster, query.number, codes, query.heading_deg, "", calibration))
    return outcomes


def by_kind(queries: Sequence[Query], outcomes: Sequence[Outcome]) -> Dict[str, str]:
    """Shares by kind of photo."""
    groups: Dict[str, List[Outcome]] = {}
    for query, outcome in zip(queries, outcomes):
        groups.setdefault(_kind(query.camera, query.view), []).append(outcome)
    return {kind: shares(some) for kind, some in sorted(groups.items())}


def difference(outcomes: Sequence[Outcome], before: Sequence[Outcome], places: List[str]) -> str:
    """Of the mean log10 share of positions ranked before the truth; 90 % interval over places."""
    logs = [
        np.log10(np.array([o.rank_share for o in some]) + LEAST_SHARE)
        for some in (outcomes, before)
    ]
    found = interval(logs[0] - logs[1], np.mean, None, place_draws(places))
    return "{value:+.2f} [{low:+.2f}, {high:+.2f}]".format(**found)


def _kind(camera: Camera, view: str) -> str:
    if view != "whole":
        return "b: cut to 90 degrees"
    return "a: panoramas" if camera.fov_deg >= 359 else "c: quarter panoramas"


def centred_raster(pairs: Sequence[Pair], encoder: Encoder, quarter_turns: int) -> Raster:
    """Every aerial picture as one window centred on the camera: a protocol that leaks."""
    side, side_m = encoder.pack.window_tokens, encoder.pack.window_tokens * encoder.pack.token_m
    pictures = [np.rot90(pair.read_aerial(), quarter_turns) for pair in pairs]
    sizes = [pair.aerial_gsd_m or 0.0 for pair in pairs]
    source = Mosaic(pictures, sizes)
    columns = int(np.ceil(np.sqrt(len(pairs))))
    rows = -(-len(pairs) // columns)
    codes = np.zeros((rows * side, columns * side, encoder.pack.code_bits // 8), np.uint8)
    blank = np.zeros((1, 1, 3), np.uint8)
    target = Mosaic([blank] * len(pairs), [side_m] * len(pairs))
    grid = source.token_grid(encoder.pack.token_m)
    grid = replace(grid, rows=rows * side, cols=columns * side)
    tiles = []
    for number, tile in enumerate(source.tiles):
        x_m, y_m = tile.centre
        pixels = replace(
            grid,
            west_m=x_m - side_m / 2,
            north_m=y_m + side_m / 2,
            spacing_m=encoder.pack.gsd_m,
            rows=encoder.pack.window_px,
            cols=encoder.pack.window_px,
        )
        window = source.read(pixels)
        packed = pack_signs(encoder.encode(window.rgb[None], window.covered[None], AERIAL))[0]
        row, col = divmod(number, columns)
        codes[row * side : (row + 1) * side, col * side : (col + 1) * side] = packed
        west_m, north_m = grid.corner(row * side, col * side)
        tiles.append(replace(target.tiles[number], west_m=west_m, north_m=north_m))
    target.tiles = tiles
    covered = np.ones(codes.shape[:2], np.bool_)
    covered.reshape(rows, side, columns, side)[-1, :, len(pairs) - (rows - 1) * columns :] = False
    return Raster(TokenCodes(grid, codes, covered), target, pairs)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    shared = parser.parse_args().shared
    listed = read_pairs(shared / "real-pairs" / "index.csv")
    pairs = [pair for pair in listed if pair.aerial_gsd_m and pair.centred]
    queries = queries_of(pairs, [90.0])
    shutil.rmtree(BUILD, ignore_errors=True)  # models of an earlier fit
    places = [pairs[query.number].place for query in queries]
    print("within 10 m / in the best 1 %, heading known; difference of the log share of positions")
    print("ranked before the truth from the row that is named, negative is better")
    known: Dict[str, List[Outcome]] = {}
    for variant in VARIANTS:
        encoder = open_variant(variant, listed, shared)
        ground = encoder.pack
        encoder.pack = replace(ground, window_tokens=variant.window_tokens)
        raster = encode_raster(pairs, encoder)
        encoder.pack = ground
        known[variant.name] = outcomes = run(raster, queries, encoder)
        row = f"{variant.name:32s} {by_kind(queries, outcomes)}"
        if variant.beside:
            row += f"  {difference(outcomes, known[variant.beside], places)} to {variant.beside}"
        print(row, flush=True)
    encoder = open_variant(VARIANTS[0], listed, shared)
    for quarter_turns, name in ((0, "windows on the truth"), (1, "the same, aerial turned")):
        raster = centred_raster(pairs, encoder, quarter_turns)
        print(f"{name:32s} {by_kind(queries, run(raster, queries, encoder))}", flush=True)
    count, found = compare_windows(encode_raster(pairs, encoder), queries, encoder)
    print(f"Among {count} positions only, drawn at random, and the true ones:")
    for name, outcomes in found.items():
        groups: Dict[str, List[Tuple[float, float]]] = {}
        for query, outcome in zip(queries, outcomes):
            groups.setdefault(_kind(query.camera, query.view), []).append(outcome)
        print(f"{name:32s} { ({kind: _cell(*zip(*o)) for kind, o in sorted(groups.items())}) }")


if __name__ == "__main__":
    main()
