"""Nothing personal goes from a photo or this computer into what is handed on, unless asked."""

import getpass
import platform
from pathlib import Path

import pytest
from PIL import Image
from qgis.core import QgsProject, QgsVectorLayer

from plugin.engine.photo import read_photo
from plugin.layers.restoring import forget_all_spares
from plugin.processing.export_log import ExportLog
from plugin.processing.locate_photo import SINKS, LocatePhoto
from plugin.processing.report import Report
from tests.layers.fabricated import located
from tests.processing.faults import Log, run
from tests.processing.locate_scene import PHOTO, index_file

# EXIF tags by which a person or a camera can be told, and what stands in them here.
PERSONAL = {
    0x013B: "Artist Adelheid",
    0x8298: "Copyright Cornelius",
    0x010E: "Description of a garden",
    0xA430: "Owner Ottilie",
    0xA431: "Serial 5550123",
    0xA435: "Lens serial 5550456",
    0x9286: "Comment on a visit",
    0x010F: "Maker Mira",
    0x0110: "Model Marta",
}
GPS = {1: "N", 2: (47.0, 22.0, 33.333), 3: "E", 4: (8.0, 33.0, 44.444)}
LONGEST_BY_CHANCE = 5
GPS_DIGITS = (b"47.37592", b"8.56234")


@pytest.fixture
def case(qgis_app, tmp_path, monkeypatch):
    """A saved project and, below it, a photo that tells much; the search itself is left out."""
    from plugin.engine import locate

    monkeypatch.setattr(locate, "locate_among", lambda *_: located(peaks=2))
    photo = tmp_path / "photos" / "street.jpg"
    photo.parent.mkdir()
    exif = Image.Exif()
    exif[0x8825] = GPS
    exif[0x8769] = {tag: text for tag, text in PERSONAL.items() if tag > 0x9000}
    for tag, text in PERSONAL.items():
        exif[tag] = text
    with Image.open(PHOTO) as picture:
        picture.save(photo, "JPEG", exif=exif)
    project = QgsProject()
    assert project.write(str(tmp_path / "case.qgz"))
    yield project, photo
    project.clear()
    forget_all_spares()


def names_here():
    """Of user and computer, where they are long enough not to occur by chance."""
    return [name for name in (getpass.getuser(), platform.node()) if len(name) > LONGEST_BY_CHANCE]


def everything_below(folder, but):
    """Contents of all files, other than the photo itself, by name."""
    return {
        file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file() and file != but
    }


def test_results_and_log_hold_no_tags_and_no_folders(case, tmp_path):
    """Layers, evidence log and its export: no EXIF, no user, no computer, no path of this disk."""
    project, photo = case
    said = read_photo(photo).metadata
    assert "Marta" in said.camera and said.lat is not None, "there is something to give away"
    sinks = {name: str(tmp_path / "results" / f"{name}.gpkg") for name in SINKS}
    (tmp_path / "results").mkdir()
    results, sentence = run(
        LocatePhoto, project, Log(), PHOTO=str(photo), INDEX=str(index_file()), **sinks
    )
    assert results, sentence
    results, sentence = run(ExportLog, project, Log(), OUTPUT=str(tmp_path / "log.jsonl"))
    assert results, sentence
    words = [text.encode() for text in PERSONAL.values()] + list(GPS_DIGITS)
    words += [word.encode() for word in (str(tmp_path), str(index_file().parent), *names_here())]
    files = everything_below(tmp_path, photo)
    assert {"CANDIDATES.gpkg", "log.jsonl"} <= set(files)
    told = [(name, word) for name, content in files.items() for word in words if word in content]
    assert not told
    assert b"photos/street.jpg" in files["CANDIDATES.gpkg"], "or the search would be for nothing"


def test_the_report_names_no_folder(case, tmp_path):
    """Its properties, which are plain text in a PDF, say neither who made it nor where."""
    project, photo = case
    results, sentence = run(
        LocatePhoto,
        project,
        Log(),
        PHOTO=str(photo),
        INDEX=str(index_file()),
        CANDIDATES=str(tmp_path / "c.gpkg"),
    )
    assert results, sentence
    layer = QgsVectorLayer(str(tmp_path / "c.gpkg"), "candidates", "ogr")
    project.addMapLayer(layer)
    file = tmp_path / "report.pdf"
    results, sentence = run(Report, project, Log(), CANDIDATES=layer, OUTPUT=str(file))
    assert results, sentence
    content = file.read_bytes()
    for word in (str(tmp_path), str(Path.home()), *names_here()):
        for coded in (word.encode(), word.encode("utf-16-be")):
            assert coded not in content, word
