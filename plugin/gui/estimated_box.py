"""A number that is found out unless the user states it: the field shows what was found."""

from typing import Optional

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..layers.language import tr

LEAST_LETTERS = 11


class EstimatedBox(QgsDoubleSpinBox):
    """Empty, or cleared, it stands for the estimate; its lowest value means the same.

    Signals:
        given_changed: the user has stated a number, another one, or none any more.
    """

    given_changed = pyqtSignal()

    def __init__(
        self,
        least: float,
        most: float,
        decimals: int,
        step: float,
        suffix: str = "",
        brief: bool = False,
        parent: Optional[QWidget] = None,
    ) -> None:
        """A field from `least` to `most`; a brief one has little room for words."""
        super().__init__(parent)
        self._brief = brief
        self._automatic = least - 10.0**-decimals
        self._estimate: Optional[float] = None
        self.setExpressionsEnabled(False)
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setRange(self._automatic, most)
        self.setMinimumWidth(LEAST_LETTERS * self.fontMetrics().averageCharWidth())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_estimate(None, "")
        self.setValue(self._automatic)
        self.lineEdit().textEdited.connect(self._edited)
        self.valueChanged.connect(lambda _: self.given_changed.emit())

    @property
    def given(self) -> Optional[float]:
        """What the user has stated; None when the estimate applies."""
        return None if self.value() <= self._automatic + self.singleStep() * 1e-6 else self.value()

    @property
    def effective(self) -> Optional[float]:
        """What applies: the stated value, else the estimate."""
        return self._estimate if self.given is None else self.given

    def show_estimate(self, estimate: Optional[float], origin: str) -> None:
        """Tell what applies unless the user states something else.

        Args:
            estimate: None when nothing is known yet.
            origin: where it comes from, in a few words.
        """
        self._estimate = estimate
        text = self._words(estimate, origin)
        self.setSpecialValueText(text)
        self.setClearValue(self._automatic, text)
        if self.given is None:
            self.lineEdit().setCursorPosition(0)

    def forget(self) -> None:
        """Back to the estimate."""
        self.setValue(self._automatic)

    def stepBy(self, steps: int) -> None:
        """The first step starts at the estimate, not at the lowest value."""
        if self.given is None and self._estimate is not None:
            self.setValue(self._estimate + steps * self.singleStep())
        else:
            super().stepBy(steps)

    def _words(self, estimate: Optional[float], origin: str) -> str:
        if estimate is None:
            return tr("auto") if self._brief else tr("Automatic")
        number = self.locale().toString(float(estimate), "f", self.decimals()) + self.suffix()
        if self._brief:
            return tr("auto {}").format(number)
        return tr("Automatic ({})").format(f"{number} {origin}".strip())

    def _edited(self, text: str) -> None:
        """An emptied field stands for the estimate; what is typed next takes its place."""
        if text.strip() in ("", self.suffix().strip()):
            self.forget()
            self.selectAll()
