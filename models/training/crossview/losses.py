"""What heads are fitted to: the true pose must win against all others, by codes of few bits."""

import torch
from torch import nn

from .batches import Batch
from .head import AERIAL, GROUND, LinearHead, straight_through_sign


def pose_logits(
    views: torch.Tensor, weight: torch.Tensor, pieces: torch.Tensor, covered: torch.Tensor
) -> torch.Tensor:
    """Votes of all poses.

    Args:
        views: (photos, turns, side, side, bits), weight: (photos, turns, side, side).
        pieces: (n, reach, reach, bits), covered: (n, reach, reach).

    Returns:
        (photos, n, turns, positions, positions), each from -1 to 1.
    """
    photos, turns, side, _, bits = views.shape
    kernel = (views * weight[..., None] / bits).permute(0, 1, 4, 2, 3).flatten(0, 1)
    ground = (pieces * covered[..., None]).permute(0, 3, 1, 2)
    votes = nn.functional.conv2d(ground, kernel)
    return votes.unflatten(1, (photos, turns)).permute(1, 0, 2, 3, 4)


def pose_loss(
    head: LinearHead, batch: Batch, log_sharpness: torch.Tensor, binary: bool
) -> "tuple[torch.Tensor, torch.Tensor]":
    """Cross-entropy of the true pose among all poses of the batch; and the share that win.

    Poses: every position of every piece, at every turn. Pieces that may show the same place as
    a photo's own are left out.
    """
    shown = (batch.weight > 0).float()
    flat_views = head(batch.views.flatten(0, 1), shown.flatten(0, 1), GROUND)
    views = flat_views.unflatten(0, batch.weight.shape[:2])
    pieces = head(batch.pieces, batch.covered, AERIAL)
    code = straight_through_sign if binary else torch.tanh
    votes = pose_logits(code(views), batch.weight, code(pieces), batch.covered)
    logits = votes * log_sharpness.exp()
    photos = len(logits)
    own = torch.eye(photos, dtype=torch.bool)
    logits = logits.masked_fill(~(batch.foreign | own)[:, :, None, None, None], -1e4)
    log_probability = logits.flatten(1).log_softmax(1).view_as(logits)
    right = log_probability[torch.arange(photos), torch.arange(photos), 0]
    loss = -(right * batch.target).sum(dim=(1, 2)).mean()
    best = logits.flatten(1).argmax(1)
    true = torch.arange(photos) * logits[0, 0].numel() + batch.target.flatten(1).argmax(1)
    return loss + decorrelation(pieces, batch.covered) * 0.1, (best == true).float().mean()


def decorrelation(outputs: torch.Tensor, covered: torch.Tensor) -> torch.Tensor:
    """How far the bits are from balanced and independent (as in Barlow Twins, ICML 2021)."""
    x = torch.tanh(outputs[covered > 0])
    mean = x.mean(0)
    centred = (x - mean) / (x.std(0) + 1e-3)
    correlation = centred.T @ centred / len(x)
    off = correlation - torch.diag(torch.diagonal(correlation))
    return off.square().mean() * 10.0 + mean.square().mean()
