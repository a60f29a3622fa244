"""The help pages of the algorithms: as files, and as text for Processing's dialogs."""

import re
from pathlib import Path

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"


def help_url(algorithm_name: str) -> str:
    """Where a browser finds the page of an algorithm; empty when there is none."""
    page = _page(algorithm_name)
    return page.as_uri() if page.is_file() else ""


def help_text(algorithm_name: str) -> str:
    """The page of an algorithm without its title, for a dialog; empty when there is none.

    It is one line, because Processing makes a paragraph of every line of a help text. Links and
    pictures lead to files, because a dialog does not know where the page lies.
    """
    page = _page(algorithm_name)
    if not page.is_file():
        return ""
    text = page.read_text(encoding="utf-8")
    inside = re.search(r"</h1>(.*)</body>", text, re.DOTALL)
    body = re.sub(r"<!--.*?-->", "", inside.group(1) if inside else text, flags=re.DOTALL)
    body = re.sub(r'(href|src)="(?!\w+:)', rf'\1="{HELP.as_uri()}/', body)
    return " ".join(body.split())


def _page(algorithm_name: str) -> Path:
    return HELP / f"{algorithm_name}.html"
