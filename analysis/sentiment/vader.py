"""VADER's compound score of a sentence: the second lexicon, for comparison.

The numbers are those of `SentimentIntensityAnalyzer.polarity_scores`. Two
things make it several times faster: tokens are worked out once and remembered,
and a lexicon word's valence is computed in the window of words VADER looks at,
not in the whole sentence. The equality is a property test.
"""

import string
from functools import lru_cache
from typing import Final, NamedTuple

from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

_REMEMBERED: Final = 200_000  # tokens; bounds the memory of a long run
_BACK, _AHEAD = 4, 3  # VADER looks at most three words back and two ahead


class _Token(NamedTuple):
    word: str
    lower: str
    upper: bool  # all in capitals
    scored: bool  # its valence is not 0
    known: bool  # in the lexicon


class _Window(NamedTuple):
    """What VADER's valence function reads of its own text object."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class _Vader:
    def __init__(self) -> None:
        self._analyzer = SentimentIntensityAnalyzer()
        self._emojis = frozenset(self._analyzer.emojis)
        self._tokens: dict[str, _Token] = {}

    def compound(self, text: str) -> float | None:
        """Score a text; None where no word of the lexicon stands in it."""
        if not text.isascii() and not self._emojis.isdisjoint(text):
            return float(self._analyzer.polarity_scores(text)["compound"])
        known = self._tokens.get
        tokens = [known(raw) or self._learn(raw) for raw in text.split()]
        if not any(token.known for token in tokens):
            return None
        valences = self._valences(tokens)
        return float(self._analyzer.score_valence([v for v in valences if v] or [0.0], text.strip())["compound"])

    def _valences(self, tokens: list[_Token]) -> list[float]:
        words = [token.word for token in tokens]
        capitals = sum(token.upper for token in tokens)
        differs = 0 < capitals < len(tokens)
        valences = [0.0] * len(tokens)
        for i, token in enumerate(tokens):
            if token.scored and not (token.lower == "kind" and i + 1 < len(tokens) and tokens[i + 1].lower == "of"):
                first = max(0, i - _BACK)
                window = _Window(words[first : i + _AHEAD], differs)
                valences[i] = self._analyzer.sentiment_valence(0, window, token.word, i - first, [])[0]
        if any(token.lower == "but" for token in tokens):
            valences = self._analyzer._but_check(words, valences)  # noqa: SLF001 - the rule is VADER's own
        return valences

    def _learn(self, raw: str) -> _Token:
        if len(self._tokens) >= _REMEMBERED:
            self._tokens.clear()
        stripped = raw.strip(string.punctuation)
        word = raw if len(stripped) <= 2 else stripped
        lower = word.lower()
        known = lower in self._analyzer.lexicon
        token = _Token(word, lower, word.isupper(), known and lower not in BOOSTER_DICT, known)
        self._tokens[raw] = token
        return token


@lru_cache(maxsize=1)
def _vader() -> _Vader:
    return _Vader()


def vader_compound(text: str) -> float | None:
    """Score a sentence with VADER, -1 to 1, or None where no word of its lexicon hit.

    >>> vader_compound("The aid was a great success.")
    0.8316
    >>> vader_compound("The convoy left at noon.") is None
    True
    """
    return _vader().compound(text)
