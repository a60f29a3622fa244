"""Where a picture lies when it is fitted, enlarged, moved, and when it goes round."""

import pytest
from qgis.PyQt.QtCore import QPointF, QSizeF

from plugin.gui.picture_frame import MOST_ZOOM, PictureFrame

ROOM = QSizeF(200.0, 150.0)
PHOTO = PictureFrame(QSizeF(400.0, 200.0), ROOM)
PANORAMA = PictureFrame(QSizeF(400.0, 200.0), ROOM, 3.0, goes_round=True)


def near(place, x, y):
    """Whether a place is there, to a thousandth of a pixel."""
    return abs(place.x() - x) < 1e-3 and abs(place.y() - y) < 1e-3


def test_a_whole_picture_is_centred_and_keeps_its_shape():
    """Bands above and below, none beside."""
    (rect,) = PHOTO.rects()
    assert (rect.left(), rect.top(), rect.width(), rect.height()) == (0.0, 25.0, 200.0, 100.0)
    assert near(PHOTO.place(QPointF(0.0, 1.0)), 0.0, 125.0)
    assert PHOTO.filling_zoom == pytest.approx(1.5)


@pytest.mark.parametrize("frame", [PHOTO, PHOTO.zoomed(4.0, QPointF(30.0, 40.0)), PANORAMA])
@pytest.mark.parametrize("at", [(0.4, 0.5), (0.55, 0.45), (0.5, 0.6)])
def test_places_and_fractions_are_inverse(frame, at):
    """There and back again."""
    back = frame.fraction(frame.place(QPointF(*at)))
    assert near(back, *at)


@pytest.mark.parametrize("place", [(100.0, 75.0), (20.0, 60.0), (190.0, 90.0)])
def test_what_is_under_the_mouse_stays_there(place):
    """While it is enlarged, also in several steps."""
    mouse = QPointF(*place)
    larger = PHOTO.zoomed(3.0, mouse)
    assert near(larger.place(PHOTO.fraction(mouse)), *place)
    assert near(larger.zoomed(2.0, mouse).place(PHOTO.fraction(mouse)), *place)


def test_zoom_has_limits_and_ends_where_it_began():
    """Never smaller than the room, never larger than makes sense."""
    assert PHOTO.zoomed(0.1, QPointF()).zoom == 1.0
    assert PHOTO.zoomed(1000.0, QPointF()).zoom == MOST_ZOOM
    again = PHOTO.zoomed(5.0, QPointF(10.0, 40.0)).zoomed(0.01, QPointF(150.0, 100.0))
    assert again.rects() == PHOTO.rects()


def test_a_photo_cannot_be_lost_by_moving_it():
    """It is moved to its edge and no farther."""
    (rect,) = PHOTO.zoomed(3.0, QPointF()).moved(QPointF(9999.0, -9999.0)).rects()
    assert rect.left() == pytest.approx(0.0) and rect.bottom() == pytest.approx(ROOM.height())
    assert PHOTO.moved(QPointF(50.0, 50.0)).rects() == PHOTO.rects()


def test_a_panorama_goes_round():
    """Moved by its own width it looks the same; its seam is drawn from both sides."""
    width = PANORAMA.size.width()
    once = PANORAMA.moved(QPointF(width, 0.0))
    assert near(once.middle, PANORAMA.middle.x(), PANORAMA.middle.y())
    seam = PANORAMA.moved(QPointF(width / 2.0, 0.0))
    assert len(seam.rects()) == 2
    left, right = seam.fraction(QPointF(90.0, 75.0)), seam.fraction(QPointF(110.0, 75.0))
    assert left.x() > 0.9 and right.x() < 0.1
    assert near(seam.place(QPointF(0.02, 0.5)), 100.0 + 0.02 * width, 75.0)
    assert near(seam.place(QPointF(0.98, 0.5)), 100.0 - 0.02 * width, 75.0)
