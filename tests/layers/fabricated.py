"""A made-up but plausible search result, in real engine classes, for tests of what is drawn."""

from typing import Tuple

import numpy as np
from shapely.geometry import MultiPoint, Point

from plugin.engine.camera import (
    EQUIRECTANGULAR,
    PERSPECTIVE,
    WIDEST_PERSPECTIVE_DEG,
    Camera,
)
from plugin.engine.grid import MetricGrid, to_lonlat
from plugin.engine.locate import LocateResult
from plugin.engine.posterior import Candidate, PosePosterior
from plugin.engine.regions import Region
from plugin.layers.results import IndexOrigin, ResultOrigin

GRID = MetricGrid("EPSG:32632", 691000.0, 5335400.0, 2.8, 140, 140, convergence_deg=1.9)

# Row, column, spread in cells, share of the probability, true heading.
PEAKS: Tuple[Tuple[float, float, float, float, float], ...] = (
    (60.0, 70.0, 1.6, 0.62, 40.0),
    (66.0, 76.0, 1.5, 0.14, 215.0),
    (95.0, 38.0, 2.2, 0.12, 300.0),
    (30.0, 105.0, 2.0, 0.07, 120.0),
    (110.0, 100.0, 3.0, 0.05, 200.0),
)
NOT_HERE = 0.08


def origin(fov_deg: float = 65.0) -> ResultOrigin:
    """Provenance of the result."""
    kind = PERSPECTIVE if fov_deg <= WIDEST_PERSPECTIVE_DEG else EQUIRECTANGULAR
    return ResultOrigin(
        photo="IMG 0042.jpg",
        path="/photos/IMG 0042.jpg",
        sha256="ab" * 32,
        model="skymatch-s 0.1.0",
        model_sha256="ef" * 32,
        indexes=(IndexOrigin("ortho.gpkg", "ortho " + "12" * 32, "cd" * 32),),
        utc="2026-01-02T03:04:05Z",
        camera=Camera(kind, fov_deg, 50.0, 0.45, 1.6),
        software="Skymatch 0.1.0",
        parameters='{"COUNT":10}',
    )


def located(grid: MetricGrid = GRID, peaks: int = len(PEAKS)) -> LocateResult:
    """A posterior with a few peaks, its candidates and its regions."""
    rows, cols = np.mgrid[0 : grid.rows, 0 : grid.cols].astype(np.float64) + 0.5
    probability = np.full((grid.rows, grid.cols), 1e-9)
    heading = np.zeros_like(probability)
    for row, col, spread, share, heading_deg in PEAKS[:peaks]:
        bump = np.exp(-((rows - row) ** 2 + (cols - col) ** 2) / (2 * spread**2))
        probability += share * bump / bump.sum()
        heading[bump > 0.01] = heading_deg
    probability /= probability.sum()
    score = np.clip(0.4 + np.log10(probability) / 20, -1, 1)
    score[:, :3] = np.nan
    posterior = PosePosterior(
        grid,
        probability.astype(np.float32),
        heading.astype(np.float32),
        score.astype(np.float32),
    )
    candidates = tuple(_candidate(grid, rank, *PEAKS[rank - 1]) for rank in range(1, peaks + 1))
    regions = tuple(_region(posterior, share) for share in (0.5, 0.8, 0.95))
    return LocateResult(candidates, (posterior,), regions, NOT_HERE, 1.5)


def _candidate(
    grid: MetricGrid, rank: int, row: float, col: float, spread: float, share: float, deg: float
) -> Candidate:
    x_m, y_m = grid.corner(row, col)
    lon, lat = to_lonlat(grid.crs).transform(x_m, y_m)
    return Candidate(rank, x_m, y_m, lon, lat, deg, share * (1 - NOT_HERE), 0.5 - 0.05 * rank)


def _region(posterior: PosePosterior, share: float) -> Region:
    """Discs around the most probable cells that together hold the share."""
    order = np.argsort(-posterior.probability, axis=None)
    total = np.cumsum(posterior.probability.ravel()[order])
    chosen = order[: int(np.searchsorted(total, share)) + 1]
    rows, cols = np.unravel_index(chosen, posterior.probability.shape)
    points = [Point(posterior.grid.corner(r + 0.5, c + 0.5)) for r, c in zip(rows, cols)]
    polygon = MultiPoint(points).buffer(posterior.grid.spacing_m * 0.75)
    return Region(share, polygon, float(polygon.area))
