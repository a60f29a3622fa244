"""Rasters whose colour tells where on the ground a pixel lies, in any CRS."""

from pathlib import Path
from typing import Callable

import numpy as np
import pytest
from osgeo import gdal, osr
from pyproj import CRS, Transformer
from qgis.core import QgsRasterLayer

WAVE_M = 40.0


def ground_colour(x_m, y_m):
    """RGB (…, 3) float of metric coordinates: smooth waves, different in every band."""
    x, y = np.asarray(x_m) / WAVE_M, np.asarray(y_m) / WAVE_M
    waves = [np.sin(2 * np.pi * x), np.cos(2 * np.pi * y), np.sin(2 * np.pi * (x + y) + 1.0)]
    return np.stack([127.5 + 100.0 * wave for wave in waves], axis=-1)


def write_tif(path, bands, affine, crs, nodata=None, alpha=None, options=()):
    """A GeoTIFF of (bands, rows, cols) with a geotransform and a CRS (None for none)."""
    count = len(bands) + (alpha is not None)
    kinds = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}
    kind = kinds[str(bands.dtype)]
    interpretation = ["PHOTOMETRIC=RGB"] if len(bands) == 3 else []
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), bands.shape[2], bands.shape[1], count, kind, [*interpretation, *options]
    )
    dataset.SetGeoTransform(list(affine))
    if crs is not None:
        reference = osr.SpatialReference()
        reference.ImportFromWkt(CRS.from_user_input(crs).to_wkt("WKT1_GDAL"))
        dataset.SetProjection(reference.ExportToWkt())
    for number, band in enumerate(bands, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    if alpha is not None:
        dataset.GetRasterBand(count).WriteArray(alpha)
        dataset.GetRasterBand(count).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset.FlushCache()
    return Path(path)


def coordinates(affine, rows, cols):
    """CRS coordinates (x, y) of all pixel centres of a geotransform."""
    j, i = np.meshgrid(np.arange(cols) + 0.5, np.arange(rows) + 0.5)
    x = affine[0] + j * affine[1] + i * affine[2]
    y = affine[3] + j * affine[4] + i * affine[5]
    return x, y


def analytic_bands(affine, rows, cols, crs, metric_crs):
    """(3, rows, cols) uint8 whose colours are `ground_colour` of the pixel centres."""
    x, y = coordinates(affine, rows, cols)
    transformer = Transformer.from_crs(crs, metric_crs, always_xy=True)
    colour = ground_colour(*transformer.transform(x, y))
    return np.rint(np.moveaxis(colour, -1, 0)).astype(np.uint8)


@pytest.fixture
def raster_layer(qgis_app, tmp_path) -> Callable[..., QgsRasterLayer]:
    """Makes a layer of a GeoTIFF written by `write_tif`."""

    def make(bands, affine, crs, **more) -> QgsRasterLayer:
        path = write_tif(tmp_path / "raster.tif", bands, affine, crs, **more)
        layer = QgsRasterLayer(str(path), "raster")
        assert layer.isValid()
        return layer

    return make
