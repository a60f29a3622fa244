"""Photo files that are damaged, lying, too large or none at all: a result or a sentence each."""

import math
import os
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugin.engine import pixels
from plugin.engine.errors import SkymatchError
from plugin.engine.photo import read_photo
from plugin.engine.pixels import UnknownFormat
from tests.engine.fuzz_photo import fuzz, outcome, seeds
from tests.engine.test_photo_heif import HEIC

SEEDS = seeds()


@pytest.fixture
def save(tmp_path):
    def write(picture, name="photo.jpg", **options):
        path = tmp_path / name
        picture.save(path, **options)
        return path

    return write


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"\xff\xd8\xff\xe0" + b"\x00" * 50, b"<svg/>", b"GIF89a"]
)
def test_no_picture_is_refused(tmp_path, content):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(SkymatchError, match="photo.jpg"):
        read_photo(path)


def test_missing_file_and_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(SkymatchError, match="cannot be opened"):
            read_photo(path)


def test_tiny_pictures_are_refused(save):
    with pytest.raises(SkymatchError, match="at least"):
        read_photo(save(Image.new("RGB", (40, 30))))


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_files_cut_anywhere_end_in_a_photo_or_a_sentence(tmp_path, kind):
    """Every length of the header, and steps through the rest."""
    raw = SEEDS[kind]
    path = tmp_path / "photo"
    for length in [*range(0, 64), *range(64, len(raw), max(1, len(raw) // 60))]:
        path.write_bytes(raw[:length])
        assert outcome(path).startswith(("photo", "sentence"))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_files_end_in_a_photo_or_a_sentence(tmp_path, data):
    raw = bytearray(SEEDS[data.draw(st.sampled_from(sorted(SEEDS)))])
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(raw) - 1))
        raw[start : start + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
        raw = raw or bytearray(1)
    path = tmp_path / "photo"
    path.write_bytes(raw)
    outcome(path)


def test_random_damage(capsys):
    assert fuzz(400, seed=11, keep=None) == 0


def big_png(width, height):
    """A valid grey PNG file of any size in few bytes."""

    def chunk(kind, body):
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(bytes(width + 1)) for _ in range(height)) + packer.flush()
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    parts = chunk(b"IHDR", header), chunk(b"IDAT", lines), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("width, height", [(20000, 20000), (12000, 10000), (20000, 6000)])
def test_bombs_are_refused_before_they_are_decoded(tmp_path, monkeypatch, width, height):
    path = tmp_path / "bomb.png"
    path.write_bytes(big_png(width, height))

    def decode(picture):
        raise OSError("the bomb went off")

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", decode)
    with pytest.raises(SkymatchError, match="smaller copy"):
        read_photo(path)


def test_strips_are_refused(save):
    with pytest.raises(SkymatchError, match="strip"):
        read_photo(save(Image.new("RGB", (20000, 80))))


@pytest.mark.parametrize("value", [math.nan, math.inf, 1e308, -1e308, 0.0])
def test_float_pictures_with_anything_in_them(save, value):
    values = np.linspace(-1, 1, 10000, dtype=np.float64).reshape(100, 100).astype(np.float32)
    with np.errstate(over="ignore"):
        values[:50] = np.float32(value)
    photo = read_photo(save(Image.fromarray(values), "photo.tif"))
    assert photo.rgb.shape == (100, 100, 3)


def test_nothing_but_missing_values(save):
    photo = read_photo(save(Image.fromarray(np.full((80, 80), np.nan, np.float32)), "photo.tif"))
    assert photo.rgb.max() == 0


@pytest.mark.parametrize("brand, kind", [(b"heic", "HEIC"), (b"avif", "AVIF")])
def test_formats_without_a_reader_are_named(tmp_path, monkeypatch, brand, kind):
    monkeypatch.setattr(pixels, "known_formats", lambda: ("JPEG", "PNG"))
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(HEIC.replace(b"ftypheic", b"ftyp" + brand))
    with pytest.raises(UnknownFormat, match=f"{kind} format.*Export it as JPEG"):
        read_photo(path)


def test_programs_are_not_run(tmp_path):
    """Pillow hands PostScript to Ghostscript; a photo never is one."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n")
    with pytest.raises(UnknownFormat):
        read_photo(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_files_without_permission_are_refused(save):
    path = save(Image.new("RGB", (160, 120)))
    path.chmod(0)
    with pytest.raises(SkymatchError, match="may be read"):
        read_photo(path)


def test_permission_errors_become_sentences(save, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(SkymatchError, match="cannot be opened: Permission denied"):
        read_photo(save(Image.new("RGB", (160, 120))))


def test_names_that_cannot_be_files(tmp_path):
    with pytest.raises(SkymatchError, match="cannot be opened"):
        read_photo(tmp_path / "nul\0l.jpg")
