"""The report of `make soak`: sums over tests, losses and crashes that cannot be overlooked."""

import json

from tests.soak import report, suites, tally
from tests.soak.report import Fuzzed, Scanned


def test_what_tests_tell_is_summed(tmp_path, monkeypatch):
    """By kind of fault; one line for all."""
    file = tmp_path / "tally.jsonl"
    monkeypatch.setenv(tally.TALLY_FILE, str(file))
    tally.tell_fault("kill", 3, 3)
    tally.tell_fault("kill", 2, 1, 4, "slow")
    tally.tell_fault("cut", 1, 1)
    tally.tell_inputs("pack.json (hypothesis)", 200)
    entries = [json.loads(line) for line in file.read_text().splitlines()]
    assert report.faults(entries) == [
        ("cut", 1, 1, 0, ""),
        ("kill", 5, 4, 4, "slow"),
        ("**all**", 6, 5, 4, ""),
    ]
    fuzzed = [Fuzzed("index files", "atheris", 10, 1)]
    assert report.inputs(entries, fuzzed) == [
        ("index files", "atheris", 10, 1),
        ("pack.json", "hypothesis", 200, 0),
        ("**all**", "", 210, 1),
    ]


def test_nothing_is_told_without_a_file(tmp_path, monkeypatch):
    """As in `make test`."""
    monkeypatch.delenv(tally.TALLY_FILE, raising=False)
    monkeypatch.chdir(tmp_path)
    tally.tell_fault("kill", 1, 1)
    assert not list(tmp_path.iterdir())


def test_the_page(tmp_path, monkeypatch):
    """Each part has its table; a suite that ran on other code is marked."""
    monkeypatch.setattr(suites, "SUITES", tmp_path)
    suite = {"python": "3.11.2", "numpy": "1.24.2", "utc": "2026-01-01 00:00", "skipped": 2}
    for qgis, code in (("3.40.6", "other"), ("3.22.16", suites.code_digest())):
        entry = {**suite, "qgis": qgis, "code": code, "passed": 1200, "failed": 1, "error": 1}
        (tmp_path / f"{qgis}.json").write_text(json.dumps(entry))
    file = tmp_path / "soak.md"
    report.write(
        file,
        [],
        [],
        [Scanned("bandit", 3, "")],
        suites.records(),
        ["Wrote build/skymatch.zip"],
        [(0, "5 passed in 1.0s"), (0, "7 passed in 1.0s")],
        2.0,
    )
    text = file.read_text()
    assert "| bandit | 3 |" in text and "Wrote build/skymatch.zip" in text
    rows = [line for line in text.splitlines() if "3.11.2" in line]
    assert [row.split(" | ")[0] for row in rows] == ["| 3.22.16", "| 3.40.6"]
    assert "| 1,200 | 2 | 2 |" in rows[0] and rows[0].endswith("yes |")
    assert rows[1].endswith("no |")
