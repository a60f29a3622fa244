"""The offline help: complete, whole, and shown in QGIS."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

pytest.importorskip("qgis")

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow, QMenu

from plugin.gui.help_pages import CONTENTS, HelpEntry, HelpWindow
from plugin.processing.help_text import HELP, help_text, help_url
from plugin.processing.provider import SkymatchProvider

PAGES = sorted(HELP.glob("*.html"))
LARGEST_PICTURES_BYTES = 1_000_000


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    provider = SkymatchProvider()
    provider.refreshAlgorithms()
    yield {one.name(): one for one in provider.algorithms()}
    del provider


def tree(page):
    """The page as XML: what is not well-formed raises."""
    return ElementTree.fromstring(page.read_text(encoding="utf-8").replace("<!DOCTYPE html>", ""))


def words(page):
    return " ".join("".join(tree(page).itertext()).split())


def links(page):
    """What links and pictures of a page lead to."""
    for element in tree(page).iter():
        for name in ("href", "src"):
            if name in element.attrib:
                yield element.attrib[name]


def test_what_is_not_well_formed_is_noticed(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html><p>open</html>")
    with pytest.raises(ElementTree.ParseError):
        tree(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_is_whole(page):
    root = tree(page)
    assert root.find("head/title").text
    assert root.find("head/meta").attrib == {"charset": "utf-8"}
    assert root.find("body/h1") is not None
    for colour in ("color:", "color=", "<font"):
        assert colour not in page.read_text(encoding="utf-8")  # the theme decides
    for link in links(page):
        assert "://" not in link, "the help is offline"
        assert (HELP / link).exists(), link


def test_every_page_is_reached_from_the_contents():
    seen, todo = set(), [CONTENTS]
    while todo:
        page = todo.pop()
        if page not in seen:
            seen.add(page)
            todo += [link for link in links(HELP / page) if link.endswith(".html")]
    assert seen == {page.name for page in PAGES}


def test_every_algorithm_has_a_page_that_names_its_parameters_and_outputs(algorithms):
    assert len(algorithms) >= 7
    for name, algorithm in algorithms.items():
        text = words(HELP / f"{name}.html")
        for parameter in algorithm.parameterDefinitions():
            assert f"({parameter.name()}" in text, (name, parameter.name())
            assert parameter.description() in text, (name, parameter.name())
            assert " ".join(parameter.help().split()) in text, (name, parameter.name())
        for output in algorithm.outputDefinitions():
            assert output.name() in text, (name, output.name())


def test_no_page_speaks_of_parameters_that_are_gone(algorithms):
    for name, algorithm in algorithms.items():
        known = {one.name() for one in algorithm.parameterDefinitions()}
        known |= {one.name() for one in algorithm.outputDefinitions()}
        text = (HELP / f"{name}.html").read_text(encoding="utf-8")
        part = text.split("<!-- parameters -->")[1].split("<!-- end of parameters -->")[0]
        assert set(re.findall(r"<code>(\w+)</code>", part)) == known


def test_dialogs_show_the_page_in_one_line_with_links_to_files(algorithms):
    for name, algorithm in algorithms.items():
        text = algorithm.shortHelpString()
        assert text == help_text(name) and text
        assert "\n" not in text and "<!--" not in text and "<h1>" not in text
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            assert Path(QUrl(link).toLocalFile()).exists(), link
        assert Path(QUrl(algorithm.helpUrl()).toLocalFile()).name == f"{name}.html"


def test_an_algorithm_without_a_page_has_no_help_file():
    assert help_text("nothing") == help_url("nothing") == ""


def test_other_languages_get_the_translated_parameters(algorithms, monkeypatch):
    algorithm = algorithms["indexinfo"]
    monkeypatch.setattr("plugin.processing.common.tr_attribute", lambda text: f"übersetzt {text}")
    text = algorithm.shortHelpString()
    assert "übersetzt" in text
    assert all(one.help() in text for one in algorithm.parameterDefinitions())


def test_the_pictures_are_small_and_can_be_read():
    pictures = [file for file in HELP.iterdir() if file.suffix in (".jpg", ".png")]
    used = {link for page in PAGES for link in links(page)}
    assert {file.name for file in pictures} - {"ground.jpg"} <= used  # that one is the README's
    assert sum(file.stat().st_size for file in pictures) < LARGEST_PICTURES_BYTES
    for file in pictures:
        with Image.open(file) as picture:
            picture.load()


def test_qt_renders_every_page(qgis_app):
    for page in PAGES:
        document = QTextDocument()
        document.setHtml(page.read_text(encoding="utf-8"))
        shown = " ".join(document.toPlainText().replace("\ufffc", "").split())
        assert tree(page).find("body/h1").text in shown


def test_the_window_follows_links_and_goes_back(qgis_app, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "plugin.gui.help_pages.QDesktopServices.openUrl", lambda url: opened.append(url)
    )
    window = HelpWindow()
    window.show_page()
    assert window.isVisible() and "Start here" in window.pages.toPlainText()
    assert not window.back.isEnabled()
    window.follow(QUrl("tutorial.html"))
    assert "panorama_02.jpg" in window.pages.toPlainText()
    window.follow(QUrl("../sample"))
    assert [Path(url.toLocalFile()).name for url in opened] == ["sample"]
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert window.pages.source().fileName() == CONTENTS
    window.follow(QUrl("privacy.html"))
    QTest.mouseClick(window.contents, Qt.MouseButton.LeftButton)
    assert window.pages.source().fileName() == CONTENTS
    window.follow(QUrl("https://example.org/"))
    assert window.pages.source().fileName() == CONTENTS and len(opened) == 1
    window.close()


class Interface:
    """What the entry needs of QGIS's interface."""

    def __init__(self):
        self.window, self.menu = QMainWindow(), QMenu()

    def mainWindow(self):
        return self.window

    def addPluginToMenu(self, name, action):
        self.menu.addAction(action)

    def removePluginMenu(self, name, action):
        self.menu.removeAction(action)


def test_the_menu_has_an_entry_until_the_plugin_goes(qgis_app):
    interface = Interface()
    entry = HelpEntry(interface, "&Skymatch")
    (action,) = interface.menu.actions()
    action.trigger()
    (window,) = interface.window.findChildren(HelpWindow)
    assert window.isVisible()
    entry.open("dock.html")
    assert window.pages.source().fileName() == "dock.html"
    entry.stop()
    assert not window.isVisible() and not interface.menu.actions()
