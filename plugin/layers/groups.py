"""Result layers in the project: one group per photo, on top of the layer tree."""

from pathlib import Path
from typing import Dict, Mapping

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from ..engine.errors import SkymatchError
from .language import tr
from .styles import apply_style, store_style
from .tables import CELLS, KINDS, REGIONS, layer_name

# Cells and heat show the same thing; the smoother one is drawn at first.
HIDDEN_AT_FIRST = (CELLS,)
EXPANDED = (REGIONS,)


def open_results(file: Path) -> Dict[str, QgsVectorLayer]:
    """The result layers in a GeoPackage, styled; the style is stored in the file too.

    Raises:
        SkymatchError: a layer is missing or cannot be read.
    """
    layers = {}
    for kind in KINDS:
        layer = QgsVectorLayer(f"{file}|layername={kind}", layer_name(kind), "ogr")
        if not layer.isValid():
            raise SkymatchError(
                tr("{} does not hold the result layer '{}'. Locate the photo again.").format(
                    file.name, kind
                )
            )
        apply_style(layer, kind)
        store_style(layer, kind)
        layers[kind] = layer
    return layers


def add_result_group(
    project: QgsProject, title: str, layers: Mapping[str, QgsVectorLayer]
) -> QgsLayerTreeGroup:
    """Put styled result layers into a new group on top of the layer tree. Main thread.

    Extent, selection, current layer and everything else in the tree stay as they are. Layers that
    the tree already shows elsewhere (Processing puts them there) are moved.

    Args:
        project: where the layers go.
        title: of the group; an existing group of that name is left alone.
        layers: result layers by kind (see `tables.KINDS`); some may be missing.
    """
    root = project.layerTreeRoot()
    elsewhere = [root.findLayer(layer.id()) for layer in layers.values()]
    group = root.insertGroup(0, title)
    for kind in KINDS:
        if kind in layers:
            _add(project, group, layers[kind], kind)
    # Only now: QGIS takes a layer that no node shows out of the project.
    for node in elsewhere:
        if node is not None:
            node.parent().removeChildNode(node)
    group.setExpanded(True)
    return group


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer, kind: str) -> None:
    if project.mapLayer(layer.id()) is None:
        project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setExpanded(kind in EXPANDED)
    node.setItemVisibilityChecked(kind not in HIDDEN_AT_FIRST)
