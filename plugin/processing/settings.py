"""The user's settings: one typed value, kept by QGIS, overridden by environment variables.

Every field `name` is stored as `skymatch/name` in the settings of the QGIS profile. An environment
variable `SKYMATCH_NAME` comes before it; a parameter given to an algorithm comes before both.
What is stored or set but makes no sense is left aside with a warning in the log.
"""

import os
from dataclasses import dataclass, fields
from typing import Any, Callable, Dict, Mapping, Optional, Set

from qgis.core import Qgis, QgsMessageLog, QgsSettings

from ..layers.coordinates import DECIMAL, DMS, MGRS, PROJECT
from ..layers.language import tr

LOG_TAG = "Skymatch"
GROUP = "skymatch"
ENVIRONMENT = "SKYMATCH_"

BESIDE, INSIDE = "beside", "inside"
COORDINATE_FORMATS = (DECIMAL, DMS, MGRS, PROJECT)

MOST_THREADS = 256
MOST_MEMORY_MB = 1_000_000
FOV_DEG = (15.0, 140.0)  # what engine.camera takes for a perspective photo
CAMERA_HEIGHT_M = (0.3, 30.0)


@dataclass(frozen=True)
class Settings:
    """What the user has set once for all runs.

    Attributes:
        model_folder: model pack that is used where a run names none; empty for the shipped one.
        threads: processor threads of the model, 0 for all.
        memory_mb: the most memory that searching an index may take, 0 for half of the machine's.
        fov_deg: angle along the longer side of photos whose file does not tell it; None for
            Skymatch's own.
        camera_height_m: height of the lens above the ground where a run gives none; None for
            Skymatch's own (photos from the hand, panoramas from a vehicle).
        coordinate_format: how positions are written: one of `COORDINATE_FORMATS`.
        storage: where indexes and results are kept: `BESIDE` the project file or `INSIDE` it.
    """

    model_folder: str = ""
    threads: int = 0
    memory_mb: int = 0
    fov_deg: Optional[float] = None
    camera_height_m: Optional[float] = None
    coordinate_format: str = DECIMAL
    storage: str = BESIDE


NAMES = tuple(field.name for field in fields(Settings))


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as they count now; any thread."""
    stored = QgsSettings()
    values: Dict[str, Any] = {}
    for name in NAMES:
        for place, text in (
            (environment_variable(name), environment.get(environment_variable(name))),
            (f"{GROUP}/{name}", stored.value(f"{GROUP}/{name}")),
        ):
            if text is None or name in values:
                continue
            try:
                values[name] = _PARSERS[name](str(text))
            except ValueError as error:
                _warn(tr("{} is set to '{}', but {}. It is left aside.").format(place, text, error))
    return Settings(**values)


def write_settings(settings: Settings, environment: Mapping[str, str] = os.environ) -> None:
    """Store the settings; what equals the default is not kept, what is overridden stays as it was.

    Raises:
        ValueError: a value makes no sense; nothing is stored then.
    """
    kept = [name for name in NAMES if not is_overridden(name, environment)]
    for name in kept:
        _PARSERS[name](_text(getattr(settings, name)))
    stored, default = QgsSettings(), Settings()
    for name in kept:
        value = getattr(settings, name)
        if value == getattr(default, name):
            stored.remove(f"{GROUP}/{name}")
        else:
            stored.setValue(f"{GROUP}/{name}", _text(value))


def environment_variable(name: str) -> str:
    """The variable that overrides a field."""
    return ENVIRONMENT + name.upper()


def is_overridden(name: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a field's variable is set, and to something that makes sense."""
    text = environment.get(environment_variable(name))
    if text is None:
        return False
    try:
        _PARSERS[name](text)
    except ValueError:
        return False
    return True


def memory_limit_bytes(settings: Settings) -> Optional[int]:
    """The most memory that searching an index may take; None where the machine does not say."""
    if settings.memory_mb:
        return settings.memory_mb * 1_000_000
    try:
        return int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")) // 2
    except (AttributeError, OSError, ValueError):  # no such question on Windows
        from qgis.core import QgsApplication

        known_mb = getattr(QgsApplication, "systemMemorySizeMb", lambda: 0)()  # from QGIS 3.26
        return known_mb * 1_000_000 // 2 if known_mb > 0 else None


_warned: Set[str] = set()


def _warn(sentence: str) -> None:
    """Once per finding: settings are read many times."""
    if sentence not in _warned:
        _warned.add(sentence)
        QgsMessageLog.logMessage(sentence, LOG_TAG, Qgis.MessageLevel.Warning)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _folder(text: str) -> str:
    if "\0" in text:
        raise ValueError(tr("this is no folder"))
    return text


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        text = text.strip()
        if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
            raise ValueError(tr("a whole number from {} to {} is needed").format(least, most))
        return int(text)

    return parse


def _optional_number(least: float, most: float) -> Callable[[str], Optional[float]]:
    def parse(text: str) -> Optional[float]:
        if not text.strip():
            return None
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:
            raise ValueError(
                tr("a number from {:g} to {:g}, or nothing, is needed").format(least, most)
            )
        return number

    return parse


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.strip().lower() not in choices:
            raise ValueError(tr("one of {} is needed").format(", ".join(choices)))
        return text.strip().lower()

    return parse


_PARSERS: Dict[str, Callable[[str], Any]] = {
    "model_folder": _folder,
    "threads": _whole(0, MOST_THREADS),
    "memory_mb": _whole(0, MOST_MEMORY_MB),
    "fov_deg": _optional_number(*FOV_DEG),
    "camera_height_m": _optional_number(*CAMERA_HEIGHT_M),
    "coordinate_format": _one_of(*COORDINATE_FORMATS),
    "storage": _one_of(BESIDE, INSIDE),
}
