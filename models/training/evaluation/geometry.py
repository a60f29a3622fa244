"""What geometry is worth: recall and agreement with the camera known, estimated, and wrong.

    python -m models.training.evaluation.geometry --shared ../shared/data

Real panoramas are cut as tilted phone photos whose camera is exactly known; they, and whole photos,
are looked for with known heading under true and wrong cameras. Neighbouring street views of
held-out streets are compared on the ground they share. Writes build/geometry.json.
"""

import argparse
import json
import math
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Callable, Dict, List, Sequence

import numpy as np

from plugin.engine.camera import (
    EQUIRECTANGULAR,
    PERSPECTIVE,
    Camera,
    WeightedCamera,
    horizon_of,
)
from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.hypotheses import CameraClues, believe
from plugin.engine.locate import allowed_positions
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.photo import Photo
from plugin.engine.query import PhotoCodes, encode_hypotheses
from plugin.engine.search import search

from ..horizon.agreement import Neighbours, darkened, encode_pair, neighbours_of, overlap
from ..horizon.ground_weight import fit_weight, gap_by_quarter, weighed
from ..horizon.views import Tilt, cut_equirectangular, read_places, split_streets
from .camera_guesses import Guess, estimated, higher, level, pitched, wider
from .cuts import CUT_TURNS_DEG
from .pairs import read_pairs
from .protocol import Raster, encode_raster
from .ranking import TRUTH_RADIUS_M, chance_in_best, position_rank_share

REPORT = Path(__file__).resolve().parents[3] / "build" / "geometry.json"
CUT_FOV_DEG = 75.0
CUT_TOKENS = (12, 16)
PITCH_SIGMA_DEG, ROLL_SIGMA_DEG = 6.0, 2.0
NEIGHBOURS = 120
FITTED_NEIGHBOURS = 500
LIGHT_SHARES = (0.5, 0.2, 0.1)
OTHERS = 5
SEED = 11


@dataclass(frozen=True)
class Sight:
    """A photo with its true camera, of the pair with that number in the raster."""

    number: int
    photo: Photo
    camera: Camera
    heading_deg: float


def tilted_cuts(raster: Raster) -> List[Sight]:
    """Perspective photos, tilted as by hand, cut from the full panoramas of a raster."""
    generator = np.random.default_rng(SEED)
    sights = []
    for number, pair in enumerate(raster.pairs):
        photo = pair.read_street()
        camera = pair.camera(photo)
        if camera.projection != EQUIRECTANGULAR or camera.fov_deg < 359.0:
            continue
        for turn_deg in CUT_TURNS_DEG:
            rows, cols = CUT_TOKENS
            pitch_deg = float(generator.normal(0.0, PITCH_SIGMA_DEG))
            roll_deg = float(generator.normal(0.0, ROLL_SIGMA_DEG))
            tilt = Tilt(CUT_FOV_DEG, pitch_deg, roll_deg, rows, cols, cols / rows)
            rgb = cut_equirectangular(photo.rgb, tilt, turn_deg)
            height_px, width_px = rgb.shape[:2]
            horizon = horizon_of(pitch_deg, roll_deg, CUT_FOV_DEG, width_px, height_px)
            narrow = Camera(PERSPECTIVE, CUT_FOV_DEG, 0.0, horizon, camera.height_m, roll_deg)
            heading_deg = (pair.heading_deg or 0.0) + turn_deg
            cut = replace(photo, rgb=rgb, metadata=PhotoMetadata())
            sights.append(Sight(number, cut, narrow, heading_deg))
    return sights


def whole_photos(raster: Raster) -> List[Sight]:
    """The photos of the pairs as they are."""
    sights = []
    for number, pair in enumerate(raster.pairs):
        photo = pair.read_street()
        sights.append(Sight(number, photo, pair.camera(photo), pair.heading_deg or 0.0))
    return sights


def recall(
    sights: Sequence[Sight],
    guess: Guess,
    raster: Raster,
    encoder: Encoder,
    change: Callable[[PhotoCodes], PhotoCodes] = lambda codes: codes,
) -> Dict[str, float]:
    """Share of photos found with a way to guess their cameras; refused ones count as missed.

    Args:
        change: what is done to the codes before the search.
    """
    allowed = allowed_positions(raster.codes)
    shares, errors_m = [], []
    for sight in sights:
        try:
            cameras = guess(sight.photo, sight.camera)
            codes = encode_hypotheses(sight.photo, cameras, np.array([sight.heading_deg]), encoder)
        except SkymatchError:
            shares.append(1.0)
            errors_m.append(math.inf)
            continue
        codes = change(codes)
        sharpness = encoder.pack.calibration.sharpness * math.sqrt(codes.effective_tokens)
        evidence = search(raster.codes, codes, sharpness, allowed, SilentFeedback()).evidence
        distance_m = raster.distances_m(sight.number)
        shares.append(position_rank_share(evidence, distance_m <= TRUTH_RADIUS_M))
        errors_m.append(float(distance_m.ravel()[int(evidence.argmax())]))
    return {
        "photos": len(sights),
        "best_1_percent": float((np.array(shares) <= 0.01).mean()),
        "within_10_m": float((np.array(errors_m) <= 10.0).mean()),
    }


