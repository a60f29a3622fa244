"""Part: one step through the Processing algorithms of the staged plugin, with its peak memory.

    python tests/bench/steps.py FOLDER STEP

The imagery is the sample orthophoto, mirrored to 1 km x 1 km at 0.2 m/px, or parts or copies of
that square.
"""

import importlib.util
import resource
import sys
import time
from pathlib import Path

from common import STAGED, Figures, run_as_part

SAMPLE = STAGED / "resources" / "sample"
SINKS = ("CANDIDATES", "WEDGES", "CELLS", "HEAT", "REGIONS")
SIDES_KM = {"quarter_km2": 0.5, "one_km2": 1.0, "four_km2": 2.0}


def write_imagery(folder: Path) -> None:
    """The sample orthophoto and its mirror images as GeoTIFFs of different size."""
    import numpy as np
    from osgeo import gdal

    gdal.UseExceptions()
    source = gdal.Open(str(SAMPLE / "orthophoto.tif"))
    rgb = source.ReadAsArray()
    row = np.concatenate([rgb, rgb[:, :, ::-1]], axis=2)
    square = np.concatenate([row, row[:, ::-1]], axis=1)
    options = ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"]
    for name, side_km in SIDES_KM.items():
        copies = max(1, round(side_km))
        side_px = round(square.shape[1] * side_km / copies)
        target = gdal.GetDriverByName("GTiff").Create(
            str(folder / f"{name}.tif"), side_px * copies, side_px * copies, 3, options=options
        )
        target.SetGeoTransform(source.GetGeoTransform())
        target.SetProjection(source.GetProjection())
        for down in range(copies):
            for right in range(copies):
                part = square[:, :side_px, :side_px]
                target.WriteArray(part, right * side_px, down * side_px)
        target.FlushCache()


def write_coarse_pack(folder: Path) -> None:
    """The shipped model applied at twice the ground size: tokens of 5 m."""
    import json
    import shutil

    shutil.copytree(STAGED / "models" / "skymatch-s", folder / "pack_5m")
    file = folder / "pack_5m" / "pack.json"
    described = json.loads(file.read_text())
    described["gsd_m"] *= 2
    file.write_text(json.dumps(described))


def measure(folder: Path) -> Figures:
    """One step, the third argument of the command line."""
    step = sys.argv[2]
    spec = importlib.util.spec_from_file_location("demo", SAMPLE / "demo.py")
    demo = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(demo)
    application = demo.start(folder / "settings")
    started = time.monotonic()
    outputs = _run_algorithm(step, folder)
    seconds = time.monotonic() - started
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    del application
    return {"seconds": seconds, "peak_mb": peak_mb, **outputs}


def _run_algorithm(step: str, folder: Path) -> Figures:
    import processing

    if step == "idle":
        return {}
    if step.startswith("index_"):
        name = step[len("index_") :]
        index = folder / f"{name}.gpkg"
        raster = folder / f"{name.replace('_at_5m', '')}.tif"
        parameters = {"RASTER": str(raster), "INDEX": str(index)}
        if name.endswith("_at_5m"):
            parameters["MODEL"] = str(folder / "pack_5m")
        result = processing.run("skymatch:buildindex", parameters)
        return {
            "area_km2": result["AREA_KM2"],
            "tokens": result["TOKENS"],
            "bytes": index.stat().st_size,
        }
    photo = "panorama_01.jpg" if step == "locate_panorama" else "street_02.jpg"
    parameters = {
        "PHOTO": str(SAMPLE / "photos" / photo),
        "INDEX": str(folder / "one_km2.gpkg"),
        **dict.fromkeys(SINKS, "TEMPORARY_OUTPUT"),
    }
    if step == "locate_known_heading":
        parameters.update(HEADING=298.0, HEADING_TOLERANCE=0.0)
    return {"algorithm_seconds": processing.run("skymatch:locatephoto", parameters)["SECONDS"]}


if __name__ == "__main__":
    run_as_part(measure)
