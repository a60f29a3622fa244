"""A search over thousands of square kilometres, piece by piece; 10,000 km2 are documented.

    make huge KM2=10000     writes docs/huge.md, too
    python tests/bench/huge.py [--km2 400] [--piece-km2 62.5] [--photos 3] [--index FILE]

The ground is simulated (`simulated.Simulator`): every piece is made anew from its own seed when
its turn comes, because 10,000 km2 are 12.8 GB of codes; making it is not counted, but every piece
is written to a file and read back, which is. An eighth of the bits is changed at random, or else
every place would occur thousands of times, to the last bit. Photos are planted at random places
with the share of wrong bits that real photos have at their true place (median and quartiles over
real pairs, heading known, see `narrowing.py`). All pieces are compared on one common scale, as
`engine.locate` does.
"""

import argparse
import json
import math
import os
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import List, NamedTuple, Tuple

import numpy as np
from common import REPOSITORY, SAMPLE, Figures
from report import table
from simulated import Simulator, everywhere

from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.narrow import THOROUGH, Effort, effort_for
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.photo import camera_of, read_photo
from plugin.engine.query import PhotoCodes, encode_photo
from plugin.engine.search import Typical, search, typical_votes
from plugin.engine.tokens import TokenCodes

WRONG_BITS = (0.36, 0.32, 0.40)  # the median first
WHOLE_KM2 = 10_000.0
TRIAL_KM2 = 16.0
TRIAL_PHOTOS = 5


class Planted(NamedTuple):
    """A photo whose codes were cut from a place of some ground."""

    photo: PhotoCodes
    row: int
    col: int
    wrong: float

    def best_near(self, evidence: np.ndarray) -> float:
        """Evidence at the place and its neighbours."""
        return float(evidence[self.row - 1 : self.row + 2, self.col - 1 : self.col + 2].max())

    def rank(self, evidence: np.ndarray) -> int:
        """Positions at least as good, its own and its neighbours counted once."""
        best = self.best_near(evidence)
        near = evidence[self.row - 1 : self.row + 2, self.col - 1 : self.col + 2]
        return 1 + int((evidence >= best).sum()) - int((near >= best).sum())


def panorama() -> PhotoCodes:
    """Codes of a sample panorama, with all headings."""
    pack = load_pack(shipped_pack_folder())
    photo = read_photo(SAMPLE / "photos" / "panorama_01.jpg")
    headings = np.arange(pack.headings) * 360.0 / pack.headings
    return encode_photo(photo, camera_of(photo), headings, Encoder(pack))


def varied(simulator: Simulator, area_km2: float, seed: int) -> TokenCodes:
    """Simulated ground on which no two places are the same."""
    ground = simulator.square_km(area_km2, seed)
    rng = np.random.default_rng(seed)
    for row in ground.codes:
        thrice = rng.integers(0, 256, (3, *row.shape), np.uint8)
        row ^= np.bitwise_and.reduce(thrice)
    return ground


def planted(photo: PhotoCodes, ground: TokenCodes, seed: int, wrong: float) -> Planted:
    """The photo with codes cut from a place of the ground, a share of their bits wrong.

    The camera's heading is any; a layer of another heading has the same ground turned about the
    camera, token by token. All bits count the same, since the wrong ones are drawn evenly; in real
    photos they are rather the weaker ones. Nothing is planted beyond the photo's ground.
    """
    rng = np.random.default_rng(seed)
    reach = 2 * int(np.abs(photo.offset_rowcol).max()) + 1
    place = rng.integers(reach, np.array(ground.covered.shape) - reach)
    turns = np.radians(photo.headings_deg - rng.uniform(0.0, 360.0))
    codes = photo.codes.copy()
    for layer, turn in enumerate(turns):
        around = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        offset = np.floor((photo.offset_rowcol + 0.5) @ around.T).astype(int)
        rows, cols = (place + offset).T
        noise = np.packbits(rng.random((*codes.shape[1:2], 8 * codes.shape[2])) < wrong, axis=-1)
        codes[layer] = ground.codes[rows, cols] ^ noise
    return Planted(
        replace(photo, codes=codes, strength=None, surroundings=None), *place.tolist(), wrong
    )


def run(km2: float, piece_km2: float, photos: int, index: Path) -> Figures:
    """Search all pieces for all photos."""
    simulator, shown, sharpness = Simulator(index), panorama(), _sharpness(panorama())
    pieces = max(1, round(km2 / piece_km2))
    first = varied(simulator, piece_km2, 1)
    effort = effort_for(pieces * everywhere(first).size)
    queries = [
        planted(shown, first, 100 + n, WRONG_BITS[n % len(WRONG_BITS)]) for n in range(photos)
    ]
    scales = [typical_votes(first, query.photo) for query in queries]
    seconds, busy, best, ranks = [0.0] * photos, [0.0] * photos, [0.0] * photos, [0] * photos
    reading, positions = 0.0, 0
    for number in range(pieces):
        ground = first if number == 0 else varied(simulator, piece_km2, number + 1)
        ground, taken = _through_disk(ground)
        reading += taken
        positions += everywhere(ground).size
        for n, (query, scale) in enumerate(zip(queries, scales)):
            started = time.process_time()
            evidence, taken = _searched(ground, query.photo, sharpness, scale, effort)
            seconds[n] += taken
            busy[n] += time.process_time() - started
            if number == 0:
                best[n], ranks[n] = query.best_near(evidence), query.rank(evidence)
            else:
                ranks[n] += int((evidence >= best[n]).sum())
        print(f"piece {number + 1} of {pieces}: ranks so far {ranks}", flush=True)
    return {
        "km2": pieces * piece_km2,
        "piece_km2": piece_km2,
        "positions": positions,
        "headings": len(shown.headings_deg),
        "cores": os.cpu_count(),
        "seconds_per_photo": [taken + reading for taken in seconds],
        "processor_seconds_per_photo": busy,
        "read_seconds": reading,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "wrong_bits": [query.wrong for query in queries],
        "ranks": ranks,
        "effort": effort._asdict(),
        "trial": trial(simulator, shown, sharpness, effort),
    }


