"""Small pictures beside a result: the upright photo and the aerial chip of each candidate.

They lie in ``<results>_pictures`` next to the GeoPackage, so that map tips show them wherever the
folder is moved to. They are only a cache: whatever is missing is made again by the review panel.
"""

from pathlib import Path
from typing import List, Optional, Sequence

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from .review import text_of

FOLDER_END = "_pictures"
KEY_LETTERS = 12
TIP_WIDTH_PX, TIP_HEIGHT_PX = 220, 100

_GEOPACKAGE = ".gpkg"
# The same folder as an expression for map tips, which know nothing of Python.
_FOLDER_EXPRESSION = (
    "regexp_replace(layer_property(@layer_id, 'source'), '\\\\.gpkg(\\\\|.*)?$', '')"
    f" || '{FOLDER_END}/' || left(\"sha256\", {KEY_LETTERS})"
)


def pictures_folder(layer: QgsVectorLayer) -> Optional[Path]:
    """Where the pictures of a results layer lie; None for layers that are in no GeoPackage."""
    file = Path(layer.source().split("|", 1)[0])
    if file.suffix.lower() != _GEOPACKAGE or not file.is_file():
        return None
    return file.with_name(file.stem + FOLDER_END)


def photo_thumbnail(layer: QgsVectorLayer, feature: QgsFeature) -> Optional[Path]:
    """The file for the upright photo; it need not exist yet."""
    folder, key = pictures_folder(layer), text_of(feature, "sha256")[:KEY_LETTERS]
    return folder / f"{key}.jpg" if folder is not None and key else None


def chip_file(layer: QgsVectorLayer, feature: QgsFeature) -> Optional[Path]:
    """The file for the aerial chip of a candidate; it need not exist yet."""
    photo = photo_thumbnail(layer, feature)
    return photo and photo.with_name(f"{photo.stem}_{feature['rank']}.jpg")


def photo_file(layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject) -> Optional[Path]:
    """The photo of a candidate; see `find_photo`."""
    return find_photo(feature, photo_folders(layer, project))


def photo_folders(layer: QgsVectorLayer, project: QgsProject) -> List[Path]:
    """Where photos may lie when they are not where they were: beside the project or the results.

    A project that was moved to another computer is expected to bring its photos along.
    """
    results = Path(layer.source().split("|", 1)[0]).parent
    home = [Path(folder) for folder in (project.homePath(), project.absolutePath()) if folder]
    return [*home, *(folder / "photos" for folder in home), results, results.parent]


def find_photo(feature: QgsFeature, folders: Sequence[Path]) -> Optional[Path]:
    """The photo of a candidate: at its path, absolute or within a folder, else by its name."""
    stored, name = text_of(feature, "path"), text_of(feature, "photo")
    tries = [Path(stored)] if Path(stored).is_absolute() else []
    for folder in folders:
        tries += [folder / stored, folder / name]
    return next((file for file in tries if name and file.is_file()), None)


def tip_pictures() -> str:
    """Photo and chip as a part of a map tip; what does not exist leaves no broken picture."""
    thumbnail = f"{_FOLDER_EXPRESSION} || '.jpg'"
    chip = f"{_FOLDER_EXPRESSION} || '_' || \"rank\" || '.jpg'"
    in_project = "@project_folder || '/' || \"path\""
    beside_project = "@project_folder || '/' || \"photo\""
    photo = (
        f"CASE WHEN file_exists({thumbnail}) THEN {_image(thumbnail)}"
        f' WHEN file_exists("path") THEN {_image(chr(34) + "path" + chr(34))}'
        f" WHEN file_exists({in_project}) THEN {_image(in_project)}"
        f" WHEN file_exists({beside_project}) THEN {_image(beside_project)} ELSE '' END"
    )
    aerial = f"CASE WHEN file_exists({chip}) THEN {_image(chip)} ELSE '' END"
    return f"<div>[% {photo} %] [% {aerial} %]</div>"


def _image(path: str) -> str:
    """An expression for an HTML image whose path is given by an expression."""
    url = f"regexp_replace({path}, '^/', '')"
    for letter, code in (("%", "%25"), ("#", "%23"), ("?", "%3F")):
        url = f"replace({url}, '{letter}', '{code}')"
    return f"'<img height=\"{TIP_HEIGHT_PX}\" src=\"file:///' || {url} || '\">'"
