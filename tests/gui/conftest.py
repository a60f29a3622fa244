"""What the tests of the dock share."""

import time

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QSize

from plugin.gui.dock import SkymatchDock
from plugin.processing.provider import SkymatchProvider
from tests.processing.locate_scene import raster_file


@pytest.fixture
def provider(qgis_app):
    """Skymatch's algorithms in the registry."""
    provider = SkymatchProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def project(qgis_app, tmp_path):
    """The current project, saved, with the small orthophoto in it."""
    project = QgsProject.instance()
    project.clear()
    layer = QgsRasterLayer(str(raster_file()), "Ortho 2024")
    project.addMapLayer(layer)
    project.setCrs(layer.crs())
    folder = tmp_path / "Tom's case"
    folder.mkdir()
    assert project.write(str(folder / "case.qgz"))
    yield project
    project.clear()
    project.setFileName("")


@pytest.fixture
def canvas(project):
    """A map canvas that shows the orthophoto."""
    canvas = QgsMapCanvas()
    canvas.resize(QSize(400, 300))
    layer = next(iter(project.mapLayers().values()))
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    yield canvas
    canvas.deleteLater()


@pytest.fixture
def bar(qgis_app):
    """A message bar."""
    bar = QgsMessageBar()
    yield bar
    bar.deleteLater()


@pytest.fixture
def dock(provider, project, canvas, bar):
    """The dock, and nothing running when the test is over."""
    dock = SkymatchDock(canvas, bar, project)
    yield dock
    dock.stop()
    wait_for(lambda: not dock.runner.busy)
    dock.deleteLater()
    QCoreApplication.processEvents()


def wait_for(condition, seconds=60.0):
    """Let events happen until the condition holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert condition()


@pytest.fixture
def wait():
    """`wait_for` as a fixture."""
    return wait_for


@pytest.fixture
def said(bar):
    """Gives the text of the newest message."""
    return lambda: bar.currentItem().text() if bar.currentItem() else ""
