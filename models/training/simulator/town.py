"""An invented neighbourhood, built from a seed: what lies on the ground and what stands on it.

The land is flat. Cars are not part of a town: they stand elsewhere on every date, see `park_cars`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numba import njit, prange
from shapely.geometry import Point
from shapely.prepared import prep

from models.training.simulator.noise import cloud_noise, hash_unit, smooth_noise
from models.training.simulator.town_ground import GroundPainter
from models.training.simulator.town_maps import GRASS, HOUSE, NOTHING, POLE, TownMaps
from models.training.simulator.town_objects import House, ObjectPainter, Tree
from models.training.simulator.town_places import plant_rest, set_places
from models.training.simulator.town_plots import fill_plots
from models.training.simulator.town_road_layout import lay_roads
from models.training.simulator.town_roads import RoadNetwork
from models.training.simulator.town_scenery import Scenery
from models.training.simulator.town_streets import paint_carriageways, paint_pavements

CAR_TONES = (
    (228, 228, 226),
    (24, 25, 28),
    (132, 136, 140),
    (184, 188, 190),
    (70, 76, 84),
    (120, 26, 28),
    (34, 56, 104),
    (92, 84, 72),
    (52, 78, 60),
    (196, 196, 190),
)


@dataclass(frozen=True)
class TownStyle:
    """What kind of place it is; every length in metres, every share between 0 and 1."""

    size_m: float = 500.0
    resolution_m: float = 0.1
    block_m: tuple[float, float] = (56.0, 108.0)  # distance between neighbouring streets
    bend_m: float = 24.0  # how far the street grid is bent
    drop_share: float = 0.24  # minor streets left out, which leaves T-junctions and bends
    dead_end_share: float = 0.14
    roundabout_share: float = 0.22  # of crossings with a wide street
    place_share: float = 0.25  # of blocks used for parks, car parks and courts
    tree_density: float = 1.0
    grass_rgb: tuple[int, int, int] = (96, 104, 62)


@dataclass(frozen=True)
class Town:
    """Maps of a neighbourhood, its streets, and where cars may stand."""

    style: TownStyle
    seed: int
    maps: TownMaps
    roads: RoadNetwork
    car_spots: np.ndarray  # float64, (n, 3): east_m, north_m, axis in degrees from east


def build_town(seed: int, style: TownStyle | None = None) -> Town:
    """Lay out and rasterise the town of this seed; the same seed gives the same town."""
    style = style or TownStyle()
    rng = np.random.default_rng(seed)
    roads = lay_roads(
        rng,
        style.size_m,
        style.block_m,
        style.bend_m,
        style.drop_share,
        style.dead_end_share,
        style.roundabout_share,
    )
    return furnished(style, roads, rng, seed)


def furnished(style: TownStyle, roads: RoadNetwork, rng: np.random.Generator, seed: int) -> Town:
    """The town along given roads: what stands and grows beside them, and how it is surfaced."""
    scenery = Scenery()
    set_places(scenery, roads, rng, style.size_m, style.place_share)
    fill_plots(scenery, roads, rng, style.size_m, style.tree_density)
    plant_rest(scenery, roads, rng, style.size_m, style.tree_density)
    maps = _rasterise(style, roads, scenery, rng, seed)
    return Town(style, seed, maps, roads, np.array(scenery.car_spots).reshape(-1, 3))


def park_cars(town: Town, seed: int, fill_share: float = 0.3) -> TownMaps:
    """The town's maps on one date: other seeds park other cars in other places."""
    rng = np.random.default_rng(seed)
    painter = ObjectPainter.over(town.maps)
    for east, north, axis_deg in town.car_spots:
        used, tone, turn = rng.random(), rng.integers(len(CAR_TONES)), rng.integers(2)
        length, roof, shift = rng.uniform(3.7, 4.9), rng.uniform(1.42, 1.75), rng.normal(0, 0.12, 2)
        if used < fill_share:
            painter.raise_car(
                (east + shift[0], north + shift[1]),
                axis_deg + 180 * turn * (used < 0.3 * fill_share),
                length,
                roof,
                CAR_TONES[tone],
            )
    return replace(
        town.maps,
        solid_height_cm=painter.solid_height_cm,
        solid_rgb=painter.solid_rgb,
        solid_kind=painter.solid_kind,
    )


