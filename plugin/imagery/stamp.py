"""A cheap identity of a raster, to notice that it changed between building and resuming."""

import hashlib
import re
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsRasterLayer

_SECRET = re.compile(
    r"""
    (^ | [&?;|\ ] | %26 | %3F)                       # where a parameter starts
    (?: username | user | password | authcfg
      | [^&?;=|\ ]* (?: token | key | secret | sig ) [^&?;=|\ ]*
      | http-header: [^&=]* )
    = (?: '[^']*' | [^&;|\ ]* )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_USER_IN_ADDRESS = re.compile(r"://[^/@\s]*@")


def imagery_stamp(layer: QgsRasterLayer) -> str:
    """SHA-256 of what identifies the raster: name, size and time of its file, extent, pixels.

    A source without a file is identified by its address, without what grants access to it.
    """
    provider = layer.dataProvider()
    extent = provider.extent()
    corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    parts = [
        layer.providerType(),
        *_source(layer),
        *(repr(corner) for corner in corners),
        f"{provider.xSize()} x {provider.ySize()} x {provider.bandCount()}",
        layer.crs().authid() or layer.crs().toWkt(),
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def without_secrets(source: str) -> str:
    """A data source address without user names, passwords, keys and tokens."""
    return _SECRET.sub(r"\1", _USER_IN_ADDRESS.sub("://", source))


def _source(layer: QgsRasterLayer) -> "list[str]":
    uri = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(uri.get("path") or layer.source()))
    try:
        status = path.stat()
    except OSError:  # a database, a server, or a file inside an archive
        return [without_secrets(layer.source())]
    return [path.name, str(uri.get("layerName", "")), str(status.st_size), str(status.st_mtime_ns)]
