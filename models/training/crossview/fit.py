"""Fit a head across views on simulated towns, and on real pairs by cross-validation.

python -m models.training.crossview.fit --data build/crossview --head deep --out build/crossview
"""

import argparse
import json
import time
from pathlib import Path
from typing import Dict, List, Optional, Sequence

import numpy as np
import torch

from ..export import Projection, load_projection
from .batches import Sampler
from .examples import Examples, load_all
from .head import DeepHead, LinearHead, deviations
from .losses import pose_loss
from .ranking import search_all, table

HELD_OUT_FROM = 2000
START_SHARPNESS = 60.0
WEIGHT_DECAY = 0.02
SEED = 0


def start_head(kind: str, examples: Examples) -> LinearHead:
    """A head that still is the projection fitted without labels."""
    projection: Projection = load_projection()
    aerial = np.concatenate([m.tokens[m.covered][::37] for m in examples.maps])
    ground = np.concatenate([s.tokens[0][s.weight[0] > 0.05] for s in examples.sightings[::3]])
    deviation = torch.stack(deviations(projection, aerial, ground))
    if kind == "linear":
        return LinearHead(projection, deviation)
    return DeepHead(projection, deviation, neighbours=kind == "mixer")


def fit(
    head: LinearHead,
    samplers: Sequence[Sampler],
    steps: int,
    photos: int = 14,
    turns: int = 3,
    rate: float = 1e-3,
    pull: float = 0.0,
    say_every: int = 50,
) -> LinearHead:
    """Train a head.

    Args:
        samplers: drawn from in turn.
        pull: weight of the squared distance from the start (Xuhong et al., ICML 2018).
    """
    torch.manual_seed(SEED)
    start = {name: p.detach().clone() for name, p in head.named_parameters()}
    log_sharpness = torch.nn.Parameter(torch.tensor(float(np.log(START_SHARPNESS))))
    groups = [
        {"params": list(head.parameters()), "weight_decay": WEIGHT_DECAY if not pull else 0.0},
        {"params": [log_sharpness], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps)
    started, recent = time.monotonic(), []
    for step in range(steps):
        head.train()
        batch = samplers[step % len(samplers)].batch(photos, turns)
        loss, right = pose_loss(head, batch, log_sharpness, binary=step > steps // 3)
        if pull:
            away = sum((p - start[name]).square().sum() for name, p in head.named_parameters())
            loss = loss + pull * away
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        recent.append((loss.item(), right.item()))
        if (step + 1) % say_every == 0:
            mean = np.mean(recent[-say_every:], axis=0)
            seconds = time.monotonic() - started
            print(
                f"step {step + 1} of {steps}: loss {mean[0]:.3f}, best pose right {mean[1]:.2f}, "
                f"sharpness {log_sharpness.exp().item():.0f}, {seconds:.0f} s",
                flush=True,
            )
    return head.eval()


def report(head: LinearHead, examples: Examples, headings: Sequence[int]) -> Dict[str, object]:
    """Recall of a head, by kind of photo and number of headings tried."""
    everything = range(len(examples.sightings))
    return {
        str(count): table(search_all(head, examples, everything, count), lambda found: found.kind)
        for count in headings
    }


def show(title: str, measured: Dict[str, object]) -> None:
    """Print what `report` found."""
    for headings, kinds in measured.items():
        for kind, row in kinds.items():
            cells = "  ".join(f"{name} {value:.2f}" for name, value in row.items())
            print(f"{title:10s} {headings:>2s} headings  {kind:28s} {cells}", flush=True)


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("build/crossview"))
    parser.add_argument("--head", choices=("linear", "deep", "mixer"), default="deep")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--pull", type=float, default=0.0)
    parser.add_argument("--out", type=Path, default=Path("build/crossview"))
    options = parser.parse_args(arguments)
    towns = sorted(options.data.glob("town*.npz"))
    number = {path: int(path.stem[len("town") :]) for path in towns}
    fitted = load_all([path for path in towns if number[path] < HELD_OUT_FROM])
    held_out = load_all([path for path in towns if number[path] >= HELD_OUT_FROM])
    print(f"{len(fitted.sightings)} photos to fit on, {len(held_out.sightings)} held out")
    head = start_head(options.head, fitted)
    real = load_all([options.data / "real.npz"]) if (options.data / "real.npz").exists() else None
    before = {"towns": report(head, held_out, [1, 3])}
    if real:
        before["real"] = report(head, real, [1, 24])
    for name, measured in before.items():
        show(f"{name} start", measured)
    sampler = Sampler(fitted, range(len(fitted.sightings)), SEED)
    fit(head, [sampler], options.steps, rate=options.rate, pull=options.pull)
    after = {"towns": report(head, held_out, [1, 3])}
    if real:
        after["real"] = report(head, real, [1, 24])
    for name, measured in after.items():
        show(f"{name} end", measured)
    name = f"{options.head}-{options.steps}"
    torch.save(head.state_dict(), options.out / f"{name}.pt")
    (options.out / f"{name}.json").write_text(json.dumps({"before": before, "after": after}))


if __name__ == "__main__":
    main()
