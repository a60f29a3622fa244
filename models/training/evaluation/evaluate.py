"""Measure a model pack on real pairs, through the engine that the plugin uses.

    python -m models.training.evaluation.evaluate --pairs index.csv --out folder [--model pack]

Raster protocol: the aerial pictures of all pairs with known scale and camera position as one
raster, every position a candidate. Gallery protocol: the same scores at the pictures' centres
only, ranked within the data set. A head for surroundings that was fitted on some of these pairs is
replaced, for each of their places, by one that has not seen it. Beside the model run baselines and
controls. Writes `report.json`, `ranks.csv`, `baselines.csv`, `controls.csv` and `report.html`; what
their keys mean stands in REPORT.md beside this file.
"""

import argparse
import csv
import json
import resource
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from plugin.engine.camera import WeightedCamera
from plugin.engine.closer import CloserLook
from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..surroundings.pairs import held_out
from .compare import Comparison, all_baselines
from .controls import run_controls
from .cuts import Query, each_query
from .layouts import read_any, thinned
from .measures import summarise
from .pairs import Pair
from .protocol import Outcome, Raster, encode_raster, refused_outcome, run_query
from .report import write_html
from .sighting import look

KNOWLEDGE = {"known": 0.0, "within_20deg": 20.0, "unknown": 180.0}
CUT_FOV_DEG = (180.0, 90.0, 70.0)
MOST_PAIRS = 200
SAID_EVERY_S = 15.0

Row = Dict[str, object]
Report = Dict[str, object]


@dataclass(frozen=True)
class Evaluation:
    """A finished evaluation.

    Attributes:
        report: what `report.json` holds.
        rows: per query and setting; `baseline_rows` and `control_rows` likewise.
        raster: what was searched.
    """

    report: Report
    rows: List[Row]
    baseline_rows: List[Row]
    control_rows: List[Row]
    raster: Raster


def usable(pair: Pair) -> bool:
    """Pairs whose truth can be placed in a raster."""
    return pair.offset_m is not None and pair.aerial_gsd_m is not None


def evaluate(
    pairs: Sequence[Pair],
    encoder: Encoder,
    cut_fov_deg: Sequence[float] = CUT_FOV_DEG,
    knowledge: Mapping[str, float] = KNOWLEDGE,
) -> Tuple[Report, List[Row]]:
    """The report of the model alone and one row per query and setting."""
    done = evaluate_all(pairs, encoder, cut_fov_deg, knowledge, extras=False)
    return done.report, done.rows


def evaluate_all(
    pairs: Sequence[Pair],
    encoder: Encoder,
    cut_fov_deg: Sequence[float] = CUT_FOV_DEG,
    knowledge: Mapping[str, float] = KNOWLEDGE,
    extras: bool = True,
    most: int = MOST_PAIRS,
    say: Callable[[str], None] = lambda _: None,
) -> Evaluation:
    """Evaluate a model.

    Args:
        pairs: lines of a list; those whose truth cannot be placed are left out and counted.
        encoder: the model.
        cut_fov_deg: fields of view that full panoramas are cut to as well.
        knowledge: what is known of the heading: name to tolerance in degrees.
        extras: run baselines and controls too.
        most: pairs of each data set to use at most, evenly spread.
        say: takes lines of progress.
    """
    used = thinned([pair for pair in pairs if usable(pair)], most)
    if not used:
        raise SkymatchError(
            "No line of the list has an aerial_gsd_m and a known camera position in its aerial "
            "picture. Fill these columns in."
        )
    started = time.monotonic()
    say(f"Encoding the aerial pictures of {len(used)} pairs")
    raster = encode_raster(used, encoder)
    encode_seconds = time.monotonic() - started
    baselines = all_baselines(raster, encoder, say) if extras else []
    comparison = Comparison(raster, baselines)
    rows, outcomes, seconds = _run(raster, encoder, comparison, cut_fov_deg, knowledge, say)
    positions = int(raster.codes.covered.sum())
    headings = {"known": 1, "within_20deg": 5, "unknown": encoder.pack.headings}
    token_m = encoder.pack.token_m
    controls, control_rows = run_controls(raster, encoder, say) if extras else ({}, [])
    report: Report = {
        "model": {
            "name": encoder.pack.name,
            "version": encoder.pack.version,
            "sha256": encoder.pack.sha256,
        },
        "pairs": {
            "listed": len(pairs),
            "used": len(used),
            "left_out": "no known scale or camera position, or more than --most of a data set",
            "datasets": {d: sum(p.dataset == d for p in used) for d in {p.dataset for p in used}},
            "refused": sum(bool(row["refused"]) for row in rows),
        },
        "raster": {
            "positions": positions,
            "area_km2": round(positions * token_m**2 / 1e6, 5),
            "bytes_per_km2": round(1e6 / token_m**2 * encoder.pack.code_bits / 8),
            "encode_seconds": round(encode_seconds, 2),
        },
        "milliseconds_per_query": {
            label: round(1000 * sum(times) / max(len(times), 1)) for label, times in seconds.items()
        },
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "settings": {
            f"heading_{label}": {
                group: summarise(found, positions, headings.get(label, 0), token_m)
                for (known, group), found in sorted(outcomes.items())
                if known == label
            }
            for label in knowledge
        },
        "baselines": comparison.report() if extras else {},
        "controls": controls,
    }
    return Evaluation(report, rows, comparison.table(), control_rows, raster)


