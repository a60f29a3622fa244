"""Every rule of the plugin site: the zip that breaks it in one way is refused with its sentence."""

import io
import zipfile

import pytest

from tests.packaging import METADATA, REPOSITORY, package, rules, small_plugin


@pytest.fixture
def whole(tmp_path):
    """The entries of a zip that breaks no rule: pairs of ZipInfo and content."""
    file = tmp_path / "whole.zip"
    package.write_zip(small_plugin(tmp_path / "skymatch"), file)
    assert rules.problems(file) == []
    with zipfile.ZipFile(file) as archive:
        return [(entry, archive.read(entry)) for entry in archive.infolist()]


@pytest.fixture
def refused(tmp_path, whole):
    """Writes a zip of changed entries and gives what is said about it."""

    def refuse(change):
        entries = list(whole)
        change(entries)
        file = tmp_path / "broken.zip"
        with zipfile.ZipFile(file, "w") as archive:
            for entry, content in entries:
                archive.writestr(entry, content)
        return rules.problems(file)

    return refuse


def added(name, content=b"x", mode=0o100644):
    """One more entry."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return lambda entries: entries.append((entry, content))


def renamed(old, new):
    """Every name with another beginning."""

    def change(entries):
        for entry, _ in entries:
            entry.filename = entry.filename.replace(old, new, 1)

    return change


def without(name):
    """One entry less."""

    def change(entries):
        entries[:] = [one for one in entries if one[0].filename != f"skymatch/{name}"]

    return change


def holding(name, content):
    """Another content in one entry."""

    def change(entries):
        for number, (entry, _) in enumerate(entries):
            if entry.filename == f"skymatch/{name}":
                entries[number] = (entry, content)

    return change


def saying(old, new):
    """Another text in metadata.txt."""
    return holding("metadata.txt", METADATA.replace(old, new).encode("utf-8"))


# The rule, how a zip breaks it, and words of the sentence.
BROKEN = [
    (rules.one_folder, added("other/a.py"), "one folder"),
    (rules.one_folder, added("a.py"), "one folder"),
    (rules.folder_name, renamed("skymatch/", "sky match/"), "must be named"),
    (rules.folder_name, renamed("skymatch/", "1sky/"), "must be named"),
    (rules.folder_name, renamed("skymatch/", "sky-match-main/"), "must be named"),
    (rules.names_stay_inside, added("skymatch/../evil.py"), "leads out"),
    (rules.names_stay_inside, added("/etc/passwd"), "leads out"),
    (rules.names_stay_inside, added("skymatch/C:evil.py"), "leads out"),
    (rules.names_differ, added("skymatch/LICENSE"), "more than once"),
    (rules.names_differ, added("skymatch/license"), "more than once"),
    (rules.names_are_portable, added("skymatch/a file.txt"), "not portable"),
    (rules.names_are_portable, added("skymatch/größe.txt"), "not portable"),
    (rules.names_are_portable, added("skymatch/" + "a" * 150), "not portable"),
    (rules.plain_files, added("skymatch/link", b"/etc/passwd", 0o120777), "no plain file"),
    (rules.plain_files, added("skymatch/tool", b"x", 0o100755), "marked as a program"),
    *(
        (rules.no_leftovers, added(f"skymatch/{name}"), "a tool left it")
        for name in (
            *("plugin/__pycache__/a.cpython-311.pyc", "a.pyc", ".hidden", ".git/config"),
            *(".DS_Store", "__MACOSX/a", "a.txt~", "resources/o.tif.aux.xml", "Thumbs.db", ".env"),
        )
    ),
    *(
        (rules.no_binaries, added(f"skymatch/plugin/{name}"), "a binary")
        for name in (
            "a.so",
            "a.so.1",
            "a.pyd",
            "a.dll",
            "a.EXE",
            "a.dylib",
            "a.whl",
            "a.sh",
            "a.bat",
        )
    ),
    (rules.nothing_of_ours, added("skymatch/tests/test_a.py"), "must not be in the plugin"),
    (rules.nothing_of_ours, added("skymatch/models/training/t.py"), "must not be in the plugin"),
    *((rules.required_files, without(name), "is missing") for name in rules.REQUIRED_FILES),
    (rules.required_files, holding("LICENSE", b" \n"), "LICENSE is missing"),
    (rules.class_factory, holding("__init__.py", b"x = 1"), "no classFactory"),
    (rules.class_factory, holding("__init__.py", b"def classFactory(): ..."), "one argument"),
    (rules.class_factory, holding("__init__.py", b"def ("), "no Python"),
    (rules.python_syntax, added("skymatch/a.py", b"match 1:\n    case 1: pass"), "no Python 3.9"),
    (rules.metadata_readable, holding("metadata.txt", b"\xff\xfe"), "cannot be read"),
    (rules.metadata_readable, saying("[general]", "[other]"), "cannot be read"),
    (rules.metadata_readable, saying("Finds", "100 % of"), "cannot be read"),
    *(
        (rules.required_keys, saying(f"\n{key}=", f"\nx{key}="), f"nothing for '{key}'")
        for key in rules.REQUIRED_KEYS
    ),
    (rules.plugin_name, saying("name=Skymatch", "name=Sky/match"), "other signs"),
    (rules.plugin_name, saying("name=Skymatch", "name=Skymätch"), "other signs"),
    (rules.description, saying("Finds photos", "Finds <b>photos</b>"), "one short line"),
    (rules.description, saying("Finds photos", "Finds\n  photos"), "one short line"),
    (rules.description, saying("Finds photos", "photos " * 50), "one short line"),
    *(
        (rules.version, saying("version=1.2.3", f"version={text}"), "X.Y.Z")
        for text in ("1.2", "v1.2.3", "1.2.3-beta", "01.2.3")
    ),
    (rules.version, saying("version=1.2.3", "version=1.2.4"), "does not speak of version 1.2.4"),
    (rules.qgis_versions, saying("=3.22", "=3"), "form X.Y"),
    (rules.qgis_versions, saying("=4.99", "=3.20"), "above"),
    *(
        (rules.urls, saying(f"{key}=https://skymatch.net", f"{key}={url}"), f"'{key}'")
        for key in rules.URLS
        for url in (
            "",
            "skymatch.net",
            "ftp://skymatch.net",
            "https://",
            "http://tracker",
            "http://[",
        )
    ),
    (rules.email, saying("a@skymatch.net", "a at skymatch"), "no e-mail"),
    (rules.author, saying("author=A", "author=A/B"), "must hold no /"),
    (rules.flags, saying("name=", "experimental=maybe\nname="), "True or False"),
    (rules.icon, saying("resources/a.svg", "resources/none.svg"), "The icon"),
    (rules.icon, saying("resources/a.svg", "LICENSE"), "The icon"),
]


@pytest.mark.parametrize(
    ("rule", "change", "words"),
    BROKEN,
    ids=[f"{n}-{one[0].__name__}" for n, one in enumerate(BROKEN)],
)
def test_a_zip_that_breaks_a_rule_is_refused(refused, rule, change, words):
    """With a sentence of that rule."""
    said = refused(change)
    assert any(words in sentence for sentence in said), said


def test_a_zip_that_is_too_large(refused, monkeypatch):
    """25 MB are allowed."""
    monkeypatch.setattr(rules, "LIMIT_BYTES", 100)
    assert "100 are allowed" in refused(lambda entries: None)[0]


def test_a_zip_with_a_damaged_file(tmp_path, whole):
    """A byte of the content has flipped."""
    file = tmp_path / "damaged.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for entry, content in whole:
            archive.writestr(entry, content, zipfile.ZIP_STORED)
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"x = 1\n")] ^= 1
    file.write_bytes(bytes(raw))
    assert any("is damaged" in sentence for sentence in rules.problems(file))


def test_an_encrypted_file(tmp_path, whole):
    """Its flag is set in both headers."""
    file = tmp_path / "locked.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for entry, content in whole:
            archive.writestr(entry, content)
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(bytes(raw))
    assert "is encrypted" in rules.problems(file)[0]


def test_a_file_that_is_no_zip(tmp_path):
    """Nor an empty one."""
    (tmp_path / "a.zip").write_bytes(b"no zip")
    assert rules.problems(tmp_path / "a.zip") == ["a.zip is no zip."]
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    (tmp_path / "b.zip").write_bytes(empty.getvalue())
    assert rules.problems(tmp_path / "b.zip") == ["The zip is empty."]


def test_every_rule_is_shown_to_refuse():
    """Those with tests of their own are named here."""
    assert {rule for rule, _, _ in BROKEN} | {rules.size, rules.sound} == set(rules.RULES)


def test_addresses_that_lead_nowhere_are_reminded_of(tmp_path):
    """They cannot be refused, as a fork may have no site."""
    folder = small_plugin(tmp_path / "skymatch")
    package.write_zip(folder, tmp_path / "a.zip")
    assert rules.reminders(tmp_path / "a.zip") == []
    text = METADATA.replace("https://skymatch.net/issues", "https://example.org/issues")
    (folder / "metadata.txt").write_text(text, encoding="utf-8")
    package.write_zip(folder, tmp_path / "a.zip")
    assert "tracker" in rules.reminders(tmp_path / "a.zip")[0]


def test_the_project_s_own_version_stands_in_one_place():
    """metadata.txt; pyproject.toml says that it stands elsewhere."""
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in text and "\nversion =" not in text
