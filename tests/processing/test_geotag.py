"""Geotagging: EXIF in copies, pixels and originals untouched, wrong input in sentences."""

import hashlib
import io
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from plugin.engine.errors import SkymatchError
from plugin.engine.photo import read_photo
from plugin.imagery.geotag import GeoTag, geotagged
from plugin.layers.review import STATUS, review
from plugin.processing.geotag import GeotagPhotos
from tests.gui.review_scene import load_results, write_results
from tests.processing.locate_scene import PHOTO, truth

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")

TAG = GeoTag(-0.1275, -51.507222, 359.999, 0.62)


def jpeg(exif=None):
    """A small JPEG, with EXIF tags or without."""
    file = io.BytesIO()
    picture = Image.effect_noise((96, 80), 60).convert("RGB")
    picture.save(file, "JPEG", **({"exif": exif} if exif is not None else {}))
    return file.getvalue()


def scan(content):
    """The compressed picture: from the first start of scan on."""
    return content[content.index(b"\xff\xda") :]


def exif_of(content):
    """Main, photo and GPS block as Pillow reads them."""
    found = Image.open(io.BytesIO(content)).getexif()
    return dict(found), dict(found.get_ifd(0x8769)), dict(found.get_ifd(0x8825))


def full_exif():
    """Tags of many kinds in all blocks."""
    exif = Image.Exif()
    exif[0x010F], exif[0x010E], exif[0x0112] = "Maker", "A street", 6
    exif[0x8769] = {
        0x9003: "2026:01:02 03:04:05",
        0xA405: 26,
        0x9286: b"ASCII\x00\x00\x00mine",
    }
    return exif


@settings(max_examples=40, deadline=None)
@given(
    st.floats(-180, 180), st.floats(-90, 90), st.floats(0, 360, exclude_max=True), st.floats(0, 1)
)
def test_any_estimate_can_be_read_back(lon, lat, heading_deg, probability):
    """To a few millimetres, by another program's reader."""
    _, _, gps = exif_of(
        geotagged(jpeg(), "a.jpg", GeoTag(lon, lat, heading_deg, probability), False)
    )
    for value, number in ((lat, 2), (lon, 4)):
        degrees, minutes, seconds = (float(part) for part in gps[number])
        assert degrees + minutes / 60 + seconds / 3600 == pytest.approx(abs(value), abs=5e-8)
        assert minutes < 60 and seconds < 60
    assert gps[1] == ("N" if lat >= 0 else "S") and gps[3] == ("E" if lon >= 0 else "W")
    assert abs((float(gps[17]) - heading_deg + 180) % 360 - 180) <= 0.0051
    assert gps[16] == "T" and 0 <= float(gps[17]) < 360


@pytest.mark.parametrize("exif", [None, b"", "full"])
def test_only_the_tags_change(exif):
    """The compressed picture is the same to the byte; old tags stay; the comment is kept."""
    before = jpeg(full_exif() if exif == "full" else exif)
    after = geotagged(before, "a.jpg", TAG, False)
    assert scan(after) == scan(before)
    main, photo, gps = exif_of(after)
    old_main, old_photo, _ = exif_of(before)
    for number in set(old_main) - {0x8769, 0x8825}:
        assert main[number] == old_main[number]
    for number in set(old_photo) - {0x9286}:
        assert photo[number] == old_photo[number]
    comment = photo[0x9286].decode()
    assert comment.endswith("Position estimated by Skymatch, probability 0.62")
    assert ("mine | " in comment) == (exif == "full")
    assert gps[18] == "WGS-84" and b"Skymatch" in gps[27]


