"""Noun phrases of a sentence as they stand, without a list of their heads: where one begins and ends.

`described` knows the nouns that tell a giver. Here a phrase is whatever stands between the opening of a
clause and what it does.
"""

from dataclasses import dataclass
from functools import cache

from analysis.money.text.items import Item
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_verb
from analysis.money.text.words import vocabulary

_LONGEST = 14  # items of a phrase
_LABEL = 12  # items in which a dateline or a label may end
OWNED = frozenset(["its", "his", "her", "their"])
WHEN = frozenset("today yesterday tomorrow tonight".split())  # which open sentences, and no names
INSIDE = frozenset(["-", "'s", "'", "&", "’"])  # marks within a phrase
JOINS = frozenset("and or but nor that which who whom whose while when where as if because so though although".split())
DEFINITE = frozenset(["the", "this", "that", "these"])
_TRAILING = frozenset("also itself himself herself themselves alone too now then already still once again both".split())
_NO_END = INSIDE | _TRAILING | frozenset(["and", "of", "in", "at"])  # what ends no phrase
_ADVERBS = frozenset(
    "separately meanwhile also instead already today yesterday earlier now then later but and so still however".split()
)
_SUBORDINATE = frozenset(["when", "while", "as", "if", "having"])
_OPENERS = frozenset([",", ":", ";", "–", "—", "-", "“", '"', "‘", ")", "that", "and", "but", "while", "when", "then"])
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True)
class Span:
    """Items from `start`, behind an article, up to `end`; it may stand before a verb that `gives`."""

    start: int
    end: int
    definite: bool = False
    indefinite: bool = False
    gives: bool = False


def is_capital(item: Item) -> bool:
    """Whether an item begins with a capital."""
    return item.text[:1].isupper()


def opening(items: list[Item], stop: int) -> Span | None:
    """Give the phrase that opens a sentence and does something before `stop`."""
    span = phrase(items, _start(items, stop), stop)
    if span is None or items[span.start].low in _ADVERBS:  # "On Monday they voted on 5m, already in the plan, and"
        return None
    return span if acts(items, span.end) else None


def _start(items: list[Item], stop: int) -> int:
    """Give where the main clause of a sentence opens, behind its dateline, label and first phrase."""
    k = 0
    for j in range(1, min(_LABEL, stop)):
        if items[j].low in ("-", "–", "—", ":") and not (items[j].start == items[j - 1].end and items[j].low == "-"):
            k = j + 1
            break
    while k < stop and items[k].low in ("-", "*", "•", "“", '"', "(", "‘", "'"):
        k += 1
    if k < stop and (items[k].low in PREPOSITIONS or items[k].low in _SUBORDINATE):
        comma = next((j for j in range(k, stop) if items[j].low == ","), None)
        return comma + 1 if comma is not None else k
    if k >= stop or items[k].low not in _ADVERBS:
        return k
    return k + 2 if k + 1 < stop and items[k + 1].low == "," else k + 1


def ending(items: list[Item], last: int) -> Span | None:
    """Give the phrase that ends with the item at `last`: the longest that opens a clause."""
    for start in range(max(0, last - _LONGEST), last + 1):
        if (start == 0 or _opens(items[start - 1])) and items[start].low not in _ADVERBS:
            span = phrase(items, start, last + 1)
            if span is not None and span.end == last + 1:
                return span
    return None


def _opens(before: Item) -> bool:
    return before.low in _OPENERS or before.low in DAYS or before.has("verb", "speech")


def phrase(items: list[Item], k: int, stop: int) -> Span | None:
    """Give the noun phrase that begins at `k`; an amount, a verb or `stop` ends it."""
    start = k
    while start < stop and items[start].low in DETERMINERS and items[start].low not in OWNED:
        start += 1
    definite = start > k and items[k].low in DEFINITE
    j = start
    while j < stop and j - start < _LONGEST and items[j].kind != "amount" and _goes_on(items, j, start):
        j += 1
    touches = j < len(items) and items[j].kind == "amount" and j - start > 1 and items[j - 1].text.islower()
    j -= touches  # "Widow leaves 5m": what stands before the sum is the verb
    while j > start and items[j - 1].low != "'" and items[j - 1].low in _NO_END:
        j -= 1
    indefinite = start > k and items[start - 1].low in ("a", "an")
    return Span(start, j, definite, indefinite) if j > start else None


def _goes_on(items: list[Item], j: int, start: int) -> bool:
    """Whether the item at `j` is part of the phrase that began at `start`."""
    item = items[j]
    if item.kind == "party":
        return True
    if item.kind == "mark":
        if item.low == "-" and items[j - 1].end < item.start:
            return False  # "KINGSTON - Lundco gave"
        return j > start and (item.low in INSIDE or (item.low == "." and len(items[j - 1].text) <= 2))
    after = items[j + 1] if j + 1 < len(items) else None
    if j > start and after is not None and item.low in ("and", "of", "in", "at"):
        return _joins(items, j)
    if item.low == "will" and after is not None and after.low == "of":
        return True  # "the will of Ida Lund"
    if item.low in DETERMINERS:
        return item.low in OWNED if j == start else items[j - 1].low in ("of", "in", "at")
    if item.low in PREPOSITIONS or item.low in JOINS or item.low in AUXILIARIES:
        return False
    return j == start or not is_verbal(items, j)


def _joins(items: list[Item], j: int) -> bool:
    """Whether the small word at `j` joins two parts of one phrase."""
    join, before, after = items[j].low, items[j - 1], items[j + 1]
    if join == "and":
        return is_capital(before) and is_capital(after) and before.low != "'s"
    behind = items[j + 2] if after.low == "the" and j + 2 < len(items) else after
    return behind.kind == "party" or is_capital(behind) or (join == "of" and behind.text.islower())


def is_verbal(items: list[Item], k: int) -> bool:
    """Whether a verb, or a word with the end of one, stands at `k`."""
    item = items[k]
    if item.kind != "word" or is_capital(item):
        return False
    first, _, rest = item.low.partition(" ")  # "put up" may be one item
    rest = rest or (items[k + 1].low if k + 1 < len(items) else "")
    phrasal = first in ("put", "set") and rest in _PARTICLES
    return phrasal or is_verb(items, k) or item.low.endswith(("ed", "ly")) or item.low in _pasts()


_PARTICLES = frozenset("up out aside forward down together".split())


# Past forms of verbs that the vocabulary does not hold; none is a noun as often.
_IRREGULAR = frozenset(
    """became began blew bought broke built came caught chose clung crept did dug drank drew drove fed fled flew fought
    froze grew hung kept knew laid led left lent made met paid quit rang ran rode sang sat saw sent shook shot slid
    slept sold spoke sprang stole stood stuck swam swept swore swung taught threw took tore went wept woke won wore
    wove wrote says tells bore put rebuilt overcame withdrew sends gives""".split()
)


@cache
def _pasts() -> frozenset[str]:
    """Give the past forms that no ending tells."""
    return frozenset({forms.split()[1] for forms in vocabulary()["irregular"].values()} | _IRREGULAR)


def acts(items: list[Item], k: int) -> bool:
    """Whether what stands at `k` goes on with what a subject before it does."""
    if k >= len(items):
        return False
    if items[k].low in AUXILIARIES or items[k].low in (",", "who", "which", "(", "on") or is_verbal(items, k):
        return True
    behind = k + 1 < len(items) and items[k + 1].kind == "amount"
    return items[k].kind == "amount" or (behind and items[k].low not in PREPOSITIONS)
