"""Plots as SVG text: small, sharp at any size, and with nothing to load."""

import html
import math
from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

WIDTH, HEIGHT = 460, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 26, 14, 48
# Okabe and Ito's colours, which stay apart for colour-blind readers.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
CHANCE_COLOUR = "#777777"


@dataclass(frozen=True)
class Line:
    """One curve.

    Attributes:
        points: (x, y) in data units.
        dashed: for chance levels.
        dots: mark the points, with these radii in pixels.
        joined: draw the curve through them.
    """

    label: str
    points: Sequence[Tuple[float, float]]
    colour: str
    dashed: bool = False
    dots: Optional[Sequence[float]] = None
    joined: bool = True


@dataclass(frozen=True)
class Axis:
    """A range, linear or logarithmic, with what it shows."""

    label: str
    low: float
    high: float
    ticks: Sequence[float]
    logarithmic: bool = False
    percent: bool = False

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1."""
        value = min(max(value, self.low), self.high)
        if self.logarithmic:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def text(self, value: float) -> str:
        """A tick's label."""
        return f"{100 * value:g} %" if self.percent else f"{value:g}"


def plot(lines: Sequence[Line], across: Axis, up: Axis, title: str) -> str:
    """An SVG picture of curves with grid, ticks and legend."""
    parts: List[str] = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(title)}">'
    ]
    for tick in across.ticks:
        x = _x(across, tick)
        parts.append(f'<line class="grid" x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}"/>')
        parts.append(_text(x, HEIGHT - BOTTOM + 16, across.text(tick), "middle"))
    for tick in up.ticks:
        y = _y(up, tick)
        parts.append(f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>')
        parts.append(_text(LEFT - 6, y + 4, up.text(tick), "end"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, across.label, "middle"))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(
        f'<text transform="translate(13 {middle}) rotate(-90)" text-anchor="middle">'
        f"{html.escape(up.label)}</text>"
    )
    for line in lines:
        parts.extend(_curve(line, across, up))
    parts.append("</svg>")
    legend = "".join(
        f'<span class="key"><svg viewBox="0 0 24 8" class="swatch"><line x1="0" y1="4" x2="24" '
        f'y2="4" stroke="{line.colour}" stroke-width="3"{_dash(line)}/></svg>'
        f"{html.escape(line.label)}</span>"
        for line in lines
    )
    return "".join(parts) + f'<div class="legend">{legend}</div>'


def _curve(line: Line, across: Axis, up: Axis) -> List[str]:
    at = [(_x(across, x), _y(up, y)) for x, y in line.points]
    parts = []
    if line.joined and len(at) > 1:
        points = " ".join(f"{x},{y}" for x, y in at)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{line.colour}" stroke-width="2"'
            f"{_dash(line)}/>"
        )
    for (x, y), radius in zip(at, line.dots or ()):
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="{line.colour}" fill-opacity="0.75"/>'
        )
    return parts


def _dash(line: Line) -> str:
    return ' stroke-dasharray="5 4"' if line.dashed else ""


def _x(axis: Axis, value: float) -> float:
    return round(LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT), 1)


def _y(axis: Axis, value: float) -> float:
    return round(HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM), 1)


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{html.escape(text)}</text>'


def cumulative(values: Sequence[float], at: Sequence[float]) -> List[Tuple[float, float]]:
    """(x, share of values up to x) for every x."""
    return [(x, sum(value <= x for value in values) / len(values)) for x in at]
