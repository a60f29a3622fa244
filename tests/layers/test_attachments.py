"""Files inside the project: kept over saving, moving and the loss of QGIS's temporary folder."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, edit

from plugin.engine.errors import SkymatchError
from plugin.layers import restoring
from plugin.layers.attachments import (
    INDEX,
    RESULTS,
    attach_index,
    attach_results,
    attached_files,
    attached_indexes,
    detach,
    resolve,
)
from plugin.layers.groups import add_result_group, open_results
from plugin.layers.keeping import NO_QUESTION, AttachmentKeeper
from plugin.layers.restoring import spare_file
from plugin.layers.tables import CANDIDATES, KINDS
from tests.soak.tally import tell_fault

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")

OPEN_ELSEWHERE = """
import json, sys
from qgis.core import QgsApplication, QgsProject
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
read = project.read(sys.argv[1])
layers = project.mapLayers().values()
print(json.dumps({
    "read": read,
    "layers": [[layer.name(), layer.isValid(), layer.featureCount()] for layer in layers],
    "sources": [layer.source() for layer in layers],
    "status": [f["status"] for l in layers if l.name() == "Candidates" for f in l.getFeatures()],
}))
project.clear()
application.exitQgis()
"""


@pytest.fixture(autouse=True)
def no_spares(qgis_app):
    """Nothing left over from another test."""
    yield
    shutil.rmtree(spare_file("x").parents[1], ignore_errors=True)


@pytest.fixture
def keeper(project):
    """A project that is watched over."""
    keeper = AttachmentKeeper(project)
    yield keeper
    keeper.stop()


@pytest.fixture
def index_file(tmp_path):
    """A file that stands for an index; its content does not matter here."""
    file = tmp_path / "ortho.gpkg"
    file.write_bytes(b"codes" * 1000)
    return file


def with_results_inside(project, results_file):
    """Attach results and show them; returns their path and layers."""
    path = resolve(project, attach_results(project, results_file))
    layers = open_results(path)
    add_result_group(project, "IMG 0042", layers)
    return path, layers


def opened_elsewhere(file):
    """What a second process sees in a project."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN_ELSEWHERE, str(file)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def sweep(path):
    """What systems do with temporary folders, open files or not; another program does it."""
    subprocess.run(["rm", "-r", str(Path(path).parent)], check=True)


def carried(project):
    """Paths of what was attached; newer QGIS attaches its own database of symbols as well."""
    return [path for path in project.attachedFiles() if not path.endswith("_styles.db")]


def test_indexes_of_the_same_name_are_replaced_and_results_never(project, index_file):
    """An index can be made again, a review cannot."""
    first = attach_index(project, index_file)
    second = attach_index(project, index_file)
    reviews = [attach_results(project, index_file) for _ in range(2)]
    assert first != second and len(set(reviews)) == 2
    assert [(f.identifier, f.kind) for f in attached_files(project)] == [
        (second, INDEX),
        (reviews[0], RESULTS),
        (reviews[1], RESULTS),
    ]
    assert [f.identifier for f in attached_indexes(project)] == [second]
    assert len(carried(project)) == 3
    detach(project, reviews[0])
    assert len(carried(project)) == len(attached_files(project)) == 2
    assert not spare_file(reviews[0]).exists() and spare_file(reviews[1]).is_file()


def test_entries_of_older_and_unknown_versions(project):
    """Without a kind it is an index; what cannot be read is passed over."""
    old = json.dumps({"identifier": "attachment:///a", "name": "a", "sha256": "0"})
    project.writeEntry("skymatch", "/attached_indexes", [old, "{}", "no json", "[1]"])
    [entry] = attached_files(project)
    assert entry.kind == INDEX and entry.name == "a"


def test_a_full_disk_leaves_no_half_attachment(project, index_file, monkeypatch):
    """The sentence says what to do, and the project can still be saved."""

    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plugin.layers.attachments.copy_whole", full)
    with pytest.raises(SkymatchError, match=r"ortho.gpkg could not be copied.*Make room"):
        attach_index(project, index_file)
    assert attached_files(project) == [] and carried(project) == []


@pytest.mark.parametrize("ending", ["qgz", "qgs"])
def test_a_saved_attachment_comes_back_after_a_sweep(project, keeper, index_file, tmp_path, ending):
    """From the project file, or from the zip beside it."""
    identifier = attach_index(project, index_file)
    assert project.write(str(tmp_path / f"case.{ending}"))
    assert not spare_file(identifier).exists(), "saved, so no spare copy is needed"
    sweep(project.resolveAttachmentIdentifier(identifier))
    assert resolve(project, identifier).read_bytes() == index_file.read_bytes()
    tell_fault("temporary attachment swept away after it was saved", 1, 1)


def test_an_unsaved_attachment_comes_back_after_a_sweep(project, keeper, index_file):
    """From the spare copy in the profile."""
    identifier = attach_index(project, index_file)
    sweep(project.resolveAttachmentIdentifier(identifier))
    assert resolve(project, identifier).read_bytes() == index_file.read_bytes()
    tell_fault("temporary attachment swept away before it was saved", 1, 1)


def test_qgis_alone_cannot_save_after_a_sweep(project, index_file, tmp_path):
    """The reason for all this; if this fails one day, the keeper has less to do."""
    sweep(project.resolveAttachmentIdentifier(attach_index(project, index_file)))
    assert not project.write(str(tmp_path / "case.qgz"))


