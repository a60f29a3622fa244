"""The zip: reproducible, complete, small enough, and refused when something is wrong with it."""

import configparser
import importlib.util
import os
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]

_spec = importlib.util.spec_from_file_location("package", REPOSITORY / ".ci" / "package.py")
package = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(package)

METADATA = """[general]
name=Skymatch
description=Finds photos
version=0.1.0
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
author=A
email=a@example.org
about=Needs onnxruntime
tracker=https://example.org/issues
repository=https://example.org
"""


@pytest.fixture
def small_plugin(tmp_path):
    """A staged plugin of a few bytes that passes every check."""
    folder = tmp_path / "skymatch"
    for name in package.REQUIRED_FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "metadata.txt").write_text(METADATA, encoding="utf-8")
    return folder


def test_the_plugin_packs_reproducibly(tmp_path):
    """Staged and zipped twice, the project gives the same bytes, and no check speaks against it."""
    archives = []
    for turn in ("first", "second"):
        folder, file = tmp_path / turn / "skymatch", tmp_path / turn / "skymatch.zip"
        package.stage(REPOSITORY, folder)
        assert package.pack(folder, file) == []
        archives.append(file.read_bytes())
    assert archives[0] == archives[1]
    assert len(archives[0]) <= 25_000_000


def test_the_zip_has_one_top_folder_and_what_the_hub_asks_for(tmp_path):
    """The names are those that plugins.qgis.org looks for."""
    package.stage(REPOSITORY, tmp_path / "skymatch")
    assert package.pack(tmp_path / "skymatch", tmp_path / "skymatch.zip") == []
    names = zipfile.ZipFile(tmp_path / "skymatch.zip").namelist()
    assert {name.split("/")[0] for name in names} == {"skymatch"}
    assert {"skymatch/metadata.txt", "skymatch/__init__.py", "skymatch/LICENSE"} <= set(names)
    assert names == sorted(names)
    assert not [n for n in names if "training" in n or "tests" in n or "/." in n]


def test_a_file_time_does_not_change_the_zip(tmp_path, small_plugin):
    """Only content counts."""
    package.pack(small_plugin, tmp_path / "first.zip")
    os.utime(small_plugin / "LICENSE", (1_000_000_000, 1_000_000_000))
    (small_plugin / "LICENSE").chmod(0o600)
    package.pack(small_plugin, tmp_path / "second.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


@pytest.mark.parametrize(
    "leftover",
    [
        "plugin/__pycache__/a.cpython-311.pyc",
        ".hidden",
        "plugin/.git/config",
        "tests/test_a.py",
        "models/training/town.py",
        "plugin/native.so",
        "resources/sample/orthophoto.tif.aux.xml",
    ],
)
def test_a_leftover_is_refused(tmp_path, small_plugin, leftover):
    """Whatever tools leave behind, and what does not belong to the plugin."""
    (small_plugin / leftover).parent.mkdir(parents=True, exist_ok=True)
    (small_plugin / leftover).write_text("x", encoding="utf-8")
    found = package.pack(small_plugin, tmp_path / "skymatch.zip")
    assert any("must not be in the plugin" in sentence for sentence in found)
    assert not (tmp_path / "skymatch.zip").exists()


@pytest.mark.parametrize("name", package.REQUIRED_FILES)
def test_a_missing_file_is_refused(tmp_path, small_plugin, name):
    """The sentence names the file."""
    (small_plugin / name).unlink()
    assert package.pack(small_plugin, tmp_path / "a.zip") == [f"{name} is missing from the plugin."]


@pytest.mark.parametrize("key", package.REQUIRED_KEYS)
def test_a_missing_metadata_key_is_refused(tmp_path, small_plugin, key):
    """The sentence names the key."""
    lines = [line for line in METADATA.splitlines() if not line.startswith(f"{key}=")]
    (small_plugin / "metadata.txt").write_text("\n".join(lines), encoding="utf-8")
    assert f"metadata.txt says nothing for '{key}'." in package.problems(small_plugin)


@pytest.mark.parametrize(
    "text",
    [
        METADATA.replace("0.1.0", "0.1"),
        METADATA + "changelog=90 % better\n",
        METADATA.replace("[general]", ""),
    ],
)
def test_bad_metadata_is_refused(small_plugin, text):
    """A version that is not X.Y.Z, a bare per cent sign, no section."""
    (small_plugin / "metadata.txt").write_text(text, encoding="utf-8")
    assert len(package.problems(small_plugin)) >= 1


def test_a_zip_that_is_too_large_is_refused_and_removed(tmp_path, small_plugin):
    """It would be refused at upload anyway."""
    found = package.pack(small_plugin, tmp_path / "a.zip", limit_bytes=100)
    assert "100 are allowed" in found[0]
    assert not (tmp_path / "a.zip").exists()


def test_staging_leaves_caches_and_training_behind(tmp_path):
    """Nothing of what tools write beside the sources is copied."""
    repository, folder = tmp_path / "repository", tmp_path / "skymatch"
    for name in ("plugin/a.py", "plugin/__pycache__/a.pyc", "resources/.c", "models/training/t.py"):
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text("x", encoding="utf-8")
    package.stage(repository, folder)
    staged = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert staged == ["plugin/a.py"]


def test_pyproject_and_metadata_tell_the_same_version():
    """The version is written in both."""
    metadata = configparser.ConfigParser()
    metadata.read(REPOSITORY / "metadata.txt", encoding="utf-8")
    version = metadata["general"]["version"]
    assert f'\nversion = "{version}"\n' in (REPOSITORY / "pyproject.toml").read_text("utf-8")
