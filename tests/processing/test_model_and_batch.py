"""The algorithms as parts of a model, and run in a row as the batch dialog does."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)

from plugin.processing.provider import SkymatchProvider
from tests.processing.locate_scene import PHOTO, SAMPLE, index_file, raster_file


@pytest.fixture
def provider(qgis_app):
    """The provider, registered as in QGIS."""
    provider = SkymatchProvider()
    registry = QgsApplication.processingRegistry()
    if not registry.addProvider(provider):
        pytest.fail("The provider could not be registered.")
    yield provider
    registry.removeProvider(provider)


def child(model, number, algorithm, sources):
    """Add a step whose parameters come from the given sources."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(f"step{number}")
    for name, source in sources.items():
        step.addParameterSources(name, [source])
    return step


def test_index_and_locate_in_one_model(provider):
    model = QgsProcessingModelAlgorithm("whole way", "")
    source = QgsProcessingModelChildParameterSource
    for parameter in (
        QgsProcessingParameterRasterLayer("raster"),
        QgsProcessingParameterFile("photo"),
    ):
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    build = child(
        model, 1, "skymatch:buildindex",
        {"RASTER": source.fromModelParameter("raster"), "LOAD": source.fromStaticValue(False)},
    )  # fmt: skip
    locate = child(
        model, 2, "skymatch:locatephoto",
        {"PHOTO": source.fromModelParameter("photo"),
         "INDEX": source.fromChildOutput("step1", "INDEX")},
    )  # fmt: skip
    output = QgsProcessingModelOutput("candidates")
    output.setChildId("step2")
    output.setChildOutputName("CANDIDATES")
    locate.setModelOutputs({"candidates": output})
    model.addChildAlgorithm(build)
    model.addChildAlgorithm(locate)
    model.updateDestinationParameters()

    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    layer = QgsRasterLayer(str(raster_file()), "ortho")
    parameters = {
        "raster": layer,
        "photo": str(PHOTO),
        "step2:candidates": "TEMPORARY_OUTPUT",
        "candidates": "TEMPORARY_OUTPUT",
    }
    feedback = QgsProcessingFeedback(False)
    results, ok = model.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    found = next(value for name, value in results.items() if name.endswith("candidates"))
    assert context.getMapLayer(found).featureCount() == 10


def test_one_photo_after_the_other(provider):
    """What the batch dialog does: the same algorithm anew for each row, one of them bad."""
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    outcomes = []
    for photo in (PHOTO, SAMPLE / "photos" / "truth.csv", SAMPLE / "photos" / "street_04.jpg"):
        parameters = {"PHOTO": str(photo), "INDEX": str(index_file()), "COUNT": 3}
        feedback = QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("skymatch:locatephoto")
        results, ok = algorithm.run(parameters, context, feedback)
        outcomes.append((ok, results.get("BEST_PROBABILITY")))
    assert [ok for ok, _ in outcomes] == [True, False, True]
    assert all(0 <= p <= 1 for ok, p in outcomes if ok)
