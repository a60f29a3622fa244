"""The translations: complete, with the marks of the original, and shown by a real QGIS."""

import ast
import importlib.util
import re
import string
from collections import Counter
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
RENEW = "Run `make translations` and translate what it names."

_spec = importlib.util.spec_from_file_location("translations", REPOSITORY / ".ci/translations.py")
translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translations)

LANGUAGES = translations.LANGUAGES


@pytest.fixture(scope="module")
def source():
    """The texts of the plugin."""
    return translations.texts_of(REPOSITORY / "plugin")


def entries(language):
    """The translations into a language that are in use."""
    known = translations.read_ts(translations.ts_file(language))
    return {t: e.translation for t, e in known.items() if e.state != translations.VANISHED}


def placeholders(text):
    """Every place for a value with its format; places without a number count from 0."""
    fields = [f for f in string.Formatter().parse(text) if f[1] is not None]
    return sorted((name or str(n), spec) for n, (_, name, spec, _) in enumerate(fields))


def marks(text):
    """What a translation must take over: tags, expressions, accelerators, file patterns."""
    kinds = (r"</?\w+[^>]*>", r"\[%.*?%\]", r"&(?=\w)", r"\*\.\w+", r"PIP_CERT|onnxruntime")
    found = Counter(mark for kind in kinds for mark in re.findall(kind, text))
    if "%]" not in text:
        found["line break"] = text.count("\n")
    return found


def edges(text):
    """Space at either end, where texts are joined."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def test_every_text_can_be_found(source):
    """No tr() that hides its text from the extraction."""
    assert source.problems == []
    assert len(source.texts) > 600


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_the_texts_of_the_source(language, source):
    """Whoever adds or changes a text is told."""
    content, unfinished = translations.renewed(language, source.texts)
    assert translations.ts_file(language).read_text(encoding="utf-8") == content, RENEW
    assert unfinished == 0, RENEW


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_marks_of_the_original(language):
    """A lost {} would lose a number, or end in a traceback."""
    for text, translation in entries(language).items():
        assert placeholders(translation) == placeholders(text), translation
        assert marks(translation) == marks(text), translation
        assert edges(translation) == edges(text), translation


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_sentence_is_left(language):
    """Single words may be the same; what has several may not."""
    same = [t for t, translation in entries(language).items() if t == translation]
    assert [text for text in same if len(re.findall(r"\b[a-z]{2,}\b", text)) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_reads_what_the_ts_file_says(language, request):
    """The .qm is as new as the .ts."""
    core = pytest.importorskip("qgis.PyQt.QtCore")
    request.getfixturevalue("qgis_app")
    translator = core.QTranslator()
    assert translator.load(str(translations.ts_file(language).with_suffix(".qm")))
    core.QCoreApplication.installTranslator(translator)
    try:
        for text, translation in entries(language).items():
            assert core.QCoreApplication.translate("Skymatch", text) == translation, RENEW
    finally:
        core.QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(
    ("original", "translation"),
    [("{} of {}", "{} von"), ("{:.1f} m", "{:.2f} m"), ("a {} b {}", "{1} b {1}")],
)
def test_a_lost_placeholder_is_seen(original, translation):
    """The comparison above can fail."""
    assert placeholders(original) != placeholders(translation)


def test_placeholders_may_change_places():
    """Word order differs between languages."""
    assert placeholders("{} of {:.1f} m") == placeholders("{1:.1f} m, {0}")


@pytest.mark.parametrize(
    ("original", "translation"),
    [("<b>a</b>", "<b>a"), ("&Find", "Finden"), ("HTML (*.html)", "HTML"), ("[% rank %]", "rank")],
)
def test_a_lost_mark_is_seen(original, translation):
    """The comparison above can fail."""
    assert marks(original) != marks(translation)


@pytest.mark.parametrize(
    "line",
    ["tr(name)", 'tr(f"{name}.")', 'tr("a" + name)', 'self.tr("a")', 'tr("a", "b")', "tr()"],
)
def test_a_hidden_text_is_refused(tmp_path, line):
    """It would stay English for ever."""
    (tmp_path / "a.py").write_text(f"name = 'x'\n{line}\n", encoding="utf-8")
    problems = translations.texts_of(tmp_path).problems
    assert len(problems) == 1 and "a.py:2" in problems[0]


def test_titles_and_tags_of_algorithms_are_found(tmp_path):
    """They are translated where they are used, not where they stand."""
    code = 'class A:\n    NAME = "no"\n    TITLE = "yes"\n    TAGS = ("one", "two")\n'
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    ast.parse(code)
    assert translations.texts_of(tmp_path).texts == {"yes", "one", "two"}


def test_work_of_translators_is_never_lost(tmp_path):
    """A text that vanishes keeps its translation, and has it again when it comes back."""
    entry = translations.Entry
    file = tmp_path / "a.ts"
    first = translations.merged({"a < b", "new"}, {"a < b": entry("x & y")})
    assert first == {"a < b": entry("x & y"), "new": entry("", "unfinished")}
    gone = translations.merged({"new"}, first)
    assert gone == {"a < b": entry("x & y", "vanished"), "new": entry("", "unfinished")}
    file.write_text(translations.ts_text("de", gone), encoding="utf-8")
    assert translations.read_ts(file) == gone
    assert translations.merged({"a < b"}, translations.read_ts(file)) == {"a < b": entry("x & y")}


def test_the_staged_plugin_has_what_qt_reads(tmp_path):
    """And not what translators edit."""
    spec = importlib.util.spec_from_file_location("package", REPOSITORY / ".ci/package.py")
    package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    package.stage(REPOSITORY, tmp_path / "skymatch")
    staged = {file.name for file in (tmp_path / "skymatch/resources/i18n").iterdir()}
    assert staged == {f"skymatch_{language}.qm" for language in LANGUAGES}


@pytest.fixture
def locale(qgis_app):
    """Set the language in QGIS's options."""
    from qgis.core import QgsSettings

    settings = QgsSettings()
    keys = ("locale/overrideFlag", "locale/userLocale")
    before = {key: settings.value(key) for key in keys}

    def choose(name):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", name)

    yield choose
    for key, value in before.items():
        settings.setValue(key, value) if value is not None else settings.remove(key)


