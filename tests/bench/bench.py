"""Time and memory of indexing one square kilometre and of locating a photo in it.

    make bench

Each step runs in a process of its own through the Processing algorithms of the staged plugin, so
that its peak memory is its own; an idle QGIS is measured beside it. The imagery is the sample
orthophoto, mirrored to 1 km x 1 km at 0.2 m/px. Prints a table and writes build/bench.json.
"""

import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
STAGED = REPOSITORY / "build" / "skymatch"
SAMPLE = STAGED / "resources" / "sample"
STEPS = ("idle", "index", "locate_photo", "locate_panorama", "locate_known_heading")


def write_square_kilometre(path: Path) -> None:
    """The sample orthophoto and its mirror images as one GeoTIFF."""
    import numpy as np
    from osgeo import gdal

    gdal.UseExceptions()
    source = gdal.Open(str(SAMPLE / "orthophoto.tif"))
    rgb = source.ReadAsArray()
    row = np.concatenate([rgb, rgb[:, :, ::-1]], axis=2)
    square = np.concatenate([row, row[:, ::-1]], axis=1)
    driver = gdal.GetDriverByName("GTiff")
    options = ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"]
    target = driver.Create(str(path), square.shape[2], square.shape[1], 3, options=options)
    target.SetGeoTransform(source.GetGeoTransform())
    target.SetProjection(source.GetProjection())
    target.WriteArray(square)
    target.FlushCache()


def run_step(step: str, folder: Path) -> None:
    """One step in this process; prints its figures as JSON."""
    spec = importlib.util.spec_from_file_location("demo", SAMPLE / "demo.py")
    demo = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(demo)
    application = demo.start(folder / "settings")
    started = time.monotonic()
    outputs = _run_algorithm(step, folder)
    seconds = time.monotonic() - started
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak_mb, **outputs}))
    sys.stdout.flush()
    del application
    os._exit(0)


def _run_algorithm(step: str, folder: Path) -> dict:
    import processing

    index = str(folder / "index.gpkg")
    if step == "idle":
        return {}
    if step == "index":
        result = processing.run(
            "skymatch:buildindex", {"RASTER": str(folder / "km2.tif"), "INDEX": index}
        )
        size = Path(index).stat().st_size
        return {"area_km2": result["AREA_KM2"], "tokens": result["TOKENS"], "bytes": size}
    photo = "panorama_01.jpg" if step == "locate_panorama" else "street_02.jpg"
    parameters = {"PHOTO": str(SAMPLE / "photos" / photo), "INDEX": index}
    if step == "locate_known_heading":
        parameters.update(HEADING=298.0, HEADING_TOLERANCE=0.0)
    for sink in demo_sinks():
        parameters[sink] = "TEMPORARY_OUTPUT"
    result = processing.run("skymatch:locatephoto", parameters)
    return {"algorithm_seconds": result["SECONDS"]}


def demo_sinks() -> tuple:
    """The layers of skymatch:locatephoto."""
    return ("CANDIDATES", "WEDGES", "CELLS", "HEAT", "REGIONS")


def main() -> None:
    """All steps one after the other, and the table."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        write_square_kilometre(Path(folder, "km2.tif"))
        for step in STEPS:
            run = subprocess.run(
                [sys.executable, __file__, step, folder], capture_output=True, text=True
            )
            if run.returncode:
                raise SystemExit(f"{step} failed:\n{run.stderr[-2000:]}")
            figures[step] = json.loads(run.stdout.strip().splitlines()[-1])
    idle_mb = figures["idle"]["peak_mb"]
    area_km2 = figures["index"]["area_km2"]
    print(f"{os.cpu_count()} cores; QGIS alone takes {idle_mb:.0f} MB")
    print(f"{'step':24s}{'seconds':>10s}{'peak MB':>10s}{'above QGIS':>12s}")
    for step, found in figures.items():
        above_mb = found["peak_mb"] - idle_mb
        print(f"{step:24s}{found['seconds']:10.1f}{found['peak_mb']:10.0f}{above_mb:12.0f}")
    per_km2 = figures["index"]["bytes"] / area_km2 / 1e6
    print(f"index: {area_km2:.2f} km2, {per_km2:.2f} MB per km2,", end=" ")
    print(f"{figures['index']['seconds'] / area_km2:.0f} s per km2")
    (REPOSITORY / "build" / "bench.json").write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        run_step(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
