"""Features of the result layers, made from what the engine found. Pure functions."""

from dataclasses import dataclass
from typing import Any, Iterator, List, NamedTuple

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

from ..engine.locate import LocateResult
from ..engine.posterior import PosePosterior
from .shapes import square, view_wedge
from .tables import CANDIDATES, CELLS, HEAT, KINDS, REGIONS, WEDGES, fields_of

MOST_CELLS = 3000
LEAST_CELL_SHARE = 0.001
MOST_HEAT_POINTS = 2000
LEAST_HEAT_SHARE = 0.002

# A cell's share of the best probability from which on it has grade 2, 3, 4 and 5.
GRADES = (0.02, 0.1, 0.3, 0.6)


@dataclass(frozen=True)
class ResultOrigin:
    """Where a result comes from; written into every candidate so that it can be traced.

    Attributes:
        photo: file name of the photo.
        path: the photo's full path.
        sha256: of the photo's bytes.
        model: name and version of the model pack.
        index: file name of the index.
        utc: time of the search, ISO 8601.
        fov_deg: angle across the photo that was used.
    """

    photo: str
    path: str
    sha256: str
    model: str
    index: str
    utc: str
    fov_deg: float


class Position(NamedTuple):
    """One searched position: CRS coordinates of its cell's north-west corner, and values."""

    west_m: float
    north_m: float
    probability: float
    share: float
    heading_deg: float
    score: float


def features_of(kind: str, result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    """The features of one result layer, in the CRS of the posterior's grid."""
    makers = {
        CANDIDATES: _candidates,
        WEDGES: _wedges,
        REGIONS: _regions,
        CELLS: _cells,
        HEAT: _heat,
    }
    return makers[kind](result, origin)


def best_positions(posterior: PosePosterior, most: int, least_share: float) -> List[Position]:
    """Searched positions, most probable first.

    Args:
        posterior: what is known about the pose.
        most: at most that many.
        least_share: leave out what is less probable than this share of the best.
    """
    searched = np.isfinite(posterior.score)
    probability = np.where(searched, posterior.probability.astype(np.float64), -1.0).ravel()
    best = float(probability.max(initial=0.0))
    if best <= 0.0:
        return []
    order = np.argsort(-probability, kind="stable")[:most]
    order = order[probability[order] >= least_share * best]
    rows, cols = np.unravel_index(order, posterior.score.shape)
    return [
        Position(
            *posterior.grid.corner(float(row), float(col)),
            float(posterior.probability[row, col]),
            float(posterior.probability[row, col]) / best,
            float(posterior.heading_deg[row, col]),
            float(posterior.score[row, col]),
        )
        for row, col in zip(rows.tolist(), cols.tolist())
    ]


def grade_of(share: float) -> int:
    """1 to 5, by a cell's share of the best probability."""
    return 1 + sum(share >= limit for limit in GRADES)


def _candidates(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    for found in result.candidates:
        point = QgsGeometry.fromPointXY(QgsPointXY(found.x_m, found.y_m))
        yield _feature(
            CANDIDATES,
            point,
            origin.photo,
            found.rank,
            found.probability,
            found.word,
            found.heading_deg,
            found.lon,
            found.lat,
            found.score,
            "",
            "",
            origin.path,
            origin.sha256,
            origin.model,
            origin.index,
            origin.utc,
        )


def _wedges(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    convergence_deg = result.posterior.grid.convergence_deg
    for found in result.candidates:
        wedge = view_wedge(
            found.x_m, found.y_m, found.heading_deg - convergence_deg, origin.fov_deg
        )
        values = (found.rank, found.probability, found.heading_deg, origin.fov_deg)
        yield _feature(WEDGES, wedge, *values)


def _regions(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    """The largest first, so that the smaller ones are drawn over it."""
    for region in sorted(result.regions, key=lambda region: -region.share):
        outline = QgsGeometry()
        outline.fromWkb(region.polygon.wkb)
        if outline.isEmpty():
            continue
        outline.convertToMultiType()
        yield _feature(REGIONS, outline, region.share, region.area_m2)


def _cells(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    side_m = result.posterior.grid.spacing_m
    for cell in best_positions(result.posterior, MOST_CELLS, LEAST_CELL_SHARE):
        yield _feature(
            CELLS,
            square(cell.west_m, cell.north_m, side_m),
            cell.score,
            cell.probability,
            cell.heading_deg,
            cell.share,
            grade_of(cell.share),
        )


def _heat(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    half_m = result.posterior.grid.spacing_m / 2.0
    for cell in best_positions(result.posterior, MOST_HEAT_POINTS, LEAST_HEAT_SHARE):
        centre = QgsPointXY(cell.west_m + half_m, cell.north_m - half_m)
        yield _feature(HEAT, QgsGeometry.fromPointXY(centre), cell.probability)


_FIELDS = {kind: fields_of(kind) for kind in KINDS}


def _feature(kind: str, geometry: QgsGeometry, *values: Any) -> QgsFeature:
    feature = QgsFeature(_FIELDS[kind])
    feature.setGeometry(geometry)
    feature.setAttributes(list(values))
    return feature
