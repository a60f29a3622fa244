"""`skymatch:locatephoto` with the shipped model, on 120 m of the sample scene."""

import dataclasses
import math
import shutil
import sqlite3

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from plugin.engine import locate as engine
from plugin.engine.camera import Camera
from plugin.engine.confidence import SCALE
from plugin.engine.hypotheses import CameraBelief
from plugin.engine.kinds import ASSUMED, GIVEN, PICTURE
from plugin.engine.photo import read_photo
from plugin.layers.tables import KINDS, TABLES, fields_of
from plugin.layers.words import sentence_of, word_of
from plugin.processing.locate_photo import SINKS, LocatePhoto, numbers_of
from plugin.processing.locate_report import belief_lines, file_lines, not_here_line, result_lines
from tests.layers.fabricated import located
from tests.processing.locate_scene import PHOTO, index_file, truth
from tests.soak.tally import tell_fault


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
def project(qgis_app):
    """An empty project of its own."""
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def run(project):
    """Runs the algorithm; gives outputs, whether it succeeded, its log and its context."""

    def run_with(feedback=None, photo=PHOTO, index=None, **more):
        context = QgsProcessingContext()
        context.setProject(project)
        log = feedback or Log()
        parameters = {"PHOTO": str(photo), "INDEX": str(index or index_file()), **more}
        outputs, ran = LocatePhoto().create().run(parameters, context, log)
        return outputs, ran, log, context

    return run_with


def into(file):
    """All sinks as tables of one GeoPackage."""
    return {name: f"ogr:dbname='{file}' table=\"{kind}\" (geom)" for name, kind in SINKS.items()}


