"""The evidence log of a project: searches and saved reviews, in rows that are only ever added.

It is an SQLite file of its own beside the project's results. Triggers keep programs from changing
or deleting rows by mistake; the chain of hashes (see `verify_log`) shows it when somebody did.
Until a project is saved its log lies with the spare copies of this QGIS, and goes when they go.
"""

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, List, Mapping, Optional

from qgis.core import Qgis, QgsMessageLog, QgsProject

from ..engine.errors import SkymatchError
from .language import tr
from .project_folder import folder_of, profile_folder
from .restoring import spare_file
from .verify_log import BEGINNING, Row, canonical, next_row

FILE_NAME = "evidence.sqlite"
SEARCH, REVIEW = "search", "review"
FORMAT = 1
BUSY_S = 2.0  # another run may be writing its row; nobody waits longer for a log

_SCHEMA = (
    "CREATE TABLE skymatch_log (sequence INTEGER PRIMARY KEY NOT NULL, utc TEXT NOT NULL,"
    " action TEXT NOT NULL, sentence TEXT NOT NULL, content TEXT NOT NULL,"
    " previous TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE)",
    "CREATE TRIGGER skymatch_log_keeps_rows BEFORE DELETE ON skymatch_log"
    " BEGIN SELECT RAISE(ABORT, 'rows of the evidence log are only added'); END",
    "CREATE TRIGGER skymatch_log_keeps_content BEFORE UPDATE ON skymatch_log"
    " BEGIN SELECT RAISE(ABORT, 'rows of the evidence log are only added'); END",
)


def log_file(project: QgsProject) -> Path:
    """The file of a project's log; it need not exist yet."""
    if not project.fileName():
        return spare_file(FILE_NAME)
    folder = folder_of(project)
    if folder == profile_folder():  # the project is kept in a database
        name = hashlib.sha256(project.fileName().encode("utf-8")).hexdigest()[:16]
        return folder / "logs" / f"{name}.sqlite"
    return folder / FILE_NAME


def record(
    file: Optional[Path], action: str, sentence: str, content: Mapping[str, Any]
) -> Optional[str]:
    """Add a row if that is possible: neither work nor review ever fails because of the log.

    Any thread. What goes wrong is said in the log panel too.

    Args:
        file: from `log_file`; None when there is no project, and nothing is recorded then.
        action: `SEARCH` or `REVIEW`.
        sentence: what was done, for people.
        content: the details; what JSON can hold.

    Returns:
        None, or a sentence that says why no row was added.
    """
    if file is None:
        return None
    try:
        append(file, action, sentence, content)
    except (SkymatchError, TypeError, ValueError) as error:
        problem = tr("The evidence log could not be continued: {}").format(error)
        QgsMessageLog.logMessage(problem, "Skymatch", Qgis.MessageLevel.Warning)
        return problem
    return None


def append(file: Path, action: str, sentence: str, content: Mapping[str, Any]) -> Row:
    """Add a row and return it; the file is made when it is not there.

    Raises:
        SkymatchError: the file cannot be written, or is no log that this version knows.
    """
    utc = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connect(file)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            _ready(connection, file)
            last = connection.execute(
                "SELECT sequence, sha256 FROM skymatch_log ORDER BY sequence DESC LIMIT 1"
            ).fetchone()
            count, head = last if last is not None else (0, BEGINNING)
            row = next_row(head, count, utc, action, sentence, canonical(dict(content)))
            connection.execute("INSERT INTO skymatch_log VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("COMMIT")
    except OSError as error:
        raise SkymatchError(
            tr("the folder {} cannot be written ({}).").format(file.parent, error.strerror)
        ) from error
    except sqlite3.Error as error:
        raise SkymatchError(tr("{} cannot be written ({}).").format(file, error)) from error
    return row


def read_rows(file: Path) -> List[Row]:
    """All rows of a log in their order, as they stand there; whether they hold is not looked at.

    Raises:
        SkymatchError: the file is not there, or is no log that this version knows.
    """
    if not file.is_file():
        raise SkymatchError(
            tr("This project has no evidence log yet. It begins with the first search.")
        )
    try:
        with closing(_connect(file, read_only=True)) as connection:
            _refuse_newer(connection, file)
            rows = connection.execute(
                "SELECT sequence, utc, action, sentence, content, previous, sha256"
                " FROM skymatch_log ORDER BY sequence"
            ).fetchall()
    except sqlite3.Error as error:
        raise SkymatchError(
            tr("The evidence log {} cannot be read ({}). Restore it from a copy.").format(
                file, error
            )
        ) from error
    return [Row(int(number), *(str(value) for value in values)) for number, *values in rows]


def details_of(row: Row) -> Any:
    """The content of a row; None when it was altered beyond reading."""
    try:
        return json.loads(row.content)
    except ValueError:
        return None


def _connect(file: Path, read_only: bool = False) -> sqlite3.Connection:
    unfinished = file.with_name(f"{file.name}-journal").exists()  # SQLite has a row to undo
    mode = "rwc" if not read_only else "rw" if unfinished else "ro"
    uri = f"{Path(os.path.abspath(file)).as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


def _ready(connection: sqlite3.Connection, file: Path) -> None:
    """Make the table in a new file; within a transaction."""
    _refuse_newer(connection, file)
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _refuse_newer(connection: sqlite3.Connection, file: Path) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        raise SkymatchError(
            tr("{} was written by a newer Skymatch. Update the plugin.").format(file.name)
        )
