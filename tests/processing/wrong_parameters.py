"""Algorithms run with wrong parameters, drawn by Hypothesis; any error of Python is noted."""

import contextlib
import functools
import math
import shutil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from plugin.engine import locate as engine
from plugin.engine.errors import SkymatchError
from plugin.layers.restoring import forget_all_spares
from plugin.processing import (
    build_index,
    common,
    evaluate,
    inspect_photo,
    locate_folder,
    locate_photo,
)
from plugin.processing.build_index import BuildIndex
from plugin.processing.locate_folder import LocatePhotos
from plugin.processing.provider import SkymatchProvider
from tests.gui.review_scene import write_results
from tests.layers.fabricated import located
from tests.processing.locate_scene import PHOTO, index_file
from tests.processing.test_build_index import write_orthophoto

_provider = SkymatchProvider()
_provider.loadAlgorithms()
ALGORITHMS = tuple(type(algorithm) for algorithm in _provider.algorithms())
WORKING = ("prepareAlgorithm", "prepare_work", "do_work", "postProcessAlgorithm")

# Without slashes: what is taken for the name of a file lands in the test's own folder.
NAMES = st.text(st.characters(blacklist_characters="/\\"), max_size=12)
PATHS = st.sampled_from(
    [
        "no/such/folder/file.gpkg",
        "file/below.a.file",
        "file",
        "a\0b",
        "x" * 300,
        "deep/" * 2000,
        "/" + "x" * 300,
        "/a\0b",
        "attachment:///nothing.gpkg",
        "photo.jpg|layername=blocks",
        "|",
        "memory:",
        "TEMPORARY_OUTPUT",
        "ogr:dbname='no.gpkg' table=\"a\" (geom)",
        "postgis:x",
        "/vsicurl/",
        "~",
        "%s%n{}{0}",
        "\ud83d\ude00",
        "\u202egpj.oohp",
    ]
)
NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([0, -1, 1, 1e308, -1e308, 2**31, 2**63, 10**30, math.nan, math.inf]),
)
PLACES = st.one_of(
    st.builds(
        "{},{},{},{} [{}]".format,
        *[NUMBERS] * 4,
        st.sampled_from(["EPSG:4326", "EPSG:32632", "EPSG:999999", "", "[", "PROJ:+proj=nope"]),
    ),
    st.sampled_from(
        [
            "POINT(1 2)",
            "0,0,0,0",
            "nan,nan,nan,nan [EPSG:4326]",
            QgsRectangle(-1e308, -1e308, 1e308, 1e308),
            QgsRectangle(math.nan, 0, 1, 1),
            QgsCoordinateReferenceSystem("EPSG:999999"),
        ]
    ),
)
THINGS = st.one_of(
    st.none(),
    st.booleans(),
    st.lists(NAMES, max_size=3),
    st.dictionaries(NAMES, NUMBERS, max_size=2),
    st.binary(max_size=20),
    st.sampled_from(
        [
            QgsProperty.fromExpression("1/0"),
            QgsProperty.fromExpression("'a' || "),
            QgsProperty.fromValue(7),
            object(),
        ]
    ),
)


class LayerName(str):
    """Stands for a layer; Hypothesis keeps what it draws, and no layer may outlive QGIS."""


LAYERS = tuple(map(LayerName, ("raster", "candidates", "area", "no raster", "no vector")))
ANYTHING = st.one_of(NAMES, PATHS, NUMBERS, PLACES, THINGS, st.sampled_from(LAYERS))


