"""Whose gift it is, by who owns what is given: "Canada's 5m", "the Dutch share of 5m", "5m is Norway's loan"."""

from analysis.money.roles.agents import governed
from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.subjects import is_handed
from analysis.money.text.verbs import BE, FIGURE_STARTS, PREPOSITIONS, is_verb


def possessor(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """Read "Canada's C$500 million", "Norway's pledge of 10m", "its 5m grant"."""
    anchors = [a] + ([noun.index] if noun is not None and noun.cue.value != "request" else [])
    for anchor in sorted(anchors):
        k = anchor - 1
        while k >= 0 and anchor - k < 7:
            item = items[k]
            if item.low == "'s" and k and items[k - 1].kind == "party":
                return items[k - 1] if _gives(items[k - 1]) and not _takes_over(items, k - 1, a) else None
            if item.low == "of" and items[k - 1].low in TELLINGS:  # "Canada's announcement of a grant of 5m"
                k -= 1
                if items[k - 1].kind == "party" and items[k - 1].party is not None:
                    return items[k - 1]
                continue
            asks = item.low.startswith("appeal") or item.low in ("request", "plea")  # "to Vanuatu's appeal up to 5m"
            if (
                item.kind in ("party", "amount")
                or item.low in PREPOSITIONS
                or item.low in BE
                or asks
                or is_verb(items, k)
            ):
                break
            if item.kind == "mark" and item.low not in ("-",):
                break
            k -= 1
    return None


def apposed(items: list[Item], a: int) -> Item | None:
    """Read "Icelandic support to a coalition, 5m": whose gift it is that the amount only states."""
    if a < 3 or items[a - 1].low not in (",", ":", "(", "–", "—"):
        return None
    for n in range(a - 2, max(a - 14, 0), -1):
        if items[n].low in (";", ",", ".") or items[n].kind == "amount" or is_verb(items, n):
            return None
        if items[n].has("noun", "give"):
            k = n - 1
            while k > 0 and items[k].kind == "word" and not items[k].has("verb") and items[k].low not in PREPOSITIONS:
                k -= 1
            owner = items[k - 1] if items[k].low == "'s" and k else items[k]
            known = owner.party
            owns = known is not None and (known.form == "demonym" or owner is not items[k]) and _gives(owner)
            if owns and not (k and items[k - 1].low in ("to", "for")):
                return owner
    return None


_SHARES = frozenset(["share", "part", "portion", "half", "contribution", "quota"])


def sharer(items: list[Item], a: int) -> Item | None:
    """Read "the Dutch share of 5m", "Latvia's part of the works is 5m": whose part of what several pay."""
    for k in range(a - 1, max(a - 14, 0), -1):
        if items[k].kind == "amount" or items[k].low in (";", ".", ":"):
            return None
        if items[k].low in _SHARES and (items[a - 1].low in BE or items[a - 1].low in ("of", "to", "at", ",", "about")):
            owner = items[k - 1] if items[k - 1].low != "'s" else items[max(0, k - 2)]
            of_state = owner.party is not None and owner.party.kind == "country"
            owns = owner is not items[k - 1] or (owner.party is not None and owner.party.form == "demonym")
            return owner if of_state and owns else None
    return None


def owner_behind(items: list[Item], a: int) -> Item | None:
    """Read "5m was the amount of Norway's loan", "5m is Latvia's contribution": whose gift it is said to be."""
    if a + 1 >= len(items) or items[a + 1].low not in BE:
        return None
    for k in range(a + 2, min(a + 12, len(items) - 2)):
        if items[k].kind in ("amount", "mark") or items[k].low in (",", ";", "by", "from"):
            return None
        if items[k].kind == "party" and items[k + 1].low == "'s":
            return items[k] if any(item.has("noun", "give") for item in items[k + 2 : k + 4]) else None
    return None


# "on account of Greece", "at the expense of the Dutch": who bears what something costs.
_BORNE = (("on", "account", "of"), ("on", "behalf", "of"), ("at", "the", "expense", "of"))


def bearer(items: list[Item], a: int) -> Item | None:
    """Read "5m on account of Greece", "5m at the expense of Latvia": the state that bears a sum."""
    for k in range(a + 1, min(a + 8, len(items) - 3)):
        if items[k].kind == "amount" or items[k].low == ";":
            return None
        for words in _BORNE:
            end = k + len(words)
            if tuple(item.low for item in items[k:end]) == words:
                found = governed(items, end)
                of_state = found is not None and found.party is not None and found.party.kind == "country"
                return found if of_state else None
    return None


def _takes_over(items: list[Item], k: int, a: int) -> bool:
    """Read "lends Serbia's railways 5m": whose things the verb hands the amount to."""
    between = items[k + 2 : a]
    thing = between[-1] if between else None
    plain = thing is not None and thing.kind == "word" and not thing.cues and thing.text.islower()
    return plain and thing is not None and thing.low not in FIGURE_STARTS and is_handed(items, k)


TELLINGS = frozenset(["announcement", "pledge", "promise", "offer", "commitment", "decision", "provision"])


def _gives(item: Item) -> bool:
    return item.party is None or item.party.kind != "place"
