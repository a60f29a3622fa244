"""Writing an estimated position into a copy of a JPEG photo, without touching its pixels.

Only the EXIF segment changes. Its old bytes stay where they are, because maker notes and thumbnails
refer to them by their place; new directories are appended, and the header points to those.

Sources: Exif 2.32 (CIPA DC-008) for tags, TIFF 6.0 for directories, ITU-T T.81 for segments.
"""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, NamedTuple, Tuple

from ..engine.errors import SkymatchError

LARGEST_SEGMENT_BYTES = 65533
START, FIRST_SEGMENT, EXIF_SEGMENT, SCAN = b"\xff\xd8", 0xE0, 0xE1, 0xDA
EXIF_HEADER = b"Exif\x00\x00"
EMPTY_TIFF = b"II*\x00\x00\x00\x00\x00"

BYTE, ASCII, LONG, RATIONAL, UNDEFINED = 1, 2, 4, 5, 7
PHOTO_BLOCK, GPS_BLOCK, USER_COMMENT = 0x8769, 0x8825, 0x9286
LAT_REF, LAT, LON_REF, LON, DIRECTION_REF, DIRECTION, DATUM, METHOD = 1, 2, 3, 4, 16, 17, 18, 27
# Of a position that is in the file already, only its height and time still hold.
KEPT_GPS = (5, 6, 7, 29)
PLAIN_TEXT = b"ASCII\x00\x00\x00"


@dataclass(frozen=True)
class GeoTag:
    """An estimate to write: WGS 84 degrees, degrees from true north, 0 to 1."""

    lon: float
    lat: float
    heading_deg: float
    probability: float

    @property
    def sentence(self) -> str:
        """What the file says about it, in ASCII as EXIF wants it."""
        return f"Position estimated by Skymatch, probability {self.probability:.2f}"


class Entry(NamedTuple):
    """One field of a TIFF directory; `value` is the content, or the place of longer content."""

    kind: int
    count: int
    value: bytes


Directory = Dict[int, Entry]


def geotag_copy(photo: Path, copy: Path, tag: GeoTag, replace: bool = False) -> None:
    """Write a copy of a JPEG photo that carries an estimated position.

    Args:
        photo: the original; it is only read.
        copy: a file that does not exist, in another folder.
        tag: the estimate.
        replace: whether a position in the photo may be replaced in the copy.

    Raises:
        SkymatchError: no JPEG, a position is there already, or the copy cannot be written.
    """
    if copy.parent.resolve() == photo.parent.resolve():
        raise SkymatchError("Originals are never changed. Choose another folder for the copies.")
    try:
        content = geotagged(photo.read_bytes(), photo.name, tag, replace)
    except OSError as error:
        raise SkymatchError(
            f"{photo.name} cannot be opened: {error.strerror or error}. Put it back and try again."
        ) from error
    _write_new(copy, content)


def geotagged(content: bytes, name: str, tag: GeoTag, replace: bool) -> bytes:
    """The bytes of a JPEG file with an estimated position; see `geotag_copy`."""
    begin, end, tiff = _exif_place(content, name)
    try:
        tagged = _tagged(tiff or EMPTY_TIFF, name, tag, replace)
    except (struct.error, IndexError) as error:
        raise SkymatchError(
            f"The EXIF tags of {name} are damaged. Export it again from the original first."
        ) from error
    payload = EXIF_HEADER + tagged
    if len(payload) > LARGEST_SEGMENT_BYTES:
        raise SkymatchError(f"The EXIF block of {name} is full. Export it with a smaller preview.")
    segment = struct.pack(">BBH", 0xFF, EXIF_SEGMENT, len(payload) + 2) + payload
    return content[:begin] + segment + content[end:]


def _exif_place(content: bytes, name: str) -> Tuple[int, int, bytes]:
    """Begin and end of the EXIF segment and its TIFF bytes, or where one may be put in."""
    place = len(START)
    try:
        for marker, begin, end in _segments(content):
            if marker == EXIF_SEGMENT and content[begin + 4 : begin + 10] == EXIF_HEADER:
                return begin, end, content[begin + 10 : end]
            if marker == FIRST_SEGMENT:
                place = end
    except (struct.error, IndexError) as error:
        raise SkymatchError(
            f"{name} is no JPEG file that can be read. Only JPEG photos can be geotagged."
        ) from error
    return place, place, b""


def _segments(content: bytes) -> Iterator[Tuple[int, int, int]]:
    """Marker, begin and end of the segments before the picture itself."""
    if content[:2] != START:
        raise IndexError("not a JPEG file")
    place = len(START)
    while True:
        if content[place] != 0xFF:
            raise IndexError("a segment is missing")
        marker = content[place + 1]
        if marker == 0xFF:  # fill byte
            place += 1
            continue
        if marker == SCAN:
            return
        (length,) = struct.unpack_from(">H", content, place + 2)
        yield marker, place, place + 2 + length
        place += 2 + length


