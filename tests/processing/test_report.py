"""`skymatch:report`: a PDF of reviewed candidates, and what is said where there is none to make."""

import shutil
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImageReader

from plugin.layers.review import ACCEPTED, STATUS, review
from plugin.processing.report import Report
from tests.gui.review_scene import POSES, load_results, write_results
from tests.processing.locate_scene import raster_file

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")


@pytest.fixture
def project(qgis_app):
    """The current project with the small orthophoto."""
    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(QgsRasterLayer(str(raster_file()), "ortho"))
    yield project
    project.clear()


@pytest.fixture
def layer(project, tmp_path):
    """Candidates of one photo in the project."""
    write_results(tmp_path / "street_02.gpkg")
    return load_results(project, tmp_path / "street_02.gpkg")


@pytest.fixture
def run(layer, project, tmp_path):
    """Runs the algorithm; gives outputs, whether it succeeded, and what it said."""

    def run_with(log=None, inside=True, **more):
        context, log = QgsProcessingContext(), log or QgsProcessingFeedback(False)
        if inside:
            context.setProject(project)
        output = str(tmp_path / "deeper" / "report.pdf")
        parameters = {"CANDIDATES": layer, "OUTPUT": output, **more}
        outputs, ran = Report().create().run(parameters, context, log)
        return outputs, ran, log.textLog()

    return run_with


def accept(layer, rank):
    """Review a candidate; the review is not saved."""
    feature = next(found for found in layer.getFeatures() if found["rank"] == rank)
    review(layer, feature.id(), {STATUS: ACCEPTED}, "Accept")


def pages(file):
    """Counted by what every page of a PDF says of itself."""
    content = Path(file).read_bytes()
    assert content.startswith(b"%PDF")
    return content.count(b"/Type /Page\n")


def test_every_candidate_has_a_page(run, project, layer):
    """The layout is gone afterwards, and the project is as it was."""
    project.setDirty(False)
    outputs, ran, said = run()
    assert ran, said
    assert outputs["PAGES"] == len(POSES) == pages(outputs["OUTPUT"])
    assert [file.name for file in Path(outputs["OUTPUT"]).parent.iterdir()] == ["report.pdf"]
    assert project.layoutManager().layouts() == [] and not project.isDirty()


def test_only_accepted_candidates_on_request(run, layer):
    """Reviews that are not saved yet count."""
    accept(layer, 2)
    outputs, ran, said = run(ONLY_ACCEPTED=True, KEEP_LAYOUT=True)
    assert ran, said
    assert outputs["PAGES"] == 1 == pages(outputs["OUTPUT"])
    (layout,) = QgsProject.instance().layoutManager().layouts()
    assert layout.atlas().filterExpression() == f"\"{STATUS}\" = '{ACCEPTED}'"


def test_without_accepted_candidates_a_sentence(run, project, tmp_path):
    """No layout stays, no file is written."""
    _, ran, said = run(ONLY_ACCEPTED=True, KEEP_LAYOUT=True)
    assert not ran and "No candidate is accepted yet" in said
    assert project.layoutManager().layouts() == []
    assert not (tmp_path / "deeper" / "report.pdf").exists()


def test_wrong_input_is_a_sentence(run, tmp_path):
    """Which names the next step."""
    other = QgsVectorLayer("Point?crs=EPSG:4326", "trees", "memory")
    _, ran, said = run(CANDIDATES=other)
    assert not ran and "no candidates layer" in said
    _, ran, said = run(inside=False)
    assert not ran and "Open the project first" in said
    (tmp_path / "file").write_text("no folder")
    _, ran, said = run(OUTPUT=str(tmp_path / "file" / "report.pdf"))
    assert not ran and "choose another file" in said


def test_cancelling_keeps_the_report_that_was_there(run, tmp_path):
    """And leaves no half of a new one."""
    (tmp_path / "deeper").mkdir()
    old = tmp_path / "deeper" / "report.pdf"
    shutil.copy(__file__, old)
    log = QgsProcessingFeedback(False)
    log.progressChanged.connect(lambda _: log.cancel())
    _, ran, said = run(log=log)
    assert not ran and "Stopped" in said
    assert old.read_bytes() == Path(__file__).read_bytes()
    assert list(old.parent.iterdir()) == [old]


def test_every_parameter_explains_itself(qgis_app):
    """Help for each; it runs in the main thread."""
    algorithm = Report().create()
    assert all(len(d.help()) > 20 for d in algorithm.parameterDefinitions())
    assert algorithm.flags() & Report.Flag.FlagNoThreading
    assert QImageReader(algorithm.svgIconPath()).canRead()
