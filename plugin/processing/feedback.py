"""Processing's feedback as the engine's: cancel, progress, and the time that is left."""

import time
from typing import Optional, Tuple

from qgis.core import QgsProcessingFeedback

SHORTEST_ESTIMATE_S = 2.0
LEAST_PROGRESS = 0.01


class ProcessingFeedback:
    """Passes the engine's progress on to a QgsProcessingFeedback; see `engine.feedback`."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._start: Optional[Tuple[float, float]] = None
        self._last_text = ""

    def is_cancelled(self) -> bool:
        """True once the user pressed Cancel."""
        return bool(self._feedback.isCanceled())

    def progress(self, fraction: float, text: str) -> None:
        """Show the finished fraction (0 to 1) and, if not empty, a sentence with the time left."""
        self._feedback.setProgress(100.0 * min(max(fraction, 0.0), 1.0))
        now = time.monotonic()
        if self._start is None or fraction < self._start[1]:
            self._start = (now, fraction)
        if not text or text == self._last_text:
            return
        self._last_text = text
        left = self._remaining_s(now, fraction)
        shown = text if left is None else f"{text} – about {duration(left)} left"
        self._feedback.setProgressText(shown)

    def _remaining_s(self, now: float, fraction: float) -> Optional[float]:
        """Seconds left at the speed so far; what earlier runs finished does not count as speed."""
        if self._start is None:
            return None
        elapsed, made = now - self._start[0], fraction - self._start[1]
        if elapsed < SHORTEST_ESTIMATE_S or made < LEAST_PROGRESS or fraction >= 1.0:
            return None
        return elapsed / made * (1.0 - fraction)


def duration(seconds: float) -> str:
    """Seconds in words a person says: 40 s, 12 min, 3 h 20 min."""
    whole = int(round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = (whole + 30) // 60
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
