"""SQL never holds a value: values go in as parameters, and only constants of ours into the text."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
VERBS = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|REPLACE)\b")
CONSTANT = re.compile(r"_*[A-Z][A-Z0-9_]*$")


def _begins_as_sql(node):
    if isinstance(node, ast.JoinedStr) and node.values:
        node = node.values[0]
    if isinstance(node, ast.BinOp):
        return _begins_as_sql(node.left)
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and VERBS.match(text) is not None


def _put_in(node):
    """The expressions that a text is made of, besides what is written there."""
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.BinOp):
        return [part for part in (node.left, node.right) if not isinstance(part, ast.Constant)]
    return [*node.args, *(keyword.value for keyword in node.keywords)]  # str.format


def composed_sql(source):
    """Lines on which anything but a constant is put into SQL."""
    found = []
    for node in ast.walk(ast.parse(source)):
        format_call = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("format", "join", "format_map")
            and _begins_as_sql(node.func.value)
        )
        text = isinstance(node, (ast.JoinedStr, ast.BinOp)) and _begins_as_sql(node)
        if format_call or text:
            values = [part for part in _put_in(node) if not isinstance(part, ast.BinOp)]
            if not all(isinstance(one, ast.Name) and CONSTANT.match(one.id) for one in values):
                found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "line",
    [
        'run(f"SELECT * FROM t WHERE a = {a}")',
        "run(\"SELECT * FROM t WHERE a = '%s'\" % a)",
        'run("DELETE FROM t WHERE a = " + a + " AND 1")',
        'run("INSERT INTO t VALUES ({})".format(a))',
        'run(f"PRAGMA user_version = {self.version}")',
        'run(f"UPDATE t SET a = {FORMAT}, b = {b}")',
    ],
)
def test_values_in_the_text_are_seen(line):
    """The rule can fail."""
    assert composed_sql(line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        'run("SELECT * FROM t WHERE a = ?", (a,))',
        'run(f"PRAGMA user_version = {FORMAT}")',
        'say(f"Select a photo in {folder}")',
    ],
)
def test_parameters_and_constants_are_left_alone(line):
    """And does not cry wolf."""
    assert composed_sql(line) == []


def test_the_plugin_keeps_the_rule():
    """In every file."""
    found = [
        f"{file.relative_to(REPOSITORY)}:{line}"
        for file in sorted((REPOSITORY / "plugin").rglob("*.py"))
        for line in composed_sql(file.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)
