"""What stands above the ground as a second descriptor: houses, trees and open sky by azimuth.

    python -m models.training.crossview.above --shared ../shared/data

A lever that is tried, not part of the shipped pack. By ridge regression the strips of panoramas
(`strips`) tell which code bits to expect around the camera, by bearing and ring of distance; how
well that agrees with the map is added to the votes of the ground. Only differences within a photo
count, so that nothing is learned of what a data set looks like as a whole. Prints recall of real
photos without it ("untrained") and with it, fitted on simulated towns alone, and with the real
pairs of all other places besides.
"""

import argparse
import itertools
import time
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Tuple

import numpy as np
import torch
from numpy.typing import NDArray

from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder

from ..evaluation.cuts import WHOLE, queries_of
from ..evaluation.evaluate import usable
from ..evaluation.pairs import read_pairs
from ..export import load_projection
from ..simulator.street_camera import StreetCamera
from ..simulator.town import Town, build_town
from .examples import Examples, GroundMap, load
from .head import AERIAL
from .measure import compared, head_of, show
from .photometric import varied
from .ranking import Found, search_all
from .real import CUT_FOV_DEG
from .simulated import aerial_of, photos_of_a_date, random_stand, random_style
from .strips import BANDS, RINGS, Strip, Surroundings, sectors, strip_of, surroundings_of

COMPONENTS = 24
RIDGE = 3.0
STRENGTH = 0.2
TOWNS = range(1000, 1020)
DATES, PHOTOS_OF_A_DATE = 2, 20
EDGE_TOKENS = 12
LEAST_BEARINGS = 3

BESIDES = {"towns alone": False, "towns and the real pairs of other places": True}
"""Whether real pairs are fitted on."""

Matrix = NDArray[np.float64]


class Panorama(NamedTuple):
    """One photo and what is around it."""

    strip: Strip
    around: Surroundings


class Moments(NamedTuple):
    """Mean products of features (n, n) and of features with what is expected (n, outputs)."""

    features: Matrix
    products: Matrix


class Space:
    """Principal components of every band, of unit deviation in either domain.

    Strips of towns are brought to the covariance of real ones so that what is learned of one holds
    for the other (Sun et al., "Return of frustratingly easy domain adaptation", AAAI 2016).
    """

    def __init__(self, real: List[Strip], towns: List[Strip]) -> None:
        """From strips of both; which real photo belongs to which place plays no part."""
        self._means, self._maps = {}, {}
        parts = {"real": _seen(real), "towns": _seen(towns)}
        for band in range(len(BANDS)):
            covariance = sum(_scaled(part[:, band]) for part in parts.values())
            basis = np.linalg.eigh(covariance)[1][:, ::-1][:, :COMPONENTS]
            for domain, part in parts.items():
                mean = part[:, band].mean(axis=0)
                spread = np.cov(((part[:, band] - mean) @ basis).T)
                values, axes = np.linalg.eigh(spread)
                whiten = (axes / np.sqrt(values + 0.01 * values.mean())) @ axes.T
                self._means[domain, band], self._maps[domain, band] = mean, basis @ whiten

    def features(self, strip: Strip, domain: str) -> Matrix:
        """(bearings, features) of a strip."""
        parts = [
            (strip.tokens[:, band] - self._means[domain, band]) @ self._maps[domain, band]
            for band in range(len(BANDS))
        ]
        return np.concatenate(parts, axis=1)


def _seen(strips: List[Strip]) -> Matrix:
    return np.concatenate([s.tokens[s.seen] for s in strips]).astype(np.float64)


def _scaled(tokens: Matrix) -> Matrix:
    covariance = np.cov(tokens.T)
    return covariance / np.trace(covariance)


def moments_of(space: Space, panoramas: List[Panorama], domain: str) -> Moments:
    """Of differences within each photo."""
    features, expected = [], []
    for strip, around in panoramas:
        both = strip.seen & around.seen
        if both.sum() < LEAST_BEARINGS:
            continue
        x = space.features(strip, domain)[both]
        y = around.codes[both].reshape(len(x), -1).astype(np.float64)
        features.append(x - x.mean(axis=0))
        expected.append(y - y.mean(axis=0))
    x, y = np.concatenate(features), np.concatenate(expected)
    return Moments(x.T @ x / len(x), x.T @ y / len(x))


def fitted(parts: List[Moments]) -> Matrix:
    """(features, rings * bits); every part counts the same."""
    features = sum(part.features for part in parts)
    products = sum(part.products for part in parts)
    return np.linalg.solve(features + RIDGE * np.eye(len(features)), products)


def kernel_of(
    space: Space, matrix: Matrix, strip: Strip, headings_deg: "np.ndarray", token_m: float
) -> torch.Tensor:
    """(headings, bits, side, side): the codes expected around a camera, of unit length."""
    x = space.features(strip, "real")[strip.seen]
    expected = ((x - x.mean(axis=0)) @ matrix).reshape(len(x), RINGS, -1)
    kernels = []
    for heading_deg in headings_deg:
        sector = sectors(float(heading_deg), token_m)[strip.seen]
        weight = sector / np.maximum(sector.sum(axis=(2, 3), keepdims=True), 1e-6)
        kernels.append(np.einsum("brij,brc->cij", weight, expected, optimize=True))
    laid = np.stack(kernels)
    return torch.from_numpy(laid / np.sqrt(np.square(laid).sum(axis=(1, 2, 3)).mean())).float()


