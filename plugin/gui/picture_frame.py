"""Where a picture lies in its widget when it is fitted, enlarged and moved. No widget in it."""

from dataclasses import dataclass, field, replace
from typing import List

from qgis.PyQt.QtCore import QPointF, QRectF, QSizeF

MOST_ZOOM = 12.0


@dataclass(frozen=True)
class PictureFrame:
    """A picture in a room. Places in the picture are fractions from its upper left corner.

    Attributes:
        picture, room: sizes in pixels; neither is empty.
        zoom: 1 when the whole picture fits.
        middle: what lies in the middle of the room.
        goes_round: left and right edge of the picture show the same, as in a panorama.
    """

    picture: QSizeF
    room: QSizeF
    zoom: float = 1.0
    middle: QPointF = field(default_factory=lambda: QPointF(0.5, 0.5))
    goes_round: bool = False

    @property
    def size(self) -> QSizeF:
        """How large the picture is drawn."""
        scale = min(
            self.room.width() / self.picture.width(), self.room.height() / self.picture.height()
        )
        return self.picture * (scale * self.zoom)

    @property
    def filling_zoom(self) -> float:
        """At this zoom the picture leaves no part of the room empty."""
        fitted = replace(self, zoom=1.0).size
        return max(self.room.width() / fitted.width(), self.room.height() / fitted.height())

    def rects(self) -> List[QRectF]:
        """Where the picture is to be drawn: once, or side by side where it goes round."""
        size = self.size
        left = self.room.width() / 2.0 - self.middle.x() * size.width()
        top = self.room.height() / 2.0 - self.middle.y() * size.height()
        rect = QRectF(left, top, size.width(), size.height())
        if not self._is_wide:
            return [rect]
        turns = (rect.translated(turn * size.width(), 0.0) for turn in (-1, 0, 1))
        return [one for one in turns if one.left() < self.room.width() and one.right() > 0.0]

    def place(self, fraction: QPointF) -> QPointF:
        """Where a place of the picture is drawn; where it goes round, the one that is seen."""
        size, across = self.size, fraction.x() - self.middle.x()
        if self._is_wide:
            across -= round(across)
        return QPointF(
            self.room.width() / 2.0 + across * size.width(),
            self.room.height() / 2.0 + (fraction.y() - self.middle.y()) * size.height(),
        )

    def fraction(self, place: QPointF) -> QPointF:
        """What of the picture is drawn at a place of the room; outside of 0 to 1 nothing is."""
        size = self.size
        across = self.middle.x() + (place.x() - self.room.width() / 2.0) / size.width()
        down = self.middle.y() + (place.y() - self.room.height() / 2.0) / size.height()
        return QPointF(across % 1.0 if self._is_wide else across, down)

    def zoomed(self, factor: float, place: QPointF) -> "PictureFrame":
        """Larger or smaller; what is drawn at the place stays there."""
        held = self.fraction(place)
        larger = replace(self, zoom=min(max(self.zoom * factor, 1.0), MOST_ZOOM))
        return larger.moved(place - larger.place(held))

    def moved(self, by: QPointF) -> "PictureFrame":
        """Moved by pixels, not farther than the picture reaches."""
        size = self.size
        across = self.middle.x() - by.x() / size.width()
        down = self.middle.y() - by.y() / size.height()
        half_across = min(0.5, self.room.width() / size.width() / 2.0)
        half_down = min(0.5, self.room.height() / size.height() / 2.0)
        across = across % 1.0 if self._is_wide else min(max(across, half_across), 1 - half_across)
        return replace(self, middle=QPointF(across, min(max(down, half_down), 1.0 - half_down)))

    @property
    def _is_wide(self) -> bool:
        """Whether it goes round and more of it is drawn than the room is wide."""
        return self.goes_round and self.size.width() >= self.room.width()
