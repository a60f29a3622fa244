"""Skymatch on the sample scene, from raster to finished project, through Processing alone.

    python demo.py --out FOLDER             index, locate every photo, save project and picture
    python demo.py --verify FOLDER/demo.qgz open the project anew and check that all is there

Start it with a Python that sees QGIS; no display is needed. The photos are located as a user
would: position and heading unknown, the camera from EXIF alone. Only the printed table looks
into truth.csv.
"""

import argparse
import csv
import importlib
import os
import sys
from pathlib import Path
from typing import Any, Dict, List, NamedTuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

# Before QGIS starts: no display is needed.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLE = Path(__file__).resolve().parent
PLUGIN = SAMPLE.parents[1]
CRS = "EPSG:32632"
CLOSE_M = 110.0  # side of the close-up in the picture
SIDE_PX, GAP_PX = 796, 8
RAW_TEXT = argparse.RawDescriptionHelpFormatter


class Found(NamedTuple):
    """One photo with what is true and what was found."""

    truth: Dict[str, str]
    result: Dict[str, Any]

    @property
    def name(self) -> str:
        """The photo's file name without its ending."""
        return Path(self.truth["photo"]).stem

    @property
    def in_raster(self) -> bool:
        """Whether the sample raster shows the place at all."""
        return self.truth["in_raster"].strip().lower() in ("1", "true", "yes")

    @property
    def error_m(self) -> float:
        """From the best candidate to the true camera."""
        measure = QgsDistanceArea()
        measure.setEllipsoid("WGS84")
        return measure.measureLine(
            QgsPointXY(self.result["BEST_LON"], self.result["BEST_LAT"]),
            QgsPointXY(float(self.truth["lon"]), float(self.truth["lat"])),
        )

    @property
    def heading_error_deg(self) -> float:
        """Between the best candidate's and the true heading, 0 to 180."""
        difference = self.result["BEST_HEADING"] - float(self.truth["heading_deg"])
        return abs((difference + 180) % 360 - 180)


