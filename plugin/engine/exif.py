"""EXIF tags of an opened picture, read so that no broken tag does harm.

Source: Exif 2.32 (CIPA DC-008). Tags lie and are often broken; whatever cannot be understood, or
lies outside of what can be true, counts as not said.
"""

import math
import struct
import warnings
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Tuple

from PIL import Image

MAKE, MODEL, ORIENTATION = 0x010F, 0x0110, 0x0112
CHANGED, TAKEN, TAKEN_ZONE, FOCAL_MM = 0x0132, 0x9003, 0x9011, 0x920A
WIDTH_PX, HEIGHT_PX = 0xA002, 0xA003
PLANE_X, PLANE_UNIT = 0xA20E, 0xA210
RENDERED, ZOOM, FOCAL_35MM = 0xA401, 0xA404, 0xA405
LENS_MAKE, LENS_MODEL = 0xA433, 0xA434
SIDEWAYS = (5, 6, 7, 8)

_LONGEST_SEGMENT_BYTES = 65536
_EXIF_BLOCK, _GPS_BLOCK = 0x8769, 0x8825
_LAT_REF, _LAT, _LON_REF, _LON, _DIRECTION_REF, _DIRECTION = 1, 2, 3, 4, 16, 17
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
)


@dataclass(frozen=True)
class ExifTags:
    """The three blocks of a photo's tags; empty where the file has none.

    Attributes:
        main: maker, model, orientation.
        photo: how the photo was taken.
        gps: where.
    """

    main: Mapping[int, Any] = field(default_factory=dict)
    photo: Mapping[int, Any] = field(default_factory=dict)
    gps: Mapping[int, Any] = field(default_factory=dict)

    @property
    def orientation(self) -> int:
        """1 to 8; 1, upright, when the tag is missing or means nothing."""
        value = self.main.get(ORIENTATION)
        return value if isinstance(value, int) and 1 <= value <= 8 else 1

    @property
    def taken(self) -> str:
        """Local time as written, with its offset from UTC where the file gives one.

        Without a time of exposure, that of the last change stands in.
        """
        time, zone = text(self.photo.get(TAKEN)), text(self.photo.get(TAKEN_ZONE))
        return f"{time} {zone}".strip() if time else text(self.main.get(CHANGED))

    @property
    def camera(self) -> str:
        """Maker and model; the maker is not said twice."""
        make, model = text(self.main.get(MAKE)), text(self.main.get(MODEL))
        if model.lower().startswith(make.lower()):
            return model
        return f"{make} {model}".strip()

    @property
    def lens(self) -> str:
        """Maker and model of the lens; the maker is not said twice."""
        make, model = text(self.photo.get(LENS_MAKE)), text(self.photo.get(LENS_MODEL))
        return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()

    @property
    def lon_lat(self) -> Tuple[Optional[float], Optional[float]]:
        """Recorded position in degrees, both None unless both are there."""
        lon = _angle(self.gps.get(_LON), self.gps.get(_LON_REF), "W", 180.0)
        lat = _angle(self.gps.get(_LAT), self.gps.get(_LAT_REF), "S", 90.0)
        return (None, None) if lon is None or lat is None else (lon, lat)

    @property
    def heading_deg(self) -> Optional[float]:
        """Direction recorded for the image centre, in degrees clockwise."""
        heading_deg = number(self.gps.get(_DIRECTION), 0.0, 360.0)
        return None if heading_deg is None else heading_deg % 360.0

    @property
    def heading_reference(self) -> str:
        """ "true" or "magnetic" north, empty when the file does not say which."""
        letter = text(self.gps.get(_DIRECTION_REF)).upper()[:1]
        return {"T": "true", "M": "magnetic"}.get(letter, "")


def read_exif(picture: Image.Image) -> ExifTags:
    """The tags of an opened picture; never raises for broken ones."""
    try:
        return tags_of(picture.getexif())
    except _BROKEN:
        return ExifTags()


def tags_of(exif: Image.Exif) -> ExifTags:
    """The three blocks; a broken one counts as empty and leaves the others."""
    return ExifTags(
        _block(lambda: exif),
        _block(lambda: exif.get_ifd(_EXIF_BLOCK)),
        _block(lambda: exif.get_ifd(_GPS_BLOCK)),
    )


def exif_inside(content: bytes) -> ExifTags:
    """The tags of a file in a format whose container is not understood, such as HEIC or AVIF.

    These keep the tags as one run of bytes that begins like the segment of a JPEG file
    (ISO/IEC 23008-12, annex A).
    """
    for order in (b"II*\x00", b"MM\x00*"):
        start = content.find(b"Exif\x00\x00" + order)
        if start >= 0:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return _loaded(content[start : start + _LONGEST_SEGMENT_BYTES])
    return ExifTags()


def _loaded(segment: bytes) -> ExifTags:
    exif = Image.Exif()
    try:
        exif.load(segment)
    except _BROKEN:
        return ExifTags()
    return tags_of(exif)


def number(value: Any, low: float, high: float) -> Optional[float]:
    """A finite number within limits, None for anything else."""
    try:
        found = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if math.isfinite(found) and low <= found <= high else None


def text(value: Any) -> str:
    """Printable text without its padding, at most 64 letters, empty for anything else."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in value if letter.isprintable()).strip()[:64]


def _block(read: Any) -> Mapping[int, Any]:
    try:
        return dict(read())
    except _BROKEN:
        return {}


def _angle(dms: Any, reference: Any, negative: str, largest: float) -> Optional[float]:
    """Decimal degrees from degrees, minutes and seconds."""
    try:
        degrees, minutes, seconds = (float(part) for part in dms)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    value = degrees + minutes / 60.0 + seconds / 3600.0
    if not (math.isfinite(value) and 0.0 <= value <= largest):
        return None
    return -value if text(reference).upper().startswith(negative) else value
