"""What narrowing down loses, on real pairs, beside other ways to do it; writes docs/narrowing.md.

    python tests/bench/narrowing.py --pairs ../shared/data/real-pairs/index.csv

Every photo is searched throughout; then positions are ranked by each way of narrowing down, and
the best blocks are kept as the search keeps them. The truth is lost when the best position within
2.5 m of it is not among the survivors. Counted among photos whose truth the search throughout
puts within the best 0.1 %, 1 % and 5 %: what it cannot find, narrowing cannot lose. Also tells
the share of wrong bits at the true place.
"""

import argparse
import math
from pathlib import Path
from typing import Callable, Dict, List, Tuple

import numpy as np
from common import REPOSITORY
from report import table
from simulated import with_layers

from models.training.evaluation.cuts import each_query
from models.training.evaluation.evaluate import usable
from models.training.evaluation.layouts import read_any
from models.training.evaluation.protocol import encode_raster
from models.training.evaluation.ranking import TRUTH_RADIUS_M, position_rank_share
from plugin.engine import search as search_module
from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.hashing import unpack_signs
from plugin.engine.narrow import QUICK, THOROUGH, Tile, agreement, block_maxima
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.query import PhotoCodes, encode_photo
from plugin.engine.stencil import near_stencil
from plugin.engine.tokens import TokenCodes
from plugin.engine.votes import LEAST_OVERLAP, Scale, typical_of, votes_of

CUTS_DEG = (90.0,)
KEPT_SHARES = (THOROUGH.kept_share, QUICK.kept_share)
LEVELS = (0.001, 0.01, 0.05)
SHARES = (0.5, 0.8)

Evidence = np.ndarray
Way = Callable[[TokenCodes, PhotoCodes, float], Evidence]


def near(share: float, step: int = 1, every: int = 1) -> Way:
    """The heaviest tokens with a share of the weight, as the search narrows down.

    Args:
        share: of the weight.
        step: only every so many positions are looked at, the others count as they do.
        every: only every so many headings are looked at.
    """

    def way(index: TokenCodes, photo: PhotoCodes, sharpness: float) -> Evidence:
        if len(photo.headings_deg) > 1:
            photo = with_layers(photo, list(range(0, len(photo.headings_deg), every)))
        stencil = near_stencil(photo, share)
        everywhere = Tile(0, 0, index.grid.rows + 1, index.grid.cols + 1)
        found = agreement(index, stencil, everywhere)
        typical = typical_of(votes_of(*found, stencil, None))
        votes = votes_of(*found, stencil, typical.mean)
        evidence = Scale(photo, sharpness, typical).best_and_evidence(votes)[2]
        if step > 1:
            rows, cols = evidence.shape
            coarse = evidence[::step, ::step]
            evidence = coarse.repeat(step, axis=0)[:rows].repeat(step, axis=1)[:, :cols]
        return evidence

    return way


def pooled(majority: bool, step: int) -> Way:
    """Tokens in 2 x 2 cells on both sides, signs summed or by majority, every `step` positions."""

    def way(index: TokenCodes, photo: PhotoCodes, sharpness: float) -> Evidence:
        ground = unpack_signs(index.codes) * index.covered[..., None]
        reach = int(np.abs(photo.offset_rowcol).max()) + 2
        reach += reach % 2
        padded = np.pad(ground, ((reach, reach), (reach, reach), (0, 0)))
        seen = np.pad(index.covered, reach).astype(np.float32)
        cells, there = _cells(padded), _cells(seen)
        kernel, weight = _pooled_photo(photo, reach, majority)
        cells = np.sign(cells) if majority else cells
        rows, cols = index.grid.rows + 1, index.grid.cols + 1
        sums = np.zeros((rows, cols, len(weight)), np.float32)
        share = np.zeros_like(sums)
        for (row, col), column in kernel.items():
            part = slice(row, row + rows), slice(col, col + cols)
            block, cover = cells[part], there[part]
            size = sums[: block.shape[0], : block.shape[1]].shape[:2]
            sums[: size[0], : size[1]] += block @ column[0].T
            share[: size[0], : size[1]] += cover[..., None] * column[1] / 4
        share /= weight
        votes = np.where(share >= LEAST_OVERLAP, sums / weight, -np.inf).astype(np.float32)
        typical = typical_of(votes)
        evidence = Scale(photo, sharpness, typical).best_and_evidence(votes)[2]
        if step == 1:
            return evidence
        coarse = np.full_like(evidence, -np.inf)
        coarse[::step, ::step] = evidence[::step, ::step]
        return _spread(coarse)

    return way


def _cells(values: np.ndarray) -> np.ndarray:
    """Sums of every token and its neighbours to the south, the east and between."""
    return values[:-1, :-1] + values[1:, :-1] + values[:-1, 1:] + values[1:, 1:]


