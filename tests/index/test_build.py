"""Building: areas, resuming, cancelling, read errors, and a process that is killed."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import box

from plugin.engine.errors import SkymatchError
from plugin.index.build import build_index
from plugin.index.reader import read_index, verify_index

REPOSITORY = Path(__file__).resolve().parents[2]


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
    feedback = fake.feedback(cancel_after=20)
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
    assert report.errors == ("The disk hiccuped. Run again.",) * 2 and not report.complete
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


def test_a_killed_run_is_continued_to_the_same_codes(tmp_path, built, fake, info):
    """SIGKILL at any moment costs one block at most, and leaves a readable file."""
    whole, _ = built()
    path = tmp_path / "killed.gpkg"
    for attempt in range(3):
        _build_and_kill(path, after_s=0.15 * (attempt + 1), info=info)
    health = verify_index(path, fake.feedback())
    assert not health.damaged and health.blocks_done > 0
    build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
    assert read_index(path).tokens.codes.tobytes() == read_index(whole).tokens.codes.tobytes()
    assert read_index(path).complete


def _build_and_kill(path, after_s, info):
    """Build in another process, slowly, and kill it so long after its first block."""
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
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


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
