"""The brush that paints polygons into the maps of a town's ground."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from models.training.simulator.town_maps import GRASS, Rgb


class GroundPainter:
    """Paints polygons into the albedo and material maps of the ground."""

    def __init__(self, size_m: float, resolution_m: float, base_rgb: Rgb) -> None:
        self.resolution_m = resolution_m
        cells = int(round(size_m / resolution_m))
        self.size_m = cells * resolution_m
        self._rgb = Image.new("RGB", (cells, cells), base_rgb)
        self._material = Image.new("L", (cells, cells), GRASS)

    def fill(self, shape: BaseGeometry, rgb: Rgb, material: int, opacity: float = 1.0) -> None:
        """Paint a (multi)polygon; a transparent fill keeps the material below."""
        for part in getattr(shape, "geoms", [shape]):
            if part.is_empty or part.geom_type != "Polygon":
                continue
            self._fill_polygon(part, tuple(int(v) for v in rgb), material, opacity)

    def maps(self) -> tuple[np.ndarray, np.ndarray]:
        """The painted albedo (rows, columns, 3) and material (rows, columns), uint8."""
        return np.array(self._rgb), np.array(self._material)

    def _fill_polygon(self, polygon: BaseGeometry, rgb: Rgb, material: int, opacity: float) -> None:
        outline = self._pixels(polygon.exterior.coords)
        if opacity >= 1.0 and not polygon.interiors:
            ImageDraw.Draw(self._rgb).polygon(outline, fill=rgb)
            ImageDraw.Draw(self._material).polygon(outline, fill=material)
            return
        xs, ys = zip(*outline)
        left, top = max(int(min(xs)) - 1, 0), max(int(min(ys)) - 1, 0)
        right = min(int(max(xs)) + 2, self._rgb.width)
        bottom = min(int(max(ys)) + 2, self._rgb.height)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        draw = ImageDraw.Draw(mask)
        draw.polygon([(x - left, y - top) for x, y in outline], fill=int(round(255 * opacity)))
        for hole in polygon.interiors:
            draw.polygon([(x - left, y - top) for x, y in self._pixels(hole.coords)], fill=0)
        self._rgb.paste(rgb, (left, top), mask)
        if opacity >= 1.0:
            self._material.paste(material, (left, top), mask)

    def _pixels(self, coords: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        # PIL places pixel centres at whole numbers, the maps at +0.5.
        scale = 1.0 / self.resolution_m
        return [(c[0] * scale - 0.5, (self.size_m - c[1]) * scale - 0.5) for c in coords]
