"""Paints the streets: pavements, kerbs, asphalt with its repairs, and road markings."""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from models.training.simulator.town_ground import GroundPainter
from models.training.simulator.town_maps import ASPHALT, GRASS, PAINT, PAVING, Rgb
from models.training.simulator.town_roads import Centreline, RoadNetwork, Roundabout, Street, strip

WHITE: Rgb = (226, 225, 218)
TAR: Rgb = (44, 44, 46)
IRON: Rgb = (70, 64, 60)


def paint_pavements(painter: GroundPainter, roads: RoadNetwork) -> None:
    """Verges, pavements and their slab joints along every street."""
    for street in roads.streets:
        half = street.width_m / 2
        reach = street.line.length
        for side, verge, pavement in zip((1, -1), street.verge_m, street.pavement_m):
            if pavement == 0.0:
                continue
            inner = half + verge
            band = _side(street.line, side, inner, inner + pavement, 0, reach)
            painter.fill(band, street.pavement_rgb, PAVING)
            if pavement > 1.6:
                joint = tuple(int(v * 0.8) for v in street.pavement_rgb)
                for s in np.arange(1.0, reach, 2.0 if verge else 3.0):
                    painter.fill(
                        _side(street.line, side, inner, inner + pavement, s, s + 0.08),
                        joint,
                        PAVING,
                        0.6,
                    )
        if street.dead_end and max(street.pavement_m) > 0:
            end = Point(street.line.points_m[-1])
            painter.fill(end.buffer(half + 3.2 + 1.6), street.pavement_rgb, PAVING)
    for ring in roads.roundabouts:
        painter.fill(Point(ring.centre_m).buffer(ring.outer_m + 2.2), (168, 164, 156), PAVING)
    painter.fill(roads.corners.buffer(1.5), (166, 162, 154), PAVING)


def paint_carriageways(
    painter: GroundPainter, roads: RoadNetwork, rng: np.random.Generator
) -> None:
    """Kerbs first, asphalt over them (wide streets last), then repairs and markings."""
    ordered = sorted(roads.streets, key=lambda street: street.width_m)
    for street in ordered:
        painter.fill(
            street.line.shape.buffer(street.width_m / 2 + street.kerb_m), street.kerb_rgb, PAVING
        )
        if street.dead_end:
            end = Point(street.line.points_m[-1])
            painter.fill(
                end.buffer(street.width_m / 2 + 3.2 + street.kerb_m), street.kerb_rgb, PAVING
            )
    painter.fill(roads.corners.buffer(0.2), (188, 185, 178), PAVING)
    painter.fill(roads.corners, (112, 110, 109), ASPHALT)
    for street in ordered:
        painter.fill(street.line.shape.buffer(street.width_m / 2), street.asphalt_rgb, ASPHALT)
        if street.dead_end:
            end = Point(street.line.points_m[-1])
            painter.fill(end.buffer(street.width_m / 2 + 3.2), street.asphalt_rgb, ASPHALT)
    for street in ordered:
        _paint_wear(painter, street, rng)
        _paint_repairs(painter, street, rng)
        _paint_markings(painter, street, rng)
        _paint_mouth(painter, street, street.line, street.start_trim_m, street.start_mark)
        back = street.line.reversed()
        _paint_mouth(painter, street, back, street.end_trim_m, street.end_mark)
    for ring in roads.roundabouts:
        _paint_roundabout(painter, ring, rng)


def _side(
    line: Centreline, side: int, low_m: float, high_m: float, start_m: float, end_m: float
) -> Polygon:
    return strip(line, *sorted((side * low_m, side * high_m)), start_m, end_m)


