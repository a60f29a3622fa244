"""What the dock asks of Processing: parameters for locating one photo or several."""

import csv
import shutil
from pathlib import Path
from typing import Any, Dict, List, NamedTuple

from qgis.core import QgsDataSourceUri, QgsProject, QgsVectorLayer

from ..engine.errors import SkymatchError
from ..layers.language import tr
from ..layers.tables import CANDIDATES, KINDS
from .photo_panel import PhotoPanel
from .photo_panel_intake import is_pasted
from .places import free_copies_folder, free_report_file, free_results_file

BUILD = "skymatch:buildindex"
LOCATE = "skymatch:locatephoto"
LOCATE_SEVERAL = "skymatch:locatephotos"
REPORT = "skymatch:report"
GEOTAG = "skymatch:geotagphotos"


class Search(NamedTuple):
    """One run: the algorithm, its parameters, and the GeoPackage that its results go into."""

    algorithm_id: str
    parameters: Dict[str, Any]
    file: Path


def search_for(photo: PhotoPanel, index: str, project: QgsProject) -> Search:
    """A search for the chosen photo or photos; its folder is there afterwards.

    Raises:
        SkymatchError: no photo is chosen, or the folder cannot be made.
    """
    paths = photo.paths
    missing = [path.name for path in paths if not path.is_file()]
    if not paths or len(missing) == len(paths):
        raise SkymatchError(tr("Choose a photo first, or drop one onto this panel."))
    if missing:
        raise SkymatchError(
            tr(
                "{} of the photos are not there any more, for instance {}. Choose them anew."
            ).format(len(missing), missing[0])
        )
    if len(paths) == 1:
        return _one(paths[0], photo, index, project)
    return _several(paths, photo, index, project)


def written_from(algorithm_id: str, layer: QgsVectorLayer, project: QgsProject) -> Dict[str, Any]:
    """Parameters of `REPORT` or `GEOTAG` on a candidates layer; the folder is there afterwards.

    Raises:
        SkymatchError: the folder cannot be made.
    """
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent().name() if node is not None and node.parent() else ""
    title = group or layer.name()
    if algorithm_id == GEOTAG:
        folder = str(free_copies_folder(project, title))
        return {"CANDIDATES": layer.id(), "REPLACE": True, "FOLDER": folder}
    file = free_report_file(project, title)
    make_folder(file)
    return {"CANDIDATES": layer.id(), "KEEP_LAYOUT": True, "OUTPUT": str(file)}


def written_line(results: Dict[str, Any]) -> str:
    """What `REPORT` or `GEOTAG` has written."""
    if "WRITTEN" not in results:
        return tr("The report is written: {}").format(results["OUTPUT"])
    line = tr("Geotagged copies written: {}, in {}").format(
        int(results["WRITTEN"]), results["FOLDER"]
    )
    left_out = int(results.get("FAILED", 0))
    why = tr("{} photos were left out; the log panel says why.").format(left_out)
    return f"{line}. {why}" if left_out else line


def make_folder(file: Path) -> None:
    """Make the folder of a file. Raises SkymatchError when that is not possible."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SkymatchError(
            tr("The folder {} cannot be made: {}. Save the project elsewhere.").format(
                file.parent, error.strerror
            )
        ) from error


def _one(path: Path, photo: PhotoPanel, index: str, project: QgsProject) -> Search:
    file = free_results_file(project, path)
    make_folder(file)
    if is_pasted(path):
        path = _kept(path, file)
    parameters = {"PHOTO": str(path), "INDEX": index, **photo.parameters()}
    parameters.update({kind.upper(): _table(file, kind) for kind in KINDS})
    return Search(LOCATE, parameters, file)


def _several(paths: List[Path], photo: PhotoPanel, index: str, project: QgsProject) -> Search:
    """The photos are named in a table beside the results, so that the run can be repeated."""
    file = free_results_file(project, Path(tr("{}_photos").format(len(paths))))
    make_folder(file)
    table = file.with_suffix(".csv")
    try:
        with table.open("w", encoding="utf-8", newline="") as stream:
            rows = [(str(path), path.name) for path in paths]
            csv.writer(stream).writerows([("photo", "name"), *rows])  # OGR refuses one column
    except OSError as error:
        raise _unwritten(table, error) from error
    parameters = {"PHOTOS": str(table), "INDEX": index, **photo.parameters_of_several()}
    parameters[CANDIDATES.upper()] = _table(file, CANDIDATES)
    return Search(LOCATE_SEVERAL, parameters, file)


def _kept(path: Path, results: Path) -> Path:
    """A pasted picture, copied beside its results: temporary folders do not last."""
    kept = results.with_suffix(path.suffix)
    try:
        shutil.copyfile(path, kept)
    except OSError as error:
        raise _unwritten(kept, error) from error
    return kept


def _unwritten(file: Path, error: OSError) -> SkymatchError:
    return SkymatchError(
        tr(
            "{} cannot be written: {}. Make room on the disk, or save the project elsewhere."
        ).format(file, error.strerror)
    )


def _table(file: Path, name: str) -> str:
    """A table of a GeoPackage as destination of a sink."""
    table = QgsDataSourceUri()
    table.setDatabase(str(file))
    table.setDataSource("", name, "geom")
    return f"ogr:{table.uri()}"
