"""Reading a photo: pixels the right way up, and the camera that took it."""

import hashlib
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .camera import (
    EQUIRECTANGULAR,
    NARROWEST_VIEW_DEG,
    PERSPECTIVE,
    Camera,
    default_vfov_deg,
)
from .errors import SkymatchError
from .exif import ORIENTATION, exif_inside
from .fisheye import straightened
from .gpano import xmp_inside
from .metadata import PhotoMetadata, metadata_of, read_metadata
from .pixels import LONGEST_SIDE_PX, open_picture, refuse_shape, upright_rgb

__all__ = ["LONGEST_SIDE_PX", "Photo", "camera_of", "photo_of", "read_photo"]

DEFAULT_FOV_DEG = 65.0
HAND_HELD_HEIGHT_M = 1.6
VEHICLE_HEIGHT_M = 2.5

LARGEST_FILE_BYTES = 200_000_000

_FRAMES = "The file holds several pictures; the first one is used."


@dataclass(frozen=True)
class Photo:
    """A photo, upright.

    Attributes:
        name: file name without folder.
        sha256: of the file's bytes.
        rgb: (height, width, 3) uint8, longest side at most `LONGEST_SIDE_PX`.
        metadata: what the file says about itself.
    """

    name: str
    sha256: str
    rgb: NDArray[np.uint8]
    metadata: PhotoMetadata


def read_photo(path: Path) -> Photo:
    """Read a JPEG, PNG, TIFF, WebP, GIF or BMP file; HEIC and AVIF where Pillow can.

    Raises:
        UnknownFormat: no reader knows the format; other means may, see `photo_of`.
        SkymatchError: the file is missing, damaged or unfit; the sentence names the next step.
    """
    content = read_bytes(path)

    def read(picture: Image.Image) -> Tuple[NDArray[np.uint8], PhotoMetadata]:
        said = read_metadata(picture)
        if getattr(picture, "is_animated", False) and picture.format != "MPO":
            said = replace(said, notes=(*said.notes, _FRAMES))
        return upright_rgb(picture, said.orientation, path.name), said

    rgb, said = open_picture(path.name, content, read)
    return _photo(path.name, content, rgb, said)


def photo_of(name: str, content: bytes, rgb: NDArray[np.uint8], size_px: Tuple[int, int]) -> Photo:
    """A photo whose pixels were decoded elsewhere.

    Args:
        name: of the file.
        content: its bytes; what it says about itself is taken from them where it can be found.
        rgb: (height, width, 3), upright, longest side at most `LONGEST_SIDE_PX`.
        size_px: (width, height) of the upright picture before it was reduced.
    """
    refuse_shape(name, rgb.shape[1], rgb.shape[0])
    tags = exif_inside(content)
    tags = replace(tags, main={**tags.main, ORIENTATION: 1})
    return _photo(name, content, rgb, metadata_of(tags, xmp_inside(content), *size_px))


def read_bytes(path: Path) -> bytes:
    """All of a file. Raises SkymatchError when it cannot be opened or is too large."""
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise SkymatchError(
                f"{path.name} is larger than {LARGEST_FILE_BYTES // 1_000_000} MB. "
                "Export a smaller copy; 2048 pixels across are enough."
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SkymatchError(
            f"{path.name} cannot be opened: {reason}. Check that the file is there and may be read."
        ) from error


def camera_of(
    photo: Photo,
    fov_deg: Optional[float] = None,
    horizon: Optional[float] = None,
    height_m: Optional[float] = None,
    projection: Optional[str] = None,
    vfov_deg: Optional[float] = None,
) -> Camera:
    """The camera of a photo: what the caller states, else what the file says, else defaults.

    Defaults: a level camera; 65 degrees along the longer side for a photo and 360 across for a
    panorama; 1.6 m above the ground for a photo (in the hand) and 2.5 m for a panorama (on a
    vehicle).
    """
    height_px, width_px = photo.rgb.shape[:2]
    said = photo.metadata
    if projection is None:
        projection = said.projection or _likely_projection(width_px, height_px)
    if horizon is None:
        horizon = 0.5 if said.horizon is None else said.horizon
    if projection == PERSPECTIVE:
        described = said.projection is None
        fov_deg = fov_deg or (said.fov_deg if described else None)
        fov_deg = fov_deg or default_fov_deg(width_px, height_px)
        return Camera(PERSPECTIVE, fov_deg, 0.0, horizon, height_m or HAND_HELD_HEIGHT_M)
    described = said.projection == EQUIRECTANGULAR
    fov_deg = fov_deg or (said.fov_deg if described else None) or 360.0
    vfov_deg = vfov_deg or (said.vfov_deg if described else None)
    vfov_deg = vfov_deg or default_vfov_deg(fov_deg, width_px, height_px)
    return Camera(EQUIRECTANGULAR, fov_deg, vfov_deg, horizon, height_m or VEHICLE_HEIGHT_M)


def default_fov_deg(width_px: int, height_px: int) -> float:
    """Angle across the width when 65 degrees fall on the longer side, as with most phones."""
    across = math.tan(math.radians(DEFAULT_FOV_DEG) / 2.0) * min(1.0, width_px / height_px)
    return max(NARROWEST_VIEW_DEG, 2.0 * math.degrees(math.atan(across)))


def _likely_projection(width_px: int, height_px: int) -> str:
    """Full panoramas are exactly twice as wide as high; cameras do not make that format."""
    return EQUIRECTANGULAR if abs(width_px - 2 * height_px) <= 2 else PERSPECTIVE


def _photo(name: str, content: bytes, rgb: NDArray[np.uint8], said: PhotoMetadata) -> Photo:
    rgb, said = straightened(rgb, said, content, name)
    return Photo(name, hashlib.sha256(content).hexdigest(), rgb, said)
