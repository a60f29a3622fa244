"""Options page: what runs, and the installation of onnxruntime."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..layers.language import tr
from ..processing import packages
from ..processing.interpreter import find_python
from .dependencies import Component, components
from .dependencies_install import PackageInstaller
from .diagnostics_box import DiagnosticsBox
from .options_page import scrolled_column

MOST_LOG_LINES = 2000
TABLE_LINES = 10
# Keeps the slashes of a path in their places where text runs from right to left.
_LEFT_TO_RIGHT = "\u200e"


class SoftwarePage(QgsOptionsPageWidget):
    """Shows what runs, installs and tries onnxruntime, copies diagnostics.

    Nothing here waits for the dialog's OK: an installation happens when its button is pressed.

    Signals:
        changed: onnxruntime can be used now, or another one is used.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("SkymatchSoftwarePage")
        self.installer = PackageInstaller(self)
        column = scrolled_column(self)
        column.addWidget(self._what_runs())
        column.addWidget(self._installation(), 1)
        self.diagnostics = DiagnosticsBox()
        column.addWidget(self.diagnostics)
        self.installer.said.connect(self.log.appendPlainText)
        self.installer.finished.connect(self._finished)
        self.refresh()

    def apply(self) -> None:
        """OK was pressed: nothing waits for it."""

    def refresh(self) -> None:
        """Look again what is there, and show the command that would be run now."""
        self.table.clear()
        for component in components():
            self.table.addTopLevelItem(_row(component))
        self._show_command()

    def _what_runs(self) -> QGroupBox:
        box = QGroupBox(tr("What runs: QGIS, Python and packages"))
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels([tr("Name"), tr("Version"), tr("State"), tr("Place")])
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setFixedHeight(TABLE_LINES * (self.fontMetrics().height() + 4))
        column = QVBoxLayout(box)
        column.addWidget(self.table)
        return box

    def _installation(self) -> QGroupBox:
        box = QGroupBox(tr("Install onnxruntime, which runs Skymatch's model"))
        explanation = QLabel(
            tr(
                "onnxruntime is the only package that Skymatch needs besides those of QGIS. It "
                "goes into a folder of your QGIS profile and nothing else is changed: QGIS's numpy "
                "stays as it is. It is tried in a process of its own before QGIS uses it. Keep "
                "this window open meanwhile."
            )
        )
        explanation.setWordWrap(True)
        self.from_index = QRadioButton(tr("From the Python Package Index (needs the network)"))
        self.from_folder = QRadioButton(tr("From a folder of wheels (no network)"))
        self.from_index.setChecked(True)
        self.wheels = QgsFileWidget()
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.setDialogTitle(tr("Folder of wheels (.whl)"))
        self.command = _text_field(5)
        self.log = _text_field(6)
        self.log.setMaximumBlockCount(MOST_LOG_LINES)
        self.log.setPlaceholderText(tr("What the installation says appears here."))
        self.copy_button = QPushButton(tr("Copy command"))
        self.install_button = QPushButton(tr("Install"))
        self.test_button = QPushButton(tr("Test"))
        self.test_button.setToolTip(
            tr("Tries onnxruntime with the model, also after you ran the command yourself")
        )
        self.cancel_button = QPushButton(tr("Cancel"))
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.outcome = QLabel()
        self.outcome.setVisible(False)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label = QLabel(tr("This command will be run:"))
        label.setBuddy(self.command)
        self._arrange(box, explanation, label)
        for signal in (self.from_index.toggled, self.wheels.fileChanged):
            signal.connect(self._show_command)
        self.copy_button.clicked.connect(self._copy)
        self.install_button.clicked.connect(self._install)
        self.test_button.clicked.connect(self._test)
        self.cancel_button.clicked.connect(lambda: self.installer.cancel())
        return box

    def _arrange(self, box: QGroupBox, explanation: QLabel, label: QLabel) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self.from_folder)
        folder.addWidget(self.wheels, 1)
        buttons = QHBoxLayout()
        for button in (self.install_button, self.test_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addWidget(self.busy, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(box)
        column.addWidget(explanation)
        column.addWidget(self.from_index)
        column.addLayout(folder)
        column.addWidget(label)
        column.addWidget(self.command)
        column.addLayout(buttons)
        column.addWidget(self.outcome)
        column.addWidget(self.log, 1)

    def _wheels_folder(self) -> Optional[Path]:
        text = self.wheels.filePath().strip()
        return Path(text) if self.from_folder.isChecked() and text else None

    def _show_command(self) -> None:
        self._python, self._target = find_python(), packages.next_folder()
        self.wheels.setEnabled(self.from_folder.isChecked())
        ready = self._python is not None
        if self._python is not None:
            command = packages.install_command(self._python, self._target, self._wheels_folder())
            self.command.setPlainText(packages.shown(command))
            ready = self.from_index.isChecked() or self._wheels_folder() is not None
        else:
            self.command.setPlainText("")
            self._tell(
                tr(
                    "The Python program of this QGIS was not found. Install onnxruntime with pip "
                    "in the shell that came with QGIS (on Windows: OSGeo4W shell)."
                )
            )
        idle = not self.installer.busy
        self.install_button.setEnabled(ready and idle)
        self.test_button.setEnabled(self._python is not None and idle)
        self.copy_button.setEnabled(self._python is not None)
        self.cancel_button.setVisible(not idle)
        self.busy.setVisible(not idle)

    def _copy(self) -> None:
        QgsApplication.clipboard().setText(self.command.toPlainText())

    def _install(self) -> None:
        if self._python is not None:
            self._begin()
            self.installer.install(self._python, self._target, self._wheels_folder())
            self._show_command()

    def _test(self) -> None:
        if self._python is not None:
            self._begin()
            filled = packages.filled_folders()
            self.installer.probe(self._python, filled[0] if filled else None)
            self._show_command()

    def _begin(self) -> None:
        self.log.clear()
        self._tell("")

    def _tell(self, sentence: str, colour: str = "#b34700") -> None:
        self.outcome.setText(sentence)
        self.outcome.setStyleSheet(f"QLabel {{ color: {colour}; font-weight: bold; }}")
        self.outcome.setVisible(bool(sentence))

    def _finished(self, works: bool, sentence: str) -> None:
        self._tell(sentence, "#1a7f37" if works else "#b34700")
        self.refresh()
        if works:
            self.changed.emit()


def _row(component: Component) -> QTreeWidgetItem:
    state = component.problem or tr("OK")
    row = QTreeWidgetItem(
        [component.name, component.version, state, _LEFT_TO_RIGHT + component.place]
    )
    row.setToolTip(2, state)
    row.setToolTip(3, component.place)
    return row


def _text_field(lines: int) -> QPlainTextEdit:
    """A field to read and copy from, in letters of equal width."""
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setMinimumHeight(lines * field.fontMetrics().height() + 12)
    if lines <= 5:
        field.setMaximumHeight(field.minimumHeight())
    return field
