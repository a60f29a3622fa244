"""A private copy of a layer's provider and renderer: pixels as the user sees them, as an array."""

import math
import time
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
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

REMOTE_PROVIDERS = frozenset({"wms", "wcs", "arcgismapserver"})
TRIES = 3
PAUSE_S = 0.5
PATIENCE_READS = 3
TILE_PX = 256
CELL_PX = 16
NO_LIMIT = 1e6

Pixels = NDArray[np.uint8]


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
        cols, rows: in pixels; 0 when the source has no pixels of its own (tile servers).
        rotated: of a raster whose rows do not run east, which QGIS shows turned north-up with
            black corners; None for all others.
    """

    west: float
    south: float
    east: float
    north: float
    cols: int
    rows: int
    rotated: Optional[Rotated] = None


class PictureSource:
    """Reads the picture of one layer. Made in the main thread, then used in one other thread."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        self.name = layer.name()
        self.size = size_of(layer)
        self.remote = is_remote(layer)
        self.missing_tiles = 0
        self._provider: QgsRasterDataProvider = layer.dataProvider().clone()
        self._renderer: QgsRasterRenderer = layer.renderer().clone()
        self._renderer.setInput(self._provider)
        self._renderer.setOpacity(1.0)
        self._feedback = QgsRasterBlockFeedback()
        self._fruitless_reads = 0
        if self._renderer.type() != "paletted":
            average_when_zoomed_out(self._provider)
        self._provider.moveToThread(None)

    def stop(self) -> None:
        """Let a read that waits for the network end soon. May be called from any thread."""
        self._feedback.cancel()

    def read(self, extent: QgsRectangle, cols: int, rows: int) -> Pixels:
        """The picture in an extent.

        Returns:
            (rows, cols, 4) uint8: red, green, blue premultiplied with alpha, alpha.

        Raises:
            SkymatchError: the file cannot be read there.
            Cancelled: `stop` was called.
        """
        if self._provider.thread() is None:
            self._provider.moveToThread(QThread.currentThread())
        tries = TRIES if self.remote and self._fruitless_reads < PATIENCE_READS else 1
        for attempt in range(tries):
            self._pause(PAUSE_S * attempt)
            pixels = self._read_once(extent, cols, rows)
            absent, tiles = absent_tiles(pixels) if self.remote else (0, 1)
            if not absent:
                break
        self._fruitless_reads = self._fruitless_reads + 1 if absent == tiles else 0
        self.missing_tiles += absent
        return pixels

    def _read_once(self, extent: QgsRectangle, cols: int, rows: int) -> Pixels:
        gdal.ErrorReset()
        block = self._renderer.block(1, extent, cols, rows, self._feedback)
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        if self._feedback.isCanceled():
            raise Cancelled()
        usable = block is not None and block.isValid() and not block.isEmpty()
        pixels = pixels_of(block) if usable else np.zeros((rows, cols, 4), np.uint8)
        if not self.remote and not pixels[..., 3].any() and (failed or not usable):
            # QGIS hands out what GDAL could not read as if it were transparent
            raise SkymatchError(
                f"{self.name} cannot be read at {extent.center().toString(2)}. "
                "Check that its file is whole and still there, then run again."
            )
        return pixels

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._feedback.isCanceled():
                raise Cancelled()
            time.sleep(0.05)


def is_remote(layer: QgsRasterLayer) -> bool:
    """Whether the layer's pixels come from a server that may be out of reach."""
    return layer.providerType() in REMOTE_PROVIDERS


def size_of(layer: QgsRasterLayer) -> SourceSize:
    """Extent and size of a layer's raster."""
    provider = layer.dataProvider()
    extent = provider.extent()
    return SourceSize(
        extent.xMinimum(),
        extent.yMinimum(),
        extent.xMaximum(),
        extent.yMaximum(),
        0 if is_remote(layer) else provider.xSize(),
        0 if is_remote(layer) else provider.ySize(),
        _rotated(layer),
    )


def average_when_zoomed_out(provider: QgsRasterDataProvider) -> None:
    """Let GDAL average fine pixels into coarse ones, where the provider can."""
    provider.enableProviderResampling(True)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Average)
    provider.setMaxOversampling(NO_LIMIT)


def absent_tiles(pixels: Pixels) -> Tuple[int, int]:
    """(tiles that are wholly transparent, all tiles) of a picture, about, in tiles of 256 pixels.

    The server's tiles do not lie square in the picture: squares of 16 pixels are looked at.
    """
    seen = np.add.reduceat(
        np.add.reduceat(pixels[..., 3] > 0, np.arange(0, pixels.shape[0], CELL_PX), axis=0),
        np.arange(0, pixels.shape[1], CELL_PX),
        axis=1,
    )
    per_tile = (TILE_PX // CELL_PX) ** 2
    return math.ceil(int((seen == 0).sum()) / per_tile), math.ceil(seen.size / per_tile)


def pixels_of(block: QgsRasterBlock) -> Pixels:
    """A block of colours as (rows, cols, 4) uint8, premultiplied RGBA."""
    shape = (block.height(), block.width())
    argb = np.frombuffer(bytes(block.data()), np.uint32).reshape(shape)
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
