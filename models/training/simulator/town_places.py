"""Places that are no house plots: parks with ponds, car parks with a shop, courts, copses."""

from __future__ import annotations

import math

import numpy as np
from shapely.affinity import rotate
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import polygonize, unary_union
from shapely.prepared import prep

from models.training.simulator.town_maps import (
    ASPHALT,
    GRASS,
    GRAVEL,
    HEDGE,
    PAINT,
    PAVING,
    SOIL,
    WATER,
)
from models.training.simulator.town_objects import House
from models.training.simulator.town_roads import RoadNetwork
from models.training.simulator.town_scenery import Frame, Scenery, grow_tree
from models.training.simulator.town_streets import WHITE

_USES = ("car park", "park", "court")


def set_places(
    scenery: Scenery, roads: RoadNetwork, rng: np.random.Generator, size_m: float, share: float
) -> None:
    """Give a share of the blocks between the streets to a park, a car park or a court."""
    lines = unary_union([street.line.shape for street in roads.streets])
    blocks = [b for b in polygonize(lines) if box(0, 0, size_m, size_m).contains(b.centroid)]
    for index, block in enumerate(sorted(blocks, key=lambda b: b.centroid.bounds)):
        inside = block.difference(roads.corridor.buffer(0.5))
        if inside.geom_type != "Polygon":
            continue
        if not 900 < inside.area < 12000 or rng.random() > share:
            continue
        use = _USES[index % len(_USES)]
        if use == "park":
            _lay_park(scenery, rng, inside)
        elif use == "car park":
            _lay_car_park(scenery, rng, inside)
        else:
            _lay_court(scenery, rng, inside)


def plant_rest(
    scenery: Scenery, roads: RoadNetwork, rng: np.random.Generator, size_m: float, density: float
) -> None:
    """Scatter trees and meadow where neither road nor plot is."""
    keep_off = prep(roads.corridor.buffer(1.5))
    for _ in range(int(density * size_m * size_m / 95)):
        place = Point(rng.uniform(0, size_m), rng.uniform(0, size_m))
        if keep_off.contains(place) or not scenery.is_free(place.buffer(1.0)):
            continue
        scenery.trees.append(grow_tree(rng, (place.x, place.y), rng.uniform(1.4, 4.8)))


def _inner_frame(block: Polygon) -> tuple[Frame, float, float]:
    """A frame along the longest side of the block's tightest rectangle, and half its extents."""
    corners = list(block.minimum_rotated_rectangle.exterior.coords)
    sides = [(math.dist(p, q), p, q) for p, q in zip(corners[:2], corners[1:3])]
    length, p, q = max(sides)
    axis = ((q[0] - p[0]) / length, (q[1] - p[1]) / length)
    centre = block.representative_point()
    return Frame((centre.x, centre.y), axis), length / 2, min(sides)[0] / 2


def _lay_park(scenery: Scenery, rng: np.random.Generator, block: Polygon) -> None:
    frame, half_a, half_b = _inner_frame(block)
    scenery.take(block)
    scenery.paint(block, (104, 122, 62), GRASS)
    for _ in range(6):
        meadow = Point(frame.point(rng.uniform(-half_a, half_a), rng.uniform(-half_b, half_b)))
        scenery.paint(
            meadow.buffer(rng.uniform(4, 12)).intersection(block), (126, 128, 72), GRASS, 0.5
        )
    pond = Point(frame.point(rng.uniform(-8, 8), rng.uniform(-6, 6)))
    shore = [
        (pond.x + r * math.cos(t), pond.y + r * math.sin(t))
        for t in np.linspace(0, 2 * math.pi, 24, endpoint=False)
        for r in (9 + 2.2 * math.sin(2 * t + pond.x) + 1.3 * math.sin(3 * t),)
    ]
    pond_shape = Polygon(shore).intersection(block.buffer(-4))
    for turn in (rng.uniform(0, 60), rng.uniform(90, 150)):
        wave = [frame.point(a, 7 * math.sin(a / 17 + turn)) for a in np.linspace(-90, 90, 40)]
        path = rotate(LineString(wave), turn, origin=frame.origin_m).buffer(rng.uniform(0.9, 1.5))
        scenery.paint(path.intersection(block), (188, 170, 138), GRAVEL)
    scenery.paint(pond_shape.buffer(0.8), (120, 112, 80), SOIL)
    scenery.paint(pond_shape, (62, 84, 88), WATER)
    _scatter_trees(scenery, rng, block.difference(pond_shape.buffer(2)), 130)


