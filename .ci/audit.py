"""Asks the Python Package Index whether what .ci/requirements.txt installs has known weaknesses.

    python .ci/audit.py

It asks about the versions that are installed in .venv, by pip-audit, which gets an environment of
its own below .venv. What comes with QGIS from the distribution is the distribution's to mend. Ends
with 1 for a known weakness, else with 0; without network it says so and passes.
"""

import importlib.metadata
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

REPOSITORY = Path(__file__).resolve().parents[1]
REQUIREMENTS = REPOSITORY / ".ci" / "requirements.txt"
TOOL_FOLDER = REPOSITORY / ".venv" / "audit"
TOOL = "pip-audit==2.10.*"
MOST_SECONDS = 120


def installed(requirements: str) -> List[str]:
    """Name and version of every listed package that is installed, as pip writes it."""
    names = re.findall(r"^([A-Za-z0-9._-]+)", requirements, re.MULTILINE)
    found = []
    for name in dict.fromkeys(names):
        try:
            found.append(f"{name}=={importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def judge(report: Dict[str, Any]) -> Tuple[int, List[str]]:
    """Exit status and sentences for what pip-audit found."""
    weak, unknown, sound = [], [], 0
    for package in report["dependencies"]:
        name = f"{package['name']} {package.get('version', '')}".strip()
        for known in package.get("vulns", []):
            mended = ", ".join(known["fix_versions"]) or "no version yet"
            weak.append(f"{name}: {known['id']}, mended in {mended}.")
        if "skip_reason" in package:
            unknown.append(package["name"])
        sound += not package.get("vulns") and "skip_reason" not in package
    said = list(weak)
    if unknown:
        said.append(f"WARNING: nothing could be learned about {', '.join(unknown)}.")
    return (1 if weak else 0), [*said, f"{len(weak)} known weaknesses, {sound} packages without."]


def make_tool() -> Path:
    """pip-audit's program, installed if it is missing. Raises CalledProcessError, OSError."""
    program = TOOL_FOLDER / "bin" / "pip-audit"
    if not program.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(TOOL_FOLDER)])
        _run([str(TOOL_FOLDER / "bin" / "python"), "-m", "pip", "install", "-q", TOOL])
    return program


def audit(program: Path, packages: List[str]) -> Dict[str, Any]:
    """pip-audit's report. Raises CalledProcessError, OSError, TimeoutExpired, ValueError."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "installed.txt")
        listed.write_text("\n".join(packages) + "\n", encoding="utf-8")
        options = ["--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        done = subprocess.run(
            [str(program), "-r", str(listed), *options],
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    report = json.loads(done.stdout)  # there is none when the service cannot be reached
    if not isinstance(report, dict) or "dependencies" not in report:
        raise ValueError("no report")
    return report


def _run(command: List[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=MOST_SECONDS)


def main() -> int:
    """Audit and say what was found."""
    try:
        packages = installed(REQUIREMENTS.read_text(encoding="utf-8"))
        status, said = judge(audit(make_tool(), packages))
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        print(f"WARNING: no dependency audit without network ({type(error).__name__}).")
        return 0
    print(*said, sep="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
