"""What EXIF tags say: field of view, zoom, crops, place; and what lying ones cannot do."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugin.engine.exif import ExifTags
from plugin.engine.field_of_view import DERIVED, STATED, UNKNOWN, field_of_view
from plugin.engine.metadata import metadata_of
from plugin.engine.photo import camera_of, read_photo

FOCAL_MM, PIXELS_X, PIXELS_Y, PLANE_X, PLANE_UNIT = 0x920A, 0xA002, 0xA003, 0xA20E, 0xA210
RENDERED, ZOOM, FOCAL_35MM, LENS = 0xA401, 0xA404, 0xA405, 0xA434
DIAGONAL = math.hypot(36, 24)


def fov_of(width, height, orientation=1, **photo):
    tags = {globals()[name.upper()]: value for name, value in photo.items()}
    return field_of_view(ExifTags({0x0112: orientation}, tags), width, height)


def angle(share_of_diagonal, focal_35mm):
    """Angle across a side that has this share of the diagonal."""
    return 2 * math.degrees(math.atan(share_of_diagonal * DIAGONAL / 2 / focal_35mm))


def test_35mm_length_is_one_of_diagonals():
    """26 mm on 4:3: 67 degrees along the long side, which stands upright in orientation 6."""
    flat = fov_of(4032, 3024, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    assert flat.fov_deg == pytest.approx(angle(0.8, 26)) == pytest.approx(67.3, abs=0.1)
    assert flat.source == STATED and flat.note == ""
    upright = fov_of(4032, 3024, 6, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    assert upright.fov_deg == pytest.approx(angle(0.6, 26))


def test_belief_covers_what_the_sensor_of_a_known_phone_gives():
    """An iPhone 4S: 4.28 mm before a sensor 4.54 mm wide, yet the tag says 35 mm."""
    said = fov_of(3264, 2448, focal_35mm=35, pixels_x=3264, pixels_y=2448)
    true_deg = 2 * math.degrees(math.atan(4.54 / 2 / 4.28))
    assert abs(said.fov_deg - true_deg) < 2 * said.sigma_deg


def test_zoom_is_contained_in_the_35mm_length():
    plain = fov_of(4032, 3024, focal_35mm=52, pixels_x=4032, pixels_y=3024)
    zoomed = fov_of(4032, 3024, focal_35mm=52, zoom=2.0, pixels_x=4032, pixels_y=3024)
    assert zoomed.fov_deg == plain.fov_deg
    assert zoomed.zoom == 2.0
    assert zoomed.sigma_deg > 2 * plain.sigma_deg
    assert fov_of(4032, 3024, focal_35mm=26, zoom=0).zoom is None  # 0 stands for not used


def test_zoom_multiplies_the_true_length():
    """18 mm before a sensor 22.3 mm wide; zoom 2 shows its middle half."""
    sensor = {"focal_mm": 18, "plane_x": 4752 / 22.3, "plane_unit": 4}
    plain = fov_of(4752, 3168, pixels_x=4752, pixels_y=3168, **sensor)
    assert plain.fov_deg == pytest.approx(2 * math.degrees(math.atan(22.3 / 36)))
    assert plain.source == DERIVED
    zoomed = fov_of(4752, 3168, pixels_x=4752, pixels_y=3168, zoom=2.0, **sensor)
    assert zoomed.fov_deg == pytest.approx(2 * math.degrees(math.atan(22.3 / 72)))


@pytest.mark.parametrize("unit, per_mm", [(2, 25.4), (3, 10.0), (4, 1.0), (5, 0.001)])
def test_units_of_the_sensor(unit, per_mm):
    said = fov_of(
        3000, 2000, focal_mm=36, plane_x=3000 / 36 * per_mm, plane_unit=unit, pixels_x=3000,
        pixels_y=2000,
    )  # fmt: skip
    assert said.fov_deg == pytest.approx(2 * math.degrees(math.atan(0.5)))
    assert said.focal_35mm == pytest.approx(36)


@pytest.mark.parametrize("plane_x", [0.0, 1e-9, 1e6, math.inf, math.nan, "x"])
def test_impossible_sensors_count_as_not_said(plane_x):
    said = fov_of(3000, 2000, focal_mm=36, plane_x=plane_x, pixels_x=3000, pixels_y=2000)
    assert said.fov_deg is None and said.source == UNKNOWN


def test_a_cut_keeps_the_focal_length():
    """The middle third across, all of the height: the angle shrinks with the width."""
    cut = fov_of(1344, 3024, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    assert cut.fov_deg == pytest.approx(2 * math.degrees(math.atan(DIAGONAL * 0.8 / 3 / 2 / 26)))
    assert cut.source == DERIVED and "cropped" in cut.note


@settings(deadline=None)
@given(scale=st.floats(0.2, 1.0), part=st.floats(0.3, 1.0), wide=st.booleans())
def test_truth_of_a_cut_and_resized_picture_lies_within_three_sigma(scale, part, wide):
    """Any part of a 4:3 picture, cut in one direction and resized afterwards."""
    across, down = (4032 * part, 3024.0) if wide else (4032.0, 3024 * part)
    true_deg = angle(0.8 * across / 4032, 26)
    said = fov_of(
        round(across * scale), round(down * scale), focal_35mm=26, pixels_x=4032, pixels_y=3024
    )
    if said.fov_deg is None:
        assert "panorama" in said.note or "cannot be used" in said.note
    else:
        assert abs(said.fov_deg - true_deg) < 3 * said.sigma_deg


def test_reduced_and_turned_copies_are_no_cuts():
    whole = fov_of(4032, 3024, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    small = fov_of(1024, 768, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    assert small.fov_deg == pytest.approx(whole.fov_deg) and small.note == ""
    assert small.sigma_deg > whole.sigma_deg
    turned = fov_of(3024, 4032, focal_35mm=26, pixels_x=4032, pixels_y=3024)
    assert turned.fov_deg == pytest.approx(angle(0.6, 26)) and turned.note == ""


def test_unusual_shapes_and_sizes_that_cannot_be_are_doubted():
    odd = fov_of(3000, 2600, focal_35mm=26)
    assert "cropped" in odd.note and odd.sigma_deg > 7
    larger = fov_of(4032, 2000, focal_35mm=26, pixels_x=160, pixels_y=120)
    assert "cropped" in larger.note and larger.sigma_deg > 7


@pytest.mark.parametrize("photo", [{"rendered": 6}, {}])
def test_sweep_panoramas_have_no_known_angle(photo):
    width = 4032 if photo else 10000
    said = fov_of(width, 3024, focal_35mm=26, **photo)
    assert said.fov_deg is None and "sweep panorama" in said.note


def test_ultra_wide_lenses_are_believed_less():
    wide = fov_of(4032, 3024, focal_35mm=13, pixels_x=4032, pixels_y=3024)
    assert wide.fov_deg == pytest.approx(angle(0.8, 13)) == pytest.approx(106.2, abs=0.1)
    main = fov_of(4032, 3024, focal_35mm=15, pixels_x=4032, pixels_y=3024)
    assert wide.sigma_deg > 1.5 * main.sigma_deg
    assert "ultra-wide" in wide.note and wide.source == STATED and main.note == ""


@pytest.mark.parametrize("focal", [0, -5, 1e9, math.inf, math.nan, "26", None, (1, 2), b"\x00"])
def test_lying_focal_lengths(focal):
    said = fov_of(4032, 3024, focal_35mm=focal)
    assert said.fov_deg is None or focal == "26"


def test_length_that_no_camera_can_use_is_said():
    said = fov_of(4032, 3024, focal_35mm=900)
    assert said.fov_deg is None and "cannot be used" in said.note


def test_defaults_when_nothing_is_said(tmp_path):
    """65 degrees along the longer side, as with the main lens of most phones."""
    for size, fov_deg in ((400, 300), 65.0), ((300, 400), 51.1), ((360, 640), 39.4):
        path = tmp_path / "frame.png"
        Image.new("RGB", size, (90, 90, 90)).save(path)
        photo = read_photo(path)
        assert photo.metadata.fov_source == UNKNOWN and photo.metadata.fov_deg is None
        assert camera_of(photo).fov_deg == pytest.approx(fov_deg, abs=0.1)


def test_place_direction_and_time(tmp_path):
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Apple", "iPhone 12"
    exif[0x8769] = {0x9003: "2024:05:01 10:20:30", 0x9011: "+02:00", LENS: "back camera 4.2mm"}
    exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0), 3: "W", 4: (1.0, 15.0, 0.0), 16: "M", 17: 360.0}
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (160, 120)).save(path, exif=exif)
    said = read_photo(path).metadata
    assert (said.lat, said.lon) == pytest.approx((52.5, -1.25))
    assert (said.heading_deg, said.heading_reference) == (0.0, "magnetic")
    assert said.taken == "2024:05:01 10:20:30 +02:00"
    assert said.camera == "Apple iPhone 12" and said.lens == "back camera 4.2mm"


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (999.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
        {1: "N", 2: (52.0, 0.0, 0.0)},
        {2: "52", 4: 13.0},
        {2: (1.0,), 4: (math.inf, 0.0, 0.0), 17: -1},
        {2: (math.nan,) * 3, 4: (0.0, 0.0, 0.0), 17: math.nan},
    ],
)
def test_lying_positions_are_dropped(gps):
    said = metadata_of(ExifTags(gps=gps), "", 400, 300)
    assert said.lat is None and said.lon is None and said.heading_deg is None


@pytest.mark.parametrize("orientation", [0, 9, 99, -1, "6", None, (6,), 2.5])
def test_lying_orientations_count_as_upright(orientation):
    assert metadata_of(ExifTags({0x0112: orientation}), "", 400, 300).orientation == 1
