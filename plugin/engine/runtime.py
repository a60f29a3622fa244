"""onnxruntime, the one library that QGIS does not bring: imported late, and kept silent.

From 1.29 on onnxruntime reports its use to its maker over the network, unless it is told not to
before it is imported. Skymatch promises that nothing leaves the machine.
"""

import importlib
import importlib.util
import os
import sysconfig
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

# The second name is that of early builds (onnxruntime pull requests 27379 and 29843).
SILENT = {"ORT_DISABLE_TELEMETRY": "1", "ORT_TELEMETRY_DISABLED": "1"}


def import_onnxruntime() -> Any:
    """The onnxruntime module, told to send nothing. Raises ImportError when there is none.

    Where another plugin imported it first, the remaining events are switched off.
    """
    os.environ.update(SILENT)
    module = importlib.import_module("onnxruntime")
    switch_off = getattr(module, "disable_telemetry_events", None)
    if switch_off is not None:
        switch_off()
    return module


def onnxruntime_problem() -> Optional[str]:
    """None when onnxruntime is installed, else a sentence that says what to do.

    It is looked for and not imported, which would take longer than opening the dock may.
    """
    if importlib.util.find_spec("onnxruntime") is not None:
        return None
    return (
        "Skymatch needs onnxruntime to read imagery and photos, and QGIS's Python does not have "
        "it. Install it in Settings > Options > Skymatch > Installation and diagnostics, or with:  "
        f"{install_command()}  (in the OSGeo4W shell on Windows), then restart QGIS."
    )


def install_command() -> str:
    """What a person types to install onnxruntime and nothing else.

    Without its dependencies: it needs only numpy, and pip would replace QGIS's numpy by one
    that breaks reading rasters.
    """
    marker = Path(sysconfig.get_path("stdlib")) / "EXTERNALLY-MANAGED"
    allowed = " --break-system-packages" if marker.exists() else ""
    return f"python3 -m pip install --user --no-deps{allowed} onnxruntime"


def open_session(file: Path, threads: int, settings: Optional[Dict[str, str]] = None) -> Any:
    """An inference session on the processor.

    Args:
        file: the ONNX model.
        threads: processor threads, 0 for all.
        settings: session configuration entries.

    Raises:
        one of `session_errors()`: the file is no model that this onnxruntime can run.
    """
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # it would keep what the largest batch took, to the end
    for key, value in (settings or {}).items():
        options.add_session_config_entry(key, value)
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def session_errors() -> "Tuple[type[Exception], ...]":
    """What onnxruntime raises for bad models; its exceptions share no base of their own."""
    state = importlib.import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    names = ("Fail", "InvalidArgument", "InvalidGraph", "InvalidProtobuf", "NotImplemented")
    return (RuntimeError, ValueError, *(getattr(state, name) for name in names))
