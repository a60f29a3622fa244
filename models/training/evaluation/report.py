"""`report.html`: one page that shows what was measured to someone who doubts it."""

import html
from pathlib import Path
from typing import Any, Dict, List, Sequence

from plugin.engine.encoder import Encoder

from .cases import Case, draw_cases, extremes
from .compare import OURS
from .curves import HEADINGS, curves
from .page import cell, number, page, part, row, table, text_cell
from .protocol import Raster

CASES = 5
BASELINES = {
    OURS: "Skymatch as shipped: bits against bits",
    "skymatch_bits_float_query": "Skymatch, photo in floats, map in bits",
    "skymatch_floats": "Skymatch, both in floats",
    "birdseye_pixel_correlation": "Bird's-eye view, pixel correlation",
    "pooled_transformer": "Pooled transformer features of the raw pictures",
    "pooled_efficientnet_lite0": "Pooled EfficientNet-Lite0 features",
    "predecessor_hash_512": "Predecessor's hash, 512 bits, cross-validated",
}
CONTROLS = {
    "aerial_turned_90deg": "Aerial pictures turned by 90°",
    "pairs_shuffled": "Photos given another place's truth",
    "photo_ground_blanked": "Ground of the photo in one colour, what stands around it left",
    "random_codes": "A model of random codes",
}
AT_CHANCE = 0.01

Report = Dict[str, Any]
Rows = Sequence[Dict[str, Any]]


def write_html(path: Path, report: Report, rows: Rows, raster: Raster, encoder: Encoder) -> None:
    """Write the page; see `evaluate.Evaluation` for report and rows."""
    best, worst = extremes(rows, CASES)
    body = [
        _head(report),
        _results(report),
        curves(report, rows, raster),
        _baselines(report),
        _controls(report),
        _trust(report),
        _cases("Best cases", draw_cases(rows, best, raster, encoder)),
        _cases("Worst cases", draw_cases(rows, worst, raster, encoder)),
        _limits(report),
    ]
    path.write_text(page("Skymatch evaluation", "".join(body)), encoding="utf-8")


def _views(groups: Dict[str, Any]) -> List[str]:
    """Kinds of photos, whole ones first, then wide to narrow cuts; data sets after the total."""

    def order(group: str) -> "tuple[bool, float, str]":
        dataset, _, view = group.rpartition("/")
        fov = 999.0 if view == "whole" else float(view[4:-3])
        return view != "whole", -fov, dataset

    found = sorted(groups, key=order)
    several = {g.rpartition("/")[2] for g in found if sum(h.endswith("/" + g) for h in found) > 1}
    return [g for g in found if "/" not in g or g.rpartition("/")[2] in several]


def _is_searched(setting: str) -> bool:
    """A known heading is taken over, so its errors would say nothing."""
    return setting != "heading_known"


def _name(group: str) -> str:
    dataset, _, view = group.rpartition("/")
    kind = "whole photos" if view == "whole" else f"panoramas cut to {view[4:-3]}°"
    return f"– {dataset}" if dataset else kind


def _head(report: Report) -> str:
    model, pairs, raster = report["model"], report["pairs"], report["raster"]
    heading = "heading_known" if report["settings"].get("heading_known") else "heading_unknown"
    whole = report["settings"][heading]["whole"]
    tiles = "".join(
        f'<div class="tile"><b>{number(whole[key]["value"], kind)}</b><span>{html.escape(text)}'
        f"</span><span>{number(whole[key]['low'], kind)} to {number(whole[key]['high'], kind)}"
        f"{_chance(whole[key], kind)}</span></div>"
        for key, kind, text in (
            ("top1_within_10m", "share", "of photos placed within 10 m"),
            ("truth_in_best_1pct", "share", "have the true place in the best 1 %"),
            ("median_error_m", "m", "median error of the best candidate"),
            ("gallery_recall_at_1", "share", "rank their own picture first in the gallery"),
        )
    )
    datasets = ", ".join(
        f"{count} {html.escape(name)}" for name, count in pairs["datasets"].items()
    )
    times = report["milliseconds_per_query"]
    return (
        f"<h1>How well {html.escape(model['name'])} {html.escape(model['version'])} finds places"
        f'</h1><p class="soft">Model {model["sha256"][:12]} · {pairs["used"]} pairs ({datasets}) · '
        f"{raster['positions']:,} positions over {raster['area_km2']} km²</p>"
        f"<p>Whole photos, {HEADINGS[heading]}. Ranges are 90 % bootstrap intervals over "
        "places; chance is what guessing would reach.</p>"
        f'<div class="tiles">{tiles}</div>'
        f'<p class="soft">Cost: {raster["bytes_per_km2"] / 1e6:.2f} MB per km² of index; '
        + "; ".join(f"{t} ms per photo, {HEADINGS['heading_' + k]}" for k, t in times.items())
        + f"; peak memory of this evaluation {report['peak_memory_mb']} MB. "
        f"Photos refused by the engine and counted as misses: {pairs['refused']}. "
        "Lines left out (no known scale or camera position, or too many of a data set): "
        f"{pairs['listed'] - pairs['used']}."
        "</p>"
    )


