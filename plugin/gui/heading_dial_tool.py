"""Map tool that draws a heading: press where the camera stood, drag to where it looked."""

import math
from typing import Optional

from qgis.core import QgsDistanceArea, QgsGeometry, QgsPointXY, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from .area_tool import band

ELLIPSOID = "EPSG:7030"  # WGS 84
SHORTEST_PX = 8


def true_heading_deg(
    camera: QgsPointXY, ahead: QgsPointXY, canvas: QgsMapCanvas, project: QgsProject
) -> float:
    """Direction between two places of the map, clockwise from true north, 0 to 360."""
    measure = QgsDistanceArea()
    crs = canvas.mapSettings().destinationCrs()
    measure.setSourceCrs(crs, project.transformContext())
    measure.setEllipsoid(ELLIPSOID)
    return math.degrees(measure.bearing(camera, ahead)) % 360.0


class HeadingTool(QgsMapTool):
    """Draws one line from the camera ahead.

    Signals:
        pointed: the heading of the line so far, degrees from true north.
        left: the tool is no longer the map's.
    """

    pointed = pyqtSignal(float)
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(canvas)
        self._project = project
        self._camera: Optional[QgsPointXY] = None
        self._pressed_at = QPoint()
        self._band: Optional[QgsRubberBand] = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """The camera's place."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._camera, self._pressed_at = event.mapPoint(), event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """The line follows the mouse."""
        if self._camera is None or self._too_short(event):
            return
        if self._band is None:
            self._band = band(self.canvas(), QgsWkbTypes.GeometryType.LineGeometry)
            self._band.setWidth(3)
        line = QgsGeometry.fromPolylineXY([self._camera, event.mapPoint()])
        self._band.setToGeometry(line, None)
        self.pointed.emit(self._heading(event))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """The direction is drawn; a mere click waits for a drag."""
        camera, drawn = self._camera, not self._too_short(event)
        if camera is not None and drawn:
            self.pointed.emit(self._heading(event))
        self._clear()
        if camera is not None and drawn:
            self.canvas().unsetMapTool(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.canvas().unsetMapTool(self)

    def deactivate(self) -> None:
        """Another tool takes over."""
        self._clear()
        super().deactivate()
        self.left.emit()

    def _too_short(self, event: QgsMapMouseEvent) -> bool:
        return (event.pos() - self._pressed_at).manhattanLength() < SHORTEST_PX

    def _heading(self, event: QgsMapMouseEvent) -> float:
        return true_heading_deg(
            self._camera or event.mapPoint(), event.mapPoint(), self.canvas(), self._project
        )

    def _clear(self) -> None:
        self._camera = None
        if self._band is not None:
            self.canvas().scene().removeItem(self._band)
            self._band = None
