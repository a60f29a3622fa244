"""The plugin is unloaded, or the project closed, while it works: finished blocks stay."""

import gc

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtWidgets import QAction

from plugin.main import SkymatchPlugin
from plugin.processing.locate_photo import SINKS
from tests.gui.conftest import wait_for
from tests.processing.faults import Log, blocks_are_whole, is_sentence
from tests.processing.locate_scene import PHOTO, index_file
from tests.soak.tally import tell_fault

BUILD, LOCATE = "skymatch:buildindex", "skymatch:locatephoto"


@pytest.fixture
def plugin(qgis_iface, project):
    """The plugin with its dock open; unloading it twice does no harm."""
    plugin = SkymatchPlugin(qgis_iface)
    plugin.initGui()
    qgis_iface.mainWindow().findChild(QAction, "skymatchToggleDock").trigger()
    yield plugin
    plugin.unload()


def parameters_of(work, folder):
    """A sound run."""
    raster = next(iter(QgsProject.instance().mapLayers().values()))
    if work == BUILD:
        return {"RASTER": raster.id(), "INDEX": str(folder / "index.gpkg"), "LOAD": False}
    sinks = {name: str(folder / f"{name}.gpkg") for name in SINKS}
    return {"PHOTO": str(PHOTO), "INDEX": str(index_file()), **sinks}


def nothing_runs():
    """Whether QGIS has no task left."""
    return QgsApplication.taskManager().countActiveTasks() == 0


@pytest.mark.parametrize("work", [BUILD, LOCATE])
@pytest.mark.parametrize("after_percent", [0.0, 6.0])
def test_unloaded_while_the_dock_works(plugin, tmp_path, work, after_percent):
    """The work is asked to stop, and does."""
    runner = plugin._dock.runner
    runner.start(work, parameters_of(work, tmp_path), QgsProject.instance())
    assert runner.busy
    feedback = runner._feedback
    wait_for(lambda: feedback.progress() >= after_percent, 60)
    plugin.unload()
    del runner
    gc.collect()
    assert feedback.isCanceled()
    wait_for(nothing_runs, 30)
    index = tmp_path / "index.gpkg"
    assert not index.exists() or blocks_are_whole(index)
    assert QgsApplication.processingRegistry().providerById("skymatch") is None
    tell_fault(f"plugin unloaded while its dock runs {work}, at {after_percent:.0f} %", 1, 1)


@pytest.mark.parametrize("work", [BUILD, LOCATE])
def test_unloaded_while_the_toolbox_works(plugin, tmp_path, work):
    """The provider is gone, the work does not need it: a result or a sentence."""
    context, log, ended = QgsProcessingContext(), Log(), []
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(work)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters_of(work, tmp_path), context, log)
    task.executed.connect(lambda ok, results: ended.append(ok))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: log.progress() > 1 or ended, 60)
    plugin.unload()
    gc.collect()
    wait_for(lambda: ended, 240)
    assert ended[0] or is_sentence(log.errors[-1])
    tell_fault(f"plugin unloaded while the toolbox runs {work}", 1, 1)


@pytest.mark.parametrize("work", [BUILD, LOCATE])
def test_the_project_is_closed_while_the_dock_works(plugin, tmp_path, work):
    """As by a new project: the work ends, and the dock can be used again."""
    runner, project, said = plugin._dock.runner, QgsProject.instance(), []
    runner.failed.connect(said.append)
    runner.start(work, parameters_of(work, tmp_path), project)
    feedback = runner._feedback
    wait_for(lambda: feedback.progress() > 1, 60)
    project.clear()
    gc.collect()
    wait_for(lambda: not runner.busy, 240)
    wait_for(nothing_runs, 30)
    assert all(is_sentence(sentence) for sentence in said)
    index = tmp_path / "index.gpkg"
    assert not index.exists() or blocks_are_whole(index)
    tell_fault(f"project closed while the dock runs {work}", 1, 1)
