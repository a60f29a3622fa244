"""What a road network consists of: centre lines, streets, roundabouts and their outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Polygon

from models.training.simulator.town_maps import Rgb


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
