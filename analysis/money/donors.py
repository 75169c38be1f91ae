"""Who gives: the subject of the giving verb, its agent, or the possessor of the gift."""

from dataclasses import dataclass

from analysis.corpus.sentences import Sentence
from analysis.money.clauses import BE, PREPOSITIONS, Noun, Verb, is_verb, opens_subject
from analysis.money.items import Item
from analysis.money.parties import Party
from analysis.money.reader import Reader
from analysis.money.resolve import party_of

_PLAIN_STOP = frozenset([";"])


@dataclass(frozen=True, slots=True)
class Found:
    """A party in a role: who it is, the words, and how it was found."""

    party: Party
    item: Item
    how: str  # possessor agent from subject gap speaker listed


def find_donor(
    items: list[Item], a: int, verb: Verb | None, noun: Noun | None, sentence: Sentence, reader: Reader
) -> Found | None:
    """Who gives the amount at `a`; None where nobody is named or can be resolved."""
    listed = _respectively(items, a)
    ways = [
        (listed, "listed"),
        (_gap(items, a) if listed is None else None, "gap"),
        (_possessor(items, a, noun), "possessor"),
        (_agent(items, a, verb, noun), "agent"),
    ]
    if verb is not None and verb.cue.sense == "receive" and not verb.passive:
        ways.append((None, ""))
    else:
        ways.append((_subject(items, a, verb), "subject"))
    ways.append((_demonym(items, a, noun), "possessor"))
    ways.append((_speaker(items, a), "speaker"))
    for item, how in ways:
        if item is None:
            continue
        party = party_of(item, items, sentence, reader)
        if party is not None:
            return Found(party, item, how)
    return None


def _respectively(items: list[Item], a: int) -> Item | None:
    """ "France and Britain promised 50m and 45m respectively": the giver of the same rank."""
    if not any(item.low == "respectively" for item in items):
        return None
    run = _run(items, a, "amount")
    names = [k for k, item in enumerate(items) if item.kind == "party" and k < run[0]]
    for k in names:
        parties = _run(items, k, "party")
        if len(parties) == len(run) > 1:
            return items[parties[run.index(a)]]
    return None


def _run(items: list[Item], k: int, kind: str) -> list[int]:
    """The items of a kind coordinated with the one at `k`."""
    found = [k]
    for step in (-1, 1):
        j = k + step
        while 0 <= j < len(items) and (items[j].kind == kind or items[j].low in (",", "and", "the", "to", "for")):
            if items[j].kind == kind:
                found.append(j)
            j += step
    return sorted(found)


def _gap(items: list[Item], a: int) -> Item | None:
    """ "Germany pledged 90 million, Italy 40 million": the verb is understood."""
    k = a - 1
    while k >= 0 and items[k].low in ("another", "a", "some", "about", ":", "with", "further", "around", "(", "–", "-", "—"):
        k -= 1
    if k < 0 or items[k].kind != "party" or items[k].anaphor or (items[k].party and items[k].party.form == "demonym"):
        return None
    between = items[k + 1 : a]
    if k == 0:
        return items[k] if between and between[0].low in (":", "(", "–", "—", "with") else None
    before = items[k - 1]
    earlier = any(item.kind == "amount" for item in items[:k])
    if (before.low in (",", ";", ":", "and", "while", "–") and (earlier or before.low == ":")) and opens_subject(items, k):
        return items[k]
    return None


