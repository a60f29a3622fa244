"""Rasters that vanish, change or are huge, projects closed, garbage collected: during the work."""

import gc
import os
import shutil
import stat
import tempfile
import threading
import time
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
)

from plugin.index.reader import read_index
from plugin.processing.build_index import BuildIndex
from plugin.processing.locate_photo import SINKS, LocatePhoto
from tests.processing.faults import Log, blocks_are_whole, run, wait_for
from tests.processing.locate_scene import PHOTO, index_file
from tests.processing.test_build_index import write_orthophoto
from tests.soak.tally import tell_fault, times

PAGE = os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def project(qgis_app):
    """An empty project of its own."""
    project = QgsProject()
    yield project
    project.clear()


@pytest.mark.parametrize("fault", ["deleted", "cut off", "replaced"])
def test_the_raster_vanishes_during_the_work(project, tmp_path, fault):
    """A result or a sentence; the blocks that were finished stay, and the file is sound."""
    raster = write_orthophoto(tmp_path / "ortho.tif", 700)
    layer = QgsRasterLayer(str(raster), "ortho")

    def harm():
        if fault == "deleted":
            raster.unlink()
        elif fault == "cut off":
            os.truncate(raster, raster.stat().st_size // 3)
        else:
            write_orthophoto(tmp_path / "other.tif", 500, west=510000).replace(raster)

    log, index = Log(5.0, harm), tmp_path / "index.gpkg"
    results, sentence = run(BuildIndex, project, log, RASTER=layer, INDEX=str(index), LOAD=False)
    assert log.happened
    assert results or sentence.strip().endswith(".")
    assert "Traceback" not in sentence
    assert blocks_are_whole(index)
    tell_fault(f"raster {fault} while it is indexed", 1, 1, 0, sentence)


def test_the_project_is_cleared_during_a_build(tmp_path):
    """The layer dies with it in the main thread; the worker thread goes on to the end."""
    project = QgsProject.instance()
    layer = QgsRasterLayer(str(write_orthophoto(tmp_path / "ortho.tif", 700)), "ortho")
    project.addMapLayer(layer)
    context, log = QgsProcessingContext(), Log()
    context.setProject(project)
    index = tmp_path / "index.gpkg"
    parameters = {"RASTER": layer.id(), "INDEX": str(index), "LOAD": False}
    task = QgsProcessingAlgRunnerTask(BuildIndex().create({}), parameters, context, log)
    ended = []
    task.executed.connect(lambda ok, results: ended.append(ok))
    del layer
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: log.progress() > 3 or ended, 60)
    project.clear()
    gc.collect()
    wait_for(lambda: ended, 120)
    assert ended == [True] and read_index(index).complete
    tell_fault("project closed during a build", 1, 1)


@pytest.fixture
def collecting():
    """Collects garbage in another thread, all the time."""
    stop = threading.Event()
    rounds = []

    def collect():
        while not stop.wait(0.002):
            gc.collect()
            rounds.append(1)

    thread = threading.Thread(target=collect)
    thread.start()
    yield rounds
    stop.set()
    thread.join()


def test_garbage_is_collected_at_any_moment(project, tmp_path, collecting):
    """During a build and a search with all its layers."""
    layer = QgsRasterLayer(str(write_orthophoto(tmp_path / "ortho.tif", 300)), "ortho")
    index = tmp_path / "index.gpkg"
    results, sentence = run(BuildIndex, project, Log(), RASTER=layer, INDEX=str(index), LOAD=False)
    assert results, sentence
    sinks = {name: str(tmp_path / f"{name}.gpkg") for name in SINKS}
    photo = {"PHOTO": str(PHOTO), "INDEX": str(index_file()), "HEADING": 298.0}
    results, sentence = run(LocatePhoto, project, Log(), **photo, **sinks)
    assert results, sentence
    assert len(collecting) > 20
    tell_fault("gc.collect() during a build and a search", len(collecting), len(collecting))


VIRTUAL = """<VRTDataset rasterXSize="{side}" rasterYSize="{side}">
<SRS>EPSG:32632</SRS><GeoTransform>500000, 0.2, 0, 5000000, 0, -0.2</GeoTransform>
{bands}</VRTDataset>"""
BAND = """<VRTRasterBand dataType="Byte" band="{band}"><ColorInterp>{colour}</ColorInterp>
<SimpleSource><SourceFilename relativeToVRT="1">ortho.tif</SourceFilename>
<SourceBand>{band}</SourceBand><SrcRect xOff="0" yOff="0" xSize="300" ySize="300"/>
<DstRect xOff="0" yOff="0" xSize="{side}" ySize="{side}"/></SimpleSource></VRTRasterBand>"""


