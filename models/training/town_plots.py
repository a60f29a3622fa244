"""House plots along the streets: house, driveway, garden, boundary and trees."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from models.training.town_maps import (
    ASPHALT, GRASS, GRAVEL, HEDGE, PAVING, SOIL, WALL, WATER, House, Rgb, Tree,
)
from models.training.town_roads import RoadNetwork, Street

ROOF_TONES: tuple[Rgb, ...] = (
    (146, 78, 58), (122, 66, 52), (92, 88, 88), (72, 72, 78), (128, 108, 92), (164, 100, 74),
    (108, 98, 90), (150, 148, 146),
)
FACADE_TONES: tuple[Rgb, ...] = (
    (222, 214, 198), (196, 176, 150), (158, 96, 78), (232, 230, 224), (180, 140, 112),
    (206, 200, 176), (150, 160, 168), (138, 84, 68),
)
LAWN_TONES: tuple[Rgb, ...] = (
    (84, 108, 52), (106, 118, 62), (130, 126, 74), (72, 98, 50), (118, 122, 70), (144, 134, 88),
)
DRIVE_TONES: tuple[tuple[Rgb, int], ...] = (
    ((168, 164, 158), PAVING), ((98, 96, 96), ASPHALT), ((186, 170, 142), GRAVEL),
    ((158, 104, 86), PAVING), ((142, 138, 134), PAVING), ((206, 200, 190), PAVING),
)
LEAF_TONES: tuple[Rgb, ...] = (
    (62, 84, 40), (78, 98, 46), (54, 76, 44), (92, 104, 50), (74, 88, 56), (104, 70, 52),
)


@dataclass(frozen=True)
class Frame:
    """A right-handed frame on the ground: a along the street, b away from it."""

    origin_m: tuple[float, float]
    axis: tuple[float, float]  # unit vector of a

    def point(self, a: float, b: float) -> tuple[float, float]:
        """East and north of a point of this frame."""
        (x, y), (tx, ty) = self.origin_m, self.axis
        return x + a * tx - b * ty, y + a * ty + b * tx

    def rectangle(self, a0: float, b0: float, a1: float, b1: float) -> Polygon:
        """An axis-parallel rectangle of this frame."""
        return Polygon([self.point(*p) for p in ((a0, b0), (a1, b0), (a1, b1), (a0, b1))])

    @property
    def axis_deg(self) -> float:
        """Direction of a, anticlockwise from east."""
        return math.degrees(math.atan2(self.axis[1], self.axis[0]))


@dataclass
class Scenery:
    """Everything off the roads, gathered before it is painted."""

    ground: list[tuple[BaseGeometry, Rgb, int, float]] = field(default_factory=list)
    crossings: list[tuple[BaseGeometry, Rgb, int, float]] = field(default_factory=list)
    raised: list[tuple[Polygon, float, Rgb, int]] = field(default_factory=list)
    houses: list[House] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)
    lamps: list[tuple[float, float]] = field(default_factory=list)
    car_spots: list[tuple[float, float, float]] = field(default_factory=list)  # e, n, axis_deg
    taken: list[tuple[tuple[float, float, float, float], Polygon]] = field(default_factory=list)

    def paint(self, shape: BaseGeometry, rgb: Rgb, material: int, opacity: float = 1.0) -> None:
        """Add a patch of ground below the pavements."""
        self.ground.append((shape, rgb, material, opacity))

    def take(self, shape: Polygon) -> None:
        """Keep plots and wild trees off a shape."""
        self.taken.append((shape.bounds, shape))

    def is_free(self, shape: Polygon) -> bool:
        """Whether no other plot or park covers the shape."""
        west, south, east, north = shape.bounds
        for (w, s, e, n), other in self.taken:
            if w < east and e > west and s < north and n > south and other.intersects(shape):
                return False
        return True


@dataclass(frozen=True)
class PlotStyle:
    """What the plots on one side of one street have in common."""

    frontage_m: float
    setback_m: float
    boundary: str  # "hedge", "wall", "fence", "none"
    roof: str
    roof_rgb: Rgb
    facade_rgb: Rgb
    storeys: int
    terrace: bool
    lawn_rgb: Rgb
    trees_per_plot: float
    street_tree_every_m: float


def fill_plots(
    scenery: Scenery, roads: RoadNetwork, rng: np.random.Generator, size_m: float,
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
                    _furnish(scenery, rng, style, frame, width, depth, to_kerb)
                    chainage += width + 0.1
                else:
                    chainage += 2.5
            _line_street(scenery, rng, street, side, style, size_m)


def grow_tree(rng: np.random.Generator, place_m: tuple[float, float], radius_m: float) -> Tree:
    """A tree of plausible proportions for its crown radius."""
    conifer = bool(rng.random() < 0.14)
    # Copper-leaved trees, the last tone, are rare.
    kind = len(LEAF_TONES) - 1 if rng.random() < 0.05 else rng.integers(len(LEAF_TONES) - 1)
    tone = np.array(LEAF_TONES[kind]) + rng.integers(-8, 9)
    if conifer:
        radius_m = min(radius_m, 2.4)
        bottom, top = 0.6, radius_m * rng.uniform(3.0, 4.6)
    else:
        bottom = rng.uniform(2.1, 3.2) if radius_m > 2 else rng.uniform(0.9, 1.8)
        top = bottom + radius_m * rng.uniform(1.5, 2.3)
    return Tree(place_m, radius_m, float(bottom), float(top), tuple(int(v) for v in tone), conifer)


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


def _free_depth(scenery: Scenery, blocked: object, frame: Frame, width_m: float) -> float:
    for depth in (36.0, 29.0, 23.0, 18.0):
        plot = frame.rectangle(-width_m / 2, 1.2, width_m / 2, depth)
        if not blocked.intersects(plot) and scenery.is_free(plot):
            return depth
    return 0.0


def _vary(rng: np.random.Generator, rgb: Rgb, spread: int = 12) -> Rgb:
    shift = rng.integers(-spread, spread + 1) + rng.integers(-4, 5, 3)
    return tuple(int(v) for v in np.clip(np.array(rgb) + shift, 8, 245))


def _furnish(scenery: Scenery, rng: np.random.Generator, style: PlotStyle, frame: Frame,
             width: float, depth: float, to_kerb: float) -> None:
    """Everything on one plot, front to back."""
    scenery.paint(frame.rectangle(-width / 2, -0.1, width / 2, depth),
                  _vary(rng, style.lawn_rgb, 16), GRASS)
    drive_side = int(rng.choice([-1, 1]))
    house, span = _design_house(rng, style, frame, width, depth, drive_side)
    scenery.houses.append(house)
    gate = _lay_drive(scenery, rng, style, frame, house, span, to_kerb)
    _bound(scenery, rng, style, frame, width, depth, gate)
    _plant_front(scenery, rng, style, frame, width, span, gate)
    _plant_back(scenery, rng, style, frame, width, depth, span[3])


_Span = tuple[float, float, float, float]  # a0, b0, a1, b1 of the main wing


def _design_house(rng: np.random.Generator, style: PlotStyle, frame: Frame, width: float,
                  depth: float, drive_side: int) -> tuple[House, _Span]:
    if style.terrace:
        a0, a1 = -width / 2, width / 2
    else:
        house_width = min(width - 2.4, rng.uniform(8.5, 15))
        slack = (width - house_width) / 2 - 0.6
        middle = -drive_side * slack * rng.uniform(0.5, 1.0)
        a0, a1 = middle - house_width / 2, middle + house_width / 2
    b0 = style.setback_m + (0.0 if style.terrace else rng.uniform(-0.8, 0.8))
    b1 = b0 + min(rng.uniform(7.5, 11), depth - b0 - 4)
    centre = ((a0 + a1) / 2, (b0 + b1) / 2)
    half_a, half_b = (a1 - a0) / 2, (b1 - b0) / 2
    wings = [(-half_a, -half_b, half_a, half_b)]
    if not style.terrace and rng.random() < 0.6:
        wing = rng.uniform(3.6, 6.0)
        forward = min(2.5, max(b0 - 2.5, 0.5)) if rng.random() < 0.5 else 0.0
        start, end = sorted((drive_side * half_a, drive_side * (half_a - wing)))
        wings.append((start, -half_b - forward, end, half_b * 0.5)
                     if forward else (start, 0.0, end, half_b + 3.5))
    garage_end = drive_side * (half_a - 0.5)
    garage = sorted((garage_end, garage_end - drive_side * 2.8))
    has_garage = not style.terrace and rng.random() < 0.6
    house = House(
        centre_m=frame.point(*centre),
        axis_deg=frame.axis_deg,
        wings=tuple(wings),
        eaves_m=0.4 + 2.55 * style.storeys,
        roof=style.roof,
        pitch=float(rng.uniform(0.35, 0.85)),
        roof_rgb=_vary(rng, style.roof_rgb, 10),
        facade_rgb=_vary(rng, style.facade_rgb, 6),
        trim_rgb=((236, 236, 232), (70, 74, 78), (120, 84, 60))[rng.integers(3)],
        window_spacing_m=float(rng.uniform(2.4, 3.8)),
        garage_x_m=tuple(garage) if has_garage else (0.0, 0.0),
    )
    return house, (a0, b0, a1, b1)


def _lay_drive(scenery: Scenery, rng: np.random.Generator, style: PlotStyle, frame: Frame,
               house: House, span: _Span, to_kerb: float) -> tuple[float, float]:
    """Drive or path from the kerb to the house; returns its span, which the boundary leaves open."""
    rgb, material = DRIVE_TONES[rng.integers(len(DRIVE_TONES))]
    rgb = _vary(rng, rgb)
    a0, b0, a1, _ = span
    middle = (a0 + a1) / 2
    if style.terrace:
        gate = (middle - 0.7, middle + 0.7)
        if rng.random() < 0.35:  # the whole front yard is paved
            gate = (a0 + 0.3, a1 - 0.3)
            scenery.car_spots.append((*frame.point(middle, 2.4), house.axis_deg + 90))
    else:
        g0, g1 = house.garage_x_m
        centre = middle + (g0 + g1) / 2 if g1 > g0 else rng.choice([a0 + 2.0, a1 - 2.0])
        half = rng.choice([1.35, 1.6, 2.6])
        gate = (centre - half, centre + half)
        scenery.car_spots.append((*frame.point(centre, max(b0 - 2.9, 2.4)), house.axis_deg + 90))
        door = middle - 1.5 * np.sign(centre - middle)
        path_rgb = _vary(rng, DRIVE_TONES[rng.integers(len(DRIVE_TONES))][0])
        scenery.paint(frame.rectangle(door - 0.55, -0.1, door + 0.55, b0), path_rgb, PAVING)
    shapes = [frame.rectangle(gate[0], -0.05, gate[1], b0 + 0.2)]
    if not style.terrace and material == PAVING and rng.random() < 0.2:  # two wheel strips
        shapes = [frame.rectangle(gate[0], -0.05, gate[0] + 0.7, b0 + 0.2),
                  frame.rectangle(gate[1] - 0.7, -0.05, gate[1], b0 + 0.2)]
    for shape in shapes:
        scenery.paint(shape, rgb, material)
    flare = 0.0 if style.terrace else 0.6
    crossing = Polygon([frame.point(*p) for p in (
        (gate[0] - flare, -to_kerb), (gate[1] + flare, -to_kerb), (gate[1], 0.1), (gate[0], 0.1))])
    tone = rgb if rng.random() < 0.5 else _vary(rng, (160, 157, 150))
    if not style.terrace or gate[1] - gate[0] > 2:
        scenery.crossings.append((crossing, tone, material, 1.0))
    return gate


def _bound(scenery: Scenery, rng: np.random.Generator, style: PlotStyle, frame: Frame,
           width: float, depth: float, gate: tuple[float, float]) -> None:
    """Front boundary with a gap at the gate, fences or hedges along the sides and the back."""
    half = width / 2
    looks = {
        "hedge": (rng.uniform(0.8, 1.7), rng.uniform(0.6, 1.1), _vary(rng, (62, 84, 44)), HEDGE),
        "wall": (rng.uniform(0.5, 1.2), 0.25, _vary(rng, (170, 150, 130), 20), WALL),
        "fence": (rng.uniform(0.8, 1.2), 0.14, _vary(rng, (190, 184, 172), 30), WALL),
    }
    kind = style.boundary if rng.random() < 0.85 else "none"
    if kind in looks:
        height, thick, rgb, solid = looks[kind]
        for a0, a1 in ((-half, gate[0] - 0.2), (gate[1] + 0.2, half)):
            if a1 - a0 > 0.6:
                band = frame.rectangle(a0, 0.2, a1, 0.2 + thick)
                scenery.raised.append((band, height, rgb, solid))
    side = "hedge" if rng.random() < 0.35 else "fence"
    height, thick, rgb, solid = looks[side]
    height = 1.7 if side == "fence" else height + 0.3
    front = style.setback_m + 1.5
    scenery.raised.append((frame.rectangle(half - thick, front, half, depth), height, rgb, solid))
    if rng.random() < 0.7:
        back = frame.rectangle(-half, depth - thick, half, depth)
        scenery.raised.append((back, height, rgb, solid))


def _plant_front(scenery: Scenery, rng: np.random.Generator, style: PlotStyle, frame: Frame,
                 width: float, span: _Span, gate: tuple[float, float]) -> None:
    """Flower beds, shrubs and a tree in the front garden, off the drive."""
    half, b0 = width / 2, span[1]
    for a0, a1 in ((-half + 0.4, gate[0] - 0.6), (gate[1] + 0.6, half - 0.4)):
        if a1 - a0 < 1.5:
            continue
        if rng.random() < 0.45:
            bed = frame.rectangle(a0, b0 - rng.uniform(0.8, 1.8), a1, b0)
            scenery.paint(bed, _vary(rng, (104, 82, 62), 18), SOIL)
        if rng.random() < 0.25:
            gravel = frame.rectangle(a0, 0.3, a1, b0 - 0.4)
            scenery.paint(gravel, _vary(rng, (176, 166, 148), 22), GRAVEL)
        elif rng.random() < 0.3:
            spot = Point(frame.point(rng.uniform(a0, a1), b0 * 0.5))
            scenery.paint(spot.buffer(rng.uniform(0.7, 1.5)), _vary(rng, (128, 78, 84), 30), SOIL)
        for _ in range(rng.poisson(1.3)):
            place = frame.point(rng.uniform(a0, a1), rng.uniform(0.9, max(b0 - 0.5, 1.0)))
            blob = Point(place).buffer(rng.uniform(0.35, 0.9), resolution=4)
            scenery.raised.append((blob, float(rng.uniform(0.5, 1.5)),
                                   _vary(rng, (72, 92, 48), 18), HEDGE))
        if rng.random() < 0.22 * style.trees_per_plot and b0 > 4:
            place = frame.point(rng.uniform(a0, a1), b0 * 0.45)
            scenery.trees.append(grow_tree(rng, place, rng.uniform(1.0, 2.6)))


def _plant_back(scenery: Scenery, rng: np.random.Generator, style: PlotStyle, frame: Frame,
                width: float, depth: float, b_house: float) -> None:
    """Patio, pool or shed, vegetable beds and trees behind the house."""
    half, free = width / 2 - 1.0, depth - b_house
    if free < 5:
        return
    patio_rgb = _vary(rng, DRIVE_TONES[rng.integers(len(DRIVE_TONES))][0])
    scenery.paint(frame.rectangle(-half * 0.6, b_house, half * 0.5,
                                  b_house + rng.uniform(2, 4)), patio_rgb, PAVING)
    if rng.random() < 0.4:
        corner = half * 0.2 * rng.choice([-1, 1])
        shed = frame.rectangle(corner - 1.4, depth - 3.4, corner + 1.4, depth - 0.9)
        scenery.raised.append((shed, 2.3, _vary(rng, (120, 104, 88), 24), WALL))
    if rng.random() < 0.1 and free > 9 and half > 4:
        pool = frame.rectangle(-3.4, b_house + 4.6, 3.4, b_house + 8.0)
        scenery.paint(pool.buffer(0.9), (204, 198, 186), PAVING)
        scenery.paint(pool, (84, 158, 182), WATER)
    elif rng.random() < 0.25:
        for k in range(3):
            bed = frame.rectangle(-half + 0.4, depth - 5 - 1.6 * k, -half + 4.0, depth - 4 - 1.6 * k)
            scenery.paint(bed, _vary(rng, (96, 78, 58)), SOIL)
    for _ in range(rng.poisson(style.trees_per_plot)):
        place = frame.point(rng.uniform(-half, half), rng.uniform(b_house + 3.5, depth - 0.5))
        scenery.trees.append(grow_tree(rng, place, rng.uniform(1.2, 4.2)))


def _line_street(scenery: Scenery, rng: np.random.Generator, street: Street, side: int,
                 style: PlotStyle, size_m: float) -> None:
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
                scenery.car_spots.append((x, y, math.degrees(math.atan2(ty, tx)) + 180 * (side > 0)))


def _beside(street: Street, offset_m: float, chainage_m: float) -> tuple[float, float]:
    x, y, tx, ty = street.line.frame(chainage_m)
    return x - offset_m * ty, y + offset_m * tx
