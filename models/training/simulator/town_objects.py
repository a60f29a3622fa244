"""What stands in a town (houses, trees, hedges, walls, posts, cars), raised in its maps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from models.training.simulator.town_maps import CAR, HOUSE, TRUNK, Rgb, TownMaps

# A car's outline from the side: shares of its length from rear to front, heights in metres.
_CAR_STATIONS = (-0.5, -0.47, -0.40, -0.28, 0.08, 0.24, 0.42, 0.49, 0.5)
_CAR_BODY_M = (0.60, 0.85, 0.93, 0.93, 0.93, 0.93, 0.82, 0.68, 0.50)
_CABIN = slice(3, 5)


@dataclass(frozen=True)
class House:
    """A building of one or two rectangular wings that share one frame (x along the street)."""

    centre_m: tuple[float, float]
    axis_deg: float  # direction of the local x axis, anticlockwise from east
    wings: tuple[tuple[float, float, float, float], ...]  # local x0, y0, x1, y1
    eaves_m: float
    roof: str  # "gable", "hip" or "flat"
    pitch: float  # rise over run
    roof_rgb: Rgb
    facade_rgb: Rgb
    trim_rgb: Rgb
    window_spacing_m: float
    garage_x_m: tuple[float, float]  # span of the garage door on the street side, local x


@dataclass(frozen=True)
class Tree:
    """A trunk and a crown; a conifer's crown is a cone, any other an ellipsoid."""

    centre_m: tuple[float, float]
    crown_radius_m: float
    crown_bottom_m: float
    crown_top_m: float
    leaf_rgb: Rgb
    conifer: bool


