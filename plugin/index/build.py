"""Building an index: the blocks of an area, encoded and stored one after the other."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from ..engine.aerial import Block, blocks_of
from ..engine.encoder import Encoder
from ..engine.errors import SkymatchError
from ..engine.feedback import Feedback, StepFeedback
from ..engine.grid import MetricGrid
from ..engine.tokens import Imagery
from .info import IndexInfo
from .pipeline import Unread, encoded_blocks, missing_tiles
from .writer import IndexWriter, open_for_building


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
        errors: what went wrong, a sentence for every kind of trouble.
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


@dataclass(frozen=True)
class Share:
    """The blocks that one of several processes makes: every `count`-th one from `number` on."""

    number: int = 0
    count: int = 1

    def of(self, blocks: List[Block]) -> List[Block]:
        """The blocks of this share, in their order."""
        return blocks[self.number :: self.count]


WHOLE = Share()


def build_index(
    imagery: Imagery,
    info: IndexInfo,
    area: Optional[BaseGeometry],
    encoder: Encoder,
    path: Path,
    feedback: Feedback,
    share: Share = WHOLE,
) -> BuildReport:
    """Build an index, or continue one; what is finished is kept whatever happens.

    Args:
        imagery: where the pixels come from.
        info: the index to build; `blocks_total` is worked out here.
        area: polygon in the grid's CRS, blocks outside it are left out; None for all.
        encoder: the model.
        path: of the index file.
        feedback: progress and cancellation.
        share: the part of the blocks to make, see `index.merge`.

    Raises:
        Cancelled: the user stopped; finished blocks are in the file.
        SkymatchError: the file is not ours to write, or no imagery could be read at all.
    """
    started = time.monotonic()
    planned = share.of(planned_blocks(info.grid, info.block_tokens, area))
    with open_for_building(path, info) as writer:
        done = writer.done()
        places = {(block.row, block.col) for block in planned}
        writer.set_blocks_total(len(places | writer.present()))
        todo = [block for block in planned if (block.row, block.col) not in done]
        missing_before = missing_tiles(imagery)
        errors = _write_blocks(imagery, encoder, writer, todo, len(planned), feedback)
        tokens = writer.covered_tokens()
    missing = missing_tiles(imagery) - missing_before
    if tokens == 0 and share == WHOLE:
        raise SkymatchError(nothing_read(info, errors, missing))
    return BuildReport(
        tokens=tokens,
        area_km2=tokens * info.grid.spacing_m**2 / 1e6,
        seconds=time.monotonic() - started,
        blocks_new=len(todo) - len(errors),
        blocks_kept=len(planned) - len(todo),
        blocks_total=len(planned),
        missing_tiles=missing,
        errors=tuple(dict.fromkeys(errors)),
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


def nothing_read(info: IndexInfo, errors: List[str], missing: int) -> str:
    """Why an index has not a single token, and what to do."""
    if errors:
        return f"{info.source_name} could not be read. {errors[0]}"
    if missing:
        return (
            f"No tile of {info.source_name} could be fetched. Check the network connection, the "
            "layer's address and login, and that it shows a picture when you zoom in to scale "
            "1:500; then run again."
        )
    return (
        f"{info.source_name} has no picture in this area. "
        "Choose an extent where the layer shows imagery."
    )


def _write_blocks(
    imagery: Imagery,
    encoder: Encoder,
    writer: IndexWriter,
    todo: List[Block],
    total: int,
    feedback: Feedback,
) -> List[str]:
    """Encode and store blocks; returns a sentence for every one that could not be read."""
    if not todo:
        feedback.progress(1.0, "")
        return []
    errors: List[str] = []
    kept, grid = total - len(todo), writer.info.grid
    started, made_m2 = time.monotonic(), 0.0
    feedback.progress(kept / total, f"Block {kept + 1} of {total}")
    step = StepFeedback(feedback, kept / total, 1.0)
    outcomes = encoded_blocks(imagery, grid, todo, encoder, step)
    for number, outcome in enumerate(outcomes, start=kept + 1):
        if isinstance(outcome, Unread):
            errors.append(outcome.reason)
            continue
        writer.write(*outcome)
        made_m2 += outcome.block.rows * outcome.block.cols * grid.spacing_m**2
        rate = made_m2 / max(time.monotonic() - started, 1e-3)
        feedback.progress(
            number / total, f"Block {min(number + 1, total)} of {total}, {rate:,.0f} m²/s"
        )
    feedback.progress(1.0, "")
    return errors


def _footprint(grid: MetricGrid, block: Block) -> BaseGeometry:
    part = grid.part(*block)
    return box(part.west_m, part.south_m, part.east_m, part.north_m)
