"""GDAL's cache of raster blocks, kept small while a raster is read once from end to end."""

from contextlib import contextmanager
from typing import Iterator

from osgeo import gdal

ENOUGH_BYTES = 32 * 1024 * 1024


@contextmanager
def small_block_cache() -> Iterator[None]:
    """Keep at most `ENOUGH_BYTES` of blocks meanwhile.

    By default GDAL keeps 5 % of the machine's memory. Indexing meets a block again only in the
    next window, so a larger cache would make memory grow with the raster and save no time.
    """
    before_bytes = gdal.GetCacheMax()
    gdal.SetCacheMax(min(before_bytes, ENOUGH_BYTES))
    try:
        yield
    finally:
        gdal.SetCacheMax(before_bytes)
