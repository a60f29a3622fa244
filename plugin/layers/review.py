"""Reviewing candidates: accepted, maybe or rejected, with a reason and a note.

Every change is one command of the layer's edit buffer, so that QGIS's own undo takes it back.
Nothing is committed here: when a layer was not being edited, reviewing starts an edit session and
leaves it open, because committing would empty the undo stack. `save` commits, when a person asks.
"""

from typing import Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes

from ..engine.errors import SkymatchError
from .language import tr

NONE, ACCEPTED, MAYBE, REJECTED = "", "accepted", "maybe", "rejected"
STATUSES = (ACCEPTED, MAYBE, REJECTED)
STATUS, REASON, NOTE = "status", "reason", "note"
NOT_HERE = "not_here"

# What a layer needs so that it can be reviewed; layers of other makers have other fields.
_NEEDED = ("photo", "rank", "probability", "heading", STATUS, NOTE)


def is_candidates(layer: QgsMapLayer) -> bool:
    """Whether a layer holds candidates, also when it comes from a saved project."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    if layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        return False
    return all(layer.fields().indexOf(name) >= 0 for name in _NEEDED)


def candidate_layers(project: QgsProject) -> List[QgsVectorLayer]:
    """The candidates layers of a project, in the order of the layer tree."""
    nodes = project.layerTreeRoot().findLayers()
    return [node.layer() for node in nodes if node.layer() and is_candidates(node.layer())]


def status_of(feature: QgsFeature) -> str:
    """The review status of a candidate; an unknown one counts as none."""
    text = text_of(feature, STATUS)
    return text if text in STATUSES else NONE


def text_of(feature: QgsFeature, field: str) -> str:
    """A text field of a feature; empty where it is NULL or missing."""
    if feature.fields().indexOf(field) < 0:
        return ""
    value = feature[field]
    return value if isinstance(value, str) else ""


def not_here_probability(layer: QgsVectorLayer) -> Optional[float]:
    """That the photo of these candidates was not taken in the imagery, 0 to 1.

    None where candidates of several photos lie in the layer, and where it is not known.
    """
    features = list(layer.getFeatures())
    photos = {text_of(one, "photo") for one in features}
    if len(photos) != 1 or layer.fields().indexOf(NOT_HERE) < 0:
        return None
    value = features[0][NOT_HERE]
    return float(value) if isinstance(value, (int, float)) else None


def status_word(status: str) -> str:
    """The status in the user's language."""
    return {
        NONE: tr("not reviewed"),
        ACCEPTED: tr("accepted"),
        MAYBE: tr("maybe"),
        REJECTED: tr("rejected"),
    }[status]


def usual_reasons(status: str) -> Tuple[str, ...]:
    """What people usually give as a reason; any other text may be written too."""
    return {
        NONE: (),
        ACCEPTED: (
            tr("Road markings match"),
            tr("Kerbs and paths match"),
            tr("Buildings and trees match"),
            tr("Confirmed by another source"),
        ),
        MAYBE: (
            tr("Layout fits, details not visible"),
            tr("Imagery older or newer than the photo"),
            tr("Shadow or trees hide the ground"),
            tr("Needs a second opinion"),
        ),
        REJECTED: (
            tr("Road layout differs"),
            tr("Markings or surface differ"),
            tr("Buildings or trees differ"),
            tr("The camera cannot stand there"),
        ),
    }[status]


def review(layer: QgsVectorLayer, feature_id: int, changes: Mapping[str, str], title: str) -> bool:
    """Change review fields of a candidate, as one undoable command.

    Args:
        layer: a candidates layer.
        feature_id: the candidate.
        changes: new texts by field (`STATUS`, `REASON`, `NOTE`).
        title: what the command is called in the undo history.

    Returns:
        False when there was nothing to change.

    Raises:
        SkymatchError: the candidate is gone, or the layer cannot be edited.
    """
    feature = layer.getFeature(feature_id)
    if not feature.isValid():
        raise SkymatchError(tr("This candidate is no longer in the layer."))
    new = {name: text for name, text in changes.items() if text != text_of(feature, name)}
    positions: Dict[int, str] = {layer.fields().indexOf(name): new[name] for name in new}
    positions.pop(-1, None)  # layers of earlier versions have no reason
    if not positions:
        return False
    if not layer.isEditable() and not layer.startEditing():
        raise SkymatchError(
            tr("{} cannot be edited. Save the layer to a GeoPackage and review it there.").format(
                layer.name()
            )
        )
    layer.beginEditCommand(title)
    for position, text in positions.items():
        if not layer.changeAttributeValue(feature_id, position, text):
            layer.destroyEditCommand()
            raise SkymatchError(tr("The review could not be written into {}.").format(layer.name()))
    layer.endEditCommand()
    layer.triggerRepaint()
    return True


def unsaved(layer: QgsVectorLayer) -> int:
    """How many candidates have changes that are not in the file yet."""
    buffer = layer.editBuffer() if layer.isEditable() else None
    return len(buffer.changedAttributeValues()) if buffer is not None else 0


def save(layer: QgsVectorLayer) -> None:
    """Commit what was edited and leave the edit session open. The undo history ends here."""
    if layer.isEditable() and not layer.commitChanges(False):
        raise SkymatchError(
            tr("The reviews could not be saved: {}. Check that the file may be written.").format(
                "; ".join(layer.commitErrors())
            )
        )
