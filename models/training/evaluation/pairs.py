"""Pairs of a street photo and the aerial picture of its place, listed in a CSV file.

Columns: dataset, id, street_image, aerial_image, heading_deg, fov_deg, type, aerial_gsd_m,
camera_in_aerial; used when present: vfov_deg, horizon, camera_height_m, lat, lon, camera_east_m and
camera_north_m (from the centre of the aerial picture, for cameras that do not stand there). Image
paths are relative to the CSV. An empty heading means unknown.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera
from plugin.engine.errors import SkymatchError
from plugin.engine.photo import Photo, camera_of, read_photo

CENTRE = "centre"
COLUMNS = ("dataset", "id", "street_image", "aerial_image", "type")


@dataclass(frozen=True)
class KnownGeometry:
    """What is documented of a published data set but stands in none of its files."""

    vfov_deg: float
    horizon: float


# CVUSA panoramas were cut to the middle 65 degrees and squeezed to squares by its quarter crops.
PUBLISHED = {"cvusa_quarterpano": KnownGeometry(65.45, 0.53)}


@dataclass(frozen=True)
class Pair:
    """One line of the list.

    Attributes:
        aerial_gsd_m: ground size of an aerial pixel, None when unknown.
        centred: the camera stands at the centre of the aerial picture.
        camera_east_m, camera_north_m: where it stands from the centre otherwise, None when unknown.
        lon, lat: of the camera, only for telling which pairs lie at one place.
    """

    dataset: str
    id: str
    street_image: Path
    aerial_image: Path
    heading_deg: Optional[float]
    fov_deg: Optional[float]
    vfov_deg: Optional[float]
    horizon: Optional[float]
    camera_height_m: Optional[float]
    projection: str
    aerial_gsd_m: Optional[float]
    centred: bool
    camera_east_m: Optional[float] = None
    camera_north_m: Optional[float] = None
    lon: Optional[float] = None
    lat: Optional[float] = None

    @property
    def place(self) -> str:
        """Pairs of one place stand or fall together: a square of 0.001 degrees, else the pair."""
        if self.lon is None or self.lat is None:
            return f"{self.dataset} {self.id}"
        return f"{self.dataset} {self.lat:.3f} {self.lon:.3f}"

    @property
    def offset_m(self) -> Optional[Tuple[float, float]]:
        """(east, north) of the camera from the centre of the aerial picture, None when unknown."""
        if self.camera_east_m is not None and self.camera_north_m is not None:
            return self.camera_east_m, self.camera_north_m
        return (0.0, 0.0) if self.centred else None

    def read_street(self) -> Photo:
        """The photo."""
        return read_photo(self.street_image)

    def read_aerial(self) -> NDArray[np.uint8]:
        """(height, width, 3) uint8, north up."""
        if self.aerial_image.suffix.lower() in (".tif", ".tiff"):
            return read_bands(self.aerial_image)
        with Image.open(self.aerial_image) as picture:
            return np.asarray(picture.convert("RGB"))

    def camera(self, photo: Photo) -> Camera:
        """Geometry of the photo: from the list, else published, else as for any user's photo."""
        known = PUBLISHED.get(self.dataset)
        return camera_of(
            photo,
            fov_deg=self.fov_deg,
            horizon=self.horizon if self.horizon is not None else known and known.horizon,
            height_m=self.camera_height_m or 2.5,
            projection=self.projection,
            vfov_deg=self.vfov_deg or (known and known.vfov_deg),
        )


def read_bands(path: Path) -> NDArray[np.uint8]:
    """(height, width, 3) uint8 of a raster file of any size that GDAL reads."""
    from osgeo import gdal

    gdal.UseExceptions()
    try:
        bands = gdal.Open(str(path)).ReadAsArray()
    except RuntimeError as error:
        raise SkymatchError(f"{path.name} cannot be read: {error}") from error
    if bands.ndim != 3 or len(bands) < 3 or bands.dtype != np.uint8:
        raise SkymatchError(
            f"{path.name} is no picture of red, green and blue with 8 bits each. Convert it with "
            "gdal_translate."
        )
    return np.ascontiguousarray(np.moveaxis(bands[:3], 0, 2))


def read_pairs(path: Path) -> List[Pair]:
    """All lines of a list. Raises SkymatchError that names a column or line that is wrong."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        lines = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
        if missing:
            raise SkymatchError(f"{path.name} has no column {', '.join(missing)}. Add it.")
        found = []
        for line in lines:
            try:
                found.append(_pair(line, path.parent))
            except ValueError as error:
                raise SkymatchError(
                    f"Line {lines.line_num} of {path.name} cannot be read ({error}). "
                    "Numbers are written with a point; leave a cell empty for unknown."
                ) from error
    return found


def _pair(line: "dict[str, str]", folder: Path) -> Pair:
    def number(name: str) -> Optional[float]:
        text = (line.get(name) or "").strip()
        return float(text) if text else None

    return Pair(
        dataset=line["dataset"],
        id=line["id"],
        street_image=folder / line["street_image"],
        aerial_image=folder / line["aerial_image"],
        heading_deg=number("heading_deg"),
        fov_deg=number("fov_deg"),
        vfov_deg=number("vfov_deg"),
        horizon=number("horizon"),
        camera_height_m=number("camera_height_m"),
        projection=EQUIRECTANGULAR if "panorama" in line["type"] else PERSPECTIVE,
        aerial_gsd_m=number("aerial_gsd_m"),
        centred=(line.get("camera_in_aerial") or CENTRE).strip() in (CENTRE, "center"),
        camera_east_m=number("camera_east_m"),
        camera_north_m=number("camera_north_m"),
        lon=number("lon"),
        lat=number("lat"),
    )
