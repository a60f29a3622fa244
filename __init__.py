"""Skymatch, a QGIS plugin: finds where a street photo was taken in the aerial imagery in QGIS."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin.main import SkymatchPlugin


def classFactory(iface: "QgisInterface") -> "SkymatchPlugin":
    """QGIS calls this to make the plugin; iface is None in qgis_process."""
    from .plugin.main import SkymatchPlugin

    return SkymatchPlugin(iface)
