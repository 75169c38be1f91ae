"""How much of a text's money is given, by the words of the whole text.

The words at a sum tell little where a paper reports of purses, courts or shares: "Brett Lund, golf, 188 million"
stands there as a donor does in a list of donors. What the text is about tells them apart. A logistic regression on
the words of a text, those of its opening apart, fitted by `tests/gold/fit_texts.py` on how many of the sums in
annotated texts are gifts. The weights can be read, `data/reference/text_weights.csv`.
"""

import re
from functools import cache, lru_cache
from math import sqrt
from typing import Final

from analysis.config import REFERENCE
from analysis.money.weighing.weights import Weights, read_weights, total

TABLE: Final = REFERENCE / "text_weights.csv"
_KINDS: Final = ("word", "opening", "text")
_OPENING = 300  # characters that say what a text is about
_WORD = re.compile(r"[a-z][a-z'’-]{2,}")
_ENOUGH = 60  # known words, those of the opening twice, from which a text says what it is about
_ALWAYS = "always"


def words_of(text: str) -> dict[str, frozenset[str]]:
    """Give the words of a text, in small letters, and those of its opening.

    >>> sorted(words_of("The cup final")["opening"])
    ['cup', 'final', 'the']
    """
    small = text.lower()
    return {"word": frozenset(_WORD.findall(small)), "opening": frozenset(_WORD.findall(small[:_OPENING]))}


@lru_cache(maxsize=4)
def log_odds(text: str) -> float:
    """Give the log odds that a sum of a text is given, by what the text is about.

    Source:
        Annotated texts of tests/gold, by writers, of newspapers and wires, and of a government.

    >>> log_odds("The court jailed him for theft.") < log_odds("The charity thanked the donors of the grant.")
    True
    """
    table = _table()
    found = {kind: [name for name in names if name in table[kind]] for kind, names in words_of(text).items()}
    known = sum(map(len, found.values()))
    weight = sum(total(names, table[kind]) for kind, names in found.items())
    return weight * share_of_word(known) + table["text"][_ALWAYS]


def share_of_word(known: int) -> float:
    """Give what each of so many known words counts: the less the more there are, and a sentence says little of a text.

    >>> share_of_word(8) < share_of_word(99)
    True
    """
    return min(1.0, known / _ENOUGH) / sqrt(known + 1)


@cache
def _table() -> Weights:
    return read_weights(TABLE, _KINDS, needed=[("text", _ALWAYS)])
