"""The coverage layer of an index: announced to Processing, styled when it is loaded."""

from pathlib import Path
from typing import Set

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from .common import RESOURCES

STYLE = RESOURCES / "styles" / "coverage.qml"
LAYER = "blocks"

# QGIS keeps only a bare pointer to post-processors (qgis/QGIS 47533); they live here.
_alive: "Set[QgsProcessingLayerPostProcessorInterface]" = set()


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
    """The styler; one serves all runs."""
    if not _alive:
        _alive.add(CoverageStyler())
    return next(iter(_alive))


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
