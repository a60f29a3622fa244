"""Tile and map servers as imagery: what they deliver, and every way in which they do not."""

import gc
import math
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pyproj import Transformer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsNetworkAccessManager,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize

from plugin.engine.errors import Cancelled, SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.imagery.check import check_raster
from plugin.imagery.grid import grid_crs
from plugin.imagery.raster import RasterImagery
from plugin.index.build import build_index
from plugin.index.reader import read_index
from plugin.processing.build_index import BuildIndex
from plugin.processing.build_inputs import index_info
from tests.soak.tally import tell_fault

UTM = "EPSG:32632"
LON, LAT = 8.55, 47.37
PATIENT_MS, IMPATIENT_MS = 20_000, 1000


class Server:
    """The server of tile_server.py in a process of its own."""

    def __init__(self):
        self._port = "0"
        self._process = None
        self.test = 0
        self.start()

    def start(self):
        """Begin to answer, at the same address as before; nothing if it does already."""
        if self._process is not None:
            return
        script = Path(__file__).with_name("tile_server.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), self._port], stdout=subprocess.PIPE, text=True
        )
        self._port = self._process.stdout.readline().strip()
        self.url = f"http://127.0.0.1:{self._port}"

    def requests(self):
        """Pictures asked for so far."""
        return int(urllib.request.urlopen(f"{self.url}/count").read())

    def heal(self):
        """What failed in mode healing fails no more."""
        urllib.request.urlopen(f"{self.url}/heal").close()

    def stop(self):
        """No answer from now on."""
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        self._process = None

    def tiles(self, mode="good", zmax=19):
        """An XYZ layer."""
        url = (
            f"type=xyz&url={self.url}/{mode}-{self.test}/%7Bz%7D/%7Bx%7D/%7By%7D&zmax={zmax}&zmin=0"
        )
        return self._layer(url)

    def wms(self, mode="good"):
        """A WMS layer."""
        url = urllib.parse.quote(f"{self.url}/{mode}-{self.test}/wms")
        return self._layer(
            f"crs=EPSG:3857&format=image/png&layers=ortho&styles&dpiMode=7&url={url}"
        )

    def wmts(self, mode="good"):
        """A WMTS layer."""
        url = f"{self.url}/{mode}-{self.test}/wmts?service=WMTS&request=GetCapabilities"
        return self._layer(
            "crs=EPSG:3857&format=image/png&layers=ortho&styles=default&tileMatrixSet=m"
            f"&url={urllib.parse.quote(url)}"
        )

    def _layer(self, source):
        layer = QgsRasterLayer(source, "aerial", "wms")
        assert layer.isValid(), source
        return layer


@pytest.fixture(scope="module")
def process():
    """One server for all tests."""
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def server(qgis_app, process, monkeypatch):
    """A server with addresses of its own for every test; what it fails is soon asked for again."""
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(PATIENT_MS)
    monkeypatch.setattr("plugin.imagery.source.PAUSE_S", 0.05)
    process.start()
    process.test += 1
    yield process
    QgsNetworkAccessManager.setTimeout(before)


def imagery_of(layer):
    """The layer as the worker gets it."""
    return RasterImagery.from_layer(layer, QgsCoordinateTransformContext())


def grid_of(side_px=600, gsd_m=2.5 / 14, east_m=0.0):
    """Pixels around a place in Zurich: at zoom 19 four tiles and more."""
    x, y = Transformer.from_crs("EPSG:4326", UTM, always_xy=True).transform(LON, LAT)
    half = side_px * gsd_m / 2
    return MetricGrid(UTM, x - half + east_m, y + half, gsd_m, side_px, side_px)


def expected(grid):
    """What the server paints, in closed form."""
    x = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m
    y = grid.north_m - (np.arange(grid.rows) + 0.5) * grid.spacing_m
    to_mercator = Transformer.from_crs(UTM, "EPSG:3857", always_xy=True)
    x, y = to_mercator.transform(*np.meshgrid(x, y))
    waves = [np.sin(x / 9), np.cos(y / 7), np.sin((x + y) / 8)]
    return np.stack([127.5 + 100 * wave for wave in waves], axis=-1)


@pytest.mark.parametrize("kind", ["tiles", "wmts", "wms"])
def test_pictures_lie_where_they_belong(server, kind):
    """To 5 cm on the ground, and all of it is covered."""
    imagery, grid = imagery_of(getattr(server, kind)()), grid_of()
    window = imagery.read(grid)
    assert window.covered.all() and imagery.missing_tiles == 0
    # a wave of 7 m, stretched by 1.48 at this latitude, changes by 100 / 7 * 1.48 = 21 a metre
    assert np.abs(window.rgb - expected(grid)).max() <= 2.0


