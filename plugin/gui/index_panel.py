"""The dock's upper part: which raster, which index file, how far it has come."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QWidget

from .index_state import COMPLETE, IndexState, state_of
from .places import index_file


class IndexPanel(QGroupBox):
    """Chooses the aerial imagery and its index.

    Signals:
        build_requested: the user wants the index built or continued.
        state_changed: another index was chosen, or it has grown.
    """

    build_requested = pyqtSignal()
    state_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Aerial imagery"))
        self._project = project
        self._suggested = ""

        self.raster = QgsMapLayerComboBox()
        self.raster.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.raster.setAllowEmptyLayer(True)
        self.raster.setToolTip(self.tr("Imagery at 0.6 m per pixel or finer, in natural colours"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)
        self.file.setFilter(self.tr("Index") + " (*.gpkg)")
        self.file.setToolTip(self.tr("One file that holds the index; it is made once per raster"))
        self.state_label = QLabel()
        self.state_label.setWordWrap(True)
        self.build_button = QPushButton(self.tr("Build index"))

        below = QHBoxLayout()
        below.addWidget(self.state_label, 1)
        below.addWidget(self.build_button)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Raster"), self.raster)
        form.addRow(self.tr("Index"), self.file)
        form.addRow(below)

        self.raster.layerChanged.connect(self._suggest)
        self.file.fileChanged.connect(self.refresh)
        self.build_button.clicked.connect(self.build_requested)
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

    def state(self) -> Optional[IndexState]:
        """How far the chosen index has come; None where none is chosen."""
        return None if self.path is None else state_of(self.path)

    def refresh(self) -> None:
        """Look at the index file again."""
        state = self.state()
        if state is None:
            self.state_label.setText(self.tr("Choose a raster layer or an index file."))
        else:
            self.state_label.setText(state.sentence)
        done = state is not None and state.stage == COMPLETE
        self.build_button.setText(self.tr("Update index") if done else self.tr("Build index"))
        self.state_changed.emit()

    def follow_project(self) -> None:
        """The project was opened, cleared or saved elsewhere: suggest anew."""
        self._suggest()

    def _suggest(self) -> None:
        """Fill in the index file, unless the user has chosen one himself."""
        if self.file.filePath() in ("", self._suggested):
            layer = self.layer
            file = "" if layer is None else str(index_file(self._project, layer.name()))
            self._suggested = file
            self.file.setFilePath(file)
        self.refresh()
