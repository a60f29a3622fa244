"""The offline help in a window of QGIS, and its entry in the plugin's menu.

A browser would do, but those of some systems may not read the hidden folder of a QGIS profile.
"""

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers.language import tr
from ..processing.help_text import HELP

CONTENTS = "index.html"


class HelpWindow(QDialog):
    """Shows the pages in `resources/help`; it stays open beside other work."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Skymatch help"))
        self.pages = QTextBrowser()
        self.pages.setOpenLinks(False)
        self.pages.setAccessibleName(tr("Help page"))
        self.pages.anchorClicked.connect(self.follow)
        self.back = QPushButton(tr("&Back"))
        self.contents = QPushButton(tr("&Contents"))
        self.back.setAutoDefault(False)
        self.contents.setAutoDefault(False)
        self.back.clicked.connect(self.pages.backward)
        self.back.setEnabled(False)
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        self.contents.clicked.connect(lambda: self.show_page(CONTENTS))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.back)
        row.addWidget(self.contents)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        em_px = self.fontMetrics().height()
        self.resize(45 * em_px, 50 * em_px)

    def show_page(self, page: str = CONTENTS) -> None:
        """Show a page by its file name and bring the window to the front."""
        self.pages.setSource(QUrl.fromLocalFile(str(HELP / page)))
        self.show()
        self.raise_()
        self.activateWindow()

    def follow(self, link: QUrl) -> None:
        """Open a page here, and a folder in the file manager; nothing else is linked."""
        target = self.pages.source().resolved(link)
        if not target.isLocalFile():
            return
        if Path(target.toLocalFile()).is_dir():
            QDesktopServices.openUrl(target)
        else:
            self.pages.setSource(target)


def help_window(main_window: QWidget) -> HelpWindow:
    """The one help window of a QGIS; it is made when it is first asked for."""
    return main_window.findChild(HelpWindow) or HelpWindow(main_window)


def help_button(page: str) -> QToolButton:
    """A small button in a dock that shows a page."""
    button = QToolButton()
    button.setText("?")
    button.setAutoRaise(True)
    button.setToolTip(tr("Help"))
    button.setAccessibleName(tr("Help"))

    def show_page() -> None:
        window = button.window()  # of a dock that floats: the dock
        help_window(window.parentWidget() or window).show_page(page)

    button.clicked.connect(lambda _=False: show_page())
    return button


class HelpEntry:
    """The entry Help in the menu of the plugin, from its creation to `stop`."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        self._iface, self._menu = iface, menu
        icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        self.action = QAction(icon, tr("Help"), iface.mainWindow())
        self.action.setObjectName("skymatchHelp")
        self.action.triggered.connect(lambda _=False: self.open())
        iface.addPluginToMenu(menu, self.action)

    def open(self, page: str = CONTENTS) -> None:
        """Show the contents, or a page."""
        help_window(self._iface.mainWindow()).show_page(page)

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._iface.removePluginMenu(self._menu, self.action)
        self.action.deleteLater()
        window = self._iface.mainWindow().findChild(HelpWindow)
        if window is not None:
            window.close()
            window.deleteLater()
