"""Cancel at every stage of every algorithm that takes time: it ends soon, nothing is half done.

A stage is what the user can tell apart: a sentence in the log, a text or step of the progress bar.
"""

import shutil
import time

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from plugin.index.reader import read_index
from plugin.processing.build_index import BuildIndex
from plugin.processing.evaluate import Evaluate
from plugin.processing.inspect_photo import InspectPhoto
from plugin.processing.locate_folder import LocatePhotos
from plugin.processing.locate_photo import SINKS, LocatePhoto
from plugin.processing.report import Report
from tests.gui.review_scene import write_results
from tests.processing.faults import Log, blocks_are_whole, is_sentence, run
from tests.processing.locate_scene import PHOTO, index_file, raster_file
from tests.soak.tally import tell_fault, times

SLOWEST_S = 8.0


class Stages(Log):
    """Counts what the user sees, and cancels at one of them."""

    def __init__(self, cancel_at=None):
        super().__init__()
        self.seen, self.cancelled_s = 0, None
        self._cancel_at, self._percent = cancel_at, 0
        self.progressChanged.connect(self._step)

    def _step(self, percent):
        if int(percent) > self._percent:
            self._percent = int(percent)
            self._see()

    def setProgressText(self, text):
        """See QgsProcessingFeedback."""
        self._see()

    def pushInfo(self, info):
        """See QgsProcessingFeedback."""
        self._see()

    def _see(self):
        if self.seen == self._cancel_at:
            self.cancelled_s = time.monotonic()
            self.cancel()
        self.seen += 1


@pytest.fixture
def project(qgis_app):
    """An empty project of its own."""
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def work(tmp_path):
    """Gives parameters of a sound run of an algorithm into a folder."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in range(2):
        shutil.copy(PHOTO, photos / f"{number}.jpg")
    results = tmp_path / "results.gpkg"
    write_results(results, tuple(sorted(photos.iterdir())))
    candidates = QgsVectorLayer(f"{results}|layername=candidates", "candidates", "ogr")
    raster = QgsRasterLayer(str(raster_file()), "ortho")
    search = {"INDEX": str(index_file()), "HEADING": 298.0}

    def parameters(kind, folder):
        sinks = {name: str(folder / f"{name}.gpkg") for name in SINKS}
        return {
            BuildIndex: {"RASTER": raster, "INDEX": str(folder / "i.gpkg"), "LOAD": False},
            InspectPhoto: {"PHOTO": str(PHOTO), "BIRDSEYE": str(folder / "b.png")},
            LocatePhoto: {"PHOTO": str(PHOTO), **search, **sinks},
            LocatePhotos: {"FOLDER": str(photos), **search, **sinks},
            Evaluate: {
                "PHOTOS": candidates,
                "PATH_FIELD": "path",
                "INDEX": str(index_file()),
                "ERRORS": str(folder / "lines.gpkg"),
            },
            Report: {"CANDIDATES": candidates, "OUTPUT": str(folder / "report.pdf")},
        }[kind]

    return parameters


@pytest.mark.parametrize(
    "kind",
    [BuildIndex, InspectPhoto, LocatePhoto, LocatePhotos, Evaluate, Report],
    ids=lambda kind: kind.NAME,
)
def test_cancel_at_every_stage(project, work, tmp_path, kind):
    """SKYMATCH_STAGES sets how many of them, spread over the run; the last always is one."""
    whole, folder = Stages(), tmp_path / "whole"
    folder.mkdir()
    results, sentence = run(kind, project, whole, **work(kind, folder))
    assert results, sentence
    wanted = min(times("STAGES", 3), whole.seen)
    slowest_s, stopped = 0.0, 0
    for turn in range(wanted):
        stage = round(turn * (whole.seen - 1) / max(wanted - 1, 1))
        log, folder = Stages(stage), tmp_path / f"{turn}"
        folder.mkdir()
        results, sentence = run(kind, project, log, **work(kind, folder))
        if log.cancelled_s is None:  # a faster run says less
            continue
        slowest_s = max(slowest_s, time.monotonic() - log.cancelled_s)
        stopped += results is None
        assert results or is_sentence(sentence), sentence
        index = folder / "i.gpkg"
        assert not index.exists() or blocks_are_whole(index)
        assert not list(folder.glob("*.part")) and not list(folder.glob(".*"))
    assert slowest_s < SLOWEST_S
    note = f"{stopped} stopped, the others were at their end; slowest {slowest_s:.1f} s"
    tell_fault(f"cancel at a stage of skymatch:{kind.NAME}", wanted, wanted, 0, note)


def test_a_cancelled_build_goes_on_to_the_same_index(project, work, tmp_path):
    """Cancelled again and again, in its midst."""
    parameters = work(BuildIndex, tmp_path)
    for percent in (20.0, 50.0, 80.0):
        log = Log(percent, lambda: log.cancel())  # noqa: B023 - of this turn
        run(BuildIndex, project, log, **parameters)
    results, sentence = run(BuildIndex, project, Log(), **parameters)
    assert results, sentence
    assert read_index(tmp_path / "i.gpkg").tokens.codes.tobytes() == (
        read_index(index_file()).tokens.codes.tobytes()
    )
