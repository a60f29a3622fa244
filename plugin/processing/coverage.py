"""The coverage layer of an index: announced to Processing, styled when it is loaded."""

from pathlib import Path
from typing import Set

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from .common import RESOURCES

STYLE = RESOURCES / "styles" / "coverage.qml"
LAYER = "blocks"

# The context owns and deletes a post-processor, but its Python half dies earlier unless somebody
# keeps it (qgis/QGIS 47533): those of runs that are not over yet live here.
_alive: "Set[CoverageStyler]" = set()


class CoverageStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives the coverage layer its style. Create it in the main thread."""

    def postProcessLayer(
        self,
        layer: QgsVectorLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """QGIS calls this in the main thread when the layer has been loaded."""
        message, loaded = layer.loadNamedStyle(str(STYLE))
        if not loaded:
            feedback.pushWarning(message)
        layer.setReadOnly(True)
        layer.triggerRepaint()


def coverage_styler() -> CoverageStyler:
    """A styler for one run; QGIS deletes it together with the run's context."""
    _alive.difference_update([styler for styler in _alive if sip.isdeleted(styler)])
    styler = CoverageStyler()
    _alive.add(styler)
    return styler


def announce_coverage(
    context: QgsProcessingContext, index: Path, source_name: str, styler: CoverageStyler
) -> None:
    """Ask Processing to load the outlines of an index when the run is over; any thread."""
    project = context.project()
    if project is None:
        return
    details = QgsProcessingContext.LayerDetails(f"{source_name}: index", project, "INDEX")
    details.setPostProcessor(styler)
    context.addLayerToLoadOnCompletion(f"{index}|layername={LAYER}", details)
