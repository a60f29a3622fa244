"""Photos in formats that QGIS brings readers for: HEIC, AVIF, JPEG XL and what Qt knows."""

from pathlib import Path
from typing import Callable, Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QImage, QImageReader

from ..engine.photo import Photo, photo_of, read_bytes, read_photo
from ..engine.pixels import UnknownFormat, refuse_size, working_size

_GDAL_DRIVERS = ("HEIF", "AVIF", "JPEGXL", "JP2OpenJPEG")
_DRAWINGS = ("svg", "svgz", "pdf")
_LARGEST_QT_MB = 512

Decoded = Tuple[NDArray[np.uint8], Tuple[int, int]]


def read_photo_file(path: Path) -> Photo:
    """Read a photo with the engine's own reader, else with GDAL, else with Qt.

    Raises:
        SkymatchError: none of them can; the sentence names the next step.
    """
    try:
        return read_photo(path)
    except UnknownFormat as unknown:
        content = read_bytes(path)
        readers: Tuple[Callable[[str, bytes], Optional[Decoded]], ...] = (_by_gdal, _by_qt)
        for reader in readers:
            decoded = reader(path.name, content)
            if decoded is not None:
                rgb, size_px = decoded
                return photo_of(path.name, content, rgb, size_px)
        raise unknown


def _by_gdal(name: str, content: bytes) -> Optional[Decoded]:
    """Upright pixels and full size; None when GDAL cannot."""
    drivers = [driver for driver in _GDAL_DRIVERS if gdal.GetDriverByName(driver) is not None]
    if not drivers:
        return None
    memory_file = f"/vsimem/skymatch-photo-{id(content)}"
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.FileFromMemBuffer(memory_file, content)
        picture = gdal.OpenEx(memory_file, gdal.OF_RASTER, allowed_drivers=drivers)
        if picture is None:
            return None
        full_px = picture.RasterXSize, picture.RasterYSize
        refuse_size(name, *full_px)
        width_px, height_px = working_size(*full_px)
        bands = [1, 2, 3] if picture.RasterCount >= 3 else [1, 1, 1]
        rgb = picture.ReadAsArray(
            buf_xsize=width_px,
            buf_ysize=height_px,
            buf_type=gdal.GDT_Byte,
            resample_alg=gdal.GRIORA_Average,
            band_list=bands,
        )
    except RuntimeError:  # raised instead of None where a program has called gdal.UseExceptions()
        return None
    finally:
        gdal.Unlink(memory_file)
        gdal.PopErrorHandler()
    return None if rgb is None else (np.ascontiguousarray(rgb.transpose(1, 2, 0)), full_px)


def _by_qt(name: str, content: bytes) -> Optional[Decoded]:
    """Upright pixels and full size; None when Qt cannot."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if hasattr(reader, "setAllocationLimit"):  # Qt 6, whose own limit is 256 MB
        reader.setAllocationLimit(_LARGEST_QT_MB)
    size = reader.size()
    kind = bytes(reader.format()).decode("ascii", "replace").lower()
    if kind in _DRAWINGS or not size.isValid():
        return None
    refuse_size(name, size.width(), size.height())
    reader.setScaledSize(QSize(*working_size(size.width(), size.height())))
    image = reader.read()
    if image.isNull():
        return None
    full_px = size.width(), size.height()
    if (image.width() > image.height()) != (full_px[0] > full_px[1]):
        full_px = full_px[1], full_px[0]
    return _rgb(image), full_px


def _rgb(image: QImage) -> NDArray[np.uint8]:
    """(height, width, 3) of a Qt image; its lines are padded to four bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    stride = plain.bytesPerLine()
    pixels = plain.constBits().asstring(stride * plain.height())
    lines = np.frombuffer(pixels, np.uint8).reshape(plain.height(), stride)
    return lines[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
