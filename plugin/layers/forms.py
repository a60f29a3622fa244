"""The form of a candidate: what was found, what a person decided, where it all comes from."""

from typing import Dict, List, Tuple

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsVectorLayer,
)

from . import review
from .language import tr
from .tables import CANDIDATES, TABLES

FOUND = ("photo", "rank", "probability", "word", "heading", "direction", "lat", "lon", "not_here")
REVIEWED = (review.STATUS, review.REASON, review.NOTE)


def shape_form(layer: QgsVectorLayer) -> None:
    """Give a candidates layer its form: three tabs, of which only the review can be written."""
    fields, config = layer.fields(), layer.editFormConfig()
    config.clearTabs()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    for title, names in tabs():
        tab = QgsAttributeEditorContainer(title, config.invisibleRootContainer())
        _make_tab(tab)
        for name in names:
            position = fields.indexOf(name)
            if position < 0:  # layers of earlier versions have fewer fields
                continue
            tab.addChildElement(QgsAttributeEditorField(name, position, tab))
            config.setReadOnly(position, name not in REVIEWED)
            layer.setEditorWidgetSetup(position, _widget(name))
        config.addTab(tab)
    layer.setEditFormConfig(config)


def tabs() -> List[Tuple[str, Tuple[str, ...]]]:
    """Titles and fields."""
    known = (*FOUND, *REVIEWED)
    rest = tuple(name for name, _ in TABLES[CANDIDATES].columns if name not in known)
    return [
        (tr("Candidate"), FOUND),
        (tr("Review"), REVIEWED),
        (tr("Provenance"), rest),
    ]


def _widget(name: str) -> QgsEditorWidgetSetup:
    if name == review.STATUS:
        statuses: List[Dict[str, str]] = [
            {review.status_word(status): status} for status in (review.NONE, *review.STATUSES)
        ]
        return QgsEditorWidgetSetup("ValueMap", {"map": statuses})
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": name == review.NOTE})


def _make_tab(container: QgsAttributeEditorContainer) -> None:
    """QGIS 3.32 and later know more kinds of containers than two."""
    if hasattr(container, "setType"):
        container.setType(Qgis.AttributeEditorContainerType.Tab)
    else:
        container.setIsGroupBox(False)
