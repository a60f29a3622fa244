"""PROJ in a thread of its own: coordinates between systems, and what is known of a system.

pyproj 3.7 keeps its PROJ context in Python's thread-local data (`_context.pyx`). QGIS's worker
threads lose that data between two calls of Python, and the next use of a context crashes the
process. So all of PROJ happens in one Python thread that stays; callers in any thread wait for it,
a few tens of microseconds per call.
"""

import math
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Callable, Tuple, TypeVar

from .errors import SkymatchError

if TYPE_CHECKING:
    from pyproj import Transformer

T = TypeVar("T")

WGS84 = "EPSG:4326"


@dataclass(frozen=True)
class Transform:
    """From one coordinate system to another; x is east and y is north, or lon and lat, always."""

    source: str
    target: str

    def transform(self, x: Any, y: Any) -> Tuple[Any, Any]:
        """Transformed coordinates, of the type and shape given: numbers or arrays.

        What lies outside the reach of a projection becomes infinite.

        Raises:
            SkymatchError: PROJ does not know one of the systems.
        """
        return _in_proj_thread(lambda: _transformer(self.source, self.target).transform(x, y))


def meridian_convergence_deg(crs: str, lon: float, lat: float) -> float:
    """Angle from true north to grid north at a place, clockwise positive.

    Raises:
        SkymatchError: PROJ does not know the system, or it has no such angle there.
    """

    def work() -> float:
        from pyproj import CRS, Proj
        from pyproj.exceptions import ProjError

        try:
            return float(Proj(CRS.from_user_input(crs)).get_factors(lon, lat).meridian_convergence)
        except ProjError:
            return math.inf

    angle_deg = _in_proj_thread(work)
    if not math.isfinite(angle_deg):
        raise SkymatchError(
            f"North cannot be told in {crs} at {lat:.4f}, {lon:.4f}. "
            "Check the CRS of the imagery in its layer properties."
        )
    return angle_deg


def name_and_wkt(crs: str) -> Tuple[str, str]:
    """Name and definition (WKT 1, as GeoPackage wants it) of a coordinate system.

    Raises:
        SkymatchError: PROJ does not know it.
    """

    def work() -> Tuple[str, str]:
        from pyproj import CRS
        from pyproj.exceptions import CRSError

        try:
            definition = CRS.from_user_input(crs)
        except CRSError as error:
            raise _unknown(crs) from error
        return definition.name, str(definition.to_wkt("WKT1_GDAL"))

    return _in_proj_thread(work)


@lru_cache(maxsize=64)
def _transformer(source: str, target: str) -> "Transformer":
    """PROJ's thread only: a transformer serves the thread that made it."""
    from pyproj import CRS, Transformer
    from pyproj.exceptions import CRSError

    try:
        systems = CRS.from_user_input(source), CRS.from_user_input(target)
    except CRSError as error:
        raise _unknown(f"{source} or {target}") from error
    return Transformer.from_crs(*systems, always_xy=True)


def _unknown(crs: str) -> SkymatchError:
    return SkymatchError(f"The coordinate system {crs} is unknown to PROJ. Choose another one.")


def _in_proj_thread(work: Callable[[], T]) -> T:
    return _proj_thread(os.getpid()).submit(work).result()


@lru_cache(maxsize=1)
def _proj_thread(process: int) -> ThreadPoolExecutor:
    """The thread of this process; one that was forked off has none yet."""
    _transformer.cache_clear()
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"skymatch-proj-{process}")
