"""Many patterns asked of one text, at the price of the few that can match it.

What a pattern matches holds one of a few literal words ("budget", "deficit").
One Aho-Corasick pass over the text tells which of them stand in it; a pattern
whose words do not is never run. The words are read off the pattern itself, so
that they cannot fall behind it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser of `re`: it has no public name
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_SHORTEST = 2  # characters of a literal worth looking for
_MOST = 64  # literals that one pattern may have
_JOINED = 16  # that neighbours may make together: "the odds of", "any chance that" are better asked by "odds", "chance"

Literals = frozenset[str]
_NOTHING: Literals = frozenset([""])  # what a boundary or a look-around takes


def needed(pattern: re.Pattern[str]) -> Literals:
    r"""Give small-letter literals of which every match of `pattern` holds one; empty where none can be told.

    >>> sorted(needed(re.compile(r"\b(?:budget|tax(?:es)?)\W+(?:cuts?|rises?)\b")))
    ['budget', 'tax']
    >>> needed(re.compile(r"\d+%"))
    frozenset()
    """
    return _best(_pieces(_parser.parse(pattern.pattern, pattern.flags)))


class Screen:
    """Patterns by number, and which of them a text may match."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._always, self._bits, self._automaton = _prepared([needed(pattern) for pattern in patterns])

    def may_match(self, text: str) -> int:
        """Give the numbers of the patterns that a small-letter text may match, as bits; the others do not."""
        found, bits = self._always, self._bits
        for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found |= bits[number]
        return found


def _prepared(needs: Sequence[Literals]) -> tuple[int, list[int], AhoCorasick]:
    """Give the bits of the patterns that need no literal, those of the ones that need each, and what finds these."""
    asked: dict[str, int] = {}
    always = 0
    for number, words in enumerate(needs):
        if not words or any(map(_is_everywhere, words)):
            always |= 1 << number
            continue
        for word in words:
            asked[word] = asked.get(word, 0) | 1 << number
    return always, list(asked.values()), AhoCorasick(list(asked), matchkind=MatchKind.Standard)


_SPARSE: list[Literals] = []  # what each sparse pattern needs, by its number


@cache
def _of_sparse() -> tuple[int, list[int], AhoCorasick]:
    return _prepared(_SPARSE)


@lru_cache(maxsize=16)
def _may_match(text: str) -> int:
    """Give which of the sparse patterns a text may match, as bits; many ask of the same few texts."""
    found, bits, automaton = _of_sparse()
    for number, _, _ in automaton.find_matches_as_indexes(text.lower(), overlapping=True):
        found |= bits[number]
    return found


