"""A private copy of a layer's provider and renderer: pixels as the user sees them, as an array."""

import time
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsProviderRegistry,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QThread

from ..engine.errors import Cancelled, SkymatchError
from .blank import Pixels, absent_tiles, blank_pixels
from .replies import ReplyWatch
from .tile_pixels import copy_of_provider

TILE_PROVIDERS = frozenset({"wms", "wcs", "arcgismapserver"})
TILE_FILE = "type=mbtiles"
TRIES = 3
PAUSE_S = 0.5
PATIENCE_READS = 3
NO_LIMIT = 1e6


@dataclass(frozen=True)
class Rotated:
    """A raster as it lies in its file.

    Attributes:
        affine: GDAL geotransform, six numbers.
        cols, rows: in pixels.
    """

    affine: Tuple[float, ...]
    cols: int
    rows: int


@dataclass(frozen=True)
class SourceSize:
    """Extent and size of a raster.

    Attributes:
        west, south, east, north: in the raster's CRS units.
        cols, rows: in pixels; 0 when the source has no pixels of its own (tiles, map servers).
        rotated: of a raster whose rows do not run east, which QGIS shows turned north-up with
            black corners; None for all others.
        pixel_sizes: of tiles, at every zoom level, the finest first, in the raster's CRS units;
            empty for all others.
    """

    west: float
    south: float
    east: float
    north: float
    cols: int
    rows: int
    rotated: Optional[Rotated] = None
    pixel_sizes: Tuple[float, ...] = ()


class PictureSource:
    """Reads the picture of one layer. Made in the main thread, then used in one other thread.

    Attributes:
        missing_tiles: tiles that a server did not deliver so far, though it may have them.
    """

    def __init__(self, layer: QgsRasterLayer) -> None:
        self.name = layer.name()
        self.size = size_of(layer)
        self.remote = is_remote(layer)
        self.missing_tiles = 0
        self._provider, self._finer = copy_of_provider(layer)
        self._renderer: QgsRasterRenderer = layer.renderer().clone()
        self._renderer.setInput(self._provider)
        self._renderer.setOpacity(1.0)
        self._feedback = QgsRasterBlockFeedback()
        self._watch = ReplyWatch()
        self._unanswered_reads = 0
        # of tiles QGIS 3.40 paints nothing the first time when it is told to resample them
        if self._renderer.type() != "paletted" and not is_tiled(layer):
            average_when_zoomed_out(self._provider)
        self._provider.moveToThread(None)

    def stop(self) -> None:
        """Let a read that waits for the network end soon. May be called from any thread."""
        self._feedback.cancel()

    def read(self, extent: QgsRectangle, cols: int, rows: int) -> Pixels:
        """The picture in an extent.

        Returns:
            (rows, cols, 4) uint8: red, green, blue premultiplied with alpha, alpha. Large plain
            areas, which stand for nodata in many rasters, are transparent, see `blank_pixels`.

        Raises:
            SkymatchError: the file cannot be read there, or the server has fallen silent.
            Cancelled: `stop` was called.
        """
        if self._provider.thread() is None:
            self._provider.moveToThread(QThread.currentThread())
        pixels = (self._fetch if self.remote else self._load)(extent, cols, rows)
        pixels[blank_pixels(pixels, from_server=self.remote)] = 0
        return pixels

    def _load(self, extent: QgsRectangle, cols: int, rows: int) -> Pixels:
        """Read a file."""
        gdal.ErrorReset()
        pixels = self._block(extent, cols, rows)
        failed = pixels is None or gdal.GetLastErrorType() >= gdal.CE_Failure
        if pixels is None or (failed and not pixels[..., 3].any()):
            # QGIS hands out what GDAL could not read as if it were transparent
            raise SkymatchError(
                f"{self.name} cannot be read at {extent.center().toString(2)}. "
                "Check that its file is whole and still there, then run again."
            )
        return pixels

    def _fetch(self, extent: QgsRectangle, cols: int, rows: int) -> Pixels:
        """Read from a server: ask again for what failed, count what stays away."""
        if self._unanswered_reads >= PATIENCE_READS:
            raise SkymatchError(
                f"The server of {self.name} does not answer any more. Check the network connection "
                "and run again later: what is finished is kept."
            )
        pixels = np.zeros((rows, cols, 4), np.uint8)
        for attempt in range(1 if self._unanswered_reads else TRIES):
            self._pause(PAUSE_S * attempt)
            self._watch.start()
            fetched = self._block(extent, cols, rows)
            pixels = pixels if fetched is None else fetched
            self._watch.settle(extent, pixels, self._feedback.isCanceled)
            self._watch.forget_bad_pictures()
            missing = self._missing(pixels)
            if not missing:
                break
        silent = self._watch.unanswered and not pixels[..., 3].any()
        self._unanswered_reads = self._unanswered_reads + 1 if silent else 0
        self.missing_tiles += missing
        return pixels

    def _missing(self, pixels: Pixels) -> int:
        """Tiles that failed in the last read; what the server says it has not is no failure."""
        if not self._watch.seen:
            return absent_tiles(pixels)
        if self._watch.cut_off and blank_pixels(pixels, from_server=True).any():
            return max(1, len(self._watch.failed))
        return len(self._watch.failed)

    def _block(self, extent: QgsRectangle, cols: int, rows: int) -> Optional[Pixels]:
        """One request to the provider; None when it has nothing to give."""
        finer = self._finer
        block = self._renderer.block(1, extent, cols * finer, rows * finer, self._feedback)
        if self._feedback.isCanceled():
            raise Cancelled()
        usable = block is not None and block.isValid() and not block.isEmpty()
        return pixels_of(block, finer) if usable else None

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._feedback.isCanceled():
                raise Cancelled()
            time.sleep(0.05)


