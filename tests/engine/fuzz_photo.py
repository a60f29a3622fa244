"""Damages photo files at random and reads them: python tests/engine/fuzz_photo.py --inputs 20000

Every input has to end in a photo with a camera or in a sentence. Inputs that do not, and those
that take long, are kept in the folder given by --keep. With --atheris, and atheris installed, the
inputs are guided by coverage instead.
"""

import argparse
import collections
import io
import random
import struct
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plugin.engine.errors import SkymatchError
from plugin.engine.photo import camera_of, read_photo
from plugin.engine.pixels import known_formats

SLOW_S = 5.0
EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
GPANO = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description '
    b'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" '
    b'GPano:ProjectionType="equirectangular" GPano:PoseHeadingDegrees="350.5" '
    b'GPano:PosePitchDegrees="3" GPano:FullPanoWidthPixels="192" '
    b'GPano:FullPanoHeightPixels="96" GPano:CroppedAreaImageWidthPixels="96" '
    b'GPano:CroppedAreaImageHeightPixels="72" GPano:CroppedAreaLeftPixels="10" '
    b'GPano:CroppedAreaTopPixels="12"/></x:xmpmeta>'
)


def exif_of(orientation=6):
    """Tags that lead through every branch of the reader."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "GoPro", "HERO", orientation
    exif[0x8769] = {
        0x9003: "2024:05:01 10:20:30",
        0x920A: 4.25,
        0xA002: 96,
        0xA003: 72,
        0xA20E: 5000.0,
        0xA210: 3,
        0xA404: 1.5,
        0xA405: 26,
        0xA434: "Wide 26mm",
    }
    exif[0x8825] = {1: "S", 2: (33.0, 30.0, 36.0), 3: "E", 4: (151.0, 0.0, 0.0), 16: "M", 17: 9.5}
    return exif


def with_segments(jpeg, *segments):
    """A JPEG file with application segments 1 put in front."""
    parts = [b"\xff\xe1" + struct.pack(">H", len(s) + 2) + s for s in segments]
    return jpeg[:2] + b"".join(parts) + jpeg[2:]


def seeds():
    """Small valid files of every format, by name."""
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 256, (72, 96, 3), dtype=np.uint8)
    picture, other = Image.fromarray(noise), Image.fromarray(255 - noise)
    deep = Image.fromarray(rng.integers(0, 65535, (72, 96), dtype=np.uint16))
    inside = np.hypot(*np.meshgrid(np.arange(96) - 48, np.arange(96) - 48)) < 46
    disc = Image.fromarray(np.where(inside, 200, 0).astype(np.uint8))
    exif = exif_of()

    def saved(image, kind, **options):
        target = io.BytesIO()
        image.copy().save(target, kind, **options)  # saving leaves settings in the picture
        return target.getvalue()

    plain = saved(picture, "JPEG", exif=exif)
    xmp = b"http://ns.adobe.com/xap/1.0/\x00" + GPANO
    more = b"http://ns.adobe.com/xmp/extension/\x00" + b"A" * 32 + struct.pack(">II", 9, 0) + GPANO
    found = {
        "jpeg": plain,
        "jpeg xmp": with_segments(saved(picture, "JPEG"), xmp, more),
        "jpeg progressive": saved(picture, "JPEG", progressive=True, exif=exif),
        "jpeg cmyk": saved(picture.convert("CMYK"), "JPEG", exif=exif),
        "jpeg grey": saved(picture.convert("L"), "JPEG"),
        "jpeg fisheye": saved(disc, "JPEG"),
        "mpo": saved(picture, "MPO", save_all=True, append_images=[other.copy()]),
        "png": saved(picture, "PNG", exif=exif),
        "png palette": saved(picture.convert("P"), "PNG", transparency=3),
        "png alpha": saved(picture.convert("RGBA"), "PNG"),
        "png deep": saved(deep, "PNG"),
        "png bit": saved(picture.convert("1"), "PNG"),
        "apng": saved(picture, "PNG", save_all=True, append_images=[other.copy()]),
        "gif": saved(picture, "GIF", save_all=True, append_images=[other.copy()]),
        "bmp": saved(picture, "BMP"),
        "webp": saved(picture, "WEBP", exif=exif, xmp=GPANO),
        "webp lossless": saved(picture, "WEBP", lossless=True),
        "webp animated": saved(picture, "WEBP", save_all=True, append_images=[other.copy()]),
        "tiff deep": saved(deep, "TIFF"),
        "tiff float": saved(Image.fromarray(noise[..., 0].astype(np.float32)), "TIFF"),
        "tiff pages": saved(picture, "TIFF", save_all=True, append_images=[other.copy()]),
    }
    for kind in {"HEIF", "AVIF"}.intersection(known_formats(), Image.SAVE):
        found[kind.lower()] = saved(picture, kind, exif=exif.tobytes())
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"):
        found[f"tiff {compression}"] = saved(picture, "TIFF", compression=compression)
    return found


def damaged(raw, others, chance):
    """A copy with a few random changes, most of them small."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data)) if data else 0
        # Headers are short and decide most.
        at = min(at, chance.randrange(1, 400)) if chance.random() < 0.5 and data else at
        at = min(at, max(0, len(data) - 1))
        kind = chance.random()
        if not data:
            break
        if kind < 0.3:
            data[at] = chance.randrange(256)
        elif kind < 0.45:
            data[at] ^= 1 << chance.randrange(8)
        elif kind < 0.65:
            form = chance.choice(("<H", ">H", "<I", ">I"))
            limit = 0xFFFF if form[1] == "H" else 0xFFFFFFFF
            packed = struct.pack(form, chance.choice(EXTREMES) & limit)
            data[at : at + len(packed)] = packed
        elif kind < 0.75:
            del data[at : at + chance.randint(1, 64)]
        elif kind < 0.85:
            data[at:at] = data[at : at + chance.randint(1, 64)]
        elif kind < 0.92:
            donor = chance.choice(others)
            start = chance.randrange(len(donor))
            data[at : at + 40] = donor[start : start + 40]
        else:
            del data[at:]
    return bytes(data)


