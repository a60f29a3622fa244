"""Photos in formats that only QGIS can read, and what is said when it cannot either."""

import hashlib

import numpy as np
import pytest
from osgeo import gdal
from PIL import Image
from qgis.PyQt.QtGui import QImage

from plugin.engine import pixels
from plugin.engine.errors import SkymatchError
from plugin.engine.photo import read_photo
from plugin.engine.pixels import UnknownFormat
from plugin.imagery import photo_file
from plugin.imagery.photo_file import read_photo_file
from tests.engine.test_photo_heif import HEIC, without


def corners(rgb):
    return [tuple(int(v) // 128 for v in rgb[r, c]) for r in (5, -6) for c in (5, -6)]


QUARTERS = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]


@pytest.fixture
def without_pillow(monkeypatch):
    """As if no HEIC plugin for Pillow were installed."""
    plain = ("JPEG", "PNG", "TIFF", "WEBP")
    monkeypatch.setattr(pixels, "known_formats", lambda: plain)


@pytest.mark.usefixtures("without_pillow")
def test_heic_of_a_phone_by_gdal(tmp_path):
    if gdal.GetDriverByName("HEIF") is None:
        pytest.skip("this GDAL has no HEIF driver")
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(HEIC)
    photo = read_photo_file(path)
    assert photo.rgb.shape == (96, 72, 3)
    assert corners(photo.rgb) == QUARTERS
    assert photo.sha256 == hashlib.sha256(HEIC).hexdigest()
    assert photo.metadata.orientation == 1
    assert photo.metadata.fov_deg == pytest.approx(53.1, abs=0.1)


@pytest.mark.usefixtures("without_pillow")
def test_what_ends_decoders_does_not_reach_them(tmp_path, monkeypatch):
    """libheif 1.15 ends the program over items that are not in the file."""
    monkeypatch.setattr(photo_file, "_by_gdal", lambda name, content: pytest.fail("decoded"))
    path = tmp_path / "photo.heic"
    for content in (HEIC[:-1], without(HEIC, 0x5A)):
        path.write_bytes(content)
        with pytest.raises(SkymatchError, match="damaged"):
            read_photo_file(path)


@pytest.mark.usefixtures("without_pillow")
@pytest.mark.parametrize("length", [12, 40, 200, 450, 500, 540])
def test_damaged_heic_ends_in_a_photo_or_a_sentence(tmp_path, length):
    path = tmp_path / "photo.heic"
    path.write_bytes(HEIC[:length])
    try:
        assert read_photo_file(path).rgb.shape == (96, 72, 3)
    except SkymatchError as sentence:
        assert "HEIC format" in str(sentence) or "damaged" in str(sentence)


@pytest.mark.usefixtures("without_pillow")
def test_heic_without_any_reader_names_the_next_step(tmp_path, monkeypatch):
    monkeypatch.setattr(photo_file, "_GDAL_DRIVERS", ())
    monkeypatch.setattr(photo_file.QImageReader, "size", lambda reader: photo_file.QSize())
    path = tmp_path / "photo.heic"
    path.write_bytes(HEIC)
    with pytest.raises(SkymatchError, match="HEIC format.*Export it as JPEG"):
        read_photo_file(path)


def quarters(width, height):
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = (255, 0, 0)
    rgb[: height // 2, width // 2 :] = (0, 255, 0)
    rgb[height // 2 :, : width // 2] = (0, 0, 255)
    rgb[height // 2 :, width // 2 :] = 255
    return rgb


@pytest.mark.parametrize("width, height", [(161, 120), (4001, 300)])
def test_what_only_qt_reads(tmp_path, width, height):
    """PPM is a format of Qt that the engine does not take; odd widths have padded lines."""
    path = tmp_path / "photo.ppm"
    Image.fromarray(quarters(width, height)).save(path)
    with pytest.raises(UnknownFormat):
        read_photo(path)
    photo = read_photo_file(path)
    assert max(photo.rgb.shape) == min(max(width, height), pixels.LONGEST_SIDE_PX)
    assert corners(photo.rgb) == QUARTERS


def test_common_files_take_the_same_way_as_in_the_engine(tmp_path):
    path = tmp_path / "photo.jpg"
    Image.fromarray(quarters(160, 120)).save(path)
    assert np.array_equal(read_photo_file(path).rgb, read_photo(path).rgb)


def test_sizes_are_checked_before_qt_decodes(tmp_path, monkeypatch):
    monkeypatch.setattr(photo_file.QImageReader, "read", lambda reader: pytest.fail("decoded"))
    for size, sentence in ((b"20000 20000", "smaller copy"), (b"20 20", "at least")):
        path = tmp_path / "photo.ppm"
        path.write_bytes(b"P6 " + size + b" 255\n" + b"\x00" * 99)
        with pytest.raises(SkymatchError, match=sentence):
            read_photo_file(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>",
        b"P6 200 200 255\n1",
    ],
)
def test_no_pictures_are_refused(tmp_path, content):
    path = tmp_path / "photo.bin"
    path.write_bytes(content)
    with pytest.raises(SkymatchError, match="photo.bin.*Export it as JPEG"):
        read_photo_file(path)


def test_missing_files_are_refused(tmp_path):
    with pytest.raises(SkymatchError, match="cannot be opened"):
        read_photo_file(tmp_path / "none.heic")


def test_lines_of_a_qt_image_lose_their_padding():
    image = QImage(5, 3, QImage.Format.Format_RGB888)
    image.fill(0)
    image.setPixel(4, 2, 0xFF0A141E)
    rgb = photo_file._rgb(image)
    assert rgb.shape == (3, 5, 3) and tuple(rgb[2, 4]) == (10, 20, 30) and rgb.sum() == 60
