"""Vector layers that say where a camera may have stood, as shapely geometries."""

from typing import TYPE_CHECKING, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..engine.grid import MetricGrid


def area_of(
    source: QgsProcessingFeatureSource, crs: str, context: QgsProcessingContext
) -> "BaseGeometry":
    """The union of a source's polygons in another CRS.

    Raises:
        SkymatchError: there are no polygons, or they cannot be brought into that CRS.
    """
    from shapely import wkb

    parts = [
        polygon.makeValid()
        for polygon in _geometries(source, QgsFeatureRequest(), crs, context)
        if not polygon.isEmpty()
    ]
    union = QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()
    if union.isEmpty():
        raise SkymatchError(
            tr("The area layer {} holds no polygon. Draw one, or leave the area empty.").format(
                source.sourceName()
            )
        )
    return wkb.loads(bytes(union.asWkb()))


def features_around(
    source: QgsProcessingFeatureSource,
    grid: "MetricGrid",
    margin_m: float,
    context: QgsProcessingContext,
) -> "BaseGeometry":
    """The features of a source that lie on a grid or near it, in the grid's CRS; may be none.

    Raises:
        SkymatchError: they cannot be brought into that CRS.
    """
    from shapely import wkb
    from shapely.geometry import GeometryCollection

    around = QgsRectangle(grid.west_m, grid.south_m, grid.east_m, grid.north_m)
    around.grow(margin_m)
    from_grid = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(grid.crs), source.sourceCrs(), context.transformContext()
    )
    request = QgsFeatureRequest()
    try:
        request.setFilterRect(from_grid.transformBoundingBox(around))
    except QgsCsException as error:
        raise _no_way(source) from error
    near = [
        geometry.makeValid()
        for geometry in _geometries(source, request, grid.crs, context)
        if geometry.boundingBoxIntersects(around)
    ]
    flat = (QgsGeometry(geometry.constGet().segmentize()) for geometry in near)
    return GeometryCollection(
        [wkb.loads(bytes(geometry.asWkb())) for geometry in flat if not geometry.isEmpty()]
    )


def _geometries(
    source: QgsProcessingFeatureSource,
    request: QgsFeatureRequest,
    crs: str,
    context: QgsProcessingContext,
) -> List[QgsGeometry]:
    """The geometries that a request gives, in another CRS, without heights."""
    from ..imagery.grid import all_finite

    transform = _transform(source, crs, context)
    found: List[QgsGeometry] = []
    for feature in source.getFeatures(request):
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        try:
            geometry.transform(transform)
        except QgsCsException as error:
            raise _no_way(source) from error
        if not all_finite(geometry):
            raise _no_way(source)
        geometry.get().dropZValue()
        geometry.get().dropMValue()
        found.append(geometry)
    return found


def _transform(
    source: QgsProcessingFeatureSource, crs: str, context: QgsProcessingContext
) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(
        source.sourceCrs(), QgsCoordinateReferenceSystem(crs), context.transformContext()
    )


def _no_way(source: QgsProcessingFeatureSource) -> SkymatchError:
    return SkymatchError(
        tr(
            "The layer {} cannot be brought into the coordinate system of the index. "
            "Check the CRS of that layer."
        ).format(source.sourceName())
    )
