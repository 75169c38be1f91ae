"""A sentence as a row of items: amounts, parties, cue words, plain words, marks.

The clause rules of `analysis.money.text.clauses` read items, never characters, so
that "the Dutch prime minister, Mark Rutte," is one party with a name and an
office. Offsets are those of the text the sentence was cut from.
"""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from analysis.money.text.parties import Party, name_index
from analysis.money.text.words import TOKEN, Cue, cue_index
from analysis.records import Amount


@dataclass(slots=True, eq=False)
class Item:
    """One unit of a sentence; it equals itself alone."""

    kind: str  # amount party word mark
    text: str
    low: str
    start: int
    end: int
    amount: Amount | None = None
    party: Party | None = None
    cues: tuple[Cue, ...] = ()
    # A party grown into a noun phrase ("the Dutch prime minister Mark Rutte"):
    name: str | None = None  # person named in it
    role: str | None = None  # office, as printed
    head: str = ""  # government office org person, or empty for a bare name
    anaphor: str = ""  # what has to be resolved: country government body person it same
    donors: Sequence[Party] = ()  # "France and Germany"

    def has(self, pos: str, *senses: str) -> bool:
        """Whether one reading is of this part of speech, and of one of these senses if any."""
        for cue in self.cues:  # noqa: SIM110 - this is asked of every word, and `any` would cost more
            if cue.pos == pos and (not senses or cue.sense in senses):
                return True
        return False

    def cue(self, pos: str, *senses: str) -> Cue | None:
        """Give the first reading of this part of speech, and of one of these senses if any."""
        for cue in self.cues:
            if cue.pos == pos and (not senses or cue.sense in senses):
                return cue
        return None


_TONGUES = (["-", "language"], ["-", "speaking"])  # "a French-language paper" is of no country
Local = Callable[[str, int], Party | None]


def itemize(text: str, base: int, amounts: Sequence[Amount], local: Local | None = None) -> list[Item]:
    """Cut `text`, which stands at `base`, into items; `amounts` have absolute offsets.

    `local` gives the party that a single word at an offset names in this
    article alone: a surname, an acronym.
    """
    plain = text.replace("’", "'")
    exact, spans = cut(plain)
    low = [word.lower() for word in exact]
    printed = exact if plain is text else [text[start:end] for start, end in spans]
    items: list[Item] = []
    names, cues = _names(), _cues()
    index, pending = 0, iter(amounts)
    while index < len(spans):
        amount = next(pending, None)
        stop = len(spans) if amount is None else _stop(spans, index, amount.start - base)
        while index < stop:  # no name or cue goes beyond
            word, small, (start, end) = exact[index], low[index], spans[index]
            proper = word != small and local is not None and word[0].isupper()
            if small not in cues and not proper and word not in names:  # as most words are
                kind = "word" if word[0].isalnum() else "mark"
                items.append(Item(kind, printed[index], small, start + base, end + base))
                index += 1
                continue
            size, known = names[word].longest(exact, index, stop) if word in names else (0, None)
            if not size and local is not None and proper:
                known = local(word, start + base)
                size = 1 if known is not None else 0
            if size and low[index + size : index + size + 2] in _TONGUES:
                size, known = 0, None
            length, readings = cues[small].longest(low, index, stop) if small in cues else (0, None)
            if size and size >= length:
                readings = None
            else:
                size, known = max(length, 1), None
            items.append(_item(text, start, spans[index + size - 1][1], base, known, readings or ()))
            index += size
        if amount is not None and index < len(spans):
            items += _named_by_money(items, amount, text, base)
            items.append(Item("amount", amount.text, amount.text.lower(), amount.start, amount.end, amount))
            while index < len(spans) and spans[index][0] + base < amount.end:
                index += 1
    return items


# "Japan gave 2 million, the US $4 million and Malta": the state, then its money; not "the US $4 million grant".
_OWN_MONEY = re.compile(r"US\s+\$")
_NO_NOUN = re.compile(r"\s?(?:[,.;:()–—]|(?:and|while|for|to|in|towards)\b|$)")


def _named_by_money(items: Sequence[Item], amount: Amount, text: str, base: int) -> list[Item]:
    """Give the state whose name was read as part of an amount, as "the" stands before it and no noun behind."""
    if not items or items[-1].low != "the" or not _OWN_MONEY.match(amount.text):
        return []
    if not _NO_NOUN.match(text, amount.end - base):
        return []
    _, party = _names()["US"].longest(["US"], 0, 1)
    return [Item("party", "US", "us", amount.start, amount.start + 2, None, party)] if party is not None else []


