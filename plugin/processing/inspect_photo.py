"""`skymatch:inspectphoto`: what a photo and its file tell about its camera, before any search."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr
from .belief import belief_of
from .camera_inputs import clues_of, declare_camera
from .common import Parameters, Results, SkymatchAlgorithm, open_encoder, pack_of_folder
from .locate_inputs import MODEL, PHOTO, declare_model, declare_photo
from .locate_outputs import add_outputs
from .locate_photo import LOCATE_ICON
from .locate_report import belief_lines, file_lines, usability_line
from .settings import read_settings

if TYPE_CHECKING:
    from ..engine.camera import Camera
    from ..engine.encoder import Encoder
    from ..engine.hypotheses import CameraBelief
    from ..engine.pack import ModelPack
    from ..engine.photo import Photo
    from ..engine.usability import Usability

BIRDSEYE = "BIRDSEYE"

# The picture shows twice the reach of the model ahead, and a little of the ground behind.
PICTURE_PX, GSD_M = 320, 0.1

# At most one, by its pack and its threads.
_kept: "Dict[Tuple[str, int], Encoder]" = {}


class InspectPhoto(SkymatchAlgorithm):
    """Reads horizon, roll and field of view off a photo and brings it to the ground."""

    NAME = "inspectphoto"
    TITLE = "Inspect photo"
    SUMMARY = "Tells how a photo was taken and how usable it is, and shows its ground from above."
    TAGS = ("photo", "horizon", "exif", "bird's-eye view", "camera", "field of view")
    NEEDS_MODEL = True
    ICON_FILE = LOCATE_ICON

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        declare_photo(self)
        declare_camera(self)
        declare_model(self)
        picture = QgsProcessingParameterFileDestination(
            BIRDSEYE,
            tr("Bird's-eye view"),
            fileFilter=tr("PNG files (*.png)"),
            optional=True,
            createByDefault=False,
        )
        picture.setHelp(
            tr("The ground before the camera as seen from above, 32 m wide, view direction up.")
        )
        self.addParameter(picture)
        add_outputs(
            self,
            QgsProcessingOutputNumber,
            ("FOV", tr("Field of view (°)")),
            ("FOV_SIGMA", tr("Its standard deviation (°)")),
            ("HORIZON", tr("Horizon (fraction of the height)")),
            ("HORIZON_SIGMA", tr("Its standard deviation (fraction)")),
            ("ROLL", tr("Roll (°)")),
            ("ROLL_SIGMA", tr("Its standard deviation (°)")),
            ("CAMERA_HEIGHT", tr("Camera height (m)")),
            ("USABILITY", tr("Usability (0 to 1)")),
            ("HEADING_IN_FILE", tr("Compass heading in the file (°)")),
            ("LON_IN_FILE", tr("Longitude in the file")),
            ("LAT_IN_FILE", tr("Latitude in the file")),
        )
        add_outputs(
            self,
            QgsProcessingOutputString,
            ("PROJECTION", tr("Kind of picture")),
            ("FOV_SOURCE", tr("Where the field of view comes from")),
            ("HORIZON_SOURCE", tr("Where the horizon comes from")),
            ("SENTENCE", tr("Judgement")),
            ("TAKEN", tr("Time in the file")),
            ("CAMERA", tr("Camera in the file")),
        )

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread: read, judge, draw."""
        from ..engine.usability import usability
        from ..imagery.photo_file import read_photo_file

        photo = read_photo_file(Path(self.parameterAsFile(parameters, PHOTO, context)))
        pack = pack_of_folder(self.parameterAsString(parameters, MODEL, context))
        belief = belief_of(photo, clues_of(self, parameters, context), _encoder(pack))
        judged = usability(photo, belief.best)
        for line in (*file_lines(photo), *belief_lines(belief), usability_line(judged)):
            feedback.pushInfo(line)
        results = {**_numbers(photo, belief, judged), **_of_file(photo)}
        target = self.parameterAsFileOutput(parameters, BIRDSEYE, context)
        if target:
            _draw(photo, belief.best, Path(target))
            results[BIRDSEYE] = target
        return results


def _encoder(pack: "ModelPack") -> "Encoder":
    """The model, kept open: while a horizon is dragged, opening takes longer than all the rest."""
    key = pack.sha256, read_settings().threads
    if key not in _kept:
        _kept.clear()
        _kept[key] = open_encoder(pack)
    return _kept[key]


def _numbers(photo: "Photo", belief: "CameraBelief", judged: "Usability") -> Results:
    height_px, width_px = photo.rgb.shape[:2]
    best = belief.best
    return {
        "PROJECTION": best.projection,
        "FOV": best.fov_deg,
        "FOV_SIGMA": belief.fov_sigma_deg,
        "FOV_SOURCE": belief.fov_from,
        "HORIZON": best.horizon,
        "HORIZON_SIGMA": belief.horizon_sigma(width_px, height_px),
        "HORIZON_SOURCE": belief.horizon_from,
        "ROLL": best.roll_deg,
        "ROLL_SIGMA": belief.roll_sigma_deg,
        "CAMERA_HEIGHT": best.height_m,
        "USABILITY": judged.number,
        "SENTENCE": usability_line(judged),
    }


def _of_file(photo: "Photo") -> Results:
    """What the file says; left out where it says nothing."""
    said = photo.metadata
    found = {
        "HEADING_IN_FILE": said.heading_deg,
        "LON_IN_FILE": said.lon,
        "LAT_IN_FILE": said.lat,
        "TAKEN": said.taken or None,
        "CAMERA": said.camera or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _draw(photo: "Photo", camera: "Camera", target: Path) -> None:
    """The ground from above, view direction up; what the photo does not show is transparent."""
    import numpy as np
    from PIL import Image

    from ..engine.birdseye import birdseye_view, image_pyramid
    from ..engine.camera import EQUIRECTANGULAR

    half_m = PICTURE_PX * GSD_M / 2.0
    ahead_m = 0.0 if camera.projection == EQUIRECTANGULAR else half_m
    pyramid = image_pyramid(photo.rgb)
    view = birdseye_view(pyramid, camera, 0.0, GSD_M, PICTURE_PX, (0.0, -ahead_m))
    alpha = np.where(view.valid, 255, 0).astype(np.uint8)
    try:
        Image.fromarray(np.dstack([view.rgb, alpha])).save(target, "PNG")
    except (OSError, ValueError) as error:
        raise SkymatchError(
            tr("The bird's-eye view could not be written to {}: {}. Choose another file.").format(
                target.name, error
            )
        ) from error
