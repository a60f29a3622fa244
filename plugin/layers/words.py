"""What probabilities are called, in the user's language: a word, and a sentence to act on."""

from ..engine.confidence import (
    EVEN,
    LIKELY,
    UNLIKELY,
    VERY_LIKELY,
    VERY_UNLIKELY,
    confidence,
)
from .language import tr


def word_of(probability: float) -> str:
    """The word of the scale in `engine.confidence`."""
    return {
        VERY_LIKELY: tr("very likely"),
        LIKELY: tr("likely"),
        EVEN: tr("about even"),
        UNLIKELY: tr("unlikely"),
        VERY_UNLIKELY: tr("very unlikely"),
    }[confidence(probability)]


def sentence_of(probability: float) -> str:
    """What the word means for whoever has to act on it."""
    return {
        VERY_LIKELY: tr("Of ten answers like this one, nine or more are right."),
        LIKELY: tr("Of three answers like this one, two or more are right."),
        EVEN: tr("Answers like this one are about as often right as wrong."),
        UNLIKELY: tr("Most answers like this one are wrong; look at the other candidates too."),
        VERY_UNLIKELY: tr("Of ten answers like this one, nine or more are wrong."),
    }[confidence(probability)]
