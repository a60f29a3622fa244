"""Fit the head on simulated towns and real pairs.

    python -m models.training.surroundings.fit --shared ../shared/data

Features are fitted to street views of Cambridge and to towns. The pairs count `PAIRS_SHARE` of
all: they are few, of two data sets, and what they teach helps in their own data set only. Writes
`fitted.npz` beside this file.
"""

import argparse
from pathlib import Path
from typing import List, Optional, Sequence

import numpy as np

from plugin.engine.birdseye import image_pyramid
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.strips import Strip, strip_of

from ..crossview.examples import town_files
from ..evaluation.evaluate import usable
from ..evaluation.pairs import read_pairs
from ..evaluation.protocol import encode_raster
from ..fit import cambridge_views
from .head import FILE, Fitted, head_of, save_fitted
from .pairs import pair_panoramas
from .panoramas import Panorama, load
from .regression import fitted, moments_of, space_of
from .towns import FOLDER

CAMBRIDGE_VIEWS = 600
SEED = 7


def cambridge_strips(shared: Path, encoder: Encoder) -> List[Strip]:
    """Street views drawn at random; what they show counts, not where they were taken."""
    views = cambridge_views(shared, CAMBRIDGE_VIEWS, np.random.default_rng(SEED))
    return [strip_of(image_pyramid(photo.rgb), camera, encoder, 1.0) for photo, camera in views]


def fit(shared: Path, towns: Sequence[Panorama], encoder: Encoder) -> Fitted:
    """The head, from everything."""
    space = space_of(cambridge_strips(shared, encoder), [town.strip for town in towns])
    pairs = [pair for pair in read_pairs(shared / "real-pairs" / "index.csv") if usable(pair)]
    by_place = pair_panoramas(encode_raster(pairs, encoder), encoder)
    of_towns = moments_of(space.towns, towns)
    of_pairs = moments_of(space.real, [p for panoramas in by_place.values() for p in panoramas])
    head = head_of(space.real, fitted(of_towns, of_pairs))
    return Fitted(head, of_towns, tuple(sorted(by_place)))


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--data", type=Path, default=FOLDER)
    parser.add_argument("--pack", type=Path, default=shipped_pack_folder())
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    towns = [panorama for path in town_files(options.data) for panorama in load(path)]
    found = fit(options.shared, towns, Encoder(load_pack(options.pack)))
    save_fitted(options.out, found)
    print(f"{options.out}: {len(towns)} panoramas of towns, {len(found.places)} real places")


if __name__ == "__main__":
    main()