def test_a_virtual_raster_of_ten_gigapixels(tmp_path):
    """Building begins within bounded memory, and ends within seconds of being cancelled."""
    write_orthophoto(tmp_path / "ortho.tif")
    side, colours = 100_000, ("Red", "Green", "Blue")
    bands = "".join(
        BAND.format(band=band, colour=colour, side=side) for band, colour in enumerate(colours, 1)
    )
    virtual = tmp_path / "huge.vrt"
    virtual.write_text(VIRTUAL.format(side=side, bands=bands), encoding="utf-8")
    assert gdal.Open(str(virtual)).RasterXSize == side
    layer = QgsRasterLayer(str(virtual), "huge")
    before = resident_mb()
    context, log, index = QgsProcessingContext(), Log(), tmp_path / "index.gpkg"
    parameters = {"RASTER": layer, "INDEX": str(index), "LOAD": False}
    task = QgsProcessingAlgRunnerTask(BuildIndex().create({}), parameters, context, log)
    ended, most = [], []
    task.executed.connect(lambda ok, results: ended.append(ok))
    QgsApplication.taskManager().addTask(task)

    def begun():
        most.append(resident_mb())
        return ended or (index.exists() and read_index(index).blocks_done >= 1)

    wait_for(begun, 150)
    assert not ended, log.errors
    cancelled_at = time.monotonic()
    log.cancel()
    wait_for(lambda: ended, 30)
    took_s = time.monotonic() - cancelled_at
    assert ended == [False] and took_s < 8.0
    assert blocks_are_whole(index) and not read_index(index).complete
    grown_mb = max(most) - before
    assert grown_mb < 900.0
    note = f"{grown_mb:.0f} MB more at most, cancelled in {took_s:.1f} s"
    tell_fault("virtual raster of 100,000 by 100,000 pixels, begun and cancelled", 1, 1, 0, note)


def resident_mb():
    """Memory of this process that is in RAM now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")
def test_photos_in_a_row_take_no_more_memory(project, tmp_path):
    """After the first few, memory stays flat."""
    photos, memory = times("PHOTOS", 8), []
    for number in range(photos):
        parameters = {"PHOTO": str(PHOTO), "INDEX": str(index_file()), "HEADING": 298.0}
        parameters["HEADING_TOLERANCE"] = 45.0  # so many headings are not refined: less to compute
        parameters.update({name: str(tmp_path / f"{number}-{name}.gpkg") for name in SINKS})
        results, sentence = run(LocatePhoto, project, Log(), **parameters)
        assert results, sentence
        gc.collect()
        memory.append(resident_mb())
    settled = memory[photos // 3 :]
    slope_mb = (settled[-1] - settled[0]) / (len(settled) - 1)
    assert slope_mb < (10.0 if photos < 30 else 1.0), memory
    note = f"{memory[0]:.0f} MB after the first, {memory[-1]:.0f} MB after the last"
    tell_fault("photos located in a row", photos, photos, 0, note)


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_temporary_files_are_private(project, tmp_path, monkeypatch):
    """What is left in the folder for temporary files is for its owner's eyes only."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    parameters = {"PHOTO": str(PHOTO), "INDEX": str(index_file()), "HEADING": 298.0}
    log = Log()
    results, sentence = run(LocatePhoto, project, log, **parameters)
    assert results, sentence
    loose = [
        f"{stat.filemode(file.lstat().st_mode)} {file.name}"
        for file in folder.iterdir()
        if file.lstat().st_mode & 0o077
    ]
    assert not loose


def test_a_search_reads_an_index_that_is_taken_away(project, tmp_path):
    """Deleted or overwritten after the search has begun: a sentence or a result."""
    for number, harm in enumerate((Path.unlink, lambda path: path.write_bytes(b"other"))):
        index = Path(shutil.copy(index_file(), tmp_path / f"{number}.gpkg"))
        log = Log(1.0, lambda harm=harm, index=index: harm(index))
        parameters = {"PHOTO": str(PHOTO), "INDEX": str(index), "HEADING": 298.0}
        results, sentence = run(LocatePhoto, project, log, **parameters)
        assert log.happened and (results or sentence.strip().endswith("."))
        assert "Traceback" not in sentence
    tell_fault("index deleted or overwritten during a search", 2, 2)
