"""The dock's folding steps: room, keys, wheel."""

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QSpinBox, QVBoxLayout, QWidget

from plugin.gui.steps import Step, Steps

LEFT = Qt.MouseButton.LeftButton


def body(height):
    """Something of a fixed height with a field in it."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    field = QSpinBox()
    field.setRange(0, 100)
    column.addWidget(field)
    filler = QLabel("x")
    filler.setFixedHeight(height)
    column.addWidget(filler)
    return widget


@pytest.fixture
def steps(qgis_app):
    """Three steps of 200 pixels and some in a window of 700."""
    parts = [Step(f"&{n}  Step", body(200), grows=n == 3) for n in (1, 2, 3)]
    steps = Steps(parts)
    steps.resize(360, 700)
    steps.show()
    yield steps
    steps.deleteLater()


def opened(steps):
    """Which are open."""
    return [step.is_open for step in steps._steps]


def test_a_step_folds_by_key_and_by_mouse(steps):
    """Space on its title, a click anywhere in its header."""
    step = steps._steps[0]
    QTest.keyClick(step.header, Qt.Key.Key_Space)
    assert step.is_open and step.body.isVisible()
    place = QPoint(step.width() - 20, 8)
    QTest.mouseClick(step, LEFT, pos=place)
    assert not step.is_open and not step.body.isVisible()


def test_steps_fold_others_only_without_room(steps):
    """Two have room for both, a third has not."""
    for step in steps._steps[:2]:
        step.open()
    assert opened(steps) == [True, True, False]
    steps._steps[2].open()
    assert opened(steps) == [False, True, True]
    steps.resize(360, 450)
    QApplication.processEvents()
    assert opened(steps) == [False, False, True]
    assert steps.verticalScrollBar().maximum() == 0


def test_with_less_room_the_step_that_was_opened_last_stays(steps):
    """Whichever of them it is."""
    for number in (1, 0):
        steps._steps[number].open()
    assert opened(steps) == [True, True, False]
    steps.resize(360, 450)
    QApplication.processEvents()
    assert opened(steps) == [True, False, False]


def test_a_growing_step_takes_what_is_left(steps):
    """The list of candidates, for instance."""
    steps._steps[2].open()
    QApplication.processEvents()
    last = steps._steps[2]
    assert last.geometry().bottom() > 680
    last.open(False)
    QApplication.processEvents()
    assert last.height() < 60


def test_one_step_can_have_all_the_room(steps):
    """As results have when they come."""
    first, second, last = steps._steps
    first.open(), second.open()
    for wanted in (last, last, second):
        steps.open_only(wanted)
        assert [step.is_open for step in steps._steps] == [step is wanted for step in steps._steps]


def test_its_line_is_cut_and_told_in_full(steps):
    """In the tool tip, and to screen readers."""
    step = steps._steps[0]
    step.say("a very long sentence " * 20)
    assert step.state.toolTip() == "a very long sentence " * 20
    assert step.header.accessibleDescription().startswith("a very")
    assert steps.horizontalScrollBar().maximum() == 0


def wheel(widget):
    """One notch of the wheel over a widget."""
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_scrolling_past_a_field_does_not_change_it(steps, wait):
    """Unless it has the focus."""
    steps._steps[0].open()
    field = steps._steps[0].body.findChild(QSpinBox)
    other = steps._steps[0].header
    steps.activateWindow()
    other.setFocus()
    wait(lambda: other.hasFocus())
    wheel(field)
    assert field.value() == 0
    field.setFocus()
    wait(lambda: field.hasFocus())
    wheel(field)
    assert field.value() == 1


def test_the_dock_fits_a_small_screen(dock, wait):
    """360 x 800 pixels, one step open at a time where there is no room for more."""
    dock.photo.can_inspect = False
    dock.resize(360, 800)
    dock.show()
    for step in (dock.index_step, dock.photo_step):
        step.open()
        QApplication.processEvents()
        assert step.is_open
        assert dock.steps.verticalScrollBar().maximum() == 0
        assert dock.steps.horizontalScrollBar().maximum() == 0
    dock.results_step.open()
    QApplication.processEvents()
    assert dock.steps.verticalScrollBar().maximum() == 0


def test_tab_leads_from_top_to_bottom(dock):
    """Through everything that is to be seen and enabled."""
    dock.photo.can_inspect = False
    dock.resize(360, 1400)
    dock.show()
    QApplication.processEvents()
    order, widget = [], dock.index_step.header
    for _ in range(400):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is dock.index_step.header:
            break
    known = [
        dock.index_step.header,
        dock.index.raster,
        dock.index.area.kind,
        dock.index.build_button,
        dock.photo_step.header,
        dock.photo.paste_button,
        dock.photo.fov,
        dock.photo.camera.horizon,
        dock.photo.heading_choice.dial,
        dock.photo.heading,
        dock.photo.find_button,
        dock.results_step.header,
    ]
    places = [order.index(widget) for widget in known]
    assert places == sorted(places), [type(widget).__name__ for widget in order]
