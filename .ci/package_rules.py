"""The rules by which plugins.qgis.org takes a zip, and a few of our own; each one a function.

A rule looks at an archive and gives sentences about what breaks it. The site's rules are those of
its validator (QGIS-Django, `plugins/validator.py`, and the models' own checks) and of the scan that
follows an upload (binaries, hidden files, permissions); its scan of the code is `make lint`'s.
"""

import ast
import configparser
import fnmatch
import io
import re
import stat
import zipfile
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Tuple
from urllib.parse import urlsplit

LIMIT_BYTES = 25_000_000
REQUIRED_FILES = (
    "metadata.txt",
    "__init__.py",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
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
    "homepage",
    "changelog",
    "icon",
    "license",
)
URLS = ("homepage", "tracker", "repository")
PLACEHOLDERS = ("http://homepage", "http://tracker", "http://repo")
FLAGS = ("experimental", "deprecated", "server", "hasProcessingProvider")
FLAG_WORDS = ("true", "false", "yes", "no", "0", "1")
MOST_DESCRIPTION_LETTERS = 250

# Left behind by tools, never part of a plugin.
LEFTOVERS = ("__pycache__", "*.pyc", "*.pyo", "*.nbi", "*.nbc", "*.aux.xml", "*.gpkg-*", "*~", ".*")
OTHERS_LEFTOVERS = ("__MACOSX", "Thumbs.db", "desktop.ini", "*.orig", "*.rej", "*.bak", "*.swp")
BINARIES = (
    *("*.exe", "*.dll", "*.so", "*.so.*", "*.pyd", "*.dylib", "*.a", "*.lib", "*.o", "*.msi"),
    *("*.com", "*.scr", "*.jar", "*.whl", "*.egg", "*.deb", "*.rpm", "*.dmg", "*.apk"),
)
SCRIPTS = ("*.sh", "*.bat", "*.cmd", "*.ps1", "*.vbs")
OURS_ONLY = ("tests", "training")


class Archive:
    """A zip under inspection: what the rules ask of it."""

    def __init__(self, zipped: zipfile.ZipFile, size_bytes: int) -> None:
        """Nothing is unpacked."""
        self.zipped = zipped
        self.size_bytes = size_bytes
        self.entries = zipped.infolist()
        self.names = [entry.filename for entry in self.entries]
        self.top = self.names[0].split("/")[0] if self.names else ""

    def has(self, name: str) -> bool:
        """Whether there is such a file in the plugin."""
        return f"{self.top}/{name}" in self.names

    def text(self, name: str) -> str:
        """A text of the plugin; empty when it is missing or no text."""
        if not self.has(name):
            return ""
        return self.zipped.read(f"{self.top}/{name}").decode("utf-8", "replace")

    def matching(self, patterns: Tuple[str, ...]) -> Iterator[str]:
        """Names of which any part has such a form, in whatever case."""
        for name in self.names:
            parts = [part.lower() for part in name.rstrip("/").split("/")]
            if any(fnmatch.fnmatchcase(p, form.lower()) for p in parts for form in patterns):
                yield name

    @cached_property
    def metadata(self) -> Dict[str, str]:
        """The section general of metadata.txt; empty when it cannot be read."""
        try:
            return read_metadata(self.text("metadata.txt"))
        except configparser.Error:
            return {}


def read_metadata(text: str) -> Dict[str, str]:
    """The section general, read as QGIS and the site read it. Raises configparser.Error."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_file(io.StringIO(text))
    return dict(parser.items("general"))


def size(archive: Archive) -> List[str]:
    """The site takes 25 MB."""
    if archive.size_bytes <= LIMIT_BYTES:
        return []
    return [f"The zip has {archive.size_bytes:,} bytes; {LIMIT_BYTES:,} are allowed."]


def one_folder(archive: Archive) -> List[str]:
    """Everything lies in one folder."""
    tops = {name.split("/")[0] for name in archive.names}
    loose = [name for name in archive.names if "/" not in name]
    if len(tops) == 1 and not loose:
        return []
    return [f"Everything must lie in one folder; at the top there are {sorted(tops)}."]


def folder_name(archive: Archive) -> List[str]:
    """It becomes the name of a Python package."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", archive.top):
        return []
    return [f"The folder '{archive.top}' must be named by a letter, then letters, digits and _."]


