"""`skymatch:locatephotos` with the shipped model, on 120 m of the sample scene."""

import shutil

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

from plugin.engine import locate as engine
from plugin.processing.locate_folder import LocatePhotos
from tests.layers.fabricated import located
from tests.processing.locate_scene import PHOTO, index_file, truth


class Log(QgsProcessingFeedback):
    """Remembers what the user would read; may cancel after so many photos."""

    def __init__(self, cancel_after=None):
        super().__init__(False)
        self.errors, self.warnings, self.infos = [], [], []
        self.cancel_after = cancel_after

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushWarning(self, warning):
        """See QgsProcessingFeedback."""
        self.warnings.append(warning)

    def pushInfo(self, info):
        """See QgsProcessingFeedback."""
        self.infos.append(info)
        if self.cancel_after is not None and info.startswith(f"{self.cancel_after}/"):
            self.cancel()


@pytest.fixture
def folder(tmp_path):
    """Two copies of the photo, a file that only pretends, and one that is of no concern."""
    folder = tmp_path / "photos"
    (folder / "deeper").mkdir(parents=True)
    shutil.copy(PHOTO, folder / "a.jpg")
    (folder / "b.JPG").write_text("no picture")
    shutil.copy(PHOTO, folder / "c.jpg")
    (folder / "notes.txt").write_text("notes")
    shutil.copy(PHOTO, folder / "deeper" / "d.jpg")
    return folder


@pytest.fixture
def run(qgis_app, tmp_path):
    """Runs the algorithm; gives outputs, whether it succeeded, and its log."""
    project = QgsProject()

    def run_with(log=None, **more):
        context = QgsProcessingContext()
        context.setProject(project)
        log = log or Log()
        parameters = {
            "INDEX": str(index_file()),
            "CANDIDATES": str(tmp_path / "found.gpkg"),
            **more,
        }
        outputs, ran = LocatePhotos().create().run(parameters, context, log)
        return outputs, ran, log

    yield run_with
    project.clear()


def rows(outputs):
    """Photo and rank of all candidates."""
    layer = QgsVectorLayer(outputs["CANDIDATES"], "c", "ogr")
    return [(feature["photo"], feature["rank"]) for feature in layer.getFeatures()]


