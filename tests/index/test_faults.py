"""Processes killed, disks that are full, several processes at once: no finished block is lost."""

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from plugin.engine.errors import SkymatchError
from plugin.index.build import build_index
from plugin.index.reader import read_index, verify_index
from tests.soak.tally import tell_fault, times

REPOSITORY = Path(__file__).resolve().parents[2]
SLOW_BUILD = REPOSITORY / "tests" / "soak" / "slow_build.py"


@pytest.fixture
def small_disk(tmp_path):
    """Gives a folder on a disk of some kilobytes, and a way to make it larger."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(kilobytes, *more):
        options = ",".join([f"size={kilobytes}k", *more])
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = mount(160)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder, lambda kilobytes: mount(kilobytes, "remount").check_returncode()
    subprocess.run(["umount", "-l", str(folder)], check=True)


def blocks_of(path):
    """Everything stored of every block but its number, by place; numbers follow the order."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT * FROM blocks").fetchall()
    return {row[2:4]: row[1:] for row in rows}


def start_slowly(path, info, pause_s):
    """Build in another process."""
    return subprocess.Popen(
        [sys.executable, str(SLOW_BUILD), str(path), repr(info), str(pause_s)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_kills_at_random_moments(tmp_path, fake, info):
    """What was committed before a kill is there after it, and the end is the same index.

    SKYMATCH_KILLS sets how many runs are killed in their midst.
    """
    kills, pause_s = times("KILLS", 3), 0.03
    large = replace(info, grid=replace(info.grid, rows=180, cols=200))
    whole = tmp_path / "whole.gpkg"
    build_index(fake.picture(), large, None, fake.encoder(), whole, fake.feedback())
    expected = fake.table(whole)
    chance = np.random.default_rng(kills)
    killed = lost = finished = 0
    path, before = tmp_path / "0.gpkg", []
    while killed < kills:
        process = start_slowly(path, large, pause_s)
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 8 * pause_s))
        at_work = process.poll() is None
        process.kill()
        process.communicate()
        killed += at_work
        assert not verify_index(path, fake.feedback()).damaged
        stored = fake.table(path)
        lost += sum(row not in stored for row in before)
        before = stored
        if len(stored) == len(expected) or killed == kills:
            build_index(fake.picture(), large, None, fake.encoder(), path, fake.feedback())
            assert fake.table(path) == expected
            finished += 1
            path, before = tmp_path / f"{finished}.gpkg", []
    tell_fault(
        "kill -9 while indexing, at a random moment",
        killed,
        killed,
        lost,
        f"{finished} indexes finished afterwards, identical to one built in one go",
    )
    assert lost == 0


def test_a_full_disk(small_disk, tmp_path, fake, info):
    """Building ends in a sentence, keeps what is finished, and goes on when there is room."""
    folder, enlarge = small_disk
    large = replace(info, grid=replace(info.grid, rows=180, cols=200))
    whole, path = tmp_path / "whole.gpkg", folder / "index.gpkg"
    build_index(fake.picture(), large, None, fake.encoder(), whole, fake.feedback())
    with pytest.raises(SkymatchError, match="Make room on the disk") as refused:
        build_index(fake.picture(), large, None, fake.encoder(), path, fake.feedback())
    assert "what is finished is kept" in str(refused.value)
    kept = read_index(path).blocks_done
    assert 0 < kept < 42 and not verify_index(path, fake.feedback()).damaged
    rows = fake.table(path)
    enlarge(4096)
    report = build_index(fake.picture(), large, None, fake.encoder(), path, fake.feedback())
    assert report.blocks_kept == kept
    assert fake.table(path)[:kept] == rows and fake.table(path) == fake.table(whole)
    tell_fault("disk full while indexing", 1, 1)


def test_a_disk_without_room_for_a_new_index(small_disk, fake, info):
    """A sentence, and nothing half-made is left."""
    folder, _ = small_disk
    (folder / "ballast").write_bytes(b"x" * 130_000)
    with pytest.raises(SkymatchError, match="cannot be created"):
        build_index(
            fake.picture(), info, None, fake.encoder(), folder / "index.gpkg", fake.feedback()
        )
    assert [file.name for file in folder.iterdir()] == ["ballast"]
    tell_fault("disk full when an index is created", 1, 1)


def test_writing_stops_anywhere(tmp_path, fake, info):
    """Files may not grow past a limit, wherever it lies: as a full disk, for any user."""
    large = replace(info, grid=replace(info.grid, rows=180, cols=200))
    whole = tmp_path / "whole.gpkg"
    build_index(fake.picture(), large, None, fake.encoder(), whole, fake.feedback())
    expected, size = fake.table(whole), whole.stat().st_size
    limits = np.random.default_rng(2).integers(1000, size, times("LIMITS", 4))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = 0
    for number, limit in enumerate(limits):
        path = tmp_path / f"{number}.gpkg"
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), hard))
        try:
            with pytest.raises(SkymatchError):
                build_index(fake.picture(), large, None, fake.encoder(), path, fake.feedback())
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert not list(tmp_path.glob(".*.part"))
        rows = fake.table(path) if path.exists() else []
        kept += len(rows)
        build_index(fake.picture(), large, None, fake.encoder(), path, fake.feedback())
        assert fake.table(path)[: len(rows)] == rows and fake.table(path) == expected
    assert kept
    tell_fault("writing stops at a random size of the file", len(limits), len(limits))


def test_two_processes_build_one_index(tmp_path, fake, info):
    """Each ends in a report or a sentence; the blocks are those of one process."""
    tried = times("PAIRS", 2)
    whole = tmp_path / "whole.gpkg"
    build_index(fake.picture(), info, None, fake.encoder(), whole, fake.feedback())
    for number in range(tried):
        path = tmp_path / f"{number}.gpkg"
        processes = [start_slowly(path, info, 0.01) for _ in range(2)]
        for process in processes:
            out, err = process.communicate(timeout=120)
            last = out.splitlines()[-1]
            assert process.returncode == 0 and not err
            assert last == "done" or last.startswith("sentence: "), out
        build_index(fake.picture(), info, None, fake.encoder(), path, fake.feedback())
        assert blocks_of(path) == blocks_of(whole) and read_index(path).complete
    tell_fault("two processes build one index at once", tried, tried)


def test_reading_while_another_process_builds(tmp_path, fake, info):
    """Every reading finds whole blocks, and never fewer than the one before it."""
    path = tmp_path / "a.gpkg"
    whole = tmp_path / "whole.gpkg"
    build_index(fake.picture(), info, None, fake.encoder(), whole, fake.feedback())
    expected = read_index(whole).tokens
    process = start_slowly(path, info, 0.05)
    process.stdout.readline()
    silencer = threading.Thread(target=process.communicate)
    silencer.start()
    readings, seen = 0, 0
    while process.poll() is None:
        index = read_index(path)
        assert index.blocks_done >= seen
        readings, seen = readings + 1, index.blocks_done
        covered = index.tokens.covered
        assert np.array_equal(index.tokens.codes[covered], expected.codes[covered])
        assert not (covered & ~expected.covered).any()
    silencer.join()
    assert readings > 3 and read_index(path).complete
    tell_fault("reading an index while another process builds it", readings, readings)
