"""Who may receive an amount: the countries named in its sentence and around it, each with its signs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.corpus.sentences import Sentence
from analysis.money.helped import oda_recipients
from analysis.money.items import Item
from analysis.money.parties import Party
from analysis.money.reader import Reader
from analysis.money.resolve import home, party_of
from analysis.money.standing import Place, standing
from analysis.money.words import dac_members

_BACK, _AHEAD = 4, 1  # sentences before and after that are looked at
_REACH = 30  # items before and after the amount
_OFTEN = 4  # times named beyond which no more is learnt
_WEIGHTS = 5  # classes of how much a text speaks of helping a country
_OPENS = 4  # characters before a name that opens a sentence ("The Netherlands")
_KINDS = ("country", "place")
_NO_COUNTRIES = ("body", "firm", "person", "union")  # what "the bank", "the company", "he" stand for

Named = tuple[Party, tuple[str, ...]]  # who is named in a sentence, and how


@dataclass(slots=True)
class Candidate:
    """A country that may receive, and how it stands to the amount."""

    party: Party
    item: Item | None = None  # where it is named nearest in the sentence of the amount
    signs: set[str] = field(default_factory=set)


class Cast:
    """The countries of a text; what is asked of every amount is kept."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._named: dict[int, list[Named]] = {}  # by the start of a sentence
        self._about: dict[str, tuple[str, ...]] = {}  # by id
        first = reader.first()
        items = reader.items(first) if first is not None else []
        self._opening = [item.party.id for item in items if item.party is not None]
        self._topic = reader.topic()
        self._home, self._main = home(reader), reader.main

    def candidates(self, place: Place) -> dict[str, Candidate]:
        """Give the countries named in the sentence of an amount and around it, by id.

        What stands for a country in the sentence ("it", "the ministry") is resolved, in the
        sentences around only names are looked at.
        """
        found = self._of_sentence(place)
        paragraph = self.reader.at(place.sentence.start)[0]
        for distance, earlier in enumerate(self.reader.before(place.sentence, limit=_BACK), start=1):
            same = self.reader.at(earlier.start)[0] == paragraph
            self._add(found, earlier, f"{'before' if same else 'above'}{distance}")
        for later in self.reader.after(place.sentence, limit=_AHEAD):
            self._add(found, later, "after")
        voice = self.reader.voice(place.items[place.index].start)
        for name, known in (("home", self._home), ("main", self._main), ("voice", voice)):
            if known is not None:
                found.setdefault(known.id, Candidate(known)).signs.add(name)
        for one in found.values():
            one.signs.update(self._about_party(one.party))
        return found

    def _of_sentence(self, place: Place) -> dict[str, Candidate]:
        """Give the countries of the sentence itself, the nearest first."""
        items, a = place.items, place.index
        found: dict[str, Candidate] = {}
        for k in sorted(range(max(0, a - _REACH), min(len(items), a + _REACH)), key=lambda k: abs(k - a)):
            if not _may_be_country(items[k]):
                continue
            party = party_of(items[k], items, place.sentence, self.reader)
            if party is not None and party.kind in _KINDS:
                found.setdefault(party.id, Candidate(party, items[k])).signs.update(standing(place, k))
        return found

    def _add(self, found: dict[str, Candidate], sentence: Sentence, where: str) -> None:
        """Add who is named in a sentence beside that of the amount, and how."""
        for party, ways in self._named_in(sentence):
            signs = found.setdefault(party.id, Candidate(party)).signs
            signs.add(where)
            signs.update([f"{where}:{how}" for how in ways])

    def _named_in(self, sentence: Sentence) -> list[Named]:
        known = self._named.get(sentence.start)
        if known is None:
            known = self._named[sentence.start] = list(self._ways(sentence))
        return known

    def _ways(self, sentence: Sentence) -> Iterator[Named]:
        """Give the countries of a sentence that is not cut into items, as that takes time."""
        for party, start, weight in self.reader.countries_in(sentence.start, sentence.end):
            opens = ("opens",) if start <= sentence.start + _OPENS else ()
            yield party, (f"{party.form}/{weight}", *opens)

    def _about_party(self, party: Party) -> tuple[str, ...]:
        """Give the signs of who a country is, and how much the text is about it."""
        known = self._about.get(party.id)
        if known is None:
            known = self._about[party.id] = tuple(self._signs_of(party))
        return known

    def _signs_of(self, party: Party) -> Iterator[str]:
        yield f"kind:{party.kind}"
        if party.id in dac_members():
            yield "donor state"
        if party.id in oda_recipients():
            yield "aided state"
        yield f"named:{min(self.reader.times_named(party.id), _OFTEN)}"
        yield f"helped:{min(self.reader.topics.get(party.id, 0) // 2, _WEIGHTS)}"
        if party.id == self._topic:
            yield "topic"
        if party.id in self._opening:
            yield "in opening"
        if self._opening[:1] == [party.id]:
            yield "opens text"


def _may_be_country(item: Item) -> bool:
    """Whether an item names a country or may stand for one; asked before anything is resolved."""
    if item.kind != "party":
        return False
    if item.party is not None:
        return item.party.kind in _KINDS
    return item.head not in ("org", "human") and item.anaphor.removeprefix("own ") not in _NO_COUNTRIES