class Log(QgsProcessingFeedback):
    """Remembers what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.errors = []

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)


def watched(kind, escaped):
    """The algorithm, which notes every error that is meant for programmers."""

    def noting(name):
        method = getattr(kind, name)

        @functools.wraps(method)
        def noted(*arguments):
            try:
                return method(*arguments)
            except (SkymatchError, QgsProcessingException):
                raise
            except Exception as error:
                escaped.append(f"{type(error).__name__}: {error}")
                raise

        return noted

    return type(f"Watched{kind.__name__}", (kind,), {name: noting(name) for name in WORKING})


@contextlib.contextmanager
def scene_in(folder, monkeypatch):
    """Sound parameters by their names, layers to mistake them for, and the folder.

    The search itself, which takes long, is left out.
    """
    opened = {}

    def open_once(pack):
        if pack.sha256 not in opened:
            opened[pack.sha256] = common.open_encoder(pack)
        return opened[pack.sha256]

    for module in (build_index, evaluate, inspect_photo, locate_folder, locate_photo):
        monkeypatch.setattr(module, "open_encoder", open_once, raising=False)
    for module in (engine, evaluate, locate_folder):
        if hasattr(module, "locate_among"):
            monkeypatch.setattr(module, "locate_among", lambda *_: located(peaks=2))
    monkeypatch.chdir(folder)
    photos = folder / "photos"
    photos.mkdir()
    photo = shutil.copy(PHOTO, photos / "photo.jpg")
    (folder / "file").write_text("text")
    raster = QgsRasterLayer(str(write_orthophoto(folder / "ortho.tif", 100)), "ortho")
    write_results(folder / "results.gpkg", (photos / "photo.jpg",))
    candidates = QgsVectorLayer(f"{folder}/results.gpkg|layername=candidates", "candidates", "ogr")
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    sound = {
        "RASTER": raster,
        "LOAD": False,
        "PHOTO": str(photo),
        "PHOTOS": candidates,
        "PHOTO_FIELD": "photo",
        "PATH_FIELD": "path",
        "CANDIDATES": candidates,
        "FOLDER": str(photos),
        "MODEL": "",
    }
    layers = dict(zip(LAYERS, (raster, candidates, area, QgsRasterLayer(), QgsVectorLayer())))
    yield sound, layers, folder
    sound.clear()  # pytest lets go of what it was given after QGIS is gone
    layers.clear()
    forget_all_spares()


class Trial:
    """One algorithm; `run` is a Hypothesis test with one to four wrong parameters at a time."""

    def __init__(self, kind, scene, examples):
        sound, self._layers, self._folder = scene
        self.escaped, self.tried, self.refused = [], 0, 0
        self._kind = watched(kind, self.escaped)
        self._owner = self._kind().create()  # of the definitions
        self._project = QgsProject()
        definitions = self._owner.parameterDefinitions()
        fitting = {one.name(): self._fitting(one, kind, sound) for one in definitions}
        if kind is LocatePhotos:
            fitting["PHOTOS"] = None
        self._base = {name: value for name, value in fitting.items() if value is not None}
        names = st.sampled_from(sorted(fitting))
        wrong = st.dictionaries(names, ANYTHING, min_size=1, max_size=4)
        limits = settings(
            max_examples=examples,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
            database=None,
        )
        self.run = limits(given(wrong)(lambda wrong: self._try(wrong)))

    def _fitting(self, definition, kind, sound):
        if definition.name() == "INDEX":
            return "new.gpkg" if kind is BuildIndex else str(index_file())
        if definition.isDestination():
            return "TEMPORARY_OUTPUT"
        return sound.get(definition.name())

    def _try(self, wrong):
        self.tried += 1
        self.escaped.clear()
        (self._folder / "new.gpkg").unlink(missing_ok=True)
        context, log = QgsProcessingContext(), Log()
        context.setProject(self._project)
        algorithm, parameters = self._kind().create(), dict(self._base)
        for name, value in wrong.items():
            parameters[name] = self._layers[value] if isinstance(value, LayerName) else value
        fits, sentence = algorithm.checkParameterValues(parameters, context)
        if not fits:
            self.refused += 1
            return
        try:
            ran = algorithm.run(parameters, context, log, {}, False)[1]
        except QgsProcessingException as error:
            ran, sentence = False, str(error)
        else:
            sentence = log.errors[-1] if log.errors else ""
        assert not self.escaped, self.escaped[-1]
        if not ran:
            assert sentence.strip() and "Traceback" not in sentence, sentence
            self.refused += 1

    def close(self):
        """Let go of the project."""
        self._project.clear()
