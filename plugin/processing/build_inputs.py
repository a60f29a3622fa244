"""Parameters and outputs of `skymatch:buildindex`, with their help, and the index they ask for."""

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..layers.language import tr
from .locate_outputs import add_outputs, add_parameter
from .storing import indexes_go_inside

if TYPE_CHECKING:
    from ..engine.grid import MetricGrid
    from ..engine.pack import ModelPack
    from ..imagery.check import RasterFacts
    from ..index.info import IndexInfo

RASTER, EXTENT, MASK, MODEL = "RASTER", "EXTENT", "MASK", "MODEL"
INDEX, ATTACH, LOAD, ESTIMATE = "INDEX", "ATTACH", "LOAD", "ESTIMATE"
TOKENS, AREA_KM2, SECONDS = "TOKENS", "AREA_KM2", "SECONDS"
MISSING_TILES, ATTACHMENT = "MISSING_TILES", "ATTACHMENT"
ESTIMATED_SECONDS, ESTIMATED_BYTES = "ESTIMATED_SECONDS", "ESTIMATED_BYTES"


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add everything to the algorithm; the order is that of the dialog."""
    _declare_area(algorithm)
    _declare_results(algorithm)
    add_outputs(
        algorithm,
        QgsProcessingOutputNumber,
        (TOKENS, tr("Tokens with imagery")),
        (AREA_KM2, tr("Area with imagery (km²)")),
        (SECONDS, tr("Time taken (s)")),
        (MISSING_TILES, tr("Tiles that could not be fetched")),
        (ESTIMATED_SECONDS, tr("Time estimated before the start (s)")),
        (ESTIMATED_BYTES, tr("Size estimated before the start (bytes)")),
    )
    algorithm.addOutput(QgsProcessingOutputString(ATTACHMENT, tr("Attachment identifier")))


def index_info(
    facts: "RasterFacts", pack: "ModelPack", grid: "MetricGrid", software_version: str
) -> "IndexInfo":
    """The description of an index that is to be built now."""
    from ..engine.aerial import BLOCK_WINDOWS
    from ..index.info import IndexInfo

    return IndexInfo(
        grid=grid,
        model_name=pack.name,
        model_version=pack.version,
        model_sha256=pack.sha256,
        code_bits=pack.code_bits,
        block_tokens=BLOCK_WINDOWS * (pack.window_tokens - 2 * pack.margin_tokens),
        source_name=facts.name,
        imagery_stamp=facts.stamp,
        source_gsd_m=facts.gsd_m,
        created_utc=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        software_version=software_version,
    )


def _declare_area(algorithm: QgsProcessingAlgorithm) -> None:
    add_parameter(
        algorithm,
        QgsProcessingParameterRasterLayer(RASTER, tr("Aerial imagery")),
        tr(
            "A raster layer with an orthophoto or satellite picture of 0.6 m per pixel or finer, "
            "in any coordinate system. Its colours are taken as the layer shows them: band "
            "choice, contrast and transparent values count. Tile servers (XYZ, WMS) work when an "
            "extent or mask is given."
        ),
    )
    add_parameter(
        algorithm,
        QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
        tr("Only this part of the raster is indexed. Empty: the whole raster."),
    )
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    add_parameter(
        algorithm,
        QgsProcessingParameterFeatureSource(MASK, tr("Mask"), polygons, optional=True),
        tr(
            "Polygons of the places to search. Blocks of the index that do not touch them are "
            "left out, which saves time and space."
        ),
    )
    model = QgsProcessingParameterFile(
        MODEL,
        tr("Model pack"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    model.setFlags(model.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    add_parameter(
        algorithm,
        model,
        tr("Folder of another model pack. Empty: the model that comes with Skymatch."),
    )


def _declare_results(algorithm: QgsProcessingAlgorithm) -> None:
    add_parameter(
        algorithm,
        QgsProcessingParameterBoolean(
            ATTACH, tr("Attach the index to the project"), indexes_go_inside()
        ),
        tr(
            "Copies the finished index into the project file, so that it travels with it. The "
            "project must then be saved."
        ),
    )
    add_parameter(
        algorithm,
        QgsProcessingParameterBoolean(LOAD, tr("Load the coverage layer"), True),
        tr("Adds the outlines of the indexed blocks to the map."),
    )
    estimate = QgsProcessingParameterBoolean(ESTIMATE, tr("Estimate only"), False)
    estimate.setFlags(estimate.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    add_parameter(
        algorithm,
        estimate,
        tr(
            "Tells how long the work would take and how large the index would be, measured on a "
            "few places of the raster, and writes nothing."
        ),
    )
    add_parameter(
        algorithm,
        QgsProcessingParameterFileDestination(
            INDEX, tr("Index"), fileFilter=f"{tr('Index')} (*.gpkg)"
        ),
        tr(
            "The index, a GeoPackage. If the file is an unfinished index of the same raster, "
            "area and model, it is continued; any other file is left untouched and refused."
        ),
    )
