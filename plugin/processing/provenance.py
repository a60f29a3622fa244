"""What a search leaves to be traced by: identities in its candidates, a row in the evidence log."""

import math
import os
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, Dict, Optional, Sequence

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsPathResolver,
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
)

from ..imagery.stamp import without_secrets
from ..layers.evidence_log import SEARCH, log_file, record
from ..layers.language import tr
from ..layers.verify_log import canonical
from .common import Parameters, plugin_version
from .settings import Settings, read_settings

if TYPE_CHECKING:
    from ..engine.camera import Camera
    from ..engine.locate import LocateResult
    from ..engine.pack import ModelPack
    from ..engine.photo import Photo
    from ..index.pieces import StoredCodes
    from ..layers.results import ResultOrigin

# Neither changes what is found.
_WITHOUT_EFFECT = ("coordinate_format", "storage")


class Provenance:
    """Notes down where the results of one run come from. Create it in the main thread."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        project: Optional[QgsProject],
    ) -> None:
        """Keep what the worker thread may not ask for any more."""
        self._algorithm = algorithm.name()
        self._parameters = {**parameters_of(algorithm, parameters), **settings_of(read_settings())}
        self._paths = project.pathResolver() if project is not None else QgsPathResolver()
        self._log = log_file(project) if project is not None else None

    def origin(
        self,
        photo: "Photo",
        photo_file: Path,
        camera: "Camera",
        pack: "ModelPack",
        indexes: "Sequence[StoredCodes]",
    ) -> "ResultOrigin":
        """Everything a candidate is traced by; any thread."""
        from ..layers.results import IndexOrigin, ResultOrigin

        return ResultOrigin(
            photo=photo.name,
            path=self._paths.writePath(Path(os.path.abspath(photo_file)).as_posix()),
            sha256=photo.sha256,
            model=f"{pack.name} {pack.version}",
            model_sha256=pack.sha256,
            indexes=tuple(
                IndexOrigin(
                    codes.path.name,
                    f"{codes.info.source_name} {codes.info.imagery_stamp}",
                    codes.content_sha256,
                )
                for codes in indexes
            ),
            utc=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            camera=camera,
            software=software_words(),
            parameters=canonical(self._parameters),
        )

    def record(
        self, origin: "ResultOrigin", result: "LocateResult", feedback: QgsProcessingFeedback
    ) -> None:
        """Add the search to the project's log; if that fails the run says so and goes on."""
        content = {
            "algorithm": self._algorithm,
            "photo": origin.photo,
            "photo_sha256": origin.sha256,
            "model": origin.model,
            "model_sha256": origin.model_sha256,
            "indexes": [asdict(index) for index in origin.indexes],
            "parameters": self._parameters,
            "software": origin.software,
            "located_utc": origin.utc,
            "not_here_probability": float(result.not_here_probability),
            "candidates": [
                {
                    "rank": found.rank,
                    "lon": float(found.lon),
                    "lat": float(found.lat),
                    "heading_deg": float(found.heading_deg),
                    "probability": float(found.probability),
                }
                for found in result.candidates
            ],
        }
        problem = record(self._log, SEARCH, _sentence(origin, result), content)
        if problem is not None:
            feedback.pushWarning(problem)


def parameters_of(algorithm: QgsProcessingAlgorithm, parameters: Parameters) -> Dict[str, Any]:
    """The inputs of a run by name, defaults included; of paths only the last part."""
    found = {}
    for definition in algorithm.parameterDefinitions():
        if not definition.isDestination():
            value = parameters.get(definition.name(), definition.defaultValue())
            found[definition.name()] = _plain(value)
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def settings_of(settings: Settings) -> Dict[str, Any]:
    """The user's settings that a search depends on, where they are not the usual ones."""
    usual = asdict(Settings())
    return {
        f"settings.{name}": _plain(value)
        for name, value in asdict(settings).items()
        if name not in _WITHOUT_EFFECT and value != usual[name]
    }


def software_words() -> str:
    """Names and versions of the programs that a result depends on."""
    from ..engine.runtime import import_onnxruntime

    onnxruntime = import_onnxruntime()
    return (
        f"Skymatch {plugin_version()}, QGIS {Qgis.version()}, onnxruntime {onnxruntime.__version__}"
    )


def _sentence(origin: "ResultOrigin", result: "LocateResult") -> str:
    where = ", ".join(index.name for index in origin.indexes)
    if not result.candidates:
        return tr("{} was searched in {}: no candidate.").format(origin.photo, where)
    best = result.candidates[0]
    return tr("{} was searched in {}: best candidate at {:.6f}, {:.6f} with {:.1f} %.").format(
        origin.photo, where, best.lat, best.lon, 100.0 * best.probability
    )


def _plain(value: Any) -> Any:
    """A value as JSON can hold it, without folders."""
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, QgsMapLayer):
        return value.name()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return _plain(value.source)
    if isinstance(value, QgsProperty):
        return value.asExpression() or _plain(value.staticValue())
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no such numbers
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    # The last part of a path of any system; other texts stay as they are.
    text = without_secrets(str(value))
    return PureWindowsPath(text).name or text
