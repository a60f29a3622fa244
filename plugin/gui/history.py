"""Runs of the dock as Processing remembers them: in its history, and as a line of Python."""

from typing import Any, Dict, Optional

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui


class RememberedRun:
    """One run in the Processing history; what came of it is added when it has ended."""

    def __init__(self, entry_id: Optional[int] = None, details: Optional[Dict[str, Any]] = None):
        self._entry_id = entry_id
        self._details = details or {}

    def add_results(self, results: Dict[str, Any]) -> None:
        """Note the outputs, where the history has room for them (QGIS 3.24 and later)."""
        if self._entry_id is not None:
            self._details["results"] = results
            QgsGui.historyProviderRegistry().updateEntry(self._entry_id, self._details)


def remember(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> RememberedRun:
    """Write a run that is about to start into the Processing history. Main thread."""
    command = algorithm.asPythonCommand(parameters, context)
    QgsGui.processingRecentAlgorithmLog().push(algorithm.id())
    if not hasattr(QgsGui, "historyProviderRegistry"):  # before QGIS 3.24
        _append_to_log(command)
        return RememberedRun()
    details: Dict[str, Any] = {
        "python_command": command,
        "algorithm_id": algorithm.id(),
        "parameters": algorithm.asMap(parameters, context),
    }
    shell_command, complete = algorithm.asQgisProcessCommand(parameters, context)
    if complete:
        details["process_command"] = shell_command
    entry_id, added = QgsGui.historyProviderRegistry().addEntry("processing", details)
    return RememberedRun(entry_id if added else None, details)


def python_line(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> str:
    """The run as a person would type it into QGIS's Python console."""
    return str(algorithm.asPythonCommand(parameters, context))


def _append_to_log(command: str) -> None:
    """The history of QGIS 3.22 is a text file that the Processing plugin writes."""
    try:
        from processing.core.ProcessingLog import ProcessingLog
    except ImportError:  # the Processing plugin is switched off: there is no history then
        return
    ProcessingLog.addToLog(command)
