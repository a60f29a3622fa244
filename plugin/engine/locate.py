"""The method, top-down: one photo, one hash map of the ground, a posterior over poses."""

import time
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from .camera import Camera
from .encoder import Encoder
from .errors import SkymatchError
from .feedback import Feedback, StepFeedback, stop_if_cancelled
from .grid import MetricGrid
from .photo import Photo
from .posterior import (
    Candidate,
    PosePosterior,
    candidates_of,
    not_here_probability,
    pose_posterior,
    position_grid,
)
from .query import encode_photo, heading_hypotheses
from .regions import Region, regions_of
from .search import search
from .tokens import TokenCodes


@dataclass(frozen=True)
class LocateSettings:
    """What the user knows or asks for.

    Attributes:
        heading_deg: true heading of the photo's centre, None when unknown.
        heading_tolerance_deg: how far the true heading may lie from it, to either side.
        area: where the camera may stand, a polygon in the index's CRS; None for everywhere.
        count: most candidates to return.
    """

    heading_deg: Optional[float] = None
    heading_tolerance_deg: float = 20.0
    area: Optional[BaseGeometry] = None
    count: int = 10


@dataclass(frozen=True)
class LocateResult:
    """Where the photo may have been taken, best first.

    Attributes:
        candidates: modes of the posterior, best first.
        posterior: probability of every position.
        regions: smallest areas that hold 50, 80 and 95 % of the probability.
        not_here_probability: probability that the camera stood nowhere in this imagery.
        seconds: time taken.
    """

    candidates: Tuple[Candidate, ...]
    posterior: PosePosterior
    regions: Tuple[Region, ...]
    not_here_probability: float
    seconds: float


def locate(
    photo: Photo,
    camera: Camera,
    index: TokenCodes,
    encoder: Encoder,
    settings: LocateSettings,
    feedback: Feedback,
) -> LocateResult:
    """Find where a photo was taken.

    Raises:
        SkymatchError: no ground in view, or nothing to search in the chosen area.
        Cancelled: the user stopped it.
    """
    started = time.monotonic()
    pack = encoder.pack
    allowed = allowed_positions(index, settings.area)
    if not allowed.any():
        raise SkymatchError(
            "The chosen area and the indexed imagery do not overlap. "
            "Draw another area, or index the imagery there first."
        )
    grid_heading_deg = settings.heading_deg
    if grid_heading_deg is not None:
        grid_heading_deg -= index.grid.convergence_deg
    feedback.progress(0.0, "Bringing the photo to the ground")
    headings_deg = heading_hypotheses(
        grid_heading_deg, settings.heading_tolerance_deg, pack.headings
    )
    photo_codes = encode_photo(photo, camera, headings_deg, encoder)
    stop_if_cancelled(feedback)

    feedback.progress(0.3, f"Comparing {int(allowed.sum()) * len(headings_deg):,} poses")
    sharpness = pack.calibration.sharpness * float(np.sqrt(photo_codes.effective_tokens))
    votes = search(index, photo_codes, sharpness, allowed, StepFeedback(feedback, 0.3, 0.9))
    if not votes.poses:
        raise SkymatchError(
            "The indexed imagery is too small or too broken up for this photo. "
            "Index a larger area, or fill in the missing imagery."
        )

    feedback.progress(0.9, "Weighing the evidence")
    posterior = pose_posterior(votes, photo_codes, index.grid)
    not_here = not_here_probability(votes, pack.calibration)
    result = LocateResult(
        candidates=candidates_of(posterior, 1.0 - not_here, settings.count),
        posterior=posterior,
        regions=regions_of(posterior),
        not_here_probability=not_here,
        seconds=time.monotonic() - started,
    )
    feedback.progress(1.0, "")
    return result


def allowed_positions(index: TokenCodes, area: Optional[BaseGeometry]) -> NDArray[np.bool_]:
    """Positions (rows + 1, cols + 1) next to covered tokens and inside an area."""
    rows, cols = index.covered.shape
    allowed = np.zeros((rows + 1, cols + 1), np.bool_)
    for down in (0, 1):
        for right in (0, 1):
            allowed[down : down + rows, right : right + cols] |= index.covered
    if area is not None:
        allowed &= _inside(position_grid(index.grid), allowed, area)
    return allowed


def _inside(grid: MetricGrid, wanted: NDArray[np.bool_], area: BaseGeometry) -> NDArray[np.bool_]:
    """Which wanted cell centres lie in a polygon; only its bounding box is looked at."""
    inside = np.zeros(wanted.shape, np.bool_)
    if area.is_empty:
        return inside
    west_m, south_m, east_m, north_m = area.bounds
    first_row, first_col = (int(max(0.0, v - 1.0)) for v in grid.rowcol(west_m, north_m))
    last_row, last_col = (int(max(0.0, v + 1.0)) for v in grid.rowcol(east_m, south_m))
    contains = prep(area).contains
    rows, cols = np.nonzero(wanted[first_row:last_row, first_col:last_col])
    for row, col in zip((rows + first_row).tolist(), (cols + first_col).tolist()):
        inside[row, col] = contains(Point(*grid.corner(row + 0.5, col + 0.5)))
    return inside
