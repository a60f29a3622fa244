"""Panorama (GPano) tags in the XMP of a photo.

Source: developers.google.com/streetview/spherical-metadata. The text is searched, not parsed as
XML: nothing is ever expanded, and a broken packet still gives the tags it holds.
"""

import re
from dataclasses import dataclass
from typing import Dict, Optional, Tuple

from PIL import Image

from .camera import EQUIRECTANGULAR, NARROWEST_VIEW_DEG
from .exif import number

LARGEST_XMP_BYTES = 4_000_000

_NAMESPACE = r"https?://ns\.google\.com/photos/1\.0/panorama/"
_STANDARD = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\x00"
_EXTENDED_HEADER_BYTES = 40
_TIFF_XMP = 700
_SAME_SHAPE = 0.02


@dataclass(frozen=True)
class Panorama:
    """What the tags say about a panorama.

    Attributes:
        projection: `EQUIRECTANGULAR`, or the word the tags use for another one.
        fov_deg, vfov_deg: angles across the picture; None when the tags do not say.
        horizon: fraction of the height from the top.
        heading_deg: compass direction of the picture's centre.
        pitch_deg: how far the centre looks above the horizon.
        roll_deg: how far the picture leans to the right.
        cropped_later: the picture has another shape than the tags give it.
    """

    projection: str
    fov_deg: Optional[float] = None
    vfov_deg: Optional[float] = None
    horizon: Optional[float] = None
    heading_deg: Optional[float] = None
    pitch_deg: Optional[float] = None
    roll_deg: Optional[float] = None
    cropped_later: bool = False


def read_panorama(xmp: str, width_px: int, height_px: int) -> Optional[Panorama]:
    """Geometry from the tags, written as attributes or as elements; None when there are none.

    Args:
        xmp: the packet or packets as text.
        width_px, height_px: size of the picture.

    The heading is that of `PoseHeadingDegrees`; where a viewer opens the panorama
    (`InitialViewHeadingDegrees`) says nothing about its centre.
    """
    said = _tags(xmp)
    projection = said.get("ProjectionType", "").lower()
    if not projection:
        return None
    heading_deg = number(said.get("PoseHeadingDegrees"), 0.0, 360.0)
    pitch_deg = number(said.get("PosePitchDegrees"), -90.0, 90.0)
    roll_deg = number(said.get("PoseRollDegrees"), -180.0, 180.0)
    unsized = Panorama(projection, None, None, None, heading_deg, pitch_deg, roll_deg)
    if projection != EQUIRECTANGULAR:
        return unsized
    full_width = number(said.get("FullPanoWidthPixels"), 1.0, 1e6)
    full_height = number(said.get("FullPanoHeightPixels"), 1.0, 1e6)
    if full_width is None or full_height is None:
        return unsized
    width = number(said.get("CroppedAreaImageWidthPixels"), 1.0, 1e6) or float(width_px)
    height = number(said.get("CroppedAreaImageHeightPixels"), 1.0, 1e6) or float(height_px)
    fov_deg = min(360.0, 360.0 * width / full_width)
    vfov_deg = min(180.0, 180.0 * height / full_height)
    if fov_deg < NARROWEST_VIEW_DEG or vfov_deg < 1.0:
        return unsized
    if abs(width / height * height_px / width_px - 1.0) > _SAME_SHAPE:
        # Cut later: what is left is taken to span the panorama in one direction. Where it was cut
        # out is lost.
        scale = max(width_px / width, height_px / height)
        return Panorama(
            projection,
            max(NARROWEST_VIEW_DEG, fov_deg * width_px / width / scale),
            vfov_deg * height_px / height / scale,
            pitch_deg=pitch_deg,
            roll_deg=roll_deg,
            cropped_later=True,
        )
    top = number(said.get("CroppedAreaTopPixels"), 0.0, 1e6) or 0.0
    left = number(said.get("CroppedAreaLeftPixels"), 0.0, 1e6) or 0.0
    horizon = (full_height / 2.0 - top) / height
    if heading_deg is not None:
        # The tag gives the heading of the full panorama's centre, not of the cropped part's.
        off_centre = (left + width / 2.0) / full_width - 0.5
        heading_deg = (heading_deg + off_centre * 360.0) % 360.0
    return Panorama(
        projection,
        fov_deg,
        vfov_deg,
        horizon if -1.0 <= horizon <= 2.0 else None,
        heading_deg,
        pitch_deg,
        roll_deg,
    )


def xmp_text(picture: Image.Image) -> str:
    """All XMP of an opened JPEG, PNG, TIFF, WebP, HEIC or AVIF picture, at most 4 MB."""
    found = [_as_text(picture.info.get(key)) for key in ("xmp", "XML:com.adobe.xmp")]
    tiff_tags = getattr(picture, "tag_v2", None)
    if tiff_tags is not None:
        found.append(_as_text(tiff_tags.get(_TIFF_XMP)))
    parts = []
    for name, content in getattr(picture, "applist", []):
        if name == "APP1" and content.startswith(_STANDARD):
            found.append(_as_text(content[len(_STANDARD) :]))
        elif name == "APP1" and content.startswith(_EXTENDED):
            parts.append(_extension(content[len(_EXTENDED) :]))
    found.extend(_as_text(part) for _, part in sorted(parts))
    return "".join(found)[:LARGEST_XMP_BYTES]


def xmp_inside(content: bytes) -> str:
    """The first XMP packet in a file whose container is not understood, such as HEIC or AVIF."""
    start = content.find(b"<x:xmpmeta")
    end = content.find(b"</x:xmpmeta>", start)
    return "" if start < 0 or end < 0 else _as_text(content[start:end][:LARGEST_XMP_BYTES])


def _tags(xmp: str) -> Dict[str, str]:
    """Values by name; the first one counts. The prefix is the one the packet declares."""
    prefixes = {"GPano", *re.findall(rf"xmlns:(\w{{1,32}})\s*=\s*[\"']{_NAMESPACE}[\"']", xmp)}
    found: Dict[str, str] = {}
    for prefix in sorted(prefixes):
        for name, quoted, plain in re.findall(
            rf"\b{prefix}:(\w{{1,64}})\s*(?:=\s*[\"']([^\"'<>]{{0,64}})[\"']|>([^<>]{{0,64}})<)",
            xmp,
        ):
            found.setdefault(name, (quoted or plain).strip())
    return found


def _extension(segment: bytes) -> Tuple[bytes, bytes]:
    """Sorting key (packet and offset) and content of a piece of extended XMP.

    Source: XMP specification part 3, 1.1.3.1: 32 bytes of packet name, its length, this offset.
    """
    header = segment[:_EXTENDED_HEADER_BYTES]
    return header[:32] + header[36:], segment[_EXTENDED_HEADER_BYTES:]


def _as_text(raw: object) -> str:
    if isinstance(raw, tuple) and len(raw) == 1:
        raw = raw[0]
    if isinstance(raw, bytes):
        raw = raw.decode("utf-8", "replace")
    return raw if isinstance(raw, str) else ""
