"""What a server answered while a provider read from it: what failed, and what it has not.

QGIS paints a tile transparent whatever was wrong with it. Its network manager, one per thread,
tells more: the replies themselves pass by here before the provider takes them.
"""

from typing import Dict, Optional, Set

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

PEEK_BYTES = 64_000_000
TRAILER_BYTES = 1024
NOT_THERE = frozenset({204, 404, 410})
FINE = range(200, 300)
REDIRECTS = range(300, 400)

_PNG, _PNG_END = b"\x89PNG", b"IEND"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class ReplyWatch:
    """Listens to the replies that the current thread receives; one source per thread.

    Attributes:
        seen: whether any reply has passed by since the start. Where none ever does, the provider
            fetches in another way and its pictures are all there is to judge by.
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

    @property
    def unanswered(self) -> int:
        """See the class."""
        return sum(self._unanswered.get(address, False) for address in self.failed)

    def start(self) -> None:
        """Begin to listen in the current thread, and forget what failed before."""
        self.failed.clear()
        if self._manager is None:
            self._manager = QgsNetworkAccessManager.instance()
            # of the base class: QGIS's own signal of that name hides the reply
            QNetworkAccessManager.finished.__get__(self._manager).connect(self._judge)

    def forget_bad_pictures(self) -> None:
        """Take them out of the cache on disk, or they would come back for ever."""
        cache = None if self._manager is None else self._manager.cache()
        if cache is not None:
            for address in self.failed:
                cache.remove(QUrl(address))

    def _judge(self, reply: QNetworkReply) -> None:
        """Sort one reply; it comes before the provider reads it."""
        self.seen = True
        address = reply.url().toString()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        self.failed.discard(address)
        if status in NOT_THERE or status in REDIRECTS:
            return
        self._unanswered[address] = status is None
        if reply.error() != QNetworkReply.NetworkError.NoError or status not in FINE:
            self.failed.add(address)
            return
        body = bytes(reply.peek(PEEK_BYTES))
        if _is_text(body):
            self.failed.add(address)
        elif _is_cut_off(body):
            self.failed.add(address)
            self.cut_off.add(address)


def _is_text(body: bytes) -> bool:
    """Whether a page or a message came instead of a picture."""
    return body.lstrip()[:1] in (b"<", b"{")


def _is_cut_off(body: bytes) -> bool:
    """Whether a PNG or JPEG lacks its end."""
    end = body[-TRAILER_BYTES:]
    if body.startswith(_PNG):
        return _PNG_END not in end
    return body.startswith(_JPEG) and _JPEG_END not in end
