"""Result layers in the layer tree: one group per photo on top, readable order, nothing else moved."""

from typing import Mapping

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from .tables import CELLS, KINDS

HIDDEN_AT_FIRST = (CELLS,)


def gather_into_group(
    project: QgsProject, title: str, layers: Mapping[str, QgsMapLayer]
) -> QgsLayerTreeGroup:
    """Put the result layers of one photo into one group at the top of the layer tree.

    Layers that are not in the project yet are added to it; those already in the tree are moved.
    A group of that title is used again, so that repeated searches stay together.

    Args:
        project: the project.
        title: name of the group, usually of the photo.
        layers: kind of result (see `tables.KINDS`) to layer.
    """
    root = project.layerTreeRoot()
    group = root.findGroup(title) or root.insertGroup(0, title)
    place = 0
    for kind in KINDS:
        layer = layers.get(kind)
        if layer is None:
            continue
        if project.mapLayer(layer.id()) is None:
            project.addMapLayer(layer, False)
        before = root.findLayer(layer.id())
        node = group.insertLayer(place, layer)
        node.setItemVisibilityChecked(kind not in HIDDEN_AT_FIRST)
        node.setExpanded(False)
        if before is not None:
            before.parent().removeChildNode(before)
        place += 1
    group.setExpanded(True)
    return group
