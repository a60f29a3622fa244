"""Fit the horizon head on real and rendered street views (PyTorch).

    python -m models.training.horizon.fit --shared ../shared/data

Writes `head.npz` and `fitted_on.json` beside this file; `make model` puts them into the pack. The
latitude of every token is regressed with a Laplace likelihood, and the tilt that least squares
makes of all tokens together is pulled to the truth, so that weights are learned where they matter.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Dict, Tuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from plugin.engine.attitude import up_vector
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..trunk import EPSILON, WIDTH
from .data import PHOTOS_OF_EACH_TOWN, Examples, joined, rendered, streets_to_fit_on
from .head import INNER, INNER_HEADS, TOKENS
from .rendered import FITTED_TOWNS
from .views import WINDOW_TOKENS

HERE = Path(__file__).resolve().parent
EPOCHS = 8
BATCH = 64
LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.05
DROPPED = 0.15
TILT_LOSS = 3.0
SEED = 0


class Head(nn.Module):
    """One pre-norm attention block over tokens, then two numbers per token; see `head.py`."""

    def __init__(self, mean: NDArray[np.float32], deviation: NDArray[np.float32]) -> None:
        """Start from random weights; the statistics of the tokens stay fixed."""
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("deviation", torch.tensor(deviation))
        self.inner = nn.Linear(WIDTH, INNER)
        self.position = nn.Parameter(torch.zeros(TOKENS * TOKENS, INNER))
        self.norm1, self.norm2 = (nn.LayerNorm(INNER, eps=EPSILON) for _ in range(2))
        self.query, self.key, self.value, self.out = (nn.Linear(INNER, INNER) for _ in range(4))
        self.wide, self.narrow = nn.Linear(INNER, 2 * INNER), nn.Linear(2 * INNER, INNER)
        self.read = nn.Linear(INNER, 2)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, tokens: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
        """(n, 256, 384) and (n, 256) to (n, 256, 2)."""
        count = len(tokens)
        x = self.inner(self.drop((tokens - self.mean) / self.deviation)) + self.position
        y = self.norm1(x)
        query, key, value = (
            layer(y).reshape(count, -1, INNER_HEADS, INNER // INNER_HEADS).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        hidden = (shown[:, None, None] - 1.0) * 1e4
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, hidden)
        x = x + self.out(mixed.transpose(1, 2).reshape(count, -1, INNER))
        x = x + self.narrow(nn.functional.gelu(self.wide(self.norm2(x))))
        return self.read(x)

    def weights(self) -> Dict[str, NDArray[np.float32]]:
        """For `head.head_model`: statistics folded into the first layer, (inputs, outputs)."""
        stored = {}
        with torch.no_grad():
            scaled = self.inner.weight / self.deviation
            stored["inner.weight"] = scaled.T
            stored["inner.bias"] = self.inner.bias - scaled @ self.mean
            for name in ("query", "key", "value", "out", "wide", "narrow", "read"):
                layer = getattr(self, name)
                stored[f"{name}.weight"], stored[f"{name}.bias"] = layer.weight.T, layer.bias
            for name in ("norm1", "norm2"):
                layer = getattr(self, name)
                stored[f"{name}.weight"], stored[f"{name}.bias"] = layer.weight, layer.bias
            stored["position"] = self.position[None]
        return {name: value.detach().numpy().copy() for name, value in stored.items()}


def truths(examples: Examples) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Sines (n, 256), rays (n, 256, 3) and up vectors (n, 3); zero where nothing is shown."""
    count = len(examples.tilts)
    sine = np.zeros((count, WINDOW_TOKENS, WINDOW_TOKENS), np.float32)
    rays = np.zeros((count, WINDOW_TOKENS, WINDOW_TOKENS, 3), np.float32)
    up = np.zeros((count, 3), np.float32)
    for number, tilt in enumerate(examples.tilts):
        sine[number, : tilt.rows, : tilt.cols] = tilt.sine
        rays[number, : tilt.rows, : tilt.cols] = tilt.rays
        up[number] = up_vector(tilt.pitch_deg, tilt.roll_deg)
    flat = torch.tensor(sine).flatten(1), torch.tensor(rays).flatten(1, 2)
    return (*flat, torch.tensor(up))


def fit(examples: Examples, epochs: int = EPOCHS) -> Head:
    """Train a head; prints the loss as it falls."""
    torch.manual_seed(SEED)
    tokens = torch.from_numpy(examples.tokens).flatten(1, 2)
    shown = torch.from_numpy(examples.shown).flatten(1)
    sine, rays, up = truths(examples)
    sample = tokens[::8][shown[::8] > 0].float()
    head = Head(sample.mean(0).numpy(), sample.std(0).numpy() + 1e-6)
    steps = max(1, epochs * len(tokens) // BATCH)
    optimiser = torch.optim.AdamW(head.parameters(), weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, LEARNING_RATE, total_steps=steps)
    started, head = time.monotonic(), head.train()
    for step in range(steps):
        chosen = torch.randint(0, len(tokens), (BATCH,))
        read = head(tokens[chosen].float(), shown[chosen])
        loss = _loss(read, shown[chosen], sine[chosen], rays[chosen], up[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 100 == 0 or step == steps - 1:
            seconds = time.monotonic() - started
            print(f"step {step} of {steps}: loss {loss.item():.3f}, {seconds:.0f} s", flush=True)
    return head.eval()


def _loss(
    read: torch.Tensor, shown: torch.Tensor, sine: torch.Tensor, rays: torch.Tensor,
    up: torch.Tensor,
) -> torch.Tensor:  # fmt: skip
    """Laplace likelihood of every token, and the angle of the least-squares tilt from the truth."""
    log_spread = read[..., 1].clamp(-5.0, 2.0)
    likelihood = (read[..., 0] - sine).abs() * torch.exp(-log_spread) + log_spread
    weight = shown * torch.exp(-2.0 * log_spread)
    weight = weight / weight.sum(1, keepdim=True)
    normal = torch.einsum("bti,btj,bt->bij", rays, rays, weight) + 1e-4 * torch.eye(3)
    target = torch.einsum("bti,bt,bt->bi", rays, read[..., 0], weight) + 1e-4 * up
    found = nn.functional.normalize(torch.linalg.solve(normal, target), dim=1)
    angle = (found - up).norm(dim=1)
    return (likelihood * shown).sum() / shown.sum() + TILT_LOSS * angle.mean()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    encoder = Encoder(load_pack(shipped_pack_folder()))
    streets = streets_to_fit_on(options.shared, encoder)
    towns = rendered(FITTED_TOWNS, PHOTOS_OF_EACH_TOWN, encoder)
    examples = joined([streets, towns])
    print(f"{len(streets.tilts)} cuts of street views, {len(towns.tilts)} rendered photos")
    np.savez(options.out / "head.npz", **fit(examples).weights())
    fitted_on = [
        f"{len(streets.tilts)} tilted cuts of street views of Cambridge: horizon",
        f"{len(towns.tilts)} rendered photos of {len(FITTED_TOWNS)} simulated towns: horizon",
    ]
    (options.out / "fitted_on.json").write_text(json.dumps(fitted_on, indent=1) + "\n")


if __name__ == "__main__":
    main()
