"""`skymatch:indexinfo`: numbers, page, and what it says of damaged files."""

import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from plugin.engine.aerial import Block
from plugin.engine.grid import MetricGrid
from plugin.engine.tokens import TokenCodes
from plugin.index.info import IndexInfo
from plugin.index.writer import open_for_building
from plugin.processing.feedback import ProcessingFeedback, duration
from plugin.processing.index_info import IndexInfoAlgorithm

GRID = MetricGrid("EPSG:32755", 600000.0, 6000000.0, 2.5, 20, 30)
INFO = IndexInfo(
    grid=GRID,
    model_name="fake <b>",
    model_version="1",
    model_sha256="ab" * 32,
    code_bits=64,
    block_tokens=20,
    source_name="Canberra",
    imagery_stamp="cd" * 32,
    source_gsd_m=0.1,
    created_utc="2024-01-01T00:00:00+00:00",
)


@pytest.fixture
def index_file(tmp_path):
    """An index of two blocks, the second of them half covered."""
    path = tmp_path / "index.gpkg"
    generator = np.random.default_rng(0)
    with open_for_building(path, INFO) as writer:
        for col, cols, covered in ((0, 20, 20), (20, 10, 5)):
            shape = (20, cols)
            mask = np.zeros(shape, bool)
            mask[:, :covered] = True
            codes = generator.integers(0, 256, (*shape, 8), dtype=np.uint8)
            part = TokenCodes(GRID.part(0, col, *shape), codes, mask)
            writer.write(Block(0, col, *shape), part)
        writer.set_blocks_total(2)
    return path


def run(path, feedback=None, **parameters):
    """The algorithm's outputs."""
    context = QgsProcessingContext()
    feedback = feedback or QgsProcessingFeedback(False)
    algorithm = IndexInfoAlgorithm().create({})
    results, ok = algorithm.run({"INDEX": str(path), **parameters}, context, feedback, {}, False)
    assert ok
    return results


def test_the_numbers(qgis_app, index_file):
    """All of them."""
    results = run(index_file)
    assert (results["BLOCKS_DONE"], results["BLOCKS_TOTAL"]) == (2, 2)
    assert results["COMPLETE"] is True and results["VALID"] is True
    assert results["TOKENS"] == 20 * 25
    assert results["AREA_KM2"] == pytest.approx(20 * 25 * 2.5**2 / 1e6)
    assert results["CRS"] == "EPSG:32755" and results["SOURCE"] == "Canberra"
    assert results["MODEL"] == "fake <b> 1 (abababababab)"
    assert results["CREATED"].startswith("2024-01-01")
    assert results["BYTES"] == index_file.stat().st_size


def test_the_layer_source_of_the_coverage_layer_works_too(qgis_app, index_file):
    """So that it can be dragged in."""
    assert run(f"{index_file}|layername=blocks")["VALID"]


def test_the_page(qgis_app, index_file, tmp_path):
    """Readable, and nothing in it is taken for markup."""
    page = tmp_path / "report.html"
    assert run(index_file, REPORT=str(page))["REPORT"] == str(page)
    text = page.read_text(encoding="utf-8")
    assert "Canberra" in text and "fake &lt;b&gt;" in text and "<b>" not in text


def test_a_damaged_block_is_found_and_the_rest_still_counted(qgis_app, index_file):
    """VALID is false, and the log says how to mend it."""
    with sqlite3.connect(index_file) as db:
        db.execute('UPDATE blocks SET codes = zeroblob(1600) WHERE "col" = 20')
    feedback = QgsProcessingFeedback(False)
    results = run(index_file, feedback)
    assert results["VALID"] is False and results["TOKENS"] == 400
    assert "Build index" in feedback.textLog() and "0/20" in feedback.textLog()


def test_refusals(qgis_app, tmp_path, index_file):
    """Sentences, not tracebacks."""
    with pytest.raises(QgsProcessingException, match="There is no index"):
        run(tmp_path / "none.gpkg")
    index_file.write_bytes(index_file.read_bytes()[:9000])
    with pytest.raises(QgsProcessingException, match="damaged"):
        run(index_file)
    log = QgsProcessingFeedback(False)
    algorithm = IndexInfoAlgorithm().create({})
    gone = {"INDEX": "attachment:///abcdef_index.gpkg"}
    _, ok = algorithm.run(gone, QgsProcessingContext(), log, {}, False)
    assert not ok and "attached to this project" in log.textLog()


def test_cancel(qgis_app, index_file):
    """Stops between two blocks."""
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(index_file, feedback)


def test_an_unfinished_index(qgis_app, tmp_path):
    """COMPLETE is false, VALID is about what is there."""
    path = tmp_path / "empty.gpkg"
    open_for_building(path, replace(INFO, blocks_total=2)).__exit__(None, None, None)
    results = run(path)
    assert results["COMPLETE"] is False and results["VALID"] is True and results["TOKENS"] == 0


def test_progress_tells_the_time_that_is_left(qgis_app, monkeypatch):
    """From the speed of this run, not of what an earlier one had finished."""

    class Log(QgsProcessingFeedback):
        texts = []

        def setProgressText(self, text):
            self.texts.append(text)

    now = [0.0]
    monkeypatch.setattr("plugin.processing.feedback.time.monotonic", lambda: now[0])
    feedback = Log(False)
    progress = ProcessingFeedback(feedback)
    progress.progress(0.5, "Block 6 of 10")
    now[0] = 30.0
    progress.progress(0.6, "Block 7 of 10")
    progress.progress(0.65, "")
    assert feedback.texts == ["Block 6 of 10", "Block 7 of 10 – about 2 min left"]
    assert feedback.progress() == pytest.approx(65.0)
    assert [duration(s) for s in (40, 600, 12_000)] == ["40 s", "10 min", "3 h 20 min"]
