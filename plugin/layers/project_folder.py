"""The folder that belongs to a project: beside its file, or in the profile while it has none."""

from pathlib import Path

from qgis.core import QgsApplication, QgsProject

FOLDER_END = "_skymatch"


def folder_of(project: QgsProject) -> Path:
    """The folder for indexes and results of a project; it need not exist yet."""
    file = project.absoluteFilePath()
    if file and Path(file).parent.is_dir():
        return Path(file).with_name(Path(file).stem + FOLDER_END)
    return profile_folder()


def profile_folder() -> Path:
    """The folder for what belongs to no project file."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "skymatch"
