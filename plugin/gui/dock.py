"""The Skymatch dock: raster and photo in, candidates out. All work is done by Processing."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import Qgis, QgsDataSourceUri, QgsProject
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.errors import SkymatchError
from ..layers.groups import add_result_group, open_results
from ..layers.tables import CANDIDATES, KINDS
from .candidate_list import CandidateList
from .index_panel import IndexPanel
from .photo_panel import PhotoPanel, is_photo
from .places import free_results_file
from .runner import AlgorithmRunner
from .show_feature import show_feature

BUILD = "skymatch:buildindex"
LOCATE = "skymatch:locatephoto"


class SkymatchDock(QgsDockWidget):
    """A thin front to `skymatch:buildindex` and `skymatch:locatephoto`."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        message_bar: QgsMessageBar,
        project: Optional[QgsProject] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        """The canvas shows candidates, the message bar sentences."""
        super().__init__(parent)
        self.setObjectName("SkymatchDock")
        self.setWindowTitle("Skymatch")
        self.setAcceptDrops(True)
        self._canvas = canvas
        self._bar = message_bar
        self._project = project or QgsProject.instance()
        self._running = ""
        self._results_file: Optional[Path] = None
        self.runner = AlgorithmRunner(self)
        self._build_widgets()
        self._connect()
        self._update_buttons()

    def stop(self) -> None:
        """Cancel what is running; the plugin is about to be unloaded."""
        self.runner.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept photo files."""
        if _dropped_photo(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped photo."""
        photo = _dropped_photo(event)
        if photo:
            self.photo.file.setFilePath(photo)
            event.acceptProposedAction()

    def build(self) -> None:
        """Build or continue the index."""
        layer, file = self.index.layer, self.index.path
        if layer is None or file is None:
            self._say(self.tr("Choose the raster layer to index and a file for its index."))
            return
        if self._folder_ready(file):
            self._start(BUILD, {"RASTER": layer.id(), "INDEX": str(file)})

    def find(self) -> None:
        """Locate the photo; the results go into a GeoPackage of their own."""
        photo, state = self.photo.path, self.index.state()
        if photo is None or not photo.is_file():
            self._say(self.tr("Choose a photo first, or drop one onto this panel."))
            return
        if state is None or not state.searchable:
            self._say(self.tr("There is no index to search yet. Choose a raster and build it."))
            return
        file = free_results_file(self._project, photo)
        if not self._folder_ready(file):
            return
        parameters: Dict[str, Any] = {"PHOTO": str(photo), "INDEX": str(self.index.path)}
        if self.photo.heading_deg is not None:
            parameters["HEADING"] = self.photo.heading_deg
            parameters["HEADING_TOLERANCE"] = self.photo.tolerance_deg
        if self.photo.fov_deg is not None:
            parameters["FOV"] = self.photo.fov_deg
        for kind in KINDS:
            parameters[kind.upper()] = _table(file, kind)
        self._results_file = file
        self._start(LOCATE, parameters)

    def _build_widgets(self) -> None:
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet("QLabel { color: #b34700; font-weight: bold; }")
        self.index = IndexPanel(self._project)
        self.photo = PhotoPanel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress_label = QLabel()
        self.progress_label.setWordWrap(True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.not_here = QLabel()
        self.not_here.setWordWrap(True)
        self.candidates = CandidateList()
        work = QHBoxLayout()
        work.addWidget(self.progress, 1)
        work.addWidget(self.cancel_button)
        body = QWidget()
        column = QVBoxLayout(body)
        for widget in (self.problem, self.index, self.photo):
            column.addWidget(widget)
        column.addLayout(work)
        column.addWidget(self.progress_label)
        column.addWidget(self.candidates, 1)
        column.addWidget(self.not_here)
        self.setWidget(body)

    def _connect(self) -> None:
        self.index.build_requested.connect(self.build)
        self.index.state_changed.connect(self._update_buttons)
        self.photo.find_requested.connect(self.find)
        self.cancel_button.clicked.connect(self.runner.cancel)
        self.candidates.chosen.connect(self._show_candidate)
        self.runner.progressed.connect(self._progressed)
        self.runner.succeeded.connect(self._succeeded)
        self.runner.failed.connect(self._failed)
        self.runner.stopped.connect(self._stopped)
        self._project.layersWillBeRemoved.connect(self.candidates.forget)
        self._project.readProject.connect(self.index.follow_project)
        self._project.projectSaved.connect(self.index.follow_project)

    def _update_buttons(self) -> None:
        """Show what can be done now; what is missing is said in one sentence."""
        from ..engine.encoder import onnxruntime_problem

        problem = onnxruntime_problem()
        self.problem.setText(problem or "")
        self.problem.setVisible(problem is not None)
        idle = not self._running
        self.index.build_button.setEnabled(idle and problem is None)
        self.photo.find_button.setEnabled(idle and problem is None)
        for widget in (self.progress, self.progress_label, self.cancel_button):
            widget.setVisible(not idle)

    def _start(self, algorithm_id: str, parameters: Dict[str, Any]) -> None:
        self._running = algorithm_id
        self.progress.setValue(0)
        self.progress_label.setText("")
        self.cancel_button.setEnabled(True)
        self._update_buttons()
        self.runner.start(algorithm_id, parameters, self._project)

    def _progressed(self, percent: float, sentence: str) -> None:
        self.progress.setValue(int(percent))
        self.progress_label.setText(sentence)

    def _succeeded(self, results: Dict[str, Any]) -> None:
        finished = self._finish()
        if finished == BUILD:
            self._say(self.tr("The index is ready."), Qgis.MessageLevel.Success)
        elif self._results_file is not None:
            self._load(self._results_file, results)

    def _load(self, file: Path, results: Dict[str, Any]) -> None:
        from ..processing.locate_report import not_here_line

        try:
            layers = open_results(file)
        except SkymatchError as error:
            self._say(str(error), Qgis.MessageLevel.Critical)
            return
        add_result_group(self._project, file.stem, layers)
        self.candidates.show_layer(layers[CANDIDATES])
        self.not_here.setText(not_here_line(results.get("NOT_HERE_PROBABILITY", 0.0)))

    def _failed(self, sentence: str) -> None:
        self._finish()
        self._say(sentence, Qgis.MessageLevel.Critical)

    def _stopped(self) -> None:
        self._finish()
        self._say(self.tr("Stopped. Everything finished so far is kept."), Qgis.MessageLevel.Info)

    def _finish(self) -> str:
        """Back to idle; returns which algorithm it was."""
        finished, self._running = self._running, ""
        self.index.refresh()
        return finished

    def _show_candidate(self, layer_id: str, feature_id: int) -> None:
        layer = self._project.mapLayer(layer_id)
        if layer is None or not show_feature(self._canvas, self._project, layer, feature_id):
            self._say(self.tr("This candidate is no longer in the project."))

    def _folder_ready(self, file: Path) -> bool:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._say(
                self.tr("The folder {} cannot be made: {}. Save the project elsewhere.").format(
                    file.parent, error.strerror
                )
            )
            return False
        return True

    def _say(self, sentence: str, level: "Qgis.MessageLevel" = Qgis.MessageLevel.Warning) -> None:
        self._bar.pushMessage("Skymatch", sentence, level)


def _table(file: Path, name: str) -> str:
    """A table of a GeoPackage as destination of a sink."""
    table = QgsDataSourceUri()
    table.setDatabase(str(file))
    table.setDataSource("", name, "geom")
    return f"ogr:{table.uri()}"


def _dropped_photo(event: QDropEvent) -> str:
    """The first photo among dropped files, or an empty text."""
    copy = Qt.DropAction.CopyAction
    if not event.possibleActions() & copy:
        return ""
    paths = (url.toLocalFile() for url in event.mimeData().urls())
    return next((path for path in paths if is_photo(path)), "")
