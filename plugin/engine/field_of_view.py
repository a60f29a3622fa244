"""The field of view of a photo from its focal length, and how far that can be trusted.

Focal length f and half width w give the angle 2 atan(w / f). An error of f by the factor exp(s)
moves it by s sin(angle) radians; beliefs are therefore kept as standard deviations of log f.
"""

import math
from dataclasses import dataclass
from typing import Optional, Tuple

from .camera import NARROWEST_VIEW_DEG, WIDEST_PERSPECTIVE_DEG
from .exif import (
    FOCAL_35MM,
    FOCAL_MM,
    HEIGHT_PX,
    PLANE_UNIT,
    PLANE_X,
    RENDERED,
    SIDEWAYS,
    WIDTH_PX,
    ZOOM,
    ExifTags,
    number,
)

STATED, DERIVED, UNKNOWN = "stated by tags", "derived", "unknown"

FILM_DIAGONAL_MM = math.hypot(36.0, 24.0)
WIDE_LENS_35MM = 14.0
ULTRA_WIDE_DEG = 105.0

# Standard deviations of log focal length. Whole millimetres and two conventions (diagonal or
# width of the film) differ by 4 % on a 4:3 sensor: an iPhone 4S says 35 mm, its sensor gives 33.
_LOG_TAG = 0.04
_LOG_SENSOR = 0.05
_LOG_WIDE_LENS = 0.08
_LOG_MAYBE_CROPPED = 0.06
_LOG_OTHER_SHAPE = 0.15
# Most writers fold digital zoom into the 35 mm length, as ExifTool assumes; about one in five
# is taken not to: a two-point belief with chance p spreads by sqrt(p (1 - p)) of the step.
_ZOOM_SPREAD = 0.4

_PANORAMA_RENDERED = 6  # Apple's value of CustomRendered for sweep panoramas
_LONGEST_SHAPE = 2.4
_SENSOR_SHAPE = 4.0 / 3.0
_CAMERA_SHAPES = (1.0, 5.0 / 4.0, 4.0 / 3.0, 3.0 / 2.0, 16.0 / 9.0, 2.0, 19.5 / 9.0)
_SAME_SHAPE = 0.015
_WIDE_SHAPE = 1.6
_CROPPED = (
    "The photo seems to be cropped; its field of view is an estimate, and its horizon may lie "
    "anywhere."
)
_ULTRA_WIDE = (
    "The lens is ultra-wide. When straight lines look bent in the photo, export it with lens "
    "correction first."
)
_SWEEP = (
    "The picture seems to be a sweep panorama, whose field of view the file does not give. "
    "Enter it, and choose panorama as projection."
)
_MM_PER_UNIT = {2: 25.4, 3: 10.0, 4: 1.0, 5: 0.001}


@dataclass(frozen=True)
class FieldOfView:
    """Angle across the upright picture.

    Attributes:
        fov_deg: None when the file does not say.
        sigma_deg: standard deviation of what is believed about it; None when unknown.
        source: `STATED` (focal length in 35 mm terms), `DERIVED` (from the sensor, or corrected
            for a crop) or `UNKNOWN`.
        focal_35mm: focal length in 35 mm terms that `fov_deg` follows from.
        zoom: digital zoom, 1 for none.
        note: a sentence for the user, or empty.
    """

    fov_deg: Optional[float] = None
    sigma_deg: Optional[float] = None
    source: str = UNKNOWN
    focal_35mm: Optional[float] = None
    zoom: Optional[float] = None
    note: str = ""


def field_of_view(tags: ExifTags, width_px: int, height_px: int) -> FieldOfView:
    """The angle across the upright picture as far as the tags tell.

    Args:
        tags: of the file.
        width_px, height_px: size of the picture as stored, before it is turned upright.

    The 35 mm equivalence is one of diagonals (CIPA DCG-001). Digital zoom counts as contained in
    the 35 mm length and multiplies the true one, as in ExifTool (`CalcScaleFactor35efl`).
    """
    zoom = number(tags.photo.get(ZOOM), 1.0, 100.0)
    shape = max(width_px, height_px) / min(width_px, height_px)
    if tags.photo.get(RENDERED) == _PANORAMA_RENDERED or shape > _LONGEST_SHAPE:
        return FieldOfView(zoom=zoom, note=_SWEEP)
    focal_35mm, log_sigma, source = _focal_35mm(tags, zoom)
    if focal_35mm is None:
        return FieldOfView(zoom=zoom)
    diagonal_px, log_crop, note = _diagonal_of_whole_px(tags, width_px, height_px)
    focal_px = focal_35mm / FILM_DIAGONAL_MM * diagonal_px
    across_px = height_px if tags.orientation in SIDEWAYS else width_px
    fov_deg = 2.0 * math.degrees(math.atan(across_px / 2.0 / focal_px))
    if not NARROWEST_VIEW_DEG <= fov_deg <= WIDEST_PERSPECTIVE_DEG:
        return FieldOfView(
            focal_35mm=focal_35mm,
            zoom=zoom,
            note=f"The field of view of {fov_deg:.0f} degrees that the file gives cannot be used. "
            "Enter the right one.",
        )
    log_sigma = math.hypot(log_sigma, log_crop)
    sigma_deg = math.degrees(log_sigma * math.sin(math.radians(fov_deg)))
    source = DERIVED if note else source
    note = note or (_ULTRA_WIDE if fov_deg > ULTRA_WIDE_DEG else "")
    return FieldOfView(fov_deg, sigma_deg, source, focal_35mm, zoom, note)


