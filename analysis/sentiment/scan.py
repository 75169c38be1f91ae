"""TextBlob's scan of a sentence for lexicon words, an order of magnitude faster.

TextBlob spends its time splitting tokens; a token's pieces depend on the token
alone, so they are worked out once and remembered. What happens between words
(negation, intensifiers, exclamation marks) is TextBlob's, rule for rule, odd
ones included: a contraction is split, so "isn't" negates nothing. Text that may
hold an emoticon is refused here (`is_odd`) and left to TextBlob itself. The
equality is a property test. Nothing here imports TextBlob: the lexicon is
handed in by `analysis.sentiment.score`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

# What TextBlob takes off the ends of a token, one character at a time.
_LEADING: Final = frozenset(",;:!?()[]{}`'\"@#$^&*+-|=~_")
_QUOTES: Final = "“”‘’'\""
_ABBREVIATION: Final = re.compile(r"[A-Za-z]\.|([A-Za-z]\.)+|[A-Z][bcdfghjklmnpqrstvwxz|]+.")
_NEGATIONS: Final = frozenset(["no", "not", "n't", "never"])
_REMEMBERED: Final = 200_000  # tokens; bounds the memory of a long run

# Anything that could become an emoticon, or "(!)", once punctuation is spaced.
# Wider than TextBlob's own pattern, because a false alarm costs time only.
_ODD: Final = re.compile(
    r"""
    [:;=]\s*(?:[-^oc]\s*|'\s*(?:'\s*'\s*)?)?         # eyes and nose
      (?: [()\[\]{}\\<>3] | /(?!/) | \.(?![^\W_]) | [DPpbcosSO](?!(?!n't)[^\W_]) )
    | \*\s*(?:-\s*)?\)                               # "*)"
    | [xX8]\s*(?:-\s*)?D(?!(?!n't)[^\W_])                # "XD", "8-D"
    | 8\s*(?:-\s*)?\)                                # "8)"
    | [oO]\s*[_.]\s*O(?!(?!n't)[^\W_])                   # "o_O"
    | ♥ | <\s*3 | >\s*\.\s*> | °\s*[oO]\s*°
    | \(\s*!\s*\)                                   # "(!)", read as irony
    | END-OF-SENTENCE                               # TextBlob's own mark, dropped where it is printed
    """,
    re.VERBOSE,
)
# What every match holds: one of these signs, or a full stop before an "O". One set is found at once.
_SIGNS: Final = re.compile(r"[:;=*xX8♥<>°(_]")
_ROUND: Final = re.compile(r"\.\s*O")


class Entry(NamedTuple):
    """A word of the lexicon: what it says, how it moves the next word."""

    polarity: float
    subjectivity: float
    intensity: float
    modifies: bool  # it can be an adverb, so it modifies what follows


class Assessed(NamedTuple):
    """One assessment, as TextBlob's `sentiment_assessments` lists them."""

    words: tuple[str, ...]
    polarity: float
    subjectivity: float


Piece = tuple[str, Entry | None]
# Whether a token is silent (it has no effect of its own), and its pieces.
Token = tuple[bool, tuple[Piece, ...]]


def is_odd(text: str) -> bool:
    """Whether `text` has to be left to TextBlob, because it may hold an emoticon.

    >>> is_odd("He smiled :-)"), is_odd("He said: we shall see.")
    (True, False)
    """
    return (_SIGNS.search(text) is not None or "END-" in text or _ROUND.search(text) is not None) and (
        _ODD.search(text) is not None
    )


def entries(lexicon: Mapping[str, Mapping[str | None, Any]]) -> dict[str, Entry]:
    """Flatten TextBlob's lexicon to what a scan needs, averaged over parts of speech."""
    return {word: Entry(*_weights(senses[None]), "RB" in senses) for word, senses in lexicon.items() if None in senses}


def _weights(values: Sequence[float]) -> tuple[float, float, float]:
    polarity, subjectivity, intensity = values
    return float(polarity), float(subjectivity), float(intensity)


class Scan:
    """A lexicon, and the pieces of every token met so far.

    >>> scan = Scan({"good": Entry(0.7, 0.6, 1.0, False)})
    >>> scan.assess("A good deal.")
    [Assessed(words=('good',), polarity=0.7, subjectivity=0.6)]
    >>> scan.assess("A deal.")
    []
    """

    def __init__(self, lexicon: Mapping[str, Entry]) -> None:
        """Keep the lexicon; tokens are worked out as they come."""
        self._lexicon = lexicon
        self._tokens: dict[str, Token] = {}

    def assess(self, text: str) -> list[Assessed]:
        """Assess a text that is not odd, as TextBlob does."""
        found: list[_Open] = []
        modifier: str | None = None
        negation: str | None = None
        known = self._tokens.get
        for token in _spaced(text).split():
            silent, pieces = known(token) or self._learn(token)
            if silent and modifier is None and negation is None:
                continue
            for word, entry in pieces:
                if entry is None:
                    modifier, negation = _pass(word, found, modifier, negation)
                    continue
                _take(word, entry, found, modifier, negation)
                modifier = word if entry.modifies else None
                negation = word if word in _NEGATIONS else None
        return [each.close() for each in found]

    def _learn(self, token: str) -> Token:
        if len(self._tokens) >= _REMEMBERED:
            self._tokens.clear()
        words = [piece.lower() for piece in split_token(token)]
        pieces = tuple((word, self._lexicon.get(word)) for word in words)
        silent = all(entry is None and word != "!" and word not in _NEGATIONS for word, entry in pieces)
        self._tokens[token] = silent, pieces
        return silent, pieces


def _spaced(text: str) -> str:
    """Set contractions and quotes apart, as TextBlob does before it splits tokens."""
    if "n't" in text:
        text = text.replace("n't", " n't")
    for quote in _QUOTES:
        if quote in text:
            text = text.replace(quote, f" {quote} ")
    return text


def _take(word: str, entry: Entry, found: "list[_Open]", modifier: str | None, negation: str | None) -> None:
    """Assess a word of the lexicon behind what modifies and negates it."""
    if modifier is None:
        found.append(_Open([word], entry.polarity, entry.subjectivity, entry.intensity))
    else:
        found[-1].modify(word, entry)
    if negation is not None:
        found[-1].negate(negation)


def _pass(word: str, found: "list[_Open]", modifier: str | None, negation: str | None) -> tuple[str | None, str | None]:
    """Pass a word the lexicon does not hold; return the modifier and negation still open behind it."""
    if word in _NEGATIONS:
        negation = word
    elif negation and len(word) > 1:
        negation = None  # short words are bridged: "not a good"
    if negation and modifier and modifier.endswith("ly"):
        found[-1].words.append(negation)
        found[-1].negated = True
        negation = None
    elif modifier and len(word) > 2:
        modifier = None
    if word == "!" and found:
        found[-1].boost()
    return modifier, negation


class _Open:
    """An assessment that later words may still change."""

    __slots__ = ("intensity", "negated", "polarity", "subjectivity", "words")

    def __init__(self, words: list[str], polarity: float, subjectivity: float, intensity: float) -> None:
        self.words = words
        self.polarity = polarity
        self.subjectivity = subjectivity
        self.intensity = intensity
        self.negated = False

    def modify(self, word: str, entry: Entry) -> None:
        """Take over a word that this one intensifies: "very good"."""
        self.words.append(word)
        self.polarity = max(-1.0, min(entry.polarity * self.intensity, 1.0))
        self.subjectivity = max(-1.0, min(entry.subjectivity * self.intensity, 1.0))
        self.intensity = entry.intensity

    def negate(self, negation: str) -> None:
        """Turn around: "not good" is slightly bad."""
        self.words.insert(0, negation)
        self.intensity = 1.0 / self.intensity
        self.negated = True

    def boost(self) -> None:
        """Count an exclamation mark behind it."""
        self.words.append("!")
        self.polarity = max(-1.0, min(self.polarity * 1.25, 1.0))

    def close(self) -> Assessed:
        """Return the assessment as it stands."""
        polarity = self.polarity * -0.5 if self.negated else self.polarity
        return Assessed(tuple(self.words), polarity, self.subjectivity)


def split_token(token: str) -> list[str]:
    """Split a token without white space or quotes as TextBlob does.

    >>> split_token("(EU-wide)."), split_token("U.S."), split_token("Mr.,")
    (['(', 'EU-wide', ')', '.'], ['U.S.'], ['Mr.', ','])
    """
    first = 0
    while first < len(token) and token[first] in _LEADING:
        first += 1
    head, token = token[:first], token[first:]
    tail: list[str] = []
    end = len(token)  # moved, not cut, so that a token of a million brackets is read once
    while end and (token[end - 1] in _LEADING or token[end - 1] == "."):
        if token[end - 1] != ".":
            end -= 1
            tail.append(token[end])
        if token.endswith("...", 0, end):
            tail.append("...")
            end -= 3
            while end and token[end - 1] == ".":
                end -= 1
        if token.endswith(".", 0, end):
            if (end <= 8 and token[:end] in _ABBREVIATIONS) or _ABBREVIATION.fullmatch(token, 0, end):
                break
            end -= 1
            tail.append(".")
    return [*head, *([token[:end]] if end else []), *reversed(tail)]


_ABBREVIATIONS: Final = frozenset(
    """
    a. adj. adv. al. a.m. c. cf. comp. conf. def. ed. e.g. esp. etc. ex. f. fig. gen. id. i.e. int. l. m. Med. Mil.
    Mr. n. n.q. orig. pl. pred. pres. p.m. ref. v. vs. w/
    """.split()
)