@pytest.mark.parametrize("order", ["<", ">"])
def test_thumbnail_and_maker_note_stay_where_they_are(order):
    """Both byte orders; what refers to a place within the block still finds it."""
    note = b"maker note with places inside"
    thumbnail = b"\xff\xd8thumbnail\xff\xd9"
    main = struct.pack(order + "HHHI4sI", 1, 0x8769, 4, 1, struct.pack(order + "I", 26), 44)
    photo = struct.pack(order + "HHHI4sI", 1, 0x927C, 7, len(note), struct.pack(order + "I", 74), 0)
    small = struct.pack(
        order + "HHHI4sHHI4sI",
        2,
        *(0x0201, 4, 1, struct.pack(order + "I", 74 + len(note) + 1)),
        *(0x0202, 4, 1, struct.pack(order + "I", len(thumbnail))),
        0,
    )
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    tiff = mark + struct.pack(order + "I", 8) + main + photo + small
    assert len(tiff) == 74
    tiff += note + b"\x00" + thumbnail
    before = jpeg(b"Exif\x00\x00" + tiff)
    after = geotagged(before, "a.jpg", TAG, False)
    place = after.index(b"Exif\x00\x00") + 6
    assert after[place + 8 : place + len(tiff)] == tiff[8:]
    _, photo, gps = exif_of(after)
    assert photo[0x927C] == note
    assert float(gps[17]) == 0.0
    block = after[place:]
    (first,) = struct.unpack_from(order + "I", block, 4)
    (count,) = struct.unpack_from(order + "H", block, first)
    assert struct.unpack_from(order + "I", block, first + 2 + 12 * count) == (44,)


def test_a_position_of_its_own_is_respected():
    """Left alone unless asked; height and time stay, what described the old fix goes."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (48.0, 8.0, 0.0), 6: 520.0, 29: "2026:01:02", 11: 2.0}
    before = jpeg(exif)
    with pytest.raises(SkymatchError, match="position of its own"):
        geotagged(before, "a.jpg", TAG, False)
    _, _, gps = exif_of(geotagged(before, "a.jpg", TAG, True))
    assert gps[1] == "S" and float(gps[2][0]) == 51.0
    assert float(gps[6]) == 520.0 and gps[29] == "2026:01:02" and 11 not in gps


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "no JPEG"),
        (jpeg()[:30], "no JPEG"),
        (jpeg(b"Exif\x00\x00XX*\x00" + bytes(30)), "damaged"),
        (jpeg(b"Exif\x00\x00II*\x00" + b"\xff" * 30), "damaged"),
        (jpeg(b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + bytes(65500)), "full"),
    ],
)
def test_files_that_cannot_be_tagged_are_sentences(content, sentence):
    """Never a traceback, never a broken copy."""
    with pytest.raises(SkymatchError, match=sentence):
        geotagged(content, "a.jpg", TAG, True)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_broken_tags_never_raise_anything_else(tail):
    """Whatever stands in the block."""
    content = jpeg(b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + tail)
    try:
        assert scan(geotagged(content, "a.jpg", TAG, True)) == scan(content)
    except SkymatchError:
        pass


class Log(QgsProcessingFeedback):
    """Remembers what the user would read."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.warnings = [], []

    def reportError(self, error, fatalError=False):
        """See QgsProcessingFeedback."""
        self.errors.append(error)

    def pushWarning(self, warning):
        """See QgsProcessingFeedback."""
        self.warnings.append(warning)


@pytest.fixture
def reviewed(qgis_app, tmp_path):
    """A project, and its candidates layer with the first candidate accepted but not saved."""
    project = QgsProject()
    write_results(tmp_path / "r.gpkg", [PHOTO, tmp_path / "gone.jpg"])
    layer = load_results(project, tmp_path / "r.gpkg")
    ids = {(f["photo"], f["rank"]): f.id() for f in layer.getFeatures()}
    review(layer, ids[PHOTO.name, 1], {STATUS: "accepted"}, "accept")
    yield project, layer, ids
    layer.rollBack()
    project.clear()


def run(project, layer, folder, **more):
    """Runs the algorithm; gives outputs, whether it succeeded, and its log."""
    context = QgsProcessingContext()
    context.setProject(project)
    log = Log()
    parameters = {"CANDIDATES": layer, "FOLDER": str(folder), **more}
    outputs, ran = GeotagPhotos().create().run(parameters, context, log)
    return outputs, ran, log


