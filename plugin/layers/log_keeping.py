"""Keeps the evidence log with its project: it follows it, and learns of reviews that are saved."""

import contextlib
from pathlib import Path
from typing import Any, Dict, List, Optional, Set

from qgis.core import Qgis, QgsFeature, QgsMapLayer, QgsMessageLog, QgsProject

from ..engine.errors import SkymatchError
from .evidence_log import REVIEW, append, details_of, log_file, read_rows, record
from .language import tr
from .restoring import copy_whole
from .review import NOTE, REASON, STATUS, is_candidates, status_of, status_word, text_of


class LogKeeper:
    """Serves one project from its creation to `stop`. Main thread.

    A review is recorded when it is saved, because before that it can still be taken back. So it
    does not matter whether the review panel, an action, a form or a script has made it.
    """

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._file = log_file(project)
        self._connections = (
            (project.projectSaved, self._follow),
            (project.readProject, self._begin_anew),
            (project.cleared, self._begin_anew),
            (project.layersAdded, self._watch),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        self._watched: Set[str] = set()
        self._watch(list(project.mapLayers().values()))

    def stop(self) -> None:
        """The plugin is unloaded."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = ()
        for layer in filter(None, map(self._project.mapLayer, self._watched)):
            layer.committedAttributeValuesChanges.disconnect(self._saved)
        self._watched.clear()

    def _begin_anew(self, *_: object) -> None:
        """Another project: its log is wherever it was."""
        self._file = log_file(self._project)

    def _follow(self) -> None:
        """The project was saved, perhaps for the first time or under another name."""
        before, self._file = self._file, log_file(self._project)
        if before == self._file or not before.is_file():
            return
        unsaved = before == log_file(QgsProject())
        try:
            if not self._file.exists():
                _copy(before, self._file)
            elif unsaved:  # the project replaces another one, whose log goes on
                for row in read_rows(before):
                    content = {"details": details_of(row), "first_recorded_utc": row.utc}
                    append(self._file, row.action, row.sentence, content)
        except (OSError, SkymatchError) as error:
            QgsMessageLog.logMessage(
                tr("The evidence log could not be copied to {} ({}). A new one begins.").format(
                    self._file, error
                ),
                "Skymatch",
                Qgis.MessageLevel.Warning,
            )
            return
        if unsaved:  # the log of a saved project stays beside it
            with contextlib.suppress(OSError):  # still open on Windows: it goes with the spares
                before.unlink()

    def _watch(self, layers: List[QgsMapLayer]) -> None:
        for layer in layers:
            if layer.id() not in self._watched and is_candidates(layer):
                self._watched.add(layer.id())
                layer.committedAttributeValuesChanges.connect(self._saved)

    def _saved(self, layer_id: str, changes: Dict[int, Dict[int, Any]]) -> None:
        """Changes of attributes have reached the file."""
        layer = self._project.mapLayer(layer_id)
        if layer is None:
            return
        ours = {layer.fields().indexOf(name) for name in (STATUS, REASON, NOTE)}
        for feature_id, values in changes.items():
            if ours.isdisjoint(values):
                continue
            feature = layer.getFeature(feature_id)
            if feature.isValid():
                record(self._file, REVIEW, _sentence(feature), _content(feature))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".new")
    copy_whole(source, fresh)
    fresh.replace(target)


def _sentence(feature: QgsFeature) -> str:
    return tr("Candidate {} of {}: {}.").format(
        feature["rank"], text_of(feature, "photo"), status_word(status_of(feature))
    )


def _content(feature: QgsFeature) -> Dict[str, Any]:
    """What was decided, and on which candidate of which search."""
    return {
        "photo": text_of(feature, "photo"),
        "photo_sha256": text_of(feature, "sha256"),
        "located_utc": text_of(feature, "utc"),
        "rank": _number(feature["rank"]),
        "lon": _number(feature["lon"]),
        "lat": _number(feature["lat"]),
        "status": status_of(feature),
        "reason": text_of(feature, REASON),
        "note": text_of(feature, NOTE),
    }


def _number(value: Any) -> Optional[float]:
    """None where the field is NULL, which PyQGIS gives as a QVariant."""
    return value if isinstance(value, (int, float)) else None
