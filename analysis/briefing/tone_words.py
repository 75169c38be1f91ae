"""What each measure of tone is called, how its figures are read, and how often it is right."""

from dataclasses import dataclass
from typing import Final

from analysis.briefing.accuracy import accuracy_words
from analysis.sentiment.measures import PREFIX, TARGET


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of tone in words; `keys` are its entries on the accuracy card."""

    name: str
    figure: str  # what a mean of it is
    reading: str  # how the chart is read
    keys: tuple[str, ...]
    is_lexicon: bool = False


_SHARES: Final = (
    "Dot: sentences clearly positive toward each less those clearly negative, per sentence that names it; pale bars: "
    "those shares. Clear means a calibrated probability of 0.8 or more; the others have no clear tone. "
)
_LINE: Final = "Line: 95 % interval, grey where it crosses zero: no clear tone. "
_MEANS: Final = "Dot: mean {} of sentences that name each and hold a word of its lexicon, −1 to 1. "

_MEASURES: Final = {
    TARGET: Measure("our model", "Balance", _SHARES + _LINE, ("tone_model", "sentiment_f1", "sentiment_clear_right")),
    "textblob": Measure("TextBlob", "Mean polarity", _MEANS.format("TextBlob polarity") + _LINE, ("tone",), True),
    "vader": Measure("VADER", "Mean score", _MEANS.format("VADER score") + _LINE, ("tone_vader",), True),
}


def measure_words(name: str) -> Measure:
    """Give the words of a measure; a model of others goes by the last part of its name.

    >>> measure_words("vader").figure, measure_words("transformers:models/plain-tone").name
    ('Mean score', 'plain-tone')
    """
    if name in _MEASURES:
        return _MEASURES[name]
    told = name.removeprefix(PREFIX).rstrip("/").rsplit("/", 1)[-1]
    reading = _SHARES.replace("a calibrated probability", "a probability, which nobody has calibrated here,") + _LINE
    return Measure(told, "Balance", reading + f"“{told}” scores a sentence, not whom it is about. ", ())


def accuracy_of(measure: Measure) -> str:
    """Say how often a measure is right, from the accuracy card."""
    return " ".join(accuracy_words(key) for key in measure.keys or ("",))
