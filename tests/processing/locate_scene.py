"""A small real scene: 120 m of the sample orthophoto, its index, and a photo taken in it."""

import csv
import functools
import tempfile
from pathlib import Path
from typing import Dict

from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer

from plugin.processing.build_index import BuildIndex

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
PHOTO = SAMPLE / "photos" / "street_02.jpg"
SIDE_M = 120.0


def truth() -> Dict[str, float]:
    """Where the photo was taken."""
    with (SAMPLE / "photos" / "truth.csv").open(encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["photo"] == PHOTO.name)
    names = ("easting_m", "northing_m", "lon", "lat", "heading_deg", "fov_deg")
    return {name: float(row[name]) for name in names}


@functools.lru_cache(maxsize=None)
def raster_file() -> Path:
    """The part of the orthophoto around the photo."""
    file = Path(tempfile.mkdtemp(prefix="skymatch-test-")) / "ortho.tif"
    place = truth()
    west, south = place["easting_m"] - SIDE_M / 2, place["northing_m"] - SIDE_M / 2
    window = [west, min(south + SIDE_M, 6209500.0), west + SIDE_M, south]
    gdal.Translate(str(file), str(SAMPLE / "orthophoto.tif"), projWin=window)
    return file


@functools.lru_cache(maxsize=None)
def index_file() -> Path:
    """Its index, built once for all tests."""
    file = raster_file().with_name("ortho.gpkg")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer = QgsRasterLayer(str(raster_file()), "ortho")
    parameters = {"RASTER": layer, "INDEX": str(file)}
    feedback = QgsProcessingFeedback(False)
    _, built = BuildIndex().create().run(parameters, context, feedback)
    if not built:
        raise RuntimeError(feedback.textLog())
    return file
