"""Where the dock keeps files: beside the project, or in the user's profile while it is unsaved."""

import itertools
import re
from pathlib import Path
from typing import Iterator

from qgis.core import QgsProject

from ..layers.project_folder import folder_of


def index_file(project: QgsProject, raster_name: str) -> Path:
    """Where the index of a raster layer is kept unless the user chooses another place.

    If it was built anew into further files (see `free_index_file`), the newest of them.
    """
    first = folder_of(project) / f"{file_name(raster_name)}.gpkg"
    newest = first
    for file in _numbered(first):
        if not file.exists():
            return newest
        newest = file
    return first


def free_index_file(file: Path) -> Path:
    """A file beside this one that does not exist yet: an index is never replaced by another."""
    first = file.with_name(re.sub(r"-\d{1,2}$", "", file.stem) + file.suffix)
    return _free(first if first.exists() else file)


def free_results_file(project: QgsProject, photo: Path) -> Path:
    """A results file for a photo that does not exist yet: reviewed results are never replaced.

    It has a folder of its own, so that it never meets an index of the same name.
    """
    return _free(folder_of(project) / "photos" / f"{file_name(photo.stem)}.gpkg")


def free_report_file(project: QgsProject, title: str) -> Path:
    """A file for a printed report that does not exist yet."""
    return _free(folder_of(project) / "reports" / f"{file_name(title)}.pdf")


def free_copies_folder(project: QgsProject, title: str) -> Path:
    """A folder for geotagged copies that does not exist yet."""
    return _free(folder_of(project) / "geotagged" / file_name(title))


def file_name(text: str) -> str:
    """A layer's or photo's name as a file name that every system accepts."""
    return re.sub(r'[\s<>:"/\\|?*\'\x00-\x1f]+', "_", text).strip("._") or "unnamed"


def _free(first: Path) -> Path:
    return next(file for file in _numbered(first) if not file.exists())


def _numbered(first: Path) -> Iterator[Path]:
    """x.gpkg, x-2.gpkg, x-3.gpkg and so on."""
    yield first
    for number in itertools.count(2):
        yield first.with_name(f"{first.stem}-{number}{first.suffix}")
