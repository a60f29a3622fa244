"""The raster protocol: all aerial pictures as one raster, every position a candidate.

A query's rank counts the positions that score at least as well as the best position within
`TRUTH_RADIUS_M` of the truth (ties count against it), outside that radius. The gallery protocol
takes the same scores where the pictures of the same data set have their centres.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.aerial import blocks_of, encode_block
from plugin.engine.camera import Camera
from plugin.engine.closer import CloserLook
from plugin.engine.encoder import Encoder
from plugin.engine.feedback import SilentFeedback
from plugin.engine.locate import LocateSettings, allowed_positions
from plugin.engine.pack import Calibration
from plugin.engine.photo import Photo
from plugin.engine.posterior import excess_z, pose_posterior, position_grid
from plugin.engine.query import PhotoCodes, encode_photo, heading_hypotheses
from plugin.engine.search import Votes, search
from plugin.engine.tokens import TokenCodes

from .mosaic import Mosaic, Tile
from .pairs import Pair
from .ranking import TRUTH_RADIUS_M, picture_rank, position_rank_share

ABSENT_WITHIN_M = 200.0
NAN = math.nan


@dataclass(frozen=True)
class Outcome:
    """How one query ended.

    Attributes:
        error_m: distance of the best position from the truth.
        rank_share: share of all positions ranked before the true one.
        heading_error_deg: of the best position, 0 to 180; NaN when the true heading is not known.
        true_probability: posterior mass within 5 m of the truth.
        gallery_rank: 1 + number of other pictures of the data set whose centre scores at least as
            well as the centre of the true one.
        gallery_size: pictures in the data set.
        candidate_probability: what the posterior says of its best position, within 5 m.
        region_level: smallest share whose region holds the truth; 0.5 means inside the 50 % one.
        excess: see `posterior.excess_z`.
        absent_excess: the same with the true picture taken out of the raster; NaN when nothing
            is left then.
        best_east_m, best_north_m: best position, from the true one.
        best_heading_deg: heading of the photo's centre there.
        place: queries of one place stand or fall together, see `pairs.Pair.place`.
    """

    dataset: str
    id: str
    heading: str
    error_m: float
    rank_share: float
    heading_error_deg: float
    true_probability: float
    gallery_rank: int
    gallery_size: int
    candidate_probability: float
    region_level: float
    excess: float
    absent_excess: float
    best_east_m: float
    best_north_m: float
    best_heading_deg: float
    place: str


@dataclass(frozen=True)
class Raster:
    """An encoded mosaic with the pairs it was made from; every picture file lies there once."""

    codes: TokenCodes
    mosaic: Mosaic
    pairs: Sequence[Pair]

    @cached_property
    def tile_numbers(self) -> List[int]:
        """Number of every pair's picture among the tiles."""
        order: Dict[object, int] = {}
        return [order.setdefault(pair.aerial_image, len(order)) for pair in self.pairs]

    def tile(self, number: int) -> Tile:
        """The picture of a pair."""
        return self.mosaic.tiles[self.tile_numbers[number]]

    def truth(self, number: int) -> Tuple[float, float]:
        """(x, y) of a pair's camera."""
        east_m, north_m = self.pairs[number].offset_m or (0.0, 0.0)
        x_m, y_m = self.tile(number).centre
        return x_m + east_m, y_m + north_m

    def distances_m(self, number: int) -> NDArray[np.float64]:
        """(rows + 1, cols + 1), of every position from a pair's camera."""
        grid = position_grid(self.codes.grid)
        row, col = grid.rowcol(*self.truth(number))
        rows, cols = np.ogrid[0 : grid.rows, 0 : grid.cols]
        return np.asarray(np.hypot(rows + 0.5 - row, cols + 0.5 - col) * grid.spacing_m)

    def picture_scores(self, number: int, score: NDArray[np.float32]) -> Dict[int, float]:
        """Score of every picture of a pair's data set, by tile number.

        Where all cameras stand at their pictures' centres: the best within `TRUTH_RADIUS_M` of the
        centre. Where they do not: the best anywhere in the picture.
        """
        dataset = self.pairs[number].dataset
        members = [i for i, pair in enumerate(self.pairs) if pair.dataset == dataset]
        centred = all(self.pairs[i].offset_m == (0.0, 0.0) for i in members)
        grid = position_grid(self.codes.grid)
        scores = {}
        for tile_number in {self.tile_numbers[i] for i in members}:
            tile = self.mosaic.tiles[tile_number]
            row, col = (int(part) for part in grid.rowcol(*tile.centre))
            down = across = round(TRUTH_RADIUS_M / grid.spacing_m)
            if not centred:
                height, width = tile.rgb.shape[:2]
                down = int(height * tile.gsd_m / 2 / grid.spacing_m)
                across = int(width * tile.gsd_m / 2 / grid.spacing_m)
            around = score[
                max(row - down, 0) : row + down + 1, max(col - across, 0) : col + across + 1
            ]
            scores[tile_number] = float(around.max())
        return scores


def lay_out(pairs: Sequence[Pair], quarter_turns: int = 0) -> Mosaic:
    """The pictures of pairs side by side, every file once, turned anticlockwise where they lie."""
    files = {pair.aerial_image: pair for pair in reversed(pairs)}
    unique = [files[path] for path in dict.fromkeys(pair.aerial_image for pair in pairs)]
    pictures = [np.rot90(pair.read_aerial(), quarter_turns) for pair in unique]
    return Mosaic(pictures, [pair.aerial_gsd_m or 0 for pair in unique])


