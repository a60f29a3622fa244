"""Where house plots lie along the streets, and what stands on the verge in front of them."""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import Point, box
from shapely.prepared import PreparedGeometry, prep

from models.training.simulator.town_gardens import PlotStyle, furnish
from models.training.simulator.town_maps import Rgb
from models.training.simulator.town_roads import RoadNetwork, Street
from models.training.simulator.town_scenery import Frame, Scenery, grow_tree

ROOF_TONES: tuple[Rgb, ...] = (
    (146, 78, 58),
    (122, 66, 52),
    (92, 88, 88),
    (72, 72, 78),
    (128, 108, 92),
    (164, 100, 74),
    (108, 98, 90),
    (150, 148, 146),
)
FACADE_TONES: tuple[Rgb, ...] = (
    (222, 214, 198),
    (196, 176, 150),
    (158, 96, 78),
    (232, 230, 224),
    (180, 140, 112),
    (206, 200, 176),
    (150, 160, 168),
    (138, 84, 68),
)
LAWN_TONES: tuple[Rgb, ...] = (
    (84, 108, 52),
    (106, 118, 62),
    (130, 126, 74),
    (72, 98, 50),
    (118, 122, 70),
    (144, 134, 88),
)


def fill_plots(
    scenery: Scenery,
    roads: RoadNetwork,
    rng: np.random.Generator,
    size_m: float,
    tree_density: float,
) -> None:
    """Walk along both sides of every street and set plots wherever there is room."""
    blocked = prep(roads.corridor)
    town = box(-25, -25, size_m + 25, size_m + 25)
    for street in roads.streets:
        if not street.line.shape.intersects(town):
            continue
        for side in (1, -1):
            style = _draw_style(rng, street, tree_density)
            chainage = rng.uniform(4, 14)
            while chainage < street.line.length:
                width = style.frontage_m * (1 if style.terrace else rng.uniform(0.85, 1.3))
                frame = _plot_frame(street, side, chainage + width / 2)
                depth = _free_depth(scenery, blocked, frame, width)
                if depth and town.contains(Point(frame.origin_m)):
                    scenery.take(frame.rectangle(-width / 2, 0.05, width / 2, depth))
                    to_kerb = street.half_corridor_m - street.width_m / 2
                    furnish(scenery, rng, style, frame, width, depth, to_kerb)
                    chainage += width + 0.1
                else:
                    chainage += 2.5
            _line_street(scenery, rng, street, side, style, size_m)


def _draw_style(rng: np.random.Generator, street: Street, tree_density: float) -> PlotStyle:
    terrace = bool(rng.random() < 0.22)
    roof = str(rng.choice(["gable", "hip", "flat"], p=[0.5, 0.38, 0.12]))
    return PlotStyle(
        frontage_m=float(rng.uniform(6.5, 9) if terrace else rng.uniform(13, 24)),
        setback_m=float(rng.uniform(2.0, 5.0) if terrace else rng.uniform(4.0, 9.0)),
        boundary=str(rng.choice(["hedge", "wall", "fence", "none"], p=[0.32, 0.22, 0.16, 0.3])),
        roof="gable" if terrace else roof,
        roof_rgb=ROOF_TONES[rng.integers(len(ROOF_TONES))],
        facade_rgb=FACADE_TONES[rng.integers(len(FACADE_TONES))],
        storeys=int(rng.choice([1, 2, 3] if street.width_m > 6.8 else [1, 1, 2])),
        terrace=terrace,
        lawn_rgb=LAWN_TONES[rng.integers(len(LAWN_TONES))],
        trees_per_plot=float(rng.uniform(0.4, 2.6) * tree_density),
        street_tree_every_m=float(rng.choice([0.0, 0.0, 9.0, 13.0, 19.0])),
    )


def _plot_frame(street: Street, side: int, chainage_m: float) -> Frame:
    x, y, tx, ty = street.line.frame(chainage_m)
    offset = side * street.half_corridor_m
    return Frame((x - offset * ty, y + offset * tx), (side * tx, side * ty))


def _free_depth(scenery: Scenery, blocked: PreparedGeometry, frame: Frame, width_m: float) -> float:
    for depth in (36.0, 29.0, 23.0, 18.0):
        plot = frame.rectangle(-width_m / 2, 1.2, width_m / 2, depth)
        if not blocked.intersects(plot) and scenery.is_free(plot):
            return depth
    return 0.0


def _line_street(
    scenery: Scenery,
    rng: np.random.Generator,
    street: Street,
    side: int,
    style: PlotStyle,
    size_m: float,
) -> None:
    """Street trees or lamps on the verge, and places where cars may stand at the kerb."""
    reach, half = street.line.length, street.width_m / 2
    verge = street.verge_m[0] if side > 0 else street.verge_m[1]
    if style.street_tree_every_m and verge > 0.9:
        for s in np.arange(rng.uniform(9, 14), reach - 9, style.street_tree_every_m):
            place = _beside(street, side * (half + verge / 2), s)
            scenery.trees.append(grow_tree(rng, place, rng.uniform(1.4, 3.4)))
    if side > 0 and street.kerb_m:
        for s in np.arange(rng.uniform(5, 25), reach, 34.0):
            scenery.lamps.append(_beside(street, half + 0.5, s + rng.uniform(-2, 2)))
    if street.width_m > 5.0 and street.cycle_lane_rgb is None:
        for s in np.arange(14, reach - 14, 6.4):
            x, y = _beside(street, side * (half - 1.05), s)
            _, _, tx, ty = street.line.frame(s)
            if 0 < x < size_m and 0 < y < size_m:
                axis_deg = math.degrees(math.atan2(ty, tx)) + 180 * (side > 0)
                scenery.car_spots.append((x, y, axis_deg))


def _beside(street: Street, offset_m: float, chainage_m: float) -> tuple[float, float]:
    x, y, tx, ty = street.line.frame(chainage_m)
    return x - offset_m * ty, y + offset_m * tx
