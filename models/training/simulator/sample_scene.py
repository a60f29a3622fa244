"""Writes the sample scene: an orthophoto of an invented town and photos taken in it.

Run from the repository root: `make sample`.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from pyproj import Transformer
from shapely.geometry import Point

from models.training.simulator.aerial import AerialLook, render_orthophoto
from models.training.simulator.light import Optics, Season, Sun
from models.training.simulator.photo_files import (
    PhotoFacts,
    horizontal_fov_deg,
    write_atomically,
    write_photo,
)
from models.training.simulator.sample_shots import ELSEWHERE, SHOTS, Shot
from models.training.simulator.street import StreetLook, render_photo
from models.training.simulator.street_camera import EQUIRECTANGULAR, StreetCamera
from models.training.simulator.town import Town, TownStyle, build_town, park_cars

EPSG = 32632
SOUTH_WEST_M = (344000.0, 6209000.0)  # open North Sea, near 6.5 degrees east, 56 north
TOWN_SEED, OTHER_SEED = 12, 40
GROUND_RESOLUTION_M = 0.2
LARGEST_PHOTO_BYTES = 150_000
TRUTH_COLUMNS = (
    "photo",
    "in_raster",
    "easting_m",
    "northing_m",
    "lon",
    "lat",
    "heading_deg",
    "fov_deg",
    "horizon",
    "camera_height_m",
    "projection",
)

AERIAL = AerialLook(
    sun=Sun(azimuth_deg=158.0, elevation_deg=50.0, direct_share=0.72),
    season=Season(grass_gain=(1.05, 1.0, 0.9), leaf_gain=(0.95, 1.0, 0.95)),
    optics=Optics(
        exposure=1.0, white_balance=(1.0, 1.0, 1.03), haze=0.05, noise=0.004, blur_px=0.55
    ),
)


def place_camera(town: Town, shot: Shot) -> StreetCamera:
    """The camera of a shot, in the town's frame; its heading is from grid north."""
    street = min(town.roads.streets, key=lambda s: s.line.shape.distance(Point(shot.near_m)))
    x, y, tx, ty = street.line.frame(street.line.shape.project(Point(shot.near_m)))
    panorama = shot.projection == EQUIRECTANGULAR
    width, height = (1536, 768) if panorama else (1024, 768)
    if shot.portrait:
        width, height = height, width
    fov_deg = 360.0 if panorama else horizontal_fov_deg(shot.focal_35mm, width, height)
    return StreetCamera(
        east_m=x - shot.lateral_m * ty,
        north_m=y + shot.lateral_m * tx,
        height_m=2.5 if panorama else 1.6,
        heading_deg=(math.degrees(math.atan2(tx, ty)) + shot.turn_deg) % 360.0,
        width_px=width,
        height_px=height,
        fov_deg=fov_deg,
        projection=shot.projection,
        pitch_down_deg=shot.pitch_down_deg,
    )


def grid_to_true_deg(easting_m: float, northing_m: float) -> float:
    """What to add to a heading from grid north to get it from true north."""
    to_lonlat = Transformer.from_crs(EPSG, 4326, always_xy=True)
    to_grid = Transformer.from_crs(4326, EPSG, always_xy=True)
    lon, lat = to_lonlat.transform(easting_m, northing_m)
    x0, y0 = to_grid.transform(lon, lat)
    x1, y1 = to_grid.transform(lon, lat + 0.001)
    return -math.degrees(math.atan2(x1 - x0, y1 - y0))


def write_orthophoto(
    path: Path, rgb: np.ndarray, south_west_m: tuple[float, float], resolution_m: float
) -> None:
    """A tiled JPEG-in-TIFF with overviews; row 0 of `rgb` is the north edge."""
    rows, columns = rgb.shape[:2]
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, 3, gdal.GDT_Byte)
    north_m = south_west_m[1] + rows * resolution_m
    memory.SetGeoTransform((south_west_m[0], resolution_m, 0, north_m, 0, -resolution_m))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    memory.SetProjection(reference.ExportToWkt())
    for band in range(3):
        memory.GetRasterBand(band + 1).WriteArray(rgb[:, :, band])
    temporary = path.with_name(path.name + ".part")
    options = [
        "COMPRESS=JPEG",
        "PHOTOMETRIC=YCBCR",
        "JPEG_QUALITY=80",
        "TILED=YES",
        "BLOCKXSIZE=256",
        "BLOCKYSIZE=256",
    ]
    written = gdal.GetDriverByName("GTiff").CreateCopy(str(temporary), memory, options=options)
    gdal.SetConfigOption("JPEG_QUALITY_OVERVIEW", "75")
    written.BuildOverviews("AVERAGE", [2, 4, 8])
    gdal.SetConfigOption("JPEG_QUALITY_OVERVIEW", None)
    written = None  # closing is what makes GDAL finish the file
    os.replace(temporary, path)


