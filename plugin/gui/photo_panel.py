"""The dock's middle part: the photo and what is known about it."""

from pathlib import Path
from typing import Optional

from qgis.gui import QgsDoubleSpinBox, QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImageReader, QPixmap
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QWidget

PREVIEW_HEIGHT_PX = 110
PREVIEW_WIDTH_PX = 300
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
UNKNOWN = -1.0
AUTOMATIC = 14.0


class PhotoPanel(QGroupBox):
    """Chooses the photo.

    Signals:
        find_requested: the user wants it located.
    """

    find_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Photo"))
        self.file = QgsFileWidget()
        self.file.setFilter(
            self.tr("Photos") + " (" + " ".join(f"*{end}" for end in PHOTO_ENDINGS) + ")"
        )
        self.preview = QLabel(self.tr("Drop a street photo or panorama here"))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setMinimumHeight(PREVIEW_HEIGHT_PX)
        self.heading = _angle(UNKNOWN, self.tr("Unknown"), 360.0)
        self.heading.setToolTip(
            self.tr("Direction in which the photo looks, clockwise from true north")
        )
        self.tolerance = _angle(0.0, "", 180.0)
        self.tolerance.setPrefix("± ")
        self.tolerance.setClearValue(20.0)
        self.tolerance.setValue(20.0)
        self.fov = _angle(AUTOMATIC, self.tr("Automatic"), 360.0)
        self.fov.setToolTip(self.tr("Angle across the width of the photo"))
        self.find_button = QPushButton(self.tr("Find"))
        self.find_button.setDefault(True)

        heading = QHBoxLayout()
        heading.addWidget(self.heading, 3)
        heading.addWidget(self.tolerance, 2)
        last = QHBoxLayout()
        last.addWidget(self.fov, 3)
        last.addWidget(self.find_button, 2)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.preview)
        form.addRow(self.tr("File"), self.file)
        form.addRow(self.tr("Heading"), heading)
        form.addRow(self.tr("Field of view"), last)

        self.file.fileChanged.connect(self._show_preview)
        self.heading.valueChanged.connect(self._heading_changed)
        self.find_button.clicked.connect(self.find_requested)
        self._heading_changed()

    @property
    def path(self) -> Optional[Path]:
        """The chosen photo."""
        text = self.file.filePath().strip()
        return Path(text) if text else None

    @property
    def heading_deg(self) -> Optional[float]:
        """True heading, None when unknown."""
        return None if self.heading.value() <= UNKNOWN else self.heading.value() % 360.0

    @property
    def tolerance_deg(self) -> float:
        """How far the heading may be off."""
        return float(self.tolerance.value())

    @property
    def fov_deg(self) -> Optional[float]:
        """Field of view, None when it is to be found out."""
        return None if self.fov.value() <= AUTOMATIC else float(self.fov.value())

    def _heading_changed(self) -> None:
        self.tolerance.setEnabled(self.heading_deg is not None)

    def _show_preview(self) -> None:
        """A small upright picture; a file that is none says so when it is searched for."""
        reader = QImageReader(str(self.path or ""))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            room = QSize(PREVIEW_WIDTH_PX, PREVIEW_WIDTH_PX)
            reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        picture = QPixmap.fromImage(reader.read())
        if picture.isNull():
            self.preview.clear()
            text = self.tr("No preview") if self.path else self.tr("Drop a photo here")
            self.preview.setText(text)
            return
        smooth = Qt.TransformationMode.SmoothTransformation
        if picture.height() > PREVIEW_HEIGHT_PX:
            picture = picture.scaledToHeight(PREVIEW_HEIGHT_PX, smooth)
        self.preview.setPixmap(picture)


def is_photo(path: str) -> bool:
    """Whether a dropped file may be a photo, by its ending."""
    return Path(path).suffix.lower() in PHOTO_ENDINGS


def _angle(least: float, least_text: str, most: float) -> QgsDoubleSpinBox:
    """A field for degrees whose lowest value stands for a word."""
    box = QgsDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(0)
    box.setSuffix("°")
    box.setExpressionsEnabled(False)
    box.setMinimumWidth(70)
    if least_text:
        box.setSpecialValueText(least_text)
        box.setClearValue(least, least_text)
        box.setValue(least)
    return box
