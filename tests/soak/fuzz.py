"""Feeds one target of fuzz_targets.py: python -m tests.soak.fuzz "pack.json" --seconds 30

Inputs are guided by coverage of the plugin and of Pillow where atheris is installed, else changed
at random. Ends with 1 when an input crashes; it is kept in build/soak/crashes. The last line is
what there is to report, as JSON.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CRASHES = REPOSITORY / "build" / "soak" / "crashes"
GUIDED = importlib.util.find_spec("atheris") is not None
LONGEST_INPUT_BYTES = 200_000
SLOWEST_S = 30


def at_random(target, seconds):
    """Read changed seeds until time is up; (number of inputs, number of crashes)."""
    from tests.engine.fuzz_photo import damaged
    from tests.soak.fuzz_targets import TARGETS, in_memory

    seeds, read = TARGETS[target](in_memory())
    chance, inputs, crashes = random.Random(seconds), 0, 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        content = damaged(chance.choice(seeds), seeds, chance)
        inputs += 1
        try:
            read(content)
        except Exception:  # noqa: BLE001 - finding any is the purpose
            crashes += 1
            traceback.print_exc()
            keep(content)
    return inputs, crashes


def keep(content):
    """Store an input that crashed."""
    CRASHES.mkdir(parents=True, exist_ok=True)
    (CRASHES / f"crash-{hashlib.sha1(content).hexdigest()}").write_bytes(content)


def guided(target, seconds):
    """Let atheris choose the inputs; does not return."""
    import atheris

    # What is tested is watched, and Pillow, whose readers are Python as well.
    with atheris.instrument_imports(include=["plugin", "PIL"]):
        from tests.soak.fuzz_targets import TARGETS, in_memory
    folder = in_memory()
    seeds, read = TARGETS[target](folder)
    corpus = in_memory()
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)
    CRASHES.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST_INPUT_BYTES}",
            f"-timeout={SLOWEST_S}",
            f"-artifact_prefix={CRASHES}/",
            "-rss_limit_mb=4000",
            "-print_final_stats=1",
            "-verbosity=0",
            str(corpus),
        ],
        read,
    )
    atheris.Fuzz()


def watched(target, seconds):
    """The same in a process of its own, which atheris ends; (inputs, crashes, its output)."""
    command = [sys.executable, "-m", "tests.soak.fuzz", target, "--seconds", str(seconds), "--here"]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, errors="replace", check=False
    )
    text = done.stdout + done.stderr
    counted = re.search(r"stat::number_of_executed_units:\s+(\d+)", text)
    failed = done.returncode != 0 or counted is None
    return (int(counted.group(1)) if counted else 0), int(failed), text


def main():
    """See the head of this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--here", action="store_true", help="in this process")
    parser.add_argument("--unguided", action="store_true")
    given = parser.parse_args()
    if given.here:
        guided(given.target, given.seconds)
        return
    means = "atheris" if GUIDED and not given.unguided else "random changes"
    if means == "atheris":
        inputs, crashes, text = watched(given.target, given.seconds)
        if crashes:
            print(text)
    else:
        inputs, crashes = at_random(given.target, given.seconds)
    found = {"target": given.target, "means": means, "inputs": inputs, "crashes": crashes}
    print(json.dumps(found), flush=True)
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    os._exit(1 if crashes else 0)  # QGIS, if a target started it, does not take an orderly end


if __name__ == "__main__":
    main()
