"""Small errands off the main thread: reading a picture, looking at an index."""

from typing import Any, Callable, Set

from qgis.core import QgsApplication, QgsTask

from ..engine.errors import SkymatchError
from ..layers.language import tr

# A task that nobody references never reports its end (qgis/QGIS 59464).
_running: "Set[_Errand]" = set()


def run_aside(
    title: str,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[str], None],
) -> None:
    """Have `work` done in a worker thread; `done` or `failed` is called in the main thread.

    Args:
        title: what the task manager shows.
        work: touches no widget, layer or project; may raise SkymatchError.
        done: gets what `work` returned.
        failed: gets the error's sentence.
    """
    errand = _Errand(title, work, done, failed)
    _running.add(errand)
    QgsApplication.taskManager().addTask(errand)


def _quiet_flags() -> "QgsTask.Flag":
    """No notification for what takes moments; QGIS can keep quiet from 3.26 on."""
    flags = QgsTask.Flag.CanCancel
    for name in ("Hidden", "Silent"):
        if hasattr(QgsTask.Flag, name):
            flags = flags | getattr(QgsTask.Flag, name)
    return flags


class _Errand(QgsTask):
    def __init__(
        self,
        title: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__(title, _quiet_flags())
        self._work, self._done, self._failed = work, done, failed
        self._result: Any = None
        self._sentence = ""

    def run(self) -> bool:
        """Worker thread."""
        try:
            self._result = self._work()
        except SkymatchError as error:
            self._sentence = str(error)
            return False
        return True

    def finished(self, result: bool) -> None:
        """Main thread."""
        _running.discard(self)
        if result:
            self._done(self._result)
        else:
            self._failed(self._sentence or tr("This could not be finished. Choose it again."))
