"""QGIS 4 runs on PyQt6: what only PyQt5 understands is found here, with or without PyQt6.

With PyQt6 the widgets are also made, painted and clicked. It is too large to be among the project's
requirements: name a Python that has it in SKYMATCH_PYQT6_PYTHON, else that test is skipped.
"""

import ast
import enum
import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
from qgis.PyQt.QtCore import QT_VERSION

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted([*(ROOT / "plugin").rglob("*.py"), ROOT / "__init__.py"])

# Gone or renamed in PyQt6, whatever the class.
GONE = {
    "exec_",
    "print_",
    "MidButton",
    "QRegExp",
    "QDesktopWidget",
    "globalPos",
    "posF",
    "toTime_t",
}

# `qgis.PyQt` gives back to PyQt6 what QgsField needs: QVariant.Int, QVariant.String and the like.
PATCHED_BY_QGIS = {"QVariant"}


def imported_from_qgis(tree: ast.AST) -> Dict[str, Any]:
    """The names that a file imports from QGIS or Qt, with what they stand for."""
    names: Dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qgis":
            module = importlib.import_module(str(node.module))
            for alias in node.names:
                names[alias.asname or alias.name] = getattr(module, alias.name, None)
    return names


def dotted(node: ast.Attribute) -> List[str]:
    """``a.b.c`` as its parts; empty when it does not start with a name."""
    parts: List[str] = []
    inner: ast.AST = node
    while isinstance(inner, ast.Attribute):
        parts.insert(0, inner.attr)
        inner = inner.value
    return [inner.id, *parts] if isinstance(inner, ast.Name) else []


def is_member(value: Any) -> bool:
    """Whether this is a value of an enumeration, of sip's or Python's kind."""
    if isinstance(value, enum.Enum):
        return True
    return isinstance(value, int) and type(value) not in (int, bool)


def faults(file: Path) -> Iterator[Tuple[int, str]]:
    """Line and text of what PyQt6 does not understand."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = imported_from_qgis(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in GONE:
            yield node.lineno, node.attr
        parts = dotted(node) if isinstance(node, ast.Attribute) else []
        if len(parts) < 2 or names.get(parts[0]) is None or parts[0] in PATCHED_BY_QGIS:
            continue
        owner: Any = names[parts[0]]
        for depth, part in enumerate(parts[1:], start=2):
            if is_member(owner) or not hasattr(owner, part):
                break  # an attribute of the member, or of an object made at run time
            value = getattr(owner, part)
            if is_member(value) and not is_enumeration(owner):
                yield node.lineno, ".".join(parts[:depth])
                break
            owner = value


def is_enumeration(owner: Any) -> bool:
    """Whether a class is the enumeration itself: the scope that PyQt6 asks for."""
    return isinstance(owner, type) and issubclass(owner, (int, enum.Enum))


@pytest.mark.skipif(QT_VERSION >= 0x060000, reason="with PyQt6 the mistakes cannot be named")
def test_enumerations_are_named_in_full():
    """`Qt.UserRole` fails in PyQt6; `Qt.ItemDataRole.UserRole` works in both."""
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}" for file in FILES for line, text in faults(file)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.UserRole", "Qt.UserRole"),
        (
            "from qgis.core import QgsProcessing\nQgsProcessing.TypeVector",
            "QgsProcessing.TypeVector",
        ),
        ("from qgis.PyQt.QtWidgets import QMessageBox as Box\nBox.Yes", "Box.Yes"),
        ("menu.exec_()", "exec_"),
        ("from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.UserRole", None),
        ("from qgis.core import Qgis\nQgis.MessageLevel.Warning", None),
    ],
)
@pytest.mark.skipif(QT_VERSION >= 0x060000, reason="with PyQt6 the mistakes cannot be named")
def test_mistakes_are_found(tmp_path, code, fault):
    """The search itself works."""
    file = tmp_path / "sample.py"
    file.write_text(code, encoding="utf-8")
    assert [text for _, text in faults(file)] == ([fault] if fault else [])


def python_with_pyqt6() -> str:
    """A Python that has PyQt6; empty when none is known."""
    named = os.environ.get("SKYMATCH_PYQT6_PYTHON", "")
    return named or (sys.executable if importlib.util.find_spec("PyQt6") else "")


def test_widgets_live_in_pyqt6():
    """All modules are imported, painted widgets painted, and events sent to them."""
    python = python_with_pyqt6()
    if not python:
        pytest.skip("PyQt6 is not installed; name a Python that has it in SKYMATCH_PYQT6_PYTHON")
    call = [python, str(ROOT / "tests" / "pyqt6_smoke.py")]
    run = subprocess.run(call, capture_output=True, text=True, cwd=ROOT, timeout=200)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "all widgets live" in run.stdout
