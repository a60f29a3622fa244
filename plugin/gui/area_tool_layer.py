"""Polygon layers for areas that were drawn or made around a place."""

from typing import Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..layers.coordinates import moved, wgs84

_OUTLINE = {
    "color": "0,0,0,0",
    "outline_color": "255,214,10",
    "outline_width": "0.6",
    "outline_style": "dash",
}
CIRCLE_CORNERS = 24


def add_area_layer(
    project: QgsProject, name: str, area: QgsGeometry, crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """A temporary layer with one polygon, on top of the layer tree. Main thread."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs.authid()}", name, "memory")
    layer.setCrs(crs)
    feature = QgsFeature()
    polygons = QgsGeometry(area)
    polygons.convertToMultiType()
    feature.setGeometry(polygons)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_OUTLINE)))
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)
    return layer


def circle_around(
    lon: float, lat: float, radius_m: float, project: QgsProject
) -> Tuple[QgsGeometry, QgsCoordinateReferenceSystem]:
    """A circle on the ground around a WGS 84 position, in the UTM zone of the place.

    Raises:
        SkymatchError: the position is none.
    """
    from ..engine.grid import utm_crs  # here: pyproj is not needed before

    crs = QgsCoordinateReferenceSystem(utm_crs(lon, lat))
    centre = moved(QgsPointXY(lon, lat), wgs84(), crs, project)
    return QgsGeometry.fromPointXY(centre).buffer(radius_m, CIRCLE_CORNERS), crs
