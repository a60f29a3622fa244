"""Fit the projection from transformer tokens to code bits: real ground, simulated differences.

    python -m models.training.fit --shared ../shared/data [--leave-out DATASET] [--untrained]

What real tokens vary in is worth bits; what sets the two views of the same ground apart in
simulated towns is not (`crossview/scatter.py`). The projection maximises the first over the second,
as Fisher's discriminant does, and is turned by iterative quantisation (Gong and Lazebnik, CVPR
2011). No real pair is used as a pair. --untrained leaves the towns out: principal components.
Writes `projection.npz` beside this file, or to --out.
"""

import argparse
import csv
from pathlib import Path
from typing import Iterator, List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.birdseye import PhotoView, birdseye_view, image_pyramid
from plugin.engine.camera import PERSPECTIVE, Camera
from plugin.engine.grid import MetricGrid
from plugin.engine.photo import Photo, read_photo
from plugin.engine.runtime import import_onnxruntime

from .crossview.scatter import FILE as SCATTER
from .crossview.scatter import Scatter, load_scatter
from .evaluation.mosaic import Mosaic
from .evaluation.pairs import Pair, read_pairs
from .export import (
    DEPTH,
    HERE,
    MARGIN_TOKENS,
    PATCH_PX,
    REACH_M,
    TOKEN_M,
    WIDTH,
    WINDOW_TOKENS,
    Projection,
    encoder_model,
)

BITS = 64
GSD_M = TOKEN_M / PATCH_PX
WINDOW_PX = WINDOW_TOKENS * PATCH_PX
CAMBRIDGE_VIEWS = 400
LEAST_SHOWN = 0.3
ITQ_ROUNDS = 50
SEED = 7
WHITE_NOISE = 0.5

FloatArray = NDArray[np.float32]


class TokenReader:
    """The float trunk: windows to 384-d tokens."""

    def __init__(self, depth: int = DEPTH) -> None:
        """Open the first `depth` blocks with an identity in place of the projection."""
        identity = Projection(np.eye(WIDTH, dtype=np.float32), np.zeros((2, WIDTH), np.float32))
        content = encoder_model(depth, identity).SerializeToString()
        self._session = import_onnxruntime().InferenceSession(
            content, providers=["CPUExecutionProvider"]
        )

    def tokens(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_]
    ) -> Tuple[FloatArray, FloatArray]:
        """Tokens (windows, 16, 16, 384) and their covered share (windows, 16, 16)."""
        sides = (len(rgb), WINDOW_TOKENS, PATCH_PX, WINDOW_TOKENS, PATCH_PX)
        share = covered.reshape(sides).mean(axis=(2, 4)).astype(np.float32)
        shown = (share >= LEAST_SHOWN).astype(np.float32)
        view = np.zeros(1, np.int64)
        parts = [
            self._session.run(
                None, {"rgb": rgb[i : i + 8], "shown": shown[i : i + 8], "view": view}
            )[0]
            for i in range(0, len(rgb), 8)
        ]
        return np.concatenate(parts), share


def aerial_tokens(pairs: List[Pair], reader: TokenReader) -> FloatArray:
    """Tokens (n, 384) of aerial pictures, from the interiors of windows."""
    pairs = [pair for pair in pairs if pair.aerial_gsd_m]
    mosaic = Mosaic([pair.read_aerial() for pair in pairs], [p.aerial_gsd_m or 0 for p in pairs])
    grid = mosaic.token_grid(TOKEN_M)
    stride = WINDOW_TOKENS - 2 * MARGIN_TOKENS
    windows = [
        mosaic.read(_pixels(grid.part(row, col, WINDOW_TOKENS, WINDOW_TOKENS)))
        for row in range(0, grid.rows - WINDOW_TOKENS, stride)
        for col in range(0, grid.cols - WINDOW_TOKENS, stride)
    ]
    tokens, share = reader.tokens(
        np.stack([window.rgb for window in windows]),
        np.stack([window.covered for window in windows]),
    )
    interior = slice(MARGIN_TOKENS, WINDOW_TOKENS - MARGIN_TOKENS)
    return tokens[:, interior, interior][share[:, interior, interior] > 0.99]


def ground_tokens(
    pairs: List[Pair], shared: Path, reader: TokenReader
) -> Tuple[FloatArray, FloatArray]:
    """Tokens (n, 384) of bird's-eye views of real photos, and their weights (n,)."""
    generator = np.random.default_rng(SEED)
    views = []
    for pair in pairs:
        if pair.heading_deg is None or not pair.aerial_gsd_m:
            continue
        photo = pair.read_street()
        turn_deg = float(generator.uniform(0, 360))
        views.append(_view(photo.rgb, pair.camera(photo), turn_deg))
    for photo, camera in cambridge_views(shared, CAMBRIDGE_VIEWS, generator):
        views.append(_view(photo.rgb, camera, float(generator.uniform(0, 360))))
    tokens, share = reader.tokens(
        np.stack([view.rgb for view in views]), np.stack([view.valid for view in views])
    )
    along_m = (np.arange(WINDOW_TOKENS) + 0.5 - WINDOW_TOKENS / 2) * TOKEN_M
    near = np.exp(-(along_m[:, None] ** 2 + along_m[None] ** 2) / REACH_M**2)
    weight = (np.where(share >= LEAST_SHOWN, share, 0.0) * near).astype(np.float32)
    kept = weight > 0.02
    return tokens[kept], weight[kept]


