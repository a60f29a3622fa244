"""How far an index file has come, told cheaply."""

from dataclasses import dataclass
from pathlib import Path

from ..engine.errors import SkymatchError
from ..layers.language import tr

NONE, PARTIAL, STALE, COMPLETE, UNUSABLE = "none", "partial", "stale", "complete", "unusable"


@dataclass(frozen=True)
class IndexState:
    """State of an index file.

    Attributes:
        stage: `NONE`, `PARTIAL`, `STALE`, `COMPLETE` or `UNUSABLE`.
        sentence: the same for people.
        searchable: whether photos can be located in it.
        percent: blocks that are there, of 100.
    """

    stage: str
    sentence: str
    searchable: bool = False
    percent: int = 0


def state_of(file: Path, stamp: str = "") -> IndexState:
    """Look at an index file; its codes are not read. Any thread, better not the main one.

    Args:
        file: it need not exist.
        stamp: `imagery.stamp` of the raster that it should be an index of; empty when unknown.
    """
    if not file.is_file():
        return IndexState(NONE, tr("Not indexed yet."))
    from ..index.geopackage import reading
    from ..index.reader import info_of, stored_blocks

    try:
        with reading(file) as connection:
            info = info_of(connection)
            done = len(stored_blocks(connection))
    except SkymatchError as error:
        return IndexState(UNUSABLE, str(error))
    if done == 0:
        return IndexState(NONE, tr("Not indexed yet."))
    percent = min(100, 100 * done // max(1, info.blocks_total))
    if info.model_sha256 != _model_sha256():
        sentence = tr("Stale: made with another model ({} {}). Build it anew.")
        sentence = sentence.format(info.model_name, info.model_version)
        return IndexState(STALE, sentence, False, percent)
    if stamp and info.imagery_stamp != stamp:
        sentence = tr("Stale: the raster is not as it was when it was indexed. Build it anew.")
        return IndexState(STALE, sentence, True, percent)
    if done < info.blocks_total:
        sentence = tr("Partial, {} %: {} of {} blocks. It can be searched and resumed.")
        sentence = sentence.format(percent, done, info.blocks_total)
        return IndexState(PARTIAL, sentence, True, percent)
    sentence = tr("Complete: {}, {:.3g} km².").format(info.source_name, info.grid.area_km2)
    return IndexState(COMPLETE, sentence, True, 100)


def is_made_of(file: Path, stamp: str) -> bool:
    """Whether a file is an index of the raster with this `imagery.stamp`. Quick; any thread."""
    from ..index.geopackage import reading
    from ..index.reader import info_of

    try:
        with reading(file) as connection:
            return bool(info_of(connection).imagery_stamp == stamp)
    except SkymatchError:
        return False


def _model_sha256() -> str:
    """Identity of the model that runs use now; empty when there is none that can be used."""
    from ..processing.common import pack_of_folder

    try:
        return pack_of_folder("").sha256
    except SkymatchError:
        return ""