def _chance(measure: Dict[str, Any], kind: str) -> str:
    return "" if measure["chance"] is None else f" · chance {number(measure['chance'], kind)}"


def _results(report: Report) -> str:
    heads = ["photos", "count", "within 10 m", "in the best 1 %", "first in gallery",
             "median error", "median area searched", "direction within 45°"]  # fmt: skip
    lines = []
    for setting, groups in report["settings"].items():
        if not groups:
            continue
        lines.append(part(HEADINGS.get(setting, setting), len(heads)))
        for group in _views(groups):
            m = groups[group]
            sizes = ", ".join(str(size) for size in sorted(set(m["gallery_size"].values())))
            lines.append(
                row(
                    [
                        text_cell(_name(group)),
                        f'<td class="n">{m["queries"]}<i>{m["places"]} places<br>gallery {sizes}'
                        "</i></td>",
                        cell(m["top1_within_10m"]),
                        cell(m["truth_in_best_1pct"]),
                        cell(m["gallery_recall_at_1"]),
                        cell(m["median_error_m"], "m"),
                        cell(m["median_area_searched_m2"], "m2"),
                        cell(m["direction_within_45deg"] if _is_searched(setting) else None),
                    ]
                )
            )
    return (
        "<h2>Results</h2><p>All aerial pictures lie side by side as one raster and every position "
        "is a candidate. The gallery compares pictures of the same data set only. Whatever scores "
        "as well as the truth counts as ranked before it.</p>" + table(heads, lines)
    )


def _baselines(report: Report) -> str:
    if not report["baselines"]:
        return ""
    heads = ["method", "heading", "photos", "first in gallery", "among first five", "within 10 m",
             "in the best 1 %"]  # fmt: skip
    lines = []
    for view in ("whole", "cut_90deg"):
        lines.append(part(_name(view), len(heads)))
        for name in BASELINES:
            for heading, groups in report["baselines"].get(name, {}).items():
                if view not in groups:
                    continue
                m = groups[view]
                cells = [
                    text_cell(BASELINES[name]),
                    text_cell(HEADINGS[heading][len("heading ") :]),
                    text_cell(str(m["queries"])),
                    cell(m["gallery_recall_at_1"]),
                    cell(m["gallery_recall_at_5"]),
                    cell(m.get("top1_within_10m")),
                    cell(m.get("truth_in_best_1pct")),
                ]
                lines.append(row(cells, "ours" if name == OURS else ""))
    missing = [text for name, text in BASELINES.items() if name not in report["baselines"]]
    note = f'<p class="soft">Not run here: {"; ".join(missing)}.</p>' if missing else ""
    return (
        "<h2>Baselines</h2><p>The same photos, pictures and ranks. Methods without a number on "
        "the right only rank pictures. The predecessor's position is the mean of the dominant "
        "set of its five best pictures.</p>" + table(heads, lines) + note
    )


