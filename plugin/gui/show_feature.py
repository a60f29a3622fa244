"""Bringing a candidate into view."""

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas

FAR_OUT_SCALE = 2000.0
CLOSE_SCALE = 1000.0


def show_feature(
    canvas: QgsMapCanvas, project: QgsProject, layer: QgsVectorLayer, feature_id: int
) -> bool:
    """Centre the map on a point feature and flash it; zoom in only from far out.

    Returns:
        False when the feature is gone or lies outside the map's CRS.
    """
    feature = layer.getFeature(feature_id)
    if not feature.isValid() or feature.geometry().isEmpty():
        return False
    to_map = QgsCoordinateTransform(
        layer.crs(), canvas.mapSettings().destinationCrs(), project.transformContext()
    )
    try:
        centre = to_map.transform(feature.geometry().asPoint())
    except QgsCsException:
        return False
    canvas.setCenter(centre)
    if canvas.scale() > FAR_OUT_SCALE:
        canvas.zoomScale(CLOSE_SCALE)
    canvas.refresh()
    canvas.flashFeatureIds(layer, [feature_id])
    return True
