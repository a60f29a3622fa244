"""Photos that are dropped or pasted: files, paths as text, and pictures from the clipboard."""

import tempfile
from pathlib import Path
from typing import List

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QMimeData, Qt
from qgis.PyQt.QtGui import QDropEvent, QImage

PHOTO_ENDINGS = (
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".tiff",
    ".webp",
    ".heic",
    ".heif",
    ".avif",
    ".jxl",
    ".bmp",
    ".gif",
)
_WORLD_FILES = (".jgw", ".jpgw", ".jpegw", ".pgw", ".pngw", ".gfw", ".wld", ".aux.xml")
_OFTEN_MAPS = (".tif", ".tiff")
PASTED_NAME = "pasted.png"


def is_photo(path: str) -> bool:
    """Whether a file may be a photo, by its ending."""
    return Path(path).suffix.lower() in PHOTO_ENDINGS


def is_map_picture(path: str) -> bool:
    """Whether a picture may be meant as a layer: TIFF files, and pictures with a world file."""
    file = Path(path)
    if file.suffix.lower() in _OFTEN_MAPS:
        return True
    beside = [file.with_suffix(end) for end in _WORLD_FILES if end != ".aux.xml"]
    beside.append(file.with_name(file.name + ".aux.xml"))
    return any(world.exists() for world in beside)


def photos_in(data: QMimeData) -> List[str]:
    """The photo files that a drop or the clipboard names."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if not paths and data.hasText():
        lines = data.text().strip().splitlines()
        paths = [path for path in (line.strip().strip('"') for line in lines) if _is_file(path)]
    return [path for path in paths if is_photo(path)]


def dropped_photos(event: QDropEvent) -> List[str]:
    """The photos of a drag onto the dock; none when their files would be moved.

    QGIS's own Browser names files in a form of its own. Dropped onto the map they become layers.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return []
    data = event.mimeData()
    browsed = [one.uri for one in QgsMimeDataUtils.decodeUriList(data)]
    return [path for path in browsed if is_photo(path) and _is_file(path)] or photos_in(data)


def save_picture(data: QMimeData) -> str:
    """A picture on the clipboard, written into a temporary folder; empty when there is none."""
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    if image.isNull():
        return ""
    file = Path(tempfile.mkdtemp(prefix="skymatch-")) / PASTED_NAME
    return str(file) if image.save(str(file), "PNG") else ""


def is_pasted(file: Path) -> bool:
    """Whether a photo lies in such a temporary folder, from where it will vanish."""
    return file.name == PASTED_NAME and file.parent.name.startswith("skymatch-")


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # a text that is no path at all
        return False
