"""Who gives: the subject of the giving verb, its agent, or the possessor of the gift."""

from dataclasses import dataclass

from analysis.corpus.sentences import Sentence
from analysis.money.clauses import PREPOSITIONS, Noun, opens_subject
from analysis.money.items import Item
from analysis.money.parties import Party
from analysis.money.reader import Reader
from analysis.money.resolve import home, party_of
from analysis.money.verbs import BE, Verb, is_verb

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
    listed = _respectively(items, a, verb)
    ways = [
        (listed, "listed"),
        (_gap(items, a) if listed is None else None, "gap"),
        (None if _lets_go(items, verb) else _possessor(items, a, noun), "possessor"),
        (_promiser(items, verb), "agent"),
        (_agent(items, a, verb, noun), "agent"),
        (_maker(items, noun), "subject"),
    ]
    moves = verb is not None and verb.index > a and not verb.passive  # "5m will go to", "5m reached"
    if moves or (verb is not None and verb.cue.sense == "receive" and not verb.passive):
        ways.append((None, ""))
    else:
        ways += [(item, "subject") for item in _subjects(items, a, verb)]
    ways.append((_demonym(items, a, noun), "possessor"))
    ways.append((_speaker(items, a), "speaker"))
    for item, how in ways:
        if item is None:
            continue
        party = party_of(item, items, sentence, reader)
        if party is not None and party.level == "person" and (_announces(items, verb) or _announcer(items, item)):
            party = home(reader) or party
        if party is not None:
            return Found(party, item, how)
    return None


def _lets_go(items: list[Item], verb: Verb | None) -> bool:
    """Whether the verb forgives: the debt is the receiver's, not the giver's."""
    return verb is not None and items[verb.index].low.startswith(("cancel", "forg", "waiv", "writ", "wrote"))


def _announces(items: list[Item], verb: Verb | None) -> bool:
    """Whether the verb is one of saying: who announces a gift need not be who pays."""
    return verb is not None and items[verb.index].low.startswith(("announc", "unveil"))


def _announcer(items: list[Item], item: Item) -> bool:
    """Read "the 5m announced by Ida Lund"."""
    k = items.index(item)
    return k > 1 and items[k - 1].low == "by" and items[k - 2].low in ("announced", "unveiled")


