"""The bill of materials of the staged plugin, as CycloneDX 1.5 (ECMA-424) in JSON.

It lists every file that ships with its SHA-256, the models with origin and licence, and what has to
be installed besides. It names no time and no machine, so that the zip stays reproducible.
"""

import configparser
import hashlib
import json
import re
import uuid
from pathlib import Path
from typing import Any, Dict, List

REPOSITORY = Path(__file__).resolve().parents[1]
MODELS = "models"
# They come with QGIS and are never installed by Skymatch; so the QGIS version is their minimum.
WITH_QGIS = ("numpy", "Pillow", "shapely", "pyproj", "GDAL")
PYPI = ("numpy", "Pillow", "shapely", "pyproj", "GDAL", "onnxruntime")

Component = Dict[str, Any]


def bill(folder: Path) -> Dict[str, Any]:
    """The bill of a staged plugin."""
    metadata = configparser.ConfigParser()
    metadata.optionxform = str  # type: ignore[assignment,method-assign]
    metadata.read(folder / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    main = f"skymatch@{general['version']}"
    needed = [*_needed(folder, general["qgisMinimumVersion"])]
    models = [_model(pack) for pack in sorted((folder / MODELS).glob("*/pack.json"))]
    document: Dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": main,
                "name": general["name"],
                "version": general["version"],
                "description": general["description"],
                "licenses": [{"license": {"id": general["license"]}}],
            }
        },
        "components": [*_files(folder), *models, *needed],
        "dependencies": [
            {"ref": main, "dependsOn": [one["bom-ref"] for one in (*models, *needed)]},
            *({"ref": one["bom-ref"], "dependsOn": []} for one in (*models, *needed)),
        ],
    }
    content = json.dumps(document, sort_keys=True)
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"
    return document


def write(folder: Path, file: Path) -> None:
    """Write the bill of a staged plugin; it does not list itself."""
    if file.exists():
        file.unlink()
    text = json.dumps(bill(folder), indent=1, sort_keys=True, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def sha256_of(file: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _files(folder: Path) -> List[Component]:
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    return [
        {
            "type": "file",
            "bom-ref": f"file:{name}",
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": sha256_of(folder / name)}],
        }
        for name in names
    ]


def _model(pack_file: Path) -> Component:
    """A model pack; its weights are listed once more, as parts of it."""
    pack = json.loads(pack_file.read_text(encoding="utf-8"))
    return {
        "type": "machine-learning-model",
        "bom-ref": f"model:{pack['name']}@{pack['version']}",
        "name": pack["name"],
        "version": pack["version"],
        "description": f"Origin of the weights: {pack['origin']}. See NOTICE and MODEL_CARD.md.",
        "licenses": [{"license": {"id": pack["licence"]}}],
        "copyright": (pack_file.parent / "NOTICE").read_text(encoding="utf-8").strip(),
        "components": [
            {
                "type": "data",
                "bom-ref": f"weights:{pack['name']}/{name}",
                "name": name,
                "hashes": [{"alg": "SHA-256", "content": digest.split(":", 1)[1]}],
            }
            for name, digest in sorted(pack["files"].items())
        ],
    }


def _needed(folder: Path, qgis: str) -> List[Component]:
    """What does not ship and has to be there, with the requirements that the code states."""
    source = (folder / "plugin/processing/packages.py").read_text(encoding="utf-8")
    onnxruntime = re.search(r'^REQUIREMENT = "(onnxruntime[^"]+)"', source, re.MULTILINE)
    if onnxruntime is None:
        raise ValueError("plugin/processing/packages.py states no requirement of onnxruntime.")
    project = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    python = re.search(r'^requires-python = "([^"]+)"', project, re.MULTILINE)
    if python is None:
        raise ValueError("pyproject.toml states no version of Python.")
    stated = {
        "QGIS": f"QGIS>={qgis}",
        "Python": f"Python{python.group(1)}",
        "onnxruntime": onnxruntime.group(1),
        **{name: f"{name}, as it comes with QGIS>={qgis}" for name in WITH_QGIS},
    }
    return [_requirement(name, words) for name, words in stated.items()]


def _requirement(name: str, words: str) -> Component:
    component: Component = {
        "type": "library" if name in PYPI else "platform",
        "bom-ref": f"needs:{name}",
        "name": name,
        "scope": "required",
        "properties": [
            {"name": "skymatch:requirement", "value": words},
            {"name": "skymatch:shipped", "value": "false"},
        ],
    }
    if name in PYPI:
        component["purl"] = f"pkg:pypi/{name.lower()}"
    return component
