"""The dock: what a person does with it, right and wrong."""

import contextlib
import functools
import gc
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QProgressDialog, QToolButton

from plugin.engine import runtime
from plugin.engine.photo import read_photo
from plugin.gui import dock_runs, history
from plugin.gui.dock_results import load_coverage
from plugin.gui.dock_runs import LOCATE, Search
from plugin.gui.help_pages import HelpWindow
from plugin.gui.index_state import COMPLETE, NONE, UNUSABLE
from plugin.gui.places import index_file as suggested_index
from plugin.gui.runner import AlgorithmRunner
from plugin.layers.tables import KINDS
from plugin.processing.locate_photo import LocatePhoto
from tests.gui.review_scene import POSES, load_results, write_results
from tests.processing.locate_scene import PHOTO, index_file, truth

ROOT = Path(__file__).resolve().parents[2]
INDEX_INFO = "skymatch:indexinfo"
LEFT = Qt.MouseButton.LeftButton


def press(button):
    """Click a button."""
    QTest.mouseClick(button, LEFT)


@pytest.fixture
def remembered(monkeypatch):
    """Gives the lines of Python that came into Processing's history, wherever QGIS keeps it."""
    if not hasattr(QgsGui, "historyProviderRegistry"):  # before QGIS 3.24: a text file
        lines = []
        monkeypatch.setattr(history, "_append_to_log", lines.append)
        return lambda: lines
    registry = QgsGui.historyProviderRegistry()
    query = functools.partial(registry.queryEntries, providerId="processing")
    earlier = {entry.id for entry in query()}
    return lambda: [e.entry["python_command"] for e in query() if e.id not in earlier]


@pytest.fixture
def indexed(dock, wait):
    """The dock with a finished index at the suggested place."""
    dock.index.path.parent.mkdir(parents=True)
    shutil.copy(index_file(), dock.index.path)
    dock.index.refresh()
    wait(lambda: dock.index.state is not None)
    return dock


@functools.lru_cache(maxsize=None)
def results_file():
    """What a search writes, made once."""
    file = index_file().with_name("street_02.gpkg")
    parameters = {"PHOTO": str(PHOTO), "INDEX": str(index_file()), "HEADING": 298.0}
    parameters.update({kind.upper(): dock_runs._table(file, kind) for kind in KINDS})
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    _, made = LocatePhoto().create().run(parameters, context, feedback)
    assert made, feedback.textLog()
    return file


def search_near_the_truth(dock):
    """Keeps a search short."""
    place = truth()
    dock.photo.fov.setValue(place["fov_deg"])
    dock.photo.places.show_position(place["lon"], place["lat"])
    dock.photo.places.radius.setValue(15)
    dock.photo.places.use_position.click()


@pytest.fixture
def found(indexed):
    """The dock with the results of a search."""
    file = indexed.index.path.parent / "photos" / "street_02.gpkg"
    file.parent.mkdir()
    shutil.copy(results_file(), file)
    indexed.photo.file.setFilePath(str(PHOTO))
    indexed._load(Search(LOCATE, {}, file), {"NOT_HERE_PROBABILITY": 0.1})
    return indexed


def test_the_index_is_suggested_beside_the_project(dock, project):
    """A folder of the project's name, a file of the raster's."""
    folder = dock.index.path.parent
    assert dock.index.path.name == "Ortho_2024.gpkg"
    assert folder.name == "case_skymatch"
    assert str(folder.parent) == project.absolutePath()
    assert dock.index.state.stage == NONE
    assert dock.index.build_button.text() == "Build index"


def test_an_own_choice_of_index_is_kept(dock, project):
    """The suggestion does not overwrite it when the project is saved."""
    dock.index.file.setFilePath("/elsewhere/mine.gpkg")
    project.write()
    assert str(dock.index.path) == "/elsewhere/mine.gpkg"


def test_an_index_in_the_profile_is_found_after_the_first_save(dock, project, wait):
    """Also when no layer leads to it any more; one of another raster of that name is not taken."""
    early = suggested_index(QgsProject(), "Ortho 2024")
    early.parent.mkdir(parents=True, exist_ok=True)
    beside = dock.index.path
    try:
        shutil.copy(index_file(), early)
        project.write()
        wait(lambda: dock.index.state is not None)
        assert dock.index.path == early and dock.index.state.stage == COMPLETE
        with contextlib.closing(sqlite3.connect(str(early))) as other, other:
            other.execute("UPDATE skymatch_meta SET value='x' WHERE key='imagery_stamp'")
        project.write()
        assert dock.index.path == beside
        early.write_bytes(b"not an index")
        project.write()
        assert dock.index.path == beside
    finally:
        early.unlink()


