"""What a reviewer decides about a candidate: accept, maybe or reject, a reason and a note."""

from typing import Optional, Tuple

from qgis.core import QgsApplication, QgsFeature
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers import review
from ..layers.language import tr
from .candidate_list import SIGNS
from .flow_layout import FlowLayout
from .steps import StateLine

# In a dark palette the usual picture of a button that is pressed is hardly to be told from others.
CHOSEN = """
QToolButton:checked {
    background-color: palette(highlight);
    color: palette(highlighted-text);
    border: 1px solid palette(highlight);
    border-radius: 3px;
    padding: 3px;
}
"""


class ReviewForm(QWidget):
    """Buttons and fields; it changes nothing itself.

    Signals:
        decided: a new status.
        described: a new reason and note.
        undo_requested, save_requested: what the buttons say.
        done: Enter was pressed in a field.
    """

    decided = pyqtSignal(str)
    described = pyqtSignal(str, str)
    undo_requested = pyqtSignal()
    save_requested = pyqtSignal()
    done = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shown: Tuple[str, str] = ("", "")
        self._status: Optional[str] = None
        self.accept = self._decision(review.ACCEPTED, tr("Accept"), "A")
        self.maybe = self._decision(review.MAYBE, tr("Maybe"), "M")
        self.reject = self._decision(review.REJECTED, tr("Reject"), "R")
        self.clear = QToolButton()
        self.clear.setIcon(QgsApplication.getThemeIcon("/mIconClearText.svg"))
        tip = tr("{} this candidate (key {})").format(tr("Clear"), "C")
        self.clear.setToolTip(tip)
        self.clear.setAccessibleName(tip)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.lineEdit().setPlaceholderText(tr("Choose or write a reason"))
        self.reason.setToolTip(tr("Why it was accepted or rejected"))
        self.reason.setAccessibleName(tr("Reason"))
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Anything worth remembering"))
        self.unsaved = StateLine()
        self.undo = QToolButton()
        self.undo.setText(tr("Undo"))
        self.undo.setToolTip(tr("Take back the last change to this layer (Ctrl+Z)"))
        self.save = QPushButton(tr("Save reviews"))
        self.save.setToolTip(
            tr("Write the reviews into the results file. They can not be undone after that.")
        )
        self._lay_out()
        self._connect()
        self.show_unsaved(0, False)

    def show_feature(self, feature: Optional[QgsFeature]) -> None:
        """Show the review of a candidate; None when there is none."""
        self.setEnabled(feature is not None)
        status = review.status_of(feature) if feature is not None else review.NONE
        texts = ("", "")
        if feature is not None:
            texts = (
                review.text_of(feature, review.REASON),
                review.text_of(feature, review.NOTE),
            )
        self._shown = texts
        for button in (self.accept, self.maybe, self.reject):
            button.setChecked(feature is not None and button.property("status") == status)
        if status != self._status:
            self._status = status
            self.reason.clear()
            self.reason.addItems(review.usual_reasons(status))
        self.reason.setEditText(texts[0])
        self.note.setText(texts[1])

    def show_unsaved(self, count: int, can_undo: bool) -> None:
        """How much is not saved, and whether something can be taken back."""
        self.unsaved.setText(tr("{} unsaved").format(count) if count else tr("All saved"))
        full = tr("{} reviewed, not saved yet").format(count) if count else tr("All saved")
        self.unsaved.setToolTip(full)
        self.unsaved.setAccessibleName(full)
        self.save.setEnabled(count > 0)
        self.undo.setEnabled(can_undo)

    def _decision(self, status: str, text: str, key: str) -> QToolButton:
        button = QToolButton()  # narrower than a push button
        button.setText(f"{SIGNS[status]}{text}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty("status", status)
        button.setCheckable(True)
        button.setStyleSheet(CHOSEN)
        button.setToolTip(tr("{} this candidate (key {})").format(text, key))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.decided.emit(status))
        return button

    def _lay_out(self) -> None:
        decisions = QHBoxLayout()
        decisions.addLayout(FlowLayout([self.accept, self.maybe, self.reject], fills=True), 1)
        decisions.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        last = QHBoxLayout()
        last.addWidget(self.unsaved, 1)
        last.addWidget(self.undo)
        last.addWidget(self.save)
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(tr("Reason"), self.reason)
        fields.addRow(tr("Note"), self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(decisions)
        column.addLayout(fields)
        column.addLayout(last)

    def _connect(self) -> None:
        for field in (self.reason.lineEdit(), self.note):
            field.editingFinished.connect(self._tell_described)
            field.returnPressed.connect(self.done)
        self.reason.activated.connect(self._tell_described)
        self.clear.clicked.connect(lambda: self.decided.emit(review.NONE))
        self.undo.clicked.connect(self.undo_requested)
        self.save.clicked.connect(self.save_requested)

    def _tell_described(self, *_: object) -> None:
        texts = (self.reason.currentText().strip(), self.note.text().strip())
        if texts != self._shown and self.isEnabled():
            self._shown = texts
            self.described.emit(*texts)
