"""The measures of tone that a briefing can be asked for, by name."""

from functools import partial
from importlib.util import find_spec
from typing import Final

from analysis.corpus.targets import Asked, Scorer
from analysis.records import TargetScore

PREFIX: Final = "transformers:"
TARGET: Final = "target"
# Measures that score sentences by a lexicon, and the column of `schemas.SENTENCES` that holds them.
LEXICONS: Final = {"textblob": "polarity", "vader": "vader"}
MEASURES: Final = (TARGET, *LEXICONS, f"{PREFIX}MODEL_OR_PATH")


def is_measure(name: str) -> bool:
    """Whether a measure has this name.

    >>> is_measure("vader"), is_measure("transformers:models/tone"), is_measure("transformers:"), is_measure("joy")
    (True, True, False, False)
    """
    return name == TARGET or name in LEXICONS or (name.startswith(PREFIX) and name != PREFIX)


def is_installed() -> bool:
    """Whether the packages that a measure `transformers:...` needs are here."""
    return find_spec("transformers") is not None and find_spec("torch") is not None


def scorer_of(measure: str) -> Scorer:
    """Give what scores targets by a measure that is no lexicon."""
    return toward if measure == TARGET else partial(_outside, measure.removeprefix(PREFIX))


def toward(targets: list[Asked]) -> list[TargetScore]:
    """Score targets by our encoder, which is loaded with the first of them."""
    from analysis.sentiment.target import score_targets  # noqa: PLC0415

    return score_targets(targets)


def _outside(model: str, targets: list[Asked]) -> list[TargetScore]:
    from analysis.sentiment.outside import score_outside  # noqa: PLC0415

    return score_outside(model, targets)
