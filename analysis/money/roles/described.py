"""Givers who are told by what they are, in small letters: "a retired bus driver", "the dockers' union".

No register holds them and no capital tells them. A phrase whose head is a person or a body
gives as the subject of the verb, or behind "by" or "from"; the id is made of its words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.money.text.doer_phrases import is_verbal
from analysis.money.text.items import Item, is_name, made, phrase_text
from analysis.money.text.parties import Party
from analysis.money.text.slugs import slug
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_verb
from analysis.money.text.words import is_adverb, plural, vocabulary

_LONGEST = 8  # items that describe a head before it
_BEHIND = 12  # items that describe it behind: "in Leeds", "of the village school"
_JOINS = frozenset("and or but nor that which who whom whose while when where as if because so though although".split())
_OPEN_MARKS = frozenset(["-", "'", "’", "'s"])
_NOBODY = frozenset(["no", "every", "each", "any"])
_ANONYMOUS = frozenset(["anonymous", "unnamed", "unidentified", "nameless", "mystery"])
_OPENING = DETERMINERS | {"my", "your"}
_KEPT = frozenset(["women", "men", "children", "people"])  # "the women's league"
_PLACING = frozenset(["of", "in", "from", "at"])
_DESCRIBING = _PLACING | frozenset(["on", "near", "with", "across", "around", "outside"])
_PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "there", "what"])
_DEFINITE = DETERMINERS - {"a", "an", "some", "both"}
SMALL = frozenset(
    """also then now never once still together today yesterday tomorrow this last himself herself itself themselves
    alone all both not did does do""".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of some items: where it opens, its first word behind determiners, its head, the item behind it."""

    opening: int
    start: int
    head: int
    end: int
    level: str
    name: tuple[int, int] | None = None  # where it is named behind a comma ("a Kotka bakery, Lehto & Son, gave")


@cache
def _levels() -> dict[str, str]:
    """Give the level of every noun that may head a description, in its singular and its plural."""
    found: dict[str, str] = {}
    for level in ("person", "foundation", "company"):
        for noun in vocabulary()["described"][level]:
            for form in (noun, plural(noun)):
                found.setdefault(form, level)
    return found


@cache
def _vague() -> frozenset[str]:
    """Give the nouns that tell nobody apart without a word beside them."""
    return frozenset(vocabulary()["described"]["vague"])


@cache
def _stands_for() -> frozenset[str]:
    """Give the nouns that, with "the" alone, stand for somebody named before."""
    given = vocabulary()["givers"]
    return frozenset([*given["makers"], *given["various"], *vocabulary()["described"]["resumed"]])


def is_description(words: str) -> bool:
    """Whether the words that tell a giver are no name.

    >>> is_description("widow in Cork"), is_description("Cork Widows Trust")
    (True, False)
    """
    return any(word in _levels() for word in words.split())


_QUARTERS = frozenset("Co County New North South East West Upper Lower Saint St Isle".split())


def may_be_place(name: str) -> bool:
    """Whether a name behind that of a town may say where this lies: one word, or with a word of a region before it.

    >>> [may_be_place(name) for name in ("Indiana", "Co Mayo", "Ida Lund")]
    [True, True, False]
    """
    words = name.split()
    return len(words) == 1 or (words[0] in _QUARTERS and len(words) == 2)


def phrases(items: list[Item]) -> Iterator[Phrase]:
    """Give the noun phrases of a sentence that may tell a giver, in their order."""
    levels = _levels()
    for k, item in enumerate(items):
        level = levels.get(item.low) if item.kind == "word" else None
        if level is not None and (not item.text[0].isupper() or _opens_line(items, k)):
            phrase = _phrase(items, k, level)
            if phrase is not None:
                yield phrase


def _opens_line(items: list[Item], k: int) -> bool:
    """Whether a capital at `k` only opens a sentence, a heading or what stands behind a dateline."""
    first = k
    while first > 0 and items[first - 1].kind == "word" and items[first - 1].text.islower():
        first -= 1
    return first == k and (k == 0 or items[k - 1].low in (":", "–", "—", "-", "“", '"', "•", "*"))


def _phrase(items: list[Item], k: int, level: str) -> Phrase | None:
    """Give the phrase whose head is the word at `k`; None where that only describes another noun, or nobody."""
    if k + 1 < len(items) and not may_follow(items, k + 1):
        return None
    start = k
    while start > 0 and k - start < _LONGEST and _describes(items, start - 1):
        start -= 1
    opening = start
    while opening > 0 and items[opening - 1].low in _OPENING:
        opening -= 1
    phrase = Phrase(opening, start, k, _end(items, k + 1), level)
    return phrase if _tells(items, phrase) else None


