"""A desk for the walk: a display, a home with the sample scene, a fresh profile, and QGIS on it."""

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import Any, Dict, List

CODE = Path(__file__).resolve().parent
REPOSITORY = CODE.parents[1]
PACKED = REPOSITORY / "build" / "skymatch.zip"
DISPLAY, SCREEN = ":77", "1280x900x24"
# Always the same, because it is to be seen in the pictures.
HOME = Path("/tmp/skymatch-walk")
OUT, PROFILES = HOME / ".out", HOME / ".profiles"
SETTINGS = PROFILES / "profiles" / "default" / "QGIS" / "QGIS3.ini"
PHOTO = "panorama_02.jpg"
MOST_S = 3600


class Desk:
    """Use it with `with`: the display goes away at the end, the home stays to be looked at."""

    def __enter__(self) -> "Desk":
        missing = [name for name in ("Xvfb", "qgis") if not shutil.which(name)]
        if missing or not ctypes.util.find_library("Xtst"):
            sys.exit("Missing. Install it with: apt-get install xvfb qgis python3-qgis libxtst6")
        if not PACKED.is_file():
            sys.exit(f"{PACKED} is missing. Make it with: make package")
        shutil.rmtree(HOME, ignore_errors=True)
        for folder in (OUT, PROFILES, HOME / ".tmp", HOME / "sample"):
            folder.mkdir(parents=True)
        sample = REPOSITORY / "resources" / "sample"
        shutil.copytree(sample / "photos", HOME / "sample" / "photos")
        shutil.copy2(sample / "orthophoto.tif", HOME / "sample")
        shutil.copy2(PACKED, HOME)
        command = ["Xvfb", DISPLAY, "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._display = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(2.0)
        if self._display.poll() is not None:
            sys.exit(f"Xvfb cannot use the display {DISPLAY}; something else is there.")
        return self

    def __exit__(self, *_: object) -> None:
        self._display.terminate()
        self._display.wait()

    def walk(self, script: str, *arguments: str) -> Dict[str, Any]:
        """One session of QGIS that a script walks through; what it noted."""
        self.qgis(script, *arguments)
        noted = OUT / "result.json"
        result: Dict[str, Any] = json.loads(noted.read_text()) if noted.exists() else {}
        if "failure" in result or not noted.exists():
            sys.exit(f"{script} failed; see {OUT / 'failed.png'}.\n{result.get('failure', '')}")
        return result

    def qgis(self, script: str, *arguments: str) -> float:
        """Run QGIS until the script ends it; the time of the start, in seconds since 1970."""
        began_s = time.time()
        command = ["qgis", "--noversioncheck", "--nologo", "--profiles-path", str(PROFILES)]
        command += ["--code", str(CODE / script), *arguments]
        with open(OUT / "qgis.log", "a") as log:
            subprocess.run(
                command, env=environment(), cwd=HOME, stdout=log, stderr=log, timeout=MOST_S
            )
        return began_s

    def process(self, algorithm: str, parameters: List[str]) -> None:
        """Run an algorithm of the installed plugin with qgis_process."""
        program = next(
            name for name in ("qgis_process.bin", "qgis_process") if shutil.which(name)
        )  # the wrapper of Debian 12 is broken
        command = [program, "run", algorithm, "--", *parameters]
        profile = {"QGIS_CUSTOM_CONFIG_PATH": str(PROFILES), "QT_QPA_PLATFORM": "offscreen"}
        known = {**environment(), **profile}
        ended = subprocess.run(
            command, env=known, cwd=HOME, capture_output=True, text=True, timeout=MOST_S
        )
        if ended.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{ended.stdout}\n{ended.stderr}")


def environment() -> Dict[str, str]:
    """What QGIS knows: a home without settings; of this repository only onnxruntime."""
    kept = ("PATH", "SKYMATCH_THREADS")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "LANG": "C.UTF-8",
        "HOME": str(HOME),
        "TMPDIR": str(HOME / ".tmp"),  # what lies in it counts as temporary to QGIS
        "XDG_CONFIG_HOME": str(HOME / ".config"),
        "XDG_DATA_HOME": str(HOME / ".data"),
        "XDG_CACHE_HOME": str(HOME / ".cache"),
        "DISPLAY": DISPLAY,
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHONNOUSERSITE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PROJ_LIB": "/usr/share/proj",
        "WALK_CODE": str(CODE),
        "WALK_OUT": str(OUT),
        "WALK_ZIP": str(HOME / "skymatch.zip"),
        "WALK_PHOTO": PHOTO,
    }
