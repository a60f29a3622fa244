"""`skymatch:buildindex` with the shipped model, on a raster of 60 m by 60 m."""

import gc
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread

from plugin.imagery.raster import RasterImagery
from plugin.index.reader import read_index
from plugin.layers.attachments import attached_indexes, resolve
from plugin.processing.build_index import BuildIndex
from plugin.processing.index_info import IndexInfoAlgorithm

UTM = "EPSG:32632"


class Log(QgsProcessingFeedback):
    """Remembers what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.warnings, self.texts, self.infos = [], [], [], []

    def pushInfo(self, info):
        """See QgsProcessingFeedback."""
        self.infos.append(info)

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushWarning(self, warning):
        """See QgsProcessingFeedback."""
        self.warnings.append(warning)

    def setProgressText(self, text):
        """See QgsProcessingFeedback."""
        self.texts.append(text)


def write_orthophoto(path, side_px=300, gsd_m=0.2, west=500000, crs=32632):
    """Smooth colours with a pattern, three bands of bytes."""
    y, x = np.mgrid[0:side_px, 0:side_px] * gsd_m
    bands = [127 + 100 * np.sin(x / 5), 127 + 100 * np.cos(y / 7), 127 + 90 * np.sin((x + y) / 3)]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), side_px, side_px, 3, gdal.GDT_Byte, ["PHOTOMETRIC=RGB"]
    )
    dataset.SetGeoTransform([west, gsd_m, 0, 5000000, 0, -gsd_m])
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        dataset.SetProjection(reference.ExportToWkt())
    for number, band in enumerate(bands, start=1):
        dataset.GetRasterBand(number).WriteArray(band.astype(np.uint8))
    dataset.FlushCache()
    return Path(path)


@pytest.fixture
def raster_layer(qgis_app, tmp_path):
    """A layer of the orthophoto."""
    return QgsRasterLayer(str(write_orthophoto(tmp_path / "ortho.tif")), "ortho")


@pytest.fixture
def project(qgis_app):
    """An empty project of its own."""
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def build(qgis_app, tmp_path, project):
    """Runs the algorithm as Processing does: check, prepare, run, post-process."""

    def run(feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(project)
        parameters.setdefault("INDEX", str(tmp_path / "index.gpkg"))
        parameters.setdefault("LOAD", False)
        algorithm = BuildIndex().create({})
        fits, message = algorithm.checkParameterValues(parameters, context)
        if not fits:
            return None, message
        feedback = feedback or Log()
        results, ok = algorithm.run(parameters, context, feedback, {}, False)
        run.context = context
        return (results, "") if ok else (None, "; ".join(feedback.errors) or "failed")

    return run


@pytest.fixture
def polygon_layer(qgis_app):
    """Makes a polygon layer of rectangles (west, south, east, north)."""

    def make(*rectangles):
        layer = QgsVectorLayer(f"Polygon?crs={UTM}", "mask", "memory")
        for rectangle in rectangles:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*rectangle)))
            layer.dataProvider().addFeature(feature)
        return layer

    return make


def test_the_whole_raster(build, raster_layer, pack):
    """Every token with imagery is there, and the numbers say so."""
    results, _ = build(RASTER=raster_layer)
    index = read_index(Path(results["INDEX"]))
    assert index.complete and results["MISSING_TILES"] == 0
    assert results["TOKENS"] == index.tokens.covered.sum()
    assert results["AREA_KM2"] == pytest.approx(0.0036, rel=0.1)
    assert results["SECONDS"] > 0
    assert index.info.model_sha256 == pack.sha256 and index.info.grid.crs == UTM
    assert index.info.source_name == "ortho"
    assert index.info.source_gsd_m == pytest.approx(0.2, rel=1e-3)
    assert len(np.unique(index.tokens.codes[index.tokens.covered], axis=0)) > 50


def test_a_second_run_continues(build, raster_layer):
    """Nothing is encoded twice; the same numbers come out."""
    first, _ = build(RASTER=raster_layer)
    started = time.monotonic()
    again, _ = build(RASTER=raster_layer)
    assert again["TOKENS"] == first["TOKENS"]
    assert time.monotonic() - started < 5.0


def test_extent_and_mask_limit_the_area(build, raster_layer, polygon_layer, tmp_path):
    """An extent in degrees, a mask in UTM, both."""
    extent = "500010,500030,4999960,4999980 [EPSG:32632]"
    results, _ = build(RASTER=raster_layer, EXTENT=extent)
    grid = read_index(Path(results["INDEX"])).info.grid
    assert 8 <= grid.rows <= 9 and 8 <= grid.cols <= 9
    mask = polygon_layer((500020, 4999950, 500100, 4999970))
    results, _ = build(
        RASTER=raster_layer, EXTENT=extent, MASK=mask, INDEX=str(tmp_path / "both.gpkg")
    )
    grid = read_index(Path(results["INDEX"])).info.grid
    assert 4 <= grid.rows <= 5 and 4 <= grid.cols <= 5
    degrees = "9.0001,9.0003,45.1531,45.1533 [EPSG:4326]"
    results, message = build(
        RASTER=raster_layer, EXTENT=degrees, INDEX=str(tmp_path / "degrees.gpkg")
    )
    assert results is not None, message
    grid = read_index(Path(results["INDEX"])).info.grid
    assert grid.cols * 2.5 == pytest.approx(0.0002 * 78_700, abs=5.0)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"EXTENT": "0,10,0,10 [EPSG:32632]"}, "does not touch"),
        ({"MODEL": "/nowhere"}, "model"),
    ],
)
def test_early_refusals(build, raster_layer, parameters, words):
    """Said before anything starts."""
    results, message = build(RASTER=raster_layer, **parameters)
    assert results is None and words in message


def test_rasters_that_cannot_be_searched(build, qgis_app, tmp_path, polygon_layer, raster_layer):
    """The sentences of the check reach the user; an empty mask is told."""
    coarse = QgsRasterLayer(str(write_orthophoto(tmp_path / "c.tif", 60, 1.0)), "coarse")
    results, message = build(RASTER=coarse)
    assert results is None and "0.6 m" in message
    nowhere = QgsRasterLayer(str(write_orthophoto(tmp_path / "n.tif", crs=0)), "nowhere")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    results, message = build(RASTER=nowhere)
    assert results is None and "no coordinate system" in message
    results, message = build(RASTER=raster_layer, MASK=polygon_layer())
    assert results is None and "no polygon" in message


def test_a_raster_that_changed_is_refused(build, raster_layer, qgis_app, tmp_path):
    """Between building and resuming."""
    build(RASTER=raster_layer)
    time.sleep(0.01)
    changed = QgsRasterLayer(str(write_orthophoto(tmp_path / "ortho.tif")), "ortho")
    with pytest.raises(QgsProcessingException, match="has changed since"):
        build(RASTER=changed)


def test_attaching_keeps_the_index_in_the_project(build, raster_layer, project, tmp_path):
    """Found again after saving and loading under another name, in another folder."""
    results, _ = build(RASTER=raster_layer, ATTACH=True)
    assert project.isDirty()
    identifier = results["ATTACHMENT"]
    assert [index.identifier for index in attached_indexes(project)] == [identifier]
    original = Path(results["INDEX"]).read_bytes()
    assert resolve(project, identifier).read_bytes() == original
    (tmp_path / "elsewhere").mkdir()
    saved = tmp_path / "elsewhere" / "project.qgz"
    assert project.write(str(saved))
    Path(results["INDEX"]).unlink()
    opened = QgsProject()
    assert opened.read(str(saved))
    [entry] = attached_indexes(opened)
    assert entry.name == "index.gpkg"
    assert read_index(resolve(opened, entry.identifier)).complete
    context = QgsProcessingContext()
    context.setProject(opened)
    info, ok = (
        IndexInfoAlgorithm().create({}).run({"INDEX": entry.identifier}, context, Log(), {}, False)
    )
    assert ok and info["VALID"] and info["COMPLETE"]
    opened.clear()


def test_attaching_twice_replaces(build, raster_layer, project):
    """The project does not grow with every run."""
    build(RASTER=raster_layer, ATTACH=True)
    results, _ = build(RASTER=raster_layer, ATTACH=True)
    inside = [path for path in project.attachedFiles() if path.endswith(".gpkg")]
    assert len(attached_indexes(project)) == len(inside) == 1
    assert resolve(project, results["ATTACHMENT"]).is_file()


def test_the_coverage_layer_is_announced_and_styled(build, raster_layer):
    """Processing loads it; the style is ours."""
    results, _ = build(RASTER=raster_layer, LOAD=True)
    announced = build.context.layersToLoadOnCompletion()
    [(source, details)] = announced.items()
    assert source == f"{results['INDEX']}|layername=blocks" and details.name == "ortho: index"
    layer = QgsVectorLayer(source, details.name, "ogr")
    assert layer.isValid()
    log = Log()
    details.postProcessor().postProcessLayer(layer, build.context, log)
    assert not log.warnings and layer.renderer().type() == "RuleRenderer"


def test_a_temporary_destination(build, raster_layer):
    """What the dialog gives when no file is chosen."""
    results, _ = build(RASTER=raster_layer, INDEX="TEMPORARY_OUTPUT")
    assert results["INDEX"].endswith(".gpkg") and read_index(Path(results["INDEX"])).complete


def test_a_failed_run_leaves_nothing_in_memory(build, raster_layer, tmp_path):
    """QGIS keeps the exception for ever; what it holds on to must not be the run's raster."""
    (tmp_path / "index.gpkg").write_text("not an index")
    before = _living(RasterImagery)
    with pytest.raises(QgsProcessingException, match="not a GeoPackage"):
        build(RASTER=raster_layer)
    gc.collect()
    assert _living(RasterImagery) == before


