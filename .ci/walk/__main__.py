"""Walks through the packed plugin in a real QGIS, checks what comes of it and writes it down.

    python .ci/walk

Needs build/skymatch.zip (`make package`) and the system packages qgis, xvfb and libxtst6. It ends
with 1 and a sentence when a step fails, when the first result takes more than five clicks, when
the reopened project is not as it was saved, or when `qgis_process` finds other candidates.
"""

import ast
import json
import sqlite3
import statistics
import sys
from pathlib import Path
from typing import Any, Dict, List, Tuple

from desk import HOME, OUT, PHOTO, REPOSITORY, SETTINGS, Desk
from report import write

MOST_CLICKS = 5
STARTS = 3
ACCEPTED = ["accepted", "Kerb and crossing match"]
ALLOWED_DIFFERENCE = 1e-6
COLUMNS = "rank, probability, heading, lon, lat, score"


def main() -> None:
    """Walk, compare, measure, write."""
    with Desk() as desk:
        desk.walk("first.py")
        result = desk.walk("again.py", str(HOME / "found.qgz"))
        result["candidates"] = compare(desk, result)
        result["starts"] = starts(desk)
    target = REPOSITORY / "build" / "walk.json"
    target.write_text(json.dumps(result, indent=1), encoding="utf-8")
    found = problems(result)
    if found:
        sys.exit("\n".join(found))
    write(OUT, result)
    print(f"{len(result['clicks'])} clicks: {', '.join(result['clicks'])}")
    print(f"Dock {result['dock_s']:.2f} s; start of QGIS {result['starts']}")


def problems(result: Dict[str, Any]) -> List[str]:
    """Sentences about what is not as it must be."""
    found = []
    if len(result["clicks"]) > MOST_CLICKS:
        found.append(f"The first result took {len(result['clicks'])} clicks: {result['clicks']}")
    if result["broken"]:
        found.append(f"Layers of the reopened project are broken: {result['broken']}")
    if result["review"] != ACCEPTED:
        found.append(f"The review of the first candidate came back as {result['review']}.")
    if result["index"] != "complete":
        found.append(f"The index of the reopened project is {result['index']}.")
    outside = [one for one in result["sources"] if not one.startswith(str(HOME))]
    if outside or any(".profiles" in one for one in result["sources"]):
        found.append(f"Layers do not lie beside the project: {result['sources']}")
    here, there = result["candidates"]["dock"], result["candidates"]["qgis_process"]
    same = len(here) == len(there) and all(
        abs(one - other) <= ALLOWED_DIFFERENCE
        for row, other_row in zip(here, there)
        for one, other in zip(row, other_row)
    )
    if not same or not here:
        found.append(f"qgis_process found other candidates:\n{here}\n{there}")
    return found


def compare(desk: Desk, result: Dict[str, Any]) -> Dict[str, List[Tuple[float, ...]]]:
    """The candidates in the project, and those of the same run by qgis_process."""
    text = result["run"]
    parameters = ast.literal_eval(text[text.index("{") : text.rindex("}") + 1])
    again = OUT / "again.gpkg"
    sinks = {"WEDGES": "", "CELLS": "", "HEAT": "", "REGIONS": "", "CANDIDATES": str(again)}
    given = {name: value for name, value in parameters.items() if name not in sinks}
    sinks = {name: value or "TEMPORARY_OUTPUT" for name, value in sinks.items()}
    desk.process(
        "skymatch:locatephoto", [f"{name}={value}" for name, value in {**given, **sinks}.items()]
    )
    results = HOME / "found_skymatch" / "photos" / Path(PHOTO).with_suffix(".gpkg").name
    return {"dock": rows_of(results, "candidates"), "qgis_process": rows_of(again, "again")}


def rows_of(file: Path, table: str) -> List[Tuple[float, ...]]:
    """The candidates in a GeoPackage, best first."""
    with sqlite3.connect(file) as connection:
        return connection.execute(f'SELECT {COLUMNS} FROM "{table}" ORDER BY rank').fetchall()


def starts(desk: Desk) -> Dict[str, Any]:
    """How long QGIS takes to start with and without the plugin, in turns; medians.

    Processor time says more than the clock where the machine is busy with other work.
    """
    spent: Dict[str, List[Dict[str, float]]] = {"true": [], "false": []}
    for _ in range(STARTS):
        for wanted, other in (("true", "false"), ("false", "true")):
            text = SETTINGS.read_text(encoding="utf-8")
            SETTINGS.write_text(text.replace(f"\nskymatch={other}", f"\nskymatch={wanted}"))
            began_s = desk.qgis("started.py")
            noted = json.loads((OUT / "started.json").read_text())
            spent[wanted].append({**noted, "clock_s": noted["at_s"] - began_s})
    numbers = ("clock_s", "cpu_s", "plugin_cpu_s")
    return {
        "runs": STARTS,
        **{
            name: {key: statistics.median(one[key] for one in spent[wanted]) for key in numbers}
            for name, wanted in (("with", "true"), ("without", "false"))
        },
    }


if __name__ == "__main__":
    main()