def trial(
    simulator: Simulator, shown: PhotoCodes, sharpness: float, effort: Effort
) -> List[List[float]]:
    """Per share of wrong bits: planted places found first, thoroughly and with that effort."""
    ground = varied(simulator, TRIAL_KM2, 0)
    found = []
    for wrong in WRONG_BITS:
        first = [0, 0]
        for n in range(TRIAL_PHOTOS):
            query = planted(shown, ground, 1000 + n, wrong)
            scale = typical_votes(ground, query.photo)
            for way, how in enumerate((THOROUGH, effort)):
                evidence, _ = _searched(ground, query.photo, sharpness, scale, how)
                first[way] += query.rank(evidence) == 1
        found.append([wrong, *(count / TRIAL_PHOTOS for count in first)])
    return found


def _sharpness(photo: PhotoCodes) -> float:
    calibration = load_pack(shipped_pack_folder()).calibration
    return calibration.sharpness * math.sqrt(photo.effective_tokens)


def _searched(
    ground: TokenCodes, photo: PhotoCodes, sharpness: float, scale: Typical, effort: Effort
) -> Tuple[np.ndarray, float]:
    """Evidence at every position, and the seconds it took."""
    started, allowed = time.perf_counter(), everywhere(ground)
    votes = search(ground, photo, sharpness, allowed, SilentFeedback(), scale, effort)
    return votes.evidence, time.perf_counter() - started


def _through_disk(ground: TokenCodes) -> Tuple[TokenCodes, float]:
    """The same codes written to a file and read back, and the seconds that reading took."""
    with tempfile.NamedTemporaryFile() as file:
        ground.codes.tofile(file.name)
        started = time.perf_counter()
        codes = np.fromfile(file.name, np.uint8).reshape(ground.codes.shape)
        return TokenCodes(ground.grid, codes, ground.covered), time.perf_counter() - started


def document(figures: Figures) -> str:
    """What was measured, for the documentation."""
    effort, piece = figures["effort"], figures["piece_km2"]
    photos = [
        [f"{wrong:.0%}", f"{seconds / 60:.1f} min", f"{busy / 60:.1f} min", f"{rank:,}"]
        for wrong, seconds, busy, rank in zip(
            figures["wrong_bits"],
            figures["seconds_per_photo"],
            figures["processor_seconds_per_photo"],
            figures["ranks"],
        )
    ]
    trials = [[f"{row[0]:.0%}", *(f"{share:.0%}" for share in row[1:])] for row in figures["trial"]]
    lines = [
        "# A search of a state",
        "",
        f"Written by `make huge KM2={figures['km2']:.0f}` on {figures['cores']} cores: panoramas "
        f"with {figures['headings']} headings looked for on {figures['km2']:,.0f} km², "
        f"{figures['positions']:,} positions, in pieces of {piece:g} km² that are read from disk "
        f"({figures['read_seconds']:.0f} s in all). The ground is simulated from real "
        "codes, an eighth of their bits changed at random; one "
        "photo each was planted with as many wrong bits as real photos have at their true place "
        "(the median, then the quartiles). At the peak the process took "
        f"{figures['peak_mb']:,.0f} MB, however many pieces there are.",
        "",
        *table(
            ("wrong bits", "time", "processor time, all cores", "rank of the true place"), photos
        ),
        "",
        f"Narrowing looked at every {effort['every_heading']}. heading and at tokens with "
        f"{effort['weight_share']:.0%} of the photo's weight, and kept {effort['kept_share']:.0%} "
        f"of the positions. What that costs, on {TRIAL_KM2:g} km² with {TRIAL_PHOTOS} photos each:",
        "",
        *table(("wrong bits", "found first, narrowed thoroughly", "found first, as here"), trials),
        "",
        "What it loses of real photos is measured by `make narrowing`, see "
        "[narrowing](narrowing.md).",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--km2", type=float, default=400.0)
    parser.add_argument("--piece-km2", type=float, default=62.5)
    parser.add_argument("--photos", type=int, default=len(WRONG_BITS))
    parser.add_argument("--index", type=Path, default=REPOSITORY / "build/demo/index.gpkg")
    options = parser.parse_args()
    figures = run(options.km2, options.piece_km2, options.photos, options.index)
    (REPOSITORY / "build" / "huge.json").write_text(json.dumps(figures, indent=1) + "\n")
    text = document(figures)
    if figures["km2"] >= WHOLE_KM2:
        (REPOSITORY / "docs" / "huge.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
