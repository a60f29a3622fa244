"""Wheels for the tests of the installation: the installed onnxruntime packed again, and fakes."""

import base64
import hashlib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Dict, Optional


def installed_onnxruntime(folder: Path) -> Path:
    """The onnxruntime of this Python as a wheel, without compression."""
    found = metadata.distribution("onnxruntime")
    tag = next(line for line in found.read_text("WHEEL").splitlines() if line.startswith("Tag:"))
    wheel = folder / f"onnxruntime-{found.version}-{tag.split()[1]}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_STORED) as archive:
        for file in found.files or []:
            if ".." not in file.parts and file.suffix != ".pyc" and "INSTALLER" not in file.parts:
                archive.write(str(file.locate()), file.as_posix())
    return wheel


def fake_onnxruntime(
    folder: Path,
    code: str,
    others: Optional[Dict[str, str]] = None,
    tag: str = "py3-none-any",
) -> Path:
    """A wheel called onnxruntime that holds the given code, and other files where wanted."""
    info = "onnxruntime-1.99.0.dist-info"
    files = {
        "onnxruntime/__init__.py": code,
        **(others or {}),
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: onnxruntime\nVersion: 1.99.0\n"
        "Requires-Dist: numpy==99.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
        f"Tag: {tag}\n",
    }
    rows = []
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
        rows.append(f"{name},sha256={digest.decode()},{len(text.encode())}")
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""])
    wheel = folder / f"onnxruntime-1.99.0-{tag}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return wheel
