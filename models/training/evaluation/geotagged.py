"""A folder of geotagged photos and one GeoTIFF of the area, read as pairs.

Truth is what the photos' EXIF says: with the few metres of error of a phone's receiver, hits
within 5 m mean little; 25 m and the share searched are the numbers to look at.
"""

import math
from pathlib import Path
from typing import List, Optional

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE
from plugin.engine.errors import SkymatchError
from plugin.engine.grid import convergence_deg, from_lonlat
from plugin.engine.photo import HAND_HELD_HEIGHT_M, VEHICLE_HEIGHT_M, read_photo

from .pairs import Pair

PHOTO_SUFFIXES = (".jpg", ".jpeg")
RASTER_SUFFIXES = (".tif", ".tiff")
FOLDERS = (".", "photos", "images")
SQUARE = 0.01  # pixels count as square when their sides differ by less than this share


def _files(folder: Path, suffixes: "tuple[str, ...]") -> List[Path]:
    return sorted(
        path
        for name in FOLDERS
        if (folder / name).is_dir()
        for path in (folder / name).iterdir()
        if path.suffix.lower() in suffixes
    )


def is_geotagged(folder: Path) -> bool:
    """There is one GeoTIFF, and photos."""
    return len(_files(folder, RASTER_SUFFIXES)) == 1 and bool(_files(folder, PHOTO_SUFFIXES))


def geotagged_pairs(folder: Path) -> List[Pair]:
    """One pair per photo whose EXIF position lies in the raster."""
    from osgeo import gdal, osr

    gdal.UseExceptions()
    (path,) = _files(folder, RASTER_SUFFIXES)
    try:
        raster = gdal.Open(str(path))
    except RuntimeError as error:
        raise SkymatchError(f"{path.name} cannot be read: {error}") from error
    west_m, step_m, row_turn, north_m, col_turn, down_m = raster.GetGeoTransform()
    crs = osr.SpatialReference(wkt=raster.GetProjection() or "")
    square = math.isclose(step_m, -down_m, rel_tol=SQUARE)
    if not (crs.IsProjected() and square and row_turn == col_turn == 0.0):
        raise SkymatchError(
            f"{path.name} is not in a metric CRS with north up and square pixels. Bring it there: "
            f"gdalwarp -t_srs EPSG:<UTM zone> {path.name} utm.tif"
        )
    step_m *= crs.GetLinearUnits()
    code = crs.ExportToWkt()
    to_crs = from_lonlat(code)
    width_m, height_m = raster.RasterXSize * step_m, raster.RasterYSize * step_m
    found = []
    for photo_path in _files(folder, PHOTO_SUFFIXES):
        said = read_photo(photo_path).metadata
        if said.lon is None or said.lat is None:
            continue
        x, y = to_crs.transform(said.lon, said.lat)
        east_m = (x - west_m) * crs.GetLinearUnits() - width_m / 2
        north_of_m = (y - north_m) * crs.GetLinearUnits() + height_m / 2
        if abs(east_m) >= width_m / 2 or abs(north_of_m) >= height_m / 2:
            continue
        heading_deg: Optional[float] = said.heading_deg
        if heading_deg is not None:
            heading_deg = (heading_deg - convergence_deg(code, said.lon, said.lat)) % 360.0
        panorama = said.projection == EQUIRECTANGULAR
        found.append(
            Pair(
                dataset=folder.resolve().name,
                id=photo_path.stem,
                street_image=photo_path,
                aerial_image=path,
                heading_deg=heading_deg,
                fov_deg=None,
                vfov_deg=None,
                horizon=None,
                camera_height_m=VEHICLE_HEIGHT_M if panorama else HAND_HELD_HEIGHT_M,
                projection=EQUIRECTANGULAR if panorama else PERSPECTIVE,
                aerial_gsd_m=step_m,
                centred=False,
                camera_east_m=east_m,
                camera_north_m=north_of_m,
            )
        )
    return found
