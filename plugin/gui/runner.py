"""Runs a Processing algorithm as a background task and reports how it ended in one sentence."""

from typing import Any, Dict, List, Optional, Set

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from ..layers.language import tr
from .history import RememberedRun, python_line, remember

# Algorithm, context and feedback must outlive the task that works with them, also where the runner
# does not because the plugin is unloaded: or QGIS crashes, or the end is never reported
# (qgis/QGIS 59464, 38583).
_running: "Set[_Run]" = set()


class AlgorithmRunner(QObject):
    """One algorithm at a time, in QGIS's task manager.

    Signals:
        progressed: per cent done, and the latest sentence about it.
        succeeded: the algorithm's results.
        failed: a sentence for the user.
        stopped: the user cancelled.
    """

    progressed = pyqtSignal(float, str)
    succeeded = pyqtSignal(dict)
    failed = pyqtSignal(str)
    stopped = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None, remembers: bool = True) -> None:
        """A runner that remembers writes its runs into the Processing history."""
        super().__init__(parent)
        self._remembers = remembers
        self._remembered = RememberedRun()
        self._feedback: Optional[_SentenceFeedback] = None  # while something runs

    @property
    def busy(self) -> bool:
        """Whether an algorithm is running."""
        return self._feedback is not None

    def start(self, algorithm_id: str, parameters: Dict[str, Any], project: QgsProject) -> None:
        """Run an algorithm; one of `succeeded`, `failed` and `stopped` follows."""
        if self.busy:
            self.failed.emit(tr("Skymatch is still at work. Wait for it or cancel it."))
            return
        algorithm, context = self._algorithm_by_id(algorithm_id), _context(project)
        if algorithm is None:
            return
        for able, sentence in (
            algorithm.canExecute(),
            algorithm.checkParameterValues(parameters, context),
        ):
            if not able:
                self.failed.emit(sentence)
                return
        if self._remembers:
            self._remembered = remember(algorithm, parameters, context)
        feedback = _SentenceFeedback()
        context.setFeedback(feedback)
        feedback.progressChanged.connect(self._tell_progress)
        feedback.said.connect(self._tell_progress)
        self._feedback = feedback
        if algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            self._run_here(algorithm, parameters, context, feedback)
            return
        run = _Run(algorithm, parameters, context, feedback)
        run.task.executed.connect(self._ended)
        run.start()

    def _run_here(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: "_SentenceFeedback",
    ) -> None:
        """In the main thread, behind a window that shows progress and can cancel."""
        parent = self.parent() if isinstance(self.parent(), QWidget) else None
        window = QProgressDialog(algorithm.displayName(), tr("Cancel"), 0, 100, parent)
        window.setWindowModality(Qt.WindowModality.ApplicationModal)
        window.canceled.connect(feedback.cancel)
        # Setting the value lets events happen, for this window alone.
        feedback.progressChanged.connect(lambda percent: window.setValue(min(99, int(percent))))
        results, succeeded = algorithm.run(parameters, context, feedback)
        window.canceled.disconnect(feedback.cancel)
        window.close()
        window.deleteLater()
        self._ended(succeeded, results)

    def python_line(
        self, algorithm_id: str, parameters: Dict[str, Any], project: QgsProject
    ) -> str:
        """The same run for QGIS's Python console; empty after a `failed`."""
        algorithm = self._algorithm_by_id(algorithm_id)
        if algorithm is None:
            return ""
        return python_line(algorithm, parameters, _context(project))

    def cancel(self) -> None:
        """Ask the running algorithm to stop."""
        if self._feedback is not None:
            self._feedback.cancel()

    def _algorithm_by_id(self, algorithm_id: str) -> Optional[QgsProcessingAlgorithm]:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        if algorithm is None:
            self.failed.emit(
                tr("{} is not available. Switch the Skymatch plugin off and on.").format(
                    algorithm_id
                )
            )
        return algorithm

    def _tell_progress(self) -> None:
        feedback = self._feedback
        if feedback is not None:
            self.progressed.emit(feedback.progress(), feedback.latest)

    def _ended(self, succeeded: bool, results: Dict[str, Any]) -> None:
        feedback = self._feedback
        self._feedback = None
        if feedback is None:
            return
        if feedback.isCanceled():
            self.stopped.emit()
        elif succeeded:
            self._remembered.add_results(dict(results))
            self.succeeded.emit(dict(results))
        else:
            unexpected = tr(
                "Something unexpected went wrong. The log panel, tab Processing, has the details."
            )
            self.failed.emit(feedback.sentence() or unexpected)


def _context(project: QgsProject) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(project)
    context.setTransformContext(project.transformContext())
    return context


class _Run:
    """A task and what it works with, kept until it has ended."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: "_SentenceFeedback",
    ) -> None:
        self._works_with = (algorithm, context, feedback)
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        self.task.executed.connect(lambda *_: _running.discard(self))

    def start(self) -> None:
        """Hand the task to QGIS."""
        _running.add(self)
        QgsApplication.taskManager().addTask(self.task)


class _SentenceFeedback(QgsProcessingFeedback):
    """Remembers what the algorithm says; the methods are called in the worker thread.

    Signals:
        said: there is a new sentence about the progress.
    """

    said = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(False)
        self.latest = ""
        self._errors: List[str] = []

    def setProgressText(self, text: str) -> None:
        """What the algorithm is doing."""
        self.latest = text
        super().setProgressText(text)
        self.said.emit()

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """What went wrong."""
        self._errors.append(error)
        super().reportError(error, fatalError)

    def sentence(self) -> str:
        """The last thing that went wrong; empty when only a programmer could read it."""
        last = self._errors[-1].strip() if self._errors else ""
        return "" if last.startswith("Traceback") else last
