"""All that could lose data, in quantity: python -m tests.soak.soak; writes docs/soak.md.

Faults are the tests of faults with higher counts, in two lanes for two cores; then come the
fuzzers, the scanners, and the checks of the zip. What the whole test suite came to on each QGIS is
read from what `make test` and `make test-qgis` wrote down. Ends with 1 when anything failed.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.soak.fuzz_targets import TARGETS
from tests.soak.report import Fuzzed, Scanned, write
from tests.soak.suites import records
from tests.soak.tally import TALLY_FILE

REPOSITORY = Path(__file__).resolve().parents[2]
LOGS = REPOSITORY / "build" / "soak"
PYQT6_PYTHON = REPOSITORY / ".venv" / "pyqt6" / "bin" / "python"

COUNTS = {
    "KILLS": 100,
    "PHOTOS": 100,
    "FLIPS": 3000,
    "CUTS": 500,
    "LIMITS": 15,
    "PAIRS": 5,
    "QGIS_PAIRS": 1,
    "QGIS_KILLS": 1,
    "STAGES": 3,
    "INPUTS": 800,
    "PARAMETERS": 25,
}
SECONDS_PER_TARGET = 15
PHOTOS_IN_A_ROW = "photos_in_a_row"
LANES = {
    "photos": ["tests/processing/test_faults_raster.py", "-k", PHOTOS_IN_A_ROW],
    "faults": [
        "tests/index/test_faults.py",
        "tests/index/test_faults_damage.py",
        "tests/index/test_refusals.py",
        "tests/processing/test_locate_photo.py::test_an_index_of_another_model_is_refused_with_both_names",
        "tests/layers/test_attachments.py",
        "tests/processing/test_tile_servers.py",
        "tests/processing/test_faults_disk.py",
        "tests/processing/test_faults_processes.py",
        "tests/processing/test_faults_raster.py",
        "tests/processing/test_faults_cancel.py",
        "tests/processing/test_faults_parameters.py",
        "tests/gui/test_faults_unload.py",
        "tests/test_no_network.py",
        "tests/test_windows.py",
        "tests/test_pyqt6.py",
        "-k",
        f"not {PHOTOS_IN_A_ROW}",
    ],
}
ZIP_TESTS = ["tests/test_package.py", "tests/test_package_rules.py", "tests/test_upgrade.py"]


def run_tests(name, arguments, tally=""):
    """Run pytest; (exit status, its closing line). Its output is kept in build/soak."""
    environment = {
        **os.environ,
        **{f"SKYMATCH_{key}": str(count) for key, count in COUNTS.items()},
        "SKYMATCH_SUITES": "",
        TALLY_FILE: str(tally),
    }
    if PYQT6_PYTHON.exists():
        environment["SKYMATCH_PYQT6_PYTHON"] = str(PYQT6_PYTHON)
    command = [sys.executable, "-m", "pytest", "-q", "--timeout=1500", "-rs", *arguments]
    with (LOGS / f"{name}.log").open("w+", encoding="utf-8") as log:
        done = subprocess.run(
            command, cwd=REPOSITORY, env=environment, stdout=log, stderr=log, check=False
        )
        log.seek(0)
        closing = [line for line in log if re.search(r"\d+ (passed|failed|error).* in ", line)]
    said = closing[-1].strip("= \n") if closing else "did not run to its end"
    print(f"{name}: {said}", flush=True)
    return done.returncode, said


def fuzz(target):
    """Run one fuzzer in a process of its own."""
    command = [sys.executable, "-m", "tests.soak.fuzz", target]
    command += ["--seconds", str(SECONDS_PER_TARGET)]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, errors="replace", check=False
    )
    (LOGS / f"fuzz {target}.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    last = done.stdout.splitlines()[-1:] or ["{}"]
    said = json.loads(last[0]) if last[0].startswith("{") else {}
    print(f"fuzz {target}: {last[0]}", flush=True)
    return Fuzzed(
        target,
        said.get("means", "did not run"),
        int(said.get("inputs", 0)),
        int(said.get("crashes", 1)),
    )


def scan():
    """Findings of every check of `make lint`: none where it passed, else the lines it printed."""
    done = subprocess.run(
        [".ci/lint.sh"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    (LOGS / "lint.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    failed = re.findall(r"^Failed: (.*)$", done.stdout, re.MULTILINE)
    found = []
    for part in done.stdout.split("== ")[1:]:
        name, _, lines = part.partition("\n")
        bad = bool(failed) and name in failed[0]
        warned = [line for line in lines.splitlines() if line.startswith("WARNING")]
        found.append(Scanned(name, len(lines.splitlines()) if bad else 0, " ".join(warned)))
    print(f"scanners: {sum(one.findings for one in found)} findings", flush=True)
    return found


def package():
    """What `make package` says of the zip."""
    done = subprocess.run(
        [sys.executable, ".ci/package.py", "zip"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def main():
    """Everything, and the report."""
    LOGS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    tally = Path(tempfile.mkdtemp()) / "tally.jsonl"
    tally.touch()
    with ThreadPoolExecutor(len(LANES)) as pool:
        running = [pool.submit(run_tests, name, lane, tally) for name, lane in LANES.items()]
        tests = [lane.result() for lane in running]
    with ThreadPoolExecutor(2) as pool:
        fuzzed = list(pool.map(fuzz, TARGETS))
    scanned = scan()
    packed, said = package()
    tests.append(run_tests("zip", ZIP_TESTS))
    entries = [json.loads(line) for line in tally.read_text(encoding="utf-8").splitlines()]
    minutes = (time.monotonic() - started) / 60.0
    suites = records()
    write(REPOSITORY / "docs" / "soak.md", entries, fuzzed, scanned, suites, said, tests, minutes)
    failed = (
        any(status for status, _ in tests)
        or packed
        or any(one.crashes for one in fuzzed)
        or any(one.findings for one in scanned)
        or any(entry.get("lost") for entry in entries)
    )
    print(f"docs/soak.md written after {minutes:.0f} minutes.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
