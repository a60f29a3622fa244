"""A search over thousands of square kilometres, piece by piece, on this machine.

    python tests/bench/huge.py [--km2 400] [--piece-km2 100] [--photos 3] [--index FILE]

The ground is simulated (`simulated.Simulator`): every piece is made anew from its own seed when
its turn comes, because 10,000 km2 are 12.8 GB of codes; making it is not counted. Reading a piece
from disk would add what `--disk` measures: pieces are then written to a file first and read back.
Photos are planted at random places with the share of wrong bits that real photos have at their
true place (median and quartiles over real pairs, heading known, see `narrowing.py`). All pieces
are compared on one common scale.
"""

import argparse
import json
import math
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Dict, List

import numpy as np
from common import REPOSITORY, SAMPLE, Figures
from simulated import Simulator, everywhere

from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.photo import camera_of, read_photo
from plugin.engine.query import PhotoCodes, encode_photo
from plugin.engine.search import Typical, search, typical_votes
from plugin.engine.tokens import TokenCodes

WRONG_BITS = (0.37, 0.40, 0.43)
WHOLE_KM2 = 10_000.0


def panorama() -> PhotoCodes:
    """Codes of a sample panorama, with all headings."""
    pack = load_pack(shipped_pack_folder())
    photo = read_photo(SAMPLE / "photos" / "panorama_01.jpg")
    headings = np.arange(pack.headings) * 360.0 / pack.headings
    return encode_photo(photo, camera_of(photo), headings, Encoder(pack))


def real_looking(
    photo: PhotoCodes, ground: TokenCodes, seed: int, wrong: float
) -> "tuple[PhotoCodes, tuple[int, int]]":
    """The photo with codes cut from a place of the ground in one layer, a share of bits wrong.

    All bits count the same, since the wrong ones are drawn evenly; in real photos they are rather
    the weaker ones. The other layers take the codes of other places, as other headings show other
    things. Also returns row and column of the place.
    """
    rng = np.random.default_rng(seed)
    reach = int(np.abs(photo.offset_rowcol).max()) + 1
    codes = photo.codes.copy()
    places = rng.integers(reach, np.array(ground.covered.shape) - reach, (len(codes), 2))
    for layer, place in enumerate(places):
        rows, cols = (place + photo.offset_rowcol).T
        noise = np.packbits(rng.random((*codes.shape[1:2], 8 * codes.shape[2])) < wrong, axis=-1)
        codes[layer] = ground.codes[rows, cols] ^ noise
    return replace(photo, codes=codes, strength=None), (int(places[0, 0]), int(places[0, 1]))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--km2", type=float, default=400.0)
    parser.add_argument("--piece-km2", type=float, default=100.0)
    parser.add_argument("--photos", type=int, default=len(WRONG_BITS))
    parser.add_argument("--index", type=Path, default=REPOSITORY / "build/demo/index.gpkg")
    parser.add_argument("--disk", action="store_true", help="write pieces to a file, read them")
    options = parser.parse_args()
    figures = run(options.km2, options.piece_km2, options.photos, options.index, options.disk)
    report(figures)
    (REPOSITORY / "build" / "huge.json").write_text(json.dumps(figures, indent=1) + "\n")


def run(km2: float, piece_km2: float, photos: int, index: Path, disk: bool) -> Figures:
    """Search all pieces for all photos."""
    simulator = Simulator(index)
    pieces = max(1, round(km2 / piece_km2))
    first = simulator.square_km(piece_km2, seed=1)
    shown = panorama()
    sharpness = load_pack(shipped_pack_folder()).calibration.sharpness
    sharpness *= math.sqrt(shown.effective_tokens)
    queries = [
        real_looking(shown, first, 100 + n, WRONG_BITS[n % len(WRONG_BITS)]) for n in range(photos)
    ]
    scales = [typical_votes(first, query) for query, _ in queries]
    seconds: List[List[float]] = [[] for _ in queries]
    reading: List[float] = []
    planted: Dict[int, float] = {}
    before = [0] * photos
    positions = 0
    for number in range(pieces):
        ground = first if number == 0 else simulator.square_km(piece_km2, seed=number + 1)
        if disk:
            ground, taken = _through_disk(ground)
            reading.append(taken)
        positions += everywhere(ground).size
        for n, ((query, (row, col)), scale) in enumerate(zip(queries, scales)):
            evidence = _timed(ground, query, sharpness, scale, seconds[n])
            if number == 0:
                near = evidence[row - 1 : row + 2, col - 1 : col + 2]
                planted[n] = float(near.max())
                before[n] -= int((near >= planted[n]).sum())
            before[n] += int((evidence >= planted[n]).sum())
        print(f"piece {number + 1} of {pieces}: ranks so far {[b + 1 for b in before]}", flush=True)
    return {
        "km2": pieces * piece_km2,
        "piece_km2": piece_km2,
        "positions": positions,
        "seconds_per_photo": [sum(times) for times in seconds],
        "read_seconds": sum(reading) if disk else None,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "wrong_bits": [WRONG_BITS[n % len(WRONG_BITS)] for n in range(photos)],
        "ranks": [count + 1 for count in before],
    }


def _timed(
    ground: TokenCodes, query: PhotoCodes, sharpness: float, scale: Typical, times: List[float]
) -> np.ndarray:
    started = time.perf_counter()
    votes = search(ground, query, sharpness, everywhere(ground), SilentFeedback(), scale)
    times.append(time.perf_counter() - started)
    return votes.evidence


def _through_disk(ground: TokenCodes) -> "tuple[TokenCodes, float]":
    """The same codes written to a file and read back, and the seconds that reading took."""
    with tempfile.NamedTemporaryFile() as file:
        ground.codes.tofile(file.name)
        started = time.perf_counter()
        codes = np.fromfile(file.name, np.uint8).reshape(ground.codes.shape)
        return TokenCodes(ground.grid, codes, ground.covered), time.perf_counter() - started


def report(figures: Figures) -> None:
    """Print what was measured and what it means for all of 10,000 km2."""
    share = WHOLE_KM2 / figures["km2"]
    print(f"{figures['km2']:,.0f} km2, {figures['positions']:,} positions, 24 headings each")
    for seconds, wrong, rank in zip(
        figures["seconds_per_photo"], figures["wrong_bits"], figures["ranks"]
    ):
        print(
            f"  {wrong:.0%} of the bits wrong: {seconds:.0f} s, true place at rank {rank:,}; "
            f"{WHOLE_KM2:,.0f} km2 would take {seconds * share / 60:.0f} min"
        )
    if figures["read_seconds"] is not None:
        print(f"  reading the pieces from a file: {figures['read_seconds']:.1f} s")
    print(f"  peak memory {figures['peak_mb']:.0f} MB, the same however many pieces")


if __name__ == "__main__":
    main()
