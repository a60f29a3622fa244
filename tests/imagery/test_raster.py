"""Reading any raster on a metric grid, checked against pictures that are known in closed form."""

import importlib.util
import math
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Transformer
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from plugin.engine.errors import Cancelled, SkymatchError
from plugin.engine.grid import MetricGrid, utm_crs
from plugin.imagery.raster import RasterImagery

_spec = importlib.util.spec_from_file_location(
    "imagery_pictures", Path(__file__).with_name("conftest.py")
)
pictures = importlib.util.module_from_spec(_spec)
sys.modules["imagery_pictures"] = pictures
_spec.loader.exec_module(pictures)

CUSTOM = "+proj=lcc +lat_1=47 +lat_2=49 +lat_0=48 +lon_0=9 +x_0=1000 +y_0=5000 +ellps=bessel"
PLACES = {
    "geographic": ("EPSG:4326", 8.55, 47.37),
    "geographic at 60 N": ("EPSG:4326", 24.9, 60.2),
    "web mercator at 60 N": ("EPSG:3857", 24.9, 60.2),
    "utm": ("EPSG:32632", 8.55, 47.37),
    "utm of the next zone": ("EPSG:32633", 8.55, 47.37),
    "us feet": ("EPSG:2263", -73.97, 40.78),
    "no authority": (CUSTOM, 9.1, 48.1),
    "south": ("EPSG:4326", 149.1, -35.3),
    "antimeridian, zone 1": ("EPSG:4326", -179.9999, 65.0),
    "antimeridian, zone 60": ("EPSG:4326", 179.9999, 65.0),
    "antimeridian, mercator": ("EPSG:3857", 179.9999, -17.0),
}


def affine_around(crs, lon, lat, gsd_m, pixels, turn_deg=0.0):
    """A geotransform of that ground resolution, square pixels, centred on a place."""
    transformer = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    x, y = transformer.transform(lon, lat)
    _, y_up = transformer.transform(lon, lat + 1e-5)
    unit = abs(y_up - y) / (1e-5 * 111_200.0)  # CRS units per metre northwards
    step, turn = gsd_m * unit, math.radians(turn_deg)
    a, b = step * math.cos(turn), step * math.sin(turn)
    west = x - (a * pixels + b * pixels) / 2
    north = y - (b * pixels - a * pixels) / 2
    return west, a, b, north, b, -a


def grid_at(lon, lat, side_px, gsd_m, crs=None):
    """A pixel grid centred on a place."""
    crs = crs or utm_crs(lon, lat)
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
    half = side_px * gsd_m / 2
    return MetricGrid(crs, x - half, y + half, gsd_m, side_px, side_px)


def imagery_of(layer):
    """The layer as the worker gets it."""
    return RasterImagery.from_layer(layer, QgsProject.instance().transformContext())


def expected(grid):
    """What a perfect reader returns."""
    affine = (grid.west_m, grid.spacing_m, 0, grid.north_m, 0, -grid.spacing_m)
    return pictures.ground_colour(*pictures.coordinates(affine, grid.rows, grid.cols))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("raster_gsd_m", [0.1, 0.25, 0.5])
def test_colours_lie_where_they_belong(raster_layer, place, raster_gsd_m):
    """In every CRS, from finer and coarser rasters, within 5 cm on the ground."""
    crs, lon, lat = PLACES[place]
    grid = grid_at(lon, lat, 150, 0.25)
    pixels = int(120 / raster_gsd_m)
    affine = affine_around(crs, lon, lat, raster_gsd_m, pixels)
    bands = pictures.analytic_bands(affine, pixels, pixels, crs, grid.crs)
    layer = raster_layer(bands, affine, crs)
    window = imagery_of(layer).read(grid)
    # 5 cm are 5 / 4000 of a wave: 0.8 steps of 255. Half a step is rounding, the rest the
    # flattening of a wave by a linear interpolation over 0.5 m.
    assert window.covered.all()
    assert np.abs(window.rgb - expected(grid)).max() <= 2.0


@pytest.mark.parametrize("turn_deg", [10, 45, 90, 180, 275])
def test_a_turned_raster_is_read_where_it_lies(raster_layer, turn_deg):
    """Its corners outside are not covered, though QGIS paints them black."""
    crs, lon, lat = PLACES["utm"]
    affine = affine_around(crs, lon, lat, 0.2, 300, turn_deg)
    layer = raster_layer(pictures.analytic_bands(affine, 300, 300, crs, crs), affine, crs)
    grid = grid_at(lon, lat, 400, 0.25)
    window = imagery_of(layer).read(grid)
    # QGIS turns with the nearest pixel: up to 0.14 m off, 3.1 steps of 255, and its own rounding.
    assert np.abs(window.rgb - expected(grid))[window.covered].max() <= 4.0
    assert window.covered.sum() * 0.25**2 == pytest.approx(58.8**2, rel=0.01)
    assert not window.covered[0, 0]


