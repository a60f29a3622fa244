"""The dock's second step: horizon, camera, heading and places, by mouse and by keys."""

import shutil

import numpy as np
import pytest
from PIL import Image
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera, project_ground
from plugin.gui.estimated_box import EstimatedBox
from plugin.gui.heading_dial import HeadingDial
from plugin.gui.photo_panel import PhotoPanel
from plugin.gui.photo_panel_places import PlaceFields
from plugin.gui.photo_view import HorizonView
from plugin.gui.photo_view_line import HorizonLine
from tests.processing.locate_scene import PHOTO, truth

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def panel(provider, canvas, project):
    """The panel, without a photo."""
    panel = PhotoPanel(canvas, project)
    panel.resize(340, 640)
    yield panel
    panel.stop()
    panel.deleteLater()


@pytest.fixture
def quiet(panel):
    """The panel, which does not look at photos by itself."""
    panel.can_inspect = False
    return panel


@pytest.fixture
def view(qgis_app):
    """A view of a grey picture, 300 x 200, at its own size, with a horizon in the middle."""
    view = HorizonView()
    view.resize(300, 200)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor(120, 120, 120))
    view.show_photo(picture)
    view.show_line(HorizonLine(0.5, 0.0, 1.5), False, 0.02)
    view.show()
    yield view
    view.deleteLater()


def heard(signal):
    """A list that fills with what a signal says."""
    said = []
    signal.connect(said.append)
    return said


def drag(widget, start, end):
    """Press, move in steps, release."""
    QTest.mousePress(widget, LEFT, pos=start)
    for part in (0.25, 0.5, 0.75, 1.0):  # QTest's own moves need a real pointer
        place = QPointF(start + (end - start) * part)
        no_key = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, LEFT, no_key)
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, LEFT, pos=end)


@pytest.mark.parametrize("projection", [PERSPECTIVE, EQUIRECTANGULAR])
@pytest.mark.parametrize("roll_deg", [-12.0, 0.0, 7.0])
def test_the_line_is_where_the_engine_sees_the_horizon(projection, roll_deg):
    """Points of the ground that are very far away project onto it."""
    panorama = projection == EQUIRECTANGULAR
    fov_deg, width, height = (360.0, 2000, 1000) if panorama else (70.0, 1500, 1000)
    camera = Camera(projection, fov_deg, 180.0, 0.44, 1.6, roll_deg)
    line = HorizonLine(0.44, roll_deg, width / height, fov_deg if panorama else None)
    azimuth = np.radians(np.array([-28.0, -10.0, 0.0, 15.0, 30.0]))
    far_m = 1e6
    cols, rows = project_ground(
        camera, far_m * np.sin(azimuth), far_m * np.cos(azimuth), width, height
    )
    for col, row in zip(cols, rows):
        assert line.down(col / width) == pytest.approx(row / height, abs=0.002)


@pytest.mark.parametrize("panorama_deg", [None, 360.0])
@pytest.mark.parametrize("roll_deg", [-20.0, 3.0])
def test_a_line_through_its_own_point_keeps_its_tilt(panorama_deg, roll_deg):
    """What the handles do is the inverse of what they show."""
    line = HorizonLine(0.4, roll_deg, 2.0, panorama_deg)
    for across in line.handles:
        assert line.through(across, line.down(across)).roll_deg == pytest.approx(roll_deg)


def test_the_line_stays_within_what_a_camera_can_do():
    """Also when the mouse runs away."""
    line = HorizonLine()
    assert line.moved_to(9.0).horizon == 2.0
    assert line.moved_to(-9.0).horizon == -1.0
    assert line.through(0.85, -50.0).roll_deg == 60.0


def test_dragging_the_line_moves_the_horizon(view):
    """By as much as the mouse, wherever the line is taken."""
    moved = heard(view.horizon_moved)
    drag(view, QPoint(210, 103), QPoint(210, 63))
    assert moved[-1] == pytest.approx(0.3)
    assert view.line.horizon == pytest.approx(0.3)


def test_dragging_beside_the_line_does_nothing(view):
    """The horizon is not lost by a careless click."""
    moved, rolled = heard(view.horizon_moved), heard(view.rolled)
    drag(view, QPoint(150, 30), QPoint(150, 80))
    assert moved == [] and rolled == []


def test_dragging_a_ring_tilts(view):
    """Right side up: the camera was turned clockwise."""
    rolled = heard(view.rolled)
    drag(view, QPoint(255, 100), QPoint(255, 80))
    assert rolled[-1] == pytest.approx(np.degrees(np.arctan2(20.0, 105.0)), abs=0.01)
    assert view.line.horizon == 0.5


