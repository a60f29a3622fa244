"""What the dock shows of a run: progress, time left, Cancel, and its outcome in words."""

from typing import Any, Callable, Dict, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers import review
from ..layers.language import tr


class OutcomeLabel(QLabel):
    """What a search found, in a sentence above its candidates; not to be seen without one."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence; no line of it begins with a lone sign of per cent."""
        self.setText(sentence.replace(" %", "\u00a0%"))
        self.setVisible(bool(sentence))

    def show_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Tell what a candidates layer knows of its search, also after its project was reopened."""
        from ..processing.locate_report import not_here_line

        known = None if layer is None else review.not_here_probability(layer)
        self.tell("" if known is None else not_here_line(known))


class WorkBar(QWidget):
    """A progress bar with a sentence below it; it stands still at the dock's foot."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setMinimumWidth(40)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.setToolTip(tr("Stop; everything finished so far is kept"))
        line = QHBoxLayout()
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 6)
        column.addLayout(line)
        column.addWidget(self.label)

    def begin(self) -> None:
        """A run starts."""
        self.progress.setRange(0, 0)  # busy until the first per cent
        self.label.setText(tr("Starting …"))
        self.cancel_button.setEnabled(True)

    def show_progress(self, percent: float, sentence: str) -> None:
        """Per cent, and what the algorithm says about rate and time left."""
        if percent > 0:
            self.progress.setRange(0, 100)
            self.progress.setValue(int(percent))
        if sentence:
            self.label.setText(sentence)

    def estimate_text(self, results: Dict[str, Any]) -> str:
        """What `skymatch:buildindex` estimated."""
        from ..processing.feedback import duration

        megabytes = float(results.get("ESTIMATED_BYTES", 0.0)) / 1e6
        return tr("Estimate: {} for {:.3g} km² and an index of {:.1f} MB.").format(
            duration(float(results.get("ESTIMATED_SECONDS", 0.0))),
            float(results.get("AREA_KM2", 0.0)),
            megabytes,
        )

    def outcome_text(self, results: Dict[str, Any]) -> str:
        """What a search found, beside its candidates."""
        from ..processing.locate_report import not_here_line

        if "LOCATED" not in results:
            return not_here_line(float(results.get("NOT_HERE_PROBABILITY", 0.0)))
        return tr("{} photos located, {} not; the log panel says why.").format(
            int(results["LOCATED"]), int(results.get("FAILED", 0))
        )


def python_menu(copy: Callable[[bool], None]) -> QToolButton:
    """A small menu; `copy` is called with True for the search and False for the index."""
    button = QToolButton()
    button.setText("…")
    button.setToolTip(tr("The same runs from Python"))
    button.setAccessibleName(tr("The same runs from Python"))
    menu = QMenu(button)
    menu.addAction(tr("Copy Find as Python")).triggered.connect(lambda _=False: copy(True))
    menu.addAction(tr("Copy Build index as Python")).triggered.connect(lambda _=False: copy(False))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
