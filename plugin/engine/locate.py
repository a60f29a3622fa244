"""The method, top-down: one photo, hash maps of the ground, a posterior over poses."""

import time
from dataclasses import dataclass
from functools import partial
from typing import Callable, Dict, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .camera import Camera, WeightedCamera
from .closer import CloserLook
from .closest import FiveClosest
from .encoder import Encoder
from .errors import SkymatchError
from .feedback import Feedback, StepFeedback
from .gather import Gathered, positions_per_cell
from .modes import candidates_of, halo_cells
from .narrow import Effort, effort_for
from .photo import Photo
from .pieces import (
    CodesInMemory,
    Piece,
    Territory,
    beside_tokens,
    common_typical,
    each_piece,
    pieces_of,
    rows_within,
)
from .posterior import (
    Candidate,
    PosePosterior,
    not_here_probability,
    poses_of,
    position_grid,
)
from .priors import EVERYWHERE, PositionPrior
from .query import PhotoCodes, encode_hypotheses, heading_hypotheses
from .regions import Region, regions_of
from .search import Typical, Votes, search
from .tokens import TokenCodes

MEMORY_BYTES = 1_000_000_000


@dataclass(frozen=True)
class LocateSettings:
    """What the user knows of the photo or asks for.

    Attributes:
        heading_deg: true heading of the photo's centre, None when unknown.
        heading_tolerance_deg: how far the true heading may lie from it, to either side.
        count: most candidates to return.
        five_closest: whether the rule of the five closest positions is wanted too.
        memory_bytes: codes and positions that take more than this are searched in pieces; the
            model and the working memory of a search come on top.
    """

    heading_deg: Optional[float] = None
    heading_tolerance_deg: float = 20.0
    count: int = 10
    five_closest: bool = False
    memory_bytes: int = MEMORY_BYTES


@dataclass(frozen=True)
class LocateResult:
    """Where the photo may have been taken, best first.

    Attributes:
        candidates: modes of the posterior, best first.
        posteriors: probability of every position, one posterior for each territory searched; they
            sum to 1 together.
        regions: smallest areas that hold 50, 80 and 95 % of the probability.
        not_here_probability: probability that the camera stood nowhere in this imagery.
        seconds: time taken.
        five_closest: what the rule of the five closest positions finds, when it was asked for.
    """

    candidates: Tuple[Candidate, ...]
    posteriors: Tuple[PosePosterior, ...]
    regions: Tuple[Region, ...]
    not_here_probability: float
    seconds: float
    five_closest: Optional[FiveClosest] = None

    @property
    def posterior(self) -> PosePosterior:
        """The posterior on the first territory, whose CRS is that of the whole result."""
        return self.posteriors[0]


def locate(
    photo: Photo,
    camera: Camera,
    index: TokenCodes,
    encoder: Encoder,
    settings: LocateSettings,
    feedback: Feedback,
    prior: PositionPrior = EVERYWHERE,
) -> LocateResult:
    """Find where on one indexed territory a photo was taken; see `locate_among`."""
    territory = Territory(CodesInMemory(index), prior=prior)
    cameras = [WeightedCamera(camera, 1.0)]
    return locate_among(photo, cameras, [territory], encoder, settings, feedback)


def locate_among(
    photo: Photo,
    cameras: Sequence[WeightedCamera],
    territories: Sequence[Territory],
    encoder: Encoder,
    settings: LocateSettings,
    feedback: Feedback,
) -> LocateResult:
    """Find where on several indexed territories, searched as one, a photo was taken.

    Args:
        cameras: hypotheses of the camera; their probabilities sum to 1.
        territories: at least one, all indexed by the encoder's model.

    Raises:
        SkymatchError: no ground in view, or nothing to search where the camera may have stood.
        Cancelled: the user stopped it.
    """
    started = time.monotonic()
    feedback.progress(0.0, "Bringing the photo to the ground")
    photos = _encoded(photo, cameras, territories, encoder, settings)
    look = CloserLook(photo, cameras, encoder)
    step = StepFeedback(feedback, 0.3, 0.9)
    gathered = _search(territories, photos, look, encoder, settings, step)

    feedback.progress(0.9, "Weighing the evidence")
    not_here = not_here_probability(gathered, encoder.pack.calibration)
    posteriors = gathered.posteriors()
    candidates = candidates_of(
        gathered.peaks(),
        [position_grid(territory.codes.grid) for territory in territories],
        [territory.name for territory in territories],
        gathered.log_all,
        1.0 - not_here,
        settings.count,
    )
    regions = regions_of(posteriors)
    feedback.progress(1.0, "")
    seconds = time.monotonic() - started
    return LocateResult(candidates, posteriors, regions, not_here, seconds, gathered.closest())


def allowed_positions(index: TokenCodes, area: Optional[BaseGeometry] = None) -> NDArray[np.bool_]:
    """Positions (rows + 1, cols + 1) next to covered tokens and inside an area."""
    beside = beside_tokens(index.covered)
    if area is None:
        return beside
    inside = np.isfinite(PositionPrior(area).log_prior(position_grid(index.grid)))
    return np.logical_and(beside, inside)


