"""What runs: the programs and packages that Skymatch stands on, their versions and places."""

import importlib
import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import List, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..layers.language import tr
from ..processing.interpreter import find_python
from ..processing.packages import PACKAGE

# Name on the package index and the module to import. They come with QGIS and are never installed.
_FROM_QGIS = (("numpy", "numpy"), ("Pillow", "PIL"), ("shapely", "shapely"), ("pyproj", "pyproj"))


@dataclass(frozen=True)
class Component:
    """One program or package.

    Attributes:
        version: as it says itself; empty when it is missing.
        place: folder or program; empty when unknown.
        problem: a sentence when Skymatch cannot use it, else empty.
    """

    name: str
    version: str
    place: str
    problem: str = ""


def components() -> List[Component]:
    """Everything, in the order of a person's questions. onnxruntime is looked for, not loaded."""
    python = find_python()
    return [
        Component("QGIS", Qgis.QGIS_VERSION, "", ""),
        Component("Qt", QT_VERSION_STR, "", ""),
        Component("Python", platform.python_version(), str(python or sys.executable)),
        *(_from_qgis(name, module) for name, module in _FROM_QGIS),
        onnxruntime_component(),
    ]


def onnxruntime_component() -> Component:
    """onnxruntime without importing it: a broken library would take QGIS with it."""
    place = _place_of(PACKAGE)
    if place is None:
        return Component(PACKAGE, "", "", tr("Not installed. Install it below."))
    return Component(PACKAGE, _version_beside(place), str(place))


def _from_qgis(name: str, module: str) -> Component:
    missing = tr("Missing. It belongs to QGIS's Python: install it as you installed QGIS.")
    try:
        found = importlib.import_module(module)
    except ImportError:
        return Component(name, "", "", missing)
    place = Path(getattr(found, "__file__", None) or "").parent
    return Component(name, str(getattr(found, "__version__", "?")), str(place))


def _place_of(module: str) -> Optional[Path]:
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):  # ValueError: loaded, but by something that left no spec
        return None
    return None if spec is None or not spec.origin else Path(spec.origin).parent


def _version_beside(place: Path) -> str:
    """The version of the package in this very folder: another one may be installed elsewhere."""
    for found in metadata.distributions(name=PACKAGE, path=[str(place.parent)]):
        return found.version
    return "?"