def _living(kind):
    gc.collect()
    return sum(type(thing) is kind for thing in gc.get_objects())


def test_cancel_in_a_worker_thread(qgis_app, tmp_path):
    """Within seconds on a busy machine; what is finished stays readable."""
    layer = QgsRasterLayer(str(write_orthophoto(tmp_path / "large.tif", 2500)), "large")
    context, feedback = QgsProcessingContext(), Log()
    parameters = {"RASTER": layer, "INDEX": str(tmp_path / "i.gpkg"), "LOAD": False}
    task = QgsProcessingAlgRunnerTask(BuildIndex().create({}), parameters, context, feedback)
    ended = []
    task.executed.connect(lambda ok, results: ended.append(ok))
    QgsApplication.taskManager().addTask(task)
    _wait(lambda: feedback.progress() > 3 or ended, 60)
    cancelled_at = time.monotonic()
    feedback.cancel()
    _wait(lambda: ended, 30)
    assert ended == [False]
    assert time.monotonic() - cancelled_at < 5.0
    index = read_index(tmp_path / "i.gpkg")
    assert not index.complete
    assert any("Stopped" in error for error in feedback.errors)


def _wait(condition, seconds):
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        QCoreApplication.processEvents()
        QThread.msleep(10)


CHECKING = """
import os, sys
sys.path.insert(0, ".")
from qgis.core import QgsApplication, QgsProcessingContext, QgsRasterLayer
app = QgsApplication([], True)
app.initQgis()
of_qgis = set(sys.modules)  # some versions load numpy and shapely themselves
from plugin.processing.build_index import BuildIndex
layer = QgsRasterLayer(sys.argv[1], "ortho")
algorithm = BuildIndex().create({})
parameters = {"RASTER": layer, "EXTENT": layer.extent(), "INDEX": "index.gpkg"}
fits = algorithm.checkParameterValues(parameters, QgsProcessingContext())
heavy = {"numpy", "pyproj", "shapely", "PIL", "onnxruntime"} & set(sys.modules) - of_qgis
sys.stdout.write(f"{fits[0]}, loaded {sorted(heavy)}")
sys.stdout.flush()
os._exit(0)
"""


