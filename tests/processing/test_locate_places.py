"""`skymatch:locatephoto` with what is known of the place: areas, roads, several indexes."""

import shutil
import sqlite3

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from plugin.processing.locate_photo import LocatePhoto
from tests.processing.locate_scene import PHOTO, index_file, truth


class Log(QgsProcessingFeedback):
    """Remembers what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.infos = [], []

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushInfo(self, info):
        """See QgsProcessingFeedback."""
        self.infos.append(info)


@pytest.fixture
def run(qgis_app, tmp_path):
    """Runs the algorithm with a known heading; gives outputs, candidates and log."""
    project = QgsProject()

    def run_with(**more):
        context, log = QgsProcessingContext(), Log()
        context.setProject(project)
        parameters = {"PHOTO": str(PHOTO), "INDEX": str(index_file()), "HEADING": 298.0, **more}
        if "CANDIDATES" not in parameters:
            parameters["CANDIDATES"] = str(tmp_path / "found.gpkg")
        outputs, ran = LocatePhoto().create().run(parameters, context, log)
        found = []
        if ran:
            layer = QgsVectorLayer(outputs["CANDIDATES"], "c", "ogr")
            found = sorted(layer.getFeatures(), key=lambda feature: feature["rank"])
        return outputs if ran else None, found, log

    yield run_with
    project.clear()


def layer_of(kind, crs, *wkts):
    """A layer with some geometries."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "what is known", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeatures([feature])
    return layer


def disc(radius_m, east_m=0.0, north_m=0.0):
    """A disc around the true place, in the CRS of the index."""
    centre = QgsPointXY(truth()["easting_m"] + east_m, truth()["northing_m"] + north_m)
    return QgsGeometry.fromPointXY(centre).buffer(radius_m, 12)


def place(feature):
    """Where a candidate lies, in the CRS of the index."""
    return feature.geometry()


def test_what_is_excluded_is_not_found(run):
    """Two polygons, one of them around the true place."""
    around, beside = disc(12.0), disc(6.0, east_m=-30.0)
    exclude = layer_of("Polygon", "EPSG:32632", around.asWkt(), beside.asWkt())
    outputs, found, log = run(EXCLUDE=exclude, COUNT=8)
    assert outputs, log.errors
    hidden = QgsGeometry.unaryUnion([around.buffer(-2.6, 12), beside.buffer(-2.6, 12)])
    assert found and not any(hidden.contains(place(one)) for one in found)


def test_several_areas_are_all_searched(run):
    """Candidates come from both polygons and from nowhere else."""
    one, other = disc(8.0), disc(8.0, east_m=-40.0)
    area = layer_of("Polygon", "EPSG:32632", one.asWkt(), other.asWkt())
    outputs, found, log = run(AREA=area, COUNT=8)
    assert outputs, log.errors
    inside = [[shape.buffer(2.6, 12).contains(place(c)) for shape in (one, other)] for c in found]
    assert all(any(which) for which in inside)
    assert {which.index(True) for which in inside} == {0, 1}


def test_a_road_through_the_place_makes_it_more_probable(run):
    """A line in degrees; and a road elsewhere makes it less probable, not impossible."""
    lon, lat = truth()["lon"], truth()["lat"]
    road = f"LineString ({lon - 0.01} {lat}, {lon + 0.01} {lat})"
    blind, _, _ = run(NEAR_DISTANCE=5.0)
    near = layer_of("LineString", "EPSG:4326", road)
    told, found, log = run(NEAR=near, NEAR_DISTANCE=5.0)
    assert told, log.errors
    assert told["BEST_PROBABILITY"] > blind["BEST_PROBABILITY"]
    away = layer_of("Point", "EPSG:32632", disc(1.0, -40.0, -40.0).centroid().asWkt())
    wrong, found, log = run(NEAR=away, NEAR_DISTANCE=5.0)
    assert wrong, log.errors
    assert wrong["BEST_PROBABILITY"] < told["BEST_PROBABILITY"]
    assert min(place(one).distance(disc(0.1)) for one in found) < 20.0


def test_little_memory_changes_nothing(run):
    """The least that is allowed, and no limit of its own."""
    little, few, log = run(MEMORY_MB=50)
    assert little, log.errors
    much, many, _ = run()
    assert little["BEST_PROBABILITY"] == pytest.approx(much["BEST_PROBABILITY"], rel=1e-4)
    assert [one["lon"] for one in few] == pytest.approx([one["lon"] for one in many], abs=1e-8)


