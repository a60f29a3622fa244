"""Long tool tips: Qt breaks only rich text into lines, plain text runs across the screen."""

from html import escape


def long_tip(*paragraphs: str) -> str:
    """A tool tip of several lines; the paragraphs are plain text."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
