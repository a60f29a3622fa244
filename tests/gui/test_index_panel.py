"""The dock's first step: raster, area, index, its state, estimate, build and resume."""

import shutil
import sqlite3

import pytest
from qgis.core import QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from plugin.engine.errors import SkymatchError
from plugin.gui.area_tool_layer import add_area_layer
from plugin.gui.begun_builds import begun_area, note_area
from plugin.gui.index_panel import IndexPanel
from plugin.gui.index_state import COMPLETE, NONE, PARTIAL, STALE, state_of
from plugin.gui.places import free_index_file
from plugin.gui.places import index_file as suggested_file
from plugin.imagery.stamp import imagery_stamp
from plugin.layers.attachments import attach_index
from tests.processing.locate_scene import index_file, raster_file

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Key = Qt.Key


@pytest.fixture
def panel(canvas, project):
    """The panel, with the small orthophoto chosen."""
    panel = IndexPanel(canvas, project)
    yield panel
    panel.stop()
    panel.deleteLater()


@pytest.fixture
def put(panel, wait):
    """Puts a copy of the finished index at the suggested place, changed by some SQL."""

    def put(*statements):
        panel.path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(index_file(), panel.path)
        for statement in statements:
            with sqlite3.connect(panel.path) as connection:
                connection.execute(statement)
            connection.close()
        panel.refresh()
        wait(lambda: panel.state is not None)
        return panel.state

    return put


TWICE_AS_LARGE = "UPDATE skymatch_meta SET value = 2 * value WHERE key = 'blocks_total'"
OTHER_RASTER = "UPDATE skymatch_meta SET value = 'other' WHERE key = 'imagery_stamp'"
OTHER_MODEL = "UPDATE skymatch_meta SET value = 'other' WHERE key = 'model_sha256'"


def test_nothing_is_indexed_at_first(panel):
    """That is known without looking into any file."""
    assert panel.state.stage == NONE
    assert panel.build_button.text() == "Build index"


def test_a_complete_index(panel, put):
    """Of this very raster."""
    state = put()
    assert (state.stage, state.searchable, state.percent) == (COMPLETE, True, 100)
    assert panel.build_button.text() == "Update index"


def test_a_partial_index_tells_how_much(panel, put):
    """It can be searched and resumed."""
    state = put(TWICE_AS_LARGE)
    assert (state.stage, state.searchable, state.percent) == (PARTIAL, True, 50)
    assert "50 %" in panel.state_label.text()
    assert panel.build_button.text() == "Resume"


@pytest.mark.parametrize(
    ("statement", "searchable", "words"),
    [(OTHER_RASTER, True, "raster is not as it was"), (OTHER_MODEL, False, "another model")],
)
def test_a_stale_index_is_built_anew_beside_it(panel, put, statement, searchable, words):
    """The old file stays."""
    old = panel.path
    state = put(statement)
    assert (state.stage, state.searchable) == (STALE, searchable)
    assert words in panel.state_label.text()
    assert panel.build_button.text() == "Build anew"
    asked = panel.estimate_parameters()
    assert asked["ESTIMATE"] and asked["INDEX"] == str(old.with_name("Ortho_2024-2.gpkg"))
    assert panel.path == old
    assert panel.begin()["INDEX"] == str(old.with_name("Ortho_2024-2.gpkg"))
    assert old.exists()


def test_the_stamp_is_that_of_the_raster(project):
    """A complete index is not stale for its own raster only."""
    layer = QgsRasterLayer(str(raster_file()), "again")
    assert state_of(index_file(), imagery_stamp(layer)).stage == COMPLETE
    assert state_of(index_file(), "another").stage == STALE
    assert state_of(index_file()).stage == COMPLETE  # nothing to compare with


def test_the_newest_of_several_files_is_suggested(panel, project, tmp_path):
    """An index that was built anew is found again when QGIS is started again."""
    first = suggested_file(project, "Ortho 2024")
    first.parent.mkdir(parents=True)
    for name in ("Ortho_2024.gpkg", "Ortho_2024-2.gpkg"):
        (first.parent / name).write_text("index")
    assert suggested_file(project, "Ortho 2024").name == "Ortho_2024-2.gpkg"
    assert free_index_file(first).name == "Ortho_2024-3.gpkg"
    assert free_index_file(first.with_name("Ortho_2024-2.gpkg")).name == "Ortho_2024-3.gpkg"
    assert free_index_file(tmp_path / "flight-12.gpkg").name == "flight-12.gpkg"


def test_an_index_inside_the_project_is_taken_from_there(panel, project, wait):
    """When there is none beside it; runs are told its lasting name."""
    source = panel.path
    source.parent.mkdir(parents=True)
    shutil.copy(index_file(), source)
    identifier = attach_index(project, source)
    source.unlink()
    panel.follow_project()
    wait(lambda: panel.state is not None)
    assert panel.state.stage == COMPLETE
    assert panel.source == identifier


def test_the_whole_raster_or_what_the_map_shows(panel, canvas, project):
    """As parameters, and in files of their own."""
    layer = panel.layer
    whole = panel.parameters()
    assert whole == {"RASTER": layer.id(), "INDEX": str(panel.path)}
    panel.area.choose("view")
    canvas.setExtent(QgsRectangle(500000, 6209300, 500040, 6209330))
    view = panel.parameters()
    seen = canvas.extent()
    numbers = [float(number) for number in view["EXTENT"].split(" ")[0].split(",")]
    assert numbers == pytest.approx(
        [seen.xMinimum(), seen.xMaximum(), seen.yMinimum(), seen.yMaximum()], rel=1e-8
    )
    assert view["EXTENT"].endswith("[EPSG:32632]")
    assert view["INDEX"] != whole["INDEX"]


