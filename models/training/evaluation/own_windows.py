"""Would it help to encode every position in a window of its own, the camera at its centre?

A photo's bird's-eye view has the camera at its centre, but the windows that an index is made of lie
wherever they fall, so the transformer's position embedding differs between the two. Windows centred
on the truth alone give it away (see `models.training.ablation`); here *every* position that is
ranked has its own window, true and wrong ones alike. Some positions are drawn at random, since each
costs a pass of the transformer; `make ablation` prints the outcome.
"""

from typing import Dict, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.encoder import AERIAL, Encoder
from plugin.engine.grid import MetricGrid
from plugin.engine.locate import LocateSettings
from plugin.engine.query import PhotoCodes

from .cuts import Query
from .protocol import Raster, photo_codes
from .ranking import TRUTH_RADIUS_M, position_rank_share

DRAWN = 1500
SEED = 0
WINDOWS_AT_ONCE = 8

Signs = NDArray[np.float32]
Positions = NDArray[np.int64]


def compare_windows(
    raster: Raster, queries: Sequence[Query], encoder: Encoder
) -> Tuple[int, Dict[str, List[Tuple[float, float]]]]:
    """Search the same positions in sliding windows and in windows of their own.

    Returns:
        How many positions, and for either way the error in metres and the share of positions
        ranked before the truth, of every query.
    """
    half = encoder.pack.window_tokens // 2
    distances_m = {query.number: raster.distances_m(query.number) for query in queries}
    positions = _positions(raster, [d <= TRUTH_RADIUS_M for d in distances_m.values()], half)
    grounds = {
        "sliding windows": _sliding(raster, positions, half),
        "windows of their own": _own(raster, positions, encoder),
    }
    found: Dict[str, List[Tuple[float, float]]] = {name: [] for name in grounds}
    for query in queries:
        settings = LocateSettings(query.heading_deg, 0.0)
        codes = photo_codes(query.photo, query.camera, settings, encoder)
        distance_m = distances_m[query.number][positions[:, 0], positions[:, 1]]
        for name, ground in grounds.items():
            votes = _votes(codes, ground, half)
            share = position_rank_share(votes, distance_m <= TRUTH_RADIUS_M)
            found[name].append((float(distance_m[int(votes.argmax())]), share))
    return len(positions), found


def _positions(raster: Raster, near: Sequence[NDArray[np.bool_]], half: int) -> Positions:
    """(n, 2) row and column of token corners: all near a truth, and others with imagery around."""
    covered = np.pad(raster.codes.covered, half).astype(np.int64)
    total = np.pad(covered.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    side = 2 * half
    around = (
        total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    )
    complete = np.argwhere(around >= 0.9 * side**2)
    drawn = np.random.default_rng(SEED).permutation(len(complete))[:DRAWN]
    chosen = np.any(near, axis=0)
    chosen[tuple(complete[drawn].T)] = True
    return np.argwhere(chosen)


def _sliding(raster: Raster, positions: Positions, half: int) -> Signs:
    """(n, side, side, bits) signs of the index around positions; 0 where it has no imagery."""
    codes = np.pad(raster.codes.codes, ((half, half), (half, half), (0, 0)))
    covered = np.pad(raster.codes.covered, half)
    side = 2 * half
    parts = [(slice(row, row + side), slice(col, col + side)) for row, col in positions]
    bits = np.unpackbits(np.stack([codes[part] for part in parts]), axis=-1)
    shown = np.stack([covered[part] for part in parts])[..., None]
    return np.where(shown, bits * np.float32(2) - 1, 0).astype(np.float32)


def _own(raster: Raster, positions: Positions, encoder: Encoder) -> Signs:
    """The same from a window around every position."""
    pack = encoder.pack
    half, grid = pack.window_tokens // 2, raster.codes.grid
    signs = []
    for start in range(0, len(positions), WINDOWS_AT_ONCE):
        pixels = [
            raster.mosaic.read(
                MetricGrid(
                    grid.crs,
                    *grid.corner(row - half, col - half),
                    pack.gsd_m,
                    pack.window_px,
                    pack.window_px,
                    grid.convergence_deg,
                )
            )
            for row, col in positions[start : start + WINDOWS_AT_ONCE].tolist()
        ]
        rgb, covered = np.stack([p.rgb for p in pixels]), np.stack([p.covered for p in pixels])
        shown = encoder.covered_share(covered)[..., None] > 0
        signs.append(np.sign(encoder.encode(rgb, covered, AERIAL)) * shown)
    return np.concatenate(signs).astype(np.float32)


def _votes(photo: PhotoCodes, ground: Signs, half: int) -> Signs:
    """(n,) weighted agreement with the ground around every position."""
    rows, cols = (photo.offset_rowcol + half).T
    signs = np.unpackbits(photo.codes[0], axis=-1) * np.float32(2) - 1
    strength = np.ones_like(signs) if photo.strength is None else photo.strength[0]
    worth = signs * strength * photo.weight[0][:, None]
    agreement = np.einsum("ntb,tb->n", ground[:, rows, cols], worth, optimize=True)
    seen = np.any(ground[:, rows, cols] != 0, axis=-1).astype(np.float32) @ photo.weight[0]
    return np.asarray(agreement / np.maximum(seen, 1e-6), dtype=np.float32)
