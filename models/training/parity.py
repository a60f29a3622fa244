"""How much the 8-bit encoder differs from the float one, on the sample scene.

    python -m models.training.parity

Prints the cosine of the token projections, the share of equal code bits and both sizes. Writes the
float pack to build/skymatch-s-float, so that `make evaluate MODEL=build/skymatch-s-float` gives
the recall of the float model on the same pairs.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.encoder import AERIAL, Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from .export import DEPTH, SURROUNDINGS, encoder_model, load_projection, write_pack

REPOSITORY = Path(__file__).resolve().parents[2]
FLOAT_FOLDER = REPOSITORY / "build" / "skymatch-s-float"
ORTHOPHOTO = REPOSITORY / "resources" / "sample" / "orthophoto.tif"
WINDOWS_A_SIDE = 8


def sample_windows(side_px: int) -> NDArray[np.uint8]:
    """Windows (n, side_px, side_px, 3) evenly spread over the sample orthophoto."""
    with Image.open(ORTHOPHOTO) as picture:
        rgb = np.asarray(picture.convert("RGB"))
    starts = np.linspace(0, rgb.shape[0] - side_px, WINDOWS_A_SIDE).astype(int)
    return np.stack([rgb[r : r + side_px, c : c + side_px] for r in starts for c in starts])


def main() -> None:
    """Command line."""
    projection = load_projection()
    bits = projection.matrix.shape[1]
    write_pack(FLOAT_FOLDER, encoder_model(DEPTH, projection), bits, surroundings=SURROUNDINGS)
    small, full = (Encoder(load_pack(f)) for f in (shipped_pack_folder(), FLOAT_FOLDER))
    rgb = sample_windows(small.pack.window_px)
    covered = np.ones(rgb.shape[:3], np.bool_)
    a, b = (encoder.encode(rgb, covered, AERIAL) for encoder in (small, full))
    cosine = (a * b).sum(-1) / (np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1))
    print(f"token cosine: mean {cosine.mean():.4f}, lowest {cosine.min():.3f}")
    print(f"equal code bits: {((a > 0) == (b > 0)).mean():.4f}")
    for encoder in (small, full):
        size = encoder.pack.encoder_file.stat().st_size
        print(f"{encoder.pack.encoder_file.parent.name}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
