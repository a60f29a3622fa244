"""Which rasters are accepted, how they are measured, and the sentences of the refusals."""

import numpy as np
import pytest
from qgis.core import (
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
    QgsVectorLayer,
)

from plugin.engine.errors import SkymatchError
from plugin.imagery.check import check_raster
from plugin.imagery.stamp import imagery_stamp, without_secrets

UTM = "EPSG:32632"
AFFINE = (500000, 0.2, 0, 5000000, 0, -0.2)
GREY = np.full((3, 50, 60), 90, np.uint8)


def refusal(layer):
    """The sentence with which a layer is refused."""
    with pytest.raises(SkymatchError) as caught:
        check_raster(layer)
    return str(caught.value)


def test_facts_of_an_orthophoto(raster_layer):
    """Ground metres: the UTM scale of 0.9996 is undone."""
    facts = check_raster(raster_layer(GREY, AFFINE, UTM))
    assert facts.gsd_m == pytest.approx(0.2 / 0.9996, rel=1e-4)
    assert (facts.lon, facts.grid_crs) == (pytest.approx(9.0, abs=1e-3), UTM)
    assert (facts.size.cols, facts.size.rows) == (60, 50)
    assert not facts.remote and not facts.wide


@pytest.mark.parametrize(
    ("crs", "affine", "gsd_m"),
    [
        ("EPSG:3857", (2771856, 0.4, 0, 8437000, 0, -0.4), 0.4 * 0.4977),
        ("EPSG:4326", (24.9, 4e-6, 0, 60.2, 0, -2e-6), 2e-6 * 111_414),
        ("EPSG:2263", (990000, 0.5, 0, 200000, 0, -0.5), 0.5 * 0.3048),
        (UTM, (500000, 0.3, 0.1, 5000000, 0.1, -0.3), np.hypot(0.3, 0.1)),
    ],
)
def test_resolution_is_measured_on_the_ground(raster_layer, crs, affine, gsd_m):
    """In degrees, in feet, in Mercator metres at 60 N, and along the rows of a turned raster."""
    assert check_raster(raster_layer(GREY, affine, crs)).gsd_m == pytest.approx(gsd_m, rel=3e-3)


def test_no_crs(raster_layer):
    """Nobody can tell where it lies."""
    layer = raster_layer(GREY, AFFINE, None)
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert "no coordinate system" in refusal(layer) and "Set" in refusal(layer)


def test_too_coarse_names_the_resolution(raster_layer):
    """The measured one and the one that is needed."""
    sentence = refusal(raster_layer(GREY, (500000, 1.0, 0, 5000000, 0, -1.0), UTM))
    assert "1 m" in sentence and "0.6 m" in sentence


def test_measured_values_are_no_picture(raster_layer):
    """An elevation model: the sentence says how a picture is made."""
    sentence = refusal(raster_layer(np.zeros((1, 50, 60), np.float32), AFFINE, UTM))
    assert "not an RGB picture" in sentence and "Translate" in sentence
    sentence = refusal(raster_layer(np.zeros((1, 50, 60), np.uint16), AFFINE, UTM))
    assert "not an RGB picture" in sentence


def test_one_band_of_many_asks_for_multiband_colour(raster_layer):
    """The layer could show a picture; its style does not."""
    layer = raster_layer(GREY, AFFINE, UTM)
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 1)
    renderer.setContrastEnhancement(QgsContrastEnhancement(layer.dataProvider().dataType(1)))
    layer.setRenderer(renderer)
    assert "Multiband color" in refusal(layer)


def test_one_band_of_bytes_is_a_black_and_white_picture(raster_layer):
    """Historical orthophotos are."""
    assert check_raster(raster_layer(GREY[:1], AFFINE, UTM)).gsd_m < 0.21


def test_what_is_no_raster(qgis_app, tmp_path):
    """Nothing, a vector layer, a file that is gone."""
    assert "Choose a raster layer" in refusal(None)
    assert "Choose a raster layer" in refusal(QgsVectorLayer("Point", "points", "memory"))
    assert "cannot be opened" in refusal(QgsRasterLayer(str(tmp_path / "gone.tif"), "gone"))


def test_off_the_earth(raster_layer):
    """Metres declared as degrees."""
    assert "does not lie on the Earth" in refusal(raster_layer(GREY, AFFINE, "EPSG:4326"))


def test_tile_servers_have_no_resolution_of_their_own(qgis_app):
    """They pass, and need an extent."""
    layer = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "tiles", "wms"
    )
    facts = check_raster(layer)
    assert facts.remote and facts.wide and facts.gsd_m == 0.0


def test_real_rasters(shared_data, qgis_app):
    """A 0.1 m forest passes; 5 m NAIP and floats in degrees are refused for the right reason."""
    folder = shared_data("real-rasters")
    forest = check_raster(QgsRasterLayer(str(folder / "forest_01m_utm17.tif"), "forest"))
    assert forest.gsd_m == pytest.approx(0.1, rel=0.01) and forest.grid_crs == "EPSG:32617"
    assert "5 m" in refusal(QgsRasterLayer(str(folder / "naip_5m_utm14.tif"), "naip"))
    floats = QgsRasterLayer(str(folder / "float_geographic.tif"), "floats")
    assert "not an RGB picture" in refusal(floats)


def test_the_stamp_notices_a_change_and_nothing_else(raster_layer):
    """Same file, same stamp, whatever the style; written again, another."""
    layer = raster_layer(GREY, AFFINE, UTM)
    stamp = imagery_stamp(layer)
    layer.renderer().setOpacity(0.5)
    layer.setName("other name")
    assert imagery_stamp(layer) == stamp
    assert imagery_stamp(raster_layer(GREY + 1, AFFINE, UTM)) != stamp


@pytest.mark.parametrize(
    "secret",
    [
        "type=xyz&url=https://tiles.example.org/{z}/{x}/{y}.png&password=hunter2&zmax=19",
        "url=https://example.org/wms?layers=a%26apikey=hunter2&authcfg=hunter2",
        "url=https://me:hunter2@example.org/wms&username=hunter2",  # pragma: allowlist secret
        "dbname='a' user='hunter2' password='hunter2' table=x",  # pragma: allowlist secret
        "url=https://example.org/{z}?access_token=hunter2&zmax=19",
        "type=xyz&http-header:Authorization=hunter2&url=https://example.org",
    ],
)
def test_credentials_are_no_part_of_the_identity(secret):
    """Neither shown nor hashed."""
    assert "hunter2" not in without_secrets(secret)
    assert "example.org" in without_secrets(secret) or "table=x" in without_secrets(secret)
