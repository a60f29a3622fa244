"""Coordinates, MGRS, actions and pictures of candidates."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis import utils
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QGuiApplication, QImage

from plugin.engine.errors import SkymatchError
from plugin.layers import actions, coordinates, print_layout, review
from plugin.layers.coordinates import FORMS, Place, position_text
from plugin.layers.mgrs import mgrs
from plugin.layers.pictures import chip_file, find_photo, photo_file, photo_thumbnail, tip_pictures
from plugin.layers.print_layout import add_report
from plugin.layers.tables import CANDIDATES
from tests.gui.review_scene import POSES, load_results, write_results
from tests.processing.locate_scene import PHOTO

# Computed with GEOTRANS 2.4.2 (NGA), through the Python package mgrs 1.6.0.
GEOTRANS = [
    (16.41450, 48.24949, "33UXP0500444997"),
    (-77.0352, 38.8895, "18SUJ2348606483"),
    (-157.916, 21.4097, "04QFJ1235367879"),
    (5.0, 60.0, "32VKM7697958157"),
    (10.5, 78.5, "33XUH9994118023"),
    (-0.1, -33.2, "30HYJ7033922792"),
    (179.9, -16.5, "60KZG0960373529"),
    (12.0, 0.0, "33NSA6602100000"),
]


@pytest.fixture
def results(qgis_app, tmp_path):
    """The current project with the candidates of the sample photo; gives its layer."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    write_results(tmp_path / "r.gpkg")
    layer = load_results(project, tmp_path / "r.gpkg")
    yield layer
    layer.rollBack()
    project.clear()


@pytest.mark.parametrize(("lon", "lat", "reference"), GEOTRANS)
def test_mgrs_is_that_of_geotrans(lon, lat, reference):
    """Zones widened for Norway and Svalbard, both hemispheres, both row cycles."""
    assert mgrs(lon, lat).replace(" ", "") == reference


@settings(max_examples=30, deadline=None)
@given(st.floats(-180, 180), st.floats(-80, 84))
def test_every_place_has_a_square(lon, lat):
    """Of the usual form, and the same one a full turn further."""
    text = mgrs(lon, lat)
    zone, square, east, north = text.split()
    assert 1 <= int(zone[:2]) <= 60 and zone[2] in "CDEFGHJKLMNPQRSTUVWX"
    assert len(square) == 2 and not set(square) & set("IO")
    assert len(east) == len(north) == 5


@pytest.mark.parametrize("lat", [84.01, -80.01, 90.0])
def test_beyond_its_reach_mgrs_is_a_sentence(lat):
    """Naming what to copy instead."""
    with pytest.raises(SkymatchError, match="latitude and longitude instead"):
        mgrs(10.0, lat)


def test_positions_as_text(results):
    """Each form as a person expects it; links are only text."""
    place = Place(-16.99999999, 48.5, 298.4)
    project = QgsProject.instance()
    texts = {form: position_text(form, place, project) for form in FORMS}
    assert texts[coordinates.DECIMAL] == "48.500000, -17.000000"
    assert texts[coordinates.DMS] == "48°30′00.00″N 17°00′00.00″W"
    assert texts[coordinates.PROJECT].endswith("(EPSG:32632)")
    assert "mlat=48.500000&mlon=-17.000000" in texts[coordinates.MAP_LINK]
    assert "viewpoint=48.500000,-17.000000&heading=298" in texts[coordinates.STREET_LINK]
    project.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(SkymatchError, match="has no CRS"):
        position_text(coordinates.PROJECT, place, project)


def test_actions_do_what_they_say(results, monkeypatch):
    """The lines of Python that QGIS keeps, run as QGIS runs them."""
    monkeypatch.setattr(utils, "iface", None)
    feature = next(f for f in results.getFeatures() if f["rank"] == 1)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(results))
    context.setFeature(feature)
    found = {action.name(): action for action in results.actions().actions()}
    assert list(found) == [title for _, title in actions.titles()]
    for title in ("Accept", "Copy: MGRS"):
        code = QgsExpression.replaceExpressionText(found[title].command(), context)
        exec(compile(code, title, "exec"), {})
    assert results.getFeature(feature.id())["status"] == review.ACCEPTED
    assert QGuiApplication.clipboard().text().startswith("32V")


def test_actions_stay_in_the_file_and_are_not_doubled(results):
    """Opened again, or styled again, each is there once; foreign ones stay."""
    count = len(actions.titles())
    actions.install(results)
    assert len(results.actions().actions()) == count
    again = QgsVectorLayer(results.source(), "again", "ogr")
    assert len(again.actions().actions()) == count


