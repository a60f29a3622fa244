"""One index from the parts that separate processes made of it.

How to spread the building of an index over processes, or over the machines of a cluster:

1. Make the `IndexInfo` once and hand the same one to every process, with the same area.
2. In process number k of n, anywhere, with a file of its own (QGIS is needed only if the imagery
   needs it):

       build_index(imagery, info, area, Encoder(load_pack(folder), threads=1), part_k,
                   SilentFeedback(), Share(k, n))

   A process that was killed is simply started again: it continues its part.
3. When all have ended: `merge_indexes(parts, target, feedback)`.

The table of blocks is then, byte for byte, the one that a single process writes, since codes do not
depend on other blocks (see `engine.aerial`). Machines must have the same kind of processor and the
same onnxruntime: 8-bit kernels differ in the last bit between kinds.
"""

from pathlib import Path
from typing import Dict, NamedTuple, Sequence, Tuple

from ..engine.aerial import Block
from ..engine.errors import SkymatchError
from ..engine.feedback import Feedback, stop_if_cancelled
from ..engine.tokens import TokenCodes
from .geopackage import reading
from .info import IndexInfo
from .reader import StoredBlock, info_of, load_block, read_info, stored_blocks
from .writer import difference, open_for_building


class _Source(NamedTuple):
    """Where the best version of a block is found."""

    path: Path
    stored: StoredBlock


def merge_indexes(parts: Sequence[Path], path: Path, feedback: Feedback) -> IndexInfo:
    """Copy the blocks of several indexes of one raster, model and grid into one.

    Every block is verified. Of a block that is in several parts the one that lacks the fewest tiles
    is taken. A target that exists is continued; blocks it has are kept.

    Args:
        parts: index files, finished or not.
        path: of the target.
        feedback: progress and cancellation.

    Returns:
        What the target says of itself; it is unfinished as long as a part is.

    Raises:
        Cancelled: the user stopped; blocks copied so far are in the target.
        SkymatchError: a part is missing or damaged, or belongs to another index.
    """
    if not parts:
        raise SkymatchError("There is nothing to merge. Give the parts of an index.")
    info, sources, lacking = _sources_of(parts)
    with open_for_building(path, info) as writer:
        done = writer.done()
        wanted = [place for place in sorted(sources) if place not in done]
        for number, place in enumerate(wanted):
            stop_if_cancelled(feedback)
            feedback.progress(number / len(wanted), f"Block {number + 1} of {len(wanted)}")
            block, part, missing_tiles = _load(sources[place], info)
            writer.write(block, part, missing_tiles)
        writer.set_blocks_total(lacking + len(writer.present()))
        feedback.progress(1.0, "")
        return writer.info


def _sources_of(
    parts: Sequence[Path],
) -> Tuple[IndexInfo, Dict[Tuple[int, int], _Source], int]:
    """The common description of all parts, the best block of every place, blocks yet to be made."""
    sources: Dict[Tuple[int, int], _Source] = {}
    merged, lacking = read_info(parts[0]), 0
    for path in parts:
        with reading(path) as connection:
            info = info_of(connection)
            _refuse_stranger(path, info, parts[0], merged)
            blocks = stored_blocks(connection)
            lacking += max(0, info.blocks_total - len(blocks))
            for stored in blocks:
                place = (stored.row, stored.col)
                known = sources.get(place)
                if known is None or stored.missing_tiles < known.stored.missing_tiles:
                    sources[place] = _Source(path, stored)
    return merged, sources, lacking


def _refuse_stranger(path: Path, info: IndexInfo, first: Path, merged: IndexInfo) -> None:
    differs = difference(info, merged)
    if differs is not None:
        raise SkymatchError(
            f"{path.name} {differs}: it and {first.name} cannot be merged. "
            "Give only the parts of one index."
        )


def _load(source: _Source, info: IndexInfo) -> Tuple[Block, TokenCodes, int]:
    """One block, verified."""
    stored = source.stored
    with reading(source.path) as connection:
        codes, covered = load_block(connection, info, stored)
    grid = info.grid.part(stored.row, stored.col, stored.rows, stored.cols)
    block = Block(stored.row, stored.col, stored.rows, stored.cols)
    return block, TokenCodes(grid, codes, covered), stored.missing_tiles
