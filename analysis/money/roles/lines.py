"""Lines of a list whose heading says who gives: "Norway announced new support:", then "- 5 million for seed".

What opens the list names the giver and tells of a gift; a line that has no doer
of its own is what that giver gives.
"""

from analysis.corpus.sentences import Sentence
from analysis.money.roles.labels import Label, for_whom, lead, owns_money
from analysis.money.text.items import Item
from analysis.money.text.list_items import LINE
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.subjects import stands, takes
from analysis.money.text.verbs import is_verb
from analysis.money.text.words import open_nouns

_BEFORE = 12  # items of a line before its amount
_GIVERS = frozenset(["government", "multilateral", "foundation"])
_NO_HEADING = (".", "?", "!", "”", '"', ";")
_STANDS_IN = frozenset(["it", "this", "these", "they", "among"])
_DECIDES = ("announc", "unveil", "approv", "adopt", "sign", "back", "clear", "endors")


def line_of(items: list[Item], a: int, sentence: Sentence, reader: Reader) -> Label | None:
    """Give the list whose line the amount at `a` stands in as a label without a name; None where there is none."""
    opening = reader.text.rfind("\n", 0, sentence.start) + 1
    if a > _BEFORE or not LINE.match(reader.text, opening) or sentence.start - opening > len("10.   "):
        return None
    if any(item.kind == "amount" or stands(items, k) for k, item in enumerate(items[:a])):
        return None
    heading = lead(sentence, reader)
    if heading is None or heading.text.rstrip().endswith(_NO_HEADING):
        return None
    # "* provide 5 million to ...": the first word is a verb though nothing stands before it
    gives = any((k == 1 or is_verb(items, k)) and item.has("verb", "give") for k, item in enumerate(items[:a]))
    for spoken in (heading, *_meant(heading, reader)):
        words = reader.items(spoken)
        if _tells_otherwise(words):
            return None
        if not (gives or _tells_gift(words)):
            continue
        giver = _giver(words, spoken, reader)
        if giver is not None:
            return Label(items[0], *giver, for_whom(words))
    return None


def _meant(heading: Sentence, reader: Reader) -> list[Sentence]:
    """Give the sentence that a heading such as "It includes:" goes on from."""
    first = reader.items(heading)[0].low
    return list(reader.before(heading, limit=1)) if first in _STANDS_IN else []


def _tells_otherwise(words: list[Item]) -> bool:
    """Whether a heading tells of costs, needs, requests or a budget."""
    return any(
        item.has("verb", "reason") if is_verb(words, k) else item.has("noun", "reason") for k, item in enumerate(words)
    )


def _tells_gift(words: list[Item]) -> bool:
    """Whether a heading tells of a gift: by its noun, or by a verb of giving that decides on nothing else."""
    noun = any(item.has("noun", "give") and (item.low not in open_nouns() or "commit" in item.low) for item in words)
    return noun or any(
        is_verb(words, k) and item.has("verb", "give") and not item.low.startswith(_DECIDES)
        for k, item in enumerate(words)
    )


def _giver(words: list[Item], heading: Sentence, reader: Reader) -> tuple[Party, Item] | None:
    """Give the state, bank of nations or charity that a heading names as the giver."""
    for k, item in enumerate(words):
        if not owns_money(words, k) and (not stands(words, k) or takes(words, k)):
            continue
        party = party_of(item, words, heading, reader)
        if party is not None and party.id != "various" and party.level in _GIVERS:
            return party, item
    return None