def test_bytes_without_stretch_come_back_exactly(raster_layer):
    """On the raster's own pixels, to the bit."""
    bands = np.random.default_rng(0).integers(0, 256, (3, 200, 220), dtype=np.uint8)
    layer = raster_layer(bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632")
    grid = MetricGrid("EPSG:32632", 500004.0, 4999994.0, 0.2, 100, 120)
    window = imagery_of(layer).read(grid)
    assert np.array_equal(window.rgb, np.moveaxis(bands, 0, -1)[30:130, 20:140])
    assert window.covered.all()


def test_the_raster_ends_where_it_ends(raster_layer):
    """Ground outside is not covered, to the pixel; all of it outside is no error."""
    layer = raster_layer(
        np.full((3, 100, 100), 77, np.uint8), (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632"
    )
    grid = MetricGrid("EPSG:32632", 499990.0, 5000010.0, 0.2, 200, 200)
    window = imagery_of(layer).read(grid)
    inside = np.zeros((200, 200), bool)
    inside[50:150, 50:150] = True
    assert np.array_equal(window.covered, inside)
    assert (window.rgb[inside] == 77).all() and (window.rgb[~inside] == 0).all()
    away = MetricGrid("EPSG:32632", 600000.0, 5000010.0, 0.2, 20, 20)
    assert not imagery_of(layer).read(away).covered.any()


@pytest.mark.parametrize("how", ["nodata", "alpha"])
def test_holes_are_not_covered(raster_layer, how):
    """Whether they are a nodata value or an alpha band; colours beside them are not darkened."""
    bands = np.full((3, 100, 100), 200, np.uint8)
    hole = np.zeros((100, 100), bool)
    hole[40:60, 30:70] = True
    if how == "nodata":
        bands[:, hole] = 0
        more = {"nodata": 0}
    else:
        more = {"alpha": np.where(hole, 0, 255).astype(np.uint8)}
    layer = raster_layer(bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632", **more)
    grid = MetricGrid("EPSG:32632", 500000.03, 4999999.93, 0.2, 99, 99)
    window = imagery_of(layer).read(grid)
    assert np.array_equal(window.covered, ~hole[:99, :99])
    assert (window.rgb[window.covered] == 200).all()


def test_half_transparent_layers_keep_their_colours(raster_layer):
    """The opacity of a layer is how it is drawn, not what it shows."""
    layer = raster_layer(
        np.full((3, 50, 50), 180, np.uint8), (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632"
    )
    layer.renderer().setOpacity(0.3)
    window = imagery_of(layer).read(MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.2, 50, 50))
    assert window.covered.all() and (window.rgb == 180).all()
    assert layer.renderer().opacity() == pytest.approx(0.3)


def test_16_bits_take_the_contrast_of_the_layer(raster_layer):
    """The stretch that the user sees: monotonous, and over the whole range."""
    ramp = np.linspace(1000, 9000, 200).astype(np.uint16)
    bands = np.broadcast_to(ramp, (3, 200, 200)).copy()
    layer = raster_layer(bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632")
    window = imagery_of(layer).read(MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.2, 200, 200))
    row = window.rgb[100, :, 0].astype(int)
    assert (np.diff(row) >= 0).all() and row[0] < 10 and row[-1] > 245


def test_band_choice_of_the_layer_counts(raster_layer):
    """Infrared first, as many surveys deliver it."""
    bands = np.stack([np.full((50, 50), value, np.uint8) for value in (10, 20, 30, 40)])
    layer = raster_layer(
        bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632", options=["ALPHA=NO"]
    )
    for setter, band in (("setRedBand", 4), ("setGreenBand", 3), ("setBlueBand", 2)):
        getattr(layer.renderer(), setter)(band)
    window = imagery_of(layer).read(MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.2, 50, 50))
    assert (window.rgb == [40, 30, 20]).all()


def test_much_finer_rasters_are_averaged(raster_layer):
    """A chequerboard of 5 cm is grey at 25 cm, not a moiré."""
    board = (np.indices((600, 600)).sum(axis=0) % 2 * 255).astype(np.uint8)
    layer = raster_layer(np.stack([board] * 3), (500000, 0.05, 0, 5000000, 0, -0.05), "EPSG:32632")
    grid = MetricGrid("EPSG:32632", 500002.0, 4999998.0, 0.25, 80, 80)
    window = imagery_of(layer).read(grid)
    assert np.abs(window.rgb.astype(int) - 127).max() <= 12


def test_a_large_raster_is_read_in_parts(qgis_app, tmp_path):
    """A window of a 10-gigapixel raster takes no more than its own pixels."""
    path = tmp_path / "large.tif"
    dataset = pictures.gdal.GetDriverByName("GTiff").Create(
        str(path), 100_000, 100_000, 3, pictures.gdal.GDT_Byte, ["SPARSE_OK=TRUE", "TILED=YES"]
    )
    dataset.SetGeoTransform([500000, 0.2, 0, 5000000, 0, -0.2])
    reference = pictures.osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(np.full((500, 500), 50, np.uint8), 50_000, 50_000)
    dataset = None
    layer = QgsRasterLayer(str(path), "large")
    grid = MetricGrid("EPSG:32632", 510000.0, 4990000.0, 0.2, 500, 500)
    window = imagery_of(layer).read(grid)
    assert (window.rgb[..., 0] == 50).all() and (window.rgb[..., 1] == 0).all()


def test_a_raster_around_the_world_is_read_across_the_antimeridian(raster_layer):
    """Both halves of a grid that straddles it, from the two ends of the raster."""
    columns = np.arange(3600) * 255 // 3599
    bands = np.broadcast_to(columns.astype(np.uint8), (3, 1800, 3600)).copy()
    layer = raster_layer(bands, (-180, 0.1, 0, 90, 0, -0.1), "EPSG:4326")
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32601", always_xy=True).transform(180.0, 10.0)
    grid = MetricGrid("EPSG:32601", x - 50_000, y + 50_000, 1000.0, 100, 100)
    window = imagery_of(layer).read(grid)
    assert window.covered[:, :48].all() and window.covered[:, 52:].all()
    assert (window.rgb[:, :48] > 250).all() and (window.rgb[:, 52:] < 5).all()


@pytest.fixture
def wave_layer(raster_layer):
    """A layer of 100 m by 100 m with known colours."""
    affine = (500000, 0.2, 0, 5000000, 0, -0.2)
    bands = pictures.analytic_bands(affine, 500, 500, "EPSG:32632", "EPSG:32632")
    return raster_layer(bands, affine, "EPSG:32632")


@given(shift_x=st.floats(-20, 20), shift_y=st.floats(-20, 20), gsd_m=st.floats(0.15, 0.6))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_offset_and_resolution_reads_the_same_ground(wave_layer, shift_x, shift_y, gsd_m):
    """Grids between the raster's pixels, finer and coarser than it."""
    grid = MetricGrid("EPSG:32632", 500030 + shift_x, 4999970 + shift_y, gsd_m, 50, 50)
    window = imagery_of(wave_layer).read(grid)
    assert window.covered.all()
    assert np.abs(window.rgb - expected(grid)).max() <= 2.0


def test_the_layer_is_left_as_it_was(raster_layer):
    """No setting of the user's layer changes."""
    layer = raster_layer(
        np.full((3, 50, 50), 1, np.uint8), (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632"
    )

    def state():
        document = QDomDocument()
        element = document.createElement("layer")
        document.appendChild(element)
        layer.writeLayerXml(element, document, QgsReadWriteContext())
        return document.toString()

    before = state()
    imagery_of(layer).read(MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.5, 20, 20))
    assert state() == before
    assert not layer.dataProvider().isProviderResamplingEnabled()


def test_an_unreachable_tile_server_is_missing_not_black(qgis_app):
    """Nothing listens at that port: not covered, counted, and given up on soon."""
    layer = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "tiles", "wms"
    )
    imagery = RasterImagery.from_layer(layer, QgsCoordinateTransformContext())
    window = imagery.read(grid_at(8.55, 47.37, 300, 0.25))
    assert not window.covered.any()
    assert imagery.missing_tiles >= 1


def test_reading_in_a_worker_thread(raster_layer):
    """What the main thread prepared, another thread reads."""
    bands = np.full((3, 50, 50), 60, np.uint8)
    layer = raster_layer(bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632")
    imagery = imagery_of(layer)
    windows = []
    grid = MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.2, 50, 50)
    worker = threading.Thread(target=lambda: windows.append(imagery.read(grid)))
    worker.start()
    worker.join()
    assert (windows[0].rgb == 60).all() and windows[0].covered.all()


def test_a_file_cut_off_is_an_error_not_a_black_picture(qgis_app, tmp_path):
    """The sentence names the layer."""
    bands = np.random.default_rng(1).integers(1, 256, (3, 400, 400), dtype=np.uint8)
    path = pictures.write_tif(
        tmp_path / "cut.tif", bands, (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632"
    )
    path.write_bytes(path.read_bytes()[: 200 * 400 * 3])
    layer = QgsRasterLayer(str(path), "cut")
    if not layer.isValid():
        pytest.skip("this GDAL does not open the file at all")
    imagery = imagery_of(layer)
    with pytest.raises(SkymatchError, match="cut cannot be read"):
        imagery.read(MetricGrid("EPSG:32632", 500000.0, 4999940.0, 0.2, 90, 90))


def test_stopping_ends_a_read(raster_layer):
    """From any thread, with Cancelled."""
    layer = raster_layer(
        np.full((3, 50, 50), 1, np.uint8), (500000, 0.2, 0, 5000000, 0, -0.2), "EPSG:32632"
    )
    imagery = imagery_of(layer)
    imagery.stop()
    with pytest.raises(Cancelled):
        imagery.read(MetricGrid("EPSG:32632", 500000.0, 5000000.0, 0.2, 20, 20))
