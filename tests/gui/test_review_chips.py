"""Aerial chips: what is drawn, and that nothing is left to draw for what is gone."""

import sys

import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject

from plugin.engine.grid import convergence_deg
from plugin.gui.review_chip_job import ChipRenderer, ChipRequest, chip_settings
from plugin.layers.coordinates import Place
from plugin.layers.shown_imagery import imagery_of
from tests.gui.conftest import wait_for
from tests.processing.locate_scene import truth


@pytest.fixture
def request_of(project):
    """Gives a request for the chip at the place of the sample photo."""

    def make(key="1"):
        here = truth()
        place = Place(here["lon"], here["lat"], 298.0)
        return ChipRequest(key, *chip_settings(place, imagery_of(project), project))

    return make


@pytest.fixture
def complaints(monkeypatch):
    """What Python says about exceptions in slots."""
    said = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: said.append(str(error)))
    return said


@pytest.mark.parametrize("waiting", [0, 2])
def test_a_panel_that_goes_takes_its_drawing_along(request_of, complaints, waiting):
    """As when QGIS quits: no slot is called on what has been deleted."""
    panel = QObject()
    renderer = ChipRenderer(panel)
    for number in range(1 + waiting):
        renderer.request(request_of(str(number)), False)
    job = renderer._job
    assert renderer.busy
    sip.delete(panel)
    wait_for(lambda: sip.isdeleted(job) or not job.isActive(), 10)
    for _ in range(20):
        QCoreApplication.processEvents()
    renderer._finished()
    assert complaints == []


def test_a_job_that_qgis_has_deleted_is_let_go(request_of, complaints):
    """The next chip is drawn all the same."""
    renderer, drawn = ChipRenderer(), []
    renderer.rendered.connect(lambda request, image: drawn.append(request.key))
    renderer.request(request_of("lost"), False)
    sip.delete(renderer._job)
    renderer.finish_now()
    renderer.request(request_of("next"), False)
    wait_for(lambda: drawn == ["next"], 10)
    assert complaints == []


@pytest.mark.parametrize(("lon", "lat"), [(9.9, 48.4), (11.2, -33.0), (25.0, 85.0), (-179.5, 60.0)])
def test_the_heading_on_the_chip_is_that_of_the_grid(project, lon, lat):
    """QGIS's own convergence is that of the engine, near the poles too."""
    _, frame = chip_settings(Place(lon, lat, 30.0), [], project)
    name = QgsCoordinateReferenceSystem(frame.crs).authid()
    assert frame.grid_heading_deg == pytest.approx(30.0 - convergence_deg(name, lon, lat), abs=1e-6)
