"""Sums in a tally, with no verb, as of "Belgium, 100 million euros; Latvia, 3 million; and Malta, half a million".

Each piece holds who gives and how much. It is a tally of gifts only where the
words around tell of giving, and of nothing else that countries are listed by.
"""

from analysis.corpus.sentences import Sentence
from analysis.money.text.items import Item
from analysis.money.text.reader import Reader
from analysis.money.text.verbs import FIGURE_STARTS
from analysis.money.text.words import open_nouns

_JOINS = frozenset(["and", "the", "together", "jointly", "both", "finally", "then", "lastly", "also", "•", "-", "*"])
_SETS_OFF = frozenset([",", ":", "–", "—", "("])
_GIVERS = frozenset(["government", "multilateral", "foundation"])
_SPEAKS = frozenset(["tally", "donors", "donor", "pledges", "pledged", "contributions", "contributors", "pledging"])
_BACK = 3  # sentences before a tally that may say what it is of
_LONGEST = 8  # items of a piece before its sum


def in_tally(items: list[Item], a: int, sentence: Sentence, reader: Reader) -> bool:
    """Whether the amount at `a` stands behind a bare name, in a tally of gifts."""
    if not _is_piece(items, a, marked=True):  # as few do: asked before the words of the sentence are
        return False
    says = any(item.low in _SPEAKS for item in items)
    if (not says and not _is_piece(items, a, marked=False)) or any(
        item.has("noun", "reason") or item.has("verb", "reason") for item in items
    ):
        return False
    if says:
        return True
    for earlier in reader.before(sentence, limit=_BACK):
        words = reader.items(earlier)
        if any(item.has("noun", "reason") for item in words):
            return False
        if any(_tells(item) for item in words):
            return True
    return False


def _tells(item: Item) -> bool:
    """Whether a word can only tell of giving."""
    return (
        item.low in _SPEAKS or item.has("verb", "give") or (item.has("noun", "give") and item.low not in open_nouns())
    )


def _is_piece(items: list[Item], a: int, *, marked: bool) -> bool:
    """Whether nothing but names and a mark stands before the amount, up to the piece before; `marked`: or no mark."""
    k, named = a - 1, False
    while k >= 0 and a - k <= _LONGEST and items[k].low != ";" and items[k].kind != "amount":
        item = items[k]
        if item.kind == "party":
            if (
                item.party is None
                or item.party.level not in _GIVERS
                or (item.party.form == "demonym" and not item.head)
            ):
                return False
            named = True
        elif item.low in _SETS_OFF:
            marked = marked or not named
        elif not (item.low in _JOINS or (not named and item.low in FIGURE_STARTS)):
            return False
        k -= 1
    return named and marked and a - k <= _LONGEST
