"""Whether a raster layer can be searched: what it is, how fine it is, and refusals that help."""

import math
from dataclasses import dataclass
from typing import Tuple

from pyproj import Geod
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
    QgsRasterLayer,
)

from ..engine.errors import SkymatchError
from ..engine.grid import utm_crs
from .source import SourceSize, is_remote, is_tiled, size_of
from .stamp import imagery_stamp

COARSEST_GSD_M = 0.6
WIDEST_OWN_ZONE_M = 300_000.0
WGS84 = "EPSG:4326"

_PICTURE_TYPES = frozenset(
    {Qgis.DataType.Byte, Qgis.DataType.UInt16, Qgis.DataType.Int16, Qgis.DataType.UInt32}
)
_COLOUR_TYPES = frozenset({Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied})
_TRANSLATE = (
    "Make a picture of it with Raster, Conversion, Translate (output type Byte, bands red, green "
    "and blue), or choose another layer."
)


@dataclass(frozen=True)
class RasterFacts:
    """What is known of a raster that can be searched.

    Attributes:
        name: of the layer.
        stamp: identity of the raster, see `imagery_stamp`.
        crs: of the raster.
        size: extent in that CRS, and pixels.
        remote: whether it comes from a server.
        gsd_m: ground size of a pixel at the centre, along its coarser axis; 0 when the source
            has no pixels of its own (servers; of tiles see `refuse_coarse_tiles`).
        lon, lat: of the centre.
        grid_crs: metric CRS for an index of the whole raster.
        wide: too wide for one metric CRS, so that the area asked for decides on it.
    """

    name: str
    stamp: str
    crs: QgsCoordinateReferenceSystem
    size: SourceSize
    remote: bool
    gsd_m: float
    lon: float
    lat: float
    grid_crs: str
    wide: bool


def check_raster(layer: QgsRasterLayer) -> RasterFacts:
    """Measure a layer. Main thread.

    Raises:
        SkymatchError: it cannot be searched; the sentence says why and what to do.
    """
    if not isinstance(layer, QgsRasterLayer):
        raise SkymatchError("No raster was given. Choose a raster layer with aerial imagery.")
    if not layer.isValid() or layer.dataProvider() is None or layer.renderer() is None:
        raise SkymatchError(
            f"{layer.name() or 'The raster'} cannot be opened: its file or server is not there. "
            "Repair its data source in the layer panel, or choose another layer."
        )
    name = layer.name()
    if not layer.crs().isValid():
        raise SkymatchError(
            f"{name} has no coordinate system, so nobody can tell where it lies. "
            "Set it with Layer, Set CRS of Layer(s), and run again."
        )
    size, remote = size_of(layer), is_remote(layer)
    if not is_tiled(layer) and (size.cols < 1 or size.rows < 1):
        raise SkymatchError(f"{name} has no pixels. Choose another layer.")
    if not (size.east > size.west and size.north > size.south):
        raise SkymatchError(f"{name} has no extent. Choose another layer.")
    _refuse_what_is_no_picture(layer)
    lon, lat = _lonlat(layer, 0.5, 0.5)
    gsd_m = 0.0 if remote else _gsd_m(layer, size)
    if gsd_m > COARSEST_GSD_M:
        raise _too_coarse(name, gsd_m)
    wide = remote or gsd_m * max(_shape(size)) > WIDEST_OWN_ZONE_M
    return RasterFacts(
        name=name,
        stamp=imagery_stamp(layer),
        crs=QgsCoordinateReferenceSystem(layer.crs()),
        size=size,
        remote=remote,
        gsd_m=gsd_m,
        lon=lon,
        lat=lat,
        grid_crs=utm_crs(lon, lat),
        wide=wide,
    )


def refuse_coarse_tiles(facts: RasterFacts, lon: float, lat: float) -> None:
    """Raise SkymatchError when the finest tiles of a server are too coarse at a place.

    QGIS enlarges them without a word. Map servers, which paint at any scale, pass.
    """
    if not facts.size.pixel_sizes:
        return
    to_raster = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), facts.crs, QgsCoordinateTransformContext()
    )
    try:
        place = to_raster.transform(QgsPointXY(lon, lat))
    except QgsCsException as error:
        raise _not_on_earth(facts.name) from error
    gsd_m = _pixel_m(facts.crs, facts.name, place.x(), place.y(), (facts.size.pixel_sizes[0], 0.0))
    if gsd_m > COARSEST_GSD_M:
        raise _too_coarse(facts.name, gsd_m)


