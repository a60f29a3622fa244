"""For which area an index was begun, kept in the project so that it can be resumed later.

The map may show another place by then, and a drawn polygon is gone when QGIS has been closed.
"""

import json
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from ..layers.language import tr
from .area_tool_layer import add_area_layer

SCOPE, KEY = "skymatch", "/begun_builds"
MOST_KEPT = 50
_KINDS = ("EXTENT", "MASK")


def note_area(project: QgsProject, index: Path, parameters: Mapping[str, Any]) -> None:
    """Remember extent and mask of a build of this index. Main thread."""
    entry: Dict[str, Any] = {"index": index.name}
    entry.update({kind: parameters[kind] for kind in _KINDS if kind in parameters})
    mask = project.mapLayer(str(entry.get("MASK", "")))
    if isinstance(mask, QgsVectorLayer) and mask.providerType() == "memory":
        shapes = [feature.geometry() for feature in mask.getFeatures() if feature.hasGeometry()]
        entry["WKT"] = QgsGeometry.unaryUnion(shapes).asWkt(9)
        entry["CRS"] = mask.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    others = [known for known in _entries(project) if known.get("index") != index.name]
    kept = [json.dumps(known) for known in [*others, entry][-MOST_KEPT:]]
    project.writeEntry(SCOPE, KEY, kept)


def begun_area(project: QgsProject, index: Path) -> Optional[Dict[str, Any]]:
    """The noted area as parameters; None when nothing is known. Main thread.

    A polygon whose temporary layer is gone is put into the project again.
    """
    known = [entry for entry in _entries(project) if entry.get("index") == index.name]
    if not known:
        return None
    entry = known[-1]
    area = {kind: str(entry[kind]) for kind in _KINDS if kind in entry}
    if "MASK" not in area or _holds_shapes(project, area["MASK"]):
        return area
    polygon = QgsGeometry.fromWkt(str(entry.get("WKT", "")))
    if polygon.isEmpty():
        return None
    crs = QgsCoordinateReferenceSystem.fromWkt(str(entry.get("CRS", "")))
    return {**area, "MASK": add_area_layer(project, tr("Area to index"), polygon, crs).id()}


def _holds_shapes(project: QgsProject, layer_id: str) -> bool:
    layer = project.mapLayer(layer_id)
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.featureCount() > 0


def _entries(project: QgsProject) -> "list[Dict[str, Any]]":
    texts, _ = project.readListEntry(SCOPE, KEY)
    found = []
    for text in texts:
        try:
            entry = json.loads(text)
        except ValueError:
            continue  # written by another version
        if isinstance(entry, dict):
            found.append(entry)
    return found