def _paint_wear(painter: GroundPainter, street: Street, rng: np.random.Generator) -> None:
    """Gutters, and the darker or lighter tracks where wheels run."""
    half, reach = street.width_m / 2, street.line.length
    ends = (street.start_trim_m, reach - street.end_trim_m)
    if street.gutter_m > 0:
        for side in (1, -1):
            painter.fill(
                _side(street.line, side, half - street.gutter_m, half, *ends),
                (168, 165, 158),
                PAVING,
            )
    shade = int(rng.choice([-16, -10, 12]))
    track = tuple(int(np.clip(v + shade, 0, 255)) for v in street.asphalt_rgb)
    lane_centre = street.width_m / 4
    for side in (1, -1):
        for offset in (lane_centre - 0.75, lane_centre + 0.75):
            painter.fill(
                _side(street.line, side, offset - 0.3, offset + 0.3, 0, reach), track, ASPHALT, 0.45
            )


def _paint_repairs(painter: GroundPainter, street: Street, rng: np.random.Generator) -> None:
    half, reach = street.width_m / 2, street.line.length
    for _ in range(rng.poisson(reach / 22)):
        start, offset = rng.uniform(0, reach), rng.uniform(-half, half * 0.6)
        patch = strip(
            street.line,
            offset,
            min(offset + rng.uniform(0.6, 2.4), half),
            start,
            start + rng.choice([rng.uniform(0.8, 4), rng.uniform(8, 40)]),
        )
        shade = rng.choice([-34, -24, -14, 14, 22])
        tone = tuple(int(np.clip(v + shade, 20, 220)) for v in street.asphalt_rgb)
        painter.fill(patch, tone, ASPHALT, 0.85)
    for _ in range(rng.poisson(reach / 28)):
        painter.fill(_crack(street, rng), TAR, ASPHALT, 0.55)
    for s in np.arange(rng.uniform(3, 18), reach, rng.uniform(17, 38)):
        x, y, tx, ty = street.line.frame(s)
        offset = rng.uniform(-half * 0.6, half * 0.6)
        lid = Point(x - offset * ty, y + offset * tx)
        painter.fill(lid.buffer(0.48), (140, 138, 134), ASPHALT, 0.7)
        painter.fill(lid.buffer(0.34), IRON, PAINT)
    for s in np.arange(rng.uniform(5, 25), reach, 27.0):
        side = int(rng.choice([-1, 1]))
        painter.fill(_side(street.line, side, half - 0.42, half - 0.02, s, s + 0.5), IRON, PAINT)


def _crack(street: Street, rng: np.random.Generator) -> Polygon:
    half = street.width_m / 2
    x, y, tx, ty = street.line.frame(rng.uniform(0, street.line.length))
    along, offset = 0.0, rng.uniform(-half * 0.8, half * 0.8)
    heading = rng.choice([0.0, math.pi / 2]) + rng.normal(0, 0.2)
    points = []
    for _ in range(int(rng.integers(5, 16))):
        points.append((x + along * tx - offset * ty, y + along * ty + offset * tx))
        heading += rng.normal(0, 0.35)
        along += 0.8 * math.cos(heading)
        offset = float(np.clip(offset + 0.8 * math.sin(heading), -half, half))
    return LineString(points).buffer(rng.uniform(0.03, 0.06), resolution=1)


def _paint_markings(painter: GroundPainter, street: Street, rng: np.random.Generator) -> None:
    start, end = street.start_trim_m, street.line.length - street.end_trim_m
    half = street.width_m / 2
    patterns = {"dashed": (3.0, 3.0), "long": (6.0, 9.0), "solid": (1e9, 0.0)}

    def dashes(offset_m: float, dash_m: float, gap_m: float, width_m: float) -> None:
        s = start
        while s < end:
            mark = strip(
                street.line, offset_m - width_m / 2, offset_m + width_m / 2, s, min(s + dash_m, end)
            )
            painter.fill(mark, WHITE, PAINT, 0.9)
            s += dash_m + gap_m

    if street.cycle_lane_rgb is not None:
        for side in (1, -1):
            painter.fill(
                _side(street.line, side, half - 1.7, half - 0.2, start, end),
                street.cycle_lane_rgb,
                ASPHALT,
            )
            dashes(side * (half - 1.75), 1.0, 1.0, 0.14)
    if street.centre_mark == "double":
        dashes(-0.14, 1e9, 0.0, 0.12)
        dashes(0.14, 1e9, 0.0, 0.12)
    elif street.centre_mark in patterns:
        dashes(0.0, *patterns[street.centre_mark], 0.15)
    if street.edge_mark and street.cycle_lane_rgb is None:
        for side in (1, -1):
            dashes(side * (half - 0.55), 1e9, 0.0, 0.13)
    if street.parking_side:
        side = street.parking_side
        for s in np.arange(start + 6, end - 10, 5.4):
            painter.fill(_side(street.line, side, half - 2.05, half, s, s + 0.12), WHITE, PAINT)
        dashes(side * (half - 2.1), 0.8, 0.6, 0.1)
    if street.centre_mark == "none" and street.kerb_m and rng.random() < 0.35:
        _paint_hump(painter, street, rng)


