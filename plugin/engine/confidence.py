"""Probabilities in plain language: the words, and the limits between them.

Words and limits are those of the likelihood scale of the IPCC (Mastrandrea et al. 2010, Guidance
Note for Lead Authors of the Fifth Assessment Report). They mean what they say because the
probabilities are calibrated: of all answers called likely, 66 to 90 % are to be right.
"""

from typing import NamedTuple, Tuple

CLEAR_DIRECTION = 0.9


class Confidence(NamedTuple):
    """One step of the scale: the smallest probability that is called so, and the word."""

    least: float
    word: str


VERY_LIKELY = Confidence(0.90, "very likely")
LIKELY = Confidence(0.66, "likely")
EVEN = Confidence(0.33, "about even")
UNLIKELY = Confidence(0.10, "unlikely")
VERY_UNLIKELY = Confidence(0.0, "very unlikely")

SCALE: Tuple[Confidence, ...] = (VERY_LIKELY, LIKELY, EVEN, UNLIKELY, VERY_UNLIKELY)


def confidence(probability: float) -> Confidence:
    """The step of the scale that a probability stands on."""
    return next((step for step in SCALE if probability >= step.least), VERY_UNLIKELY)


def direction_is_clear(direction_probability: float) -> bool:
    """Whether a photo's direction is told apart from the opposite one along the same axis."""
    return direction_probability >= CLEAR_DIRECTION
