"""Who may give an amount, or receive it: who is named in its sentence and around it, each with their signs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.corpus.sentences import Sentence
from analysis.money.roles.lately import Lately, lately, ranked
from analysis.money.roles.standing import Place, standing, subjects_of
from analysis.money.terms.instruments import LENDERS
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.scenes import OPENING
from analysis.money.text.subjects import says_where
from analysis.money.text.whose import home
from analysis.money.text.words import dac_members, oda_recipients

_BACK, _AHEAD = 4, 1  # sentences before and after that are looked at
_REACH = 20  # items before and after the amount
_OFTEN = 4  # times named beyond which no more is learnt
_WEIGHTS = 5  # classes of how much a text speaks of helping a country
_OPENS = 4  # characters before a name that opens a sentence ("The Netherlands")
_COUNTRIES = ("country", "place")

Named = tuple[Party, tuple[str, ...]]  # who is named in a sentence, and how


@dataclass(slots=True)
class Candidate:
    """A party that may give or receive, and how it stands to the amount."""

    party: Party
    item: Item | None = None  # where it is named nearest in the sentence of the amount
    signs: set[str] = field(default_factory=set)
    share: float = 0.0  # how likely the words that name it are the giver's, as the encoder of amounts has it


class Cast:
    """Who is named in a text; what is asked of every amount is kept."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._here: dict[int, dict[str, Candidate]] = {}  # by the start of an amount
        self._named: dict[int, list[Named]] = {}  # by the start of a sentence
        self._about: dict[str, tuple[str, ...]] = {}  # by id
        self._lately: dict[int, dict[str, Lately]] = {}  # by the start of an amount

    def here(self, place: Place) -> dict[str, Candidate]:
        """Give the parties of the sentence of an amount, by id; what stands for a party ("it") is resolved."""
        start = place.items[place.index].start
        if start not in self._here:
            self._here[start] = found = self._of_sentence(place)
            for one in found.values():
                one.signs.update(self.about(one.party))
        return self._here[start]

    def around(self, place: Place) -> dict[str, Candidate]:
        """Give the countries of the sentence of an amount, and those named around it, by id."""
        here = self.here(place)
        found = {key: replace(one, signs=set(one.signs)) for key, one in here.items() if _receives(one.party)}
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
        if len(self.reader.text) <= OPENING:
            self._add_lately(found, place)
        for key in found.keys() - here.keys():
            found[key].signs.update(self.about(found[key].party))
        return found

    def _of_sentence(self, place: Place) -> dict[str, Candidate]:
        """Give the parties of the sentence itself, the nearest first."""
        items, a = place.items, place.index
        low, high = max(0, a - _REACH), min(len(items), a + _REACH)
        named = sorted(
            (k for k in range(low, high) if _is_asked(items[k], k < a) and not says_where(items, k)),
            key=lambda k: abs(k - a),
        )
        subjects = subjects_of(place, named)
        found: dict[str, Candidate] = {}
        for k in named:
            party = party_of(items[k], items, place.sentence, self.reader)
            if party is not None:
                signs = found.setdefault(party.id, Candidate(party, items[k])).signs
                signs.update(standing(place, k, subjects))
        return found

    def _add(self, found: dict[str, Candidate], sentence: Sentence, where: str) -> None:
        """Add the countries named in a sentence beside that of the amount, and how."""
        for party, ways in self._named_in(sentence):
            signs = found.setdefault(party.id, Candidate(party)).signs
            signs.add(where)
            signs.update([f"{where}:{how}" for how in ways])

    def lately(self, start: int) -> list[Lately]:
        """Give the countries named shortly before an amount that `around` was asked for, the last first."""
        return ranked(self._lately.get(start, {}).values())

    def _add_lately(self, found: dict[str, Candidate], place: Place) -> None:
        """Add the countries named further back, and how lately each was."""
        start = place.items[place.index].start
        self._lately[start] = named = lately(self.reader, start, place.sentence.end)
        for key, one in named.items():
            if _receives(one.party):
                found.setdefault(key, Candidate(one.party)).signs.update(one.signs)

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

    def about(self, party: Party) -> tuple[str, ...]:
        """Give the signs of who a party is, and how much the text is about it."""
        known = self._about.get(party.id)
        if known is None:
            known = self._about[party.id] = tuple(self._signs_of(party))
        return known

    def _signs_of(self, party: Party) -> Iterator[str]:
        yield f"kind:{party.kind}"
        yield f"level:{party.level}"
        for name, ids in (("donor state", dac_members()), ("aided state", oda_recipients()), ("lender", LENDERS)):
            if party.id in ids:
                yield name
        yield f"named:{min(self.reader.times_named(party.id), _OFTEN)}"
        yield f"helped:{min(self.reader.topics.get(party.id, 0) // 2, _WEIGHTS)}"
        if party.id == self._topic:
            yield "topic"
        if party.id in self._opening:
            yield "in opening"
        if self._opening[:1] == [party.id]:
            yield "opens text"

    @cached_property
    def _opening(self) -> list[str]:
        """The countries named in the first sentence."""
        first = self.reader.first()
        named = self.reader.countries_in(first.start, first.end) if first is not None else ()
        return [party.id for party, _, _ in named]

    @cached_property
    def _topic(self) -> str | None:
        return self.reader.topic()

    @cached_property
    def _home(self) -> Party | None:
        return home(self.reader)

    @cached_property
    def _main(self) -> Party | None:
        return self.reader.main


def _receives(party: Party) -> bool:
    return party.kind in _COUNTRIES and party.form != "region"


def _is_asked(item: Item, before: bool) -> bool:
    """Whether an item is worth resolving: a name, or what stands for one before the amount, but no unlisted person."""
    if item.kind != "party":
        return False
    return item.party is not None or item.head == "org" or (before and item.head != "human")
