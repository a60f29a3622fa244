"""What was made before the project had a folder comes along after its first save."""

import shutil
import sqlite3

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from plugin.gui.first_save import FirstSave
from plugin.gui.places import folder_of
from plugin.layers import review
from plugin.layers.groups import add_result_group, open_results
from plugin.layers.moving import files_below
from plugin.layers.tables import CANDIDATES, KINDS
from tests.layers.conftest import results_file  # noqa: F401

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")


@pytest.fixture
def unsaved(qgis_app, results_file):  # noqa: F811
    """An unsaved project with results in the profile, and the file they are in."""
    project = QgsProject()
    file = folder_of(project) / "photos" / "IMG_0042.gpkg"
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(results_file, file)
    add_result_group(project, "IMG 0042", open_results(file))
    yield project, file
    project.clear()
    file.unlink()


@pytest.fixture
def bar(qgis_app):
    """A message bar."""
    bar = QgsMessageBar()
    yield bar
    bar.deleteLater()


def test_the_offer_is_taken(unsaved, bar, tmp_path):
    """By mouse: files beside the project, layers as they were, and all of it saved."""
    project, old = unsaved
    first_save = FirstSave(project, bar)
    assert project.write(str(tmp_path / "case.qgz"))
    bar.currentItem().findChild(QPushButton).click()
    new = tmp_path / "case_skymatch" / "photos" / "IMG_0042.gpkg"
    assert new.is_file() and old.is_file(), "another project may use it"
    assert not project.isDirty() and "1 files" in bar.currentItem().text()
    assert len(files_below(project, tmp_path)[new]) == len(KINDS)
    for layer in project.mapLayers().values():
        assert layer.isValid() and layer.featureCount() > 0
        assert layer.renderer().type() != "singleSymbol", "the style stays"
    first_save.stop()
    opened = QgsProject()
    assert opened.read(str(tmp_path / "case.qgz"))
    assert len(files_below(opened, tmp_path)[new]) == len(KINDS)
    opened.clear()


def test_a_file_that_is_there_is_not_replaced(unsaved, bar, tmp_path):
    """Results of the same name may have been reviewed."""
    project, _ = unsaved
    there = tmp_path / "case_skymatch" / "photos" / "IMG_0042.gpkg"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"mine")
    first_save = FirstSave(project, bar)
    assert project.write(str(tmp_path / "case.qgz"))
    first_save.bring_in()
    assert there.read_bytes() == b"mine"
    assert (
        sqlite3.connect(str(there.with_name("IMG_0042-2.gpkg")))
        .execute("SELECT count(*) FROM candidates")
        .fetchone()[0]
    )
    first_save.stop()


def test_edits_come_first(unsaved, bar, tmp_path):
    """A layer with unsaved edits is not moved away under the user's hands; an open session may."""
    project, old = unsaved
    first_save = FirstSave(project, bar)
    assert project.write(str(tmp_path / "case.qgz"))
    layer = next(x for x in files_below(project, old.parent)[old] if CANDIDATES in x.source())
    first = next(layer.getFeatures()).id()
    review.review(layer, first, {review.STATUS: review.ACCEPTED}, "accept")
    first_save.bring_in()
    assert "is being edited" in bar.currentItem().text()
    assert not (tmp_path / "case_skymatch").exists() and len(files_below(project, old.parent)) == 1
    review.save(layer)
    assert layer.isEditable()
    first_save.bring_in()
    assert "1 files" in bar.currentItem().text()
    assert str(tmp_path) in layer.source() and not layer.isEditable()
    assert layer.getFeature(first)[review.STATUS] == review.ACCEPTED
    first_save.stop()


def test_no_offer_without_need(qgis_app, bar, tmp_path, results_file):  # noqa: F811
    """Results that lie beside the project, or none."""
    project = QgsProject()
    first_save = FirstSave(project, bar)
    add_result_group(project, "IMG 0042", open_results(results_file))
    assert project.write(str(tmp_path / "case.qgz"))
    assert bar.currentItem() is None
    first_save.stop()
    project.clear()
