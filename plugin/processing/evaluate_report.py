"""What `skymatch:evaluate` writes: attributes of the error lines, numbers, and a page."""

import html
import statistics
from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QVariant

from ..layers.language import tr

WIDTH_PX, HEIGHT_PX = 640, 260
CURVE_REACH_M = 200.0

_COLUMNS: Tuple[Tuple[str, "QVariant.Type"], ...] = (
    ("photo", QVariant.String),
    ("problem", QVariant.String),
    ("error_m", QVariant.Double),
    ("first_hit", QVariant.Int),
    ("rank_share", QVariant.Double),
    ("region_share", QVariant.Double),
    ("probability", QVariant.Double),
    ("not_here", QVariant.Double),
)


@dataclass(frozen=True)
class Judged:
    """One photo, judged; see `engine.judge.Judgement` for the measures.

    Attributes:
        problem: why it could not be located, empty when it could.
        true_x_m, true_y_m, found_x_m, found_y_m: in the CRS of the index.
        chance: of a hit by a random position.
        probability, not_here: what the result said of its best candidate, and of being elsewhere.
    """

    photo: str
    problem: str
    true_x_m: float
    true_y_m: float
    found_x_m: float
    found_y_m: float
    error_m: float
    first_hit: int
    rank_share: float
    region_share: float
    chance: float
    probability: float
    not_here: float

    @classmethod
    def refused(cls, photo: str, problem: str, x_m: float, y_m: float) -> "Judged":
        """A photo that could not be located; it counts as a miss."""
        return cls(photo, problem, x_m, y_m, x_m, y_m, float("inf"), 0, 1.0, 1.0, 0.0, 0.0, 1.0)


def error_fields() -> QgsFields:
    """Fields of the error lines."""
    fields = QgsFields()
    for name, kind in _COLUMNS:
        fields.append(QgsField(name, kind))
    return fields


def error_values(one: Judged) -> List[Any]:
    """Attributes of one error line; a photo that could not be located has no error."""
    error_m = None if one.problem else one.error_m
    return [
        one.photo,
        one.problem,
        error_m,
        one.first_hit,
        one.rank_share,
        one.region_share,
        one.probability,
        one.not_here,
    ]


def summary(judged: Sequence[Judged], radius_m: float) -> Dict[str, float]:
    """The algorithm's numbers. Photos that could not be located count as misses."""
    located = [one for one in judged if not one.problem]
    count = len(judged)
    return {
        "QUERIES": count,
        "FAILED": count - len(located),
        "HIT_SHARE": sum(one.error_m <= radius_m for one in judged) / count,
        "CHANCE": statistics.fmean(one.chance for one in located) if located else 0.0,
        "BEST_1PCT_SHARE": sum(one.rank_share < 0.01 for one in judged) / count,
        "MEDIAN_ERROR_M": statistics.median(one.error_m for one in located) if located else -1.0,
    }


def report_page(judged: Sequence[Judged], numbers: Dict[str, float], radius_m: float) -> str:
    """A page that needs no network: numbers, error curve, a row per photo."""
    facts = (
        (tr("Photos judged"), f"{numbers['QUERIES']:.0f}"),
        (tr("Could not be located (counted as misses)"), f"{numbers['FAILED']:.0f}"),
        (tr("Best candidate within {:g} m").format(radius_m), f"{numbers['HIT_SHARE']:.0%}"),
        (tr("The same by chance"), f"{numbers['CHANCE']:.2%}"),
        (tr("Truth among the best 1 % of positions"), f"{numbers['BEST_1PCT_SHARE']:.0%}"),
        (tr("Median error"), f"{numbers['MEDIAN_ERROR_M']:.1f} m"),
        *(
            (
                tr("Truth inside the {:.0%} region").format(share),
                f"{sum(one.region_share < share for one in judged) / len(judged):.0%}",
            )
            for share in (0.5, 0.8, 0.95)
        ),
    )
    rows = "".join(
        f"<tr><th>{html.escape(name)}</th><td>{value}</td></tr>" for name, value in facts
    )
    photos = "".join(_photo_row(one) for one in sorted(judged, key=lambda one: one.error_m))
    words = {
        "title": tr("Skymatch: accuracy here"),
        "heading": tr("How far to trust Skymatch here"),
        "curve_title": tr("Share of photos within a distance of the truth"),
        "photos_title": tr("Photos, best first"),
    }
    columns = (
        tr("Photo"),
        tr("Error"),
        tr("First hit at rank"),
        tr("Positions ranked before the truth"),
        tr("Stated probability"),
        tr("Stated: not here"),
    )
    return _PAGE.format(
        **{name: html.escape(text) for name, text in words.items()},
        rows=rows,
        curve=error_curve(judged),
        columns="".join(f"<th>{html.escape(title)}</th>" for title in columns),
        photos=photos,
    )


def error_curve(judged: Sequence[Judged]) -> str:
    """SVG: share of photos whose best candidate lies within a distance of the truth."""
    errors_m = sorted(one.error_m for one in judged)
    points = [(0.0, 0.0)]
    for number, error_m in enumerate(errors_m, 1):
        if error_m > CURVE_REACH_M:
            break
        points += [(error_m, points[-1][1]), (error_m, number / len(errors_m))]
    points.append((CURVE_REACH_M, points[-1][1]))
    path = " ".join(
        f"{40 + x / CURVE_REACH_M * (WIDTH_PX - 60):.1f},"
        f"{HEIGHT_PX - 30 - y * (HEIGHT_PX - 50):.1f}"
        for x, y in points
    )
    marks = "".join(
        f"<text x='{40 + x / CURVE_REACH_M * (WIDTH_PX - 60):.0f}' y='{HEIGHT_PX - 8}' "
        f"text-anchor='middle'>{x} m</text>"
        for x in (0, 50, 100, 150, 200)
    )
    levels = "".join(
        f"<text x='34' y='{HEIGHT_PX - 26 - share * (HEIGHT_PX - 50):.0f}' "
        f"text-anchor='end'>{share:.0%}</text>"
        for share in (0.0, 0.5, 1.0)
    )
    return (
        f"<svg viewBox='0 0 {WIDTH_PX} {HEIGHT_PX}' width='{WIDTH_PX}' font-size='12'>"
        f"<rect x='40' y='20' width='{WIDTH_PX - 60}' height='{HEIGHT_PX - 50}' fill='none' "
        f"stroke='#bbb'/>{marks}{levels}"
        f"<polyline points='{path}' fill='none' stroke='#1b6ca8' stroke-width='2'/></svg>"
    )


def _photo_row(one: Judged) -> str:
    cells = (
        one.photo,
        one.problem or f"{one.error_m:.1f} m",
        str(one.first_hit or "–"),
        f"{one.rank_share:.2%}",
        f"{one.probability:.0%}",
        f"{one.not_here:.0%}",
    )
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"


_PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: sans-serif; margin: 2em; max-width: 60em }}
th {{ text-align: left; padding-right: 2em; font-weight: normal }}
td, th {{ border-bottom: 1px solid #ddd; padding: 3px 12px 3px 0 }}</style></head>
<body><h1>{heading}</h1><table>{rows}</table>
<h2>{curve_title}</h2>{curve}
<h2>{photos_title}</h2>
<table><tr>{columns}</tr>{photos}</table></body></html>
"""