def area_layer(crs, x, y, half):
    """A square polygon in some CRS."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "area", "memory")
    feature = QgsFeature()
    west, south, east, north = x - half, y - half, x + half, y + half
    corners = [(west, south), (east, south), (east, north), (west, north)]
    ring = [QgsPointXY(*corner) for corner in [*corners, corners[0]]]
    feature.setGeometry(QgsGeometry.fromPolygonXY([ring]))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_the_photo_is_found_and_everything_written(run, tmp_path):
    """Real photo, real model, one GeoPackage with all layers."""
    file = tmp_path / "found.gpkg"
    outputs, ran, log, _ = run(HEADING=298.0, FOV=truth()["fov_deg"], COUNT=4, **into(file))
    assert ran, log.errors
    place = truth()
    best_layer = QgsVectorLayer(outputs["CANDIDATES"], "c", "ogr")
    best = next(f for f in best_layer.getFeatures() if f["rank"] == 1)
    here = QgsGeometry.fromPointXY(QgsPointXY(place["easting_m"], place["northing_m"]))
    assert best.geometry().distance(here) < 20.0  # how exact it is, is measured elsewhere
    assert abs((outputs["BEST_HEADING"] - place["heading_deg"] + 180) % 360 - 180) < 15.0
    assert outputs["BEST_LON"] == pytest.approx(place["lon"], abs=4e-4)
    assert outputs["BEST_LAT"] == pytest.approx(place["lat"], abs=2e-4)
    assert outputs["BEST_PROBABILITY"] == best["probability"]
    assert 0.0 <= outputs["NOT_HERE_PROBABILITY"] <= 1.0
    assert outputs["SECONDS"] > 0.0
    assert 1 <= best_layer.featureCount() <= 4
    for kind in KINDS:
        layer = QgsVectorLayer(f"{file}|layername={kind}", kind, "ogr")
        assert layer.crs().authid() == "EPSG:32632"
        assert layer.wkbType() == TABLES[kind].geometry
        assert layer.fields().names() == ["fid", *fields_of(kind).names()]
        assert layer.featureCount() > 0
    assert best["photo"] == PHOTO.name
    assert best["path"] == PHOTO.as_posix()
    assert best["index"] == "ortho.gpkg"
    assert best["utc"].endswith("Z")


def test_the_log_tells_what_the_file_says_and_what_was_used(run):
    """Field of view, compass heading and position; then a table of candidates."""
    _, ran, log, _ = run(COUNT=3)
    assert ran, log.errors
    text = "\n".join(log.infos)
    assert "field of view 81.7° ± " in text
    assert "compass heading of 298° (true north). It is not used unasked." in text
    assert text.count("°  ") >= 3
    assert log.infos[-1].startswith(("Probability that the photo", "The photo was probably not"))


def test_a_position_in_the_file_is_shown_and_not_used(run):
    """Shown beside the result; the candidates do not depend on it."""
    photo = read_photo(PHOTO)
    metadata = dataclasses.replace(photo.metadata, lon=11.5, lat=48.25, fov_deg=None)
    lines = file_lines(dataclasses.replace(photo, metadata=metadata))
    assert "The file gives the position 48.250000, 11.500000. It is not used." in lines


@pytest.mark.parametrize(
    ("source", "words"),
    [(ASSUMED, "(assumed; neither"), (GIVEN, "(as given)"), (PICTURE, "± 8.0° (read off the pic")],
)
def test_the_log_says_where_numbers_come_from(source, words):
    camera = Camera("perspective", 65.0, 0.0, 0.5, 1.6)
    sigma_deg = 8.0 if source == PICTURE else 0.0
    belief = CameraBelief(camera, source, source, 2.0, 1.0, sigma_deg, 0.2)
    assert any(f"65.0° {words}" in line for line in belief_lines(belief))


def test_an_area_in_another_crs_limits_the_search(run, tmp_path):
    """Its polygons are brought into the CRS of the index."""
    place = truth()
    area = area_layer("EPSG:4326", place["lon"] - 0.0004, place["lat"] - 0.0002, 0.00015)
    outputs, ran, log, _ = run(AREA=area, **into(tmp_path / "a.gpkg"))
    assert ran, log.errors
    box = area.extent()
    for feature in QgsVectorLayer(outputs["CANDIDATES"], "c", "ogr").getFeatures():
        assert box.buffered(5e-5).contains(QgsPointXY(feature["lon"], feature["lat"]))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"photo": "/nowhere/a.jpg"}, "a.jpg cannot be opened"),
        ({"photo": __file__}, "no picture that can be read"),
        ({"index": "/nowhere/a.gpkg"}, "There is no index at"),
        ({"index": __file__}, "is not a GeoPackage"),
        ({"FOV": 170.0, "PROJECTION": 1}, "A field of view of 170 degrees does not fit"),
        ({"HORIZON": 1.9}, "round"),
    ],
)
def test_wrong_input_ends_in_a_sentence(run, more, sentence):
    """No traceback, and something the user can act on."""
    _, ran, log, _ = run(**more)
    assert not ran
    assert sentence in log.errors[-1]
    assert "Traceback" not in log.errors[-1]


def test_an_area_elsewhere_or_empty_is_a_sentence(run):
    """Both say what to do."""
    _, ran, log, _ = run(AREA=area_layer("EPSG:4326", 40.0, 10.0, 0.01))
    assert not ran and "do not overlap" in log.errors[-1]
    empty = QgsVectorLayer("Polygon?crs=EPSG:4326", "area", "memory")
    _, ran, log, _ = run(AREA=empty)
    assert not ran and "holds no polygon" in log.errors[-1]
    for nowhere in (math.nan, math.inf):
        _, ran, log, _ = run(AREA=area_layer("EPSG:4326", nowhere, 10.0, 0.01))
        assert not ran and "cannot be brought" in log.errors[-1]


@pytest.mark.parametrize("name", ["INDEX", "MORE_INDEXES"])
def test_a_name_that_no_file_can_have_is_no_index(run, name):
    """A zero byte ends names in the operating system."""
    _, ran, log, _ = run(**{name: "\0"})
    assert not ran and log.errors[-1].endswith("Choose an index file made by Build index.")


def test_an_index_of_another_model_is_refused_with_both_names(run, tmp_path):
    """Codes of different models cannot be compared."""
    other = tmp_path / "other.gpkg"
    shutil.copy(index_file(), other)
    with sqlite3.connect(other) as connection:
        for key, value in (("model_sha256", "f" * 64), ("model_name", "another-model")):
            connection.execute("UPDATE skymatch_meta SET value=? WHERE key=?", (value, key))
    connection.close()
    _, ran, log, _ = run(index=other)
    assert not ran
    for part in ("another-model", "ffffffff", "skymatch-s", "build the index again"):
        assert part in log.errors[-1]
    tell_fault("an index of another model is searched", 1, 1)


def test_cancel_stops_it(run):
    """Before anything is searched."""
    log = Log()
    log.cancel()
    _, ran, log, _ = run(feedback=log)
    assert not ran
    assert "Stopped" in log.errors[-1]


def test_layers_for_the_project_get_a_group(run, project, monkeypatch):
    """What the toolbox does after a run: load, post-process, back to the event loop."""
    sinks = {
        name: QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, project)
        for name in SINKS
    }
    monkeypatch.setattr(engine, "locate_among", lambda *_: located())
    outputs, ran, log, context = run(**sinks)
    assert ran, log.errors
    for layer_id, details in context.layersToLoadOnCompletion().items():
        layer = context.temporaryLayerStore().takeMapLayer(context.getMapLayer(layer_id))
        project.addMapLayer(layer)
        details.postProcessor().postProcessLayer(layer, context, log)
    QCoreApplication.processEvents()
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "street_02"
    assert [node.name() for node in group.findLayers()] == [
        "Candidates",
        "View wedges",
        "Confidence regions",
        "Score cells",
        "Heat",
    ]
    assert set(outputs) >= set(SINKS)


def test_sinks_can_be_left_out(run, monkeypatch):
    """Only numbers are wanted in a script."""
    monkeypatch.setattr(engine, "locate_among", lambda *_: located())
    outputs, ran, log, _ = run()
    assert ran, log.errors
    assert not set(SINKS) & set(outputs)
    assert outputs["BEST_PROBABILITY"] == located().candidates[0].probability


def test_no_candidate_still_gives_numbers():
    """Nothing is invented for the best one."""
    nothing = dataclasses.replace(located(), candidates=())
    assert set(numbers_of(nothing)) == {"NOT_HERE_PROBABILITY", "SECONDS"}


def test_probably_elsewhere_is_said_plainly():
    """And otherwise only the number."""
    assert "probably not taken in this imagery (70 %)" in not_here_line(0.7)
    assert "probably" not in not_here_line(0.2)
    result = located()
    lines = result_lines(result)[1 : len(result.candidates) + 1]
    assert len({line.index("°") for line in lines}) == 1


def test_the_best_candidate_is_put_into_words():
    """A sentence to act on; and whether the direction is less certain than the axis."""
    result = located()
    best = dataclasses.replace(result.candidates[0], heading_deg=300.0, direction_probability=0.6)
    doubtful = dataclasses.replace(result, candidates=(best,))
    text = "\n".join(result_lines(doubtful))
    assert sentence_of(best.probability) in text
    assert "300° is right with 60 %, else the photo looks the other way, to 120°" in text
    assert "looks the other way" not in "\n".join(result_lines(result))


def test_every_step_of_the_scale_has_words():
    """The word is that of the engine, the sentences differ."""
    limits = [step.least for step in SCALE]
    assert [word_of(limit) for limit in limits] == [step.word for step in SCALE]
    assert len({sentence_of(limit) for limit in limits}) == len(SCALE)


def test_every_parameter_explains_itself(qgis_app):
    """Help for each, optional where the contract says so, rare ones under Advanced."""
    algorithm = LocatePhoto().create()
    definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
    assert all(len(d.help()) > 20 for d in definitions.values())
    optional = {n for n, d in definitions.items() if d.flags() & d.Flag.FlagOptional}
    known = {"FOV", "HEADING", "HORIZON", "ROLL", "CAMERA_HEIGHT"}
    places = {"AREA", "EXCLUDE", "NEAR", "MORE_INDEXES"}
    assert optional == {*known, *places, "MEMORY_MB", "MODEL", *SINKS}
    assert definitions["COUNT"].defaultValue() == 10
    assert definitions["HEADING_TOLERANCE"].defaultValue() == 20
    advanced = {n for n, d in definitions.items() if d.flags() & d.Flag.FlagAdvanced}
    camera = {"PROJECTION", "HORIZON", "ROLL", "CAMERA_HEIGHT", "SPREAD"}
    assert advanced == {*camera, "MORE_INDEXES", "MODEL", "MEMORY_MB", "FIVE_CLOSEST"}
    outputs = {o.name() for o in algorithm.outputDefinitions()}
    assert outputs == {
        *SINKS,
        "BEST_LON",
        "BEST_LAT",
        "BEST_HEADING",
        "BEST_PROBABILITY",
        "USABILITY",
        "DIRECTION_PROBABILITY",
        "NOT_HERE_PROBABILITY",
        "SECONDS",
        "FIVE_CLOSEST_LON",
        "FIVE_CLOSEST_LAT",
    }
    assert not algorithm.flags() & algorithm.Flag.FlagNoThreading
    assert not algorithm.icon().isNull()
    assert algorithm.shortHelpString() and algorithm.shortDescription()
