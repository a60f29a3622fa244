"""Watches over the files inside a project: none is lost unnoticed, and saving never fails."""

from pathlib import Path
from typing import List, Optional, Set

from qgis.core import Qgis, QgsMapLayer, QgsMessageLog, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from .attachments import AttachedFile, attached_files, detach
from .language import tr
from .restoring import (
    forget_all_spares,
    forget_spare,
    keep_spare,
    restore,
    restore_others,
    settle,
)

LOOK_EVERY_MS = 60_000
# Layers in a temporary folder would be asked about whenever QGIS is closed; these are saved.
NO_QUESTION = "skipMemoryLayersCheck"


class AttachmentKeeper:
    """Keeps the attachments of one project alive, from its creation to `stop`. Main thread."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._watched: Set[str] = set()
        self._timer = QTimer()
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.restore_missing)
        self._timer.start()
        self._connections = (
            (project.writeProject, self._before_saving),
            (project.projectSaved, self._after_saving),
            (project.layersAdded, self._watch),
            (project.cleared, self._after_clearing),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        self._watch(list(project.mapLayers().values()))

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._timer.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = ()

    def restore_missing(self) -> List[AttachedFile]:
        """Bring back what has vanished; returns what could not be brought back."""
        lost = []
        for known in attached_files(self._project):
            path = self._project.resolveAttachmentIdentifier(known.identifier)
            if path and path in self._project.attachedFiles() and not Path(path).is_file():
                if restore(self._project, known.identifier):
                    self._reload(path)
                else:
                    lost.append(known)
        return lost

    def _before_saving(self, document: object = None) -> None:
        """QGIS saves nothing at all when one attachment is missing."""
        for known in self.restore_missing():
            detach(self._project, known.identifier)
            QgsMessageLog.logMessage(
                tr(
                    "{} was attached to the project, has vanished from this computer's temporary "
                    "folder, and no copy is left. The project is saved without it."
                ).format(known.name),
                "Skymatch",
                Qgis.MessageLevel.Critical,
            )
        restore_others(self._project)
        for known in attached_files(self._project):
            path = self._project.resolveAttachmentIdentifier(known.identifier)
            if path and Path(path).is_file():
                settle(Path(path))

    def _after_saving(self) -> None:
        for known in attached_files(self._project):
            forget_spare(known.identifier)

    def _after_clearing(self) -> None:
        """What was not saved was not wanted."""
        forget_all_spares()
        self._watched.clear()

    def _watch(self, layers: List[QgsMapLayer]) -> None:
        """A layer inside the project: no question at the end, and a spare copy at every edit."""
        for layer in layers:
            known = self._attachment_of(layer)
            if known is None or layer.id() in self._watched:
                continue
            self._watched.add(layer.id())
            layer.setCustomProperty(NO_QUESTION, 1)
            if isinstance(layer, QgsVectorLayer):
                layer.afterCommitChanges.connect(lambda known=known: self._keep(known))

    def _keep(self, known: AttachedFile) -> None:
        if known not in attached_files(self._project):
            return
        try:
            keep_spare(self._project, known.identifier)
        except OSError as error:
            QgsMessageLog.logMessage(
                tr("No spare copy of {} could be made ({}). Save the project soon.").format(
                    known.name, error
                ),
                "Skymatch",
                Qgis.MessageLevel.Warning,
            )

    def _attachment_of(self, layer: QgsMapLayer) -> Optional[AttachedFile]:
        file = layer.source().split("|", 1)[0]
        for known in attached_files(self._project):
            if self._project.resolveAttachmentIdentifier(known.identifier) == file:
                return known
        return None

    def _reload(self, path: str) -> None:
        """Layers of a file that was away for a while open it anew."""
        for layer in self._project.mapLayers().values():
            if layer.source().split("|", 1)[0] == path and isinstance(layer, QgsVectorLayer):
                if not layer.isEditable():
                    layer.dataProvider().reloadData()
                    layer.triggerRepaint()
