"""VADER's compound score of a sentence: the second lexicon, for comparison.

The numbers are those of `SentimentIntensityAnalyzer.polarity_scores`, five
times faster: a token's form, valence and negation are worked out once and
remembered, and a rule is tried only on the words it can concern. Emoji and the
clause behind a "but" are left to the library. The equality is a property test.
"""

import string
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    C_INCR,
    N_SCALAR,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    normalize,
    scalar_inc_dec,
)

_TURNED: Final[float] = N_SCALAR  # what a negation makes of a valence
_REMEMBERED: Final = 200_000  # tokens; bounds the memory of a long run
_NEGATIONS: Final = frozenset(NEGATE)
_FADES: Final = (1.0, 0.95, 0.9)  # what a booster one, two and three words back is worth
# Words that some idiom or two-word booster holds: the idiom rules are tried beside them alone.
_IDIOMATIC: Final = frozenset(
    word for phrase in (*SPECIAL_CASES, *(b for b in BOOSTER_DICT if " " in b)) for word in phrase.split()
) - {"the", "of", "to", "for"}


class _Token(NamedTuple):
    word: str
    lower: str
    upper: bool  # all in capitals
    known: bool  # in the lexicon
    valence: float | None  # None where it has none of its own, boosters included
    negates: bool
    idiomatic: bool


class _Vader:
    def __init__(self) -> None:
        self._analyzer = SentimentIntensityAnalyzer()
        self._emojis = frozenset(self._analyzer.emojis)
        self._tokens: dict[str, _Token] = {}

    def compound(self, text: str) -> float | None:
        """Score a text; None where no word of the lexicon stands in it."""
        if not text.isascii() and not self._emojis.isdisjoint(text):
            return float(self._analyzer.polarity_scores(text)["compound"])
        remembered = self._tokens.get
        tokens = [remembered(raw) or self._learn(raw) for raw in text.split()]
        if not any([token.known for token in tokens]):  # noqa: C419 - a list is faster than a generator
            return None
        total = float(sum(self._valences(tokens, text)))
        if total:
            total += _emphasis(text) if total > 0 else -_emphasis(text)
        return float(round(normalize(total), 4))

    def _valences(self, tokens: list[_Token], text: str) -> list[float]:
        capitals = sum([token.upper for token in tokens])
        differs = 0 < capitals < len(tokens)
        valences = [0.0] * len(tokens)
        for i in [i for i, token in enumerate(tokens) if token.valence is not None]:
            if not _is_kind_of(tokens, i):
                valences[i] = self._valence(tokens, i, differs)
        if "but" in text.lower() and any([token.lower == "but" for token in tokens]):  # noqa: C419 - the same
            words = [token.word for token in tokens]
            valences = self._analyzer._but_check(words, valences)  # noqa: SLF001 - the rule is VADER's own
        return valences

    def _valence(self, tokens: list[_Token], i: int, differs: bool) -> float:
        """Weigh the lexicon word at `i` by the three words before it and the two behind."""
        token = tokens[i]
        valence = token.valence or 0.0
        if token.lower == "no" and i + 1 < len(tokens) and tokens[i + 1].known:
            valence = 0.0
        if _follows_no(tokens, i):
            valence = (token.valence or 0.0) * N_SCALAR
        if token.upper and differs:
            valence += C_INCR if valence > 0 else -C_INCR
        for back in range(min(i, 3)):
            before = tokens[i - back - 1]
            if before.known:
                continue
            if before.lower in BOOSTER_DICT:
                valence += scalar_inc_dec(before.word, valence, differs) * _FADES[back]
            valence = _negated(tokens, i, back, valence)
            if back == 2:
                valence = self._idioms(tokens, i, valence)
        if i and tokens[i - 1].lower == "least" and not (i > 1 and tokens[i - 2].lower in ("at", "very")):
            valence *= N_SCALAR
        return valence

    def _idioms(self, tokens: list[_Token], i: int, valence: float) -> float:
        window = tokens[i - 3 : i + 3]
        if not any([token.idiomatic for token in window]):  # noqa: C419 - the same
            return valence
        words = [token.word for token in window]
        return float(self._analyzer._special_idioms_check(valence, words, 3))  # noqa: SLF001 - VADER's own

    def _learn(self, raw: str) -> _Token:
        if len(self._tokens) >= _REMEMBERED:
            self._tokens.clear()
        stripped = raw.strip(string.punctuation)
        word = raw if len(stripped) <= 2 else stripped
        lower = word.lower()
        token = _Token(
            word=word,
            lower=lower,
            upper=word.isupper(),
            known=lower in self._analyzer.lexicon,
            valence=None if lower in BOOSTER_DICT else self._analyzer.lexicon.get(lower),
            negates=lower in _NEGATIONS or "n't" in lower,
            idiomatic=lower in _IDIOMATIC,
        )
        self._tokens[raw] = token
        return token


def _is_kind_of(tokens: Sequence[_Token], i: int) -> bool:
    return tokens[i].lower == "kind" and i + 1 < len(tokens) and tokens[i + 1].lower == "of"


def _follows_no(tokens: Sequence[_Token], i: int) -> bool:
    """Whether "no" stands one or two words before, or three with "or" between."""
    before = [token.lower for token in tokens[max(0, i - 3) : i]]
    return "no" in before[-2:] or (len(before) == 3 and before[0] == "no" and before[2] in ("or", "nor"))


def _negated(tokens: Sequence[_Token], i: int, back: int, valence: float) -> float:
    """Turn or strengthen a valence by the word `back` + 1 places before it."""
    word = tokens[i - back - 1]
    between = [token.lower for token in tokens[i - back : i]]
    stressed = any([each in ("so", "this") for each in between])  # noqa: C419 - the same
    # Three back, "so" right before the word strengthens even without a "never": VADER's own slip, kept.
    if (word.lower == "never" and stressed) or (back == 2 and between[1] in ("so", "this")):
        return valence * 1.25
    if word.negates and not (word.lower == "without" and "doubt" in between):
        return valence * _TURNED
    return valence


def _emphasis(text: str) -> float:
    """Strength added by exclamation marks, up to four, and by repeated question marks."""
    asked = text.count("?")
    questions = 0.0 if asked < 2 else asked * 0.18 if asked <= 3 else 0.96
    exclamations: float = min(text.count("!"), 4) * 0.292
    return exclamations + questions


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
