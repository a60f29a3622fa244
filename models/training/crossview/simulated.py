"""Photos and aerial pictures of simulated towns, everything but the layout drawn anew for each.

    python -m models.training.crossview.simulated --out build/crossview --towns 1000 1040

One file per town: aerial pictures of two dates, and photos of several dates, as tokens.
"""

import argparse
import math
import time
from pathlib import Path
from typing import Callable, Iterator, List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..evaluation.mosaic import Mosaic
from ..simulator.aerial import AerialLook, render_orthophoto
from ..simulator.light import Optics, Season, Sun
from ..simulator.street import StreetLook, light_town, render_in_light
from ..simulator.street_camera import StreetCamera
from ..simulator.town import Town, TownStyle, build_town, park_cars
from .examples import Examples, GroundMap, Sighting, map_of, save, views_of
from .photometric import varied

DATES_ABOVE = 2
DATES_BELOW = 3
PHOTOS_OF_A_DATE = 22
RENDERED_M = 0.2
LEAST_TOKENS = 12
SEASONS = (
    Season(),
    Season((1.2, 1.02, 0.8), (1.15, 1.0, 0.8)),
    Season((1.5, 1.15, 0.8), (1.9, 1.15, 0.6)),
    Season((0.8, 0.95, 0.8), (0.8, 0.95, 0.9)),
)


def random_style(generator: np.random.Generator) -> TownStyle:
    """One of many kinds of place: dense, leafy, dry, straight or winding."""
    shortest_m = generator.uniform(40.0, 75.0)
    green = generator.uniform(0.0, 1.0)
    return TownStyle(
        size_m=300.0,
        block_m=(shortest_m, shortest_m * generator.uniform(1.2, 2.2)),
        bend_m=float(generator.choice([2.0, 12.0, 24.0, 36.0])),
        drop_share=generator.uniform(0.05, 0.35),
        dead_end_share=generator.uniform(0.0, 0.25),
        roundabout_share=generator.uniform(0.0, 0.3),
        place_share=generator.uniform(0.1, 0.5),
        tree_density=generator.uniform(0.2, 1.8),
        grass_rgb=(int(150 - 70 * green), int(128 - 20 * green), int(84 - 30 * green)),
    )


def random_sun(generator: np.random.Generator) -> Sun:
    """Any time of a day fit for photos."""
    return Sun(
        generator.uniform(0.0, 360.0), generator.uniform(15.0, 70.0), generator.uniform(0.1, 0.8)
    )


def town_examples(seed: int, encoder: Encoder) -> Examples:
    """Everything of one town."""
    generator = np.random.default_rng(seed)
    town = build_town(seed, random_style(generator))
    maps = [aerial_of(town, generator, encoder) for _ in range(DATES_ABOVE)]
    sightings = [
        sighting
        for _ in range(DATES_BELOW)
        for sighting in _photos_of_a_date(town, generator, encoder)
    ]
    return Examples(maps, sightings)


def aerial_of(town: Town, generator: np.random.Generator, encoder: Encoder) -> GroundMap:
    """The town from above on some date."""
    cars = park_cars(town, int(generator.integers(1 << 30)), generator.uniform(0.05, 0.5))
    look = AerialLook(
        random_sun(generator),
        SEASONS[generator.integers(len(SEASONS))],
        Optics(generator.uniform(0.7, 1.1), haze=generator.uniform(0.0, 0.12), noise=0.008),
    )
    rgb = render_orthophoto(cars, look, RENDERED_M, int(generator.integers(1 << 30)))
    mosaic = Mosaic([varied(rgb, generator, most_blur_px=1.4)], [RENDERED_M])
    side = int(town.style.size_m / encoder.pack.token_m)
    grid = mosaic.token_grid(encoder.pack.token_m).part(0, 0, side, side)
    return map_of(mosaic, grid, encoder)


def _photos_of_a_date(
    town: Town, generator: np.random.Generator, encoder: Encoder
) -> Iterator[Sighting]:
    made = 0
    for rgb, camera in photos_of_a_date(town, generator, lambda: random_stand(town, generator)):
        found = _sighting(rgb, camera, town, generator, encoder)
        if found is not None:
            made += 1
            yield found
        if made == PHOTOS_OF_A_DATE:
            return


def photos_of_a_date(
    town: Town, generator: np.random.Generator, stand: Callable[[], StreetCamera]
) -> Iterator[Tuple[NDArray[np.uint8], StreetCamera]]:
    """Photos of one day from wherever `stand` says, without end, and their cameras."""
    cars = park_cars(town, int(generator.integers(1 << 30)), generator.uniform(0.05, 0.5))
    look = random_street_look(generator)
    scene = light_town(cars, look)
    while True:
        camera = stand()
        try:
            rgb = render_in_light(cars, scene, camera, look, int(generator.integers(9000)), 1)
        except ValueError:  # the camera would stand inside of something
            continue
        yield rgb, camera


