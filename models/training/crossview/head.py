"""Heads that turn transformer tokens into code bits, one set of weights for each view (PyTorch).

All start as the projection that was fitted without labels, so that what training changes can be
told apart from what was there.
"""

import copy

import numpy as np
import torch
from torch import nn

from ..export import Projection
from ..trunk import WIDTH

AERIAL, GROUND = 0, 1
INNER = 192


class LinearHead(nn.Module):
    """Centre, turn and scale; the sign is the code.

    `forward` gives numbers of about unit deviation. The mean belongs to the domain, simulated or
    real, and is not fitted.
    """

    def __init__(self, start: Projection, deviation: "torch.Tensor") -> None:
        """Start as the projection; `deviation` (2, bits) of its outputs."""
        super().__init__()
        self.register_buffer("mean", torch.tensor(start.mean))
        matrix = torch.tensor(start.matrix)
        self.matrix = nn.Parameter(torch.stack([matrix / deviation[0], matrix / deviation[1]]))
        self.bits = start.matrix.shape[1]

    def forward(self, tokens: torch.Tensor, shown: torch.Tensor, view: int) -> torch.Tensor:
        """(n, rows, cols, width) tokens and (n, rows, cols) mask to (n, rows, cols, bits)."""
        return (tokens - self.mean[view]) @ self.matrix[view]


class DeepHead(LinearHead):
    """The same and what a small network of token and neighbours adds."""

    def __init__(self, start: Projection, deviation: "torch.Tensor", neighbours: bool) -> None:
        """`neighbours`: mix 3 x 3 tokens, those that are not shown left out."""
        super().__init__(start, deviation)
        self.norm = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in range(2)])
        self.wide = nn.ModuleList([nn.Linear(WIDTH, INNER) for _ in range(2)])
        self.narrow = nn.ModuleList([nn.Linear(INNER, self.bits) for _ in range(2)])
        self.mix = None
        if neighbours:
            self.mix = nn.ModuleList(
                [nn.Conv2d(INNER, INNER, 3, padding=1, groups=INNER) for _ in range(2)]
            )
        for layer in self.narrow:
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, tokens: torch.Tensor, shown: torch.Tensor, view: int) -> torch.Tensor:
        """See `LinearHead.forward`."""
        x = self.wide[view](self.norm[view](tokens - self.mean[view]))
        if self.mix is not None:
            laid = (x * shown[..., None]).permute(0, 3, 1, 2)
            x = x + self.mix[view](laid).permute(0, 2, 3, 1)
        return super().forward(tokens, shown, view) + self.narrow[view](nn.functional.gelu(x))


def recentred(head: LinearHead, aerial: "np.ndarray", ground: "np.ndarray") -> LinearHead:
    """A copy for another domain: mean tokens (width,) of both views."""
    moved = copy.deepcopy(head)
    moved.mean.copy_(torch.tensor(np.stack([aerial, ground]).astype(np.float32)))
    return moved


def straight_through_sign(x: torch.Tensor) -> torch.Tensor:
    """-1 or 1, with the gradient of tanh (Bengio et al., arXiv 1308.3432)."""
    soft = torch.tanh(x)
    return soft + (torch.where(x >= 0, 1.0, -1.0) - soft).detach()
