"""Building an index: the blocks of an area, encoded and stored one after the other."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Protocol, Tuple, runtime_checkable

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from ..engine.aerial import Block, blocks_of, encode_block
from ..engine.encoder import Encoder
from ..engine.errors import Cancelled, SkymatchError
from ..engine.feedback import Feedback, StepFeedback, stop_if_cancelled
from ..engine.grid import MetricGrid
from ..engine.tokens import Imagery
from .info import IndexInfo
from .writer import IndexWriter, open_for_building


@runtime_checkable
class CountsMissing(Protocol):
    """Imagery that counts the tiles it could not fetch, since it was opened."""

    missing_tiles: int


@dataclass(frozen=True)
class BuildReport:
    """What building an index came to.

    Attributes:
        tokens: tokens with imagery in the whole index.
        area_km2: their ground area.
        seconds: time this run took.
        blocks_new: blocks made by this run.
        blocks_kept: blocks that earlier runs had finished.
        blocks_total: blocks that the area consists of.
        missing_tiles: tiles that could not be fetched in this run.
        errors: what went wrong, a sentence per block that could not be read.
    """

    tokens: int
    area_km2: float
    seconds: float
    blocks_new: int
    blocks_kept: int
    blocks_total: int
    missing_tiles: int
    errors: Tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether the index lacks nothing of the area."""
        return not self.errors and not self.missing_tiles


def build_index(
    imagery: Imagery,
    info: IndexInfo,
    area: Optional[BaseGeometry],
    encoder: Encoder,
    path: Path,
    feedback: Feedback,
) -> BuildReport:
    """Build an index, or continue one; what is finished is kept whatever happens.

    Args:
        imagery: where the pixels come from.
        info: the index to build; `blocks_total` is worked out here.
        area: polygon in the grid's CRS, blocks outside it are left out; None for all.
        encoder: the model.
        path: of the index file.
        feedback: progress and cancellation.

    Raises:
        Cancelled: the user stopped; finished blocks are in the file.
        SkymatchError: the file is not ours to write, or no imagery could be read at all.
    """
    started = time.monotonic()
    planned = planned_blocks(info.grid, info.block_tokens, area)
    with open_for_building(path, info) as writer:
        done = writer.done()
        places = {(block.row, block.col) for block in planned}
        writer.set_blocks_total(len(places | writer.present()))
        todo = [block for block in planned if (block.row, block.col) not in done]
        kept = len(planned) - len(todo)
        missing_before = _missing(imagery)
        errors = _write_blocks(imagery, encoder, writer, todo, kept, feedback)
        tokens = writer.covered_tokens()
    missing = _missing(imagery) - missing_before
    if tokens == 0:
        raise SkymatchError(_nothing_read(info, errors, missing))
    return BuildReport(
        tokens=tokens,
        area_km2=tokens * info.grid.spacing_m**2 / 1e6,
        seconds=time.monotonic() - started,
        blocks_new=len(todo) - len(errors),
        blocks_kept=kept,
        blocks_total=len(planned),
        missing_tiles=missing,
        errors=tuple(errors),
    )


def planned_blocks(
    grid: MetricGrid, block_tokens: int, area: Optional[BaseGeometry]
) -> List[Block]:
    """The blocks of a grid that touch an area."""
    blocks = blocks_of(grid, block_tokens)
    if area is None:
        return blocks
    touches = prep(area).intersects
    return [block for block in blocks if touches(_footprint(grid, block))]


def _write_blocks(
    imagery: Imagery,
    encoder: Encoder,
    writer: IndexWriter,
    todo: List[Block],
    kept: int,
    feedback: Feedback,
) -> List[str]:
    """Encode and store blocks; returns a sentence for every one that could not be read."""
    errors: List[str] = []
    total = kept + len(todo)
    grid = writer.info.grid
    started, made_m2 = time.monotonic(), 0.0
    for number, block in enumerate(todo, start=kept):
        stop_if_cancelled(feedback)
        rate = made_m2 / max(time.monotonic() - started, 1e-3)
        speed = f", {rate:,.0f} m²/s" if made_m2 else ""
        feedback.progress(number / total, f"Block {number + 1} of {total}{speed}")
        before = _missing(imagery)
        step = StepFeedback(feedback, number / total, (number + 1) / total)
        try:
            part = encode_block(imagery, grid, block, encoder, step)
        except Cancelled:
            raise
        except SkymatchError as error:
            errors.append(str(error))
            continue
        stop_if_cancelled(feedback)
        writer.write(block, part, _missing(imagery) - before)
        made_m2 += block.rows * block.cols * grid.spacing_m**2
    feedback.progress(1.0, "")
    return errors


def _missing(imagery: Imagery) -> int:
    return imagery.missing_tiles if isinstance(imagery, CountsMissing) else 0


def _footprint(grid: MetricGrid, block: Block) -> BaseGeometry:
    part = grid.part(*block)
    return box(part.west_m, part.south_m, part.east_m, part.north_m)


def _nothing_read(info: IndexInfo, errors: List[str], missing: int) -> str:
    if errors:
        return f"{info.source_name} could not be read. {errors[0]}"
    if missing:
        return (
            f"No tile of {info.source_name} could be fetched. "
            "Check the network connection and the layer's address, then run again."
        )
    return (
        f"{info.source_name} has no picture in this area. "
        "Choose an extent where the layer shows imagery."
    )
