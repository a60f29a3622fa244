"""Open files as on Windows: what this process has open or mapped cannot be deleted or replaced."""

import os
from pathlib import Path

import pytest

CALLS = ("unlink", "remove", "rename", "replace")
OPEN = Path("/proc/self/fd")
MAPPED = Path("/proc/self/maps")


def held_files():
    """Paths of all files that are open or mapped."""
    found = set()
    for number in os.listdir(OPEN):
        try:
            found.add(os.readlink(OPEN / number))
        except OSError:  # it was that of the listing
            continue
    parts = (line.split(None, 5) for line in MAPPED.read_text().splitlines())
    return found | {part[5].strip() for part in parts if len(part) == 6}


def _whole_path(path, dir_fd):
    path = os.fsdecode(os.fspath(path))
    if dir_fd is not None:
        path = os.path.join(os.readlink(OPEN / str(dir_fd)), path)
    return os.path.realpath(path)


def _guarded(real):
    def call(*paths, dir_fd=None, **more):
        held = held_files()
        for path in paths:
            if _whole_path(path, dir_fd) in held:
                raise PermissionError(13, "The process cannot access the file: in use", str(path))
        return real(*paths, **more) if dir_fd is None else real(*paths, dir_fd=dir_fd, **more)

    return call


@pytest.fixture
def locked_as_on_windows(monkeypatch):
    """For Python's own calls; those of QGIS, GDAL and SQLite are not seen."""
    if not OPEN.is_dir():
        pytest.skip("this system does not tell what is open")
    for name in CALLS:
        monkeypatch.setattr(os, name, _guarded(getattr(os, name)))