def test_saving_after_a_sweep_loses_nothing(project, keeper, index_file, tmp_path):
    """Neither a first save nor a later one."""
    identifier = attach_index(project, index_file)
    for _ in range(2):
        sweep(project.resolveAttachmentIdentifier(identifier))
        assert project.write(str(tmp_path / "case.qgz")), project.error()
    opened = QgsProject()
    assert opened.read(str(tmp_path / "case.qgz"))
    assert resolve(opened, identifier).read_bytes() == index_file.read_bytes()
    opened.clear()
    tell_fault("temporary attachment swept away, then the project saved", 2, 2)


def test_what_is_lost_for_good_does_not_stop_saving(project, keeper, index_file, tmp_path):
    """No copy anywhere: it is said, and the rest of the project is saved."""
    lines = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: lines.append(text))
    identifier = attach_index(project, index_file)
    spare_file(identifier).unlink()
    sweep(project.resolveAttachmentIdentifier(identifier))
    with pytest.raises(SkymatchError, match="cannot be found"):
        resolve(project, identifier)
    assert project.write(str(tmp_path / "case.qgz")), project.error()
    assert any("ortho.gpkg" in line and "saved without it" in line for line in lines)
    assert attached_files(project) == []


def test_edits_in_results_inside_survive_a_sweep(project, keeper, results_file):
    """A decision that was committed, though the project was not saved since."""
    path, layers = with_results_inside(project, results_file)
    candidates = layers[CANDIDATES]
    fid = next(candidates.getFeatures()).id()
    with edit(candidates):
        candidates.changeAttributeValue(fid, candidates.fields().lookupField("status"), "accepted")
    sweep(path)
    assert keeper.restore_missing() == []
    fresh = QgsVectorLayer(f"{path}|layername=candidates", "c", "ogr")
    assert fresh.getFeature(fid)["status"] == "accepted"
    assert candidates.getFeature(fid)["status"] == "accepted", "the open layer works again too"
    tell_fault("results in the project swept away after a review", 1, 1)


def test_results_inside_are_saved_with_their_latest_edits(project, keeper, results_file, tmp_path):
    """QGIS keeps them in a side file at first, which is not part of the project."""
    _, layers = with_results_inside(project, results_file)
    candidates = layers[CANDIDATES]
    column = candidates.fields().lookupField("status")
    candidates.startEditing()
    for feature in candidates.getFeatures():
        candidates.changeAttributeValue(feature.id(), column, "rejected")
    assert candidates.commitChanges(False), "and the layer stays open for editing"
    file = tmp_path / "case.qgz"
    assert project.write(str(file))
    with zipfile.ZipFile(file) as saved:
        [name] = [name for name in saved.namelist() if name.endswith(".gpkg")]
        saved.extract(name, tmp_path)
    connection = sqlite3.connect(str(tmp_path / name))
    assert {row[0] for row in connection.execute("SELECT status FROM candidates")} == {"rejected"}
    connection.close()
    candidates.rollBack()


def test_layers_inside_raise_no_question_at_the_end(project, keeper, results_file):
    """QGIS takes them for temporary."""
    _, layers = with_results_inside(project, results_file)
    assert all(layer.customProperty(NO_QUESTION) for layer in layers.values())
    other = QgsVectorLayer(str(results_file), "beside", "ogr")
    project.addMapLayer(other)
    assert not other.customProperty(NO_QUESTION)


@pytest.mark.parametrize("inside", [True, False])
def test_a_project_moves_to_another_computer(project, keeper, results_file, tmp_path, inside):
    """Saved, its folder renamed, opened by another process: every layer is there."""
    here, there = tmp_path / "Tom's case", tmp_path / "elsewhere" / "Fälle"
    (here / "case_skymatch").mkdir(parents=True)
    beside = Path(shutil.move(str(results_file), str(here / "case_skymatch" / "IMG_0042.gpkg")))
    assert project.write(str(here / "case.qgz"))
    if inside:
        path, _ = with_results_inside(project, beside)
        beside.unlink()
        assert project.isDirty()
    else:
        add_result_group(project, "IMG 0042", open_results(beside))
    assert project.write(str(here / "case.qgz"))
    project.clear()
    there.parent.mkdir()
    here.rename(there)
    seen = opened_elsewhere(there / "case.qgz")
    assert seen["read"] and len(seen["layers"]) == len(KINDS)
    assert all(valid and count > 0 for _, valid, count in seen["layers"])
    assert not any(str(here) in source for source in seen["sources"])


def test_a_new_project_forgets_what_was_not_saved(project, keeper, index_file):
    """The spare copies go with it, and those that a crash left behind long ago."""
    identifier = attach_index(project, index_file)
    assert spare_file(identifier).is_file()
    spares = spare_file(identifier).parents[1]
    for name, age_seconds in (("0", 2 * restoring.OLD_SECONDS), ("1", 60)):
        (spares / name).mkdir()
        os.utime(spares / name, (time.time() - age_seconds,) * 2)
    project.clear()
    assert [folder.name for folder in spares.iterdir()] == ["1"], "another QGIS may be running"


def test_a_stopped_keeper_does_nothing(project, index_file, tmp_path):
    """After the plugin was switched off."""
    keeper = AttachmentKeeper(project)
    keeper.stop()
    sweep(project.resolveAttachmentIdentifier(attach_index(project, index_file)))
    assert not project.write(str(tmp_path / "case.qgz"))


def test_a_damaged_project_file_is_no_source(project, index_file, tmp_path):
    """The sentence stays the same."""
    identifier = attach_index(project, index_file)
    file = tmp_path / "case.qgz"
    assert project.write(str(file))
    spare_file(identifier).unlink()
    file.write_bytes(b"no zip")
    sweep(project.resolveAttachmentIdentifier(identifier))
    assert not restoring.restore(project, identifier)
    with pytest.raises(SkymatchError, match="cannot be found"):
        resolve(project, identifier)
