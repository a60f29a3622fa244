"""Time and memory of indexing, searching and locating, against goals and rivals, in one run.

    make bench
    python tests/bench/bench.py [PART ...]      only some parts, the others from the last run

Every part runs in a process of its own, so that its peak memory is its own; parts that QGIS takes
part in use the staged plugin. Times are medians of repeated runs, except those of indexing, which
run once. Writes build/bench.json, and docs/bench.md and docs/bench.png from it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import List

import report
import steps
from common import REPOSITORY, Figures
from environment import rivals_python

HERE = Path(__file__).resolve().parent
RESULT = REPOSITORY / "build" / "bench.json"

STEPS = (
    "idle",
    "index_one_km2",
    "index_quarter_km2",
    "index_four_km2",
    "index_one_km2_at_5m",
    "locate_photo",
    "locate_panorama",
    "locate_known_heading",
)
NEEDED = ("index_one_km2",)  # by all parts that simulate codes
PARTS = ("photo_codes", "searches", "kernels_side_by_side", "memory", "rivals")


def main(chosen: List[str]) -> None:
    """Run parts one after the other and report."""
    unknown = set(chosen) - set(STEPS) - set(PARTS)
    if unknown:
        raise SystemExit(f"No such part: {', '.join(sorted(unknown))}. {', '.join(STEPS + PARTS)}")
    figures: Figures = json.loads(RESULT.read_text()) if chosen and RESULT.exists() else {}
    figures["cores"] = os.cpu_count()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps.write_imagery(folder)
        steps.write_coarse_pack(folder)
        ran = [s for s in STEPS if not chosen or s in chosen or s in NEEDED]
        for step in ran:
            figures[step] = _run([sys.executable, "steps.py", name, step])
        parts = [p for p in PARTS if not chosen or p in chosen or p == "photo_codes"]
        for part in parts:
            figures[part] = _run([sys.executable, f"{part}.py", name])
        if not chosen or "kernels_side_by_side" in chosen:
            figures["kernels_rivals"] = _rivals(name)
    if not chosen:
        figures["bench_seconds"] = time.monotonic() - begun
    renewed = {*figures.get("renewed", []), *ran, *parts}
    figures["renewed"] = sorted(renewed) if chosen else []
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=1) + "\n")
    print(report.write(figures, REPOSITORY / "docs"))


def _rivals(folder: str) -> Figures:
    """The comparison of kernels with libraries that QGIS's Python must not have."""
    python, why = rivals_python()
    if python is None:
        return {"not_run": why}
    return _run([str(python), "kernels_side_by_side.py", folder])


def _run(command: List[str]) -> Figures:
    """What a part says in its last line; its failure ends the bench."""
    print(" ".join(command[1:2] + command[3:]), end=" ", flush=True)
    started = time.monotonic()
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    if done.returncode:
        raise SystemExit(f"{command[1]} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main(sys.argv[1:])
