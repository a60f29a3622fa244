"""Containers and coordinate systems: the same ground out of every one of them."""

import importlib.util
import math
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from pyproj import Transformer
from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

from plugin.engine.grid import MetricGrid, utm_crs
from plugin.imagery.blank import blank_pixels
from plugin.imagery.check import check_raster
from plugin.imagery.raster import RasterImagery
from plugin.imagery.source import PictureSource

_spec = importlib.util.spec_from_file_location(
    "format_pictures", Path(__file__).with_name("conftest.py")
)
pictures = importlib.util.module_from_spec(_spec)
sys.modules["format_pictures"] = pictures
_spec.loader.exec_module(pictures)

UTM = "EPSG:32632"
PIXELS, GSD_M = 700, 0.2
LARGEST_WINDOW_PX = 1008


@pytest.fixture
def orthophoto(tmp_path):
    """A GeoTIFF of 140 m by 140 m in UTM with known colours."""
    affine = (500_000.0, GSD_M, 0, 5_250_000.0, 0, -GSD_M)
    bands = pictures.analytic_bands(affine, PIXELS, PIXELS, UTM, UTM)
    return pictures.write_tif(tmp_path / "ortho.tif", bands, affine, UTM)


def inner_grid(side_px=400):
    """Pixels inside the orthophoto."""
    return MetricGrid(UTM, 500_030.0, 5_249_970.0, 2.5 / 14, side_px, side_px)


def imagery_of(layer):
    """The layer as the worker gets it."""
    return RasterImagery.from_layer(layer, QgsCoordinateTransformContext())


def expected(grid):
    """What a perfect reader returns."""
    affine = (grid.west_m, grid.spacing_m, 0, grid.north_m, 0, -grid.spacing_m)
    return pictures.ground_colour(*pictures.coordinates(affine, grid.rows, grid.cols))


def converted(kind, orthophoto, folder):
    """The orthophoto in another container: (source, provider)."""
    target = str(folder / "converted")
    if kind == "cog":
        gdal.Translate(f"{target}.tif", str(orthophoto), format="COG")
        return f"{target}.tif", "gdal"
    if kind == "vrt":
        gdal.BuildVRT(f"{target}.vrt", [str(orthophoto)]).FlushCache()
        return f"{target}.vrt", "gdal"
    if kind == "gpkg":
        options = ["TILE_FORMAT=PNG", "RASTER_TABLE=ortho"]
        gdal.Translate(f"{target}.gpkg", str(orthophoto), format="GPKG", creationOptions=options)
        return f"GPKG:{target}.gpkg:ortho", "gdal"
    gdal.Translate(
        f"{target}.mbtiles", str(orthophoto), format="MBTILES", creationOptions=["TILE_FORMAT=PNG"]
    )
    if kind == "mbtiles":
        return f"{target}.mbtiles", "gdal"
    return f"type=mbtiles&url=file://{target}.mbtiles", "wms"


@pytest.mark.parametrize("kind", ["tif", "cog", "vrt", "gpkg", "mbtiles", "mbtiles tiles"])
def test_every_container_gives_the_same_ground(qgis_app, orthophoto, tmp_path, kind):
    """MBTiles, which GDAL resamples to Web Mercator, to about a pixel of its zoom level."""
    source, provider = (
        (str(orthophoto), "gdal") if kind == "tif" else converted(kind, orthophoto, tmp_path)
    )
    layer = QgsRasterLayer(source, kind, provider)
    facts = check_raster(layer)
    assert facts.gsd_m == pytest.approx(GSD_M, rel=0.35) and not facts.wide and not facts.remote
    imagery, grid = imagery_of(layer), inner_grid()
    window = imagery.read(grid)
    assert window.covered.all() and imagery.missing_tiles == 0
    off = np.abs(window.rgb - expected(grid))
    assert off.max() <= 2.0 if "mbtiles" not in kind else off.mean() <= 2.5


def test_holes_in_a_file_of_tiles_are_no_missing_tiles(qgis_app, orthophoto, tmp_path):
    """Nobody can fetch them."""
    source, provider = converted("mbtiles tiles", orthophoto, tmp_path)
    with sqlite3.connect(tmp_path / "converted.mbtiles") as database:
        database.execute("DELETE FROM tiles WHERE rowid % 2 = 0")
    imagery = imagery_of(QgsRasterLayer(source, "holes", provider))
    covered = imagery.read(inner_grid()).covered
    assert 0.0 < covered.mean() < 1.0 and imagery.missing_tiles == 0


LAMBERT = "+proj=lcc +lat_1=47 +lat_2=49 +lat_0=48 +lon_0=9 +x_0=1000 +y_0=5000 +ellps=bessel"
WORLD = {
    "Lambert 93": ("EPSG:2154", 2.35, 48.85),
    "a Lambert of one's own": (LAMBERT, 9.1, 48.1),
    "Lambert equal area": ("EPSG:3035", 24.9, 60.2),
    "polar": ("EPSG:3413", -45.0, 72.0),
    "polar, in a polar grid": ("EPSG:3995", 20.0, 85.0),
    "web mercator far north": ("EPSG:3857", 18.9, 69.6),
    "degrees far north": ("EPSG:4326", 18.9, 69.6),
}