@pytest.fixture
def plugin(qgis_app, qgis_iface):
    """The plugin, not started."""
    from plugin.main import SkymatchPlugin

    plugin = SkymatchPlugin(qgis_iface)
    yield plugin
    plugin.unload()


def title_of(algorithm):
    """What the toolbox shows."""
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().algorithmById(algorithm).displayName()


def test_qgis_in_german_shows_german_until_unload(locale, plugin, qgis_iface):
    """Button, algorithm and dock; then English again."""
    from qgis.PyQt.QtWidgets import QAction

    from plugin.layers.language import tr

    locale("de")
    plugin.initGui()
    action = qgis_iface.mainWindow().findChild(QAction, "skymatchToggleDock")
    assert action.text() == "Skymatch: Fotos orten"
    assert title_of("skymatch:buildindex") == "Index erstellen"
    action.setChecked(True)
    assert plugin._dock.photo.find_button.text() == "&Finden"
    assert plugin._dock.index.state_label.text().startswith("Wählen Sie einen Rasterlayer")
    plugin.unload()
    assert tr("Build index") == "Build index"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("fr", "Construire l’index"),
        ("es_MX", "Crear índice"),
        ("uk", "Створити індекс"),
        ("de_AT", "Index erstellen"),
        ("en_US", "Build index"),
        ("fi", "Build index"),
    ],
)
def test_processing_alone_speaks_the_language_too(locale, plugin, name, title):
    """As qgis_process starts it; languages without a translation show English."""
    locale(name)
    plugin.initProcessing()
    assert title_of("skymatch:buildindex") == title
