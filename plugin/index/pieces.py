"""Reading an index in rows, so that one that is larger than memory can be searched."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import List

import numpy as np

from ..engine.grid import MetricGrid
from ..engine.tokens import TokenCodes
from .geopackage import reading
from .info import IndexInfo, to_meta
from .reader import StoredBlock, info_of, load_block, stored_blocks


@dataclass(frozen=True)
class StoredCodes:
    """The codes of an index that stay in its file until they are asked for.

    It satisfies `engine.pieces.CodeRows`. Every block is verified each time it is read.
    """

    path: Path

    @cached_property
    def info(self) -> IndexInfo:
        """What the index says about itself. Raises SkymatchError when it is no sound index."""
        with reading(self.path) as connection:
            return info_of(connection)

    @property
    def grid(self) -> MetricGrid:
        """One cell per token."""
        return self.info.grid

    @property
    def code_bytes(self) -> int:
        """Bytes per token."""
        return self.info.code_bytes

    @property
    def blocks_done(self) -> int:
        """Blocks in the file."""
        return len(self._stored)

    @property
    def complete(self) -> bool:
        """Whether every block that was asked for is there."""
        return self.blocks_done >= self.info.blocks_total

    @cached_property
    def content_sha256(self) -> str:
        """SHA-256 of what the index says about itself and of every block's place and checksum.

        It identifies the codes, not the bytes of the file, and is quick for any size.
        """
        blocks = [(block.row, block.col, block.checksum) for block in self._stored]
        text = json.dumps([sorted(to_meta(self.info).items()), blocks])
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    @cached_property
    def _stored(self) -> List[StoredBlock]:
        with reading(self.path) as connection:
            return stored_blocks(connection)

    def read(self, first_row: int, end_row: int) -> TokenCodes:
        """The tokens of some rows; those of blocks that are not there are not covered.

        Raises:
            SkymatchError: a block that was read is damaged.
        """
        info, height = self.info, end_row - first_row
        codes = np.zeros((height, info.grid.cols, info.code_bytes), np.uint8)
        covered = np.zeros((height, info.grid.cols), np.bool_)
        with reading(self.path) as connection:
            for block in self._stored:
                top, bottom = max(block.row, first_row), min(block.row + block.rows, end_row)
                if top >= bottom:
                    continue
                block_codes, block_covered = load_block(connection, info, block)
                rows = slice(top - first_row, bottom - first_row)
                cols = slice(block.col, block.col + block.cols)
                part = slice(top - block.row, bottom - block.row)
                codes[rows, cols], covered[rows, cols] = block_codes[part], block_covered[part]
        return TokenCodes(info.grid.part(first_row, 0, height, info.grid.cols), codes, covered)
