"""Who "it" is in "Wexo said it will give 5m": whoever says so of itself, listed or not."""

from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.slugs import slug
from analysis.money.text.verbs import HAVE, is_verb


def says_it(items: list[Item], item: Item) -> Party | None:
    """Read "Krog's Nordlak group said on Monday it had given": who says so of itself."""
    k = items.index(item)
    for v in range(k - 1, max(k - 5, 0), -1):
        if items[v].has("verb", "speech") and is_verb(items, v):
            speaker = items[v - 1]
            own = speaker.donors[0] if speaker.head == "org" and speaker.donors else None
            return own or (speaker.party if speaker.party is not None and speaker.party.kind != "person" else None)
    return None


def firm_before(items: list[Item], item: Item, before: list[Item]) -> Party | None:
    """Give the name that "it" goes back to, which is then no person ("Wexo said it will give 5m")."""
    for other in before:
        k = items.index(other) + 1
        if other.head == "human" and " " not in other.text and (is_verb(items, k) or items[k].low in HAVE):
            return _named(other)
    told_of = _told_of(items, items.index(item))
    return _named(told_of) if told_of is not None else None


def _named(item: Item) -> Party:
    return Party(slug(item.text), slug(item.text), "body", "name", "company", item.text)


def _told_of(items: list[Item], at: int) -> Item | None:
    """Give the unlisted name of "Wexo, a maker of ink, announced that it": what is told of it stands between commas."""
    verb = at - 2 if items[at - 1].low == "that" else at - 1
    if verb < _APPOSED or items[verb].low not in _TELLS or items[verb - 1].low != ",":
        return None
    for k in range(verb - 2, max(verb - _FAR, 0), -1):
        if items[k].kind == "amount" or items[k].has("verb", "give") or items[k].low == ";":
            return None
        if items[k].low == ",":
            name = items[k - 1]
            opens = k == 1 or items[k - 2].kind == "mark"
            unlisted = name.party is None and (
                name.head == "human" or (name.kind == "word" and name.text[:1].isupper())
            )
            return name if opens and unlisted and items[k + 1].low in _ARTICLES else None
    return None


_TELLS = frozenset(["announced", "announces", "said", "says", "pledged", "confirmed"])
_ARTICLES = frozenset(["a", "an", "the", "one"])
_APPOSED, _FAR = 4, 16  # items of the shortest such phrase, and of the longest