def random_street_look(generator: np.random.Generator) -> StreetLook:
    """Light, season, sky and lens of one day."""
    return StreetLook(
        random_sun(generator),
        SEASONS[generator.integers(len(SEASONS))],
        Optics(generator.uniform(0.9, 1.5), haze=generator.uniform(0.02, 0.25), noise=0.006),
        cloud_cover=generator.uniform(0.0, 1.0),
    )


def random_stand(town: Town, generator: np.random.Generator) -> StreetCamera:
    """A camera on a street or beside it: of a car, or in a hand."""
    street = town.roads.streets[generator.integers(len(town.roads.streets))]
    x_m, y_m, tx, ty = street.line.frame(generator.uniform(0.0, street.line.shape.length))
    lateral_m = generator.normal(0.0, 3.0)
    along_deg = math.degrees(math.atan2(tx, ty)) + 180.0 * generator.integers(2)
    panorama = generator.random() < 0.45
    aspect = float(generator.choice([4 / 3, 3 / 4, 16 / 9, 1.5]))
    from_car = panorama or generator.random() < 0.5
    return StreetCamera(
        east_m=x_m - lateral_m * ty,
        north_m=y_m + lateral_m * tx,
        height_m=generator.uniform(2.2, 2.8) if from_car else generator.uniform(1.4, 1.8),
        heading_deg=(along_deg + generator.normal(0.0, 45.0)) % 360.0,
        width_px=640 if panorama else round(448 * min(1.0, aspect)),
        height_px=320 if panorama else round(448 / max(1.0, aspect)),
        fov_deg=360.0 if panorama else generator.uniform(55.0, 110.0),
        projection=EQUIRECTANGULAR if panorama else PERSPECTIVE,
        pitch_down_deg=0.0 if panorama else generator.normal(2.0, 5.0),
        roll_deg=0.0 if panorama else generator.normal(0.0, 2.0),
    )


def _sighting(
    rgb: NDArray[np.uint8],
    camera: StreetCamera,
    town: Town,
    generator: np.random.Generator,
    encoder: Encoder,
) -> Optional[Sighting]:
    """The photo from above at its true heading, turned about, and turned anyhow.

    Height, tilt and field of view are known about as well as in use. None when it shows no ground
    or stands at the edge of the town.
    """
    token_m, side = encoder.pack.token_m, town.style.size_m / encoder.pack.token_m
    row = (town.style.size_m - camera.north_m) / token_m
    col = camera.east_m / token_m
    if not (8 < row < side - 8 and 8 < col < side - 8):
        return None
    rgb, believed, heading_deg, kind = as_believed(rgb, camera, generator)
    rgb = varied(rgb, generator, most_blur_px=1.0)
    about_deg = float(generator.uniform(45.0, 315.0))
    turns_deg = np.array([generator.normal(0.0, 2.0), 180.0, about_deg], np.float32)
    headings = [heading_deg + float(turn) for turn in turns_deg]
    shift_m = float((col - round(col)) * token_m), float((round(row) - row) * token_m)
    if generator.random() < 0.5:
        shift_m = 0.0, 0.0
    tokens, weight = views_of(rgb, believed, headings, shift_m, encoder)
    if (weight[0] > 0.02 * max(weight.max(), 1e-9)).sum() < LEAST_TOKENS:
        return None
    places = tuple(range(DATES_ABOVE))
    return Sighting(tokens, weight, turns_deg, places, row, col, kind, f"town {town.seed}")


def as_believed(
    rgb: NDArray[np.uint8], camera: StreetCamera, generator: np.random.Generator
) -> Tuple[NDArray[np.uint8], Camera, float, str]:
    """Photo, believed camera, heading of its centre, kind; panoramas are cut to narrower ones."""
    height_m = camera.height_m * generator.normal(1.0, 0.06)
    horizon = camera.horizon_fraction + generator.normal(0.0, 0.012)
    if camera.projection == PERSPECTIVE:
        fov_deg = camera.fov_deg * generator.normal(1.0, 0.02)
        roll_deg = camera.roll_deg + generator.normal(0.0, 0.7)
        believed = Camera(PERSPECTIVE, fov_deg, 0.0, horizon, height_m, roll_deg)
        return rgb, believed, camera.heading_deg, "photo"
    fov_deg = float(generator.choice([360.0, 360.0, 180.0, 90.0]))
    height_px, width_px = rgb.shape[:2]
    columns = round(fov_deg / 360.0 * width_px)
    left = (width_px - columns) // 2
    cut = np.ascontiguousarray(rgb[:, left : left + columns])
    believed = Camera(EQUIRECTANGULAR, fov_deg, 180.0, horizon, height_m)
    return cut, believed, camera.heading_deg, f"panorama {fov_deg:g}"


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("build/crossview"))
    parser.add_argument("--towns", type=int, nargs=2, metavar=("FIRST", "END"), required=True)
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args(arguments)
    encoder = Encoder(load_pack(shipped_pack_folder()), options.threads)
    for seed in range(*options.towns):
        path = options.out / f"town{seed}.npz"
        if path.exists():
            continue
        started = time.monotonic()
        examples = town_examples(seed, encoder)
        save(path, examples)
        seconds = time.monotonic() - started
        print(f"town {seed}: {len(examples.sightings)} photos, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
