"""Search the maps of examples with a head: how often the true place is found."""

from typing import Dict, List, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from plugin.engine.query import bit_strength

from ..evaluation.paired import Found
from ..evaluation.ranking import LEAST_SHARE, TRUTH_RADIUS_M, position_rank_share
from .examples import Examples, Sighting
from .head import AERIAL, GROUND, LinearHead
from .losses import pose_logits

TOKEN_M = 2.5
LEAST_OVERLAP = 0.5


def search_all(
    head: LinearHead,
    examples: Examples,
    chosen: Sequence[int],
    headings: int,
    place: int = 0,
    bits_alone: bool = False,
) -> List[Found]:
    """Look for photos in the map of their first date.

    Args:
        headings: how many turns to try; 1 for a known heading.
        place: which of a photo's maps to search.
        bits_alone: all bits of a photo count the same; else by `plugin.engine.query.bit_strength`.
    """
    head.eval()
    codes: Dict[int, torch.Tensor] = {}
    found = []
    with torch.no_grad():
        for number in chosen:
            sighting = examples.sightings[number]
            which = sighting.places[place]
            ground = examples.maps[which]
            if which not in codes:
                covered = torch.from_numpy(ground.covered)[None].float()
                tokens = torch.from_numpy(ground.tokens)[None].float()
                codes[which] = _signs(head(tokens, covered, AERIAL)) * covered[..., None]
            found.append(_search(head, sighting, codes[which], headings, bits_alone))
    return found


def _search(
    head: LinearHead,
    s: Sighting,
    codes: torch.Tensor,
    headings: int,
    bits_alone: bool,
) -> Found:
    weight = torch.from_numpy(s.weight[:headings])
    tokens = torch.from_numpy(s.tokens[:headings]).float()
    views = head(tokens, (weight > 0).float(), GROUND)
    views = _signs(views) if bits_alone else torch.from_numpy(_weighted_signs(views.numpy()))
    total = weight.sum(dim=(1, 2), keepdim=True).clamp_min(1e-6)
    weight = (weight / total)[None]
    pad = weight.shape[-1] // 2
    laid = torch.nn.functional.pad(codes, (0, 0, pad, pad, pad, pad))
    covered = (laid.abs().sum(-1) > 0).float()
    votes = pose_logits(views[None], weight, laid, covered)[0, 0].numpy()
    seen = pose_logits(
        torch.ones_like(weight)[..., None], weight, covered[..., None], torch.ones_like(covered)
    )[0, 0].numpy()
    enough = seen >= LEAST_OVERLAP
    votes = votes / np.maximum(seen, 1e-3)
    votes = np.where(enough, votes, -np.inf)
    best = votes.max(axis=0)
    rows, cols = np.ogrid[0 : best.shape[0], 0 : best.shape[1]]
    distance_m = np.hypot(rows - s.row, cols - s.col) * TOKEN_M
    near = distance_m <= TRUTH_RADIUS_M
    at = int(best.argmax())
    turn = float(s.turns_deg[votes[:, near].max(axis=1).argmax()])
    return Found(
        s.kind,
        s.group,
        float(distance_m.ravel()[at]),
        position_rank_share(best.astype(np.float32), near),
        abs((turn + 180.0) % 360.0 - 180.0) <= 30.0,
    )


def summary(found: Sequence[Found]) -> Dict[str, float]:
    """Shares: within 10 m, in the best 1 %, log10 of what ranks before (mean), direction right."""
    share: NDArray[np.float64] = np.array([f.rank_share for f in found])
    return {
        "photos": len(found),
        "within 10 m": float(np.mean([f.error_m <= 10.0 for f in found])),
        "best 1 %": float((share <= 0.01).mean()),
        "log share": float(np.log10(share + LEAST_SHARE).mean()),
        "direction": float(np.mean([f.direction_right for f in found])),
    }


def _weighted_signs(projections: NDArray[np.float32]) -> NDArray[np.float32]:
    strength = bit_strength(projections)
    return np.asarray(np.sign(projections) * strength / strength.mean(), dtype=np.float32)


def _signs(x: torch.Tensor) -> torch.Tensor:
    return torch.where(x >= 0, 1.0, -1.0)
