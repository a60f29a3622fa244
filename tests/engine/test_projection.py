"""PROJ from any thread: right coordinates, sentences for unknown systems, no crash in tasks."""

import multiprocessing
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from plugin.engine import projection
from plugin.engine.errors import SkymatchError
from plugin.engine.projection import WGS84, Transform, meridian_convergence_deg, name_and_wkt

UTM = "EPSG:32632"
REPOSITORY = Path(__file__).resolve().parents[2]

# What QGIS does: many short tasks, each in whichever thread of its pool is free.
TASKS = """
import os, sys
from qgis.core import QgsApplication, QgsTask
from plugin.engine.grid import convergence_deg, from_lonlat
application = QgsApplication([], False)
application.initQgis()
class Task(QgsTask):
    def run(self):
        for crs in ("EPSG:32632", "EPSG:32633", "EPSG:3857"):
            from_lonlat(crs).transform(9.0, 47.0)
        convergence_deg("EPSG:32632", 9.0, 47.0)
        return True
tasks = [Task(f"task {number}") for number in range(20)]
for task in tasks:
    QgsApplication.taskManager().addTask(task)
    task.waitForFinished(20_000)
print("finished", sum(task.status() == QgsTask.TaskStatus.Complete for task in tasks), flush=True)
os._exit(0)
"""


@settings(deadline=None)
@given(st.floats(5.0, 15.0), st.floats(-75.0, 75.0))
def test_like_pyproj(lon: float, lat: float) -> None:
    expected = Transformer.from_crs(WGS84, UTM, always_xy=True).transform(lon, lat)
    assert Transform(WGS84, UTM).transform(lon, lat) == expected
    back = Transform(UTM, WGS84).transform(*expected)
    assert back == pytest.approx((lon, lat), abs=1e-7)


def test_arrays_keep_their_shape() -> None:
    x, y = Transform(WGS84, UTM).transform(np.full((3, 4), 9.0), np.full((3, 4), 47.0))
    assert x.shape == y.shape == (3, 4)
    assert np.ptp(x) == 0 and x[0, 0] == pytest.approx(500_000, abs=1e-6)


def test_every_thread_gets_the_same_from_one_proj_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    made_in, results = set(), []
    make = projection._transformer.__wrapped__

    def watched(source: str, target: str) -> Transformer:
        made_in.add(threading.get_ident())
        return make(source, target)

    monkeypatch.setattr(projection, "_transformer", watched)
    work = lambda: results.append(Transform(WGS84, UTM).transform(9.5, 47.5))  # noqa: E731
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8 and len(set(results)) == 1
    assert len(made_in) == 1 and threading.get_ident() not in made_in


@pytest.mark.parametrize(
    "work",
    [
        lambda: Transform(WGS84, "EPSG:999999").transform(9.0, 47.0),
        lambda: name_and_wkt("no such system"),
        lambda: meridian_convergence_deg(UTM, 9.0, 95.0),
    ],
)
def test_unknown_systems_end_in_a_sentence(work) -> None:
    with pytest.raises(SkymatchError, match="CRS|another"):
        work()


def test_a_forked_process_has_a_proj_thread_of_its_own() -> None:
    here = Transform(WGS84, UTM).transform(9.5, 47.5)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        there = pool.apply_async(Transform(WGS84, UTM).transform, (9.5, 47.5)).get(timeout=30)
    assert there == here


def test_twenty_qgis_tasks_in_a_row_do_not_crash() -> None:
    pytest.importorskip("qgis.core")
    run = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", TASKS],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "finished 20" in run.stdout, run.stderr[-1500:]
