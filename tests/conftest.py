"""What tests share: the shipped model, the sample scene, and real data that may be absent.

Tests of the engine and the index run without QGIS too; tests of the other rooms are left out
where it is not installed. `qgis_app` and its like come from pytest-qgis, which starts QGIS before
this file is read; that it needs no display is set in .ci/environment.pth.
"""

import importlib.util
import os
import sys
import time
from pathlib import Path
from typing import Callable

import hypothesis
import pytest

# writing settings to disk alone takes more than the default of 200 ms on a busy machine
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

pytest_plugins = ["tests.windows"]

REPOSITORY = Path(__file__).resolve().parents[1]
STARTED = time.monotonic()

HAS_QGIS = importlib.util.find_spec("qgis") is not None
NEED_QGIS = ["imagery", "layers", "processing", "gui", "resources"]
collect_ignore = [] if HAS_QGIS else NEED_QGIS


def pytest_report_header() -> str:
    """Say in pytest's first lines what is left out."""
    return "QGIS: found" if HAS_QGIS else f"QGIS: not found, left out: {', '.join(NEED_QGIS)}"


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Gives the path of real data in ../shared/data; skips the test where it is absent."""

    def find(name: str) -> Path:
        path = REPOSITORY.parent / "shared" / "data" / name
        if not path.exists():
            pytest.skip(f"../shared/data/{name} is not on this machine")
        return path

    return find


@pytest.fixture(scope="session")
def pack():
    """The model pack that ships with the plugin, loaded and verified."""
    from plugin.engine.pack import load_pack, shipped_pack_folder

    return load_pack(shipped_pack_folder())


@pytest.fixture(scope="session")
def encoder(pack):
    """The shipped model, opened once for all tests."""
    from plugin.engine.encoder import Encoder

    return Encoder(pack)


@pytest.fixture(scope="session")
def sample_scene() -> Path:
    """Folder of the sample scene: orthophoto.tif, photos/*.jpg, photos/truth.csv."""
    return REPOSITORY / "resources" / "sample"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write down what `make test` came to, for `make soak` to tell."""
    folder = os.environ.get("SKYMATCH_SUITES")
    if folder and HAS_QGIS:
        from tests.soak.suites import record

        started = terminalreporter._session_start
        record(
            Path(folder), terminalreporter.stats, time.time() - getattr(started, "time", started)
        )


_EXIT_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the outcome for `pytest_unconfigure`."""
    session.config.stash[_EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without the interpreter's teardown, once everything has been reported.

    There QGIS's C++ objects and their Python halves are destroyed in no particular order, which
    crashes PyQGIS 3.22 now and then long after the last test and would turn a pass into a failure.
    """
    if HAS_QGIS and _EXIT_STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_EXIT_STATUS])
