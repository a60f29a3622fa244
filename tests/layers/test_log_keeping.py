"""The evidence log stays with its project, and learns of every review that is saved."""

import shutil

import pytest
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer, edit

from plugin.layers import review
from plugin.layers.evidence_log import REVIEW, SEARCH, append, details_of, log_file, read_rows
from plugin.layers.log_keeping import LogKeeper
from plugin.layers.restoring import forget_all_spares
from plugin.layers.tables import CANDIDATES
from plugin.layers.verify_log import findings
from tests.layers.conftest import memory_layer

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")


@pytest.fixture
def keeper(project):
    """Serves the project for the length of a test."""
    keeper = LogKeeper(project)
    yield keeper
    keeper.stop()
    forget_all_spares()


@pytest.fixture
def candidates(project, keeper, tmp_path):
    """A candidates layer in the served project, kept in a file."""
    file, options = tmp_path / "IMG_0042.gpkg", QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory_layer(CANDIDATES), str(file), project.transformContext(), options
    )
    layer = QgsVectorLayer(str(file), "Candidates", "ogr")
    project.addMapLayer(layer)
    return layer


def feature_of_rank(layer, rank):
    """The candidate of that rank."""
    return next(feature for feature in layer.getFeatures() if feature["rank"] == rank)


def test_a_review_is_recorded_when_it_is_saved(project, candidates):
    """Not before, as it can be undone; with photo, place, status, reason and note."""
    one, two = feature_of_rank(candidates, 1), feature_of_rank(candidates, 2)
    review.review(candidates, one.id(), {"status": "accepted", "reason": "Road"}, "Accept")
    review.review(candidates, two.id(), {"status": "rejected"}, "Reject")
    candidates.undoStack().undo()
    assert not log_file(project).exists()
    review.save(candidates)
    (row,) = read_rows(log_file(project))
    assert (row.action, row.sentence) == (REVIEW, "Candidate 1 of IMG 0042.jpg: accepted.")
    details = details_of(row)
    assert (details["status"], details["reason"], details["note"]) == ("accepted", "Road", "")
    assert details["photo_sha256"] == one["sha256"] and details["lon"] == one["lon"]
    assert "path" not in details


def test_reviews_by_other_means_count_too_and_other_edits_do_not(project, candidates):
    """The attribute table writes through the same layer."""
    one = feature_of_rank(candidates, 1)
    field = candidates.fields().indexOf("status")
    with edit(candidates):
        candidates.changeAttributeValue(one.id(), field, "maybe")
    with edit(candidates):
        candidates.changeAttributeValue(one.id(), candidates.fields().indexOf("score"), 0.1)
    with edit(candidates):
        candidates.changeAttributeValue(one.id(), field, "")
    rows = read_rows(log_file(project))
    assert [details_of(row)["status"] for row in rows] == ["maybe", ""]
    assert "not reviewed" in rows[1].sentence and findings(rows) == []


def test_a_log_that_cannot_be_written_does_not_keep_a_review_from_being_saved(
    project, candidates, tmp_path
):
    """The folder's name is taken by a file."""
    (tmp_path / "p_skymatch").write_text("x", encoding="utf-8")
    assert project.write(str(tmp_path / "p.qgz"))
    one = feature_of_rank(candidates, 1)
    review.review(candidates, one.id(), {"status": "accepted"}, "Accept")
    review.save(candidates)
    assert feature_of_rank(candidates, 1)["status"] == "accepted"
    assert not review.unsaved(candidates)


def test_the_log_moves_beside_the_project_at_its_first_save(project, keeper, tmp_path):
    """And is copied when the project is saved under another name."""
    before = log_file(project)
    append(before, SEARCH, "one", {})
    assert project.write(str(tmp_path / "a.qgz"))
    first = log_file(project)
    assert first.parent == tmp_path / "a_skymatch" and not before.exists()
    append(first, SEARCH, "two", {})
    assert project.write(str(tmp_path / "b.qgz"))
    second = log_file(project)
    append(second, SEARCH, "three", {})
    assert [row.sentence for row in read_rows(first)] == ["one", "two"]
    assert [row.sentence for row in read_rows(second)] == ["one", "two", "three"]
    assert findings(read_rows(second)) == []


def test_a_project_saved_over_another_continues_its_log(project, keeper, tmp_path):
    """No row of either is lost."""
    append(log_file(project), SEARCH, "new", {"n": 1})
    old = tmp_path / "a_skymatch" / "evidence.sqlite"
    append(old, SEARCH, "old", {})
    assert project.write(str(tmp_path / "a.qgz"))
    rows = read_rows(old)
    assert [row.sentence for row in rows] == ["old", "new"] and findings(rows) == []
    assert details_of(rows[1])["details"] == {"n": 1}


def test_what_was_never_saved_is_not_carried_into_the_next_project(project, keeper, tmp_path):
    """A new project begins a new log; one that is opened goes on with its own."""
    assert project.write(str(tmp_path / "a.qgz"))
    append(log_file(project), SEARCH, "kept", {})
    project.clear()
    assert "unsaved" in log_file(project).parts
    assert project.write(str(tmp_path / "b.qgz"))
    assert not log_file(project).exists()
    assert project.read(str(tmp_path / "a.qgz"))
    assert [row.sentence for row in read_rows(log_file(project))] == ["kept"]


def test_a_log_that_cannot_be_copied_is_a_sentence(project, keeper, tmp_path):
    """Saving the project succeeds all the same."""
    append(log_file(project), SEARCH, "one", {})
    (tmp_path / "a_skymatch").write_text("x", encoding="utf-8")
    assert project.write(str(tmp_path / "a.qgz"))


def test_an_unloaded_keeper_hears_nothing(project, candidates, keeper):
    """Nor does it fail when layers are gone by then."""
    keeper.stop()
    one = feature_of_rank(candidates, 1)
    with edit(candidates):
        candidates.changeAttributeValue(one.id(), candidates.fields().indexOf("status"), "maybe")
    assert not log_file(project).exists()
    again = LogKeeper(project)
    project.removeAllMapLayers()
    again.stop()
    shutil.rmtree(log_file(QgsProject()).parent, ignore_errors=True)