def test_a_horizon_outside_the_photo_can_be_fetched(view):
    """Its handle waits at the edge."""
    view.show_line(HorizonLine(-0.3, 0.0, 1.5), True)
    moved = heard(view.horizon_moved)
    drag(view, QPoint(150, 2), QPoint(150, 102))
    assert moved[-1] > -0.3


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "value"),
    [
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier, "horizon_moved", 0.495),
        (Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, "horizon_moved", 0.525),
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "rolled", 0.5),
        (Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, "rolled", -2.5),
    ],
)
def test_keys_move_the_horizon(view, key, modifier, signal, value):
    """In small and larger steps."""
    said = heard(getattr(view, signal))
    QTest.keyClick(view, key, modifier)
    assert said == [pytest.approx(value)]


def test_the_view_has_the_keys_only_with_a_line(view):
    """Tab leads past an empty view."""
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    view.show_message("Nothing")
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    said = heard(view.horizon_moved)
    QTest.keyClick(view, Key.Key_Up)
    assert said == []


def test_the_line_is_drawn_on_the_photo(view):
    """Yellow where it is, grey elsewhere."""
    picture = view.grab().toImage()
    on, off = QColor(picture.pixel(150, 100)), QColor(picture.pixel(150, 40))
    assert on.red() > 200 and on.blue() < 80
    assert (off.red(), off.green(), off.blue()) == (120, 120, 120)


@pytest.fixture
def box(qgis_app):
    """A field of view."""
    box = EstimatedBox(15.0, 360.0, 1, 1.0, "°")
    yield box
    box.deleteLater()


def test_an_untouched_field_states_nothing(box):
    """It shows what was found instead."""
    assert box.given is None and box.text() == "Automatic"
    box.show_estimate(52.6, "from EXIF")
    assert box.given is None and box.effective == 52.6
    assert box.text() == "Automatic (52.6° from EXIF)"


def test_a_step_starts_at_the_estimate(box):
    """And not at the lowest value."""
    box.show_estimate(52.6, "from EXIF")
    QTest.keyClick(box, Key.Key_Up)
    assert box.given == pytest.approx(53.6)


def test_typing_states_and_emptying_forgets(box):
    """With the keyboard alone."""
    changes = []
    box.given_changed.connect(lambda: changes.append(box.given))
    box.show_estimate(52.6, "from EXIF")
    box.selectAll()
    QTest.keyClicks(box, "70")
    QTest.keyClick(box, Key.Key_Return)
    assert box.given == 70.0
    box.lineEdit().selectAll()
    QTest.keyClick(box.lineEdit(), Key.Key_Delete)
    assert box.given is None and box.text() == "Automatic (52.6° from EXIF)"
    QTest.keyClicks(box.lineEdit(), "80")
    QTest.keyClick(box, Key.Key_Return)
    assert box.given == 80.0
    box.clear()
    assert box.given is None
    assert changes[-1] is None and 70.0 in changes


@pytest.mark.parametrize("text", ["abc", "-5", "9999"])
def test_nonsense_is_not_taken(box, text):
    """Neither words nor impossible angles."""
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Key.Key_Return)
    assert box.given is None or 15.0 <= box.given <= 360.0


def test_known_and_unknown_values(quiet):
    """Empty fields are unknown, not zero."""
    assert quiet.parameters() == {}
    assert not quiet.tolerance.isEnabled()
    quiet.heading.setValue(0)
    quiet.fov.setValue(70)
    assert quiet.parameters() == {"HEADING": 0.0, "HEADING_TOLERANCE": 20.0, "FOV": 70.0}
    assert quiet.tolerance.isEnabled()
    quiet.heading.clear()
    quiet.fov.clear()
    assert quiet.parameters() == {}


def test_a_photo_is_looked_at(panel, wait):
    """Preview, estimates, horizon, ground, judgement, and what the file says, but unused."""
    panel.file.setFilePath(str(PHOTO))
    wait(lambda: panel.sentence.text())
    assert panel.preview.image.width() > panel.preview.image.height() > 100
    assert panel.preview.line.horizon == pytest.approx(0.5, abs=0.1)
    assert panel.birdseye.image.width() > 100
    assert panel.fov.text().startswith("Automatic (") and "from EXIF" in panel.fov.text()
    assert panel.camera.horizon.effective == pytest.approx(panel.preview.line.horizon)
    assert panel.parameters() == {}
    choice = panel.heading_choice
    assert choice.use_file.text() == "Use 298° from the file"
    choice.use_file.click()
    assert panel.parameters()["HEADING"] == pytest.approx(truth()["heading_deg"], abs=1.0)


