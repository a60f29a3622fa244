"""What happens to result layers that Processing loads: style at once, group a moment later."""

from typing import Dict, List, Optional, Set

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from ..engine.errors import SkymatchError
from .groups import add_result_group
from .styles import apply_style, store_style
from .tables import KINDS, layer_name

# The context owns and deletes a post-processor, but its Python half dies earlier unless somebody
# keeps it (qgis/QGIS 47533): those of runs that are not over yet live here.
_waiting: "Set[ResultLoader]" = set()


class ResultLoader:
    """Styles and groups the layers of one run. Create it in the main thread.

    Processing hands over the layers one by one, before or after (from QGIS 3.36 on) it puts them
    into the layer tree. So each is styled when it comes, and all are moved into their group when
    control is back in the event loop.
    """

    def __init__(self) -> None:
        self._processors = {kind: _PostProcessor(self, kind) for kind in KINDS}
        self._layer_ids: Dict[str, str] = {}
        self._project: Optional[QgsProject] = None
        self._expected: List[str] = []
        self.title = ""
        _waiting.difference_update([loader for loader in _waiting if loader.lost])
        _waiting.add(self)

    @property
    def lost(self) -> bool:
        """Whether its run is over without loading anything: QGIS has deleted its processors."""
        return any(sip.isdeleted(processor) for processor in self._processors.values())

    def expect(self, context: QgsProcessingContext, kind: str, layer_id: str) -> None:
        """Announce that Processing may load a layer; any thread."""
        if context.willLoadLayerOnCompletion(layer_id):
            details = context.layerToLoadOnCompletionDetails(layer_id)
            details.setPostProcessor(self._processors[kind])
            self._expected.append(kind)

    def finish(self) -> None:
        """All layers have been announced, or there will be none: forget what is not needed."""
        if not self._expected:
            _waiting.discard(self)

    def take(self, kind: str, layer: QgsVectorLayer, project: Optional[QgsProject]) -> None:
        """A layer has been loaded. Main thread."""
        layer.setName(layer_name(kind))
        apply_style(layer, kind)
        store_style(layer, kind)
        if not self._layer_ids:
            QTimer.singleShot(0, self._group)
        self._layer_ids[kind] = layer.id()
        self._project = project or QgsProject.instance()

    def _group(self) -> None:
        _waiting.discard(self)
        project = self._project
        if project is None:
            return
        found = {kind: project.mapLayer(layer_id) for kind, layer_id in self._layer_ids.items()}
        layers = {kind: layer for kind, layer in found.items() if layer is not None}
        if layers:
            add_result_group(project, self.title, layers)


class _PostProcessor(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, loader: ResultLoader, kind: str) -> None:
        super().__init__()
        self._loader = loader
        self._kind = kind

    def postProcessLayer(
        self,
        layer: QgsVectorLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """QGIS calls this in the main thread, once per layer."""
        try:
            self._loader.take(self._kind, layer, context.project())
        except SkymatchError as error:
            feedback.reportError(str(error))
