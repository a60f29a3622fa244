"""Adapters in the transformer's last blocks, fitted across views on simulated towns.

    python -m models.training.crossview.fit_adapters --data build/crossview/pixels --steps 400

A lever that is tried, not part of the shipped pack. Prints recall on held-out towns and on real
pairs, none of which it is fitted on, as it goes.
"""

import argparse
import time
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import numpy as np
import torch
from torch.nn.functional import pad

from ..export import DEPTH, MARGIN_TOKENS, WINDOW_TOKENS, load_projection
from ..trunk import load_weights, packaged_weights_path
from .adapted import Blocks
from .batches import Batch, foreign_pieces, target_of
from .examples import Examples, GroundMap, Sighting, load, town_files
from .frozen import (
    CHUNK,
    FIRST_ADAPTED,
    INTERIOR,
    Area,
    Frozen,
    Prepared,
    Windows,
    joined,
    prepared,
)
from .head import LinearHead, recentred
from .losses import pose_loss
from .pixels import FOLDER
from .ranking import search_all, summary
from .scatter import matched_tokens

RANK = 8
PIECE = 2 * INTERIOR
PAD = 4
POSITIONS = PIECE + 2 * PAD - WINDOW_TOKENS + 1
PHOTOS = 10
START_SHARPNESS = 60.0
MEAN_KEPT = 0.98
SAY_EVERY = 25
SEED = 0
MEASURED_KINDS = ("whole", "90deg", "photo", "panorama")


class Adapted:
    """Adapted blocks and head, and the mean tokens of the towns as they move."""

    def __init__(self, head: LinearHead, blocks: Blocks) -> None:
        self.head, self.blocks = head, blocks

    def tokens(self, windows: Windows) -> torch.Tensor:
        """(n, side, side, width) of windows (n, ...)."""
        with torch.autocast("cpu", torch.bfloat16):
            tokens = self.blocks(windows.tokens.float(), windows.shown)
        return tokens[:, 1:].float().unflatten(1, (WINDOW_TOKENS, WINDOW_TOKENS))

    def examples(self, data: Prepared) -> Examples:
        """The same photos and maps with their tokens."""
        with torch.no_grad():
            maps = [self._map(area, ground) for area, ground in zip(data.areas, data.maps)]
            sightings = [
                Sighting(**{**vars(s), "tokens": self._all(photo).numpy().astype(np.float16)})
                for s, photo in zip(data.sightings, data.photos)
            ]
        return Examples(maps, sightings)

    def _map(self, area: Area, ground: GroundMap) -> GroundMap:
        rows, cols = area.windows.shown.shape[:2]
        found = self._all(Windows(*(part.flatten(0, 1) for part in area.windows)))
        (laid,) = _laid(found.unflatten(0, (1, rows, cols)))
        height, width = ground.covered.shape
        return GroundMap(laid[:height, :width].numpy().astype(np.float16), ground.covered)

    def _all(self, windows: Windows) -> torch.Tensor:
        parts = [
            self.tokens(Windows(windows.tokens[i : i + CHUNK], windows.shown[i : i + CHUNK]))
            for i in range(0, len(windows.shown), CHUNK)
        ]
        return torch.cat(parts)


class Drawer:
    """Draws photos and, for each, four windows of a map around its place."""

    def __init__(self, data: Prepared, seed: int) -> None:
        self._data = data
        self._generator = np.random.default_rng(seed)

    def draw(self, model: Adapted, count: int) -> Batch:
        """A batch whose tokens carry gradients."""
        data = self._data
        views, shown, weights, pieces, seen, covered, targets, corners = ([] for _ in range(8))
        for number in self._generator.choice(len(data.sightings), count, replace=False):
            s, photo = data.sightings[number], data.photos[number]
            views.append(photo.tokens)
            shown.append(photo.shown)
            weight = torch.from_numpy(s.weight)
            weights.append(weight / weight.sum(dim=(1, 2), keepdim=True).clamp_min(1e-6))
            area = data.areas[int(self._generator.choice(s.places))]
            r, c = _first_window(area, s)
            pieces.append(area.windows.tokens[r : r + 2, c : c + 2].flatten(0, 1))
            seen.append(area.windows.shown[r : r + 2, c : c + 2].flatten(0, 1))
            top, left = r * INTERIOR, c * INTERIOR
            inner = area.covered[top + MARGIN_TOKENS :, left + MARGIN_TOKENS :][:PIECE, :PIECE]
            covered.append(inner)
            targets.append(target_of(s.row - top - PAD, s.col - left - PAD, POSITIONS))
            corners.append((s.group, top, left))
        turns = len(views[0])
        everything = Windows(torch.cat([*views, *pieces]), torch.cat([*shown, *seen]))
        tokens = model.tokens(everything)
        ground, above = tokens[: count * turns], tokens[count * turns :]
        laid = _laid(above.unflatten(0, (count, 2, 2)))
        return Batch(
            ground.unflatten(0, (count, turns)),
            torch.stack(weights),
            pad(laid, (0, 0, PAD, PAD, PAD, PAD)),
            pad(torch.stack(covered), (PAD, PAD, PAD, PAD)),
            torch.stack(targets),
            foreign_pieces(corners, PIECE + WINDOW_TOKENS),
        )


def _first_window(area: Area, s: Sighting) -> Tuple[int, int]:
    """Lattice row and column of the first of the four windows that a camera stands midst of."""
    sides = area.windows.shown.shape[:2]
    row, col = (
        int(np.clip(round(at / INTERIOR) - 1, 0, side - 2))
        for at, side in zip((s.row, s.col), sides)
    )
    return row, col


