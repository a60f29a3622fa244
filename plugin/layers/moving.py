"""Bringing files that layers of a project use into the project's own folder."""

from pathlib import Path
from typing import Dict, List

from qgis.core import QgsDataProvider, QgsProject, QgsVectorLayer

from ..engine.errors import SkymatchError
from .language import tr
from .restoring import copy_whole


def files_below(project: QgsProject, folder: Path) -> Dict[Path, List[QgsVectorLayer]]:
    """The files of vector layers that lie in a folder or deeper, each with its layers."""
    found: Dict[Path, List[QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        file = Path(layer.source().split("|", 1)[0])
        if isinstance(layer, QgsVectorLayer) and folder in file.parents and file.is_file():
            found.setdefault(file, []).append(layer)
    return found


def bring_in(project: QgsProject, source: Path, target: Path) -> int:
    """Copy the files of layers below one folder into another, and let the layers use the copies.

    Style, name, place and selection of the layers stay. The originals stay too: another project
    may use them. Main thread.

    Returns:
        How many files were copied.

    Raises:
        SkymatchError: a layer is being edited, or a file could not be copied; the layers still
            use what they used before.
    """
    found = files_below(project, source)
    for layer in (layer for layers in found.values() for layer in layers):
        if layer.isModified():
            raise SkymatchError(
                tr("The layer {} is being edited. Save or undo its edits first.").format(
                    layer.name()
                )
            )
    copies = {}
    for file in found:
        copies[file] = _free(target / file.relative_to(source))
        try:
            copies[file].parent.mkdir(parents=True, exist_ok=True)
            copy_whole(file, copies[file])
        except OSError as error:
            raise SkymatchError(
                tr(
                    "{} could not be copied to {} ({}). Make room on the disk and try again."
                ).format(file.name, target, error.strerror or error)
            ) from error
    for file, layers in found.items():
        for layer in layers:
            _use(project, layer, file, copies[file])
    project.setDirty(True)
    return len(copies)


def _use(project: QgsProject, layer: QgsVectorLayer, old: Path, new: Path) -> None:
    options = QgsDataProvider.ProviderOptions()
    options.transformContext = project.transformContext()
    if layer.isEditable():
        layer.rollBack()  # nothing is unsaved; the session was left open for more reviews
    source = str(new) + layer.source()[len(str(old)) :]
    layer.setDataSource(source, layer.name(), layer.providerType(), options)


def _free(file: Path) -> Path:
    """The path, with a number where a file is there already."""
    free, number = file, 1
    while free.exists():
        number += 1
        free = file.with_name(f"{file.stem}-{number}{file.suffix}")
    return free
