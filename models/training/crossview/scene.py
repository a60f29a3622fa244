"""One simulated town as a search finds it: aerial pictures and photos in several states.

Every state of the aerial picture or of the photos is drawn with the same random choices (poses,
suns, sensors, errors in what is believed of the camera), so that states can be compared in pairs.
"""

import math
from dataclasses import replace
from typing import Callable, Dict, List, NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from plugin.engine.aerial import blocks_of, encode_block
from plugin.engine.encoder import AERIAL, Encoder
from plugin.engine.errors import SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import allowed_positions
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo
from plugin.engine.query import PhotoCodes, encode_photo
from plugin.engine.search import search
from plugin.engine.tokens import TokenCodes

from ..evaluation.mosaic import Mosaic
from ..evaluation.ranking import TRUTH_RADIUS_M, position_rank_share
from ..simulator.aerial import AerialLook, render_orthophoto
from ..simulator.light import Optics, Season
from ..simulator.street import StreetLook, light_town, render_in_light
from ..simulator.street_camera import StreetCamera
from ..simulator.town import Town, build_town, park_cars
from ..simulator.town_maps import TownMaps
from ..simulator.town_rebuilt import rebuilt
from ..simulator.weather import clouded, rained_on, snowed, wetted, without_leaves
from .photometric import varied
from .simulated import RENDERED_M, as_believed, random_stand, random_style, random_sun

EDGE_M = 20.0
CLOUD_SHARE, REBUILT_SHARE = 1 / 3, 1 / 2
WINTER = Season((1.5, 1.15, 0.8), (0.9, 0.9, 0.9))
OVERCAST, DUSK = 0.05, 0.02  # share of the light that comes from the sun

Picture = NDArray[np.uint8]


class Found(NamedTuple):
    """How a search ended: distance of the best position, share of positions before the true one."""

    error_m: float
    rank_share: float


class Scene:
    """A town with the poses of its photos.

    Attributes:
        town, seed: what it is built from.
        cars_above, cars_below: its maps on the dates of the aerial picture and of the photos.
        aerial, street: sun, season and sensor of both dates.
        stands: the cameras.
    """

    def __init__(self, seed: int, photos: int, encoder: Encoder) -> None:
        """Build the town and choose poses whose plain photos show ground."""
        generator = np.random.default_rng(seed)
        self.town = build_town(seed, random_style(generator))
        self.seed, self._encoder = seed, encoder
        cars = [park_cars(self.town, seed + n, generator.uniform(0.05, 0.5)) for n in (1, 2)]
        self.cars_above, self.cars_below = cars
        # Surveys are flown on clear days.
        clear = replace(random_sun(generator), direct_share=generator.uniform(0.5, 0.8))
        self.aerial = AerialLook(
            clear,
            optics=Optics(generator.uniform(0.7, 1.1), haze=0.05, noise=0.008),
        )
        self.street = StreetLook(
            random_sun(generator),
            optics=Optics(generator.uniform(0.9, 1.5), haze=0.1, noise=0.006),
        )
        self.stands: List[StreetCamera] = []
        while len(self.stands) < photos:
            stand = random_stand(self.town, generator)
            if self._usable(stand):
                self.stands.append(stand)

    def _usable(self, stand: StreetCamera) -> bool:
        """Whether a photo can be taken there, and shows ground."""
        size_m = self.town.style.size_m
        inside = all(EDGE_M < at < size_m - EDGE_M for at in (stand.east_m, stand.north_m))
        if not inside:
            return False
        row, column = self.town.maps.cell_rowcol(stand.east_m, stand.north_m)
        if self.cars_below.solid_kind[row, column]:
            return False
        flat = np.full((stand.height_px, stand.width_px, 3), 128, np.uint8)
        return self._codes(flat, stand, 0, self._encoder) is not None

    def above(self, state: str) -> TokenCodes:
        """The hash map of the aerial picture in a state of `ABOVE`."""
        rgb = varied(ABOVE[state](self), np.random.default_rng(self.seed), most_blur_px=1.4)
        mosaic = Mosaic([rgb], [RENDERED_M])
        pack = self._encoder.pack
        side = int(self.town.style.size_m / pack.token_m)
        grid = mosaic.token_grid(pack.token_m).part(0, 0, side, side)
        (whole,) = blocks_of(grid, side)
        return encode_block(mosaic, grid, whole, self._encoder, SilentFeedback())

    def below(self, state: str, encoder: Optional[Encoder] = None) -> List[Optional[PhotoCodes]]:
        """Codes of all photos in a state of `BELOW`; None for those that show no ground."""
        pictures = BELOW[state](self)
        numbered = enumerate(zip(pictures, self.stands))
        return [self._codes(p, s, n, encoder or self._encoder) for n, (p, s) in numbered]

    def search(self, index: TokenCodes, photos: List[Optional[PhotoCodes]]) -> List[Found]:
        """Look for all photos; a photo without ground counts as not found."""
        return [
            Found(math.inf, 1.0) if codes is None else self._search(index, codes, stand)
            for codes, stand in zip(photos, self.stands)
        ]

    def survey(self, maps: TownMaps, season: Optional[Season] = None) -> Picture:
        """The orthophoto of given maps."""
        look = replace(self.aerial, season=season or self.aerial.season)
        return render_orthophoto(maps, look, RENDERED_M, self.seed)

    def with_cars(self, town: Town) -> TownMaps:
        """The maps of another state of the town on the date of the aerial picture."""
        return park_cars(town, self.seed + 1)

    def photograph(self, maps: TownMaps, **look: object) -> List[Picture]:
        """All photos of given maps, with another weather or camera where one is given."""
        date = replace(self.street, **look)
        light = light_town(maps, date)
        return [
            render_in_light(maps, light, stand, date, self.seed + number, 1)
            for number, stand in enumerate(self.stands)
        ]

    def _codes(
        self, rgb: Picture, stand: StreetCamera, number: int, encoder: Encoder
    ) -> Optional[PhotoCodes]:
        """A photo as sensors, archives and imperfect knowledge of its camera leave it."""
        generator = np.random.default_rng([self.seed, number])
        rgb, camera, heading_deg, _ = as_believed(rgb, stand, generator)
        heading_deg += generator.normal(0.0, 2.0)
        rgb = varied(rgb, generator, most_blur_px=1.0)
        photo = Photo("simulated.jpg", "", rgb, PhotoMetadata())
        try:
            return encode_photo(photo, camera, np.array([heading_deg]), encoder)
        except SkymatchError:  # no ground in view
            return None

    def _search(self, index: TokenCodes, codes: PhotoCodes, stand: StreetCamera) -> Found:
        sharpness = self._encoder.pack.calibration.sharpness * math.sqrt(codes.effective_tokens)
        allowed = allowed_positions(index, None)
        score = search(index, codes, sharpness, allowed, SilentFeedback()).evidence
        token_m = index.grid.spacing_m
        rows, cols = np.ogrid[0 : score.shape[0], 0 : score.shape[1]]
        down_m = rows * token_m - (self.town.style.size_m - stand.north_m)
        distance_m = np.hypot(down_m, cols * token_m - stand.east_m)
        share = position_rank_share(score, distance_m <= TRUTH_RADIUS_M)
        return Found(float(distance_m.ravel()[int(score.argmax())]), share)


