"""docs/soak.md: what `make soak` found, as tables."""

import datetime
from typing import NamedTuple

from tests.soak.suites import code_digest


class Fuzzed(NamedTuple):
    """What a fuzzer did."""

    target: str
    means: str
    inputs: int
    crashes: int


class Scanned(NamedTuple):
    """What a scanner said; `remark` tells what it could not look at."""

    name: str
    findings: int
    remark: str


def table(titles, rows):
    """Lines of a table; columns of numbers stand to the right."""
    numbers = [
        bool(rows) and all(isinstance(row[n], int) for row in rows) for n in range(len(titles))
    ]
    lines = ["| " + " | ".join(titles) + " |"]
    lines.append("|" + "|".join("---:" if number else "---" for number in numbers) + "|")
    for row in rows:
        cells = (f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return [*lines, ""]


def faults(entries):
    """One line for each kind of fault, however many tests told of it, and their sum."""
    kinds = {}
    for entry in (entry for entry in entries if "fault" in entry):
        tried, survived, lost, _ = kinds.get(entry["fault"], (0, 0, 0, ""))
        kinds[entry["fault"]] = (
            tried + entry["tried"],
            survived + entry["survived"],
            lost + entry["lost"],
            entry["note"],
        )
    rows = [(fault, *counts) for fault, counts in sorted(kinds.items())]
    if rows:
        rows.append(("**all**", *(sum(row[n] for row in rows) for n in (1, 2, 3)), ""))
    return rows


def inputs(entries, fuzzed):
    """One line for each reader and means."""
    rows = [(one.target, one.means, one.inputs, one.crashes) for one in fuzzed]
    for entry in (entry for entry in entries if "fuzzed" in entry):
        what, _, means = entry["fuzzed"].partition(" (")
        rows.append((what, means.rstrip(")") or "hypothesis", entry["inputs"], 0))
    if rows:
        rows.append(("**all**", "", sum(row[2] for row in rows), sum(row[3] for row in rows)))
    return rows


def versions(suites):
    """One line for each QGIS on which the whole suite ran."""
    now = code_digest()
    return [
        (
            suite["qgis"],
            suite["python"],
            suite["numpy"],
            suite["passed"],
            suite["failed"] + suite["error"],
            suite["skipped"],
            suite["utc"],
            "yes" if suite["code"] == now else "no",
        )
        for suite in suites
    ]


def write(file, entries, fuzzed, scanned, suites, zip_lines, tests, minutes):
    """Write the report.

    Args:
        file: docs/soak.md.
        entries: what tests told, see `tally`.
        fuzzed, scanned: outcomes.
        suites: what `suites.records` gives.
        zip_lines: what `make package` said.
        tests: (exit status, closing line of pytest) of the fault tests' two lanes, then of the zip.
        minutes: how long all of it took.
    """
    today = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    lines = [
        "# Soak",
        "",
        f"Written by `make soak` on {today}, in {minutes:.0f} minutes, for code `{code_digest()}`.",
        "Every fault has to end in a result or in a sentence, and nothing that was stored may be",
        "gone afterwards.",
        "",
        *(f"- pytest: {closing}" for _, closing in tests),
        "",
        "## Faults",
        "",
        *table(("fault", "tried", "survived", "data lost", "note"), faults(entries)),
        "## Inputs",
        "",
        "A crash is anything but a result or a sentence; one would be kept and become a test.",
        "",
        *table(("what reads them", "means", "inputs", "open crashes"), inputs(entries, fuzzed)),
        "## Scanners",
        "",
        *table(("scanner", "findings", "remark"), [tuple(one) for one in scanned]),
        "## QGIS versions",
        "",
        "The whole test suite, by `make test` and `make test-qgis`.",
        "",
        *table(
            ("QGIS", "Python", "numpy", "passed", "failed", "skipped", "UTC", "this code"),
            versions(suites),
        ),
        "## The zip",
        "",
        *(f"- {line}" for line in zip_lines),
        f"- Its tests (reproducible, broken zips refused, upgrade): {tests[-1][1]}",
        "",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
