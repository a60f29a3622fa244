"""Part: what model and index hold in memory, step by step in one process without QGIS.

What a process holds by itself is counted apart from the libraries' code, which comes from files
and is shared. The C library keeps memory that was freed for the next time; it is told to hand
that back before every reading, so that only what is in use counts.
"""

import ctypes
import math
import resource
from dataclasses import replace
from pathlib import Path
from typing import Dict

import numpy as np
from common import Figures, run_as_part
from photo_codes import load_codes
from simulated import Simulator, everywhere

from plugin.engine.aerial import blocks_of
from plugin.engine.encoder import AERIAL, BATCH_WINDOWS, Encoder, self_test_picture
from plugin.engine.feedback import SilentFeedback
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.pieces import rows_within
from plugin.engine.search import search
from plugin.engine.tokens import TokenCodes
from plugin.index.pieces import StoredCodes
from plugin.index.reader import read_index, read_info
from plugin.index.writer import open_for_building

AREA_KM2 = 20.0
SPACINGS_M = {"one_km2": 2.5, "one_km2_at_5m": 5.0}
PIECE_BYTES = 10_000_000


def held_mb() -> float:
    """Memory in RAM that is this process's own."""
    ctypes.CDLL(None).malloc_trim(0)
    return _status_mb()["RssAnon"]


def _status_mb() -> Dict[str, float]:
    """The sizes in /proc/self/status."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    pairs = (line.split(":") for line in lines if line.endswith("kB"))
    return {name: int(size.split()[0]) / 1024 for name, size in pairs}


def _twenty_km2(folder: Path, name: str) -> TokenCodes:
    """Simulated ground of that index's spacing."""
    return Simulator(folder / f"{name}.gpkg").square_km(AREA_KM2)


def _write(index: TokenCodes, like: Path, path: Path) -> None:
    """An index file of some codes, described as another one is."""
    info = replace(read_info(like), grid=index.grid)
    with open_for_building(path, info) as writer:
        for block in blocks_of(index.grid, info.block_tokens):
            part = (
                slice(block.row, block.row + block.rows),
                slice(block.col, block.col + block.cols),
            )
            grid = index.grid.part(*block)
            writer.write(block, TokenCodes(grid, index.codes[part], index.covered[part]))


def _most_in_pieces(path: Path) -> float:
    """The most that an index holds when it is read as a search with little memory reads it."""
    before, most = held_mb(), 0.0
    codes = StoredCodes(path)
    rows = rows_within(codes.grid, codes.code_bytes, PIECE_BYTES, 1)
    for first in range(0, codes.grid.rows, rows):
        tokens = codes.read(first, min(first + rows, codes.grid.rows))
        most = max(most, held_mb() - before)
        del tokens
    return most


def measure(folder: Path) -> Figures:
    """Megabytes in RAM after each step, and the highest of all."""
    import onnxruntime  # noqa: F401, the library itself is counted apart

    for name in SPACINGS_M:
        read_index(folder / f"{name}.gpkg")  # what reading loads once is the library's share too
    before = held_mb()
    pack = load_pack(shipped_pack_folder())
    encoder = Encoder(pack)
    pictures = np.repeat(self_test_picture(pack.window_px), BATCH_WINDOWS, axis=0)
    encoder.encode(pictures, np.ones(pictures.shape[:3], np.bool_), AERIAL)
    del pictures
    found: Figures = {
        "area_km2": AREA_KM2,
        "libraries_mb": before + _status_mb()["RssFile"],
        "model_file_mb": pack.encoder_file.stat().st_size / 1e6,
        "model_mb": held_mb() - before,
    }
    for name, spacing_m in SPACINGS_M.items():
        before = held_mb()
        index = _twenty_km2(folder, name)
        found[f"index_{spacing_m:g}m_mb"] = held_mb() - before
        if spacing_m == 2.5:
            photo = load_codes(folder, "panorama")
            sharpness = pack.calibration.sharpness * math.sqrt(photo.effective_tokens)
            search(index, photo, sharpness, everywhere(index), SilentFeedback())
            found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            found["search_mb"] = found["peak_mb"] - found["libraries_mb"] - found["model_mb"]
            found["search_mb"] -= found["index_2.5m_mb"]
            _write(index, folder / f"{name}.gpkg", folder / "twenty_km2.gpkg")
        del index
    found["index_pieces_mb"] = _most_in_pieces(folder / "twenty_km2.gpkg")
    return found


if __name__ == "__main__":
    run_as_part(measure)