def _focal_35mm(tags: ExifTags, zoom: Optional[float]) -> Tuple[Optional[float], float, str]:
    """Focal length in 35 mm terms, its log standard deviation, and where it comes from."""
    focal_35mm = number(tags.photo.get(FOCAL_35MM), 4.0, 2000.0)
    log_zoom = math.log(zoom or 1.0)
    if focal_35mm is not None:
        lens = _LOG_WIDE_LENS if focal_35mm < WIDE_LENS_35MM else 0.0
        log_sigma = math.hypot(_LOG_TAG, 0.3 / focal_35mm, lens, _ZOOM_SPREAD * log_zoom)
        return focal_35mm, log_sigma, STATED
    focal_mm = number(tags.photo.get(FOCAL_MM), 0.5, 2000.0)
    sensor_mm = _sensor_diagonal_mm(tags)
    if focal_mm is None or sensor_mm is None:
        return None, 0.0, UNKNOWN
    focal_35mm = focal_mm * FILM_DIAGONAL_MM / sensor_mm * (zoom or 1.0)
    return focal_35mm, math.hypot(_LOG_SENSOR, _ZOOM_SPREAD * log_zoom), DERIVED


def _sensor_diagonal_mm(tags: ExifTags) -> Optional[float]:
    """Diagonal of the sensor from its pixels per length; None where that cannot be true."""
    recorded = _recorded_px(tags)
    across = number(tags.photo.get(PLANE_X), 1e-3, 1e7)
    if recorded is None or across is None:
        return None
    unit = tags.photo.get(PLANE_UNIT, 2)
    mm = _MM_PER_UNIT.get(unit if isinstance(unit, int) else 0)
    if mm is None:
        return None
    # Pixels are square; sensors range from those of old phones to medium format.
    return number(math.hypot(*recorded) / across * mm, 2.0, 80.0)


def _diagonal_of_whole_px(
    tags: ExifTags, width_px: int, height_px: int
) -> Tuple[float, float, str]:
    """Diagonal that the uncropped picture would have in pixels of this one.

    Returns:
        (diagonal, added log standard deviation, sentence for the user or empty). A crop keeps
        the focal length: the whole picture counts, not what is left of it.
    """
    long_px, short_px = max(width_px, height_px), min(width_px, height_px)
    diagonal_px, shape = math.hypot(long_px, short_px), long_px / short_px
    recorded = _recorded_px(tags)
    if recorded is not None and not _same_shape((width_px, height_px), recorded):
        if _same_shape((height_px, width_px), recorded) and height_px != recorded[1]:
            # Turned by a program that left the record as it was, or cut to stand upright.
            turned = (height_px, width_px) == recorded
            return diagonal_px, 0.0 if turned else _LOG_OTHER_SHAPE, ""
        # Between a cut at full size and one enlarged or reduced until it spans the whole picture.
        smallest = max(width_px / recorded[0], height_px / recorded[1])
        if smallest > 1.0:
            return diagonal_px, _LOG_OTHER_SHAPE, _CROPPED
        log_sigma = max(_LOG_MAYBE_CROPPED, -math.log(smallest) / 2.0)
        return math.hypot(*recorded) * math.sqrt(smallest), log_sigma, _CROPPED
    if min(abs(shape / usual - 1.0) for usual in _CAMERA_SHAPES) > _SAME_SHAPE:
        return diagonal_px, _LOG_OTHER_SHAPE, _CROPPED
    log_sigma = 0.0 if recorded == (width_px, height_px) else _LOG_MAYBE_CROPPED
    if shape > _WIDE_SHAPE:
        # Wide formats are cut from a 4:3 sensor, whose length in 35 mm terms many writers keep.
        sensor_px = math.hypot(long_px, long_px / _SENSOR_SHAPE)
        log_sigma = math.hypot(log_sigma, math.log(sensor_px / diagonal_px))
    return diagonal_px, log_sigma, ""


def _same_shape(size_px: Tuple[float, float], other_px: Tuple[float, float]) -> bool:
    """Whether width over height agree."""
    ratio = size_px[0] * other_px[1] / (size_px[1] * other_px[0])
    return abs(ratio - 1.0) <= _SAME_SHAPE


def _recorded_px(tags: ExifTags) -> Optional[Tuple[float, float]]:
    """Width and height that the camera recorded."""
    width = number(tags.photo.get(WIDTH_PX), 16.0, 1e5)
    height = number(tags.photo.get(HEIGHT_PX), 16.0, 1e5)
    return None if width is None or height is None else (width, height)
