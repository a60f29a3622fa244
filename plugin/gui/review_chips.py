"""The chips of one candidates layer: drawn once, kept, and stored for map tips."""

from collections import OrderedDict
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsFeature, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ..engine.errors import SkymatchError
from ..layers.coordinates import place_of
from ..layers.language import tr
from ..layers.pictures import TIP_WIDTH_PX, chip_file
from ..layers.shown_imagery import imagery_of
from .review_chip_job import ChipFrame, ChipRenderer, ChipRequest, chip_settings

MOST_KEPT = 24
MOST_AHEAD = 24
# Sources on this computer: chips nobody asked for yet are never fetched over a network.
LOCAL_PROVIDERS = ("gdal", "memory")


class ChipStore(QObject):
    """Gives the chip of a candidate, at once or a moment later.

    Signals:
        ready: the chip of this feature can be taken now.
        failed: a sentence why there is no chip of this feature.
    """

    ready = pyqtSignal("qint64")
    failed = pyqtSignal("qint64", str)

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer: Optional[QgsVectorLayer] = None
        self._kept: "OrderedDict[str, Tuple[QImage, ChipFrame]]" = OrderedDict()
        self.renderer = ChipRenderer(self)
        self.renderer.rendered.connect(self._keep)

    def use(self, layer: Optional[QgsVectorLayer]) -> None:
        """Work for this layer from now on."""
        self.renderer.stop()
        self._kept.clear()
        self._layer = layer

    def take(self, feature: QgsFeature) -> Optional[Tuple[QImage, ChipFrame]]:
        """The chip, or None while it is drawn; `ready` or `failed` follows then."""
        rasters = imagery_of(self._project)
        kept = self._kept.get(_key(feature, rasters))
        if kept is None:
            self._request(feature, rasters, True)
        return kept

    def draw_ahead(self, features: List[QgsFeature]) -> None:
        """Draw the first chips before anybody asks for them, from imagery on this computer."""
        rasters = imagery_of(self._project)
        if all(layer.providerType() in LOCAL_PROVIDERS for layer in rasters):
            for feature in features[:MOST_AHEAD]:
                if _key(feature, rasters) not in self._kept:
                    self._request(feature, rasters, False)

    def stop_drawing(self) -> None:
        """Wait until no render thread reads a layer that is about to be deleted."""
        self.renderer.finish_now()

    def _request(self, feature: QgsFeature, rasters: List[QgsRasterLayer], urgent: bool) -> None:
        if self._layer is None:
            return
        if not rasters:
            sentence = tr("There is no raster layer in the project to show here.")
            self.failed.emit(feature.id(), sentence)
            return
        try:
            place = place_of(self._layer, feature, self._project)
            settings, frame = chip_settings(place, rasters, self._project)
        except SkymatchError as error:
            self.failed.emit(feature.id(), str(error))
            return
        self.renderer.request(ChipRequest(_key(feature, rasters), settings, frame), urgent)

    def _keep(self, request: ChipRequest, image: QImage) -> None:
        self._kept[request.key] = (image, request.frame)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        feature_id = int(request.key.split("|", 1)[0])
        if self._layer is not None:
            self._store(self._layer.getFeature(feature_id), image)
        self.ready.emit(feature_id)

    def _store(self, feature: QgsFeature, image: QImage) -> None:
        """For map tips; where nothing can be written they simply have no chip."""
        file = chip_file(self._layer, feature) if feature.isValid() else None
        if file is not None:
            save_small(image, file)


def save_small(image: QImage, file: Path) -> bool:
    """Write a picture in the size of a map tip, and its folder; False where that is impossible."""
    try:
        file.parent.mkdir(exist_ok=True)
    except OSError:
        return False
    smooth = Qt.TransformationMode.SmoothTransformation
    return bool(image.scaledToWidth(TIP_WIDTH_PX, smooth).save(str(file), "JPG", 88))


def _key(feature: QgsFeature, rasters: List[QgsRasterLayer]) -> str:
    """Whose chip, where it stands, and of which imagery: anything else is another picture."""
    where = feature.geometry().asWkt(2)
    return "|".join([str(feature.id()), where, *(layer.id() for layer in rasters)])