def take_photo(town: Town, shot: Shot, path: Path, seed: int, in_raster: bool) -> dict[str, object]:
    """Render and write one photo; returns its row of truth.csv."""
    camera = place_camera(town, shot)
    look = StreetLook(
        sun=shot.sun,
        season=shot.season,
        optics=replace(StreetLook().optics, white_balance=shot.white_balance),
        cloud_cover=shot.cloud_cover,
    )
    rgb = render_photo(park_cars(town, seed), camera, look, seed, samples=3)
    easting, northing = SOUTH_WEST_M[0] + camera.east_m, SOUTH_WEST_M[1] + camera.north_m
    lon, lat = Transformer.from_crs(EPSG, 4326, always_xy=True).transform(easting, northing)
    heading_deg = (camera.heading_deg + grid_to_true_deg(easting, northing)) % 360.0
    panorama = shot.projection == EQUIRECTANGULAR
    write_photo(
        path,
        rgb,
        PhotoFacts(
            taken=shot.taken,
            heading_deg=heading_deg,
            focal_35mm=None if panorama else shot.focal_35mm,
            lonlat_deg=(lon, lat) if shot.gps else None,
            portrait=shot.portrait,
            panorama=panorama,
        ),
        LARGEST_PHOTO_BYTES,
    )
    place = (f"{easting:.2f}", f"{northing:.2f}", f"{lon:.7f}", f"{lat:.7f}")
    return dict(
        zip(
            TRUTH_COLUMNS,
            (
                path.name,
                int(in_raster),
                *(place if in_raster else ("", "", "", "")),
                f"{heading_deg:.2f}" if in_raster else "",
                f"{camera.fov_deg:.3f}",
                f"{camera.horizon_fraction:.4f}",
                camera.height_m,
                camera.projection,
            ),
        )
    )


def write_sample_scene(out: Path) -> None:
    """Write the whole folder; the same code gives the same files."""
    photos = out / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    town = build_town(TOWN_SEED, TownStyle())
    aerial = render_orthophoto(park_cars(town, 1), AERIAL, GROUND_RESOLUTION_M, TOWN_SEED)
    write_orthophoto(out / "orthophoto.tif", aerial, SOUTH_WEST_M, GROUND_RESOLUTION_M)
    rows = [
        take_photo(town, shot, photos / f"{shot.name}.jpg", seed, True)
        for seed, shot in enumerate(SHOTS, start=2)
    ]
    other = build_town(OTHER_SEED, TownStyle())
    rows.append(take_photo(other, ELSEWHERE, photos / f"{ELSEWHERE.name}.jpg", 99, False))
    table = io.StringIO()
    writer = csv.DictWriter(table, TRUTH_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(photos / "truth.csv", table.getvalue().encode())
    write_atomically(out / "README.md", README.encode())


README = f"""# Sample scene

An invented place: `orthophoto.tif` (500 m by 500 m, {GROUND_RESOLUTION_M} m per pixel, EPSG:{EPSG})
and photos taken in it. Both are rendered by the project's own simulator from one random seed,

    python -m models.training.simulator.sample_scene --out resources/sample

so nothing here shows a real place or comes from anybody's imagery, and the files carry the licence
of the project. The coordinates lie in the open North Sea, so that nobody looks for the houses.
Orthophoto and photos share the layout only: sun, season, colours and parked cars differ.

`photos/truth.csv` says where each photo was taken: `heading_deg` is the azimuth of the picture's
centre clockwise from true north (grid north differs by about 2 degrees here), `fov_deg` the
horizontal field of view of the upright picture, `horizon` the fraction of the picture's height,
from the top, at which the level horizon crosses its centre column. `elsewhere_01.jpg` shows
another town (`in_raster` 0), for which the right answer is "not in this imagery".
"""


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("resources/sample"))
    write_sample_scene(parser.parse_args().out)


if __name__ == "__main__":
    main()
