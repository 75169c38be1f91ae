"""Verbs that an amount stands inside: "make 5 million euros available", "set 5m aside".

The vocabulary holds "make available" as one phrase. Where the amount parts its
words, the verb is given the readings of the whole.
"""

from functools import cache

from analysis.money.text.items import Item
from analysis.money.text.verbs import PREPOSITIONS
from analysis.money.text.words import Cue, cue_index

_REACH = 5  # items from the verb to the amount
_TAIL = 4  # items from the amount to the particle ("5 million euros in grants available")
# What may stand apart from its verb; "in" and "up" only at once behind the amount.
_FAR = frozenset(["available", "aside", "forward"])
_NEAR = frozenset(["up", "over", "out", "in", "down"])


def with_split_verbs(items: list[Item]) -> list[Item]:
    """Give `items` with the readings of a phrase on its first word, where an amount stands inside the phrase."""
    for a, item in enumerate(items):
        if item.kind != "amount":
            continue
        particle = _particle(items, a)
        if particle:
            _mark(items, a, particle)
    return items


def _particle(items: list[Item], a: int) -> str:
    """Give the word behind the amount at `a` that may belong to its verb; empty where there is none."""
    for k in range(a + 1, min(a + 1 + _TAIL, len(items))):
        word = items[k]
        if word.low in _FAR or (k == a + 1 and word.low in _NEAR and not _governs(items, k)):
            return word.low
        if word.kind in ("amount", "mark"):
            break
    return ""


def _governs(items: list[Item], k: int) -> bool:
    """Whether the word at `k` is a preposition with an object ("5 million in grants")."""
    after = items[k + 1] if k + 1 < len(items) else None
    if after is None or items[k].low not in PREPOSITIONS:
        return False
    return not (after.kind == "mark" or after.low in PREPOSITIONS)


def _mark(items: list[Item], a: int, particle: str) -> None:
    for k in range(a - 1, max(a - 1 - _REACH, -1), -1):
        readings = _split().get((items[k].low, particle))
        if readings is not None:
            items[k].cues = readings
            return
        if items[k].kind in ("amount", "mark"):
            return


@cache
def _split() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Give the readings of every verb phrase of two words whose second may stand apart."""
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for entries in cue_index().values():
        for key, readings in entries:
            verbs = tuple(cue for cue in readings if cue.pos == "verb")
            if len(key) == 2 and key[1] in _FAR | _NEAR and verbs:
                found[key[0], key[1]] = verbs
    return found
