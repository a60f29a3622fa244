"""The whole method on an invented ground: what is planted must be found, and nothing else."""

import math

import numpy as np
import pytest
from shapely.geometry import LineString, Point, box

from plugin.engine import locate as locate_module
from plugin.engine import narrow as narrow_module
from plugin.engine import search as search_module
from plugin.engine.aerial import Block, encode_block
from plugin.engine.birdseye import sample_bilinear
from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE, Camera, WeightedCamera
from plugin.engine.errors import Cancelled, SkymatchError
from plugin.engine.feedback import SilentFeedback
from plugin.engine.grid import MetricGrid
from plugin.engine.locate import LocateSettings, allowed_positions, locate, locate_among
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo
from plugin.engine.pieces import CodesInMemory, Territory
from plugin.engine.priors import EVERYWHERE, NearFeatures, PositionPrior
from plugin.engine.tokens import RgbWindow

WEST_M, NORTH_M, GSD_M, SIDE_PX = 500_000.0, 6_200_000.0, 0.2, 1000
GRID = MetricGrid("EPSG:32632", WEST_M, NORTH_M, 2.5, 80, 80)


def painted_ground():
    """200 m square of roads, lawns and sheds in random places and colours."""
    rng = np.random.default_rng(11)
    rgb = np.full((SIDE_PX, SIDE_PX, 3), (96, 120, 70), np.float32)
    for _ in range(900):
        row, col = rng.integers(0, SIDE_PX, 2)
        high, wide = rng.integers(8, 50, 2)
        rgb[row : row + high, col : col + wide] = rng.integers(40, 220, 3)
    for _ in range(7):
        at, width = rng.integers(0, SIDE_PX), rng.integers(25, 45)
        road = (slice(None), slice(at, at + width))
        if rng.random() < 0.5:
            road = road[::-1]
        rgb[road] = rng.integers(70, 130)
    return rgb + rng.normal(0, 6, rgb.shape).astype(np.float32)


@pytest.fixture(scope="module")
def ground():
    return painted_ground()


@pytest.fixture(scope="module")
def index(ground, encoder):
    class Imagery:
        def read(self, grid):
            x = grid.west_m + (np.arange(grid.cols) + 0.5) * grid.spacing_m
            y = grid.north_m - (np.arange(grid.rows) + 0.5) * grid.spacing_m
            col, row = np.meshgrid((x - WEST_M) / GSD_M, (NORTH_M - y) / GSD_M)
            covered = (col >= 0) & (col < SIDE_PX) & (row >= 0) & (row < SIDE_PX)
            rgb = sample_bilinear(ground, col.astype(np.float32), row.astype(np.float32))
            return RgbWindow(grid, np.clip(rgb, 0, 255).astype(np.uint8), covered)

    whole = Block(0, 0, GRID.rows, GRID.cols)
    return encode_block(Imagery(), GRID, whole, encoder, SilentFeedback())


def photograph(ground, east_m, north_m, heading_deg, camera, width, height):
    """Photo of the painted ground from a pose, sky above."""
    cols, rows = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    if camera.projection == EQUIRECTANGULAR:
        azimuth = np.radians((cols / width - 0.5) * camera.fov_deg)
        below = np.radians((rows / height - camera.horizon) * camera.vfov_deg)
        reach = camera.height_m / np.tan(np.maximum(below, 1e-3))
        right, ahead = reach * np.sin(azimuth), reach * np.cos(azimuth)
    else:
        focal = width / 2 / math.tan(math.radians(camera.fov_deg) / 2)
        below = rows / height - camera.horizon
        ahead = camera.height_m * focal / np.maximum(below * height, 1e-3)
        right = (cols - width / 2) / focal * ahead
    h = math.radians(heading_deg)
    x = east_m + right * math.cos(h) + ahead * math.sin(h)
    y = north_m - right * math.sin(h) + ahead * math.cos(h)
    col, row = (x - WEST_M) / GSD_M, (NORTH_M - y) / GSD_M
    rgb = sample_bilinear(ground, col.astype(np.float32), row.astype(np.float32))
    rgb[below <= 0] = (180, 200, 230)
    return Photo("painted.jpg", "0" * 64, np.clip(rgb, 0, 255).astype(np.uint8), PhotoMetadata())


