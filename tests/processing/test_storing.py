"""Where results go, as the settings say."""

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings

from plugin.engine.errors import SkymatchError
from plugin.layers.attachments import RESULTS, attached_files
from plugin.processing.settings import BESIDE, GROUP, INSIDE, Settings, write_settings
from plugin.processing.storing import indexes_go_inside, store_results

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")


@pytest.fixture
def project(qgis_app):
    """An empty project; the settings are as they were afterwards."""
    project = QgsProject()
    yield project
    project.clear()
    QgsSettings().remove(GROUP)


@pytest.fixture
def results(tmp_path):
    """A file of results; its content does not matter here."""
    file = tmp_path / "IMG_0042.gpkg"
    file.write_bytes(b"results")
    return file


def test_beside_the_file_stays(project, results):
    """And the project stays as it is."""
    write_settings(Settings(storage=BESIDE), {})
    assert store_results(project, results) == results and results.is_file()
    assert attached_files(project) == [] and not indexes_go_inside()


def test_inside_it_becomes_part_of_the_project(project, results):
    """There is one of it, under its name."""
    write_settings(Settings(storage=INSIDE), {})
    inside = store_results(project, results)
    assert inside.read_bytes() == b"results" and not results.exists()
    [known] = attached_files(project)
    assert (known.name, known.kind) == ("IMG_0042.gpkg", RESULTS)
    assert str(inside) in project.attachedFiles() and indexes_go_inside()


def test_what_cannot_be_copied_stays(project, results, monkeypatch):
    """Nothing is lost on a full disk."""

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plugin.layers.attachments.copy_whole", full)
    write_settings(Settings(storage=INSIDE), {})
    with pytest.raises(SkymatchError, match="Make room"):
        store_results(project, results)
    assert results.is_file() and attached_files(project) == []
