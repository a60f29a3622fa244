"""The dock's lower part: the candidates of the last search, best first."""

from typing import List, Optional, Tuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FEATURE_ROLE = int(Qt.ItemDataRole.UserRole)


class CandidateList(QTreeWidget):
    """A table of candidates.

    Signals:
        chosen: a candidate was clicked or reached with the keyboard: layer id and feature id.
    """

    chosen = pyqtSignal(str, "qint64")

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setHeaderLabels(
            [
                self.tr("#"),
                self.tr("Probability"),
                self.tr("In words"),
                self.tr("Heading"),
                self.tr("From best"),
            ]
        )
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_layer(self, layer: QgsVectorLayer) -> None:
        """List the features of a candidates layer."""
        self.clear()
        self._layer_id = layer.id()
        request = QgsFeatureRequest()
        request.addOrderBy("rank")
        best: Optional[QgsFeature] = None
        for feature in layer.getFeatures(request):
            best = best or feature
            distance_m = feature.geometry().distance(best.geometry())
            self.addTopLevelItem(_row(feature, distance_m))

    def forget(self, layer_ids: List[str]) -> None:
        """Clear the list when its layer leaves the project."""
        if self._layer_id in layer_ids:
            self.clear()
            self._layer_id = ""

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(self._layer_id, item.data(0, FEATURE_ROLE))


def _row(feature: QgsFeature, distance_m: float) -> QTreeWidgetItem:
    texts: Tuple[str, ...] = (
        str(feature["rank"]),
        f"{100 * feature['probability']:.1f} %",
        str(feature["word"]),
        f"{feature['heading']:.0f}°",
        f"{distance_m:.0f} m",
    )
    item = QTreeWidgetItem(list(texts))
    item.setData(0, FEATURE_ROLE, feature.id())
    for column in (0, 1, 3, 4):
        item.setTextAlignment(column, RIGHT)
    return item
