"""The result layers: which there are, what geometry they have and which fields."""

from typing import Dict, NamedTuple, Tuple

from qgis.core import QgsField, QgsFields, QgsWkbTypes
from qgis.PyQt.QtCore import QVariant

from .language import tr

CANDIDATES = "candidates"
WEDGES = "wedges"
REGIONS = "regions"
CELLS = "cells"
HEAT = "heat"

# From the top of the layer tree downward.
KINDS = (CANDIDATES, WEDGES, REGIONS, CELLS, HEAT)

_NUMBER = QVariant.Double
_WHOLE = QVariant.Int
_TEXT = QVariant.String


class ResultTable(NamedTuple):
    """One result layer: geometry type, and pairs of field name and field type."""

    geometry: "QgsWkbTypes.Type"
    columns: Tuple[Tuple[str, "QVariant.Type"], ...]


TABLES: Dict[str, ResultTable] = {
    CANDIDATES: ResultTable(
        QgsWkbTypes.Type.Point,
        (
            ("photo", _TEXT),
            ("rank", _WHOLE),
            ("probability", _NUMBER),
            ("word", _TEXT),
            ("heading", _NUMBER),
            ("direction", _NUMBER),
            ("lon", _NUMBER),
            ("lat", _NUMBER),
            ("score", _NUMBER),
            ("not_here", _NUMBER),
            ("status", _TEXT),
            ("reason", _TEXT),
            ("note", _TEXT),
            ("path", _TEXT),
            ("sha256", _TEXT),
            ("model", _TEXT),
            ("index", _TEXT),
            ("utc", _TEXT),
            ("raster", _TEXT),
            ("index_sha256", _TEXT),
            ("model_sha256", _TEXT),
            ("software", _TEXT),
            ("parameters", _TEXT),
            ("camera", _TEXT),
        ),
    ),
    WEDGES: ResultTable(
        QgsWkbTypes.Type.Polygon,
        (("rank", _WHOLE), ("probability", _NUMBER), ("heading", _NUMBER), ("fov", _NUMBER)),
    ),
    REGIONS: ResultTable(QgsWkbTypes.Type.MultiPolygon, (("share", _NUMBER), ("area_m2", _NUMBER))),
    CELLS: ResultTable(
        QgsWkbTypes.Type.Polygon,
        (
            ("score", _NUMBER),
            ("probability", _NUMBER),
            ("heading", _NUMBER),
            ("share", _NUMBER),
            ("grade", _WHOLE),
        ),
    ),
    HEAT: ResultTable(QgsWkbTypes.Type.Point, (("weight", _NUMBER),)),
}


def fields_of(kind: str) -> QgsFields:
    """The fields of a result layer."""
    fields = QgsFields()
    for name, field_type in TABLES[kind].columns:
        fields.append(QgsField(name, field_type))
    return fields


def layer_name(kind: str) -> str:
    """What a result layer is called in the layer tree."""
    return {
        CANDIDATES: tr("Candidates"),
        WEDGES: tr("View wedges"),
        REGIONS: tr("Confidence regions"),
        CELLS: tr("Score cells"),
        HEAT: tr("Heat"),
    }[kind]


def alias(kind: str, field: str) -> str:
    """What a field is called in forms and tables; an unknown one keeps its name."""
    if kind == CELLS and field == "share":
        return tr("Share of the best")
    if kind == CELLS and field == "heading":
        return tr("Best heading (° true)")
    return {
        "photo": tr("Photo"),
        "rank": tr("Rank"),
        "probability": tr("Probability"),
        "word": tr("In words"),
        "heading": tr("Heading (° true)"),
        "direction": tr("Probability of the direction"),
        "lon": tr("Longitude (WGS 84)"),
        "lat": tr("Latitude (WGS 84)"),
        "score": tr("Agreement (-1 to 1)"),
        "not_here": tr("Probability: not in this imagery"),
        "status": tr("Review status"),
        "reason": tr("Reason"),
        "note": tr("Note"),
        "path": tr("Photo file"),
        "sha256": tr("SHA-256 of the photo"),
        "model": tr("Model"),
        "index": tr("Index"),
        "utc": tr("Located (UTC)"),
        "raster": tr("Raster and its identity"),
        "index_sha256": tr("SHA-256 of the index's content"),
        "model_sha256": tr("SHA-256 of the model"),
        "software": tr("Software"),
        "parameters": tr("Parameters of the search"),
        "camera": tr("Camera of the search"),
        "fov": tr("Field of view (°)"),
        "share": tr("Share of probability"),
        "area_m2": tr("Area (m²)"),
        "grade": tr("Grade (5 is best)"),
        "weight": tr("Weight"),
    }.get(field, field)
