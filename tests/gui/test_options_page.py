"""The options pages: what they show, store and refuse, and that QGIS gets and loses them."""

import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QGroupBox, QLabel

from plugin.gui.options_factories import SettingsPageFactory, SoftwarePageFactory
from plugin.gui.options_page import SettingsPage
from plugin.gui.software_page import SoftwarePage
from plugin.main import SkymatchPlugin
from plugin.processing import packages
from plugin.processing import settings as kept
from plugin.processing.settings import Settings, read_settings, write_settings
from tests.gui.conftest import wait_for
from tests.gui.wheels import fake_onnxruntime

SHIPPED = Path(__file__).resolve().parents[2] / "models" / "skymatch-s"
CHANGED = Settings(str(SHIPPED), 3, 2000, 72.0, 1.2, kept.MGRS, kept.INSIDE)


@pytest.fixture(autouse=True)
def no_settings(qgis_app, monkeypatch, tmp_path):
    """Nothing stored, nothing overridden, and a profile of its own for packages."""
    for name in kept.NAMES:
        monkeypatch.delenv(kept.environment_variable(name), raising=False)
    QgsSettings().remove(kept.GROUP)
    folder = tmp_path / "packages"
    monkeypatch.setattr(packages, "packages_folder", lambda: folder)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield
    QgsSettings().remove(kept.GROUP)


@pytest.fixture
def page(no_settings):
    """The page with the settings."""
    page = SettingsPage()
    yield page
    page.deleteLater()
    QCoreApplication.processEvents()


@pytest.fixture
def software(no_settings):
    """The page with the installation."""
    page = SoftwarePage()
    yield page
    page.installer.cancel()
    page.deleteLater()
    QCoreApplication.processEvents()


def shown_settings():
    """What a page that is opened now would show."""
    page = SettingsPage()
    settings = page.settings()
    page.deleteLater()
    return settings


@pytest.mark.parametrize("settings", [Settings(), CHANGED])
def test_it_shows_what_is_stored(settings):
    """Defaults as well as everything changed."""
    write_settings(settings)
    assert shown_settings() == settings


def test_ok_stores_and_cancel_does_not(page):
    """Nothing reaches the settings before `apply`."""
    page.show_settings(CHANGED)
    assert read_settings() == Settings()
    page.apply()
    assert read_settings() == CHANGED


def test_typing_into_the_fields(page):
    """By keyboard, as a user does; emptying a field goes back to the automatic value."""
    for name, keys in (("threads", "5"), ("fov_deg", "80"), ("camera_height_m", "1.4")):
        field = getattr(page, name)
        field.lineEdit().selectAll()
        QTest.keyClicks(field.lineEdit(), keys)
        QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    page.apply()
    stored = read_settings()
    assert (stored.threads, stored.fov_deg, stored.camera_height_m) == (5, 80.0, 1.4)
    page.fov_deg.clear()
    page.apply()
    assert read_settings().fov_deg is None


@pytest.mark.parametrize(("name", "limits"), [
    ("fov_deg", kept.FOV_DEG), ("camera_height_m", kept.CAMERA_HEIGHT_M),
])  # fmt: skip
def test_the_smallest_real_value_is_not_the_automatic_one(page, name, limits):
    """Both ends of what the engine takes can be set."""
    box: QgsDoubleSpinBox = getattr(page, name)
    for value in limits:
        box.setValue(value)
        page.apply()
        assert getattr(read_settings(), name) == pytest.approx(value)


def test_restore_defaults_waits_for_ok(page):
    """And does not touch what is stored until then."""
    write_settings(CHANGED)
    page.show_settings(CHANGED)
    QTest.mouseClick(page.defaults_button, Qt.MouseButton.LeftButton)
    assert page.settings() == Settings() and read_settings() == CHANGED
    page.apply()
    assert read_settings() == Settings()


def test_a_folder_without_a_model_is_refused_in_words(page, tmp_path):
    """The rest is stored; the sentence goes when the folder is right."""
    page.show_settings(CHANGED)
    page.model_folder.setFilePath(str(tmp_path))
    assert not page.isValid() and "There is no model in" in page.model_problem.text()
    assert not page.model_problem.isHidden()
    page.apply()
    assert read_settings() == Settings("", *list(vars(CHANGED).values())[1:])
    page.model_folder.setFilePath(str(SHIPPED))
    assert page.isValid() and page.model_problem.isHidden()