def test_polygons_of_a_layer(panel, project):
    """Only when there is such a layer."""
    panel.area.choose("layer")
    assert panel.area.hint.isVisibleTo(panel)
    with pytest.raises(SkymatchError, match="Draw the area"):
        panel.parameters()
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "quarter", "memory")
    project.addMapLayer(layer)
    panel.area.layer.setLayer(layer)
    assert panel.parameters()["MASK"] == layer.id()
    assert not panel.area.hint.isVisibleTo(panel)


def click(canvas, *place, button=LEFT):
    """A click on the map."""
    QTest.mouseClick(canvas.viewport(), button, pos=QPoint(*place))


def test_a_polygon_is_drawn_on_the_map(panel, canvas, project):
    """It becomes a layer that QGIS shows and runs can name; the map stays where it is."""
    canvas.show()
    before = canvas.extent()
    panel.area.choose("drawn")
    panel.area.draw.click()
    for place in ((100, 100), (300, 100), (350, 290), (300, 200)):
        click(canvas, *place)
    QTest.keyClick(canvas, Key.Key_Backspace)
    click(canvas, 300, 200)
    click(canvas, 50, 50, button=RIGHT)
    layer = project.mapLayer(panel.parameters()["MASK"])
    (polygon,) = [feature.geometry() for feature in layer.getFeatures()]
    pixel_m = canvas.mapUnitsPerPixel()
    assert len(polygon.asMultiPolygon()[0][0]) == 5  # four corners, closed
    assert before.contains(polygon.boundingBox())
    assert polygon.boundingBox().width() == pytest.approx(250 * pixel_m, rel=0.02)
    assert not panel.area.draw.isChecked() and canvas.extent() == before
    panel.area.draw.click()
    for place in ((10, 10), (90, 10), (50, 60)):
        click(canvas, *place)
    QTest.keyClick(canvas, Key.Key_Return)
    assert project.mapLayer(panel.parameters()["MASK"]) is not None
    assert len(project.mapLayersByName("Area to index")) == 1


def test_a_polygon_needs_three_corners(panel, canvas):
    """Fewer are forgotten; Escape gives up."""
    canvas.show()
    panel.area.choose("drawn")
    panel.area.draw.click()
    click(canvas, 100, 100)
    click(canvas, 200, 100)
    click(canvas, 10, 10, button=RIGHT)
    assert panel.area.parameters() is None
    assert canvas.mapTool() is panel.area.tool
    QTest.keyClick(canvas, Key.Key_Escape)
    assert canvas.mapTool() is not panel.area.tool
    assert not panel.area.draw.isChecked()


def test_a_begun_build_is_resumed_with_its_area(panel, put, canvas):
    """Though the map shows another place by now."""
    panel.area.choose("view")
    begun = panel.begin()
    canvas.setExtent(QgsRectangle(500000, 6209300, 500010, 6209310))
    assert panel.parameters()["EXTENT"] != begun["EXTENT"]
    put(TWICE_AS_LARGE)
    assert panel.parameters() == begun


def test_a_lost_drawing_is_drawn_again(project, canvas):
    """Temporary layers are empty when a project is opened again."""
    square = QgsGeometry.fromRect(QgsRectangle(500000, 6209300, 500010, 6209310))
    layer = add_area_layer(project, "drawn", square, canvas.mapSettings().destinationCrs())
    note_area(project, index_file(), {"MASK": layer.id()})
    assert begun_area(project, index_file()) == {"MASK": layer.id()}
    project.removeMapLayer(layer.id())
    again = begun_area(project, index_file())
    (feature,) = project.mapLayer(again["MASK"]).getFeatures()
    assert feature.geometry().equals(square) or feature.geometry().area() == 100.0
    assert project.mapLayer(again["MASK"]).crs() == canvas.mapSettings().destinationCrs()


@pytest.mark.parametrize("text", ["no json", "[1]", '{"index": 5}'])
def test_notes_of_other_versions_are_passed_over(project, text):
    """They do no harm."""
    project.writeEntry("skymatch", "/begun_builds", [text])
    assert begun_area(project, index_file()) is None
    note_area(project, index_file(), {"EXTENT": "0,1,0,1 [EPSG:32632]"})
    assert begun_area(project, index_file()) == {"EXTENT": "0,1,0,1 [EPSG:32632]"}


def test_a_raster_that_comes_later_is_chosen(canvas, project):
    """The first one, so that nothing needs to be clicked."""
    project.removeAllMapLayers()
    panel = IndexPanel(canvas, project)
    assert panel.layer is None and "Choose a raster" in panel.state_label.text()
    with pytest.raises(SkymatchError, match="Choose the raster layer"):
        panel.parameters()
    layer = QgsRasterLayer(str(raster_file()), "late")
    project.addMapLayer(layer)
    assert panel.layer.id() == layer.id()
    assert panel.path.name == "late.gpkg"
    panel.stop()
    panel.deleteLater()


def test_the_estimate_is_told_and_forgotten(dock, wait):
    """Time and size of what would be built; another area needs another one."""
    dock.index.estimate_button.click()
    wait(lambda: not dock.runner.busy, 120)
    text = dock.index.estimate_label.text()
    assert "km²" in text and "MB" in text
    assert not dock.index.path.exists()
    dock.index.area.choose("view")
    assert not dock.index.estimate_label.isVisibleTo(dock.index)
