"""Marks on the map canvas: a ring around the candidate in question, and the linked crosshair."""

from typing import List

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt.QtGui import QColor

from ..engine.errors import SkymatchError
from ..layers.coordinates import moved

CASING = QColor(16, 24, 32)
RING = QColor(0, 229, 255)
CROSS = QColor(0, 229, 255)


class MapMarks:
    """Draws on the canvas only; no layer and no extent is touched."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas = canvas
        self._project = project
        kinds = QgsVertexMarker.IconType
        self.ring = [
            _marker(canvas, kinds.ICON_CIRCLE, CASING, 42, 6),
            _marker(canvas, kinds.ICON_CIRCLE, RING, 42, 3),
        ]
        self.cross = [
            _marker(canvas, kinds.ICON_CROSS, CASING, 24, 5),
            _marker(canvas, kinds.ICON_CROSS, CROSS, 24, 2),
        ]

    def ring_at(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> None:
        """Ring a place."""
        self._put(self.ring, point, crs)

    def cross_at(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> None:
        """Put the crosshair onto a place."""
        self._put(self.cross, point, crs)

    def hide_ring(self) -> None:
        """No candidate is in question."""
        _show(self.ring, False)

    def hide_cross(self) -> None:
        """Nothing is pointed at."""
        _show(self.cross, False)

    def remove(self) -> None:
        """Take all marks off the canvas for good."""
        for marker in (*self.ring, *self.cross):
            self._canvas.scene().removeItem(marker)
        self.ring, self.cross = [], []

    def _put(
        self,
        markers: List[QgsVertexMarker],
        point: QgsPointXY,
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        try:
            here = moved(point, crs, self._canvas.mapSettings().destinationCrs(), self._project)
        except SkymatchError:
            _show(markers, False)  # the map's CRS does not reach there
            return
        for marker in markers:
            marker.setCenter(here)
        _show(markers, True)


def _marker(
    canvas: QgsMapCanvas,
    icon: "QgsVertexMarker.IconType",
    colour: QColor,
    size_px: int,
    pen_px: int,
) -> QgsVertexMarker:
    marker = QgsVertexMarker(canvas)
    marker.setIconType(icon)
    marker.setColor(colour)
    marker.setFillColor(QColor(0, 0, 0, 0))
    marker.setIconSize(size_px)
    marker.setPenWidth(pen_px)
    marker.hide()
    return marker


def _show(markers: List[QgsVertexMarker], visible: bool) -> None:
    for marker in markers:
        marker.setVisible(visible)
