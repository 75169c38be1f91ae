"""The words around an amount, by three bounds: its sentence, its own clause, the amounts beside it.

"Kuwait, which denies the charge, gave 5m to Chad, which has so far received 9m":
what the first aside denies and the last clause sums up says nothing of the 5m.
"""

from analysis.corpus.sentences import Sentence
from analysis.money.text.items import Item
from analysis.money.text.own_clause import own_end, own_start
from analysis.money.text.verbs import Verb, before_verb

_BOUNDS = frozenset([";", "while", "whereas", "but", "although", "•"])
_LONGEST = 30  # items of an aside
_OPENS = frozenset(
    ["which", "who", "whose", "where", "the", "a", "an", "one", "its", "along", "itself", "not", "though"]
)


def sides(items: list[Item], index: int, sentence: Sentence) -> tuple[str, str]:
    """Give the words of the clause before and after the amount."""
    low, high = index, index
    while low > 0 and items[low - 1].low not in _BOUNDS:
        low -= 1
    while high + 1 < len(items) and items[high + 1].low not in _BOUNDS:
        high += 1
    base = sentence.start
    left = sentence.text[items[low].start - base : items[index].start - base]
    return left, sentence.text[items[index].end - base : items[high].end - base]


def between_amounts(items: list[Item], index: int, sentence: Sentence) -> str:
    """Give the words around the amount, up to the amounts beside it."""
    before = max((item.end for item in items[:index] if item.kind == "amount"), default=sentence.start)
    after = min((item.start for item in items[index + 1 :] if item.kind == "amount"), default=sentence.end)
    return sentence.text[before - sentence.start : after - sentence.start]


def own_words(
    items: list[Item], a: int, verb: Verb | None, sentence: Sentence, sides: tuple[str, str]
) -> tuple[str, str]:
    """Give the words before and after the amount at `a` that are of its own clause.

    Args:
        items: those of the sentence.
        a: index of the amount.
        verb: what governs it, if anything does.
        sentence: the sentence, with offsets into the text of the items.
        sides: the words before and after as wider bounds cut them; no more is given.
    """
    start, end = own_start(items, a), own_end(items, max(a, verb.index if verb is not None else a))
    left = _words(sentence, items[start].start, items[a].start)
    hidden = aside(items, start, verb.head) if verb is not None and verb.head < a else None
    if hidden is not None:
        left = _words(sentence, items[start].start, items[hidden[0]].start)
        left += _words(sentence, items[hidden[1]].end, items[a].start)
    right = _words(sentence, items[a].end, items[end].end)
    return min(left, sides[0], key=len), min(right, sides[1], key=len)


def _words(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def aside(items: list[Item], start: int, verb: int) -> tuple[int, int] | None:
    """Give the first and last item of what stands between marks right before the verb at `verb`; None without it.

    An aside opens behind the subject, with a comma or a bracket; those between
    dashes are blanked before.
    """
    close = before_verb(items, verb)
    if close <= start:
        return None
    if items[close].low == ")":
        return next(((k, close) for k in range(close - 1, start, -1) if items[k].low == "("), None)
    if items[close].low != ",":
        return None
    commas = [k for k in range(max(start + 1, close - _LONGEST), close - 1) if items[k].low == ","]
    opening = next((k for k in commas if _opens(items, k)), None)
    return None if opening is None else (opening, close)


def _opens(items: list[Item], comma: int) -> bool:
    """Whether a comma may open an aside: behind a name, or before a word that opens one."""
    named = items[comma - 1].kind == "party" or bool(items[comma - 1].head)
    after = items[comma + 1]
    return after.low in _OPENS or (named and after.low.endswith(("ed", "ing")) and after.kind == "word")
