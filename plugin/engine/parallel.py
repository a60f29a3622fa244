"""Independent pieces of work side by side, in order, with progress and cancellation."""

from concurrent.futures import ThreadPoolExecutor
from typing import Callable, List, Sequence, TypeVar

from .feedback import Feedback, stop_if_cancelled
from .kernels import worker_count

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def side_by_side(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], feedback: Feedback
) -> List[Result]:
    """Results of all pieces, in their order; numpy and onnxruntime leave Python's lock.

    Raises:
        Cancelled: the user stopped; pieces that had not begun are dropped.
    """
    workers = min(worker_count(), len(pieces))
    results: List[Result] = []
    if workers < 2:
        for piece in pieces:
            stop_if_cancelled(feedback)
            results.append(work(piece))
            feedback.progress(len(results) / len(pieces), "")
        return results
    with ThreadPoolExecutor(workers) as pool:
        waiting = [pool.submit(work, piece) for piece in pieces]
        try:
            for future in waiting:
                stop_if_cancelled(feedback)
                results.append(future.result())
                feedback.progress(len(results) / len(pieces), "")
        finally:
            for future in waiting:
                future.cancel()
    return results
