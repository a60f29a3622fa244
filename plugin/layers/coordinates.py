"""A candidate's position as text to copy: coordinates in several forms, and links to maps."""

from typing import Callable, Dict, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from ..engine.errors import SkymatchError
from .language import tr
from .mgrs import mgrs

DECIMAL, DMS, MGRS, PROJECT = "decimal", "dms", "mgrs", "project"
MAP_LINK, STREET_LINK = "map_link", "street_link"

# In the order of menus. Links are text only; nothing here opens a connection.
FORMS = (DECIMAL, DMS, MGRS, PROJECT, MAP_LINK, STREET_LINK)

_WGS84 = "EPSG:4326"


class Place(NamedTuple):
    """Where a candidate stands and looks: WGS 84 degrees, and degrees from true north."""

    lon: float
    lat: float
    heading_deg: float


def form_name(form: str) -> str:
    """What a form is called in menus."""
    return {
        DECIMAL: tr("Latitude, longitude"),
        DMS: tr("Degrees, minutes, seconds"),
        MGRS: tr("MGRS"),
        PROJECT: tr("Coordinates in the project's CRS"),
        MAP_LINK: tr("Map link as text"),
        STREET_LINK: tr("Street-level link as text"),
    }[form]


def place_of(layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject) -> Place:
    """The place of a candidate, from its geometry: a person may have moved the point."""
    if feature.geometry().isEmpty():
        raise SkymatchError(tr("This candidate has no position."))
    point = moved(feature.geometry().asPoint(), layer.crs(), wgs84(), project)
    return Place(point.x(), point.y(), float(feature["heading"] or 0.0))


def position_text(form: str, place: Place, project: QgsProject) -> str:
    """A place in one of the `FORMS`.

    Raises:
        SkymatchError: it cannot be said in that form; the sentence names another.
    """
    makers: Dict[str, Callable[[], str]] = {
        DECIMAL: lambda: f"{place.lat:.6f}, {place.lon:.6f}",
        DMS: lambda: f"{_dms(place.lat, 'N', 'S')} {_dms(place.lon, 'E', 'W')}",
        MGRS: lambda: mgrs(place.lon, place.lat),
        PROJECT: lambda: _project_text(place, project),
        MAP_LINK: lambda: (
            f"https://www.openstreetmap.org/?mlat={place.lat:.6f}&mlon={place.lon:.6f}"
            f"#map=19/{place.lat:.6f}/{place.lon:.6f}"
        ),
        STREET_LINK: lambda: (
            "https://www.google.com/maps/@?api=1&map_action=pano"
            f"&viewpoint={place.lat:.6f},{place.lon:.6f}&heading={place.heading_deg % 360.0:.0f}"
        ),
    }
    return makers[form]()


def moved(
    point: QgsPointXY,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> QgsPointXY:
    """A point brought from one CRS into another."""
    try:
        return QgsCoordinateTransform(source, target, project.transformContext()).transform(point)
    except QgsCsException as error:
        raise SkymatchError(
            tr("This position cannot be brought into {}. Choose another CRS.").format(
                target.userFriendlyIdentifier()
            )
        ) from error


def wgs84() -> QgsCoordinateReferenceSystem:
    """The CRS of longitude and latitude."""
    return QgsCoordinateReferenceSystem(_WGS84)


def _project_text(place: Place, project: QgsProject) -> str:
    crs = project.crs()
    if not crs.isValid():
        raise SkymatchError(tr("The project has no CRS. Copy latitude and longitude instead."))
    point = moved(QgsPointXY(place.lon, place.lat), wgs84(), crs, project)
    digits = 6 if crs.isGeographic() else 1
    name = crs.authid() or crs.description() or tr("custom CRS")
    return f"{point.x():.{digits}f}, {point.y():.{digits}f} ({name})"


def _dms(degrees: float, positive: str, negative: str) -> str:
    """Hundredths of a second, 0.3 m; carried over, so that there is never a 60."""
    hundredths = round(abs(degrees) * 360_000)
    minutes, seconds = divmod(hundredths, 6000)
    whole, minutes = divmod(minutes, 60)
    letter = positive if degrees >= 0 else negative
    return f"{whole}°{minutes:02d}′{seconds / 100:05.2f}″{letter}"
