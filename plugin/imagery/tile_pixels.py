"""Tiles pixel by pixel, though QGIS stretches them.

Since 3.40.7 and 3.42.3 QGIS rounds the frame of a tile outwards to whole pixels of the picture, so
that no gap shows between tiles. Where a tile fills 256 pixels exactly, errors of rounding make that
257, and half of its pixels lie one too far east or south. Asked for a picture three times as fine,
QGIS displaces them by one third of a pixel at most, which leaves the middle one of each three by
three where it belongs.
"""

import re
from typing import Tuple

from qgis.core import Qgis, QgsRasterDataProvider, QgsRasterLayer

FINER = 3
# QGIS 3.22 cannot be told to keep to a zoom level of a WMTS; it does not stretch tiles either.
STRETCHES_SINCE = 34000
DPI = 96


def copy_of_provider(layer: QgsRasterLayer) -> Tuple[QgsRasterDataProvider, int]:
    """A copy of a layer's provider, and how many times as fine it has to be asked.

    The copy of a provider of tiles picks the zoom level for that fineness, and does not smooth.
    """
    provider: QgsRasterDataProvider = layer.dataProvider().clone()
    tiles = layer.providerType() == "wms" and provider.nativeResolutions()
    if not tiles or Qgis.QGIS_VERSION_INT < STRETCHES_SINCE:
        return provider, 1
    source = provider.dataSourceUri()
    ratio = re.search(r"\btilePixelRatio=([12])\b", source)
    # only tiles of known resolution are chosen by the resolution of the device, which is free here
    known = "" if ratio else "&tilePixelRatio=1"
    # numbers of whatever kind are not smoothed, and of a kind that QGIS does not know stay colours
    provider.setDataSourceUri(f"{source}{known}&interpretation=none")
    finer: QgsRasterDataProvider = provider.clone()
    finer.setDpi(FINER * DPI * (int(ratio[1]) if ratio else 1))
    return finer, FINER
