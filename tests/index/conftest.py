"""Imagery and an encoder that cost nothing, so that tests of the index take milliseconds."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Callable, List, Tuple

import numpy as np
import pytest

from plugin.engine.errors import Cancelled, SkymatchError
from plugin.engine.grid import MetricGrid
from plugin.engine.tokens import RgbWindow
from plugin.index.info import IndexInfo


class WavePicture:
    """Imagery in closed form; outside a disc of 40 m it has no data."""

    def __init__(self, broken_reads=()):
        self.reads = 0
        self._broken_reads = set(broken_reads)

    def read(self, grid):
        """See `engine.tokens.Imagery`."""
        self.reads += 1
        if self.reads in self._broken_reads:
            raise SkymatchError("The disk hiccuped. Run again.")
        x = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m - 500050.0
        y = grid.north_m - (np.arange(grid.rows) + 0.5) * grid.spacing_m - 4999950.0
        x, y = np.meshgrid(x, y)
        rgb = np.stack([127 + 120 * np.sin(x / 3), 127 + 120 * np.cos(y / 4), x * y % 256], -1)
        return RgbWindow(grid, rgb.astype(np.uint8), np.hypot(x, y) < 40.0)


class MeanColourEncoder:
    """A stand-in for the model: signs of fixed mixtures of a token's mean colour."""

    def __init__(self):
        self.pack = SimpleNamespace(
            token_px=4, window_tokens=6, margin_tokens=1, code_bits=64, gsd_m=0.25
        )
        self._mix = np.random.default_rng(3).standard_normal((3, 64)).astype(np.float32)

    def encode(self, rgb, covered, view):
        """See `engine.encoder.Encoder`."""
        size = self.pack.token_px
        n, height, width, _ = rgb.shape
        tokens = rgb.reshape(n, height // size, size, width // size, size, 3).mean(axis=(2, 4))
        return (tokens - 127).astype(np.float32) @ self._mix

    def covered_share(self, covered):
        """See `engine.encoder.Encoder`."""
        size = self.pack.token_px
        n, height, width = covered.shape
        return covered.reshape(n, height // size, size, width // size, size).mean(axis=(2, 4))


@dataclass
class Recorder:
    """Feedback that remembers, and cancels after so many reports."""

    cancel_after: int = 1_000_000
    fractions: List[float] = field(default_factory=list)
    texts: List[str] = field(default_factory=list)

    def is_cancelled(self) -> bool:
        """See `Feedback`."""
        return len(self.fractions) >= self.cancel_after

    def progress(self, fraction: float, text: str) -> None:
        """See `Feedback`."""
        self.fractions.append(fraction)
        self.texts.append(text)


def table(path):
    """All rows of the table of blocks, in the order in which they were stored."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM blocks ORDER BY fid").fetchall()


@pytest.fixture
def fake() -> SimpleNamespace:
    """The stand-ins: picture(), encoder(), feedback(); the error of a cancelled run; table()."""
    return SimpleNamespace(
        picture=WavePicture,
        encoder=MeanColourEncoder,
        feedback=Recorder,
        Cancelled=Cancelled,
        table=table,
    )


@pytest.fixture
def info() -> IndexInfo:
    """An index of 100 m by 90 m in blocks of 32 tokens: 4 by 3 of them."""
    grid = MetricGrid("EPSG:32632", 500000.0, 5000000.0, 1.0, 90, 100, 0.25)
    return IndexInfo(
        grid=grid,
        model_name="fake",
        model_version="1",
        model_sha256="ab" * 32,
        code_bits=64,
        block_tokens=32,
        source_name="picture",
        imagery_stamp="cd" * 32,
        source_gsd_m=0.2,
        created_utc="2024-01-01T00:00:00+00:00",
        software_version="0.0.0",
    )


@pytest.fixture
def built(tmp_path, fake, info) -> Callable[[], Tuple[object, object]]:
    """Builds a whole index at tmp_path / 'a.gpkg'; gives (path, report)."""
    from plugin.index.build import build_index

    def build():
        path = tmp_path / "a.gpkg"
        return path, build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())

    return build
