"""Measure a model pack on real pairs, through the engine that the plugin uses.

    python -m models.training.evaluate --pairs index.csv --out folder [--model pack]

Raster protocol: the aerial pictures of all pairs with known scale and centred camera as one
raster, every position a candidate. Gallery protocol: the same scores at the pictures' centres
only, ranked within the data set. Writes `report.json` and `ranks.csv`.
"""

import argparse
import csv
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Dict, List, Mapping, Sequence, Tuple

from plugin.engine.encoder import Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.locate import LocateSettings
from plugin.engine.pack import load_pack, shipped_pack_folder

from .cuts import queries_of
from .measures import summarise
from .pairs import Pair, read_pairs
from .protocol import Outcome, encode_raster, photo_codes, run_query

KNOWLEDGE = {"known": 0.0, "within_20deg": 20.0, "unknown": 180.0}
CUT_FOV_DEG = (180.0, 90.0, 70.0)


def usable(pair: Pair) -> bool:
    """Pairs whose truth can be placed in a raster."""
    return pair.centred and pair.aerial_gsd_m is not None and pair.heading_deg is not None


def evaluate(
    pairs: Sequence[Pair],
    encoder: Encoder,
    cut_fov_deg: Sequence[float] = CUT_FOV_DEG,
    knowledge: Mapping[str, float] = KNOWLEDGE,
) -> Tuple[Dict[str, object], List[Dict[str, object]]]:
    """The report and one row per query and setting.

    Args:
        pairs: lines of a list; those whose truth cannot be placed are left out and counted.
        encoder: the model.
        cut_fov_deg: fields of view that full panoramas are cut to as well.
        knowledge: what is known of the heading: name to tolerance in degrees.
    """
    used = [pair for pair in pairs if usable(pair)]
    if not used:
        raise SkymatchError(
            "No line of the list has a heading, an aerial_gsd_m and its camera at the centre. "
            "Fill these columns in."
        )
    started = time.monotonic()
    raster = encode_raster(used, encoder)
    encode_seconds = time.monotonic() - started
    positions = int(raster.codes.covered.sum())
    rows: List[Dict[str, object]] = []
    outcomes: Dict[Tuple[str, str], List[Outcome]] = {}
    seconds = dict.fromkeys(knowledge, 0.0)
    queries = queries_of(used, cut_fov_deg)
    for query in queries:
        for label, tolerance_deg in knowledge.items():
            begun = time.monotonic()
            settings = LocateSettings(query.heading_deg, tolerance_deg)
            codes = photo_codes(query.photo, query.camera, settings, encoder)
            outcome = run_query(
                raster, query.number, codes, query.heading_deg, label, encoder.pack.calibration
            )
            seconds[label] += time.monotonic() - begun
            rows.append({"view": query.view, **asdict(outcome)})
            for group in (query.view, f"{outcome.dataset}/{query.view}"):
                outcomes.setdefault((label, group), []).append(outcome)
    headings = {"known": 1, "within_20deg": 5, "unknown": encoder.pack.headings}
    report: Dict[str, object] = {
        "model": {
            "name": encoder.pack.name,
            "version": encoder.pack.version,
            "sha256": encoder.pack.sha256,
        },
        "pairs": {
            "listed": len(pairs),
            "used": len(used),
            "left_out": "no known scale, heading or centred camera",
        },
        "raster": {
            "positions": positions,
            "area_km2": round(positions * encoder.pack.token_m**2 / 1e6, 5),
            "bytes_per_km2": round(1e6 / encoder.pack.token_m**2 * encoder.pack.code_bits / 8),
            "encode_seconds": round(encode_seconds, 2),
        },
        "milliseconds_per_query": {
            label: round(1000 * total / len(queries)) for label, total in seconds.items()
        },
        "settings": {
            f"heading_{label}": {
                group: summarise(found, positions, headings[label])
                for (known, group), found in sorted(outcomes.items())
                if known == label
            }
            for label in knowledge
        },
    }
    return report, rows


def write_report(out: Path, report: Dict[str, object], rows: List[Dict[str, object]]) -> None:
    """Write `report.json` and `ranks.csv`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    with (out / "ranks.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def print_table(report: Dict[str, object]) -> None:
    """The measures that matter most, one line per setting."""
    shown = ("top1_within_10m", "truth_in_best_1pct", "gallery_recall_at_1")
    print(f"{'setting':52s}" + "".join(f"{name:>34s}" for name in shown))
    for setting, groups in report["settings"].items():  # type: ignore[attr-defined]
        for group, measures in groups.items():
            cells = []
            for name in shown:
                m = measures[name]
                cells.append(
                    f"{m['value']:.2f} [{m['low']:.2f}, {m['high']:.2f}] chance {m['chance']:.4f}"
                )
            label = f"{setting} {group} ({measures['queries']})"
            print(f"{label:52s}" + "".join(f"{cell:>34s}" for cell in cells))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=shipped_pack_folder())
    options = parser.parse_args()
    try:
        encoder = Encoder(load_pack(options.model))
        report, rows = evaluate(read_pairs(options.pairs), encoder)
    except SkymatchError as sentence:
        raise SystemExit(str(sentence)) from None
    except OSError as error:
        raise SystemExit(f"{options.pairs} cannot be read: {error}") from None
    write_report(options.out, report, rows)
    print_table(report)
    print(f"Written: {options.out / 'report.json'}, {options.out / 'ranks.csv'}")


if __name__ == "__main__":
    main()
