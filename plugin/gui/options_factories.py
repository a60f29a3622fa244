"""How QGIS's Options dialog gets Skymatch's pages."""

from typing import Callable, List, Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ..layers.language import tr

TITLE = "Skymatch"


class SettingsPageFactory(QgsOptionsWidgetFactory):
    """Makes the page with the settings."""

    def __init__(self, icon: QIcon) -> None:
        super().__init__(TITLE, icon)

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """Called whenever the dialog opens."""
        from .options_page import SettingsPage

        return SettingsPage(parent)


class SoftwarePageFactory(QgsOptionsWidgetFactory):
    """Makes the page with what runs, the installation and the diagnostics."""

    def __init__(self, icon: QIcon, changed: Callable[[], None]) -> None:
        """`changed` is called when onnxruntime has been installed."""
        super().__init__(tr("Installation and diagnostics"), icon)
        self._changed = changed

    def path(self) -> "List[str]":
        """Below the page with the settings."""
        return [TITLE]

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """Called whenever the dialog opens."""
        from .software_page import SoftwarePage

        page = SoftwarePage(parent)
        page.changed.connect(self._changed)
        return page
