"""What a click on a candidate offers: zoom, open the photo, confirm, copy its position.

QGIS keeps actions with the layer as lines of Python. Each line calls `run` here, so a project
holds no code of its own, and without the plugin an action only says that it is missing.
"""

from typing import Callable, Dict, List, Tuple

from qgis import utils
from qgis.core import Qgis, QgsAction, QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication

from ..engine.errors import SkymatchError
from .coordinates import FORMS, form_name, place_of, position_text
from .language import tr
from .pictures import photo_file
from .review import ACCEPTED, MAYBE, REJECTED, STATUS, review

ZOOM, PHOTO, COPY = "zoom", "photo", "copy:"
# Everything of ours begins so, which is how `install` knows what to replace.
_MARK = "skymatch_action"
_SCOPES = ("Canvas", "Feature", "Field")

_COMMAND = """# {mark}
try:
    from {module} import run
    run({name!r}, '[% @layer_id %]', [% $id %])
except ImportError:
    from qgis.utils import iface
    iface.messageBar().pushMessage('Skymatch', {missing!r})
"""


def titles() -> List[Tuple[str, str]]:
    """Name and title of every action, in the order of menus."""
    return [
        (ZOOM, tr("Zoom to candidate")),
        (PHOTO, tr("Open photo")),
        (ACCEPTED, tr("Accept")),
        (MAYBE, tr("Maybe")),
        (REJECTED, tr("Reject")),
        *((COPY + form, tr("Copy: {}").format(form_name(form))) for form in FORMS),
    ]


def install(layer: QgsVectorLayer) -> None:
    """Give a candidates layer its actions; those of the user stay."""
    manager = layer.actions()
    for action in manager.actions():
        if _MARK in action.command():
            manager.removeAction(action.id())
    for name, title in titles():
        command = _COMMAND.format(
            mark=_MARK,
            module=__name__,
            name=name,
            missing=tr("Switch on the Skymatch plugin to use its actions."),
        )
        kind = QgsAction.ActionType.GenericPython
        manager.addAction(QgsAction(kind, title, command, "", False, title, set(_SCOPES)))


def run(name: str, layer_id: str, feature_id: int) -> None:
    """Do one action; called by QGIS. What goes wrong appears in the message bar."""
    project = QgsProject.instance()
    layer = project.mapLayer(layer_id)
    if layer is None:
        return
    try:
        _act(name, layer, layer.getFeature(feature_id), project)
    except SkymatchError as error:
        if utils.iface is not None:
            utils.iface.messageBar().pushMessage("Skymatch", str(error), Qgis.MessageLevel.Warning)


def _act(name: str, layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject) -> None:
    if name.startswith(COPY):
        copy_position(name[len(COPY) :], layer, feature, project)
        return
    actions: Dict[str, Callable[[], object]] = {
        ZOOM: lambda: utils.iface.mapCanvas().zoomToFeatureIds(layer, [feature.id()]),
        PHOTO: lambda: open_photo(layer, feature, project),
    }
    for status, title in titles()[2:5]:
        actions[status] = _reviewing(layer, feature, status, title)
    actions[name]()


def copy_position(
    form: str, layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject
) -> str:
    """Put a candidate's position on the clipboard and return it."""
    text = position_text(form, place_of(layer, feature, project), project)
    QGuiApplication.clipboard().setText(text)
    return text


def open_photo(layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject) -> None:
    """Show the photo in the program that the system uses for it."""
    file = photo_file(layer, feature, project)
    if file is None:
        raise SkymatchError(
            tr("The photo {} is not there any more. Put it beside the project file.").format(
                feature["photo"]
            )
        )
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _reviewing(
    layer: QgsVectorLayer, feature: QgsFeature, status: str, title: str
) -> Callable[[], object]:
    return lambda: review(layer, feature.id(), {STATUS: status}, title)
