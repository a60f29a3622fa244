"""The imagery that the project shows, for pictures of a candidate's surroundings."""

from typing import List

from qgis.core import QgsProject, QgsRasterLayer


def imagery_of(project: QgsProject) -> List[QgsRasterLayer]:
    """The rasters that are switched on, topmost first; all of them when none is."""
    root = project.layerTreeRoot()
    rasters = [layer for layer in root.layerOrder() if isinstance(layer, QgsRasterLayer)]
    shown = [layer for layer in rasters if root.findLayer(layer.id()).isVisible()]
    return shown or rasters
