"""The dock without a mouse: Tab reaches everything, and everything has a name."""

import pytest
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.gui.review_scene import load_results, write_results


@pytest.fixture
def open_dock(project, dock, tmp_path):
    """All steps unfolded, candidates to review, the focus on the first header."""
    write_results(tmp_path / "street_02.gpkg")
    load_results(project, tmp_path / "street_02.gpkg")
    dock.review.find_layers()
    dock.photo.can_inspect = False
    dock.photo.heading.setValue(10)
    dock.photo.places.setCollapsed(False)
    dock.resize(420, 2400)
    dock.show()
    for step in (dock.index_step, dock.photo_step, dock.results_step):
        step.open()
    dock.review.session.decide(dock.review.list.feature_id, "maybe")
    QApplication.setActiveWindow(dock)
    QApplication.processEvents()
    dock.index_step.header.setFocus()
    return dock


def walk(key):
    """The widgets that a key leads through, from the one with the focus until it is back."""
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], key)
    return seen


def in_reach(dock):
    """What Tab should lead to: seen, enabled, and not a part of another widget."""
    return [
        widget
        for widget in dock.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def test_tab_reaches_everything_and_leads_back(open_dock):
    """Forward and backward, in the order in which it is read."""
    order = walk(Qt.Key.Key_Tab)
    assert set(order) == set(in_reach(open_dock))
    assert QApplication.focusWidget() is open_dock.index_step.header
    backward = walk(Qt.Key.Key_Backtab)
    assert backward[1:] == order[:0:-1]
    photo, review = open_dock.photo, open_dock.review
    menu = photo.last_row.itemAt(0).widget()
    read = [
        open_dock.index.build_button,
        open_dock.photo_step.header,
        photo.paste_button,
        photo.heading_choice.dial,
        photo.places.area,
        menu,
        photo.find_button,
        open_dock.results_step.header,
        review.list,
        review.previous,
        review.report_button,
        review.form.accept,
        review.form.clear,
        review.form.reason,
        review.form.note,
        review.form.undo,
        review.form.save,
    ]
    places = [order.index(widget) for widget in read]
    assert places == sorted(places)


def test_buttons_without_words_have_names(open_dock):
    """A screen reader says them, a tooltip shows them."""
    for button in open_dock.findChildren(QAbstractButton):
        inside_field = isinstance(button.parent(), (QgsFilterLineEdit, QLineEdit))
        if inside_field or not button.isVisible() or any(map(str.isalpha, button.text())):
            continue
        assert button.accessibleName(), button.objectName()
        assert button.toolTip(), button.objectName()


def test_fields_have_names(open_dock):
    """Their own, or that of the label before them."""
    labelled = {label.buddy() for label in open_dock.findChildren(QLabel)}
    for widget in in_reach(open_dock):
        if isinstance(widget, (QComboBox, QLineEdit)):
            assert widget.accessibleName() or widget in labelled, widget.toolTip()


def test_the_focus_is_seen(open_dock):
    """What is painted by hand shows it as well: the picture is another one with the focus."""
    dial = open_dock.photo.heading_choice.dial
    without = dial.grab().toImage()
    dial.setFocus()
    assert dial.grab().toImage() != without
