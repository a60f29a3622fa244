"""From an empty project to an accepted candidate in a saved one; QGIS runs this with --code."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, os.environ["WALK_CODE"])

import qgis.utils
from qgis.core import QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QListView,
    QToolButton,
    QTreeView,
)
from qgis.utils import iface
from session import Session, Steps, button, item, tool_button, window, windows

HOME = Path(os.environ["HOME"])
ZIP, PHOTO = os.environ["WALK_ZIP"], os.environ["WALK_PHOTO"]
PROJECT = HOME / "found.qgz"
POINTED = (0.1, 0.62)  # of the view of the photo: a kerb
RESULTS = HOME / "found_skymatch" / "photos" / Path(PHOTO).with_suffix(".gpkg").name


def walk(session: Session) -> Steps:
    """All of it."""
    yield from settle(session)
    yield from install(session)
    yield from add_raster(session)
    yield from open_dock(session)
    yield from build(session)
    yield from choose_photo(session)
    yield from find(session)
    yield from accept(session)
    yield from save(session)


def settle(session: Session) -> Steps:
    """QGIS has started."""
    main = iface.mainWindow()
    screen = QApplication.primaryScreen().geometry()
    main.setGeometry(screen)
    yield from session.pause(2.0)
    for other in QApplication.topLevelWidgets():
        if other is not main and other.isVisible() and other.isWindow():
            session.result.setdefault("closed at start", []).append(other.windowTitle())
            other.close()
    yield from session.click(tool_button(iface.actionNewProject()))
    yield from session.drawn()


def install(session: Session) -> Steps:
    """Plugins > Manage and Install Plugins > Install from ZIP."""
    menu_bar = iface.mainWindow().menuBar()
    plugins = iface.pluginMenu()
    yield from session.click_at(menu_bar, menu_bar.actionGeometry(plugins.menuAction()).center())
    entry = iface.actionManagePlugins()
    yield from session.click_at(plugins, plugins.actionGeometry(entry).center())
    yield from session.until(lambda: bool(windows("QgsPluginManager")), "the plugin manager")
    manager = window("QgsPluginManager")
    pages = manager.findChild(QListView, "mOptionsListWidget")
    wanted = next(
        pages.model().index(row, 0)
        for row in range(pages.model().rowCount())
        if "ZIP" in str(pages.model().index(row, 0).data())
    )
    yield from session.click_at(pages.viewport(), pages.visualRect(wanted).center())
    field = next(one for one in manager.findChildren(QLineEdit) if one.isVisible())
    yield from session.click(field)
    yield from session.type(ZIP, enter=False)
    yield from session.go_to(button(manager, "Install Plugin"))
    session.picture("01-install", "Install the plugin from its zip file.")
    yield from session.click(button(manager, "Install Plugin"))
    yield from session.until(lambda: bool(windows("QMessageBox")), "QGIS asks whether to trust it")
    yield from session.click(button(window("QMessageBox"), "Yes"))
    yield from session.until(lambda: "skymatch" in qgis.utils.plugins, "the plugin is loaded")
    yield from session.pause(0.5)
    yield from session.click(button(manager, "Close"))


def add_raster(session: Session) -> Steps:
    """The sample orthophoto, from the Browser panel."""
    browser = iface.mainWindow().findChild(QDockWidget, "Browser")
    tree = browser.findChild(QTreeView)
    for path in (("Home",), ("Home", "sample")):
        yield from session.until(lambda path=path: item(tree, *path).isValid(), str(path))
        yield from session.pause(1.0)
        if not tree.isExpanded(item(tree, *path)):
            place = tree.visualRect(item(tree, *path))
            yield from session.click_at(
                tree.viewport(), QPoint(place.left() - 8, place.center().y())
            )
    raster = ("Home", "sample", "orthophoto.tif")
    yield from session.until(lambda: item(tree, *raster).isValid(), "the raster is listed")
    yield from session.pause(1.0)  # rows above it may still come
    place = tree.visualRect(item(tree, *raster)).center()
    yield from session.click_at(tree.viewport(), place, times=2)
    project = QgsProject.instance()
    yield from session.until(lambda: bool(project.mapLayersByName("orthophoto")), "the raster")
    yield from session.drawn()
    session.picture("02-raster", "Add an aerial raster: here the sample scene, by a double-click.")


def open_dock(session: Session) -> Steps:
    """The toolbar button, and how long it takes."""
    tool = tool_button(qgis.utils.plugins["skymatch"]._action)
    yield from session.go_to(tool)
    yield from session.pause(1.2)
    session.picture("03-button", "Click the Skymatch button in the toolbar.")
    began_s, began_cpu_s = time.monotonic(), time.process_time()
    session.hands.click()
    session.result["clicks"] = ["Skymatch button in the toolbar"]
    yield from session.until(lambda: usable(), "the dock is usable", 300.0)
    session.result["dock_s"] = time.monotonic() - began_s
    session.result["dock_cpu_s"] = time.process_time() - began_cpu_s
    session.note_place("dock", qgis.utils.plugins["skymatch"]._dock)
    session.note_place("map", iface.mapCanvas())
    yield from session.drawn()
    session.picture("04-dock", "The dock opens. The raster is chosen already.")


def usable() -> bool:
    """Whether the dock is to be seen and Build can be pressed."""
    dock = qgis.utils.plugins["skymatch"]._dock
    return dock is not None and dock.isVisible() and dock.index.build_button.isEnabled()


def build(session: Session) -> Steps:
    """Build index, and wait for it."""
    dock = qgis.utils.plugins["skymatch"]._dock
    if not dock.index_step.is_open:
        yield from session.click(dock.index_step.header, "Step 1, Imagery")
        yield from session.pause(0.5)
    yield from session.go_to(dock.index.build_button)
    session.picture("05-build", "Press Build index, once for this raster.")
    began_s = time.monotonic()
    yield from session.click(dock.index.build_button, "Build index")
    yield from session.until(
        lambda: dock.progress.value() > 30 or not dock.runner.busy, "a third is done", 900.0
    )
    session.picture("06-building", "It can be cancelled and resumed; QGIS stays usable.", False)
    yield from session.until(lambda: not dock.runner.busy, "the index is built", 1800.0)
    session.result["build_s"] = time.monotonic() - began_s
    yield from session.until(lambda: dock.index.state is not None, "its state is known")
    yield from session.drawn()
    session.picture("07-built", "The index is ready.", False)


def choose_photo(session: Session) -> Steps:
    """Browse for the photo; its path is typed."""
    dock = qgis.utils.plugins["skymatch"]._dock
    if not dock.photo_step.is_open:
        yield from session.click(dock.photo_step.header, "Step 2, Photo")
        yield from session.pause(0.5)
    browse = next(one for one in dock.photo.file.findChildren(QToolButton) if one.isVisible())
    yield from session.click(browse, "Browse for the photo")
    yield from session.until(lambda: QApplication.activeModalWidget() is not None, "file dialog")
    yield from session.pause(0.5)
    yield from session.type(str(HOME / "sample" / "photos" / PHOTO), enter=False)
    session.picture("08-browse", "Choose the photo, or drop it on the dock or the map.")
    yield from session.key("Return")
    yield from session.until(lambda: dock.photo.sentence.text() != "", "the photo is read", 1800.0)
    yield from session.drawn()
    session.picture("09-photo", "Its ground is shown from above.", False)


def find(session: Session) -> Steps:
    """Find, and look at what was found."""
    dock = qgis.utils.plugins["skymatch"]._dock
    began_s = time.monotonic()
    yield from session.click(dock.photo.find_button, "Find")
    yield from session.until(lambda: dock.candidates.topLevelItemCount() > 0, "candidates", 1800.0)
    session.result["find_s"] = time.monotonic() - began_s
    session.result["run"] = last_run()
    yield from session.drawn()
    yield from session.pause(2.0)
    session.picture(
        "10-found", "Find. The candidates are listed and drawn, the best one first.", False
    )


def last_run() -> str:
    """The search as the Processing history holds it, as a line of Python."""
    if not hasattr(QgsGui, "historyProviderRegistry"):  # before QGIS 3.24
        from processing.core.ProcessingLog import ProcessingLog

        lines = [one.text for one in ProcessingLog.getLogEntries()]
    else:
        entries = QgsGui.historyProviderRegistry().queryEntries()
        lines = [str(one.entry.get("python_command", "")) for one in entries]
    return next(line for line in reversed(lines) if "skymatch:locatephoto" in line)


def accept(session: Session) -> Steps:
    """Zoom to the best candidate, look at others, accept the first with a reason."""
    review = qgis.utils.plugins["skymatch"]._dock.review
    rows = review.list
    for row in (1, 0):
        place = rows.visualItemRect(rows.topLevelItem(row)).center()
        yield from session.click_at(rows.viewport(), place)
        yield from session.pause(1.0)
    yield from session.click(review.zoom_button)
    yield from session.drawn()
    session.picture("11-zoom", "Zoom brings a candidate into view, photo and imagery beside it.")
    photo = review.photo
    spot = QPoint(round(POINTED[0] * photo.width()), round(POINTED[1] * photo.height()))
    yield from session.go_to(photo, spot)
    yield from session.until(lambda: review.chip.crosshair is not None, "the spot in the imagery")
    session.picture(
        "12-compare", "Point at the photo: the same spot is marked in the imagery and on the map."
    )
    yield from session.click(review.form.accept)
    yield from session.click_at(review.form.reason, QPoint(60, review.form.reason.height() // 2))
    yield from session.type("Kerb and crossing match")
    yield from session.go_to(review.form.save)
    session.picture("13-accept", "Accept it, with a reason.")
    yield from session.click(review.form.save)
    yield from session.until(lambda: review.session.unsaved == 0, "the review is saved")


def save(session: Session) -> Steps:
    """Save the project, and take the files along."""
    project = QgsProject.instance()
    yield from session.key("s", "Control_L")
    yield from session.until(lambda: QApplication.activeModalWidget() is not None, "Save dialog")
    yield from session.pause(0.5)
    yield from session.key("a", "Control_L")
    yield from session.type(str(PROJECT))
    yield from session.until(lambda: Path(project.fileName()) == PROJECT, "the project is saved")
    yield from session.pause(1.0)
    bring = button(iface.mainWindow(), "Bring them in")
    yield from session.go_to(bring)
    session.picture("14-save", "Save the project, and bring index and results along.")
    yield from session.click(bring)
    yield from session.until(lambda: RESULTS.is_file(), "the files are copied")
    yield from session.until(lambda: not project.isDirty(), "the project is saved again")
    yield from session.pause(1.0)
    session.result["sources"] = [one.source() for one in project.mapLayers().values()]


SESSION = Session(Path(os.environ["WALK_OUT"]))
SESSION.begin(walk(SESSION))
