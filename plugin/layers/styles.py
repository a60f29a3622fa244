"""How result layers look: QML styles from `resources/styles`, aliases, map tips."""

from pathlib import Path
from typing import Tuple

from qgis.core import QgsVectorLayer

from ..engine.errors import SkymatchError
from . import actions
from .forms import shape_form
from .heat_legend import heat_legend
from .language import tr
from .pictures import tip_pictures
from .tables import CANDIDATES, CELLS, HEAT, REGIONS, WEDGES, alias

# Every system has it. A font that is missing, and that QGIS knows a source of, makes QGIS 3.28 and
# later fetch it from the network: opening results must not do that.
FONT_FAMILY = "Sans Serif"
STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"

_TIP_STYLE = "font-family: sans-serif"
_LONGEST_REASON = 60
_PERCENT = '[% format_number(100 * "probability", 1) %] %'
_HEADING = '[% round("heading") %]°'
_REASON = f"CASE WHEN \"reason\" <> '' THEN ': ' || left(\"reason\", {_LONGEST_REASON}) ELSE '' END"
_REVIEW = f"[% coalesce(\"status\", '') || {_REASON} %]"


def apply_style(layer: QgsVectorLayer, kind: str) -> None:
    """Give a result layer its symbols, legend, aliases, map tip and actions. Main thread.

    Raises:
        SkymatchError: the plugin's style file is missing or damaged.
    """
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{kind}.qml"))
    if not loaded:
        raise SkymatchError(
            tr("A style of Skymatch could not be read ({}). Install Skymatch again.").format(
                message
            )
        )
    for position, field in enumerate(layer.fields()):
        if field.name() != "fid":
            layer.setFieldAlias(position, alias(kind, field.name()))
    layer.setDisplayExpression(_display_expression(kind))
    layer.setMapTipTemplate(map_tip(kind))
    if kind == CANDIDATES:
        actions.install(layer)
        shape_form(layer)
    if kind == HEAT:
        layer.setLegendPlaceholderImage(heat_legend(layer.renderer()))
    layer.triggerRepaint()


def store_style(layer: QgsVectorLayer, kind: str) -> None:
    """Keep style, aliases, map tip and actions in the layer's own GeoPackage, as its default.

    Layers that are kept elsewhere are left alone.
    """
    if layer.storageType() == "GPKG":
        layer.saveStyleToDatabase(f"skymatch {kind}", "Skymatch", True, "")


def map_tip(kind: str) -> str:
    """HTML template of a layer's map tip; empty where there is nothing to tell."""
    if kind == CANDIDATES:
        position = '[% format_number("lat", 6) %], [% format_number("lon", 6) %]'
        title = '[% "rank" %] · [% "photo" %]'
        rows = (
            (tr("Probability"), f'{_PERCENT} ([% "word" %])'),
            (tr("Heading"), _HEADING),
            (tr("Position"), position),
            (tr("Review"), _REVIEW),
        )
        return _tip(title, rows) + tip_pictures()
    if kind == WEDGES:
        title = tr("View of candidate") + ' [% "rank" %]'
        return _tip(
            title, ((tr("Heading"), _HEADING), (tr("Field of view"), '[% round("fov") %]°'))
        )
    if kind == REGIONS:
        title = tr("Confidence region") + ' [% round(100 * "share") %] %'
        return _tip(title, ((tr("Area"), '[% format_number("area_m2", 0) %] m²'),))
    if kind == CELLS:
        rows = (
            (tr("Agreement"), '[% format_number("score", 3) %]'),
            (tr("Probability"), _PERCENT),
            (tr("Best heading"), _HEADING),
        )
        return _tip(tr("Position"), rows)
    return ""


def _tip(title: str, rows: Tuple[Tuple[str, str], ...]) -> str:
    lines = "".join(f"<tr><td>{name}&nbsp;</td><td>{value}</td></tr>" for name, value in rows)
    return f'<div style="{_TIP_STYLE}"><b>{title}</b><table>{lines}</table></div>'


def _display_expression(kind: str) -> str:
    if kind == CANDIDATES:
        return "\"rank\" || ' · ' || round(100 * \"probability\") || ' %'"
    if kind == WEDGES:
        return '"rank"'
    if kind == REGIONS:
        return "round(100 * \"share\") || ' %'"
    return '"fid"'
