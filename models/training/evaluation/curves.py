"""The curves of the report: how far off, how much to search, how honest."""

import html
from typing import Any, Dict, Iterator, List, Sequence, Tuple

import numpy as np

from plugin.engine.locate import allowed_positions

from .compare import NOT_USED
from .plots import CHANCE_COLOUR, COLOURS, Axis, Line, cumulative, plot
from .protocol import Raster
from .ranking import chance_in_best

HEADINGS = {
    "heading_known": "heading known",
    "heading_within_20deg": "heading known to ±20°",
    "heading_unknown": "heading unknown",
    f"heading_{NOT_USED}": "heading not used",
}

Report = Dict[str, Any]
Rows = Sequence[Dict[str, Any]]
Values = List[float]


GUESSED_FROM = 30
FIFTHS = [0, 0.2, 0.4, 0.6, 0.8, 1]
SHARE = Axis("share of photos", 0, 1, FIFTHS)
METRES = [1.25 * 2 ** (step / 4) for step in range(33)]
PARTS = [10 ** (step / 10 - 4) for step in range(41)]


def curves(report: Report, rows: Rows, raster: Raster) -> str:
    """Error curves, recall against area and reliability diagram."""
    far = "How far off: share of photos whose best candidate lies within a distance. Whole photos."
    much = (
        "How much to search: share of photos whose true place is among the best part of the area. "
        "Whole photos."
    )
    honest = (
        "How honest: what the model says of its best candidate against how often it is right. "
        "Larger dots, more photos. Whole photos."
    )
    figures = [
        _figure(_errors(report, rows, raster, "whole"), far),
        _figure(_areas(report, rows), much),
        _figure(_reliability(report), honest),
    ]
    if any(r["view"] == "cut_90deg" for r in rows):
        caption = "The same as the first, for panoramas cut to 90°, as an ordinary photo shows."
        figures.append(_figure(_errors(report, rows, raster, "cut_90deg"), caption))
    return f"<h2>Curves</h2><div class='plots'>{''.join(figures)}</div>"


def _values(report: Report, rows: Rows, view: str, key: str) -> Iterator[Tuple[str, str, Values]]:
    """Heading's name, colour and values of every setting that has any."""
    for setting, colour in zip(report["settings"], COLOURS):
        label = setting[len("heading_") :]
        values = [float(r[key]) for r in rows if (r["heading"], r["view"]) == (label, view)]
        if values:
            yield HEADINGS.get(setting, setting), colour, values


def _errors(report: Report, rows: Rows, raster: Raster, view: str) -> str:
    lines = [
        Line(name, cumulative(values, METRES), colour)
        for name, colour, values in _values(report, rows, view, "error_m")
    ]
    lines.append(Line("guessing", _guessed(raster), CHANCE_COLOUR, dashed=True))
    ticks = [2.5, 5, 10, 25, 50, 100, 250]
    across = Axis("error of the best candidate, m", METRES[0], METRES[-1], ticks, True)
    return plot(lines, across, SHARE, "Error curve")


def _guessed(raster: Raster) -> List[Tuple[float, float]]:
    """Share of all positions within a distance of a camera, mean over cameras."""
    allowed = allowed_positions(raster.codes, None)
    shares = [
        [(raster.distances_m(number)[allowed] <= metres).mean() for metres in METRES]
        for number in range(0, len(raster.pairs), max(1, len(raster.pairs) // GUESSED_FROM))
    ]
    return [(m, float(share)) for m, share in zip(METRES, np.mean(shares, axis=0))]


def _areas(report: Report, rows: Rows) -> str:
    raster = report["raster"]
    spacing_m = (raster["area_km2"] * 1e6 / raster["positions"]) ** 0.5
    lines = [
        Line(name, cumulative(values, PARTS), colour)
        for name, colour, values in _values(report, rows, "whole", "rank_share")
    ]
    guess = [(s, chance_in_best(s, spacing_m)) for s in PARTS]
    lines.append(Line("guessing", guess, CHANCE_COLOUR, dashed=True))
    across = Axis("share of the area searched", 1e-4, 1, [1e-4, 1e-3, 0.01, 0.1, 1], True, True)
    return plot(lines, across, SHARE, "Recall against area")


def _reliability(report: Report) -> str:
    lines = []
    for (setting, groups), colour in zip(report["settings"].items(), COLOURS):
        bins = groups["whole"]["reliability"] if "whole" in groups else []
        dots = [3 + 1.6 * b["queries"] ** 0.5 for b in bins]
        points = [(b["stated"], b["right"]) for b in bins]
        lines.append(Line(HEADINGS.get(setting, setting), points, colour, dots=dots, joined=False))
    lines.append(Line("exactly right", [(0, 0), (1, 1)], CHANCE_COLOUR, dashed=True))
    across = Axis("stated probability", 0, 1, FIFTHS)
    return plot(lines, across, Axis("share right within 5 m", 0, 1, FIFTHS), "Reliability")


def _figure(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{html.escape(caption)}</figcaption></figure>"
