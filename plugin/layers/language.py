"""The user's language: every text a person sees is translated here, and nowhere else.

The translations are Qt's: `resources/i18n/skymatch_<language>.ts` holds the texts, the `.qm` beside
it is what Qt reads. `make translations` makes both anew from the calls of `tr` in the source.
"""

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "Skymatch"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def tr(text: str) -> str:
    """The text in the user's language; it must be a literal where `tr` is called."""
    return QCoreApplication.translate(CONTEXT, text)


def tr_attribute(text: str) -> str:
    """The same for `TITLE`, `SUMMARY` and `TAGS` of an algorithm, which hold untranslated text."""
    return QCoreApplication.translate(CONTEXT, text)


class Language:
    """Skymatch in the language of QGIS, from `start` to `stop`; main thread."""

    def __init__(self) -> None:
        """Nothing is read before `start`."""
        self._translator: Optional[QTranslator] = None

    def start(self) -> None:
        """Translate from now on, if there are translations; a second call does nothing.

        QGIS's language is that of its options, or the system's when none is chosen there.
        """
        if self._translator is not None:
            return
        language = QgsApplication.locale().replace("-", "_").split("_")[0].lower()
        file = FOLDER / f"{CONTEXT.lower()}_{language}.qm"
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def stop(self) -> None:
        """English again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
