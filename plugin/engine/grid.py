"""Metric grids: where tokens and poses lie on the ground.

Two frames are in use. *Grid* headings are clockwise from the grid's +y axis; *true* headings are
clockwise from true north. They differ by the meridian convergence, which is constant enough over
one index (0.2 degrees per 10 km at 60 degrees of latitude) to be stored once.
"""

import math
from dataclasses import dataclass, replace
from typing import Tuple

from .errors import SkymatchError
from .projection import WGS84, Transform, meridian_convergence_deg


@dataclass(frozen=True)
class MetricGrid:
    """A square grid in a named metric CRS; row 0 is the northernmost.

    Attributes:
        crs: authority code such as ``EPSG:32632``.
        west_m, north_m: CRS coordinates of the outer corner of cell (0, 0).
        spacing_m: side of a cell in CRS units, ground metres to within 0.1 %.
        rows, cols: size in cells.
        convergence_deg: add it to a grid heading to get a true heading.
    """

    crs: str
    west_m: float
    north_m: float
    spacing_m: float
    rows: int
    cols: int
    convergence_deg: float = 0.0

    @property
    def east_m(self) -> float:
        """CRS x of the eastern edge."""
        return self.west_m + self.cols * self.spacing_m

    @property
    def south_m(self) -> float:
        """CRS y of the southern edge."""
        return self.north_m - self.rows * self.spacing_m

    @property
    def area_km2(self) -> float:
        """Ground area of the whole grid."""
        return self.rows * self.cols * self.spacing_m**2 / 1e6

    def corner(self, row: float, col: float) -> Tuple[float, float]:
        """CRS (x, y) of the north-west corner of a cell; fractions move inside it."""
        return self.west_m + col * self.spacing_m, self.north_m - row * self.spacing_m

    def rowcol(self, x_m: float, y_m: float) -> Tuple[float, float]:
        """Fractional (row, col) of a CRS point; the inverse of `corner`."""
        return (self.north_m - y_m) / self.spacing_m, (x_m - self.west_m) / self.spacing_m

    def part(self, row: int, col: int, rows: int, cols: int) -> "MetricGrid":
        """The sub-grid of that many rows and columns whose first cell is (row, col)."""
        west_m, north_m = self.corner(row, col)
        return replace(self, west_m=west_m, north_m=north_m, rows=rows, cols=cols)


def utm_crs(lon: float, lat: float) -> str:
    """Authority code of the metric CRS used at a place: UTM, or UPS near the poles."""
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90.0):
        raise SkymatchError(
            "The imagery does not lie on the Earth in its stated CRS. "
            "Set the right CRS in the layer's properties and try again."
        )
    if lat >= 84.0:
        return "EPSG:5041"
    if lat < -80.0:
        return "EPSG:5042"
    zone = int(((lon + 180.0) % 360.0) // 6.0) + 1
    return f"EPSG:{(32600 if lat >= 0 else 32700) + zone}"


def convergence_deg(crs: str, lon: float, lat: float) -> float:
    """Degrees to add to a grid heading of `crs` at a place to get the true heading.

    The meridian convergence of PROJ is the angle from true north to grid north, clockwise positive.
    """
    return meridian_convergence_deg(crs, lon, lat)


def to_lonlat(crs: str) -> Transform:
    """From a grid's CRS to WGS 84 longitude and latitude, in that order."""
    return Transform(crs, WGS84)


def from_lonlat(crs: str) -> Transform:
    """From WGS 84 longitude and latitude, in that order, to a grid's CRS."""
    return Transform(WGS84, crs)