class ColourOnly(Encoder):
    """The model, shown nothing of a photo but the mean colour of its ground."""

    def __init__(self, encoder: Encoder) -> None:
        """Take over an open model, without what stands around."""
        self.pack = replace(encoder.pack, surroundings=None)
        self._encoder = encoder

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        if view != AERIAL:
            rgb = rgb.copy()
            for window, seen in zip(rgb, covered):
                window[seen] = window[seen].mean(axis=0)
        return self._encoder.encode(rgb, covered, view)


def _ground_blanked(scene: Scene) -> List[Picture]:
    pictures = scene.photograph(scene.cars_below)
    for rgb, stand in zip(pictures, scene.stands):
        below = stand.rays()[..., 2] < 0
        if below.any():
            rgb[below] = rgb[below].mean(axis=0)
    return pictures


def _in_rain(scene: Scene) -> List[Picture]:
    sun = replace(scene.street.sun, direct_share=OVERCAST)
    optics = replace(scene.street.optics, haze=0.5)
    maps = wetted(scene.cars_below)
    pictures = scene.photograph(maps, sun=sun, optics=optics, cloud_cover=1.0)
    return [
        rained_on(rgb, stand, scene.seed + number)
        for number, (rgb, stand) in enumerate(zip(pictures, scene.stands))
    ]


def _at_dusk(scene: Scene) -> List[Picture]:
    sun = replace(scene.street.sun, elevation_deg=2.0, direct_share=DUSK)
    optics = replace(scene.street.optics, exposure=0.12, white_balance=(0.8, 0.95, 1.3), noise=0.05)
    return scene.photograph(scene.cars_below, sun=sun, optics=optics)


def _in_snow(scene: Scene) -> List[Picture]:
    sun = replace(scene.street.sun, direct_share=OVERCAST)
    maps = snowed(scene.cars_below, scene.seed + 3)
    return scene.photograph(maps, sun=sun, cloud_cover=1.0)


def _rebuilt(share: float) -> Callable[[Scene], Picture]:
    return lambda s: s.survey(s.with_cars(rebuilt(s.town, share, s.seed + 4)))


ABOVE: Dict[str, Callable[[Scene], Picture]] = {
    "plain": lambda s: s.survey(s.cars_above),
    "cloud": lambda s: clouded(
        s.survey(s.cars_above), RENDERED_M, s.aerial.sun, CLOUD_SHARE, s.seed
    ),
    "winter": lambda s: s.survey(without_leaves(s.cars_above, s.seed), WINTER),
    "snow": lambda s: s.survey(snowed(s.cars_above, s.seed)),
    "half rebuilt": _rebuilt(REBUILT_SHARE),
    "all rebuilt": _rebuilt(1.0),
}

BELOW: Dict[str, Callable[[Scene], List[Picture]]] = {
    "plain": lambda s: s.photograph(s.cars_below),
    "snow": _in_snow,
    "dusk": _at_dusk,
    "rain": _in_rain,
    "ground blanked": _ground_blanked,
}
