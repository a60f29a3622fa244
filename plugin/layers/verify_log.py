"""The rows of the evidence log: how they are chained, written as lines, and verified.

It needs nothing but Python, so that anybody can check an exported log without QGIS:

    python3 verify_log.py exported.jsonl                      whether its rows belong together
    python3 verify_log.py exported.jsonl --head <SHA-256>     and whether it still has that row

Each row holds its own SHA-256 and that of the row before it, so a row that was changed, taken out,
put in or moved breaks the chain. Rows cut off the end leave a whole chain, and who rewrites every
row makes a new one: both show only against the SHA-256 of the last row (the head), noted elsewhere
before; rows may have been added since. Exit status: 0 intact, 1 not intact, 2 cannot be read.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Dict, Iterable, List, NamedTuple

BEGINNING = "0" * 64  # what the first row names as the row before it

UNREADABLE, ALTERED, OUT_OF_ORDER, BROKEN, CUT = (
    "unreadable",
    "altered",
    "out of order",
    "broken",
    "cut",
)
_SENTENCES = {
    UNREADABLE: "Row {}: this is no row of a log, or it was rewritten.",
    ALTERED: "Row {}: its content does not match its SHA-256.",
    OUT_OF_ORDER: "Row {}: its number is not the next one.",
    BROKEN: "Row {}: it does not follow the row before it.",
    CUT: "Row {}: neither this last row nor one before has the noted SHA-256.",
}


class Row(NamedTuple):
    """One row of the log.

    Attributes:
        sequence: 1, 2, 3 and so on.
        utc: when it was written, ISO 8601.
        action: what was done, one word for machines.
        sentence: the same for people.
        content: the details as canonical JSON (see `canonical`).
        previous: SHA-256 of the row before; `BEGINNING` in the first one.
        sha256: of all the above (see `digest_of`), 64 lower-case hexadecimal digits.
    """

    sequence: int
    utc: str
    action: str
    sentence: str
    content: str
    previous: str
    sha256: str


class Finding(NamedTuple):
    """Something that does not hold: the number of the row, from 1, and one of the words above."""

    row: int
    problem: str

    def __str__(self) -> str:
        return _SENTENCES[self.problem].format(self.row)


def canonical(value: Any) -> str:
    """The one way to write a value as JSON: keys in order, no spaces, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(row: Row) -> str:
    """SHA-256 of everything in a row but the SHA-256 itself."""
    return hashlib.sha256(canonical(list(row[:-1])).encode("ascii")).hexdigest()


def next_row(head: str, count: int, utc: str, action: str, sentence: str, content: str) -> Row:
    """The row that follows a log of so many rows whose last SHA-256 is `head`."""
    row = Row(count + 1, utc, action, sentence, content, head, "")
    return row._replace(sha256=digest_of(row))


def line_of(row: Row) -> str:
    """A row as a line of an exported log, without its end; the content is a JSON object there."""
    try:
        content = json.loads(row.content)
    except (ValueError, RecursionError):  # it was altered, and shows that on its line too
        content = row.content
    return canonical({**row._asdict(), "content": content})


def row_of(line: str) -> Row:
    """The row on a line; ValueError unless the line is just what `line_of` writes."""
    fields: Dict[str, Any] = json.loads(line)
    if not isinstance(fields, dict) or set(fields) != set(Row._fields):
        raise ValueError("other fields")
    row = Row(**{**fields, "content": canonical(fields["content"])})
    texts = (row.utc, row.action, row.sentence, row.previous, row.sha256)
    if type(row.sequence) is not int or not all(isinstance(text, str) for text in texts):
        raise ValueError("other types")
    if line_of(row) != line:
        raise ValueError("written in another way")
    return row


def findings(rows: Iterable[Row], head: str = "") -> List[Finding]:
    """All that is wrong with a chain of rows.

    Args:
        rows: in the order of the log.
        head: SHA-256 that one of the rows must have; empty when none was noted.
    """
    found: List[Finding] = []
    previous, number, lost = BEGINNING, 0, bool(head)
    for number, row in enumerate(rows, 1):
        if digest_of(row) != row.sha256:
            found.append(Finding(number, ALTERED))
        if row.sequence != number:
            found.append(Finding(number, OUT_OF_ORDER))
        if row.previous != previous:
            found.append(Finding(number, BROKEN))
        previous = row.sha256
        lost = lost and row.sha256 != head
    if lost:
        found.append(Finding(number, CUT))
    return found


def findings_in(exported: bytes, head: str = "") -> List[Finding]:
    """The same for an exported log, of which every byte counts."""
    if not exported:
        return [Finding(0, CUT)] if head else []
    lines = exported.split(b"\n")
    rows: List[Row] = []
    unreadable: List[Finding] = []
    for number, line in enumerate(lines[:-1], 1):
        try:
            rows.append(row_of(line.decode("ascii")))
        except (ValueError, RecursionError):
            unreadable.append(Finding(number, UNREADABLE))
    if lines[-1]:
        unreadable.append(Finding(len(lines), UNREADABLE))
    return unreadable or findings(rows, head)


def main(arguments: List[str]) -> int:
    """Verify an exported log and say what was found."""
    wants_head = len(arguments) == 3 and arguments[1] == "--head"
    if len(arguments) != 1 and not wants_head:
        print(__doc__)
        return 2
    try:
        exported = Path(arguments[0]).read_bytes()
    except OSError as error:
        print(f"{arguments[0]} cannot be read: {error.strerror}.")
        return 2
    found = findings_in(exported, arguments[2].strip().lower() if wants_head else "")
    print(*found, sep="\n", end="\n" if found else "")
    if found:
        print("The log is NOT intact.")
        return 1
    lines = exported.splitlines()
    print(f"The log is intact: {len(lines)} rows.")
    if lines:
        print(f"SHA-256 of the last row: {row_of(lines[-1].decode('ascii')).sha256}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
