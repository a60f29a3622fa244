"""Where results go: beside the project file or inside it, as the settings say."""

from pathlib import Path

from qgis.core import QgsProject

from ..layers.attachments import attach_results, resolve
from .settings import INSIDE, read_settings


def store_results(project: QgsProject, file: Path) -> Path:
    """The file from which results are to be loaded. Main thread.

    With the setting `INSIDE` a copy becomes part of the project and the file itself goes away;
    otherwise it stays as it is.

    Raises:
        SkymatchError: it could not be copied; the file is still there then.
    """
    if read_settings().storage != INSIDE:
        return file
    inside = resolve(project, attach_results(project, file))
    try:
        file.unlink()
    except OSError:  # still open on Windows: a copy is left beside the project
        pass
    return inside


def indexes_go_inside() -> bool:
    """Whether a finished index becomes part of the project unless a run says otherwise."""
    return read_settings().storage == INSIDE
