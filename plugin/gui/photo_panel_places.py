"""Where the camera may have stood: areas to include and exclude, roads, the file's position."""

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import (
    QgsCollapsibleGroupBox,
    QgsDoubleSpinBox,
    QgsMapCanvas,
    QgsMapLayerComboBox,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr
from .accessible import name_fold_button
from .area_tool_button import DrawAreaButton
from .area_tool_layer import add_area_layer, circle_around

USUAL_DISTANCE_M, USUAL_RADIUS_M = 10.0, 200.0
NO_LAYER = 0  # QGIS lists it first, with the words for nothing


class PlaceFields(QgsCollapsibleGroupBox):
    """Layers and distances.

    Signals:
        said: a sentence about something that did not work.
    """

    said = pyqtSignal(str)

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setTitle(tr("Where the camera stood"))
        self.setCollapsed(True)
        self._project = project
        self._position: Optional[Tuple[float, float]] = None
        project.layersWillBeRemoved.connect(self._layers_go)  # before the combo boxes hear of it
        polygons = QgsMapLayerProxyModel.Filter.PolygonLayer
        vectors = QgsMapLayerProxyModel.Filter.VectorLayer
        self.area = _layers(polygons, tr("Anywhere"))
        self.area.setToolTip(tr("Polygons that the camera stood in"))
        self.exclude = _layers(polygons, tr("Nothing"))
        self.exclude.setToolTip(
            tr(
                "Polygons that the camera cannot have stood in: water, buildings, places that "
                "were ruled out"
            )
        )
        self.draw_area = DrawAreaButton(canvas, project, tr("Camera inside"))
        self.draw_exclude = DrawAreaButton(canvas, project, tr("Camera not inside"))
        self.near = _layers(vectors, tr("Nothing"))
        self.near.setToolTip(
            tr("Roads, for instance: places near them are more probable; none is ruled out")
        )
        self.distance = _metres(USUAL_DISTANCE_M, 0.5, 5000.0)
        self.distance.setToolTip(tr("How near to them the camera usually is"))
        self.radius = _metres(USUAL_RADIUS_M, 5.0, 20000.0)
        self.radius.setToolTip(tr("How far the position in the file may be wrong"))
        self.use_position = QPushButton(tr("Around the file's position"))
        self.own_positions = QCheckBox(tr("Around each photo's own position"))
        self.own_positions.setToolTip(
            tr("Photos whose file says no position are searched everywhere")
        )
        for field, name in (
            (self.area, tr("Inside")),
            (self.exclude, tr("Not inside")),
            (self.near, tr("Near")),
            (self.distance, tr("How near to them the camera usually is")),
        ):
            field.setAccessibleName(name)
        self._lay_out()
        name_fold_button(self)
        self.draw_area.drawn.connect(self.area.setLayer)
        self.draw_exclude.drawn.connect(self.exclude.setLayer)
        self.near.layerChanged.connect(self._near_changed)
        self.use_position.clicked.connect(self._use_position)
        self.own_positions.toggled.connect(self.radius.setEnabled)
        self.show_position(None, None)
        self._near_changed()

    def parameters(self) -> Dict[str, Any]:
        """What is chosen, as parameters of `skymatch:locatephoto`."""
        chosen: Dict[str, Any] = {}
        for name, combo in (("AREA", self.area), ("EXCLUDE", self.exclude), ("NEAR", self.near)):
            layer = combo.currentLayer()
            if layer is not None:
                chosen[name] = layer.id()
        if "NEAR" in chosen:
            chosen["NEAR_DISTANCE"] = self.distance.value()
        return chosen

    def parameters_of_several(self) -> Dict[str, Any]:
        """The same for `skymatch:locatephotos`."""
        chosen = self.parameters()
        if self.own_positions.isChecked():
            chosen.update(USE_GPS=True, GPS_RADIUS=self.radius.value())
        return chosen

    def show_position(self, lon: Optional[float], lat: Optional[float]) -> None:
        """Offer the position in the photo's file; it is not used unasked."""
        self._position = None if lon is None or lat is None else (lon, lat)
        known = self._position is not None
        self.use_position.setEnabled(known)
        self.radius.setEnabled(known or self.own_positions.isChecked())
        self.use_position.setToolTip(
            tr("The file says {:.5f}, {:.5f}; a circle around it becomes the area").format(lat, lon)
            if known
            else tr("The file says no position")
        )

    def show_several(self, several: bool) -> None:
        """Several photos have several positions: each is searched around its own."""
        self.around.setCurrentWidget(self.own_positions if several else self.use_position)
        self.own_positions.setChecked(self.own_positions.isChecked() and several)

    def stop(self) -> None:
        """Give the map back."""
        self.draw_area.stop()
        self.draw_exclude.stop()

    def _lay_out(self) -> None:
        near = QHBoxLayout()
        near.addWidget(self.near, 3)
        near.addWidget(self.distance, 2)
        # A stack, because the group shows all its children again when it is unfolded.
        self.around = QStackedWidget()
        self.around.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.around.addWidget(self.use_position)
        self.around.addWidget(self.own_positions)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Inside"), _beside(self.area, self.draw_area))
        form.addRow(tr("Not inside"), _beside(self.exclude, self.draw_exclude))
        form.addRow(tr("Near"), near)
        form.addRow(self.around)
        form.addRow(tr("Within"), self.radius)

    def _layers_go(self, layer_ids: List[str]) -> None:
        """Else the combo box takes a neighbour for a layer that goes."""
        for combo in (self.area, self.exclude, self.near):
            layer = combo.currentLayer()
            if layer is not None and layer.id() in layer_ids:
                combo.setCurrentIndex(NO_LAYER)

    def _near_changed(self, *_: object) -> None:
        self.distance.setEnabled(self.near.currentLayer() is not None)

    def _use_position(self) -> None:
        if self._position is None:
            return
        lon, lat = self._position
        try:
            circle, crs = circle_around(lon, lat, self.radius.value(), self._project)
        except SkymatchError as error:
            self.said.emit(str(error))
            return
        name = tr("Around the file's position")
        self.area.setLayer(add_area_layer(self._project, name, circle, crs))


def _layers(kinds: "QgsMapLayerProxyModel.Filter", nothing: str) -> QgsMapLayerComboBox:
    combo = QgsMapLayerComboBox()
    combo.setFilters(kinds)
    combo.setAllowEmptyLayer(True, nothing)
    combo.setCurrentIndex(NO_LAYER)
    combo.setMinimumContentsLength(4)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _beside(wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(wide, 1)
    line.addWidget(narrow)
    return line


def _metres(usual: float, least: float, most: float) -> QgsDoubleSpinBox:
    box = QgsDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(1 if least < 1.0 else 0)
    box.setSuffix(" m")
    box.setExpressionsEnabled(False)
    box.setClearValue(usual)
    box.setValue(usual)
    return box
