"""The dock: what a person does with it, right and wrong."""

import gc
import shutil

import pytest
from qgis.core import QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest

from plugin.engine import runtime
from plugin.gui.index_state import COMPLETE, NONE, UNUSABLE
from plugin.gui.photo_panel import is_photo
from plugin.gui.runner import AlgorithmRunner
from plugin.layers.tables import KINDS
from tests.processing.locate_scene import PHOTO, index_file, truth

LEFT = Qt.MouseButton.LeftButton


def press(button):
    """Click a button."""
    QTest.mouseClick(button, LEFT)


@pytest.fixture
def indexed(dock):
    """The dock with a finished index at the suggested place."""
    dock.index.path.parent.mkdir(parents=True)
    shutil.copy(index_file(), dock.index.path)
    dock.index.refresh()
    return dock


@pytest.fixture
def found(indexed, wait):
    """The dock after a search."""
    indexed.photo.file.setFilePath(str(PHOTO))
    indexed.photo.heading.setValue(298)
    press(indexed.photo.find_button)
    gc.collect()
    wait(lambda: not indexed.runner.busy)
    return indexed


def test_the_index_is_suggested_beside_the_project(dock, project):
    """A folder of the project's name, a file of the raster's."""
    folder = dock.index.path.parent
    assert dock.index.path.name == "Ortho_2024.gpkg"
    assert folder.name == "case_skymatch"
    assert str(folder.parent) == project.absolutePath()
    assert dock.index.state().stage == NONE
    assert dock.index.build_button.text() == "Build index"


def test_an_own_choice_of_index_is_kept(dock, project):
    """The suggestion does not overwrite it when the project is saved."""
    dock.index.file.setFilePath("/elsewhere/mine.gpkg")
    project.write()
    assert str(dock.index.path) == "/elsewhere/mine.gpkg"


def test_the_state_of_the_index_is_told(indexed):
    """Complete, or what is wrong with it."""
    assert indexed.index.state().stage == COMPLETE
    assert "km²" in indexed.index.state_label.text()
    indexed.index.path.write_bytes(b"not an index")
    indexed.index.refresh()
    assert indexed.index.state().stage == UNUSABLE
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
    assert dock.index.build_button.isEnabled()


def test_building_to_the_end(dock, wait, said):
    """The index is at the suggested place and searchable."""
    press(dock.index.build_button)
    gc.collect()
    wait(lambda: not dock.runner.busy, 120)
    assert said() == "The index is ready."
    assert dock.index.state().stage == COMPLETE


def test_finding_fills_list_group_and_file(found, project):
    """One GeoPackage per photo, one group, ranked rows."""
    file = found.index.path.parent / "photos" / "street_02.gpkg"
    assert file.is_file()
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "street_02"
    assert len(group.findLayers()) == len(KINDS)
    first = found.candidates.topLevelItem(0)
    layer = QgsVectorLayer(f"{file}|layername=candidates", "c", "ogr")
    assert found.candidates.topLevelItemCount() == layer.featureCount()
    assert first.text(0) == "1"
    assert first.text(1).endswith(" %")
    assert first.text(4) == "0 m"
    assert "imagery" in found.not_here.text()
    assert not found.cancel_button.isVisibleTo(found)


def test_extent_and_current_layer_stay(indexed, canvas, wait):
    """Results do not move the map away from what the user looks at."""
    before = canvas.extent()
    indexed.photo.file.setFilePath(str(PHOTO))
    press(indexed.photo.find_button)
    wait(lambda: not indexed.runner.busy)
    assert canvas.extent() == before


def test_a_second_search_keeps_the_first(found, project, wait):
    """Reviewed results are never overwritten."""
    press(found.photo.find_button)
    wait(lambda: not found.runner.busy)
    groups = [child.name() for child in project.layerTreeRoot().children()[:2]]
    assert groups == ["street_02-2", "street_02"]


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
    assert indexed.photo.preview.text() == "No preview"
    press(indexed.photo.find_button)
    wait(lambda: not indexed.runner.busy)
    assert "fake.jpg is no picture" in said()
    assert indexed.photo.find_button.isEnabled()


def test_without_onnxruntime_the_dock_says_what_is_missing(dock, monkeypatch):
    """One sentence; the buttons that need it are off, the rest lives."""
    monkeypatch.setattr(runtime, "onnxruntime_problem", lambda: "Install it with: pip")
    dock.index.refresh()
    assert dock.problem.isVisibleTo(dock)
    assert dock.problem.text() == "Install it with: pip"
    assert not dock.photo.find_button.isEnabled()
    assert not dock.index.build_button.isEnabled()
    monkeypatch.undo()
    dock.index.refresh()
    assert not dock.problem.isVisibleTo(dock)
    assert dock.photo.find_button.isEnabled()


@pytest.mark.parametrize(("name", "taken"), [("a.JPG", True), ("notes.txt", False)])
def test_photos_can_be_dropped_onto_it(dock, tmp_path, name, taken):
    """Other files are not taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(5, 5), copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    dock.dropEvent(event)
    assert is_photo(name) is taken
    assert (dock.photo.path is not None) is taken
    assert event.isAccepted() is taken


def test_known_and_unknown_values(dock):
    """Empty fields are unknown, not zero."""
    photo = dock.photo
    assert photo.heading_deg is None and photo.fov_deg is None
    assert not photo.tolerance.isEnabled()
    photo.heading.setValue(0)
    photo.fov.setValue(70)
    assert (photo.heading_deg, photo.fov_deg, photo.tolerance_deg) == (0.0, 70.0, 20.0)
    assert photo.tolerance.isEnabled()
    photo.heading.clear()
    photo.fov.clear()
    assert photo.heading_deg is None and photo.fov_deg is None


def test_a_missing_algorithm_is_a_sentence(qgis_app, project):
    """For instance when the provider was switched off."""
    sentences = []
    runner = AlgorithmRunner()
    runner.failed.connect(sentences.append)
    runner.start("skymatch:nothing", {}, project)
    assert "is not available" in sentences[0]
    assert not runner.busy
