"""What surroundings add, on real photos: searched without them and with them.

    python -m models.training.surroundings.measure --shared ../shared/data

The head is fitted on simulated towns alone, on these and the real pairs of the other data set, and
on these and the real pairs of all other places, as `evaluate` has it.
"""

import argparse
import json
from pathlib import Path
from typing import Dict, List, Optional, Sequence

from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..evaluation.cuts import each_query
from ..evaluation.evaluate import CUT_FOV_DEG, usable
from ..evaluation.paired import Found, compared, show
from ..evaluation.pairs import read_pairs
from ..evaluation.protocol import Raster, encode_raster
from ..export import SURROUNDINGS_STRENGTH
from .head import FILE, load_fitted
from .pairs import ByPlace, pair_panoramas
from .regression import Matrix, Moments, Side, fitted, moments_of
from .trial import Sighted, find, sighted, with_surroundings

HEADINGS = (1, 24)


def heads_by_way(by_place: ByPlace, side: Side, towns: Moments) -> Dict[str, Dict[str, Matrix]]:
    """Way of fitting to place to what was fitted for it."""
    sets = {place: place.split()[0] for place in by_place}

    def on(places: Sequence[str]) -> Matrix:
        chosen = [panorama for place in places for panorama in by_place[place]]
        return fitted(towns, moments_of(side, chosen) if chosen else None)

    of_set = {name: on([p for p in sets if sets[p] != name]) for name in set(sets.values())}
    return {
        "towns alone": dict.fromkeys(by_place, on([])),
        "towns and the other data set": {place: of_set[sets[place]] for place in by_place},
        "towns and all other places": {p: on([o for o in by_place if o != p]) for p in by_place},
    }


def all_sighted(raster: Raster, encoder: Encoder) -> List[Sighted]:
    """Whole photos and narrower ones, encoded by their ground alone."""
    found = (sighted(raster, query, encoder) for query in each_query(raster.pairs, CUT_FOV_DEG))
    return [photo for photo in found if photo is not None]


def search_with(
    raster: Raster, photos: Sequence[Sighted], heads: Optional[Dict[str, Matrix]], side: Side,
    headings: int, encoder: Encoder,
) -> List[Found]:  # fmt: skip
    """All photos with a head for each place; None for the ground alone."""
    sharpness, token_m = encoder.pack.calibration.sharpness, encoder.pack.token_m
    found = []
    for photo in photos:
        codes = photo.codes
        if heads is not None:
            expected = heads[photo.place]
            codes = with_surroundings(
                codes, photo.strip, side, expected, SURROUNDINGS_STRENGTH, token_m
            )
        found.append(find(raster, photo, codes, headings, sharpness))
    return found


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/surroundings.json"))
    options = parser.parse_args(arguments)
    encoder = Encoder(load_pack(shipped_pack_folder()))
    listed = read_pairs(options.shared / "real-pairs" / "index.csv")
    raster = encode_raster([pair for pair in listed if usable(pair)], encoder)
    stored = load_fitted(FILE)
    side = Side(stored.head.mean, stored.head.matrix)
    heads = heads_by_way(pair_panoramas(raster, encoder), side, stored.towns)
    photos = all_sighted(raster, encoder)
    measured = {}
    for headings in HEADINGS:
        alone = search_with(raster, photos, None, side, headings, encoder)
        for way, by_place in heads.items():
            beside = search_with(raster, photos, by_place, side, headings, encoder)
            title = f"fitted on {way}, {headings} headings"
            measured[title] = compared(alone, beside)
            show(title, measured[title])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
