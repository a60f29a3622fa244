"""The stand-in for Windows' locked files refuses what Windows refuses, and nothing else.

Tests of what the plugin deletes and replaces use it with `usefixtures("locked_as_on_windows")`.
"""

import contextlib
import mmap
import os
import shutil

import pytest

pytestmark = pytest.mark.usefixtures("locked_as_on_windows")

HARM = {
    "unlink": lambda file, other: file.unlink(),
    "remove": lambda file, other: os.remove(file),
    "rename away": lambda file, other: file.rename(other),
    "replace": lambda file, other: other.replace(file),
    "remove the folder": lambda file, other: shutil.rmtree(file.parent),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("mapped", [False, True])
def test_what_is_open_stays(tmp_path, harm, mapped):
    """Opened or mapped; once it is closed, it can go."""
    folder = tmp_path / "folder"
    folder.mkdir()
    file, other = folder / "file", tmp_path / "other"
    file.write_bytes(b"content")
    other.write_bytes(b"other")
    with contextlib.ExitStack() as stack:
        handle = stack.enter_context(file.open("rb"))
        if mapped:
            stack.enter_context(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
            handle.close()
        with pytest.raises(PermissionError, match="in use"):
            HARM[harm](file, other)
        assert file.read_bytes() == b"content"
    HARM[harm](file, other)
    assert not file.exists() or file.read_bytes() == b"other"
