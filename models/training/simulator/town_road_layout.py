"""Lays the roads of a town along its grid: roundabouts, and streets that all differ."""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import MultiPolygon, Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from models.training.simulator.town_grid import Edge, Grid, Node, thin_out, warped_grid
from models.training.simulator.town_maps import Rgb
from models.training.simulator.town_roads import RoadNetwork, Roundabout, Street

ASPHALT_TONES: tuple[Rgb, ...] = (
    (104, 104, 106),
    (122, 119, 116),
    (88, 89, 92),
    (138, 132, 126),
    (112, 104, 102),
    (128, 128, 132),
    (76, 76, 79),
    (134, 118, 110),
)
PAVEMENT_TONES: tuple[Rgb, ...] = (
    (176, 172, 164),
    (150, 146, 140),
    (190, 180, 162),
    (162, 140, 124),
    (128, 126, 124),
    (168, 152, 146),
)
KERB_TONES: tuple[Rgb, ...] = ((196, 194, 188), (160, 158, 154), (214, 208, 196), (120, 118, 116))


def lay_roads(
    rng: np.random.Generator,
    size_m: float,
    block_m: tuple[float, float],
    bend_m: float,
    drop_share: float,
    dead_end_share: float,
    roundabout_share: float,
) -> RoadNetwork:
    """Draw a network that runs off the map on all sides."""
    nodes, classes = warped_grid(rng, size_m, block_m, bend_m)
    edges = thin_out(rng, nodes, classes, drop_share)
    degree: dict[tuple[int, int], list[float]] = {}
    for a, b, _, width in edges:
        degree.setdefault(a, []).append(width)
        degree.setdefault(b, []).append(width)
    roundabouts = _place_roundabouts(rng, nodes, degree, size_m, roundabout_share)
    dressed = [_dress(rng, edge, degree, roundabouts, dead_end_share) for edge in edges]
    near = box(-40.0, -40.0, size_m + 40.0, size_m + 40.0)
    streets = tuple(street for street in dressed if street.line.shape.intersects(near))
    rings = [Point(r.centre_m).buffer(r.outer_m) for r in roundabouts]
    turning = [
        Point(s.line.points_m[-1]).buffer(s.width_m / 2 + 3.2) for s in streets if s.dead_end
    ]
    raw = unary_union([s.line.shape.buffer(s.width_m / 2) for s in streets] + rings + turning)
    carriageway = raw.buffer(5.0).buffer(-5.0)
    corridor = (
        unary_union(
            [s.line.shape.buffer(s.half_corridor_m) for s in streets]
            + [shape.buffer(2.5) for shape in rings + turning]
        )
        .buffer(3.0)
        .buffer(-3.0)
    )
    return RoadNetwork(
        streets=streets,
        roundabouts=roundabouts,
        carriageway=carriageway,
        corners=_larger_than(carriageway.difference(raw), 2.0),
        corridor=corridor,
    )


def _larger_than(shape: BaseGeometry, area_m2: float) -> MultiPolygon:
    """The parts of a shape that are no slivers."""
    parts = getattr(shape, "geoms", [shape])
    return MultiPolygon([p for p in parts if p.geom_type == "Polygon" and p.area > area_m2])


def _place_roundabouts(
    rng: np.random.Generator,
    grid: Grid,
    degree: dict[Node, list[float]],
    size_m: float,
    share: float,
) -> tuple[Roundabout, ...]:
    found: list[Roundabout] = []
    for node, widths in degree.items():
        x, y = grid.point(node)
        inside = 0 < x < size_m and 0 < y < size_m
        if inside and len(widths) >= 3 and max(widths) > 6.8 and rng.random() < share:
            outer = float(rng.uniform(11.5, 15.0))
            found.append(Roundabout((x, y), outer, outer - float(rng.uniform(6.2, 7.4))))
    return tuple(found)


def _dress(
    rng: np.random.Generator,
    edge: Edge,
    degree: dict[Node, list[float]],
    roundabouts: tuple[Roundabout, ...],
    dead_end_share: float,
) -> Street:
    a, b, line, width = edge
    main, lane = width > 8.5, width < 4.7
    dead_end = not main and rng.random() < dead_end_share and len(degree[b]) > 1
    if dead_end:
        line = line.until(line.length * rng.uniform(0.5, 0.68))

    def pick(tones: tuple[Rgb, ...]) -> Rgb:
        tone = np.array(tones[rng.integers(len(tones))]) + rng.integers(-7, 8)
        return tuple(int(v) for v in tone)

    def side() -> tuple[float, float]:
        if lane or (not main and rng.random() < 0.15):
            return float(rng.uniform(0.3, 1.5)), 0.0
        verge = float(rng.choice([0.0, 0.0, rng.uniform(0.8, 3.5)]))
        return verge, float(rng.uniform(1.3, 3.2 if main else 2.2))

    def trim(node: Node, mouth: np.ndarray) -> float:
        for ring in roundabouts:
            if math.dist(ring.centre_m, mouth) < 2:
                return ring.outer_m + 2.0
        others = [w for w in degree[node] if w != width] or [width]
        through = len(degree[node]) <= 2
        minor_meets = len(degree[node]) == 3 and width > max(others)
        return 0.0 if through or minor_meets else max(others) / 2 + 3.5

    def mark(node: Node, trim_m: float) -> str:
        if lane or trim_m == 0.0:
            return "none"
        if main:
            return str(rng.choice(["arrow", "zebra", "stop", "none"], p=[0.4, 0.3, 0.2, 0.1]))
        return str(rng.choice(["give_way", "zebra", "stop", "none"], p=[0.35, 0.25, 0.15, 0.25]))

    left, right = side(), side()
    start_trim, end_trim = trim(a, line.points_m[0]), trim(b, line.points_m[-1])
    centre = (
        ("none",)
        if lane
        else ("dashed", "long", "solid", "double")
        if main
        else ("none", "dashed", "none", "long")
    )
    cycle = ((150, 74, 62), (86, 118, 84), None, None, None) if main else (None,)
    return Street(
        line=line,
        width_m=width,
        verge_m=(left[0], right[0]),
        pavement_m=(left[1], right[1]),
        kerb_m=0.0 if lane else float(rng.uniform(0.14, 0.32)),
        gutter_m=0.0 if lane else float(rng.choice([0.0, 0.3, 0.45])),
        asphalt_rgb=pick(ASPHALT_TONES),
        pavement_rgb=pick(PAVEMENT_TONES),
        kerb_rgb=pick(KERB_TONES),
        centre_mark=str(rng.choice(centre)),
        edge_mark=bool(main and rng.random() < 0.6),
        cycle_lane_rgb=cycle[rng.integers(len(cycle))],
        parking_side=int(rng.choice([-1, 0, 0, 1])) if width > 6.4 else 0,
        start_trim_m=start_trim,
        end_trim_m=0.0 if dead_end else end_trim,
        start_mark=mark(a, start_trim),
        end_mark="none" if dead_end else mark(b, end_trim),
        dead_end=dead_end,
    )
