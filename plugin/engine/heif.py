"""Whether a HEIC or AVIF file is whole, told from its boxes alone.

Some decoders end the whole program when the file points to bytes it does not have, as every file
does that was cut short. So its structure is checked before any of them sees it. Source of the
layout: ISO/IEC 14496-12, 4.2 (boxes) and 8.11.3 (item locations).
"""

from typing import Dict, Iterator, NamedTuple, Optional

_LONGEST_LIST = 100_000
_IN_FILE, _IN_IDAT = 0, 1


class _Box(NamedTuple):
    kind: bytes
    start: int
    end: int


class _Broken(ValueError):
    """The structure contradicts itself."""


def is_heif(content: bytes) -> bool:
    """Whether the file says that it is of this family."""
    return content[4:8] == b"ftyp"


def is_whole(content: bytes) -> bool:
    """Whether the boxes that describe the picture fit, and its items lie inside the file.

    What follows the description is not looked at: some phones append data of their own there.
    """
    try:
        outer = _boxes(content, 0, len(content))
        meta = next((box for box in outer if box.kind == b"meta"), None)
        if meta is None:
            return False
        inner = {box.kind: box for box in _boxes(content, meta.start + 4, meta.end)}
        for kind in (b"iprp", b"iinf", b"pitm", b"iloc"):
            if kind not in inner:
                return False
        for _ in _boxes(content, inner[b"iprp"].start, inner[b"iprp"].end):
            pass
        return _items_inside(content, inner)
    except _Broken:
        return False


def _boxes(content: bytes, start: int, end: int) -> Iterator[_Box]:
    """The boxes that fill a range of bytes."""
    while start < end:
        size, kind = _number(content, start, 4, end), content[start + 4 : start + 8]
        head = 8
        if size == 1:
            size, head = _number(content, start + 8, 8, end), 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end or len(kind) < 4:
            raise _Broken
        yield _Box(kind, start + head, start + size)
        start += size


def _items_inside(content: bytes, inner: Dict[bytes, _Box]) -> bool:
    """Whether every extent of every item lies in the file or in the box of item data.

    An empty extent may stand for all of the file; no photo has one, and decoders stumble over it.
    """
    iloc, idat = inner[b"iloc"], inner.get(b"idat")
    reader = _Reader(content, iloc.start, iloc.end)
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    offset_bytes, length_bytes = sizes >> 12, sizes >> 8 & 15
    base_bytes, index_bytes = sizes >> 4 & 15, sizes & 15 if version in (1, 2) else 0
    if version > 2 or {offset_bytes, length_bytes, base_bytes, index_bytes} - {0, 4, 8}:
        return False
    for _ in range(reader.count(4 if version == 2 else 2)):
        reader.number(4 if version == 2 else 2)
        method = reader.number(2) & 15 if version else _IN_FILE
        reader.number(2)
        base = reader.number(base_bytes)
        room = _room(method, len(content), idat)
        for _ in range(reader.count(2)):
            reader.number(index_bytes)
            offset, length = reader.number(offset_bytes), reader.number(length_bytes)
            if room is None or length == 0 or base + offset + length > room:
                return False
    return True


def _room(method: int, file_bytes: int, idat: Optional[_Box]) -> Optional[int]:
    """How many bytes the extents of an item may span; None for what no photo uses."""
    if method == _IN_FILE:
        return file_bytes
    return idat.end - idat.start if method == _IN_IDAT and idat is not None else None


class _Reader:
    """Reads numbers one after another."""

    def __init__(self, content: bytes, start: int, end: int) -> None:
        self.content, self.at, self.end = content, start, end

    def number(self, size: int) -> int:
        """The next number of this many bytes; 0 for none."""
        found = _number(self.content, self.at, size, self.end)
        self.at += size
        return found

    def count(self, size: int) -> int:
        """The next number, which is one of entries that follow."""
        found = self.number(size)
        if found > _LONGEST_LIST:
            raise _Broken
        return found


def _number(content: bytes, start: int, size: int, end: int) -> int:
    if start + size > end:
        raise _Broken
    return int.from_bytes(content[start : start + size], "big")
