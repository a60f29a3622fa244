"""Where the dock keeps files: beside the project, or in the user's profile while it is unsaved."""

import re
from pathlib import Path

from qgis.core import QgsApplication, QgsProject

FOLDER_END = "_skymatch"


def folder_of(project: QgsProject) -> Path:
    """The folder for indexes and results of a project; it need not exist yet."""
    file = project.absoluteFilePath()
    if file and Path(file).parent.is_dir():
        return Path(file).with_name(Path(file).stem + FOLDER_END)
    return Path(QgsApplication.qgisSettingsDirPath()) / "skymatch"


def index_file(project: QgsProject, raster_name: str) -> Path:
    """Where the index of a raster layer is kept unless the user chooses another place."""
    return folder_of(project) / f"{file_name(raster_name)}.gpkg"


def free_results_file(project: QgsProject, photo: Path) -> Path:
    """A results file for a photo that does not exist yet: reviewed results are never replaced.

    It has a folder of its own, so that it never meets an index of the same name.
    """
    folder = folder_of(project) / "photos"
    name = file_name(photo.stem)
    file, number = folder / f"{name}.gpkg", 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.gpkg"
    return file


def file_name(text: str) -> str:
    """A layer's or photo's name as a file name that every system accepts."""
    return re.sub(r'[\s<>:"/\\|?*\'\x00-\x1f]+', "_", text).strip("._") or "unnamed"
