"""The settings: stored, overridden, refused when senseless; and every one has an effect."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsProcessingContext, QgsSettings

from plugin.engine.errors import SkymatchError
from plugin.engine.hypotheses import CameraClues
from plugin.engine.photo import Photo, read_photo
from plugin.processing import settings as settings_module
from plugin.processing.belief import belief_of
from plugin.processing.common import open_encoder, pack_of_folder
from plugin.processing.locate_photo import LocatePhoto
from plugin.processing.settings import (
    BESIDE,
    CAMERA_HEIGHT_M,
    COORDINATE_FORMATS,
    FOV_DEG,
    GROUP,
    INSIDE,
    MGRS,
    MOST_MEMORY_MB,
    MOST_THREADS,
    NAMES,
    Settings,
    environment_variable,
    is_overridden,
    memory_limit_bytes,
    read_settings,
    write_settings,
)

CHANGED = Settings("/packs/other", 3, 2000, 72.5, 1.2, MGRS, INSIDE)


@pytest.fixture(autouse=True)
def no_settings(qgis_app, monkeypatch):
    """Nothing stored, nothing overridden, before and after."""
    for name in NAMES:
        monkeypatch.delenv(environment_variable(name), raising=False)
    QgsSettings().remove(GROUP)
    settings_module._warned.clear()
    yield
    QgsSettings().remove(GROUP)


@pytest.fixture
def log(qgis_app):
    """What is logged."""
    lines = []

    def keep(text, tag, level):
        lines.append((tag, text))

    QgsApplication.messageLog().messageReceived.connect(keep)
    yield lines
    QgsApplication.messageLog().messageReceived.disconnect(keep)


def test_nothing_stored_gives_the_defaults():
    """A fresh profile."""
    assert read_settings({}) == Settings()


def test_what_is_stored_comes_back():
    """All fields; defaults leave nothing behind in the profile."""
    write_settings(CHANGED, {})
    assert read_settings({}) == CHANGED
    write_settings(Settings(), {})
    assert read_settings({}) == Settings()
    assert not any(QgsSettings().contains(f"{GROUP}/{name}") for name in NAMES)


settings_of_any_kind = st.builds(
    Settings,
    model_folder=st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), max_size=20),
    threads=st.integers(0, MOST_THREADS),
    memory_mb=st.integers(0, MOST_MEMORY_MB),
    fov_deg=st.none() | st.floats(*FOV_DEG),
    camera_height_m=st.none() | st.floats(*CAMERA_HEIGHT_M),
    coordinate_format=st.sampled_from(COORDINATE_FORMATS),
    storage=st.sampled_from([BESIDE, INSIDE]),
)


@given(settings_of_any_kind)
def test_any_settings_survive_storing(wanted):
    """Exactly, also numbers with many digits."""
    write_settings(wanted, {})
    assert read_settings({}) == wanted


def test_the_environment_comes_first():
    """And storing leaves what it hides as it was."""
    write_settings(CHANGED, {})
    environment = {"SKYMATCH_THREADS": "7", "SKYMATCH_STORAGE": "Beside", "SKYMATCH_FOV_DEG": ""}
    assert read_settings(environment) == replace(CHANGED, threads=7, storage=BESIDE, fov_deg=None)
    assert [name for name in NAMES if is_overridden(name, environment)] == [
        "threads",
        "fov_deg",
        "storage",
    ]
    write_settings(Settings(), environment)
    kept = replace(Settings(), threads=3, fov_deg=72.5, storage=INSIDE)
    assert read_settings({}) == kept


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("threads", "-1"),
        ("threads", "many"),
        ("threads", "2.5"),
        ("memory_mb", "99999999999"),
        ("fov_deg", "400"),
        ("fov_deg", "nan"),
        ("camera_height_m", "tall"),
        ("coordinate_format", "utm"),
        ("storage", "cloud"),
        ("model_folder", "a\0b"),
    ],
)
def test_nonsense_falls_back_with_one_warning(log, name, text):
    """Stored by hand or by another version; the variable falls back to what is stored."""
    assert read_settings({environment_variable(name): text}) == Settings()
    assert not is_overridden(name, {environment_variable(name): text})
    write_settings(CHANGED, {})
    assert read_settings({environment_variable(name): text}) == CHANGED
    if "\0" not in text:
        QgsSettings().setValue(f"{GROUP}/{name}", text)
        read_settings({})
        value = getattr(read_settings({}), name)
        assert value == getattr(Settings(), name)
        assert sum(f"{GROUP}/{name}" in line for _, line in log) == 1
    assert sum(environment_variable(name) in line for _, line in log) == 1
    assert {tag for tag, _ in log} == {"Skymatch"}


def test_nonsense_is_not_stored():
    """All or nothing."""
    with pytest.raises(ValueError, match="whole number"):
        write_settings(replace(CHANGED, threads=100_000), {})
    assert read_settings({}) == Settings()


def test_the_model_folder_is_the_default_of_runs(tmp_path):
    """A run that names a folder wins; the sentence about a wrong one names it."""
    write_settings(Settings(model_folder=str(tmp_path)), {})
    with pytest.raises(SkymatchError, match="There is no model in"):
        pack_of_folder("")
    shipped = Path(__file__).resolve().parents[2] / "models" / "skymatch-s"
    assert pack_of_folder(str(shipped)).folder == shipped
    write_settings(Settings(), {})
    assert pack_of_folder("  ").folder == shipped


def test_threads_reach_the_model(monkeypatch, pack):
    """The session is opened with that number."""
    from plugin.engine import encoder

    seen = []

    class Opened(Exception):
        pass

    def open_session(pack, threads, file=None):
        seen.append(threads)
        raise Opened

    monkeypatch.setattr(encoder, "_open_session", open_session)
    write_settings(Settings(threads=3), {})
    with pytest.raises(Opened):
        open_encoder(pack)
    assert seen == [3]


def test_memory_is_the_default_of_searches():
    """A run that gives its own number wins."""
    algorithm = LocatePhoto().create({})
    context = QgsProcessingContext()
    write_settings(Settings(memory_mb=300), {})
    assert algorithm._settings({}, context).memory_bytes == 300_000_000
    assert algorithm._settings({"MEMORY_MB": 80}, context).memory_bytes == 80_000_000


def test_memory_is_half_of_the_machine_s_unless_set():
    """Where the machine tells how much it has."""
    assert memory_limit_bytes(Settings(memory_mb=5)) == 5_000_000
    known = memory_limit_bytes(Settings())
    assert known is None or known > 100_000_000


def _photo(sample_scene, width=640, height=480):
    """A picture whose file tells nothing about its camera."""
    photo = read_photo(sample_scene / "photos" / "street_01.jpg")
    silent = replace(photo.metadata, fov_deg=None, projection=None, horizon=None)
    return Photo("a.jpg", "0", np.zeros((height, width, 3), np.uint8), silent)


def camera_with(photo, **clues):
    """The camera that a model believes in which reads nothing off pictures."""
    blind = SimpleNamespace(pack=SimpleNamespace(horizon=None))
    return belief_of(photo, CameraClues(**clues), blind).best


def test_camera_defaults_count_where_nothing_else_is_known(sample_scene):
    """The run's own numbers first, then the file's, then the settings'."""
    photo = _photo(sample_scene)
    write_settings(Settings(fov_deg=90.0, camera_height_m=1.2), {})
    camera = camera_with(photo)
    assert (camera.fov_deg, camera.height_m) == (pytest.approx(90.0), 1.2)
    camera = camera_with(photo, fov_deg=50.0, height_m=3.0)
    assert (camera.fov_deg, camera.height_m) == (50.0, 3.0)
    told = replace(photo, metadata=replace(photo.metadata, fov_deg=40.0))
    assert camera_with(told).fov_deg == 40.0
    upright = camera_with(_photo(sample_scene, 480, 640))
    assert upright.fov_deg == pytest.approx(73.74, abs=0.01)  # 2 atan(tan 45° * 3 / 4)
    panorama = _photo(sample_scene, 800, 400)
    assert camera_with(panorama).fov_deg == 360.0
    write_settings(Settings(), {})
    assert camera_with(photo).fov_deg == 65.0
    assert camera_with(photo).height_m == 1.6 and camera_with(panorama).height_m == 2.5
