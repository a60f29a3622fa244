"""One session of QGIS that is driven from inside by steps, with a picture of each.

The steps only look: where a widget is and whether something has happened. All that they do goes
through `hands`. They run from a timer, so that dialogs and their event loops do not hold them up.
"""

import json
import os
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Dict, Generator, List, Optional, Tuple

from hands import Hands
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QPushButton,
    QToolButton,
    QWidget,
)
from qgis.utils import iface

TICK_MS = 20
RING_PX, RING = 22, QColor(255, 140, 0, 180)  # what it crosses can still be read

Wait = Tuple[Callable[[], bool], float, str]
Steps = Generator[Wait, None, None]


class Session:
    """Walks through steps and leaves `result.json` and pictures in a folder."""

    def __init__(self, folder: Path) -> None:
        """The folder is there already; what an earlier session noted in it is kept."""
        self.folder = folder
        self.hands = Hands()
        self._file = folder / "result.json"
        known = json.loads(self._file.read_text()) if self._file.exists() else {}
        self.result: Dict[str, Any] = {"pictures": [], "qgis": Qgis.QGIS_VERSION, **known}
        self._steps: Optional[Steps] = None
        self._wait: Wait = (lambda: True, 1.0, "start")
        self._since_s = time.monotonic()
        self._busy = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)

    def begin(self, steps: Steps) -> None:
        """Start walking; QGIS ends with 0 when the last step is done, with 1 when one fails."""
        self._steps = steps
        self._timer.start(TICK_MS)

    def click(self, widget: QWidget, name: str = "", times: int = 1) -> Steps:
        """Click the middle of a widget; a named click is one of those that are counted."""
        yield from self.click_at(widget, widget.rect().center(), name, times)

    def click_at(self, widget: QWidget, point: QPoint, name: str = "", times: int = 1) -> Steps:
        """Click a point of a widget, once one can see it."""
        yield from self.go_to(widget, point)
        self.hands.click(times)
        if name:
            self.result.setdefault("clicks", []).append(name)
        yield from self.pause(0.2)

    def go_to(self, widget: QWidget, point: Optional[QPoint] = None) -> Steps:
        """Move the mouse to a widget and rest there."""
        yield (lambda: widget.isVisible() and widget.isEnabled()), 60.0, f"{_name(widget)} is ready"
        spot = widget.mapToGlobal(point or widget.rect().center())
        self.hands.move(spot.x(), spot.y())
        yield from self.pause(0.15)

    def type(self, text: str, enter: bool = True) -> Steps:
        """Type into what has the keyboard."""
        self.hands.type(text)
        yield from self.pause(0.4)
        if enter:
            yield from self.key("Return")

    def key(self, name: str, held: str = "") -> Steps:
        """Strike a key."""
        self.hands.key(name, held)
        yield from self.pause(0.2)

    def pause(self, seconds: float) -> Steps:
        """Let QGIS work."""
        until_s = time.monotonic() + seconds
        yield (lambda: time.monotonic() >= until_s), seconds + 60.0, "a pause"

    def until(self, condition: Callable[[], bool], what: str, most_s: float = 600.0) -> Steps:
        """Wait for something to happen."""
        yield condition, most_s, what

    def drawn(self) -> Steps:
        """Wait until the map stands still."""
        yield from self.pause(0.6)
        yield (lambda: not iface.mapCanvas().isDrawing()), 300.0, "the map is drawn"
        yield from self.pause(0.4)

    def picture(self, name: str, sentence: str, ring: bool = True) -> None:
        """Keep what the screen shows, with a ring where the mouse is, and a sentence about it."""
        screen = QApplication.primaryScreen().grabWindow(0)
        if ring:
            painter = QPainter(screen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(RING, 3))
            painter.drawEllipse(QPointF(*self.hands.at), RING_PX, RING_PX)
            painter.end()
        screen.save(str(self.folder / f"{name}.png"))
        self.result["pictures"].append([name, sentence])

    def note_place(self, name: str, widget: QWidget) -> None:
        """Remember where on the screen a widget is, for cuttings from the pictures."""
        corner = widget.mapToGlobal(QPoint(0, 0))
        self.result[name] = [corner.x(), corner.y(), widget.width(), widget.height()]

    def _tick(self) -> None:
        if self._busy or self._steps is None:
            return
        self._busy = True
        condition, most_s, what = self._wait
        try:
            if condition():
                self._wait, self._since_s = next(self._steps), time.monotonic()
            elif time.monotonic() - self._since_s > most_s:
                raise TimeoutError(f"It did not happen within {most_s:.0f} s: {what}.")
        except StopIteration:
            self._end(0)
        except Exception:  # noqa: BLE001 - whatever it is, QGIS must end and say so
            self.result["failure"] = traceback.format_exc()
            QApplication.primaryScreen().grabWindow(0).save(str(self.folder / "failed.png"))
            self._end(1)
        finally:
            self._busy = False

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._file.write_text(json.dumps(self.result, indent=1))
        if code:
            os._exit(code)
        QgsApplication.exit(0)


def window(kind: str) -> QWidget:
    """The visible window of a class, looked up by the name of the class or object."""
    found = windows(kind)
    if not found:
        raise LookupError(f"There is no window {kind}.")
    return found[0]


def windows(kind: str) -> List[QWidget]:
    """Visible windows of a class or object name."""
    every = QApplication.topLevelWidgets()
    return [
        one
        for one in every
        if one.isVisible() and kind in (one.metaObject().className(), one.objectName())
    ]


def button(parent: QWidget, text: str) -> QPushButton:
    """The visible button with a text; its ampersand does not count."""
    for one in parent.findChildren(QPushButton):
        if one.isVisible() and one.text().replace("&", "") == text:
            return one
    raise LookupError(f"There is no button {text}.")


def tool_button(action: QAction) -> QToolButton:
    """The button of an action in a toolbar."""
    return next(one for one in action.associatedWidgets() if isinstance(one, QToolButton))


def item(view: QAbstractItemView, *path: str) -> QModelIndex:
    """The item below the given ones; invalid while it is not loaded."""
    index = QModelIndex()
    for name in path:
        index = next((one for one in _below(view, index) if _text(one) == name), QModelIndex())
        if not index.isValid():
            break
    return index


def _below(view: QAbstractItemView, parent: QModelIndex) -> List[QModelIndex]:
    model = view.model()
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def _text(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"{widget.metaObject().className()} {widget.objectName() or text}"
