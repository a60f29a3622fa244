"""`skymatch:indexinfo`: what an index holds, and whether it is whole."""

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..layers.language import tr
from .common import Parameters, Results, SkymatchAlgorithm, index_path, write_page
from .feedback import ProcessingFeedback
from .locate_outputs import add_outputs

if TYPE_CHECKING:
    from ..index.reader import IndexHealth

INDEX, REPORT = "INDEX", "REPORT"

_PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><table>{rows}</table></body></html>
"""


class IndexInfoAlgorithm(SkymatchAlgorithm):
    """Reads the description of an index and verifies every block."""

    NAME = "indexinfo"
    TITLE = "Index information"
    SUMMARY = "Tells what an index holds, and checks every block of it."
    TAGS = ("index", "information", "verify", "checksum", "coverage")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        index = QgsProcessingParameterFile(INDEX, tr("Index"), fileFilter=f"{tr('Index')} (*.gpkg)")
        index.setHelp(tr("An index made by Build index, also one attached to the project."))
        self.addParameter(index)
        report = QgsProcessingParameterFileDestination(
            REPORT,
            tr("Report"),
            fileFilter=tr("HTML files (*.html)"),
            optional=True,
            createByDefault=False,
        )
        report.setHelp(tr("The same as a page to read or print."))
        self.addParameter(report)
        add_outputs(
            self,
            QgsProcessingOutputNumber,
            ("BLOCKS_DONE", tr("Blocks in the file")),
            ("BLOCKS_TOTAL", tr("Blocks of the finished index")),
            ("AREA_KM2", tr("Area with imagery (km²)")),
            ("TOKENS", tr("Tokens with imagery")),
            ("MISSING_TILES", tr("Tiles that could not be fetched")),
            ("BYTES", tr("Size of the file (bytes)")),
        )
        add_outputs(
            self,
            QgsProcessingOutputString,
            ("MODEL", tr("Model")),
            ("CRS", tr("Coordinate system")),
            ("SOURCE", tr("Raster")),
            ("CREATED", tr("Created (UTC)")),
        )
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", tr("Complete")))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("Every block matches its checksum")))

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: find the file; it may be attached to the project."""
        source = self.parameterAsString(parameters, INDEX, context)
        self._index_file = index_path(source, context.project())

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: verify all blocks."""
        from ..index.reader import verify_index

        health = verify_index(self._index_file, ProcessingFeedback(feedback))
        lines = self._lines(health)
        for title, value in lines:
            feedback.pushInfo(f"{title}: {value}")
        if health.damaged:
            feedback.reportError(
                tr(
                    "Some blocks are damaged. Run Build index again with the same raster and file: "
                    "it makes just these blocks anew."
                )
            )
        results = outputs_of(health)
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            self._write(Path(report), lines)
            results[REPORT] = report
        return results

    def _lines(self, health: "IndexHealth") -> List[Tuple[str, str]]:
        """The findings in words."""
        info, grid = health.info, health.info.grid
        size = tr("{:.3f} km² with imagery, {:,} tokens of {:.2f} m").format(
            health.area_km2, health.covered_tokens, grid.spacing_m
        )
        blocks = tr("{} of {}").format(health.blocks_done, info.blocks_total)
        broken = ", ".join(f"{row}/{col}" for row, col in health.damaged)
        gsd = f"{info.source_gsd_m:.2f} m" if info.source_gsd_m else tr("tiles of a server")
        return [
            (tr("File"), str(self._index_file)),
            (tr("Raster"), f"{info.source_name} ({gsd})"),
            (tr("Model"), model_of(health)),
            (tr("Coordinate system"), grid.crs),
            (tr("Area"), size),
            (tr("Blocks"), blocks if health.complete else tr("{}, not complete").format(blocks)),
            (tr("Damaged blocks (row/column)"), broken or tr("none")),
            (tr("Tiles that could not be fetched"), str(health.missing_tiles)),
            (tr("Created"), f"{info.created_utc}, Skymatch {info.software_version}"),
            (tr("Size"), f"{health.size_bytes / 1e6:.1f} MB"),
        ]

    def _write(self, path: Path, lines: List[Tuple[str, str]]) -> None:
        rows = "".join(
            f"<tr><th align='left'>{html.escape(title)}</th><td>{html.escape(value)}</td></tr>\n"
            for title, value in lines
        )
        page = _PAGE.format(title=html.escape(tr("Skymatch index")), rows=rows)
        write_page(path, page)


def model_of(health: "IndexHealth") -> str:
    """Name, version and the beginning of the hash of the model."""
    info = health.info
    return f"{info.model_name} {info.model_version} ({info.model_sha256[:12]})"


def outputs_of(health: "IndexHealth") -> Results:
    """The outputs of the algorithm by name."""
    info = health.info
    return {
        "BLOCKS_DONE": health.blocks_done,
        "BLOCKS_TOTAL": info.blocks_total,
        "COMPLETE": health.complete,
        "AREA_KM2": health.area_km2,
        "TOKENS": health.covered_tokens,
        "MISSING_TILES": health.missing_tiles,
        "MODEL": model_of(health),
        "CRS": info.grid.crs,
        "SOURCE": info.source_name,
        "CREATED": info.created_utc,
        "BYTES": health.size_bytes,
        "VALID": not health.damaged,
    }
