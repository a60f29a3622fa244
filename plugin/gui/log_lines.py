"""The last lines of QGIS's log that are Skymatch's, kept for the diagnostics."""

from collections import deque
from datetime import datetime
from typing import Deque, List

from qgis.core import Qgis, QgsApplication

MOST_LINES = 200
_WORDS = {
    Qgis.MessageLevel.Info: "info",
    Qgis.MessageLevel.Warning: "warning",
    Qgis.MessageLevel.Critical: "critical",
    Qgis.MessageLevel.Success: "success",
}


class LogLines:
    """Listens to QGIS's log from `start` to `stop`."""

    def __init__(self) -> None:
        self._lines: Deque[str] = deque(maxlen=MOST_LINES)

    def start(self) -> None:
        """From now on lines are kept."""
        QgsApplication.messageLog().messageReceived.connect(self._take)

    def stop(self) -> None:
        """No more."""
        QgsApplication.messageLog().messageReceived.disconnect(self._take)

    def last(self, count: int) -> List[str]:
        """The newest lines, oldest of them first."""
        return list(self._lines)[-count:]

    def _take(self, text: str, tag: str, level: "Qgis.MessageLevel") -> None:
        """Our own lines, and those of others that speak of us (Processing, Python errors)."""
        if "skymatch" in f"{tag} {text}".lower():
            time = datetime.now().strftime("%H:%M:%S")
            self._lines.append(f"{time} {tag} {_WORDS.get(level, '')}: {text.strip()}")


LOG_LINES = LogLines()
