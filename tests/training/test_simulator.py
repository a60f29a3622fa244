"""The simulator puts what it knows where it says, in the street photo and in the orthophoto."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

pytest.importorskip("numba")
gdal = pytest.importorskip("osgeo.gdal")

from models.training.simulator import photo_files, sample_scene  # noqa: E402
from models.training.simulator.aerial import AerialLook, render_orthophoto  # noqa: E402
from models.training.simulator.light import Optics  # noqa: E402
from models.training.simulator.street import StreetLook, render_photo  # noqa: E402
from models.training.simulator.street_camera import EQUIRECTANGULAR, StreetCamera  # noqa: E402
from models.training.simulator.town import Town, TownStyle, build_town, park_cars  # noqa: E402
from models.training.simulator.town_maps import PAINT, TownMaps  # noqa: E402

SIZE_M = 80.0
CAMERA_M = (40.0, 40.0)
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PLAIN = StreetLook(optics=Optics(noise=0.0, haze=0.0))


@pytest.fixture(scope="module")
def town() -> Town:
    """A small town, built once."""
    return build_town(5, TownStyle(size_m=SIZE_M, resolution_m=0.2))


@pytest.fixture(scope="module")
def bare(town: Town) -> TownMaps:
    """The maps of a grey plain: nothing stands on it."""
    nothing = np.zeros_like(town.maps.solid_height_cm)
    return replace(
        town.maps,
        ground_rgb=np.full_like(town.maps.ground_rgb, 70),
        ground_material=np.full_like(town.maps.ground_material, PAINT),
        solid_height_cm=nothing,
        solid_kind=np.zeros_like(town.maps.solid_kind),
        crown_top_cm=nothing,
        crown_bottom_cm=nothing,
    )


def with_disc(maps: TownMaps, east_m: float, north_m: float, radius_m: float = 0.7) -> TownMaps:
    """The maps with one red disc painted on the ground."""
    rows, columns = maps.ground_material.shape
    east = (np.arange(columns) + 0.5) * maps.resolution_m
    north = maps.north_extent_m - (np.arange(rows) + 0.5) * maps.resolution_m
    inside = np.hypot(east - east_m, north[:, None] - north_m) < radius_m
    ground_rgb = maps.ground_rgb.copy()
    ground_rgb[inside] = (250, 20, 20)
    return replace(maps, ground_rgb=ground_rgb)


def redness_centre(rgb: np.ndarray) -> tuple[float, float]:
    """Centre (x, y) of the red pixels, in pixels with centres at +0.5."""
    red = rgb[:, :, 0].astype(float) - rgb[:, :, 1] > 60
    rows, columns = np.nonzero(red)
    assert rows.size > 4, "the disc is not in the picture"
    return float(columns.mean() + 0.5), float(rows.mean() + 0.5)


def disc_centre(camera: StreetCamera, east_m: float, north_m: float) -> tuple[float, float]:
    """Where the centre of the disc's image ought to be: mean of its evenly spread pixels."""
    step = np.linspace(-0.75, 0.75, 121)
    de, dn = np.meshgrid(step, step)
    inside = np.hypot(de, dn) < 0.7
    points = np.stack([east_m + de[inside], north_m + dn[inside], np.zeros(inside.sum())], axis=1)
    x, y = camera.project(points).T
    pixels = np.unique(np.floor(np.stack([x, y], axis=1)), axis=0) + 0.5
    return float(pixels[:, 0].mean()), float(pixels[:, 1].mean())


CAMERAS = {
    "level": StreetCamera(*CAMERA_M, 1.6, 30.0, 320, 240, 80.0),
    "pitched": StreetCamera(*CAMERA_M, 1.6, 200.0, 320, 240, 65.0, pitch_down_deg=14.0),
    "rolled": StreetCamera(
        *CAMERA_M, 2.0, 300.0, 320, 240, 75.0, pitch_down_deg=8.0, roll_deg=11.0
    ),
    "portrait": StreetCamera(*CAMERA_M, 1.6, 95.0, 240, 320, 50.0, pitch_down_deg=10.0),
    "panorama": StreetCamera(*CAMERA_M, 2.5, 250.0, 640, 320, 360.0, EQUIRECTANGULAR),
    "partial panorama": StreetCamera(*CAMERA_M, 2.5, 10.0, 400, 160, 200.0, EQUIRECTANGULAR),
}


@pytest.mark.parametrize("name", CAMERAS)
def test_a_landmark_appears_where_the_camera_model_says(bare: TownMaps, name: str) -> None:
    camera = CAMERAS[name]
    azimuth = math.radians(camera.heading_deg + 12.0)
    place = (CAMERA_M[0] + 7 * math.sin(azimuth), CAMERA_M[1] + 7 * math.cos(azimuth))
    picture = render_photo(with_disc(bare, *place), camera, PLAIN, seed=1)
    assert redness_centre(picture) == pytest.approx(disc_centre(camera, *place), abs=0.8)


