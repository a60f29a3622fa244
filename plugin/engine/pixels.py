"""Decoding a picture file into upright 8-bit RGB of a working size, within bounded memory."""

import struct
import warnings
import zlib
from functools import lru_cache
from importlib import import_module
from io import BytesIO
from typing import Any, Callable, Tuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from .errors import SkymatchError
from .heif import is_heif, is_whole

LONGEST_SIDE_PX = 2048
SMALLEST_SIDE_PX = 64
LONGEST_SHAPE = 20.0
# Measured for a picture of this many pixels that has to be decoded at full size: 1 GB at most.
LARGEST_DECODED_PX = 64_000_000

_REDUCED_WHILE_DECODED = ("JPEG", "MPO")
FORMATS = ("JPEG", "MPO", "PNG", "TIFF", "WEBP", "GIF", "BMP", "HEIF", "AVIF")

_OPENERS = (
    ("pillow_heif", "register_heif_opener"),
    ("pi_heif", "register_heif_opener"),
    ("pillow_avif", ""),
)
# Brands of ISO/IEC 23008-12 and of the AV1 image file format.
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF = (b"avif", b"avis")
_BACKDROP = (124, 116, 104, 255)
_WITH_ALPHA = ("RGBA", "LA", "PA", "La", "RGBa")
_TURNS = {
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_270,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_90,
}
_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    zlib.error,
)

Found = TypeVar("Found")


class UnknownFormat(SkymatchError):
    """The file is no picture of a format that can be read here."""


def open_picture(name: str, content: bytes, read: Callable[[Image.Image], Found]) -> Found:
    """What `read` makes of a picture file.

    Args:
        name: of the file, for sentences.
        content: its bytes.
        read: gets the opened picture, whose pixels are not decoded yet.

    Raises:
        UnknownFormat: none of the readers knows it.
        SkymatchError: it is damaged or too large.
    """
    if is_heif(content) and not is_whole(content):
        raise SkymatchError(_damaged(name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=known_formats()) as picture:
                if picture.format not in _REDUCED_WHILE_DECODED:
                    _refuse_pixels(name, *picture.size)
                return read(picture)
        except UnidentifiedImageError as error:
            raise UnknownFormat(unknown_format_sentence(name, content)) from error
        except (Image.DecompressionBombError, MemoryError) as error:
            raise SkymatchError(
                f"{name} has more pixels than can be read safely. "
                "Export a smaller copy; 2048 pixels across are enough."
            ) from error
        except _DAMAGE as error:
            raise SkymatchError(_damaged(name)) from error


def upright_rgb(picture: Image.Image, orientation: int, name: str) -> NDArray[np.uint8]:
    """Pixels of an opened picture: (height, width, 3), longest side at most `LONGEST_SIDE_PX`.

    Args:
        picture: opened by `open_picture`; of several frames, the one it stands at.
        orientation: as in EXIF, 1 to 8.
        name: of the file, for sentences.

    Raises:
        SkymatchError: too small, too long or too large.
    """
    refuse_shape(name, *picture.size)
    picture.draft("RGB", (LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    _refuse_pixels(name, *picture.size)
    rgb = _eight_bit_rgb(picture)
    rgb.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.LANCZOS)
    if orientation in _TURNS:
        rgb = rgb.transpose(_TURNS[orientation])
    return np.asarray(rgb, dtype=np.uint8)


def refuse_size(name: str, width_px: int, height_px: int) -> None:
    """Refuse what is too small, too long or, decoded at full size, too large."""
    refuse_shape(name, width_px, height_px)
    _refuse_pixels(name, width_px, height_px)


def refuse_shape(name: str, width_px: int, height_px: int) -> None:
    """Refuse what is too small or too long to show the ground."""
    if min(width_px, height_px) < SMALLEST_SIDE_PX:
        raise SkymatchError(
            f"{name} is only {width_px} x {height_px} pixels. "
            f"Give a photo of at least {SMALLEST_SIDE_PX} pixels on each side."
        )
    if max(width_px, height_px) > LONGEST_SHAPE * min(width_px, height_px):
        raise SkymatchError(
            f"{name} is a strip of {width_px} x {height_px} pixels. "
            "Give a photo or a panorama that is less stretched."
        )


def working_size(width_px: int, height_px: int) -> Tuple[int, int]:
    """Width and height with the longest side reduced to `LONGEST_SIDE_PX` where it is longer."""
    scale = min(1.0, LONGEST_SIDE_PX / max(width_px, height_px))
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))


def _damaged(name: str) -> str:
    return (
        f"{name} is damaged and cannot be read to its end. "
        "Export it again from the original, or give another photo."
    )


def unknown_format_sentence(name: str, content: bytes) -> str:
    """What to do about a file that no reader knows."""
    brand = content[8:12] if content[4:8] == b"ftyp" else b""
    if brand in _HEIC or brand in _AVIF:
        kind = "HEIC" if brand in _HEIC else "AVIF"
        return (
            f"{name} is a photo in the {kind} format, which cannot be read here or is damaged. "
            "Export it as JPEG and give that."
        )
    return f"{name} is no picture that can be read here. Export it as JPEG and give that."


def _refuse_pixels(name: str, width_px: int, height_px: int) -> None:
    if width_px * height_px > LARGEST_DECODED_PX:
        raise SkymatchError(
            f"{name} has {width_px} x {height_px} pixels. "
            "Export a smaller copy; 2048 pixels across are enough."
        )


@lru_cache(maxsize=1)
def known_formats() -> Tuple[str, ...]:
    """Those of `FORMATS` that Pillow reads here, with the help of what is installed beside it."""
    Image.init()
    for module, opener in _OPENERS:
        try:
            found: Any = import_module(module)
        except ImportError:
            continue
        if opener:
            getattr(found, opener)()
    return tuple(name for name in FORMATS if name in Image.OPEN)


def _eight_bit_rgb(picture: Image.Image) -> Image.Image:
    """RGB of any mode; deep grey is scaled instead of clipped, transparency turns grey."""
    if picture.mode.startswith(("I", "F")):
        return _scaled_grey(picture)
    if picture.mode in _WITH_ALPHA or "transparency" in picture.info:
        rgba = _in_mode(picture, "RGBA")
        rgba.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.LANCZOS)
        backdrop = Image.new("RGBA", rgba.size, _BACKDROP)
        return Image.alpha_composite(backdrop, rgba).convert("RGB")
    return _in_mode(picture, "RGB")


def _in_mode(picture: Image.Image, mode: str) -> Image.Image:
    """The picture itself where it has the mode already: a large one is not copied."""
    return picture if picture.mode == mode else picture.convert(mode)


def _scaled_grey(picture: Image.Image) -> Image.Image:
    """Its darkest value black, its brightest white."""
    shrink = -(-max(picture.size) // (2 * LONGEST_SIDE_PX))
    if shrink > 1:
        size = picture.width // shrink, picture.height // shrink
        picture = picture.resize(size, Image.NEAREST)
    values = np.asarray(picture).astype(np.float64)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    shown = np.nan_to_num(values, nan=low, posinf=high, neginf=low) / 2.0 - low / 2.0
    grey = shown * (255.0 / max(high / 2.0 - low / 2.0, 1e-12))
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).convert("RGB")
