"""Whom a text speaks of helping, for a gift whose sentence does not say.

Every country named counts by how it stands there: behind "to", "help" or "in"
for most, behind "by" for nothing, the towns in it as itself, and twice before
the gift. A state on the DAC List of ODA Recipients is looked for first; a
richer one has to stand out in a short text. What the first sentence names
counts for more, as it says what an article is about.
"""

from collections.abc import Collection, Sequence

from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING, Spoken
from analysis.money.text.whose import home
from analysis.money.text.words import oda_recipients

_OPENER = 1  # what it weighs that a state which gives nothing opens a sentence
_TWICE = 2  # what stands before the gift counts so often; so often a rich state must outweigh the poorer ones
_PLAINLY = 3  # what a name weighs behind "to", "help" or "in"
_HOMONYMS = frozenset(["GEO"])  # a state of the USA has that name, too


def helped(
    reader: Reader, own: Collection[str], *, others: Collection[str] = (), until: int | None = None
) -> str | None:
    """Give the country, not in `own`, that the text speaks of helping; None where none stands out.

    Of the `others` that give, too, one on the list may be helped all the same, as a state that spends on itself is.
    `until` is where the gift is told: what stands before it counts twice.
    """
    spoken = reader.spoken_of
    poor, rich = _weights(spoken, until if until is not None else 0, reader)
    at_home = sum(s.weight for s in spoken if s.party.id in own and s.party.id in poor)
    poor = {key: n // _TWICE if key in others else n for key, n in poor.items() if key not in own}
    rich = {key: n for key, n in rich.items() if key not in own and key not in others}
    best = _stands_out(poor, reader)
    if best is not None and at_home >= poor[best]:
        return None  # the text is about the giver, who may be helping its own people
    if len(reader.text) > OPENING or (best is not None and poor[best] * _TWICE > max(rich.values(), default=0)):
        return best  # a long text names the rich for many reasons
    speaks = reader.voice(0)  # whose own papers and speeches tell of money at home
    return _stands_out({key: n for key, n in rich.items() if speaks is None or key != speaks.id}, reader) or best


def _weights(spoken: Sequence[Spoken], until: int, reader: Reader) -> tuple[dict[str, int], dict[str, int]]:
    """Give how much each country looks to be helped: those on the list, and the others."""
    poor: dict[str, int] = {}
    rich: dict[str, int] = {}
    plain, first = set(), reader.first()
    for s in spoken:
        key, listed = s.party.id, s.party.id in oda_recipients()
        weight = _OPENER if s.opens and listed and s.party.form == "name" else s.weight
        if first is not None and s.start < first.end and (s.weight or s.start == first.start or s.party.form == "town"):
            weight += 3 if s.start == first.start else 1
        counts = poor if listed else rich
        counts[key] = counts.get(key, 0) + weight * (_TWICE if s.start < until else 1)
        plain |= {key} if s.party.form != "capital" or (listed and s.weight) else set()
    there = home(reader)
    if there is not None and there.id in oda_recipients():
        poor[there.id] = poor.get(there.id, 0) + _TWICE
        plain.add(there.id)
    for counts in (poor, rich):
        for key in [key for key in counts if key not in plain or _is_other(key, spoken, reader)]:
            del counts[key]
    return poor, rich


def _is_other(country: str, spoken: Sequence[Spoken], reader: Reader) -> bool:
    """Whether "Georgia" may be the one in a text about the United States."""
    if country not in _HOMONYMS or not reader.times_named("USA"):
        return False
    return all(s.party.form == "name" for s in spoken if s.party.id == country)


def _stands_out(counts: dict[str, int], reader: Reader) -> str | None:
    """Give the one of some countries that stands out."""
    ranked = sorted(counts, key=lambda key: (-counts[key], -reader.times_named(key), key))
    if not ranked or (counts[ranked[0]] < 2 and len(ranked) > 1):
        return None
    clear = len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]] or counts[ranked[0]] >= 3
    spoken_of = counts[ranked[0]] or reader.times_named(ranked[0]) > 1
    return ranked[0] if clear and spoken_of else None


def turned_to(reader: Reader, low: int, high: int, known: Collection[str]) -> str | None:
    """Give the state, none of those known, that may be helped and opens a paragraph between two offsets."""
    found = None
    for number in range(reader.at(low)[0] + 1, reader.at(high)[0] + 1):
        if not any(one.id in oda_recipients() and one.id not in known for one in reader.named_in(number, high)):
            continue  # most name none, and need not be cut into sentences
        sentences = reader.paragraph(number)
        opening = sentences[0] if sentences else None
        if opening is None or opening.start > high:
            continue
        for party, start, weight in reader.countries_in(opening.start, min(opening.end, high)):
            told = party.id in oda_recipients() and party.id not in known
            if told and (weight >= _PLAINLY or start == opening.start):
                found = party.id
    return found