class Sparse:
    """A pattern that is run only on a text that holds a literal it needs, which most texts do not."""

    __slots__ = ("_bit", "_pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._bit = 1 << len(_SPARSE)
        _SPARSE.append(needed(pattern))
        _of_sparse.cache_clear()
        _may_match.cache_clear()

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match, as the pattern does."""
        return self._pattern.search(text) if self._bit & _may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Give the match at the beginning, as the pattern does."""
        return self._pattern.match(text) if self._bit & _may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give all matches, as the pattern does."""
        return self._pattern.finditer(text) if self._bit & _may_match(text) else iter(())

    def without(self, text: str) -> str:
        """Give the text with all matches taken out."""
        return self._pattern.sub("", text) if self._bit & _may_match(text) else text


def sparse(pattern: str, flags: int = 0) -> Sparse:
    r"""Compile a pattern that few texts match.

    >>> sparse(r"\bon hold\b", re.IGNORECASE).search("It is ON HOLD.").group()
    'ON HOLD'
    """
    return Sparse(re.compile(pattern, flags))


class Begun:
    """A pattern of which every match begins with one of some literals: it is tried only where one of them stands."""

    __slots__ = ("_automaton", "_folds", "_pattern")

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self._pattern = pattern
        self._folds = bool(pattern.flags & re.IGNORECASE)
        found = sorted({word.lower() if self._folds else word for word in words})
        # Whole texts are looked through, which a DFA does in half the time.
        self._automaton = AhoCorasick(found, matchkind=MatchKind.Standard, implementation=Implementation.DFA)

    def starts(self, text: str) -> list[int]:
        """Give where a literal stands, in order."""
        folded = text.lower() if self._folds else text
        if len(folded) != len(text):  # a capital that is two characters when small: offsets would be off
            return list(range(len(text)))
        return sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True)})

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match, as the pattern does."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give all matches, as the pattern does."""
        after = 0
        for start in self.starts(text):
            match = self._pattern.match(text, start) if start >= after else None
            if match is not None:
                after = match.end()
                yield match


def numbers(bits: int) -> Iterator[int]:
    """Give the numbers of the bits that are set, smallest first.

    >>> list(numbers(0b1010))
    [1, 3]
    """
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


# --- reading a pattern: a row of pieces, each either all that it can be, or what it must hold ----------

_Piece = tuple[bool, Literals]  # whether these are all the strings it can be; none, and unsure: anything


def _pieces(parsed: Iterable[Any]) -> list[_Piece]:
    return [_piece(operation, argument) for operation, argument in parsed]


def _piece(operation: Any, argument: Any) -> _Piece:
    if operation is _constants.LITERAL:
        return True, frozenset([chr(argument).lower()])
    if operation in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return True, _NOTHING
    if operation is _constants.SUBPATTERN:
        return _whole(_pieces(argument[-1]))
    if operation is _constants.BRANCH:
        return _any_of([_whole(_pieces(way)) for way in argument[1]])
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        least, most, repeated = argument
        sure, words = _whole(_pieces(repeated))
        if most == 1 and sure:
            return True, words if least else words | _NOTHING
        return False, _held(words) if least else frozenset()
    return False, frozenset()


def _any_of(ways: list[_Piece]) -> _Piece:
    sure = all(way[0] for way in ways)
    found = [words if sure else _held(words) for _, words in ways]
    return (sure, frozenset().union(*found)) if all(found) else (False, frozenset())


def _whole(pieces: list[_Piece]) -> _Piece:
    """Give a row of pieces as one."""
    runs = list(_runs(pieces))
    if len(runs) == 1 and runs[0][0]:
        return runs[0]
    return False, _best(pieces)


def _runs(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Give the pieces with neighbours joined that are both sure."""
    run: Literals = _NOTHING
    for sure, words in pieces:
        if sure and len(run) * len(words) <= _JOINED:
            run = frozenset(before + word for before in run for word in words)
            continue
        yield True, run
        run = words if sure else _NOTHING
        if not sure:
            yield False, words
    yield True, run


def _best(pieces: list[_Piece]) -> Literals:
    """Give the longest literals of a row of pieces, of which each match holds one."""
    choices = [_held(words) for _, words in _runs(pieces)]
    return max(choices, key=_rarity, default=frozenset())


# The commonest words of English prose, in the order of how often they stand in it; nearly every clause holds one.
_COMMON = frozenset(
    """the of and to in that is for on with as it was by at be from are have has will not which an had or but they would
    their been this he she said its who were more we can than his her could also about""".split()
)


_EVERYWHERE = frozenset("the and that for to of in on at as no it is an or he ed ut do".split())


def _is_everywhere(word: str) -> bool:
    """Whether nearly every clause holds a literal, if only within a word: to find it would tell nothing."""
    return word.strip() in _EVERYWHERE


def _rarity(words: Literals) -> tuple[bool, int, int]:
    """How much a set of literals tells: first without common words, then by its shortest, figures before letters."""
    rare = bool(words) and not any(_COMMON.issuperset(word.split()) for word in words)
    return rare, min((len(word) * (2 if word.isdigit() else 1) for word in words), default=0), -len(words)


def _held(words: Collection[str]) -> Literals:
    """Give the literals to look for: those that hold another go, and all go where one is too short."""
    least = frozenset(word for word in words if not any(other != word and other in word for other in words))
    return least if all(len(word) >= _SHORTEST for word in least) and len(least) <= _MOST else frozenset()
