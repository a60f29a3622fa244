"""`skymatch:report`: the candidates of a search as a PDF to print or to hand on, one page each."""

import contextlib
import os
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsLayoutExporter,
    QgsPrintLayout,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorLayer,
)

from ..engine.errors import Cancelled, SkymatchError
from ..layers.language import tr
from ..layers.print_layout import add_report
from ..layers.review import ACCEPTED, STATUS, is_candidates
from .common import Parameters, Results, SkymatchAlgorithm
from .locate_outputs import add_parameter

CANDIDATES, ONLY_ACCEPTED, KEEP_LAYOUT = "CANDIDATES", "ONLY_ACCEPTED", "KEEP_LAYOUT"
OUTPUT, PAGES = "OUTPUT", "PAGES"
_PDF_TAIL_BYTES = 1024


class Report(SkymatchAlgorithm):
    """Fills the print layout template with reviewed candidates and writes it as a PDF."""

    NAME = "report"
    TITLE = "Print report"
    SUMMARY = (
        "Writes a PDF with one page for every candidate: map, imagery, photo, review and origin."
    )
    TAGS = ("report", "pdf", "print", "layout", "atlas", "review", "candidates")

    def flags(self) -> "QgsProcessingAlgorithm.Flag":
        """Print layouts live in the main thread, and so does this."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        points = [QgsProcessing.SourceType.TypeVectorPoint]
        add_parameter(
            self,
            QgsProcessingParameterVectorLayer(CANDIDATES, tr("Candidates"), points),
            tr(
                "A candidates layer made by Locate photo. Its reviews are printed as they are now, "
                "also those that are not saved yet."
            ),
        )
        add_parameter(
            self,
            QgsProcessingParameterBoolean(ONLY_ACCEPTED, tr("Only accepted candidates"), False),
            tr("Leaves out candidates whose review does not say accepted."),
        )
        add_parameter(
            self,
            QgsProcessingParameterBoolean(KEEP_LAYOUT, tr("Keep the print layout"), False),
            tr(
                "Leaves the print layout in the project, under Project, Layouts, so that it can be "
                "changed and printed again."
            ),
        )
        add_parameter(
            self,
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Report"), fileFilter=tr("PDF files (*.pdf)")
            ),
            tr("The PDF. Its maps show the layers that are visible in the project."),
        )
        self.addOutput(QgsProcessingOutputNumber(PAGES, tr("Pages")))

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Main thread, see `flags`: lay out, print, and take the layout away again."""
        project = context.project()
        if project is None:
            raise SkymatchError(
                tr("The maps of the report are those of a project. Open the project first.")
            )
        layer = self.parameterAsVectorLayer(parameters, CANDIDATES, context)
        if layer is None or not is_candidates(layer):
            raise SkymatchError(tr("This is no candidates layer. Choose one made by Locate photo."))
        target = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        if not target.name:
            raise SkymatchError(_unwritten(target))
        only_accepted = self.parameterAsBool(parameters, ONLY_ACCEPTED, context)
        keep = self.parameterAsBool(parameters, KEEP_LAYOUT, context)
        was_changed = project.isDirty()
        layout = add_report(project, layer)
        try:
            pages = _choose(layout, only_accepted)
            _print(layout, target, feedback)
        except SkymatchError:
            keep = False
            raise
        finally:
            if not keep:
                project.layoutManager().removeLayout(layout)
                project.setDirty(was_changed)
        feedback.pushInfo(tr("{} pages written to {}").format(pages, target))
        return {OUTPUT: str(target), PAGES: pages}


def _choose(layout: QgsPrintLayout, only_accepted: bool) -> int:
    """Limit the pages; returns how many there are."""
    atlas = layout.atlas()
    if only_accepted:
        atlas.setFilterFeatures(True)
        atlas.setFilterExpression(f"\"{STATUS}\" = '{ACCEPTED}'")
    pages = int(atlas.updateFeatures())
    if pages == 0:
        raise SkymatchError(
            tr("No candidate is accepted yet. Review the candidates, or print all of them.")
        )
    return pages


def _print(layout: QgsPrintLayout, target: Path, feedback: QgsProcessingFeedback) -> None:
    """Write the PDF; a report that is there already stays until the new one is whole."""
    part = target.with_name(f"{target.stem}.part.pdf")
    settings = QgsLayoutExporter.PdfExportSettings()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        result, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), str(part), settings, feedback)
        if feedback.isCanceled():
            raise Cancelled()
        if result != QgsLayoutExporter.ExportResult.Success or not _is_whole(part):
            raise SkymatchError(_unwritten(target))
        part.replace(target)
    except OSError as error:
        raise SkymatchError(_unwritten(target)) from error
    finally:
        with contextlib.suppress(OSError):  # nothing was made in a folder that is read-only
            part.unlink(missing_ok=True)


def _is_whole(pdf: Path) -> bool:
    """Whether a PDF has its end: on a full disk Qt writes what fits and calls it a success."""
    with pdf.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _PDF_TAIL_BYTES))
        return b"%%EOF" in file.read()


def _unwritten(target: Path) -> str:
    sentence = tr(
        "The report {} cannot be written. Close it if it is open, or choose another file."
    )
    return sentence.format(target)
