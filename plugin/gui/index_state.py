"""How far an index file has come, told cheaply."""

from dataclasses import dataclass
from pathlib import Path

from ..engine.errors import SkymatchError
from ..layers.tables import tr

NONE, PARTIAL, COMPLETE, UNUSABLE = "none", "partial", "complete", "unusable"


@dataclass(frozen=True)
class IndexState:
    """State of an index file.

    Attributes:
        stage: `NONE`, `PARTIAL`, `COMPLETE` or `UNUSABLE`.
        sentence: the same for people.
    """

    stage: str
    sentence: str

    @property
    def searchable(self) -> bool:
        """Whether photos can be located in it."""
        return self.stage in (PARTIAL, COMPLETE)


def state_of(file: Path) -> IndexState:
    """Look at an index file; its codes are not read."""
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
    if done < info.blocks_total:
        return IndexState(
            PARTIAL,
            tr("Partly indexed: {} of {} blocks. Build index continues.").format(
                done, info.blocks_total
            ),
        )
    return IndexState(
        COMPLETE, tr("Indexed: {}, {:.3g} km².").format(info.source_name, info.grid.area_km2)
    )
