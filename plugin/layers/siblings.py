"""What lies beside a candidates layer in the same results file."""

from typing import Dict, Optional

from qgis.core import QgsProject, QgsVectorLayer

FOV = "fov"


def views_deg(layer: QgsVectorLayer, project: QgsProject) -> Dict[int, float]:
    """Angle across the photo by rank, from the view wedges of the results; empty if unknown."""
    wedges = _wedges(layer, project)
    if wedges is None:
        return {}
    return {int(wedge["rank"]): float(wedge[FOV] or 0.0) for wedge in wedges.getFeatures()}


def _wedges(layer: QgsVectorLayer, project: QgsProject) -> Optional[QgsVectorLayer]:
    file = layer.source().split("|", 1)[0]
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent() if node is not None else None
    for other in project.mapLayers().values():
        if not isinstance(other, QgsVectorLayer) or other.fields().indexOf(FOV) < 0:
            continue
        same_file = layer.storageType() == "GPKG" and other.source().split("|", 1)[0] == file
        if same_file or (group is not None and group.findLayer(other.id()) in group.children()):
            return other
    return None
