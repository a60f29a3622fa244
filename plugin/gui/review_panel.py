"""The dock's results: candidates, photo and aerial chip side by side, and what a person decides.

Selecting a candidate marks it on the map; the map moves only when the user asks for it. Reviews go
into the layer's edit buffer (see `layers.review`): Ctrl+Z takes them back, Save writes them.
"""

from typing import List, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..engine.errors import SkymatchError
from ..layers import review
from ..layers.actions import copy_position
from ..layers.camera_text import fov_of, is_unfolded
from ..layers.language import tr
from ..layers.pictures import photo_file, photo_thumbnail
from .review_chips import ChipStore, save_small
from .review_link import CrosshairLink
from .review_marks import MapMarks
from .review_session import ReviewSession
from .review_widgets import ReviewWidgets
from .show_feature import show_feature


class ReviewPanel(ReviewWidgets):
    """Reviews the candidates layers of a project, also those of a project that was reopened.

    Signals:
        report_wanted: a printed report on this layer.
        copies_wanted: geotagged copies of the photos of this layer.
        layer_changed: this candidates layer is reviewed from now on, or none.
        said: a sentence about something that did not work.
        informed: a sentence about something that did.
    """

    report_wanted = pyqtSignal(QgsVectorLayer)
    copies_wanted = pyqtSignal(QgsVectorLayer)
    layer_changed = pyqtSignal(object)
    said = pyqtSignal(str)
    informed = pyqtSignal(str)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        project: Optional[QgsProject] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        """The canvas gets marks; it is moved only on request."""
        super().__init__(parent)
        self._canvas = canvas
        self._project = project or QgsProject.instance()
        self.session = ReviewSession(self)
        self.marks = MapMarks(canvas, self._project)
        self.chips = ChipStore(self._project, self)
        self.link = CrosshairLink(self.photo, self.chip, self.marks, canvas, self._project, self)
        self._connect()
        self._watch_project(True)
        self.use(None)
        self.find_layers()

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The candidates layer under review."""
        return self.session.layer

    @property
    def feature(self) -> Optional[QgsFeature]:
        """The current candidate, as it is in the edit buffer."""
        return self.session.feature(self.list.feature_id)

    def show_layer(self, layer: QgsVectorLayer) -> None:
        """Review this layer; its best candidate is selected, the map stays where it is."""
        self.use(layer)
        self.find_layers()

    def stop(self) -> None:
        """The plugin is unloaded: take marks away and let go of layers."""
        if self.marks.ring:
            self._watch_project(False)
            self._let_go()
            self.marks.remove()

    def find_layers(self) -> None:
        """List the project's candidates layers; keep the current one if it is still there."""
        found = {layer.id(): layer for layer in review.candidate_layers(self._project)}
        if self.layer is None or self.layer.id() not in found:
            self.use(next(iter(found.values()), None))
        titles = [(layer_id, self._title(layer)) for layer_id, layer in found.items()]
        self.fill_layers(titles, self.layer.id() if self.layer is not None else "")

    def use(self, layer: Optional[QgsVectorLayer]) -> None:
        """List the candidates of this layer, or say that there is none."""
        self.session.use(layer)
        self.chips.use(layer)
        self.marks.hide_ring()
        self.marks.hide_cross()
        self.layer_changed.emit(layer)
        if layer is None:
            self.list.forget_all()
            self.show_nothing(tr("No candidates yet. Find a photo, or open a project."))
            return
        self.list.show_layer(layer)
        self.list.step(1)
        ahead = (self.session.feature(feature_id) for feature_id in self.list.feature_ids)
        self.chips.draw_ahead([feature for feature in ahead if feature is not None])

    def zoom(self) -> None:
        """Bring the current candidate into the map's view."""
        feature = self.feature
        if feature is None:
            return
        if not show_feature(self._canvas, self._project, self.layer, feature.id()):
            self.said.emit(tr("This candidate lies outside the map's CRS."))

    def copy(self, form: str) -> None:
        """Put the current candidate's position on the clipboard."""
        feature = self.feature
        if feature is None:
            return
        try:
            text = copy_position(form, self.layer, feature, self._project)
            self.informed.emit(tr("Copied: {}").format(text))
        except SkymatchError as error:
            self.said.emit(str(error))

    def report(self) -> None:
        """Ask for a page for every candidate."""
        if self.layer is None:
            self.said.emit(tr("There are no candidates to report. Locate a photo first."))
        else:
            self.report_wanted.emit(self.layer)

    def geotag(self) -> None:
        """Ask for geotagged copies."""
        if self.layer is None:
            self.said.emit(tr("There are no candidates yet. Locate a photo first."))
        else:
            self.copies_wanted.emit(self.layer)

    def _connect(self) -> None:
        session, form = self.session, self.form
        self.layers.activated.connect(self._choose_layer)
        self.list.selected.connect(self._show)
        self.list.zoom_requested.connect(lambda _: self.zoom())
        self.list.hovered.connect(self._ring)
        self.list.unhovered.connect(lambda: self._ring(self.list.feature_id))
        self.chips.ready.connect(self._chip_ready)
        self.chips.failed.connect(self._chip_failed)
        self.photo.loaded.connect(self._keep_thumbnail)
        form.decided.connect(lambda status: session.decide(self.list.feature_id, status))
        form.described.connect(
            lambda reason, note: session.describe(self.list.feature_id, reason, note)
        )
        form.undo_requested.connect(session.undo)
        form.save_requested.connect(session.save)
        form.done.connect(self.list.setFocus)
        session.changed.connect(self._show_changed)
        session.state_changed.connect(self._refresh_form)
        session.picked.connect(self.list.select)
        session.said.connect(self.said)
        self.zoom_requested.connect(self.zoom)
        self.copy_requested.connect(self.copy)
        self.report_requested.connect(self.report)
        self.copies_requested.connect(self.geotag)

    def _watch_project(self, watch: bool) -> None:
        """Follow, or leave alone, what outlives this panel."""
        project = self._project
        for signal, slot in (
            (project.layersWillBeRemoved, self._layers_go),
            (project.layerTreeRoot().layerOrderChanged, self.find_layers),
            (project.readProject, self._project_read),
            (self._canvas.xyCoordinates, self.link.map_pointed),
        ):
            if watch:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    def _project_read(self, *_: object) -> None:
        self.find_layers()

    def _choose_layer(self, *_: object) -> None:
        self.use(self._project.mapLayer(self.layers.currentData() or ""))

    def _show(self, feature_id: int) -> None:
        """A candidate has become the current one."""
        feature = self.feature
        if feature is None:
            return
        missing = tr("The photo {} is not there any more. Put it beside the project.")
        file = photo_file(self.layer, feature, self._project)
        self.photo.show_photo(file, missing.format(feature["photo"]), is_unfolded(feature))
        self.link.use(feature)
        self._show_chip(feature)
        self._ring(feature_id)
        self._refresh_form()
        if self.follow.isChecked():
            show_feature(self._canvas, self._project, self.layer, feature_id)

    def _show_chip(self, feature: QgsFeature) -> None:
        self.chip.show_message(tr("Drawing the imagery …"))
        kept = self.chips.take(feature)
        if kept is not None:
            self.chip.show_chip(*kept, fov_of(feature))

    def _chip_ready(self, feature_id: int) -> None:
        feature = self.feature
        if feature is not None and feature.id() == feature_id:
            self._show_chip(feature)

    def _chip_failed(self, feature_id: int, sentence: str) -> None:
        if self.list.feature_id == feature_id:
            self.chip.show_message(sentence)

    def _keep_thumbnail(self, path: str) -> None:
        """The upright photo, small, for map tips."""
        feature = self.feature
        file = photo_thumbnail(self.layer, feature) if feature is not None else None
        if file is not None and not file.exists() and not self.photo.image.isNull():
            save_small(self.photo.image, file)

    def _ring(self, feature_id: Optional[int]) -> None:
        feature = self.session.feature(feature_id)
        if feature is None:
            self.marks.hide_ring()
        else:
            self.marks.ring_at(feature.geometry().asPoint(), self.layer.crs())

    def _show_changed(self, feature_id: int) -> None:
        feature = self.session.feature(feature_id)
        if feature is not None:
            self.list.show_review(feature)

    def _refresh_form(self) -> None:
        self.form.show_feature(self.feature)
        self.form.show_unsaved(self.session.unsaved, self.session.can_undo)

    def _layers_go(self, layer_ids: List[str]) -> None:
        """Rasters may be among them, which render threads still read."""
        self.chips.stop_drawing()
        if self.layer is not None and self.layer.id() in layer_ids:
            self._let_go()

    def _let_go(self) -> None:
        """Forget the layer before QGIS deletes it."""
        self.chips.stop_drawing()
        self.use(None)

    def _title(self, layer: QgsVectorLayer) -> str:
        node = self._project.layerTreeRoot().findLayer(layer.id())
        group = node.parent().name() if node is not None and node.parent() else ""
        return f"{group} – {layer.name()}" if group else layer.name()