def test_help_is_a_click_away(dock):
    """One window, however often it is asked for."""
    button = next(one for one in dock.findChildren(QToolButton) if one.text() == "?")
    for _ in range(2):
        press(button)
    [window] = dock.findChildren(HelpWindow)
    assert window.isVisible() and window.pages.source().fileName() == "dock.html"
    assert "Skymatch" in window.pages.toPlainText()
    window.close()


def test_the_state_of_the_index_is_told(indexed, wait):
    """Complete, or what is wrong with it, also in the line of the step."""
    assert indexed.index.state.stage == COMPLETE
    assert "km²" in indexed.index.state_label.text()
    assert indexed.index_step.state.text() == "Ortho 2024: indexed"
    indexed.index.path.write_bytes(b"not an index")
    indexed.index.refresh()
    wait(lambda: indexed.index.state is not None)
    assert indexed.index.state.stage == UNUSABLE
    assert "not a GeoPackage" in indexed.index.state_label.text()


def test_building_and_cancelling(dock, wait, said):
    """The button starts Processing, Cancel ends it within moments, and a sentence says so."""
    press(dock.index.build_button)
    assert dock.runner.busy
    assert not dock.index.build_button.isEnabled()
    assert dock.cancel_button.isVisibleTo(dock)
    press(dock.cancel_button)
    wait(lambda: not dock.runner.busy, 20)
    assert "Stopped" in said()
    assert not dock.work.isVisibleTo(dock)
    assert dock.index.build_button.isEnabled()


def test_building_to_the_end(dock, project, canvas, wait, said):
    """The index is at the suggested place and searchable, its coverage above the raster."""
    before = canvas.extent()
    dock.resize(370, 700)
    dock.show()
    QApplication.processEvents()
    assert dock.index_step.is_open and not dock.photo_step.is_open
    press(dock.index.build_button)
    gc.collect()
    wait(lambda: not dock.runner.busy, 120)
    assert said() == "The index is ready." and dock.photo_step.is_open
    wait(lambda: dock.index.state is not None)
    assert dock.index.state.stage == COMPLETE
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    assert [layer.name() for layer in layers] == ["Ortho 2024: index", "Ortho 2024"]
    assert layers[0].featureCount() > 0 and layers[0].readOnly()
    assert canvas.extent() == before


def test_the_coverage_is_loaded_once(project):
    """Right above its raster, wherever the user keeps that; other layers stay where they are."""
    raster = next(iter(project.mapLayers().values()))
    root = project.layerTreeRoot()
    group = root.insertGroup(0, "imagery")
    group.addChildNode(root.findLayer(raster.id()).clone())
    root.removeChildNode(root.children()[1])
    top = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(top)
    for _ in range(2):
        load_coverage(project, index_file(), raster)
    names = [node.layer().name() for node in root.findLayers()]
    assert names == ["mine", "Ortho 2024: index", "Ortho 2024"]
    assert [child.name() for child in group.children()] == names[1:]
    load_coverage(project, Path("/nowhere.gpkg"), raster)
    assert len(project.mapLayers()) == 3


def test_a_report_is_a_run_like_any_other(dock, project, remembered, said):
    """The button runs the algorithm: it is in the history, and the layout in the project."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    dock.review.find_layers()
    press(dock.review.report_button)
    assert not dock.runner.busy
    report = dock.index.path.parent / "reports" / "street_02.pdf"
    assert report.read_bytes().startswith(b"%PDF") and str(report) in said()
    [line] = remembered()
    assert 'processing.run("skymatch:report"' in line.replace("'", '"')
    assert [layout.name() for layout in project.layoutManager().layouts()] == ["Skymatch street_02"]
    assert dock.photo.find_button.isEnabled()


def test_a_report_can_be_cancelled_in_its_window(dock, project, monkeypatch, said):
    """While the main thread prints, its window lives."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    dock.review.find_layers()
    shown = QProgressDialog.setValue

    def cancel(window, value):
        shown(window, value)
        window.canceled.emit()

    monkeypatch.setattr(QProgressDialog, "setValue", cancel)
    press(dock.review.report_button)
    assert "Stopped" in said() and not dock.runner.busy
    assert project.layoutManager().layouts() == []


