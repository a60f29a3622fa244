"""What is fuzzed: each target gives sound inputs and a function that reads one.

A function returns where an input is taken or refused with a sentence; anything else it raises is a
crash.
"""

import json
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from plugin.engine.errors import SkymatchError
from plugin.engine.exif import exif_inside
from plugin.engine.gpano import xmp_inside
from plugin.engine.grid import MetricGrid
from plugin.engine.metadata import metadata_of
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.index.build import build_index
from plugin.index.info import from_meta, to_meta
from plugin.index.reader import read_index
from tests.engine.fuzz_photo import GPANO, exif_of, outcome
from tests.engine.fuzz_photo import seeds as photo_seeds
from tests.index.conftest import MeanColourEncoder, Recorder, WavePicture
from tests.index.conftest import info as info_fixture
from tests.index.test_faults_damage import judge

SMALL_GRID = MetricGrid("EPSG:32632", 500045.0, 4999956.0, 1.0, 12, 10, 0.25)


def photo(folder):
    """Photo files of every format, whole."""
    file = folder / "photo"

    def read(content):
        file.write_bytes(content)
        outcome(file)

    return list(photo_seeds().values()), read


def tags(folder):
    """EXIF and XMP, without a picture around them."""

    def read(content):
        said = metadata_of(exif_inside(content), xmp_inside(content), 96, 72)
        angles = (said.fov_deg, said.vfov_deg, said.heading_deg, said.pitch_deg, said.roll_deg)
        assert all(angle is None or -360.0 <= angle <= 360.0 for angle in angles), said
        assert said.lon is None or abs(said.lon) <= 180.0 and abs(said.lat) <= 90.0, said

    exif = exif_of().tobytes()
    return [exif, GPANO, exif + GPANO], read


def pack(folder):
    """pack.json."""
    shipped = shipped_pack_folder()
    for file in shipped.iterdir():
        (folder / file.name).symlink_to(file)
    described = folder / "pack.json"
    described.unlink()

    def read(content):
        described.write_bytes(content)
        try:
            found = load_pack(folder)
        except SkymatchError as sentence:
            assert str(sentence).endswith("."), sentence
            return
        assert found.encoder_file.parent == folder

    whole = (shipped / "pack.json").read_bytes()
    short = json.loads(whole)
    short.pop("measured", None)
    return [whole, json.dumps(short).encode()], read


def index(folder):
    """The file of an index."""
    file = folder / "index.gpkg"
    info = info_fixture.__wrapped__()
    small = info.__class__(**{**vars(info), "grid": SMALL_GRID})
    build_index(WavePicture(), small, None, MeanColourEncoder(), file, Recorder())
    expected, whole = read_index(file), file.read_bytes()
    with closing(sqlite3.connect(file)) as connection:
        (checksum,) = connection.execute("SELECT checksum FROM blocks").fetchone()

    def read(content):
        file.write_bytes(content)
        if checksum.encode() in content:
            judge(file, expected)
            return
        try:  # the fuzzer sees what checksums are compared with, and forges them
            read_index(file)
        except SkymatchError as sentence:
            assert str(sentence).rstrip().endswith("."), sentence

    return [whole], read


def description(folder):
    """The description in an index, as lines of key=value."""
    meta = to_meta(info_fixture.__wrapped__())

    def read(content):
        lines = content.decode("utf-8", "replace").split("\n")
        try:
            from_meta(dict(line.split("=", 1) for line in lines if "=" in line))
        except SkymatchError as sentence:
            assert str(sentence).endswith("."), sentence

    return ["\n".join(f"{key}={value}" for key, value in meta.items()).encode()], read


def parameters(folder):
    """Wrong parameters of every algorithm; the first byte chooses it, the rest feed Hypothesis."""
    import pytest
    from qgis.core import QgsApplication

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    parameters.application = QgsApplication([], True)
    QgsApplication.initQgis()
    from tests.processing.wrong_parameters import ALGORITHMS, Trial, scene_in

    parameters.scene = scene_in(folder, pytest.MonkeyPatch())  # until the process ends
    scene = parameters.scene.__enter__()
    trials = [Trial(kind, scene, 1) for kind in ALGORITHMS]

    def read(content):
        if content:
            trials[content[0] % len(trials)].run.hypothesis.fuzz_one_input(content[1:])

    return [bytes([number]) + os.urandom(200) for number in range(len(trials))], read


TARGETS = {
    "photo files": photo,
    "EXIF and XMP": tags,
    "pack.json": pack,
    "index files": index,
    "description of an index": description,
    "parameters of algorithms": parameters,
}


def in_memory() -> Path:
    """A folder for the files of inputs, where writing costs least."""
    shared = Path("/dev/shm")
    return Path(tempfile.mkdtemp(dir=shared if shared.is_dir() else None))
