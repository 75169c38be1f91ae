"""Gifts in kind: a count and a thing ("40 Scalp cruise missiles")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from analysis.money.text.items import Item
from analysis.money.text.parties import name_index
from analysis.money.text.verbs import Verb
from analysis.money.text.words import one_of, vocabulary

_WORDS = {
    name: Decimal(value)
    for value, names in {
        1: "a an one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred", 1000: "thousand",
    }.items()
    for name in names.split()
}  # fmt: skip
# A number, up to six words of description, and (where the scan stopped) a thing.
_COUNTED = re.compile(
    r"""
    (?<![\w.,$€£¥-])
    (?P<count>\d[\d,.\u00a0]*(?:\s(?:million|thousand|hundred|dozen))?
        |(?:a\ |two\ |three\ |several\ )?(?:dozen|hundred|thousand|million)(?:\ of)?
        |an?|one|two|three|four|five|six|seven
        |eight|nine|ten|eleven|twelve
        |thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy
        |eighty|ninety|dozens\ of|scores\ of|hundreds\ of|thousands\ of)
    (?:\s+of\s+(?:the|its|their|these|those))?   # "all 45 of the generators"
    \s+(?P<item>(?:(?!(?:to|and|for|of|in|from|with|at|by|which|that|million|billion|percent|said|carrying)\b)(?:(?:\w\.)+|(?-i:[A-Z]\w{0,2}\.)|[\w'’-]+(?:\.[\w'’-]+)*)\s+){0,6}?)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEASURED = re.compile(
    r"^\s+of\s+(?P<what>(?:(?!(?:to|for|in|from|worth|and)\b)[\w-]+\s?){1,3}(?:\s?and\s[a-z][\w-]*)?)"
)
_MORE = re.compile(r"^(?:additional|further|more|new|another|extra|other)\s+", re.IGNORECASE)


# "An investment vehicle" drives nowhere, tons of CO2 are let out; "600 lorries a day" pass, and are not given.
_NOT_HANDED = re.compile(
    r"\b(?:invest\w*|financ\w+|funding|purpose|savings)\s+(?:\w+\s+)?(?:vehicles?|houses?|systems?)\b"
    r"|\b(?:CO2|carbon\s+dioxide|emissions)\b",
    re.IGNORECASE,
)
_FLOWS = re.compile(r"\s+(?:a|per|each|every)\s+(?:day|week|hour)\b|\s+daily\b")
_NAME_BEFORE = re.compile(r"[a-z,]\s+(?-i:([A-Z][\w-]+))\s$")  # in the midst of a sentence
_MODEL_DIGITS = 3
_MONTHS = frozenset("January February March April May June July August September October November December".split())


@dataclass(frozen=True, slots=True)
class Goods:
    """A count of things and where it stands."""

    count: Decimal | None
    item: str
    start: int
    end: int


# "gave 5 million euros to two hospitals"; and "gave 5 million euros for two hospitals", which the sum is to build.
_RECEIVES = re.compile(
    r"\b(?:to|among|between)\s(?:the\s)?$"
    r"|(?:illion|\d|\d ?(?:bn|m|k)|euros|dollars|pounds|kron(?:er|or|a)|yen|francs|rupees|shillings|rand|naira|pesos)"
    r"\s(?:in\s\w+\s)?(?:for|towards?)\s(?:the\s|another\s|some\s|about\s)?$"
)

# "spare parts for 50 tanks", "cells for a million cars": what is given is for these, which their owner has.
_SERVES = re.compile(
    r"\b(?:parts|spares|ammunition|munitions|shells|rounds|missiles|magazines|barrels|fuel|diesel|petrol|batter(?:y|ies)|cells|engines"
    r"|tyres|tires|armou?r|crews?|drivers|pilots|training|maintenance|servicing|repairs?|upgrades?|insurance|parking)\s"
    r"for\s(?:the\s|its\s|their\s|about\s|some\s|another\s|all\s)?$",
    re.IGNORECASE,
)


@cache
def _scanner() -> tuple[AhoCorasick, list[str]]:
    words = [f" {w}" for w in (*vocabulary()["in_kind"]["items"], *vocabulary()["in_kind"]["measures"])]
    # Few enough words for the fastest way of looking, which takes room for each of their letters.
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA), words


@cache
def _measures() -> re.Pattern[str]:
    return one_of(vocabulary()["in_kind"]["measures"])


def find_goods(text: str) -> list[Goods]:
    """Every counted thing of the vocabulary; whether it is given is not asked here.

    What serves things is no count of them.

    >>> [(g.count, g.item) for g in find_goods("Oslo will send 40 additional Scalp missiles and some tanks.")]
    [(Decimal('40'), 'Scalp missiles')]
    >>> find_goods("Oslo gave 5 million euros to two hospitals and spare parts for 50 tanks.")
    []
    """
    scanner, _ = _scanner()
    found: list[Goods] = []
    for _, start, end in scanner.find_matches_as_indexes(text):
        if end < len(text) and (text[end].isalnum() or text[end] in "-’'"):
            continue
        goods = _counted(text, start, end)
        if goods is not None and not (found and goods.start < found[-1].end):
            found.append(goods)
    return found


