"""Givers that nobody names one by one: "donors", "a donor conference", "ministers from 62 countries"."""

from functools import cache

from analysis.money.text.items import Item, made
from analysis.money.text.parties import Party
from analysis.money.text.verbs import Verb, is_verb
from analysis.money.text.words import vocabulary

_POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my"])

Merged = tuple[Item, int]


@cache
def various_words() -> frozenset[str]:
    """Give the words for givers that nobody names one by one."""
    return frozenset(vocabulary()["givers"]["various"])


_DASHES = frozenset("—–")  # behind a dateline: "GENEVA (AP) — Donors pledged"
_PUBLIC = frozenset(["readers", "supporters"])  # many who give together, whosever they are ("readers of this paper")


def _generic(items: list[Item], i: int) -> bool:
    """Whether "donors" or "the conference" stands for givers that are not named one by one."""
    after = items[i + 1] if i + 1 < len(items) else None
    before = items[i - 1] if i else None
    hyphen = before is not None and before.low == "-" and i > 1
    dashed = hyphen and before is not None and items[i - 2].end < before.start and before.end < items[i].start
    if dashed or (before is not None and before.low in _DASHES):
        before = None  # behind a dateline: "BRUSSELS - Donors pledged"
    if before is not None and (
        before.low in ("'s", "of", "in", "at", "to", "for", "with", "-") or before.low in _POSSESSIVES
    ):
        return False
    free = before is None or before.kind != "party"
    return (
        (items[i].text.islower() or before is None)
        and free
        and not (after is not None and after.low in ("of", "that", "'s") and items[i].low not in _PUBLIC)
    )


# "A donor meeting in Paris closed with promises of 5m": those who met.
MEETS = frozenset(["donor", "pledging"])
OF_ALL = frozenset(["international", "world", "global"])  # "the international community pledged 5m"
_GATHERINGS = frozenset("conference meeting summit event session roundtable gathering forum gala drive".split())
_SEVERAL = Party("various", "various", "body", "name", "government", "various")


def several(items: list[Item], i: int) -> Merged | None:
    """Give the party of givers that nobody names one by one, if it begins at `i`."""
    item = items[i]
    if item.low in MEETS and i + 1 < len(items) and items[i + 1].low in _GATHERINGS:
        return made(items, i, i + 1, _SEVERAL, head="government"), i + 2
    if item.low in OF_ALL and i + 1 < len(items) and items[i + 1].low == "community" and _generic(items, i):
        return made(items, i, i + 1, _SEVERAL, head="government"), i + 2
    if item.low in OF_ALL and i + 1 < len(items) and items[i + 1].low in ("leaders", "powers") and _generic(items, i):
        return made(items, i, i + 1, _SEVERAL, head="government"), i + 2
    hosted = _hosted(items, i)
    if hosted is not None:
        return hosted
    club = _of_club(items, i)
    if club is not None:
        return club
    if item.low in various_words() and _generic(items, i):
        return Item("party", item.text, item.low, item.start, item.end, party=_SEVERAL, head="government"), i + 1
    return None


_HOSTING = frozenset("hosted cohosted organised organized convened called chaired held sponsored led".split())
_FULL = 18  # words to the verb of what a meeting does


def _hosted(items: list[Item], i: int) -> Merged | None:
    """Read "a conference organised by Lund and the United Nations raised 5m": those who met gave, not the hosts."""
    if items[i].low not in _TABLES and not (i and items[i].low in ("event", "gathering") and items[i - 1].low in MEETS):
        return None
    k = i + 1
    while k < min(i + 4, len(items)) and items[k].low in ("co", "-", "jointly", "virtual", ",", "which", "was"):
        k += 1
    if k + 1 >= len(items) or items[k].low not in _HOSTING or items[k + 1].low not in ("by", "in", "at"):
        return None
    for end in range(k + 2, min(k + _FULL, len(items))):
        if items[end].kind == "amount" or items[end].low in (".", ";", ":"):
            return None
        if items[end].low in _YIELDS:
            last = end - 1 if items[end - 1].low not in (",", "has", "have", "had") else end - 2
            return made(items, i, last, _SEVERAL, head="government"), last + 1
    return None


_YIELDS = frozenset("raised gathered mustered drew brought secured yielded produced pledged collected".split())
MEMBERS = frozenset("creditors members countries nations states donors governments partners lenders".split())


def _of_club(items: list[Item], i: int) -> Merged | None:
    """Read "creditors of the Paris Club", "members of the EU": they act as the body they make up."""
    if items[i].low not in MEMBERS or i + 2 >= len(items) or items[i + 1].low != "of":
        return None
    k = i + 3 if items[i + 2].low == "the" and i + 3 < len(items) else i + 2
    body = items[k].party
    if body is None or body.kind != "body" or body.level != "multilateral":
        return None
    return made(items, i, k, body, head="government"), k + 1


_STATES = frozenset(["countries", "nations", "states", "governments"])
_COUNTED = frozenset("dozens scores many several some more over two three four five six ten twelve twenty".split())


def from_many(items: list[Item], i: int) -> Merged | None:
    """Read "ministers and bankers from 62 countries", who begin at `i`: none of them gives alone."""
    k = i + 1
    while k < len(items) and k - i < 5 and items[k].low != "from":
        if items[k].kind == "mark" or is_verb(items, k):
            return None
        k += 1
    counted = k + 2 < len(items) and items[k].low == "from" and items[i].low.endswith("s")
    if not counted or not (items[k + 1].low.isdigit() or items[k + 1].low in _COUNTED):
        return None
    end = next((n for n in range(k + 2, min(k + 5, len(items))) if items[n].low in _STATES), None)
    return (made(items, i, end, _SEVERAL, head="government"), end + 1) if end is not None else None


_TABLED = ("pledged", "promised", "committed", "offered", "raised")
_TABLES = frozenset(["conference", "summit", "roundtable", "meeting"])


def at_a_table(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Give those who pledge together: "A total of 5m was pledged, the host said", "5m was promised at the conference".

    They are told by the words of the verb, since no other tells them.
    """
    if verb is None or not verb.passive or verb.index < a or items[verb.index].low not in _TABLED:
        return None
    behind = items[verb.index + 1 : verb.index + 8]
    if any(item.low == "by" for item in behind):
        return None
    total = [item.low for item in items[max(0, a - 2) : a]] == ["total", "of"]
    told = any(
        item.party is not None and item.party.id == "various" for item in items[:a]
    )  # "Donors fell short: 5m was"
    if not total and not told and not any(item.low in _TABLES for item in behind):
        return None
    word = items[verb.index]
    return Item("party", word.text, word.low, word.start, word.end, party=_SEVERAL, head="government")