def _paint_hump(painter: GroundPainter, street: Street, rng: np.random.Generator) -> None:
    """A raised table in setts with white teeth on both edges."""
    half = street.width_m / 2
    middle = street.line.length * rng.uniform(0.35, 0.65)
    long_m = rng.uniform(2.5, 5.0)
    tone = ((148, 92, 78), (150, 146, 140), (96, 92, 90))[rng.integers(3)]
    painter.fill(strip(street.line, -half, half, middle, middle + long_m), tone, PAVING)
    for offset in np.arange(-half + 0.3, half - 0.5, 1.1):
        painter.fill(strip(street.line, offset, offset + 0.5, middle, middle + 0.7), WHITE, PAINT)
        painter.fill(
            strip(street.line, offset, offset + 0.5, middle + long_m - 0.7, middle + long_m),
            WHITE,
            PAINT,
        )


def _paint_mouth(
    painter: GroundPainter, street: Street, line: Centreline, trim_m: float, mark: str
) -> None:
    """Markings where a street reaches a junction; `line` runs away from the junction.

    Traffic keeps right, so arriving cars use the left of a line that runs away from the junction.
    """
    half = street.width_m / 2
    if mark == "zebra":
        for offset in np.arange(-half + 0.35, half - 0.4, 1.0):
            painter.fill(
                strip(line, offset, offset + 0.5, trim_m + 1.0, trim_m + 4.0), WHITE, PAINT
            )
    elif mark == "give_way":
        for offset in np.arange(0.2, half - 0.3, 0.9):
            painter.fill(strip(line, offset, offset + 0.55, trim_m, trim_m + 0.4), WHITE, PAINT)
    elif mark in ("stop", "arrow"):
        painter.fill(strip(line, 0.1, half - 0.2, trim_m, trim_m + 0.45), WHITE, PAINT)
        if mark == "arrow":
            for start in (trim_m + 5.0, trim_m + 17.0):
                _paint_arrow(painter, line, half / 2, start)


def _paint_arrow(painter: GroundPainter, line: Centreline, offset_m: float, start_m: float) -> None:
    """A straight arrow of five metres that points to the line's start."""
    if start_m + 6 > line.length:
        return
    painter.fill(
        strip(line, offset_m - 0.1, offset_m + 0.1, start_m + 1.6, start_m + 5.0), WHITE, PAINT
    )
    x, y, tx, ty = line.frame(start_m)
    head = [(0.0, 0.0), (2.0, 0.5), (2.0, -0.5)]
    painter.fill(
        Polygon(
            [(x + a * tx - (o + offset_m) * ty, y + a * ty + (o + offset_m) * tx) for a, o in head]
        ),
        WHITE,
        PAINT,
    )


def _paint_roundabout(painter: GroundPainter, ring: Roundabout, rng: np.random.Generator) -> None:
    centre = Point(ring.centre_m)
    painter.fill(centre.buffer(ring.outer_m), (116, 114, 112), ASPHALT)
    painter.fill(centre.buffer(ring.island_m + 1.4), (154, 120, 104), PAVING)
    painter.fill(centre.buffer(ring.island_m), (198, 196, 190), PAVING)
    painter.fill(centre.buffer(ring.island_m - 0.3), (96, 112, 62), GRASS)
    if rng.random() < 0.6:
        painter.fill(centre.buffer(ring.island_m * 0.5), (150, 84, 96), GRASS)
