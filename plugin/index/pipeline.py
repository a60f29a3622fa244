"""Reading one block while the one before it is encoded, in a second thread.

Pixels are read in the caller's thread, since imagery may be bound to it; the encoder runs in the
other one and needs none of its own objects there. At most three blocks of pixels are in memory.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from typing import Iterator, List, NamedTuple, Optional, Protocol, Union, runtime_checkable

from ..engine.aerial import Block, encode_window, read_block
from ..engine.encoder import Encoder
from ..engine.errors import Cancelled, SkymatchError
from ..engine.feedback import Feedback, StepFeedback, stop_if_cancelled
from ..engine.grid import MetricGrid
from ..engine.tokens import Imagery, TokenCodes

POLL_S = 0.1


@runtime_checkable
class CountsMissing(Protocol):
    """Imagery that counts the tiles it could not fetch, since it was opened."""

    missing_tiles: int


class Made(NamedTuple):
    """A block that was encoded, and how many tiles could not be fetched for it."""

    block: Block
    part: TokenCodes
    missing_tiles: int


class Unread(NamedTuple):
    """A block whose pixels could not be read, and why, as a sentence."""

    block: Block
    reason: str


def encoded_blocks(
    imagery: Imagery, grid: MetricGrid, blocks: List[Block], encoder: Encoder, feedback: Feedback
) -> Iterator[Union[Made, Unread]]:
    """Encode blocks in their order.

    Raises:
        Cancelled: within a group of windows or a read of the imagery.
    """
    with ThreadPoolExecutor(max_workers=1) as second_thread:
        ahead: Optional[_Encoding] = None
        for number, block in enumerate(blocks):
            stop_if_cancelled(feedback)
            before = missing_tiles(imagery)
            failure = ""
            try:
                window = read_block(imagery, grid, block, encoder.pack)
            except Cancelled:
                raise
            except SkymatchError as error:
                failure = str(error)
            else:
                missing = missing_tiles(imagery) - before
                step = StepFeedback(feedback, number / len(blocks), (number + 1) / len(blocks))
                quiet = _Quiet(step)
                future = second_thread.submit(encode_window, window, grid, block, encoder, quiet)
                del window  # or it would live until the next one has been read
            if ahead is not None:
                yield ahead.wait()
                ahead = None
            if failure:
                yield Unread(block, failure)
            else:
                ahead = _Encoding(block, missing, future, quiet)
        if ahead is not None:
            yield ahead.wait()


def missing_tiles(imagery: Imagery) -> int:
    """Tiles that some imagery could not fetch so far; 0 where it does not count."""
    return imagery.missing_tiles if isinstance(imagery, CountsMissing) else 0


class _Quiet:
    """Feedback for the second thread: progress is kept until the first one asks for it."""

    def __init__(self, feedback: Feedback) -> None:
        self.feedback = feedback
        self.fraction = 0.0

    def is_cancelled(self) -> bool:
        """See `Feedback`."""
        return self.feedback.is_cancelled()

    def progress(self, fraction: float, text: str) -> None:
        """See `Feedback`."""
        self.fraction = fraction


class _Encoding(NamedTuple):
    """A block on its way through the second thread."""

    block: Block
    missing_tiles: int
    future: "Future[TokenCodes]"
    quiet: _Quiet

    def wait(self) -> Made:
        """Pass on progress until the codes are there."""
        while True:
            stop_if_cancelled(self.quiet.feedback)
            try:
                part = self.future.result(timeout=POLL_S)
            except StillRunning:
                self.quiet.feedback.progress(self.quiet.fraction, "")
            else:
                return Made(self.block, part, self.missing_tiles)
