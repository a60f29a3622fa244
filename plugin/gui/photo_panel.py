"""The dock's second step: the photo, its horizon and its ground, and what is known about it."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget, QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers.language import tr
from .accessible import name_file_field
from .background import run_aside
from .birdseye_view import BirdseyeView
from .birdseye_view_inspector import PhotoInspector
from .heading_dial_choice import HeadingChoice
from .photo_panel_camera import CameraFields
from .photo_panel_intake import PHOTO_ENDINGS, photos_in, save_picture
from .photo_panel_places import PlaceFields
from .photo_view import HorizonView
from .photo_view_job import preview_of
from .photo_view_line import HorizonLine

EQUIRECTANGULAR = "equirectangular"


class PhotoPanel(QWidget):
    """Chooses one photo or several.

    Signals:
        find_requested: the user wants them located.
        changed: other photos were chosen, or more is known of one.
        said: a sentence about something that did not work.
    """

    find_requested = pyqtSignal()
    changed = pyqtSignal()
    said = pyqtSignal(str)

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._panorama_deg: Optional[float] = None
        self._found: Dict[str, Any] = {}
        self._reads = 0
        self.can_inspect = True
        self.inspector = PhotoInspector(project, self)
        self._make_widgets(canvas, project)
        self._lay_out()
        self._connect()
        self._show_photos()

    @property
    def paths(self) -> List[Path]:
        """The chosen photos."""
        text = self.file.filePath().strip()
        if '"' not in text:
            return [Path(text)] if text else []
        return [Path(path) for path in QgsFileWidget.splitFilePaths(text)]

    @property
    def path(self) -> Optional[Path]:
        """The chosen photo; None when there is none or more than one."""
        paths = self.paths
        return paths[0] if len(paths) == 1 else None

    @property
    def summary(self) -> str:
        """What is chosen, in a few words."""
        paths = self.paths
        if len(paths) > 1:
            return tr("{} photos").format(len(paths))
        return paths[0].name if paths else tr("choose a photo")

    def take(self, paths: List[str]) -> None:
        """Choose these photos."""
        several = " ".join(f'"{path}"' for path in paths)
        self.file.setFilePath(paths[0] if len(paths) == 1 else several)

    def paste(self) -> None:
        """Choose what is on the clipboard: files, their paths as text, or a picture."""
        data = QApplication.clipboard().mimeData()
        paths = photos_in(data)
        if not paths:
            picture = save_picture(data)
            paths = [picture] if picture else []
        if paths:
            self.take(paths)
        else:
            self.said.emit(
                tr("There is no photo on the clipboard. Copy a picture or a photo file first.")
            )

    def parameters(self) -> Dict[str, Any]:
        """What is known of one photo, as parameters of `skymatch:locatephoto`."""
        return {
            **self.camera.given(),
            **self.heading_choice.parameters(),
            **self.places.parameters(),
        }

    def parameters_of_several(self) -> Dict[str, Any]:
        """The same for `skymatch:locatephotos`."""
        fov = {name: value for name, value in self.camera.given().items() if name == "FOV"}
        return {**fov, **self.places.parameters_of_several()}

    def inspect(self) -> None:
        """Have the photo looked at with what the user has stated."""
        if self.path is None or not self.path.is_file() or not self.can_inspect:
            return
        self.inspector.ask({"PHOTO": str(self.path), **self.camera.given()})

    def stop(self) -> None:
        """The plugin is unloaded."""
        self._reads += 1
        self.inspector.forget()
        self.heading_choice.stop()
        self.places.stop()

    def _make_widgets(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
        self.file.setDialogTitle(tr("Choose one photo or several"))
        patterns = " ".join(f"*{end}" for end in PHOTO_ENDINGS)
        self.file.setFilter(f"{tr('Photos')} ({patterns});;{tr('All files')} (*)")
        self.file.setToolTip(
            tr("A street photo or panorama, or several: drop them here or onto the map")
        )
        name_file_field(self.file, tr("Photos"))
        self.paste_button = QToolButton()
        self.paste_button.setText(tr("Paste"))
        self.paste_button.setToolTip(
            tr("Take a picture or a photo file from the clipboard (Ctrl+V)")
        )
        self.preview = HorizonView()
        self.birdseye = BirdseyeView()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.camera = CameraFields()
        self.heading_choice = HeadingChoice(canvas, project)
        self.heading, self.tolerance = self.heading_choice.heading, self.heading_choice.tolerance
        self.fov = self.camera.fov
        self.places = PlaceFields(canvas, project)
        self.find_button = QPushButton(tr("&Find"))
        self.find_button.setDefault(True)

    def _lay_out(self) -> None:
        files, pictures, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        files.addWidget(self.file, 1)
        files.addWidget(self.paste_button)
        pictures.addWidget(self.preview, 1)
        pictures.addWidget(self.birdseye)
        last.addStretch(1)
        last.addWidget(self.find_button)
        column = QVBoxLayout(self)
        column.addLayout(files)
        column.addLayout(pictures)
        column.addWidget(self.sentence)
        column.addWidget(self.camera)
        column.addWidget(self.heading_choice)
        column.addWidget(self.places)
        column.addLayout(last)
        self.last_row = last

    def _connect(self) -> None:
        self.file.fileChanged.connect(self._show_photos)
        self.paste_button.clicked.connect(self.paste)
        self.find_button.clicked.connect(self.find_requested)
        self.preview.horizon_moved.connect(self.camera.horizon.setValue)
        self.preview.rolled.connect(self.camera.roll.setValue)
        self.preview.reset_requested.connect(self._reset_horizon)
        self.camera.changed.connect(self._camera_changed)
        self.inspector.started.connect(self.birdseye.show_waiting)
        self.inspector.inspected.connect(self._show_findings)
        self.inspector.failed.connect(self._show_failure)
        self.places.said.connect(self.said)

    def _show_photos(self, *_: object) -> None:
        """Other photos were chosen."""
        self._reads += 1
        self._found, self._panorama_deg = {}, None
        self.inspector.forget()
        self.camera.forget()
        self.heading_choice.show_file(None)
        self.places.show_position(None, None)
        several, path = len(self.paths) > 1, self.path
        for widget in (self.heading_choice, self.birdseye):
            widget.setVisible(not several)
        for name in ("HORIZON", "ROLL", "CAMERA_HEIGHT"):
            self.camera.fields[name].setEnabled(not several)
        self.places.show_several(several)
        self._say("")
        self.birdseye.show_message(tr("The ground from above"))
        if several:
            self.preview.show_message(
                tr("{} photos. All are located in one run.").format(len(self.paths))
            )
        elif path is None:
            self.preview.show_message(tr("Drop a street photo or panorama here"))
        elif not path.is_file():
            self.preview.show_message(tr("There is no file {}.").format(path.name))
        else:
            self._read(path)
        self.changed.emit()

    def _read(self, path: Path) -> None:
        self.preview.show_message(tr("Reading the photo …"))
        read = self._reads
        run_aside(
            tr("Skymatch: read {}").format(path.name),
            lambda: preview_of(path),
            lambda image: self._show_preview(read, image),
            lambda sentence: self._show_unreadable(read, sentence),
        )

    def _show_preview(self, read: int, image: QImage) -> None:
        if read != self._reads:
            return  # another photo has been chosen meanwhile
        self.preview.show_photo(image)
        self.inspect()

    def _show_unreadable(self, read: int, sentence: str) -> None:
        if read == self._reads:
            self.preview.show_message(sentence)

    def _camera_changed(self) -> None:
        self._show_line()
        self.inspect()

    def _reset_horizon(self) -> None:
        self.camera.horizon.forget()
        self.camera.roll.forget()

    def _show_line(self) -> None:
        """The horizon that applies, once it is known."""
        horizon, roll_deg = self.camera.horizon.effective, self.camera.roll.effective
        if horizon is None or self.preview.image.isNull():
            return
        panorama_deg = self._panorama_deg and (self.camera.fov.effective or self._panorama_deg)
        line = HorizonLine(horizon, roll_deg or 0.0, self.preview.aspect, panorama_deg)
        own = self.camera.horizon.given is not None
        self.preview.show_line(line, own, float(self._found.get("HORIZON_SIGMA") or 0.0))

    def _show_findings(self, found: Mapping[str, Any]) -> None:
        """What `skymatch:inspectphoto` says."""
        self._found = dict(found)
        panorama = found.get("PROJECTION") == EQUIRECTANGULAR
        self._panorama_deg = float(found.get("FOV") or 360.0) if panorama else None
        self.camera.show_estimates(found)
        self._show_line()
        self.birdseye.show_picture(QImage(str(found.get("BIRDSEYE", ""))), panorama)
        self._say(str(found.get("SENTENCE", "")))
        self.heading_choice.show_file(found.get("HEADING_IN_FILE"))
        self.places.show_position(found.get("LON_IN_FILE"), found.get("LAT_IN_FILE"))
        self.changed.emit()

    def _show_failure(self, sentence: str) -> None:
        self.birdseye.show_message(tr("No view of the ground"))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