def test_the_rule_of_the_five_closest_is_reported_when_asked_for(run):
    """As numbers and as a line with its distance from our best."""
    outputs, _, log = run(FIVE_CLOSEST=True)
    assert outputs, log.errors
    assert outputs["FIVE_CLOSEST_LON"] == pytest.approx(truth()["lon"], abs=2e-3)
    assert outputs["FIVE_CLOSEST_LAT"] == pytest.approx(truth()["lat"], abs=1e-3)
    assert any("rule of the five closest gives" in line and " m from" in line for line in log.infos)
    without, _, log = run()
    assert "FIVE_CLOSEST_LON" not in without
    assert not any("five closest" in line for line in log.infos)


@pytest.fixture
def other_zone(tmp_path):
    """The same index six degrees further west: another CRS, another place."""
    file = tmp_path / "west.gpkg"
    shutil.copy(index_file(), file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE skymatch_meta SET value='EPSG:32631' WHERE key='grid_crs'")
        connection.execute("DELETE FROM skymatch_meta WHERE key='grid_sha256'")
    connection.close()
    return file


def test_two_indexes_in_two_zones_compete(run, other_zone, tmp_path):
    """Twins share the probability; every candidate names its index and lies where that is."""
    sinks = {name: str(tmp_path / f"{name}.gpkg") for name in ("REGIONS", "CELLS", "HEAT")}
    outputs, found, log = run(MORE_INDEXES=[str(other_zone)], COUNT=2, **sinks)
    assert outputs, log.errors
    assert {one["index"] for one in found} == {"ortho.gpkg", "west.gpkg"}
    by_name = {one["index"]: one for one in found}
    assert by_name["ortho.gpkg"]["lon"] - by_name["west.gpkg"]["lon"] == pytest.approx(6.0)
    assert found[0]["probability"] == pytest.approx(found[1]["probability"], rel=0.02)
    for name in sinks:
        layer = QgsVectorLayer(outputs[name], name, "ogr")
        assert layer.crs().authid() == "EPSG:32632"
        assert layer.extent().width() > 300_000.0
    assert any("west.gpkg" in line for line in log.infos)


def test_an_area_holds_in_every_index(run, other_zone):
    """Given in degrees, it rules the western twin out; the files are given as one text."""
    lon, lat = truth()["lon"], truth()["lat"]
    west, east = lon - 0.001, lon + 0.001
    south, north = lat - 0.001, lat + 0.001
    ring = f"{west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}"
    area = layer_of("Polygon", "EPSG:4326", f"Polygon (({ring}))")
    files = f"{other_zone}; {index_file()}"
    outputs, found, log = run(INDEX=str(other_zone), MORE_INDEXES=files, AREA=area)
    assert outputs, log.errors
    assert {one["index"] for one in found} == {"ortho.gpkg"}
    assert sum(line.startswith("Index ") for line in log.infos) == 2


def test_indexes_of_two_models_are_not_mixed(run, other_zone):
    """The one that does not fit is named."""
    with sqlite3.connect(other_zone) as connection:
        connection.execute(f"UPDATE skymatch_meta SET value='{'f' * 64}' WHERE key='model_sha256'")
    connection.close()
    _, _, log = run(MORE_INDEXES=[str(other_zone)])
    assert "west.gpkg" in log.errors[-1] and "build the index again" in log.errors[-1]


@pytest.mark.parametrize(
    ("name", "kind", "wkt", "sentence"),
    [
        ("EXCLUDE", "Polygon", "everything", "leave nothing of it"),
        ("EXCLUDE", "Polygon", None, "holds no polygon"),
        ("NEAR", "LineString", None, "holds no feature on the indexed imagery"),
        ("NEAR", "Point", "Point (0 0)", "holds no feature on the indexed imagery"),
    ],
)
def test_what_leaves_nothing_is_refused_in_a_sentence(run, name, kind, wkt, sentence):
    """Each says what to do."""
    if wkt == "everything":
        wkt = disc(500.0).asWkt()
    _, _, log = run(**{name: layer_of(kind, "EPSG:32632", *([wkt] if wkt else []))})
    assert sentence in log.errors[-1]
    assert "Traceback" not in log.errors[-1]


def test_a_layer_that_is_none_is_refused_in_a_sentence(run):
    """With the title of the field it was given in."""
    _, _, log = run(NEAR="/nowhere/roads.gpkg")
    assert "“Features that the camera was near” cannot be read" in log.errors[-1]


def test_an_area_and_an_exclusion_that_cancel_out_are_refused(run):
    """Before anything is searched."""
    area = layer_of("Polygon", "EPSG:32632", disc(10.0).asWkt())
    exclude = layer_of("Polygon", "EPSG:32632", disc(12.0).asWkt())
    _, _, log = run(AREA=area, EXCLUDE=exclude)
    assert "leave nothing of it" in log.errors[-1]
