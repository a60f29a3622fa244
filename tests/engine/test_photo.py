"""Reading photos of every kind, and refusing what is none."""

import io
import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE
from plugin.engine.errors import SkymatchError
from plugin.engine.photo import LONGEST_SIDE_PX, camera_of, read_photo

FOCAL_35MM, ORIENTATION, MAKE, EXIF, GPS = 0xA405, 0x0112, 0x010F, 0x8769, 0x8825


def quadrants(width=160, height=120):
    """Red, green / blue, white quarters: any turn or mirror shows."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = (255, 0, 0)
    rgb[: height // 2, width // 2 :] = (0, 255, 0)
    rgb[height // 2 :, : width // 2] = (0, 0, 255)
    rgb[height // 2 :, width // 2 :] = 255
    return Image.fromarray(rgb)


def corners(rgb):
    return [tuple(int(v) // 128 for v in rgb[r, c]) for r in (5, -6) for c in (5, -6)]


@pytest.fixture
def save(tmp_path):
    def write(picture, name="photo.jpg", **options):
        path = tmp_path / name
        picture.save(path, **options)
        return path

    return write


def test_pixels_and_hash(save):
    path = save(quadrants(), quality=95)
    photo = read_photo(path)
    assert photo.name == "photo.jpg"
    assert photo.rgb.shape == (120, 160, 3)
    assert corners(photo.rgb) == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]
    assert len(photo.sha256) == 64


STORED = {  # how an upright picture is stored for each EXIF orientation
    1: None,
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_90,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_270,
}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(save, orientation):
    turned = quadrants()
    if STORED[orientation] is not None:
        turned = turned.transpose(STORED[orientation])
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    photo = read_photo(save(turned, exif=exif, quality=95))
    assert photo.rgb.shape == (120, 160, 3)
    assert corners(photo.rgb) == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]


def test_field_of_view_of_an_upright_phone_photo_stored_sideways(save):
    """26 mm equivalent on 4:3: the long side sees 67.4 degrees, the short one 53.1."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[EXIF] = {FOCAL_35MM: 26}
    photo = read_photo(save(quadrants(160, 120), exif=exif))
    assert photo.rgb.shape[:2] == (160, 120)
    short = 2 * math.degrees(math.atan(43.27 * 0.6 / 2 / 26))
    assert camera_of(photo).fov_deg == pytest.approx(short, abs=0.1)
    assert camera_of(photo).projection == PERSPECTIVE


def test_position_and_maker_are_read(save):
    exif = Image.Exif()
    exif[MAKE] = "Maker"
    exif[GPS] = {1: "S", 2: (33.0, 30.0, 36.0), 3: "E", 4: (151.0, 0.0, 0.0), 17: 90.5}
    said = read_photo(save(quadrants(), exif=exif)).metadata
    assert (said.lat, said.lon) == pytest.approx((-33.51, 151.0))
    assert said.heading_deg == pytest.approx(90.5)
    assert said.camera == "Maker"


def gpano(**tags):
    body = " ".join(f'GPano:{name}="{value}"' for name, value in tags.items())
    text = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description {body}/></x:xmpmeta>'
    return text.encode()


def test_partial_panorama_tags(save):
    """The right half of a panorama, rows from 10 to 140 degrees below the zenith."""
    xmp = gpano(
        ProjectionType="equirectangular",
        PoseHeadingDegrees=10,
        FullPanoWidthPixels=3600,
        FullPanoHeightPixels=1800,
        CroppedAreaImageWidthPixels=1800,
        CroppedAreaImageHeightPixels=1300,
        CroppedAreaLeftPixels=1800,
        CroppedAreaTopPixels=100,
    )
    jpeg = io.BytesIO()
    quadrants().save(jpeg, "JPEG")
    segment = b"http://ns.adobe.com/xap/1.0/\x00" + xmp
    raw = jpeg.getvalue()
    raw = raw[:2] + b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment + raw[2:]
    path = save(quadrants())
    path.write_bytes(raw)
    photo = read_photo(path)
    camera = camera_of(photo)
    assert camera.projection == EQUIRECTANGULAR
    assert camera.fov_deg == pytest.approx(180)
    assert camera.vfov_deg == pytest.approx(130)
    assert camera.horizon == pytest.approx(800 / 1300)
    assert photo.metadata.heading_deg == pytest.approx(100)


