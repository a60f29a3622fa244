"""Rows of buttons that wrap: nothing is cut, in narrow docks and in languages of long words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtCore import QCoreApplication, QRect, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QPushButton, QWidget

from plugin.gui.flow_layout import FlowLayout
from plugin.gui.review_widgets import ReviewWidgets

WORDS = ("Accept", "Maybe", "Annehmen", "Vielleicht", "Ablehnen, weil es nicht passt", "")


def laid_out(words, width, fills=False, direction=Qt.LayoutDirection.LeftToRight):
    """Buttons in a window of that width, placed."""
    window, buttons = QWidget(), [QPushButton(word) for word in words]
    window.setLayoutDirection(direction)
    window.setLayout(FlowLayout(buttons, fills))
    window.layout().setGeometry(QRect(0, 0, width, window.layout().heightForWidth(width)))
    return window, [button.geometry() for button in buttons]


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    width=st.integers(1, 900),
    fills=st.booleans(),
)
def test_buttons_neither_overlap_nor_leave_the_room(qgis_app, words, width, fills):
    """In reading order, each as wide as its word, in the height that was asked for."""
    window, places = laid_out(words, width, fills)
    layout = window.layout()
    room = QRect(0, 0, max(width, layout.minimumSize().width()), layout.heightForWidth(width))
    for place in places:
        assert room.contains(place)
    for left, right in zip(places, places[1:]):
        assert right.left() > left.right() or right.top() > left.bottom()
    for number, place in enumerate(places):
        item = layout.itemAt(number)
        assert place.width() >= min(item.sizeHint().width(), max(width, item.minimumSize().width()))


def test_a_row_is_filled_and_mirrored(qgis_app):
    """Buttons share what is left; where text is read from the right the first is on the right."""
    _, places = laid_out(WORDS[:2], 500, fills=True)
    assert places[0].left() == 0 and 497 <= places[1].right() <= 499
    _, mirrored = laid_out(WORDS[:2], 500, direction=Qt.LayoutDirection.RightToLeft)
    assert mirrored[0].right() == 499 > mirrored[1].right()


def test_hidden_buttons_take_no_room(qgis_app):
    """As in all of Qt's layouts."""
    window, places = laid_out(WORDS[:2], 500)
    window.layout().itemAt(0).widget().hide()
    window.layout().setGeometry(QRect(0, 0, 500, 50))
    assert window.layout().itemAt(1).widget().geometry().left() == places[0].left()
    assert window.layout().itemAt(2) is None and window.layout().takeAt(2) is None


@pytest.mark.parametrize("longer", ["", " und noch ein Wort"])
@pytest.mark.parametrize("width", [348, 460])
def test_the_review_panel_fits_a_narrow_dock(qgis_app, width, longer):
    """No button is cut off or leaves the panel, with long words too."""
    panel = ReviewWidgets()
    for button in (panel.zoom_button, panel.report_button, panel.form.maybe, panel.form.clear):
        button.setText(button.text() + longer)
    panel.resize(width, 900)
    panel.show()
    QCoreApplication.processEvents()
    assert panel.minimumSizeHint().width() <= width
    for button in panel.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        place = QRect(button.mapTo(panel, button.rect().topLeft()), button.size())
        assert panel.rect().contains(place), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
