"""What governs an amount: the verb, the noun beside it, and who does the verb.

There is no parser here. A clause is read outward from the amount: the noun it
is attached to ("a loan of ...", "... in damage"), the nearest verb on its left
that is not across a hard boundary, or the passive on its right. Good for the
short, regular sentences that report money; relative clauses within relative
clauses are beyond it.
"""

import re
from dataclasses import dataclass

from analysis.money.text.items import Item
from analysis.money.text.own_clause import own_start, unknown_verb
from analysis.money.text.verbs import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, Verb, is_verb, verb_at
from analysis.money.text.words import Cue

# What opens a clause of its own behind an amount ("... will be paid as soon as parliament ratifies").
_SUBORDINATE = frozenset(["once", "when", "if", "unless", "until", "because", "soon"])
_BREAKS = frozenset([";", "while", "whereas", "but", "although", "though", "–", "—", "•"])


@dataclass(slots=True)
class Noun:
    """The noun an amount is attached to."""

    index: int
    cue: Cue
    side: str  # left right


def attached_noun(items: list[Item], a: int) -> Noun | None:
    """Give the noun that the amount at `a` counts: "... in aid", "a loan of ...", "... fine"."""
    right = _right_noun(items, a)
    left = _left_noun(items, a)
    if left is not None and left.cue.sense == "reason" and (right is None or right.cue.sense != "reason"):
        return left
    return right or left


def _right_noun(items: list[Item], a: int) -> Noun | None:
    i = a + 1
    if i < len(items) and items[i].low == "(":  # a conversion that the amount did not take in
        return None
    if i < len(items) and items[i].low == "-":
        i += 1
    if i < len(items) and items[i].low == "worth":
        i += 1
    if i < len(items) and items[i].low in ("in", "of"):
        i += 1
    found = None
    for k in range(i, min(i + 8, len(items))):
        item = items[k]
        if item.kind == "amount" or (item.low in PREPOSITIONS and item.low != "of"):
            break
        if item.low == "of" and found is not None and k + 1 < len(items) and _of_goods(items[k + 1]):
            return Noun(k + 1, _goods_cue(items[k + 1]), "right")  # "a package of weapons"
        if item.low in (",", ".", ";", ":", ")", "and", "or", "that", "which", "of") and (found or item.low != ","):
            break
        if found is not None and item.low in DETERMINERS:  # "a 5m grant accompanies the loan"
            break
        if item.has("noun") and not is_verb(items, k):
            found = Noun(k, _noun_cue(item), "right")
        elif is_verb(items, k) or item.low in BE or item.low in MODALS or item.low in HAVE:
            break
    return found


def _of_goods(item: Item) -> bool:
    return any(cue.value == "in_kind" for cue in item.cues)


def _goods_cue(item: Item) -> Cue:
    return next(cue for cue in item.cues if cue.value == "in_kind")


_BRIDGES = frozenset(
    """of worth totalling totaling valued at to amounting equivalent estimated is was are were reached reach reaching
    about around some up over nearly almost the a an additional another exceeding exceeds total further sum amount
    approximately ( : costing for value which currently more than equal stood stands come comes came amounts amounted
    """.split()
)


_STATED = re.compile(
    r"(?:in excess of|upwards? of|of|estimated|put at|worth|exceeding|totall?ing|in the region of)\b", re.IGNORECASE
)


def _left_noun(items: list[Item], a: int) -> Noun | None:
    k, bridged = a - 1, False
    if items[k].has("noun", "reason") and _STATED.match(items[a].text) and not is_verb(items, k):
        return Noun(k, _noun_cue(items[k]), "left")  # "a bill in excess of 5m": the bridge is read with the amount
    if items[k].low.endswith(" for") and items[k].has("noun", "reason"):
        return Noun(k, _noun_cue(items[k]), "left")
    if k > 0 and items[k].low == "for" and items[k - 1].has("noun") and _noun_cue(items[k - 1]).value == "request":
        return Noun(k - 1, _noun_cue(items[k - 1]), "left")  # "an appeal for 900 million"
    if k > 0 and items[k].low in (",", "—") and items[k - 1].has("noun", "give"):  # "Japan's share, 4 billion yen,"
        return Noun(k - 1, _noun_cue(items[k - 1]), "left")
    while k >= 0 and a - k < 9 and not items[k].has("noun", "reason"):
        agent = items[k].kind == "party" and bridged and k and items[k - 1].low in ("by", "from", "the")
        by = items[k].low in ("by", "from")
        led = (by and (items[k + 1].kind == "party" or items[k + 1].low == "the")) or items[k].low == "the"
        if not (items[k].low in _BRIDGES or led or agent):
            break
        bridged = True
        k -= 1
    if k < 0 or not bridged:
        return None
    if not items[k].cues and k > 1 and items[k - 1].low == "and" and items[k - 2].has("noun", "give"):
        k -= 2  # "pledges and deals worth 5m"
    if items[k].has("noun") and not is_verb(items, k):
        of_noun = _of_chain(items, k)
        return Noun(of_noun, _noun_cue(items[of_noun]), "left")
    return None


def _of_chain(items: list[Item], k: int) -> int:
    """Give the head of "the value of the support package": the noun before "of", where it says more."""
    for j in range(k - 1, max(k - 5, 0), -1):
        if items[j].low == "of" and items[j - 1].has("noun", "reason"):
            return j - 1
        if items[j].low in PREPOSITIONS or items[j].kind in ("amount", "mark"):
            break
    return k


