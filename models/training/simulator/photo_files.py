"""Writes rendered photos as a camera would: JPEG with EXIF and, for panoramas, GPano XMP."""

from __future__ import annotations

import io
import math
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

MAKE, MODEL, ORIENTATION, EXIF_IFD, GPS_IFD = 0x010F, 0x0110, 0x0112, 0x8769, 0x8825
DATE_TIME_ORIGINAL, FOCAL_LENGTH_35MM = 0x9003, 0xA405
GPS_LATITUDE_REF, GPS_LATITUDE, GPS_LONGITUDE_REF, GPS_LONGITUDE = 1, 2, 3, 4
GPS_DIRECTION_REF, GPS_DIRECTION = 16, 17
LANDSCAPE, TURNED_CLOCKWISE = 1, 6  # 6: turn the stored picture clockwise to see it upright
_XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\x00"


@dataclass(frozen=True)
class PhotoFacts:
    """What the file says about the photo; headings are from true north."""

    taken: str  # "YYYY:MM:DD HH:MM:SS"
    heading_deg: float
    focal_35mm: float | None  # None for panoramas
    lonlat_deg: tuple[float, float] | None = None
    portrait: bool = False
    panorama: bool = False


def write_photo(path: Path, rgb: np.ndarray, facts: PhotoFacts, largest_bytes: int) -> None:
    """Write the upright picture `rgb` (rows, columns, 3) in the best quality that fits."""
    stored = np.rot90(rgb) if facts.portrait else rgb
    picture = Image.fromarray(np.ascontiguousarray(stored))
    for quality in range(90, 39, -3):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, exif=_exif(facts))
        data = buffer.getvalue()
        if facts.panorama:
            data = _insert_xmp(data, _gpano(rgb.shape[1], rgb.shape[0], facts.heading_deg))
        if len(data) <= largest_bytes:
            break
    write_atomically(path, data)


FILM_DIAGONAL_MM = 43.27


def write_atomically(path: Path, data: bytes) -> None:
    """Never leaves half a file under the final name."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def horizontal_fov_deg(focal_35mm: float, width_px: int, height_px: int) -> float:
    """Field of view across an upright picture as diagonal as 35 mm film (CIPA DCG-001)."""
    half_width_mm = FILM_DIAGONAL_MM / 2 * width_px / math.hypot(width_px, height_px)
    return 2 * math.degrees(math.atan(half_width_mm / focal_35mm))


def _exif(facts: PhotoFacts) -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE] = "Skymatch simulator"
    exif[MODEL] = "panorama" if facts.panorama else "perspective"
    exif[ORIENTATION] = TURNED_CLOCKWISE if facts.portrait else LANDSCAPE
    details: dict[int, object] = {DATE_TIME_ORIGINAL: facts.taken}
    if facts.focal_35mm is not None:
        details[FOCAL_LENGTH_35MM] = int(round(facts.focal_35mm))
    exif[EXIF_IFD] = details
    gps: dict[int, object] = {
        GPS_DIRECTION_REF: "T",
        GPS_DIRECTION: IFDRational(int(round(facts.heading_deg * 100)), 100),
    }
    if facts.lonlat_deg is not None:
        lon, lat = facts.lonlat_deg
        gps |= {
            GPS_LATITUDE_REF: "N" if lat >= 0 else "S",
            GPS_LATITUDE: _sexagesimal(lat),
            GPS_LONGITUDE_REF: "E" if lon >= 0 else "W",
            GPS_LONGITUDE: _sexagesimal(lon),
        }
    exif[GPS_IFD] = gps
    return exif


def _sexagesimal(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    total = round(abs(degrees) * 3600 * 1000)
    whole, rest = divmod(total, 3600 * 1000)
    minutes, milliseconds = divmod(rest, 60 * 1000)
    return IFDRational(whole, 1), IFDRational(minutes, 1), IFDRational(milliseconds, 1000)


def _gpano(width_px: int, height_px: int, heading_deg: float) -> bytes:
    values = {
        "ProjectionType": "equirectangular",
        "UsePanoramaViewer": "True",
        "PoseHeadingDegrees": f"{heading_deg:.2f}",
        "FullPanoWidthPixels": width_px,
        "FullPanoHeightPixels": height_px,
        "CroppedAreaImageWidthPixels": width_px,
        "CroppedAreaImageHeightPixels": height_px,
        "CroppedAreaLeftPixels": 0,
        "CroppedAreaTopPixels": 0,
    }
    fields = "".join(f"<GPano:{name}>{value}</GPano:{name}>" for name, value in values.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:GPano="http://ns.google.com/photos/1.0/panorama/">'
        f'{fields}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _insert_xmp(jpeg: bytes, packet: bytes) -> bytes:
    """The JPEG with an XMP segment behind its JFIF and EXIF segments."""
    position = 2
    while jpeg[position + 1] in (0xE0, 0xE1):
        position += 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
    body = _XMP_HEADER + packet
    segment = b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    return jpeg[:position] + segment + jpeg[position:]
