"""`skymatch:evaluate` on a layer of photos with known position."""

import shutil

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from plugin.processing.evaluate import Evaluate
from plugin.processing.evaluate_report import Judged, error_curve, summary
from tests.processing.locate_scene import PHOTO, index_file, truth


@pytest.fixture
def photos(qgis_app, tmp_path):
    """The sample photo at its true place, and a file that is no photo."""
    shutil.copy(PHOTO, tmp_path / PHOTO.name)
    (tmp_path / "broken.jpg").write_bytes(b"no photo")
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=photo:string&field=heading:double", "photos", "memory"
    )
    for name, heading in ((PHOTO.name, truth()["heading_deg"]), ("broken.jpg", None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, heading])
        point = QgsPointXY(truth()["lon"], truth()["lat"])
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        layer.dataProvider().addFeature(feature)
    return layer


def run(layer, folder, **more):
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    parameters = {
        "PHOTOS": layer,
        "PHOTO_FIELD": "photo",
        "FOLDER": str(folder),
        "INDEX": str(index_file()),
        "ERRORS": "TEMPORARY_OUTPUT",
        **more,
    }
    feedback = QgsProcessingFeedback(False)
    results, ok = Evaluate().create().run(parameters, context, feedback, {}, False)
    errors = QgsProcessingUtils.mapLayerFromString(results["ERRORS"], context)
    return results, list(errors.getFeatures()), errors.crs().authid()


def test_errors_numbers_and_report(photos, tmp_path):
    report = tmp_path / "report.html"
    results, lines, crs = run(photos, tmp_path, HEADING_FIELD="heading", REPORT=str(report))
    assert (results["QUERIES"], results["FAILED"]) == (2, 1)
    assert 0 < results["CHANCE"] < 0.1
    assert crs == "EPSG:32632"
    good, bad = sorted(lines, key=lambda line: line["problem"])
    assert good["photo"] == PHOTO.name
    assert good.geometry().length() == pytest.approx(good["error_m"], abs=0.5)
    assert good["error_m"] < 15
    assert good["rank_share"] < 0.05
    assert "no picture" in bad["problem"] and bad.geometry().isEmpty()
    page = report.read_text(encoding="utf-8")
    assert PHOTO.name in page and "by chance" in page
    assert "http" not in page


def test_a_layer_without_photos_is_refused(photos, tmp_path):
    photos.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="no photo"):
        run(photos, tmp_path)


def judged(error_m, rank_share=0.5):
    return Judged("p", "", 0, 0, 0, 0, error_m, 0, rank_share, 0.5, 0.01, 0.5, 0.1)


def test_refused_photos_count_as_misses():
    found = summary([judged(5.0, 0.001), Judged.refused("q", "why.", 0, 0)], 10.0)
    assert found["HIT_SHARE"] == 0.5
    assert found["BEST_1PCT_SHARE"] == 0.5
    assert found["MEDIAN_ERROR_M"] == 5.0


def test_the_curve_never_falls():
    points = error_curve([judged(5.0), judged(50.0), judged(500.0)]).split("points='")[1]
    rows = [float(pair.split(",")[1]) for pair in points.split("'")[0].split()]
    assert rows == sorted(rows, reverse=True)
