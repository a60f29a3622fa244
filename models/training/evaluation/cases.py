"""Single cases for the report: what the photo shows, and where the model put it."""

import base64
import io
from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from plugin.engine.birdseye import birdseye_view, image_pyramid
from plugin.engine.encoder import Encoder
from plugin.engine.grid import MetricGrid

from .cuts import each_query
from .protocol import Raster

PICTURE_PX = 240
Rgb = NDArray[np.uint8]


@dataclass(frozen=True)
class Case:
    """One query with its pictures as data URIs.

    Attributes:
        photo: as searched.
        birdseye: its ground from above, at the true heading.
        truth: the aerial picture there, same size and north up as the bird's-eye view.
        best: the aerial picture at the best candidate.
    """

    row: Dict[str, object]
    photo: str
    birdseye: str
    truth: str
    best: str


def extremes(rows: Sequence[Dict[str, object]], count: int) -> Tuple[List[int], List[int]]:
    """Numbers of the best and of the worst rows, by the share searched and then the error.

    Only photos of known heading, whole and as right-angled cuts, at most one row per place in
    each list, so that one bad panorama does not fill it.
    """
    able = [
        number
        for number, row in enumerate(rows)
        if row["heading"] == "known"
        and not row["refused"]
        and row["view"] in ("whole", "cut_90deg")
    ]
    order = sorted(able, key=lambda n: (rows[n]["rank_share"], rows[n]["error_m"]))
    return _one_per_place(rows, order, count), _one_per_place(rows, order[::-1], count)


def _one_per_place(
    rows: Sequence[Dict[str, object]], order: Sequence[int], count: int
) -> List[int]:
    chosen: Dict[Tuple[object, object], int] = {}
    for number in order:
        chosen.setdefault((rows[number]["dataset"], rows[number]["id"]), number)
    return list(chosen.values())[:count]


def draw_cases(
    rows: Sequence[Dict[str, object]], numbers: Sequence[int], raster: Raster, encoder: Encoder
) -> List[Case]:
    """Pictures of some rows. The query of a row is found again by its place, view and heading."""
    found = []
    for number in numbers:
        row = rows[number]
        (place,) = [
            i
            for i, p in enumerate(raster.pairs)
            if (p.dataset, p.id) == (row["dataset"], row["id"])
        ][:1]
        turn = _nth_cut(rows, number)
        cuts = [] if row["view"] == "whole" else [90.0]
        queries = [q for q in each_query([raster.pairs[place]], cuts) if q.view == row["view"]]
        query = queries[turn]
        side_px = encoder.pack.window_px
        view = birdseye_view(
            image_pyramid(query.photo.rgb), query.camera, query.heading_deg or 0.0,
            encoder.pack.gsd_m, side_px,
        )  # fmt: skip
        x_m, y_m = raster.truth(place)
        best_m = x_m + float(row["best_east_m"]), y_m + float(row["best_north_m"])  # type: ignore[arg-type]
        shown = np.where(view.valid[..., None], view.rgb, (view.rgb // 4 + 168).astype(np.uint8))
        found.append(
            Case(
                row,
                _uri(query.photo.rgb),
                _uri(shown, camera=True),
                _uri(_aerial(raster, x_m, y_m, encoder), camera=True),
                _uri(_aerial(raster, *best_m, encoder), camera=True),
            )
        )
    return found


def _nth_cut(rows: Sequence[Dict[str, object]], number: int) -> int:
    """How many rows of the same place, view and setting come before this one."""
    same = ("dataset", "id", "view", "heading")
    wanted = [rows[number][key] for key in same]
    return sum([row[key] for key in same] == wanted for row in rows[:number])


def _aerial(raster: Raster, x_m: float, y_m: float, encoder: Encoder) -> Rgb:
    pack = encoder.pack
    half_m = pack.window_px * pack.gsd_m / 2
    grid = MetricGrid(
        raster.codes.grid.crs, x_m - half_m, y_m + half_m, pack.gsd_m, pack.window_px,
        pack.window_px,
    )  # fmt: skip
    return raster.mosaic.read(grid).rgb


def _uri(rgb: Rgb, camera: bool = False) -> str:
    """A JPEG in the page itself; with a ring where the camera stands when wanted."""
    picture = Image.fromarray(rgb)
    height = PICTURE_PX
    picture = picture.resize((round(picture.width * height / picture.height), height))
    if camera:
        draw = ImageDraw.Draw(picture)
        middle = picture.width / 2, picture.height / 2
        for radius, colour in ((7, "black"), (6, "#ffd400")):
            box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
            draw.ellipse(box, outline=colour, width=2)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=82)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()
