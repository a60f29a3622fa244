"""The evidence log: rows are only added, and whatever else is done to them is noticed."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugin.engine.errors import SkymatchError
from plugin.layers import verify_log
from plugin.layers.evidence_log import (
    FORMAT,
    SEARCH,
    append,
    details_of,
    log_file,
    read_rows,
    record,
)
from plugin.layers.verify_log import (
    BEGINNING,
    canonical,
    digest_of,
    findings,
    findings_in,
    line_of,
    next_row,
    row_of,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)  # fmt: skip
entries = st.tuples(st.sampled_from(["search", "review"]), st.text(max_size=20), json_values)
# A lone surrogate cannot be part of any file; QGIS gives none.
logs = st.lists(entries, min_size=1, max_size=5)


def chain(written):
    """Rows of a log as they are written one after the other."""
    rows, head = [], BEGINNING
    for number, (action, sentence, value) in enumerate(written):
        content = canonical({"value": value})
        rows.append(
            next_row(head, number, f"2026-01-01T00:00:{number:02}", action, sentence, content)
        )
        head = rows[-1].sha256
    return rows


def exported(rows):
    """The bytes of an exported log."""
    return "".join(line_of(row) + "\n" for row in rows).encode("ascii")


@given(logs)
def test_a_log_that_nobody_touched_is_intact(written):
    """As rows and as a file, with and without its head; every line reads back as its row."""
    rows = chain(written)
    assert findings(rows) == findings(rows, rows[-1].sha256) == []
    assert findings_in(exported(rows), rows[0].sha256) == []
    assert [row_of(line_of(row)) for row in rows] == rows


# How long inputs take to make says only how busy the machine is.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(logs, st.data())
def test_any_bit_that_changes_is_noticed(written, data):
    """Anywhere in the file, punctuation and line ends included."""
    content = bytearray(exported(chain(written)))
    position = data.draw(st.integers(0, len(content) - 1))
    content[position] ^= 1 << data.draw(st.integers(0, 7))
    assert findings_in(bytes(content))


def test_every_bit_of_a_small_log():
    """The same without chance."""
    content = exported(chain([("search", "Straße", {"a": [1.5, True]}), ("review", "b", None)]))
    for bit in range(8 * len(content)):
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        assert findings_in(bytes(changed)), bit


@given(st.lists(entries, min_size=2, max_size=6), st.data())
def test_rows_taken_out_put_in_or_swapped_are_noticed(written, data):
    """Taken off the end they are noticed only against a noted head."""
    rows = chain(written)
    at = data.draw(st.integers(0, len(rows) - 2))
    assert findings(rows[:at] + rows[at + 1 :])
    assert findings(rows[:at] + [rows[at]] + rows[at:])
    swapped = list(rows)
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    assert findings(swapped)
    foreign = chain([("search", "another log", 1)])[0]
    assert findings(rows[: at + 1] + [foreign] + rows[at + 1 :])
    assert findings(rows[:-1]) == []
    assert [one.problem for one in findings(rows[:-1], rows[-1].sha256)] == [verify_log.CUT]


@given(logs, st.data())
def test_a_field_that_changes_is_noticed_even_with_its_own_hash_made_anew(written, data):
    """In the last row against the head, in any other also by the row that follows."""
    rows = chain([*written, ("search", "last", 0)])
    at = data.draw(st.integers(0, len(rows) - 1))
    field = data.draw(st.sampled_from(["utc", "action", "sentence", "content"]))
    changed = rows[at]._replace(**{field: getattr(rows[at], field) + " "})
    assert findings([*rows[:at], changed, *rows[at + 1 :]])
    forged = changed._replace(sha256=digest_of(changed))
    assert findings([*rows[:at], forged, *rows[at + 1 :]], rows[-1].sha256)


@given(st.binary(max_size=200))
def test_other_files_are_no_logs(content):
    """Whatever they hold, the answer is a finding and no failure."""
    assert bool(findings_in(content)) == bool(content)


@pytest.mark.parametrize("line", ["[]", "1", '{"sequence":1}', "[" * 100_000, '"' + "a" * 10 + '"'])
def test_lines_that_are_no_rows(line):
    """Also such as would exhaust a careless reader."""
    assert findings_in(line.encode() + b"\n")[0].problem == verify_log.UNREADABLE


def test_rows_are_added_and_read_back(qgis_app, tmp_path):
    """In order, chained, with their details; the folder is made."""
    file = tmp_path / "new" / "evidence.sqlite"
    written = [append(file, SEARCH, f"Photo {n} – Ärger", {"n": n, "x": 0.1}) for n in range(3)]
    rows = read_rows(file)
    assert rows == written and [row.sequence for row in rows] == [1, 2, 3]
    assert findings(rows) == [] and details_of(rows[2]) == {"n": 2, "x": 0.1}
    assert rows[0].utc.endswith("+00:00")


@pytest.mark.parametrize(
    "statement", ["DELETE FROM skymatch_log", "UPDATE skymatch_log SET sentence = 'x'"]
)
def test_sql_cannot_change_rows_by_mistake(qgis_app, tmp_path, statement):
    """Triggers refuse it; who drops them is found out by the chain."""
    file = tmp_path / "evidence.sqlite"
    for number in range(3):
        append(file, SEARCH, "s", {"n": number})
    with closing(sqlite3.connect(file)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            connection.execute(statement)
        connection.execute("DROP TRIGGER skymatch_log_keeps_rows")
        connection.execute("DROP TRIGGER skymatch_log_keeps_content")
        connection.execute(statement + " WHERE sequence = 2")
        connection.commit()
    assert findings(read_rows(file))


def test_two_runs_at_once_make_one_chain(qgis_app, tmp_path):
    """No row is lost and none has two successors."""
    file = tmp_path / "evidence.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: append(file, SEARCH, "s", {"n": n}), range(24)))
    rows = read_rows(file)
    assert len(rows) == 24 and findings(rows) == []
    assert {details_of(row)["n"] for row in rows} == set(range(24))


def test_a_log_that_cannot_be_written_is_a_sentence(qgis_app, tmp_path):
    """Work goes on: a file where the folder should be, a foreign file, a newer log, odd content."""
    (tmp_path / "a").write_text("x", encoding="utf-8")
    assert "could not be continued" in record(tmp_path / "a" / "evidence.sqlite", SEARCH, "s", {})
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_bytes(b"no database" * 100)
    assert "not a database" in record(foreign, SEARCH, "s", {})
    assert foreign.read_bytes() == b"no database" * 100
    newer = tmp_path / "newer.sqlite"
    append(newer, SEARCH, "s", {})
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    assert "newer Skymatch" in record(newer, SEARCH, "s", {})
    with pytest.raises(SkymatchError, match="newer Skymatch"):
        read_rows(newer)
    assert "could not be" in record(tmp_path / "b.sqlite", SEARCH, "s", {"x": float("nan")})
    assert record(None, SEARCH, "s", {}) is None


def test_a_log_in_use_is_a_sentence_soon(qgis_app, tmp_path, monkeypatch):
    """Another program holds it: nobody waits for long."""
    monkeypatch.setattr("plugin.layers.evidence_log.BUSY_S", 0.1)
    file = tmp_path / "evidence.sqlite"
    append(file, SEARCH, "s", {})
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert "locked" in record(file, SEARCH, "s", {})


def test_where_the_log_of_a_project_lies(project, tmp_path):
    """Beside a saved project; with the spare copies of this QGIS before."""
    assert "unsaved" in log_file(project).parts
    project.setFileName(str(tmp_path / "city.qgz"))
    assert log_file(project) == tmp_path / "city_skymatch" / "evidence.sqlite"


def test_the_program_verifies_without_qgis(qgis_app, tmp_path):
    """An exported log, its head, a wrong head, a changed log, no log."""
    file = tmp_path / "evidence.sqlite"
    rows = [append(file, SEARCH, "Photo", {"n": n}) for n in range(2)]
    log = tmp_path / "log.jsonl"
    log.write_bytes(exported(rows))

    def verify(*arguments):
        program = [sys.executable, "-I", verify_log.__file__, *arguments]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    status, text = verify(str(log))
    assert status == 0 and "intact: 2 rows" in text and rows[1].sha256 in text
    assert verify(str(log), "--head", rows[0].sha256)[0] == 0
    status, text = verify(str(log), "--head", "0" * 64)
    assert status == 1 and "NOT intact" in text and "noted" in text
    log.write_bytes(log.read_bytes().replace(b"Photo", b"Foto!", 1))
    assert verify(str(log))[0] == 1
    assert verify(str(tmp_path / "none.jsonl"))[0] == 2
    assert verify()[0] == 2
    assert json.loads(Path(log).read_text("ascii").splitlines()[1])["content"] == {"n": 1}
