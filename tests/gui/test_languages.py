"""The dock in other languages: no text is cut in the longest, nothing is broken right to left."""

import base64
from pathlib import Path

import pytest
from qgis.core import QgsHeatmapRenderer
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QFont, QFontMetricsF, QImage, QPainter
from qgis.PyQt.QtWidgets import QApplication

from plugin.gui.review_panel import ReviewPanel
from plugin.gui.software_page import SoftwarePage
from plugin.layers.heat_legend import TEXT_PX, WIDTH_PX, heat_legend
from plugin.layers.language import FOLDER, tr
from tests.gui.review_scene import POSES, load_results, write_results

DOCK_WIDTH_PX = 380  # QGIS opens it 372 wide at 96 dots per inch; a few more do no harm


@pytest.fixture(params=sorted(file.stem for file in FOLDER.glob("*.qm")))
def translated(request, qgis_app):
    """Skymatch in each of its languages."""
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{request.param}.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def right_to_left(qgis_app):
    """The whole application, as Arabic, Hebrew or Persian set it."""
    before = QApplication.layoutDirection()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(before)


@pytest.fixture
def panel(project, canvas):
    """The review panel with candidates; it takes on the direction of the application."""
    file = Path(project.homePath()) / "street_02.gpkg"
    write_results(file)
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    yield panel
    panel.stop()
    panel.deleteLater()
    QCoreApplication.processEvents()


def test_the_dock_keeps_its_width_in_every_language(translated, dock):
    """Also with a photo that brings a heading: nothing is scrolled sideways."""
    dock.photo.heading_choice.show_file(298.0)
    dock.photo.layout().activate()
    assert dock.steps.minimumSizeHint().width() <= DOCK_WIDTH_PX


def test_the_words_of_the_heat_legend_fit_beside_each_other(translated):
    """They share one line below the ramp."""
    font = QFont(QApplication.font())
    font.setPixelSize(TEXT_PX - 4)
    width = QFontMetricsF(font).horizontalAdvance
    assert width(tr("less probable")) + width("  ") + width(tr("more")) <= WIDTH_PX


def test_arrows_point_the_way_the_list_goes(right_to_left, panel):
    """Previous stands at the right there, and points to the right."""
    assert panel.previous.text() == "▶" and panel.next.text() == "◀"
    panel.resize(460, 700)
    panel.show()
    QCoreApplication.processEvents()
    assert panel.previous.x() > panel.next.x()
    panel.next.click()
    assert panel.feature["rank"] == 2
    assert panel.list.topLevelItemCount() == len(POSES)


def test_arrows_point_as_usual_otherwise(panel):
    """Previous at the left."""
    assert panel.previous.text() == "◀" and panel.next.text() == "▶"


def ink(image: QImage) -> float:
    """Where the written pixels of the line below the ramp lie on average, 0 left to 1 right."""
    rows = range(image.height() - TEXT_PX, image.height())
    columns = [
        x for x in range(image.width()) for y in rows if image.pixelColor(x, y).alpha() > 100
    ]
    return sum(columns) / len(columns) / image.width()


def legend() -> QImage:
    """The heat map's legend as it is drawn now."""
    data = base64.b64decode(heat_legend(QgsHeatmapRenderer()).split(":", 1)[1])
    return QImage.fromData(data)


def test_the_heat_legend_keeps_its_words_at_their_ends(qgis_app, request):
    """The ramp is not mirrored; its words must not be either."""
    usual = legend()
    assert ink(usual) < 0.5  # the longer word stands at the left
    request.getfixturevalue("right_to_left")
    assert legend() == usual


def test_paths_keep_their_slashes_right_to_left(right_to_left):
    """The same picture as a text that runs from left to right anyway."""
    page = SoftwarePage()
    places = [page.table.topLevelItem(n).text(3) for n in range(page.table.topLevelItemCount())]
    paths = [place for place in places if "/" in place or "\\" in place]
    assert paths
    for place in paths:
        assert drawn(place, Qt.LayoutDirection.RightToLeft) == drawn(
            place, Qt.LayoutDirection.LeftToRight
        )
        bare = place.lstrip("\u200e")
        assert drawn(bare, Qt.LayoutDirection.RightToLeft) != drawn(
            bare, Qt.LayoutDirection.LeftToRight
        )
    page.deleteLater()


def drawn(text: str, direction: "Qt.LayoutDirection") -> QImage:
    """A text as a table writes it."""
    image = QImage(900, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    absolute = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(image.rect(), absolute, text)
    painter.end()
    return image
