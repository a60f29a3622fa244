"""The street network of an invented town: a warped, thinned-out grid with varied streets."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from models.training.town_maps import Rgb

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


class Centreline:
    """A curve with quick access by chainage (the distance along it from its start)."""

    def __init__(self, points_m: np.ndarray) -> None:
        self.points_m = np.asarray(points_m, float)  # (n, 2) east, north
        steps = np.hypot(*np.diff(self.points_m, axis=0).T)
        self._chainage_m = np.concatenate([[0.0], np.cumsum(steps)])
        self.length = float(self._chainage_m[-1])
        self.shape = LineString(self.points_m)

    def frames(self, chainages_m: np.ndarray) -> np.ndarray:
        """Point and unit tangent (n, 4: x, y, tx, ty) at each chainage."""
        here = np.clip(np.asarray(chainages_m, float), 0.0, self.length)
        ahead, behind = (
            self._at(np.minimum(here + 0.5, self.length)),
            self._at(np.maximum(here - 0.5, 0.0)),
        )
        tangent = ahead - behind
        tangent /= np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-9)[:, None]
        return np.hstack([self._at(here), tangent])

    def frame(self, chainage_m: float) -> tuple[float, float, float, float]:
        """Point and unit tangent (x, y, tx, ty) at one chainage."""
        x, y, tx, ty = self.frames(np.array([chainage_m]))[0]
        return float(x), float(y), float(tx), float(ty)

    def until(self, chainage_m: float) -> Centreline:
        """The part from the start to a chainage."""
        return Centreline(self._at(np.linspace(0.0, chainage_m, 12)))

    def reversed(self) -> Centreline:
        """The same curve, walked from its end."""
        return Centreline(self.points_m[::-1])

    def _at(self, chainages_m: np.ndarray) -> np.ndarray:
        return np.stack(
            [np.interp(chainages_m, self._chainage_m, axis) for axis in self.points_m.T], axis=1
        )


@dataclass(frozen=True)
class Street:
    """One street between two junctions, with everything needed to paint it."""

    line: Centreline
    width_m: float
    verge_m: tuple[float, float]  # left, right of the line's direction
    pavement_m: tuple[float, float]
    kerb_m: float
    gutter_m: float
    asphalt_rgb: Rgb
    pavement_rgb: Rgb
    kerb_rgb: Rgb
    centre_mark: str  # "none", "dashed", "long", "solid", "double"
    edge_mark: bool
    cycle_lane_rgb: Rgb | None
    parking_side: int  # -1 right, 1 left, 0 none: marked bays
    start_trim_m: float  # distance of the markings from the line's ends
    end_trim_m: float
    start_mark: str  # "none", "zebra", "give_way", "stop", "arrow"
    end_mark: str
    dead_end: bool

    @property
    def half_corridor_m(self) -> float:
        """Distance from the centre line to the plots."""
        left, right = (v + p for v, p in zip(self.verge_m, self.pavement_m))
        return self.width_m / 2 + max(left, right)


@dataclass(frozen=True)
class Roundabout:
    """A ring road around a planted island."""

    centre_m: tuple[float, float]
    outer_m: float
    island_m: float


@dataclass(frozen=True)
class RoadNetwork:
    """All streets of a town and the outlines that follow from them."""

    streets: tuple[Street, ...]
    roundabouts: tuple[Roundabout, ...]
    carriageway: Polygon  # kerb to kerb, with rounded corners
    corners: MultiPolygon  # what the rounding added
    corridor: Polygon  # carriageway, verges and pavements


def strip(line: Centreline, low_m: float, high_m: float, start_m: float, end_m: float) -> Polygon:
    """The band between two offsets from a line (left positive), from one chainage to another."""
    start_m, end_m = max(start_m, 0.0), min(end_m, line.length)
    if end_m - start_m < 0.05:
        return Polygon()
    count = max(2, int((end_m - start_m) / 2.5) + 2)
    frames = line.frames(np.linspace(start_m, end_m, count))
    to_left = np.stack([-frames[:, 3], frames[:, 2]], axis=1)
    low, high = frames[:, :2] + low_m * to_left, frames[:, :2] + high_m * to_left
    return Polygon(np.vstack([low, high[::-1]]))


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
    nodes, classes = _warped_grid(rng, size_m, block_m, bend_m)
    edges = _thin_out(rng, nodes, classes, drop_share)
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


_Node = tuple[int, int]
_Edge = tuple[_Node, _Node, Centreline, float]


class _Warp:
    """A smooth displacement of the plane, which bends a straight grid."""

    def __init__(self, rng: np.random.Generator, size_m: float, bend_m: float) -> None:
        self.centre_m = size_m / 2
        self.turn = rng.uniform(0, math.pi)
        self.waves = [
            (
                rng.uniform(0.3, 1.0) * bend_m,
                rng.uniform(0, 2 * math.pi),
                2 * math.pi / rng.uniform(140, 330),
                rng.uniform(0, 2 * math.pi),
            )
            for _ in range(5)
        ]

    def __call__(self, u: float, v: float) -> tuple[float, float]:
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        x, y = u * cos - v * sin, u * sin + v * cos
        for index, (amplitude, direction, frequency, phase) in enumerate(self.waves):
            along = u * math.cos(direction) + v * math.sin(direction)
            shift = amplitude * math.sin(along * frequency + phase)
            x, y = (x + shift, y) if index % 2 else (x, y + shift)
        return self.centre_m + x, self.centre_m + y


@dataclass(frozen=True)
class _Grid:
    warp: _Warp
    u_m: list[float]
    v_m: list[float]

    def point(self, node: _Node) -> tuple[float, float]:
        return self.warp(self.u_m[node[0]], self.v_m[node[1]])

    def line(self, a: _Node, b: _Node) -> Centreline:
        (u0, v0), (u1, v1) = ((self.u_m[a[0]], self.v_m[a[1]]), (self.u_m[b[0]], self.v_m[b[1]]))
        return Centreline(
            [self.warp(u0 + t * (u1 - u0), v0 + t * (v1 - v0)) for t in np.linspace(0, 1, 17)]
        )


def _warped_grid(
    rng: np.random.Generator, size_m: float, block_m: tuple[float, float], bend_m: float
) -> tuple[_Grid, tuple[list[float], list[float]]]:
    reach = size_m * 0.75 + block_m[1]

    def positions() -> list[float]:
        values = [-reach]
        while values[-1] < reach:
            values.append(values[-1] + rng.uniform(*block_m))
        return values

    def widths(count: int) -> list[float]:
        kinds = rng.choice([0, 1, 2, 3], size=count, p=[0.18, 0.24, 0.40, 0.18])
        return [
            float(rng.uniform(*((8.6, 11.5), (6.8, 8.2), (5.2, 6.6), (3.6, 4.6))[k])) for k in kinds
        ]

    u, v = positions(), positions()
    return _Grid(_Warp(rng, size_m, bend_m), u, v), (widths(len(u)), widths(len(v)))


def _thin_out(
    rng: np.random.Generator,
    grid: _Grid,
    widths: tuple[list[float], list[float]],
    drop_share: float,
) -> list[_Edge]:
    """Remove some minor edges, so that crossings become T-junctions and bends."""
    edges: list[_Edge] = []
    for i in range(len(grid.u_m)):
        for j in range(len(grid.v_m)):
            for b, width in (((i + 1, j), widths[1][j]), ((i, j + 1), widths[0][i])):
                if b[0] >= len(grid.u_m) or b[1] >= len(grid.v_m):
                    continue
                if width < 8.5 and rng.random() < drop_share:
                    continue
                edges.append(((i, j), b, grid.line((i, j), b), width))
    return edges


def _place_roundabouts(
    rng: np.random.Generator,
    grid: _Grid,
    degree: dict[_Node, list[float]],
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
    edge: _Edge,
    degree: dict[_Node, list[float]],
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

    def trim(node: _Node, mouth: np.ndarray) -> float:
        for ring in roundabouts:
            if math.dist(ring.centre_m, mouth) < 2:
                return ring.outer_m + 2.0
        others = [w for w in degree[node] if w != width] or [width]
        through = len(degree[node]) <= 2
        minor_meets = len(degree[node]) == 3 and width > max(others)
        return 0.0 if through or minor_meets else max(others) / 2 + 3.5

    def mark(node: _Node, trim_m: float) -> str:
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
