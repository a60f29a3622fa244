"""What the tests of the layers share: result layers, in memory or in a GeoPackage."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from plugin.layers.results import features_of
from plugin.layers.tables import KINDS, TABLES, fields_of
from tests.layers.fabricated import GRID, located, origin


def memory_layer(kind: str, result=None) -> QgsVectorLayer:
    """One result layer of the fabricated result, without style."""
    geometry = QgsWkbTypes.displayString(TABLES[kind].geometry)
    layer = QgsVectorLayer(f"{geometry}?crs={GRID.crs}", kind, "memory")
    layer.dataProvider().addAttributes(fields_of(kind).toList())
    layer.updateFields()
    layer.dataProvider().addFeatures(list(features_of(kind, result or located(), origin())))
    return layer


@pytest.fixture
def result_layers(qgis_app):
    """All result layers in memory, by kind."""
    return {kind: memory_layer(kind) for kind in KINDS}


@pytest.fixture
def results_file(qgis_app, tmp_path) -> Path:
    """A GeoPackage with all result layers, as the dock has it written."""
    file = tmp_path / "IMG_0042.gpkg"
    for kind in KINDS:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = kind
        if file.exists():
            options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
        layer = memory_layer(kind)
        layer.setCrs(QgsCoordinateReferenceSystem(GRID.crs))
        error = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(file), QgsProject.instance().transformContext(), options
        )
        assert error[0] == QgsVectorFileWriter.NoError, error
    return file


@pytest.fixture
def project(qgis_app):
    """An empty project of its own."""
    project = QgsProject()
    yield project
    project.clear()