def photo_layer(*places):
    """A layer of photos: path, longitude, latitude."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=photo:string", "geotagged", "memory")
    for path, lon, lat in places:
        feature = QgsFeature(layer.fields())
        feature["photo"] = str(path)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
        layer.dataProvider().addFeatures([feature])
    return layer


def test_a_folder_becomes_one_layer(run, folder):
    """Real model; a photo that fails is told in a sentence and does not stop the run."""
    outputs, ran, log = run(FOLDER=str(folder), COUNT=2)
    assert ran, log.errors
    assert (outputs["LOCATED"], outputs["FAILED"]) == (2, 1)
    assert {name for name, _ in rows(outputs)} == {"a.jpg", "c.jpg"}
    assert all(rank <= 2 for _, rank in rows(outputs))
    assert len(log.warnings) == 1
    assert "b.JPG: b.JPG is no picture that can be read" in log.warnings[0]


def test_own_positions_are_used_only_when_asked(run):
    """The point in the layer is the centre then, and the candidates stay within the radius."""
    place = truth()
    centre = (place["lon"] - 0.0005, place["lat"] - 0.0002)
    layer = photo_layer((PHOTO, *centre))
    outputs, ran, log = run(PHOTOS=layer, USE_GPS=True, GPS_RADIUS=12.0)
    assert ran, log.errors
    found = list(QgsVectorLayer(outputs["CANDIDATES"], "c", "ogr").getFeatures())
    assert found
    for feature in found:
        east_m = (feature["lon"] - centre[0]) * 62200.0
        north_m = (feature["lat"] - centre[1]) * 111300.0
        assert (east_m**2 + north_m**2) ** 0.5 < 12.0 + 3.0


@pytest.fixture
def quick(monkeypatch):
    """No search; counts the photos and remembers what was searched with."""
    calls = []

    def instead(photo, cameras, territories, encoder, settings, feedback):
        calls.append((photo.name, id(encoder), territories[0].prior, settings.count))
        return located()

    monkeypatch.setattr(engine, "locate_among", instead)
    return calls


def test_the_model_is_opened_once(run, folder, quick):
    """However many photos there are; without being asked, no position limits the search."""
    _, ran, log = run(FOLDER=str(folder), SUBFOLDERS=True)
    assert ran, log.errors
    assert [name for name, *_ in quick] == ["a.jpg", "c.jpg", "d.jpg"]
    assert len({encoder for _, encoder, *_ in quick}) == 1
    assert all(prior.include is None and count == 3 for _, _, prior, count in quick)


def area_layer(side_deg):
    """A square around the photo's place."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "area", "memory")
    centre = QgsGeometry.fromPointXY(QgsPointXY(truth()["lon"], truth()["lat"]))
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(centre.buffer(side_deg / 2.0, 4).boundingBox()))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_places_limit_all_photos_as_they_limit_one(run, folder, quick):
    """Areas to include and exclude, and features to be near to."""
    wide, narrow = area_layer(0.002), area_layer(0.0005)
    near = photo_layer((PHOTO, truth()["lon"], truth()["lat"]))
    known = {"EXCLUDE": narrow, "NEAR": near, "NEAR_DISTANCE": 7.0}
    _, ran, log = run(FOLDER=str(folder), AREA=wide, **known)
    assert ran, log.errors
    for _, _, prior, _ in quick:
        assert prior.include.area == pytest.approx(16.0 * prior.exclude.area, rel=0.01)
        assert prior.include.contains(prior.exclude)
        assert prior.near.scale_m == 7.0 and not prior.near.features.is_empty
    layer = photo_layer((PHOTO, truth()["lon"], truth()["lat"]))
    quick.clear()
    _, ran, log = run(PHOTOS=layer, USE_GPS=True, GPS_RADIUS=20.0, AREA=wide, **known)
    assert ran, log.errors
    ((_, _, prior, _),) = quick
    assert prior.include.area == pytest.approx(3.14159 * 400.0, rel=0.02)
    assert prior.exclude is not None and prior.near is not None


def test_a_layer_of_roads_elsewhere_is_refused(run, folder, quick):
    """As for one photo."""
    _, ran, log = run(FOLDER=str(folder), NEAR=photo_layer((PHOTO, -60.0, 2.0)))
    assert not ran and "no feature on the indexed imagery" in log.errors[-1]


def test_cancel_between_photos_keeps_what_is_done(run, folder, quick, tmp_path):
    """The run ends, the first photo's candidates are in the file."""
    _, ran, log = run(Log(cancel_after=1), FOLDER=str(folder))
    assert not ran and "Stopped" in log.errors[-1]
    assert [name for name, *_ in quick] == ["a.jpg"]
    layer = QgsVectorLayer(str(tmp_path / "found.gpkg"), "c", "ogr")
    assert {feature["photo"] for feature in layer.getFeatures()} == {"a.jpg"}


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "Choose either a folder"),
        ({"FOLDER": "/nowhere/photos"}, "There is no folder"),
        ({"FOLDER": "."}, "There is no photo in"),
        ({"PHOTOS": "layer", "PATH_FIELD": "nothing"}, "has no field 'nothing'"),
        ({"PHOTOS": "empty"}, "names no photo"),
        ({"PHOTOS": "layer", "FOLDER": "."}, "Choose either a folder"),
    ],
)
def test_wrong_input_ends_in_a_sentence(run, more, sentence):
    """No traceback, and something the user can act on."""
    layers = {"layer": photo_layer((PHOTO, 6.5, 56.0)), "empty": photo_layer()}
    more = {name: layers.get(value, value) for name, value in more.items()}
    _, ran, log = run(**more)
    assert not ran
    assert sentence in log.errors[-1]


def test_every_parameter_explains_itself(qgis_app):
    """Help for each."""
    algorithm = LocatePhotos().create()
    assert all(len(d.help()) > 20 for d in algorithm.parameterDefinitions())
    assert algorithm.name() == "locatephotos" and algorithm.shortHelpString()
