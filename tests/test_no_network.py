"""No network: building, locating, inspecting and reporting work while every connection fails."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis")

REPOSITORY = Path(__file__).resolve().parents[1]

# Runs in a QGIS of its own. Python's sockets, Qt's requests and GDAL's remote files are all noted
# and refused.
WITHOUT_NETWORK = """
import json, os, socket, sys
from pathlib import Path

tried = []


class Refused(socket.socket):
    def __new__(cls, family=-1, *arguments, **more):
        tried.append(f"socket of family {family}")
        raise OSError("no network in this test")


def refuse(*arguments, **more):
    tried.append(f"connection to {arguments[:2]}")
    raise OSError("no network in this test")


socket.socket, socket.create_connection, socket.getaddrinfo = Refused, refuse, refuse

from osgeo import gdal
from qgis.core import (
    QgsApplication, QgsNetworkAccessManager, QgsProcessingContext, QgsProcessingFeedback,
    QgsProject, QgsRasterLayer, QgsVectorLayer,
)

app = QgsApplication([], True)
app.initQgis()
manager = QgsNetworkAccessManager.instance()
manager.requestAboutToBeCreated.connect(
    lambda request: tried.append(request.request().url().toString())
)
repository, folder, photo = map(Path, sys.argv[1:])
sys.path.insert(0, str(repository))
from plugin.processing.provider import SkymatchProvider

provider = SkymatchProvider()
QgsApplication.processingRegistry().addProvider(provider)
project = QgsProject.instance()
project.write(str(folder / "case.qgz"))
raster = QgsRasterLayer(str(folder / "ortho.tif"), "ortho")
project.addMapLayer(raster)


def run(name, **parameters):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"skymatch:{name}")
    results, ran = algorithm.run(parameters, context, feedback)
    if not ran:
        raise SystemExit(feedback.textLog())
    return results


index = str(folder / "index.gpkg")
run("buildindex", RASTER=raster, INDEX=index, LOAD=False)
run("indexinfo", INDEX=index)
run("inspectphoto", PHOTO=str(photo), BIRDSEYE=str(folder / "birdseye.png"))
candidates = str(folder / "found.gpkg")
found = run("locatephoto", PHOTO=str(photo), INDEX=index, HEADING=298.0, CANDIDATES=candidates)
layer = QgsVectorLayer(str(folder / "found.gpkg"), "found", "ogr")
layer.setName("candidates")
project.addMapLayer(layer)
run("report", CANDIDATES=layer, OUTPUT=str(folder / "report.pdf"))
run("exportlog", OUTPUT=str(folder / "log.json"))
try:
    socket.create_connection(("127.0.0.1", 9))
except OSError:
    watched = tried.pop()
outcome = {"tried": tried, "watched": watched, "found": found["BEST_PROBABILITY"]}
(folder / "outcome.json").write_text(json.dumps(outcome))
sys.stdout.flush()
os._exit(0)
"""


def test_everything_works_without_a_network(tmp_path):
    """And nothing even tries to connect."""
    from tests.processing.locate_scene import PHOTO, raster_file
    from tests.soak.tally import tell_fault

    shutil.copy(raster_file(), tmp_path / "ortho.tif")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_NETWORK, str(REPOSITORY), str(tmp_path), str(PHOTO)],
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads((tmp_path / "outcome.json").read_text(encoding="utf-8"))
    assert outcome["watched"].startswith("connection")
    assert outcome["tried"] == []
    assert 0.0 < outcome["found"] <= 1.0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    tell_fault("every algorithm while no connection can be made", 1, 1)
