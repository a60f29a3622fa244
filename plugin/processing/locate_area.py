"""The area where a camera may stand: polygons of a layer as one shapely geometry."""

from typing import TYPE_CHECKING, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import SkymatchError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def area_of(
    source: QgsProcessingFeatureSource, crs: str, context: QgsProcessingContext
) -> "BaseGeometry":
    """The union of a source's polygons in another CRS.

    Raises:
        SkymatchError: there are no polygons, or they cannot be brought into that CRS.
    """
    from shapely import wkb

    to_index = QgsCoordinateTransform(
        source.sourceCrs(), QgsCoordinateReferenceSystem(crs), context.transformContext()
    )
    parts: List[QgsGeometry] = []
    for feature in source.getFeatures():
        polygon = feature.geometry()
        if polygon.isEmpty():
            continue
        try:
            polygon.transform(to_index)
        except QgsCsException as error:
            raise SkymatchError(
                _tr(
                    "The area cannot be brought into the coordinate system of the index. "
                    "Check the CRS of its layer."
                )
            ) from error
        parts.append(polygon.makeValid())
    union = QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()
    if union.isEmpty():
        raise SkymatchError(
            _tr("The area layer holds no polygon. Draw one, or leave the area empty.")
        )
    return wkb.loads(bytes(union.asWkb()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Skymatch", text)
