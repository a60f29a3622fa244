"""Skymatch's own folder for onnxruntime: where it is, how it is filled, when Python looks there.

The folder lies in the QGIS profile, outside the plugin, so that updating the plugin leaves it
alone. Every installation goes into a numbered folder of its own, because Windows does not let go
of loaded libraries; a small file names the one that was probed and works. Only that one is put on
Python's path, and only if it holds onnxruntime and nothing else: QGIS's numpy stays QGIS's.
"""

import importlib
import json
import re
import shlex
import shutil
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication

PACKAGE = "onnxruntime"
REQUIREMENT = "onnxruntime>=1.15,<2"  # the oldest with the model's operators on Python 3.9
POINTER = "current.json"
CONSTRAINTS = "constraints.txt"
PROBE = Path(__file__).with_name("package_probe.py")


def python_tag() -> str:
    """Names Python's version and machine, as compiled packages depend on both."""
    version = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return f"{version}-{sysconfig.get_platform()}".replace(".", "_")


def packages_folder() -> Path:
    """Where installations for this Python are kept; it need not exist."""
    profile = Path(QgsApplication.qgisSettingsDirPath())
    return profile / "python" / "skymatch-packages" / python_tag()


def next_folder() -> Path:
    """The folder of the next installation: the first number that is not taken."""
    number = 1
    while (packages_folder() / str(number)).exists():
        number += 1
    return packages_folder() / str(number)


def filled_folders() -> List[Path]:
    """Installations that hold onnxruntime, newest first, whether they work or not."""
    folders = [p for p in packages_folder().glob("*") if p.name.isdecimal()]
    newest_first = sorted(folders, key=lambda folder: -int(folder.name))
    return [folder for folder in newest_first if (folder / PACKAGE).is_dir()]


def remove_unused() -> None:
    """Delete installations that neither are current nor were used since Python started."""
    keep = {current_folder(), *(Path(entry) for entry in sys.path if _is_ours(entry))}
    for folder in packages_folder().glob("*"):
        if folder.name.isdecimal() and folder not in keep:
            shutil.rmtree(folder, ignore_errors=True)  # Windows keeps what another QGIS has loaded


def current_folder() -> Optional[Path]:
    """The installation that was probed and is used, if there is one."""
    try:
        named = json.loads((packages_folder() / POINTER).read_text(encoding="utf-8"))
        folder = packages_folder() / str(int(named["folder"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder if (folder / PACKAGE).is_dir() and not intruders(folder) else None


def intruders(folder: Path) -> List[str]:
    """What lies in an installation beside onnxruntime and could take another package's place."""
    harmless = (PACKAGE, "bin", "__pycache__")
    return sorted(
        entry.name
        for entry in folder.iterdir()
        if entry.name not in harmless and not entry.name.startswith(f"{PACKAGE}-")
    )


def use_packages() -> bool:
    """Let Python look into the current installation; False when there is none."""
    folder = current_folder()
    if folder is None:
        return False
    if str(folder) not in sys.path:
        sys.path[:] = [entry for entry in sys.path if not _is_ours(entry)]
        sys.path.insert(0, str(folder))
        importlib.invalidate_caches()
    return True


def leave_packages() -> None:
    """Take the installation off Python's path again."""
    sys.path[:] = [entry for entry in sys.path if not _is_ours(entry)]


def make_current(folder: Path, version: str) -> None:
    """Use an installation from now on; raises OSError when this cannot be written down."""
    pointer = packages_folder() / POINTER
    fresh = pointer.with_suffix(".new")
    fresh.write_text(json.dumps({"folder": folder.name, PACKAGE: version}), encoding="utf-8")
    fresh.replace(pointer)


def install_command(python: Path, target: Path, wheels: Optional[Path] = None) -> List[str]:
    """The call of pip that fills a folder: onnxruntime alone, compiled, numpy left as it is.

    Args:
        python: QGIS's Python, see `interpreter.find_python`.
        target: the folder to fill.
        wheels: a folder of wheels to install from without network; None for PyPI, or the index
            that pip is configured for.
    """
    command = [str(python), "-m", "pip"]
    if wheels is not None:
        command.append("--isolated")  # a configured index must not be asked
    command += ["install", "--target", str(target), "--no-deps", "--only-binary", ":all:"]
    command += ["--constraint", str(packages_folder() / CONSTRAINTS)]
    command += ["--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    command += ["--progress-bar", "off", "--retries", "2"]
    if wheels is not None:
        command += ["--no-index", "--find-links", str(wheels)]
    return [*command, REQUIREMENT]


def probe_command(python: Path, folder: Optional[Path]) -> List[str]:
    """The call that tries onnxruntime in a child process; None for what Python finds by itself."""
    return [str(python), str(PROBE), *([] if folder is None else [str(folder)])]


def write_constraints() -> None:
    """Pin the numpy that is running, for pip; raises OSError."""
    folder = packages_folder()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pin = f"numpy=={metadata.version('numpy')}\n"
    except metadata.PackageNotFoundError:
        pin = ""
    (folder / CONSTRAINTS).write_text(pin, encoding="utf-8")


def shown(command: List[str]) -> str:
    """A command as a person types it on this system."""
    quote = _quoted_for_windows if sys.platform == "win32" else shlex.quote
    return " ".join(quote(word) for word in command)


def _quoted_for_windows(word: str) -> str:
    """cmd.exe takes unquoted < and > for redirections; its paths hold no quotes themselves."""
    return word if re.fullmatch(r"[\w.:\\/=-]+", word) else f'"{word}"'


def _is_ours(entry: str) -> bool:
    return Path(entry).parent == packages_folder()
