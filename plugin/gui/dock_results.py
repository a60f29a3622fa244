"""Results of a search as layers in the project."""

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..engine.errors import SkymatchError
from ..layers.groups import add_result_group, open_results
from ..layers.styles import apply_style, store_style
from ..layers.tables import CANDIDATES, layer_name, tr
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
