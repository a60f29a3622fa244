"""Asks `skymatch:inspectphoto` about a photo while its values change, as fast as it answers."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTemporaryDir, QTimer, pyqtSignal

from .runner import AlgorithmRunner

INSPECT = "skymatch:inspectphoto"
PHOTO = "PHOTO"
PAUSE_MS = 120


class PhotoInspector(QObject):
    """One question at a time; of those that wait only the newest is asked.

    While a value is dragged, earlier answers about the same photo are given too: the view follows.

    Signals:
        started: a question is being worked on.
        inspected: the answers to a question about this photo, see the algorithm's outputs.
        failed: a sentence.
    """

    started = pyqtSignal()
    inspected = pyqtSignal(dict)
    failed = pyqtSignal(str)

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._wanted: Optional[Dict[str, Any]] = None
        self._asked: Dict[str, Any] = {}
        self._pictures: Optional[QTemporaryDir] = None
        self._number = 0
        self.runner = AlgorithmRunner(self, remembers=False)
        self.runner.succeeded.connect(self._succeeded)
        self.runner.failed.connect(self._failed)
        self.runner.stopped.connect(self._start)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._wanted is not None or self.runner.busy

    def ask(self, parameters: Dict[str, Any]) -> None:
        """Inspect soon; forget what waits."""
        self._wanted = dict(parameters)
        if not self._pause.isActive():
            self._pause.start()

    def forget(self) -> None:
        """Nothing is to be inspected any more."""
        self._wanted = None
        self._pause.stop()
        self.runner.cancel()

    def _start(self) -> None:
        if self._wanted is None or self._pause.isActive():
            return
        if self.runner.busy:
            if not self._same_photo:
                self.runner.cancel()
            return  # `stopped`, `failed` or `succeeded` leads here again
        self._asked, self._wanted = self._wanted, None
        self.started.emit()
        self.runner.start(INSPECT, {**self._asked, "BIRDSEYE": self._picture()}, self._project)

    @property
    def _same_photo(self) -> bool:
        """Whether what waits is about the photo that is being looked at."""
        return self._wanted is not None and self._wanted.get(PHOTO) == self._asked.get(PHOTO)

    def _picture(self) -> str:
        """A file for the next picture; two take turns, so that none is read while it is written."""
        if self._pictures is None:
            self._pictures = QTemporaryDir()
        self._number = 1 - self._number
        return str(Path(self._pictures.path()) / f"birdseye{self._number}.png")

    def _succeeded(self, results: Dict[str, Any]) -> None:
        if self._wanted is None or self._same_photo:
            self.inspected.emit(results)
        self._start()

    def _failed(self, sentence: str) -> None:
        if self._wanted is None:
            self.failed.emit(sentence)
        else:
            self._start()
