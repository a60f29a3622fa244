"""What an index says about itself, and how that is kept as text in its metadata table."""

import hashlib
import json
import math
from dataclasses import dataclass, fields
from typing import Dict, Mapping, Tuple

from ..engine.errors import SkymatchError
from ..engine.grid import MetricGrid

FORMAT = 1

MOST_TOKENS = 4_000_000_000
MOST_BYTES = 64_000_000_000
MOST_CODE_BITS = 4096

_GRID = "grid_"
_GRID_CHECKSUM = "grid_sha256"


@dataclass(frozen=True)
class IndexInfo:
    """Everything about an index but its codes.

    Attributes:
        grid: one cell per token.
        model_name, model_version, model_sha256: the model pack that made the codes.
        code_bits: bits per token.
        block_tokens: side of a full block.
        source_name: name of the raster for people.
        imagery_stamp: identity of the raster, see `imagery.stamp`.
        source_gsd_m: ground size of the raster's pixels; 0 when it has none of its own.
        created_utc: ISO 8601.
        blocks_total: blocks that the area asked for consists of.
        software_version: of the plugin that created the file.
    """

    grid: MetricGrid
    model_name: str
    model_version: str
    model_sha256: str
    code_bits: int
    block_tokens: int
    source_name: str
    imagery_stamp: str
    source_gsd_m: float
    created_utc: str
    blocks_total: int = 0
    software_version: str = "unknown"

    @property
    def code_bytes(self) -> int:
        """Bytes per token."""
        return self.code_bits // 8

    def block_shape(self, row: int, col: int) -> Tuple[int, int]:
        """Rows and columns of the block whose first token is (row, col)."""
        return (
            min(self.block_tokens, self.grid.rows - row),
            min(self.block_tokens, self.grid.cols - col),
        )


def to_meta(info: IndexInfo) -> Dict[str, str]:
    """The info as rows of the metadata table."""
    meta = {"format": str(FORMAT)}
    for field in fields(IndexInfo):
        if field.name != "grid":
            meta[field.name] = _text(getattr(info, field.name))
    for field in fields(MetricGrid):
        meta[_GRID + field.name] = _text(getattr(info.grid, field.name))
    return meta


def stored_meta(info: IndexInfo) -> Dict[str, str]:
    """`to_meta`, with a checksum of the figures that say where on the Earth the codes lie."""
    meta = to_meta(info)
    return {**meta, _GRID_CHECKSUM: _grid_checksum(meta)}


def from_meta(meta: Mapping[str, str]) -> IndexInfo:
    """The info of a metadata table; sizes in it are checked before anyone allocates by them."""
    if "format" not in meta:
        raise SkymatchError(
            "This GeoPackage is not a Skymatch index. Choose a file made by Build index."
        )
    try:
        written_by = int(meta["format"])
        if written_by > FORMAT:
            raise SkymatchError(
                f"This index was made by a newer Skymatch ({meta.get('software_version', '?')}). "
                "Update the plugin, or build the index anew."
            )
        # the first indexes had none
        if _GRID_CHECKSUM in meta and meta[_GRID_CHECKSUM] != _grid_checksum(meta):
            raise damaged("its grid does not match its checksum")
        info = _parse(meta)
    except (KeyError, ValueError) as error:
        raise damaged(f"its metadata cannot be read: {error}") from error
    _check(info)
    return info


def damaged(reason: str) -> SkymatchError:
    """The error for an index that cannot be trusted any more."""
    return SkymatchError(
        f"This index is damaged ({reason}). Restore it from a copy, or build it anew."
    )


def _text(value: object) -> str:
    return repr(value) if isinstance(value, float) else str(value)


def _grid_checksum(meta: Mapping[str, str]) -> str:
    """SHA-256 of the grid's fields as they are stored."""
    figures = {field.name: meta[_GRID + field.name] for field in fields(MetricGrid)}
    return hashlib.sha256(json.dumps(figures, sort_keys=True).encode("utf-8")).hexdigest()


def _parse(meta: Mapping[str, str]) -> IndexInfo:
    grid = MetricGrid(
        crs=meta["grid_crs"],
        west_m=float(meta["grid_west_m"]),
        north_m=float(meta["grid_north_m"]),
        spacing_m=float(meta["grid_spacing_m"]),
        rows=int(meta["grid_rows"]),
        cols=int(meta["grid_cols"]),
        convergence_deg=float(meta["grid_convergence_deg"]),
    )
    return IndexInfo(
        grid=grid,
        model_name=meta["model_name"],
        model_version=meta["model_version"],
        model_sha256=meta["model_sha256"],
        code_bits=int(meta["code_bits"]),
        block_tokens=int(meta["block_tokens"]),
        source_name=meta["source_name"],
        imagery_stamp=meta["imagery_stamp"],
        source_gsd_m=float(meta["source_gsd_m"]),
        created_utc=meta["created_utc"],
        blocks_total=int(meta["blocks_total"]),
        software_version=meta["software_version"],
    )


def _check(info: IndexInfo) -> None:
    grid = info.grid
    numbers = (grid.west_m, grid.north_m, grid.spacing_m, grid.convergence_deg, info.source_gsd_m)
    if not all(math.isfinite(number) for number in numbers) or grid.spacing_m <= 0:
        raise damaged("its grid is no grid")
    if grid.rows < 1 or grid.cols < 1 or grid.rows * grid.cols > MOST_TOKENS:
        raise damaged(f"it claims {grid.rows} x {grid.cols} tokens")
    if info.code_bits < 8 or info.code_bits % 8 or info.code_bits > MOST_CODE_BITS:
        raise damaged(f"it claims codes of {info.code_bits} bits")
    if grid.rows * grid.cols * info.code_bytes > MOST_BYTES:
        raise damaged("it claims more codes than any index has")
    if info.block_tokens < 1 or info.blocks_total < 0:
        raise damaged(f"it claims blocks of {info.block_tokens} tokens")
