"""Examples whose tokens are still pixels: what adapters inside the transformer are fitted on.

    python -m models.training.crossview.pixels --towns 3000 3016 --shared ../shared/data

The same photos and aerial pictures as those of `simulated` and `real`, in build/crossview/pixels.
"""

import argparse
import time
from pathlib import Path
from typing import List, Optional

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from .examples import save
from .real import real_examples
from .simulated import town_examples

FOLDER = Path("build/crossview/pixels")


class PatchReader(Encoder):
    """An encoder that does nothing: the token of a patch is its pixels."""

    def tokens(self, rgb: NDArray[np.uint8], shown: NDArray[np.float32]) -> NDArray[np.float32]:
        """(windows, side, side, 3) to (windows, rows, cols, token_px * token_px * 3)."""
        size = self.pack.token_px
        windows, height, width, _ = rgb.shape
        split = rgb.reshape(windows, height // size, size, width // size, size, 3)
        patches = split.transpose(0, 1, 3, 2, 4, 5)
        return patches.reshape(windows, height // size, width // size, -1).astype(np.float32)


def as_pixels(patches: "np.ndarray", token_px: int) -> NDArray[np.uint8]:
    """(..., rows, cols, token_px * token_px * 3) back to (..., rows * px, cols * px, 3)."""
    *outer, rows, cols, _ = patches.shape
    split = patches.reshape(*outer, rows, cols, token_px, token_px, 3)
    moved = np.moveaxis(split, -4, -3)
    return moved.reshape(*outer, rows * token_px, cols * token_px, 3).astype(np.uint8)


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--towns", type=int, nargs=2, metavar=("FIRST", "END"), required=True)
    parser.add_argument("--shared", type=Path, default=None, help="real pairs too")
    options = parser.parse_args(arguments)
    reader = PatchReader(load_pack(shipped_pack_folder()))
    if options.shared is not None:
        save(options.out / "real.npz", real_examples(options.shared, reader))
    for seed in range(*options.towns):
        path = options.out / f"town{seed}.npz"
        if path.exists():
            continue
        started = time.monotonic()
        save(path, town_examples(seed, reader))
        print(f"town {seed}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
