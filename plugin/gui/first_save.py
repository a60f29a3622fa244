"""After a project's first save: offers to bring in what was made before it had a folder."""

from qgis.core import Qgis, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from ..engine.errors import SkymatchError
from ..layers.language import tr
from ..layers.moving import bring_in, files_below
from ..layers.project_folder import folder_of


class FirstSave:
    """Listens to one project from its creation to `stop`.

    Indexes and results of an unsaved project lie in the user's profile. A project that is moved to
    another computer would lose them.
    """

    def __init__(self, project: QgsProject, bar: QgsMessageBar) -> None:
        self._project = project
        self._bar = bar
        # An empty project has no file: this is the folder in the profile.
        self._profile = folder_of(QgsProject())
        project.projectSaved.connect(self._offer)

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._project.projectSaved.disconnect(self._offer)

    def bring_in(self) -> None:
        """Copy the files beside the project and save it again."""
        try:
            count = bring_in(self._project, self._profile, folder_of(self._project))
        except SkymatchError as error:
            self._bar.pushMessage("Skymatch", str(error), Qgis.MessageLevel.Warning)
            return
        self._project.write()
        self._bar.pushMessage(
            "Skymatch",
            tr("{} files were copied to the project's folder.").format(count),
            Qgis.MessageLevel.Success,
        )

    def _offer(self) -> None:
        if not files_below(self._project, self._profile):
            return
        message = QgsMessageBar.createMessage(
            "Skymatch",
            tr("Copy index and results beside the project?"),
        )
        button = QPushButton(tr("Bring them in"))
        button.clicked.connect(self._accept)
        message.layout().addWidget(button)
        self._bar.pushWidget(message, Qgis.MessageLevel.Info)

    def _accept(self) -> None:
        self._bar.popWidget()
        self.bring_in()
