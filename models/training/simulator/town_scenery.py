"""Everything off the roads, gathered as shapes before it is painted; frames to place it in."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from models.training.simulator.town_maps import Rgb
from models.training.simulator.town_objects import House, Tree

LEAF_TONES: tuple[Rgb, ...] = (
    (62, 84, 40),
    (78, 98, 46),
    (54, 76, 44),
    (92, 104, 50),
    (74, 88, 56),
    (104, 70, 52),
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


def vary(rng: np.random.Generator, rgb: Rgb, spread: int = 12) -> Rgb:
    """A colour near `rgb`, mostly lighter or darker."""
    shift = rng.integers(-spread, spread + 1) + rng.integers(-4, 5, 3)
    return tuple(int(v) for v in np.clip(np.array(rgb) + shift, 8, 245))
