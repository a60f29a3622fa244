"""The rules of the house, checked on the source itself. Every rule is shown to be able to fail."""

import ast
import hashlib
import sys
from pathlib import Path
from typing import Iterator, List, NamedTuple, Set

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]

# Rooms of the plugin and the rooms each may import, besides itself. Imports run downward only.
ROOMS = {
    "engine": set(),
    "index": {"engine"},
    "imagery": {"engine"},
    "layers": {"engine"},
    "processing": {"engine", "index", "imagery", "layers"},
    "gui": {"engine", "index", "imagery", "layers", "processing"},
}
QGIS = {"qgis", "osgeo", "PyQt5", "PyQt6", "processing", "sip"}
ENGINE_MAY_IMPORT = {"numpy", "PIL", "shapely", "pyproj", "onnxruntime"}
LONGEST_FILE_LINES = 300
MAY_BE_LONGER = {}  # path: reason


class Import(NamedTuple):
    """One imported module under its absolute name, `plugin.…` and `models.…` for our own."""

    module: str
    line: int
    lazy: bool


class Source(NamedTuple):
    """One parsed Python file; `path` is relative to the repository, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder below plugin/, or an empty string."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "plugin" and len(parts) > 2 else ""

    def imports(self) -> Iterator[Import]:
        """All imports, also those inside functions (lazy) and relative ones."""
        at_top = {id(node) for node in ast.walk(self.tree)} - {
            id(inner)
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            for inner in ast.walk(node)
        }
        for node in ast.walk(self.tree):
            lazy = id(node) not in at_top
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(_our_name(alias.name), node.lineno, lazy)
            elif isinstance(node, ast.ImportFrom):
                base = self._package(node.level) if node.level else []
                module = ".".join(base + ([node.module] if node.module else []))
                yield Import(_our_name(module), node.lineno, lazy)
                for alias in node.names:  # `from .. import gui` imports a room by its name
                    yield Import(_our_name(f"{module}.{alias.name}"), node.lineno, lazy)

    def _package(self, level: int) -> List[str]:
        parts = self.path.split("/")
        return parts[: len(parts) - level]


def _our_name(module: str) -> str:
    """The installed package is called skymatch; in the repository its parts stand at the top."""
    return module[len("skymatch.") :] if module.startswith("skymatch.") else module


def sources(root: Path, *folders: str) -> List[Source]:
    """The Python files below the given folders, read as Python 3.9."""
    found = []
    for folder in folders:
        for file in sorted((root / folder).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            tree = ast.parse(text, str(file), feature_version=(3, 9))
            found.append(Source(file.relative_to(root).as_posix(), text, tree))
    return found


def upward_imports(root: Path) -> List[str]:
    """Rooms that import a room they must not know, or the training code."""
    found = []
    for source in sources(root, "plugin"):
        for item in source.imports():
            parts = item.module.split(".")
            other = parts[1] if parts[0] == "plugin" and len(parts) > 1 else ""
            if parts[:2] == ["models", "training"]:
                found.append(f"{source.path}:{item.line} imports models.training")
            if source.room in ROOMS and other in ROOMS:
                if other != source.room and other not in ROOMS[source.room]:
                    found.append(f"{source.path}:{item.line}: {source.room} imports {other}")
    return found


def unknown_rooms(root: Path) -> List[str]:
    """Folders below plugin/ that no rule speaks about."""
    return sorted({s.room for s in sources(root, "plugin")} - set(ROOMS) - {""})


def foreign_imports(root: Path) -> List[str]:
    """QGIS or Qt in engine and index; anything beyond the agreed packages in the engine."""
    found = []
    for source in sources(root, "plugin/engine", "plugin/index"):
        for item in source.imports():
            top = item.module.split(".")[0]
            if top in QGIS:
                found.append(f"{source.path}:{item.line} imports {top}")
            elif source.room == "engine" and top != "plugin":
                if top not in ENGINE_MAY_IMPORT and top not in sys.stdlib_module_names:
                    found.append(f"{source.path}:{item.line} imports {top}")
    return found


def eager_onnxruntime(root: Path) -> List[str]:
    """onnxruntime anywhere but inside a function of engine/encoder.py."""
    found: Set[str] = set()
    for source in sources(root, "plugin"):
        for item in source.imports():
            allowed = source.path == "plugin/engine/encoder.py" and item.lazy
            if item.module.split(".")[0] == "onnxruntime" and not allowed:
                found.add(f"{source.path}:{item.line} imports onnxruntime")
    return sorted(found)


def careless_code(root: Path) -> List[str]:
    """assert statements, broad excepts, `exec_` and calls that the plugin hub refuses."""
    found = []
    for source in sources(root, "plugin"):
        for node in ast.walk(source.tree):
            where = f"{source.path}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Assert):
                found.append(f"{where} asserts")
            elif isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
                found.append(f"{where} catches everything")
            elif isinstance(node, ast.Attribute) and node.attr == "exec_":
                found.append(f"{where} calls exec_")
            elif isinstance(node, ast.Call) and _name(node.func) in ("eval", "exec"):
                found.append(f"{where} calls {_name(node.func)}")
    return found


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _is_broad(caught: object) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(n is None or _name(n) in ("Exception", "BaseException") for n in names)


def long_files(root: Path) -> List[str]:
    """Files too long to have one subject."""
    return [
        f"{source.path} has {source.text.count(chr(10))} lines"
        for source in sources(root, "plugin", "models")
        if source.text.count("\n") > LONGEST_FILE_LINES and source.path not in MAY_BE_LONGER
    ]


def silent_modules(root: Path) -> List[str]:
    """Modules that do not say what they are about."""
    everything = sources(root, "plugin", "models", "resources", "tests", ".ci")
    return [source.path for source in everything if not ast.get_docstring(source.tree)]


RULES = [
    upward_imports,
    unknown_rooms,
    foreign_imports,
    eager_onnxruntime,
    careless_code,
    long_files,
    silent_modules,
]

# For each rule, a file that breaks it: (rule, path, text).
VIOLATIONS = [
    (upward_imports, "plugin/engine/a.py", "from ..layers import styles"),
    (upward_imports, "plugin/engine/a.py", "from .. import layers"),
    (upward_imports, "plugin/layers/a.py", "def f():\n    from ..processing.provider import P"),
    (upward_imports, "plugin/index/a.py", "import plugin.imagery.reader"),
    (upward_imports, "plugin/processing/a.py", "from skymatch.plugin.gui import dock"),
    (upward_imports, "plugin/gui/a.py", "from models.training import town"),
    (unknown_rooms, "plugin/attic/a.py", "x = 1"),
    (foreign_imports, "plugin/engine/a.py", "from qgis.core import QgsProject"),
    (foreign_imports, "plugin/index/a.py", "from osgeo import ogr"),
    (foreign_imports, "plugin/engine/deep/a.py", "import scipy.ndimage"),
    (eager_onnxruntime, "plugin/engine/encoder.py", "import onnxruntime"),
    (eager_onnxruntime, "plugin/gui/a.py", "def f():\n    import onnxruntime"),
    (careless_code, "plugin/a.py", "assert True"),
    (careless_code, "plugin/a.py", "try:\n    f()\nexcept (OSError, Exception):\n    pass"),
    (careless_code, "plugin/a.py", "try:\n    f()\nexcept:\n    pass"),
    (careless_code, "plugin/a.py", "dialog.exec_()"),
    (careless_code, "plugin/a.py", "eval('1')"),
    (long_files, "models/training/a.py", "x = 1\n" * (LONGEST_FILE_LINES + 1)),
    (silent_modules, "plugin/gui/a.py", "x = 1"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule):
    """Nothing in the repository breaks it."""
    found = rule(REPOSITORY)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("rule", "path", "text"), VIOLATIONS)
def test_the_rule_sees_a_planted_violation(tmp_path, rule, path, text):
    """A rule that cannot fail would guard nothing."""
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert len(rule(tmp_path)) >= 1


def test_every_rule_has_a_planted_violation():
    """So that a new rule comes with its proof."""
    assert {rule for rule, _, _ in VIOLATIONS} == set(RULES)


def test_lawful_imports_are_left_alone(tmp_path):
    """The rules do not cry wolf."""
    file = tmp_path / "plugin" / "engine" / "encoder.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        '"""Docs."""\n'
        "import math\nimport numpy as np\nfrom PIL import Image\nfrom . import pack\n"
        "from .errors import SkymatchError\ndef f():\n    import onnxruntime\n",
        encoding="utf-8",
    )
    for rule in RULES:
        assert rule(tmp_path) == []


def test_syntax_newer_than_python_3_9_is_refused(tmp_path):
    """QGIS 3.22 on Windows and macOS runs Python 3.9."""
    file = tmp_path / "plugin" / "a.py"
    file.parent.mkdir(parents=True)
    file.write_text("match 1:\n    case 1:\n        pass\n", encoding="utf-8")
    with pytest.raises(SyntaxError):
        sources(tmp_path, "plugin")


def copies(root: Path, originals: Path) -> List[str]:
    """Project files whose content also stands in the folder of borrowed data."""
    known = {_digest(file) for file in originals.rglob("*") if file.is_file()}
    ours = [root / name for name in ("resources", "models", "tests")]
    files = (file for folder in ours for file in sorted(folder.rglob("*")) if file.is_file())
    return [str(f.relative_to(root)) for f in files if f.stat().st_size and _digest(f) in known]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_nothing_is_copied_from_shared_data(shared_data):
    """That imagery may be used for tests and fitting, not published."""
    assert copies(REPOSITORY, shared_data("")) == []


def test_a_copy_is_seen(tmp_path):
    """Also under another name."""
    for path in ("data/a.png", "project/resources/b.png"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_bytes(b"a picture")
    assert copies(tmp_path / "project", tmp_path / "data") == ["resources/b.png"]