def _controls(report: Report) -> str:
    if not report["controls"]:
        return ""
    keys = ("gallery_recall_at_1", "top1_within_10m", "truth_in_best_1pct")
    heads = ["control", "count", "first in gallery", "within 10 m", "in the best 1 %",
             "mean share searched", "gallery at chance?", "raster at chance?"]  # fmt: skip
    lines = []
    for name, m in report["controls"].items():
        refused = f"{m['queries']}" + (f" ({m['refused']} refused)" if m["refused"] else "")
        cells = [text_cell(CONTROLS.get(name, name)), text_cell(refused)]
        cells += [cell(m[key]) for key in (*keys, "mean_share_searched")]
        for shares in (keys[:1], keys[1:]):
            lucky = min(m[key]["luck"] for key in shares)
            cells.append(text_cell(*(("yes", "good") if lucky >= AT_CHANCE else ("no", "bad"))))
        lines.append(row(cells))
    return (
        "<h2>Controls</h2><p>Evaluations in which no place can be recognised, or only by what "
        "stands around, for models that read it. Heading known; whole "
        "photos and panoramas cut to 90°. “By luck” is the binomial probability that guessing does "
        f"at least as well; a verdict is “no” below {AT_CHANCE:g}. It takes photos for "
        "independent, which the cuts of one panorama are not, so it errs towards “no”.</p>"
        "<p>The gallery is the fair test: every picture there has a camera at its centre. Over "
        "the raster guessing is too low a reference, because cameras stand on roads and a method "
        "that knows roads from lawns prefers roads without knowing which. The row of photos given "
        "another place's truth measures what that alone is worth; results above have to beat "
        "it, not only guessing.</p>" + table(heads, lines)
    )


def _trust(report: Report) -> str:
    heads = ["heading", "truth in 50 % region", "in 80 % region", "in 95 % region",
             "calibration error", "“not here” AUROC", "looks the wrong way",
             "heading error of hits, median"]  # fmt: skip
    lines = []
    for setting, groups in report["settings"].items():
        if "whole" not in groups:
            continue
        m = groups["whole"]
        auroc = "–" if m["not_here_auroc"] is None else f"{m['not_here_auroc']:.2f} (chance 0.50)"
        lines.append(
            row(
                [
                    text_cell(HEADINGS.get(setting, setting)),
                    *(cell(m[f"truth_in_{share}_region"]) for share in ("0.5", "0.8", "0.95")),
                    text_cell(f"{m['expected_calibration_error']:.2f}"),
                    text_cell(auroc),
                    cell(m["direction_flipped"] if _is_searched(setting) else None),
                    cell(
                        m["median_heading_error_of_hits_deg"] if _is_searched(setting) else None,
                        "deg",
                    ),
                ]
            )
        )
    return (
        "<h2>Can its probabilities be trusted?</h2><p>Whole photos. A region is honest when it "
        "holds the truth as often as it says. The calibration error is the mean gap between "
        "stated and true frequency.</p>" + table(heads, lines)
    )


def _cases(title: str, cases: Sequence[Case]) -> str:
    parts = [f"<h2>{title}</h2>"]
    if cases:
        parts.append(
            "<p>Heading known. From left: photo; its ground seen from above; the aerial picture at "
            "the true place; the aerial picture at the best candidate. The last three show 40 m, "
            "north up, the camera at the ring; pale is ground that the photo does not show.</p>"
        )
    for case in cases:
        r = case.row
        pictures = "".join(
            f'<img alt="{alt}" src="{uri}">'
            for alt, uri in (
                ("photo", case.photo),
                ("ground seen from above", case.birdseye),
                ("aerial picture at the true place", case.truth),
                ("aerial picture at the best candidate", case.best),
            )
        )
        parts.append(
            f'<div class="case">{pictures}</div><small>{html.escape(str(r["dataset"]))} '
            f"{html.escape(str(r['id']))} · {_name(str(r['view']))} · error "
            f"{number(float(r['error_m']), 'm')} · true place in the best "
            f"{100 * float(r['rank_share']):.2f} % · rank {r['gallery_rank']} of "
            f"{r['gallery_size']} in the gallery · stated probability "
            f"{float(r['candidate_probability']):.2f}</small>"
        )
    return "".join(parts)


def _limits(report: Report) -> str:
    return (
        "<h2>What these numbers do not say</h2><p>They hold for this imagery and these photos. "
        f"{report['raster']['area_km2']} km² is little: in a larger area there are more "
        "look-alikes, and hits get rarer while shares of the area stay comparable. Photos cut "
        "from one panorama are not independent; intervals therefore draw places, and a difference "
        "smaller than its interval is no difference. Keys of report.json are explained in "
        "models/training/evaluation/REPORT.md; every search stands in ranks.csv.</p>"
    )
