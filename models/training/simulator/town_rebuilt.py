"""A town after construction work: streets keep their course, what lies beside them may not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from models.training.simulator.town import Town, furnished
from models.training.simulator.town_maps import TownMaps
from models.training.simulator.town_road_layout import ASPHALT_TONES, KERB_TONES, PAVEMENT_TONES
from models.training.simulator.town_roads import Street
from models.training.simulator.weather import noise_map

SITE_M = 45.0  # extent of a building site
MARKS = ("none", "dashed", "long", "solid", "double")
MOUTH_MARKS = ("none", "zebra", "give_way", "stop")


def rebuilt(town: Town, share: float, seed: int) -> Town:
    """The town with a share of its ground built anew, in patches of some `SITE_M`.

    New there: plots, houses, trees, hedges and car parks; surface, kerbs, repairs and markings of
    the streets. Houses at the edge of a patch may be cut, as if half of them had been pulled down.
    """
    rng = np.random.default_rng(seed)
    streets = tuple(_resurfaced(street, rng) for street in town.roads.streets)
    new = furnished(town.style, replace(town.roads, streets=streets), rng, seed)
    field = noise_map(
        *town.maps.ground_material.shape, town.maps.resolution_m / SITE_M, seed, octaves=True
    )
    site = field <= np.quantile(field[::7, ::7], share)
    spots = [
        spot
        for state, wanted in ((town, False), (new, True))
        for spot in state.car_spots
        if _at(site, town.maps, spot[0], spot[1]) == wanted
    ]
    maps = _joined(town.maps, new.maps, site)
    return replace(town, maps=maps, car_spots=np.array(spots).reshape(-1, 3))


def _resurfaced(street: Street, rng: np.random.Generator) -> Street:
    """The same street with other surfaces and markings."""
    return replace(
        street,
        asphalt_rgb=ASPHALT_TONES[rng.integers(len(ASPHALT_TONES))],
        pavement_rgb=PAVEMENT_TONES[rng.integers(len(PAVEMENT_TONES))],
        kerb_rgb=KERB_TONES[rng.integers(len(KERB_TONES))],
        centre_mark=MARKS[rng.integers(len(MARKS))],
        edge_mark=bool(rng.integers(2)),
        start_mark=MOUTH_MARKS[rng.integers(len(MOUTH_MARKS))],
        end_mark=MOUTH_MARKS[rng.integers(len(MOUTH_MARKS))],
    )


def _joined(old: TownMaps, new: TownMaps, site: np.ndarray) -> TownMaps:
    """The new maps where the site is, the old ones elsewhere; houses and trees of both."""
    cells = {
        name: np.where(site[..., None] if np.ndim(value) == 3 else site, getattr(new, name), value)
        for name, value in vars(old).items()
        if name not in ("resolution_m", "houses", "trees", "solid_id", "tree_id")
    }
    return TownMaps(
        resolution_m=old.resolution_m,
        solid_id=np.where(site, new.solid_id + len(old.houses), old.solid_id).astype(np.uint16),
        tree_id=np.where(site, new.tree_id + len(old.trees), old.tree_id).astype(np.uint16),
        houses=np.concatenate([old.houses, new.houses]),
        trees=np.concatenate([old.trees, new.trees]),
        **cells,
    )


def _at(site: np.ndarray, maps: TownMaps, east_m: float, north_m: float) -> bool:
    row, column = maps.cell_rowcol(east_m, north_m)
    rows, columns = site.shape
    return bool(site[min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)])
