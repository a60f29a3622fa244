"""Rendered photos of simulated towns, with exactly known tilt, field of view and height."""

import math
from dataclasses import dataclass
from typing import Iterator

import numpy as np
from numpy.typing import NDArray

from models.training.simulator.light import Sun
from models.training.simulator.sample_shots import SHOTS
from models.training.simulator.street import StreetLook, render_photo
from models.training.simulator.street_camera import StreetCamera
from models.training.simulator.town import build_town, park_cars

LONGEST_PX = 448
FITTED_TOWNS = (101, 102, 103, 104)
HELD_OUT_TOWNS = (201, 202)


@dataclass(frozen=True)
class RenderedPhoto:
    """One photo and the camera that took it."""

    rgb: NDArray[np.uint8]
    camera: StreetCamera


def rendered_photos(town_seed: int, count: int) -> Iterator[RenderedPhoto]:
    """Photos along the streets of one town: any weather, any tilt, hand and vehicle heights."""
    generator = np.random.default_rng(town_seed)
    town = build_town(town_seed)
    maps = park_cars(town, town_seed)
    made = 0
    while made < count:
        street = town.roads.streets[generator.integers(len(town.roads.streets))]
        x_m, y_m, tx, ty = street.line.frame(generator.uniform(0.0, street.line.shape.length))
        lateral_m = generator.uniform(-3.0, 3.0)
        aspect = float(generator.choice([4 / 3, 3 / 4, 16 / 9, 1.5]))
        along_deg = math.degrees(math.atan2(tx, ty)) + 180.0 * generator.integers(2)
        camera = StreetCamera(
            east_m=x_m - lateral_m * ty,
            north_m=y_m + lateral_m * tx,
            height_m=float(generator.choice([1.3, 1.6, 1.6, 2.5])),
            heading_deg=(along_deg + generator.normal(0.0, 40.0)) % 360.0,
            width_px=round(LONGEST_PX * min(1.0, aspect)),
            height_px=round(LONGEST_PX / max(1.0, aspect)),
            fov_deg=float(generator.uniform(45.0, 90.0)),
            pitch_down_deg=float(generator.normal(0.0, 7.0)),
            roll_deg=float(generator.normal(0.0, 2.5)),
        )
        look = StreetLook(
            sun=Sun(
                generator.uniform(0, 360), generator.uniform(15, 60), generator.uniform(0.1, 0.75)
            ),
            season=SHOTS[generator.integers(len(SHOTS))].season,
            cloud_cover=float(generator.uniform(0.0, 1.0)),
        )
        try:
            rgb = render_photo(maps, camera, look, int(generator.integers(9000)), samples=1)
        except ValueError:  # the camera would stand inside of something
            continue
        made += 1
        yield RenderedPhoto(rgb, camera)