def _lay_car_park(scenery: Scenery, rng: np.random.Generator, block: Polygon) -> None:
    """A shop with a flat roof on one half, rows of bays on the other."""
    frame, half_a, half_b = _inner_frame(block)
    lot = block.buffer(-2.0)
    scenery.take(block)
    scenery.paint(block, (112, 118, 68), GRASS)
    scenery.paint(lot, (110, 109, 110), ASPHALT)
    shop_a, shop_b = min(half_a * 0.3, 18.0), min(half_b * 0.4, 12.0)
    shop = Polygon()
    for shift in (-0.5, 0.5, -0.35, 0.35, -0.2):
        origin = frame.point(half_a * shift, 0)
        shop = Frame(origin, frame.axis).rectangle(-shop_a, -shop_b, shop_a, shop_b)
        if lot.contains(shop):
            break
    if lot.contains(shop):
        scenery.paint(shop.buffer(2.2), (170, 166, 160), PAVING)
        scenery.houses.append(
            House(
                centre_m=origin,
                axis_deg=frame.axis_deg,
                wings=((-shop_a, -shop_b, shop_a, shop_b),),
                eaves_m=5.2,
                roof="flat",
                pitch=0.0,
                roof_rgb=(186, 186, 184),
                facade_rgb=(208, 206, 200),
                trim_rgb=(70, 74, 78),
                window_spacing_m=4.2,
                garage_x_m=(-3.0, 3.0),
            )
        )
    for row, b in enumerate(np.arange(-half_b + 5, half_b - 5, 8.6)):
        for a in np.arange(3 - half_a, half_a - 3, 2.6):
            bay = Frame(frame.point(a, b), frame.axis)
            place = bay.rectangle(-0.2, -2.6, 2.8, 2.6)
            if not lot.contains(place) or place.distance(shop) < 4.0:
                continue
            scenery.paint(bay.rectangle(-0.06, -2.5, 0.06, 2.5), WHITE, PAINT)
            scenery.car_spots.append((*bay.point(1.3, 0.0), frame.axis_deg + 90 + 180 * (row % 2)))
    hedge = block.buffer(-0.6).exterior.buffer(0.5)
    for turn in range(0, 360, 40):
        wedge = Polygon(
            [frame.origin_m]
            + [
                (
                    frame.origin_m[0] + 200 * math.cos(math.radians(turn + k)),
                    frame.origin_m[1] + 200 * math.sin(math.radians(turn + k)),
                )
                for k in (0, 26)
            ]
        )
        for part in getattr(hedge.intersection(wedge), "geoms", [hedge.intersection(wedge)]):
            if part.area > 1:
                scenery.raised.append((part, 0.9, (70, 92, 50), HEDGE))
    _scatter_trees(scenery, rng, block.difference(lot), 60)


def _lay_court(scenery: Scenery, rng: np.random.Generator, block: Polygon) -> None:
    """A playing court with lines on a lawn, with a sandy playground beside it."""
    frame, half_a, _ = _inner_frame(block)
    scenery.take(block)
    scenery.paint(block, (96, 116, 56), GRASS)
    tone = ((150, 84, 68), (70, 110, 92), (92, 104, 132))[rng.integers(3)]
    court = frame.rectangle(-13, -7.5, 13, 7.5)
    if block.contains(court):
        scenery.paint(court, tone, ASPHALT)
        for shape in (frame.rectangle(-12, -6.5, 12, 6.5), frame.rectangle(-6, -4, 6, 4)):
            scenery.paint(shape.exterior.buffer(0.06), WHITE, PAINT)
        scenery.paint(frame.rectangle(-0.06, -6.5, 0.06, 6.5), WHITE, PAINT)
    sand = Point(frame.point(half_a * 0.6, 0)).buffer(6.5).intersection(block.buffer(-2))
    scenery.paint(sand.buffer(0.4), (150, 146, 140), PAVING)
    scenery.paint(sand, (212, 192, 150), GRAVEL)
    _scatter_trees(scenery, rng, block.difference(court.buffer(3)).difference(sand), 180)


def _scatter_trees(
    scenery: Scenery, rng: np.random.Generator, area: Polygon, m2_per_tree: float
) -> None:
    west, south, east, north = area.bounds
    for _ in range(int((east - west) * (north - south) / m2_per_tree)):
        place = Point(rng.uniform(west, east), rng.uniform(south, north))
        if area.buffer(-1.0).contains(place):
            scenery.trees.append(grow_tree(rng, (place.x, place.y), rng.uniform(1.8, 5.2)))
