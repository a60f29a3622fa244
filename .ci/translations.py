"""Brings resources/i18n up to date: the texts of the source, and their translations for Qt.

    python .ci/translations.py      extract the texts into the .ts files, compile these to .qm

A text is the literal in a call of `tr`, or in TITLE, SUMMARY or TAGS of an algorithm. Translations
are kept. A new text is added as unfinished; one that is no longer used is marked as vanished and
its translation kept, in case it comes back. The .ts files name no lines, so that they change only
when a text does. Qt Linguist opens them, or any editor.
"""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Set, Tuple
from xml.sax.saxutils import escape

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDER = REPOSITORY / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr", "uk")
CONTEXT = "Skymatch"
ATTRIBUTES = ("TITLE", "SUMMARY", "TAGS")
COMPILERS = ("lrelease", "lrelease-qt5", "lrelease-qt6", "lrelease6")

UNFINISHED, VANISHED = "unfinished", "vanished"


class Entry(NamedTuple):
    """One translation; `state` is empty when it is in use and finished."""

    translation: str
    state: str = ""


class Source(NamedTuple):
    """What one walk through the source found."""

    texts: Set[str]
    problems: List[str]  # sentences with file and line


def texts_of(plugin: Path) -> Source:
    """All texts of the plugin, and what stands in the way of finding them."""
    source = Source(set(), [])
    for file in sorted(plugin.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
        for node in ast.walk(tree):
            where = f"{file.relative_to(plugin.parent).as_posix()}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call):
                _read_call(node, where, source)
            elif isinstance(node, ast.ClassDef):
                source.texts.update(_attribute_texts(node))
    source.texts.discard("")
    return source


def _read_call(call: ast.Call, where: str, source: Source) -> None:
    if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
        source.problems.append(f"{where}: call tr() of plugin/layers/language.py, no method.")
    if not (isinstance(call.func, ast.Name) and call.func.id == "tr"):
        return
    text = call.args[0] if len(call.args) == 1 and not call.keywords else None
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        source.texts.add(text.value)
    else:
        source.problems.append(f"{where}: tr() needs one literal text, to be found here.")


def _attribute_texts(definition: ast.ClassDef) -> Iterator[str]:
    for statement in definition.body:
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in ATTRIBUTES for target in statement.targets
        ):
            for node in ast.walk(statement.value):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def read_ts(file: Path) -> Dict[str, Entry]:
    """The translations in a .ts file by their English text; none when there is no file."""
    if not file.exists():
        return {}
    found = {}
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is not None:
            found[message.findtext("source", "")] = Entry(
                translation.text or "", translation.get("type", "")
            )
    return found


def merged(texts: Set[str], known: Dict[str, Entry]) -> Dict[str, Entry]:
    """What a .ts file has to hold now."""
    entries = {}
    for text in texts:
        translation, _ = known.get(text, Entry(""))
        entries[text] = Entry(translation, "" if translation else UNFINISHED)
    for text, (translation, _) in known.items():
        if text not in texts and translation:
            entries[text] = Entry(translation, VANISHED)
    return entries


def ts_text(language: str, entries: Dict[str, Entry]) -> str:
    """A .ts file, its texts in the order of the alphabet."""
    messages = []
    for text, (translation, state) in sorted(entries.items()):
        kind = f' type="{state}"' if state else ""
        messages.append(
            "    <message>\n"
            f"        <source>{escape(text)}</source>\n"
            f"        <translation{kind}>{escape(translation)}</translation>\n"
            "    </message>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        f'<TS version="2.1" language="{language}" sourcelanguage="en">\n<context>\n'
        f"    <name>{CONTEXT}</name>\n{''.join(messages)}</context>\n</TS>\n"
    )


def ts_file(language: str) -> Path:
    """Where the translations into a language stand."""
    return FOLDER / f"{CONTEXT.lower()}_{language}.ts"


def renewed(language: str, texts: Set[str]) -> Tuple[str, int]:
    """The .ts file of a language as it has to be, and how many of its texts are not translated."""
    entries = merged(texts, read_ts(ts_file(language)))
    return ts_text(language, entries), sum(e.state == UNFINISHED for e in entries.values())


def compile_ts(file: Path, compiler: str) -> None:
    """Write the .qm beside a .ts file; a QGIS that has the old one open keeps it."""
    target = file.with_suffix(".qm")
    fresh = target.with_suffix(".new")
    subprocess.run([compiler, "-silent", "-nounfinished", str(file), "-qm", str(fresh)], check=True)
    fresh.replace(target)


def main() -> int:
    """Renew all files; 1 when something needs a person."""
    source = texts_of(REPOSITORY / "plugin")
    if source.problems:
        print(*source.problems, sep="\n")
        return 1
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        print("Qt's lrelease is missing. Install it: sudo apt-get install qttools5-dev-tools")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing = 0
    for language in LANGUAGES:
        content, unfinished = renewed(language, source.texts)
        ts_file(language).write_text(content, encoding="utf-8")
        compile_ts(ts_file(language), compiler)
        missing += unfinished
        print(f"{language}: {len(source.texts)} texts, {unfinished} not translated")
    if missing:
        print(f'Translate what is marked type="{UNFINISHED}" in resources/i18n, then run it again.')
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
