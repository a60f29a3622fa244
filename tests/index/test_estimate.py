"""Time and size told before the start."""

import time
from dataclasses import replace

import pytest
from shapely.geometry import box

from plugin.engine.errors import SkymatchError
from plugin.index.build import build_index
from plugin.index.estimate import estimate_build


class SlowPicture:
    """A stand-in for imagery that takes its time and is counted; half of it has no data."""

    def __init__(self, picture, read_s, missing=0):
        self._picture = picture
        self._read_s = read_s
        self._missing = missing
        self.missing_tiles = 0
        self.places = []

    def read(self, grid):
        """See `engine.tokens.Imagery`."""
        self.places.append((grid.west_m, grid.north_m))
        time.sleep(self._read_s)
        self.missing_tiles += self._missing
        window = self._picture.read(grid)
        return replace(window, covered=window.covered & (not self._missing))


def slow_encoder(encoder, window_s):
    """A stand-in for the model that takes its time."""
    fast = encoder.encode

    def encode(rgb, covered, view):
        time.sleep(window_s * len(rgb))
        return fast(rgb, covered, view)

    encoder.encode = encode
    return encoder


@pytest.mark.parametrize(("read_s", "window_s"), [(0.05, 0.0002), (0.002, 0.002)])
def test_the_estimate_is_near_what_it_takes(tmp_path, info, fake, read_s, window_s):
    """Whether reading or encoding is the slower; within a factor of three on a busy machine."""
    path = tmp_path / "a.gpkg"
    encoder = slow_encoder(fake.encoder(), window_s)
    arguments = (info, None, encoder, path, fake.feedback())
    estimate = estimate_build(SlowPicture(fake.picture(), read_s), *arguments)
    assert not path.exists()
    report = build_index(SlowPicture(fake.picture(), read_s), *arguments)
    assert 1 / 3 < estimate.seconds / report.seconds < 3.0
    assert 0.8 < estimate.bytes / path.stat().st_size < 1.25
    assert 0.5 < estimate.tokens / report.tokens < 2.0
    assert estimate.area_km2 == pytest.approx(estimate.tokens / 1e6, rel=1e-3)
    assert (estimate.blocks_todo, estimate.blocks_total) == (12, 12)


def test_few_places_are_looked_at(tmp_path, info, fake):
    """Of an index a hundred times as large just as many, and they lie apart."""
    large = replace(info, grid=replace(info.grid, rows=900, cols=1000))
    for place in (info, large):
        picture = SlowPicture(fake.picture(), 0.0)
        path = tmp_path / "a.gpkg"
        estimate_build(picture, place, None, fake.encoder(), path, fake.feedback())
        assert len(picture.places) == len(set(picture.places)) == 3


def test_what_is_done_is_not_counted(tmp_path, info, fake):
    """The rest of an index, and nothing for one that is finished."""
    path = tmp_path / "a.gpkg"
    west = box(500000, 4999910, 500031, 5000000)
    build_index(fake.picture(), info, west, fake.encoder(), path, fake.feedback())
    before = path.read_bytes()
    arguments = (info, None, fake.encoder(), path, fake.feedback())
    estimate = estimate_build(fake.picture(), *arguments)
    assert (estimate.blocks_todo, estimate.blocks_total) == (9, 12)
    assert path.read_bytes() == before
    build_index(fake.picture(), *arguments)
    estimate = estimate_build(fake.picture(), *arguments)
    assert estimate.seconds == 0 and estimate.blocks_todo == 0


def test_refusals(tmp_path, info, fake):
    """Another index at that place; a server that gives nothing."""
    path = tmp_path / "a.gpkg"
    build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    other = replace(info, model_sha256="00" * 32)
    with pytest.raises(SkymatchError, match="exists already and was made with another model"):
        estimate_build(fake.picture(), other, None, fake.encoder(), path, fake.feedback())
    nothing = SlowPicture(fake.picture(), 0.0, missing=4)
    with pytest.raises(SkymatchError, match="No tile of picture could be fetched"):
        estimate_build(nothing, info, None, fake.encoder(), tmp_path / "b.gpkg", fake.feedback())
    with pytest.raises(fake.Cancelled):
        estimate_build(
            fake.picture(), info, None, fake.encoder(), tmp_path / "b.gpkg", fake.feedback(0)
        )
    assert not (tmp_path / "b.gpkg").exists()
