"""onnxruntime as the plugin imports it: silent, and in one place."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]

USE_IT = """
import sys
sys.path.insert(0, {repository!r})
from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder
Encoder(load_pack(shipped_pack_folder()))
import os
print([os.readlink(f"/proc/self/fd/{{f}}") for f in os.listdir("/proc/self/fd")
       if os.path.exists(f"/proc/self/fd/{{f}}")])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_onnxruntime_keeps_no_record_of_its_use(tmp_path):
    """Builds from 1.29 on open a database of events in the home folder, and send it."""
    pytest.importorskip("onnxruntime")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ORT_")}
    environment.update(HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    done = subprocess.run(
        [sys.executable, "-c", USE_IT.format(repository=str(REPOSITORY))],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    assert "onnxruntime.db" not in done.stdout
    assert not list(tmp_path.rglob("*onnxruntime*"))


def test_only_one_module_imports_onnxruntime():
    """Any other would import it without telling it to be silent first."""
    importers = [
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "plugin").rglob("*.py")
        if any(
            line.strip().startswith(("import onnxruntime", "from onnxruntime"))
            or 'import_module("onnxruntime")' in line
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert set(importers) <= {"plugin/engine/runtime.py"}
