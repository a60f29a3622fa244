"""Results to review: a GeoPackage as a search writes it, around a photo of the sample scene."""

import functools
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Dict, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from plugin.engine.camera import PERSPECTIVE, Camera
from plugin.engine.grid import to_lonlat
from plugin.layers.camera_text import camera_text
from plugin.layers.groups import add_result_group
from plugin.layers.shapes import view_wedge
from plugin.layers.styles import apply_style, store_style
from plugin.layers.tables import CANDIDATES, TABLES, WEDGES, fields_of, layer_name
from tests.processing.locate_scene import PHOTO, truth

CRS = "EPSG:32632"
NOT_HERE = 0.08
# East and north of the true place in metres, heading, probability, word.
POSES: Tuple[Tuple[float, float, float, float, str], ...] = (
    (0.0, 0.0, 298.0, 0.62, "likely"),
    (18.0, -12.0, 120.0, 0.17, "possible"),
    (-25.0, 9.0, 20.0, 0.08, "unlikely"),
    (11.0, 24.0, 300.0, 0.03, "unlikely"),
)


def camera() -> Camera:
    """The true camera of the sample photo."""
    return Camera(PERSPECTIVE, truth()["fov_deg"], 60.0, 0.5, 1.6)


def write_results(file: Path, photos: Sequence[Path] = (PHOTO,)) -> None:
    """A results file with candidates and wedges of some photos."""
    shutil.copy(_results(tuple(photos)), file)


@functools.lru_cache(maxsize=None)
def _results(photos: Tuple[Path, ...]) -> Path:
    """The same, written once for all tests."""
    file = Path(tempfile.mkdtemp(prefix="skymatch-test-")) / "results.gpkg"
    for kind in (CANDIDATES, WEDGES):
        geometry = QgsWkbTypes.displayString(TABLES[kind].geometry)
        layer = QgsVectorLayer(f"{geometry}?crs={CRS}", kind, "memory")
        layer.dataProvider().addAttributes(fields_of(kind).toList())
        layer.updateFields()
        layer.dataProvider().addFeatures(
            [
                _feature(kind, photo, rank, *pose)
                for photo in photos
                for rank, pose in enumerate(POSES, start=1)
            ]
        )
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = kind
        if file.exists():
            options.actionOnExistingFile = (
                QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
            )
        error = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(file), QgsProject.instance().transformContext(), options
        )
        assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    return file


def load_results(project: QgsProject, file: Path) -> QgsVectorLayer:
    """Put a results file into a project, styled; gives its candidates layer."""
    layers = {}
    for kind in (CANDIDATES, WEDGES):
        layers[kind] = QgsVectorLayer(f"{file}|layername={kind}", layer_name(kind), "ogr")
        layers[kind].setCrs(QgsCoordinateReferenceSystem(CRS))
        apply_style(layers[kind], kind)
        store_style(layers[kind], kind)
    add_result_group(project, file.stem, layers)
    return layers[CANDIDATES]


def _feature(
    kind: str,
    photo: Path,
    rank: int,
    east_m: float,
    north_m: float,
    heading_deg: float,
    probability: float,
    word: str,
) -> QgsFeature:
    x_m, y_m = truth()["easting_m"] + east_m, truth()["northing_m"] + north_m
    lon, lat = to_lonlat(CRS).transform(x_m, y_m)
    values: Dict[str, object] = {
        "photo": photo.name,
        "rank": rank,
        "probability": probability,
        "word": word,
        "heading": heading_deg,
        "lon": lon,
        "lat": lat,
        "score": 0.5 - 0.05 * rank,
        "not_here": NOT_HERE,
        "path": photo.as_posix(),
        "sha256": hashlib.sha256(photo.read_bytes()).hexdigest() if photo.exists() else "",
        "model": "skymatch-s 0.1.0",
        "index": "ortho.gpkg",
        "utc": "2026-01-02T03:04:05Z",
        "fov": truth()["fov_deg"],
        "camera": camera_text(camera()),
    }
    feature = QgsFeature(fields_of(kind))
    for name, value in values.items():
        if feature.fields().indexOf(name) >= 0:
            feature[name] = value
    point = QgsGeometry.fromPointXY(QgsPointXY(x_m, y_m))
    wedge = view_wedge(x_m, y_m, heading_deg, truth()["fov_deg"])
    feature.setGeometry(point if kind == CANDIDATES else wedge)
    return feature