def test_what_a_person_states_reaches_the_next_look(panel, wait, monkeypatch):
    """Several changes at once are one question; the newest wins."""
    asked = []
    monkeypatch.setattr(
        panel.inspector.runner, "start", lambda name, values, _: asked.append(values)
    )
    panel.file.setFilePath(str(PHOTO))
    wait(lambda: asked)
    panel._show_findings({"PROJECTION": "perspective", "HORIZON": 0.5, "ROLL": 0.0, "FOV": 80.0})
    panel.preview.horizon_moved.emit(0.42)
    panel.preview.horizon_moved.emit(0.43)
    panel.preview.rolled.emit(2.0)
    wait(lambda: len(asked) > 1)
    assert len(asked) == 2
    assert (asked[1]["HORIZON"], asked[1]["ROLL"]) == (0.43, 2.0)
    assert "FOV" not in asked[1]
    assert panel.preview.line == HorizonLine(0.43, 2.0, panel.preview.aspect)
    panel.preview.reset_requested.emit()
    assert panel.camera.given() == {}
    assert panel.preview.line.horizon == 0.5


def test_old_answers_are_not_shown(quiet, monkeypatch):
    """When another question has been asked meanwhile."""
    started = []
    inspector = quiet.inspector
    monkeypatch.setattr(inspector.runner, "start", lambda *run: started.append(run))
    shown = heard(inspector.inspected)
    inspector.ask({"PHOTO": "a"})
    inspector._pause.stop()
    inspector._start()
    inspector.ask({"PHOTO": "b"})
    inspector._pause.stop()
    inspector._succeeded({"SENTENCE": "of a"})
    assert shown == []
    assert [run[1]["PHOTO"] for run in started] == ["a", "b"]
    assert started[0][1]["BIRDSEYE"] != started[1][1]["BIRDSEYE"]
    inspector._succeeded({"SENTENCE": "of b"})
    assert shown == [{"SENTENCE": "of b"}]


def test_the_view_follows_while_a_value_is_dragged(quiet, monkeypatch):
    """Answers about the same photo are shown at once; of the values meanwhile the last is asked."""
    started = []
    inspector = quiet.inspector
    monkeypatch.setattr(inspector.runner, "start", lambda *run: started.append(run))
    shown = heard(inspector.inspected)
    inspector.ask({"PHOTO": "a", "HORIZON": 0.40})
    inspector._pause.stop()
    inspector._start()
    for horizon in (0.41, 0.42, 0.43):
        inspector.ask({"PHOTO": "a", "HORIZON": horizon})
    inspector._pause.stop()
    inspector._succeeded({"HORIZON": 0.40})
    assert shown == [{"HORIZON": 0.40}]
    assert [run[1]["HORIZON"] for run in started] == [0.40, 0.43]
    inspector._succeeded({"HORIZON": 0.43})
    assert shown[-1] == {"HORIZON": 0.43} and not inspector.busy


def test_a_drag_does_not_put_the_question_off(quiet, wait, monkeypatch):
    """It is asked while the mouse still moves."""
    started = []
    monkeypatch.setattr(quiet.inspector.runner, "start", lambda *run: started.append(run))

    def still_moving():
        quiet.inspector.ask({"PHOTO": "a"})
        return started

    wait(still_moving, 5)


def test_a_panorama_has_a_wave_for_a_horizon(quiet):
    """And its camera in the middle of the ground."""
    quiet.preview.show_photo(QImage(400, 200, QImage.Format.Format_RGB32))
    found = {"PROJECTION": "equirectangular", "FOV": 360.0, "HORIZON": 0.5, "ROLL": 10.0}
    quiet._show_findings(found)
    line = quiet.preview.line
    assert line.down(0.75) < line.down(0.5) < line.down(0.25)
    assert quiet.birdseye._camera_down == 0.5


def test_another_photo_forgets_what_was_stated(quiet):
    """Horizon and field of view belong to one photo."""
    quiet.fov.setValue(70)
    quiet.camera.horizon.setValue(0.4)
    quiet.file.setFilePath(str(PHOTO))
    assert quiet.camera.given() == {}