@pytest.mark.parametrize(("kind", "off"), [("tiles", 2.0), ("wmts", 20.0)])
def test_coarse_pixels_come_from_coarse_tiles(server, kind, off):
    """Of zoom 17, which is just finer: 3 by 3 tiles at most where zoom 19 has 49 and more.

    The extent of a WMTS ends between two of its pixels, which may lie half of one, 0.4 m, aside.
    """
    layer, grid = getattr(server, kind)(), grid_of(300, gsd_m=1.0)
    before = server.requests()
    window = imagery_of(layer).read(grid)
    assert 4 <= server.requests() - before <= 9
    assert window.covered.all() and np.abs(window.rgb - expected(grid)).max() <= off


MISBEHAVIOURS = {
    "404": "are not there",
    "500": "end in an error",
    "html": "are a page in HTML",
    "half": "are half a picture",
    "blank": "are white",
    "slow": "come too late",
    "flaky": "fail at first",
}


@pytest.mark.parametrize(
    ("mode", "missing"),
    [("404", 0), ("500", 1), ("html", 1), ("half", 1), ("blank", 0), ("slow", 1), ("flaky", 0)],
)
def test_failing_tiles(server, mode, missing):
    """Not covered where they are struck, to the pixel; counted where the server may have more."""
    if mode == "slow":
        QgsNetworkAccessManager.setTimeout(IMPATIENT_MS)
    imagery, grid = imagery_of(server.tiles(mode)), grid_of()
    window = imagery.read(grid)
    off = np.abs(window.rgb - expected(grid)).max(axis=-1)
    if mode == "half":  # the last row of squares of a JPEG that was cut off has odd colours
        assert (off[window.covered] <= 20.0).mean() > 0.99
    elif mode == "blank":  # the corner of a plain tile is too small to be told from a roof
        assert (off[window.covered] <= 3.0).mean() > 0.97
    else:
        assert off[window.covered].max() <= 3.0
    assert (imagery.missing_tiles > 0) == (missing > 0)
    assert window.covered.all() == (mode == "flaky")
    assert 0.3 < window.covered.mean()
    tell_fault(f"tile server: a third of the tiles {MISBEHAVIOURS[mode]}", 1, 1)