def test_accepted_photos_are_copied_with_their_position(reviewed, tmp_path):
    """The original stays; Skymatch itself reads the copy's position and heading."""
    project, layer, _ = reviewed
    before = hashlib.sha256(PHOTO.read_bytes()).hexdigest()
    outputs, ran, log = run(project, layer, tmp_path / "out", REPLACE=True)
    assert ran, log.errors
    assert (outputs["WRITTEN"], outputs["FAILED"]) == (1, 0)
    copy = read_photo(tmp_path / "out" / PHOTO.name)
    assert copy.metadata.lon == pytest.approx(truth()["lon"], abs=1e-6)
    assert copy.metadata.lat == pytest.approx(truth()["lat"], abs=1e-6)
    assert copy.metadata.heading_deg == pytest.approx(298.0, abs=0.01)
    assert hashlib.sha256(PHOTO.read_bytes()).hexdigest() == before
    assert (copy.rgb == read_photo(PHOTO).rgb).all()


def test_what_fails_is_told_and_does_not_stop_the_run(reviewed, tmp_path):
    """A photo that is gone; a copy that exists already is not overwritten."""
    project, layer, ids = reviewed
    review(layer, ids["gone.jpg", 1], {STATUS: "accepted"}, "accept")
    outputs, ran, log = run(project, layer, tmp_path / "out", REPLACE=True)
    assert ran and (outputs["WRITTEN"], outputs["FAILED"]) == (1, 1)
    assert "gone.jpg: The photo is not there any more" in log.warnings[0]
    first = (tmp_path / "out" / PHOTO.name).read_bytes()
    outputs, ran, log = run(project, layer, tmp_path / "out", REPLACE=True)
    assert ran and outputs["WRITTEN"] == 0
    assert "not overwritten" in log.warnings[0]
    assert (tmp_path / "out" / PHOTO.name).read_bytes() == first


def test_two_accepted_candidates_of_one_photo_are_refused(reviewed, tmp_path):
    """Nobody can be in two places."""
    project, layer, ids = reviewed
    review(layer, ids[PHOTO.name, 2], {STATUS: "accepted"}, "accept")
    outputs, ran, log = run(project, layer, tmp_path / "out", REPLACE=True)
    assert ran and outputs["FAILED"] == 1
    assert "Accept only one" in log.warnings[0]


def test_originals_are_out_of_reach(reviewed, tmp_path):
    """The folder of the photos is refused, also through a detour."""
    project, layer, _ = reviewed
    before = sorted(PHOTO.parent.iterdir())
    outputs, ran, log = run(project, layer, PHOTO.parent / ".." / PHOTO.parent.name)
    assert ran and outputs["WRITTEN"] == 0
    assert "Originals are never changed" in log.warnings[0]
    assert sorted(PHOTO.parent.iterdir()) == before


def test_nothing_accepted_is_a_sentence(reviewed, tmp_path):
    """And no empty folder."""
    project, layer, _ = reviewed
    layer.rollBack()
    _, ran, log = run(project, layer, tmp_path / "out")
    assert not ran and "No candidate is accepted yet" in log.errors[-1]
    assert not Path(tmp_path / "out").exists()


def test_another_layer_is_a_sentence(reviewed, tmp_path):
    """Not a layer of cities."""
    from qgis.core import QgsVectorLayer

    _, ran, log = run(QgsProject(), QgsVectorLayer("Point", "Cities", "memory"), tmp_path / "o")
    assert not ran and "Cities is no candidates layer" in log.errors[-1]


def test_every_parameter_explains_itself(qgis_app):
    """Help for each."""
    algorithm = GeotagPhotos().create()
    assert all(len(d.help()) > 20 for d in algorithm.parameterDefinitions())
    assert algorithm.shortHelpString() and algorithm.name() == "geotagphotos"
