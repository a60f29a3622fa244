"""What a search can be traced by, and the same search giving the same candidates."""

import json
import shutil
from dataclasses import astuple

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.hypotheses import CameraClues
from plugin.engine.locate import LocateSettings, locate_among
from plugin.engine.pieces import Territory
from plugin.index.pieces import StoredCodes
from plugin.layers.evidence_log import SEARCH, append, details_of, log_file, read_rows
from plugin.layers.restoring import forget_all_spares
from plugin.layers.verify_log import findings, findings_in
from plugin.processing.belief import belief_of
from plugin.processing.common import plugin_version
from plugin.processing.export_log import ExportLog
from plugin.processing.locate_folder import LocatePhotos
from plugin.processing.locate_photo import LocatePhoto
from plugin.processing.provenance import parameters_of, settings_of
from plugin.processing.settings import Settings
from tests.processing.locate_scene import PHOTO, index_file, raster_file

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")


class Log(QgsProcessingFeedback):
    """Remembers what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.warnings, self.infos = [], [], []

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushWarning(self, warning):
        """See QgsProcessingFeedback."""
        self.warnings.append(warning)

    def pushInfo(self, info):
        """See QgsProcessingFeedback."""
        self.infos.append(info)


@pytest.fixture
def project(qgis_app, tmp_path):
    """A saved project with the photo below its folder."""
    (tmp_path / "photos").mkdir()
    shutil.copy(PHOTO, tmp_path / "photos")
    project = QgsProject()
    assert project.write(str(tmp_path / "city.qgz"))
    yield project
    project.clear()
    forget_all_spares()


def run(algorithm, project, parameters):
    """Outputs, whether it succeeded, and what it said."""
    context, log = QgsProcessingContext(), Log()
    context.setProject(project)
    try:
        outputs, ran = algorithm.create().run(parameters, context, log, {}, False)
    except QgsProcessingException as error:
        return {}, False, [str(error)], log
    return outputs, ran, log.errors, log


def search(project, tmp_path, **more):
    """Locate the photo; gives the candidates and what was said."""
    file = tmp_path / "found.gpkg"
    parameters = {
        "PHOTO": str(tmp_path / "photos" / PHOTO.name),
        "INDEX": str(index_file()),
        "CANDIDATES": str(file),
        "COUNT": 3,
        **more,
    }
    _, ran, errors, log = run(LocatePhoto(), project, parameters)
    assert ran, errors
    return list(QgsVectorLayer(str(file), "c", "ogr").getFeatures()), log


def test_a_candidate_says_where_it_comes_from(project, tmp_path, pack):
    """Photo, raster, index, model, parameters, software, time; no folder of this computer."""
    found, _ = search(project, tmp_path)
    best, info = found[0], StoredCodes(index_file()).info
    assert best["path"] == f"./photos/{PHOTO.name}"
    assert best["raster"] == f"{info.source_name} {info.imagery_stamp}"
    assert best["index_sha256"] == StoredCodes(index_file()).content_sha256
    assert best["model_sha256"] == pack.sha256
    assert best["software"].startswith(f"Skymatch {plugin_version()}, QGIS ")
    assert json.loads(best["parameters"])["COUNT"] == 3
    assert json.loads(best["parameters"])["PHOTO"] == PHOTO.name
    everything = " ".join(str(value) for value in best.attributes())
    assert str(tmp_path) not in everything and str(raster_file().parent) not in everything
    (row,) = read_rows(log_file(project))
    details = details_of(row)
    assert row.action == SEARCH and PHOTO.name in row.sentence
    assert details["photo_sha256"] == best["sha256"] and len(details["candidates"]) == len(found)
    assert details["candidates"][0]["lon"] == best["lon"]
    assert details["indexes"][0]["sha256"] == best["index_sha256"]
    assert str(tmp_path) not in row.content and "/" not in details["parameters"]["INDEX"]


def test_a_photo_is_found_by_its_path_in_the_project(project, tmp_path):
    """By the review panel and by map tips; also after the project's folder was moved."""
    from plugin.layers.pictures import find_photo, photo_folders, tip_pictures

    found, _ = search(project, tmp_path)
    layer = QgsVectorLayer(str(tmp_path / "found.gpkg"), "c", "ogr")
    photo = tmp_path / "photos" / PHOTO.name
    assert find_photo(found[0], photo_folders(layer, project)) == photo
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.setFeature(found[0])
    assert QgsExpression.replaceExpressionText(tip_pictures(), context).count(PHOTO.name) == 1
    moved = shutil.copytree(tmp_path / "photos", tmp_path / "moved" / "photos") / PHOTO.name
    assert find_photo(found[0], [tmp_path / "moved"]) == moved


def test_a_project_that_keeps_absolute_paths_does_so_for_photos(project, tmp_path):
    """Whoever asks for them in the project's properties has them in candidates too."""
    project.writeEntryBool("Paths", "/Absolute", True)
    found, _ = search(project, tmp_path)
    assert found[0]["path"] == (tmp_path / "photos" / PHOTO.name).as_posix()


def test_several_photos_leave_a_row_each(project, tmp_path):
    """One log, chained on."""
    shutil.copy(PHOTO, tmp_path / "photos" / "b.jpg")
    parameters = {
        "FOLDER": str(tmp_path / "photos"),
        "INDEX": str(index_file()),
        "CANDIDATES": str(tmp_path / "many.gpkg"),
        "COUNT": 1,
    }
    _, ran, errors, _ = run(LocatePhotos(), project, parameters)
    assert ran, errors
    rows = read_rows(log_file(project))
    assert [details_of(row)["photo"] for row in rows] == ["b.jpg", PHOTO.name]
    assert findings(rows) == []


