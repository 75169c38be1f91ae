"""The giver behind "by" or "from": an agent, or the source that money comes from."""

from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.parties import is_fund
from analysis.money.text.subjects import RECKONED, STOP, TAKEN_IN, people_from
from analysis.money.text.verbs import BE, HAVE, MODALS, PREPOSITIONS, Verb, is_verb

_OWN = frozenset(["its", "their", "his", "her", "our", "my"])


def agent(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> Item | None:
    """Read "pledged by Japan", "a loan of 5m from the EBRD", "a guarantee by Britain (5m)"."""
    start = min(a, noun.index if noun is not None else a)
    if verb is not None and verb.passive and verb.index < a:
        start = min(start, verb.index)
    last = max(a, verb.index if verb is not None else a, noun.index if noun is not None else a)
    own = None
    follows = a + 1 < len(items) and items[a + 1].low == "by"  # "12m is paid by Norway and 5m by Mali"
    if follows or any(item.kind == "amount" for item in items[start + 1 : a]):  # "12m from Norway and 5m from Mali"
        own = _behind(items, range(a + 1, min(a + 12, len(items))), a, verb, noun)
    return own or _behind(items, range(start + 1, min(last + 12, len(items))), a, verb, noun)


def _behind(items: list[Item], places: range, a: int, verb: Verb | None, noun: Noun | None) -> Item | None:
    """Give the first party of some places that a "by" or "from" of the amount at `a` governs."""
    for k in places:
        item = items[k]
        if item.low in STOP or (item.kind == "amount" and k > a):
            break
        if item.low in ("by", "from") and k + 1 < len(items) and belongs(items, k, a, verb, noun):
            received = item.low == "by" and items[k - 1].low in TAKEN_IN
            if received and not any(one.low in (",", "where", "which") for one in items[a + 1 : k]):
                continue  # "has been received by the Lund Fund"
            if item.low == "from" and (_own_purse(items, k + 1) or is_kept_back(a, k, verb)):
                continue
            found = governed(items, k + 1)
            if found is not None and not people_from(items, items.index(found)):
                return found
        if item.low == "of" and items[k - 1].low == "out" and belongs(items, k - 1, a, verb, noun):
            found = governed(items, k + 1)  # "5m out of the Emergency Fund"
            if found is not None and found.party is not None and is_fund(found.party.id):
                return found
    return None


def is_kept_back(a: int, k: int, verb: Verb | None) -> bool:
    """Whether the "from" at `k` says from whom a sum is kept or taken: "withheld 5m in aid from Mali"."""
    near = verb is not None and verb.index < a < k <= a + _ASIDE
    cue = verb.cue if verb is not None and near else None
    # "blocks of flats ... with 5m from the bank" is no verb
    return cue is not None and cue.sense == "reason" and cue.value in _KEPT and cue.form != "third"


_ASIDE = 4  # words between a sum and the "from" that goes with its verb
_KEPT = frozenset(["blocked", "cancelled"])


def belongs(items: list[Item], k: int, a: int, verb: Verb | None, noun: Noun | None) -> bool:
    """Whether "by" or "from" at `k` hangs on the amount, its noun or its verb, not on another verb."""
    if items[k - 1].low in _OF_THEIR_OWN or _vouches(items, k):
        return False
    for j in range(k - 1, -1, -1):
        if j == a or (noun is not None and j == noun.index) or (verb is not None and j == verb.index and verb.passive):
            return True
        if items[j].has("verb", "give", "receive") and is_verb(items, j):
            if items[j - 1].low in _BEFORE and j > a + 1:
                return False  # "shells worth 5m for the guns already donated by Spain"
            return items[k].low == "from" or j == k - 1
        if items[j].low in ("come", "comes", "came", "coming") and items[k].low == "from":
            continue  # "the money comes from Norway"
        if items[j].low == "," and j == a + 1:  # "the money, 12m, comes from Norway"
            continue
        if items[j].low in MODALS and items[j - 1].low in ("and", "but"):  # "... and would sail from Odesa"
            return False
        if (
            items[j].low.endswith(("ed", "ing"))
            or items[j].low in _PARTICIPLES
            or is_verb(items, j)
            or items[j].low in (",", "that", "which")
        ):
            return False
    return False


_VOUCHING = frozenset(["guaranteed", "insured", "underwritten"])
_FOR_OTHERS = frozenset(["with", "under", "against", "behind", "by"])


def _vouches(items: list[Item], k: int) -> bool:
    """Read "a loan of 5m guaranteed by Norway", "5m, with guarantees from Norway": another lends, or gives."""
    if items[k - 1].low in _VOUCHING:  # what "is guaranteed by Norway" is Norway's guarantee
        return items[k - 2].low not in BE
    led = any(item.low in _FOR_OTHERS for item in items[max(0, k - 4) : k - 1])
    return led and items[k - 1].low in ("guarantee", "guarantees")


# Irregular participles that take a "by" of their own ("farmers hit by Russia's war").
_PARTICIPLES = frozenset("hit struck torn led run built made held driven taken written overseen left lost".split())


_BEFORE = frozenset(["already", "previously", "earlier", "before"])


# What somebody does "by" or "from" that is no gift ("raised its aid after a plea by Bishop Banda").
_OF_THEIR_OWN = RECKONED | frozenset(
    """plea pleas appeal appeals request requests visit visits call calls campaign campaigns pressure speech speeches
    letter letters petition petitions demand demands warning warnings criticism proposal proposals attack attacks
    strike strikes assault assaults invasion shelling bombing lobbying report reports study review article statement
    remarks vote motion question questions refugees imports threats competition""".split()
)


def _own_purse(items: list[Item], k: int) -> bool:
    """Read "from its Emergency Fund": a purse of the giver's own, by a name that nobody listed."""
    return items[k].low in _OWN and k + 1 < len(items) and items[k + 1].kind == "party" and items[k + 1].party is None


def governed(items: list[Item], k: int) -> Item | None:
    """Give the party that a preposition at `k - 1` governs."""
    while k < len(items) and items[k].low in ("the", "a", "an", "its", "both", "their", "our"):
        k += 1
    plain = k
    while plain < len(items) and plain - k < 3 and items[plain].kind == "word" and not is_verb(items, plain):
        plain += 1
    if k < plain < len(items) and items[plain].head in ("human", "org"):  # "by the crypto exchange Palmtree"
        return items[plain]
    if k >= len(items) or items[k].kind != "party" or items[k].anaphor.startswith("own "):
        return None  # "from its own reserve": the doer's
    known = items[k].party
    if known is not None and known.form == "town" and not items[k].head:
        return None  # "a road from Arusha"
    party, after = items[k].party, items[k + 1] if k + 1 < len(items) else None
    if party is not None and party.form == "demonym" and not items[k].head:
        people = after is None or after.kind == "mark" or after.low in _AFTER_NAMES
        named = items[k - 1].low == "the" and people and after is not None and after.low != "-"  # "from the Dutch"
        return items[k] if named or (after is not None and after.low in _PAYERS) else None
    return items[k]


_JOINS = frozenset(["and", "or", "but", "who", "which", "that", "while"])
_AFTER_NAMES = PREPOSITIONS | MODALS | HAVE | BE | _JOINS
_PAYERS = frozenset(["taxpayers", "companies", "donors", "government", "embassy", "state", "people"])
