"""What is known of the heading: nothing, a number, a direction on the dial or on the map."""

from typing import Any, Dict, Optional

from qgis.core import QgsProject
from qgis.gui import QgsDoubleSpinBox, QgsMapCanvas
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ..layers.language import tr
from .heading_dial import HeadingDial
from .heading_dial_tool import HeadingTool
from .long_tip import long_tip

UNKNOWN = -1.0
USUAL_TOLERANCE_DEG = 20.0


class HeadingChoice(QWidget):
    """Dial, number, tolerance, drawing, and what the file says with a button to use it."""

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._in_file: Optional[float] = None
        self.tool = HeadingTool(canvas, project)
        self.dial = HeadingDial()
        self._make_fields()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("&Heading"))
        label.setBuddy(self.heading)
        grid.addWidget(self.dial, 0, 0, 4, 1)
        grid.addWidget(label, 0, 1, 1, 2)
        grid.addWidget(self.heading, 1, 1)
        grid.addWidget(self.tolerance, 1, 2)
        grid.addWidget(self.draw, 2, 1, 1, 2)
        grid.addWidget(self.use_file, 3, 1, 1, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self._connect()
        self.show_file(None)
        self._changed()

    @property
    def heading_deg(self) -> Optional[float]:
        """True heading, None when unknown."""
        return None if self.heading.value() <= UNKNOWN else self.heading.value() % 360.0

    @property
    def tolerance_deg(self) -> float:
        """How far the heading may be off."""
        return float(self.tolerance.value())

    def parameters(self) -> Dict[str, Any]:
        """What is known, as parameters of `skymatch:locatephoto`."""
        if self.heading_deg is None:
            return {}
        return {"HEADING": self.heading_deg, "HEADING_TOLERANCE": self.tolerance_deg}

    def show_file(self, heading_deg: Optional[float]) -> None:
        """Offer the compass heading in the photo's file; it is not used unasked."""
        self._in_file = heading_deg
        self.use_file.setVisible(heading_deg is not None)
        if heading_deg is not None:
            self.use_file.setText(tr("Use {:.0f}° from the file").format(heading_deg))

    def stop(self) -> None:
        """Give the map back."""
        self._canvas.unsetMapTool(self.tool)

    def _make_fields(self) -> None:
        self.heading = degrees_box(UNKNOWN, 360.0)
        self.heading.setSpecialValueText(tr("Unknown"))
        self.heading.setClearValue(UNKNOWN, tr("Unknown"))
        self.heading.setValue(UNKNOWN)
        self.heading.setWrapping(True)
        self.heading.setAccessibleName(tr("Heading"))
        self.heading.setToolTip(tr("Direction in which the photo looks, clockwise from true north"))
        self.tolerance = degrees_box(0.0, 180.0)
        self.tolerance.setPrefix("± ")
        self.tolerance.setClearValue(USUAL_TOLERANCE_DEG)
        self.tolerance.setValue(USUAL_TOLERANCE_DEG)
        self.tolerance.setAccessibleName(tr("Tolerance of the heading"))
        self.tolerance.setToolTip(tr("How far the true heading may lie to either side"))
        self.draw = QPushButton(tr("Draw on the map"))
        self.draw.setCheckable(True)
        self.draw.setToolTip(
            long_tip(
                tr(
                    "Press on the map where the camera may have stood and drag to where it looked; "
                    "only the direction counts. Escape gives up."
                )
            )
        )
        self.use_file = QPushButton()
        self.use_file.setToolTip(tr("The compass of the camera wrote this; it may be wrong by far"))

    def _connect(self) -> None:
        self.heading.valueChanged.connect(self._changed)
        self.tolerance.valueChanged.connect(self._changed)
        self.dial.turned.connect(self.heading.setValue)
        self.dial.widened.connect(self.tolerance.setValue)
        self.dial.cleared.connect(lambda: self.heading.setValue(UNKNOWN))
        self.draw.toggled.connect(self._draw)
        self.tool.pointed.connect(self.heading.setValue)
        self.tool.left.connect(lambda: self.draw.setChecked(False))
        self.use_file.clicked.connect(self._use_file)

    def _changed(self, *_: object) -> None:
        self.tolerance.setEnabled(self.heading_deg is not None)
        self.dial.show_heading(self.heading_deg, self.tolerance_deg)

    def _draw(self, begin: bool) -> None:
        if begin:
            self._canvas.setMapTool(self.tool)
            self._canvas.setFocus()
        elif self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)

    def _use_file(self) -> None:
        if self._in_file is not None:
            self.heading.setValue(self._in_file)


def degrees_box(least: float, most: float) -> QgsDoubleSpinBox:
    """A field for whole degrees."""
    box = QgsDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(0)
    box.setSuffix("°")
    box.setExpressionsEnabled(False)
    box.setMinimumWidth(60)
    return box