def test_an_action_without_photo_is_a_sentence(results, monkeypatch):
    """In the message bar, not a traceback."""

    class Bar:
        said = []

        def pushMessage(self, title, text, level=None):
            self.said.append(text)

    class Iface:
        def messageBar(self):
            return Bar()

    monkeypatch.setattr(utils, "iface", Iface())
    monkeypatch.setattr(actions, "photo_file", lambda *_: None)
    actions.run(actions.PHOTO, results.id(), next(results.getFeatures()).id())
    assert "is not there any more" in Bar.said[0]


def test_the_map_tip_shows_pictures_that_exist(results):
    """Thumbnail and chip beside the results; else the photo itself; else none."""
    feature = next(f for f in results.getFeatures() if f["rank"] == 1)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(results))
    context.setFeature(feature)

    def tip():
        return QgsExpression.replaceExpressionText(tip_pictures(), context)

    assert PHOTO.name in tip() and tip().count("<img") == 1
    for file in (photo_thumbnail(results, feature), chip_file(results, feature)):
        file.parent.mkdir(exist_ok=True)
        QImage(4, 4, QImage.Format.Format_RGB32).save(str(file))
        assert Path(file).name in tip()
    assert tip().count("<img") == 2 and PHOTO.name not in tip()


def test_a_photo_is_found_beside_the_project(results, tmp_path):
    """After the folder was moved to another computer."""
    feature = next(results.getFeatures())
    feature["path"] = "/elsewhere/street_02.jpg"
    assert photo_file(results, feature, QgsProject.instance()) is None
    (tmp_path / PHOTO.name).write_bytes(b"x")
    assert find_photo(feature, [tmp_path]) == tmp_path / PHOTO.name


def test_reviewing_a_layer_without_reason_field(qgis_app):
    """Results of an earlier version can be reviewed too."""
    fields = "photo:string&field=rank:int&field=probability:double&field=heading:double"
    uri = f"Point?crs=EPSG:4326&field={fields}&field=status:string&field=note:string"
    layer = QgsVectorLayer(uri, "old", "memory")
    assert review.is_candidates(layer)
    layer.startEditing()
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    layer.addFeature(feature)
    layer.commitChanges()
    feature_id = next(layer.getFeatures()).id()
    assert review.review(layer, feature_id, {"status": "maybe", "reason": "x"}, "t")
    assert not review.review(layer, feature_id, {"reason": "y"}, "t")
    assert review.unsaved(layer) == 1
    layer.rollBack()


def test_the_report_has_a_page_for_every_candidate(results):
    """Maps in the layer's CRS at round scales, evidence filled in, a name of its own."""
    project = QgsProject.instance()
    layout = add_report(project, results)
    assert isinstance(project.layoutManager().layoutByName("Skymatch r"), QgsPrintLayout)
    atlas = layout.atlas()
    atlas.beginRender()
    assert atlas.updateFeatures() == len(POSES)
    atlas.seekTo(1)
    layout.refresh()
    chip, overview = layout.itemById("chip"), layout.itemById("map")
    assert overview.scale() == pytest.approx(print_layout.MAP_SCALE, rel=0.01)
    second = next(f for f in results.getFeatures() if f["rank"] == 2)
    assert overview.extent().center().distance(second.geometry().asPoint()) < 0.5
    assert chip.mapRotation(chip.EvaluatedValue) % 360 == pytest.approx(360 - 120.0)
    evidence = layout.itemById("evidence").currentText()
    assert second["sha256"] in evidence and "2026-01-02T03:04:05Z" in evidence
    assert "17.0 % (possible)" in layout.itemById("facts").currentText()
    assert add_report(project, results).name() == "Skymatch r 2"


def test_a_report_without_template_or_candidates_is_a_sentence(results, monkeypatch, tmp_path):
    """And nothing is added to the project."""
    with pytest.raises(SkymatchError, match="no candidates"):
        add_report(QgsProject.instance(), QgsVectorLayer("Point", "empty", "memory"))
    for text in (None, "<Layout/>"):
        file = tmp_path / "t.qpt"
        if text is not None:
            file.write_text(text)
        monkeypatch.setattr(print_layout, "TEMPLATE", file)
        with pytest.raises(SkymatchError, match="Install Skymatch again"):
            add_report(QgsProject.instance(), results)
    assert not QgsProject.instance().layoutManager().layouts()


def test_candidates_are_recognised(results):
    """Other layers are not."""
    project = QgsProject.instance()
    assert review.candidate_layers(project) == [results]
    assert results.name() == print_layout.tr("Candidates") and CANDIDATES
    assert not review.is_candidates(QgsVectorLayer("Polygon", "p", "memory"))