def test_what_the_environment_sets_is_shown_and_locked(monkeypatch):
    """With the variable's name; storing leaves the hidden value alone."""
    write_settings(CHANGED)
    monkeypatch.setenv("SKYMATCH_THREADS", "7")
    page = SettingsPage()
    assert not page.threads.isEnabled() and page.threads.value() == 7
    assert any("SKYMATCH_THREADS" in label.text() for label in page.findChildren(QLabel))
    page.restore_defaults()
    assert page.threads.value() == 7
    page.apply()
    monkeypatch.delenv("SKYMATCH_THREADS")
    assert read_settings() == Settings(threads=3)
    page.deleteLater()


def test_every_field_has_a_label_a_hint_and_is_searchable(page):
    """The search of the options dialog looks at labels and titles."""
    texts = " ".join(label.text() for label in page.findChildren(QLabel)).lower()
    titles = " ".join(box.title() for box in page.findChildren(QGroupBox)).lower()
    for word in ("model pack", "threads", "memory", "field of view", "camera height", "coordinate"):
        assert word in texts
    assert "skymatch" in titles
    for name in kept.NAMES:
        assert getattr(page, name).toolTip()


def test_qgis_gets_the_pages_and_loses_them(qgis_app, qgis_iface, monkeypatch):
    """Both are registered with the plugin and taken away with it."""
    pages = []
    monkeypatch.setattr(qgis_iface, "registerOptionsWidgetFactory", pages.append, raising=False)
    monkeypatch.setattr(qgis_iface, "unregisterOptionsWidgetFactory", pages.remove, raising=False)
    plugin = SkymatchPlugin(qgis_iface)
    plugin.initGui()
    made = [factory.createWidget(None) for factory in pages]
    assert [type(page) for page in made] == [SettingsPage, SoftwarePage]
    assert [f.title() for f in pages] == ["Skymatch", "Installation and diagnostics"]
    assert all(not factory.icon().isNull() for factory in pages)
    assert pages[1].path() == ["Skymatch"]
    plugin.unload()
    assert pages == []


def test_the_factories_survive_many_dialogs(qgis_app):
    """Every dialog makes pages anew."""
    icon = QIcon()
    for factory in (SettingsPageFactory(icon), SoftwarePageFactory(icon, lambda: None)):
        for _ in range(2):
            factory.createWidget(None).deleteLater()
            QCoreApplication.processEvents()


def test_the_command_follows_the_choice(software, tmp_path):
    """What is shown is what is run and copied."""
    assert "--no-index" not in software.command.toPlainText()
    assert software.install_button.isEnabled() and not software.wheels.isEnabled()
    software.from_folder.click()
    assert not software.install_button.isEnabled(), "no folder was chosen"
    software.wheels.setFilePath(str(tmp_path))
    assert f"--no-index --find-links {tmp_path}" in software.command.toPlainText()
    assert software.install_button.isEnabled()
    software.copy_button.click()
    assert QgsApplication.clipboard().text() == software.command.toPlainText()


def test_a_failing_installation_ends_in_a_sentence(software, tmp_path):
    """By mouse: choose a folder, install, read; the window is usable again."""
    fake_onnxruntime(tmp_path, "raise ImportError('it is broken')")
    changes = []
    software.changed.connect(lambda: changes.append(1))
    software.from_folder.click()
    software.wheels.setFilePath(str(tmp_path))
    software.install_button.click()
    assert not software.install_button.isEnabled() and not software.cancel_button.isHidden()
    wait_for(lambda: not software.installer.busy)
    assert "it is broken" in software.outcome.text()
    assert "-m pip --isolated install" in software.log.toPlainText()
    assert software.install_button.isEnabled() and software.cancel_button.isHidden()
    assert not changes


def test_cancel_stops_the_installation(software, tmp_path, monkeypatch):
    """Within a second."""
    monkeypatch.setattr(packages, "probe_command", lambda *_: ["/bin/sleep", "60"])
    software.test_button.click()
    software.cancel_button.click()
    wait_for(lambda: not software.installer.busy, 1.0)
    assert software.outcome.text() == "Stopped. Nothing was changed."


def test_a_test_that_works_tells_the_plugin(software):
    """The dock need not ask for onnxruntime any more."""
    pytest.importorskip("onnxruntime")
    changes = []
    software.changed.connect(lambda: changes.append(1))
    software.test_button.click()
    wait_for(lambda: not software.installer.busy)
    assert changes == [1] and "works" in software.outcome.text()


def test_without_python_there_is_a_way_out(no_settings, monkeypatch):
    """No button that cannot work, and a sentence."""
    monkeypatch.setattr("plugin.gui.software_page.find_python", lambda: None)
    page = SoftwarePage()
    assert not page.install_button.isEnabled() and not page.test_button.isEnabled()
    assert "OSGeo4W" in page.outcome.text()
    page.deleteLater()
