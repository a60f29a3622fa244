"""Run as a program of its own: does onnxruntime work with this Python, numpy and model?

    python package_probe.py [FOLDER [MODEL]]

FOLDER is put on Python's path first. The last line of the output is a JSON object: `ok`, the
versions and places found, seconds taken, and `problem`, a sentence, where something is wrong. A
library that crashes takes only this process with it. Nothing is sent anywhere, see
`engine.runtime`.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any, Dict, List

ROOT = Path(__file__).resolve().parents[2]


def probe(folders: List[str], model: str) -> Dict[str, Any]:
    """Import what the model needs and run the model's self-test."""
    started = time.monotonic()
    sys.path[:0] = folders
    found: Dict[str, Any] = {"ok": False, "python": sys.version.split()[0]}
    runtime = importlib.import_module("plugin.engine.runtime")
    for name, bring in (
        ("numpy", lambda: importlib.import_module("numpy")),
        ("onnxruntime", runtime.import_onnxruntime),
    ):
        try:
            module = bring()
        except (ImportError, OSError) as error:
            return {**found, "problem": f"{name} cannot be imported: {error}"}
        found[name] = getattr(module, "__version__", "?")
        found[f"{name}_path"] = str(Path(getattr(module, "__file__", None) or "?").parent)
    errors = importlib.import_module("plugin.engine.errors")
    packs = importlib.import_module("plugin.engine.pack")
    encoder = importlib.import_module("plugin.engine.encoder")
    try:
        pack = packs.load_pack(Path(model) if model else packs.shipped_pack_folder())
        found["model"] = f"{pack.name} {pack.version} ({pack.sha256[:12]})"
        encoder.Encoder(pack)
    except (errors.SkymatchError, ImportError, AttributeError, TypeError) as error:
        return {**found, "problem": str(error)}
    return {**found, "ok": True, "seconds": round(time.monotonic() - started, 2)}


if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # instead of this file's folder, whose modules are none of the child's
    folder, model = (*sys.argv[1:3], "", "")[:2]
    print(json.dumps(probe([folder] if folder else [], model)))
