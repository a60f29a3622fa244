"""What tests of the zip share: the scripts of .ci, and a plugin of a few bytes that packs."""

import importlib.util
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parents[1]


def script(name: str) -> ModuleType:
    """A script of .ci as a module."""
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


package = script("package")
rules = package.rules

METADATA = """[general]
name=Skymatch
description=Finds photos
version=1.2.3
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
author=A
email=a@skymatch.net
about=Needs onnxruntime
tracker=https://skymatch.net/issues
repository=https://skymatch.net
homepage=https://skymatch.net
icon=resources/a.svg
license=GPL-2.0-or-later
changelog=1.2.3: first
"""
CONTENT = {
    "metadata.txt": METADATA,
    "__init__.py": "def classFactory(iface):\n    return None\n",
    "resources/a.svg": "<svg/>",
    "plugin/a.py": "x = 1\n",
}


def small_plugin(folder: Path) -> Path:
    """A staged plugin that breaks no rule."""
    for name in (*rules.REQUIRED_FILES, *CONTENT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(CONTENT.get(name, "x"), encoding="utf-8", newline="\n")
    return folder
