"""Diagnostics: complete enough to help, and nothing in them tells who is asking."""

import getpass
import os
import platform
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QDir

from plugin.engine.grid import MetricGrid
from plugin.gui.diagnostics import report
from plugin.gui.diagnostics_box import DiagnosticsBox
from plugin.gui.log_lines import LOG_LINES, MOST_LINES, LogLines
from plugin.gui.private_words import private_words, without_private_words
from plugin.index.build import build_index
from plugin.index.info import IndexInfo
from plugin.layers.attachments import attach_index
from plugin.processing import settings as kept
from plugin.processing.settings import Settings, write_settings
from tests.gui.conftest import wait_for
from tests.index.conftest import MeanColourEncoder, Recorder, WavePicture

INFO = IndexInfo(
    grid=MetricGrid("EPSG:32632", 500000.0, 5000000.0, 1.0, 90, 100, 0.25),
    model_name="fake",
    model_version="1",
    model_sha256="ab" * 32,
    code_bits=64,
    block_tokens=32,
    source_name="Jones farm",
    imagery_stamp="cd" * 32,
    source_gsd_m=0.2,
    created_utc="2024-01-01T00:00:00+00:00",
)
PASSED = {"ok": True, "seconds": 0.5}


@pytest.fixture(autouse=True)
def no_settings(qgis_app, monkeypatch):
    """Nothing stored, nothing overridden."""
    for name in kept.NAMES:
        monkeypatch.delenv(kept.environment_variable(name), raising=False)
    QgsSettings().remove(kept.GROUP)
    yield
    QgsSettings().remove(kept.GROUP)


@pytest.fixture
def log(qgis_app):
    """The plugin's log, as when it is switched on."""
    LOG_LINES.start()
    yield
    LOG_LINES.stop()
    LOG_LINES._lines.clear()


@pytest.fixture
def somebody(monkeypatch, tmp_path):
    """A user with a home, and a temporary folder in it as on Windows."""
    home = tmp_path / "Users" / "Tom.Kowalczyk"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("USER", "tkowalczyk")
    monkeypatch.setenv("LOGNAME", "tkowalczyk")
    monkeypatch.setattr(platform, "node", lambda: "kowalczyk-laptop")
    return home


def test_it_holds_what_a_helper_asks_for(log):
    """Versions, settings, the model with its hash and self-test, and the log, as Markdown."""
    write_settings(Settings(threads=3, fov_deg=70.0))
    QgsMessageLog.logMessage("the index is odd", "Skymatch", Qgis.MessageLevel.Warning)
    QgsMessageLog.logMessage("of no interest", "WMS", Qgis.MessageLevel.Warning)
    text = report(QgsProject.instance(), PASSED)
    assert text.startswith("## Skymatch 0.")
    for line in ("| QGIS | 3.", "| numpy | ", "| onnxruntime | ", "| threads | 3 | stored |"):
        assert line in text
    assert "| fov_deg | 70.0 | stored |" in text and "| memory_mb | 0 | default |" in text
    assert "| Self-test | passed in 0.5 s |" in text and "| Name | skymatch-s " in text
    assert "Skymatch warning: the index is odd" in text and "of no interest" not in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)


def test_overrides_and_failures_are_told(monkeypatch, tmp_path):
    """A variable in the environment is a frequent cause."""
    monkeypatch.setenv("SKYMATCH_THREADS", "2")
    monkeypatch.setenv("SKYMATCH_MODEL_FOLDER", str(tmp_path / "client x" / "pack"))
    text = report(QgsProject.instance(), {"ok": False, "problem": "no | good"})
    assert "| threads | 2 | environment |" in text
    assert "| model_folder | …/pack | environment |" in text and "There is no model in" in text
    assert r"| Self-test | failed: no \| good |" in text
    assert "| Self-test | could not be run |" in report(QgsProject.instance(), {})


def test_nothing_tells_who_is_asking(log, somebody, project, monkeypatch):
    """Home, user, computer and project appear in paths, settings and log, and not in the report."""
    secret = somebody / "Smith murder"
    secret.mkdir()
    assert project.write(str(secret / "Smith.qgz"))
    monkeypatch.setenv("SKYMATCH_MODEL_FOLDER", str(somebody / "packs" / "mine"))
    for line in (
        f"cannot read {somebody}/photos/a.jpg",
        f"cannot read {str(somebody).replace('/', chr(92))}\\photos\\a.jpg",
        f"cannot read {str(somebody).upper()}/A.JPG",
        f"opened {secret}/Smith_skymatch/ortho.gpkg",
        "user TKowalczyk on kowalczyk-laptop, profile of tkowalczyk",
    ):
        QgsMessageLog.logMessage(line, "Skymatch", Qgis.MessageLevel.Info)
    text = report(project, PASSED).lower()
    for word in (str(somebody), "kowalczyk", "smith", str(Path(str(somebody)).name), str(secret)):
        assert word.lower() not in text
    assert "<home>" in text and "<user>" in text and "<computer>" in text