def test_a_log_that_cannot_be_written_is_a_warning(project, tmp_path):
    """The search succeeds."""
    (tmp_path / "city_skymatch").write_text("x", encoding="utf-8")
    found, log = search(project, tmp_path)
    assert found and len(log.warnings) == 1 and "evidence log" in log.warnings[0]


def test_the_index_hash_is_that_of_its_codes(qgis_app, tmp_path):
    """A copy has the same one, an index with another block has not."""
    import sqlite3

    copy = tmp_path / "copy.gpkg"
    shutil.copy(index_file(), copy)
    assert StoredCodes(copy).content_sha256 == StoredCodes(index_file()).content_sha256
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE blocks SET checksum = 'x' WHERE fid = 1")
    assert StoredCodes(copy).content_sha256 != StoredCodes(index_file()).content_sha256


def test_parameters_and_settings_are_told_without_folders_and_secrets(qgis_app):
    """Windows paths too; usual settings are left out."""
    algorithm = LocatePhoto().create()
    told = parameters_of(
        algorithm,
        {
            "PHOTO": "C:\\Users\\anna\\a.jpg",
            "INDEX": "/home/anna/i.gpkg",
            "AREA": f"url=https://anna:{'pw'}@host/wfs?token=abc",
            "MORE_INDEXES": ["/home/anna/j.gpkg"],
            "CANDIDATES": "/home/anna/out.gpkg",
        },
    )
    assert (told["PHOTO"], told["INDEX"]) == ("a.jpg", "i.gpkg")
    assert told["MORE_INDEXES"] == ["j.gpkg"] and told["COUNT"] == 10
    assert not any(word in json.dumps(told) for word in ("anna", "pw", "abc", "CANDIDATES"))
    assert settings_of(Settings()) == {}
    assert settings_of(Settings(threads=2, model_folder="/home/anna/m", storage="inside")) == {
        "settings.threads": 2,
        "settings.model_folder": "m",
    }


def test_the_log_is_exported_and_verified(project, tmp_path):
    """As lines that the program verifies too; the head is named."""
    rows = [append(log_file(project), SEARCH, f"Photo {n}", {"n": n}) for n in range(3)]
    output = tmp_path / "log.jsonl"
    outputs, ran, errors, log = run(ExportLog(), project, {"OUTPUT": str(output)})
    assert ran, errors
    assert (outputs["ROWS"], outputs["VALID"]) == (3, True)
    assert outputs["LAST_SHA256"] == rows[-1].sha256 and rows[-1].sha256 in log.infos[-1]
    assert findings_in(output.read_bytes(), rows[-1].sha256) == []
    assert any("Photo 1" in info for info in log.infos)
    for head, valid in ((f" {rows[0].sha256.upper()} ", True), ("0" * 64, False)):
        outputs, _, _, _ = run(ExportLog(), project, {"HEAD": head})
        assert outputs["VALID"] is valid and "OUTPUT" not in outputs


def test_a_log_that_was_altered_is_exported_with_a_warning(project, tmp_path):
    """And shows it to everybody who verifies the file."""
    import sqlite3

    file = log_file(project)
    for number in range(3):
        append(file, SEARCH, f"Photo {number}", {"n": number})
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TRIGGER skymatch_log_keeps_content")
        connection.execute("UPDATE skymatch_log SET content = 'no json' WHERE sequence = 2")
    output = tmp_path / "log.jsonl"
    outputs, ran, errors, _ = run(ExportLog(), project, {"LOG": str(file), "OUTPUT": str(output)})
    assert ran and outputs["VALID"] is False
    assert errors[0].startswith("Row 2") and "NOT intact" in errors[-1]
    assert findings_in(output.read_bytes())


def test_refusals_of_the_export(project, tmp_path):
    """No log yet; a file that is none; a folder that is not there."""
    assert "no evidence log yet" in run(ExportLog(), project, {})[2][0]
    (tmp_path / "x.sqlite").write_bytes(b"no database" * 100)
    assert "cannot be read" in run(ExportLog(), project, {"LOG": str(tmp_path / "x.sqlite")})[2][0]
    append(log_file(project), SEARCH, "s", {})
    nowhere = {"OUTPUT": str(tmp_path / "none" / "log.jsonl")}
    assert not run(ExportLog(), project, nowhere)[1]


def test_the_same_photo_gives_the_same_candidates(qgis_app, pack):
    """With one thread of the model, with two, and again: bit for bit."""
    from plugin.imagery.photo_file import read_photo_file

    photo = read_photo_file(PHOTO)
    found = []
    for threads in (1, 2, 2):
        encoder = Encoder(pack, threads)
        cameras = belief_of(photo, CameraClues(), encoder).cameras(photo, spread=False)
        territory = Territory(StoredCodes(index_file()), "index")
        settings = LocateSettings(count=5)
        result = locate_among(photo, cameras, [territory], encoder, settings, SilentFeedback())
        found.append(
            (
                [astuple(candidate) for candidate in result.candidates],
                result.not_here_probability,
                [posterior.probability.tobytes() for posterior in result.posteriors],
            )
        )
    assert len(found[0][0]) > 1 and found[0] == found[1] == found[2]