def _laid(windows: torch.Tensor) -> torch.Tensor:
    """Windows (n, rows, cols, side, side, width) side by side, without their margins."""
    inside = slice(MARGIN_TOKENS, MARGIN_TOKENS + INTERIOR)
    return windows[:, :, :, inside, inside].transpose(2, 3).flatten(3, 4).flatten(1, 2)


def means_of(batch: Batch) -> torch.Tensor:
    """(2, width), mean token of the maps and of the ground that the photos show."""
    with torch.no_grad():
        above = batch.pieces[batch.covered > 0].mean(dim=0)
        weight = batch.weight[:, 0, ..., None]
        ground = (batch.views[:, 0] * weight).sum(dim=(0, 1, 2)) / weight.sum()
    return torch.stack([above, ground])


def fit(
    model: Adapted, data: Prepared, steps: int, rate: float, measure_every: int, measure
) -> None:
    """Train adapters and head; prints the loss as it falls."""
    log_sharpness = torch.nn.Parameter(torch.tensor(float(np.log(START_SHARPNESS))))
    adapters = model.blocks.learned()
    groups = [
        {"params": adapters, "lr": rate},
        {"params": [*model.head.parameters(), log_sharpness], "lr": rate / 4, "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [rate, rate / 4], total_steps=steps)
    drawer, started, recent = Drawer(data, SEED), time.monotonic(), []
    for step in range(1, steps + 1):
        batch = drawer.draw(model, PHOTOS)
        model.head.mean.mul_(MEAN_KEPT).add_(means_of(batch), alpha=1.0 - MEAN_KEPT)
        loss, right = pose_loss(model.head, batch, log_sharpness, binary=True)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*adapters, *model.head.parameters()], 1.0)
        optimiser.step()
        schedule.step()
        recent.append((loss.item(), right.item()))
        if step % SAY_EVERY == 0:
            mean = np.mean(recent[-SAY_EVERY:], axis=0)
            passed = time.monotonic() - started
            print(
                f"step {step}: loss {mean[0]:.3f}, right {mean[1]:.2f}, {passed:.0f} s", flush=True
            )
        if step % measure_every == 0 or step == steps:
            measure(f"step {step}")


def show(title: str, model: Adapted, data: Prepared) -> None:
    """Print recall with known heading and with all turns, centred on the data's own means."""
    examples = model.examples(data)
    ground, aerial, weight = matched_tokens(examples)
    whole = np.concatenate([m.tokens[m.covered][::3] for m in examples.maps]).astype(np.float32)
    head = recentred(model.head, whole.mean(axis=0), np.average(ground, axis=0, weights=weight))
    for turns in (1, len(examples.sightings[0].turns_deg)):
        found = search_all(head, examples, range(len(examples.sightings)), turns)
        by_kind: Dict[str, List] = {}
        for one in found:
            by_kind.setdefault(one.kind, []).append(one)
        for kind, some in [*sorted(by_kind.items()), ("all", found)]:
            cells = "  ".join(f"{name} {value:.2f}" for name, value in summary(some).items())
            print(f"{title:22s} {turns:>2d} headings  {kind:28s} {cells}", flush=True)


def start_head(data: Prepared, model_blocks: Blocks) -> LinearHead:
    """The shipped projection, centred on the towns and scaled to numbers of about one."""
    projection = load_projection()
    as_it_is = LinearHead(projection, torch.ones(2, projection.matrix.shape[1]))
    few = Prepared(data.areas[:4], data.photos[:120], data.sightings[:120], data.maps[:4])
    ground, aerial, weight = matched_tokens(Adapted(as_it_is, model_blocks).examples(few))
    parts = aerial, ground
    spread = np.stack([(part @ projection.matrix).std(axis=0) for part in parts])
    head = LinearHead(projection, torch.tensor(spread).float())
    return recentred(head, *(np.average(part, axis=0, weights=weight) for part in parts))


def _prepared_town(path: Path, frozen: Frozen) -> Prepared:
    examples = load(path)
    print(f"{path.stem}: {len(examples.sightings)} photos", flush=True)
    return prepared(examples, frozen, range(len(examples.sightings)))


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=FOLDER)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--measure-every", type=int, default=200)
    parser.add_argument("--out", type=Path, default=None, help="where to keep the weights")
    options = parser.parse_args(arguments)
    frozen = Frozen()
    data, other = (
        joined([_prepared_town(path, frozen) for path in town_files(options.data, held_out)])
        for held_out in (False, True)
    )
    real_file = options.data / "real.npz"
    real = None
    if real_file.exists():
        examples = load(real_file)
        kinds = [s.kind for s in examples.sightings]
        chosen = [n for n, kind in enumerate(kinds) if any(k in kind for k in MEASURED_KINDS)]
        real = prepared(examples, frozen, chosen)
        del examples
    torch.manual_seed(SEED)
    weights = load_weights(packaged_weights_path(), DEPTH)
    blocks = Blocks(weights, range(FIRST_ADAPTED, DEPTH), RANK)
    model = Adapted(start_head(data, blocks), blocks)

    def measure(when: str) -> None:
        show(f"towns, {when}", model, other)
        if real is not None:
            show(f"real, {when}", model, real)

    measure("before")
    fit(model, data, options.steps, options.rate, options.measure_every, measure)
    if options.out:
        torch.save(
            {"blocks": model.blocks.state_dict(), "head": model.head.state_dict()}, options.out
        )


if __name__ == "__main__":
    main()