def _respectively(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Read "France and Britain promised 50m and 45m respectively": the giver of the same rank."""
    if not any(item.low == "respectively" for item in items):
        return None
    run = run_of(items, a, "amount")
    end = min(run[0], verb.head) if verb is not None else run[0]
    names = [k for k in range(end) if items[k].kind == "party" and opens_subject(items, k)]
    for k in names:
        parties = run_of(items, k, "party")
        if len(parties) == len(run) > 1:
            return items[parties[run.index(a)]]
    return None


def run_of(items: list[Item], k: int, kind: str) -> list[int]:
    """Give the items of a kind coordinated with the one at `k`."""
    found = [k]
    for step in (-1, 1):
        j = k + step
        while 0 <= j < len(items) and (items[j].kind == kind or items[j].low in (",", "and", "the")):
            if items[j].kind == kind:
                found.append(j)
            j += step
    return sorted(found)


def _gap(items: list[Item], a: int) -> Item | None:
    """Read "Germany pledged 90 million, Italy 40 million": the verb is understood."""
    k = a - 1
    while k >= 0 and items[k].low in (
        "another",
        "a",
        "some",
        "about",
        ":",
        "with",
        "further",
        "around",
        "(",
        "–",
        "-",
        "—",
    ):
        k -= 1
    lead = k - 1
    while lead >= 0 and items[lead].low in ("the", "its"):
        lead -= 1
    if k < 0 or items[k].kind != "party" or items[k].anaphor or _bare_demonym(items[k]):
        return None
    between = items[k + 1 : a]
    if k == 0:
        return items[k] if between and between[0].low in (":", "(", "–", "—", "with") else None
    before = items[max(lead, 0)]
    earlier = any(item.kind == "amount" for item in items[:k])
    if (before.low in (",", ";", ":", "and", "while", "–") and (earlier or before.low == ":")) and opens_subject(
        items, k
    ):
        return items[k]
    return None


def _bare_demonym(item: Item) -> bool:
    """Read "Danish", but not "the Danes"."""
    return item.party is not None and item.party.form == "demonym" and not item.head and not item.low.endswith("s")


def _possessor(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """Read "Canada's C$500 million", "Norway's pledge of 10m", "its 5m grant"."""
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
    """Read "pledged by Japan", "a loan of 5m from the EBRD", "a guarantee by Britain (5m)"."""
    start = min(a, noun.index if noun is not None else a)
    if verb is not None and verb.passive and verb.index < a:
        start = min(start, verb.index)
    last = max(a, verb.index if verb is not None else a, noun.index if noun is not None else a)
    for k in range(start + 1, min(last + 12, len(items))):
        item = items[k]
        if item.low in _PLAIN_STOP or (item.kind == "amount" and k > a):
            break
        if item.low in ("by", "from") and k + 1 < len(items) and _belongs(items, k, a, verb, noun):
            found = _object(items, k + 1)
            if found is not None:
                return found
    return None


def _promiser(items: list[Item], verb: Verb | None) -> Item | None:
    """Read "the agreement by G7 leaders to provide 5m": whose giving it is, whoever speaks of it."""
    if verb is None or verb.head < 3 or items[verb.head - 1].low != "to" or items[verb.head - 2].kind != "party":
        return None
    before = [item.low for item in items[max(0, verb.head - 4) : verb.head - 2]]
    return items[verb.head - 2] if before[-1:] == ["by"] or before == ["by", "the"] else None


def _maker(items: list[Item], noun: Noun | None) -> Item | None:
    """Read "the 54 billion commitment the EU made": who made it."""
    if noun is None or noun.side != "right":
        return None
    k = noun.index + 1
    while k < len(items) and items[k].low in ("the", "that", "which"):
        k += 1
    made = k + 1 < len(items) and items[k].kind == "party" and (is_verb(items, k + 1) or items[k + 1].low == "made")
    return items[k] if made else None


def _belongs(items: list[Item], k: int, a: int, verb: Verb | None, noun: Noun | None) -> bool:
    """Whether "by" or "from" at `k` hangs on the amount, its noun or its verb, not on another verb."""
    for j in range(k - 1, -1, -1):
        if j == a or (noun is not None and j == noun.index) or (verb is not None and j == verb.index and verb.passive):
            return True
        if items[j].has("verb", "give", "receive") and is_verb(items, j):
            return items[k].low == "from" or j == k - 1
        if (
            items[j].low.endswith(("ed", "ing"))
            or items[j].low in _PARTICIPLES
            or is_verb(items, j)
            or items[j].low in (",", "that", "which")
        ):
            return False
    return False


# Irregular participles that take a "by" of their own ("farmers hit by Russia's war").
_PARTICIPLES = frozenset("hit struck torn led run built made held driven taken written overseen left lost".split())


def _object(items: list[Item], k: int) -> Item | None:
    """Give the party that a preposition at `k - 1` governs."""
    while k < len(items) and items[k].low in ("the", "a", "an", "its", "both", "their", "our"):
        k += 1
    if k >= len(items) or items[k].kind != "party":
        return None
    party = items[k].party
    if party is not None and party.form == "demonym" and not items[k].head:
        return items[k] if k + 1 < len(items) and items[k + 1].low in ("taxpayers", "companies", "donors") else None
    return items[k]


def _subjects(items: list[Item], a: int, verb: Verb | None) -> list[Item]:
    """Parties left of the verb that stand as subjects, nearest first; without a verb, from the start."""
    if verb is None:
        return [item for k, item in enumerate(items[:a]) if _stands(items, k)]
    end = min(verb.head, a)
    strong, weak = [], []
    for k in range(end - 1, -1, -1):
        item = items[k]
        if item.low in _PLAIN_STOP:
            break
        if _stands(items, k):
            strong.append(item)
        elif item.kind == "party" and item.head in ("government", "office", "org") and not verb.passive:
            weak += [item] if k and items[k - 1].low not in _OBLIQUE else []
    return strong + weak


_OBLIQUE = frozenset(["to", "for", "against", "in", "at", "on", "with"])


def _stands(items: list[Item], k: int) -> bool:
    if items[k].kind != "party" or _modifies(items, k) or not _acts(items, k):
        return False
    return opens_subject(items, k) or _leads_relative(items, k)


def _leads_relative(items: list[Item], k: int) -> bool:
    """Read "a country like Germany, which has offered 8 billion": the clause is about it."""
    after = [item.low for item in items[k + 1 : k + 3]]
    return after[:1] in (["which"], ["who"]) or after in ([",", "which"], [",", "who"])


def _acts(items: list[Item], k: int) -> bool:
    """Whether a name that no register lists is followed by what it does; a title or a heading is not."""
    after = items[k + 1] if k + 1 < len(items) else None
    if items[k].low == "it" and after is not None and after.low in BE:  # "it's the sixth package": a dummy
        return k + 2 < len(items) and (items[k + 2].has("verb") or items[k + 2].low.endswith(("ing", "ly")))
    if items[k].head not in ("human", "org") or items[k].party is not None:
        return True
    if after is None or len(items[k].text.split()) > 6:
        return False
    return after.low in BE or after.low in _DOING or is_verb(items, k + 1) or after.low.endswith("ly")


_DOING = frozenset(["has", "have", "had", "will", "would", ",", "'s", "also", "is", "on", "said", "which", "who"])


def _modifies(items: list[Item], k: int) -> bool:
    """Whether the party at `k` only modifies a noun ("Ukrainian refugees", "Ukraine aid")."""
    item = items[k]
    after = items[k + 1] if k + 1 < len(items) else None
    if item.party is None or item.head:
        return False
    if item.party.form == "demonym":
        return (
            after is not None
            and not is_verb(items, k + 1)
            and after.low not in BE
            and after.kind != "mark"
            and not item.low.endswith("s")
        )
    return after is not None and after.low == "'s" and not _own_gift(items, k)


def _own_gift(items: list[Item], k: int) -> bool:
    return any(item.has("noun", "give") for item in items[k + 2 : k + 6])


def _demonym(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """Read "a 2.7-billion-euro German package", "Dutch aid worth 5m"."""
    low, high = min(a, noun.index if noun else a), max(a, noun.index if noun else a)
    for k in range(max(low - 4, 0), high + 1):
        party = items[k].party
        body = party is not None and party.kind == "body" and party.id != "various"
        if party is not None and (party.form == "demonym" or body) and k != a:
            behind = items[k - 1].low if k else ""
            if behind not in ("to", "for", "in", "by", "against", "at", "with"):
                return items[k]
    return None


def _speaker(items: list[Item], a: int) -> Item | None:
    """Give the office-holder who speaks, where the clause names no giver of its own."""
    for k, item in enumerate(items):
        if item.kind != "party" or item.head not in ("office", "government") or (item.anaphor and not item.name):
            continue
        after = next((i for i in items[k + 1 : k + 4] if i.kind == "word" and not i.low.endswith("ly")), None)
        before = items[k - 1] if k else None
        speaks = any(i is not None and i.has("verb", "speech", "give", "chain") for i in (after, before))
        if speaks or k == 0:
            return item
    return None


def carried(sentence: Sentence, reader: Reader) -> Found | None:
    """Give the giver of the sentences before, for a sentence that names none ("The aid is worth 5m")."""
    weak = None
    scene = reader.topic()
    for earlier in reader.before(sentence, limit=4):
        items = reader.items(earlier)
        if not reader.goes_on(earlier, sentence):
            continue
        if not any(item.has("verb", "give", "weak", "chain") or item.has("noun", "give") for item in items):
            continue
        for k, item in enumerate(items):
            if not _stands(items, k) or item.anaphor:
                continue
            party = party_of(item, items, earlier, reader)
            if party is None or party.kind == "place" or party.id == "various" or party.level == "person":
                continue
            if party.id != scene:
                return Found(party, item, "carried")
            weak = weak or Found(party, item, "carried")
    return weak


def may_carry(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> bool:
    """Whether the clause leaves its giver to the sentences before, rather than having a doer of its own.

    "The grant will be spread over two years" and "It is worth 5m" do; "Insurers
    expect to pay 5m" has a doer, who is no known party.
    """
    if verb is None or verb.passive:
        gift = noun is not None and noun.cue.sense == "give"
        return gift or (verb is not None and verb.cue.sense == "give") or any(i.has("noun", "give") for i in items[:a])
    before = items[: min(verb.head, a)]
    words = [item for item in before if item.kind in ("word", "party") and item.low not in PREPOSITIONS]
    if not words:
        return True
    return any(item.has("noun", "give") or item.anaphor or item.has("head") for item in words[-5:])
