"""Takes out of a text what tells who and where somebody is: home folder, user, computer."""

import getpass
import os
import platform
import re
import tempfile
from pathlib import Path
from typing import Dict, List, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDir

LONG_NAME = 4


def without_private_words(text: str, words: "List[Tuple[str, str]]") -> str:
    """The text with every private word replaced, the longest first.

    Args:
        text: any text.
        words: pairs of a private word and what stands in its place. Paths are found with either
            kind of slash and in any case; short names only where they stand alone.
    """
    for word, substitute in sorted(words, key=lambda pair: -len(pair[0])):
        pattern = r"[\\/]+".join(re.escape(part) for part in re.split(r"[\\/]+", word))
        if len(word) < LONG_NAME:
            pattern = rf"(?<![^\W_]){pattern}(?![^\W_])"
        text = re.sub(pattern, lambda _, kept=substitute: kept, text, flags=re.IGNORECASE)
    return text


def private_words(project: QgsProject) -> "List[Tuple[str, str]]":
    """What is private on this computer and in this project, with substitutes."""
    home, user, computer = "<home>", "<user>", "<computer>"
    found: Dict[str, str] = {}
    for folder in (QDir.homePath(), str(Path.home()), os.environ.get("USERPROFILE", "")):
        found[folder] = home
    found[tempfile.gettempdir()] = "<temp>"
    if project.absoluteFilePath():
        file = Path(project.absoluteFilePath())
        found[str(file.parent)] = "<project folder>"
        found[file.stem] = "<project>"
    names = [os.environ.get(name, "") for name in ("USER", "USERNAME", "LOGNAME")]
    names += [Path(folder).name for folder, kind in found.items() if kind == home]
    try:
        names.append(getpass.getuser())
    except (KeyError, OSError):
        pass  # a process whose user has no name
    for name in names:
        found.setdefault(name, user)
    found.setdefault(platform.node(), computer)
    return [(word, kind) for word, kind in found.items() if word.strip("\\/. ")]
