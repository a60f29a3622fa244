"""The Skymatch provider: what appears in the Processing toolbox."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .common import ICON


class SkymatchProvider(QgsProcessingProvider):
    """Offers Skymatch's algorithms."""

    def loadAlgorithms(self) -> None:
        """Called by QGIS when the provider is registered or refreshed."""
        from .build_index import BuildIndex
        from .evaluate import Evaluate
        from .export_log import ExportLog
        from .geotag import GeotagPhotos
        from .index_info import IndexInfoAlgorithm
        from .inspect_photo import InspectPhoto
        from .locate_folder import LocatePhotos
        from .locate_photo import LocatePhoto
        from .report import Report

        for algorithm in (
            BuildIndex,
            InspectPhoto,
            LocatePhoto,
            LocatePhotos,
            Report,
            GeotagPhotos,
            IndexInfoAlgorithm,
            Evaluate,
            ExportLog,
        ):
            self.addAlgorithm(algorithm())

    def id(self) -> str:
        """First part of the algorithms' identifiers."""
        return "skymatch"

    def name(self) -> str:
        """Name in the toolbox."""
        return "Skymatch"

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """The same as a file."""
        return str(ICON)
