"""The saved project in a new QGIS: layers, candidates and the review are as they were left."""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["WALK_CODE"])

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface
from session import Session, Steps, tool_button


def walk(session: Session) -> Steps:
    """Look at layers, open the dock, look at the review."""
    project = QgsProject.instance()
    iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
    yield from session.until(lambda: bool(project.mapLayers()), "the project is open")
    yield from session.drawn()
    layers = list(project.mapLayers().values())
    session.result["broken"] = [one.name() for one in layers if not one.isValid()]
    session.result["sources"] = [one.source() for one in layers]
    yield from session.click(tool_button(qgis.utils.plugins["skymatch"]._action))
    dock = qgis.utils.plugins["skymatch"]._dock
    yield from session.until(lambda: dock.candidates.topLevelItemCount() > 0, "candidates")
    yield from session.until(lambda: dock.index.state is not None, "the index is looked at")
    if not dock.results_step.is_open:
        yield from session.click(dock.results_step.header)
    yield from session.drawn()
    yield from session.pause(2.0)
    feature = dock.review.session.feature(dock.candidates.feature_ids[0])
    session.result["review"] = [feature["status"], feature["reason"]]
    session.result["index"] = dock.index.state.stage
    session.picture("15-reopened", "Opened again: layers, index and review are there.", False)
    yield from session.pause(0.1)


SESSION = Session(Path(os.environ["WALK_OUT"]))
SESSION.begin(walk(SESSION))