def _run(
    raster: Raster,
    encoder: Encoder,
    comparison: Comparison,
    cut_fov_deg: Sequence[float],
    knowledge: Mapping[str, float],
    say: Callable[[str], None],
) -> Tuple[List[Row], Dict[Tuple[str, str], List[Outcome]], Dict[str, List[float]]]:
    """All queries with all that may be known of their heading: rows, outcomes, seconds."""
    rows: List[Row] = []
    outcomes: Dict[Tuple[str, str], List[Outcome]] = {}
    seconds: Dict[str, List[float]] = {label: [] for label in knowledge}
    said = time.monotonic()
    encoder_for = held_out(raster, encoder)
    for query in each_query(raster.pairs, cut_fov_deg):
        encoder = encoder_for(raster.pairs[query.number].place)
        for label, tolerance_deg in knowledge.items():
            if query.heading_deg is None and tolerance_deg < 180.0:
                continue
            outcome, refused, taken = _one(raster, query, label, tolerance_deg, encoder, comparison)
            seconds[label].append(taken)
            rows.append({"view": query.view, "refused": refused, **asdict(outcome)})
            for group in (query.view, f"{outcome.dataset}/{query.view}"):
                outcomes.setdefault((label, group), []).append(outcome)
        if time.monotonic() - said > SAID_EVERY_S:
            said = time.monotonic()
            say(f"Photos: pair {query.number + 1} of {len(raster.pairs)}, {len(rows)} searches")
    return rows, outcomes, seconds


def _one(
    raster: Raster,
    query: Query,
    label: str,
    tolerance_deg: float,
    encoder: Encoder,
    comparison: Comparison,
) -> Tuple[Outcome, str, float]:
    """Outcome, why the engine refused the photo if it did, and seconds without the baselines."""
    begun = time.monotonic()
    try:
        sighting = look(query, tolerance_deg, encoder)
    except SkymatchError as sentence:
        outcome = refused_outcome(raster, query.number, label)
        return outcome, str(sentence), time.monotonic() - begun
    calibration = encoder.pack.calibration
    closer = CloserLook(query.photo, [WeightedCamera(query.camera, 1.0)], encoder)
    outcome = run_query(
        raster, query.number, sighting.codes, query.heading_deg, label, calibration, closer
    )
    taken = time.monotonic() - begun
    comparison.add_ours(outcome, query.view)
    comparison.add(sighting, label)
    return outcome, "", taken


def write_report(out: Path, report: Report, rows: List[Row], name: str = "ranks.csv") -> None:
    """Write `report.json` and a table of rows."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.json").write_text(json.dumps(report, indent=1, allow_nan=False) + "\n")
    write_table(out / name, rows)


def write_table(path: Path, rows: List[Row]) -> None:
    """Write rows of one kind as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def print_table(report: Report) -> None:
    """The measures that matter most, one line per setting."""
    shown = ("top1_within_10m", "truth_in_best_1pct", "gallery_recall_at_1")
    print(f"{'setting':56s}" + "".join(f"{name:>34s}" for name in shown))
    tables = {**report["settings"]}  # type: ignore[dict-item]
    for name, headings in report["baselines"].items():  # type: ignore[attr-defined]
        for heading, groups in headings.items():
            views = {view: m for view, m in groups.items() if "/" not in view}
            tables[f"{name} {heading}"] = views
    tables["control"] = report["controls"]  # type: ignore[assignment]
    for setting, groups in tables.items():
        for group, measures in groups.items():
            cells = [_cell(measures.get(name)) for name in shown]
            label = f"{setting} {group} ({measures['queries']})"
            print(f"{label:56s}" + "".join(f"{cell:>34s}" for cell in cells))


def _cell(m: Optional[Dict[str, float]]) -> str:
    if m is None:
        return "-"
    return f"{m['value']:.2f} [{m['low']:.2f}, {m['high']:.2f}] chance {m['chance']:.4f}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--pairs", type=Path, required=True,
        help="a CSV file, a folder of CVUSA, CVACT or VIGOR, or one of photos over a GeoTIFF",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=shipped_pack_folder())
    parser.add_argument(
        "--most", type=int, default=MOST_PAIRS,
        help="use at most so many pairs of a data set, evenly spread (default %(default)s)",
    )  # fmt: skip
    parser.add_argument("--model-only", action="store_true", help="no baselines, no controls")
    options = parser.parse_args()
    try:
        encoder = Encoder(load_pack(options.model))
        done = evaluate_all(
            read_any(options.pairs),
            encoder,
            extras=not options.model_only,
            most=options.most,
            say=_say,
        )
    except SkymatchError as sentence:
        raise SystemExit(str(sentence)) from None
    except OSError as error:
        raise SystemExit(f"{options.pairs} cannot be read: {error}") from None
    write_report(options.out, done.report, done.rows)
    if not options.model_only:
        write_table(options.out / "baselines.csv", done.baseline_rows)
        write_table(options.out / "controls.csv", done.control_rows)
    write_html(options.out / "report.html", done.report, done.rows, done.raster, encoder)
    print_table(done.report)
    print(f"Written: {options.out / 'report.html'}, report.json and tables beside it")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
