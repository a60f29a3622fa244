"""Photo and chip side by side in a low dock, below each other in a tall one."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QVBoxLayout, QWidget

from plugin.gui.picture_pair import PicturePair

BESIDE, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def pair(qgis_app):
    """Two pictures of 150 pixels at least, in a window."""
    window = QWidget()
    pictures = [QWidget(), QWidget()]
    for picture in pictures:
        picture.setMinimumSize(150, 150)
    pair = PicturePair(*pictures)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pair)
    window.show()
    yield pair
    window.deleteLater()


@pytest.mark.parametrize(
    ("size", "orientation"),
    [((420, 200), BESIDE), ((420, 430), BESIDE), ((420, 500), BELOW), ((800, 700), BESIDE)],
)
def test_pictures_lie_so_that_both_are_large(pair, size, orientation):
    """And share the room; nothing of it is lost."""
    pair.window().resize(*size)
    QApplication.processEvents()
    assert pair.orientation() == orientation
    sides = pair.sizes()
    assert abs(sides[0] - sides[1]) <= 2
    length = size[0] if orientation == BESIDE else size[1]
    assert sum(sides) + pair.handleWidth() == length


def test_a_window_that_was_tall_can_be_made_low_again(pair):
    """Pictures below each other do not hold it open."""
    for height, orientation in ((700, BELOW), (160, BESIDE), (700, BELOW)):
        pair.window().resize(420, height)
        QApplication.processEvents()
        assert pair.orientation() == orientation and pair.height() == height
    assert pair.minimumSizeHint().height() == 150
