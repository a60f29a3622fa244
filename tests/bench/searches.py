"""Part: searches of small, medium and large ground, and how they grow."""

import math
import resource
from pathlib import Path
from typing import Callable, List

from common import Figures, median_seconds, run_as_part
from photo_codes import load_codes
from simulated import Simulator, everywhere, with_bits, with_layers

from plugin.engine import kernels
from plugin.engine.feedback import SilentFeedback
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.query import PhotoCodes
from plugin.engine.search import search
from plugin.engine.tokens import TokenCodes

POSITIONS = 8884  # of the search whose time was published
AREAS_KM2 = (0.25, 1.0, 4.0, 16.0, 64.0)
HEADINGS = (1, 4, 8, 24, 48)
BITS = (32, 64, 128, 256)


def searcher(index: TokenCodes, photo: PhotoCodes) -> Callable[[], object]:
    """A search as `engine.locate` makes it, ready to be called."""
    sharpness = load_pack(shipped_pack_folder()).calibration.sharpness
    sharpness *= math.sqrt(photo.effective_tokens)
    allowed = everywhere(index)
    return lambda: search(index, photo, sharpness, allowed, SilentFeedback())


def measure(folder: Path) -> Figures:
    """Seconds per search."""
    simulator = Simulator(folder / "one_km2.gpkg")
    panorama, photo = load_codes(folder, "panorama"), load_codes(folder, "photo")
    known = load_codes(folder, "panorama_known"), load_codes(folder, "photo_known")
    rows = 94
    small = simulator.codes(rows - 1, -(-POSITIONS // rows) - 1, seed=1)
    km2 = simulator.square_km(1.0)
    found: Figures = {}

    def all_of(label: str) -> None:
        for name, index, codes in (
            ("small_known_panorama", small, known[0]),
            ("small_known_photo", small, known[1]),
            ("one_km2_panorama", km2, panorama),
            ("one_km2_photo", km2, photo),
        ):
            call = searcher(index, codes)
            found[f"{name}_{label}"] = median_seconds(call, 101 if index is small else 9, 12.0)

    all_of("onnxruntime")
    accelerated = kernels._onnx_product
    kernels._onnx_product = lambda: None
    all_of("numpy")
    kernels._onnx_product = accelerated

    def seconds(area_km2: float, codes: PhotoCodes) -> float:
        return median_seconds(searcher(simulator.square_km(area_km2), codes), 3, 8.0)

    found["growth_area"] = [[area, seconds(area, panorama)] for area in AREAS_KM2]
    layers = [_spread(len(panorama.headings_deg), count) for count in HEADINGS]
    found["growth_headings"] = [
        [count, seconds(4.0, with_layers(panorama, numbers))]
        for count, numbers in zip(HEADINGS, layers)
    ]
    found["growth_bits"] = []
    for bits in BITS:
        longer = Simulator(folder / "one_km2.gpkg", bits).square_km(4.0)
        taken = median_seconds(searcher(longer, with_bits(panorama, bits)), 3, 8.0)
        found["growth_bits"].append([bits, taken])
    found["city_panorama"] = seconds(100.0, panorama)
    found["city_photo"] = seconds(100.0, photo)
    found["city_known"] = seconds(100.0, known[0])
    found["city_peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _spread(layers: int, count: int) -> List[int]:
    return [number * layers // count % layers for number in range(count)]


if __name__ == "__main__":
    run_as_part(measure)