class Progress(QgsProcessingFeedback):
    """Prints what an algorithm says, and its progress in steps of ten per cent."""

    def __init__(self, quiet: bool = False) -> None:
        """Quiet: only doubts and failures."""
        super().__init__(False)
        self._quiet = quiet
        self._tenths = 0
        self.progressChanged.connect(self._print_progress)

    def _print_progress(self, percent: float) -> None:
        if int(percent // 10) > self._tenths:
            self._tenths = int(percent // 10)
            self.pushInfo(f"{self._tenths * 10} %")

    def setProgressText(self, text: str) -> None:
        """Called by algorithms with the current step; its percentage is printed anyway."""

    def pushInfo(self, info: str) -> None:
        """Called by algorithms with a sentence for the user."""
        if not self._quiet:
            print(f"  {info}", flush=True)

    def pushWarning(self, warning: str) -> None:
        """Called by algorithms with a doubt."""
        print(f"  Warning: {warning}", flush=True)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Called by algorithms that cannot go on."""
        print(f"  {error}", file=sys.stderr, flush=True)


def start(settings_folder: Path) -> QgsApplication:
    """QGIS without windows, with Processing and this plugin, apart from the user's profile."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(settings_folder)
    application = QgsApplication([], False)
    application.initQgis()
    sys.path[:0] = [str(PLUGIN.parent), str(Path(application.pkgDataPath(), "python", "plugins"))]
    importlib.import_module("processing.core.Processing").Processing.initialize()
    plugin = importlib.import_module(PLUGIN.name).classFactory(None)
    plugin.initProcessing()
    application.setProperty("skymatch", plugin)  # keeps it alive
    return application


def room(name: str) -> Any:
    """A module of the plugin's layers/, where drawing and attaching are at home."""
    return importlib.import_module(f"{PLUGIN.name}.plugin.layers.{name}")


def run(algorithm: str, parameters: Dict[str, Any], quiet: bool = False) -> Dict[str, Any]:
    """Run a Processing algorithm as a user's script does."""
    processing = importlib.import_module("processing")
    return processing.run(algorithm, parameters, feedback=Progress(quiet))


def build_index(index_file: Path) -> None:
    """The hash map of the orthophoto; continues where an earlier run stopped.

    An index older than the orthophoto or the model is of no use and made anew.
    """
    print("Building the index of the sample orthophoto", flush=True)
    orthophoto, pack = SAMPLE / "orthophoto.tif", PLUGIN / "models" / "skymatch-s" / "pack.json"
    newest = max(file.stat().st_mtime for file in (orthophoto, pack))
    if index_file.exists() and index_file.stat().st_mtime < newest:
        index_file.unlink()
    parameters = {"RASTER": str(orthophoto), "INDEX": str(index_file)}
    made = run("skymatch:buildindex", parameters)
    print(f"  {made['TOKENS']} tokens, {made['AREA_KM2']:.3f} km², {made['SECONDS']:.1f} s")


def locate(truth: Dict[str, str], index_file: Path, results_file: Path) -> Found:
    """One photo, with nothing known but the file; five tables of the results file."""
    print(f"Locating {truth['photo']}", flush=True)
    stem = Path(truth["photo"]).stem
    sinks = {
        kind.upper(): f"ogr:dbname='{results_file}' table=\"{stem}_{kind}\" (geom)"
        for kind in room("tables").KINDS
    }
    photo = {"PHOTO": str(SAMPLE / "photos" / truth["photo"]), "INDEX": str(index_file)}
    return Found(truth, run("skymatch:locatephoto", {**photo, **sinks}, quiet=True))


def print_table(found: List[Found]) -> None:
    """Found against true positions, one photo a line."""
    head = (
        "photo          longitude  latitude   error m  heading error  probability  not here     s"
    )
    print(f"\n{head}\n{'-' * len(head)}")
    for one in found:
        result = one.result
        if one.in_raster:
            errors = f"{one.error_m:7.1f}  {one.heading_error_deg:12.1f}°"
        else:
            errors = f"{'-':>7}  {'elsewhere':>13}"
        print(
            f"{one.name:13} {result['BEST_LON']:10.6f} {result['BEST_LAT']:9.6f}   {errors}"
            f"  {result['BEST_PROBABILITY']:11.3f}  {result['NOT_HERE_PROBABILITY']:8.3f}"
            f"  {result['SECONDS']:4.1f}"
        )
    print()


def make_project(found: List[Found], index_file: Path, results_file: Path) -> QgsProject:
    """Raster, index and one group of results per photo, with the index inside the project."""
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    raster = QgsRasterLayer(str(SAMPLE / "orthophoto.tif"), "Orthophoto")
    coverage = QgsVectorLayer(f"{index_file}|layername=blocks", "Index coverage", "ogr")
    coverage.loadNamedStyle(str(PLUGIN / "resources" / "styles" / "coverage.qml"))
    project.addMapLayers([raster, coverage])
    for one in reversed(found):
        layers = result_layers(one, results_file)
        group = room("groups").add_result_group(project, one.name, layers)
        group.setExpanded(False)
        group.setItemVisibilityChecked(one is found[0])
    room("attachments").attach_index(project, index_file)
    return project


def result_layers(one: Found, results_file: Path) -> Dict[str, QgsVectorLayer]:
    """A photo's layers as the plugin shows them, by kind; their styles go into the file too."""
    layers = {}
    for kind in room("tables").KINDS:
        source = f"{results_file}|layername={one.name}_{kind}"
        layers[kind] = QgsVectorLayer(source, room("tables").layer_name(kind), "ogr")
        room("styles").apply_style(layers[kind], kind)
        room("styles").store_style(layers[kind], kind)
    return layers


def draw_map(project: QgsProject, one: Found, file: Path) -> None:
    """One photo's result: the whole scene, and beside it the best candidate close up."""
    group = project.layerTreeRoot().findGroup(one.name)
    results = [node.layer() for node in group.findLayers() if node.itemVisibilityChecked()]
    ground = project.mapLayersByName("Orthophoto")
    scene, best = ground[0].extent(), results[0].getFeature(1).geometry().asPoint()
    close = QgsRectangle.fromCenterAndSize(inside(best, scene), CLOSE_M, CLOSE_M)
    picture = QImage(2 * SIDE_PX + GAP_PX, SIDE_PX, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    for left, extent in ((0, scene), (SIDE_PX + GAP_PX, close)):
        painter.drawImage(left, 0, draw(results + ground, extent, QSize(SIDE_PX, SIDE_PX)))
    px_per_m = SIDE_PX / scene.width()
    corner = (close.xMinimum() - scene.xMinimum(), scene.yMaximum() - close.yMaximum())
    frame = QRectF(*(side * px_per_m for side in (*corner, CLOSE_M, CLOSE_M)))
    for colour, width in (("black", 5), ("white", 3)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(frame)
    painter.end()
    if not picture.save(str(file)):
        raise SystemExit(f"The picture {file} could not be written.")


def inside(point: QgsPointXY, scene: QgsRectangle) -> QgsPointXY:
    """The middle of a close-up that reaches the scene's edge and no farther."""
    room = scene.buffered(-CLOSE_M / 2.0)
    return QgsPointXY(
        min(max(point.x(), room.xMinimum()), room.xMaximum()),
        min(max(point.y(), room.yMinimum()), room.yMaximum()),
    )


def draw(layers: List[QgsMapLayer], extent: QgsRectangle, size: QSize) -> QImage:
    """A picture of the given layers, top one first."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    settings.setOutputSize(size)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def demonstrate(out: Path) -> None:
    """The whole way once: index, photos, table, project, picture."""
    index_file, results_file, project_file = (
        out / name for name in ("index.gpkg", "results.gpkg", "demo.qgz")
    )
    results_file.unlink(missing_ok=True)
    build_index(index_file)
    with open(SAMPLE / "photos" / "truth.csv", encoding="utf-8", newline="") as file:
        found = [locate(truth, index_file, results_file) for truth in csv.DictReader(file)]
    print_table(found)
    best = min((one for one in found if one.in_raster), key=lambda one: one.error_m)
    found.sort(key=lambda one: one is not best)  # on top, and the one that is visible at first
    project = make_project(found, index_file, results_file)
    draw_map(project, best, out / "map.png")
    if not project.write(str(project_file)):
        raise SystemExit(f"The project could not be saved: {project.error()}")
    print(
        f"Results {results_file}\nProject {project_file}\nPicture {out / 'map.png'} ({best.name})"
    )


def verify(project_file: Path) -> None:
    """Open a saved project; end with a sentence if a layer or the index is not whole."""
    project = QgsProject.instance()
    if not project.read(str(project_file)):
        raise SystemExit(f"{project_file} cannot be opened: {project.error()}")
    layers = project.mapLayers().values()
    broken = [layer.source() for layer in layers if not layer.isValid()]
    if broken or not layers:
        raise SystemExit(f"Not every layer of {project_file} is valid: {broken}")
    attached = room("attachments").attached_indexes(project)
    if len(attached) != 1:
        raise SystemExit(f"{project_file} carries {len(attached)} indexes instead of one.")
    info = run("skymatch:indexinfo", {"INDEX": attached[0].identifier}, quiet=True)
    if not (info["VALID"] and info["COMPLETE"]):
        raise SystemExit(f"The index inside {project_file} is damaged: {info}")
    print(
        f"{project_file} opens again: {len(layers)} valid layers, "
        f"and the index inside is whole ({info['TOKENS']:,} tokens)."
    )


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=RAW_TEXT)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, help="folder for index, results, project and picture")
    what.add_argument("--verify", type=Path, help="a project saved by an earlier run")
    arguments = parser.parse_args()
    out = (arguments.out or arguments.verify.parent).resolve()
    out.mkdir(parents=True, exist_ok=True)
    application = start(out / "profile")
    problem = None
    try:
        if arguments.out:
            demonstrate(out)
        else:
            verify(arguments.verify.resolve())
    except (QgsProcessingException, SystemExit) as error:
        # Only its text: its frames hold layers, which must go before QGIS does.
        problem = str(error) or "The demo stopped for the reason printed above."
    QgsProject.instance().clear()
    application.exitQgis()
    sys.exit(problem)


if __name__ == "__main__":
    main()
