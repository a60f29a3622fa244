"""The widgets of the review panel and its keys, without what they do."""

from typing import Callable, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers import review
from ..layers.coordinates import FORMS, form_name
from ..layers.language import tr
from ..processing.settings import read_settings
from .candidate_list import CandidateList
from .flow_layout import FlowLayout
from .own_key import OwnKey
from .picture_pair import PicturePair
from .review_chip import AerialChip
from .review_form import ReviewForm
from .review_photo import PhotoView


class ReviewWidgets(QWidget):
    """Layer, list, photo and chip, form.

    Signals:
        zoom_requested, report_requested, copies_requested: what the buttons say.
        copy_requested: a form of position, see `layers.coordinates`.
    """

    zoom_requested = pyqtSignal()
    copy_requested = pyqtSignal(str)
    report_requested = pyqtSignal()
    copies_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.layers = QComboBox()
        self.layers.setToolTip(tr("Which photo's candidates are reviewed"))
        self.layers.setAccessibleName(tr("Which photo's candidates are reviewed"))
        self.layers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list = CandidateList()
        self.photo = PhotoView()
        self.chip = AerialChip()
        self.form = ReviewForm()
        back, forth = ("▶", "◀") if self.isRightToLeft() else ("◀", "▶")
        self.previous = self._tool(back, tr("Previous candidate (key P)"))
        self.next = self._tool(forth, tr("Next candidate (key N)"))
        self.zoom_button = self._tool(
            tr("Zoom"), tr("Bring this candidate into the map's view (key Z)")
        )
        self.follow = self._tool(
            tr("Follow"), tr("Move the map along with the selected candidate (key F)")
        )
        self.follow.setCheckable(True)
        self.copy_button = self._tool(tr("Copy"), tr("Copy the position; nothing is opened"))
        self.report_button = self._tool(
            tr("Report"), tr("Write a PDF with a page for every candidate; keep its layout")
        )
        self.geotag_button = self._tool(
            tr("Geotag"),
            tr(
                "Write the positions of accepted candidates into copies of their photos, in place "
                "of those that the photos say"
            ),
        )
        self._lay_out()
        self._wire()

    def fill_layers(self, entries: List[Tuple[str, str]], current: str) -> None:
        """Offer candidates layers: pairs of layer id and title."""
        self.layers.clear()
        for layer_id, title in entries:
            self.layers.addItem(title, layer_id)
        self.layers.setVisible(len(entries) > 1)
        self.layers.setCurrentIndex(max(0, self.layers.findData(current)))

    def show_nothing(self, sentence: str) -> None:
        """There is no candidate to show; say what to do."""
        self.photo.show_photo(None, sentence)
        self.chip.show_message("")
        self.form.show_feature(None)
        self.form.show_unsaved(0, False)

    def _tool(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        self.pictures = PicturePair(self.photo, self.chip)
        steps, wishes = (self.previous, self.next), (self.zoom_button, self.follow)
        products = (self.copy_button, self.report_button, self.geotag_button)
        tools = FlowLayout([*steps, *wishes, *products])
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.list)
        both.addWidget(self.pictures)
        both.setChildrenCollapsible(False)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.layers)
        column.addWidget(both, 1)
        column.addLayout(tools)
        column.addWidget(self.form)

    def _wire(self) -> None:
        self.next.clicked.connect(lambda: self.list.step(1))
        self.previous.clicked.connect(lambda: self.list.step(-1))
        self.zoom_button.clicked.connect(self.zoom_requested)
        self.report_button.clicked.connect(self.report_requested)
        self.geotag_button.clicked.connect(self.copies_requested)
        menu = QMenu(self)
        for form in sorted(FORMS, key=lambda form: form != read_settings().coordinate_format):
            menu.addAction(form_name(form)).triggered.connect(
                lambda _=False, form=form: self.copy_requested.emit(form)
            )
        self.copy_button.setMenu(menu)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        decide = self.form.decided.emit
        for key, act in (
            ("N", lambda: self.list.step(1)),
            ("P", lambda: self.list.step(-1)),
            ("A", lambda: decide(review.ACCEPTED)),
            ("M", lambda: decide(review.MAYBE)),
            ("R", lambda: decide(review.REJECTED)),
            ("C", lambda: decide(review.NONE)),
            ("Z", self.zoom_requested.emit),
            ("F", self.follow.toggle),
        ):
            self._shortcut(key, act)
        self._undo_key = OwnKey(QKeySequence.StandardKey.Undo, self)
        self._undo_key.pressed.connect(self.form.undo_requested)

    def _shortcut(self, key: str, act: Callable[[], object]) -> None:
        """A key of this panel; in a text field letters are written as usual."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)