def _too_coarse(name: str, gsd_m: float) -> SkymatchError:
    return SkymatchError(
        f"{name} has pixels of {gsd_m:.2g} m on the ground; matching a street photo needs "
        f"{COARSEST_GSD_M:g} m or finer. Choose a sharper aerial image, or raise the layer's "
        "highest zoom level if its server has finer tiles."
    )


def _refuse_what_is_no_picture(layer: QgsRasterLayer) -> None:
    renderer, provider = layer.renderer(), layer.dataProvider()
    kind = renderer.type()
    bands = [band for band in renderer.usesBands() if 1 <= band <= provider.bandCount()]
    types = {provider.dataType(band) for band in bands}
    if types & _COLOUR_TYPES:
        return
    if not bands or not types <= _PICTURE_TYPES:
        raise SkymatchError(
            f"{layer.name()} is not an RGB picture: its bands hold measured values, not colours. "
            + _TRANSLATE
        )
    if kind in ("multibandcolor", "paletted"):
        return
    if kind == "singlebandgray" and provider.bandCount() < 3 and types == {Qgis.DataType.Byte}:
        return
    if provider.bandCount() >= 3:
        raise SkymatchError(
            f"{layer.name()} shows one of its {provider.bandCount()} bands only. Choose Multiband "
            "color in its layer properties, under Symbology, and run again."
        )
    raise SkymatchError(
        f"{layer.name()} is not an RGB picture: it has one band of values. " + _TRANSLATE
    )


def _shape(size: SourceSize) -> Tuple[float, float]:
    """Pixels across and down; of tiles, those of the finest zoom level."""
    if not size.pixel_sizes:
        return float(size.cols), float(size.rows)
    finest = size.pixel_sizes[0]
    return (size.east - size.west) / finest, (size.north - size.south) / finest


def _gsd_m(layer: QgsRasterLayer, size: SourceSize) -> float:
    """Ground size of a pixel at the centre, along the coarser axis.

    A rotated raster is measured along its own rows and columns.
    """
    x, y = (size.west + size.east) / 2.0, (size.south + size.north) / 2.0
    if size.rotated is not None:
        affine = size.rotated.affine
        steps = ((affine[1], affine[4]), (affine[2], affine[5]))
    else:
        cols, rows = _shape(size)
        steps = (((size.east - size.west) / cols, 0.0), (0.0, (size.north - size.south) / rows))
    return max(_pixel_m(layer.crs(), layer.name(), x, y, step) for step in steps)


def _pixel_m(
    crs: QgsCoordinateReferenceSystem, name: str, x: float, y: float, step: Tuple[float, float]
) -> float:
    """Length on the ground of a step from a place, both in CRS units."""
    before = _to_lonlat(crs, name, x - step[0], y - step[1])
    after = _to_lonlat(crs, name, x + step[0], y + step[1])
    metres = abs(Geod(ellps="WGS84").inv(*before, *after)[2]) / 2.0
    if not (math.isfinite(metres) and metres > 0):
        raise _not_on_earth(name)
    return float(metres)


def _lonlat(layer: QgsRasterLayer, across: float, down: float) -> Tuple[float, float]:
    """Longitude and latitude at a fraction of the extent."""
    extent = layer.dataProvider().extent()
    return _to_lonlat(
        layer.crs(),
        layer.name(),
        extent.xMinimum() + across * extent.width(),
        extent.yMaximum() - down * extent.height(),
    )


def _to_lonlat(
    crs: QgsCoordinateReferenceSystem, name: str, x: float, y: float
) -> Tuple[float, float]:
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(WGS84), QgsCoordinateTransformContext()
    )
    try:
        point = transform.transform(QgsPointXY(x, y))
    except QgsCsException as error:
        raise _not_on_earth(name) from error
    if not (math.isfinite(point.x()) and abs(point.y()) <= 90.0):
        raise _not_on_earth(name)
    return point.x(), point.y()


def _not_on_earth(name: str) -> SkymatchError:
    return SkymatchError(
        f"{name} does not lie on the Earth in its stated coordinate system. "
        "Set the right one with Layer, Set CRS of Layer(s), and run again."
    )
