"""Places that cannot be written: read-only folders and full disks, under every kind of output."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from plugin.layers.attachments import attached_files
from plugin.layers.restoring import forget_all_spares
from plugin.processing.build_index import BuildIndex
from plugin.processing.export_log import ExportLog
from plugin.processing.index_info import IndexInfoAlgorithm
from plugin.processing.inspect_photo import InspectPhoto
from plugin.processing.locate_photo import SINKS, LocatePhoto
from plugin.processing.report import Report
from tests.gui.review_scene import write_results
from tests.processing.faults import Log, is_told, run
from tests.processing.locate_scene import PHOTO, index_file, raster_file
from tests.soak.tally import tell_fault


@pytest.fixture
def disk(tmp_path):
    """Gives a folder and a way to take from it what mount options take: only root can."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")

    def mount(*options):
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    mounted = mount("size=64m")
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder, lambda *options: mount("remount", *options).check_returncode()
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def case(qgis_app, disk):
    """A project in that folder with raster, photo, index and results."""
    folder, remount = disk
    for file in (raster_file(), PHOTO, index_file()):
        shutil.copy(file, folder / file.name)
    write_results(folder / "results.gpkg", (folder / PHOTO.name,))
    project = QgsProject()
    project.addMapLayer(QgsRasterLayer(str(folder / raster_file().name), "ortho"))
    candidates = QgsVectorLayer(
        f"{folder / 'results.gpkg'}|layername=candidates", "candidates", "ogr"
    )
    project.addMapLayer(candidates)
    assert project.write(str(folder / "case.qgz"))
    yield project, folder, remount
    project.clear()
    forget_all_spares()


def writers(project, folder):
    """Sound runs that write into the folder."""
    raster, candidates = (project.mapLayersByName(name)[0] for name in ("ortho", "candidates"))
    photo, index = str(folder / PHOTO.name), str(folder / index_file().name)
    sinks = {name: str(folder / f"new-{name}.gpkg") for name in SINKS}
    search = {"PHOTO": photo, "INDEX": index, "HEADING": 298.0}
    return [
        (BuildIndex, {"RASTER": raster, "INDEX": str(folder / "new.gpkg"), "LOAD": False}),
        (InspectPhoto, {"PHOTO": photo, "BIRDSEYE": str(folder / "new.png")}),
        (LocatePhoto, {**search, **sinks}),
        (Report, {"CANDIDATES": candidates, "OUTPUT": str(folder / "new.pdf")}),
        (ExportLog, {"OUTPUT": str(folder / "new.jsonl")}),
    ]


def contents(folder):
    """Names and bytes of all files, but those that SQLite keeps while a file is open."""
    return {
        file.relative_to(folder): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(("-wal", "-shm", "-journal"))
    }


def fill(folder):
    """A file that leaves no room on the disk of the folder."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    return ballast


def test_a_read_only_project_folder(case, tmp_path):
    """What is in it can be searched; what would be written there is a sentence."""
    project, folder, remount = case
    before = contents(folder)
    remount("ro")
    index = str(folder / index_file().name)
    sinks = {name: str(tmp_path / f"{name}.gpkg") for name in SINKS}
    search = {"PHOTO": str(folder / PHOTO.name), "INDEX": index, "HEADING": 298.0}
    for kind, parameters in ((IndexInfoAlgorithm, {"INDEX": index}), (LocatePhoto, search | sinks)):
        results, sentence = run(kind, project, Log(), **parameters)
        assert results, sentence
    runs = writers(project, folder)
    for kind, parameters in runs:
        results, sentence = run(kind, project, Log(), **parameters)
        assert results is None and is_told(sentence), (kind.NAME, sentence)
    raster = project.mapLayersByName("ortho")[0]
    same = {"RASTER": raster, "INDEX": index, "LOAD": False}
    results, sentence = run(BuildIndex, project, Log(), **same)
    assert results or is_told(sentence)
    assert contents(folder) == before
    tell_fault(
        "read-only project folder: search in it, write into it", 3 + len(runs), 3 + len(runs)
    )


def test_a_read_only_output_is_refused_before_the_search(case, monkeypatch):
    """However the output is given; nobody waits for a result that cannot be kept."""
    project, folder, remount = case
    remount("ro")
    searched = []
    monkeypatch.setattr(LocatePhoto, "do_work", lambda *arguments: searched.append(arguments) or {})
    search = {"PHOTO": str(folder / PHOTO.name), "INDEX": str(folder / index_file().name)}
    file = str(folder / "new.gpkg")
    table = f"ogr:dbname='{folder / 'results.gpkg'}' table=\"more\" (geom)"
    for place in (file, QgsProcessingOutputLayerDefinition(file), table):
        _, sentence = run(LocatePhoto, project, Log(), **search, CANDIDATES=place)
        assert is_told(sentence) and "read-only" in sentence and not searched, (place, sentence)
    run(LocatePhoto, project, Log(), **search, CANDIDATES="TEMPORARY_OUTPUT", WEDGES=None)
    assert searched


def test_a_full_disk_under_every_output(case):
    """A sentence; what was there stays as it was, and the same runs pass once there is room."""
    project, folder, _ = case
    before = contents(folder)
    ballast = fill(folder)
    runs = writers(project, folder)
    for kind, parameters in runs:
        results, sentence = run(kind, project, Log(), **parameters)
        assert results is None and is_told(sentence), (kind.NAME, sentence)
    ballast.unlink()
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert not [name for name in after if "part" in name.name or name.suffix == ".new"]
    for kind, parameters in runs:
        results, sentence = run(kind, project, Log(), **parameters)
        assert results, (kind.NAME, sentence)
    tell_fault("disk full under an output", len(runs), len(runs))


def test_a_full_disk_under_the_project(case):
    """The index stays a file beside it, and saving again succeeds once there is room."""
    project, folder, _ = case
    raster = project.mapLayersByName("ortho")[0]
    parameters = {"RASTER": raster, "INDEX": str(folder / "in.gpkg"), "LOAD": False, "ATTACH": True}
    results, sentence = run(BuildIndex, project, Log(), **parameters)
    assert results, sentence
    ballast = fill(folder)
    saved = project.write()
    ballast.unlink()
    assert not saved and project.write() and (folder / "in.gpkg").exists()
    again = QgsProject()
    assert again.read(str(folder / "case.qgz"))
    assert [Path(entry.name).name for entry in attached_files(again)] == [
        entry.name for entry in attached_files(project)
    ]
    again.clear()
    tell_fault("disk full when the project is saved", 1, 1)
