"""What each measure of tone is called, how its figures are read, and how often it is right."""

from dataclasses import dataclass
from typing import Final

from analysis.briefing.accuracy import load_accuracy, load_outside
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
    "Dot: the share of sentences clearly positive toward each, less that of those clearly negative; the pale bars are "
    "the two shares. Clear is a calibrated probability of 0.8 or more. "
)
_LINE: Final = "Line: 95 % interval, grey where it crosses zero: no clear tone. "
_MEANS: Final = "Dot: mean {} of sentences that name each and hold a word of its lexicon, −1 to 1. "

_MEASURES: Final = {
    TARGET: Measure("our model", "Balance", _SHARES + _LINE, ("tone_model", "sentiment_clear_right")),
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


# How often a measure is right, in the few words that fit under a chart; the card has text and interval.
_SHORT: Final = {
    "tone_model": "macro-F1 {} on labelled political news (n = {:,})",
    "tone": "macro-F1 {} on labelled political news (n = {:,})",
    "tone_vader": "macro-F1 {} on labelled political news (n = {:,})",
    "sentiment_clear_right": "right in {} of the sentences it calls clear (n = {:,})",
}


def accuracy_of(measure: Measure) -> str:
    """Say how often a measure is right, from the accuracy card, and what guessing would reach."""
    measured = {row.key: row for row in [*load_accuracy(), *load_outside()]}
    told = [
        _SHORT[key].format(f"{measured[key].value:.2f}", measured[key].n) for key in measure.keys if key in measured
    ]
    return f"Measured: {'; '.join(told)}; guessing gives 0.33." if told else "Its accuracy has not been measured."
