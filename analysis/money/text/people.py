"""Givers who are told by what they are: "readers of the paper", "the women's league", "Cork parishioners".

No register holds them. They give only by a verb of giving of their own; the id
is made of the words that name them.
"""

from functools import cache

from analysis.money.text.items import Item, made, phrase_text
from analysis.money.text.parties import Party
from analysis.money.text.slugs import slug
from analysis.money.text.verbs import DETERMINERS, Verb, before_verb
from analysis.money.text.words import is_adverb, vocabulary

_GIVES = ("gave", "give", "donat", "sent", "send", "hand", "contribut", "pledg", "wire", "bequeath")
_COLLECTS = ("rais", "collect", "fundrais", "gather")
_AT = frozenset(["in", "from", "of"])
_REACH = 4  # items between the group and the place that describes it


@cache
def _groups() -> frozenset[str]:
    return frozenset(vocabulary()["givers"]["groups"])


@cache
def _events() -> frozenset[str]:
    return frozenset(vocabulary()["givers"]["events"])


def collects_for(items: list[Item], a: int, verb: Verb) -> bool:
    """Whether the verb collects the amount at `a` for somebody ("a concert raised 9,000 euros for Mali")."""
    behind = items[a + 1].low if a + 1 < len(items) else ""
    raises = items[verb.index].low.startswith(_COLLECTS) and not verb.passive and verb.index < a
    return raises and behind in ("for", "to", "towards", "toward")


def group_giving(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Give the group of people that is the subject of a verb of giving before the amount at `a`; None without one."""
    if verb is None or verb.passive or verb.index > a:
        return None
    collects = collects_for(items, a, verb)
    if not collects and not items[verb.index].low.startswith(_GIVES):
        return None
    heads = _groups() | _events() if collects else _groups()
    last = before_verb(items, verb.head)
    while last >= 0 and is_adverb(items[last].low):
        last -= 1
    head = next((k for k in range(last, max(last - _REACH, -1), -1) if items[k].low in heads), None)
    if head is None or (head < last and items[head + 1].low not in _AT):
        return None
    first = head
    while first > 0 and _describes(items[first - 1]):
        first -= 1
    item = made(items, first, head, None, head="org", name=phrase_text(items, first, head))
    item.party = Party(slug(item.text), slug(item.text), "body", "name", "person", item.text)
    return item


def _describes(item: Item) -> bool:
    """Whether a word before a group is part of its name ("Dutch Reformed women's", "Safaricom")."""
    if item.low in DETERMINERS or item.low in ("and", "or", "but", "that", ",", ";", ":"):
        return False
    return item.kind == "party" or item.text[:1].isupper() or item.low in ("'s", "women", "football", "church", "youth")
