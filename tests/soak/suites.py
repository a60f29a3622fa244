"""What `make test` came to on a QGIS: one file for each version, for `make soak` to read."""

import datetime
import hashlib
import json
import platform
from pathlib import Path
from typing import Dict, List, Mapping

REPOSITORY = Path(__file__).resolve().parents[2]
SUITES = REPOSITORY / "build" / "suites"
OUTCOMES = ("passed", "failed", "error", "skipped")


def code_digest() -> str:
    """Short hash of the plugin's code and model, by which a run on other code is known."""
    digest = hashlib.sha256()
    files = [*(REPOSITORY / "plugin").rglob("*.py"), REPOSITORY / "models/skymatch-s/pack.json"]
    for file in sorted(files):
        digest.update(file.relative_to(REPOSITORY).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def record(folder: Path, stats: Mapping[str, List[object]], seconds: float) -> None:
    """Write down a whole run; `stats` is that of pytest's terminal reporter."""
    import numpy
    from qgis.core import Qgis

    entry = {
        "qgis": Qgis.QGIS_VERSION.split("-")[0],
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "seconds": round(seconds),
        "utc": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M"),
        "code": code_digest(),
        **{outcome: len(stats.get(outcome, [])) for outcome in OUTCOMES},
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{entry['qgis']}.json").write_text(json.dumps(entry), encoding="utf-8")


def records() -> List[Dict[str, object]]:
    """All that were written down, the oldest QGIS first."""
    found = [json.loads(file.read_text(encoding="utf-8")) for file in SUITES.glob("*.json")]
    return sorted(found, key=lambda entry: [int(part) for part in entry["qgis"].split(".")])
