"""Search the maps of examples with a head: how often the true place is found."""

from dataclasses import dataclass
from typing import Callable, Dict, List, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from ..evaluation.ranking import TRUTH_RADIUS_M, position_rank_share
from .examples import Examples, Sighting
from .head import AERIAL, GROUND, LinearHead
from .losses import pose_logits

TOKEN_M = 2.5
LEAST_OVERLAP = 0.5


@dataclass(frozen=True)
class Found:
    """How the search for one photo ended; see `evaluation.protocol.Outcome`."""

    kind: str
    group: str
    error_m: float
    rank_share: float
    direction_right: bool


def search_all(
    head: LinearHead,
    examples: Examples,
    chosen: Sequence[int],
    headings: int,
    place: int = 0,
) -> List[Found]:
    """Look for photos in the map of their first date.

    Args:
        headings: how many turns to try; 1 for a known heading.
        place: which of a photo's maps to search.
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
            found.append(_search(head, sighting, codes[which], headings))
    return found


def _search(head: LinearHead, s: Sighting, codes: torch.Tensor, headings: int) -> Found:
    weight = torch.from_numpy(s.weight[:headings])
    tokens = torch.from_numpy(s.tokens[:headings]).float()
    views = _signs(head(tokens, (weight > 0).float(), GROUND))
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
    votes = np.where(enough, votes / np.maximum(seen, 1e-3), -np.inf)
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


def table(found: Sequence[Found], by: Callable[[Found], str]) -> Dict[str, Dict[str, float]]:
    """Per kind: photos, share within 10 m, in the best 1 %, median share searched, direction."""
    kinds = sorted({by(f) for f in found})
    return {kind: _summary([f for f in found if by(f) == kind]) for kind in [*kinds]}


def _summary(found: Sequence[Found]) -> Dict[str, float]:
    share: NDArray[np.float64] = np.array([f.rank_share for f in found])
    return {
        "photos": len(found),
        "within_10m": float(np.mean([f.error_m <= 10.0 for f in found])),
        "best_1pct": float((share <= 0.01).mean()),
        "mean_log_share": float(np.log10(share + 1e-4).mean()),
        "direction": float(np.mean([f.direction_right for f in found])),
    }


def _signs(x: torch.Tensor) -> torch.Tensor:
    return torch.where(x >= 0, 1.0, -1.0)
