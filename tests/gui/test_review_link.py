"""The crosshair that photo, chip and map share, with real mouse moves."""

from pathlib import Path

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QImage, QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from plugin.engine.sight import sight_of
from plugin.gui.review_panel import ReviewPanel
from plugin.gui.review_photo import PhotoView
from tests.gui.conftest import wait_for
from tests.gui.review_scene import camera, load_results, write_results

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(project, canvas):
    """The review panel with photo and chip of the best candidate."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    panel.resize(600, 760)
    panel.show()
    wait_for(lambda: panel.chip.frame is not None and not panel.photo.image.isNull(), 20)
    yield panel
    panel.stop()
    panel.deleteLater()
    QCoreApplication.processEvents()


def point_at(widget, place):
    """Move the mouse there, from a little beside it."""
    QTest.mouseMove(widget, place + QPoint(3, 3))
    QTest.mouseMove(widget, place)
    QCoreApplication.processEvents()


def in_photo(panel, across, down):
    """The widget's pixel of a place in the photo."""
    return panel.photo.frame.place(QPointF(across, down)).toPoint()


def test_ground_in_the_photo_is_marked_on_chip_and_map(panel):
    """Straight ahead is straight ahead, at the distance that the camera tells."""
    point_at(panel.photo, in_photo(panel, 0.5, 0.75))
    assert panel.photo.crosshair is not None
    sight = sight_of(
        camera(), panel.photo.crosshair.x(), panel.photo.crosshair.y(), panel.photo.aspect
    )
    frame = panel.chip.frame
    ground = frame.ground(panel.chip.crosshair)
    assert frame.camera.distance(ground) == pytest.approx(
        (sight.right_m**2 + sight.ahead_m**2) ** 0.5, abs=0.01
    )
    turned = (frame.camera.azimuth(ground) - frame.grid_heading_deg + 180.0) % 360.0 - 180.0
    assert turned == pytest.approx(sight.azimuth_deg, abs=0.1)
    assert all(mark.isVisible() for mark in panel.marks.cross)
    assert panel.marks.cross[0].center().distance(ground) < 0.01


def test_right_in_the_photo_is_right_of_the_view(panel):
    """The side is not mixed up."""
    point_at(panel.photo, in_photo(panel, 0.8, 0.8))
    here, stands = panel.chip.crosshair, panel.chip.frame.pixel(panel.chip.frame.camera)
    assert here.x() > stands.x() + 5 and here.y() < stands.y()


def test_the_sky_gives_a_direction_only(panel):
    """No spot on the ground, but the line of sight."""
    point_at(panel.photo, in_photo(panel, 0.2, 0.2))
    assert panel.chip.crosshair is None
    assert -45.0 < panel.chip.sight_deg < -15.0
    assert not any(mark.isVisible() for mark in panel.marks.cross)


def test_chip_and_map_mark_the_photo(panel, canvas):
    """There and back: what the photo shows of a spot is that spot."""
    frame = panel.chip.frame
    room = panel.chip._room()
    point_at(panel.chip, room.center().toPoint())
    seen = panel.photo.crosshair
    sight = sight_of(camera(), seen.x(), seen.y(), panel.photo.aspect)
    ground = frame.ground(panel.chip.crosshair)
    assert sight.ahead_m == pytest.approx(frame.camera.distance(ground), abs=0.5)
    canvas.xyCoordinates.emit(ground)
    assert (panel.photo.crosshair - seen).manhattanLength() < 1e-3
    behind = QgsPointXY(2 * frame.camera.x() - ground.x(), 2 * frame.camera.y() - ground.y())
    canvas.xyCoordinates.emit(behind)
    assert panel.photo.crosshair is None and panel.chip.crosshair is not None


def test_leaving_takes_all_marks_away(panel):
    """From the photo as from the chip."""
    point_at(panel.photo, in_photo(panel, 0.5, 0.75))
    panel.photo.leaveEvent(None)
    assert panel.photo.crosshair is None and panel.chip.crosshair is None
    assert panel.chip.sight_deg is None
    assert not any(mark.isVisible() for mark in panel.marks.cross)


@pytest.mark.parametrize("text", ["", "no camera", "[1]", '{"fov_deg": 9000}'])
def test_without_a_camera_the_photo_takes_no_part(panel, text):
    """Results of another make, or damaged ones: chip and map stay linked."""
    layer = panel.layer
    layer.startEditing()
    layer.changeAttributeValue(panel.feature.id(), layer.fields().indexOf("camera"), text)
    panel.list.step(1), panel.list.step(-1)
    wait_for(lambda: panel.chip.frame is not None, 20)
    point_at(panel.photo, in_photo(panel, 0.5, 0.75))
    assert panel.chip.crosshair is None
    point_at(panel.chip, panel.chip._room().center().toPoint())
    assert panel.photo.crosshair is None
    assert all(mark.isVisible() for mark in panel.marks.cross)
    layer.rollBack()


def wheel(view, place, steps):
    """Turn the wheel over a place of the view."""
    here, none = QPointF(place), Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, 120 * steps)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(here, here, QPoint(), turned, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(view, event)


def drag(view, start, end):
    """Move what is at one place of the view to another."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, LEFT, pos=start)
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_the_photo_is_enlarged_moved_and_whole_again(panel):
    """Wheel, drag, double-click; what is pointed at stays what it is."""
    view, place = panel.photo, in_photo(panel, 0.7, 0.7)
    before = view.frame.fraction(QPointF(place))
    wheel(view, place, 6)
    assert view.frame.zoom > 3.0
    assert (view.frame.fraction(QPointF(place)) - before).manhattanLength() < 1e-6
    drag(view, place, place - QPoint(20, 0))
    assert (view.frame.fraction(QPointF(place - QPoint(20, 0))) - before).manhattanLength() < 0.01
    QTest.mouseDClick(view, LEFT, pos=place)
    assert view.frame.zoom == 1.0


def test_a_panorama_fills_the_view_and_can_be_turned(qgis_app):
    """Its direction is in the middle; dragged far enough its seam is."""
    view = PhotoView()
    view.resize(200, 200)
    view.image = QImage(800, 400, QImage.Format.Format_RGB32)
    view.image.fill(Qt.GlobalColor.red)
    view.go_round(True)
    assert view.frame.size.height() == pytest.approx(200.0)
    assert view.frame.fraction(QPointF(100.0, 100.0)).x() == pytest.approx(0.5)
    drag(view, QPoint(10, 100), QPoint(190, 100))
    assert view.frame.fraction(QPointF(100.0, 100.0)).x() == pytest.approx(0.05, abs=0.01)
    grabbed = view.grab().toImage()
    assert {grabbed.pixelColor(x, 100).red() for x in (2, 60, 120, 198)} == {255}
    view.deleteLater()
