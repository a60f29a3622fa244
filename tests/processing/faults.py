"""What the tests of faults share: a feedback that does harm, and ways to run an algorithm."""

import time

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QThread

from plugin.engine.feedback import SilentFeedback
from plugin.index.reader import verify_index


class Log(QgsProcessingFeedback):
    """Remembers what the user would read; may do something once a share of the work is done."""

    def __init__(self, at_percent=None, then=None):
        super().__init__(False)
        self.errors, self.warnings = [], []
        self._at_percent, self._then = at_percent, then
        self.progressChanged.connect(self._look)

    def _look(self, percent):
        if self._then is not None and percent >= self._at_percent:
            then, self._then = self._then, None
            then()

    @property
    def happened(self):
        """Whether it has been done."""
        return self._then is None

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushWarning(self, warning):
        """See QgsProcessingFeedback."""
        self.warnings.append(warning)


def run(kind, project, log, **parameters):
    """Runs an algorithm here; gives its results, or the sentence in which it ended."""
    context = QgsProcessingContext()
    context.setProject(project)
    try:
        results, ran = kind().create().run(parameters, context, log, {}, False)
    except QgsProcessingException as error:
        return None, str(error)
    return (results, "") if ran else (None, log.errors[-1])


def is_sentence(text):
    """Whether a user can read it."""
    return text.strip().endswith(".") and "Traceback" not in text


def is_told(text):
    """The same where QGIS itself may have said it: its sentences have no full stop."""
    return len(text.split()) > 3 and "Traceback" not in text


def wait_for(condition, seconds):
    """Let events happen until the condition holds."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        QCoreApplication.processEvents()
        QThread.msleep(10)
    assert condition()


def blocks_are_whole(path):
    """Every block that was stored is what was stored."""
    return not verify_index(path, SilentFeedback()).damaged