def is_tiled(layer: QgsRasterLayer) -> bool:
    """Whether the layer is painted from tiles or maps, without pixels of its own."""
    return layer.providerType() in TILE_PROVIDERS


def is_remote(layer: QgsRasterLayer) -> bool:
    """Whether the layer's pixels come from a server that may be out of reach."""
    return is_tiled(layer) and TILE_FILE not in layer.source()


def size_of(layer: QgsRasterLayer) -> SourceSize:
    """Extent and size of a layer's raster."""
    provider, tiled = layer.dataProvider(), is_tiled(layer)
    extent = provider.extent()
    return SourceSize(
        extent.xMinimum(),
        extent.yMinimum(),
        extent.xMaximum(),
        extent.yMaximum(),
        0 if tiled else provider.xSize(),
        0 if tiled else provider.ySize(),
        _rotated(layer),
        tuple(sorted(provider.nativeResolutions())) if tiled else (),
    )


def average_when_zoomed_out(provider: QgsRasterDataProvider) -> None:
    """Let GDAL average fine pixels into coarse ones, where the provider can."""
    provider.enableProviderResampling(True)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Average)
    provider.setMaxOversampling(NO_LIMIT)


def pixels_of(block: QgsRasterBlock, finer: int = 1) -> Pixels:
    """A block of colours as (rows, cols, 4) uint8, premultiplied RGBA.

    Args:
        finer: of so many pixels by so many the middle one is taken.
    """
    shape = (block.height(), block.width())
    argb = np.frombuffer(bytes(block.data()), np.uint32).reshape(shape)
    argb = argb[finer // 2 :: finer, finer // 2 :: finer]
    pixels = np.stack([(argb >> shift & 255).astype(np.uint8) for shift in (16, 8, 0, 24)], axis=-1)
    if block.dataType() == Qgis.DataType.ARGB32:
        alpha = pixels[..., 3:].astype(np.uint16)
        pixels[..., :3] = ((pixels[..., :3] * alpha + 127) // 255).astype(np.uint8)
    return pixels


def _rotated(layer: QgsRasterLayer) -> Optional[Rotated]:
    if layer.providerType() != "gdal":
        return None
    path = QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("path")
    try:
        dataset = gdal.Open(path) if path else None
    except RuntimeError:  # raised when somebody switched GDAL's exceptions on
        dataset = None
    if dataset is None:
        return None
    affine = tuple(dataset.GetGeoTransform())
    if not affine[2] and not affine[4]:
        return None
    return Rotated(affine, dataset.RasterXSize, dataset.RasterYSize)
