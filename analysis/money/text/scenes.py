"""Which countries a text speaks of, how often, and where a receiver or a scene stands.

One pass over the names of the register, without sentences: what an article is
about is asked of every gift that names no receiver. Who says "we" is asked of
`analysis.money.text.reader`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from analysis.corpus.sentences import Sentence
from analysis.money.notation.links import without_links
from analysis.money.text.drop_caps import without_drop_caps
from analysis.money.text.homonyms import Homonyms
from analysis.money.text.parties import Party, country_scanner
from analysis.money.text.recased import recased
from analysis.money.text.words import vocabulary

_LONGEST_NAME = 200  # characters that no name of a country or town has
_WHOLE = 30_000  # characters that are searched for the country a text names most
OPENING = 5000  # characters in which an article says what it is about
_NEAR = 600  # characters before a gift in which a long text must name its receiver
_ARTICLES = frozenset(["the", "southern", "northern", "eastern", "western", "central"])
# "a summit in Peru", "met in Peru": where something was said; "the road to Peru": where it leads.
MEETINGS = frozenset(
    """summit conference meeting ministerial talks visit ceremony event forum speech address gathering session
    briefing assembly trip signed met speaking announced said told speaks confirmed""".split()
)
LEADING = frozenset(
    """line lines road roads railway route routes pipeline bridge link links border way visit visits trip ambassador
    envoy exports imports flights according letter response reply message cargo""".split()
)
_PLAINLY = 6  # two places where a receiver stands
_TONGUES = ("-language", "-speaking")  # which are of no country
_GOES_ON = frozenset(["$"])  # "US$5m" names no country
_ABOUT = frozenset(["in", "on", "across", "against"])
_AT = frozenset(["of", "near", "around", "outside", "between"])  # before a town: where something happens
_TOWARDS = frozenset("to for help helping support supporting in on across throughout against hit struck".split())


def _lead(piece: str, start: int) -> tuple[str, str]:
    """Give the word before a name at `start`, articles aside, and the word before that; empty where it opens."""
    if not start or not piece[start - 1].isspace():
        return "", ""
    words = piece[max(0, start - 45) : start].lower().split()
    for _ in range(2):
        if words and words[-1] in _ARTICLES:
            words.pop()
    word = words.pop().lstrip("(“\"‘'") if words else ""
    if not word or not (word[-1].isalnum() or word[-1] == ","):  # a sentence ended
        return "", ""
    return word, words[-1] if words else ""


def _weight(party: Party, lead: tuple[str, str], piece: str, end: int) -> int:
    """How much a name that ends at `end` looks like a receiver or a scene: 3 behind "to" or "help", 0 behind "by"."""
    word, noun = lead
    compound = piece[end : end + 1] == "-" and piece[end + 1 : end + 2].isupper()  # "the Japan-Mali Fund"
    met = word in ("in", "at", "on") and noun in MEETINGS
    if compound or met or (word in ("to", "for") and noun in LEADING):
        return 0
    if word in ("from", "by", ",", "and", "said", ""):
        return 0
    if party.form == "town" and word in _AT:
        return 3
    about = party.form == "demonym" and word in _ABOUT  # "on Russian assets", "in German papers"
    return 3 if word in _TOWARDS and party.form != "capital" and not about else 1


_WRAP = re.compile(r"\n[ \t]+")

Named = tuple[Party, int, int]  # a country, from where to where it is named
Shifts = tuple[list[int], list[int]]  # from which offsets on, and how many characters were left out


def _on_one_line(piece: str) -> tuple[str, Shifts | None]:
    """Give a piece with one blank for each break of a line: "Papua New Guinea" may stand over two lines of a list."""
    places, counts = list[int](), list[int]()
    if "\n " in piece or "\n\t" in piece:
        left, done, lines = 0, 0, list[str]()
        for match in _WRAP.finditer(piece):
            start, end = match.span()
            left += end - start - 1
            places.append(end - left)
            counts.append(left)
            lines.append(piece[done:start])
            done = end
        piece = " ".join([*lines, piece[done:]])
    return piece.replace("\n", " "), (places, counts) if places else None


def _left_out(offset: int, shifts: Shifts) -> int:
    """Give how many characters were left out of a piece before an offset of it on one line."""
    places, counts = shifts
    k = bisect_right(places, offset)
    return counts[k - 1] if k else 0


@cache
def _given_names() -> frozenset[str]:
    return frozenset(vocabulary()["givers"]["given_names"])


def _start_of(named: Named) -> int:
    return named[1]


class _Hit(NamedTuple):
    """A name that the scanner finds, and whose it is; it is nobody's where it is only a part of a word."""

    start: int
    end: int
    joined: bool  # whether it is a part of a word
    named: Named | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A country where it is named."""

    party: Party
    start: int
    weight: int  # how much it looks like a receiver or a scene there
    opens: bool  # whether it opens a sentence


_MONEY = re.compile(r"\s[Dd]ollars?\b")  # "23 billion U.S. dollars": in which the world gives, whoever gives


class Scenes:
    """A text, and the countries in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = recased(without_drop_caps(without_links(text)))  # what sentences are cut from
        self.homonyms = Homonyms(self.plain)

    def as_printed(self, words: str | None) -> str | None:
        """Give words of `plain` as the text prints them, which may be in capitals; None for none."""
        if not words or words in self.text:
            return words or None
        found = re.search(re.escape(words), self.text, re.IGNORECASE)
        return found[0] if found is not None else words

    @cached_property
    def topics(self) -> dict[str, int]:
        """How often each country stands where a receiver or a scene stands, in the opening of the text."""
        counts: dict[str, int] = {}
        for spoken in self.spoken_of:
            if spoken.party.form != "town":  # which says where a gift goes, and not whose government acts
                counts[spoken.party.id] = counts.get(spoken.party.id, 0) + spoken.weight
        return counts

    @cached_property
    def spoken_of(self) -> list[Spoken]:
        """Every country where it is named, in the opening of the text."""
        beyond = OPENING + _LONGEST_NAME
        places = self.places(0, beyond) if len(self.plain) > beyond else self._everywhere
        return [
            self._spoken(party, start, end)
            for party, start, end in places
            if start <= OPENING and not (party.id == "USA" and _MONEY.match(self.plain, end))
        ]

    @cached_property
    def _everywhere(self) -> list[Named]:
        """Every country from where to where it is named, in what is searched of the text."""
        return list(self.places(0, _WHOLE))

    def between(self, low: int, high: int) -> Iterator[Named]:
        """Give the countries named between two offsets as `places` does, from what was searched where it was."""
        if high > _WHOLE:
            return self.places(low, high)
        first = bisect_left(self._everywhere, low, key=_start_of)
        return iter(self._everywhere[first : bisect_left(self._everywhere, high, key=_start_of)])

    @cached_property
    def _named(self) -> dict[str, int]:
        """How often each country is named, its towns and provinces aside."""
        return Counter(party.id for party, _, _ in self._everywhere if party.form != "town")

    def _spoken(self, party: Party, start: int, end: int) -> Spoken:
        lead = _lead(self.plain, start)
        weight = _weight(party, lead, self.plain, end)
        opens = not start or (self.plain[start - 1].isspace() and lead == ("", ""))
        return Spoken(party, start, weight, not weight and opens)

    def times_named(self, country: str) -> int:
        """How often a country is named, its towns and provinces aside."""
        return self._named.get(country, 0) if self.topics else 0

    def countries_in(self, low: int, high: int) -> Iterator[Named]:
        """Give the countries named between two offsets, where, and how much each looks like a receiver or scene."""
        piece = self.plain[low:high]
        for party, start, end in self.places(low, high):
            yield party, start, _weight(party, _lead(piece, start - low), piece, end - low)

    def places(self, low: int, high: int) -> Iterator[Named]:
        """Give the countries named between two offsets, and from where to where."""
        starts, hits = self._hits
        first, last = bisect_left(starts, low), bisect_left(starts, high)
        across = (first > 0 and hits[first - 1].end > low) or (last > first and hits[last - 1].end > high)
        if across or any(hit.joined and (hit.start == low or hit.end == high) for hit in hits[first:last]):
            hits = self._scanned(low, high)  # of a name that is cut, another may be left
            first, last = 0, len(hits)
        return (hit.named for hit in hits[first:last] if hit.named is not None)

    @cached_property
    def _hits(self) -> tuple[list[int], list[_Hit]]:
        """What the scanner finds in the whole text, and where each begins: places are asked for a hundred times."""
        hits = self._scanned(0, len(self.plain))
        return [hit.start for hit in hits], hits

    def _scanned(self, low: int, high: int) -> list[_Hit]:
        """Give what the scanner finds in a piece of the text."""
        piece, shifts = _on_one_line(self.plain[low:high])
        scanner, parties = country_scanner()
        hits = []
        meant: dict[int, Party | None] = {}  # by name: some hundred hits are of some ten names
        for number, first, last in scanner.find_matches_as_indexes(piece):
            after = piece[last : last + 1]
            tongue = after == "-" and piece.startswith(_TONGUES, last)
            joined = tongue or after.isalnum() or after in _GOES_ON or (first > 0 and piece[first - 1].isalnum())
            start, end = low + first, low + last
            if shifts:
                start, end = start + _left_out(first, shifts), end + _left_out(last, shifts)
            party = parties[number] if not joined else None
            if party is not None:
                if number not in meant:
                    meant[number] = self.homonyms.meant(party)
                party = meant[number]
            person = party is not None and after == " " and self._is_person(start, end)
            hits.append(_Hit(start, end, joined, (party, start, end) if party is not None and not person else None))
        return hits

    def _is_person(self, start: int, end: int) -> bool:
        """Whether a name between two offsets is somebody's first name ("Jordan Haley")."""
        named = self.plain[end : end + 1] == " " and self.plain[end + 1 : end + 2].isupper()
        return named and self.plain[start:end] in _given_names()

    def near(self, sentence: Sentence) -> frozenset[str] | None:
        """Give the countries spoken of in a sentence or shortly before it; None where all of the text is near.

        A long text tells of many things: what it is about is no receiver of a gift told pages later.
        """
        if len(self.text) <= OPENING:
            return None
        low = max(0, sentence.start - _NEAR)
        return frozenset(party.id for party, _, weight in self.countries_in(low, sentence.end) if weight)

    def topic(self, givers: Collection[str] = ()) -> str | None:
        """Give the country an article speaks of helping, not among `givers`; None where no country stands out."""
        counts = {key: n for key, n in self.topics.items() if key not in givers}
        best = max(counts, key=lambda key: (counts[key], key), default=None)
        return best if best is not None and (counts[best] >= 2 or (len(counts) == 1 and counts[best])) else None

    def speaks_of(self, country: str) -> bool:
        """Whether a text names a country."""
        return bool(self.topics) and country in self._named

    def scene(self, donor: str | None) -> bool:
        """Whether the article is plainly about another country than the giver's."""
        if donor is None:
            return False
        return max((n for key, n in self.topics.items() if key != donor), default=0) >= _PLAINLY

    def scene_is(self, party: Party) -> bool:
        """Whether a country is plainly the one that the article speaks of helping."""
        return self.topic() == party.id and self.topics[party.id] >= _PLAINLY

    @cached_property
    def main(self) -> Party | None:
        """The country the text names most, unless it is plainly the one that is helped."""
        scene = self.topic()
        ranked = sorted(self._named, key=lambda key: (-self._named[key], key))
        if not ranked:
            return None
        first = ranked[0]
        if first == scene and len(ranked) > 1 and self._named[ranked[1]] * 3 >= self._named[first]:
            first = ranked[1]
        named = (party for party, _, _ in self._everywhere if party.id == first and party.form != "town")
        return next(named) if self._named[first] >= 2 else None

    @cached_property
    def dominated(self) -> bool:
        """Whether one country is named so much more than the others that "the government" is its own."""
        return self.leads(4)

    def leads(self, times: int) -> bool:
        """Whether one country is named so many times, and twice as often as any other."""
        main = self.main
        if main is None:
            return False
        others = [n for key, n in self._named.items() if key != main.id]
        return self._named[main.id] >= times and self._named[main.id] >= 2 * max(others, default=0)
