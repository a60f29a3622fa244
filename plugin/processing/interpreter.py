"""Which Python program belongs to this QGIS: inside QGIS, `sys.executable` may be QGIS itself.

Linux: inside QGIS `sys.executable` is whatever `python3` comes first on PATH, which may be another
one; QGIS's own lies in `sys.prefix`/bin. Windows: it is qgis-bin.exe or qgis-ltr-bin.exe, and
Python stands in `sys.prefix` (…/apps/Python312) or beside the program. macOS: it is the program in
QGIS.app/Contents/MacOS, and Python stands beside it or in its folder `bin`, depending on the
version of QGIS; with the new bundles also below Contents/Frameworks.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Callable, List, Optional, Tuple


@dataclass(frozen=True)
class Running:
    """What the running Python says about itself, so that other systems can be tried in tests.

    Attributes:
        platform: `sys.platform`.
        executable: `sys.executable`; empty when Python does not know.
        prefix: `sys.prefix`.
        version: major and minor version.
    """

    platform: str
    executable: str
    prefix: str
    version: Tuple[int, int]

    @classmethod
    def here(cls) -> "Running":
        """This process."""
        version = (sys.version_info.major, sys.version_info.minor)
        return cls(sys.platform, sys.executable or "", sys.prefix, version)


def find_python(
    running: Optional[Running] = None, is_program: Optional[Callable[[str], bool]] = None
) -> Optional[Path]:
    """The Python program of this QGIS, or None when it cannot be found.

    Args:
        running: the process; by default this one.
        is_program: whether a path is a file that can be run.
    """
    is_program = is_program or (lambda path: os.path.isfile(path) and os.access(path, os.X_OK))
    for candidate in candidates(running or Running.here()):
        if is_program(str(candidate)):
            return Path(str(candidate))
    return None


def candidates(running: Running) -> List[PurePath]:
    """Where Python may stand, the surest place first."""
    windows = running.platform == "win32"
    path_of = PureWindowsPath if windows else PurePosixPath
    executable, prefix = path_of(running.executable), path_of(running.prefix)
    if windows:
        folders: List[PurePath] = [prefix, executable.parent]
        names = ("python.exe", "python3.exe")
    else:
        major, minor = running.version
        names = (f"python{major}.{minor}", f"python{major}")
        folders = [prefix / "bin"]
        if running.platform == "darwin":
            beside = executable.parent
            folders += [beside / "bin", beside, beside.parent / "Frameworks" / "bin"]
            folders += [beside.parent / "Frameworks", prefix]
    found = [folder / name for folder in folders for name in names]
    if _is_python(executable.name):
        surest = executable.parent == folders[0]
        found.insert(0 if surest else len(found), executable)
    return found


def _is_python(name: str) -> bool:
    """Whether a program is Python by its name; python-qgis.bat and pythonw.exe are not meant."""
    stem = name.lower()
    stem = stem[: -len(".exe")] if stem.endswith(".exe") else stem
    rest = stem[len("python") :] if stem.startswith("python") else "?"
    return all(part.isdecimal() for part in rest.split(".")) if rest else True
