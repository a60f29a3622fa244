"""Skymatch on the sample scene, from raster to finished project, through Processing alone.

    python demo.py --out FOLDER             index, locate every photo, save project and picture
    python demo.py --verify FOLDER/demo.qgz open the project anew and check that all is there

Start it with a Python that sees QGIS; no display is needed. The photos are located as a user
would: position and heading unknown, the camera from EXIF alone. Only the printed table looks
into truth.csv.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import Any, Dict, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsDistanceArea,
    QgsPointXY,
    QgsProcessingFeedback,
)

SAMPLE = Path(__file__).resolve().parent
PLUGIN = SAMPLE.parents[1]
SINKS = ("CANDIDATES", "WEDGES", "CELLS", "HEAT", "REGIONS")
PICTURE_PX = (1600, 1000)


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

    def __init__(self) -> None:
        super().__init__(False)
        self._tenths = 0
        self.progressChanged.connect(self._print_progress)

    def _print_progress(self, percent: float) -> None:
        if int(percent // 10) > self._tenths:
            self._tenths = int(percent // 10)
            print(f"  {self._tenths * 10} %", flush=True)

    def pushInfo(self, info: str) -> None:
        """Called by algorithms with a sentence for the user."""
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
    importlib.import_module(PLUGIN.name).classFactory(None).initProcessing()
    return application


def build_index(index_file: Path) -> None:
    """The hash map of the orthophoto; continues where an earlier run stopped."""
    print("Building the index of the sample orthophoto", flush=True)
    parameters = {"RASTER": str(SAMPLE / "orthophoto.tif"), "INDEX": str(index_file)}
    made = run("skymatch:buildindex", parameters)
    print(f"  {made['TOKENS']} tokens, {made['AREA_KM2']:.3f} km², {made['SECONDS']:.1f} s")


def locate(truth: Dict[str, str], index_file: Path, results_file: Path) -> Found:
    """One photo, with nothing known but the file."""
    print(f"Locating {truth['photo']}", flush=True)
    stem = Path(truth["photo"]).stem
    sinks = {
        sink: f"ogr:dbname='{results_file}' table=\"{stem}_{sink.lower()}\" (geom)"
        for sink in SINKS
    }
    photo = {"PHOTO": str(SAMPLE / "photos" / truth["photo"]), "INDEX": str(index_file)}
    return Found(truth, run("skymatch:locatephoto", {**photo, **sinks}))


def run(algorithm: str, parameters: Dict[str, Any]) -> Dict[str, Any]:
    """Run a Processing algorithm as a script of a user would."""
    processing = importlib.import_module("processing")
    return processing.run(algorithm, parameters, feedback=Progress())


def print_table(found: List[Found]) -> None:
    """Found against true positions, one photo a line."""
    head = "photo          longitude  latitude   error m  heading error  probability  not here  seconds"
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
            f"  {result['SECONDS']:7.1f}"
        )
    print()


def make_project(found: List[Found], index_file: Path, results_file: Path, file: Path) -> QgsProject:
    """Raster, index and one group of results per photo, with the index inside the file."""
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    raster = QgsRasterLayer(str(SAMPLE / "orthophoto.tif"), "Orthophoto")
    coverage = QgsVectorLayer(f"{index_file}|layername=blocks", "Coverage", "ogr")
    plugin_module("styles").apply_style(coverage, "coverage")
    project.addMapLayers([raster, coverage])
    project.layerTreeRoot().findLayer(coverage).setItemVisibilityChecked(False)
    for one in reversed(found):
        add_results(project, one, results_file)
    plugin_module("attachments").attach_index(project, index_file)
    if not project.write(str(file)):
        raise SystemExit(f"The project could not be saved: {project.error()}")
    return project


def add_results(project: QgsProject, one: Found, results_file: Path) -> None:
    """The result layers of one photo as the plugin shows them."""


def draw(layers: List[Any], extent: QgsRectangle, file: Path) -> None:
    """A picture of the given layers, top one first."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(*PICTURE_PX))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(str(file)):
        raise SystemExit(f"The picture {file} could not be written.")


def verify(file: Path) -> List[str]:
    """Sentences about what is not whole in a saved project."""
    project = QgsProject.instance()
    if not project.read(str(file)):
        return [f"{file} cannot be opened: {project.error()}"]
    wrong = [
        f"The layer {layer.name()} ({layer.source()}) is not valid."
        for layer in project.mapLayers().values()
        if not layer.isValid()
    ]
    attachments = plugin_module("attachments")
    attached = attachments.attached_indexes(project)
    if len(attached) != 1:
        wrong.append(f"The project carries {len(attached)} indexes instead of one.")
    for index in attached:
        path = attachments.resolve(project, index.identifier)
        info = run("skymatch:indexinfo", {"INDEX": index.identifier})
        print(f"Attached index {index.name}: {path.stat().st_size:,} bytes, {info}")
    print(f"{file}: {len(project.mapLayers())} layers, all valid." if not wrong else "")
    return wrong
