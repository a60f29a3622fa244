"""Errors that carry a sentence for the user."""


class SkymatchError(Exception):
    """Something the user can act on.

    The message is one or two plain sentences: what is wrong and what to do next.
    Callers show it as it is.
    """


class Cancelled(SkymatchError):
    """The user stopped the work; everything finished so far is kept."""

    def __init__(self, message: str = "Stopped. Everything finished so far is kept.") -> None:
        super().__init__(message)
