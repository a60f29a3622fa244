"""A Python of its own for the libraries that the search is compared with.

None of them may come into QGIS's Python: they bring a second numpy and OpenMP with them.
"""

import subprocess
import sys
from pathlib import Path
from typing import Optional

from common import REPOSITORY

FOLDER = REPOSITORY / "build" / "bench-env"
REQUIREMENTS = Path(__file__).with_name("requirements-rivals.txt")


def rivals_python() -> "tuple[Optional[Path], str]":
    """The interpreter, made when it is not there yet, or None and why it cannot be made."""
    python = FOLDER / "bin" / "python"
    made = FOLDER / "made-from.txt"
    if made.exists() and made.read_text() == REQUIREMENTS.read_text():
        return python, ""
    print("Installing the rivals into", FOLDER.relative_to(REPOSITORY), flush=True)
    base = getattr(sys, "_base_executable", sys.executable)
    venv_made = subprocess.run(
        [base, "-m", "venv", "--clear", str(FOLDER)], capture_output=True, text=True
    )
    if venv_made.returncode:
        return None, _last_line(venv_made)
    installed = subprocess.run(
        [str(python), "-m", "pip", "install", "-q", "-r", str(REQUIREMENTS)],
        capture_output=True,
        text=True,
    )
    if installed.returncode:
        return None, _last_line(installed)
    made.write_text(REQUIREMENTS.read_text())
    return python, ""


def _last_line(done: "subprocess.CompletedProcess[str]") -> str:
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[-1] if lines else f"it ended with {done.returncode}"
