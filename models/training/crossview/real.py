"""Real pairs as examples, on one map as in the raster protocol.

    python -m models.training.crossview.real --shared ../shared/data --out build/crossview

Every photo is turned to all headings that the search tries, the true one first.
"""

import argparse
import time
from pathlib import Path
from typing import List, Optional

import numpy as np

from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..evaluation.cuts import queries_of
from ..evaluation.evaluate import usable
from ..evaluation.mosaic import Mosaic
from ..evaluation.pairs import read_pairs
from ..evaluation.protocol import lay_out
from .examples import Examples, Sighting, map_of, save, views_of

CUT_FOV_DEG = (180.0, 90.0, 70.0)


def real_examples(shared: Path, encoder: Encoder) -> Examples:
    """The pairs whose scale and camera position are known, and narrower photos cut from them."""
    pairs = [pair for pair in read_pairs(shared / "real-pairs" / "index.csv") if usable(pair)]
    mosaic: Mosaic = lay_out(pairs)
    pack = encoder.pack
    grid = mosaic.token_grid(pack.token_m)
    ground = map_of(mosaic, grid, encoder)
    turns_deg = np.arange(pack.headings, dtype=np.float32) * (360.0 / pack.headings)
    sightings = []
    for query in queries_of(pairs, CUT_FOV_DEG):
        if query.heading_deg is None:
            continue
        tile = mosaic.tiles[query.number]
        row, col = grid.rowcol(*tile.centre)
        headings = [query.heading_deg + float(turn) for turn in turns_deg]
        tokens, weight = views_of(query.photo.rgb, query.camera, headings, (0.0, 0.0), encoder)
        pair = pairs[query.number]
        kind = f"{pair.dataset} {query.view}"
        sightings.append(Sighting(tokens, weight, turns_deg, (0,), row, col, kind, pair.place))
    return Examples([ground], sightings)


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/crossview"))
    options = parser.parse_args(arguments)
    started = time.monotonic()
    examples = real_examples(options.shared, Encoder(load_pack(shipped_pack_folder())))
    save(options.out / "real.npz", examples)
    print(f"{len(examples.sightings)} photos, {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
