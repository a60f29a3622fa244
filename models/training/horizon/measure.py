"""How well the head reads the horizon: held-out streets, another country, held-out towns.

    python -m models.training.horizon.measure --shared ../shared/data [--calibrate]

Reads `head.npz`; prints the table of the model card and writes build/horizon.json. With
--calibrate it also writes `trust.json`, fitted on half of the held-out pictures: how far the stated
standard deviations and the likelihood of fields of view are to be trusted.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Dict, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.attitude import Latitudes, attitude_of
from plugin.engine.encoder import Encoder
from plugin.engine.hypotheses import LIKELY_FOV_DEG, LONGER_SIDES_DEG, fov_of
from plugin.engine.pack import HorizonHead, load_pack, shipped_pack_folder
from plugin.engine.runtime import import_onnxruntime

from .data import Examples, panorama_cuts, rendered, streets_held_out
from .head import head_model, load_weights
from .rendered import HELD_OUT_TOWNS

HERE = Path(__file__).resolve().parent
REPORT = HERE.parents[2] / "build" / "horizon.json"
PHOTOS_OF_EACH_TOWN = 40
FOV_SHARPNESSES = np.array([0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0])
NINETY_PERCENT = 1.645


@dataclass(frozen=True)
class Readings:
    """The head's word on each example: latitudes, and the truth beside it."""

    examples: Examples
    latitudes: List[Latitudes]

    def part(self, keep: NDArray[np.bool_]) -> "Readings":
        """Some of them."""
        chosen = np.flatnonzero(keep)
        tilts = [self.examples.tilts[i] for i in chosen]
        kept = Examples(self.examples.tokens[:0], self.examples.shown[:0], tilts)
        return Readings(kept, [self.latitudes[i] for i in chosen])


def read(examples: Examples, weights_file: Path) -> Readings:
    """Run the head over tokens."""
    model = head_model(load_weights(weights_file)).SerializeToString()
    session = import_onnxruntime().InferenceSession(model, providers=["CPUExecutionProvider"])
    latitudes = []
    for start in range(0, len(examples.tilts), 32):
        part = slice(start, start + 32)
        inputs = {
            "tokens": examples.tokens[part].astype(np.float32),
            "shown": examples.shown[part],
        }
        for tilt, found in zip(examples.tilts[part], session.run(None, inputs)[0]):
            found = found[: tilt.rows, : tilt.cols]
            latitudes.append(Latitudes(found[..., 0], np.exp(np.clip(found[..., 1], -5.0, 2.0))))
    return Readings(examples, latitudes)


def trusting(head: HorizonHead) -> Encoder:
    """Stands in for an encoder where only the trust in its head is asked for."""
    return SimpleNamespace(pack=SimpleNamespace(horizon=head))  # type: ignore[return-value]


def errors(readings: Readings, head: HorizonHead) -> NDArray[np.float64]:
    """(n, 6): errors of pitch and roll, their stated deviations, error of the angle and its own."""
    lines = []
    for tilt, latitudes in zip(readings.examples.tilts, readings.latitudes):
        found = attitude_of(latitudes, tilt.fov_deg, tilt.aspect, trusting(head))
        fov_deg, fov_sigma_deg = fov_of(latitudes, tilt.aspect, trusting(head))
        lines.append(
            (
                found.pitch_deg - tilt.pitch_deg,
                found.roll_deg - tilt.roll_deg,
                found.pitch_sigma_deg,
                found.roll_sigma_deg,
                fov_deg - tilt.fov_deg,
                fov_sigma_deg,
            )
        )
    return np.array(lines)


def calibrated(readings: Readings) -> HorizonHead:
    """Factors that make two thirds of the errors lie within one standard deviation."""
    plain = HorizonHead(Path(), 1.0, 1.0, 0.0)
    found = errors(readings, plain)
    pitch, roll = (
        float(np.quantile(np.abs(found[:, i]) / found[:, i + 2], 0.6827)) for i in (0, 1)
    )
    misfits, true_step = _misfits(readings)
    likelihoods = []
    for sharpness in FOV_SHARPNESSES:
        above_best = -sharpness * (misfits - misfits.min(axis=1, keepdims=True))
        every = np.log(np.exp(above_best).sum(axis=1))
        own = above_best[np.arange(len(true_step)), true_step]
        likelihoods.append(float((own - every).mean()))
    best = float(FOV_SHARPNESSES[int(np.argmax(likelihoods))])
    return HorizonHead(Path(), pitch, roll, best)


