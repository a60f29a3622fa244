"""Every algorithm with wrong parameters: it runs, or ends in a sentence, not an error of Python."""

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException

from plugin.processing.index_info import IndexInfoAlgorithm
from tests.processing.locate_scene import index_file
from tests.processing.wrong_parameters import ALGORITHMS, Log, Trial, scene_in, watched
from tests.soak.tally import tell_inputs, times


@pytest.fixture
def scene(qgis_app, tmp_path, monkeypatch):
    """See `scene_in`."""
    with scene_in(tmp_path, monkeypatch) as scene:
        yield scene


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)
def test_wrong_parameters(kind, scene):
    """One to four of them wrong at a time, the others sound."""
    trial = Trial(kind, scene, times("PARAMETERS", 20))
    trial.run()
    trial.close()
    what = f"parameters of skymatch:{kind.NAME} (hypothesis)"
    tell_inputs(what, trial.tried, f"{trial.refused} refused")


def test_the_watch_sees_errors_of_python(scene):
    """Or the test above could not fail."""

    class Broken(IndexInfoAlgorithm):
        def do_work(self, parameters, context, feedback):
            return {}["no such key"]

    escaped = []
    Watched = watched(Broken, escaped)
    context = QgsProcessingContext()
    with pytest.raises(QgsProcessingException, match="Traceback"):
        Watched().create().run({"INDEX": str(index_file())}, context, Log(), {}, False)
    assert escaped == ["KeyError: 'no such key'"]
