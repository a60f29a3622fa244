"""GDAL's block cache stays small while indexing and is as before afterwards."""

import pytest
from osgeo import gdal

from plugin.imagery.block_cache import ENOUGH_BYTES, small_block_cache


@pytest.fixture(autouse=True)
def cache():
    before = gdal.GetCacheMax()
    yield
    gdal.SetCacheMax(before)


@pytest.mark.parametrize(("before", "meanwhile"), [(10 * ENOUGH_BYTES, ENOUGH_BYTES), (5e6, 5e6)])
def test_small_meanwhile_and_as_before_afterwards(before, meanwhile):
    gdal.SetCacheMax(int(before))
    with pytest.raises(ValueError, match="stop"), small_block_cache():
        assert gdal.GetCacheMax() == meanwhile
        raise ValueError("stop")
    assert gdal.GetCacheMax() == before


def test_reading_a_large_raster_does_not_fill_more_than_that(tmp_path):
    path = str(tmp_path / "large.tif")
    side = 6000
    made = gdal.GetDriverByName("GTiff").Create(
        path, side, side, 3, options=["TILED=YES", "COMPRESS=DEFLATE"]
    )
    made = None  # closes and writes it
    gdal.SetCacheMax(20 * ENOUGH_BYTES)
    raster = gdal.Open(path)
    with small_block_cache():
        for row in range(0, side, 500):
            raster.ReadAsArray(0, row, side, 500)
        used_bytes = gdal.GetCacheUsed()
    del made
    assert 0 < used_bytes <= ENOUGH_BYTES
