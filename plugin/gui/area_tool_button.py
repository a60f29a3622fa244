"""A button that has a polygon drawn on the map and makes a layer of it."""

from typing import Optional

from qgis.core import QgsApplication, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..layers.language import tr
from .area_tool import AreaTool
from .area_tool_layer import add_area_layer
from .long_tip import long_tip


class DrawAreaButton(QToolButton):
    """Is pressed down while the map waits for corners.

    Signals:
        drawn: a new layer with the polygon, on top of the layer tree.
    """

    drawn = pyqtSignal(QgsVectorLayer)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        project: QgsProject,
        layer_name: str,
        parent: Optional[QWidget] = None,
    ) -> None:
        """The layer gets the name."""
        super().__init__(parent)
        self._canvas, self._project, self._layer_name = canvas, project, layer_name
        self.tool = AreaTool(canvas)
        self.setCheckable(True)
        self.setIcon(QgsApplication.getThemeIcon("/mActionCapturePolygon.svg"))
        self.setToolTip(
            long_tip(
                tr("Draw on the map"),
                tr(
                    "Click corners on the map; double-click or right-click to finish, Backspace "
                    "takes one back, Escape gives up"
                ),
            )
        )
        self.setAccessibleName(f"{layer_name}: {tr('Draw on the map')}")
        self.toggled.connect(self._draw)
        self.tool.drawn.connect(self._make_layer)
        self.tool.left.connect(lambda: self.setChecked(False))

    def stop(self) -> None:
        """Give the map back."""
        self._canvas.unsetMapTool(self.tool)

    def _draw(self, begin: bool) -> None:
        if begin:
            self._canvas.setMapTool(self.tool)
            self._canvas.setFocus()
        elif self._canvas.mapTool() is self.tool:
            self.stop()

    def _make_layer(self, polygon: QgsGeometry) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self.drawn.emit(add_area_layer(self._project, self._layer_name, polygon, crs))