def test_without_candidates_no_report_and_no_copies(dock, said):
    """A sentence instead."""
    press(dock.review.report_button)
    assert "no candidates to report" in said()
    press(dock.review.geotag_button)
    assert "no candidates yet" in said()


def test_accepted_photos_are_geotagged_from_the_dock(dock, project, remembered, said, wait):
    """Into copies in a folder of their own, by a run that is in the history; once more, twice."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    dock.review.find_layers()
    press(dock.review.geotag_button)
    wait(lambda: not dock.runner.busy)
    assert "No candidate is accepted yet" in said()
    press(dock.review.form.accept)
    folder = dock.index.path.parent / "geotagged"
    for name in ("street_02", "street_02-2"):
        press(dock.review.geotag_button)
        wait(lambda: not dock.runner.busy)
        copy = folder / name / PHOTO.name
        assert copy.is_file() and str(copy.parent) in said() and "written: 1" in said()
        assert read_photo(copy).metadata.lat == pytest.approx(truth()["lat"], abs=1e-5)
    assert sum("skymatch:geotagphotos" in line for line in remembered()) == 3


def test_finding_fills_list_group_and_file(indexed, project, canvas, wait):
    """One GeoPackage per photo, one group, ranked rows; the map stays where it is."""
    before = canvas.extent()
    indexed.photo.file.setFilePath(str(PHOTO))
    indexed.photo.heading.setValue(298)
    search_near_the_truth(indexed)
    press(indexed.photo.find_button)
    gc.collect()
    wait(lambda: not indexed.runner.busy, 120)
    file = indexed.index.path.parent / "photos" / "street_02.gpkg"
    assert file.is_file()
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "street_02"
    assert len(group.findLayers()) == len(KINDS)
    first = indexed.candidates.topLevelItem(0)
    layer = QgsVectorLayer(f"{file}|layername=candidates", "c", "ogr")
    assert indexed.candidates.topLevelItemCount() == layer.featureCount()
    assert first.text(0) == "1"
    assert first.text(1).endswith(" %")
    assert first.text(4) == "0 m"
    assert "imagery" in indexed.not_here.text()
    assert not indexed.cancel_button.isVisibleTo(indexed)
    assert indexed.results_step.is_open
    assert indexed.results_step.state.text() == f"{layer.featureCount()} candidates"
    assert canvas.extent() == before


def test_a_second_search_keeps_the_first(found, monkeypatch):
    """Reviewed results are never overwritten."""
    runs = []
    monkeypatch.setattr(found.runner, "start", lambda *run: runs.append(run))
    press(found.photo.find_button)
    assert "street_02-2.gpkg" in runs[0][1]["CANDIDATES"]


def test_results_that_cannot_be_read_are_a_sentence(indexed, project, said, tmp_path):
    """No empty group is left behind."""
    (tmp_path / "a.gpkg").write_text("no results")
    indexed._load(Search(LOCATE, {}, tmp_path / "a.gpkg"), {})
    assert "Locate the photo again" in said()
    assert [child.name() for child in project.layerTreeRoot().children()] == ["Ortho 2024"]


def test_results_can_go_into_the_project(indexed, project, monkeypatch):
    """The group keeps the name of the photo."""
    file = indexed.index.path.parent / "photos" / "street_02.gpkg"
    file.parent.mkdir()
    shutil.copy(results_file(), file)
    monkeypatch.setenv("SKYMATCH_STORAGE", "inside")
    indexed._load(Search(LOCATE, {}, file), {"NOT_HERE_PROBABILITY": 0.1})
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "street_02"
    assert group.findLayers()[0].layer().source().split("|")[0] in project.attachedFiles()


def test_double_clicking_a_candidate_shows_it(found, canvas):
    """The map is centred on it; a single click only marks it."""
    canvas.zoomScale(20000)
    row = found.candidates.visualItemRect(found.candidates.topLevelItem(0))
    QTest.mouseClick(found.candidates.viewport(), LEFT, pos=row.center())
    assert canvas.scale() > 10000
    QTest.mouseDClick(found.candidates.viewport(), LEFT, pos=row.center())
    place = truth()
    here = QgsPointXY(place["easting_m"], place["northing_m"])
    assert canvas.center().distance(here) < 20.0
    assert canvas.scale() < 2500


def test_a_removed_layer_empties_the_list(found, project):
    """No row that leads nowhere."""
    layer = project.layerTreeRoot().children()[0].findLayers()[0].layerId()
    project.removeMapLayer(layer)
    assert found.candidates.topLevelItemCount() == 0


@pytest.mark.parametrize(
    ("photo", "sentence"),
    [("", "Choose a photo first"), ("/nowhere/a.jpg", "Choose a photo first")],
)
def test_without_photo_nothing_starts(indexed, said, photo, sentence):
    """A sentence instead."""
    indexed.photo.file.setFilePath(photo)
    press(indexed.photo.find_button)
    assert sentence in said()
    assert not indexed.runner.busy


def test_without_index_nothing_starts(dock, said):
    """A sentence instead."""
    dock.photo.file.setFilePath(str(PHOTO))
    press(dock.photo.find_button)
    assert "no index to search" in said()
    assert not dock.runner.busy


def test_without_raster_nothing_is_built(dock, said):
    """A sentence instead."""
    dock.index.raster.setCurrentIndex(0)
    press(dock.index.build_button)
    assert "Choose the raster layer" in said()


def test_a_photo_that_is_none_ends_in_the_message_bar(indexed, said, wait, tmp_path):
    """The algorithm's sentence, no traceback, ready for the next try."""
    (tmp_path / "fake.jpg").write_text("no picture")
    indexed.photo.file.setFilePath(str(tmp_path / "fake.jpg"))
    wait(lambda: "fake.jpg" in indexed.photo.preview.message)
    press(indexed.photo.find_button)
    wait(lambda: not indexed.runner.busy)
    assert "fake.jpg is no picture" in said()
    assert indexed.photo.find_button.isEnabled()


