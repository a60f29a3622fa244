"""The candidates of a search as a list, best first, with what was decided about each."""

from typing import Dict, List, Optional, Tuple

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QLocale, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QResizeEvent
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ..layers import review
from ..layers.language import tr

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FEATURE_ROLE = int(Qt.ItemDataRole.UserRole)
SPOKEN_ROLE = int(Qt.ItemDataRole.AccessibleTextRole)
LEAST_PERCENT = 0.1
USUAL_ROWS = 5
ROUNDED_OFF_PX = 2  # a title of exactly the width that Qt hints at may still be cut
RANK, PROBABILITY, WORD, HEADING, DISTANCE, REVIEW, PHOTO = range(7)

# Signs as well as words: they are seen at a glance and need no colour.
SIGNS = {review.NONE: "", review.ACCEPTED: "✔ ", review.MAYBE: "? ", review.REJECTED: "✘ "}


class CandidateList(QTreeWidget):
    """A table of candidates.

    Signals:
        chosen: a candidate was clicked or activated: layer id and feature id.
        selected: a candidate became the current one, however: its feature id.
        zoom_requested: it was double-clicked, or Enter was pressed: its feature id.
        hovered: the mouse rests on a candidate: its feature id.
        unhovered: the mouse rests on none.
    """

    chosen = pyqtSignal(str, "qint64")
    selected = pyqtSignal("qint64")
    zoom_requested = pyqtSignal("qint64")
    hovered = pyqtSignal("qint64")
    unhovered = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._items: Dict[int, QTreeWidgetItem] = {}
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Candidates"))
        self._name_columns()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._activate)
        self.itemEntered.connect(lambda item: self.hovered.emit(_id_of(item)))
        self.currentItemChanged.connect(self._tell_selected)

    @property
    def feature_id(self) -> Optional[int]:
        """The current candidate."""
        item = self.currentItem()
        return None if item is None else _id_of(item)

    @property
    def feature_ids(self) -> List[int]:
        """All candidates, as listed."""
        return list(self._items)

    def show_layer(self, layer: QgsVectorLayer) -> None:
        """List the features of a candidates layer, photo by photo."""
        self.forget_all()
        self._layer_id = layer.id()
        best: Dict[str, QgsFeature] = {}
        features = list(layer.getFeatures())
        features.sort(key=lambda one: (review.text_of(one, "photo"), one["rank"] or 0))
        for feature in features:
            first = best.setdefault(review.text_of(feature, "photo"), feature)
            distance_m = feature.geometry().distance(first.geometry())
            item = QTreeWidgetItem(list(_texts(feature, distance_m)))
            item.setData(0, FEATURE_ROLE, feature.id())
            for column in (RANK, PROBABILITY, HEADING, DISTANCE):
                item.setTextAlignment(column, RIGHT)
            _show_review(item, feature)
            self._items[feature.id()] = item
        self.setColumnHidden(PHOTO, len(best) < 2)
        self.addTopLevelItems(list(self._items.values()))
        self._fit_columns()
        # More height than its rows need is better given to the pictures below.
        self.setMaximumHeight(self._height_of(max(USUAL_ROWS, len(self._items))))

    def show_review(self, feature: QgsFeature) -> None:
        """The review of a candidate has changed."""
        item = self._items.get(feature.id())
        if item is not None:
            _show_review(item, feature)
            self._fit_columns()

    def select(self, feature_id: int) -> None:
        """Make a candidate the current one."""
        item = self._items.get(feature_id)
        if item is not None:
            self.setCurrentItem(item)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) candidate; at the end stay there."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(row))

    def forget(self, layer_ids: List[str]) -> None:
        """Clear the list when its layer leaves the project."""
        if self._layer_id in layer_ids:
            self.forget_all()

    def forget_all(self) -> None:
        """Clear the list."""
        self.clear()
        self._items = {}
        self._layer_id = ""

    def sizeHint(self) -> QSize:
        """A few rows; where there is room, it grows."""
        return QSize(super().sizeHint().width(), self._height_of(USUAL_ROWS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With more width there is room for more of the titles."""
        super().resizeEvent(event)
        self._fit_columns()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice when the mouse leaves the rows."""
        if event.type() == QEvent.Type.Leave or (
            event.type() == QEvent.Type.MouseMove and self.itemAt(event.pos()) is None
        ):
            self.unhovered.emit()
        return super().viewportEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts here, not a search for text."""

    def _name_columns(self) -> None:
        titles = {
            RANK: tr("#"),
            PROBABILITY: tr("Probability"),
            WORD: tr("In words"),
            HEADING: tr("Heading"),
            DISTANCE: tr("From best"),
            REVIEW: tr("Review"),
            PHOTO: tr("Photo"),
        }
        names = self.headerItem()
        for column, title in titles.items():
            names.setText(column, title)
            names.setToolTip(column, title)
            names.setData(column, SPOKEN_ROLE, title)
        names.setText(REVIEW, SIGNS[review.ACCEPTED].strip())
        header = self.header()
        header.setMinimumSectionSize(1)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.moveSection(REVIEW, header.visualIndex(PROBABILITY))  # seen in a narrow dock too

    def _fit_columns(self) -> None:
        """What the columns hold comes first; titles that lack little get what is left."""
        header = self.header()
        shown = [one for one in range(self.columnCount()) if not self.isColumnHidden(one)]
        widths = {one: self.sizeHintForColumn(one) for one in shown}
        wanted = {one: header.sectionSizeHint(one) + ROUNDED_OFF_PX for one in shown}
        lacking = {one: max(0, wanted[one] - widths[one]) for one in shown}
        spare = max(0, self.viewport().width() - sum(widths.values()))
        for column in sorted(shown, key=lambda one: lacking[one]):
            wider = min(spare, lacking[column])
            self.setColumnWidth(column, widths[column] + wider)
            spare -= wider

    def _height_of(self, rows: int) -> int:
        row = max(self.sizeHintForRow(0), self.fontMetrics().height())
        return int(self.header().height() + rows * row + 2 * self.frameWidth())

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(self._layer_id, _id_of(item))

    def _activate(self, item: QTreeWidgetItem) -> None:
        self._choose(item)
        self.zoom_requested.emit(_id_of(item))

    def _tell_selected(self, item: Optional[QTreeWidgetItem], _: object = None) -> None:
        if item is not None:
            self.scrollTo(self.indexFromItem(item) or QModelIndex())
            self.selected.emit(_id_of(item))


def _id_of(item: QTreeWidgetItem) -> int:
    return int(item.data(0, FEATURE_ROLE))


def _texts(feature: QgsFeature, distance_m: float) -> Tuple[str, ...]:
    return (
        str(feature["rank"]),
        _percent(feature["probability"] or 0.0),
        review.text_of(feature, "word"),
        f"{feature['heading'] or 0.0:.0f}°",
        f"{distance_m:.0f} m",
        "",
        review.text_of(feature, "photo"),
    )


def _percent(probability: float) -> str:
    """One decimal; what would be rounded to nothing is said to be less than the least of these."""
    percent = 100.0 * probability
    is_tiny = percent < LEAST_PERCENT / 2.0
    number = QLocale().toString(LEAST_PERCENT if is_tiny else percent, "f", 1)
    return f"<{number} %" if is_tiny else f"{number} %"


def _show_review(item: QTreeWidgetItem, feature: QgsFeature) -> None:
    status = review.status_of(feature)
    reason = review.text_of(feature, review.REASON)
    note = review.text_of(feature, review.NOTE)
    word = review.status_word(status)
    item.setText(REVIEW, SIGNS[status].strip())
    item.setData(REVIEW, SPOKEN_ROLE, word)
    item.setToolTip(REVIEW, "\n".join(text for text in (word, reason, note) if text))
    faded = QBrush(QColor(128, 128, 128)) if status == review.REJECTED else QBrush()
    for column in range(item.columnCount()):
        item.setForeground(column, faded)
        font = item.font(column)
        font.setBold(status == review.ACCEPTED)
        item.setFont(column, font)
