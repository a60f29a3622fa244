"""What building an index will take, measured on a few windows before it starts."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..engine.aerial import Block, encode_group, read_block, window_groups
from ..engine.encoder import LEAST_COVERED, Encoder
from ..engine.errors import SkymatchError
from ..engine.feedback import Feedback, stop_if_cancelled
from ..engine.grid import MetricGrid
from ..engine.tokens import Imagery
from .build import nothing_read, planned_blocks
from .info import IndexInfo
from .pipeline import missing_tiles
from .writer import done_blocks

PROBED_BLOCKS = 3
PROBED_GROUPS = 2
# Of the tables and their empty pages, and of a block's row, its keys and the rest of its last page.
FILE_BYTES = 50_000
BLOCK_BYTES = 600


@dataclass(frozen=True)
class BuildEstimate:
    """What building an index will come to.

    Attributes:
        seconds: of the blocks that are still to be made.
        bytes: of the finished file.
        area_km2: ground with imagery in the finished index.
        tokens: tokens with imagery in the finished index.
        blocks_todo: blocks still to be made.
        blocks_total: blocks of the finished index.
    """

    seconds: float
    bytes: int
    area_km2: float
    tokens: int
    blocks_todo: int
    blocks_total: int


@dataclass(frozen=True)
class _Probe:
    """What one block was like.

    Attributes:
        cells, covered: its tokens, and those of them with imagery.
        read_s: time to read it.
        read_busy_s: the part of that which kept the processor busy.
        encode_s: time to encode it, worked out from some of its windows.
    """

    cells: int
    covered: int
    read_s: float
    read_busy_s: float
    encode_s: float

    @property
    def seconds(self) -> float:
        """Time for the block in the midst of others, the next one being read meanwhile."""
        return max(self.read_s, self.encode_s + self.read_busy_s)


def estimate_build(
    imagery: Imagery,
    info: IndexInfo,
    area: Optional[BaseGeometry],
    encoder: Encoder,
    path: Path,
    feedback: Feedback,
) -> BuildEstimate:
    """Read a few blocks, spread over those still to be made, and encode some windows of each.

    Nothing is written. The arguments are those of `build_index`.

    Raises:
        Cancelled: the user stopped.
        SkymatchError: the file at the path is not ours to write, or a block cannot be read, or
            nothing at all comes from a server that is asked for the first time, or there is no
            imagery in any block.
    """
    planned = planned_blocks(info.grid, info.block_tokens, area)
    done = done_blocks(path, info)
    todo = [block for block in planned if (block.row, block.col) not in done]
    before = missing_tiles(imagery)
    probes = [_probe(imagery, info.grid, block, encoder, feedback) for block in _spread(todo)]
    missing = missing_tiles(imagery) - before
    seen = sum(probe.covered for probe in probes)
    if probes and not seen and not done and (missing or len(probes) == len(todo)):
        raise SkymatchError(nothing_read(info, [], missing))

    probed = max(1, sum(probe.cells for probe in probes))
    covered = seen / probed if probes else 1.0
    seconds_per_cell = sum(probe.seconds for probe in probes) / probed
    cells = _cells(planned)
    return BuildEstimate(
        seconds=seconds_per_cell * _cells(todo),
        bytes=round(FILE_BYTES + len(planned) * BLOCK_BYTES + cells * (info.code_bytes + 1 / 8)),
        area_km2=cells * covered * info.grid.spacing_m**2 / 1e6,
        tokens=round(cells * covered),
        blocks_todo=len(todo),
        blocks_total=len(planned),
    )


def _probe(
    imagery: Imagery, grid: MetricGrid, block: Block, encoder: Encoder, feedback: Feedback
) -> _Probe:
    """Read a block, encode a few groups of its windows."""
    stop_if_cancelled(feedback)
    started, busy = time.perf_counter(), time.thread_time()
    window = read_block(imagery, grid, block, encoder.pack)
    read_s, read_busy_s = time.perf_counter() - started, time.thread_time() - busy

    share = encoder.covered_share(window.covered[None])[0]
    groups = window_groups(share, block, encoder.pack)
    seconds = []
    for group in groups[: 1 + PROBED_GROUPS]:  # the first one warms up
        stop_if_cancelled(feedback)
        started = time.perf_counter()
        encode_group(window, group, encoder)
        seconds.append(time.perf_counter() - started)
    margin = encoder.pack.margin_tokens
    inside = share[margin : margin + block.rows, margin : margin + block.cols]
    return _Probe(
        cells=block.rows * block.cols,
        covered=int((inside >= LEAST_COVERED).sum()),
        read_s=read_s,
        read_busy_s=read_busy_s,
        encode_s=float(np.median(seconds[1:] or seconds or [0.0])) * len(groups),
    )


def _spread(blocks: List[Block]) -> List[Block]:
    """A few blocks from the midst of equal parts of a list."""
    count = min(PROBED_BLOCKS, len(blocks))
    return [blocks[(2 * part + 1) * len(blocks) // (2 * count)] for part in range(count)]


def _cells(blocks: List[Block]) -> int:
    return sum(block.rows * block.cols for block in blocks)