PANORAMA = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
FULL_CIRCLE = [WeightedCamera(PANORAMA, 1.0)]
LEVEL = Camera(PERSPECTIVE, 90.0, 0.0, 0.5, 1.6)


def error_m(candidate, x_m, y_m):
    return math.hypot(candidate.x_m - x_m, candidate.y_m - y_m)


@pytest.mark.parametrize("heading_deg", [0.0, 118.0])
def test_a_panorama_is_found_with_unknown_heading(ground, index, encoder, heading_deg):
    x, y = WEST_M + 87, NORTH_M - 93
    photo = photograph(ground, x, y, heading_deg, PANORAMA, 1024, 512)
    found = locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback())
    assert error_m(found.candidates[0], x, y) < 5
    turned = (found.candidates[0].heading_deg - heading_deg + 180) % 360 - 180
    assert abs(turned) <= 15
    assert found.posterior.probability.sum() == pytest.approx(1, abs=1e-4)
    assert 0 <= found.not_here_probability <= 1
    assert found.regions[2].area_m2 >= found.regions[0].area_m2


def test_on_vast_ground_a_quicker_search_finds_it_too(ground, index, encoder, monkeypatch):
    """What counts is the ground that is searched, not all that is indexed."""
    monkeypatch.setattr(search_module, "SMALL_POSES", 0)
    monkeypatch.setattr(narrow_module, "VAST_POSITIONS", 40 * 81)
    efforts = []

    def watched(*arguments):
        efforts.append(arguments[-1])
        return search_module.search(*arguments)

    monkeypatch.setattr(locate_module, "search", watched)
    x, y = WEST_M + 87, NORTH_M - 93
    photo = photograph(ground, x, y, 118.0, PANORAMA, 1024, 512)
    near = PositionPrior(include=Point(x, y).buffer(30.0))
    for prior in (EVERYWHERE, near):
        found = locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback(), prior)
        assert error_m(found.candidates[0], x, y) < 5
    assert efforts == [narrow_module.QUICK, narrow_module.THOROUGH]


def test_a_photo_is_found_with_known_heading(ground, index, encoder):
    x, y = WEST_M + 120, NORTH_M - 70
    photo = photograph(ground, x, y, 200.0, LEVEL, 800, 600)
    known = LocateSettings(heading_deg=200.0, heading_tolerance_deg=0.0)
    found = locate(photo, LEVEL, index, encoder, known, SilentFeedback())
    assert error_m(found.candidates[0], x, y) < 7.5
    assert found.candidates[0].heading_deg == pytest.approx(200.0, abs=0.1)


def test_the_area_is_kept_to(ground, index, encoder):
    photo = photograph(ground, WEST_M + 87, NORTH_M - 93, 0.0, PANORAMA, 1024, 512)
    elsewhere = box(WEST_M + 120, NORTH_M - 60, WEST_M + 180, NORTH_M - 20)
    there = PositionPrior(include=elsewhere)
    found = locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback(), there)
    assert all(elsewhere.buffer(0.1).contains(Point(c.x_m, c.y_m)) for c in found.candidates)
    everywhere = locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback())
    assert everywhere.not_here_probability < found.not_here_probability


def test_allowed_positions_match_the_polygon(index):
    area = box(WEST_M + 51, NORTH_M - 59, WEST_M + 69, NORTH_M - 41)
    allowed = allowed_positions(index, area)
    rows, cols = np.nonzero(allowed)
    assert rows.min() * 2.5 >= 40 and rows.max() * 2.5 <= 60
    assert cols.min() * 2.5 >= 50 and cols.max() * 2.5 <= 70
    assert allowed.sum() == 49


def test_the_same_twice(ground, index, encoder):
    photo = photograph(ground, WEST_M + 87, NORTH_M - 93, 30.0, PANORAMA, 512, 256)
    runs = [
        locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback())
        for _ in range(2)
    ]
    assert runs[0].candidates == runs[1].candidates


