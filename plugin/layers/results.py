"""Features of the result layers, made from what the engine found. Pure functions."""

from dataclasses import dataclass
from typing import Any, Iterator, List, NamedTuple, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
)

from ..engine.camera import Camera
from ..engine.grid import convergence_deg
from ..engine.locate import LocateResult
from ..engine.posterior import PosePosterior
from .camera_text import camera_text
from .shapes import square, view_wedge
from .tables import CANDIDATES, CELLS, HEAT, KINDS, REGIONS, WEDGES, fields_of
from .words import word_of

MOST_CELLS = 3000
LEAST_CELL_SHARE = 0.001
MOST_HEAT_POINTS = 2000
LEAST_HEAT_SHARE = 0.002

# A cell's share of the best probability from which on it has grade 2, 3, 4 and 5.
GRADES = (0.02, 0.1, 0.3, 0.6)


@dataclass(frozen=True)
class IndexOrigin:
    """One index that was searched.

    Attributes:
        name: its file name.
        raster: name of the raster it was made of, and SHA-256 of what identifies that.
        sha256: of its content, see `index.pieces.StoredCodes`.
    """

    name: str
    raster: str
    sha256: str


@dataclass(frozen=True)
class ResultOrigin:
    """Where a result comes from; written into every candidate so that it can be traced.

    Attributes:
        photo: file name of the photo.
        path: where the photo lies, as the project keeps paths: relative to it, or in full.
        sha256: of the photo's bytes.
        model: name and version of the model pack.
        model_sha256: of the model pack.
        indexes: what was searched, at least one.
        utc: time of the search, ISO 8601.
        camera: the most probable camera of the photo.
        software: names and versions of what made the result.
        parameters: of the search, as canonical JSON.
    """

    photo: str
    path: str
    sha256: str
    model: str
    model_sha256: str
    indexes: Tuple[IndexOrigin, ...]
    utc: str
    camera: Camera
    software: str
    parameters: str

    def indexes_named(self, name: str) -> List[IndexOrigin]:
        """The index of that name, several if they share it; the first one if the name is empty."""
        return [one for one in self.indexes if one.name == name] or [self.indexes[0]]


class Position(NamedTuple):
    """One searched position.

    Attributes:
        posterior: number of the posterior that it belongs to.
        west_m, north_m: north-west corner of its cell, in the CRS of that posterior's grid.
    """

    posterior: int
    west_m: float
    north_m: float
    probability: float
    share: float
    heading_deg: float
    score: float


def features_of(kind: str, result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    """The features of one result layer, in the CRS of the first posterior's grid."""
    makers = {
        CANDIDATES: _candidates,
        WEDGES: _wedges,
        REGIONS: _regions,
        CELLS: _cells,
        HEAT: _heat,
    }
    return makers[kind](result, origin)


def best_positions(
    posteriors: Sequence[PosePosterior], most: int, least_share: float
) -> List[Position]:
    """Searched positions of all posteriors, most probable first.

    Args:
        posteriors: what is known about the pose, one for each index that was searched.
        most: at most that many.
        least_share: leave out what is less probable than this share of the best.
    """
    flat = [
        np.where(np.isfinite(one.score), one.probability, np.float32(-1.0)).ravel()
        for one in posteriors
    ]
    best = max(float(probability.max(initial=0.0)) for probability in flat)
    if best <= 0.0:
        return []
    found: List[Position] = []
    for number, (posterior, probability) in enumerate(zip(posteriors, flat)):
        cells = np.flatnonzero(probability >= least_share * best)
        order = np.argsort(-probability[cells], kind="stable")[:most]
        rows, cols = np.unravel_index(cells[order], posterior.score.shape)
        found.extend(
            Position(
                number,
                *posterior.grid.corner(float(row), float(col)),
                float(posterior.probability[row, col]),
                float(posterior.probability[row, col]) / best,
                float(posterior.heading_deg[row, col]),
                float(posterior.score[row, col]),
            )
            for row, col in zip(rows.tolist(), cols.tolist())
        )
    found.sort(key=lambda position: -position.probability)
    return found[:most]


def grade_of(share: float) -> int:
    """1 to 5, by a cell's share of the best probability."""
    return 1 + sum(share >= limit for limit in GRADES)


def _candidates(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    camera = camera_text(origin.camera)
    for found in result.candidates:
        point = QgsGeometry.fromPointXY(QgsPointXY(found.x_m, found.y_m))
        searched = origin.indexes_named(found.index)
        yield _feature(
            CANDIDATES,
            point,
            origin.photo,
            found.rank,
            found.probability,
            word_of(found.probability),
            found.heading_deg,
            found.direction_probability,
            found.lon,
            found.lat,
            found.score,
            result.not_here_probability,
            "",
            "",
            "",
            origin.path,
            origin.sha256,
            origin.model,
            searched[0].name,
            origin.utc,
            "; ".join(one.raster for one in searched),
            "; ".join(one.sha256 for one in searched),
            origin.model_sha256,
            origin.software,
            origin.parameters,
            camera,
        )


def _wedges(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    crs = result.posterior.grid.crs
    for found in result.candidates:
        grid_heading_deg = found.heading_deg - convergence_deg(crs, found.lon, found.lat)
        wedge = view_wedge(found.x_m, found.y_m, grid_heading_deg, origin.camera.fov_deg)
        values = (found.rank, found.probability, found.heading_deg, origin.camera.fov_deg)
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
    into = _Into(result)
    for cell in best_positions(result.posteriors, MOST_CELLS, LEAST_CELL_SHARE):
        side_m = result.posteriors[cell.posterior].grid.spacing_m
        yield _feature(
            CELLS,
            into.crs_of_result(square(cell.west_m, cell.north_m, side_m), cell.posterior),
            cell.score,
            cell.probability,
            cell.heading_deg,
            cell.share,
            grade_of(cell.share),
        )


def _heat(result: LocateResult, origin: ResultOrigin) -> Iterator[QgsFeature]:
    into = _Into(result)
    for cell in best_positions(result.posteriors, MOST_HEAT_POINTS, LEAST_HEAT_SHARE):
        half_m = result.posteriors[cell.posterior].grid.spacing_m / 2.0
        centre = QgsGeometry.fromPointXY(QgsPointXY(cell.west_m + half_m, cell.north_m - half_m))
        yield _feature(HEAT, into.crs_of_result(centre, cell.posterior), cell.probability)


class _Into:
    """Brings geometries of every posterior into the CRS of the result."""

    def __init__(self, result: LocateResult) -> None:
        names = [posterior.grid.crs for posterior in result.posteriors]
        self._transforms = [
            None
            if name == names[0]
            else QgsCoordinateTransform(
                QgsCoordinateReferenceSystem(name),
                QgsCoordinateReferenceSystem(names[0]),
                QgsCoordinateTransformContext(),
            )
            for name in names
        ]

    def crs_of_result(self, geometry: QgsGeometry, posterior: int) -> QgsGeometry:
        transform = self._transforms[posterior]
        if transform is not None:
            geometry.transform(transform)
        return geometry


_FIELDS = {kind: fields_of(kind) for kind in KINDS}


def _feature(kind: str, geometry: QgsGeometry, *values: Any) -> QgsFeature:
    feature = QgsFeature(_FIELDS[kind])
    feature.setGeometry(geometry)
    feature.setAttributes(list(values))
    return feature
