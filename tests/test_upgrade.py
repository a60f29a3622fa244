"""A new zip over an earlier one: settings, indexes, results and reviews are read as they were.

The earlier plugin is taken from the history of the repository and runs its own code.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import asdict

import pytest

from tests.conftest import HAS_QGIS
from tests.packaging import REPOSITORY, package

PREVIOUS = "5a46eb0"  # writes no provenance but name and time, and has no log

pytestmark = pytest.mark.skipif(not HAS_QGIS, reason="QGIS is not installed")

START = """
import json, sys
from pathlib import Path
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsSettings
from qgis.core import QgsVectorFileWriter, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
import numpy as np
from skymatch.plugin.engine.grid import MetricGrid
from skymatch.plugin.layers import review
from skymatch.plugin.layers.styles import apply_style
from skymatch.plugin.layers.tables import CANDIDATES, fields_of
from skymatch.plugin.processing.settings import Settings, read_settings, write_settings
home = Path(sys.argv[1])
"""

WRITE = """
from skymatch.plugin.engine.aerial import Block
from skymatch.plugin.engine.tokens import TokenCodes
from skymatch.plugin.index.info import IndexInfo
from skymatch.plugin.index.writer import open_for_building

write_settings(Settings(threads=3, fov_deg=70.0, coordinate_format="mgrs", storage="inside"))
QgsSettings().sync()
grid = MetricGrid("EPSG:32632", 691000.0, 5335400.0, 2.5, 20, 20)
info = IndexInfo(grid, "m", "1", "ab" * 32, 64, 20, "ortho", "cd" * 32, 0.2, "2026-01-01", 1)
codes = np.random.default_rng(0).integers(0, 256, (20, 20, 8), dtype=np.uint8)
with open_for_building(home / "index.gpkg", info) as writer:
    writer.write(Block(0, 0, 20, 20), TokenCodes(grid, codes, np.ones((20, 20), bool)))

layer = QgsVectorLayer("Point?crs=EPSG:32632", "Candidates", "memory")
layer.dataProvider().addAttributes(fields_of(CANDIDATES).toList())
layer.updateFields()
feature = QgsFeature(layer.fields())
feature.setGeometry(QgsGeometry.fromWkt("Point(691020 5335380)"))
for name, value in (("photo", "a.jpg"), ("rank", 1), ("probability", 0.5), ("heading", 40.0)):
    feature[name] = value
layer.dataProvider().addFeatures([feature])
options = QgsVectorFileWriter.SaveVectorOptions()
QgsVectorFileWriter.writeAsVectorFormatV3(
    layer, str(home / "results.gpkg"), QgsProject.instance().transformContext(), options
)
layer = QgsVectorLayer(str(home / "results.gpkg"), "Candidates", "ogr")
review.review(layer, 1, {"status": "accepted", "note": "seen"}, "Accept")
review.save(layer)
del layer
"""

READ = """
from dataclasses import asdict
from skymatch.plugin.engine.feedback import SilentFeedback
from skymatch.plugin.index.reader import read_index, verify_index
from skymatch.plugin.layers.evidence_log import log_file, read_rows
from skymatch.plugin.layers.log_keeping import LogKeeper

project = QgsProject.instance()
keeper = LogKeeper(project)
health = verify_index(home / "index.gpkg", SilentFeedback())
layer = QgsVectorLayer(str(home / "results.gpkg"), "Candidates", "ogr")
apply_style(layer, CANDIDATES)
project.addMapLayer(layer)
before = {name: layer.getFeature(1)[name] for name in ("photo", "rank", "status", "note")}
reviewed = review.is_candidates(layer) and review.review(layer, 1, {"status": "maybe"}, "Maybe")
review.save(layer)
print(json.dumps({
    "settings": asdict(read_settings()),
    "codes": read_index(home / "index.gpkg").tokens.codes.sum().item(),
    "damaged": health.damaged, "complete": health.complete,
    "before": before, "reviewed": reviewed, "after": layer.getFeature(1)["status"],
    "logged": [row.sentence for row in read_rows(log_file(project))],
}))
keeper.stop()
project.clear()
del layer
application.exitQgis()
"""


@pytest.fixture(scope="module")
def previous(tmp_path_factory):
    """The plugin folder of the earlier version."""
    folder = tmp_path_factory.mktemp("previous")
    archive = folder / "source.tar"
    shown = ["git", "-C", str(REPOSITORY), "archive", "-o", str(archive), PREVIOUS]
    done = subprocess.run([*shown, "plugin", "resources", *FILES], capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"the history with {PREVIOUS} is not here")
    shutil.unpack_archive(archive, folder / "skymatch")
    return folder / "skymatch"


FILES = ("__init__.py", "metadata.txt", "models/skymatch-s")


def run(plugins, home, program):
    """A program in a QGIS of its own, with the plugins of one folder and a profile of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(plugins),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", START + program, str(home)],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


