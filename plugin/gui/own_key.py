"""Keys that QGIS has too: in Skymatch's dock Ctrl+V pastes a photo, Ctrl+Z takes a review back."""

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QWidget


class OwnKey(QObject):
    """Watches a widget for a standard key, after text fields in it have had their turn.

    A shortcut would not do: QGIS has one for the same key, and Qt then triggers neither.

    Signals:
        pressed: the key was pressed.
    """

    pressed = pyqtSignal()

    def __init__(self, key: "QKeySequence.StandardKey", watched: QWidget) -> None:
        super().__init__(watched)
        self._key = key
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key before shortcuts are looked up, and act when it comes."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not event.matches(self._key):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit()
        return True