def names_stay_inside(archive: Archive) -> List[str]:
    """Unpacking writes nowhere else."""
    return [
        f"The name {name!r} leads out of the plugin's folder."
        for name in archive.names
        if ".." in name.split("/") or name.startswith("/") or re.search(r"[\\:\x00-\x1f]", name)
    ]


def names_differ(archive: Archive) -> List[str]:
    """Also on Windows and macOS, where case does not count."""
    count = Counter(name.lower() for name in archive.names)
    return [f"{name} is in the zip more than once." for name, times in count.items() if times > 1]


def names_are_portable(archive: Archive) -> List[str]:
    """No spaces, no letters beyond ASCII, none so long that Windows refuses it."""
    return [
        f"The name {name!r} is not portable: use up to 150 letters, digits and ._-"
        for name in archive.names
        if not re.fullmatch(r"[A-Za-z0-9._/-]{1,150}", name)
    ]


def plain_files(archive: Archive) -> List[str]:
    """No links, nothing marked as a program."""
    found = []
    for entry in archive.entries:
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            found.append(f"{entry.filename} is no plain file.")
        elif mode & 0o111 and not entry.is_dir():
            found.append(f"{entry.filename} is marked as a program.")
    return found


def sound(archive: Archive) -> List[str]:
    """Every file can be read and has its checksum."""
    try:
        bad = archive.zipped.testzip()
    except (zipfile.BadZipFile, RuntimeError, OSError) as error:
        return [f"The zip cannot be read: {error}."]
    return [f"{bad} is damaged in the zip."] if bad else []


def no_leftovers(archive: Archive) -> List[str]:
    """Nothing that tools leave behind, nothing hidden."""
    forms = (*LEFTOVERS, *OTHERS_LEFTOVERS)
    return [
        f"{name} must not be in the plugin: a tool left it." for name in archive.matching(forms)
    ]


def no_binaries(archive: Archive) -> List[str]:
    """Nothing compiled, no scripts of a shell."""
    forms = (*BINARIES, *SCRIPTS)
    return [f"{name} must not be in the plugin: a binary." for name in archive.matching(forms)]


def nothing_of_ours(archive: Archive) -> List[str]:
    """No tests and no training code."""
    return [f"{name} must not be in the plugin." for name in archive.matching(OURS_ONLY)]


def required_files(archive: Archive) -> List[str]:
    """They are there and not empty."""
    return [
        f"{name} is missing from the plugin."
        for name in REQUIRED_FILES
        if not archive.text(name).strip()
    ]


def class_factory(archive: Archive) -> List[str]:
    """QGIS calls it with its interface."""
    try:
        tree = ast.parse(archive.text("__init__.py"))
    except (SyntaxError, ValueError):
        return ["__init__.py is no Python."]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "classFactory":
            return [] if len(node.args.args) == 1 else ["classFactory must take one argument."]
    return ["__init__.py has no classFactory."]


def python_syntax(archive: Archive) -> List[str]:
    """Every file can be read by the oldest Python that QGIS 3.22 brings."""
    found = []
    for name in archive.names:
        if name.endswith(".py"):
            try:
                ast.parse(archive.zipped.read(name), name, feature_version=(3, 9))
            except (SyntaxError, ValueError) as error:
                found.append(f"{name} is no Python 3.9: {error}.")
    return found


def metadata_readable(archive: Archive) -> List[str]:
    """UTF-8, one section general, no bare per cent signs."""
    if not archive.has("metadata.txt"):
        return []
    try:
        raw = archive.zipped.read(f"{archive.top}/metadata.txt")
        read_metadata(raw.decode("utf-8"))
    except (configparser.Error, UnicodeDecodeError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    return []


def required_keys(archive: Archive) -> List[str]:
    """All that the site and we ask for."""
    said = archive.metadata
    missing = [key for key in REQUIRED_KEYS if not said.get(key, "").strip()]
    return [f"metadata.txt says nothing for '{key}'." for key in missing]


def plugin_name(archive: Archive) -> List[str]:
    """Up to 50 ASCII letters, digits and a few signs."""
    name = archive.metadata.get("name", "Skymatch")
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ._-]{1,49}", name):
        return []
    return [
        f"The name {name!r} in metadata.txt has other signs than letters, digits, space and ._-"
    ]


