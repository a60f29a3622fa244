"""Fit the numbers that turn votes into probabilities, on photos with known position.

    python -m models.training.calibrate --shared ../shared/data

`sharpness` maximises the likelihood of the true place. "Not here" is a logistic regression on
how far the best vote stands out, from photos searched with and without the imagery of their
place. Both are cross-validated by data set; the numbers go into `calibration.json`. The head for
surroundings is in all of it one that has not seen the place of the photo.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import numpy as np

from plugin.engine.camera import WeightedCamera
from plugin.engine.closer import CloserLook
from plugin.engine.encoder import Encoder
from plugin.engine.locate import LocateSettings
from plugin.engine.pack import load_pack, shipped_pack_folder

from .evaluation.cuts import queries_of
from .evaluation.measures import auroc
from .evaluation.pairs import read_pairs
from .evaluation.protocol import Outcome, Raster, encode_raster, photo_codes, run_query
from .export import HERE
from .surroundings.pairs import held_out

SHARPNESS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65)
TOLERANCES_DEG = (0.0, 20.0, 180.0)
FLOOR = 1e-9


def outcomes_by_sharpness(raster: Raster, encoder: Encoder) -> Dict[float, List[Outcome]]:
    """All queries with every tolerance, for every sharpness in the list."""
    found: Dict[float, List[Outcome]] = {sharpness: [] for sharpness in SHARPNESS}
    encoder_for = held_out(raster, encoder)
    for query in queries_of(raster.pairs, [90.0]):
        encoder = encoder_for(raster.pairs[query.number].place)
        for tolerance_deg in TOLERANCES_DEG:
            settings = LocateSettings(query.heading_deg, tolerance_deg)
            codes = photo_codes(query.photo, query.camera, settings, encoder)
            look = CloserLook(query.photo, [WeightedCamera(query.camera, 1.0)], encoder)
            for sharpness in SHARPNESS:
                found[sharpness].append(
                    run_query(
                        raster,
                        query.number,
                        codes,
                        query.heading_deg,
                        f"{tolerance_deg:g}",
                        replace(encoder.pack.calibration, sharpness=sharpness),
                        look,
                    )
                )
    for sharpness, outcomes in found.items():
        print(f"sharpness {sharpness}: {_loss(outcomes):.3f} nats", flush=True)
    return found


def _loss(outcomes: Sequence[Outcome]) -> float:
    """Mean negative log-probability of the true place."""
    return float(-np.mean([np.log(max(o.true_probability, FLOOR)) for o in outcomes]))


def best_sharpness(by_sharpness: Dict[float, List[Outcome]], datasets: Sequence[str]) -> float:
    """The sharpness with the smallest loss, every data set counting the same."""

    def loss(sharpness: float) -> float:
        return float(
            np.mean(
                [
                    _loss([o for o in by_sharpness[sharpness] if o.dataset == dataset])
                    for dataset in datasets
                ]
            )
        )

    return min(by_sharpness, key=loss)


def fit_not_here(outcomes: Sequence[Outcome]) -> Tuple[float, float]:
    """Bias and slope of logit("not here") = bias - slope * excess, by Newton's method.

    As many photos with as without their place; a small ridge keeps the slope finite.
    """
    excess = np.array([o.excess for o in outcomes] + [o.absent_excess for o in outcomes])
    absent = np.repeat([0.0, 1.0], len(outcomes))
    design = np.stack([np.ones_like(excess), -excess], axis=1)
    weights = np.zeros(2)
    for _ in range(50):
        chance = 1.0 / (1.0 + np.exp(-design @ weights))
        gradient = design.T @ (absent - chance) - 0.01 * weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + 0.01 * np.eye(2)
        weights = weights + np.linalg.solve(curvature, gradient)
    return float(weights[0]), float(weights[1])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pack", type=Path, default=shipped_pack_folder())
    parser.add_argument("--out", type=Path, default=HERE / "calibration.json")
    options = parser.parse_args()
    pairs = read_pairs(options.shared / "real-pairs" / "index.csv")
    pairs = [pair for pair in pairs if pair.aerial_gsd_m and pair.centred]
    encoder = Encoder(load_pack(options.pack))
    by_sharpness = outcomes_by_sharpness(encode_raster(pairs, encoder), encoder)
    datasets = sorted({pair.dataset for pair in pairs})

    held_out = {}
    for dataset in datasets:
        others = [name for name in datasets if name != dataset] or datasets
        sharpness = best_sharpness(by_sharpness, others)
        test = [o for o in by_sharpness[sharpness] if o.dataset == dataset]
        held_out[dataset] = {
            "sharpness_from_others": sharpness,
            "nats": round(_loss(test), 3),
            "not_here_auroc": round(auroc(test), 3),
        }
    sharpness = best_sharpness(by_sharpness, datasets)
    bias, slope = fit_not_here(by_sharpness[sharpness])
    described = {
        "calibration": {
            "sharpness": sharpness,
            "not_here_bias": round(bias, 4),
            "not_here_slope": round(slope, 4),
        },
        "fitted_on": [
            "47 real street and aerial pictures: centring, projection",
            "27 real pairs: calibration",
            "400 street views of Cambridge: centring, projection",
            "35 simulated towns, 2,310 photos: projection",
            "600 street views of Cambridge, 35 simulated towns of 40 panoramas, 27 real pairs: "
            "surroundings",
        ],
        "measured": {"calibration_held_out": held_out},
    }
    options.out.write_text(json.dumps(described, indent=1) + "\n")
    print(json.dumps(described, indent=1))


if __name__ == "__main__":
    main()
