"""Options page with the settings, and the factories by which QGIS makes Skymatch's pages."""

from dataclasses import replace
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsDoubleSpinBox, QgsFileWidget, QgsOptionsPageWidget, QgsSpinBox
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..engine.errors import SkymatchError
from ..engine.pack import load_pack
from ..layers.coordinates import form_name
from ..layers.language import tr
from ..processing import settings as kept
from ..processing.settings import Settings

PROBLEM_STYLE = "QLabel { color: #b34700; font-weight: bold; }"


class SettingsPage(QgsOptionsPageWidget):
    """Edits the settings; nothing is stored before OK or Apply is pressed."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("SkymatchSettingsPage")
        self._make_fields()
        self._hints: Dict[str, QLabel] = {}
        column = scrolled_column(self)
        for title, rows in self._groups():
            column.addWidget(self._group(title, rows))
        column.addWidget(self._last_row())
        column.addStretch()
        self.model_folder.fileChanged.connect(self._check_model)
        self.show_settings(kept.read_settings())
        self._show_overrides()

    def helpKey(self) -> str:
        """There is no page in QGIS's manual."""
        return ""

    def settings(self) -> Settings:
        """What the fields say."""
        return Settings(
            model_folder=self.model_folder.filePath().strip(),
            threads=self.threads.value(),
            memory_mb=self.memory_mb.value(),
            fov_deg=_number_or_none(self.fov_deg),
            camera_height_m=_number_or_none(self.camera_height_m),
            coordinate_format=self.coordinate_format.currentData(),
            storage=self.storage.currentData(),
        )

    def show_settings(self, settings: Settings) -> None:
        """Fill the fields."""
        self.model_folder.setFilePath(settings.model_folder)
        self.threads.setValue(settings.threads)
        self.memory_mb.setValue(settings.memory_mb)
        for box, number in (
            (self.fov_deg, settings.fov_deg),
            (self.camera_height_m, settings.camera_height_m),
        ):
            box.setValue(box.minimum() if number is None else number)
        for combo, value in (
            (self.coordinate_format, settings.coordinate_format),
            (self.storage, settings.storage),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self._check_model()

    def isValid(self) -> bool:
        """Newer QGIS keeps the dialog open while this is False; the sentence is on the page."""
        return not self._model_problem()

    def apply(self) -> None:
        """OK or Apply: store what makes sense; a model that cannot be used is not stored."""
        wanted = self.settings()
        problem = self._model_problem()
        if problem:
            QgsMessageLog.logMessage(problem, kept.LOG_TAG, Qgis.MessageLevel.Warning)
            wanted = replace(wanted, model_folder=kept.read_settings().model_folder)
        kept.write_settings(wanted)

    def restore_defaults(self) -> None:
        """Show the defaults; they are stored with OK or Apply."""
        now, default = kept.read_settings(), Settings()
        hidden = {name: getattr(now, name) for name in kept.NAMES if kept.is_overridden(name)}
        self.show_settings(replace(default, **hidden))

    def _make_fields(self) -> None:
        self.model_folder = QgsFileWidget()
        self.model_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.model_folder.setDialogTitle(tr("Folder of a model pack"))
        self.model_folder.lineEdit().setPlaceholderText(tr("The model that comes along"))
        self.threads = QgsSpinBox()
        self.threads.setRange(0, kept.MOST_THREADS)
        self.threads.setSpecialValueText(tr("All"))
        self.threads.setClearValue(0)
        self.memory_mb = QgsSpinBox()
        self.memory_mb.setRange(0, kept.MOST_MEMORY_MB)
        self.memory_mb.setSingleStep(500)
        self.memory_mb.setSuffix(" MB")
        self.memory_mb.setSpecialValueText(tr("Half of this computer's"))
        self.memory_mb.setClearValue(0)
        # The lowest value stands for "nothing set" and lies one step below the first real one.
        self.fov_deg = _optional_box(kept.FOV_DEG, 1.0, 0, "°", tr("65° (most phones)"))
        self.camera_height_m = _optional_box(
            kept.CAMERA_HEIGHT_M, 0.1, 1, " m", tr("1.6 m by hand, 2.5 m from a vehicle")
        )
        self.coordinate_format = _combo(
            [(form_name(form), form) for form in kept.COORDINATE_FORMATS]
        )
        self.storage = _combo(
            [
                (tr("In a folder beside the project file"), kept.BESIDE),
                (tr("Inside the project file (.qgz)"), kept.INSIDE),
            ]
        )

    def _groups(self) -> "List[Tuple[str, List[Tuple[str, str, str]]]]":
        """Titles of groups, and of each row: field, label and help."""
        return [
            (
                tr("Skymatch: model and computing"),
                [
                    (
                        "model_folder",
                        tr("Model pack"),
                        tr("Used where a run names no other. An index fits only its own model."),
                    ),
                    (
                        "threads",
                        tr("Processor threads"),
                        tr("Fewer leave room for other work while an index is built."),
                    ),
                    (
                        "memory_mb",
                        tr("Memory for searching"),
                        tr("Indexes that need more are searched in pieces, to the same places."),
                    ),
                ],
            ),
            (
                tr("Photos whose file says nothing about the camera"),
                [
                    (
                        "fov_deg",
                        tr("Field of view"),
                        tr("Angle along the longer side of the photo."),
                    ),
                    (
                        "camera_height_m",
                        tr("Camera height"),
                        tr("Height of the lens above the ground."),
                    ),
                ],
            ),
            (
                tr("Results and indexes"),
                [
                    (
                        "coordinate_format",
                        tr("Coordinates"),
                        tr("How positions are shown and copied."),
                    ),
                    (
                        "storage",
                        tr("Keep them"),
                        tr(
                            "Inside, everything travels in one file, and saving the project takes "
                            "about a second longer for every 40 MB of index."
                        ),
                    ),
                ],
            ),
        ]

    def _group(self, title: str, rows: "List[Tuple[str, str, str]]") -> QGroupBox:
        box = QGroupBox(title)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label, help_text in rows:
            field = getattr(self, name)
            field.setToolTip(help_text)
            field.setObjectName(name)
            hint = QLabel(help_text)
            hint.setWordWrap(True)
            hint.setFont(_smaller(hint.font()))
            self._hints[name] = hint
            form.addRow(label, field)
            form.addRow("", hint)
            form.labelForField(field).setBuddy(field)
        if "model_folder" in (row[0] for row in rows):
            self.model_problem = QLabel()
            self.model_problem.setWordWrap(True)
            self.model_problem.setStyleSheet(PROBLEM_STYLE)
            form.insertRow(2, "", self.model_problem)
        return box

    def _last_row(self) -> QWidget:
        row = QWidget()
        self.defaults_button = QPushButton(tr("Restore defaults"))
        self.defaults_button.clicked.connect(self.restore_defaults)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.defaults_button)
        line.addStretch()
        return row

    def _show_overrides(self) -> None:
        """A field that the environment sets cannot be changed here, and says so."""
        for name in kept.NAMES:
            if kept.is_overridden(name):
                getattr(self, name).setEnabled(False)
                self._hints[name].setText(
                    tr("Set by the environment variable {}.").format(
                        kept.environment_variable(name)
                    )
                )

    def _model_problem(self) -> str:
        folder = self.model_folder.filePath().strip()
        if not folder or kept.is_overridden("model_folder"):
            return ""
        try:
            load_pack(Path(folder))
        except SkymatchError as error:
            return str(error)
        return ""

    def _check_model(self) -> None:
        problem = self._model_problem()
        self.model_problem.setText(problem)
        self.model_problem.setVisible(bool(problem))


def scrolled_column(page: QWidget) -> QVBoxLayout:
    """The column of a page; where the dialog is small the page scrolls instead of shrinking."""
    area, inside, outer = QScrollArea(), QWidget(), QVBoxLayout(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return QVBoxLayout(inside)


def _smaller(font: QFont) -> QFont:
    font.setPointSizeF(0.9 * font.pointSizeF())
    return font


def _optional_box(
    limits: Tuple[float, float], step: float, decimals: int, suffix: str, nothing: str
) -> QgsDoubleSpinBox:
    """A number whose lowest value, one step below the limits, stands for none."""
    box = QgsDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(limits[0] - step, limits[1])
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setSpecialValueText(nothing)
    box.setClearValue(box.minimum(), nothing)
    return box


def _number_or_none(box: QgsDoubleSpinBox) -> Optional[float]:
    return None if box.value() <= box.minimum() else float(box.value())


def _combo(choices: "List[Tuple[str, str]]") -> QComboBox:
    combo = QComboBox()
    for title, value in choices:
        combo.addItem(title, value)
    return combo