def test_without_onnxruntime_the_dock_says_what_is_missing(dock, monkeypatch):
    """One sentence; the buttons that need it are off, the rest lives."""
    monkeypatch.setattr(runtime, "onnxruntime_problem", lambda: "Install it with: pip")
    dock.index.refresh()
    dock.photo.file.setFilePath(str(PHOTO))
    assert dock.problem.isVisibleTo(dock)
    assert dock.problem.text() == "Install it with: pip"
    assert not dock.photo.find_button.isEnabled()
    assert not dock.index.build_button.isEnabled()
    assert not dock.index.estimate_button.isEnabled()
    assert not dock.photo.inspector.busy
    monkeypatch.undo()
    dock.index.refresh()
    assert not dock.problem.isVisibleTo(dock)
    assert dock.photo.find_button.isEnabled()


def test_what_is_known_goes_into_the_run(indexed, monkeypatch, project):
    """Values that nobody touched stay away, so that the estimates apply."""
    runs = []
    monkeypatch.setattr(indexed.runner, "start", lambda *run: runs.append(run))
    photo = indexed.photo
    photo.file.setFilePath(str(PHOTO))
    indexed.find()
    tables = {kind.upper() for kind in KINDS}
    name, parameters, where = runs[-1]
    assert (name, where) == ("skymatch:locatephoto", project)
    assert set(parameters) == {"PHOTO", "INDEX"} | tables
    indexed._finish()
    photo.heading.setValue(298)
    photo.tolerance.setValue(15)
    photo.camera.horizon.setValue(0.45)
    photo.camera.height.setValue(2.2)
    indexed.find()
    parameters = runs[-1][1]
    known = {name: parameters[name] for name in set(parameters) - tables - {"PHOTO", "INDEX"}}
    assert known == {
        "HEADING": 298.0,
        "HEADING_TOLERANCE": 15.0,
        "HORIZON": 0.45,
        "CAMERA_HEIGHT": 2.2,
    }


def test_several_photos_are_one_run(indexed, project, wait, said, tmp_path):
    """A table names them; their candidates share one layer."""
    other = tmp_path / "it's, another.jpg"
    shutil.copy(PHOTO, other)
    indexed.take_photos([str(PHOTO), str(other)])
    assert indexed.photo_step.state.text() == "2 photos"
    search_near_the_truth(indexed)
    press(indexed.photo.find_button)
    gc.collect()
    wait(lambda: not indexed.runner.busy, 120)
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "2_photos", said()
    assert len(group.findLayers()) == 1
    assert {feature["photo"] for feature in indexed.review.layer.getFeatures()} == {
        PHOTO.name,
        other.name,
    }
    assert "2 photos located, 0 not" in indexed.not_here.text()


