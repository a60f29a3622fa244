"""What panorama tags say, in every container and way of writing; and what no tags can break."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin, TiffImagePlugin

from plugin.engine.camera import EQUIRECTANGULAR
from plugin.engine.exif import ExifTags, exif_inside
from plugin.engine.field_of_view import DERIVED, STATED
from plugin.engine.gpano import read_panorama, xmp_inside
from plugin.engine.metadata import metadata_of
from plugin.engine.photo import camera_of, read_photo

EXIF_TAGS = (0x9003, 0x9011, 0x920A, 0xA002, 0xA003, 0xA20E, 0xA210, 0xA401, 0xA404, 0xA405, 0xA434)
FOCAL_35MM = 0xA405

TAGS = {
    "ProjectionType": "equirectangular",
    "PoseHeadingDegrees": "10",
    "InitialViewHeadingDegrees": "200",
    "PosePitchDegrees": "-3.5",
    "PoseRollDegrees": "1.5",
    "FullPanoWidthPixels": "3600",
    "FullPanoHeightPixels": "1800",
    "CroppedAreaImageWidthPixels": "1800",
    "CroppedAreaImageHeightPixels": "1300",
    "CroppedAreaLeftPixels": "1800",
    "CroppedAreaTopPixels": "100",
}


def packet(prefix="GPano", elements=False, **changes):
    tags = {name: value for name, value in {**TAGS, **changes}.items() if value is not None}
    space = f'xmlns:{prefix}="http://ns.google.com/photos/1.0/panorama/"'
    if elements:
        body = "".join(f"<{prefix}:{n}>{v}</{prefix}:{n}>\n" for n, v in tags.items())
        inner = f"<rdf:Description {space}>{body}</rdf:Description>"
    else:
        body = " ".join(f"{prefix}:{name} = '{value}'" for name, value in tags.items())
        inner = f"<rdf:Description {space} {body}/>"
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{inner}</x:xmpmeta>'


@pytest.mark.parametrize("prefix", ["GPano", "pano", "ns1"])
@pytest.mark.parametrize("elements", [False, True])
def test_both_ways_of_writing_and_any_prefix(prefix, elements):
    pano = read_panorama(packet(prefix, elements), 1800, 1300)
    assert (pano.fov_deg, pano.vfov_deg) == (180.0, 130.0)
    assert pano.horizon == pytest.approx(800 / 1300)
    assert pano.heading_deg == pytest.approx(100.0)  # the right half looks 90 degrees further
    assert (pano.pitch_deg, pano.roll_deg) == (-3.5, 1.5)


def test_where_a_viewer_opens_is_no_heading():
    pano = read_panorama(packet(PoseHeadingDegrees=None), 1800, 1300)
    assert pano.heading_deg is None


def test_sizes_of_the_picture_stand_in_for_missing_ones():
    xmp = packet(CroppedAreaImageWidthPixels=None, CroppedAreaImageHeightPixels=None)
    pano = read_panorama(xmp, 3600, 1800)
    assert (pano.fov_deg, pano.vfov_deg) == (360.0, 180.0)


def test_reduced_panoramas_keep_their_angles_and_cut_ones_are_doubted():
    small = metadata_of(ExifTags(), packet(), 900, 650)
    assert small.fov_deg == 180.0 and small.fov_source == STATED
    cut = metadata_of(ExifTags(), packet(), 900, 1300)
    assert cut.fov_deg == pytest.approx(90.0) and cut.vfov_deg == pytest.approx(130.0)
    assert cut.horizon is None and cut.fov_source == DERIVED
    assert "cut after it was made" in cut.notes[0]


def test_tilted_and_other_panoramas_are_said():
    assert "tilted by -3.5" in metadata_of(ExifTags(), packet(), 1800, 1300).notes[0]
    other = metadata_of(ExifTags(), packet(ProjectionType="cylindrical"), 1800, 1300)
    assert other.projection is None and "equirectangular" in other.notes[0]


@pytest.mark.parametrize(
    "name", ["FullPanoWidthPixels", "CroppedAreaTopPixels", "CroppedAreaImageHeightPixels"]
)
@pytest.mark.parametrize("value", ["0", "-1", "1e9", "nan", "inf", "", "wide", "1" * 70])
def test_lying_panorama_tags_still_give_a_camera(name, value, tmp_path):
    path = tmp_path / "pano.webp"
    Image.new("RGB", (360, 260)).save(path, xmp=packet(**{name: value}).encode())
    assert camera_of(read_photo(path)).projection == EQUIRECTANGULAR


def test_no_entity_is_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "equirectangular">]>' + packet(ProjectionType="&a;")
    assert read_panorama(bomb, 1800, 1300).projection == "&a;"


def segments(*parts):
    """A JPEG file with these application segments."""
    jpeg = io.BytesIO()
    Image.new("RGB", (180, 130)).save(jpeg, "JPEG")
    raw = jpeg.getvalue()
    marked = [b"\xff\xe1" + (len(part) + 2).to_bytes(2, "big") + part for part in parts]
    return raw[:2] + b"".join(marked) + raw[2:]


def test_panorama_tags_in_every_container(tmp_path):
    xmp = packet()
    info, tiff = PngImagePlugin.PngInfo(), TiffImagePlugin.ImageFileDirectory_v2()
    info.add_itxt("XML:com.adobe.xmp", xmp)
    tiff[700] = xmp.encode()
    tiff.tagtype[700] = 1
    picture = Image.new("RGB", (180, 130))
    picture.save(tmp_path / "pano.png", pnginfo=info)
    picture.save(tmp_path / "pano.tif", tiffinfo=tiff)
    picture.save(tmp_path / "pano.webp", xmp=xmp.encode())
    main = b"http://ns.adobe.com/xap/1.0/\x00" + xmp.encode()
    (tmp_path / "pano.jpg").write_bytes(segments(main))
    for path in tmp_path.iterdir():
        assert read_photo(path).metadata.fov_deg == 180.0, path.name


def test_extended_xmp_is_put_together_in_order(tmp_path):
    """The second half of the packet stands first in the file."""
    xmp = packet().encode()
    half = len(xmp) // 2
    head = b"http://ns.adobe.com/xmp/extension/\x00" + b"0" * 32 + len(xmp).to_bytes(4, "big")
    first = head + (0).to_bytes(4, "big") + xmp[:half]
    second = head + half.to_bytes(4, "big") + xmp[half:]
    path = tmp_path / "pano.jpg"
    path.write_bytes(segments(second, first))
    assert read_photo(path).metadata.heading_deg == pytest.approx(100.0)


def test_tags_are_found_inside_a_container_that_is_not_understood():
    exif = Image.Exif()
    exif[0x8769] = {FOCAL_35MM: 26}
    content = (
        b"\x00\x00\x00\x18ftypheic" + b"\x07" * 99 + exif.tobytes() + packet().encode() + b"\x01"
    )
    assert exif_inside(content).photo[FOCAL_35MM] == 26
    assert read_panorama(xmp_inside(content), 1800, 1300).fov_deg == 180.0
    assert exif_inside(b"Exif\x00\x00II*\x00" + b"\xff" * 40).photo == {}
    assert exif_inside(b"") == ExifTags() and xmp_inside(b"<x:xmpmeta") == ""


ANYTHING = st.one_of(
    st.none(), st.integers(), st.floats(), st.text(max_size=8), st.binary(max_size=8),
    st.tuples(st.floats(), st.floats(), st.floats()),
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(
    main=st.dictionaries(st.sampled_from([0x010F, 0x0110, 0x0112, 0x0132]), ANYTHING),
    photo=st.dictionaries(
        st.sampled_from(EXIF_TAGS),
        ANYTHING,
    ),
    gps=st.dictionaries(st.sampled_from([1, 2, 3, 4, 16, 17]), ANYTHING),
    changes=st.dictionaries(st.sampled_from(sorted(TAGS)), st.one_of(st.none(), st.text())),
    size=st.tuples(st.integers(64, 30000), st.integers(64, 30000)),
)
def test_no_tags_whatever_break_the_description(main, photo, gps, changes, size):
    said = metadata_of(ExifTags(main, photo, gps), packet(**changes), *size)
    for value in (said.fov_deg, said.fov_sigma_deg, said.vfov_deg, said.horizon, said.heading_deg):
        assert value is None or np.isfinite(value)
    assert (said.fov_deg is None) == (said.fov_sigma_deg is None)
    assert all(note.endswith(".") for note in said.notes)