def _tells(items: list[Item], phrase: Phrase) -> bool:
    """Whether a phrase tells somebody by what they are, and does not stand for somebody named before."""
    before = {items[n].low for n in range(phrase.opening, phrase.start)}
    acts = phrase.start and items[phrase.start].has("verb") and items[phrase.start - 1].low in ("and", "to", "or")
    if before & _NOBODY or acts:  # "to build homes and help families"
        return False
    if phrase.start < phrase.head or phrase.end > phrase.head + 1:
        return True
    word = items[phrase.head].low
    bare = not before or bool(before & _DEFINITE)
    return word not in _vague() and not (bare and (phrase.level == "company" or word in _stands_for()))


def may_follow(items: list[Item], k: int) -> bool:
    """Whether the item at `k` leaves the noun before it the head: a verb, a preposition, a mark, no other noun."""
    item = items[k]
    if item.kind != "word":
        return item.kind != "party" and item.low not in _OPEN_MARKS
    if item.low in PREPOSITIONS or item.low in _JOINS or item.low in AUXILIARIES or is_verb(items, k):
        return True
    return item.low.endswith("ed") or is_adverb(item.low) or item.low in SMALL or item.low[0].isdigit()


def _describes(items: list[Item], k: int) -> bool:
    """Whether the item at `k` is part of what describes a noun behind it."""
    item = items[k]
    if item.kind == "amount" or item.low in _OPENING or item.low in PREPOSITIONS or item.low in _JOINS:
        return False
    if item.kind == "mark":
        joined = k > 0 and items[k - 1].end == item.start
        return item.low == "'s" or (joined and item.low in _OPEN_MARKS)
    if item.kind == "party":
        return not item.anaphor or items[k + 1].low == "'s"
    small = item.low in AUXILIARIES or item.low in _PRONOUNS or is_adverb(item.low)
    return not (small or is_verb(items, k))


def _end(items: list[Item], k: int) -> int:
    """Give where the words that describe a head behind it end ("in Leeds", "of the village school")."""
    end = k
    if end >= len(items) or items[end].low not in _DESCRIBING:
        return end
    while end < len(items) and end - k < _BEHIND:
        item = items[end]
        joins = item.low in _JOINS and not (item.low == "and" and _pairs(items, end))
        if item.kind == "amount" or item.low in AUXILIARIES or joins or is_verbal(items, end):
            break
        if item.kind == "mark" and item.low not in _OPEN_MARKS:
            break
        end += 1
    return end


def _pairs(items: list[Item], k: int) -> bool:
    """Read "in Cork and Kerry": an "and" between two places."""
    around = [items[j] for j in (k - 1, k + 1) if 0 <= j < len(items)]
    return len(around) == 2 and all(item.kind == "party" or is_name(item) for item in around)


def party_told(items: list[Item], phrase: Phrase) -> tuple[Party, Item]:
    """Give a description as a party, and its words as one item."""
    start, end = phrase.start, _placed(items, phrase)
    words = items[start : end + 1]
    if phrase.name is not None:
        start, end = phrase.name[0], phrase.name[1] - 1
    item = made(items, start, end, None, head="org", name=phrase_text(items, start, end))
    if any(word.low in _ANONYMOUS for word in words):
        name = "anonymous"
    else:
        name = slug(item.text) if phrase.name is not None else description_id(item.text)
    item.party = Party(name, name, "body", "name", phrase.level, item.text)
    return item.party, item


def description_id(words: str) -> str:
    """Give the id of who is told by `words`; the mark of an owner stays where it is one person's mother or driver.

    >>> description_id("Lund's mother"), description_id("the club's players"), description_id("miners' union")
    ('lunds-mother', 'club-players', 'miners-union')
    """
    told = words.replace("’", "'").split(" ")
    last = next((word for word in reversed(told) if word in _levels()), "")
    if _levels().get(last) != "person" or last.endswith(("s", "men", "staff", "crew", "people")):
        told = [word if word[:-2].lower() in _KEPT else word.removesuffix("'s") for word in told]
    return slug(" ".join(word for word in told if word != "own"))


def _placed(items: list[Item], phrase: Phrase) -> int:
    """Give the last item of a description with the place or body that tells it apart ("of Kilkee", "in Leeds")."""
    k = _behind(items, phrase.head, phrase.end)
    party = items[k].party
    plain = k > phrase.head and (items[k].text.islower() or (party is not None and party.form == "demonym"))
    return _behind(items, k, phrase.end) if plain else k


def _behind(items: list[Item], last: int, end: int) -> int:
    """Give the last item of a preposition and what it governs behind the item at `last`, or `last` itself."""
    k = last + 1
    if k >= end or items[k].low not in _PLACING:
        return last
    k += 1
    while k < end and items[k].low in _OPENING:
        k += 1
    while k + 1 < end and items[k + 1].low not in PREPOSITIONS | SMALL:
        party = items[k].party
        place = items[k].kind == "party" and (party is None or party.form != "demonym")
        if place and items[k + 1].low.endswith(("ing", "ed")):  # "families from Zahle living abroad"
            break
        k += 1
    return min(k, end - 1)
