"""What heads are fitted on and measured with: transformer tokens of ground seen from both sides."""

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.aerial import Block, blocks_of, read_block, window_groups
from plugin.engine.birdseye import birdseye_view, image_pyramid
from plugin.engine.camera import Camera
from plugin.engine.encoder import LEAST_COVERED, Encoder
from plugin.engine.exposure import exposed, exposure_gain
from plugin.engine.grid import MetricGrid
from plugin.engine.tokens import Imagery

HELD_OUT_FROM = 2000

Half = NDArray[np.float16]
FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class GroundMap:
    """An area from above.

    Attributes:
        tokens: (rows, cols, width) float16.
        covered: (rows, cols) bool, where there is imagery.
    """

    tokens: Half
    covered: NDArray[np.bool_]


@dataclass(frozen=True)
class Sighting:
    """A photo as its bird's-eye views, and where it was taken.

    Attributes:
        tokens: (turns, side, side, width) float16; the first turn is the true heading.
        weight: (turns, side, side) float32, zero where no ground is seen.
        turns_deg: (turns,), assumed less true heading.
        places: numbers of the maps that show its place, one for every date.
        row, col: the camera, in tokens from the outer corner of those maps.
        kind: what sort of photo, for tables.
        group: photos of one group stand or fall together.
    """

    tokens: Half
    weight: FloatArray
    turns_deg: FloatArray
    places: Tuple[int, ...]
    row: float
    col: float
    kind: str
    group: str


@dataclass(frozen=True)
class Examples:
    """Maps, and photos that were taken in them."""

    maps: List[GroundMap]
    sightings: List[Sighting]


def joined(parts: Sequence[Examples]) -> Examples:
    """Several sets as one, their maps renumbered."""
    maps: List[GroundMap] = []
    sightings: List[Sighting] = []
    for part in parts:
        moved = len(maps)
        maps += part.maps
        sightings += [
            Sighting(**{**vars(s), "places": tuple(moved + number for number in s.places)})
            for s in part.sightings
        ]
    return Examples(maps, sightings)


def map_of(imagery: Imagery, grid: MetricGrid, encoder: Encoder) -> GroundMap:
    """The tokens of an area, window by window with the margins that indexing uses."""
    pack = encoder.pack
    margin, side, size = pack.margin_tokens, pack.window_tokens, pack.token_px
    interior = side - 2 * margin
    (whole,) = blocks_of(grid, max(grid.rows, grid.cols))
    window = read_block(imagery, grid, whole, pack)
    share = encoder.covered_share(window.covered[None])[0]
    tokens = np.zeros((0, 0, 0), np.float16)
    for group in window_groups(share, whole, pack):
        rgb = [
            window.rgb[r * size : (r + side) * size, c * size : (c + side) * size] for r, c in group
        ]
        shown = [share[r : r + side, c : c + side] >= LEAST_COVERED for r, c in group]
        found = encoder.tokens(np.stack(rgb), np.stack(shown).astype(np.float32))
        if not tokens.size:
            tokens = np.zeros((*_rounded_up(whole, interior), found.shape[-1]), np.float16)
        for (r, c), part in zip(group, found):
            tokens[r : r + interior, c : c + interior] = part[
                margin : side - margin, margin : side - margin
            ]
    covered = share[margin : margin + grid.rows, margin : margin + grid.cols] >= LEAST_COVERED
    return GroundMap(tokens[: grid.rows, : grid.cols], covered)


def views_of(
    rgb: NDArray[np.uint8],
    camera: Camera,
    headings_deg: Sequence[float],
    shift_m: Tuple[float, float],
    encoder: Encoder,
) -> Tuple[Half, FloatArray]:
    """Tokens (headings, side, side, width) and weights of a photo's bird's-eye views.

    The weights are those of `plugin.engine.query`.
    """
    pack = encoder.pack
    pyramid = image_pyramid(rgb)
    views = [
        birdseye_view(pyramid, camera, heading, pack.gsd_m, pack.window_px, shift_m)
        for heading in headings_deg
    ]
    pixels, valid = np.stack([v.rgb for v in views]), np.stack([v.valid for v in views])
    gain = exposure_gain(pixels[0], valid[0])
    if gain != 1.0:
        pixels = exposed(pixels, gain)
    share = encoder.covered_share(valid)
    shown = (share >= LEAST_COVERED).astype(np.float32)
    along_m = (np.arange(pack.window_tokens) + 0.5 - pack.window_tokens / 2) * pack.token_m
    east_m, north_m = along_m[None, :] - shift_m[0], -along_m[:, None] - shift_m[1]
    near = np.exp(-(east_m**2 + north_m**2) / pack.reach_m**2)
    weight = np.asarray(share * shown * near, dtype=np.float32)
    return encoder.tokens(pixels, shown).astype(np.float16), weight


def save(path: Path, examples: Examples) -> None:
    """Write examples to one uncompressed .npz file, in one step."""
    arrays = {}
    for number, ground in enumerate(examples.maps):
        arrays[f"map{number}"], arrays[f"covered{number}"] = ground.tokens, ground.covered
    for number, s in enumerate(examples.sightings):
        arrays[f"tokens{number}"], arrays[f"weight{number}"] = s.tokens, s.weight
        arrays[f"turns{number}"] = s.turns_deg
        arrays[f"places{number}"] = np.array(s.places)
        arrays[f"where{number}"] = np.array([s.row, s.col])
        arrays[f"words{number}"] = np.array([s.kind, s.group])
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.npz")
    np.savez(unfinished, **arrays)
    unfinished.replace(path)


def load(path: Path) -> Examples:
    """Read what `save` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        names = set(stored.files)
        maps = [
            GroundMap(stored[f"map{n}"], stored[f"covered{n}"])
            for n in range(sum(name.startswith("map") for name in names))
        ]
        sightings = [
            Sighting(
                stored[f"tokens{n}"],
                stored[f"weight{n}"],
                stored[f"turns{n}"],
                tuple(stored[f"places{n}"].tolist()),
                *stored[f"where{n}"].tolist(),
                *stored[f"words{n}"].tolist(),
            )
            for n in range(sum(name.startswith("where") for name in names))
        ]
    return Examples(maps, sightings)


def town_files(folder: Path, held_out: bool = False) -> List[Path]:
    """Files of simulated towns, in order: those to fit on, or those that only serve to measure.

    Raises:
        SystemExit: there is none to fit on.
    """
    number = {path: int(path.stem[len("town") :]) for path in folder.glob("town*.npz")}
    chosen = [path for path in number if (number[path] >= HELD_OUT_FROM) == held_out]
    if not chosen and not held_out:
        raise SystemExit(f"No towns in {folder}. Make them first: make train")
    return sorted(chosen, key=lambda path: number[path])


def load_all(paths: Iterable[Path]) -> Examples:
    """Several files as one set."""
    return joined([load(path) for path in paths])


def _rounded_up(block: Block, interior: int) -> Tuple[int, int]:
    return -(-block.rows // interior) * interior, -(-block.cols // interior) * interior