def encode_mosaic(mosaic: Mosaic, encoder: Encoder) -> TokenCodes:
    """The hash map of a mosaic."""
    grid = mosaic.token_grid(encoder.pack.token_m)
    (whole,) = blocks_of(grid, max(grid.rows, grid.cols))
    return encode_block(mosaic, grid, whole, encoder, SilentFeedback())


def encode_raster(pairs: Sequence[Pair], encoder: Encoder, quarter_turns: int = 0) -> Raster:
    """Lay out and encode the aerial pictures of pairs whose scale is known."""
    mosaic = lay_out(pairs, quarter_turns)
    return Raster(encode_mosaic(mosaic, encoder), mosaic, pairs)


def photo_codes(
    photo: Photo, camera: Camera, settings: LocateSettings, encoder: Encoder
) -> PhotoCodes:
    """Codes of a photo for the headings that settings allow, as `engine.locate` makes them."""
    headings = heading_hypotheses(
        settings.heading_deg, settings.heading_tolerance_deg, encoder.pack.headings
    )
    return encode_photo(photo, camera, headings, encoder)


def run_query(
    raster: Raster, number: int, codes: PhotoCodes, heading_deg: Optional[float], label: str,
    calibration: Calibration, look: Optional[CloserLook] = None,
) -> Outcome:  # fmt: skip
    """Search the raster for a photo of pair `number`, with and without its own picture in it.

    Args:
        look: pinpoints what the search leaves, as the plugin does; None stops at token corners.
        heading_deg: the true heading of the photo's centre.
        label: what was known of it, for the report.
    """
    sharpness = calibration.sharpness * math.sqrt(codes.effective_tokens)
    allowed = allowed_positions(raster.codes, None)
    votes, layers = _votes(raster, codes, sharpness, allowed, look)
    posterior = pose_posterior(votes, layers, raster.codes.grid)

    tile = raster.tile(number)
    distance_m = raster.distances_m(number)
    side_m = max(tile.rgb.shape[:2]) * tile.gsd_m
    elsewhere = allowed & (distance_m > min(side_m, ABSENT_WITHIN_M))
    absent, _ = _votes(raster, codes, sharpness, elsewhere, look)

    score = votes.evidence
    near = distance_m <= TRUTH_RADIUS_M
    best = int(score.argmax())
    best_row, best_col = divmod(best, score.shape[1])
    rows, cols = np.ogrid[0 : score.shape[0], 0 : score.shape[1]]
    around_best_m = np.hypot(rows - best_row, cols - best_col) * posterior.grid.spacing_m
    x_m, y_m = raster.truth(number)
    best_x_m, best_y_m = posterior.grid.corner(best_row + 0.5, best_col + 0.5)
    best_heading_deg = float(posterior.heading_deg.ravel()[best])
    turned_deg = NAN if heading_deg is None else best_heading_deg - heading_deg
    pictures = raster.picture_scores(number, score)
    probability = posterior.probability
    return Outcome(
        dataset=raster.pairs[number].dataset,
        id=raster.pairs[number].id,
        heading=label,
        error_m=float(distance_m.ravel()[best]),
        rank_share=position_rank_share(score, near),
        heading_error_deg=abs((turned_deg + 180.0) % 360.0 - 180.0),
        true_probability=float(probability[distance_m <= 5.0].sum()),
        gallery_rank=picture_rank(pictures, raster.tile_numbers[number]),
        gallery_size=len(pictures),
        candidate_probability=float(probability[around_best_m <= 5.0].sum()),
        region_level=float(probability[probability > probability[near].max()].sum()),
        excess=excess_z(votes),
        absent_excess=excess_z(absent) if absent.poses else NAN,
        best_east_m=best_x_m - x_m,
        best_north_m=best_y_m - y_m,
        best_heading_deg=best_heading_deg,
        place=raster.pairs[number].place,
    )


def _votes(
    raster: Raster, codes: PhotoCodes, sharpness: float, allowed: NDArray[np.bool_],
    look: Optional[CloserLook],
) -> Tuple[Votes, PhotoCodes]:  # fmt: skip
    """The search of the plugin; and the layers that its votes number."""
    votes = search(raster.codes, codes, sharpness, allowed, SilentFeedback())
    if look is None or not votes.poses:
        return votes, codes
    layers, votes = look.refined(raster.codes, codes, sharpness, votes, SilentFeedback())
    return votes, layers


def refused_outcome(raster: Raster, number: int, label: str) -> Outcome:
    """How a photo ends that the engine refuses: as a miss in every count."""
    grid = raster.codes.grid
    pair = raster.pairs[number]
    size = len({t for t, p in zip(raster.tile_numbers, raster.pairs) if p.dataset == pair.dataset})
    side_m = math.hypot(grid.rows, grid.cols) * grid.spacing_m
    return Outcome(
        pair.dataset, pair.id, label, side_m, 1.0, NAN, 0.0, size, size, 0.0, 1.0, NAN, NAN,
        NAN, NAN, NAN, pair.place,
    )  # fmt: skip