def test_a_lost_photo_among_several_is_named(indexed, said, tmp_path):
    """Nothing starts."""
    indexed.take_photos([str(PHOTO), str(tmp_path / "gone.jpg")])
    press(indexed.photo.find_button)
    assert "gone.jpg" in said()
    assert not indexed.runner.busy


def test_runs_are_remembered_and_can_be_typed(indexed, remembered, said):
    """Each run is written into the history; the menu copies the same line."""
    indexed.photo.file.setFilePath(str(PHOTO))
    indexed.photo.heading.setValue(298)
    indexed.copy_python(True)
    copied = QApplication.clipboard().text()
    assert copied.startswith("processing.run(") and "'HEADING':298" in copied
    assert "Copied" in said()
    press(indexed.photo.find_button)
    press(indexed.cancel_button)
    assert remembered() == [copied]
    indexed.copy_python(False)
    assert "skymatch:buildindex" in QApplication.clipboard().text()


def test_only_what_a_person_starts_is_remembered(indexed, remembered, wait):
    """Looking at a photo is no run worth repeating."""
    indexed.photo.file.setFilePath(str(PHOTO))
    wait(lambda: indexed.photo.sentence.text())
    assert remembered() == []


def test_newer_histories_get_the_results_too(provider, project, monkeypatch):
    """As QGIS 3.24 and later keep them."""
    entries = {}

    class Registry:
        def addEntry(self, provider_id, details):
            entries[7] = (provider_id, dict(details))
            return 7, True

        def updateEntry(self, entry_id, details):
            entries[entry_id] = ("processing", dict(details))

    class Algorithm(QgsApplication.processingRegistry().algorithmById(INDEX_INFO).__class__):
        def asMap(self, parameters, context):
            return {"inputs": parameters}

        def asQgisProcessCommand(self, parameters, context):
            return "qgis_process run skymatch:indexinfo", True

    monkeypatch.setattr(
        history.QgsGui, "historyProviderRegistry", staticmethod(Registry), raising=False
    )
    monkeypatch.setattr(Registry, "__call__", lambda self: self, raising=False)
    algorithm = Algorithm()
    algorithm.initAlgorithm()
    run = history.remember(algorithm, {"INDEX": "a.gpkg"}, QgsProcessingContext())
    assert entries[7][0] == "processing"
    assert "a.gpkg" in entries[7][1]["python_command"]
    run.add_results({"BLOCKS": 3})
    assert entries[7][1]["results"] == {"BLOCKS": 3}
    assert entries[7][1]["process_command"].startswith("qgis_process")


def test_unloading_leaves_nothing_on_the_map(dock, canvas):
    """Tools and the watch over drops are gone; stopping twice does no harm."""
    dock.index.area.choose("drawn")
    press(dock.index.area.draw)
    assert canvas.mapTool() is dock.index.area.tool
    dock.stop()
    dock.stop()
    assert canvas.mapTool() is not dock.index.area.tool


OPENING = """
import os, sys
sys.path.insert(0, ".")
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
app = QgsApplication([], True)
app.initQgis()
QgsProject.instance().read(sys.argv[1])
by_qgis = set(sys.modules)  # newer ones load numpy and shapely themselves
from plugin.gui.dock import SkymatchDock
canvas, bar = QgsMapCanvas(), QgsMessageBar()
dock = SkymatchDock(canvas, bar, QgsProject.instance())
dock.show()
app.processEvents()
heavy = {"numpy", "pyproj", "shapely", "PIL", "onnxruntime"} & (set(sys.modules) - by_qgis)
sys.stdout.write(f"{dock.candidates.topLevelItemCount()} candidates, loaded {sorted(heavy)}")
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.parametrize("results", [0, len(POSES)])
def test_opening_needs_no_heavy_library(project, results):
    """numpy, pyproj and the like are imported when there is work, also in a reopened project."""
    if results:
        file = Path(project.homePath()) / "street_02.gpkg"
        write_results(file)
        load_results(project, file)
        assert project.write()
    call = [sys.executable, "-c", OPENING, project.absoluteFilePath()]
    run = subprocess.run(call, capture_output=True, text=True, cwd=ROOT)
    assert f"{results} candidates, loaded []" in run.stdout, run.stdout + run.stderr


def test_a_missing_algorithm_is_a_sentence(qgis_app, project):
    """For instance when the provider was switched off."""
    sentences = []
    runner = AlgorithmRunner()
    runner.failed.connect(sentences.append)
    runner.start("skymatch:nothing", {}, project)
    assert "is not available" in sentences[0]
    assert not runner.busy
