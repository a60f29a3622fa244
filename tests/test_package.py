"""The zip: reproducible, complete, with its bill of materials; none when something is wrong."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.packaging import REPOSITORY, package, rules, script, small_plugin

sbom = script("sbom")

PACK = """
import importlib.util, os, sys
from pathlib import Path
os.umask(int(sys.argv[3], 8))
spec = importlib.util.spec_from_file_location("package", sys.argv[4])
package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
print(package.pack(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The plugin as `make package` builds it: the staged folder and the zip."""
    folder = tmp_path_factory.mktemp("built") / "skymatch"
    package.stage(REPOSITORY, folder)
    sbom.write(folder, folder / package.BILL)
    file = folder.with_suffix(".zip")
    assert package.pack(folder, file) == []
    return folder, file


def test_the_zip_holds_what_the_site_asks_for(built):
    """No rule speaks against it, its names are in order, nothing else lies beside it."""
    folder, file = built
    assert rules.problems(file) == []
    assert file.stat().st_size <= 25_000_000
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert {"skymatch/metadata.txt", "skymatch/sbom.json", "skymatch/CHANGELOG.md"} <= set(names)
    assert not list(folder.parent.glob("*.new"))


def test_the_plugin_packs_reproducibly(built, tmp_path):
    """Staged and zipped once more from the sources, the project gives the same bytes."""
    folder = tmp_path / "skymatch"
    package.stage(REPOSITORY, folder)
    sbom.write(folder, folder / package.BILL)
    assert package.pack(folder, tmp_path / "again.zip") == []
    assert sbom.sha256_of(tmp_path / "again.zip") == sbom.sha256_of(built[1])


def test_nothing_but_content_counts(tmp_path):
    """Another umask, locale, time zone, hash seed, file time, mode, order of making: same bytes."""
    digests = set()
    for umask, language, zone, seed, order in (
        ("022", "C", "UTC", "1", 1),
        ("077", "tr_TR.UTF-8", "Asia/Tokyo", "2", -1),
    ):
        folder, file = tmp_path / umask / "skymatch", tmp_path / umask / "a.zip"
        first = small_plugin(tmp_path / f"{umask}-first")
        for source in sorted(first.rglob("*"), reverse=order < 0):
            if source.is_file():
                target = folder / source.relative_to(first)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
                os.utime(target, (1e9 * (2 + order) / 3, 1e9))
                target.chmod(0o600 if order < 0 else 0o755)
        environment = {**os.environ, "LC_ALL": language, "TZ": zone, "PYTHONHASHSEED": seed}
        script_file = str(REPOSITORY / ".ci" / "package.py")
        done = subprocess.run(
            [sys.executable, "-I", "-c", PACK, str(folder), str(file), umask, script_file],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == "[]\n", done.stdout + done.stderr
        digests.add(sbom.sha256_of(file))
    assert len(digests) == 1


def test_a_broken_plugin_leaves_no_zip(tmp_path):
    """Nor does an earlier one survive and pass for the new one."""
    folder, file = small_plugin(tmp_path / "skymatch"), tmp_path / "a.zip"
    assert package.pack(folder, file) == [] and file.exists()
    (folder / "LICENSE").unlink()
    assert package.pack(folder, file) == ["LICENSE is missing from the plugin."]
    assert not file.exists() and not list(tmp_path.glob("*.new"))


def test_a_link_is_refused(tmp_path):
    """What it leads to would be packed."""
    folder = small_plugin(tmp_path / "skymatch")
    (folder / "plugin" / "b.py").symlink_to("/etc/hostname")
    assert "it is a link" in package.pack(folder, tmp_path / "a.zip")[0]
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


def test_the_changelog_of_the_metadata_is_that_of_the_file(built):
    """QGIS shows it; it is written once."""
    said = rules.read_metadata((built[0] / "metadata.txt").read_text(encoding="utf-8"))
    lines = [
        line.replace("## ", "")
        for line in (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("# ")
    ]
    assert said["changelog"].split("\n") == lines
    assert "changelog" not in rules.read_metadata(
        (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
    )
    assert "50 %%" in package.changelog("# Title\n\n## 1.0.0\n- 50 % faster\n")


def test_the_bill_of_materials_is_cyclonedx(built):
    """What the specification 1.5 requires of these parts; references lead to components."""
    bill = json.loads((built[0] / "sbom.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.5", 1)
    assert bill["serialNumber"].startswith("urn:uuid:")
    types = {"application", "library", "platform", "file", "machine-learning-model", "data"}
    references = [bill["metadata"]["component"]["bom-ref"]]
    for one in [bill["metadata"]["component"], *bill["components"]]:
        assert one["type"] in types and one["name"]
    references += [one["bom-ref"] for one in bill["components"]]
    assert len(references) == len(set(references))
    for dependency in bill["dependencies"]:
        assert {dependency["ref"], *dependency["dependsOn"]} <= set(references)
    hashes = [h for one in bill["components"] for h in one.get("hashes", [])]
    assert all(h["alg"] == "SHA-256" and len(h["content"]) == 64 for h in hashes)


def test_the_bill_lists_every_file_of_the_zip(built):
    """With the SHA-256 of what is in it; only the bill itself is left out."""
    folder, file = built
    bill = json.loads((folder / "sbom.json").read_text(encoding="utf-8"))
    listed = {
        one["name"]: one["hashes"][0]["content"]
        for one in bill["components"]
        if one["type"] == "file"
    }
    with zipfile.ZipFile(file) as archive:
        shipped = {
            name[len("skymatch/") :]: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name != "skymatch/sbom.json"
        }
    assert listed == shipped


def test_the_bill_tells_origin_and_licence_of_the_weights_and_what_is_needed(built):
    """The weights' hashes are those of the pack, and of the files."""
    bill = json.loads((built[0] / "sbom.json").read_text(encoding="utf-8"))
    by_name = {one["name"]: one for one in bill["components"]}
    model = by_name["skymatch-s"]
    assert model["licenses"] == [{"license": {"id": "Apache-2.0"}}]
    assert "DINOv2" in model["description"] and "Meta Platforms" in model["copyright"]
    for part in model["components"]:
        shipped = by_name[f"models/skymatch-s/{part['name']}"]
        assert part["hashes"] == shipped["hashes"]
    needed = {one["name"] for one in bill["components"] if one.get("scope") == "required"}
    assert needed == {
        *("QGIS", "Python", "onnxruntime", "numpy", "Pillow", "shapely", "pyproj", "GDAL")
    }
    stated = {
        one["name"]: one["properties"][0]["value"]
        for one in bill["components"]
        if "properties" in one
    }
    assert stated["onnxruntime"].startswith("onnxruntime>=1.") and stated["QGIS"] == "QGIS>=3.22"
