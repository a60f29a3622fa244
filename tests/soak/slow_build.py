"""Builds an index of simulated imagery slowly, to be killed: slow_build.py INDEX INFO PAUSE_S

INFO is the repr of an IndexInfo; a line is printed before every block that is read.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plugin.engine.errors import SkymatchError
from plugin.engine.grid import MetricGrid  # noqa: F401, stands in INFO
from plugin.index.build import build_index
from plugin.index.info import IndexInfo  # noqa: F401, stands in INFO
from tests.index.conftest import MeanColourEncoder, Recorder, WavePicture


class Slow(WavePicture):
    """Takes its time to read."""

    def __init__(self, pause_s):
        super().__init__()
        self._pause_s = pause_s

    def read(self, grid):
        print("reading", flush=True)
        time.sleep(self._pause_s)
        return super().read(grid)


if __name__ == "__main__":
    path, info, pause_s = sys.argv[1:]
    try:
        build_index(
            Slow(float(pause_s)), eval(info), None, MeanColourEncoder(), Path(path), Recorder()
        )
    except SkymatchError as sentence:
        print(f"sentence: {sentence}", flush=True)
    else:
        print("done", flush=True)