def _noun_cue(item: Item) -> Cue:
    """Give a noun's reading; where it has both, a reason says more than "support"."""
    found = item.cue("noun", "reason") or item.cue("noun")
    assert found is not None
    return found


def governing_verb(items: list[Item], a: int) -> Verb | None:
    """Give the verb whose object or subject the amount at `a` is."""
    left = _left_verb(items, a)
    right = _right_verb(items, a)
    if right is not None and (left is None or _is_subject(items, a, left.index)):
        return right
    return left


def _left_verb(items: list[Item], a: int) -> Verb | None:
    fallback = None
    aside = _asides(items, a)
    for k in range(a - 1, own_start(items, a) - 1, -1):
        if items[k].low in _BREAKS:
            break
        if k in aside:
            continue
        verb = verb_at(items, k)
        if verb is None or (k == 0 and _opening_phrase(items, a)):
            continue
        if (items[k].low in ("valued", "estimated", "costing") and items[k - 1].low in (",", "(")) or items[
            k
        ].low == "valued":
            continue
        if verb.cue.sense in ("speech", "chain"):
            fallback = fallback or (verb if verb.cue.sense == "chain" and verb.cue.value == "denied" else None)
            continue
        return verb
    return fallback or unknown_verb(items, a)


_RELATIVES = frozenset(["which", "who", "whose", "where"])


def _asides(items: list[Item], a: int) -> frozenset[int]:
    """Give the items of clauses that close before the amount ("is buying Kestrel, which provides pumps, for 5m").

    Only what a preposition of price or a verb follows is closed: "which gave,
    among others, 5m" goes on.
    """
    inside: set[int] = set()
    for k in range(a - 3):
        if items[k].low == "," and items[k + 1].low in _RELATIVES:
            end = next((j for j in range(k + 2, a) if items[j].low == ","), None)
            if end is None or end + 1 >= a or end - k < 5:
                continue
            closes = items[end + 1].low in ("for", "at") or items[end + 1].low in BE | HAVE | MODALS
            if closes or is_verb(items, end + 1):
                inside.update(range(k, end + 1))
    return frozenset(inside)


def _opening_phrase(items: list[Item], a: int) -> bool:
    """Read "Supporting the roads, Kestrel Bank closed a loan of 5m": what opens the sentence rules no amount."""
    comma = next((k for k in range(1, a) if items[k].low == ","), a)
    behind = comma + 2 if comma + 1 < a and items[comma + 1].low == "the" else comma + 1
    return items[0].low.endswith("ing") and behind < a and items[behind].kind == "party"


def _right_verb(items: list[Item], a: int) -> Verb | None:
    leaning = None  # "the 100 million announced in Vilnius had been paid": the finite verb rules
    for k in range(a + 1, min(a + 16, len(items))):
        if items[k].low in _BREAKS or items[k].low in _SUBORDINATE or items[k].kind == "amount":
            break
        verb = verb_at(items, k)
        if verb is None or verb.cue.sense in ("speech", "chain"):
            continue
        if (
            not verb.aux
            and items[k + 1 : k + 2]
            and items[k + 1].low in ("in", "by", "last", "at", "on", "earlier")
            and leaning is None
        ):
            leaning = verb
            continue
        if verb.passive or verb.cue.value in ("conditional",) or _subject_verb(items, a, k):
            return verb
        if items[k - 1].low != "to":
            break
    return leaning


def _subject_verb(items: list[Item], a: int, k: int) -> bool:
    """Whether the verb at `k` may have the amount as its subject ("the 5m will go to")."""
    return not any(
        item.kind == "party" and not item.donors for item in items[a + 1 : k] if item.low not in PREPOSITIONS
    )


def _is_subject(items: list[Item], a: int, left: int) -> bool:
    """Whether a new clause opens between the verb at `left` and the amount at `a`."""
    between = items[left + 1 : a]
    return any(
        item.low in ("which", "who", "while", "but", "as", "because", "that")
        or (
            item.low == ","
            and j + 1 < len(between)
            and between[j + 1].low in ("and", "with", "a", "the", "another", "some")
        )
        or (item.low == "and" and j + 2 >= len(between) and j > 0)
        for j, item in enumerate(between)
    )


def nearest_reason(items: list[Item], a: int) -> Cue | None:
    """Give the reason word nearest to the amount at `a` within its clause; None where there is none."""
    best: tuple[int, Cue] | None = None
    for step in (-1, 1):
        k = a + step
        while 0 <= k < len(items) and items[k].low not in _BREAKS and abs(k - a) <= 12:
            if items[k].kind == "amount" or (items[k].low == "and" and step == 1):
                break
            cue = items[k].cue("noun", "reason") if not is_verb(items, k) else items[k].cue("verb", "reason")
            if cue is not None and (best is None or abs(k - a) < best[0]):
                best = (abs(k - a), cue)
                break
            k += step
    return best[1] if best is not None else None


def valued(items: list[Item], a: int) -> bool:
    """Read "put the bill at 5m", "estimated at 5m": a figure set on a thing, not given."""
    k = a - 1
    while k >= 0 and a - k < 4 and items[k].low in ("about", "around", "some", "the", "between", "a", "more", "than"):
        k -= 1
    if k < 1 or items[k].low != "at":
        return False
    return any(item.low in _VALUERS for item in items[max(0, k - 14) : k])


_VALUERS = frozenset(
    "put puts putting estimate estimates estimated reckon reckons reckoned calculate calculated set sets".split()
)