class ObjectPainter:
    """Raises houses, hedges, walls, trees, poles and cars on empty or existing object maps."""

    def __init__(self, rows: int, columns: int, resolution_m: float) -> None:
        self.resolution_m = resolution_m
        self.size_m = rows * resolution_m
        shape = (rows, columns)
        self.solid_height_cm = np.zeros(shape, np.uint16)
        self.solid_rgb = np.zeros((*shape, 3), np.uint8)
        self.solid_kind = np.zeros(shape, np.uint8)
        self.solid_id = np.zeros(shape, np.uint16)
        self.crown_bottom_cm = np.zeros(shape, np.uint16)
        self.crown_top_cm = np.zeros(shape, np.uint16)
        self.tree_id = np.zeros(shape, np.uint16)

    @classmethod
    def over(cls, maps: TownMaps) -> ObjectPainter:
        """A painter that starts from copies of the solids of `maps`."""
        painter = cls(0, 0, maps.resolution_m)
        painter.size_m = maps.north_extent_m
        painter.solid_height_cm = maps.solid_height_cm.copy()
        painter.solid_rgb = maps.solid_rgb.copy()
        painter.solid_kind = maps.solid_kind.copy()
        painter.solid_id = maps.solid_id
        return painter

    def raise_house(self, house: House, index: int) -> None:
        """Pitched or flat roof over every wing; the maps keep the higher roof where wings meet."""
        reach = max(math.hypot(x, y) for w in house.wings for x in w[::2] for y in w[1::2])
        window, east, north = self._window(house.centre_m, reach)
        x, y = _local(east, north, house.centre_m, house.axis_deg)
        height = np.zeros(x.shape)
        for x0, y0, x1, y1 in house.wings:
            to_side = np.minimum(np.minimum(x - x0, x1 - x), np.minimum(y - y0, y1 - y))
            run = to_side
            if house.roof == "gable":
                along_x = (x1 - x0) >= (y1 - y0)
                run = np.minimum(y - y0, y1 - y) if along_x else np.minimum(x - x0, x1 - x)
            rise = 0.25 * (to_side < 0.3) if house.roof == "flat" else house.pitch * run
            height = np.maximum(height, np.where(to_side > 0, house.eaves_m + rise, 0.0))
        inside = height > 0
        self._place(window, inside, height, house.roof_rgb, HOUSE)
        self.solid_id[window][inside] = index

    def raise_strip(self, shape: BaseGeometry, height_m: float, rgb: Rgb, kind: int) -> None:
        """Raise a polygon (hedge, wall, fence, shed) to one height."""
        west, south, east_max, north_max = shape.bounds
        centre = ((west + east_max) / 2, (south + north_max) / 2)
        window, east, north = self._window(centre, max(east_max - west, north_max - south) / 2)
        if east.size == 0:
            return
        scale = 1.0 / self.resolution_m
        mask = Image.new("L", (east.shape[1], east.shape[0]), 0)
        outline = [
            ((c[0] - east[0, 0]) * scale, (north[0, 0] - c[1]) * scale)
            for c in shape.exterior.coords
        ]
        ImageDraw.Draw(mask).polygon(outline, fill=1)
        self._place(window, np.array(mask) > 0, np.full(east.shape, height_m), rgb, kind)

    def raise_post(
        self, centre_m: tuple[float, float], radius_m: float, height_m: float, rgb: Rgb, kind: int
    ) -> None:
        """A round post: tree trunk or lamp."""
        window, east, north = self._window(centre_m, radius_m)
        inside = np.hypot(east - centre_m[0], north - centre_m[1]) <= radius_m
        self._place(window, inside, np.full(east.shape, height_m), rgb, kind)

    def raise_tree(self, tree: Tree, index: int) -> None:
        """Hang the crown over the ground and stand the trunk below it."""
        window, east, north = self._window(tree.centre_m, tree.crown_radius_m * 1.2)
        dx, dy = east - tree.centre_m[0], north - tree.centre_m[1]
        angle = np.arctan2(dy, dx)
        # Two lobed waves, different for every tree, keep crowns from being perfect discs.
        lobes = 1 + 0.09 * np.sin(3 * angle + index) + 0.07 * np.sin(5 * angle + 2.7 * index)
        ratio = np.hypot(dx, dy) / (tree.crown_radius_m * lobes)
        inside = ratio < 1
        dome = np.sqrt(np.clip(1 - ratio**2, 0, 1))
        half = (tree.crown_top_m - tree.crown_bottom_m) / 2
        if tree.conifer:
            top = tree.crown_bottom_m + 2 * half * np.clip(1 - ratio, 0, 1)
            bottom = np.full(top.shape, tree.crown_bottom_m)
        else:
            middle = tree.crown_bottom_m + 0.8 * half
            bumps = 0.12 * half * np.sin(2.3 * dx + index) * np.sin(2.6 * dy - index)
            top = middle + (1.2 * half + bumps) * dome
            bottom = middle - 0.8 * half * dome
        self._hang(window, inside, bottom, top, index)
        trunk_m = tree.crown_bottom_m + half
        self.raise_post(
            tree.centre_m, 0.06 + 0.05 * tree.crown_radius_m, trunk_m, (84, 72, 60), TRUNK
        )

    def raise_car(
        self,
        centre_m: tuple[float, float],
        axis_deg: float,
        length_m: float,
        roof_m: float,
        rgb: Rgb,
    ) -> None:
        """A body with bonnet, boot and glazed cabin; nothing where something stands already."""
        window, east, north = self._window(centre_m, length_m * 0.6)
        if east.size == 0:
            return
        x, y = _local(east, north, centre_m, axis_deg)
        side = np.abs(y) / 0.88
        body = np.abs(2 * x / length_m) ** 6 + side**6 < 1
        if (self.solid_height_cm[window][body] > 0).any():
            return
        outline_m = np.array(_CAR_BODY_M)
        outline_m[_CABIN] = roof_m
        height = np.interp(x / length_m, _CAR_STATIONS, outline_m)
        # Above the body the sides lean inward to the roof.
        height = np.minimum(height, max(_CAR_BODY_M) + 2.4 * np.clip(1 - side, 0, 1))
        self._place(window, body, height, rgb, CAR)

    def _place(
        self,
        window: tuple[slice, slice],
        inside: np.ndarray,
        height_m: np.ndarray,
        rgb: Rgb,
        kind: int,
    ) -> None:
        height_cm = (np.clip(height_m, 0, 600) * 100).astype(np.uint16)
        inside = inside & (height_cm > self.solid_height_cm[window])
        self.solid_height_cm[window][inside] = height_cm[inside]
        self.solid_rgb[window][inside] = rgb
        self.solid_kind[window][inside] = kind

    def _hang(
        self,
        window: tuple[slice, slice],
        inside: np.ndarray,
        bottom_m: np.ndarray,
        top_m: np.ndarray,
        index: int,
    ) -> None:
        bottom_cm = (np.clip(bottom_m, 0.3, None) * 100).astype(np.uint16)
        top_cm = (np.clip(top_m, 0.4, None) * 100).astype(np.uint16)
        old_top, old_bottom = self.crown_top_cm[window], self.crown_bottom_cm[window].copy()
        shared = inside & (old_top > 0)
        self.crown_bottom_cm[window][inside] = bottom_cm[inside]
        self.crown_bottom_cm[window][shared] = np.minimum(old_bottom, bottom_cm)[shared]
        taller = inside & (top_cm > old_top)
        self.crown_top_cm[window][taller] = top_cm[taller]
        self.tree_id[window][taller] = index

    def _window(
        self, centre_m: tuple[float, float], reach_m: float
    ) -> tuple[tuple[slice, slice], np.ndarray, np.ndarray]:
        """The cells within reach of a point, with the east and north of their centres."""
        rows, columns = self.solid_height_cm.shape
        res = self.resolution_m
        left = int(np.clip((centre_m[0] - reach_m) / res - 1, 0, columns))
        right = int(np.clip((centre_m[0] + reach_m) / res + 2, 0, columns))
        top = int(np.clip((self.size_m - centre_m[1] - reach_m) / res - 1, 0, rows))
        bottom = int(np.clip((self.size_m - centre_m[1] + reach_m) / res + 2, 0, rows))
        east, north = np.meshgrid(
            (np.arange(left, right) + 0.5) * res,
            self.size_m - (np.arange(top, bottom) + 0.5) * res,
        )
        return (slice(top, bottom), slice(left, right)), east, north


def _local(
    east: np.ndarray, north: np.ndarray, centre_m: tuple[float, float], axis_deg: float
) -> tuple[np.ndarray, np.ndarray]:
    cos, sin = math.cos(math.radians(axis_deg)), math.sin(math.radians(axis_deg))
    dx, dy = east - centre_m[0], north - centre_m[1]
    return dx * cos + dy * sin, dy * cos - dx * sin
