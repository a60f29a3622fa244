"""Field of view, horizon, roll and camera height: what is found out, and what the user states."""

from typing import Any, Dict, Mapping, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from ..layers.language import tr
from .estimated_box import EstimatedBox
from .long_tip import long_tip
from .photo_view_line import HIGHEST, LOWEST, MOST_ROLL_DEG


class CameraFields(QWidget):
    """Four fields.

    Signals:
        changed: the user has stated another value, or none any more.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.fov = EstimatedBox(15.0, 360.0, 1, 1.0, "°")
        self.horizon = EstimatedBox(HIGHEST, LOWEST, 3, 0.005)
        self.roll = EstimatedBox(-MOST_ROLL_DEG, MOST_ROLL_DEG, 1, 0.5, "°", brief=True)
        self.height = EstimatedBox(0.3, 30.0, 1, 0.1, " m", brief=True)
        self.fields = {
            "FOV": self.fov,
            "HORIZON": self.horizon,
            "ROLL": self.roll,
            "CAMERA_HEIGHT": self.height,
        }
        for box, name, tip in (
            (
                self.fov,
                tr("Field of view"),
                tr(
                    "Angle across the width of the photo. Cropped photos need it: cropping does "
                    "not change the focal length in the file."
                ),
            ),
            (
                self.horizon,
                tr("Horizon"),
                tr(
                    "Where the level horizon crosses the middle of the photo, as a fraction of "
                    "its height: 0 at the top, 1 at the bottom"
                ),
            ),
            (
                self.roll,
                tr("Roll"),
                tr("How far the camera was turned clockwise; the horizon then rises to the right"),
            ),
            (
                self.height,
                tr("Camera height"),
                tr("Height of the lens above the ground"),
            ),
        ):
            box.setAccessibleName(name)
            box.setToolTip(long_tip(f"{tip}.", tr("Empty the field for the automatic value.")))
            box.given_changed.connect(self.changed)
        self._lay_out()

    def given(self) -> Dict[str, Any]:
        """What the user has stated, as parameters."""
        stated = {name: box.given for name, box in self.fields.items()}
        return {name: value for name, value in stated.items() if value is not None}

    def show_estimates(self, found: Mapping[str, Any]) -> None:
        """What `skymatch:inspectphoto` found, for the fields that the user left empty."""
        origins = {
            "FOV": self._origin(found.get("FOV_SOURCE")),
            "HORIZON": self._origin(found.get("HORIZON_SOURCE")),
        }
        for name, box in self.fields.items():
            if box.given is None:
                box.show_estimate(found.get(name), origins.get(name, ""))

    def forget(self, what_was_stated: bool = True) -> None:
        """Another photo: nothing is known of it; what the user stated may stay."""
        for box in self.fields.values():
            if what_was_stated:
                box.forget()
            box.show_estimate(None, "")

    def _origin(self, source: Any) -> str:
        return {
            "file": tr("from EXIF"),
            "picture": tr("measured"),
            "assumed": tr("assumed"),
        }.get(str(source), "")

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Field of &view"), self.fov)
        form.addRow(tr("Hori&zon"), self.horizon)
        last = QHBoxLayout()
        for title, box in ((tr("Ro&ll"), self.roll), (tr("Hei&ght"), self.height)):
            label = QLabel(title)
            label.setBuddy(box)
            last.addWidget(label)
            last.addWidget(box, 1)
        form.addRow(last)
