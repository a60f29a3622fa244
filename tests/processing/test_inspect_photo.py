"""`skymatch:inspectphoto` on the sample photos and on what is no photo."""

import numpy as np
import pytest
from PIL import Image
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from plugin.engine import usability as names
from plugin.processing.inspect_photo import InspectPhoto
from plugin.processing.locate_report import usability_line


@pytest.fixture
def inspect(qgis_app, sample_scene):
    """Runs the algorithm as Processing does: check, prepare, run."""

    def run(photo="street_01.jpg", **parameters):
        parameters["PHOTO"] = str(sample_scene / "photos" / photo)
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        algorithm = InspectPhoto().create()
        able, sentence = algorithm.checkParameterValues(parameters, context)
        assert able, sentence
        outputs, ran = algorithm.run(parameters, context, feedback, {}, False)
        if not ran:
            raise QgsProcessingException(feedback.textLog())
        return outputs

    return run


def test_a_photo_is_described_and_seen_from_above(inspect, tmp_path):
    target = tmp_path / "above.png"
    found = inspect(BIRDSEYE=str(target))
    assert found["PROJECTION"] == "perspective" and found["FOV_SOURCE"] == "file"
    assert found["HORIZON_SOURCE"] == "picture" and found["HORIZON_SIGMA"] > 0
    assert 0.0 < found["USABILITY"] <= 1.0 and found["SENTENCE"].endswith(".")
    assert "LON_IN_FILE" not in found and found["TAKEN"]
    view = np.asarray(Image.open(target))
    seen = view[..., 3] > 0
    assert view.shape == (320, 320, 4) and 0.05 < seen.mean() < 0.9
    # The view direction is up: far ground is wider than near ground, none lies behind the camera.
    assert seen[100].sum() > seen[280].sum() and not seen[-1].any()


@pytest.mark.parametrize(
    ("number", "shortcoming", "begins"),
    [
        (0.0, names.NO_GROUND, "Not usable: "),
        (0.2, names.BLURRED, "Hardly usable: the ground is blurred."),
        (0.5, names.LITTLE_GROUND, "Fairly usable: it shows little ground"),
        (0.5, names.DARK, "Fairly usable: the ground is dark."),
        (0.5, names.OVEREXPOSED, "Fairly usable: the ground is overexposed."),
        (0.5, names.PLAIN, "Fairly usable: the ground shows hardly any pattern."),
        (0.9, names.DARK, "Well usable: 120 m² of ground within 16 m, readable."),
    ],
)
def test_usability_is_a_sentence(number, shortcoming, begins):
    judged = names.Usability(number, shortcoming, 120.4, 0.2, 1.0, 0.5, 0.2)
    assert usability_line(judged).startswith(begins) and usability_line(judged).endswith(".")


def test_what_is_given_is_used_and_moves_the_ground(inspect, tmp_path):
    views = []
    for number, horizon in enumerate((0.3, 0.4)):
        target = tmp_path / f"{number}.png"
        found = inspect(HORIZON=horizon, ROLL=0.0, FOV=60.0, BIRDSEYE=str(target))
        assert (found["HORIZON"], found["FOV"], found["ROLL"]) == (horizon, 60.0, 0.0)
        assert found["HORIZON_SOURCE"] == found["FOV_SOURCE"] == "given"
        views.append(np.asarray(Image.open(target)).astype(int))
    assert np.abs(views[0] - views[1]).mean() > 5


def test_place_and_direction_in_the_file_are_shown(inspect):
    found = inspect("street_02.jpg")
    assert found["LON_IN_FILE"] == pytest.approx(6.5, abs=3) and "HEADING_IN_FILE" in found


def test_panoramas_lie_around_the_camera(inspect, tmp_path):
    target = tmp_path / "above.png"
    found = inspect("panorama_01.jpg", BIRDSEYE=str(target))
    assert found["PROJECTION"] == "equirectangular"
    seen = np.asarray(Image.open(target))[..., 3] > 0
    assert seen[:160].mean() > 0.9 and seen[160:].mean() > 0.9


def test_no_photo_and_no_place_for_the_picture_end_in_sentences(inspect, tmp_path):
    note = tmp_path / "note.jpg"
    note.write_text("no picture")
    with pytest.raises(QgsProcessingException, match="no picture"):
        inspect(note)
    with pytest.raises(QgsProcessingException, match="could not be written"):
        inspect(BIRDSEYE=str(tmp_path / "missing" / "folder" / "above.png"))
