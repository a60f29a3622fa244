"""Part: what model and index take in memory, step by step in one process without QGIS."""

import math
import resource
from pathlib import Path

import numpy as np
from common import Figures, resident_mb, run_as_part
from photo_codes import load_codes
from simulated import Simulator, everywhere

from plugin.engine.encoder import AERIAL, Encoder, self_test_picture
from plugin.engine.feedback import SilentFeedback
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.search import search

AREA_KM2 = 20.0


def measure(folder: Path) -> Figures:
    """Megabytes in RAM after each step, and the highest of all."""
    import onnxruntime  # noqa: F401, the library itself is counted apart

    found: Figures = {"libraries_mb": resident_mb()}
    pack = load_pack(shipped_pack_folder())
    found["model_file_mb"] = pack.encoder_file.stat().st_size / 1e6
    encoder = Encoder(pack)
    picture = self_test_picture(pack.window_px)
    encoder.encode(picture, np.ones(picture.shape[:3], np.bool_), AERIAL)
    found["model_mb"] = resident_mb() - found["libraries_mb"]
    simulator = Simulator(folder / "one_km2.gpkg")
    before = resident_mb()
    index = simulator.square_km(AREA_KM2)
    found["codes_mb"] = (index.codes.nbytes + index.covered.nbytes) / 2**20
    found["index_mb"] = resident_mb() - before
    photo = load_codes(folder, "panorama")
    sharpness = pack.calibration.sharpness * math.sqrt(photo.effective_tokens)
    search(index, photo, sharpness, everywhere(index), SilentFeedback())
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["search_mb"] = found["peak_mb"] - found["libraries_mb"] - found["model_mb"]
    found["search_mb"] -= found["index_mb"]
    found["area_km2"] = AREA_KM2
    return found


if __name__ == "__main__":
    run_as_part(measure)
