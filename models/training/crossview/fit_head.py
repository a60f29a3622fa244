"""Fit a head by gradient on simulated towns: what a small network adds to the projection.

    python -m models.training.crossview.fit_head --data build/crossview --head deep

Nothing that this makes is shipped: it is how levers are tried. Prints recall on held-out towns and
real pairs before and after.
"""

import argparse
import time
from pathlib import Path
from typing import List, Optional, Tuple

import numpy as np
import torch

from ..export import load_projection
from .batches import Sampler
from .examples import Examples, load_all, town_files
from .head import DeepHead, LinearHead, recentred
from .losses import pose_loss
from .ranking import search_all, summary
from .scatter import matched_tokens

START_SHARPNESS = 60.0
WEIGHT_DECAY = 0.02
PHOTOS, TURNS = 14, 3
SAY_EVERY = 50
SEED = 0


def mean_tokens(examples: Examples) -> Tuple["np.ndarray", "np.ndarray"]:
    """(width,) of the ground that photos show, from above and as seen by them."""
    ground, aerial, weight = matched_tokens(examples)
    return np.average(aerial, axis=0, weights=weight), np.average(ground, axis=0, weights=weight)


def start_head(kind: str, examples: Examples) -> LinearHead:
    """A head that still is the shipped projection, centred on these examples."""
    projection = load_projection()
    ground, aerial, _ = matched_tokens(examples)
    deviation = torch.tensor(
        np.stack([(part @ projection.matrix).std(axis=0) for part in (aerial, ground)])
    ).float()
    head = (
        LinearHead(projection, deviation)
        if kind == "linear"
        else DeepHead(projection, deviation, neighbours=kind == "mixer")
    )
    return recentred(head, *mean_tokens(examples))


def fit_head(head: LinearHead, sampler: Sampler, steps: int, rate: float) -> LinearHead:
    """Train a head, the last two thirds of the steps with bits; prints the loss as it falls."""
    torch.manual_seed(SEED)
    log_sharpness = torch.nn.Parameter(torch.tensor(float(np.log(START_SHARPNESS))))
    groups = [
        {"params": list(head.parameters()), "weight_decay": WEIGHT_DECAY},
        {"params": [log_sharpness], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps)
    started, recent = time.monotonic(), []
    for step in range(1, steps + 1):
        head.train()
        batch = sampler.batch(PHOTOS, TURNS)
        loss, right = pose_loss(head, batch, log_sharpness, binary=step > steps // 3)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        recent.append((loss.item(), right.item()))
        if step % SAY_EVERY == 0 or step == steps:
            mean = np.mean(recent[-SAY_EVERY:], axis=0)
            seconds = time.monotonic() - started
            print(
                f"step {step} of {steps}: loss {mean[0]:.3f}, best pose right {mean[1]:.2f}, "
                f"{seconds:.0f} s",
                flush=True,
            )
    return head.eval()


def show(title: str, head: LinearHead, examples: Examples) -> None:
    """Print recall with known heading and with all turns."""
    for turns in (1, len(examples.sightings[0].turns_deg)):
        found = search_all(head, examples, range(len(examples.sightings)), turns)
        cells = "  ".join(f"{name} {value:.2f}" for name, value in summary(found).items())
        print(f"{title:20s} {turns:>2d} headings  {cells}", flush=True)


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("build/crossview"))
    parser.add_argument("--head", choices=("linear", "deep", "mixer"), default="deep")
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--out", type=Path, default=None, help="where to keep the weights")
    options = parser.parse_args(arguments)
    fitted = load_all(town_files(options.data))
    held_out = load_all(town_files(options.data, held_out=True))
    real_file = options.data / "real.npz"
    real = load_all([real_file]) if real_file.exists() else None
    print(f"{len(fitted.sightings)} photos to fit on, {len(held_out.sightings)} held out")
    head = start_head(options.head, fitted)
    real_means = load_projection().mean

    def measure(when: str) -> None:
        show(f"towns, {when}", head, held_out)
        if real:
            show(f"real pairs, {when}", recentred(head, *real_means), real)

    measure("before")
    fit_head(head, Sampler(fitted, range(len(fitted.sightings)), SEED), options.steps, options.rate)
    measure("after")
    if options.out:
        torch.save(head.state_dict(), options.out)


if __name__ == "__main__":
    main()
