"""The review panel with results out of the usual: photo or imagery gone, several photos."""

import shutil
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QLocale
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication

from plugin.gui.dock import SkymatchDock
from plugin.gui.review_panel import ReviewPanel
from plugin.layers import review
from tests.gui.review_scene import NOT_HERE, POSES, load_results, write_results
from tests.processing.locate_scene import PHOTO


def test_without_imagery_and_photo_the_panel_says_so(project, canvas, tmp_path):
    """Both are sentences in their places."""
    for raster in list(project.mapLayers()):
        project.removeMapLayer(raster)
    file = Path(project.homePath()) / "gone.gpkg"
    write_results(file, [tmp_path / "gone.jpg"])
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    assert "no raster layer" in panel.chip._message
    assert "gone.jpg is not there" in panel.photo._message
    panel.stop()


def test_several_photos_in_one_layer(project, canvas, tmp_path):
    """Listed photo by photo, with a column for its name; distances are within a photo."""
    other = tmp_path / "other.jpg"
    shutil.copy(PHOTO, other)
    file = Path(project.homePath()) / "two.gpkg"
    write_results(file, [tmp_path / "gone.jpg", other])
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    assert panel.list.topLevelItemCount() == 2 * len(POSES)
    assert not panel.list.isColumnHidden(6)
    assert [panel.list.topLevelItem(row).text(4) for row in (0, len(POSES))] == ["0 m", "0 m"]
    panel.stop()


def test_candidates_that_can_hardly_be_are_not_impossible(project, canvas):
    """Less than the least, and decimals as the user's language writes them."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    layer = load_results(project, file)
    shares = {1: 0.62, 2: 0.0006, 3: 0.0004, 4: 0.0}
    layer.startEditing()
    for feature in layer.getFeatures():
        place = layer.fields().indexOf("probability")
        layer.changeAttributeValue(feature.id(), place, shares[feature["rank"]])
    assert layer.commitChanges()
    before = QLocale()
    for language, texts in (
        ("en", ["62.0 %", "0.1 %", "<0.1 %", "<0.1 %"]),
        ("de", ["62,0 %", "0,1 %", "<0,1 %", "<0,1 %"]),
    ):
        QLocale.setDefault(QLocale(language))
        panel = ReviewPanel(canvas, project)
        QLocale.setDefault(before)
        assert [panel.list.topLevelItem(row).text(1) for row in range(4)] == texts
        panel.stop()


def test_a_narrow_list_shows_all_it_holds(project, canvas):
    """Titles are cut and have a tip; what stands below them is not cut, decided on or not."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    panel.resize(326, 800)
    panel.show()
    for decide in (panel.form.accept, panel.form.clear):
        decide.click()
        QCoreApplication.processEvents()
        rows, header = panel.list, panel.list.header()
        for column in range(6):
            assert rows.columnWidth(column) >= rows.sizeHintForColumn(column)
            assert rows.headerItem().toolTip(column)
        widths = [rows.columnWidth(column) for column in range(6)]
        assert sum(widths) <= rows.viewport().width()
        assert header.visualIndex(5) == 1
    buttons = panel.form.accept, panel.form.maybe, panel.form.reject, panel.form.clear
    assert len({button.geometry().top() // 20 for button in buttons}) == 1, "one row"
    panel.session.undo()
    panel.stop()


@pytest.fixture
def dark(qgis_app):
    """The palette of a dark desktop."""
    before, palette = QApplication.palette(), QApplication.palette()
    for role, colour in (("Window", 50), ("Button", 50), ("Base", 35)):
        palette.setColor(getattr(palette.ColorRole, role), QColor(colour, colour, colour))
    for role in ("WindowText", "ButtonText", "Text"):
        palette.setColor(getattr(palette.ColorRole, role), QColor(238, 238, 238))
    palette.setColor(palette.ColorRole.Highlight, QColor(42, 130, 218))
    QApplication.setPalette(palette)
    yield
    QApplication.setPalette(before)


def test_what_was_chosen_is_told_apart_in_the_dark(dark, project, canvas):
    """The button has the colour of a selection, whatever the style makes of pressed buttons."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    form = panel.form
    panel.show()
    form.accept.click()
    QCoreApplication.processEvents()
    seen = {name: getattr(form, name).grab().toImage() for name in ("accept", "maybe")}
    inside = {name: image.pixelColor(6, image.height() // 2) for name, image in seen.items()}
    panel.session.undo()
    panel.stop()
    assert inside["accept"].blue() - inside["maybe"].blue() > 80


def test_a_reopened_project_says_whether_the_photo_is_here(provider, project, canvas, bar):
    """The sentence comes from the results; it goes with them."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    saved = project.fileName()
    assert project.write()
    project.clear()
    dock = SkymatchDock(canvas, bar, project)
    assert not dock.not_here.isVisibleTo(dock)
    dock.results_step.open()
    assert project.read(saved)
    assert f"{100 * NOT_HERE:.0f}\u00a0%" in dock.not_here.text()
    assert dock.not_here.isVisibleTo(dock)
    project.removeMapLayer(dock.review.layer)
    assert not dock.not_here.isVisibleTo(dock)
    dock.stop()


def test_results_of_several_photos_have_no_such_sentence(project, canvas, tmp_path):
    """Nor have those that do not know it."""
    file = Path(project.homePath()) / "two.gpkg"
    write_results(file, [tmp_path / "a.jpg", tmp_path / "b.jpg"])
    assert review.not_here_probability(load_results(project, file)) is None
    write_results(file.with_name("one.gpkg"))
    layer = load_results(project, file.with_name("one.gpkg"))
    assert review.not_here_probability(layer) == NOT_HERE
    layer.startEditing()
    layer.deleteAttribute(layer.fields().indexOf(review.NOT_HERE))
    assert layer.commitChanges() and review.not_here_probability(layer) is None