def _rasterise(
    style: TownStyle, roads: RoadNetwork, scenery: Scenery, rng: np.random.Generator, seed: int
) -> TownMaps:
    ground = GroundPainter(style.size_m, style.resolution_m, style.grass_rgb)
    for patch in scenery.ground:
        ground.fill(*patch)
    paint_pavements(ground, roads)
    for patch in scenery.crossings:
        ground.fill(*patch)
    paint_carriageways(ground, roads, rng)
    ground_rgb, material = ground.maps()
    _weather(ground_rgb, material, style.resolution_m, seed)

    objects = ObjectPainter(*material.shape, style.resolution_m)
    for index, house in enumerate(scenery.houses):
        objects.raise_house(house, index)
    for shape, height_m, rgb, kind in scenery.raised:
        objects.raise_strip(shape, height_m, rgb, kind)
    carriageway = prep(roads.carriageway)
    for lamp in scenery.lamps:
        if not carriageway.contains(Point(lamp)):
            objects.raise_post(lamp, 0.09, 5.5, (120, 124, 126), POLE)
    trees = [
        tree
        for tree in scenery.trees
        if _has_room(objects, tree) and not carriageway.contains(Point(tree.centre_m))
    ]
    for index, tree in enumerate(trees):
        objects.raise_tree(tree, index)
    return TownMaps(
        resolution_m=style.resolution_m,
        ground_rgb=ground_rgb,
        ground_material=material,
        solid_height_cm=objects.solid_height_cm,
        solid_rgb=objects.solid_rgb,
        solid_kind=objects.solid_kind,
        solid_id=objects.solid_id,
        crown_bottom_cm=objects.crown_bottom_cm,
        crown_top_cm=objects.crown_top_cm,
        tree_id=objects.tree_id,
        houses=_house_table(scenery.houses),
        trees=_tree_table(trees),
    )


def _has_room(objects: ObjectPainter, tree: Tree) -> bool:
    """Whether the trunk stands on the map and outside of buildings."""
    row = int((objects.size_m - tree.centre_m[1]) / objects.resolution_m)
    column = int(tree.centre_m[0] / objects.resolution_m)
    rows, columns = objects.solid_kind.shape
    if not (0 <= row < rows and 0 <= column < columns):
        return False
    return objects.solid_kind[row, column] in (NOTHING, *range(HOUSE + 1, POLE + 1))


def _house_table(houses: list[House]) -> np.ndarray:
    table = np.zeros((max(len(houses), 1), 14), np.float32)
    for row, house in zip(table, houses):
        angle = np.radians(house.axis_deg)
        row[:] = (
            *house.centre_m,
            np.cos(angle),
            np.sin(angle),
            house.eaves_m,
            house.window_spacing_m,
            *house.garage_x_m,
            *house.facade_rgb,
            *house.trim_rgb,
        )
    return table


def _tree_table(trees: list[Tree]) -> np.ndarray:
    table = np.zeros((max(len(trees), 1), 8), np.float32)
    for row, tree in zip(table, trees):
        row[:] = (
            *tree.centre_m,
            tree.crown_radius_m,
            tree.crown_bottom_m,
            tree.crown_top_m,
            *tree.leaf_rgb,
        )
    return table


@njit(cache=True, parallel=True)
def _weather(rgb: np.ndarray, material: np.ndarray, resolution_m: float, salt: int) -> None:
    """Give every material its patchiness, in place: lawns most, paint (by wear) somewhat."""
    rows, columns = material.shape
    for row in prange(rows):
        north = (rows - row) * resolution_m
        for column in range(columns):
            east = column * resolution_m
            broad = cloud_noise(east / 11.0, north / 11.0, salt) - 0.5
            patchy = smooth_noise(east / 1.3, north / 1.3, salt + 7) - 0.5
            grain = hash_unit(column, row, 0, salt) - 0.5
            if material[row, column] == GRASS:
                gain = 1 + 0.40 * broad + 0.16 * patchy + 0.10 * grain
                dry = 0.22 * broad + 0.08 * patchy
            else:
                gain = 1 + 0.26 * broad + 0.10 * patchy + 0.07 * grain
                dry = 0.0
            for band in range(3):
                tint = 1 + dry if band == 0 else 1.0
                value = rgb[row, column, band] * gain * tint
                rgb[row, column, band] = min(max(value, 0.0), 255.0)
