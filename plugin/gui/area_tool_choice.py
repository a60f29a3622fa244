"""Which part of the raster is indexed: all, what the map shows, a layer's polygons, a drawing."""

from typing import Any, Dict, Optional

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..layers.language import tr
from .area_tool_button import DrawAreaButton

WHOLE, VIEW, LAYER, DRAWN = "whole", "view", "layer", "drawn"


class AreaChoice(QWidget):
    """Chooses the area.

    Signals:
        changed: another kind of area, another layer or another polygon.
    """

    changed = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._drawn_id = ""
        self.kind = QComboBox()
        for kind, title in (
            (WHOLE, tr("Whole raster")),
            (VIEW, tr("What the map shows now")),
            (LAYER, tr("Polygons of a layer")),
            (DRAWN, tr("Polygon drawn on the map")),
        ):
            self.kind.addItem(title, kind)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.setMinimumContentsLength(12)
        self.kind.setToolTip(tr("A smaller area is indexed sooner and searched faster"))
        self.kind.setAccessibleName(tr("Area to index"))
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAccessibleName(tr("Layer with the area to index"))
        self.draw = DrawAreaButton(canvas, project, tr("Area to index"))
        self.draw.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.draw.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tool = self.draw.tool
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind, self.layer, self.draw, self.hint):
            column.addWidget(widget)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.layer.layerChanged.connect(self._tell)
        self.draw.drawn.connect(self._drawn)
        self._kind_changed()

    @property
    def drawn_layer(self) -> Optional[QgsVectorLayer]:
        """The layer of the drawn polygon; None while there is none."""
        return self._project.mapLayer(self._drawn_id) if self._drawn_id else None

    def parameters(self) -> Optional[Dict[str, Any]]:
        """The area as parameters of `skymatch:buildindex`; None while it is not chosen."""
        kind = self.kind.currentData()
        if kind == WHOLE:
            return {}
        if kind == VIEW:
            seen = self._canvas.extent()
            numbers = (seen.xMinimum(), seen.xMaximum(), seen.yMinimum(), seen.yMaximum())
            crs = self._canvas.mapSettings().destinationCrs().authid()
            return {"EXTENT": ",".join(f"{number:.9g}" for number in numbers) + f" [{crs}]"}
        layer = self.layer.currentLayer() if kind == LAYER else self.drawn_layer
        return None if layer is None else {"MASK": layer.id()}

    def choose(self, kind: str) -> None:
        """Set the kind of area."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def stop(self) -> None:
        """Give the map back."""
        self.draw.stop()

    def _kind_changed(self, *_: object) -> None:
        kind = self.kind.currentData()
        self.layer.setVisible(kind == LAYER)
        self.draw.setVisible(kind == DRAWN)
        if kind != DRAWN:
            self.draw.setChecked(False)
        self._tell()

    def _tell(self, *_: object) -> None:
        missing = self.parameters() is None
        drawing = self.kind.currentData() == DRAWN
        if missing and drawing:
            self.hint.setText(tr("Nothing is drawn yet."))
        elif missing:
            self.hint.setText(tr("The project has no polygon layer."))
        self.hint.setVisible(missing)
        self.draw.setText(tr("Draw on the map") if missing or not drawing else tr("Draw anew"))
        self.changed.emit()

    def _drawn(self, layer: QgsVectorLayer) -> None:
        if self.drawn_layer is not None:
            self._project.removeMapLayer(self._drawn_id)
        self._drawn_id = layer.id()
        self._tell()
