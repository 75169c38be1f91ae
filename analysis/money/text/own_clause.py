"""The clause an amount stands in, and its verb where no vocabulary knows it.

"Finland has approved 3m, and Estonia chucks in 1m": the second sum has a
subject of its own, so the verb of the first does not govern it.
"""

from analysis.money.text.items import Item
from analysis.money.text.position import opens_subject
from analysis.money.text.subjects import takes
from analysis.money.text.verbs import AUXILIARIES, FIGURE_STARTS, HAVE, MODALS, PREPOSITIONS, Verb, is_verb
from analysis.money.text.words import Cue, is_adverb

_JOINS = frozenset(["and", ",", "while", "but", "whereas", "as", "though"])
_SMALL = frozenset("also then now still even likewise each both together jointly in turn".split())
# What may stand between an unknown verb and its object.
_BETWEEN = FIGURE_STARTS | frozenset("in up out over back down with more than least most the up to".split())
_REACH = 8  # items from a verb to its amount
_SHORTEST = 4  # letters of a word that is taken for a verb


def own_start(items: list[Item], a: int) -> int:
    """Give where the amount's own clause begins: at the last subject with a finite verb before it, or at 0."""
    for k in range(a - 1, 0, -1):
        if items[k].low == ";":
            return k
        if items[k].kind != "party" or not _joined(items, k) or not opens_subject(items, k):
            continue
        verb = _finite(items, k, a)
        if verb is not None and not (items[verb].has("verb", "speech") and _aside(items, verb)):
            return k
    return 0


_RELATIVES = frozenset(["which", "who", "whose", "where"])


def own_end(items: list[Item], a: int) -> int:
    """Give where the amount's own clause ends: before the next subject with a finite verb, or a relative clause."""
    for k in range(a + 1, len(items)):
        if items[k].low == ";":
            return k - 1
        if items[k].low in _RELATIVES and items[k - 1].low == "," and k > a + 2 and not _resumes(items, k):
            return k - 2
        if items[k].kind == "party" and k > a + 2 and _joined(items, k) and opens_subject(items, k):
            verb = _finite(items, k, len(items))
            if verb is not None and not items[verb].has("verb", "speech"):
                return k - 1
    return len(items) - 1


def _resumes(items: list[Item], k: int) -> bool:
    """Whether the main clause goes on behind the relative one at `k` ("..., which he did not name, was blocked")."""
    close = next((j for j in range(k + 1, len(items) - 1) if items[j].low == ","), None)
    return close is not None and (items[close + 1].low in AUXILIARIES or is_verb(items, close + 1))


def _joined(items: list[Item], k: int) -> bool:
    """Whether a comma or a conjunction stands before the party at `k`."""
    j = k - 1
    while j > 0 and items[j].low in ("the", "both"):
        j -= 1
    return items[j].low in _JOINS


def _aside(items: list[Item], verb: int) -> bool:
    """Read ", Norway said,": it parts no clauses."""
    return any(item.low == "," for item in items[verb + 1 : verb + 4])


def _finite(items: list[Item], k: int, a: int) -> int | None:
    """Give where the finite verb of the subject at `k` stands, known or not; None where none follows at once."""
    j, helped = k + 1, False
    if j < a and items[j].low == "'s":
        return None
    while j < a and (items[j].low in _SMALL or items[j].low in AUXILIARIES or _adverb(items[j])):
        helped = helped or items[j].low in AUXILIARIES
        j += 1
    if j >= a:
        return None
    return j if is_verb(items, j) or _may_be_verb(items[j], helped=helped) else None


def _adverb(item: Item) -> bool:
    return is_adverb(item.low) and not item.cues


def _may_be_verb(item: Item, *, helped: bool) -> bool:
    """Whether a word that no vocabulary knows has the form of a finite verb."""
    plain = item.kind == "word" and not item.cues and item.text.isalpha() and item.text.islower()
    if not plain or len(item.low) < _SHORTEST or item.low in PREPOSITIONS:
        return False
    return helped or (item.low.endswith(("s", "ed")) and not item.low.endswith(("ss", "us", "ous")))


def unknown_verb(items: list[Item], a: int) -> Verb | None:
    """Give the verb that stands between a subject and the amount at `a` and that no vocabulary knows.

    It gives only as a verb of spending does, with a receiver or a word of aid beside it.
    """
    for k in range(a - 2, max(a - 2 - _REACH, -1), -1):
        item = items[k]
        if item.kind != "party" or not opens_subject(items, k) or _describes(items, k) or takes(items, k):
            continue
        verb = _finite(items, k, a)
        brings = verb is not None and _brings(items, a)
        if verb is None or items[verb].cues or not (brings or _object_follows(items, verb, a)):
            return None
        helpers = frozenset(word.low for word in items[k + 1 : verb])
        form = "past" if items[verb].low.endswith("ed") or helpers & HAVE else "third"
        form = "base" if helpers & MODALS else form
        sense = "give" if brings else "weak"
        return Verb(verb, Cue("verb", sense, "neutral", form), False, helpers, verb, ())
    return None


def _brings(items: list[Item], a: int) -> bool:
    """Read "kicked things off with 5m for schools"."""
    k = a - 1
    while k > 0 and items[k].low in FIGURE_STARTS:
        k -= 1
    return items[k].low == "with" and a + 1 < len(items) and items[a + 1].low in ("for", "to", "towards", "toward")


def _describes(items: list[Item], k: int) -> bool:
    """Whether the party at `k` is an adjective ("Danish farmers")."""
    party = items[k].party
    return party is not None and party.form == "demonym" and not items[k].head and not items[k].low.endswith("s")


def _object_follows(items: list[Item], verb: int, a: int) -> bool:
    """Whether the amount is the object of the verb: at once, or behind the party that it is handed to."""
    return all(item.kind == "party" or item.low in _BETWEEN for item in items[verb + 1 : a])
