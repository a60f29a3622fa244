"""The plugin as QGIS sees it: provider, menu, toolbar, dock. Nothing heavy is imported here."""

from pathlib import Path
from typing import TYPE_CHECKING, List, Optional, Union

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .layers.language import Language, tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .gui.dock import SkymatchDock
    from .gui.first_save import FirstSave
    from .gui.help_pages import HelpEntry
    from .gui.options_factories import SettingsPageFactory, SoftwarePageFactory
    from .layers.keeping import AttachmentKeeper
    from .layers.log_keeping import LogKeeper
    from .processing.provider import SkymatchProvider

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "skymatch.svg"
MENU = "&Skymatch"


class SkymatchPlugin:
    """Registers the Processing provider and offers the dock.

    In `qgis_process` there is no interface: only `initProcessing` is called there.
    """

    def __init__(self, iface: "Optional[QgisInterface]") -> None:
        """Keep the interface; nothing else happens before `initGui`."""
        self._iface = iface
        self._language = Language()
        self._provider: "Optional[SkymatchProvider]" = None
        self._action: Optional[QAction] = None
        self._dock: "Optional[SkymatchDock]" = None
        self._pages: "List[Union[SettingsPageFactory, SoftwarePageFactory]]" = []
        self._keepers: "List[Union[LogKeeper, AttachmentKeeper, FirstSave, HelpEntry]]" = []

    def initProcessing(self) -> None:
        """Speak QGIS's language and register the provider; also called without a user interface."""
        from .processing.packages import use_packages
        from .processing.provider import SkymatchProvider

        self._language.start()
        use_packages()
        self._provider = SkymatchProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add provider, menu entry and toolbar button."""
        self.initProcessing()
        if self._iface is None:
            return
        title = tr("Skymatch: locate photos")
        self._action = QAction(QIcon(str(ICON)), title, self._iface.mainWindow())
        self._action.setObjectName("skymatchToggleDock")
        self._action.setCheckable(True)
        self._action.toggled.connect(self._show_dock)
        self._iface.addToolBarIcon(self._action)
        self._iface.addPluginToMenu(MENU, self._action)
        self._add_pages()
        self._keep_files()

    def unload(self) -> None:
        """Take everything away again, running work included."""
        if self._dock is not None and self._iface is not None:
            self._dock.stop()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._action is not None and self._iface is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.removePluginMenu(MENU, self._action)
            self._action.deleteLater()
            self._action = None
        self._remove_pages()
        for keeper in self._keepers:
            keeper.stop()
        self._keepers = []
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        self._language.stop()

    def _add_pages(self) -> None:
        """The pages under Settings > Options, and the log that one of them shows."""
        from .gui.log_lines import LOG_LINES
        from .gui.options_factories import SettingsPageFactory, SoftwarePageFactory

        icon = QIcon(str(ICON))
        self._pages = [SettingsPageFactory(icon), SoftwarePageFactory(icon, self._look_again)]
        for page in self._pages:
            self._iface.registerOptionsWidgetFactory(page)
        LOG_LINES.start()

    def _remove_pages(self) -> None:
        if self._pages and self._iface is not None:
            from .gui.log_lines import LOG_LINES

            LOG_LINES.stop()
            for page in self._pages:
                self._iface.unregisterOptionsWidgetFactory(page)
            self._pages = []

    def _keep_files(self) -> None:
        """What is there for as long as QGIS runs: watches over the project's files, and help."""
        from .gui.first_save import FirstSave
        from .gui.help_pages import HelpEntry
        from .layers.keeping import AttachmentKeeper
        from .layers.log_keeping import LogKeeper

        project = QgsProject.instance()
        self._keepers = [
            LogKeeper(project),
            AttachmentKeeper(project),
            FirstSave(project, self._iface.messageBar()),
            HelpEntry(self._iface, MENU),
        ]

    def _look_again(self) -> None:
        """onnxruntime has been installed: an open dock need not ask for it any more."""
        if self._dock is not None:
            self._dock.index.refresh()

    def _show_dock(self, visible: bool) -> None:
        is_new = self._dock is None and visible
        if is_new:
            self._dock = self._new_dock()
        if self._dock is not None:
            self._dock.setUserVisible(visible)
        if is_new:
            self._widen(self._dock)

    def _widen(self, dock: "SkymatchDock") -> None:
        """QGIS gives a new dock the least width that it can have."""
        width = dock.sizeHint().width()
        if width > dock.width() and not dock.isFloating():
            sideways = Qt.Orientation.Horizontal
            self._iface.mainWindow().resizeDocks([dock], [width], sideways)

    def _new_dock(self) -> "SkymatchDock":
        from .gui.dock import SkymatchDock

        dock = SkymatchDock(self._iface.mapCanvas(), self._iface.messageBar())
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.closed.connect(lambda: self._action.setChecked(False))
        return dock
