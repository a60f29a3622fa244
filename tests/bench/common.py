"""What the parts of the bench share: where things are, medians, and running a part by itself."""

import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict

REPOSITORY = Path(__file__).resolve().parents[2]
STAGED = REPOSITORY / "build" / "skymatch"
SAMPLE = REPOSITORY / "resources" / "sample"
sys.path.insert(0, str(REPOSITORY))

from plugin.engine.runtime import SILENT  # noqa: E402, needs the path

os.environ.update(SILENT)  # before any part imports onnxruntime

Figures = Dict[str, Any]


def median_seconds(
    call: Callable[[], object], repeats: int = 5, most_seconds: float = 20.0
) -> float:
    """Median time of repeated calls after one that does not count; at least two are counted."""
    call()
    times = []
    begun = time.perf_counter()
    while len(times) < repeats:
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
        if len(times) >= 2 and time.perf_counter() - begun > most_seconds:
            break
    return statistics.median(times)


def resident_mb() -> float:
    """Memory of this process that is in RAM now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def run_as_part(measure: Callable[[Path], Figures]) -> None:
    """Command line of a part: its folder in, its figures out as the last line."""
    figures = measure(Path(sys.argv[1]))
    print(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash while Python takes it down