def _encoded(
    photo: Photo,
    cameras: Sequence[WeightedCamera],
    territories: Sequence[Territory],
    encoder: Encoder,
    settings: LocateSettings,
) -> List[PhotoCodes]:
    """The photo's codes for every territory; territories with the same grid north share them.

    Codes belong to grid headings. When the heading is unknown, all around is all around.
    """
    made: Dict[Optional[float], PhotoCodes] = {}
    codes = []
    for territory in territories:
        heading_deg = settings.heading_deg
        if heading_deg is not None:
            heading_deg = round(heading_deg - territory.codes.grid.convergence_deg, 2)
        if heading_deg not in made:
            headings_deg = heading_hypotheses(
                heading_deg, settings.heading_tolerance_deg, encoder.pack.headings
            )
            made[heading_deg] = encode_hypotheses(photo, cameras, headings_deg, encoder)
        codes.append(made[heading_deg])
    return codes


def _search(
    territories: Sequence[Territory],
    photos: Sequence[PhotoCodes],
    look: CloserLook,
    encoder: Encoder,
    settings: LocateSettings,
    feedback: Feedback,
) -> Gathered:
    """Search every piece of every territory and gather what comes out."""
    positions = [position_grid(territory.codes.grid) for territory in territories]
    coarse = positions_per_cell(positions, settings.memory_bytes // 4)
    gathered = Gathered(positions, coarse, settings.count, settings.five_closest)
    plans = [
        _plan(territory, photo, settings, coarse) for territory, photo in zip(territories, photos)
    ]
    feedback.progress(0.0, _task(territories, photos, plans))
    typical = common_typical(territories, photos)
    effort = effort_for(sum(_positions(territories, plans)))
    allowed = 0
    for number, piece, start, end in each_piece(territories, plans, feedback):
        step = StepFeedback(feedback, start, end)
        territory, photo = territories[number], photos[number]
        sharpness = encoder.pack.calibration.sharpness * float(np.sqrt(photo.effective_tokens))
        search_it = partial(_votes, photo, look, sharpness, typical, effort, step)
        allowed += _search_piece(number, territory, piece, search_it, gathered)
    if not allowed:
        raise SkymatchError(
            "The chosen area and the indexed imagery do not overlap, or the areas to leave out "
            "leave nothing of it. Draw other areas, or index the imagery there first."
        )
    if not gathered.poses:
        raise SkymatchError(
            "The indexed imagery is too small or too broken up for this photo. "
            "Index a larger area, or fill in the missing imagery."
        )
    return gathered


def _search_piece(
    number: int,
    territory: Territory,
    piece: Piece,
    search_it: Callable[[TokenCodes, NDArray[np.bool_]], Tuple[PhotoCodes, Votes]],
    gathered: Gathered,
) -> int:
    """Search one piece; gives how many of its own positions come into question."""
    grid = territory.codes.grid
    part = grid.part(piece.token_first, 0, piece.token_end - piece.token_first, grid.cols)
    log_prior = territory.prior.log_prior(position_grid(part))
    rows = slice(piece.halo_first - piece.token_first, piece.halo_end - piece.token_first)
    own = slice(piece.first - piece.token_first, piece.end - piece.token_first)
    if not np.isfinite(log_prior[own]).any():
        return 0
    tokens = territory.codes.read(piece.token_first, piece.token_end)
    allowed = beside_tokens(tokens.covered) & np.isfinite(log_prior)
    allowed[: rows.start] = allowed[rows.stop :] = False
    codes, votes = search_it(tokens, allowed)
    gathered.add(number, poses_of(votes, codes, tokens.grid, log_prior), piece.token_first, own)
    compared = int((~np.isnan(votes.best[own])).sum()) * len(codes.headings_deg)
    gathered.count(votes.best_z, compared)
    return int(allowed[own].sum())


def _votes(
    photo: PhotoCodes,
    look: CloserLook,
    sharpness: float,
    typical: Typical,
    effort: Effort,
    feedback: Feedback,
    tokens: TokenCodes,
    allowed: NDArray[np.bool_],
) -> Tuple[PhotoCodes, Votes]:
    """Search some ground and look closer at what survives."""
    first, second = StepFeedback(feedback, 0.0, 0.8), StepFeedback(feedback, 0.8, 1.0)
    votes = search(tokens, photo, sharpness, allowed, first, typical, effort)
    return look.refined(tokens, photo, sharpness, votes, second, typical)


def _plan(
    territory: Territory, photo: PhotoCodes, settings: LocateSettings, coarse: int
) -> Tuple[Piece, ...]:
    grid = territory.codes.grid
    reach = photo.reach_tokens + 1
    rows = rows_within(grid, territory.codes.code_bytes, settings.memory_bytes, coarse)
    wanted = territory.prior.rows(position_grid(grid))
    wanted = range(wanted.start // coarse * coarse, wanted.stop)
    return pieces_of(grid, wanted, rows, reach, halo_cells(grid.spacing_m))


def _positions(territories: Sequence[Territory], plans: Sequence[Sequence[Piece]]) -> List[int]:
    """How many positions are searched of every territory."""
    return [
        sum(piece.end - piece.first for piece in plan) * (territory.codes.grid.cols + 1)
        for territory, plan in zip(territories, plans)
    ]


def _task(
    territories: Sequence[Territory], photos: Sequence[PhotoCodes], plans: Sequence[Sequence[Piece]]
) -> str:
    counts = _positions(territories, plans)
    poses = sum(count * len(photo.headings_deg) for count, photo in zip(counts, photos))
    pieces = sum(len(plan) for plan in plans)
    return f"Comparing {poses:,} poses" + (f" in {pieces} pieces" if pieces > 1 else "")