def _pooled_photo(
    photo: PhotoCodes, reach: int, majority: bool
) -> "tuple[Dict[Tuple[int, int], Tuple[np.ndarray, np.ndarray]], np.ndarray]":
    """Cell (row, col in the padded ground) to signs (layers, bits) and weight (layers,)."""
    signs = unpack_signs(photo.codes) * photo.strength * photo.weight[..., None]
    found: Dict[Tuple[int, int], Tuple[np.ndarray, np.ndarray]] = {}
    for token, (down, right) in enumerate(photo.offset_rowcol):
        cell = int(down) // 2 * 2 + reach, int(right) // 2 * 2 + reach
        before = found.get(cell, (0.0, 0.0))
        found[cell] = before[0] + signs[:, token], before[1] + photo.weight[:, token]
    if majority:
        found = {c: (np.sign(s) * w[:, None], w) for c, (s, w) in found.items()}
    return found, np.maximum(sum(weight for _, weight in found.values()), 1e-9)


def _spread(values: Evidence) -> Evidence:
    """The largest of every position and its eight neighbours."""
    padded = np.pad(values, 1, constant_values=-np.inf)
    rows, cols = values.shape
    parts = [padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)]
    return np.max(parts, axis=0)


WAYS: Dict[str, Way] = {
    "**in use**: 65 % of the weight": near(THOROUGH.weight_share),
    "**in use on vast ground**: 65 %, every second heading": near(
        QUICK.weight_share, every=QUICK.every_heading
    ),
    **{f"{100 * share:.0f} % of the weight": near(share) for share in SHARES},
    "65 %, every second position down and across": near(0.65, step=2),
    "cells of 2 x 2 tokens, sums of signs": pooled(False, 1),
    "cells of 2 x 2 tokens, majority of signs": pooled(True, 1),
    "cells of 2 x 2 tokens, sums, every second position": pooled(False, 2),
}


def share_before(evidence: Evidence, searched: np.ndarray, place: int) -> float:
    """Share of the blocks that are better than that of a position."""
    evidence = np.where(searched, evidence, -np.inf)
    blocks = block_maxima(evidence)
    row, col = divmod(place, evidence.shape[1])
    before = (blocks > blocks[row // 2, col // 2]).sum()
    return float(before / np.isfinite(blocks).sum())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True)
    options = parser.parse_args()
    encoder = Encoder(load_pack(shipped_pack_folder()))
    search_module.SMALL_POSES = 10**12
    raster = encode_raster([pair for pair in read_any(options.pairs) if usable(pair)], encoder)
    around = np.arange(encoder.pack.headings) * 360.0 / encoder.pack.headings
    ranks: Dict[str, List[float]] = {"known": [], "unknown": []}
    before: Dict[Tuple[str, str], List[float]] = {}
    votes_at_truth: List[float] = []
    for query in each_query(raster.pairs, CUTS_DEG):
        for label in ranks:
            if label == "known" and query.heading_deg is None:
                continue
            headings = around if label == "unknown" else np.array([query.heading_deg])
            try:
                photo = encode_photo(query.photo, query.camera, headings, encoder)
            except SkymatchError:
                continue
            sharpness = encoder.pack.calibration.sharpness * math.sqrt(photo.effective_tokens)
            allowed = np.ones([side + 1 for side in raster.codes.covered.shape], np.bool_)
            votes = search_module.search(raster.codes, photo, sharpness, allowed, SilentFeedback())
            close = raster.distances_m(query.number) <= TRUTH_RADIUS_M
            searched = np.isfinite(votes.evidence)
            if not (close & searched).any():
                continue
            ranks[label].append(position_rank_share(votes.evidence, close))
            best = int(np.where(close, votes.evidence, -np.inf).argmax())
            if label == "known":
                votes_at_truth.append(float(votes.best.ravel()[best]))
            for name, way in WAYS.items():
                share = share_before(way(raster.codes, photo, sharpness), searched, best)
                before.setdefault((name, label), []).append(share)
    text = document(ranks, before, votes_at_truth)
    (REPOSITORY / "docs" / "narrowing.md").write_text(text, encoding="utf-8")
    print(text)


def document(
    ranks: Dict[str, List[float]],
    before: Dict[Tuple[str, str], List[float]],
    votes_at_truth: List[float],
) -> str:
    """Lost of found, per way and level."""
    wrong = (1 - np.quantile(votes_at_truth, (0.75, 0.5, 0.25))) / 2
    lines = [
        "# What narrowing down loses",
        "",
        "Written by `make narrowing`. Real photos, whole panoramas and cuts of 90°, are "
        "searched throughout on all aerial pictures laid side by side; then the true place is "
        "looked for among what each way of narrowing down keeps. Lost of those that the search "
        "throughout puts among the best so many positions. At the true place, "
        + ", ".join(f"{share:.0%}" for share in wrong)
        + " of the bits are wrong (quartiles, each as strong as the photo tells it).",
    ]
    head = [f"heading {label}, best {100 * level:g} %" for label in ranks for level in LEVELS]
    for kept in KEPT_SHARES:
        rows = []
        for name in WAYS:
            cells = [name]
            for label, rank in ranks.items():
                lost = np.array(before[name, label]) >= kept
                for level in LEVELS:
                    found = np.array(rank) <= level
                    cells.append(f"{int(lost[found].sum())} of {found.sum()}")
            rows.append(cells)
        lines += ["", f"## {kept:.0%} of the positions kept", "", *table(["", *head], rows)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
