"""The button that copies the diagnostics."""

from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ..layers.language import tr
from ..processing.interpreter import find_python
from ..processing.packages import current_folder
from ..processing.settings import read_settings
from .dependencies_install import PackageInstaller
from .diagnostics import report


class DiagnosticsBox(QGroupBox):
    """Tries the model in a child process, then copies the report as Markdown."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTitle(tr("Diagnostics"))
        self.copy_button = QPushButton(tr("Copy diagnostics"))
        self.outcome = QLabel(
            tr("For a report of a problem: versions, settings, log. Without personal paths.")
        )
        self.outcome.setWordWrap(True)
        self._prober = PackageInstaller(self)
        line = QHBoxLayout(self)
        line.addWidget(self.copy_button)
        line.addWidget(self.outcome, 1)
        self.copy_button.clicked.connect(self.copy)
        self._prober.finished.connect(self._finish)

    def copy(self) -> None:
        """Start the self-test; the report is on the clipboard when it is over."""
        python = find_python()
        if python is None:
            self._finish()
            return
        self.copy_button.setEnabled(False)
        self.outcome.setText(tr("Trying the model…"))
        self._prober.probe(python, current_folder(), read_settings().model_folder)

    def _finish(self) -> None:
        QgsApplication.clipboard().setText(report(QgsProject.instance(), self._prober.found))
        self.copy_button.setEnabled(True)
        self.outcome.setText(tr("Copied. Read it through before you pass it on."))