def test_a_photo_of_the_sky_is_refused(index, encoder):
    sky = Photo("sky.jpg", "0" * 64, np.full((480, 640, 3), 200, np.uint8), PhotoMetadata())
    camera = Camera(PERSPECTIVE, 65.0, 0.0, 1.4, 1.6)
    with pytest.raises(SkymatchError, match=r"sky.jpg shows no ground"):
        locate(sky, camera, index, encoder, LocateSettings(), SilentFeedback())


def test_an_area_outside_the_index_is_refused(ground, index, encoder):
    photo = photograph(ground, WEST_M + 87, NORTH_M - 93, 0.0, PANORAMA, 512, 256)
    far = PositionPrior(include=box(0, 0, 10, 10))
    with pytest.raises(SkymatchError, match="do not overlap"):
        locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback(), far)


def test_cancel_is_obeyed(ground, index, encoder):
    class Stopped(SilentFeedback):
        def is_cancelled(self):
            return True

    photo = photograph(ground, WEST_M + 87, NORTH_M - 93, 0.0, PANORAMA, 512, 256)
    with pytest.raises(Cancelled):
        locate(photo, PANORAMA, index, encoder, LocateSettings(), Stopped())


def test_in_pieces_as_in_one(ground, index, encoder):
    """A tenth of the memory: the same places, headings and probabilities."""
    photo = photograph(ground, WEST_M + 87, NORTH_M - 93, 118.0, PANORAMA, 512, 256)
    codes = CodesInMemory(index)
    whole, cut = (
        locate_among(
            photo, FULL_CIRCLE, [Territory(codes)], encoder,
            LocateSettings(memory_bytes=memory_bytes, five_closest=True), SilentFeedback(),
        )
        for memory_bytes in (10**9, 81 * 72 * 10)
    )  # fmt: skip
    assert cut.posterior.grid.spacing_m > whole.posterior.grid.spacing_m
    for one, other in zip(whole.candidates, cut.candidates):
        assert (one.lon, one.lat) == pytest.approx((other.lon, other.lat), abs=1e-9)
        assert one.probability == pytest.approx(other.probability, rel=1e-4)
        assert one.heading_deg == pytest.approx(other.heading_deg, abs=1e-6)
    assert cut.not_here_probability == pytest.approx(whole.not_here_probability)
    assert cut.five_closest == whole.five_closest
    assert cut.regions[2].polygon.buffer(0.1).contains(whole.regions[0].polygon)


def test_two_indexes_are_searched_as_one(ground, index, encoder):
    """The one that holds the place wins, whichever is named first."""
    x, y = WEST_M + 87, NORTH_M - 93
    photo = photograph(ground, x, y, 118.0, PANORAMA, 512, 256)
    north, south = CodesInMemory(index).read(0, 20), CodesInMemory(index).read(24, 80)
    territories = [
        Territory(CodesInMemory(north), "north"),
        Territory(CodesInMemory(south), "south"),
    ]
    for order in (territories, territories[::-1]):
        found = locate_among(photo, FULL_CIRCLE, order, encoder, LocateSettings(), SilentFeedback())
        assert found.candidates[0].index == "south"
        assert error_m(found.candidates[0], x, y) < 5
        total = sum(posterior.probability.sum() for posterior in found.posteriors)
        assert total == pytest.approx(1, abs=1e-4)


def test_a_road_nearby_makes_its_places_more_probable(ground, index, encoder):
    x, y = WEST_M + 87, NORTH_M - 93
    photo = photograph(ground, x, y, 118.0, PANORAMA, 512, 256)
    road = NearFeatures(LineString([(x, y - 200), (x, y + 200)]), 5.0)
    known, blind = (
        locate(photo, PANORAMA, index, encoder, LocateSettings(), SilentFeedback(), prior)
        for prior in (PositionPrior(near=road), PositionPrior())
    )
    assert known.candidates[0].probability > blind.candidates[0].probability
    off = abs(np.arange(81) * 2.5 - 87) > 25
    assert known.posterior.probability[:, off].sum() < blind.posterior.probability[:, off].sum()
