"""The review panel: selecting, marking, deciding, undoing, with real layers, keys and mouse."""

import shutil
from pathlib import Path

import pytest
from qgis.core import QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QLineEdit, QMainWindow

from plugin.gui.review_panel import ReviewPanel
from plugin.layers import review
from plugin.layers.pictures import chip_file, photo_thumbnail
from tests.gui.conftest import wait_for
from tests.gui.review_scene import POSES, load_results, write_results
from tests.processing.locate_scene import truth

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def layer(project):
    """Candidates of one photo in the project, out of a GeoPackage beside it."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    return load_results(project, file)


@pytest.fixture
def panel(project, canvas, layer):
    """The panel in a window that has the focus, its first chip drawn."""
    panel = ReviewPanel(canvas, project)
    panel.resize(460, 760)
    panel.show()
    QApplication.setActiveWindow(panel)
    panel.list.setFocus()
    settle(panel)
    yield panel
    if panel.marks.ring:
        panel.stop()
    panel.deleteLater()
    QCoreApplication.processEvents()


def settle(panel):
    """Wait until nothing is drawn or read any more."""
    wait_for(lambda: not panel.chips.renderer.busy and not panel.photo.image.isNull(), 20)


def press(panel, key):
    """A key, where the focus is."""
    QTest.keyClick(panel.list, key)


def stored(layer, field):
    """What the file holds, whatever the edit buffer says."""
    other = QgsVectorLayer(layer.source(), "again", "ogr")
    return {feature["rank"]: feature[field] or "" for feature in other.getFeatures()}


def test_the_best_candidate_is_shown_at_once(panel, layer, canvas):
    """List, photo, chip; the map stays."""
    assert panel.layer is layer
    assert panel.list.topLevelItemCount() == len(POSES)
    assert panel.feature["rank"] == 1
    assert panel.photo.image.width() > panel.photo.image.height() > 0
    assert panel.chip.frame is not None
    assert all(mark.isVisible() for mark in panel.marks.ring)
    ring = panel.marks.ring[0].center()
    assert ring.distance(QgsPointXY(truth()["easting_m"], truth()["northing_m"])) < 0.01


def test_the_list_is_no_higher_than_its_rows(panel):
    """What is left over makes the pictures larger; an empty list keeps a few rows."""
    last = panel.list.visualItemRect(panel.list.topLevelItem(len(POSES) - 1)).bottom()
    highest = panel.list.maximumHeight()
    assert panel.list.header().height() + last <= highest
    assert highest == panel.list.sizeHint().height()  # fewer than the usual rows
    panel.resize(460, 1400)
    QCoreApplication.processEvents()
    assert panel.list.height() == highest
    assert panel.pictures.height() > 2 * highest


def test_keys_step_through_the_list(panel, canvas):
    """N and P and the arrows; at the ends nothing happens; the extent stays."""
    before = canvas.extent()
    seen = []
    for key in (KEY.Key_N, KEY.Key_N, KEY.Key_P, KEY.Key_Down, KEY.Key_Down, KEY.Key_N, KEY.Key_Up):
        press(panel, key)
        seen.append(panel.feature["rank"])
    assert seen == [2, 3, 2, 3, 4, 4, 3]
    press(panel, KEY.Key_P), press(panel, KEY.Key_P), press(panel, KEY.Key_P)
    assert panel.feature["rank"] == 1
    assert canvas.extent() == before


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (KEY.Key_A, review.ACCEPTED),
        (KEY.Key_M, review.MAYBE),
        (KEY.Key_R, review.REJECTED),
    ],
)
def test_keys_decide_and_undo_takes_back(panel, layer, key, status):
    """Through the edit buffer: the file is untouched until somebody saves."""
    press(panel, KEY.Key_N)
    press(panel, key)
    assert panel.feature["status"] == status
    item = panel.list.currentItem()
    assert len(item.text(5)) == 1 and status in item.toolTip(5)
    assert item.data(5, Qt.ItemDataRole.AccessibleTextRole) == status
    assert layer.isEditable() and layer.isModified()
    assert stored(layer, "status")[2] == ""
    assert panel.form.save.isEnabled() and panel.form.unsaved.text() == "1 unsaved"
    layer.undoStack().undo()
    assert review.status_of(panel.feature) == ""
    assert panel.list.currentItem().text(5) == ""
    layer.undoStack().redo()
    assert panel.feature["status"] == status


def test_ctrl_z_and_clear(panel, layer):
    """The panel's own keys for taking back."""
    press(panel, KEY.Key_A)
    QTest.keyClick(panel.list, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.status_of(panel.feature) == ""
    press(panel, KEY.Key_R)
    press(panel, KEY.Key_C)
    assert review.status_of(panel.feature) == ""
    assert layer.undoStack().count() == 2


class Edited:
    """A main window like QGIS's, with an Undo of its own for the same key."""

    def __init__(self, panel):
        self.undone = 0
        self.window = QMainWindow()
        self.text = QLineEdit()
        self.window.setCentralWidget(self.text)
        action = QAction("Undo", self.window)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        action.triggered.connect(self._undo)
        self.window.menuBar().addMenu("Edit").addAction(action)
        dock = QDockWidget(self.window)
        dock.setWidget(panel)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.window.show()
        QApplication.setActiveWindow(self.window)

    def _undo(self):
        self.undone += 1


def test_ctrl_z_does_not_quarrel_with_that_of_qgis(panel, layer):
    """In the panel it takes a review back, elsewhere it is QGIS's, in a text field the field's."""
    main, held = Edited(panel), Qt.KeyboardModifier.ControlModifier
    panel.list.setFocus()
    press(panel, KEY.Key_A)
    QTest.keyClick(panel.list, KEY.Key_Z, held)
    assert review.status_of(panel.feature) == ""
    assert layer.undoStack().count() == 1 and main.undone == 0
    press(panel, KEY.Key_A)
    panel.form.note.setFocus()
    QTest.keyClicks(panel.form.note, "kerb")
    QTest.keyClick(panel.form.note, KEY.Key_Z, held)
    assert panel.form.note.text() == "" and review.status_of(panel.feature) == review.ACCEPTED
    button = main.window.menuBar()
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Z, held)
    assert main.undone == 1 and review.status_of(panel.feature) == review.ACCEPTED
    panel.setParent(None)
    main.window.deleteLater()