def test_defaults_and_stated_geometry(save):
    photo = read_photo(save(quadrants()))
    assert camera_of(photo).fov_deg == 65.0
    assert camera_of(photo).height_m == 1.6
    stated = camera_of(photo, fov_deg=80, horizon=0.4, height_m=2.0)
    assert (stated.fov_deg, stated.horizon, stated.height_m) == (80, 0.4, 2.0)
    panorama = camera_of(read_photo(save(quadrants(256, 128), "pano.png")))
    assert panorama.projection == EQUIRECTANGULAR
    assert (panorama.fov_deg, panorama.vfov_deg, panorama.height_m) == (360.0, 180.0, 2.5)


@pytest.mark.parametrize(
    "picture",
    [
        quadrants().convert("L"),
        quadrants().convert("P"),
        quadrants().convert("CMYK"),
        quadrants().convert("RGBA"),
        quadrants().convert("1"),
        Image.fromarray(np.arange(100 * 100, dtype=np.uint16).reshape(100, 100) * 6),
        Image.fromarray(np.linspace(-1, 1, 10000, dtype=np.float32).reshape(100, 100)),
    ],
    ids=lambda picture: picture.mode,
)
def test_every_pixel_type_becomes_rgb(save, picture):
    photo = read_photo(save(picture, "photo.tif"))
    assert photo.rgb.dtype == np.uint8
    assert photo.rgb.shape[2] == 3
    assert int(photo.rgb.max()) - int(photo.rgb.min()) > 100


def test_transparent_ground_turns_grey(save):
    clear = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    rgb = read_photo(save(clear, "photo.png")).rgb
    assert abs(int(rgb[50, 50, 0]) - 124) < 3


def test_large_photos_are_reduced(save):
    photo = read_photo(save(quadrants(5000, 3000)))
    assert max(photo.rgb.shape) == LONGEST_SIDE_PX
    assert corners(photo.rgb) == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]


def test_first_frame_of_an_animation(save):
    frames = [quadrants(), Image.new("RGB", (160, 120))]
    path = save(frames[0], "photo.gif", save_all=True, append_images=frames[1:])
    assert corners(read_photo(path).rgb)[0] == (1, 0, 0)


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"\xff\xd8\xff\xe0" + b"\x00" * 50, b"<svg/>", b"GIF89a"]
)
def test_no_picture_is_refused(tmp_path, content):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(SkymatchError, match="photo.jpg"):
        read_photo(path)


def test_missing_file_and_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(SkymatchError, match="cannot be opened"):
            read_photo(path)


def test_tiny_pictures_are_refused(save):
    with pytest.raises(SkymatchError, match="at least"):
        read_photo(save(quadrants(40, 30)))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_files_end_in_a_photo_or_a_sentence(tmp_path, data):
    jpeg = io.BytesIO()
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[EXIF] = {FOCAL_35MM: 26}
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP"]))
    quadrants().save(jpeg, kind, **({} if kind == "TIFF" else {"exif": exif}))
    raw = bytearray(jpeg.getvalue())
    for _ in range(data.draw(st.integers(0, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    path = tmp_path / "photo"
    path.write_bytes(raw if data.draw(st.booleans()) else raw[:cut])
    try:
        photo = read_photo(path)
        camera_of(photo)
    except SkymatchError as sentence:
        assert str(sentence).endswith(".")


def test_real_phone_photos(shared_data):
    for path in sorted(shared_data("phone-photos").glob("*.jpg")):
        photo = read_photo(path)
        camera = camera_of(photo)
        assert 40 < camera.fov_deg < 90, path.name
        assert photo.metadata.lat is None or abs(photo.metadata.lat - 54) < 3, path.name
