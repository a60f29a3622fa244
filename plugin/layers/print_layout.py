"""A printable report: an atlas with one page for every candidate, from the shipped template."""

from pathlib import Path
from typing import Dict

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..engine.errors import SkymatchError
from .language import tr
from .shown_imagery import imagery_of

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "layouts" / "candidates.qpt"
MAP_ID, CHIP_ID = "map", "chip"
MAP_SCALE, CHIP_SCALE = 1000.0, 500.0


def add_report(project: QgsProject, layer: QgsVectorLayer) -> QgsPrintLayout:
    """Add a report on a candidates layer to the project. Main thread.

    The large map shows what the project shows: it follows its visible layers. The small one shows
    the imagery and the candidates, so that the ground can be compared with the photo.

    Raises:
        SkymatchError: there is nothing to report, or the template is missing or damaged.
    """
    if layer.featureCount() == 0:
        raise SkymatchError(tr("This layer holds no candidates. Locate a photo first."))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    _, read = layout.loadFromTemplate(_template(), QgsReadWriteContext(), True)
    maps = [layout.itemById(name) for name in (MAP_ID, CHIP_ID)]
    if not read or not all(isinstance(item, QgsLayoutItemMap) for item in maps):
        raise SkymatchError(_damaged())
    for item, scale in zip(maps, (MAP_SCALE, CHIP_SCALE)):
        _set_up(item, scale, layer)
    _show_imagery_only(layout.itemById(CHIP_ID), layer, project)
    for name, text in texts().items():
        label = layout.itemById(name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(text)
    atlas = layout.atlas()
    atlas.setCoverageLayer(layer)
    atlas.setSortExpression('"photo" || lpad("rank", 6, \'0\')')
    atlas.setSortFeatures(True)
    atlas.setPageNameExpression('"photo" || \' \' || "rank"')
    atlas.setEnabled(True)
    manager = project.layoutManager()
    layout.setName(_free_name(project, layer))
    manager.addLayout(layout)
    return layout


def _set_up(item: QgsLayoutItemMap, scale: float, layer: QgsVectorLayer) -> None:
    """Let a map follow the atlas at a fixed scale, in the layer's metric CRS."""
    item.setCrs(layer.crs())
    # Of the item's own shape: another extent would reshape the item.
    width, height = (scale * side / 1000.0 for side in (item.rect().width(), item.rect().height()))
    centre = layer.extent().center()
    item.setExtent(QgsRectangle.fromCenterAndSize(centre, width, height))
    item.setScale(scale)
    item.setAtlasDriven(True)
    item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Fixed)


def _show_imagery_only(chip: QgsLayoutItemMap, layer: QgsVectorLayer, project: QgsProject) -> None:
    imagery = imagery_of(project)
    if imagery:
        chip.setLayers([layer, *imagery])
        chip.setKeepLayerSet(True)


def texts() -> Dict[str, str]:
    """What the labels of the template say, in the user's language, by their id."""
    rows = (
        (tr("Probability"), '[% format_number(100 * "probability", 1) %] % ([% "word" %])'),
        (tr("Heading"), tr('[% round("heading") %]° from true north')),
        (tr("Latitude, longitude"), '[% format_number("lat", 6) %], [% format_number("lon", 6) %]'),
        (tr("Review"), _REVIEW),
        (tr("Note"), "[% coalesce(\"note\", '') %]"),
    )
    evidence = (
        (tr("Photo"), '[% "photo" %]'),
        (tr("SHA-256"), '[% "sha256" %]'),
        (tr("Model"), '[% "model" %]'),
        (tr("Index"), '[% "index" %]'),
        (tr("Located (UTC)"), '[% "utc" %]'),
    )
    return {
        "title": tr("Candidate") + ' [% "rank" %] · [% "photo" %]',
        "facts": _lines(rows),
        "evidence": _lines(evidence),
        "chip_title": tr("Imagery, direction of view upward"),
        "photo_title": tr("Photo"),
        "caution": tr(
            "An estimate by comparison of the photo with aerial imagery. Positions and "
            "probabilities need a person's judgement."
        ),
    }


_REVIEW = (
    "[% CASE WHEN coalesce(\"status\", '') = '' THEN '–' ELSE \"status\" END "
    "|| CASE WHEN coalesce(\"reason\", '') = '' THEN '' ELSE ': ' || \"reason\" END %]"
)


def _lines(rows: "tuple[tuple[str, str], ...]") -> str:
    return "\n".join(f"{name}: {value}" for name, value in rows)


def _template() -> QDomDocument:
    try:
        text = TEMPLATE.read_text(encoding="utf-8")
    except OSError as error:
        raise SkymatchError(_damaged()) from error
    document = QDomDocument()
    document.setContent(text)
    return document


def _damaged() -> str:
    return tr("The template of the report could not be read. Install Skymatch again.")


def _free_name(project: QgsProject, layer: QgsVectorLayer) -> str:
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent().name() if node is not None and node.parent() else ""
    base = f"Skymatch {group or layer.name()}"
    name, number = base, 1
    while project.layoutManager().layoutByName(name) is not None:
        number += 1
        name = f"{base} {number}"
    return name
