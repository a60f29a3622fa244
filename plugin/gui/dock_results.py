"""Results of a run as layers in the project."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from ..engine.errors import SkymatchError
from ..layers.groups import add_result_group, open_results
from ..layers.language import tr
from ..layers.styles import apply_style, store_style
from ..layers.tables import CANDIDATES, layer_name
from ..processing.coverage import coverage_name, coverage_source, style_coverage
from ..processing.storing import store_results


def load_results(project: QgsProject, file: Path, several: bool) -> QgsVectorLayer:
    """Put the layers of a results file into a group of its name; returns the candidates layer.

    Raises:
        SkymatchError: a layer is missing, or the file could not be stored in the project.
    """
    title = file.stem
    file = store_results(project, file)
    layers = {CANDIDATES: _candidates(file)} if several else open_results(file)
    add_result_group(project, title, layers)
    return layers[CANDIDATES]


def load_coverage(project: QgsProject, index: Path, raster: Optional[QgsRasterLayer]) -> None:
    """Put the outlines of an index above its raster, as the toolbox does; once for each index.

    All other layers, their order and the map's extent stay as they are.
    """
    source = coverage_source(index)
    known = [layer for layer in project.mapLayers().values() if layer.source() == source]
    for layer in known:
        layer.dataProvider().reloadData()
        layer.triggerRepaint()
    layer = QgsVectorLayer(source, coverage_name(raster.name() if raster else index.stem), "ogr")
    if known or not layer.isValid():
        return
    style_coverage(layer)
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().findLayer(raster.id()) if raster is not None else None
    parent = node.parent() if node is not None else project.layerTreeRoot()
    added = parent.insertLayer(parent.children().index(node) if node is not None else 0, layer)
    added.setExpanded(False)


def _candidates(file: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{file}|layername={CANDIDATES}", layer_name(CANDIDATES), "ogr")
    if not layer.isValid():
        raise SkymatchError(
            tr("{} does not hold the result layer '{}'. Locate the photos again.").format(
                file.name, CANDIDATES
            )
        )
    apply_style(layer, CANDIDATES)
    store_style(layer, CANDIDATES)
    return layer