def outcome(path):
    """In a word what reading the file ends in; anything but a sentence passes through."""
    try:
        photo = read_photo(path)
    except SkymatchError as sentence:
        words = str(sentence)
        if not words.endswith("."):
            raise ValueError(f"no sentence: {words}") from sentence
        return "sentence: " + " ".join(words.split()[1:5])
    camera_of(photo)
    return "photo"


def fuzz(inputs, seed, keep):
    """Read damaged files and count what they end in; returns the number of failures."""
    chance = random.Random(seed)
    files = list(seeds().items())
    raw = [content for _, content in files]
    counts, failures = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo"
        for content in raw:
            path.write_bytes(content)
            if outcome(path) != "photo":
                raise SystemExit("a seed does not read")
        for turn in range(inputs):
            name, content = chance.choice(files)
            content = damaged(content, raw, chance)
            path.write_bytes(content)
            start = time.perf_counter()
            try:
                counts[outcome(path)] += 1
            except Exception as error:  # noqa: BLE001 - finding any is the purpose
                failures += 1
                counts[f"FAILURE {type(error).__name__}"] += 1
                print(f"input {turn} ({name}): {type(error).__name__}: {error}", flush=True)
                if keep:
                    (keep / f"failure-{seed}-{turn}").write_bytes(content)
            if time.perf_counter() - start > SLOW_S:
                counts["slow"] += 1
                if keep:
                    (keep / f"slow-{seed}-{turn}").write_bytes(content)
    for word, count in counts.most_common():
        print(f"{count:>8}  {word}")
    print(f"{inputs:>8}  inputs, {failures} failures")
    return failures


def fuzz_by_coverage(arguments):
    """The same guided by atheris, which has to be installed; runs until stopped."""
    import atheris

    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, content in enumerate(seeds().values()):
        (corpus / str(number)).write_bytes(content)

    def one(content):
        (folder / "photo").write_bytes(content)
        outcome(folder / "photo")

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments, str(corpus)], one)
    atheris.Fuzz()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--atheris", nargs="*", metavar="OPTION")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    if given.atheris is not None:
        fuzz_by_coverage(given.atheris)
        return
    sys.exit(1 if fuzz(given.inputs, given.seed, given.keep) else 0)


if __name__ == "__main__":
    main()
