"""Says what this machine lacks to develop, test and run Skymatch, each with the line to type.

    python3 .ci/doctor.py

It needs nothing but Python 3, changes nothing, and ends with 1 when something necessary is missing.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

REPOSITORY = Path(__file__).resolve().parents[1]
OLDEST_PYTHON, OLDEST_QGIS, OLDEST_ONNXRUNTIME = (3, 9), (3, 22), (1, 15)
NEEDED_GB = 4.0  # .venv with its packages, build and the caches of tests
SETUP = "make setup"
APT = "sudo apt-get install "

GOOD, OPTIONAL, MISSING = "ok", "--", "NO"

# Prints the versions that matter, one a line; what cannot be imported is left out.
PROBE = """
import importlib
for name in ("numpy", "PIL", "shapely", "pyproj", "onnxruntime"):
    try:
        print(name, importlib.import_module(name).__version__)
    except ImportError:
        pass
try:
    from qgis.core import Qgis
    print("qgis", Qgis.version() if hasattr(Qgis, "version") else Qgis.QGIS_VERSION)
except ImportError:
    pass
"""


class Finding(NamedTuple):
    """One thing that was looked for: `state` is one of the words above, `cure` a line to type."""

    state: str
    what: str
    cure: str = ""


class Machine(NamedTuple):
    """What was seen of this machine.

    Attributes:
        python: version of this Python.
        has_venv: whether it can make environments.
        versions: of modules by name, as .venv sees them; None while there is no .venv.
        programs: those of the programs asked for that are on PATH.
        free_gb: room on the disk of the repository.
        shared_data: whether the real pictures for measuring lie beside the repository.
        display: whether there is a screen, or Qt was told to do without.
    """

    python: Tuple[int, int]
    has_venv: bool
    versions: Optional[Dict[str, str]]
    programs: Sequence[str]
    free_gb: float
    shared_data: bool
    display: bool


PROGRAMS = ("make", "git", "xvfb-run", "lrelease", "debootstrap", "bwrap")


def look() -> Machine:
    """See what there is; imports happen in another process, which QGIS may crash."""
    return Machine(
        python=sys.version_info[:2],
        has_venv=importlib.util.find_spec("ensurepip") is not None,
        versions=versions_of(REPOSITORY / ".venv" / "bin" / "python"),
        programs=[name for name in PROGRAMS if shutil.which(name)],
        free_gb=shutil.disk_usage(REPOSITORY).free / 1e9,
        shared_data=(REPOSITORY.parent / "shared" / "data").is_dir(),
        display=bool(os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")),
    )


def versions_of(python: Path) -> Optional[Dict[str, str]]:
    """What an interpreter can import; None when there is none that runs."""
    try:
        done = subprocess.run(
            [str(python), "-c", PROBE], capture_output=True, text=True, timeout=120, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    pairs = (line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    return dict(pairs)


def number_of(version: str) -> Tuple[int, int]:
    """The first two numbers of a version; zeros where there are none."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)


def python(machine: Machine) -> Finding:
    """Python itself."""
    said = "Python {}.{}".format(*machine.python)
    if machine.python < OLDEST_PYTHON:
        return Finding(MISSING, f"{said}; 3.9 or newer is needed", f"{APT}python3")
    return Finding(GOOD, said)


def environments(machine: Machine) -> Finding:
    """The module that makes .venv."""
    if not machine.has_venv:
        return Finding(MISSING, "Python cannot make environments", f"{APT}python3-venv")
    return Finding(GOOD, "Python can make environments")


def environment(machine: Machine) -> Finding:
    """.venv itself."""
    if machine.versions is None:
        return Finding(MISSING, "The environment .venv is not made, or does not run", SETUP)
    return Finding(GOOD, "The environment .venv runs")


def qgis(machine: Machine) -> Finding:
    """QGIS with its Python modules."""
    version = (machine.versions or {}).get("qgis")
    if version is None:
        return Finding(
            MISSING, "QGIS with Python is not there", f"{APT}qgis python3-qgis && {SETUP}"
        )
    if number_of(version) < OLDEST_QGIS:
        return Finding(
            MISSING, f"QGIS {version}; 3.22 or newer is needed", f"{APT}qgis python3-qgis"
        )
    return Finding(GOOD, f"QGIS {version}")


