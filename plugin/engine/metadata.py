"""What a photo file says about its camera: EXIF and panorama (GPano XMP) tags.

Sources: Exif 2.32 (CIPA DC-008), GPano (developers.google.com/streetview/spherical-metadata).
Tags lie and are often broken; whatever cannot be understood counts as not said.
"""

import math
import re
from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Tuple

from PIL import Image

from .camera import EQUIRECTANGULAR, NARROWEST_VIEW_DEG, WIDEST_PERSPECTIVE_DEG

FILM_DIAGONAL_MM = 43.27

_MAKE, _MODEL, _ORIENTATION = 0x010F, 0x0110, 0x0112
_EXIF_BLOCK, _GPS_BLOCK = 0x8769, 0x8825
_TAKEN, _FOCAL_35MM = 0x9003, 0xA405
_LAT_REF, _LAT, _LON_REF, _LON, _DIRECTION_REF, _DIRECTION = 1, 2, 3, 4, 16, 17
SIDEWAYS = (5, 6, 7, 8)


@dataclass(frozen=True)
class PhotoMetadata:
    """What the file says; shown to the user, and only the geometry of the lens is used unasked.

    Attributes:
        projection: `EQUIRECTANGULAR` when panorama tags say so, else None.
        fov_deg, vfov_deg: field of view of the upright picture.
        horizon: fraction of the height from the top (panoramas only).
        heading_deg: compass direction the camera recorded for the image centre.
        lon, lat: position the camera recorded.
        orientation: EXIF orientation, 1 to 8; 1 is upright.
        taken: local time as written in the file.
        camera: maker and model.
    """

    projection: Optional[str] = None
    fov_deg: Optional[float] = None
    vfov_deg: Optional[float] = None
    horizon: Optional[float] = None
    heading_deg: Optional[float] = None
    lon: Optional[float] = None
    lat: Optional[float] = None
    orientation: int = 1
    taken: str = ""
    camera: str = ""


def read_metadata(picture: Image.Image) -> PhotoMetadata:
    """Collect what an opened picture says about itself; never raises for broken tags."""
    main, exif, gps = _exif_blocks(picture)
    pano = _panorama(_xmp_text(picture))
    lon = _angle(gps.get(_LON), gps.get(_LON_REF), "W", 180.0)
    lat = _angle(gps.get(_LAT), gps.get(_LAT_REF), "S", 90.0)
    return PhotoMetadata(
        projection=pano.get("projection"),
        fov_deg=pano.get("fov_deg") or _fov_deg(picture, main, exif),
        vfov_deg=pano.get("vfov_deg"),
        horizon=pano.get("horizon"),
        heading_deg=_first(pano.get("heading_deg"), _number(gps.get(_DIRECTION), 0.0, 360.0)),
        lon=None if lat is None else lon,
        lat=None if lon is None else lat,
        orientation=_orientation(main),
        taken=_text(exif.get(_TAKEN)),
        camera=" ".join(filter(None, (_text(main.get(_MAKE)), _text(main.get(_MODEL))))),
    )


def _exif_blocks(
    picture: Image.Image,
) -> Tuple[Mapping[int, Any], Mapping[int, Any], Mapping[int, Any]]:
    try:
        main = picture.getexif()
        return dict(main), dict(main.get_ifd(_EXIF_BLOCK)), dict(main.get_ifd(_GPS_BLOCK))
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, AttributeError, IndexError):
        return {}, {}, {}


def _fov_deg(
    picture: Image.Image, main: Mapping[int, Any], exif: Mapping[int, Any]
) -> Optional[float]:
    """Angle across the upright picture from the 35 mm equivalent focal length.

    The equivalence is one of diagonals (CIPA DCG-001).
    """
    focal_mm = _number(exif.get(_FOCAL_35MM), 4.0, 2000.0)
    if focal_mm is None:
        return None
    width, height = picture.size
    if _orientation(main) in SIDEWAYS:
        width, height = height, width
    focal_px = focal_mm / FILM_DIAGONAL_MM * math.hypot(width, height)
    fov_deg = 2.0 * math.degrees(math.atan(width / 2.0 / focal_px))
    return fov_deg if NARROWEST_VIEW_DEG <= fov_deg <= WIDEST_PERSPECTIVE_DEG else None


def _orientation(main: Mapping[int, Any]) -> int:
    value = main.get(_ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _panorama(xmp: str) -> Dict[str, Any]:
    """Geometry from GPano tags, written as attributes or as elements."""
    found: Dict[str, str] = {}
    for name, quoted, plain in re.findall(
        r"GPano:(\w+)\s*(?:=\s*[\"']([^\"'<>]{0,64})[\"']|>([^<>]{0,64})<)", xmp
    ):
        found.setdefault(name, (quoted or plain).strip())
    if found.get("ProjectionType", "").lower() != EQUIRECTANGULAR:
        return {}
    heading_deg = _number(found.get("PoseHeadingDegrees"), 0.0, 360.0)
    sides = [
        _number(found.get(name), 1.0, 1e6)
        for name in (
            "FullPanoWidthPixels",
            "FullPanoHeightPixels",
            "CroppedAreaImageWidthPixels",
            "CroppedAreaImageHeightPixels",
        )
    ]
    whole = {"projection": EQUIRECTANGULAR, "heading_deg": heading_deg}
    full_width, full_height, width, height = sides
    if full_width is None or full_height is None or width is None or height is None:
        return whole
    fov_deg = min(360.0, 360.0 * width / full_width)
    if fov_deg < NARROWEST_VIEW_DEG:
        return whole
    top = _number(found.get("CroppedAreaTopPixels"), 0.0, 1e6) or 0.0
    left = _number(found.get("CroppedAreaLeftPixels"), 0.0, 1e6) or 0.0
    if heading_deg is not None:
        # The tag gives the heading of the full panorama's centre, not of the cropped part's.
        off_centre = (left + width / 2.0) / full_width - 0.5
        whole["heading_deg"] = (heading_deg + off_centre * 360.0) % 360.0
    whole["fov_deg"] = fov_deg
    whole["vfov_deg"] = min(180.0, 180.0 * height / full_height)
    whole["horizon"] = (full_height / 2.0 - top) / height
    return whole


def _xmp_text(picture: Image.Image) -> str:
    for key in ("xmp", "XML:com.adobe.xmp"):
        raw = picture.info.get(key)
        if isinstance(raw, (bytes, str)):
            return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    applist = getattr(picture, "applist", [])
    for name, content in applist:
        if name == "APP1" and content.startswith(b"http://ns.adobe.com/xap/"):
            return str(content.decode("utf-8", "replace"))
    return ""


def _angle(dms: Any, reference: Any, negative: str, largest: float) -> Optional[float]:
    """Decimal degrees from degrees, minutes and seconds."""
    try:
        degrees, minutes, seconds = (float(part) for part in dms)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60.0 + seconds / 3600.0
    if not (math.isfinite(value) and 0.0 <= value <= largest):
        return None
    return -value if _text(reference).upper().startswith(negative) else value


def _number(value: Any, low: float, high: float) -> Optional[float]:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if math.isfinite(number) and low <= number <= high else None


def _first(*values: Optional[float]) -> Optional[float]:
    return next((value for value in values if value is not None), None)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in value if letter.isprintable()).strip()[:64]
