"""`skymatch:exportlog`: verifies the project's evidence log and writes it as lines of JSON."""

import contextlib
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from ..engine.errors import SkymatchError
from ..layers import verify_log
from ..layers.evidence_log import log_file, read_rows
from ..layers.language import tr
from ..layers.verify_log import Finding, Row, findings, line_of
from .common import Parameters, Results, SkymatchAlgorithm

LOG, HEAD, OUTPUT = "LOG", "HEAD", "OUTPUT"
MOST_FINDINGS = 20


class ExportLog(SkymatchAlgorithm):
    """Reads a log, verifies its chain, and writes it where it is asked to."""

    NAME = "exportlog"
    TITLE = "Export evidence log"
    SUMMARY = "Verifies the log of searches and reviews of the project, and writes it to a file."
    TAGS = ("log", "evidence", "audit", "verify", "checksum", "provenance")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        log = QgsProcessingParameterFile(
            LOG, tr("Log"), fileFilter=f"{tr('Evidence log')} (*.sqlite)", optional=True
        )
        log.setHelp(
            tr(
                "The evidence log: the file evidence.sqlite in the project's Skymatch folder. "
                "Leave it empty for the log of the project that is open."
            )
        )
        head = QgsProcessingParameterString(HEAD, tr("SHA-256 of the last row"), optional=True)
        head.setHelp(
            tr(
                "If you noted the SHA-256 that an earlier export gave for its last row, enter it: "
                "the log must still contain that row. Without it, rows that were cut off the end "
                "cannot be noticed."
            )
        )
        output = QgsProcessingParameterFileDestination(
            OUTPUT,
            tr("Exported log"),
            fileFilter=tr("Lines of JSON (*.jsonl)"),
            optional=True,
            createByDefault=False,
        )
        output.setHelp(
            tr(
                "One line for each row: number, time (UTC), what was done in words and in detail, "
                "and the SHA-256 of this row and of the one before. Anybody can verify the file, "
                "without QGIS, with:  python3 verify_log.py FILE  (the program lies in the "
                "plugin's folder, in plugin/layers). Leave it empty to verify only."
            )
        )
        for parameter in (log, head, output):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("ROWS", tr("Rows")))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("The log is intact")))
        self.addOutput(QgsProcessingOutputString("LAST_SHA256", tr("SHA-256 of the last row")))

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Main thread: find the project's log."""
        given = self.parameterAsString(parameters, LOG, context)
        self._file = Path(given) if given else log_file(context.project() or QgsProject.instance())

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: verify, then write; a log that is not intact is written as it stands."""
        rows = read_rows(self._file)
        head = self.parameterAsString(parameters, HEAD, context)
        found = findings(rows, head.strip().lower())
        for row in rows:
            feedback.pushInfo(f"{row.sequence}  {row.utc}  {row.sentence}")
        for finding in found[:MOST_FINDINGS]:
            feedback.reportError(sentence_of(finding))
        results: Results = {
            "ROWS": len(rows),
            "VALID": not found,
            "LAST_SHA256": rows[-1].sha256 if rows else "",
        }
        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if output:
            _write(Path(output), rows)
            results[OUTPUT] = output
        if found:
            feedback.reportError(tr("The log is NOT intact: {} findings.").format(len(found)))
        else:
            feedback.pushInfo(tr("The log is intact: {} rows.").format(len(rows)))
        if rows:
            feedback.pushInfo(
                tr("SHA-256 of the last row: {}. Note it down elsewhere.").format(rows[-1].sha256)
            )
        return results


def sentence_of(finding: Finding) -> str:
    """What is wrong, in the user's language."""
    return {
        verify_log.ALTERED: tr("Row {}: its content does not match its SHA-256."),
        verify_log.OUT_OF_ORDER: tr("Row {}: its number is not the next one."),
        verify_log.BROKEN: tr("Row {}: it does not follow the row before it."),
        verify_log.CUT: tr("Row {}: neither this last row nor one before has the noted SHA-256."),
    }[finding.problem].format(finding.row)


def _write(file: Path, rows: List[Row]) -> None:
    fresh = file.with_name(f"{file.name}.new")
    try:
        fresh.write_bytes("".join(f"{line_of(row)}\n" for row in rows).encode("ascii"))
        fresh.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):  # on a full disk there is a part of it
            fresh.unlink(missing_ok=True)
        raise SkymatchError(
            tr("{} cannot be written ({}). Choose a folder that you may write to.").format(
                file, error.strerror or error
            )
        ) from error
