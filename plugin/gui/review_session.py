"""One candidates layer under review: decisions go into it, changes by anybody come out of it."""

from typing import Dict, Optional

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.errors import SkymatchError
from ..layers import review
from ..layers.language import tr


class ReviewSession(QObject):
    """Writes reviews through the layer's edit buffer (see `layers.review`).

    Signals:
        changed: the review of this feature is another one now, by a person, undo or a script.
        state_changed: there may be more or less to save or to undo.
        picked: this feature was selected on the map or in the attribute table.
        said: a sentence for the user.
    """

    changed = pyqtSignal("qint64")
    state_changed = pyqtSignal()
    picked = pyqtSignal("qint64")
    said = pyqtSignal(str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.layer: Optional[QgsVectorLayer] = None

    @property
    def unsaved(self) -> int:
        """How many candidates have changes that are not in the file."""
        return review.unsaved(self.layer) if self.layer is not None else 0

    @property
    def can_undo(self) -> bool:
        """Whether the layer has a change to take back."""
        layer = self.layer
        return layer is not None and layer.isEditable() and layer.undoStack().canUndo()

    def use(self, layer: Optional[QgsVectorLayer]) -> None:
        """Review this layer from now on."""
        if self.layer is not None:
            self._watch(self.layer, False)
        self.layer = layer
        if layer is not None:
            self._watch(layer, True)
        self.state_changed.emit()

    def feature(self, feature_id: Optional[int]) -> Optional[QgsFeature]:
        """A candidate as it is in the edit buffer; None when it is gone."""
        if self.layer is None or feature_id is None:
            return None
        feature = self.layer.getFeature(feature_id)
        return feature if feature.isValid() and not feature.geometry().isEmpty() else None

    def decide(self, feature_id: Optional[int], status: str) -> None:
        """Give a candidate a review status; without one it has no reason either."""
        titles = {
            review.ACCEPTED: tr("Accept candidate {}"),
            review.MAYBE: tr("Candidate {}: maybe"),
            review.REJECTED: tr("Reject candidate {}"),
            review.NONE: tr("Clear review of candidate {}"),
        }
        changes = {review.STATUS: status}
        if status == review.NONE:
            changes[review.REASON] = ""
        self._change(feature_id, changes, titles[status])

    def describe(self, feature_id: Optional[int], reason: str, note: str) -> None:
        """Give a candidate a reason and a note."""
        changes = {review.REASON: reason, review.NOTE: note}
        self._change(feature_id, changes, tr("Describe candidate {}"))

    def undo(self) -> None:
        """Take back the last change of the layer."""
        if self.layer is not None and self.can_undo:
            self.layer.undoStack().undo()

    def save(self) -> None:
        """Write the reviews into the file."""
        if self.layer is not None:
            try:
                review.save(self.layer)
            except SkymatchError as error:
                self.said.emit(str(error))
            self.state_changed.emit()

    def _change(self, feature_id: Optional[int], changes: Dict[str, str], title: str) -> None:
        feature = self.feature(feature_id)
        if self.layer is None or feature is None:
            return
        try:
            review.review(self.layer, feature.id(), changes, title.format(feature["rank"]))
        except SkymatchError as error:
            self.said.emit(str(error))
        self.state_changed.emit()

    def _watch(self, layer: QgsVectorLayer, watch: bool) -> None:
        for signal, slot in (
            (layer.attributeValueChanged, self._tell_changed),
            (layer.afterRollBack, self._tell_all_changed),
            (layer.editingStopped, self._tell_state),
            (layer.undoStack().indexChanged, self._tell_state),
            (layer.selectionChanged, self._tell_picked),
        ):
            if watch:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    def _tell_changed(self, feature_id: int, *_: object) -> None:
        self.changed.emit(feature_id)
        self.state_changed.emit()

    def _tell_all_changed(self) -> None:
        if self.layer is not None:
            for feature_id in self.layer.allFeatureIds():
                self.changed.emit(feature_id)
            self.state_changed.emit()

    def _tell_state(self, *_: object) -> None:
        self.state_changed.emit()

    def _tell_picked(self, *_: object) -> None:
        selected = self.layer.selectedFeatureIds() if self.layer is not None else []
        if len(selected) == 1:
            self.picked.emit(selected[0])
