"""Two QGIS at once on one index: each ends in a result or a sentence, and no block is lost."""

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer

from plugin.index.reader import read_index
from plugin.processing.build_index import BuildIndex
from plugin.processing.locate_photo import LocatePhoto
from tests.processing.faults import Log, blocks_are_whole, is_sentence, run
from tests.processing.locate_scene import PHOTO, index_file, raster_file
from tests.soak.tally import tell_fault, times

REPOSITORY = Path(__file__).resolve().parents[2]

# A QGIS of its own that builds an index of a raster, and tells how it ended.
BUILDING = """
import os, sys
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
app = QgsApplication([], True)
app.initQgis()
from plugin.processing.build_index import BuildIndex
from tests.processing.faults import Log, run
raster, index = sys.argv[1:]
layer = QgsRasterLayer(raster, "ortho")
print("begins", flush=True)
results, sentence = run(BuildIndex, QgsProject(), Log(), RASTER=layer, INDEX=index, LOAD=False)
print("built" if results else sentence.replace(chr(10), " "), flush=True)
os._exit(0)
"""


def another_qgis(index):
    """Build in another QGIS."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILDING, str(raster_file()), str(index)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def codes_of(index):
    """All codes, as bytes."""
    return read_index(index).tokens.codes.tobytes()


def test_two_qgis_build_one_index(qgis_app, tmp_path):
    """The index is that of one; a run after them finds nothing to do, or ends what is left."""
    tried = times("QGIS_PAIRS", 1)
    for number in range(tried):
        index = tmp_path / f"{number}.gpkg"
        pair = [another_qgis(index) for _ in range(2)]
        for process in pair:
            out, err = process.communicate(timeout=240)
            assert process.returncode == 0, err
            assert out.splitlines()[-1] == "built" or is_sentence(out), out
        raster = QgsRasterLayer(str(raster_file()), "ortho")
        results, sentence = run(
            BuildIndex, QgsProject(), Log(), RASTER=raster, INDEX=str(index), LOAD=False
        )
        assert results, sentence
        assert codes_of(index) == codes_of(index_file())
    tell_fault("two QGIS build one index at once", tried, tried)


def test_one_qgis_is_killed_and_the_other_goes_on(qgis_app, tmp_path):
    """kill -9 once blocks are stored: they are kept, and the end is the same index."""
    tried, kept = times("QGIS_KILLS", 1), 0
    for number in range(tried):
        index = tmp_path / f"{number}.gpkg"
        process = another_qgis(index)
        process.stdout.readline()
        while process.poll() is None and not blocks_in(index):
            pass
        process.kill()
        process.communicate()
        before = blocks_in(index)
        assert blocks_are_whole(index)
        raster = QgsRasterLayer(str(raster_file()), "ortho")
        results, sentence = run(
            BuildIndex, QgsProject(), Log(), RASTER=raster, INDEX=str(index), LOAD=False
        )
        assert results, sentence
        assert before <= blocks_in(index) and codes_of(index) == codes_of(index_file())
        kept += len(before)
    note = f"{kept} blocks were stored and kept"
    tell_fault("QGIS killed while it builds", tried, tried, 0, note)


def test_a_search_while_another_qgis_builds(qgis_app, tmp_path):
    """In what is there already: a result or a sentence; the build goes on unharmed."""
    index = tmp_path / "index.gpkg"
    process = another_qgis(index)
    process.stdout.readline()
    searches = 0
    while process.poll() is None:
        results, sentence = run(
            LocatePhoto, QgsProject(), Log(), PHOTO=str(PHOTO), INDEX=str(index), HEADING=298.0
        )
        assert results or is_sentence(sentence), sentence
        searches += 1
    out, err = process.communicate()
    assert out.splitlines()[-1] == "built", out + err
    assert codes_of(index) == codes_of(index_file())
    tell_fault("search while another QGIS builds", searches, searches)


def blocks_in(index):
    """Place and checksum of every stored block; nothing before there is a table."""
    if not index.exists():
        return set()
    with contextlib.closing(sqlite3.connect(index)) as connection:
        try:
            return set(connection.execute('SELECT "row", "col", checksum FROM blocks'))
        except sqlite3.OperationalError:
            return set()
