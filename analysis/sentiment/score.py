"""Score text with TextBlob, and show the words that produced the score.

The one module that imports TextBlob. The numbers are TextBlob's own: a faster
scan (`analysis.sentiment.scan`) gives the same ones, and whatever it cannot
take is scored by TextBlob. Means over sentences are
`analysis.sentiment.aggregate`; tone toward a named target is not here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from textblob.en import sentiment as textblob_sentiment

from analysis.corpus.sentences import split_sentences
from analysis.records import Hit, Score
from analysis.sentiment.scan import Assessed, Scan, entries, is_odd
from analysis.sentiment.vader import vader_compound

_COVER: Final = "¤"  # in no lexicon, no letter and no punctuation


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence's score by both lexicons; offsets count characters of the text it is cut from."""

    start: int
    end: int
    polarity: float | None  # TextBlob, -1 to 1; None where no word hit
    subjectivity: float | None  # TextBlob, 0 to 1
    n_hits: int
    vader: float | None  # compound score, -1 to 1; None where no word hit
    hits: tuple[Hit, ...]

    def row(self) -> dict[str, Any]:
        """Return the columns of `schemas.SENTENCES`, but for the article; hits as [words, polarity]."""
        return {
            "start_char": self.start,
            "end_char": self.end,
            "polarity": self.polarity,
            "subjectivity": self.subjectivity,
            "n_hits": self.n_hits,
            "vader": self.vader,
            "hits": [[hit.words, hit.polarity] for hit in self.hits],
        }


def score_text(text: str, *, drop: Sequence[tuple[int, int]] = ()) -> Score:
    """Score a text as TextBlob does: the mean over every word of its lexicon.

    Nothing is corrected, and nothing is taken out but what `drop` says:
    without it polarity and subjectivity equal `TextBlob(text).sentiment`. Where
    no word of the lexicon stands in the text both are None, because "no signal"
    is not the same as neutral.

    Args:
        text: any text.
        drop: spans of `text` to leave out, such as names and amounts of money.
            Briefings leave out both; this function leaves out neither unasked.

    >>> score_text("A good start.")
    Score(polarity=0.7, subjectivity=0.6000000000000001, n_hits=1, hits=(Hit(words='good', polarity=0.7, \
subjectivity=0.6000000000000001),))

    A figure of money says nothing about tone, though "fine" does to TextBlob:

    >>> score_text("Oslo gives 10 million euros.").polarity is None, score_text("A fine of 10 million euros.").n_hits
    (True, 1)
    >>> score_text("Nice met Grace Noble.", drop=[(0, 4), (9, 20)]).polarity is None
    True
    """
    assessed = _assess(_blank(text, drop))
    if not assessed:
        return Score(None, None, 0, ())
    return Score(
        polarity=_mean([each.polarity for each in assessed]),
        subjectivity=_mean([each.subjectivity for each in assessed]),
        n_hits=len(assessed),
        hits=tuple(Hit(" ".join(each.words), each.polarity, each.subjectivity) for each in assessed),
    )


def _mean(values: Sequence[float]) -> float:
    """Add up one by one, as TextBlob does: from Python 3.12 on `sum` rounds otherwise."""
    total = 0.0
    for value in values:
        total += value
    return total / float(len(values))


def score_sentences(text: str, *, drop: Sequence[tuple[int, int]] = ()) -> list[SentenceScore]:
    """Score every sentence of a text by TextBlob and by VADER.

    Args:
        text: the body of an article.
        drop: spans of `text` to leave out of the scoring, such as names and
            amounts of money: the city of Nice is not nice. They are blanked, so
            that offsets stay those of `text`.

    Returns:
        One record a sentence, in order; those without a hit are there too.

    >>> [(s.polarity, s.n_hits) for s in score_sentences("Nice hosted it. It was good.")]
    [(0.6, 1), (0.7, 1)]
    >>> [(s.polarity, s.n_hits) for s in score_sentences("Nice hosted it. It was good.", drop=[(0, 4)])]
    [(None, 0), (0.7, 1)]
    """
    blanked = _blank(text, drop)
    return [
        _score_sentence(sentence.start, blanked[sentence.start : sentence.end]) for sentence in split_sentences(text)
    ]


def score_sentence(sentence: str, *, drop: Sequence[tuple[int, int]] = ()) -> SentenceScore:
    """Score one sentence as `score_sentences` does, without splitting it.

    >>> score_sentence("Nice! It was good.").n_hits
    2
    """
    return _score_sentence(0, _blank(sentence, drop))


def _score_sentence(start: int, scored: str) -> SentenceScore:
    score = score_text(scored)
    return SentenceScore(
        start=start,
        end=start + len(scored),
        polarity=score.polarity,
        subjectivity=score.subjectivity,
        n_hits=score.n_hits,
        vader=vader_compound(scored),
        hits=score.hits,
    )


def _blank(text: str, drop: Sequence[tuple[int, int]]) -> str:
    """Cover spans with a word of the same length that no lexicon holds."""
    parts = []
    at = 0
    for first, end in sorted(drop):
        start = max(first, at)
        if start < end:
            parts += [text[at:start], _COVER * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def _assess(text: str) -> Sequence[Assessed]:
    if not is_odd(text):
        return _scan().assess(text)
    found = textblob_sentiment(text).assessments
    return [Assessed(tuple(words), polarity, subjectivity) for words, polarity, subjectivity, _ in found]


@lru_cache(maxsize=1)
def _scan() -> Scan:
    textblob_sentiment.load()
    return Scan(entries(dict(textblob_sentiment)))