def _tagged(tiff: bytes, name: str, tag: GeoTag, replace: bool) -> bytes:
    """A TIFF block with the position, made by appending to the old one."""
    block = _Block(tiff)
    main, following = block.directory(block.first)
    photo, _ = block.directory(block.pointer(main, PHOTO_BLOCK))
    gps, _ = block.directory(block.pointer(main, GPS_BLOCK))
    if (LAT in gps or LON in gps) and not replace:
        raise SkymatchError(
            f"{name} has a position of its own. It was left alone; allow replacing it to geotag it."
        )
    comment = block.content(photo[USER_COMMENT]) if USER_COMMENT in photo else b""
    photo[USER_COMMENT] = block.entry(UNDEFINED, _comment(comment, tag.sentence))
    gps = {number: gps[number] for number in KEPT_GPS if number in gps}
    for number, kind, data in _gps_values(tag, block.order):
        gps[number] = block.entry(kind, data)
    main[PHOTO_BLOCK] = block.entry(LONG, block.number(block.append_directory(photo, 0)))
    main[GPS_BLOCK] = block.entry(LONG, block.number(block.append_directory(gps, 0)))
    block.first = block.append_directory(main, following)
    return block.bytes()


def _gps_values(tag: GeoTag, order: str) -> Iterator[Tuple[int, int, bytes]]:
    yield 0, BYTE, b"\x02\x03\x00\x00"
    yield LAT_REF, ASCII, b"N\x00" if tag.lat >= 0 else b"S\x00"
    yield LAT, RATIONAL, _dms(abs(tag.lat), order)
    yield LON_REF, ASCII, b"E\x00" if tag.lon >= 0 else b"W\x00"
    yield LON, RATIONAL, _dms(abs(tag.lon), order)
    yield DIRECTION_REF, ASCII, b"T\x00"
    hundredths = round(tag.heading_deg * 100) % 36000
    yield DIRECTION, RATIONAL, struct.pack(order + "2I", hundredths, 100)
    yield DATUM, ASCII, b"WGS-84\x00"
    yield METHOD, UNDEFINED, PLAIN_TEXT + tag.sentence.encode("ascii")


def _dms(degrees: float, order: str) -> bytes:
    """Degrees, minutes, seconds as fractions; a ten-thousandth of a second is 3 mm."""
    parts = round(degrees * 3600 * 10_000)
    minutes, seconds = divmod(parts, 60 * 10_000)
    whole, minutes = divmod(minutes, 60)
    return struct.pack(order + "6I", whole, 1, minutes, 1, seconds, 10_000)


def _comment(old: bytes, sentence: str) -> bytes:
    """A comment that somebody wrote stays in front of ours."""
    said = old[8:].rstrip(b"\x00 ") if old[:8] == PLAIN_TEXT else b""
    return PLAIN_TEXT + b" | ".join(part for part in (said, sentence.encode("ascii")) if part)


class _Block:
    """The TIFF block inside an EXIF segment, to which directories are appended."""

    SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}

    def __init__(self, tiff: bytes) -> None:
        self.order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
        if not self.order:
            raise IndexError("no byte order")
        self._bytes = bytearray(tiff)
        (self.first,) = struct.unpack_from(self.order + "I", tiff, 4)

    def directory(self, place: int) -> Tuple[Directory, int]:
        """A directory's fields and the place of the one that follows; empty at place 0."""
        if place == 0:
            return {}, 0
        (count,) = struct.unpack_from(self.order + "H", self._bytes, place)
        fields = {}
        for at in range(place + 2, place + 2 + 12 * count, 12):
            number, kind, size, value = struct.unpack_from(self.order + "HHI4s", self._bytes, at)
            fields[number] = Entry(kind, size, value)
        (following,) = struct.unpack_from(self.order + "I", self._bytes, place + 2 + 12 * count)
        return fields, following

    def pointer(self, fields: Directory, number: int) -> int:
        """Where a field points to; 0 when it is missing."""
        if number not in fields:
            return 0
        return int(struct.unpack(self.order + "I", fields[number].value)[0])

    def content(self, entry: Entry) -> bytes:
        """What a field holds."""
        length = self.SIZES.get(entry.kind, 1) * entry.count
        if length <= 4:
            return entry.value[:length]
        (place,) = struct.unpack(self.order + "I", entry.value)
        return bytes(self._bytes[place : place + length])

    def entry(self, kind: int, data: bytes) -> Entry:
        """A new field; longer content is appended."""
        value = data.ljust(4, b"\x00") if len(data) <= 4 else self.number(self._append(data))
        return Entry(kind, len(data) // self.SIZES[kind], value)

    def number(self, value: int) -> bytes:
        """A place as bytes."""
        return struct.pack(self.order + "I", value)

    def append_directory(self, fields: Directory, following: int) -> int:
        """Append a directory and give its place."""
        rows = [
            struct.pack(self.order + "HHI4s", number, *fields[number]) for number in sorted(fields)
        ]
        count = struct.pack(self.order + "H", len(rows))
        return self._append(count + b"".join(rows) + self.number(following))

    def bytes(self) -> bytes:
        """The whole block."""
        self._bytes[4:8] = self.number(self.first)
        return bytes(self._bytes)

    def _append(self, data: bytes) -> int:
        if len(self._bytes) % 2:
            self._bytes.append(0)  # TIFF wants even places
        place = len(self._bytes)
        self._bytes += data
        return place


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that must not exist; a half-written one is taken away."""
    try:
        with file.open("xb") as target:
            try:
                target.write(content)
            except OSError:
                os.unlink(file)
                raise
    except FileExistsError as error:
        raise SkymatchError(
            f"{file.name} is already in the folder and is not overwritten. Choose an empty folder."
        ) from error
    except OSError as error:
        raise SkymatchError(
            f"{file.name} cannot be written: {error.strerror or error}. Choose another folder."
        ) from error
