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
        problem = style_coverage(layer)
        if problem:
            feedback.pushWarning(problem)


def style_coverage(layer: QgsVectorLayer) -> str:
    """Give a coverage layer its style; returns what went wrong, mostly nothing. Main thread."""
    message, loaded = layer.loadNamedStyle(str(STYLE))
    layer.setReadOnly(True)
    layer.triggerRepaint()
    return "" if loaded else str(message)


def coverage_source(index: Path) -> str:
    """The coverage of an index as source of a layer."""
    return f"{index}|layername={LAYER}"


def coverage_name(source_name: str) -> str:
    """What a coverage layer is called."""
    return f"{source_name}: index"


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
    details = QgsProcessingContext.LayerDetails(coverage_name(source_name), project, "INDEX")
    details.setPostProcessor(styler)
    context.addLayerToLoadOnCompletion(coverage_source(index), details)
