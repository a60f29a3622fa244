"""Photos that are dropped onto the dock or the map, and photos from the clipboard."""

import pytest
from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from plugin.gui.photo_panel_intake import is_photo
from plugin.gui.places import folder_of
from tests.processing.locate_scene import PHOTO, raster_file

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


def files(*paths):
    """Files as a file manager hands them over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(data, action=COPY):
    """A drop, not yet accepted."""
    event = QDropEvent(QPointF(5, 5), action, data, LEFT, NO_KEY)
    event.setAccepted(False)
    event.kept_alive = data  # an event does not own its data
    return event


@pytest.fixture(autouse=True)
def still(dock):
    """Photos are not looked at here."""
    dock.photo.can_inspect = False


@pytest.fixture
def clipboard(qgis_app):
    """The clipboard, empty afterwards."""
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("name", "taken"),
    [("a.JPG", True), ("a.heic", True), ("notes.txt", False), ("jpg", False)],
)
def test_photos_can_be_dropped_onto_the_dock(dock, tmp_path, name, taken):
    """Other files are not taken."""
    event = drop(files(tmp_path / name))
    dock.dropEvent(event)
    assert is_photo(name) is taken
    assert (dock.photo.path is not None) is taken
    assert event.isAccepted() is taken


def test_a_drag_says_early_whether_it_is_welcome(dock, tmp_path):
    """The cursor shows it."""
    for name, welcome in (("a.png", True), ("a.gpkg", False)):
        data = files(tmp_path / name)
        event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEY)
        event.setAccepted(False)
        dock.dragEnterEvent(event)
        assert event.isAccepted() is welcome


def test_a_drop_that_would_move_files_is_refused(dock, tmp_path):
    """Photos stay where they are."""
    event = drop(files(tmp_path / "a.jpg"), MOVE)
    dock.dropEvent(event)
    assert dock.photo.path is None and not event.isAccepted()


def test_several_photos_are_taken_together(dock, tmp_path):
    """What is no photo stays behind, spaces and quotes in names do no harm."""
    names = ["it's one.jpg", "two.png", "list.csv"]
    dock.dropEvent(drop(files(*(tmp_path / name for name in names))))
    assert [path.name for path in dock.photo.paths] == names[:2]


def browsed(*paths):
    """Files as QGIS's Browser panel hands them over: not as files, but as layers to be."""
    uris = []
    for path in paths:
        uri = QgsMimeDataUtils.Uri()
        uri.layerType, uri.providerKey, uri.uri = "raster", "gdal", str(path)
        uris.append(uri)
    return QgsMimeDataUtils.encodeUriList(uris)


def test_photos_can_be_dragged_from_the_browser_panel(dock):
    """Onto the dock; what is no photo stays behind."""
    data = browsed(PHOTO, PHOTO.with_name("truth.csv"), "/nowhere/a.jpg")
    assert not data.urls()
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEY)
    enter.setAccepted(False)
    dock.dragEnterEvent(enter)
    assert enter.isAccepted()
    dock.dropEvent(drop(data))
    assert dock.photo.paths == [PHOTO]


def test_the_browser_panel_s_files_become_layers_on_the_map(shown, canvas):
    """As without Skymatch, also where QGIS names the files as such besides."""
    data = browsed(PHOTO)
    assert not shown.canvas_drop.eventFilter(canvas.viewport(), drop(data))
    data.setUrls([QUrl.fromLocalFile(str(PHOTO))])
    assert not shown.canvas_drop.eventFilter(canvas.viewport(), drop(data))
    assert shown.photo.path is None


@pytest.fixture
def shown(dock, canvas):
    """Dock and map are to be seen."""
    dock.show()
    canvas.show()
    return dock


def test_photos_can_be_dropped_onto_the_map(shown, canvas):
    """The dock unfolds the photo."""
    shown.photo_step.open(False)
    event = drop(files(PHOTO))
    enter = QDragEnterEvent(QPoint(5, 5), COPY, event.mimeData(), LEFT, NO_KEY)
    assert QApplication.sendEvent(canvas.viewport(), enter) and enter.isAccepted()
    assert shown.photo.path is None
    assert QApplication.sendEvent(canvas.viewport(), event)
    assert event.isAccepted()
    assert shown.photo.path == PHOTO
    assert shown.photo_step.is_open


def test_layers_dropped_onto_the_map_are_left_to_qgis(shown, canvas, tmp_path):
    """TIFF files, pictures with a world file, anything mixed with them."""
    (tmp_path / "map.jpg").write_bytes(b"")
    (tmp_path / "map.jgw").write_text("1")
    (tmp_path / "other.png").write_bytes(b"")
    (tmp_path / "other.png.aux.xml").write_text("<PAMDataset/>")
    for paths in (
        [raster_file()],
        [tmp_path / "map.jpg"],
        [tmp_path / "other.png"],
        [PHOTO, raster_file()],
        [tmp_path / "lines.gpkg"],
    ):
        assert not shown.canvas_drop.eventFilter(canvas.viewport(), drop(files(*paths)))
    assert shown.photo.path is None


def test_a_hidden_dock_takes_nothing_from_the_map(shown, canvas):
    """Nobody would see where the photo went."""
    shown.hide()
    assert not shown.canvas_drop.eventFilter(canvas.viewport(), drop(files(PHOTO)))
    assert shown.photo.path is None


def test_after_unloading_the_map_is_left_alone(shown, canvas):
    """The filter is gone."""
    shown.stop()
    QApplication.sendEvent(canvas.viewport(), drop(files(PHOTO)))
    assert shown.photo.path is None


def test_pasting_a_file(dock, clipboard):
    """As copied in a file manager."""
    clipboard.setMimeData(files(PHOTO))
    dock.photo.paste_button.click()
    assert dock.photo.path == PHOTO


@pytest.mark.parametrize("form", ["{}", '"{}"', " {}\n"])
def test_pasting_a_path(dock, clipboard, form):
    """As copied from a terminal."""
    clipboard.setText(form.format(PHOTO))
    dock.photo.paste_button.click()
    assert dock.photo.path == PHOTO


def test_pasting_a_picture(dock, clipboard, wait):
    """It is written to a file, by keys too, and kept beside the results when it is searched for."""
    picture = QImage(120, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 200, 30))
    clipboard.setImage(picture)
    dock.show()
    dock.activateWindow()
    dock.photo.paste_button.setFocus()
    wait(lambda: dock.isActiveWindow())
    QTest.keyClick(dock.photo.paste_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dock.photo.path.name == "pasted.png"
    assert QImage(str(dock.photo.path)).pixelColor(5, 5) == QColor(10, 200, 30)
    dock.index.file.setFilePath("/there/is/one.gpkg")
    runs = []
    dock.runner.start = lambda *run: runs.append(run)
    dock.index._state = None
    dock.find()
    kept = folder_of(dock._project) / "photos" / "pasted.png"
    assert runs[0][1]["PHOTO"] == str(kept) and kept.is_file()


@pytest.mark.parametrize("text", ["", "hello", "/nowhere/a.jpg", "a\x00b.jpg"])
def test_pasting_anything_else_says_what_is_needed(dock, clipboard, said, text):
    """And keeps the photo that is chosen."""
    dock.photo.take([str(PHOTO)])
    clipboard.setText(text)
    dock.photo.paste_button.click()
    assert "no photo on the clipboard" in said()
    assert dock.photo.path == PHOTO
