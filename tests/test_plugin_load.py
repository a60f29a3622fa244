"""The plugin as QGIS loads it: from its own folder, by name, with and without an interface."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis")

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow, QWidget

REPOSITORY = Path(__file__).resolve().parents[1]
ALGORITHMS = {
    f"skymatch:{name}"
    for name in (
        "buildindex",
        "inspectphoto",
        "locatephoto",
        "locatephotos",
        "geotagphotos",
        "indexinfo",
        "evaluate",
        "exportlog",
        "report",
    )
}
UNWANTED = ("onnxruntime", "numpy", "shapely", "pyproj", "PIL")


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    """A folder of plugins with Skymatch in it, as after an installation."""
    plugins = tmp_path_factory.mktemp("plugins")
    folder = plugins / "skymatch"
    folder.mkdir()
    for name in ("metadata.txt", "__init__.py", "LICENSE"):
        shutil.copy(REPOSITORY / name, folder / name)
    leave = shutil.ignore_patterns("__pycache__", "training", "sample")
    for name in ("plugin", "resources"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=leave)
    return plugins


@pytest.fixture
def loadable(staged, qgis_app, qgis_iface, monkeypatch):
    """QGIS's plugin machinery, pointed at that folder."""
    monkeypatch.setattr(qgis.utils, "plugin_paths", [str(staged)])
    monkeypatch.setattr(qgis.utils, "iface", qgis_iface)
    monkeypatch.syspath_prepend(str(staged))
    qgis.utils.updateAvailablePlugins()
    yield qgis_iface
    qgis.utils.unloadPlugin("skymatch")
    for name in [name for name in sys.modules if name.split(".")[0] == "skymatch"]:
        del sys.modules[name]


def registered():
    """Skymatch's algorithms that QGIS knows."""
    provider = QgsApplication.processingRegistry().providerById("skymatch")
    return set() if provider is None else {a.id() for a in provider.algorithms()}


def test_qgis_loads_and_unloads_it(loadable):
    """Provider, algorithms and button come and go."""
    assert "skymatch" in qgis.utils.available_plugins
    assert qgis.utils.loadPlugin("skymatch")
    assert qgis.utils.startPlugin("skymatch")
    assert registered() == ALGORITHMS
    window = loadable.mainWindow()
    action = window.findChild(QAction, "skymatchToggleDock")
    assert not action.icon().isNull()
    assert qgis.utils.unloadPlugin("skymatch")
    assert registered() == set()


def test_it_can_be_loaded_again(loadable):
    """As plugin reloaders do."""
    for _ in range(2):
        assert qgis.utils.loadPlugin("skymatch")
        assert qgis.utils.startPlugin("skymatch")
        assert registered() == ALGORITHMS
        assert qgis.utils.unloadPlugin("skymatch")
        assert registered() == set()


def test_the_button_shows_and_hides_the_dock(loadable):
    """The dock is made at its first use and dies with the plugin."""
    assert qgis.utils.loadPlugin("skymatch") and qgis.utils.startPlugin("skymatch")
    plugin = qgis.utils.plugins["skymatch"]
    action = loadable.mainWindow().findChild(QAction, "skymatchToggleDock")
    assert plugin._dock is None
    action.trigger()
    dock = plugin._dock
    assert dock.isUserVisible() or dock.isVisibleTo(dock.parentWidget() or dock)
    action.trigger()
    assert not dock.isVisible()
    qgis.utils.unloadPlugin("skymatch")
    assert plugin._dock is None


def test_a_new_dock_is_as_wide_as_it_wants_to_be(loadable, monkeypatch):
    """QGIS gives docks their least width; one that a person has narrowed stays so."""
    window = QMainWindow()
    window.resize(1600, 900)
    window.setCentralWidget(QWidget())
    monkeypatch.setattr(loadable, "mainWindow", lambda: window)
    monkeypatch.setattr(loadable, "addDockWidget", window.addDockWidget)
    window.show()
    assert qgis.utils.loadPlugin("skymatch") and qgis.utils.startPlugin("skymatch")
    plugin = qgis.utils.plugins["skymatch"]
    action = plugin._action
    action.trigger()
    QApplication.processEvents()
    dock = plugin._dock
    wanted = 25 * dock.fontMetrics().height()
    assert dock.width() >= wanted > dock.minimumSizeHint().width()
    window.resizeDocks([dock], [dock.minimumSizeHint().width()], Qt.Orientation.Horizontal)
    action.trigger(), action.trigger()
    QApplication.processEvents()
    assert dock.isVisible() and dock.width() < wanted
    qgis.utils.unloadPlugin("skymatch")
    window.deleteLater()


def test_without_interface_there_are_only_algorithms(staged, qgis_app, monkeypatch):
    """That is how qgis_process starts plugins."""
    monkeypatch.syspath_prepend(str(staged))
    import skymatch

    plugin = skymatch.classFactory(None)
    plugin.initProcessing()
    assert registered() == ALGORITHMS
    plugin.unload()
    assert registered() == set()


def test_metadata_names_an_icon_that_exists(staged):
    """And promises algorithms to qgis_process."""
    lines = (staged / "skymatch" / "metadata.txt").read_text(encoding="utf-8").splitlines()
    metadata = dict(line.split("=", 1) for line in lines if "=" in line)
    assert (staged / "skymatch" / metadata["icon"]).is_file()
    assert metadata["hasProcessingProvider"] == "yes"
    assert "%" not in "".join(lines)
    assert "onnxruntime" in "".join(lines)


def test_starting_imports_nothing_heavy(staged):
    """QGIS's start is not slowed down, and a broken onnxruntime cannot crash it."""
    code = (
        "import sys; from qgis.core import QgsApplication\n"
        "application = QgsApplication([], False); application.initQgis()\n"
        "before = set(sys.modules)  # newer QGIS imports numpy and shapely itself\n"
        "import skymatch\n"
        "plugin = skymatch.classFactory(None); plugin.initProcessing()\n"
        f"print([name for name in {UNWANTED!r} if name in set(sys.modules) - before])\n"
        "plugin.unload(); application.exitQgis()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=staged, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr
