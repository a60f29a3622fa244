"""Runs Skymatch's widgets in PyQt6, with stand-ins for QGIS; started by test_pyqt6.py.

What QGIS itself does is not tested here, only that every name of Qt resolves and that Qt's methods
take what they are given.
"""

import importlib
import os
import sys
import types
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True

from PyQt6 import QtCore, QtGui, QtTest, QtWidgets, QtXml, sip  # noqa: E402
from PyQt6.QtCore import QPointF, Qt  # noqa: E402

NOT_HERE = {"osgeo", "numpy", "pyproj", "shapely", "PIL", "onnxruntime"}


class Anything(type):
    """A class whose every attribute is another such class, and that can be combined."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything(name, (object,), {})

    def __or__(cls, other):
        return cls

    def __call__(cls, *args, **kwargs):
        return super().__call__() if cls.__init__ is object.__init__ else super().__call__(*args)


class Combo(QtWidgets.QComboBox):
    """Stands in for a layer combo box."""

    layerChanged = QtCore.pyqtSignal(object)

    def setFilters(self, filters):
        """Nothing is filtered."""

    def setAllowEmptyLayer(self, allow, text=""):
        """Nothing is listed."""

    def setLayer(self, layer):
        """Nothing is chosen."""

    def currentLayer(self):
        """None."""


class Spin(QtWidgets.QDoubleSpinBox):
    """Stands in for QGIS's number field."""

    def setExpressionsEnabled(self, enabled):
        """Numbers only."""

    def setClearValue(self, value, text=""):
        """There is no clear button."""


class File(QtWidgets.QWidget):
    """Stands in for QGIS's file field."""

    def __getattr__(self, name):
        return lambda *_: None


class Collapsible(QtWidgets.QGroupBox):
    """Stands in for QGIS's folding group."""

    def setCollapsed(self, collapsed):
        """It is always open."""


class Application(metaclass=Anything):
    """Stands in for the application, which gives icons of its theme."""

    @staticmethod
    def getThemeIcon(name):
        """A plain one."""
        return QtGui.QIcon()


class Frame:
    """Stands in for where the pixels of a chip lie."""

    camera, grid_heading_deg = None, 30.0

    def __init__(self):
        from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

        self.crs, self._place = QgsCoordinateReferenceSystem(), QgsPointXY()

    def ground(self, pixel):
        """One place for all pixels."""
        return self._place

    def pixel(self, ground):
        """Where the camera usually is."""
        return QPointF(220.0, 317.0)


WIDGETS = {
    "QgsApplication": Application,
    "QgsDockWidget": QtWidgets.QDockWidget,
    "QgsDoubleSpinBox": Spin,
    "QgsMapLayerComboBox": Combo,
    "QgsFileWidget": File,
    "QgsCollapsibleGroupBox": Collapsible,
    "QgsOptionsPageWidget": QtWidgets.QWidget,
    "QgsMapTool": QtCore.QObject,
    "QgsTask": QtCore.QObject,
    "QgsProcessingFeedback": QtCore.QObject,
    "NULL": None,
}


class Stand(types.ModuleType):
    """A module of QGIS in which every name is there."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = WIDGETS[name] if name in WIDGETS else Anything(name, (object,), {})
        setattr(self, name, made)
        return made


def pretend_qgis():
    """Put `qgis` into Python's modules, as QGIS 4 lays it out."""
    qgis, pyqt = types.ModuleType("qgis"), types.ModuleType("qgis.PyQt")
    widgets = types.ModuleType("qgis.PyQt.QtWidgets")
    vars(widgets).update(vars(QtWidgets), QAction=QtGui.QAction, QShortcut=QtGui.QShortcut)
    pyqt.sip = sip
    for name in ("Int", "Double", "Bool", "LongLong"):  # as QGIS does
        setattr(QtCore.QVariant, name, getattr(QtCore.QMetaType.Type, name))
    QtCore.QVariant.String = QtCore.QMetaType.Type.QString
    sys.modules.update(
        {
            "qgis": qgis,
            "qgis.core": Stand("qgis.core"),
            "qgis.gui": Stand("qgis.gui"),
            "qgis.utils": Stand("qgis.utils"),
            "qgis.PyQt": pyqt,
            "qgis.PyQt.QtCore": QtCore,
            "qgis.PyQt.QtGui": QtGui,
            "qgis.PyQt.QtWidgets": widgets,
            "qgis.PyQt.QtXml": QtXml,
            "qgis.PyQt.QtTest": QtTest,
            "qgis.PyQt.sip": sip,
        }
    )


def import_all():
    """Every module of the rooms that know Qt; names of Qt are resolved on the way."""
    for file in sorted((ROOT / "plugin").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).replace(".__init__", "")
        if name.split(".")[1:2] not in (["gui"], ["processing"], ["layers"], ["main"]):
            continue
        if name.endswith("package_probe"):
            continue  # a script for a process of its own
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name not in NOT_HERE:
                raise
            print(f"{name} left out: {error.name} is not installed")


def use(widget):
    """Show, paint, and send what a person would do."""
    widget.resize(320, 240)
    widget.show()
    QtWidgets.QApplication.processEvents()
    widget.grab()
    middle = widget.rect().center()
    QtTest.QTest.mouseMove(widget, middle + QtCore.QPoint(3, 3))
    QtTest.QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=middle)
    QtTest.QTest.mouseMove(widget, middle + QtCore.QPoint(20, 9))
    QtTest.QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=middle)
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    for key in keys:
        QtTest.QTest.keyClick(widget, key, Qt.KeyboardModifier.ShiftModifier)
    QtTest.QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    widget.grab()


def use_widgets():
    """Those that are drawn by hand or laid out by hand, with and without a picture."""
    from plugin.gui.birdseye_view import BirdseyeView
    from plugin.gui.candidate_list import CandidateList
    from plugin.gui.dock_work import WorkBar, python_menu
    from plugin.gui.estimated_box import EstimatedBox
    from plugin.gui.flow_layout import FlowLayout
    from plugin.gui.heading_dial import HeadingDial
    from plugin.gui.own_key import OwnKey
    from plugin.gui.photo_panel_camera import CameraFields
    from plugin.gui.photo_view import HorizonView
    from plugin.gui.photo_view_line import HorizonLine
    from plugin.gui.review_chip import AerialChip
    from plugin.gui.review_form import ReviewForm
    from plugin.gui.review_photo import PhotoView
    from plugin.gui.steps import Step, Steps

    picture = QtGui.QImage(64, 48, QtGui.QImage.Format.Format_RGB888)
    picture.fill(QtGui.QColor("olive"))
    dial, horizon, birdseye = HeadingDial(), HorizonView(), BirdseyeView()
    chip, photo, flow = AerialChip(), PhotoView(), QtWidgets.QWidget()
    chip.show_message("message")
    photo.show_photo(None, "message")
    horizon.show_message("message")
    birdseye.show_message("message")
    flow.setLayout(FlowLayout([QtWidgets.QPushButton(word) for word in ("one", "two", "three")]))
    steps = Steps([Step("One", CameraFields()), Step("Two", EstimatedBox(0.0, 9.0, 1, 1.0))])
    form = ReviewForm()
    own = OwnKey(QtGui.QKeySequence.StandardKey.Undo, form)
    undone = []
    own.pressed.connect(lambda: undone.append(True))
    plain = [dial, horizon, birdseye, chip, photo, flow, steps, form, CandidateList(), WorkBar()]
    for widget in plain:
        use(widget)
    python_menu(print).grab()
    assert undone
    dial.show_heading(30.0, 20.0)
    horizon.show_photo(picture)
    horizon.show_line(HorizonLine(0.5, 4.0, 4 / 3), False, 0.05)
    birdseye.show_picture(picture, False)
    photo.image = picture
    for widget in (dial, horizon, birdseye, photo):
        use(widget)
    chip.show_chip(picture, Frame(), 60.0)
    chip.crosshair, chip.sight_deg = QPointF(100.0, 100.0), 12.0
    use(chip)


def complain(kind, error, trace):
    """An exception in a slot or in an event must not be lost."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


pretend_qgis()
sys.excepthook = complain
APP = QtWidgets.QApplication([])
import_all()
use_widgets()
print("all widgets live")
sys.stdout.flush()
os._exit(0)
