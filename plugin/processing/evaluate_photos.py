"""The photos of `skymatch:evaluate`: points of a layer, which say where each was really taken."""

from pathlib import Path
from typing import List, NamedTuple, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr


class KnownPhoto(NamedTuple):
    """A photo and where it was really taken, in the CRS of the index."""

    file: Path
    x_m: float
    y_m: float
    heading_deg: Optional[float]


def known_photos(
    source: Optional[QgsProcessingFeatureSource],
    photo_field: str,
    heading_field: str,
    folder: Path,
    crs: str,
    context: QgsProcessingContext,
) -> List[KnownPhoto]:
    """The photos that a layer names, at its points.

    Args:
        source: the layer; None when it could not be opened.
        photo_field: with the file's path, or its name in the folder.
        heading_field: with true headings in degrees; empty for none.
        folder: of files that are named without one.
        crs: of the index.
        context: how datums are to be changed.

    Raises:
        SkymatchError: a field is missing, or there is no photo with a position.
    """
    if source is None:
        raise SkymatchError(tr("The layer of photos cannot be read. Choose another."))
    for field in filter(None, (photo_field, heading_field)):
        if source.fields().indexOf(field) < 0:
            raise SkymatchError(
                tr("The layer {} has no field '{}'. Choose one of its fields.").format(
                    source.sourceName(), field
                )
            )
    transform = QgsCoordinateTransform(
        source.sourceCrs(), QgsCoordinateReferenceSystem(crs), context.transformContext()
    )
    photos = []
    for feature in source.getFeatures():
        name, heading = feature[photo_field], feature[heading_field] if heading_field else NULL
        if name == NULL or feature.geometry().isEmpty():
            continue
        try:
            # of a layer of multipoints each feature has one
            point = transform.transform(feature.geometry().centroid().asPoint())
        except QgsCsException as error:
            raise SkymatchError(
                tr(
                    "The layer {} cannot be brought into the coordinate system of the index. "
                    "Check the CRS of that layer."
                ).format(source.sourceName())
            ) from error
        photos.append(KnownPhoto(folder / str(name), point.x(), point.y(), _heading(heading)))
    if not photos:
        raise SkymatchError(
            tr("The layer has no photo with a file name and a position. Choose another.")
        )
    return photos


def _heading(value: object) -> Optional[float]:
    if value == NULL:
        return None
    try:
        return float(str(value))
    except ValueError as error:
        raise SkymatchError(
            tr("'{}' is no heading in degrees. Choose another field of headings.").format(value)
        ) from error
