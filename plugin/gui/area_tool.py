"""Map tool that draws a polygon: click corners, double-click or right-click to finish."""

from typing import List, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

# Seen on dark and on bright imagery, and by the colour-blind: a light line with a dark edge.
LINE = QColor(255, 214, 10)
EDGE = QColor(0, 0, 0, 160)
FILL = QColor(255, 214, 10, 40)


def band(canvas: QgsMapCanvas, kind: "QgsWkbTypes.GeometryType") -> QgsRubberBand:
    """A line or polygon on the map that is seen on any imagery."""
    made = QgsRubberBand(canvas, kind)
    made.setStrokeColor(LINE)
    made.setSecondaryStrokeColor(EDGE)
    made.setFillColor(FILL)
    made.setWidth(2)
    return made


class AreaTool(QgsMapTool):
    """Draws one polygon.

    Signals:
        drawn: the finished polygon, in the map's CRS.
        left: the tool is no longer the map's, finished or not.
    """

    drawn = pyqtSignal(QgsGeometry)
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corners: List[QgsPointXY] = []
        self._band: Optional[QgsRubberBand] = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """A corner; the right button finishes."""
        if event.button() == Qt.MouseButton.RightButton:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show(event.mapPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """The next corner follows the mouse."""
        if self._corners:
            self._show(event.mapPoint())

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """The first of its two clicks was the last corner."""
        self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last corner back, Enter finishes, Escape gives up."""
        key = event.key()
        if key == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show(self._corners[-1] if self._corners else None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            self.canvas().unsetMapTool(self)
        else:
            return
        event.accept()  # else QGIS deletes selected features on Backspace

    def deactivate(self) -> None:
        """Another tool takes over."""
        self._clear()
        super().deactivate()
        self.left.emit()

    def _finish(self) -> None:
        polygon = QgsGeometry.fromPolygonXY([self._corners])
        whole = len(self._corners) >= 3 and polygon.area() > 0
        self._clear()
        if whole:
            self.drawn.emit(polygon.makeValid())
            self.canvas().unsetMapTool(self)

    def _show(self, mouse: Optional[QgsPointXY]) -> None:
        if self._band is None:
            self._band = band(self.canvas(), QgsWkbTypes.GeometryType.PolygonGeometry)
        ring = [*self._corners, *([mouse] if mouse is not None else [])]
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([ring]), None)

    def _clear(self) -> None:
        self._corners = []
        if self._band is not None:
            self.canvas().scene().removeItem(self._band)
            self._band = None