def town_panoramas(seed: int, encoder: Encoder) -> List[Panorama]:
    """Panoramas of one simulated town, of two dates, and its map of a third."""
    generator = np.random.default_rng(seed)
    town = build_town(seed, random_style(generator))
    token_m, size_m = encoder.pack.token_m, town.style.size_m
    ground = aerial_of(town, generator, encoder)
    codes = centred_codes(ground, own_mean=True)
    found: List[Panorama] = []
    for _ in range(DATES):
        photos = photos_of_a_date(town, generator, lambda: _stand(town, token_m, generator))
        for rgb, camera in itertools.islice(photos, PHOTOS_OF_A_DATE):
            row, col = (size_m - camera.north_m) / token_m, camera.east_m / token_m
            horizon = camera.horizon_fraction + generator.normal(0.0, 0.01)
            believed = Camera(EQUIRECTANGULAR, 360.0, 180.0, float(horizon), camera.height_m)
            strip = strip_of(varied(rgb, generator, most_blur_px=1.0), believed, encoder)
            around = surroundings_of(codes, ground.covered, row, col, camera.heading_deg, token_m)
            found.append(Panorama(strip, around))
    return found


def _stand(town: Town, token_m: float, generator: np.random.Generator) -> StreetCamera:
    """A panorama's camera in a street, not at the edge of the town."""
    edge_m = EDGE_TOKENS * token_m
    while True:
        camera = _panorama_camera(random_stand(town, generator), generator)
        inside = (
            edge_m < at < town.style.size_m - edge_m for at in (camera.east_m, camera.north_m)
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


def centred_codes(ground: GroundMap, own_mean: bool = False) -> "np.ndarray":
    """(rows, cols, bits), bits of -1 and 1 less their mean, zero where nothing is covered.

    `own_mean`: in simulated towns tokens are centred on their own mean.
    """
    projection = load_projection()
    tokens = ground.tokens.astype(np.float32)
    means = [tokens[ground.covered].mean(axis=0), projection.mean[1]] if own_mean else None
    head = head_of(projection, means)
    covered = torch.from_numpy(ground.covered)[None].float()
    with torch.no_grad():
        values = head(torch.from_numpy(tokens)[None], covered, AERIAL)[0].numpy()
    signs = np.where(values >= 0, 1.0, -1.0).astype(np.float32)
    return (signs - signs[ground.covered].mean(axis=0)) * ground.covered[..., None]


def real_strips(shared: Path, encoder: Encoder) -> List[Tuple[Strip, float]]:
    """Strip and heading of every photo of `real.real_examples`, in its order."""
    pairs = [pair for pair in read_pairs(shared / "real-pairs" / "index.csv") if usable(pair)]
    return [
        (strip_of(query.photo.rgb, query.camera, encoder), query.heading_deg)
        for query in queries_of(pairs, CUT_FOV_DEG)
        if query.heading_deg is not None
    ]


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--data", type=Path, default=Path("build/crossview"))
    parser.add_argument("--towns", type=int, default=len(TOWNS))
    options = parser.parse_args(arguments)
    encoder = Encoder(load_pack(shipped_pack_folder()))
    towns: List[Panorama] = []
    for seed in TOWNS[: options.towns]:
        started = time.monotonic()
        towns += town_panoramas(seed, encoder)
        print(f"town {seed}: {time.monotonic() - started:.0f} s", flush=True)
    real = load(options.data / "real.npz")
    strips = real_strips(options.shared, encoder)
    trial = Trial(real, strips, towns, encoder.pack.token_m)
    for title, with_pairs in BESIDES.items():
        for headings in (1, len(real.sightings[0].turns_deg)):
            show(f"{title}, {headings} headings", compared(trial.run(with_pairs, headings)))


class Trial:
    """Everything measured without and with the second descriptor."""

    def __init__(
        self,
        real: Examples,
        strips: List[Tuple[Strip, float]],
        towns: List[Panorama],
        token_m: float,
    ) -> None:
        """`strips` belong to the sightings of `real`."""
        self._real, self._strips, self._token_m = real, strips, token_m
        self._space = Space([strip for strip, _ in strips], [town.strip for town in towns])
        self._towns = moments_of(self._space, towns, "towns")
        (ground,) = real.maps
        self._codes = centred_codes(ground)
        self._pairs = [
            Panorama(
                strip,
                surroundings_of(self._codes, ground.covered, s.row, s.col, heading_deg, token_m),
            )
            for s, (strip, heading_deg) in zip(real.sightings, strips)
        ]
        self._without: Dict[int, List[Found]] = {}

    def run(self, with_pairs: bool, headings: int) -> Dict[str, List[Found]]:
        """Results called untrained (without it) and trained (with it), see `measure.compared`."""
        everything = range(len(self._real.sightings))
        head = head_of(load_projection())
        if headings not in self._without:
            self._without[headings] = search_all(head, self._real, everything, headings)
        matrices: Dict[str, Matrix] = {}
        found: List[Found] = []
        for number, s in enumerate(self._real.sightings):
            if s.group not in matrices:
                matrices[s.group] = self._fitted(s.group if with_pairs else None)
            strip, heading_deg = self._strips[number]
            turned = heading_deg + s.turns_deg[:headings]
            kernel = kernel_of(self._space, matrices[s.group], strip, turned, self._token_m)
            more = (self._codes, STRENGTH * kernel)
            found += search_all(head, self._real, [number], headings, more=more)
        return {"untrained": self._without[headings], "trained": found}

    def _fitted(self, but_place: Optional[str]) -> Matrix:
        """On towns, and on the whole real photos of all places but one; None for towns alone."""
        if but_place is None:
            return fitted([self._towns])
        chosen = [
            pair
            for pair, s in zip(self._pairs, self._real.sightings)
            if WHOLE in s.kind and s.group != but_place
        ]
        return fitted([self._towns, moments_of(self._space, chosen, "real")])


if __name__ == "__main__":
    main()
