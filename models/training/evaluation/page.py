"""Look and frame of `report.html`: plain HTML and CSS, no script, nothing to load."""

import html
from typing import Dict, Optional, Sequence

STYLE = """
:root { --ink: #1c2330; --soft: #5b6575; --line: #dde2ea; --paper: #fff; --tint: #f5f7fa; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--tint); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 28px 60px; background: var(--paper); }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 19px; margin: 40px 0 6px; padding-top: 14px; border-top: 1px solid var(--line); }
p { margin: 6px 0 12px; max-width: 82ch; }
.soft, small { color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 18px 0; }
.tile { background: var(--tint); border-radius: 8px; padding: 12px 14px; }
.tile b { display: block; font-size: 25px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile span { display: block; font-size: 13px; color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: 10px 0 6px; font-size: 13.5px; }
th { text-align: left; font-weight: 600; color: var(--soft); vertical-align: bottom; }
th, td { padding: 6px 7px; border-bottom: 1px solid var(--line); }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.n i { font-style: normal; color: var(--soft); font-size: 12px; display: block; }
tr.ours td { background: #eef5fb; } tr.part th { padding-top: 16px; color: var(--ink); }
.good { color: #00694c; } .bad { color: #b3400a; font-weight: 600; }
.plots { display: grid; grid-template-columns: repeat(2, 1fr); gap: 22px 28px; }
figure { margin: 0; } figcaption { font-size: 13px; color: var(--soft); }
svg text { font: 12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: #5b6575; }
svg .grid { stroke: #e4e8ee; stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 13px; margin: 2px 0 4px 40px; }
.key { display: inline-flex; align-items: center; gap: 6px; } .swatch { width: 24px; height: 8px; }
.case { display: grid; grid-template-columns: 2.1fr 1fr 1fr 1fr; gap: 8px; margin: 14px 0 4px; }
.case img { width: 100%; height: 190px; object-fit: contain; background: #eceff3;
  border-radius: 4px; display: block; }
@media (max-width: 760px) { .tiles, .plots { grid-template-columns: 1fr 1fr; }
  .case { grid-template-columns: 1fr 1fr; } }
@media print { body { background: none; } .case, figure, table { break-inside: avoid; } }
"""

Measure = Optional[Dict[str, Optional[float]]]


def page(title: str, body: str) -> str:
    """The whole document."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def number(value: Optional[float], kind: str) -> str:
    """A measured value as text; kinds are share, m, m2, deg and plain."""
    if value is None:
        return "–"
    if kind == "share":
        return f"{value:.2f}" if value == 0 or value >= 0.0095 else f"{value:.4f}"
    if kind in ("m", "deg"):
        digits = 1 if value < 10 else 0
        return f"{value:.{digits}f}{' m' if kind == 'm' else '°'}"
    if kind == "m2":
        return f"{value:,.0f} m²"
    return f"{value:g}"


def cell(measure: Measure, kind: str = "share") -> str:
    """A table cell: the value, below it its interval, chance level and probability by luck."""
    if measure is None or measure.get("value") is None:
        return '<td class="n">–</td>'
    low, high = (number(measure[key], kind) for key in ("low", "high"))
    below = f"{low} to {high}"
    if measure.get("chance") is not None:
        below += f"<br>chance {number(measure['chance'], kind)}"
    if measure.get("luck") is not None:
        luck = "&lt; 0.001" if measure["luck"] < 0.001 else f"{measure['luck']:.3f}"
        below += f"<br>by luck {luck}"
    return f'<td class="n"><b>{number(measure["value"], kind)}</b><i>{below}</i></td>'


def text_cell(text: str, css: str = "") -> str:
    """A cell of plain text."""
    return f'<td class="{css}">{html.escape(text)}</td>'


def row(cells: Sequence[str], css: str = "") -> str:
    """A table row of ready cells."""
    return f'<tr class="{css}">{"".join(cells)}</tr>'


def table(heads: Sequence[str], rows: Sequence[str]) -> str:
    """A table of ready rows."""
    head = "".join(f"<th>{html.escape(name)}</th>" for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def part(text: str, columns: int) -> str:
    """A row that heads the rows below it."""
    return f'<tr class="part"><th colspan="{columns}">{html.escape(text)}</th></tr>'