def _misfits(readings: Readings) -> Tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Misfit of every field of view tried, and which of them is nearest the truth."""
    plain = trusting(HorizonHead(Path(), 1.0, 1.0, 0.0))
    misfits, steps = [], []
    for tilt, latitudes in zip(readings.examples.tilts, readings.latitudes):
        half = np.tan(np.radians(LONGER_SIDES_DEG) / 2.0) * min(1.0, tilt.aspect)
        across_deg = np.degrees(2.0 * np.arctan(half))
        misfits.append([attitude_of(latitudes, f, tilt.aspect, plain).misfit for f in across_deg])
        steps.append(int(np.abs(across_deg - tilt.fov_deg).argmin()))
    return np.array(misfits), np.array(steps)


def summary(readings: Readings, head: HorizonHead) -> Dict[str, float]:
    """One line of the table."""
    found = np.abs(errors(readings, head))
    tilts = readings.examples.tilts
    level = np.abs([(tilt.pitch_deg, tilt.roll_deg) for tilt in tilts])
    likely = np.abs([_likely_fov_deg(tilt.aspect) - tilt.fov_deg for tilt in tilts])
    line: Dict[str, float] = {"pictures": len(tilts)}
    for name, values in (
        ("pitch", found[:, 0]),
        ("pitch_if_level", level[:, 0]),
        ("roll", found[:, 1]),
        ("roll_if_level", level[:, 1]),
        ("fov", found[:, 4]),
        ("fov_if_65", likely),
    ):
        line[f"{name}_median_deg"] = float(np.median(values))
        line[f"{name}_p90_deg"] = float(np.quantile(values, 0.9))
    line["pitch_within_90"] = float((found[:, 0] <= NINETY_PERCENT * found[:, 2]).mean())
    line["roll_within_90"] = float((found[:, 1] <= NINETY_PERCENT * found[:, 3]).mean())
    return line


def _likely_fov_deg(aspect: float) -> float:
    half = np.tan(np.radians(LIKELY_FOV_DEG) / 2.0) * min(1.0, aspect)
    return float(np.degrees(2.0 * np.arctan(half)))


def every_second(readings: Sequence[Readings], first: int) -> Readings:
    """Half of several sets, as one."""
    parts = [r.part(np.arange(len(r.latitudes)) % 2 == first) for r in readings]
    tilts = [tilt for part in parts for tilt in part.examples.tilts]
    empty = parts[0].examples
    latitudes = [found for part in parts for found in part.latitudes]
    return Readings(Examples(empty.tokens, empty.shown, tilts), latitudes)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    encoder = Encoder(load_pack(shipped_pack_folder()))
    streets = read(streets_held_out(options.shared, encoder), HERE / "head.npz")
    towns = read(rendered(HELD_OUT_TOWNS, PHOTOS_OF_EACH_TOWN, encoder), HERE / "head.npz")
    others = read(panorama_cuts(options.shared, encoder), HERE / "head.npz")
    if options.calibrate:
        head = calibrated(every_second([streets, towns], 0))
        trust = {
            "pitch_sigma_factor": round(head.pitch_sigma_factor, 3),
            "roll_sigma_factor": round(head.roll_sigma_factor, 3),
            "fov_sharpness": head.fov_sharpness,
        }
        (HERE / "trust.json").write_text(json.dumps(trust, indent=1) + "\n")
    head = HorizonHead(Path(), **json.loads((HERE / "trust.json").read_text()))
    report = {
        name: summary(readings, head)
        for name, readings in (
            ("Cambridge streets held out, tilted cuts", streets),
            ("Canberra panoramas (no part in fitting), tilted cuts", others),
            ("rendered photos of held-out towns", towns),
        )
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1) + "\n")
    for name, line in report.items():
        print(name)
        for key, value in line.items():
            print(f"    {key:24s}{value:8.2f}")


if __name__ == "__main__":
    main()