def agreement_of(pairs: Sequence[Neighbours], guess: Guess, encoder: Encoder) -> Dict[str, float]:
    """How much better neighbours agree than strangers, in standard deviations of strangers."""
    true = Camera(PERSPECTIVE, 90.0, 0.0, 0.5, 2.5)
    codes = [
        encode_pair(pair, (guess(pair.first, true), guess(pair.second, true)), encoder)
        for pair in pairs
    ]
    token_m = encoder.pack.token_m
    own = np.array([overlap(p, *c, token_m).mean for p, c in zip(pairs, codes)])
    generator = np.random.default_rng(SEED)
    others = []
    for number, pair in enumerate(pairs):
        same = [i for i, p in enumerate(pairs) if p.heading_deg == pair.heading_deg and i != number]
        for other in generator.permutation(same)[:OTHERS]:
            others.append(overlap(pair, codes[number][0], codes[other][1], token_m).mean)
    strangers = np.array(others)
    strangers = strangers[np.isfinite(strangers)]
    excess = float(np.nanmean(own) - strangers.mean())
    return {
        "pairs": len(pairs),
        "neighbours": float(np.nanmean(own)),
        "strangers": float(strangers.mean()),
        "deviations": excess / float(strangers.std()),
    }


def cost_seconds(sights: Sequence[Sight], encoder: Encoder) -> Dict[str, float]:
    """Seconds per camera hypothesis and heading, and of reading the horizon; medians."""
    encoding, reading = [], []
    for sight in sights[:10]:
        cameras = [WeightedCamera(sight.camera, 1.0 / 8)] * 8
        started = time.perf_counter()
        encode_hypotheses(sight.photo, cameras, np.array([0.0]), encoder)
        encoding.append((time.perf_counter() - started) / 8)
        started = time.perf_counter()
        believe(sight.photo, CameraClues(), encoder)
        reading.append(time.perf_counter() - started)
    return {
        "seconds_per_hypothesis": float(np.median(encoding)),
        "seconds_per_horizon": float(np.median(reading)),
    }


def measure(shared: Path, encoder: Encoder) -> Dict[str, Dict[str, Dict[str, float]]]:
    """All tables."""
    pairs = read_pairs(shared / "real-pairs" / "index.csv")
    pairs = [p for p in pairs if p.aerial_gsd_m and p.heading_deg is not None and p.offset_m]
    raster = encode_raster(pairs, encoder)
    cuts, whole = tilted_cuts(raster), whole_photos(raster)
    known: Dict[str, Guess] = {"known": pitched(0.0)}
    wrong: Dict[str, Guess] = {
        **{f"horizon wrong by {by:+g}°": pitched(by) for by in (-5.0, -2.0, 2.0, 5.0)},
        **{f"height wrong by {100 * (s - 1):+.0f} %": higher(s) for s in (0.8, 1.25)},
    }
    guessed: Dict[str, Guess] = {
        "taken as level": level,
        "horizon from the picture": estimated(encoder, True),
        "the same, horizon spread (3 cameras)": estimated(encoder, True, ("pitch",)),
        "the same, height spread (3 cameras)": estimated(encoder, True, ("height",)),
        "the same, both spread (5 cameras)": estimated(encoder, True, ("pitch", "height")),
        "horizon and field of view from the picture": estimated(encoder, False),
        "the same, all spread (7 cameras)": estimated(encoder, False, ("pitch", "fov", "height")),
    }
    angles: Dict[str, Guess] = {f"field of view wrong by {d:+g}°": wider(d) for d in (-15, 15)}
    fitted, held_out = split_streets(read_places(shared / "street-cambridge"))
    neighbours = neighbours_of(held_out, NEIGHBOURS)
    tables: Dict[str, Dict[str, Dict[str, float]]] = {}
    for title, sights, guesses in (
        ("tilted cuts of panoramas", cuts, {**known, **guessed, **wrong, **angles}),
        ("whole photos", whole, {**known, **wrong}),
    ):
        tables[title] = {}
        for name, guess in guesses.items():
            tables[title][name] = recall(sights, guess, raster, encoder)
            print(title, name, tables[title][name], flush=True)
    learned = fit_weight(neighbours_of(fitted, FITTED_NEIGHBOURS), encoder)
    quarters = gap_by_quarter(learned, neighbours, encoder)
    reweigh = partial(weighed, function=learned, typical=float(np.mean(quarters)))
    tables["learned ground weight"] = {
        "gap by quarter": {str(q + 1): gap for q, gap in enumerate(quarters)},
        "tilted cuts of panoramas": recall(cuts, known["known"], raster, encoder, reweigh),
        "whole photos": recall(whole, known["known"], raster, encoder, reweigh),
    }
    tables["neighbours"] = {
        name: agreement_of(neighbours, guess, encoder)
        for name, guess in {
            **known,
            "horizon from the picture": guessed["horizon from the picture"],
            **wrong,
            **angles,
        }.items()
    }
    for share in LIGHT_SHARES:
        dark = [darkened(pair, share) for pair in neighbours]
        name = f"second view with {share:g} of the light"
        tables["neighbours"][name] = agreement_of(dark, known["known"], encoder)
    tables["cost"] = {"median": cost_seconds(cuts, encoder)}
    spacing_m = encoder.pack.token_m
    tables["chance"] = {
        "guessing": {
            "positions": float(allowed_positions(raster.codes).sum()),
            "best_1_percent": chance_in_best(0.01, spacing_m),
        }
    }
    return tables


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    tables = measure(options.shared, Encoder(load_pack(shipped_pack_folder())))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(tables, indent=1) + "\n")
    for title, table in tables.items():
        print(f"\n{title}")
        for name, line in table.items():
            print(f"    {name:44s}" + "  ".join(f"{k} {v:.3g}" for k, v in line.items()))


if __name__ == "__main__":
    main()
