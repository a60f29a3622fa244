"""One house plot: house, drive, boundary, front and back garden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely.geometry import Point, Polygon

from models.training.simulator.town_maps import (
    ASPHALT,
    GRASS,
    GRAVEL,
    HEDGE,
    PAVING,
    SOIL,
    WALL,
    WATER,
    Rgb,
)
from models.training.simulator.town_objects import House
from models.training.simulator.town_scenery import Frame, Scenery, grow_tree, vary

DRIVE_TONES: tuple[tuple[Rgb, int], ...] = (
    ((168, 164, 158), PAVING),
    ((98, 96, 96), ASPHALT),
    ((186, 170, 142), GRAVEL),
    ((158, 104, 86), PAVING),
    ((142, 138, 134), PAVING),
    ((206, 200, 190), PAVING),
)


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


def furnish(
    scenery: Scenery,
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    width: float,
    depth: float,
    to_kerb: float,
) -> None:
    """Everything on one plot, front to back."""
    scenery.paint(
        frame.rectangle(-width / 2, -0.1, width / 2, depth), vary(rng, style.lawn_rgb, 16), GRASS
    )
    drive_side = int(rng.choice([-1, 1]))
    house, span = _design_house(rng, style, frame, width, depth, drive_side)
    scenery.houses.append(house)
    gate = _lay_drive(scenery, rng, style, frame, house, span, to_kerb)
    _bound(scenery, rng, style, frame, width, depth, gate)
    _plant_front(scenery, rng, style, frame, width, span, gate)
    _plant_back(scenery, rng, style, frame, width, depth, span[3])


_Span = tuple[float, float, float, float]  # a0, b0, a1, b1 of the main wing


def _design_house(
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    width: float,
    depth: float,
    drive_side: int,
) -> tuple[House, _Span]:
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
        wings.append(
            (start, -half_b - forward, end, half_b * 0.5)
            if forward
            else (start, 0.0, end, half_b + 3.5)
        )
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
        roof_rgb=vary(rng, style.roof_rgb, 10),
        facade_rgb=vary(rng, style.facade_rgb, 6),
        trim_rgb=((236, 236, 232), (70, 74, 78), (120, 84, 60))[rng.integers(3)],
        window_spacing_m=float(rng.uniform(2.4, 3.8)),
        garage_x_m=tuple(garage) if has_garage else (0.0, 0.0),
    )
    return house, (a0, b0, a1, b1)


def _lay_drive(
    scenery: Scenery,
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    house: House,
    span: _Span,
    to_kerb: float,
) -> tuple[float, float]:
    """Drive or path from kerb to house; returns its span, which the boundary leaves open."""
    rgb, material = DRIVE_TONES[rng.integers(len(DRIVE_TONES))]
    rgb = vary(rng, rgb)
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
        path_rgb = vary(rng, DRIVE_TONES[rng.integers(len(DRIVE_TONES))][0])
        scenery.paint(frame.rectangle(door - 0.55, -0.1, door + 0.55, b0), path_rgb, PAVING)
    shapes = [frame.rectangle(gate[0], -0.05, gate[1], b0 + 0.2)]
    if not style.terrace and material == PAVING and rng.random() < 0.2:  # two wheel strips
        shapes = [
            frame.rectangle(gate[0], -0.05, gate[0] + 0.7, b0 + 0.2),
            frame.rectangle(gate[1] - 0.7, -0.05, gate[1], b0 + 0.2),
        ]
    for shape in shapes:
        scenery.paint(shape, rgb, material)
    flare = 0.0 if style.terrace else 0.6
    crossing = Polygon(
        [
            frame.point(*p)
            for p in (
                (gate[0] - flare, -to_kerb),
                (gate[1] + flare, -to_kerb),
                (gate[1], 0.1),
                (gate[0], 0.1),
            )
        ]
    )
    tone = rgb if rng.random() < 0.5 else vary(rng, (160, 157, 150))
    if not style.terrace or gate[1] - gate[0] > 2:
        scenery.crossings.append((crossing, tone, material, 1.0))
    return gate


def _bound(
    scenery: Scenery,
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    width: float,
    depth: float,
    gate: tuple[float, float],
) -> None:
    """Front boundary with a gap at the gate, fences or hedges along the sides and the back."""
    half = width / 2
    looks = {
        "hedge": (rng.uniform(0.8, 1.7), rng.uniform(0.6, 1.1), vary(rng, (62, 84, 44)), HEDGE),
        "wall": (rng.uniform(0.5, 1.2), 0.25, vary(rng, (170, 150, 130), 20), WALL),
        "fence": (rng.uniform(0.8, 1.2), 0.14, vary(rng, (190, 184, 172), 30), WALL),
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


def _plant_front(
    scenery: Scenery,
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    width: float,
    span: _Span,
    gate: tuple[float, float],
) -> None:
    """Flower beds, shrubs and a tree in the front garden, off the drive."""
    half, b0 = width / 2, span[1]
    for a0, a1 in ((-half + 0.4, gate[0] - 0.6), (gate[1] + 0.6, half - 0.4)):
        if a1 - a0 < 1.5:
            continue
        if rng.random() < 0.45:
            bed = frame.rectangle(a0, b0 - rng.uniform(0.8, 1.8), a1, b0)
            scenery.paint(bed, vary(rng, (104, 82, 62), 18), SOIL)
        if rng.random() < 0.25:
            gravel = frame.rectangle(a0, 0.3, a1, b0 - 0.4)
            scenery.paint(gravel, vary(rng, (176, 166, 148), 22), GRAVEL)
        elif rng.random() < 0.3:
            spot = Point(frame.point(rng.uniform(a0, a1), b0 * 0.5))
            scenery.paint(spot.buffer(rng.uniform(0.7, 1.5)), vary(rng, (128, 78, 84), 30), SOIL)
        for _ in range(rng.poisson(1.3)):
            place = frame.point(rng.uniform(a0, a1), rng.uniform(0.9, max(b0 - 0.5, 1.0)))
            blob = Point(place).buffer(rng.uniform(0.35, 0.9), resolution=4)
            scenery.raised.append(
                (blob, float(rng.uniform(0.5, 1.5)), vary(rng, (72, 92, 48), 18), HEDGE)
            )
        if rng.random() < 0.22 * style.trees_per_plot and b0 > 4:
            place = frame.point(rng.uniform(a0, a1), b0 * 0.45)
            scenery.trees.append(grow_tree(rng, place, rng.uniform(1.0, 2.6)))


def _plant_back(
    scenery: Scenery,
    rng: np.random.Generator,
    style: PlotStyle,
    frame: Frame,
    width: float,
    depth: float,
    b_house: float,
) -> None:
    """Patio, pool or shed, vegetable beds and trees behind the house."""
    half, free = width / 2 - 1.0, depth - b_house
    if free < 5:
        return
    patio_rgb = vary(rng, DRIVE_TONES[rng.integers(len(DRIVE_TONES))][0])
    scenery.paint(
        frame.rectangle(-half * 0.6, b_house, half * 0.5, b_house + rng.uniform(2, 4)),
        patio_rgb,
        PAVING,
    )
    if rng.random() < 0.4:
        corner = half * 0.2 * rng.choice([-1, 1])
        shed = frame.rectangle(corner - 1.4, depth - 3.4, corner + 1.4, depth - 0.9)
        scenery.raised.append((shed, 2.3, vary(rng, (120, 104, 88), 24), WALL))
    if rng.random() < 0.1 and free > 9 and half > 4:
        pool = frame.rectangle(-3.4, b_house + 4.6, 3.4, b_house + 8.0)
        scenery.paint(pool.buffer(0.9), (204, 198, 186), PAVING)
        scenery.paint(pool, (84, 158, 182), WATER)
    elif rng.random() < 0.25:
        for k in range(3):
            far = depth - 4 - 1.6 * k
            bed = frame.rectangle(-half + 0.4, far - 1, -half + 4.0, far)
            scenery.paint(bed, vary(rng, (96, 78, 58)), SOIL)
    for _ in range(rng.poisson(style.trees_per_plot)):
        place = frame.point(rng.uniform(-half, half), rng.uniform(b_house + 3.5, depth - 0.5))
        scenery.trees.append(grow_tree(rng, place, rng.uniform(1.2, 4.2)))