def test_reason_and_note_are_one_command_each(panel, layer):
    """Usual reasons fit the decision; letters in a text field are letters, not decisions."""
    press(panel, KEY.Key_R)
    offered = [panel.form.reason.itemText(i) for i in range(panel.form.reason.count())]
    assert offered == list(review.usual_reasons(review.REJECTED))
    panel.form.reason.setCurrentIndex(1)
    panel.form.reason.activated.emit(1)
    assert panel.feature["reason"] == offered[1]
    panel.form.note.setFocus()
    QTest.keyClicks(panel.form.note, "a maple, no roof")
    QTest.keyClick(panel.form.note, KEY.Key_Return)
    assert panel.feature["note"] == "a maple, no roof"
    assert panel.feature["status"] == review.REJECTED
    assert [layer.undoStack().command(i).text() for i in range(layer.undoStack().count())] == [
        "Reject candidate 1",
        "Describe candidate 1",
        "Describe candidate 1",
    ]


def test_saving_writes_the_file(panel, layer):
    """Only then; afterwards there is nothing to save."""
    press(panel, KEY.Key_A)
    QTest.mouseClick(panel.form.save, LEFT)
    assert stored(layer, "status") == {1: "accepted", 2: "", 3: "", 4: ""}
    assert not layer.isModified()
    assert not panel.form.save.isEnabled() and not panel.form.undo.isEnabled()


def test_an_edit_session_of_the_user_is_not_touched(panel, layer):
    """Their own edits are neither committed nor undone by a review."""
    layer.startEditing()
    other = next(f for f in layer.getFeatures() if f["rank"] == 4)
    layer.changeAttributeValue(other.id(), layer.fields().indexOf("note"), "mine")
    press(panel, KEY.Key_A)
    assert stored(layer, "note")[4] == ""
    assert layer.isEditable()
    QTest.mouseClick(panel.form.undo, LEFT)
    assert layer.getFeature(other.id())["note"] == "mine"
    assert review.status_of(panel.feature) == ""


def test_a_file_that_cannot_be_written_is_a_sentence(panel, layer):
    """No review is lost silently."""
    said = []
    panel.said.connect(said.append)
    layer.setReadOnly(True)
    press(panel, KEY.Key_A)
    assert len(said) == 1 and "cannot be edited" in said[0]
    assert review.status_of(panel.feature) == ""


def test_the_chip_is_turned_heading_up(panel):
    """What lies ahead of the camera lies above it in the chip, true to scale."""
    frame = panel.chip.frame
    camera = frame.pixel(frame.camera)
    ahead = frame.ground(camera - QPoint(0, 100))
    turned = frame.camera.azimuth(ahead) % 360.0
    assert abs((turned - frame.grid_heading_deg + 180.0) % 360.0 - 180.0) < 0.2
    assert frame.camera.distance(ahead) == pytest.approx(10.0, rel=0.01)