def onnxruntime(machine: Machine) -> Finding:
    """What runs the model."""
    version = (machine.versions or {}).get("onnxruntime")
    if version is None:
        return Finding(MISSING, "onnxruntime is not there", SETUP)
    if number_of(version) < OLDEST_ONNXRUNTIME:
        return Finding(MISSING, f"onnxruntime {version}; 1.15 or newer is needed", SETUP)
    return Finding(GOOD, f"onnxruntime {version}")


def libraries(machine: Machine) -> Finding:
    """What has to come with QGIS."""
    packages = {
        "numpy": "python3-numpy",
        "PIL": "python3-pil",
        "shapely": "python3-shapely",
        "pyproj": "python3-pyproj",
    }
    there = machine.versions or {}
    missing = [name for name in packages if name not in there]
    if missing:
        cure = APT + " ".join(packages[name] for name in missing)
        return Finding(MISSING, f"{', '.join(missing)} cannot be imported", cure)
    return Finding(GOOD, ", ".join(f"{name} {there[name]}" for name in packages))


def disk(machine: Machine) -> Finding:
    """Room for .venv and build."""
    said = f"{machine.free_gb:.1f} GB free on the disk"
    if machine.free_gb < NEEDED_GB:
        return Finding(MISSING, f"{said}; {NEEDED_GB:g} GB are needed", "df -h .")
    return Finding(GOOD, said)


def basics(machine: Machine) -> Finding:
    """Programs that every verb needs."""
    missing = [name for name in ("make", "git") if name not in machine.programs]
    if missing:
        return Finding(MISSING, f"{' and '.join(missing)} cannot be found", APT + " ".join(missing))
    return Finding(GOOD, "make and git")


def screen(machine: Machine) -> Finding:
    """A screen to look at QGIS on; tests do without."""
    if machine.display or "xvfb-run" in machine.programs:
        return Finding(GOOD, "A screen, or Xvfb in its place")
    return Finding(OPTIONAL, "No screen; tests need none, looking at QGIS does", f"{APT}xvfb xauth")


def translating(machine: Machine) -> Finding:
    """For `make translations`."""
    if "lrelease" in machine.programs:
        return Finding(GOOD, "lrelease (for make translations)")
    return Finding(OPTIONAL, "No lrelease (for make translations)", f"{APT}qttools5-dev-tools")


def other_qgis(machine: Machine) -> Finding:
    """For `make test-qgis`."""
    missing = [name for name in ("debootstrap", "bwrap") if name not in machine.programs]
    if not missing:
        return Finding(GOOD, "debootstrap and bwrap (for make test-qgis)")
    said = f"No {' and no '.join(missing)} (for make test-qgis)"
    return Finding(OPTIONAL, said, f"{APT}debootstrap bubblewrap")


def pictures(machine: Machine) -> Finding:
    """For `make evaluate` and the like; they cannot be had by typing a line."""
    if machine.shared_data:
        return Finding(GOOD, "Real pictures in ../shared/data")
    return Finding(OPTIONAL, "No real pictures in ../shared/data; their tests are skipped")


CHECKS: Tuple[Callable[[Machine], Finding], ...] = (
    *(python, environments, basics, disk, environment, qgis, libraries, onnxruntime),
    *(screen, translating, other_qgis, pictures),
)


def report(findings: Sequence[Finding]) -> List[str]:
    """All findings as lines, and what they come to."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.state}  {finding.what}.")
        if finding.state != GOOD and finding.cure:
            lines.append(f"    {finding.cure}")
    missing = sum(finding.state == MISSING for finding in findings)
    lines.append(f"{missing} necessary things are missing." if missing else "Nothing is missing.")
    return lines


def main() -> int:
    """Look, say, and end with 1 when something necessary is missing."""
    machine = look()
    findings = [check(machine) for check in CHECKS]
    print(*report(findings), sep="\n")
    return int(any(finding.state == MISSING for finding in findings))


if __name__ == "__main__":
    sys.exit(main())
