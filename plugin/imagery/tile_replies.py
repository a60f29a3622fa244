"""What QGIS's thread for tiles received: newer versions fetch there, out of a provider's sight.

The network manager of the main thread is told of every reply in every thread, though without the
picture, and only when the main thread comes to it.
"""

import threading
import time
from dataclasses import dataclass
from typing import Callable, List, Optional

from qgis.core import QgsNetworkAccessManager, QgsNetworkReplyContent, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QObject, QRectF, Qt, QThread, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

PATIENCE_S = 5.0
PICTURES = ("image/", "application/octet-stream")
# where QGIS notes the place of a tile: QNetworkRequest::User + 2, TileRect in its source
_TILE_RECT = 1002


@dataclass(frozen=True)
class TileReply:
    """A reply to a request for one tile.

    Attributes:
        address: what was asked for.
        place: of the tile, in the CRS of its layer, whichever layer that is.
        status: of HTTP; None when nothing answered.
        failed: no picture came.
    """

    address: str
    place: QgsRectangle
    status: Optional[int]
    failed: bool


class TileReplies:
    """Collects the replies of all threads from `start` on. To be made in the main thread."""

    def __init__(self) -> None:
        self._manager = QgsNetworkAccessManager.instance()
        self._connected = False
        self._collecting = False
        self._replies: List[TileReply] = []
        self._bell = _Bell()
        self._bell.rung.connect(threading.Event.set, Qt.ConnectionType.QueuedConnection)
        self._answer = threading.Event()
        self._answer.set()

    def start(self) -> None:
        """Forget what was heard before."""
        self._replies = []
        self._collecting = True
        if not self._connected:
            self._connected = True
            self._manager.finished.connect(self._hear)

    def heard(self, stopped: Callable[[], bool]) -> Optional[List[TileReply]]:
        """The tiles' replies since `start`, in their order; listening ends.

        Args:
            stopped: whether there is no use in waiting any longer.

        Returns:
            None when the main thread is too busy to tell.
        """
        complete = self._main_thread_has_told(stopped)
        self._collecting = False
        return list(self._replies) if complete else None

    def _hear(self, content: QgsNetworkReplyContent) -> None:
        """Note a reply, in the main thread; its content is gone when this returns."""
        reply = tile_reply(content) if self._collecting else None
        if reply is not None:
            self._replies.append(reply)

    def _main_thread_has_told(self, stopped: Callable[[], bool]) -> bool:
        """Wait until it has come to all that other threads had to tell it before."""
        if QThread.currentThread() == self._manager.thread():
            QCoreApplication.sendPostedEvents(self._manager)
            return True
        until = time.monotonic() + (PATIENCE_S if self._answer.is_set() else 0.0)
        self._answer = threading.Event()
        self._bell.rung.emit(self._answer)
        while not self._answer.wait(0.05):
            if stopped() or time.monotonic() > until:
                return False
        return True


class _Bell(QObject):
    """Rung in one thread, heard in the main thread after all that was sent there earlier."""

    rung = pyqtSignal(object)


def place_of(request: QNetworkRequest) -> Optional[QgsRectangle]:
    """Where the tile lies that is asked for; None when it is no request for a tile."""
    rect = request.attribute(QNetworkRequest.Attribute(_TILE_RECT))
    return QgsRectangle(rect) if isinstance(rect, QRectF) else None


def tile_reply(content: QgsNetworkReplyContent) -> Optional[TileReply]:
    """What a reply says; None when it is no reply for a tile."""
    place = place_of(content.request())
    if place is None:
        return None
    kinds = [
        bytes(content.rawHeader(name)).decode("latin-1").lower()
        for name in content.rawHeaderList()
        if bytes(name).lower() == b"content-type"
    ]
    broken = content.error() != QNetworkReply.NetworkError.NoError
    return TileReply(
        content.request().url().toString(),
        place,
        content.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute),
        broken or not all(kind.startswith(PICTURES) for kind in kinds),
    )