def test_projection_follows_the_stated_conventions() -> None:
    camera = StreetCamera(0, 0, 1.5, 90.0, 800, 600, 90.0, pitch_down_deg=10.0)
    ahead, right = camera.project(np.array([[10.0, 0.0, 1.5], [10.0, -2.0, 1.5]]))
    assert ahead[0] == pytest.approx(400)
    assert ahead[1] / 600 == pytest.approx(camera.horizon_fraction)
    assert camera.horizon_fraction == pytest.approx(0.5 - 400 * math.tan(math.radians(10)) / 600)
    assert right[0] > ahead[0], "facing east, the south is on the right"
    clockwise = replace(camera, roll_deg=5.0)
    assert clockwise.project(np.array([[10.0, -2.0, 1.5]]))[0, 1] < right[1]


@pytest.mark.parametrize("name", CAMERAS)
def test_rays_and_projection_are_inverse(name: str) -> None:
    camera = CAMERAS[name]
    rays = camera.rays().astype(float)
    origin = np.array([camera.east_m, camera.north_m, camera.height_m])
    pixels = camera.project(origin + 20 * rays.reshape(-1, 3)).reshape(*rays.shape[:2], 2)
    columns, rows = np.meshgrid(np.arange(camera.width_px) + 0.5, np.arange(camera.height_px) + 0.5)
    assert np.abs(pixels - np.dstack([columns, rows])).max() < 0.01


def test_the_orthophoto_shows_the_landmark_at_its_coordinates(
    bare: TownMaps, tmp_path: Path
) -> None:
    picture = render_orthophoto(with_disc(bare, 22.0, 61.0), AerialLook(), 0.4, seed=1)
    path = tmp_path / "ortho.tif"
    sample_scene.write_orthophoto(path, picture, (344000.0, 6209000.0), 0.4)
    raster = gdal.Open(str(path))
    west, step_x, _, north, _, step_y = raster.GetGeoTransform()
    x, y = redness_centre(raster.ReadAsArray().transpose(1, 2, 0))
    assert west + x * step_x == pytest.approx(344022.0, abs=0.25)
    assert north + y * step_y == pytest.approx(6209061.0, abs=0.25)
    assert [p.name for p in tmp_path.iterdir()] == ["ortho.tif"]


def test_the_same_seed_gives_the_same_place_and_pictures(town: Town) -> None:
    again = build_town(5, town.style)
    assert np.array_equal(again.maps.ground_rgb, town.maps.ground_rgb)
    assert np.array_equal(again.maps.solid_height_cm, town.maps.solid_height_cm)
    first, second = (
        render_orthophoto(park_cars(t, 3), AerialLook(), 0.4, seed=2) for t in (town, again)
    )
    assert np.array_equal(first, second)


def test_other_seeds_give_other_places(town: Town) -> None:
    other = build_town(6, town.style)
    differing = (other.maps.ground_material != town.maps.ground_material).mean()
    assert differing > 0.2


def test_a_date_moves_the_cars_and_nothing_else(town: Town) -> None:
    one, two = park_cars(town, 1, 0.5), park_cars(town, 2, 0.5)
    changed = one.solid_height_cm != two.solid_height_cm
    assert changed.any()
    assert (one.solid_height_cm >= town.maps.solid_height_cm).all()
    assert np.array_equal(one.ground_rgb, two.ground_rgb)
    assert changed.mean() < 0.05


def test_a_wall_hides_the_ground_behind_it(bare: TownMaps) -> None:
    camera = StreetCamera(*CAMERA_M, 1.6, 0.0, 320, 240, 70.0)
    scene = with_disc(bare, 40.0, 50.0)
    height = scene.solid_height_cm.copy()
    row, column = scene.cell_rowcol(40.0, 46.0)
    height[row - 1 : row + 2, column - 40 : column + 40] = 300
    hidden = replace(scene, solid_height_cm=height)
    red = [
        (p[:, :, 0].astype(int) - p[:, :, 1] > 60).sum()
        for p in (render_photo(m, camera, PLAIN, seed=1) for m in (scene, hidden))
    ]
    assert red[0] > 50
    assert red[1] == 0


def test_a_camera_inside_a_house_or_off_the_map_is_refused(town: Town) -> None:
    rows, columns = np.nonzero(town.maps.solid_kind)
    res = town.maps.resolution_m
    inside = ((columns[0] + 0.5) * res, town.maps.north_extent_m - (rows[0] + 0.5) * res)
    for east, north in (inside, (-5.0, 10.0)):
        with pytest.raises(ValueError, match="stands"):
            render_photo(town.maps, StreetCamera(east, north, 1.6, 0, 32, 24, 60), PLAIN, 1)