def test_the_chip_shows_the_imagery(panel):
    """Not an empty square: the pixels of the orthophoto have many colours."""
    image = panel.chip.grab().toImage()
    colours = {image.pixel(x, y) for x in range(20, 180, 5) for y in range(20, 180, 5)}
    assert len(colours) > 200


def test_pointing_at_the_chip_marks_the_map(panel, canvas):
    """And leaving it takes the mark away."""
    chip = panel.chip
    frame = chip.frame
    room = chip._room()
    QTest.mouseMove(chip, room.center().toPoint() - QPoint(0, 10))
    QTest.mouseMove(chip, room.center().toPoint())
    assert all(mark.isVisible() for mark in panel.marks.cross)
    here = panel.marks.cross[0].center()
    assert here.distance(frame.ground(chip.crosshair)) < 0.01
    assert here.distance(frame.camera) < 20.0
    chip.unpointed.emit()
    assert not any(mark.isVisible() for mark in panel.marks.cross)


def test_pointing_at_the_map_marks_the_chip(panel, canvas):
    """Round trip: the camera's place on the map is the camera's place in the chip."""
    canvas.xyCoordinates.emit(panel.chip.frame.camera)
    camera = panel.chip.frame.pixel(panel.chip.frame.camera)
    assert (panel.chip.crosshair - camera).manhattanLength() < 0.01


def test_hovering_rings_another_candidate(panel):
    """And the ring returns to the current one."""
    row = panel.list.visualItemRect(panel.list.topLevelItem(2)).center()
    QTest.mouseMove(panel.list.viewport(), row + QPoint(3, 0))
    QTest.mouseMove(panel.list.viewport(), row)
    place = truth()
    third = QgsPointXY(place["easting_m"] + POSES[2][0], place["northing_m"] + POSES[2][1])
    wait_for(lambda: panel.marks.ring[0].center().distance(third) < 0.01, 3)
    panel.list.unhovered.emit()
    assert panel.marks.ring[0].center().distance(third) > 5.0


def test_the_map_moves_only_on_request(panel, canvas):
    """Z zooms to the current candidate, F keeps following."""
    canvas.zoomScale(20000)
    before = canvas.extent()
    press(panel, KEY.Key_N)
    assert canvas.extent() == before
    press(panel, KEY.Key_Z)
    assert canvas.scale() < 2500
    press(panel, KEY.Key_F)
    press(panel, KEY.Key_N)
    place = truth()
    third = QgsPointXY(place["easting_m"] + POSES[2][0], place["northing_m"] + POSES[2][1])
    assert canvas.center().distance(third) < 0.5


def test_a_selection_on_the_map_is_followed(panel, layer):
    """QGIS's own select tool chooses the candidate."""
    third = next(f for f in layer.getFeatures() if f["rank"] == 3)
    layer.selectByIds([third.id()])
    assert panel.feature["rank"] == 3


def test_pictures_are_kept_for_map_tips(panel, layer):
    """Small, beside the results; the photo upright."""
    assert photo_thumbnail(layer, panel.feature).is_file()
    for feature in layer.getFeatures():
        assert chip_file(layer, feature).is_file()


def test_a_saved_project_can_be_reviewed(panel, layer, project, canvas):
    """Reopened, moved together with its folder."""
    press(panel, KEY.Key_A)
    panel.session.save()
    project.write()
    home = Path(project.homePath())
    panel.stop()
    project.clear()
    moved = home.with_name("moved case")
    shutil.copytree(home, moved)
    again = ReviewPanel(canvas, QgsProject.instance())
    project.read(str(moved / "case.qgz"))
    QCoreApplication.processEvents()
    assert again.layer is not None and str(moved) in again.layer.source()
    assert again.list.topLevelItemCount() == len(POSES)
    assert "accepted" in again.list.topLevelItem(0).toolTip(5)
    again.session.decide(again.list.feature_id, review.REJECTED)
    assert again.feature["status"] == review.REJECTED
    again.layer.rollBack()
    assert "accepted" in again.list.topLevelItem(0).toolTip(5)
    again.stop()


def test_removing_layers_empties_the_panel(panel, layer, project):
    """No row that leads nowhere, no mark that stays."""
    project.removeMapLayer(layer.id())
    assert panel.layer is None
    assert panel.list.topLevelItemCount() == 0
    assert not any(mark.isVisible() for mark in panel.marks.ring)
    assert not panel.form.isEnabled()
    press(panel, KEY.Key_A)
