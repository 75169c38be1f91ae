"""Whose government the words of a sentence say: "the Biden administration", "for Chad, where ...", "the UK package"."""

import re
from functools import lru_cache

from analysis.corpus.sentences import Sentence
from analysis.money.text.items import Item
from analysis.money.text.parties import Party, countries, home_of_currency, name_index, surnames
from analysis.money.text.reader import Reader

_DATELINE = re.compile(
    r"^[^\n]{0,12}?(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,30})(?:,[^\n]{0,60}?)?\s*(?:\([^)\n]{1,40}\)\s*)?[-–—:]\s"
)
# Countries whose names stand before a noun as adjectives do ("the US package"); "Mali aid" is for Mali.
_TERSE = frozenset(["USA", "GBR", "ARE"])


def where(items: list[Item], item: Item) -> Party | None:
    """Read "for Ethiopia, where ...; the government will": of the country that the clause is about."""
    for k in range(items.index(item) - 1, 0, -1):
        comma = items[k - 1].low == ","
        party = items[k - 1 - comma].party if k > comma else None
        if items[k].low == "where" and party is not None and party.kind in ("country", "place"):
            return countries().get(party.id)
    return None


def led_by(items: list[Item], item: Item) -> Party | None:
    """Read "the Biden-Harris administration": whose leaders stand before it."""
    k = items.index(item) - 1
    if "dministration" not in item.text or k < 0 or items[k].head != "human":
        return None
    people = [surnames()[word] for word in re.split(r"[\s-]", items[k].text) if word in surnames()]
    return countries().get(people[0].id) if people else None


def of_gift(words: list[Item]) -> Party | None:
    """Give the country whose gift a sentence speaks of ("What was in the UK package?")."""
    for k, word in enumerate(words[:-1]):
        known = word.party
        gift = words[k + 2] if words[k + 1].low == "'s" and k + 2 < len(words) else words[k + 1]
        adjective = known is not None and known.kind == "country" and (known.form == "demonym" or known.id in _TERSE)
        if known is not None and adjective and not word.head and gift.has("noun", "give"):
            return known
    return None


def by_government(items: list[Item], item: Item) -> Party | None:
    """Read "promised by the Czech government ..., the prime minister said": the office is of that government."""
    for k in range(items.index(item) - 1, 0, -1):
        behind = items[k - 2].low if items[k - 1].low == "the" and k > 1 else items[k - 1].low
        if items[k].head in ("office", "government") and items[k].party is not None and behind == "by":
            return items[k].party
    return None


def as_for(items: list[Item], item: Item) -> Party | None:
    """Read "As for Norway, we have shared that ...": whom "we" are."""
    if [word.low for word in items[:2]] != ["as", "for"]:
        return None
    before = (other.party for other in items[2:5] if other.end <= item.start)
    return next((party for party in before if party is not None and party.kind == "country"), None)


def of_money(sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country whose own money a sentence tells of ("the minister has found £600m"); dollars say nothing."""
    for amount in reader.amounts_in(sentence):
        country = home_of_currency(amount.currency) if amount.currency else None
        if country is not None and (amount.certainty == "stated" or reader.speaks_of(country)):
            return countries().get(country)
    return None


def home(reader: Reader) -> Party | None:
    """Give the country of the dateline ("SEOUL, Sept 11 (Wire) -"), for a government that nothing else names."""
    named = _of_dateline(reader.text)
    return named if named is not None and reader.first() is not None else None


@lru_cache(maxsize=4)
def _of_dateline(text: str) -> Party | None:
    """Give the country of the dateline of a text, which is asked of each of its pronouns."""
    match = _DATELINE.match(text)
    if match is None:
        return None
    words = tuple(word.capitalize() for word in match["place"].replace("’", "'").split())
    for key, known in name_index().get(words[0], ()):
        if words[: len(key)] == key and known is not None and known.kind in ("country", "place"):
            return known
    return None