def _counted(text: str, start: int, end: int) -> Goods | None:
    """Give the count and thing whose last word stands from `start` to `end`; None where nothing counts it."""
    low = max(0, start - 90)
    match = _COUNTED.search(text[low : start + 1])
    if match is None:
        return None
    if _is_model(text, low + match.start("count"), match["count"]):
        return None
    stop = end
    if _measures().fullmatch(text[start:end].strip()):
        tail = _MEASURED.match(text[end : end + 60])
        if tail is None:  # "20 tons" of nothing in particular
            return None
        stop = end + len(tail.group().rstrip())
    words = text[low + match.start("item") : stop].strip()
    if _NOT_HANDED.search(words) or _FLOWS.match(text[stop : stop + 20]):
        return None
    first = low + match.start("count")
    before = text[max(0, first - 40) : first]
    if _RECEIVES.search(before) or _SERVES.search(before):  # "gave 5 million euros to two hospitals"
        return None
    return Goods(_count(match["count"]), _plain(words), low + match.start("count"), stop)


def _is_model(text: str, start: int, count: str) -> bool:
    """Whether a figure is of the name before it, which is no party's: "Challenger 2 tanks", not "gave Chad 2 tanks"."""
    before = _NAME_BEFORE.search(text[max(0, start - 40) : start])
    return before is not None and count.isdigit() and len(count) <= _MODEL_DIGITS and before[1] not in _words_of_names()


@cache
def _words_of_names() -> frozenset[str]:
    """Give every word of the names of parties, and of months, behind which a count may stand."""
    return frozenset(word for names in name_index().values() for words, _ in names for word in words) | _MONTHS


def _plain(words: str) -> str:
    return " ".join(_MORE.sub("", words).split())


def _count(words: str) -> Decimal | None:
    """Give the number that `words` state; None for "dozens of"."""
    low = words.lower().replace("\u00a0", "").replace(",", "").strip()
    if low.endswith(" of") or low.split()[0] == "several":
        return None
    total = Decimal(1)
    for word in low.split():
        if word in _WORDS:
            total *= _WORDS[word]
        elif word == "million":
            total *= 1_000_000
        else:
            try:
                total *= Decimal(word.strip("."))
            except InvalidOperation:
                return None
    return total


# To announce, clear or release things is not to hand them over, unless they go to somebody.
_DECIDES = (
    "announc",
    "releas",
    "clear",
    "unveil",
    "alloc",
    "sign",
    "authori",
    "adopt",
    "endors",
    "vote",
    "fund",
    "financ",
)
_DELIVERY = ("deliver", "shipment", "donation", "supply", "gift", "transfer", "provision", "consignment")
_COUNTS = frozenset(["dozen", "hundred", "thousand", "million"])
_PLACED = frozenset(["in", "at", "on", "by", "from", "about", "into", "under", "over", "during", "between", "against"])


def takes_goods(items: Sequence[Item], index: int, verb: Verb) -> bool:
    """Whether goods can be what a verb of giving hands over: nothing before them belongs to another word.

    "Was given money by the city to mend a bridge" hands over no bridge; a list
    ("sent tents in May, and 5 trucks") goes on after its comma.
    """
    words = items[index].low.split()
    single = words[0] in ("a", "an", "one") and not _COUNTS & set(words)
    if (single or items[verb.index].low.startswith(_DECIDES)) and not _goes_to_somebody(items, index):
        return False
    if verb.index > index:
        # "An aircraft delivered the tents" carries, and is not given; "deliveries of 90 tents" are.
        return verb.passive or (index > 0 and items[index - 1].low == "of")
    between = [item.low for item in items[verb.index + 1 : index]]
    last = max((k for k, low in enumerate(between) if low in (",", "and", ";", ":", "plus")), default=-1)
    own = between[last + 1 :]
    mends = any(low == "to" and items[verb.index + 2 + last + k].has("verb") for k, low in enumerate(own[:-1], 1))
    return not (mends or _PLACED & set(own))


def _goes_to_somebody(items: Sequence[Item], index: int) -> bool:
    """Whether a word of delivery or a receiver stands beside the goods."""
    if any(item.low.startswith(_DELIVERY) for item in items[max(0, index - 5) : index + 3]):
        return True
    around = range(max(0, index - 6), min(index + 12, len(items) - 1))
    named = (
        items[k + 1].kind == "party" or (items[k + 2 : k + 3] and items[k + 2].kind == "party")
        for k in around
        if items[k].low in ("to", "for")
    )
    return any(named)