def test_everything_is_read_after_an_upgrade(previous, tmp_path):
    """As QGIS does it: the old folder is removed, the new zip unpacked in its place."""
    plugins, home = tmp_path / "plugins", tmp_path / "home"
    home.mkdir()
    shutil.copytree(previous, plugins / "skymatch")
    run(plugins, home, WRITE)
    assert (home / "results.gpkg").exists(), run(plugins, home, WRITE)[1]
    own = {path.name for path in (plugins / "skymatch").rglob("*") if path.suffix == ".gpkg"}
    assert own == set()  # nothing of the user's lies in the folder that goes

    staged, file = tmp_path / "staged", tmp_path / "new.zip"
    package.stage(REPOSITORY, staged)
    package.write_zip(staged, file)
    shutil.rmtree(plugins / "skymatch")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(plugins)
    output, errors = run(plugins, home, READ)
    assert output.startswith("{"), errors
    said = json.loads(output.splitlines()[0])
    assert said["settings"]["threads"] == 3 and said["settings"]["fov_deg"] == 70.0
    assert said["settings"]["coordinate_format"] == "mgrs"
    assert said["settings"]["storage"] == "inside"
    assert said["codes"] > 0 and said["complete"] and said["damaged"] == []
    assert said["before"] == {"photo": "a.jpg", "rank": 1, "status": "accepted", "note": "seen"}
    assert said["reviewed"] and said["after"] == "maybe"
    assert said["logged"] == ["Candidate 1 of a.jpg: maybe."]


def test_a_setting_of_another_version_does_no_harm(qgis_app):
    """Unknown keys stay, for the version that knows them; words that make no sense are left out."""
    from qgis.core import QgsSettings

    from plugin.processing.settings import GROUP, Settings, read_settings, write_settings

    stored = QgsSettings()
    try:
        stored.setValue(f"{GROUP}/of_the_future", "7")
        stored.setValue(f"{GROUP}/storage", "cloud")
        stored.setValue(f"{GROUP}/threads", "4")
        assert asdict(read_settings({})) == {**asdict(Settings()), "threads": 4}
        write_settings(Settings(threads=2), {})
        assert stored.value(f"{GROUP}/of_the_future") == "7"
    finally:
        stored.remove(GROUP)


def test_a_results_layer_of_a_newer_version_is_read(qgis_app):
    """A field that is unknown keeps its name."""
    from plugin.layers.tables import CANDIDATES, alias

    assert alias(CANDIDATES, "of_the_future") == "of_the_future"


def test_an_index_of_a_newer_format_is_refused(tmp_path):
    """With a sentence that says what to do; the file stays as it is."""
    from plugin.engine.errors import SkymatchError
    from plugin.engine.grid import MetricGrid
    from plugin.index.info import FORMAT, IndexInfo
    from plugin.index.reader import read_info
    from plugin.index.writer import open_for_building

    grid = MetricGrid("EPSG:32632", 691000.0, 5335400.0, 2.5, 20, 20)
    info = IndexInfo(grid, "m", "1", "ab" * 32, 64, 20, "o", "cd" * 32, 0.2, "2026-01-01", 1)
    file = tmp_path / "index.gpkg"
    with open_for_building(file, info) as writer:
        assert writer.done() == set()
    with sqlite3.connect(file) as connection:
        newer = (str(FORMAT + 1),)
        connection.execute("UPDATE skymatch_meta SET value = ? WHERE key = 'format'", newer)
    before = file.read_bytes()
    with pytest.raises(SkymatchError, match="newer Skymatch.*Update the plugin"):
        read_info(file)
    with pytest.raises(SkymatchError, match="newer Skymatch"):
        open_for_building(file, info)
    assert file.read_bytes() == before
