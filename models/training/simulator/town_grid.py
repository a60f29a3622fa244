"""The grid that the streets of a town follow: warped, and thinned out here and there."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from models.training.simulator.town_roads import Centreline

Node = tuple[int, int]
Edge = tuple[Node, Node, Centreline, float]


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
class Grid:
    """Straight grid lines and the warp that bends them."""

    warp: _Warp
    u_m: list[float]
    v_m: list[float]

    def point(self, node: Node) -> tuple[float, float]:
        """East and north of a crossing."""
        return self.warp(self.u_m[node[0]], self.v_m[node[1]])

    def line(self, a: Node, b: Node) -> Centreline:
        """The bent line between two crossings."""
        (u0, v0), (u1, v1) = ((self.u_m[a[0]], self.v_m[a[1]]), (self.u_m[b[0]], self.v_m[b[1]]))
        return Centreline(
            [self.warp(u0 + t * (u1 - u0), v0 + t * (v1 - v0)) for t in np.linspace(0, 1, 17)]
        )


def warped_grid(
    rng: np.random.Generator, size_m: float, block_m: tuple[float, float], bend_m: float
) -> tuple[Grid, tuple[list[float], list[float]]]:
    """A grid well over the map's edges, and the street width of each of its lines."""
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
    return Grid(_Warp(rng, size_m, bend_m), u, v), (widths(len(u)), widths(len(v)))


def thin_out(
    rng: np.random.Generator,
    grid: Grid,
    widths: tuple[list[float], list[float]],
    drop_share: float,
) -> list[Edge]:
    """Remove some minor edges, so that crossings become T-junctions and bends."""
    edges: list[Edge] = []
    for i in range(len(grid.u_m)):
        for j in range(len(grid.v_m)):
            for b, width in (((i + 1, j), widths[1][j]), ((i, j + 1), widths[0][i])):
                if b[0] >= len(grid.u_m) or b[1] >= len(grid.v_m):
                    continue
                if width < 8.5 and rng.random() < drop_share:
                    continue
                edges.append(((i, j), b, grid.line((i, j), b), width))
    return edges
