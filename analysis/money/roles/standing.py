"""How a party stands to an amount in its sentence, as the names of signs that are there or not.

A sign is one way in which a party stands to an amount: what it leans on ("by", "to", a verb of giving),
what follows it, what lies between the two, whether it does what the verb says. Names are words and
places, so that a weight can be read: `<path:v-give` is a party before the amount with
nothing but a verb of giving between them, `>lead:for` one behind it after "for".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.corpus.sentences import Sentence
from analysis.money.roles.receivers import receiver_score
from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.scenes import LEADING, MEETINGS
from analysis.money.text.subjects import is_handed, stands, takes
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, Verb, is_verb
from analysis.money.text.words import is_adverb

_LONG = 3  # steps of a path between party and amount; a longer one is cut
_NEAR = (2, 5, 10)  # items from the amount: at once, near, in reach, and beyond
_BACK = 4  # items before a party in which what it leans on is looked for
_JOINTS = frozenset(["'s", "and", "that", "which", "who", "but", "while"])
_SMALL = frozenset(["also", "to", "not", "now"])
_HARD = frozenset([";", ":", "–", "—"])
_PLAIN_MARKS = frozenset(["-", "“", "”", '"'])


@dataclass(frozen=True, slots=True)
class Place:
    """An amount in its sentence, with what governs it."""

    items: list[Item]
    index: int
    verb: Verb | None
    noun: Noun | None
    sentence: Sentence


def subjects_of(place: Place, parties: Sequence[int]) -> list[int]:
    """Give those of some parties, by index, that stand where a subject stands."""
    return [k for k in parties if stands(place.items, k)]


def standing(place: Place, k: int, subjects: Sequence[int]) -> Iterator[str]:
    """Give the signs of the party at `k`, some more than once; `subjects` are the parties that stand as such."""
    items, a, verb = place.items, place.index, place.verb
    item, side = items[k], "<" if k < a else ">"
    lead, after = leans_on(items, k), followed_by(items, k)
    form = item.party.form if item.party is not None else item.anaphor or "unlisted"
    sense = verb_sense(place)
    yield side
    yield f"{side}near:{sum(abs(k - a) > limit for limit in _NEAR)}"
    yield f"{side}lead:{lead}"
    yield f"{side}after:{after}"
    yield f"{side}lead:{_led_from(items, k)} {lead}"
    yield f"lead:{lead}/{after}"
    yield f"form:{form}/{item.head}"
    yield f"{side}lead:{lead}/{form}/{item.head}"
    yield f"{side}lead:{lead}/v:{sense}"
    if place.noun is not None:
        yield f"{side}lead:{lead}/n:{place.noun.cue.sense}"
    yield from _between(items, min(k, a) + 1, max(k, a), side)
    if k in subjects:
        yield f"{side}subject/{sense}"
        if verb is not None and k == max((n for n in subjects if n < verb.head), default=-1):
            yield f"{side}doer/{sense}"
    if takes(items, k):
        yield "takes"
    yield f"{side}receives:{receiver_score(items, k, a, verb)}"
    if is_handed(items, k):
        yield f"{side}handed/{sense}"


def verb_sense(place: Place) -> str:
    """Give the sense of the governing verb, whether it is passive, and on which side of the amount it stands."""
    verb = place.verb
    if verb is None:
        return "none"
    return f"{verb.cue.sense}{'-passive' if verb.passive else ''}{'<' if verb.index < place.index else '>'}"


def _between(items: list[Item], low: int, high: int, side: str) -> Iterator[str]:
    """Give what lies between party and amount: the path, how many others, whether a hard mark."""
    path = list(_path(items, low, high))
    yield f"{side}path:{'+'.join(path[:_LONG])}{'+' if len(path) > _LONG else ''}"
    yield f"{side}amounts:{min(2, path.count('amount'))}"
    yield f"{side}parties:{min(2, path.count('party'))}"
    if not _HARD.isdisjoint(path):
        yield f"{side}across"


def _path(items: list[Item], low: int, high: int) -> Iterator[str]:
    """Give what joins or parts two places: prepositions, verbs by sense, marks, amounts, other parties."""
    for n in range(low, high):
        item = items[n]
        if item.kind in ("amount", "party"):
            yield item.kind
        elif item.kind == "mark" or item.low in _JOINTS:
            if item.low not in _PLAIN_MARKS:
                yield item.low
        elif item.low in PREPOSITIONS:
            yield item.low
        elif item.cues and is_verb(items, n):
            yield _of_verb(item)
        elif item.has("noun", "give"):
            yield "gift"


def leans_on(items: list[Item], k: int) -> str:
    """Give what the party at `k` leans on: a preposition, a verb by its sense, a mark, or "^" for the start."""
    j = _lead(items, k)
    return _named(items, j) or "word" if j >= 0 else "^"


def _lead(items: list[Item], k: int) -> int:
    """Give the index of what stands before the party at `k` and the words that describe it."""
    j = k - 1
    while j >= 0 and k - j < _BACK and (items[j].low in DETERMINERS or _describes(items[j])):
        j -= 1
    return j


def _led_from(items: list[Item], k: int) -> str:
    """Give what the preposition before the party at `k` goes back to: a sum, a gift, a meeting, a road."""
    j = _lead(items, k)
    if j < 1 or items[j].low not in PREPOSITIONS:
        return ""
    before = items[j - 1]
    if before.low in MEETINGS:
        return "meeting"
    if before.low in LEADING:
        return "road"
    noun = before.cue("noun")
    return _named(items, j - 1) or (f"n-{noun.sense}" if noun is not None else "word")


def _describes(item: Item) -> bool:
    return item.kind == "word" and not item.cues and item.text.islower() and item.low not in PREPOSITIONS


def followed_by(items: list[Item], k: int) -> str:
    """Give what follows the party at `k`: a verb or a noun by its sense, a preposition, a mark, or "$" for the end."""
    j, helped = k + 1, False
    while j < len(items) and (items[j].low in AUXILIARIES or items[j].low in _SMALL or is_adverb(items[j].low)):
        helped = helped or items[j].low in AUXILIARIES
        j += 1
    if j >= len(items):
        return "$"
    noun = items[j].cue("noun")
    return _named(items, j) or (f"n-{noun.sense}" if noun is not None else "aux" if helped else "word")


def _named(items: list[Item], j: int) -> str:
    """Give what stands at `j`, where it is more than a word."""
    item = items[j]
    if item.kind in ("amount", "party"):
        return item.kind
    if item.kind == "mark" or item.low in PREPOSITIONS or item.low in _JOINTS:
        return item.low
    return _of_verb(item) if item.cues and is_verb(items, j) else ""


def _of_verb(item: Item) -> str:
    return "v-" + min(cue.sense for cue in item.cues if cue.pos == "verb")
