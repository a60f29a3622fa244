"""The dock's first step: which raster, which part of it, which index, how far it has come."""

import contextlib
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ..engine.errors import SkymatchError
from ..layers.attachments import attached_indexes, is_attachment, resolve
from ..layers.language import tr
from .accessible import name_file_field
from .area_tool_choice import WHOLE, AreaChoice
from .background import run_aside
from .begun_builds import begun_area, note_area
from .index_state import COMPLETE, NONE, PARTIAL, STALE, IndexState, is_made_of, state_of
from .places import free_index_file, index_file


class IndexPanel(QWidget):
    """Chooses the aerial imagery and its index.

    Signals:
        build_requested: the user wants the index built or continued.
        estimate_requested: the user wants to know what that would take.
        state_changed: another index was chosen, or its state is known now.
    """

    build_requested = pyqtSignal()
    estimate_requested = pyqtSignal()
    state_changed = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._suggested = ""
        self._state: Optional[IndexState] = None
        self._looks = 0
        self._make_widgets(canvas)
        self._lay_out()
        self.raster.layerChanged.connect(self._suggest)
        self.area.kind.currentIndexChanged.connect(self._suggest)
        self.area.changed.connect(self._forget_estimate)
        self.file.fileChanged.connect(self.refresh)
        self.build_button.clicked.connect(self.build_requested)
        self.estimate_button.clicked.connect(self.estimate_requested)
        project.layersAdded.connect(self._layers_added)
        self._layers_added()
        self._suggest()

    @property
    def layer(self) -> Optional[QgsRasterLayer]:
        """The chosen raster."""
        return self.raster.currentLayer()

    @property
    def path(self) -> Optional[Path]:
        """The chosen index file; it need not exist."""
        text = self.file.filePath().strip()
        return Path(text) if text else None

    @property
    def source(self) -> str:
        """The index as a parameter: its file, or its identifier inside the project."""
        path = str(self.path or "")
        if path and is_attachment(self._project, path):
            return str(self._project.attachmentIdentifier(path))
        return path

    @property
    def state(self) -> Optional[IndexState]:
        """How far the chosen index has come; None where none is chosen or it is looked at."""
        return self._state

    @property
    def summary(self) -> str:
        """Raster and state in a few words."""
        if self.layer is None:
            return tr("choose a raster")
        if self._state is None:
            return "…"
        words = {
            COMPLETE: tr("{}: indexed"),
            PARTIAL: tr("{}: {} % indexed"),
            STALE: tr("{}: index is stale"),
        }.get(self._state.stage, tr("{}: not indexed"))
        return words.format(self.layer.name(), self._state.percent)

    def parameters(self) -> Dict[str, Any]:
        """Raster, area and index for `skymatch:buildindex`.

        An index that was begun is continued with the area it was begun for.

        Raises:
            SkymatchError: something is not chosen; the sentence says what.
        """
        if self.layer is None or self.path is None:
            raise SkymatchError(tr("Choose the raster layer to index and a file for its index."))
        area = self.area.parameters()
        if self._state is not None and self._state.stage == PARTIAL:
            begun = begun_area(self._project, self.path)
            area = area if begun is None else begun
        if area is None:
            raise SkymatchError(
                tr("Draw the area to index on the map first, or choose another area.")
            )
        return {"RASTER": self.layer.id(), **area, "INDEX": str(self.path)}

    def estimate_parameters(self) -> Dict[str, Any]:
        """The same for an estimate: of a new file where building would take one."""
        parameters = {**self.parameters(), "ESTIMATE": True}
        if self._needs_new_file():
            parameters["INDEX"] = str(free_index_file(Path(parameters["INDEX"])))
        return parameters

    def begin(self) -> Dict[str, Any]:
        """The same for a build that is about to start: a new file is taken where one is needed."""
        parameters = self.parameters()
        if self._needs_new_file():
            self._suggested = str(free_index_file(Path(parameters["INDEX"])))
            self.file.setFilePath(self._suggested)
            parameters["INDEX"] = self._suggested
        note_area(self._project, Path(parameters["INDEX"]), parameters)
        return parameters

    def refuse_search(self) -> None:
        """Raises SkymatchError when there is no index to search; one being looked at may be one."""
        if self._state is None and self.path is not None:
            return
        if self._state is None or not self._state.searchable:
            raise SkymatchError(
                tr("There is no index to search yet. Choose a raster and build it.")
            )

    def refresh(self) -> None:
        """Look at the index file again, off the main thread; `state_changed` follows."""
        self._state = None
        self._looks += 1
        path, look = self.path, self._looks
        if path is None:
            self.state_label.setText(tr("Choose a raster layer or an index file."))
        elif not path.is_file():
            self._take(look, IndexState(NONE, tr("Not indexed yet.")))
        else:
            self.state_label.setText(tr("Looking at the index …"))
            stamp = self._stamp()
            run_aside(
                tr("Skymatch: look at {}").format(path.name),
                lambda: state_of(path, stamp),
                lambda state: self._take(look, state),
                self.state_label.setText,
            )
        self.state_changed.emit()

    def show_estimate(self, text: str) -> None:
        """What building would take."""
        self.estimate_label.setText(text)
        self.estimate_label.setVisible(bool(text))

    def follow_project(self, *_: object) -> None:
        """The project was opened, cleared or saved elsewhere: suggest anew."""
        self._suggest()

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._looks += 1
        self.area.stop()
        self._project.layersAdded.disconnect(self._layers_added)

    def _make_widgets(self, canvas: QgsMapCanvas) -> None:
        self.raster = QgsMapLayerComboBox()
        self.raster.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.raster.setAllowEmptyLayer(True)
        self.raster.setToolTip(tr("Imagery at 0.6 m per pixel or finer, in natural colours"))
        self.raster.setAccessibleName(tr("Raster to index"))
        self.area = AreaChoice(canvas, self._project)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)
        self.file.setFilter(tr("Index") + " (*.gpkg)")
        self.file.setToolTip(tr("One file that holds the index; it is made once per raster"))
        name_file_field(self.file, tr("Index"))
        self.state_label = QLabel()
        self.state_label.setWordWrap(True)
        self.estimate_label = QLabel()
        self.estimate_label.setWordWrap(True)
        self.estimate_label.hide()
        self.estimate_button = QPushButton(tr("Estimate"))
        self.estimate_button.setToolTip(
            tr("Tell how long building would take and how large the index would be")
        )
        self.build_button = QPushButton(tr("Build index"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.estimate_button)
        buttons.addStretch(1)
        buttons.addWidget(self.build_button)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Raster"), self.raster)
        form.addRow(tr("Area"), self.area)
        form.addRow(tr("Index"), self.file)
        form.addRow(self.state_label)
        form.addRow(self.estimate_label)
        form.addRow(buttons)

    def _take(self, look: int, state: IndexState) -> None:
        """The state of the index is known, unless another one was chosen meanwhile."""
        if look != self._looks:
            return
        self._state = state
        self.state_label.setText(state.sentence)
        self.build_button.setText(self._verb(state.stage))
        self.state_changed.emit()

    def _verb(self, stage: str) -> str:
        if stage == PARTIAL:
            return tr("Resume")
        if self._needs_new_file():
            return tr("Build anew")
        return tr("Update index") if stage == COMPLETE else tr("Build index")

    def _needs_new_file(self) -> bool:
        """Whether what is wanted is another index than the one that the file holds."""
        if self._state is None:
            return False
        part = self.area.kind.currentData() != WHOLE
        return self._state.stage == STALE or (self._state.stage == COMPLETE and part)

    def _stamp(self) -> str:
        """Identity of the chosen raster as it is now."""
        from ..imagery.stamp import imagery_stamp

        layer = self.layer
        if layer is None or not layer.isValid() or layer.dataProvider() is None:
            return ""
        return imagery_stamp(layer)

    def _layers_added(self, *_: object) -> None:
        """A first raster is chosen for the user."""
        if self.layer is not None:
            return
        rasters = (layer for layer in self._project.mapLayers().values() if _is_raster(layer))
        self.raster.setLayer(next(rasters, None))

    def _suggest(self, *_: object) -> None:
        """Fill in the index file, unless the user has chosen one himself."""
        self._forget_estimate()
        if self.file.filePath() in ("", self._suggested):
            layer = self.layer
            file = "" if layer is None else str(self._kept_at(layer.name()))
            self._suggested = file
            self.file.setFilePath(file)
        self.refresh()

    def _kept_at(self, raster_name: str) -> Path:
        """Beside the project; what is only inside it, or only in the profile, is taken from there.

        An index lies in the profile if it was built before the project had a file of its own.
        """
        kind = self.area.kind.currentData()
        name = raster_name if kind == WHOLE else f"{raster_name}_{kind}"
        file = index_file(self._project, name)
        if file.exists():
            return file
        inside = [known for known in attached_indexes(self._project) if known.name == file.name]
        if inside:
            with contextlib.suppress(SkymatchError):  # it vanished: then it is to be built again
                return resolve(self._project, inside[0].identifier)
        early = index_file(QgsProject(), name)
        return early if early.is_file() and is_made_of(early, self._stamp()) else file

    def _forget_estimate(self, *_: object) -> None:
        self.show_estimate("")


def _is_raster(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsRasterLayer) and layer.isValid()