_BEHIND = frozenset(',.;:!?)”"')  # marks that stand behind a word, each a token


def cut(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the tokens of a text, and where each stands."""
    found: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for run in text.split(" "):
        after = at + len(run)
        if run.isalpha():  # as most are: one word
            found.append(run)
            spans.append((at, after))
        elif run and run[-1] in _BEHIND and run[:-1].isalpha():  # a word and one mark
            found += (run[:-1], run[-1])
            spans += ((at, after - 1), (after - 1, after))
        else:
            for match in TOKEN.finditer(run):
                found.append(match.group())
                spans.append((at + match.start(), at + match.end()))
        at = after + 1
    return found, spans


def _item(text: str, start: int, end: int, base: int, known: Party | None, readings: tuple[Cue, ...]) -> Item:
    """Make an item of the characters from `start` to `end` of `text`, which stands at `base`."""
    piece = text[start:end]
    kind = "party" if known else "word" if piece[0].isalnum() else "mark"
    return Item(kind, piece, piece.lower().replace("’", "'"), start + base, end + base, None, known, readings)


def _stop(spans: list[tuple[int, int]], index: int, offset: int) -> int:
    """Give the token, from `index` on, that reaches beyond `offset`, where an amount begins."""
    while index < len(spans) and spans[index][1] <= offset:
        index += 1
    return index


_Meaning = TypeVar("_Meaning")
_NONE: Set[str] = frozenset()


class Phrases(Generic[_Meaning]):
    """The phrases that begin with one word; most words are followed by none that goes on with a longer one."""

    __slots__ = ("_alone", "_longer", "_seconds")

    def __init__(self, phrases: Sequence[tuple[tuple[str, ...], _Meaning]]) -> None:
        self._alone: tuple[int, _Meaning | None] = (0, None)
        self._longer = tuple((len(key), key, meaning) for key, meaning in phrases if len(key) > 1)
        for key, meaning in phrases:
            if len(key) == 1 and not self._alone[0]:
                self._alone = (1, meaning)
        self._seconds = {key[1] for _, key, _ in self._longer} if self._longer else _NONE

    def longest(self, words: list[str], index: int, stop: int) -> tuple[int, _Meaning | None]:
        """Give how many words the longest phrase from `index` to `stop` takes, and what it means; 0 if none stands."""
        if index + 1 < stop and words[index + 1] in self._seconds:
            for size, key, meaning in self._longer:
                if index + size <= stop and tuple(words[index : index + size]) == key:
                    return size, meaning
        return self._alone


@cache
def _names() -> dict[str, Phrases[Party | None]]:
    """Give whose the names are that begin with a word; an exclusion takes its words for nobody."""
    return {first: Phrases(phrases) for first, phrases in name_index().items()}


@cache
def _cues() -> dict[str, Phrases[tuple[Cue, ...]]]:
    return {first: Phrases(phrases) for first, phrases in cue_index().items()}


# Capitalised words that open a sentence or a title, never a name.
NOT_NAMES = frozenset(
    """the a an in on at it he she they we i but and this that these those there his her its their for from with
    after before as if when while by to also however meanwhile last since so our you my both some one two three
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr sir lord lady under over about more most all each every no
    not what which who where according during through including several many among earlier later today
    q neighbouring neighboring nearby yesterday tomorrow separately additionally nearly photo source sources then
    another any prof via despite under amid among alongside beside besides against toward towards behind between
    of beyond within without upon across inside outside throughout unlike like thanks because unless until though
    although whether how why whose thus hence then here only even just still never perhaps maybe yes
    altogether overall mostly mainly has have had is are was were do does did enter compare meet thank consider
    finally lastly firstly secondly thirdly similarly elsewhere next recently first second third once newly
    """.split()
)


def is_name(item: Item) -> bool:
    """Tell whether an item may be a word of a name: a capitalised word that is no opener."""
    return item.kind == "word" and item.text[:1].isupper() and item.low not in NOT_NAMES


def phrase_text(items: list[Item], i: int, j: int) -> str:
    """Give the words of the items from `i` to `j`, spaced as printed."""
    parts = []
    for k in range(i, j + 1):
        gap = " " if k > i and items[k].start > items[k - 1].end else ""
        parts.append(gap + items[k].text)
    return "".join(parts)


def made(
    items: list[Item],
    i: int,
    j: int,
    party: Party | None,
    *,
    head: str = "",
    name: str | None = None,
    role: str | None = None,
) -> Item:
    """Make one party of the items from `i` to `j`."""
    text = phrase_text(items, i, j)
    return Item("party", text, text.lower(), items[i].start, items[j].end, None, party, (), name, role, head)