@pytest.mark.parametrize("turn_deg", [0, 30])
@pytest.mark.parametrize("place", WORLD)
def test_every_coordinate_system(raster_layer, place, turn_deg):
    """Also turned within it; the picture lies where the ground is, and has its size."""
    crs, lon, lat = WORLD[place]
    metric = utm_crs(lon, lat)
    to_crs = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    to_metric = Transformer.from_crs("EPSG:4326", metric, always_xy=True)
    x, y = to_crs.transform(lon, lat)
    east, north = to_metric.transform(lon, lat)
    corners = Transformer.from_crs(metric, crs, always_xy=True).transform(
        [east, east + 1.0, east], [north, north, north - 1.0]
    )
    (x0, x1, x2), (y0, y1, y2) = corners
    cos, sin = 0.2 * math.cos(math.radians(turn_deg)), 0.2 * math.sin(math.radians(turn_deg))
    if turn_deg:
        a, b, d, e = x1 - x0, x2 - x0, y1 - y0, y2 - y0
        steps = (cos * a + sin * b, cos * b - sin * a, cos * d + sin * e, cos * e - sin * d)
    else:
        size_x = 0.2 * math.hypot(x1 - x0, x2 - x0)
        steps = (size_x, 0.0, 0.0, -0.2 * math.hypot(y1 - y0, y2 - y0))
    half = PIXELS / 2
    affine = (
        x - half * (steps[0] + steps[1]),
        *steps[:2],
        y - half * (steps[2] + steps[3]),
        *steps[2:],
    )
    bands = pictures.analytic_bands(affine, PIXELS, PIXELS, crs, metric)
    layer = raster_layer(bands, affine, crs)
    assert check_raster(layer).gsd_m == pytest.approx(0.2, rel=0.03)
    grid = MetricGrid(metric, east - 30.0, north + 30.0, 0.2, 300, 300)
    window = imagery_of(layer).read(grid)
    assert window.covered.all()
    tolerance = 5.0 if turn_deg else 2.5  # QGIS turns with the nearest pixel
    assert np.abs(window.rgb - expected(grid)).max() <= tolerance


@pytest.mark.parametrize("crs", [UTM, "EPSG:32633", "EPSG:4326", "EPSG:3857"])
def test_a_part_reads_as_in_the_whole(raster_layer, crs):
    """To the bit: codes must not depend on how a grid was cut."""
    lon, lat = 9.0, 47.4
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
    _, up = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat + 1e-4)
    step = GSD_M * (up - y) / 11.12
    rng = np.random.default_rng(5)
    bands = rng.integers(0, 256, (3, PIXELS, PIXELS), dtype=np.uint8)
    affine = (x - 350 * step, step, 0, y + 350 * step, 0, -step)
    imagery = imagery_of(raster_layer(bands, affine, crs))
    east, north = Transformer.from_crs("EPSG:4326", UTM, always_xy=True).transform(lon, lat)
    pixel_m = 2.5 / 14
    west, top = math.floor(east / 2.5) * 2.5 - 40.0, math.floor(north / 2.5) * 2.5 + 40.0
    whole = imagery.read(MetricGrid(UTM, west, top, pixel_m, 448, 448))
    for row, col, size in ((0, 0, 224), (112, 224, 224), (14, 28, 70), (300, 301, 147)):
        part = imagery.read(
            MetricGrid(UTM, west + col * pixel_m, top - row * pixel_m, pixel_m, size, size)
        )
        cut = (slice(row, row + size), slice(col, col + size))
        assert np.array_equal(part.rgb, whole.rgb[cut])
        assert np.array_equal(part.covered, whole.covered[cut])


@pytest.mark.parametrize("gsd_m", [0.02, 0.1, 0.2, 0.5])
@pytest.mark.parametrize("crs", [UTM, "EPSG:32633"])
def test_no_request_grows_with_the_raster(qgis_app, tmp_path, monkeypatch, crs, gsd_m):
    """Of 10 gigapixels at most twice the pixels a side are asked for that the window has."""
    side = 100_000
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(9.0, 47.4)
    source = pictures.write_tif(
        tmp_path / "small.tif",
        np.full((3, 100, 100), 90, np.uint8),
        (x, gsd_m, 0, y, 0, -gsd_m),
        crs,
    )
    shape = {"outputBounds": (x, y - side * gsd_m, x + side * gsd_m, y)}
    gdal.BuildVRT(str(tmp_path / "large.vrt"), [str(source)], **shape).FlushCache()
    layer = QgsRasterLayer(str(tmp_path / "large.vrt"), "large")
    assert layer.width() == layer.height() == side
    asked = []
    read = PictureSource.read

    def watched(self, extent, cols, rows):
        asked.append((cols, rows))
        return read(self, extent, cols, rows)

    monkeypatch.setattr(PictureSource, "read", watched)
    east, north = Transformer.from_crs(crs, UTM, always_xy=True).transform(
        x + side * gsd_m / 2, y - side * gsd_m / 2
    )
    pixels = LARGEST_WINDOW_PX
    imagery_of(layer).read(MetricGrid(UTM, east, north, 2.5 / 14, pixels, pixels))
    [(cols, rows)] = asked
    assert max(cols, rows) <= 2 * pixels * 1.1


def test_blank_places():
    """A collar, not a roof; every colour from servers; the fringe of a blank place with it."""
    rng = np.random.default_rng(2)
    picture = rng.integers(1, 255, (600, 500, 4), dtype=np.uint8)
    picture[..., 3] = 255
    assert not blank_pixels(picture, from_server=True).any()
    collar = picture.copy()
    collar[:, :201, :3] = 0
    found = blank_pixels(collar, from_server=False)
    assert found[:, :201].all() and not found[:, 201:].any()
    roof = picture.copy()
    roof[100:300, 100:300, :3] = 255
    assert not blank_pixels(roof, from_server=False).any()
    assert blank_pixels(roof, from_server=True)[100:300, 100:300].all()
    grey = picture.copy()
    grey[:, 200:, :3] = (200, 10, 90)
    assert not blank_pixels(grey, from_server=False).any()
    assert blank_pixels(grey, from_server=True)[:, 200:].all()
    nothing = np.zeros_like(picture)
    assert not blank_pixels(nothing, from_server=True).any()
