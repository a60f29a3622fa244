"""The dock is a front: the command line finds what it finds, from the same parameters."""

import json
import os
import shutil
import sqlite3
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.processing.locate_scene import PHOTO, index_file, truth

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = next(
    (name for name in ("qgis_process.bin", "qgis_process") if shutil.which(name)), None
)  # the wrapper of Debian 12 is broken
SINKS = ("CANDIDATES", "WEDGES", "CELLS", "HEAT", "REGIONS")
COLUMNS = "photo, rank, probability, word, heading, lon, lat, score, not_here, sha256, camera"


@pytest.fixture
def run(tmp_path):
    """Runs an algorithm of this working tree with qgis_process, in a profile of its own."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "skymatch").symlink_to(REPOSITORY)
    settings = tmp_path / "config" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nskymatch=true\n", encoding="utf-8")
    known = {
        **os.environ,
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": sysconfig.get_path("purelib"),  # where onnxruntime is
    }

    def call(algorithm, parameters):
        command = [PROGRAM, "run", algorithm, "--"]
        command += [f"{name}={value}" for name, value in parameters.items()]
        ended = subprocess.run(command, env=known, capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stdout + ended.stderr

    return call


def candidates(file, table="candidates"):
    """The rows of a candidates table, best first."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute(f'SELECT {COLUMNS} FROM "{table}" ORDER BY rank').fetchall()
    return [(*row[:-1], *sorted(json.loads(row[-1]).items())) for row in rows]


def flat(row):
    """The values of a row, those of its camera included."""
    return [part for value in row for part in (value if isinstance(value, tuple) else (value,))]


@pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")
def test_the_command_line_finds_what_the_dock_finds(dock, wait, run, tmp_path):
    """Every value of every candidate, as far as the order of sums leaves them alike."""
    dock.index.path.parent.mkdir(parents=True)
    shutil.copy(index_file(), dock.index.path)
    dock.index.refresh()
    wait(lambda: dock.index.state is not None)
    dock.photo.can_inspect = False
    dock.photo.file.setFilePath(str(PHOTO))
    dock.photo.heading.setValue(round(truth()["heading_deg"]))
    dock.find()
    wait(lambda: not dock.runner.busy, 120)
    search = dock._search
    here = candidates(search.file)
    assert len(here) > 1
    given = {name: value for name, value in search.parameters.items() if name not in SINKS}
    assert {"PHOTO", "INDEX", "HEADING", "HEADING_TOLERANCE"} == set(given)
    again = tmp_path / "again.gpkg"
    sinks = dict.fromkeys(SINKS, "TEMPORARY_OUTPUT")
    run(search.algorithm_id, {**given, **sinks, "CANDIDATES": str(again)})
    there = candidates(again, "again")
    assert len(there) == len(here)
    for row, other in zip(here, there):
        for value, same in zip(flat(row), flat(other)):
            assert value == (pytest.approx(same, abs=1e-5) if isinstance(same, float) else same)
