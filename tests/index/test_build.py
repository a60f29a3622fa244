"""Building: areas, resuming, cancelling, read errors, and a process that is killed."""

import os
import signal
import subprocess
import sys
import textwrap
import time
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import box

from plugin.engine.errors import SkymatchError
from plugin.index.build import build_index
from plugin.index.reader import read_index, verify_index

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")

REPOSITORY = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("SKYMATCH_KILLS", "3"))


def test_only_blocks_of_the_area_are_made(tmp_path, fake, info):
    """The others are neither read nor stored."""
    picture, path = fake.picture(), tmp_path / "a.gpkg"
    area = box(500035, 4999940, 500060, 4999965)
    report = build_index(picture, info, area, fake.encoder(), path, fake.feedback())
    index = read_index(path)
    assert picture.reads == report.blocks_total == index.blocks_done == 1
    assert index.complete and index.tokens.covered[32:64, 32:64].any()


def test_a_second_run_reads_nothing(built, fake, info):
    """All is kept, and the file is not changed."""
    path, first = built()
    picture = fake.picture()
    again = build_index(picture, info, None, fake.encoder(), path, fake.feedback())
    assert picture.reads == 0 and again.blocks_new == 0 and again.blocks_kept == 12
    assert again.tokens == first.tokens


def test_another_area_extends_an_index(tmp_path, fake, info):
    """Areas add up."""
    path = tmp_path / "a.gpkg"
    west, all_of_it = box(500000, 4999910, 500031, 5000000), None
    build_index(fake.picture(), info, west, fake.encoder(), path, fake.feedback())
    report = build_index(fake.picture(), info, all_of_it, fake.encoder(), path, fake.feedback())
    assert (report.blocks_kept, report.blocks_new) == (3, 9)
    assert read_index(path).complete


def test_cancel_keeps_what_is_finished(tmp_path, built, fake, info):
    """And the next run ends with the same codes as one run in one go."""
    path = tmp_path / "b.gpkg"
    feedback = fake.feedback(cancel_after=6)
    with pytest.raises(fake.Cancelled):
        build_index(fake.picture(), info, None, fake.encoder(), path, feedback)
    partial = read_index(path)
    assert 0 < partial.blocks_done < 12 and not partial.complete
    report = build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert report.blocks_kept == partial.blocks_done
    whole, _ = built()
    assert np.array_equal(read_index(path).tokens.codes, read_index(whole).tokens.codes)


def test_read_errors_cost_their_block_only(tmp_path, fake, info):
    """They are told, and made up for by the next run."""
    path = tmp_path / "a.gpkg"
    picture = fake.picture(broken_reads=(2, 5))
    report = build_index(picture, info, None, fake.encoder(), path, fake.feedback())
    assert report.errors == ("The disk hiccuped. Run again.",) and not report.complete
    assert report.blocks_new == 10 and not read_index(path).complete
    report = build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert report.blocks_new == 2 and report.complete and read_index(path).complete


def test_nothing_read_is_said(tmp_path, fake, info):
    """An index without a single token is not handed out as a success."""
    away = replace(info, grid=replace(info.grid, west_m=900000.0))
    with pytest.raises(SkymatchError, match="no picture in this area"):
        build_index(
            fake.picture(), away, None, fake.encoder(), tmp_path / "a.gpkg", fake.feedback()
        )


def test_progress_rises_to_one_and_tells_the_rate(tmp_path, fake, info):
    """Never backwards."""
    feedback = fake.feedback()
    build_index(fake.picture(), info, None, fake.encoder(), tmp_path / "a.gpkg", feedback)
    assert feedback.fractions == sorted(feedback.fractions)
    assert feedback.fractions[-1] == pytest.approx(1.0)
    assert any("Block 7 of 12" in text and "m²/s" in text for text in feedback.texts)


def test_a_killed_run_is_continued_to_the_same_file(tmp_path, built, fake, info):
    """SIGKILL at any moment costs one block at most; the table ends as if nothing had happened.

    SKYMATCH_KILLS sets how often the run is killed.
    """
    whole, _ = built()
    path = tmp_path / "killed.gpkg"
    moments = np.random.default_rng(KILLS).uniform(0.0, 0.12, KILLS)
    survived = [_build_and_kill(path, after_s, info) for after_s in moments]
    assert any(survived), "not one of the runs was killed in its midst"
    health = verify_index(path, fake.feedback())
    assert not health.damaged
    build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert fake.table(path) == fake.table(whole)
    assert read_index(path).complete


def _build_and_kill(path, after_s, info):
    """Build in another process, slowly, and kill it so long after its first read.

    Returns:
        Whether it was still at work.
    """
    code = textwrap.dedent(
        """
        import sys, time, importlib.util
        from pathlib import Path
        spec = importlib.util.spec_from_file_location("doubles", sys.argv[1])
        doubles = importlib.util.module_from_spec(spec)
        sys.modules["doubles"] = doubles
        spec.loader.exec_module(doubles)
        from plugin.index.build import build_index
        from plugin.index.info import IndexInfo
        from plugin.engine.grid import MetricGrid

        class Slow(doubles.WavePicture):
            def read(self, grid):
                print("reading", flush=True)
                time.sleep(0.03)
                return super().read(grid)

        info = eval(sys.argv[2])
        feedback = doubles.Recorder()
        build_index(Slow(), info, None, doubles.MeanColourEncoder(), Path(sys.argv[3]), feedback)
        """
    )
    doubles = Path(__file__).with_name("conftest.py")
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(doubles), repr(info), str(path)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdout.readline()
    time.sleep(after_s)
    at_work = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    return at_work


def test_a_journal_left_behind_is_rolled_back(built, info, fake):
    """Power lost in the middle of a block: reading finds the state before it."""
    path, _ = built()
    expected = read_index(path).tokens.codes.copy()
    code = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size = 1')\n"
        "db.execute('BEGIN')\n"
        "db.execute('UPDATE blocks SET codes = randomblob(300000)')\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.exists() and journal.stat().st_size > 512
    assert np.array_equal(read_index(path).tokens.codes, expected)
    report = build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert report.blocks_new == 0 and not journal.exists()


def test_memory_does_not_grow_with_the_raster(tmp_path, fake, info):
    """No read is larger than a block with its margin, and no more than three of them are alive."""
    largest, most_alive = {}, {}
    for rows, cols in ((90, 100), (450, 500)):
        reads, alive, counts = [], [], []

        class Watched(fake.picture):
            def read(self, grid, reads=reads, alive=alive, counts=counts):
                window = super().read(grid)
                reads.append(grid.rows * grid.cols)
                alive.append(weakref.ref(window.rgb))
                counts.append(sum(pixels() is not None for pixels in alive))
                return window

        place = replace(info, grid=replace(info.grid, rows=rows, cols=cols))
        path = tmp_path / f"{rows}.gpkg"
        build_index(Watched(), place, None, fake.encoder(), path, fake.feedback())
        assert len(reads) == -(-rows // 32) * -(-cols // 32)
        largest[rows], most_alive[rows] = max(reads), max(counts)
    assert largest[90] == largest[450] == ((32 + 2) * 4) ** 2
    assert max(most_alive.values()) <= 3
