"""Stages the plugin in build/skymatch and packs it into build/skymatch.zip.

    python .ci/package.py stage     what QGIS loads, and nothing else
    python .ci/package.py zip       the same as a zip, refused when plugins.qgis.org would refuse it

The zip is reproducible: the same files give the same bytes, whenever and wherever it is made.
"""

import configparser
import re
import shutil
import sys
import zipfile
from pathlib import Path
from typing import List

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = "skymatch"
SHIPPED = (
    "metadata.txt",
    "__init__.py",
    "LICENSE",
    "README.md",
    "plugin",
    "resources",
    "models/skymatch-s",
)
REQUIRED_FILES = (
    "metadata.txt",
    "__init__.py",
    "LICENSE",
    "README.md",
    "models/skymatch-s/pack.json",
)
REQUIRED_KEYS = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "qgisMaximumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)
LIMIT_BYTES = 25_000_000
FIXED_TIME = (1980, 1, 1, 0, 0, 0)

# Left behind by tools, never part of the plugin: not staged, and refused in a zip.
LEFTOVERS = ("__pycache__", "*.pyc", "*.pyo", "*.nbi", "*.nbc", "*.aux.xml", "*.gpkg-*", "*~", ".*")
# Staged if somebody puts them there, and then refused with a sentence.
FORBIDDEN = (*LEFTOVERS, "tests", "training", "*.so", "*.pyd", "*.dll", "*.dylib", "*.exe", "*.whl")


def stage(repository: Path, folder: Path) -> None:
    """Copy what ships into a folder that is made anew."""
    if folder.exists():
        shutil.rmtree(folder)
    for name in SHIPPED:
        source, target = repository / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFTOVERS))
        elif source.exists():
            shutil.copy2(source, target)


def problems(folder: Path) -> List[str]:
    """Sentences about everything that plugins.qgis.org would refuse in a staged plugin."""
    found = [
        f"{name} is missing from the plugin."
        for name in REQUIRED_FILES
        if not (folder / name).is_file()
    ]
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or any(path.match(pattern) for pattern in FORBIDDEN):
            found.append(f"{path.relative_to(folder)} must not be in the plugin.")
    if (folder / "metadata.txt").is_file():
        found += metadata_problems(folder / "metadata.txt")
    return found


def metadata_problems(file: Path) -> List[str]:
    """Sentences about what is wrong in metadata.txt, read as QGIS reads it."""
    metadata = configparser.ConfigParser()
    metadata.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        metadata.read(file, encoding="utf-8")
        general = dict(metadata.items("general"))
    except configparser.Error as error:
        return [f"metadata.txt cannot be read: {error}"]
    found = [
        f"metadata.txt says nothing for '{key}'." for key in REQUIRED_KEYS if not general.get(key)
    ]
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        found.append("The version in metadata.txt is not of the form X.Y.Z.")
    return found


def write_zip(folder: Path, file: Path) -> None:
    """Pack a staged plugin under one top folder, with sorted entries and a fixed time."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_dir():
                continue
            entry = zipfile.ZipInfo(f"{PACKAGE}/{path.relative_to(folder).as_posix()}", FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def pack(folder: Path, file: Path, limit_bytes: int = LIMIT_BYTES) -> List[str]:
    """Zip a staged plugin if nothing speaks against it; the sentences that do, if any."""
    found = problems(folder)
    if not found:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_zip(folder, file)
        size_bytes = file.stat().st_size
        if size_bytes > limit_bytes:
            found.append(f"The zip has {size_bytes:,} bytes; {limit_bytes:,} are allowed.")
            file.unlink()
    return found


def main(verb: str) -> int:
    """Do one verb; 1 when a check speaks against the result."""
    folder = REPOSITORY / "build" / PACKAGE
    file = REPOSITORY / "build" / f"{PACKAGE}.zip"
    stage(REPOSITORY, folder)
    if verb == "stage":
        print(f"Staged {folder.relative_to(REPOSITORY)}.")
        return 0
    found = pack(folder, file)
    print(*found, sep="\n", end="\n" if found else "")
    if not found:
        print(f"Wrote {file.relative_to(REPOSITORY)}, {file.stat().st_size:,} bytes.")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["stage"], ["zip"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