def _possessor(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """ "Canada's C$500 million", "Norway's pledge of 10m", "its 5m grant"."""
    anchors = [a] + ([noun.index] if noun is not None else [])
    for anchor in sorted(anchors):
        k = anchor - 1
        while k >= 0 and anchor - k < 7:
            item = items[k]
            if item.low == "'s" and k and items[k - 1].kind == "party":
                return items[k - 1] if _gives(items[k - 1]) else None
            if item.kind in ("party", "amount") or item.low in PREPOSITIONS or item.low in BE or is_verb(items, k):
                break
            if item.kind == "mark" and item.low not in ("-",):
                break
            k -= 1
    return None


def _gives(item: Item) -> bool:
    return item.party is None or item.party.kind != "place"


def _agent(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> Item | None:
    """ "pledged by Japan", "a loan of 5m from the EBRD", "from the EU budget"."""
    start = max(a, verb.index if verb is not None else a, noun.index if noun is not None else a)
    low = a if verb is None or verb.index > a or not verb.passive else verb.index
    for k in range(low + 1, min(start + 12, len(items))):
        item = items[k]
        if item.low in _PLAIN_STOP or (item.kind == "amount" and k != a):
            break
        if item.low in ("by", "from") and k + 1 < len(items):
            found = _object(items, k + 1)
            if found is not None and not (item.low == "by" and verb is not None and not _by_agent(items, k, verb)):
                return found
    return None


def _by_agent(items: list[Item], k: int, verb: Verb) -> bool:
    """Whether "by" names the doer: after a passive or a noun, not "increase by"."""
    before = items[k - 1] if k else None
    return verb.passive or (before is not None and (before.has("verb") or before.has("noun") or before.kind == "amount"))


def _object(items: list[Item], k: int) -> Item | None:
    """The party that a preposition at `k - 1` governs."""
    while k < len(items) and items[k].low in ("the", "a", "an", "its", "both", "their", "our"):
        k += 1
    if k >= len(items) or items[k].kind != "party":
        return None
    party = items[k].party
    if party is not None and party.form == "demonym" and not items[k].head:
        return items[k] if k + 1 < len(items) and items[k + 1].low in ("taxpayers", "companies", "donors") else None
    return items[k]


def _subject(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """The nearest party left of the verb that stands as a subject."""
    if verb is None:
        return _leftmost(items, a)
    if verb.passive and verb.index < a:
        return _first_subject(items, verb.head, passive=True)
    return _first_subject(items, min(verb.head, a) if verb.index > a else verb.head)


def _first_subject(items: list[Item], end: int, *, passive: bool = False) -> Item | None:
    weak = None
    for k in range(end - 1, -1, -1):
        item = items[k]
        if item.low in _PLAIN_STOP:
            break
        if item.kind != "party" or _modifies(items, k):
            continue
        if opens_subject(items, k):
            return item
        if weak is None and not passive and k and items[k - 1].low not in ("to", "for", "against", "in", "at", "on", "with"):
            weak = item if item.head in ("government", "office", "org") else None
    return weak


def _modifies(items: list[Item], k: int) -> bool:
    """Whether the party at `k` only modifies a noun ("Ukrainian refugees", "Ukraine aid")."""
    item = items[k]
    after = items[k + 1] if k + 1 < len(items) else None
    if item.party is None or item.head:
        return False
    if item.party.form == "demonym":
        return after is not None and not is_verb(items, k + 1) and after.low not in BE and after.kind != "mark" and not item.low.endswith("s")
    return after is not None and after.low == "'s" and not _own_gift(items, k)


def _own_gift(items: list[Item], k: int) -> bool:
    return any(item.has("noun", "give") for item in items[k + 2 : k + 6])


def _leftmost(items: list[Item], a: int) -> Item | None:
    """Without a verb, the first party that opens the sentence ("Germany: 5m")."""
    for k in range(a):
        if items[k].kind == "party" and opens_subject(items, k) and not _modifies(items, k):
            return items[k]
    return None


def _demonym(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """ "a 2.7-billion-euro German package", "Dutch aid worth 5m"."""
    low, high = min(a, noun.index if noun else a), max(a, noun.index if noun else a)
    for k in range(max(low - 4, 0), high + 1):
        party = items[k].party
        if party is not None and (party.form == "demonym" or party.kind == "body") and k != a:
            behind = items[k - 1].low if k else ""
            if behind not in ("to", "for", "in", "by", "against", "at", "with"):
                return items[k]
    return None


def _speaker(items: list[Item], a: int) -> Item | None:
    """The office-holder who speaks, where the clause names no giver of its own."""
    offices = [i for i in items if i.kind == "party" and i.head in ("office", "government") and not (i.anaphor and not i.name)]
    del a
    return offices[0] if offices else None


def carried(sentence: Sentence, reader: Reader) -> Found | None:
    """The giver of the sentences before, for a sentence that names none ("The aid is worth 5m")."""
    for earlier in reader.before(sentence, limit=4):
        items = reader.items(earlier)
        gift = any(item.has("verb", "give") or item.has("noun", "give") for item in items)
        if not gift:
            continue
        for k, item in enumerate(items):
            if item.kind == "party" and not item.anaphor and opens_subject(items, k) and not _modifies(items, k):
                party = party_of(item, items, earlier, reader)
                if party is not None and party.kind != "place":
                    return Found(party, item, "carried")
    return None
