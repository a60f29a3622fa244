"""Photos dragged from the file manager onto the map go to the dock."""

from typing import List

from qgis.core import QgsMimeDataUtils
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from .photo_panel_intake import is_map_picture, photos_in


class CanvasDrop(QObject):
    """Watches the map canvas from its creation to `stop`.

    Only photos are taken, and only while the dock is to be seen: all else, TIFF files and pictures
    with a world file too, is for QGIS, which makes layers of it.

    Signals:
        dropped: paths of photos.
    """

    dropped = pyqtSignal(list)

    def __init__(self, canvas: QgsMapCanvas, dock: QWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._viewport = canvas.viewport()
        self._viewport.installEventFilter(self)

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._viewport.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of photos, leave all other events alone."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not self._dock.isVisible():
            return False
        photos = self._photos(event)
        if not photos:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(photos)
        return True

    def _photos(self, event: QEvent) -> List[str]:
        data = event.mimeData()
        is_of_browser = QgsMimeDataUtils.isUriList(data)  # whose files are to become layers
        paths = photos_in(data) if data.hasUrls() and not is_of_browser else []
        return [] if any(is_map_picture(path) for path in paths) else paths
