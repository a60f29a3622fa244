"""The look of result layers: QML files in resources/styles, aliases and map tips."""

from pathlib import Path

from qgis.core import QgsVectorLayer

from .tables import alias

STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"


def style_path(kind: str) -> Path:
    """The QML file of a kind of result layer."""
    return STYLES / f"{kind}.qml"


def apply_style(layer: QgsVectorLayer, kind: str) -> bool:
    """Give a result layer its look and its field names in the user's language.

    Returns:
        Whether the style file could be loaded.
    """
    _, loaded = layer.loadNamedStyle(str(style_path(kind)))
    fields = layer.fields()
    for number in range(fields.count()):
        name = fields.at(number).name()
        if name != "fid":
            layer.setFieldAlias(number, alias(kind, name))
    layer.triggerRepaint()
    return bool(loaded)
