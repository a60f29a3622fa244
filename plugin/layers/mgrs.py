"""Military Grid Reference System: a place as zone, 100 km square and metres within it.

Source: NGA.STND.0037_2.0.0_GRIDS, "Universal Grids and Grid Reference Systems", chapters 2 and 3.
"""

from typing import Tuple

from ..engine.errors import SkymatchError
from .language import tr

SOUTHERNMOST_DEG, NORTHERNMOST_DEG = -80.0, 84.0
BANDS = "CDEFGHJKLMNPQRSTUVWX"
BAND_HEIGHT_DEG = 8.0
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = ("ABCDEFGHJKLMNPQRSTUV", "FGHJKLMNPQRSTUVABCDE")
SQUARE_M = 100_000
METRE_DIGITS = 5

# (band, westernmost and easternmost longitude, zone): Norway's coast and Svalbard.
_WIDENED = (
    ("V", 3.0, 12.0, 32),
    ("X", 0.0, 9.0, 31),
    ("X", 9.0, 21.0, 33),
    ("X", 21.0, 33.0, 35),
    ("X", 33.0, 42.0, 37),
)


def mgrs(lon: float, lat: float) -> str:
    """The square metre that holds a WGS 84 position, such as ``33U XP 05004 44998``.

    Raises:
        SkymatchError: the place lies beyond 84° N or 80° S, where MGRS has another grid.
    """
    if not SOUTHERNMOST_DEG <= lat <= NORTHERNMOST_DEG:
        raise SkymatchError(
            tr(
                "MGRS squares of this kind end at 80° S and 84° N. "
                "Copy latitude and longitude instead."
            )
        )
    zone, band = zone_and_band(lon, lat)
    easting_m, northing_m = _utm(lon, lat, zone)
    column = COLUMNS[(zone - 1) % 3][int(easting_m // SQUARE_M) - 1]
    row = ROWS[(zone - 1) % 2][int(northing_m // SQUARE_M) % 20]
    # Digits are cut, never rounded: the reference names the square that holds the place.
    east, north = int(easting_m % SQUARE_M), int(northing_m % SQUARE_M)
    return f"{zone:02d}{band} {column}{row} {east:0{METRE_DIGITS}d} {north:0{METRE_DIGITS}d}"


def zone_and_band(lon: float, lat: float) -> Tuple[int, str]:
    """UTM zone, 1 to 60, and latitude band of a place between 80° S and 84° N."""
    lon = (lon + 180.0) % 360.0 - 180.0
    band = BANDS[min(int((lat - SOUTHERNMOST_DEG) // BAND_HEIGHT_DEG), len(BANDS) - 1)]
    for widened_band, west, east, zone in _WIDENED:
        if band == widened_band and west <= lon < east:
            return zone, band
    return int((lon + 180.0) // 6.0) + 1, band


def _utm(lon: float, lat: float, zone: int) -> Tuple[float, float]:
    """Easting and northing in metres; the south has 10,000 km added."""
    from ..engine.grid import from_lonlat  # here, so that QGIS starts without pyproj

    base = 32600 if lat >= 0.0 else 32700
    easting_m, northing_m = from_lonlat(f"EPSG:{base + zone}").transform(lon, lat)
    return float(easting_m), float(northing_m)
