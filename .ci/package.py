"""Stages the plugin in build/skymatch and packs it into build/skymatch.zip.

    python .ci/package.py stage     what QGIS loads, and nothing else
    python .ci/package.py zip       the same as a zip, refused when plugins.qgis.org would refuse it

The zip is reproducible: the same files give the same bytes, whenever and wherever it is made. Its
bill of materials (see sbom.py) lies in it and beside it as build/sbom.json.
"""

import importlib.util
import shutil
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import List


def _neighbour(name: str) -> ModuleType:
    """A module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


rules, sbom = _neighbour("package_rules"), _neighbour("sbom")

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = "skymatch"
SHIPPED = (
    "metadata.txt",
    "__init__.py",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "plugin",
    "resources",
    "models/skymatch-s",
)
SOURCES_ONLY = ("*.ts",)  # what translators edit; QGIS reads the .qm beside it
BILL = "sbom.json"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def stage(repository: Path, folder: Path) -> None:
    """Copy what ships into a folder that is made anew; metadata.txt gets the changelog."""
    ignored = shutil.ignore_patterns(*rules.LEFTOVERS, *SOURCES_ONLY)
    if folder.exists():
        shutil.rmtree(folder)
    for name in SHIPPED:
        source, target = repository / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignored)
        elif source.exists():
            shutil.copyfile(source, target)
    if (folder / "metadata.txt").exists() and (folder / "CHANGELOG.md").exists():
        text = (folder / "metadata.txt").read_text(encoding="utf-8").rstrip("\n")
        log = changelog((folder / "CHANGELOG.md").read_text(encoding="utf-8"))
        (folder / "metadata.txt").write_text(f"{text}\n{log}", encoding="utf-8", newline="\n")


def changelog(markdown: str) -> str:
    """CHANGELOG.md as a key of metadata.txt: without its title, indented, no line empty."""
    lines = [line.replace("## ", "").rstrip() for line in markdown.splitlines()]
    kept = [line.replace("%", "%%") for line in lines if line and not line.startswith("# ")]
    return "changelog=" + "\n    ".join(kept) + "\n"


def write_zip(folder: Path, file: Path) -> None:
    """Pack a staged plugin under one top folder, with sorted entries and a fixed time.

    Raises:
        ValueError: a link is among the files.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink():
                raise ValueError(f"{name} must not be in the plugin: it is a link.")
            if path.is_dir():
                continue
            entry = zipfile.ZipInfo(f"{PACKAGE}/{name}", FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes())


def pack(folder: Path, file: Path) -> List[str]:
    """Zip a staged plugin; the sentences that speak against it, in which case there is no zip."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        file.unlink()
    fresh = file.with_name(f"{file.name}.new")
    try:
        write_zip(folder, fresh)
        found = rules.problems(fresh)
        if not found:
            fresh.replace(file)
    except ValueError as error:
        found = [str(error)]
    finally:
        if fresh.exists():
            fresh.unlink()
    return found


def main(verb: str) -> int:
    """Do one verb; 1 when a check speaks against the result."""
    folder = REPOSITORY / "build" / PACKAGE
    file = REPOSITORY / "build" / f"{PACKAGE}.zip"
    stage(REPOSITORY, folder)
    if verb == "stage":
        print(f"Staged {folder.relative_to(REPOSITORY)}.")
        return 0
    sbom.write(folder, folder / BILL)
    shutil.copyfile(folder / BILL, REPOSITORY / "build" / BILL)
    found = pack(folder, file)
    if found:
        print(*found, sep="\n")
        return 1
    print(f"Wrote {file.relative_to(REPOSITORY)}, {file.stat().st_size:,} bytes.")
    print(f"SHA-256 {sbom.sha256_of(file)}; {len(rules.RULES)} rules kept.")
    print(*rules.reminders(file), sep="\n")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["stage"], ["zip"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
