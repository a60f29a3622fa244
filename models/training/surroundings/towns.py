"""Panoramas of simulated towns by bearing, and their maps of another date.

    python -m models.training.surroundings.towns --towns 1000 1020

One file per town in build/surroundings.
"""

import argparse
import itertools
import time
from pathlib import Path
from typing import List, Optional

import numpy as np

from plugin.engine.birdseye import image_pyramid
from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.strips import strip_of

from ..crossview.photometric import varied
from ..crossview.simulated import aerial_of, photos_of_a_date, random_stand, random_style
from ..export import HERE, Projection, load_projection
from ..simulator.street_camera import StreetCamera
from ..simulator.town import Town, build_town
from .panoramas import Panorama, around_of, less_mean, save

DATES, PHOTOS_OF_A_DATE = 2, 20
EDGE_M = 30.0
FOLDER = Path("build/surroundings")
PROJECTION = HERE / "projection.npz"


def town_panoramas(seed: int, projection: Projection, encoder: Encoder) -> List[Panorama]:
    """Panoramas of one town, of two dates, and its map of a third."""
    generator = np.random.default_rng(seed)
    town = build_town(seed, random_style(generator))
    token_m, size_m = encoder.pack.token_m, town.style.size_m
    ground = aerial_of(town, generator, encoder)
    tokens = ground.tokens.astype(np.float32)
    # Simulated imagery is centred on its own mean: its tokens lie elsewhere than real ones.
    projected = (tokens - tokens[ground.covered].mean(axis=0)) @ projection.matrix
    codes = less_mean(np.where(projected >= 0, 1.0, -1.0).astype(np.float32), ground.covered)
    found: List[Panorama] = []
    for _ in range(DATES):
        photos = photos_of_a_date(town, generator, lambda: _stand(town, generator))
        for rgb, camera in itertools.islice(photos, PHOTOS_OF_A_DATE):
            row, col = (size_m - camera.north_m) / token_m, camera.east_m / token_m
            horizon = camera.horizon_fraction + generator.normal(0.0, 0.01)
            believed = Camera(EQUIRECTANGULAR, 360.0, 180.0, float(horizon), camera.height_m)
            pyramid = image_pyramid(varied(rgb, generator, most_blur_px=1.0))
            strip = strip_of(pyramid, believed, encoder, 1.0)
            around = around_of(codes, ground.covered, row, col, camera.heading_deg, token_m)
            found.append(Panorama(strip, around))
    return found


def _stand(town: Town, generator: np.random.Generator) -> StreetCamera:
    """A panorama's camera in a street, not at the edge of the town."""
    while True:
        camera = _panorama_camera(random_stand(town, generator), generator)
        inside = (
            EDGE_M < at < town.style.size_m - EDGE_M for at in (camera.east_m, camera.north_m)
        )
        if all(inside):
            return camera


def _panorama_camera(stand: StreetCamera, generator: np.random.Generator) -> StreetCamera:
    return StreetCamera(
        east_m=stand.east_m,
        north_m=stand.north_m,
        height_m=generator.uniform(2.2, 2.8),
        heading_deg=float(generator.uniform(0.0, 360.0)),
        width_px=640,
        height_px=320,
        fov_deg=360.0,
        projection=EQUIRECTANGULAR,
    )


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--projection", type=Path, default=PROJECTION)
    parser.add_argument("--towns", type=int, nargs=2, metavar=("FIRST", "END"), required=True)
    options = parser.parse_args(arguments)
    encoder = Encoder(load_pack(shipped_pack_folder()))
    projection = load_projection(options.projection)
    for seed in range(*options.towns):
        path = options.out / f"town{seed}.npz"
        if path.exists():
            continue
        started = time.monotonic()
        panoramas = town_panoramas(seed, projection, encoder)
        save(path, panoramas)
        seconds = time.monotonic() - started
        print(f"town {seed}: {len(panoramas)} panoramas, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
