"""The transformer's last blocks in PyTorch, frozen but for low-rank adapters (LoRA).

Hu et al., ICLR 2022: to every linear layer a product of two thin matrices is added, the second of
them zero at the start, so that training begins with the transformer as it is.
"""

import math
from typing import List

import torch
from torch import nn

from ..trunk import EPSILON, HEADS, MEAN_RGB, PATCH_PX, STD_RGB, WIDTH, Weights

LINEAR = ("query", "key", "value", "out", "fc1", "fc2")
HIDDEN = -1e4


class Adapter(nn.Module):
    """A frozen linear layer and what is learned on top."""

    def __init__(self, weights: Weights, name: str, rank: int) -> None:
        """`name` of a layer in `trunk.load_weights`; rank 0 leaves it as it is."""
        super().__init__()
        matrix = torch.tensor(weights[name + ".weight"])
        self.register_buffer("matrix", matrix)
        self.register_buffer("bias", torch.tensor(weights[name + ".bias"]))
        self.down = self.up = None
        if rank:
            self.down = nn.Parameter(
                torch.randn(matrix.shape[0], rank) / math.sqrt(matrix.shape[0])
            )
            self.up = nn.Parameter(torch.zeros(rank, matrix.shape[1]))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(..., inputs) to (..., outputs)."""
        y = x @ self.matrix + self.bias
        return y if self.down is None else y + (x @ self.down) @ self.up


class Block(nn.Module):
    """One pre-norm transformer block with layer scale, as `trunk.TrunkGraph.block` writes it."""

    def __init__(self, weights: Weights, number: int, rank: int) -> None:
        super().__init__()
        for name in LINEAR:
            setattr(self, name, Adapter(weights, f"{number}.{name}", rank))
        for name in (
            "norm1.weight",
            "norm1.bias",
            "norm2.weight",
            "norm2.bias",
            "scale1",
            "scale2",
        ):
            self.register_buffer(name.replace(".", "_"), torch.tensor(weights[f"{number}.{name}"]))

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        """Tokens (n, 1 + tokens, width); `hidden` (n, 1, 1, 1 + tokens) is added to attention."""
        y = nn.functional.layer_norm(x, (WIDTH,), self.norm1_weight, self.norm1_bias, EPSILON)
        query, key, value = (
            getattr(self, name)(y).unflatten(-1, (HEADS, -1)).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, hidden.to(query))
        x = x + self.scale1 * self.out(mixed.transpose(1, 2).flatten(2))
        y = nn.functional.layer_norm(x, (WIDTH,), self.norm2_weight, self.norm2_bias, EPSILON)
        return x + self.scale2 * self.fc2(nn.functional.gelu(self.fc1(y)))


class Blocks(nn.Module):
    """Some consecutive blocks."""

    def __init__(self, weights: Weights, numbers: "range", rank: int = 0) -> None:
        super().__init__()
        self.blocks = nn.ModuleList([Block(weights, number, rank) for number in numbers])

    def forward(self, tokens: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
        """Tokens (n, 1 + tokens, width), class token first; `shown` (n, tokens)."""
        hidden = nn.functional.pad((1.0 - shown) * HIDDEN, (1, 0))[:, None, None]
        for block in self.blocks:
            tokens = block(tokens, hidden)
        return tokens

    def learned(self) -> List[nn.Parameter]:
        """The parameters of the adapters."""
        return list(self.parameters())


def embedded(rgb: torch.Tensor, weights: Weights) -> torch.Tensor:
    """Windows (n, side, side, 3) uint8 to tokens (n, 1 + tokens, width), as `TrunkGraph.embed`."""
    mean, deviation = torch.tensor(MEAN_RGB), torch.tensor(STD_RGB)
    planes = ((rgb.float() - mean) / deviation).permute(0, 3, 1, 2)
    patch = torch.tensor(weights["patch.weight"]), torch.tensor(weights["patch.bias"])
    patches = nn.functional.conv2d(planes, *patch, stride=PATCH_PX)
    square = torch.tensor(weights["position.patches"]).reshape(1, 37, 37, WIDTH).permute(0, 3, 1, 2)
    place = nn.functional.interpolate(
        square, patches.shape[2:], mode="bicubic", align_corners=False
    )
    tokens = (patches + place).flatten(2).transpose(1, 2)
    first = torch.tensor(weights["cls"] + weights["position.cls"]).expand(len(rgb), -1, -1)
    return torch.cat([first, tokens], dim=1)