def cambridge_views(
    shared: Path, count: int, generator: np.random.Generator
) -> Iterator[Tuple[Photo, Camera]]:
    """Street views of Cambridge drawn at random, taken as level, and their cameras."""
    folder = shared / "street-cambridge"
    with (folder / "index.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    for number in generator.permutation(len(lines))[:count]:
        camera = Camera(PERSPECTIVE, float(lines[number]["fov_deg"]), 0.0, 0.5, 2.5)
        yield read_photo(folder / lines[number]["image"]), camera


def fit(
    pairs: List[Pair], shared: Path, reader: TokenReader, towns: Optional[Scatter] = None
) -> Projection:
    """The projection for the trunk of a reader, from pictures of pairs and of Cambridge."""
    aerial = aerial_tokens(pairs, reader)
    ground, weight = ground_tokens(pairs, shared, reader)
    return fit_projection(aerial, ground, weight, towns)


def fit_projection(
    aerial: FloatArray,
    ground: FloatArray,
    weight: FloatArray,
    towns: Optional[Scatter] = None,
) -> Projection:
    """Means, directions and rotation. Both sides count the same, however many tokens they have.

    Args:
        aerial: (n, width) tokens; ground: (m, width) with weight (m,).
        towns: of simulated towns; None for principal components, which take all differences
            between the views as alike.
    """
    aerial_mean = aerial.mean(axis=0)
    share = weight / weight.sum()
    ground_mean = share @ ground
    a, g = aerial - aerial_mean, ground - ground_mean
    covariance = (a.T @ a / len(a) + (g * share[:, None]).T @ g).astype(np.float64)
    directions = _discriminants(covariance, towns) if towns else _principal(covariance)
    values = np.concatenate([a, g]).astype(np.float64) @ directions
    matrix = directions @ _itq_rotation(values)
    return Projection(
        matrix.astype(np.float32), np.stack([aerial_mean, ground_mean]).astype(np.float32)
    )


def _principal(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """(width, bits), orthonormal directions of largest variance."""
    return np.asarray(np.linalg.eigh(covariance)[1][:, ::-1][:, :BITS])


def _discriminants(covariance: NDArray[np.float64], towns: Scatter) -> NDArray[np.float64]:
    """(width, bits), directions in which what is worth telling apart exceeds the noise most.

    Worth telling apart is what real tokens vary in and what the views of a town share, half and
    half; the noise is that of the towns, mixed with white noise so that directions in which towns
    hardly vary are not trusted blindly (Friedman, JASA 84, 1989).
    """
    width = len(covariance)
    worth = covariance / np.trace(covariance) + towns.shared / np.trace(towns.shared)
    white = np.trace(towns.noise) / width * np.eye(width)
    root = np.linalg.inv(np.linalg.cholesky(towns.noise + WHITE_NOISE * white))
    directions = np.linalg.eigh(root @ worth @ root.T)[1][:, ::-1][:, :BITS]
    return np.asarray(root.T @ directions)


def _itq_rotation(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rotation that brings values (n, bits) closest to the corners of a cube."""
    bits = values.shape[1]
    start = np.random.default_rng(SEED).normal(size=(bits, bits))
    rotation = np.linalg.qr(start)[0]
    for _ in range(ITQ_ROUNDS):
        left, _, right = np.linalg.svd(np.sign(values @ rotation).T @ values)
        rotation = (left @ right).T
    return rotation


def _pixels(tokens: MetricGrid) -> MetricGrid:
    return MetricGrid(
        tokens.crs,
        tokens.west_m,
        tokens.north_m,
        tokens.spacing_m / PATCH_PX,
        tokens.rows * PATCH_PX,
        tokens.cols * PATCH_PX,
    )


def _view(rgb: NDArray[np.uint8], camera: Camera, heading_deg: float) -> PhotoView:
    return birdseye_view(image_pyramid(rgb), camera, heading_deg, GSD_M, WINDOW_PX)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--leave-out", default="", help="a data set that must not be seen")
    parser.add_argument("--untrained", action="store_true", help="without simulated towns")
    parser.add_argument("--towns", type=Path, default=SCATTER, help="of simulated towns")
    parser.add_argument("--out", type=Path, default=HERE / "projection.npz")
    options = parser.parse_args()
    pairs = read_pairs(options.shared / "real-pairs" / "index.csv")
    pairs = [pair for pair in pairs if pair.dataset != options.leave_out]
    towns = None if options.untrained else load_scatter(options.towns)
    projection = fit(pairs, options.shared, TokenReader(), towns)
    np.savez(options.out, matrix=projection.matrix, mean=projection.mean)
    print(f"{options.out}: {BITS} bits")


if __name__ == "__main__":
    main()
