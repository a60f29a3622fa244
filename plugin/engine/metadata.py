"""What a photo file says about its camera, its place and its time."""

from dataclasses import dataclass, replace
from typing import Optional, Tuple

from PIL import Image

from .camera import EQUIRECTANGULAR
from .exif import ExifTags, read_exif
from .field_of_view import DERIVED, STATED, UNKNOWN, FieldOfView, field_of_view
from .gpano import Panorama, read_panorama, xmp_text

# Standard deviation of a panorama's angle as a share of it: exact as stated, rough once cut.
_LOG_STATED, _LOG_CUT = 0.005, 0.1
_WORTH_SAYING_DEG = 1.0
_CUT_PANORAMA = (
    "The panorama was cut after it was made; its field of view is an estimate, and its horizon "
    "may lie anywhere."
)
_OTHER_PANORAMA = (
    "The file calls itself a panorama, but not an equirectangular one. Export it as "
    "equirectangular, or cut a narrow part out of it."
)


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
        fov_sigma_deg: standard deviation of what is believed about `fov_deg`.
        fov_source: `STATED`, `DERIVED` or `UNKNOWN` of `field_of_view`.
        zoom: digital zoom, 1 for none.
        lens: maker and model.
        focal_35mm: focal length in 35 mm terms.
        heading_reference: "true" or "magnetic" north, empty when not said.
        pitch_deg, roll_deg: tilt of a panorama as its tags state it; positive looks up and leans
            to the right.
        notes: sentences for the user about what in the file is doubtful.
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
    fov_sigma_deg: Optional[float] = None
    fov_source: str = UNKNOWN
    zoom: Optional[float] = None
    lens: str = ""
    focal_35mm: Optional[float] = None
    heading_reference: str = ""
    pitch_deg: Optional[float] = None
    roll_deg: Optional[float] = None
    notes: Tuple[str, ...] = ()


def read_metadata(picture: Image.Image) -> PhotoMetadata:
    """Collect what an opened picture says about itself; never raises for broken tags."""
    return metadata_of(read_exif(picture), xmp_text(picture), *picture.size)


def metadata_of(tags: ExifTags, xmp: str, width_px: int, height_px: int) -> PhotoMetadata:
    """The same from tags and XMP that were read elsewhere.

    Args:
        tags: EXIF of the file.
        xmp: its XMP packets as text, empty for none.
        width_px, height_px: size of the picture as stored.
    """
    pano = read_panorama(xmp, width_px, height_px)
    described = pano is not None and pano.projection == EQUIRECTANGULAR
    fov = FieldOfView() if described else field_of_view(tags, width_px, height_px)
    lon, lat = tags.lon_lat
    said = PhotoMetadata(
        fov_deg=fov.fov_deg,
        heading_deg=tags.heading_deg,
        lon=lon,
        lat=lat,
        orientation=tags.orientation,
        taken=tags.taken,
        camera=tags.camera,
        fov_sigma_deg=fov.sigma_deg,
        fov_source=fov.source,
        zoom=fov.zoom,
        lens=tags.lens,
        focal_35mm=fov.focal_35mm,
        heading_reference=tags.heading_reference,
        notes=(fov.note,) if fov.note else (),
    )
    if pano is None:
        return said
    return _with_panorama(said, pano) if described else replace(said, notes=(_OTHER_PANORAMA,))


def _with_panorama(said: PhotoMetadata, pano: Panorama) -> PhotoMetadata:
    """Panorama tags win over those of the lens."""
    if pano.heading_deg is not None:
        said = replace(said, heading_deg=pano.heading_deg, heading_reference="")
    if pano.fov_deg is not None:
        spread = _LOG_CUT if pano.cropped_later else _LOG_STATED
        said = replace(
            said,
            fov_deg=pano.fov_deg,
            fov_sigma_deg=spread * pano.fov_deg,
            fov_source=DERIVED if pano.cropped_later else STATED,
        )
    notes = [_CUT_PANORAMA] if pano.cropped_later else []
    if max(abs(pano.pitch_deg or 0.0), abs(pano.roll_deg or 0.0)) > _WORTH_SAYING_DEG:
        notes.append(
            f"The file says that the panorama is tilted by {pano.pitch_deg or 0.0:.1f} degrees "
            f"and leans by {pano.roll_deg or 0.0:.1f} degrees. It is taken as level; level it in "
            "the program that made it when the result looks wrong."
        )
    return replace(
        said,
        projection=EQUIRECTANGULAR,
        vfov_deg=pano.vfov_deg,
        horizon=pano.horizon,
        pitch_deg=pano.pitch_deg,
        roll_deg=pano.roll_deg,
        notes=tuple(notes),
    )
