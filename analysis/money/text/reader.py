"""The sentences that hold an amount, and those before them, as items.

Only paragraphs with an amount or a gift in kind are cut into sentences, so that
time goes with the money in a text and not with its length. Hard-wrapped lines
(as in plain-text mail) are joined by blanks, which keeps every offset.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from analysis.corpus.sentences import Sentence, split_sentences
from analysis.money.in_context.read import InContext
from analysis.money.text.homonyms import HOMONYMS
from analysis.money.text.items import Item, itemize
from analysis.money.text.nominals import grow
from analysis.money.text.paragraphs import breaks
from analysis.money.text.particles import with_split_verbs
from analysis.money.text.parties import Party, countries, federal, is_fund, name_ending, party_named, surnames
from analysis.money.text.position import opens_subject
from analysis.money.text.scenes import Scenes
from analysis.money.text.verbs import AUXILIARIES, is_verb
from analysis.money.text.voice import Bodies, bodies_of, foes_of, is_paper, issuer_of, signers_of, voice_of
from analysis.money.text.words import is_adverb
from analysis.records import Amount

# The next line of a wrapped paragraph: plain or indented, no list item, no "Lund Mill – 5 million", "Mali: 5m".
_LABEL = r"[A-ZÀ-Þ][\w.&’'-]*(?:[ ](?:(?:of|the|for|and|&)[ ]){0,2}[A-ZÀ-Þ][\w.&’'-]*){0,6}[ ]?[:–—][ ]"
_NEXT = re.compile(rf"\n[ \t]*(?![-*#>•\d]*[-*#>•][ \t]|\n|{_LABEL}[^\n.;]{{0,12}}?\d)")
_HEAD = re.compile(_LABEL)  # "Mali: tents and 5m" below "Chad: 2m"
_WRAPPED = 45  # characters; a line this long that ends without an end mark was wrapped


def unwrap(text: str) -> str:
    r"""Turn the line breaks of wrapped paragraphs of `text` into blanks, offset by offset.

    >>> unwrap("The fund will certainly give five million euros to the\n  schools.")
    'The fund will certainly give five million euros to the   schools.'
    >>> unwrap("A heading\nA sentence.")
    'A heading\nA sentence.'
    >>> unwrap("Chad: eleven large tents and five million euros\nMali: 2 million")
    'Chad: eleven large tents and five million euros\nMali: 2 million'
    >>> unwrap("Chad: eleven large tents and five million euros\nMali: tents and 2 million")
    'Chad: eleven large tents and five million euros\nMali: tents and 2 million'
    """
    if "\n" not in text:
        return text
    pieces, last, line = [], 0, 0
    for match in _NEXT.finditer(text):
        stop = match.start()
        wrapped = stop - line >= _WRAPPED and text[stop - 1] not in ".!?:"
        wrapped = wrapped and not (_HEAD.match(text, match.end()) and _HEAD.match(text, line))
        line = stop + 1
        if wrapped:
            pieces += [text[last:stop], " " * (match.end() - stop)]
            last = match.end()
    return "".join([*pieces, text[last:]])


_TURN = re.compile(
    r"""
    ^(?P<label>(?:[A-Z][A-Z.’'-]+[ ]){0,4}[A-Z][A-Z’'-]+)  # "PRESIDENT RUTO", "MS. LUND"
    (?:,[^:\n]{1,40})?:[ ]                                 # an office may follow the name
    """,
    re.VERBOSE | re.MULTILINE,
)
_COLON = re.compile(r":[ ]")
_BULLETS = ("*", "-", "•", "#", "–")
_ENDS = (".", "!", "?", "”", '"', "’", "'", ")", ":")
_ACRONYM = re.compile(r"[ ]\([“\"]?(?P<short>[A-Z][A-Za-z]?[A-Z]{1,6})[”\"]?\)")  # " (DFC)", " (EaP)"
_BANK = "World Bank"
_BRIEF = 400  # characters of a few sentences
_LONGEST = 2000  # characters of the longest sentence that is read whole


def _gives(items: list[Item], k: int) -> bool:
    """Whether the party at `k` is the subject of a verb of giving."""
    j = k + 1
    while j < len(items) and (items[j].low in AUXILIARIES or is_adverb(items[j].low)):
        j += 1
    return j < len(items) and items[j].has("verb", "give") and is_verb(items, j) and opens_subject(items, k)


class Reader(Scenes):
    """One text and its amounts; hands out sentences as items, made once."""

    def __init__(self, text: str, amounts: Sequence[Amount], *, published: date | None = None) -> None:
        super().__init__(text)
        self.published = published
        self.year = published.year if published is not None else None
        self.amounts = list(amounts)
        self._starts = [amount.start for amount in self.amounts]
        self._breaks = breaks(text)
        self._sentences: dict[int, list[Sentence]] = {}
        self._ends: dict[int, list[int]] = {}
        self._items: dict[tuple[int, str], list[Item]] = {}
        self._people: dict[str, Party | None] = {}
        self.resolved: dict[tuple[int, int], Party | None] = {}  # by sentence and item, kept by `resolve.party_of`

    @cached_property
    def in_context(self) -> InContext:
        """The amounts as the encoder reads them among the sentences around."""
        return InContext(self.plain, [(amount.start, amount.end) for amount in self.amounts])

    @cached_property
    def kind(self) -> str:
        """Give "paper" for a list, a transcript or a speech, "brief" for a few sentences, "report" for all else."""
        if is_paper(self.text):
            return "paper"
        return "brief" if len(self.text) < _BRIEF else "report"

    def paragraph(self, number: int) -> list[Sentence]:
        """Give the sentences of a paragraph, with offsets into the text."""
        if number not in self._sentences:
            start, end = self._breaks[number], self._breaks[number + 1]
            piece = unwrap(self.plain[start:end])
            found = split_sentences(piece, start)
            if self.overlaps(start, end):  # where no amount is, none runs over an end
                found = self._whole(found)
            if end - start > _LONGEST and any(s.end - s.start > _LONGEST for s in found):
                found = [part for s in found for part in self._parts(s)]
            self._sentences[number] = found
            self._ends[number] = [s.end for s in found]
        return self._sentences[number]

    def around(self, offset: int) -> tuple[int, int]:
        """Give from where to where the paragraph at an offset goes."""
        number = self._number(offset)
        return self._breaks[number], self._breaks[number + 1]

    def named_in(self, number: int, high: int) -> Iterator[Party]:
        """Give the countries named in a paragraph, up to `high`, without cutting it into sentences."""
        return (party for party, _, _ in self.places(self._breaks[number], min(self._breaks[number + 1], high)))

    def _whole(self, sentences: list[Sentence]) -> list[Sentence]:
        """Join two sentences where an amount runs over the end of the first ("400 mil. NOK to schools")."""
        joined: list[Sentence] = []
        for sentence in sentences:
            last = joined[-1] if joined else None
            if last is not None and self.overlaps(last.end, last.end + 1) and self.overlaps(last.end - 1, last.end):
                gap = " " * (sentence.start - last.end)
                joined[-1] = Sentence(last.text + gap + sentence.text, last.start, sentence.end)
            else:
                joined.append(sentence)
        return joined

    def _parts(self, sentence: Sentence) -> list[Sentence]:
        """Cut what is too long to be a sentence, at blanks outside amounts, so that time stays linear."""
        parts, start = [], sentence.start
        while sentence.end - start > _LONGEST:
            stop = self.text.rfind(" ", start + 1, start + _LONGEST)
            while stop > start and self.overlaps(stop, stop + 1):
                stop = self.text.rfind(" ", start + 1, stop)
            if stop <= start:
                stop = start + _LONGEST
            parts.append(Sentence(sentence.text[start - sentence.start : stop - sentence.start], start, stop))
            start = stop
        return [*parts, Sentence(sentence.text[start - sentence.start :], start, sentence.end)]

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether an amount shares a character with the span."""
        k = bisect_left(self._starts, end)
        return k > 0 and self.amounts[k - 1].end > start

    def sentences(self) -> Iterator[Sentence]:
        """Give all sentences of the text, in order; it is meant for short ones."""
        for number in range(len(self._breaks) - 1):
            yield from self.paragraph(number)

    def at(self, offset: int) -> tuple[int, int]:
        """Paragraph number and sentence number of the sentence at `offset`."""
        number = self._number(offset)
        sentences = self.paragraph(number)
        index = bisect_right(self._ends[number], offset)
        return number, min(index, max(len(sentences) - 1, 0))

    def _number(self, offset: int) -> int:
        """Give the number of the paragraph at `offset`."""
        return min(max(bisect_right(self._breaks, offset) - 1, 0), len(self._breaks) - 2)

    def items(self, sentence: Sentence) -> list[Item]:
        """Give the sentence's items, noun phrases grown."""
        key = (sentence.start, sentence.text)  # an aside may have been blanked in it
        if key not in self._items:
            inside = self.amounts_in(sentence)
            words = itemize(sentence.text, sentence.start, inside, self._local)
            for item in words:
                if item.party is not None and item.party.id in HOMONYMS:
                    item.party = self.homonyms.meant(item.party)
                    item.kind = "party" if item.party is not None else "word"
            self._items[key] = grow(with_split_verbs(words) if inside else words)
        return self._items[key]

    def amounts_in(self, sentence: Sentence) -> list[Amount]:
        """Give the amounts that lie in a sentence."""
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return [amount for amount in self.amounts[low:high] if amount.end <= sentence.end]

    def around_sum(self, start: int, end: int) -> tuple[int, int]:
        """Give from where to where the words of the sum between two offsets go: its sentence, up to the sums beside."""
        number, index = self.at(start)
        sentence = self.paragraph(number)[index]
        beside = self.amounts_in(sentence)
        low = max([sentence.start, *(one.end for one in beside if one.end <= start)])
        return low, min([sentence.end, *(one.start for one in beside if one.start >= end)])

    def _local(self, word: str, offset: int) -> Party | None:
        """Give whom a word names in this text alone: an acronym it explains, a surname it prints in full."""
        known = self._acronyms.get(word)
        if known is not None and known[0] <= offset:
            return known[1]
        agency = federal().get(word)
        if agency is not None:
            return agency if self.house is not None and self.house.id == agency.id else None
        if word not in self._people:
            person = surnames().get(word)
            self._people[word] = person if person is not None and person.name in self.text else None
        return self._people[word]

    @cached_property
    def _acronyms(self) -> dict[str, tuple[int, Party]]:
        """Acronyms printed in brackets behind a registered name, and from where on they stand for it."""
        found: dict[str, tuple[int, Party]] = {}
        for match in _ACRONYM.finditer(self.text):
            short = match["short"]
            named = name_ending(self.text[max(0, match.start() - 90) : match.start()], short)
            if named is not None:
                found.setdefault(short, (match.start(), named))
        # Papers of South Asia print "WB" and do not explain it; others mean the West Bank.
        bank = party_named(_BANK)
        if bank is not None and _BANK in self.text and "West B" not in self.text:
            found.setdefault("WB", (0, bank))
        return found

    def before(self, sentence: Sentence, *, limit: int = 8) -> Iterator[Sentence]:
        """Give the sentences before, nearest first, over paragraphs."""
        number, index = self.at(sentence.start)
        count = 0
        while number >= 0 and count < limit:
            sentences = self.paragraph(number)
            for earlier in reversed(sentences[max(0, index - limit) : index]):
                yield earlier
                count += 1
                if count >= limit:
                    return
            number, index = number - 1, len(self.paragraph(number - 1)) if number > 0 else 0

    def goes_on(self, earlier: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence may go on about what `earlier` tells: not where that is a heading or another bullet."""
        number = self._number(earlier.start)
        if number == self._number(sentence.start):
            return True
        opening = self.paragraph(number)[0].text.lstrip()
        return not opening.startswith(_BULLETS) and earlier.text.rstrip().endswith(_ENDS)

    def after(self, sentence: Sentence, *, limit: int = 3) -> list[Sentence]:
        """Give the sentences after it in its paragraph and the next."""
        number, index = self.at(sentence.start)
        found = list(self.paragraph(number)[index + 1 : index + 1 + limit])
        if len(found) < limit and number + 2 < len(self._breaks):
            found += self.paragraph(number + 1)
        return found[:limit]

    def first(self) -> Sentence | None:
        """Give the first sentence of the text."""
        sentences = self.paragraph(0)
        return sentences[0] if sentences else None

    @cached_property
    def is_of_fund(self) -> bool:
        """Whether the first sentence is about a fund that many pay into: what names nobody is for no one country."""
        first = self.first()
        if first is None or any(party.form != "capital" for party, _, _ in self.places(first.start, first.end)):
            return False
        return any(item.party is not None and is_fund(item.party.id) for item in self.items(first))

    def voice(self, offset: int) -> Party | None:
        """Give the country that says "we" at `offset`: whose agencies and people the text is full of.

        In a transcript, the turn of another country's listed leader ("PRESIDENT RUTO:") is in that one's voice.
        """
        turn = bisect_right(self._turns, offset, key=lambda turn: turn[0]) - 1
        other = self._turns[turn][1] if turn >= 0 else None
        return other or self._voice

    @cached_property
    def _turns(self) -> list[tuple[int, Party | None]]:
        """Where each speaker of a transcript begins, and whose leader that is, if one is listed."""
        turns = []
        last = 0
        for colon in _COLON.finditer(self.text):
            line = self.text.rfind("\n", last, colon.start()) + 1
            match = _TURN.match(self.text, line) if line or not last else None  # the first colon of its line
            last = colon.start()
            if match is None:
                continue
            person = surnames().get(match["label"].split()[-1].capitalize())
            turns.append((match.start(), countries().get(person.id) if person is not None else None))
        return turns

    @cached_property
    def _voice(self) -> Party | None:
        """The country that the whole text speaks for, if it tells."""
        return voice_of(self.text, self._states, self.topic(), self.foes, self._bodies)

    @cached_property
    def signers(self) -> Party | None:
        """The club or union of states whose leaders say "we" in the whole text, if it names them so."""
        return signers_of(self.text)

    @cached_property
    def house(self) -> Party | None:
        """The country whose voice or whose own paper the text is: in a list of its grants, nobody need say so."""
        return self._voice or issuer_of(self.text, self._states, self.foes, self._bodies)

    @cached_property
    def _bodies(self) -> Bodies:
        """Which of each country's own agencies and people the text names."""
        return bodies_of(self.text, self.foes)

    @cached_property
    def foes(self) -> frozenset[str]:
        """The countries whose war or aggression the text tells of."""
        return foes_of(self.text, self._states)

    @cached_property
    def _states(self) -> list[tuple[Party, int, int]]:
        """Every country where it is named itself: not by a town, and not by its money ("US dollars")."""
        return [
            named
            for named in self._everywhere
            if named[0].form != "town" and not self.plain.startswith((" dollar", " Dollar"), named[2])
        ]

    def only_giver(self, before: int) -> Party | None:
        """Give the one country that a sentence with an amount, up to `before`, says gives; None where several do."""
        found: dict[str, Party] = {}
        for offset in self._starts[: bisect_left(self._starts, before)]:
            number, index = self.at(offset)
            items = self.items(self.paragraph(number)[index])
            for k, item in enumerate(items):
                if item.party is not None and item.party.kind in ("country", "agency") and _gives(items, k):
                    found[item.party.id] = item.party
        return countries().get(next(iter(found))) if len(found) == 1 else None

    def told_before(self, sentence: Sentence, amount: Amount | None) -> bool:
        """Tell whether a sum at least as large stands before `amount`, in its sentence or the two before."""
        if amount is None:
            return False
        size = amount.low or amount.high
        for other in reversed(self.amounts[: bisect_left(self._starts, amount.start)]):
            told = other.low or other.high
            if (
                size is None or told is None or other.currency != amount.currency or told >= size
            ):  # the nearest such sum
                starts = [earlier.start for earlier in self.before(sentence, limit=2)]
                return other.start >= min([*starts, sentence.start])
        return False