def test_a_resolution_that_does_not_fit_is_refused(town: Town) -> None:
    with pytest.raises(ValueError, match="whole multiple"):
        render_orthophoto(town.maps, AerialLook(), 0.3, seed=1)


def test_a_portrait_is_stored_turned_and_shown_upright(tmp_path: Path) -> None:
    rgb = np.zeros((80, 60, 3), np.uint8)
    rgb[:20] = 200  # the sky
    facts = photo_files.PhotoFacts("2024:01:01 10:00:00", 123.45, 28, portrait=True)
    photo_files.write_photo(tmp_path / "p.jpg", rgb, facts, 100_000)
    stored = Image.open(tmp_path / "p.jpg")
    assert stored.size == (80, 60)
    upright = np.array(ImageOps.exif_transpose(stored))
    assert upright.shape == rgb.shape
    assert np.abs(upright.astype(int) - rgb).mean() < 5


def truth_rows() -> list[dict[str, str]]:
    text = (SAMPLE / "photos" / "truth.csv").read_text()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("row", truth_rows(), ids=lambda row: row["photo"])
def test_truth_agrees_with_the_photo_file(row: dict[str, str]) -> None:
    path = SAMPLE / "photos" / row["photo"]
    photo = Image.open(path)
    exif = photo.getexif()
    gps, details = exif.get_ifd(photo_files.GPS_IFD), exif.get_ifd(photo_files.EXIF_IFD)
    upright = ImageOps.exif_transpose(photo)
    assert path.stat().st_size <= 150_000
    assert exif[photo_files.MAKE] == "Skymatch simulator"
    assert photo_files.DATE_TIME_ORIGINAL in details
    if row["in_raster"] == "1":
        assert float(gps[photo_files.GPS_DIRECTION]) == pytest.approx(float(row["heading_deg"]))
    if row["projection"] == EQUIRECTANGULAR:
        xmp = path.read_bytes().partition(b"<x:xmpmeta")[2]
        assert b"<GPano:ProjectionType>equirectangular<" in xmp
        heading = xmp.partition(b"PoseHeadingDegrees>")[2].partition(b"<")[0]
        assert float(heading) == pytest.approx(float(row["heading_deg"]))
    else:
        focal = details[photo_files.FOCAL_LENGTH_35MM]
        half_width_mm = 43.27 / 2 * upright.width / math.hypot(*upright.size)
        fov_deg = 2 * math.degrees(math.atan(half_width_mm / focal))
        assert fov_deg == pytest.approx(float(row["fov_deg"]), abs=0.01)
    if photo_files.GPS_LATITUDE in gps:
        degrees, minutes, seconds = (float(v) for v in gps[photo_files.GPS_LATITUDE])
        assert degrees + minutes / 60 + seconds / 3600 == pytest.approx(float(row["lat"]), abs=1e-6)


def test_the_sample_holds_what_is_promised() -> None:
    rows = truth_rows()
    inside = [row for row in rows if row["in_raster"] == "1"]
    assert len(inside) == 7
    assert len(rows) == 8
    with_position = [
        row["photo"]
        for row in rows
        if photo_files.GPS_LATITUDE
        in Image.open(SAMPLE / "photos" / row["photo"]).getexif().get_ifd(photo_files.GPS_IFD)
    ]
    assert len(with_position) == 2
    raster = gdal.Open(str(SAMPLE / "orthophoto.tif"))
    west, step, _, north, _, _ = raster.GetGeoTransform()
    size_m = raster.RasterXSize * step
    for row in inside:
        assert 20 < float(row["easting_m"]) - west < size_m - 20
        assert 20 < north - float(row["northing_m"]) < size_m - 20
    assert raster.GetRasterBand(1).GetOverviewCount() >= 2


def test_headings_are_turned_from_grid_to_true_north() -> None:
    pyproj = pytest.importorskip("pyproj")
    easting, northing = sample_scene.SOUTH_WEST_M
    to_lonlat = pyproj.Transformer.from_crs(sample_scene.EPSG, 4326, always_xy=True)
    lon0, lat0 = to_lonlat.transform(easting, northing)
    lon1, lat1 = to_lonlat.transform(easting, northing + 100)
    azimuth, _, _ = pyproj.Geod(ellps="WGS84").inv(lon0, lat0, lon1, lat1)
    assert sample_scene.grid_to_true_deg(easting, northing) == pytest.approx(azimuth, abs=0.01)
