"""What a server answered while a provider read from it: what failed, and what it has not.

QGIS paints a tile transparent whatever was wrong with it. Its network manager, one per thread,
tells more: the replies themselves pass by here before the provider takes them. Tiles that QGIS
fetches in a thread of its own are told of afterwards, see `tile_replies`.
"""

import math
from typing import Callable, Dict, Optional, Set

from qgis.core import QgsNetworkAccessManager, QgsRectangle
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from .blank import Pixels
from .tile_replies import TileReplies, TileReply, place_of

PEEK_BYTES = 64_000_000
TRAILER_BYTES = 1024
NOT_THERE = frozenset({204, 404, 410})
FINE = range(200, 300)
REDIRECTS = range(300, 400)

_PNG, _PNG_END = b"\x89PNG", b"IEND"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class ReplyWatch:
    """Listens to the replies that the current thread receives; one source per thread.

    To be made in the main thread. A read is framed by `start` and `settle`.

    Attributes:
        seen: whether it is known what was answered to the last read. Where it is not, its picture
            is all there is to judge by.
        failed: addresses whose last reply was no whole picture, though the server may have one.
        cut_off: addresses of pictures that ended early and were painted all the same. QGIS keeps
            them until it is closed, so that asking again is of no use in this run.
        unanswered: how many of the failed ones got no answer at all.
    """

    def __init__(self) -> None:
        self.seen = False
        self.failed: Set[str] = set()
        self.cut_off: Set[str] = set()
        self._unanswered: Dict[str, bool] = {}
        self._manager: Optional[QgsNetworkAccessManager] = None
        self._elsewhere = TileReplies()
        self._tiles_pass_here = False
        self._judged: Set[str] = set()

    @property
    def unanswered(self) -> int:
        """See the class."""
        return sum(self._unanswered.get(address, False) for address in self.failed)

    def start(self) -> None:
        """Begin to listen in the current thread, and forget what failed before."""
        self.failed.clear()
        self._judged.clear()
        if self._manager is None:
            self._manager = QgsNetworkAccessManager.instance()
            # of the base class: QGIS's own signal of that name hides the reply
            QNetworkAccessManager.finished.__get__(self._manager).connect(self._judge)
        self._elsewhere.start()

    def settle(self, extent: QgsRectangle, pixels: Pixels, stopped: Callable[[], bool]) -> None:
        """Add what other threads received for a read that has ended.

        Args:
            extent: of the read, in the layer's CRS.
            pixels: (rows, cols, 4) uint8, what came of it.
            stopped: whether there is no use in waiting for those threads any longer.
        """
        told = [] if self._tiles_pass_here else self._elsewhere.heard(stopped)
        for reply in told or ():
            shared = extent.intersect(reply.place)
            if reply.address not in self._judged and not shared.isEmpty():
                self._judge_told(reply, extent, pixels)
        self.seen = told is not None and bool(self._unanswered)

    def forget_bad_pictures(self) -> None:
        """Take them out of the cache on disk, or they would come back for ever."""
        cache = None if self._manager is None else self._manager.cache()
        if cache is not None:
            for address in self.failed:
                cache.remove(QUrl(address))

    def _judge(self, reply: QNetworkReply) -> None:
        """Sort one reply; it comes before the provider reads it."""
        address = reply.url().toString()
        self._judged.add(address)
        self._tiles_pass_here |= place_of(reply.request()) is not None
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        broken = reply.error() != QNetworkReply.NetworkError.NoError
        self._sort(address, status, broken, lambda: bytes(reply.peek(PEEK_BYTES)))

    def _judge_told(self, reply: TileReply, extent: QgsRectangle, pixels: Pixels) -> None:
        """Sort a reply of another thread, which may be one to another layer."""
        if reply.failed and _is_painted(reply.place, extent, pixels):
            return
        self._sort(reply.address, reply.status, reply.failed, lambda: self._cached(reply.address))

    def _cached(self, address: str) -> bytes:
        """A picture as it lies in the cache on disk; empty when the server forbids to keep it."""
        cache = None if self._manager is None else self._manager.cache()
        device = None if cache is None else cache.data(QUrl(address))
        return b"" if device is None else bytes(device.readAll())

    def _sort(
        self, address: str, status: Optional[int], broken: bool, body: Callable[[], bytes]
    ) -> None:
        self.failed.discard(address)
        self._unanswered[address] = status is None
        if status in NOT_THERE or status in REDIRECTS:
            return
        if broken or status not in FINE:
            self.failed.add(address)
            return
        picture = body()
        if _is_text(picture):
            self.failed.add(address)
        elif _is_cut_off(picture):
            self.failed.add(address)
            self.cut_off.add(address)


def _is_painted(place: QgsRectangle, extent: QgsRectangle, pixels: Pixels) -> bool:
    """Whether a picture shows something everywhere in a place, its edge left out."""
    rows, cols = pixels.shape[:2]
    wide, high = cols / extent.width(), rows / extent.height()
    west = max(0, math.ceil((place.xMinimum() - extent.xMinimum()) * wide) + 1)
    east = min(cols, math.floor((place.xMaximum() - extent.xMinimum()) * wide) - 1)
    north = max(0, math.ceil((extent.yMaximum() - place.yMaximum()) * high) + 1)
    south = min(rows, math.floor((extent.yMaximum() - place.yMinimum()) * high) - 1)
    if east <= west or south <= north:
        return False
    return bool(pixels[north:south, west:east, 3].all())


def _is_text(body: bytes) -> bool:
    """Whether a page or a message came instead of a picture."""
    return body.lstrip()[:1] in (b"<", b"{")


def _is_cut_off(body: bytes) -> bool:
    """Whether a PNG or JPEG lacks its end."""
    end = body[-TRAILER_BYTES:]
    if body.startswith(_PNG):
        return _PNG_END not in end
    return body.startswith(_JPEG) and _JPEG_END not in end