def test_pictures_that_cannot_be_read_say_why(quiet, wait, tmp_path):
    """A sentence in place of the photo."""
    (tmp_path / "notes.jpg").write_text("no picture")
    quiet.file.setFilePath(str(tmp_path / "notes.jpg"))
    wait(lambda: "notes.jpg" in quiet.preview.message)
    quiet.file.setFilePath(str(tmp_path / "gone.jpg"))
    assert "There is no file gone.jpg" in quiet.preview.message
    Image.new("RGB", (640, 480), "gray").save(tmp_path / "half.png")
    whole = (tmp_path / "half.png").read_bytes()
    (tmp_path / "half.png").write_bytes(whole[: len(whole) // 2])
    quiet.file.setFilePath(str(tmp_path / "half.png"))
    wait(lambda: "half.png" in quiet.preview.message)


def test_a_quick_change_of_mind_shows_the_last_photo(quiet, wait, tmp_path):
    """The first one is still being read."""
    Image.new("RGB", (200, 600), "red").save(tmp_path / "tall.png")
    quiet.file.setFilePath(str(PHOTO))
    quiet.file.setFilePath(str(tmp_path / "tall.png"))
    wait(lambda: not quiet.preview.image.isNull())
    assert quiet.preview.aspect == pytest.approx(1 / 3)


def test_several_photos_leave_out_what_belongs_to_one(quiet, tmp_path):
    """Heading, horizon and the ground from above."""
    other = tmp_path / "b.jpg"
    shutil.copy(PHOTO, other)
    quiet.heading.setValue(10)
    quiet.take([str(PHOTO), str(other)])
    assert quiet.paths == [PHOTO, other] and quiet.path is None
    assert "2 photos" in quiet.preview.message
    assert not quiet.heading_choice.isVisibleTo(quiet)
    assert not quiet.camera.horizon.isEnabled()
    quiet.places.own_positions.setChecked(True)
    quiet.fov.setValue(80)
    assert quiet.parameters_of_several() == {"FOV": 80.0, "USE_GPS": True, "GPS_RADIUS": 200.0}
    quiet.take([str(PHOTO)])
    assert quiet.heading_choice.isVisibleTo(quiet)
    assert quiet.camera.horizon.isEnabled()
    assert quiet.parameters() == {"HEADING": 10.0, "HEADING_TOLERANCE": 20.0}


@pytest.fixture
def dial(qgis_app):
    """A dial of 101 x 101 pixels."""
    dial = HeadingDial()
    dial.resize(101, 101)
    dial.show()
    yield dial
    dial.deleteLater()


@pytest.mark.parametrize(
    ("place", "heading_deg"),
    [((50, 5), 0.0), ((95, 50), 90.0), ((50, 95), 180.0), ((5, 50), 270.0)],
)
def test_pointing_on_the_dial(dial, place, heading_deg):
    """North is up, east is right."""
    turned = heard(dial.turned)
    QTest.mouseClick(dial, LEFT, pos=QPoint(*place))
    apart_deg = (turned[-1] - heading_deg + 180.0) % 360.0 - 180.0
    assert abs(apart_deg) <= 1.0


def test_keys_of_the_dial(dial):
    """Turn past north, widen, clear."""
    turned, widened, cleared = heard(dial.turned), heard(dial.widened), []
    dial.cleared.connect(lambda: cleared.append(True))
    QTest.keyClick(dial, Key.Key_Plus)
    assert widened == []  # there is nothing to widen yet
    QTest.keyClick(dial, Key.Key_Right)
    assert turned == [0.0]
    dial.show_heading(0.0, 20.0)
    for key in (Key.Key_Left, Key.Key_PageUp, Key.Key_Plus, Key.Key_Delete):
        QTest.keyClick(dial, key)
    assert turned == [0.0, 359.0, 15.0]
    assert widened == [25.0] and cleared == [True]


def test_the_heading_can_be_drawn_on_the_map(quiet, canvas, project):
    """Press at the camera, drag ahead; the button and the map's tool are free afterwards."""
    canvas.show()
    choice = quiet.heading_choice
    choice.draw.click()
    assert canvas.mapTool() is choice.tool
    drag(canvas.viewport(), QPoint(200, 150), QPoint(200, 50))
    north_deg = (choice.heading_deg + 180.0) % 360.0 - 180.0
    assert abs(north_deg) < 4.0  # true north and the grid's differ here by some degrees
    assert not choice.draw.isChecked() and canvas.mapTool() is not choice.tool
    choice.draw.click()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(10, 10))
    assert canvas.mapTool() is choice.tool  # a click has no direction
    QTest.keyClick(canvas, Key.Key_Escape)
    assert canvas.mapTool() is not choice.tool and not choice.draw.isChecked()


def polygon_layer(project, name):
    """A polygon layer in the project."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", name, "memory")
    project.addMapLayer(layer)
    return layer


def test_places_are_chosen_by_layer(quiet, project):
    """Nothing is chosen by itself when layers come."""
    area = polygon_layer(project, "quarter")
    lines = QgsVectorLayer("LineString?crs=EPSG:32632", "roads", "memory")
    project.addMapLayer(lines)
    places = quiet.places
    assert quiet.parameters() == {} and not places.distance.isEnabled()
    places.area.setLayer(area)
    places.near.setLayer(lines)
    places.exclude.setLayer(area)
    places.show_several(True)
    assert set(quiet.parameters_of_several()) == {"AREA", "EXCLUDE", "NEAR", "NEAR_DISTANCE"}
    places.show_several(False)
    places.exclude.setCurrentIndex(0)
    places.distance.setValue(15)
    assert quiet.parameters() == {
        "AREA": area.id(),
        "NEAR": lines.id(),
        "NEAR_DISTANCE": 15.0,
    }
    project.removeMapLayer(area.id())
    assert "AREA" not in quiet.parameters()


def test_a_layer_that_goes_is_not_replaced_by_its_neighbour(project, canvas):
    """Nor is anything but "Anywhere" shown at first, whatever layers there are."""
    area, other = polygon_layer(project, "quarter"), polygon_layer(project, "other")
    places = PlaceFields(canvas, project)
    assert places.area.currentText() == "Anywhere" and places.near.currentText() == "Nothing"
    for layer in (area, other):
        places.area.setLayer(layer)
        assert places.parameters() == {"AREA": layer.id()}
        project.removeMapLayer(layer.id())
        assert places.parameters() == {} and places.area.currentText() == "Anywhere"
    places.deleteLater()


@pytest.mark.parametrize(
    ("button", "parameter"), [("draw_area", "AREA"), ("draw_exclude", "EXCLUDE")]
)
def test_areas_can_be_drawn(quiet, project, canvas, button, parameter):
    """Where the camera stood, or cannot have stood; the layer is chosen at once."""
    canvas.show()
    draw = getattr(quiet.places, button)
    draw.click()
    assert canvas.mapTool() is draw.tool
    for place in (QPoint(100, 100), QPoint(300, 100), QPoint(200, 250)):
        QTest.mouseClick(canvas.viewport(), LEFT, pos=place)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert list(quiet.parameters()) == [parameter] and not draw.isChecked()
    layer = project.mapLayer(quiet.parameters()[parameter])
    (polygon,) = [feature.geometry() for feature in layer.getFeatures()]
    assert polygon.area() == pytest.approx(15_000 * canvas.mapUnitsPerPixel() ** 2, rel=0.03)


def test_an_area_that_is_given_up_is_none(quiet, canvas):
    """Escape, or the panel goes: the map is free again, and nothing is chosen."""
    canvas.show()
    for leave in (lambda: QTest.keyClick(canvas, Qt.Key.Key_Escape), quiet.stop):
        quiet.places.draw_exclude.click()
        QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(50, 50))
        leave()
        assert canvas.mapTool() is not quiet.places.draw_exclude.tool
        assert quiet.parameters() == {}


def test_the_position_in_the_file_is_used_when_asked(quiet, project):
    """A circle around it becomes the area."""
    places, place = quiet.places, truth()
    assert not places.use_position.isEnabled()
    places.show_position(place["lon"], place["lat"])
    places.radius.setValue(100)
    assert quiet.parameters() == {}
    places.use_position.click()
    layer = project.mapLayer(quiet.parameters()["AREA"])
    (circle,) = [feature.geometry() for feature in layer.getFeatures()]
    assert circle.area() == pytest.approx(np.pi * 100.0**2, rel=0.01)
    here = QgsGeometry.fromPointXY(QgsPointXY(place["easting_m"], place["northing_m"]))
    assert circle.centroid().distance(here) < 1.0


def test_a_position_that_is_none_is_a_sentence(quiet):
    """Cameras write nonsense too."""
    said = heard(quiet.places.said)
    quiet.places.show_position(4000.0, 95.0)
    quiet.places.use_position.click()
    assert len(said) == 1 and quiet.parameters() == {}


def test_every_field_has_a_name_and_a_tip(quiet):
    """For screen readers and for newcomers."""
    for field in (*quiet.camera.fields.values(), quiet.heading, quiet.tolerance):
        assert field.accessibleName() and field.toolTip()
    for widget in (quiet.preview, quiet.birdseye, quiet.heading_choice.dial):
        assert widget.accessibleName()
