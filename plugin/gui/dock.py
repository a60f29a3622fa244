"""The Skymatch dock: imagery, photo, results. All work is done by Processing."""

from functools import partial
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ..engine.errors import SkymatchError
from ..layers.language import tr
from .canvas_drop import CanvasDrop
from .dock_results import load_coverage, load_results
from .dock_runs import (
    BUILD,
    GEOTAG,
    LOCATE_SEVERAL,
    REPORT,
    Search,
    make_folder,
    search_for,
    written_from,
    written_line,
)
from .dock_work import OutcomeLabel, WorkBar, python_menu
from .help_pages import help_button
from .index_panel import IndexPanel
from .own_key import OwnKey
from .photo_panel import PhotoPanel
from .photo_panel_intake import dropped_photos
from .review_panel import ReviewPanel
from .runner import AlgorithmRunner
from .steps import Step, Steps

ESTIMATE = "estimate"


class SkymatchDock(QgsDockWidget):
    """A thin front to `skymatch:buildindex`, `skymatch:locatephoto` and `skymatch:locatephotos`."""

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
        self._search: Optional[Search] = None
        self._stopped_for_good = False
        self.runner = AlgorithmRunner(self)
        self._build_widgets()
        self._connect()
        self._show_index_state()
        self._show_photo_state()
        self._show_results_state()
        self.not_here.show_layer(self.review.layer)

    def stop(self) -> None:
        """Cancel what is running; the plugin is about to be unloaded."""
        self.runner.cancel()
        if self._stopped_for_good:
            return
        self._stopped_for_good = True
        self.canvas_drop.stop()
        self.photo.stop()
        self.index.stop()
        self.review.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept photo files."""
        if dropped_photos(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped photos."""
        photos = dropped_photos(event)
        if photos:
            self.take_photos(photos)
            event.acceptProposedAction()

    def take_photos(self, paths: List[str]) -> None:
        """Choose photos and show what is known of them."""
        self.photo_step.open()
        self.photo.take(paths)

    def build(self) -> None:
        """Build or continue the index."""
        try:
            parameters = self.index.begin()
            make_folder(self.index.path)
        except SkymatchError as error:
            self._say(str(error))
            return
        self._start(BUILD, BUILD, parameters)

    def estimate(self) -> None:
        """Measure what building would take."""
        try:
            parameters = self.index.estimate_parameters()
        except SkymatchError as error:
            self._say(str(error))
            return
        self._start(ESTIMATE, BUILD, parameters)

    def find(self) -> None:
        """Locate the photos; the results go into a GeoPackage of their own."""
        try:
            if not self.photo.paths:
                raise SkymatchError(tr("Choose a photo first, or drop one onto this panel."))
            self.index.refuse_search()
            self._search = search_for(self.photo, self.index.source, self._project)
        except SkymatchError as error:
            self._say(str(error))
            return
        self._start(self._search.algorithm_id, self._search.algorithm_id, self._search.parameters)

    def write(self, algorithm_id: str, layer: QgsVectorLayer) -> None:
        """Print a report on a candidates layer, or geotag copies of its photos."""
        try:
            parameters = written_from(algorithm_id, layer, self._project)
        except SkymatchError as error:
            self._say(str(error))
            return
        self._start(algorithm_id, algorithm_id, parameters)

    def _build_widgets(self) -> None:
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet("font-weight: bold")
        self.index = IndexPanel(self._canvas, self._project)
        self.photo = PhotoPanel(self._canvas, self._project)
        self.review = ReviewPanel(self._canvas, self._project)
        self.candidates = self.review.list
        self.not_here = OutcomeLabel()
        results = QWidget()
        below = QVBoxLayout(results)
        below.setContentsMargins(0, 6, 0, 0)
        below.addWidget(self.not_here)
        below.addWidget(self.review, 1)
        self.index_step = Step(tr("&1  Imagery"), self.index)
        self.index_step.add_button(help_button("dock.html"))
        self.photo_step = Step(tr("&2  Photo"), self.photo)
        self.results_step = Step(tr("&3  Results"), results, grows=True)
        self.steps = Steps([self.index_step, self.photo_step, self.results_step])
        self.work = WorkBar()
        self.progress, self.progress_label = self.work.progress, self.work.label
        self.cancel_button = self.work.cancel_button
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.problem)
        column.addWidget(self.steps, 1)
        column.addWidget(self.work)
        self.setWidget(body)
        self.canvas_drop = CanvasDrop(self._canvas, self)
        self.paste_key = OwnKey(QKeySequence.StandardKey.Paste, self)
        self.photo_step.open()
        self.index_step.open()

    def _connect(self) -> None:
        self.index.build_requested.connect(self.build)
        self.index.estimate_requested.connect(self.estimate)
        self.index.state_changed.connect(self._show_index_state)
        self.photo.find_requested.connect(self.find)
        self.photo.changed.connect(self._show_photo_state)
        self.photo.said.connect(self._say)
        self.canvas_drop.dropped.connect(self.take_photos)
        self.cancel_button.clicked.connect(self.runner.cancel)
        self.review.said.connect(self._say)
        self.review.informed.connect(self._inform)
        self.review.report_wanted.connect(partial(self.write, REPORT))
        self.review.copies_wanted.connect(partial(self.write, GEOTAG))
        self.runner.progressed.connect(self.work.show_progress)
        self.runner.succeeded.connect(self._succeeded)
        self.runner.failed.connect(self._failed)
        self.runner.stopped.connect(self._stopped)
        self._project.readProject.connect(self.index.follow_project)
        self._project.projectSaved.connect(self.index.follow_project)
        menu, find = python_menu(self.copy_python), self.photo.find_button
        self.photo.last_row.insertWidget(0, menu)
        self.setTabOrder(find.previousInFocusChain(), menu)
        self.paste_key.pressed.connect(self.photo.paste)
        self.review.session.state_changed.connect(self._show_results_state)
        self.review.layer_changed.connect(self.not_here.show_layer)

    def copy_python(self, search: bool) -> None:
        """Put the run that Find, or Build, would start now on the clipboard as Python."""
        try:
            if search:
                wanted = search_for(self.photo, self.index.source, self._project)
                algorithm_id, parameters = wanted.algorithm_id, wanted.parameters
            else:
                algorithm_id, parameters = BUILD, self.index.parameters()
        except SkymatchError as error:
            self._say(str(error))
            return
        line = self.runner.python_line(algorithm_id, parameters, self._project)
        if line:
            QApplication.clipboard().setText(line)
            self._inform(tr("Copied; paste it into QGIS's Python console."))

    def _update_buttons(self) -> None:
        """Show what can be done now; what is missing is said in one sentence."""
        from ..engine.runtime import onnxruntime_problem

        problem = onnxruntime_problem()
        self.problem.setText(problem or "")
        self.problem.setVisible(problem is not None)
        able = not self._running and problem is None
        for button in (
            self.index.build_button,
            self.index.estimate_button,
            self.photo.find_button,
        ):
            button.setEnabled(able)
        if problem is None and not self.photo.can_inspect:
            self.photo.can_inspect = True
            self.photo.inspect()
        self.photo.can_inspect = problem is None
        self.work.setVisible(bool(self._running))

    def _show_index_state(self) -> None:
        self._update_buttons()
        self.index_step.say(self.index.summary)

    def _show_photo_state(self) -> None:
        self.photo_step.say(self.photo.summary)

    def _show_results_state(self, *_: object) -> None:
        count = self.candidates.topLevelItemCount()
        unsaved = self.review.session.unsaved
        line = tr("{} candidates").format(count) if count else tr("none yet")
        if unsaved:
            line = tr("{}, {} unsaved").format(line, unsaved)
        self.results_step.say(line)

    def _start(self, purpose: str, algorithm_id: str, parameters: Dict[str, Any]) -> None:
        self._running = purpose
        self.work.begin()
        self._update_buttons()
        self.runner.start(algorithm_id, parameters, self._project)

    def _succeeded(self, results: Dict[str, Any]) -> None:
        finished = self._finish()
        if finished == ESTIMATE:
            self.index.show_estimate(self.work.estimate_text(results))
        elif finished == BUILD:
            load_coverage(self._project, Path(results["INDEX"]), self.index.layer)
            self._say(tr("The index is ready."), Qgis.MessageLevel.Success)
            self.photo_step.open()
        elif finished in (REPORT, GEOTAG):
            self._say(written_line(results), Qgis.MessageLevel.Success)
        elif self._search is not None:
            self._load(self._search, results)

    def _load(self, search: Search, results: Dict[str, Any]) -> None:
        several = search.algorithm_id == LOCATE_SEVERAL
        try:
            layer = load_results(self._project, search.file, several)
        except SkymatchError as error:
            self._say(str(error), Qgis.MessageLevel.Critical)
            return
        self.review.show_layer(layer)
        self.not_here.tell(self.work.outcome_text(results))
        self._show_results_state()
        self.steps.open_only(self.results_step)

    def _failed(self, sentence: str) -> None:
        self._finish()
        self._say(sentence, Qgis.MessageLevel.Critical)

    def _stopped(self) -> None:
        self._finish()
        self._say(tr("Stopped. Everything finished so far is kept."), Qgis.MessageLevel.Info)

    def _finish(self) -> str:
        """Back to idle; returns what has ended."""
        finished, self._running = self._running, ""
        self._update_buttons()
        if finished == BUILD:
            self.index.refresh()
        return finished

    def _inform(self, sentence: str) -> None:
        self._say(sentence, Qgis.MessageLevel.Info)

    def _say(self, sentence: str, level: "Qgis.MessageLevel" = Qgis.MessageLevel.Warning) -> None:
        self._bar.pushMessage("Skymatch", sentence, level)