def description(archive: Archive) -> List[str]:
    """One short line without markup."""
    text = archive.metadata.get("description", "")
    if "\n" in text or "<" in text or len(text) > MOST_DESCRIPTION_LETTERS:
        return ["The description in metadata.txt must be one short line without markup."]
    return []


def version(archive: Archive) -> List[str]:
    """Three numbers; the changelog speaks of it."""
    said, log = archive.metadata.get("version", ""), archive.metadata.get("changelog", "")
    if not re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", said):
        return ["The version in metadata.txt is not of the form X.Y.Z."]
    return [] if said in log else [f"The changelog does not speak of version {said}."]


def qgis_versions(archive: Archive) -> List[str]:
    """X.Y, the least not above the most."""
    pair = [archive.metadata.get(f"qgis{end}Version", "") for end in ("Minimum", "Maximum")]
    if not all(re.fullmatch(r"\d+\.\d+(\.\d+)?", text) for text in pair):
        return ["The versions of QGIS in metadata.txt are not of the form X.Y."]
    least, most = ([int(number) for number in text.split(".")] for text in pair)
    return [] if least <= most else ["qgisMinimumVersion is above qgisMaximumVersion."]


def urls(archive: Archive) -> List[str]:
    """Addresses of the web, none of a template's."""
    found = []
    for key in URLS:
        url = archive.metadata.get(key, "")
        parts = urlsplit(url) if "[" not in url else urlsplit("")
        named = "." in (parts.hostname or "") and not re.search(r"\s", url)
        if parts.scheme not in ("http", "https") or not named or url in PLACEHOLDERS:
            found.append(f"'{key}' in metadata.txt is no address that begins with https://.")
    return found


def email(archive: Archive) -> List[str]:
    """One address."""
    said = archive.metadata.get("email", "")
    if re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+\.[A-Za-z]{2,}", said):
        return []
    return ["'email' in metadata.txt is no e-mail address."]


def author(archive: Archive) -> List[str]:
    """The site makes a page of it."""
    return ["'author' in metadata.txt must hold no /."] * (
        "/" in archive.metadata.get("author", "")
    )


def flags(archive: Archive) -> List[str]:
    """True or false."""
    return [
        f"'{key}' in metadata.txt must be True or False."
        for key in FLAGS
        if archive.metadata.get(key, "False").strip().lower() not in FLAG_WORDS
    ]


def icon(archive: Archive) -> List[str]:
    """A picture in the plugin."""
    name = archive.metadata.get("icon", "")
    if name.lower().endswith((".png", ".svg", ".jpg", ".jpeg")) and archive.has(name):
        return []
    return [f"The icon '{name}' named in metadata.txt is no picture in the plugin."]


RULES: Tuple[Callable[[Archive], List[str]], ...] = (
    *(sound, size, one_folder, folder_name, names_stay_inside, names_differ, names_are_portable),
    *(plain_files, no_leftovers, no_binaries, nothing_of_ours, required_files),
    *(class_factory, python_syntax, metadata_readable, required_keys, plugin_name, description),
    *(version, qgis_versions, urls, email, author, flags, icon),
)


def problems(file: Path) -> List[str]:
    """Sentences about everything that speaks against a zip."""
    try:
        with zipfile.ZipFile(file) as zipped:
            archive = Archive(zipped, file.stat().st_size)
            if not archive.names:
                return ["The zip is empty."]
            unreadable = sound(archive)  # the other rules would stumble over it
            return unreadable or [sentence for rule in RULES for sentence in rule(archive)]
    except zipfile.BadZipFile:
        return [f"{file.name} is no zip."]


def reminders(file: Path) -> List[str]:
    """What no rule can refuse here and the site would: addresses that lead nowhere."""
    with zipfile.ZipFile(file) as zipped:
        said = Archive(zipped, 0).metadata
    examples = [key for key in (*URLS, "email") if re.search(r"\bexample\.(org|com)\b", said[key])]
    if not examples:
        return []
    return [f"Before uploading, give real addresses in metadata.txt: {', '.join(examples)}."]
