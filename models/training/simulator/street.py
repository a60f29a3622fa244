"""Street photos of a town on one date, from exactly known camera poses."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from models.training.simulator.light import (
    Optics,
    Season,
    Sun,
    develop,
    linear_from_srgb,
    sun_visibility,
)
from models.training.simulator.street_camera import StreetCamera
from models.training.simulator.street_trace import BLOCK, Scene, trace
from models.training.simulator.town_maps import NOTHING, TownMaps

VIEW_DISTANCE_M = 160.0  # what lies further away is treeline and haze


@dataclass(frozen=True)
class StreetLook:
    """Date, weather and camera of a street photo."""

    sun: Sun = Sun(azimuth_deg=230.0, elevation_deg=38.0)
    season: Season = Season()
    optics: Optics = Optics(exposure=1.25, haze=0.12, noise=0.006, blur_px=0.4)
    cloud_cover: float = 0.5  # 0 blue, 1 overcast


def render_photo(
    maps: TownMaps, camera: StreetCamera, look: StreetLook, seed: int, samples: int = 2
) -> np.ndarray:
    """RGB uint8 (height_px, width_px, 3) of what the camera sees; `samples` squared rays a pixel.

    Raises ValueError where the camera stands inside of something solid or off the maps.
    """
    _check_stand(maps, camera)
    window, east_shift_m, north_shift_m = _cut_out(maps, camera)
    scene = light_town(window, look)
    return _develop_view(scene, camera, look, seed, samples, (east_shift_m, north_shift_m))


def render_in_light(
    maps: TownMaps,
    scene: Scene,
    camera: StreetCamera,
    look: StreetLook,
    seed: int,
    samples: int = 2,
) -> np.ndarray:
    """`render_photo` in a town that `light_town` has lit: faster for many photos of one date."""
    _check_stand(maps, camera)
    return _develop_view(scene, camera, look, seed, samples, (0.0, 0.0))


def _develop_view(
    scene: Scene,
    camera: StreetCamera,
    look: StreetLook,
    seed: int,
    samples: int,
    shift_m: tuple[float, float],
) -> np.ndarray:
    """What the camera sees of a scene whose south-west corner is shifted from the town's."""
    origin = np.array([camera.east_m - shift_m[0], camera.north_m - shift_m[1], camera.height_m])
    light = trace(
        scene,
        origin,
        np.array(shift_m),
        camera.rays(samples),
        1.0 / (camera.px_per_radian * samples),
        np.array(look.sun.direction),
        look.sun.direct_share,
        look.cloud_cover,
        look.optics.haze,
        seed % 9973,
    )
    rows, columns = camera.height_px, camera.width_px
    light = light.reshape(rows, samples, columns, samples, 3).mean(axis=(1, 3))
    if look.optics.blur_px > 0:
        light = gaussian_filter(light, (look.optics.blur_px, look.optics.blur_px, 0))
    return develop(light, look.optics, np.random.default_rng(seed))


def _check_stand(maps: TownMaps, camera: StreetCamera) -> None:
    row, column = maps.cell_rowcol(camera.east_m, camera.north_m)
    rows, columns = maps.solid_kind.shape
    if not (0 <= row < rows and 0 <= column < columns):
        raise ValueError(f"the camera at {camera.east_m}, {camera.north_m} m stands off the maps")
    if maps.solid_kind[row, column] != NOTHING:
        raise ValueError(f"the camera at {camera.east_m}, {camera.north_m} m stands in an object")


def _cut_out(maps: TownMaps, camera: StreetCamera) -> tuple[TownMaps, float, float]:
    """The part of the maps in view, with the east and north of its south-west corner."""
    reach = int(VIEW_DISTANCE_M / maps.resolution_m)
    row, column = maps.cell_rowcol(camera.east_m, camera.north_m)
    rows, columns = maps.solid_kind.shape
    top, bottom = max(row - reach, 0), min(row + reach, rows)
    left, right = max(column - reach, 0), min(column + reach, columns)
    names = (
        "ground_rgb",
        "ground_material",
        "solid_height_cm",
        "solid_rgb",
        "solid_kind",
        "solid_id",
        "crown_bottom_cm",
        "crown_top_cm",
        "tree_id",
    )
    parts = {name: getattr(maps, name)[top:bottom, left:right] for name in names}
    corner_m = np.array([left, rows - bottom], np.float32) * np.float32(maps.resolution_m)
    houses, trees = maps.houses.copy(), maps.trees.copy()
    houses[:, :2] -= corner_m
    trees[:, :2] -= corner_m
    window = TownMaps(resolution_m=maps.resolution_m, houses=houses, trees=trees, **parts)
    return window, left * maps.resolution_m, (rows - bottom) * maps.resolution_m


def light_town(maps: TownMaps, look: StreetLook) -> Scene:
    """Everything that rays meet, with the shadows of one date."""
    shadow = sun_visibility(maps, look.sun, on_surface=False, stride=2)
    shadow = gaussian_filter(shadow, 0.12 / maps.resolution_m / 2)
    crown_bottom = np.where(maps.crown_top_cm > 0, maps.crown_bottom_cm, 65535)
    middle = _halve(maps.ground_rgb, 4)
    return Scene(
        resolution_m=maps.resolution_m,
        ground=np.ascontiguousarray(maps.ground_rgb),
        ground_4=middle,
        ground_16=_halve(middle, 4),
        material=maps.ground_material,
        solid_cm=maps.solid_height_cm,
        solid_rgb=maps.solid_rgb,
        solid_kind=maps.solid_kind,
        solid_id=maps.solid_id,
        crown_bottom_cm=maps.crown_bottom_cm,
        crown_top_cm=maps.crown_top_cm,
        tree_id=maps.tree_id,
        houses=maps.houses,
        trees=maps.trees,
        block_solid_cm=_per_block(maps.solid_height_cm, np.maximum, 0),
        block_crown_top_cm=_per_block(maps.crown_top_cm, np.maximum, 0),
        block_crown_bottom_cm=_per_block(crown_bottom.astype(np.uint16), np.minimum, 65535),
        lit=shadow,
        linear=linear_from_srgb(np.arange(256)),
        grass_gain=np.array(look.season.grass_gain, np.float32),
        leaf_gain=np.array(look.season.leaf_gain, np.float32),
    )


def _per_block(values: np.ndarray, reduce: np.ufunc, outside: int) -> np.ndarray:
    rows, columns = (math.ceil(n / BLOCK) * BLOCK for n in values.shape)
    padded = np.full((rows, columns), outside, values.dtype)
    padded[: values.shape[0], : values.shape[1]] = values
    blocks = padded.reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK)
    return reduce.reduce(reduce.reduce(blocks, axis=3), axis=1)


def _halve(rgb: np.ndarray, factor: int) -> np.ndarray:
    """Means over factor x factor cells; cells beyond a whole multiple repeat the edge."""
    rows, columns = (math.ceil(n / factor) * factor for n in rgb.shape[:2])
    padded = np.pad(rgb, ((0, rows - rgb.shape[0]), (0, columns - rgb.shape[1]), (0, 0)), "edge")
    # Sums of strided views need a fraction of the memory of a float copy.
    total = np.zeros((rows // factor, columns // factor, 3), np.uint16)
    for i in range(factor):
        for j in range(factor):
            total += padded[i::factor, j::factor]
    return (total // (factor * factor)).astype(np.uint8)