def test_this_very_computer_leaks_nothing(log):
    """With its real names."""
    QgsMessageLog.logMessage(f"{Path.home()} {getpass.getuser()}", "Skymatch")
    text = report(QgsProject.instance(), PASSED)
    words = [str(Path.home()), QDir.homePath(), getpass.getuser(), os.environ.get("USER", "?!")]
    for word in words:
        assert word not in text


names = st.text(st.sampled_from("abcXYZ ._-é"), min_size=4, max_size=12).filter(str.strip)


@given(st.lists(st.text(max_size=20), max_size=5), names, st.sampled_from("/\\"))
def test_private_words_are_gone_wherever_they_stand(texts, name, slash):
    """In any company, any case, with either slash."""
    home = f"/home/{name}"
    words = [(home, "<1>"), (name, "<2>")]
    for case in (str, str.upper, str.lower):
        text = case(name).join(texts) + case(home).replace("/", slash) + f"/x{name}y"
        cleaned = without_private_words(text, words)
        assert name.lower() not in cleaned.lower()


def test_short_names_spoil_no_other_word():
    """A user called "al" does not make "global" unreadable; long words go first."""
    words = [("al", "<user>"), ("/home/al", "<home>")]
    assert without_private_words("global /home/al/x al_1 of al", words) == (
        "global <home>/x <user>_1 of <user>"
    )


def test_empty_names_are_no_words(monkeypatch):
    """An empty variable must not put a substitute between all letters."""
    monkeypatch.setenv("USER", "")
    monkeypatch.setattr(platform, "node", lambda: "")
    assert all(word.strip("/. ") for word, _ in private_words(QgsProject.instance()))


def test_indexes_are_summed_up_without_names(project, tmp_path):
    """One inside, one beside, one that is none."""
    file = tmp_path / "Smith.gpkg"
    build_index(WavePicture(), INFO, None, MeanColourEncoder(), file, Recorder())
    attach_index(project, file)
    beside = Path(project.absoluteFilePath()).with_name("case_skymatch")
    beside.mkdir()
    shutil.copy(file, beside / "Harbour.gpkg")
    (beside / "Other.gpkg").write_bytes(b"no index")
    text = report(project, PASSED)
    rows = [line for line in text.splitlines() if line.startswith(("| inside", "| beside"))]
    assert len(rows) == 3 and sum("blocks" in row and " MB" in row for row in rows) == 2
    assert not any(word in text for word in ("Smith", "Harbour", "Other", "Jones", "Tom's case"))


def test_the_button_tries_the_model_and_copies(log):
    """In a child process; the button is free again afterwards."""
    pytest.importorskip("onnxruntime")
    box = DiagnosticsBox()
    QgsApplication.clipboard().setText("before")
    box.copy_button.click()
    assert not box.copy_button.isEnabled()
    wait_for(box.copy_button.isEnabled)
    copied = QgsApplication.clipboard().text()
    assert copied.startswith("## Skymatch") and "| Self-test | passed in" in copied
    assert "Copied" in box.outcome.text()
    box.deleteLater()
    QCoreApplication.processEvents()


def test_without_python_it_still_copies(monkeypatch):
    """The self-test says that it could not be run."""
    monkeypatch.setattr("plugin.gui.diagnostics_box.find_python", lambda: None)
    box = DiagnosticsBox()
    box.copy_button.click()
    assert "could not be run" in QgsApplication.clipboard().text()
    box.deleteLater()


def test_the_log_is_short_and_ends_with_the_plugin(qgis_app):
    """Only the newest lines are kept, and none after `stop`."""
    lines = LogLines()
    lines.start()
    for number in range(MOST_LINES + 5):
        QgsMessageLog.logMessage(f"line {number}", "Skymatch", Qgis.MessageLevel.Info)
    QgsMessageLog.logMessage("in skymatch/plugin/main.py", "Python error")
    assert len(lines.last(1000)) == MOST_LINES
    assert lines.last(1)[0].endswith("in skymatch/plugin/main.py")
    lines.stop()
    QgsMessageLog.logMessage("later", "Skymatch")
    assert "later" not in lines.last(1)[0]