def test_a_run_counts_the_very_tiles(server):
    """Those of zoom 19 in the window that are struck."""
    imagery, grid = imagery_of(server.tiles("500")), grid_of()
    imagery.read(grid)
    to_mercator = Transformer.from_crs(UTM, "EPSG:3857", always_xy=True)
    corners = [
        to_mercator.transform(x, y)
        for x in (grid.west_m, grid.east_m)
        for y in (grid.south_m, grid.north_m)
    ]
    world_m, tile_m = 2 * math.pi * 6378137.0, 2 * math.pi * 6378137.0 / 2**19
    xs = [int((x + world_m / 2) // tile_m) for x, _ in corners]
    ys = [int((world_m / 2 - y) // tile_m) for _, y in corners]
    tiles = [(x, y) for x in range(min(xs), max(xs) + 1) for y in range(min(ys), max(ys) + 1)]
    assert imagery.missing_tiles == sum((x + y) % 3 == 0 for x, y in tiles)


def test_plain_ground_of_a_map_server_is_no_imagery(server):
    """White beside the imagery of a WMS that knows no transparency."""
    imagery, grid = imagery_of(server.wms("white")), grid_of()
    window = imagery.read(grid)
    assert imagery.missing_tiles == 0
    assert not window.covered[:, :280].any() and window.covered[:, 320:].all()


def test_a_server_that_stops(server):
    """What follows is said once and soon, and not taken for empty ground."""
    imagery = imagery_of(server.tiles())
    assert imagery.read(grid_of(200)).covered.all()
    server.stop()
    started = time.monotonic()
    for step in range(1, 4):
        assert not imagery.read(grid_of(200, east_m=300.0 * step)).covered.any()
    assert imagery.missing_tiles >= 3
    with pytest.raises(SkymatchError, match="does not answer any more"):
        imagery.read(grid_of(200, east_m=2000.0))
    assert time.monotonic() - started < 10.0
    tell_fault("tile server stops for good", 1, 1)


def test_waiting_for_a_slow_server_can_be_stopped(server):
    """Cancel does not wait for the time-out."""
    QgsNetworkAccessManager.setTimeout(60_000)
    imagery = imagery_of(server.tiles("allslow"))
    timer = threading.Timer(0.5, imagery.stop)
    timer.start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        imagery.read(grid_of())
    assert time.monotonic() - started < 3.0
    server.stop()  # or QGIS 3.40, which does not hang up, has no line free for the next test


def read_in_a_thread(imagery, meanwhile):
    """The window, read as a task does it; `meanwhile` is what the main thread does until then."""
    windows = []
    thread = threading.Thread(target=lambda: windows.append(imagery.read(grid_of())))
    thread.start()
    meanwhile(thread)
    return windows[0]


def keep_going(thread):
    """The main thread of a QGIS that is used."""
    while thread.is_alive():
        QCoreApplication.processEvents()
        time.sleep(0.01)


@pytest.mark.parametrize(("mode", "missing"), [("good", 0), ("404", 0), ("500", 1), ("half", 1)])
def test_reading_beside_the_main_thread(server, mode, missing):
    """QGIS 3.40 fetches tiles in one more thread; what went wrong there is known all the same."""
    imagery = imagery_of(server.tiles(mode))
    window = read_in_a_thread(imagery, keep_going)
    assert window.covered.any() and window.covered.all() == (mode == "good")
    assert (imagery.missing_tiles > 0) == (missing > 0)


def test_a_main_thread_that_hangs_is_not_waited_for(server, monkeypatch):
    """The picture is judged by what it shows then; nothing stands still for ever."""
    monkeypatch.setattr("plugin.imagery.tile_replies.PATIENCE_S", 0.2)
    imagery = imagery_of(server.tiles("500"))
    window = read_in_a_thread(imagery, threading.Thread.join)
    assert window.covered.any() and not window.covered.all()
    assert imagery.missing_tiles >= 1


def test_the_tiles_of_another_layer_do_not_count(server):
    """A map that is drawn at the same time, from a server out of order."""
    settings = QgsMapSettings()
    settings.setLayers([server.tiles("all500")])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(UTM))
    settings.setOutputSize(QSize(600, 600))
    grid = grid_of()
    settings.setExtent(QgsRectangle(grid.west_m, grid.south_m, grid.east_m, grid.north_m))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    imagery = imagery_of(server.tiles())
    window = read_in_a_thread(imagery, keep_going)
    job.waitForFinished()
    assert window.covered.all() and imagery.missing_tiles == 0


def area_around(lon, lat):
    """A small square in degrees."""
    return QgsGeometry.fromPointXY(QgsPointXY(lon, lat)).buffer(0.001, 4)


@pytest.mark.parametrize(("zmax", "refused"), [(19, False), (18, False), (17, True)])
def test_tiles_that_are_too_coarse_are_refused(server, zmax, refused):
    """Before anything is fetched; QGIS would blow them up without a word."""
    facts = check_raster(server.tiles(zmax=zmax))
    before = server.requests()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    arguments = (facts, area_around(LON, LAT), degrees, QgsCoordinateTransformContext())
    if refused:
        with pytest.raises(SkymatchError, match="0.81 m.*0.6 m"):
            grid_crs(*arguments)
    else:
        assert grid_crs(*arguments) == UTM
    assert server.requests() == before


class MeanColours:
    """A stand-in for the model that costs nothing: signs of mixtures of a token's colour."""

    def __init__(self, pack, threads=0):
        self.pack = pack
        self._mix = np.random.default_rng(3).standard_normal((3, pack.code_bits))

    def encode(self, rgb, covered, view):
        """See `engine.encoder.Encoder`."""
        side, size = self.pack.window_tokens, self.pack.token_px
        tokens = rgb.reshape(len(rgb), side, size, side, size, 3).mean(axis=(2, 4))
        return (tokens - 127) @ self._mix

    def covered_share(self, covered):
        """See `engine.encoder.Encoder`."""
        size = self.pack.token_px
        n, rows, cols = covered.shape
        return covered.reshape(n, rows // size, size, cols // size, size).mean(axis=(2, 4))


@pytest.fixture
def build(qgis_app, tmp_path, monkeypatch):
    """Runs skymatch:buildindex, with the stand-in for the model, over 60 m by 60 m."""
    monkeypatch.setattr("plugin.engine.encoder.Encoder", MeanColours)

    def run(layer, **parameters):
        grid = grid_of(336)
        bounds = (grid.west_m, grid.east_m, grid.south_m, grid.north_m)
        parameters.setdefault("INDEX", str(tmp_path / "index.gpkg"))
        parameters["EXTENT"] = ",".join(str(bound) for bound in bounds) + f" [{UTM}]"
        parameters.update(RASTER=layer, LOAD=False)
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = BuildIndex().create({})
        fits, message = algorithm.checkParameterValues(parameters, context)
        assert fits, message
        results, ok = algorithm.run(parameters, context, feedback, {}, False)
        return results, feedback.textLog()

    return run


def test_a_second_run_fills_what_was_missing(server, build, tmp_path):
    """Told, drawn in the coverage, made again by the same call, then equal to one good run."""
    failing = server.tiles("healing")
    first, log = build(failing)
    assert first["MISSING_TILES"] >= 1 and "could not be fetched" in log
    index = read_index(Path(first["INDEX"]))
    assert index.missing_tiles == first["MISSING_TILES"]
    coverage = QgsVectorLayer(f"{first['INDEX']}|layername=blocks", "coverage", "ogr")
    assert sum(block["missing_tiles"] for block in coverage.getFeatures()) == index.missing_tiles
    server.heal()
    second, _ = build(failing)
    assert second["MISSING_TILES"] == 0 and second["TOKENS"] > first["TOKENS"]
    asked = server.requests()
    third, _ = build(failing)
    assert third["TOKENS"] == second["TOKENS"] and server.requests() == asked
    good, _ = build(server.tiles("good"), INDEX=str(tmp_path / "good.gpkg"))
    codes = [read_index(Path(result["INDEX"])).tokens.codes for result in (second, good)]
    assert np.array_equal(*codes)
    tell_fault("tiles that failed are asked for again by the next run", 1, 1)


def test_tiles_that_are_not_there_do_not_leave_an_index_unfinished(server, build):
    """A server whose imagery ends inside the area."""
    results, _ = build(server.tiles("404"))
    index = read_index(Path(results["INDEX"]))
    assert index.complete and results["MISSING_TILES"] == 0
    assert 0.2 < index.tokens.covered.mean() < 0.95


@pytest.mark.parametrize(
    ("kind", "mode", "words"),
    [
        ("tiles", "all500", "No tile of aerial could be fetched"),
        ("tiles", "allhtml", "No tile of aerial could be fetched"),
        ("tiles", "all404", "no picture in this area"),
        ("tiles", "allblank", "no picture in this area"),
        ("wms", "coarse", "you zoom in to scale"),
    ],
)
def test_servers_that_give_nothing_are_told_apart(server, build, tmp_path, kind, mode, words):
    """Out of order, empty here, or silent at this scale; no index is left that holds nothing."""
    with pytest.raises(QgsProcessingException, match=words):
        build(getattr(server, kind)(mode))
    assert not (tmp_path / "index.gpkg").exists()
    tell_fault("tile server gives nothing at all", 1, 1)


class StopsServer(SilentFeedback):
    """Takes the server away as soon as a block is finished."""

    def __init__(self, server):
        self._server = server

    def progress(self, fraction, text):
        """See `Feedback`."""
        if "m²/s" in text and self._server is not None:
            self._server.stop()
            self._server = None


def test_a_build_outlives_its_server(server, pack, tmp_path):
    """Finished blocks are kept, the rest is told; the next run makes it good, to the byte."""
    layer = server.tiles()
    grid = MetricGrid(UTM, 465_000.0, 5_246_000.0, 2.5, 16, 8 * 16)
    info = replace(index_info(check_raster(layer), pack, grid, "0"), block_tokens=16)
    good, path = tmp_path / "good.gpkg", tmp_path / "index.gpkg"
    arguments = (info, None, MeanColours(pack))
    build_index(imagery_of(layer), *arguments, good, SilentFeedback())

    away = server.tiles("flaky")  # of the same ground, but not in QGIS's memory of tiles
    report = build_index(imagery_of(away), *arguments, path, StopsServer(server))
    assert not report.complete and 1 <= report.blocks_new < 8
    [sentence] = report.errors
    assert "does not answer any more" in sentence
    server.start()
    report = build_index(imagery_of(away), *arguments, path, SilentFeedback())
    assert report.complete and report.blocks_kept >= 1
    assert np.array_equal(read_index(path).tokens.codes, read_index(good).tokens.codes)
    assert read_index(path).complete
    tell_fault("tile server stops during a build, and comes back", 1, 1)


def test_a_source_leaves_nothing_behind(server):
    """Neither the listener nor what it heard outlives the imagery."""
    imagery = imagery_of(server.tiles("500"))
    imagery.read(grid_of(200))
    watch = weakref.ref(imagery._source._watch)
    del imagery
    gc.collect()
    assert watch() is None
