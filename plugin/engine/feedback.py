"""How long work reports progress and learns that it was cancelled."""

from typing import Protocol

from .errors import Cancelled


class Feedback(Protocol):
    """What the engine needs of its caller; QgsFeedback is adapted to it in `processing`."""

    def is_cancelled(self) -> bool:
        """True once the user asked to stop."""
        ...

    def progress(self, fraction: float, text: str) -> None:
        """Report the finished fraction (0 to 1) and, if not empty, a sentence."""
        ...


class SilentFeedback:
    """Never cancelled, reports nothing: for notebooks, workers and tests."""

    def is_cancelled(self) -> bool:
        """See `Feedback`."""
        return False

    def progress(self, fraction: float, text: str) -> None:
        """See `Feedback`."""


class StepFeedback:
    """One step of a longer work: maps its own 0 to 1 onto a part of the whole."""

    def __init__(self, whole: Feedback, start: float, end: float) -> None:
        self._whole = whole
        self._start = start
        self._length = end - start

    def is_cancelled(self) -> bool:
        """See `Feedback`."""
        return self._whole.is_cancelled()

    def progress(self, fraction: float, text: str) -> None:
        """See `Feedback`."""
        self._whole.progress(self._start + self._length * fraction, text)


def stop_if_cancelled(feedback: Feedback) -> None:
    """Raise `Cancelled` when the user asked to stop."""
    if feedback.is_cancelled():
        raise Cancelled()
