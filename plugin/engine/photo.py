"""Reading a photo: pixels the right way up, and the camera that took it."""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from .camera import EQUIRECTANGULAR, PERSPECTIVE, Camera, default_vfov_deg
from .errors import SkymatchError
from .metadata import PhotoMetadata, read_metadata

DEFAULT_FOV_DEG = 65.0
HAND_HELD_HEIGHT_M = 1.6
VEHICLE_HEIGHT_M = 2.5

LONGEST_SIDE_PX = 2048
SMALLEST_SIDE_PX = 64
LARGEST_FILE_BYTES = 200_000_000
LARGEST_PICTURE_PX = 400_000_000

_TURNS = {
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_270,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_90,
}


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
    """Read a JPEG, PNG, TIFF or WebP file. Raises SkymatchError with the next step."""
    content = _read_bytes(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content)) as picture:
                metadata = read_metadata(picture)
                rgb = _upright_rgb(picture, metadata.orientation, path.name)
        except (UnidentifiedImageError, Image.DecompressionBombError) as error:
            raise SkymatchError(
                f"{path.name} is no picture that can be read. Give a JPEG, PNG, TIFF or WebP file."
            ) from error
        except (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError) as error:
            raise SkymatchError(
                f"{path.name} is damaged and cannot be read to its end. "
                "Export it again from the original, or give another photo."
            ) from error
    return Photo(path.name, hashlib.sha256(content).hexdigest(), rgb, metadata)


def camera_of(
    photo: Photo,
    fov_deg: Optional[float] = None,
    horizon: Optional[float] = None,
    height_m: Optional[float] = None,
    projection: Optional[str] = None,
    vfov_deg: Optional[float] = None,
) -> Camera:
    """The camera of a photo: what the caller states, else what the file says, else defaults.

    Defaults: a level camera; 65 degrees across for a photo and 360 for a panorama; 1.6 m above
    the ground for a photo (in the hand) and 2.5 m for a panorama (on a vehicle).
    """
    height_px, width_px = photo.rgb.shape[:2]
    said = photo.metadata
    if projection is None:
        projection = said.projection or _likely_projection(width_px, height_px)
    if horizon is None:
        horizon = 0.5 if said.horizon is None else said.horizon
    if projection == PERSPECTIVE:
        fov_deg = fov_deg or said.fov_deg or DEFAULT_FOV_DEG
        return Camera(PERSPECTIVE, fov_deg, 0.0, horizon, height_m or HAND_HELD_HEIGHT_M)
    described = said.projection == EQUIRECTANGULAR
    fov_deg = fov_deg or (said.fov_deg if described else None) or 360.0
    vfov_deg = vfov_deg or (said.vfov_deg if described else None)
    vfov_deg = vfov_deg or default_vfov_deg(fov_deg, width_px, height_px)
    return Camera(EQUIRECTANGULAR, fov_deg, vfov_deg, horizon, height_m or VEHICLE_HEIGHT_M)


def _likely_projection(width_px: int, height_px: int) -> str:
    """Full panoramas are exactly twice as wide as high; cameras do not make that format."""
    return EQUIRECTANGULAR if abs(width_px - 2 * height_px) <= 2 else PERSPECTIVE


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise SkymatchError(
                f"{path.name} is larger than {LARGEST_FILE_BYTES // 1_000_000} MB. "
                "Export a smaller copy; 2048 pixels across are enough."
            )
        return path.read_bytes()
    except OSError as error:
        raise SkymatchError(
            f"{path.name} cannot be opened: {error.strerror or error}. "
            "Check that the file is there and may be read."
        ) from error


def _upright_rgb(picture: Image.Image, orientation: int, name: str) -> NDArray[np.uint8]:
    """Pixels with the EXIF orientation applied, reduced to a working size."""
    if picture.width * picture.height > LARGEST_PICTURE_PX:
        raise SkymatchError(
            f"{name} has {picture.width} x {picture.height} pixels. "
            "Export a smaller copy; 2048 pixels across are enough."
        )
    if min(picture.size) < SMALLEST_SIDE_PX:
        raise SkymatchError(
            f"{name} is only {picture.width} x {picture.height} pixels. "
            f"Give a photo of at least {SMALLEST_SIDE_PX} pixels on each side."
        )
    picture.draft("RGB", (LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    rgb = _eight_bit_rgb(picture)
    rgb.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.LANCZOS)
    if orientation in _TURNS:
        rgb = rgb.transpose(_TURNS[orientation])
    return np.asarray(rgb, dtype=np.uint8)


def _eight_bit_rgb(picture: Image.Image) -> Image.Image:
    """RGB of any mode; 16-bit grey is scaled instead of clipped, transparency turns grey."""
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float32)
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        scaled = (np.nan_to_num(values, nan=low) - low) * (255.0 / max(high - low, 1e-6))
        grey = Image.fromarray(scaled.astype(np.uint8))
        grey.info.update(picture.info)
        return grey.convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        backdrop = Image.new("RGBA", rgba.size, (124, 116, 104, 255))
        return Image.alpha_composite(backdrop, rgba).convert("RGB")
    return picture.convert("RGB")
