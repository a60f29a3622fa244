"""Ctrl+V in the dock pastes a photo; QGIS's own Ctrl+V, which pastes features, stays out of it."""

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QWidget


class PasteKey(QObject):
    """Watches a widget for the key, after text fields in it have had their turn.

    A shortcut would not do: QGIS has one for the same key, and Qt then triggers neither.

    Signals:
        pressed: the key was pressed.
    """

    pressed = pyqtSignal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key before shortcuts are looked up, and act when it comes."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit()
        return True
