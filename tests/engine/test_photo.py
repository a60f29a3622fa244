"""Reading photos of every kind, and refusing what is none."""

import hashlib
import io
import math

import numpy as np
import pytest
from PIL import Image

from plugin.engine.camera import EQUIRECTANGULAR, PERSPECTIVE
from plugin.engine.errors import SkymatchError
from plugin.engine.photo import LONGEST_SIDE_PX, camera_of, photo_of, read_photo
from tests.engine.fuzz_photo import seeds

SEEDS = seeds()

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
    quadrants(180, 130).save(jpeg, "JPEG")
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


def test_a_photo_20000_pixels_wide_is_read_reduced(save):
    """JPEG is reduced while it is decoded."""
    picture = quadrants(400, 100).resize((20000, 5000), Image.NEAREST)
    photo = read_photo(save(picture))
    assert photo.rgb.shape == (512, 2048, 3)
    assert corners(photo.rgb) == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]


@pytest.mark.parametrize("kind", ["gif", "webp", "png", "tif"])
def test_first_of_several_frames_is_used_and_said(save, kind):
    frames = [quadrants(), Image.new("RGB", (160, 120))]
    path = save(frames[0], f"photo.{kind}", save_all=True, append_images=frames[1:])
    photo = read_photo(path)
    assert corners(photo.rgb) == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)]
    assert photo.metadata.notes == ("The file holds several pictures; the first one is used.",)


def test_second_picture_of_a_phone_file_goes_unsaid(save):
    """Phones put a preview or a depth picture into MPO files."""
    path = save(quadrants(), "p.jpg", format="MPO", save_all=True, append_images=[quadrants()])
    photo = read_photo(path)
    assert corners(photo.rgb)[0] == (1, 0, 0) and photo.metadata.notes == ()


def test_pixels_that_were_decoded_elsewhere():
    """The tags come from the bytes; that the picture was turned is not done twice."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[EXIF] = {FOCAL_35MM: 26}
    rgb = np.asarray(quadrants(120, 160))
    content = b"container" + exif.tobytes()
    photo = photo_of("a.heic", content, rgb, (3024, 4032))
    assert np.array_equal(photo.rgb, rgb)
    assert photo.sha256 == hashlib.sha256(content).hexdigest()
    assert photo.metadata.fov_deg == pytest.approx(53.1, abs=0.1)
    with pytest.raises(SkymatchError, match="at least"):
        photo_of("a.heic", content, rgb[:10], (3024, 4032))


def test_real_phone_photos(shared_data):
    for path in sorted(shared_data("phone-photos").glob("*.jpg")):
        photo = read_photo(path)
        camera = camera_of(photo)
        assert 40 < camera.fov_deg < 90, path.name
        assert photo.metadata.lat is None or abs(photo.metadata.lat - 54) < 3, path.name