def test_checking_parameters_loads_no_heavy_library(raster_layer):
    """QGIS checks in its main thread, while the dialog is open."""
    call = [sys.executable, "-c", CHECKING, raster_layer.source()]
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(call, capture_output=True, text=True, cwd=root)
    assert "True, loaded []" in run.stdout, run.stdout + run.stderr


def test_every_parameter_has_help():
    """In the dialog and in the help panel."""
    for algorithm in (BuildIndex().create({}), IndexInfoAlgorithm().create({})):
        for parameter in algorithm.parameterDefinitions():
            assert len(parameter.help()) > 20, parameter.name()
        assert len(algorithm.shortHelpString()) > 100


def test_the_sample_takes_about_what_was_estimated(build, qgis_app, sample_scene, tmp_path):
    """Time within a factor of three on a busy machine, size and area closely; told beforehand."""
    layer = QgsRasterLayer(str(sample_scene / "orthophoto.tif"), "sample")
    centre = layer.extent().center()
    corners = (centre.x() - 100, centre.x() + 100, centre.y() - 100, centre.y() + 100)
    extent = ",".join(map(str, corners)) + f" [{layer.crs().authid()}]"
    log = Log()
    told, _ = build(log, RASTER=layer, EXTENT=extent, ESTIMATE=True)
    assert not (tmp_path / "index.gpkg").exists() and "INDEX" not in told
    assert any("blocks to be made: about" in text for text in log.infos)
    made, _ = build(RASTER=layer, EXTENT=extent)
    assert told["AREA_KM2"] == pytest.approx(made["AREA_KM2"], rel=0.01)
    assert told["TOKENS"] == pytest.approx(made["TOKENS"], rel=0.01)
    size = Path(made["INDEX"]).stat().st_size
    assert told["ESTIMATED_BYTES"] == pytest.approx(size, rel=0.25)
    assert 1 / 3 < told["ESTIMATED_SECONDS"] / made["SECONDS"] < 3


def test_without_onnxruntime_a_sentence(monkeypatch):
    """The toolbox says what to install."""
    monkeypatch.setattr("plugin.engine.runtime.onnxruntime_problem", lambda: "Install it.")
    able, sentence = BuildIndex().create({}).canExecute()
    assert not able and "Settings > Options > Skymatch" in sentence
